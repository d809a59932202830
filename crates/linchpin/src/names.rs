//! Alliances, nodes, speakers and sources: as a user writes them, and as they are shown.

use crate::error::Error;
use crate::i18n::Voice;
use anstyle::Style;
use linchpin_model::check::nearest;
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use linchpin_model::text::Text;
use linchpin_study::Error as StudyError;

pub use linchpin_publish::names::Names;

/// The title of a section about an alliance: its name and its id.
pub fn section(tie: &EntityId, names: &Names<'_>) -> String {
    let bold = Style::new().bold();
    format!("\n{bold}{}{bold:#}  {tie}\n", names.entity(tie))
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
        StudyError::NoWeight { what, known } => {
            let error = Error::usage(voice.fill("weigh-no-weight", &[("what", what.into())]));
            error.with(voice.fill("weigh-no-weight-remedy", &[("known", known.into())]))
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
