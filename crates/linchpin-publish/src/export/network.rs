//! Who is tied to whom, as GraphML (Brandes et al. 2002), which Gephi, yEd, igraph and networkx read.

use linchpin_model::Date;
use linchpin_model::actor::Actor;
use linchpin_model::alliance::{Alliance, AllianceKind, Member, Role};
use linchpin_model::text::{Lang, Name, name_on};
use linchpin_model::vocabulary::Vocabulary;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// An attribute: of what, its name and id.
const KEYS: [(&str, &str); 13] = [
    ("node", "kind"),
    ("node", "state"),
    ("node", "name_de"),
    ("node", "name_en"),
    ("edge", "tie"),
    ("edge", "kind"),
    ("edge", "since"),
    ("edge", "until"),
    ("edge", "source_role"),
    ("edge", "target_role"),
    ("edge", "name_de"),
    ("edge", "name_en"),
    ("graph", "as_of"),
];

/// Actors as nodes and ties as edges: one between each two members of an alliance, partnership, format or agreement, undirected, the
/// members in the order that names the tie. With a date, only what existed on it; without, all there ever was, by its newest name.
pub fn graph(vocabulary: &Vocabulary, as_of: Option<Date>) -> String {
    let text = write(vocabulary, as_of).unwrap_or_else(|e| panic!("a network became no XML: {e}"));
    String::from_utf8(text).unwrap_or_else(|e| panic!("a network became no text: {e}"))
}

fn write(vocabulary: &Vocabulary, as_of: Option<Date>) -> io::Result<Vec<u8>> {
    let actors: Vec<&Actor> =
        vocabulary.actors.values().filter(|actor| as_of.is_none_or(|day| actor.existed_on(day))).collect();
    let ties = vocabulary.alliances.values().filter(|tie| tie.kind != AllianceKind::Group);
    let ties: Vec<&Alliance> = ties.filter(|tie| as_of.is_none_or(|day| existed_on(tie, day))).collect();
    let day = as_of.unwrap_or(linchpin_model::edtf::END);
    let mut writer = Writer::new_with_indent(vec![], b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let graphml = writer.create_element("graphml");
    graphml.with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns")).write_inner_content(
        |writer| {
            KEYS.iter().try_for_each(|key| declare(key, writer))?;
            let graph = writer.create_element("graph");
            let attributes = [("id", "ties"), ("edgedefault", "undirected")];
            graph.with_attributes(attributes).write_inner_content(|writer| {
                data("graph", "as_of", as_of.map(|day| day.to_string()), writer)?;
                actors.iter().try_for_each(|actor| node(actor, day, writer))?;
                let there = |member: &&Member| actors.iter().any(|actor| actor.id == member.actor);
                for tie in ties {
                    let members: Vec<&Member> = tie.members.iter().filter(there).collect();
                    for (at, one) in members.iter().enumerate() {
                        members[at + 1..]
                            .iter()
                            .try_for_each(|other| edge(tie, [one, other], day, writer))?;
                    }
                }
                Ok(())
            })?;
            Ok(())
        },
    )?;
    let mut text = writer.into_inner();
    text.push(b'\n');
    Ok(text)
}

fn existed_on(tie: &Alliance, day: Date) -> bool {
    tie.from.as_ref().is_none_or(|from| from.first_day() <= day)
        && tie.to.as_ref().is_none_or(|to| day <= to.last_day())
}

type Xml = Writer<Vec<u8>>;

fn declare((of, name): &(&str, &str), writer: &mut Xml) -> io::Result<()> {
    let id = format!("{of}.{name}");
    let attributes = [("id", id.as_str()), ("for", of), ("attr.name", name), ("attr.type", "string")];
    writer.create_element("key").with_attributes(attributes).write_empty().map(drop)
}

fn node(actor: &Actor, day: Date, writer: &mut Xml) -> io::Result<()> {
    let element = writer.create_element("node").with_attribute(("id", actor.id.as_str()));
    element.write_inner_content(|writer| {
        data("node", "kind", Some(actor.kind.name().into()), writer)?;
        data("node", "state", actor.of.as_ref().map(|state| state.to_string()), writer)?;
        names("node", &actor.names, day, writer)
    })?;
    Ok(())
}

fn edge(tie: &Alliance, ends: [&Member; 2], day: Date, writer: &mut Xml) -> io::Result<()> {
    let [source, target] = ends.map(|member| member.actor.as_str());
    let id = format!("{}:{source}:{target}", tie.id);
    let role = |role: Option<Role>| role.map(|role| role.name().to_string());
    let attributes = [("id", id.as_str()), ("source", source), ("target", target)];
    writer.create_element("edge").with_attributes(attributes).write_inner_content(|writer| {
        data("edge", "tie", Some(tie.id.to_string()), writer)?;
        data("edge", "kind", Some(tie.kind.name().into()), writer)?;
        data("edge", "since", tie.from.as_ref().map(|from| from.to_string()), writer)?;
        data("edge", "until", tie.to.as_ref().map(|to| to.to_string()), writer)?;
        data("edge", "source_role", role(ends[0].role), writer)?;
        data("edge", "target_role", role(ends[1].role), writer)?;
        names("edge", &tie.names, day, writer)
    })?;
    Ok(())
}

fn names(of: &str, names: &[Name], day: Date, writer: &mut Xml) -> io::Result<()> {
    let name = |lang| name_on(names, lang, day).map(|name| name.label().to_string());
    data(of, "name_de", name(Lang::De), writer)?;
    data(of, "name_en", name(Lang::En), writer)
}

/// An attribute of a node or edge, where it has one.
fn data(of: &str, name: &str, value: Option<String>, writer: &mut Xml) -> io::Result<()> {
    let Some(value) = value else { return Ok(()) };
    let key = format!("{of}.{name}");
    let element = writer.create_element("data").with_attribute(("key", key.as_str()));
    element.write_text_content(BytesText::new(&allowed(&value))).map(drop)
}

/// A text in one line, without the characters that XML 1.0 has no way to write.
pub(crate) fn allowed(text: &str) -> String {
    let in_one_line = text.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c });
    in_one_line.filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use linchpin_model::actor::ActorKind;
    use proptest::prelude::*;
    use quick_xml::Reader;

    fn name(text: &str) -> Vec<Name> {
        let name = |lang| Name {
            lang,
            nom: text.into(),
            r#gen: None,
            dat: None,
            acc: None,
            short: None,
            used: None,
        };
        vec![name(Lang::De), name(Lang::En)]
    }

    /// Two states and the alliance between them, all of the same name.
    fn named(text: &str) -> Vocabulary {
        let actor = |id: &str| Actor {
            id: id.into(),
            kind: ActorKind::State,
            of: None,
            parts: vec![],
            head: None,
            system: None,
            holders: vec![],
            codes: vec![],
            from: None,
            to: None,
            successors: vec![],
            names: name(text),
        };
        let member = |id: &str| Member { actor: id.into(), role: None };
        let tie = Alliance {
            id: "A-B".into(),
            kind: AllianceKind::Partnership,
            members: vec![member("A"), member("B")],
            includes: vec![],
            from: None,
            to: None,
            names: name(text),
        };
        Vocabulary {
            actors: ["A", "B"].map(|id| (id.into(), actor(id))).into(),
            alliances: [("A-B".into(), tie)].into(),
            ..Vocabulary::default()
        }
    }

    /// The texts of all names in a graph.
    fn names_in(graph: &str) -> Vec<String> {
        let mut reader = Reader::from_str(graph);
        let (mut found, mut text, mut is_name) = (vec![], String::new(), false);
        loop {
            match reader.read_event().expect("sound XML") {
                Event::Start(start) => {
                    let key = start.attributes().next().and_then(Result::ok);
                    is_name = key.is_some_and(|key| key.value.contains(".name_"));
                    text.clear();
                }
                Event::Text(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(part) => {
                    text.push_str(quick_xml::escape::resolve_xml_entity(&part).expect("an entity of XML"));
                }
                Event::End(_) if is_name => {
                    found.push(text.clone());
                    is_name = false;
                }
                Event::Eof => return found,
                _ => {}
            }
        }
    }

    proptest! {
        #[test]
        fn names_are_read_back_whatever_they_hold(text in "[<>&\"'\\]!a\u{0}-\u{9f}\u{fffe}]{0,12}|\\PC{0,12}") {
            let graph = graph(&named(&text), None);
            prop_assert_eq!(names_in(&graph), vec![allowed(&text); 6]);
        }
    }
}
