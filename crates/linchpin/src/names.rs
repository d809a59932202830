//! Alliances, nodes, speakers and sources: as a user writes them, and as they are shown.

use crate::context::Context;
use crate::error::Error;
use crate::i18n::Voice;
use anstyle::Style;
use linchpin_dossier::Snapshot;
use linchpin_model::Date;
use linchpin_model::alliance::Role;
use linchpin_model::check::nearest;
use linchpin_model::framework::{Framework, Node};
use linchpin_model::id::{EntityId, FactorId, IssueId, NodeId, SourceId, TopicId};
use linchpin_model::source::Source;
use linchpin_model::text::{Text, name_on};
use linchpin_study::Error as StudyError;

/// The names of one dossier, in the user's language.
pub struct Names<'a> {
    /// the dossier
    pub snapshot: &'a Snapshot,
    /// the framework that scores are made with
    pub framework: &'a Framework,
    /// the day of which names are shown
    pub day: Date,
    voice: &'a Voice,
}

impl<'a> Names<'a> {
    /// The names of a dossier on a day.
    pub fn new(
        context: &'a Context<'_>,
        snapshot: &'a Snapshot,
        framework: &'a Framework,
        day: Date,
    ) -> Names<'a> {
        Names { snapshot, framework, day, voice: context.voice }
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
            (_, Some(Role::Guarantor)) => self.voice.say("capital-guarantor"),
            (_, Some(Role::Ally)) => self.voice.say("capital-ally"),
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

    /// The title of a section about an alliance: its name and its id.
    pub fn section(&self, tie: &EntityId) -> String {
        let bold = Style::new().bold();
        format!("\n{bold}{}{bold:#}  {tie}\n", self.entity(tie))
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

/// The path of the node or indicator that a user means: by path, by the path's end, or by name in either language.
pub fn node_path(framework: &Framework, asked: &str, voice: &Voice) -> Result<String, Error> {
    let wanted = asked.trim_matches('/').to_lowercase();
    let root = framework.root().map_or(String::new(), |root| format!("{}/", root.id));
    let below_root = wanted.strip_prefix(&root).unwrap_or(&wanted);
    let all = framework.paths();
    if let Some((path, _)) =
        all.iter().find(|(path, _)| [wanted.as_str(), below_root].contains(&path.as_str()))
    {
        return Ok(path.clone());
    }
    let ends = |path: &str| path.rsplit('/').next() == Some(below_root);
    let named = |name: &Text| [&name.de, &name.en].into_iter().any(|name| name.to_lowercase() == wanted);
    let mut meant: Vec<&str> =
        all.iter().filter(|(path, _)| ends(path)).map(|(path, _)| path.as_str()).collect();
    if meant.is_empty() {
        meant = all.iter().filter(|(_, name)| named(name)).map(|(path, _)| path.as_str()).collect();
    }
    match meant.as_slice() {
        [only] => Ok((*only).to_string()),
        [] => {
            let error = Error::usage(voice.fill("node-unknown", &[("node", asked.into())]));
            let ends =
                all.iter().flat_map(|(path, _)| [path.as_str(), path.rsplit('/').next().unwrap_or(path)]);
            let names = all.iter().map(|(_, name)| name.get(voice.lang()));
            let near = nearest(below_root, ends).or_else(|| nearest(&wanted, names));
            let inner: Vec<String> = framework.node.iter().map(|node| framework.path(&node.id)).collect();
            Err(error.with(remedy(near, &inner.join(", "), "node-remedy", voice)))
        }
        several => {
            let slots = [("node", asked.into()), ("paths", several.join(", ").into())];
            Err(Error::usage(voice.fill("node-ambiguous", &slots)).with(voice.say("node-ambiguous-remedy")))
        }
    }
}

/// Why a question has no answer, in the user's language.
pub fn study_error(error: StudyError, voice: &Voice) -> Error {
    use linchpin_assess::Error as AssessError;
    let unknown = |id: &str, slot: &'static str, asked: String, known: &str, remedy_id: &str| {
        let near = nearest(&asked, known.split(", "));
        let error = Error::usage(voice.fill(id, &[(slot, asked.clone().into())]));
        error.with(remedy(near, known, remedy_id, voice))
    };
    match error {
        StudyError::NoTie { tie, known, .. } => unknown("tie-unknown", "tie", tie, &known, "tie-remedy"),
        StudyError::NoRole { state, known } => {
            unknown("state-no-role", "state", state.to_string(), &known, "state-remedy")
        }
        StudyError::Assess(AssessError::NoTie { tie, known }) => {
            unknown("tie-not-assessable", "tie", tie, &known, "tie-remedy")
        }
        StudyError::Assess(AssessError::NoNode { node, known }) => {
            unknown("node-unknown", "node", node, &known, "node-remedy")
        }
        StudyError::NoFramework { framework, known } => {
            unknown("framework-unknown", "framework", framework, &known, "framework-remedy")
        }
        StudyError::NoAlly { actor, known } => {
            let error = Error::usage(voice.fill("fears-no-ally", &[("actor", actor.as_str().into())]));
            error.with(voice.fill("fears-no-ally-remedy", &[("known", known.into())]))
        }
        StudyError::NothingKnown { first } => {
            let day = crate::render::date::day(first, voice);
            Error::usage(voice.fill("nothing-known", &[("first", day.into())]))
        }
        StudyError::NotBefore { since, as_of } => {
            let day = |date| crate::render::date::day(date, voice);
            let slots = [("since", day(since).into()), ("as-of", day(as_of).into())];
            Error::usage(voice.fill("since-not-before", &slots)).with(voice.say("since-not-before-remedy"))
        }
        StudyError::NoFindings => {
            Error::input(voice.say("no-findings")).with(voice.say("no-findings-remedy"))
        }
        StudyError::NoEarlierDate => {
            Error::usage(voice.say("changes-no-date")).with(voice.say("changes-no-date-remedy"))
        }
        StudyError::TooManyDates { dates, most } => {
            let slots = [("dates", dates.into()), ("most", most.into())];
            Error::usage(voice.fill("trajectory-too-many", &slots))
                .with(voice.say("trajectory-too-many-remedy"))
        }
        StudyError::NoStatements => {
            Error::input(voice.say("no-statements")).with(voice.say("no-statements-remedy"))
        }
        StudyError::Assess(AssessError::NoCells) => {
            Error::input(voice.say("no-ties")).with(voice.say("no-ties-remedy"))
        }
        StudyError::Assess(AssessError::TooFewDraws(draws)) => {
            Error::usage(voice.fill("too-few-draws", &[("draws", draws.to_string().into())]))
        }
    }
}

fn remedy(near: Option<&str>, known: &str, id: &str, voice: &Voice) -> String {
    let list = voice.fill(id, &[("known", known.into())]);
    match near {
        Some(near) if near == known => voice.fill("did-you-mean", &[("near", near.into())]),
        Some(near) => format!("{} {list}", voice.fill("did-you-mean", &[("near", near.into())])),
        None => list,
    }
}
