//! How a dossier's actors, alliances, nodes and sources are called.

use crate::terms;
use crate::voice::Voice;
use linchpin_dossier::Snapshot;
use linchpin_model::Date;
use linchpin_model::framework::{Framework, Node};
use linchpin_model::id::{EntityId, FactorId, IssueId, NodeId, SourceId, TopicId};
use linchpin_model::source::Source;
use linchpin_model::text::{Case, Text, name_on};

/// The names of one dossier, in the user's language.
pub struct Names<'a> {
    /// the dossier
    pub snapshot: &'a Snapshot,
    /// the framework that scores are made with
    pub framework: &'a Framework,
    /// the day of which names are shown
    pub day: Date,
    /// the language
    pub voice: &'a Voice,
}

impl<'a> Names<'a> {
    /// The names of a dossier on a day.
    pub fn new(voice: &'a Voice, snapshot: &'a Snapshot, framework: &'a Framework, day: Date) -> Names<'a> {
        Names { voice, snapshot, framework, day }
    }

    /// A text in the user's language.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.voice.lang())
    }

    /// An actor or alliance in a table: its short name, else its id.
    pub fn entity(&self, id: &EntityId) -> String {
        let words = self.snapshot.vocabulary();
        let names = words.alliances.get(id).map(|a| &a.names).or(words.actors.get(id).map(|a| &a.names));
        let name = names.and_then(|names| name_on(names, self.voice.lang(), self.day));
        name.map_or(id.to_string(), |name| name.label().to_string())
    }

    /// The name of an actor or alliance in a grammatical case, with its article; none, if the dossier has none in the language.
    pub fn in_case(&self, id: &EntityId, case: Case) -> Option<String> {
        let words = self.snapshot.vocabulary();
        let names = words.alliances.get(id).map(|a| &a.names).or(words.actors.get(id).map(|a| &a.names))?;
        name_on(names, self.voice.lang(), self.day).map(|name| name.in_case(case).to_string())
    }

    /// A node or indicator by its path; an indicator that stands under several nodes is told with which of them.
    pub fn node(&self, path: &str) -> String {
        let found = self.framework.paths().into_iter().find(|(p, _)| p == path);
        let Some((_, name)) = found else { return path.to_string() };
        let name = self.text(name);
        let end = path.rsplit('/').next().unwrap_or(path);
        let indicator = self.framework.indicator.iter().find(|it| it.id.as_str() == end);
        let above = indicator.filter(|it| it.under.len() > 1).and_then(|it| {
            let node = it.under.iter().find(|id| format!("{}/{}", self.framework.path(id), it.id) == path)?;
            Some(self.place(node, &it.under))
        });
        above.map_or(name.to_string(), |place| format!("{name} ({place})"))
    }

    /// What tells a node from others that have the same indicator: the one word in which its name differs from
    /// theirs, such as “Washington”, else whose capital it is about, else its whole name.
    fn place(&self, id: &NodeId, among: &[NodeId]) -> String {
        let Some(node) = self.framework.node(id) else { return id.to_string() };
        let words = |node: &'a Node| self.text(&node.name).split_whitespace().collect::<Vec<_>>();
        let own = words(node);
        let others: Vec<_> = among
            .iter()
            .filter(|other| *other != id)
            .filter_map(|o| self.framework.node(o))
            .map(words)
            .collect();
        let shared = (0..own.len()).take_while(|&at| others.iter().all(|o| o.get(at) == own.get(at))).count();
        match (&own[shared..], node.capital) {
            ([word], _) => (*word).to_string(),
            (_, Some(role)) => self.voice.say(terms::role(role)),
            _ => self.text(&node.name).to_string(),
        }
    }

    /// A topic by its name.
    pub fn topic(&self, id: &TopicId) -> &str {
        self.snapshot.vocabulary().topics.get(id).map_or("", |topic| self.text(&topic.name))
    }

    /// An issue by its name.
    pub fn issue(&self, id: &IssueId) -> &str {
        self.snapshot.vocabulary().issues.get(id).map_or("", |issue| self.text(&issue.name))
    }

    /// A cause or effect of mechanisms by its name.
    pub fn factor(&self, id: &FactorId) -> &str {
        self.snapshot.vocabulary().factors.get(id).map_or("", |factor| self.text(&factor.name))
    }

    /// Who, and towards whom: `United States → Japan`.
    pub fn sides(&self, subject: &EntityId, object: Option<&EntityId>) -> String {
        let sides = [Some(subject), object].into_iter().flatten().map(|id| self.entity(id));
        sides.collect::<Vec<_>>().join(" → ")
    }

    /// A level word by its id.
    pub fn level(&self, id: Option<&str>) -> String {
        let found = id.and_then(|id| self.framework.level.iter().find(|level| level.id == id));
        found.map_or(String::new(), |level| self.text(&level.name).to_string())
    }

    /// A source in few words: its authors and the year.
    pub fn citation(&self, id: &SourceId) -> String {
        let Some(source) = self.snapshot.vocabulary().sources.get(id) else { return id.to_string() };
        let authors: Vec<&str> = source.author.iter().map(|a| a.label()).filter(|a| !a.is_empty()).collect();
        let whose = match (authors.as_slice(), &source.container_title, &source.publisher) {
            ([], Some(title), _) | ([], None, Some(title)) => title.clone(),
            ([], None, None) => id.to_string(),
            ([first, _, _, ..], ..) => format!("{first} et al."),
            (few, ..) => few.join("/"),
        };
        format!("{whose} {}", year(source))
    }

    /// A place in a source: `Overhaus 2021, p. 26`. What a locator says in words of its own, a heading, stands as it is.
    pub fn passage(&self, source: &SourceId, locator: &str) -> String {
        format!("{}, {}", self.citation(source), self.locator(locator))
    }

    /// A page, paragraph or part of an article in the user's language.
    fn locator(&self, locator: &str) -> String {
        for (prefix, id) in [("p. ", "locator-page"), ("paragraph ", "locator-paragraph")] {
            if let Some(number) = locator.strip_prefix(prefix) {
                return self.voice.fill(id, &[("number", number.into())]);
            }
        }
        match locator {
            "title" => self.voice.say("locator-title"),
            "lead" => self.voice.say("locator-lead"),
            "caption" => self.voice.say("locator-caption"),
            heading => heading.to_string(),
        }
    }

    /// A source with its title.
    pub fn bibliography(&self, id: &SourceId) -> String {
        let Some(source) = self.snapshot.vocabulary().sources.get(id) else { return id.to_string() };
        let place = source
            .container_title
            .as_ref()
            .or(source.collection_title.as_ref())
            .or(source.publisher.as_ref());
        let place = place.map_or(String::new(), |place| format!(", {place}"));
        let number = source.number.as_ref().map_or(String::new(), |number| format!(" {number}"));
        format!("{}, {}{place}{number}", self.citation(id), source.title)
    }
}

fn year(source: &Source) -> i16 {
    source.issued.first_day().year()
}
