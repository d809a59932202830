//! Codes of states in other people's data, and their dated resolution.
//!
//! Codes are reused (COW 365 is the Soviet Union and then Russia), split (Germany is COW 255 or 260) and
//! end. A code is looked up for a day; a code that was in use only at other times resolves to nobody, and
//! the answer names who used it when. A successor is never chosen silently.

use crate::Date;
use crate::actor::Actor;
use crate::edtf::Edtf;
use crate::id::EntityId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A system of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scheme {
    /// ISO 3166-1, three letters
    #[serde(rename = "iso3166-1-alpha-3")]
    IsoAlpha3,
    /// ISO 3166-1, two letters
    #[serde(rename = "iso3166-1-alpha-2")]
    IsoAlpha2,
    /// ISO 3166-1, three digits
    #[serde(rename = "iso3166-1-numeric")]
    IsoNumeric,
    /// Correlates of War country code
    #[serde(rename = "cow")]
    Cow,
    /// Correlates of War abbreviation
    #[serde(rename = "cow-abbreviation")]
    CowAbbreviation,
    /// Gleditsch and Ward's state number
    #[serde(rename = "gleditsch-ward")]
    GleditschWard,
    /// CAMEO's country code
    #[serde(rename = "cameo")]
    Cameo,
}

/// A code and when it meant its actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// the system
    pub scheme: Scheme,
    /// the code in it
    pub code: String,
    /// first day; always, if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Edtf>,
    /// last day; still, if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Edtf>,
}

impl Code {
    /// Whether the code was in use on a day.
    pub fn in_use(&self, day: Date) -> bool {
        self.from.as_ref().is_none_or(|d| d.first_day() <= day)
            && self.to.as_ref().is_none_or(|d| day <= d.last_day())
    }

    fn period(&self) -> String {
        let end = |d: &Option<Edtf>| d.as_ref().map_or("..".to_string(), Edtf::to_string);
        format!("{}/{}", end(&self.from), end(&self.to))
    }
}

/// Why a code or name resolves to nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// nobody ever had it
    Unknown,
    /// it was in use, but not on that day: by whom, when, and who came after them
    NotThen(Vec<(EntityId, String, Vec<EntityId>)>),
    /// several actors had it on that day
    Ambiguous(Vec<EntityId>),
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let join = |ids: &[EntityId]| ids.iter().map(EntityId::as_str).collect::<Vec<_>>().join(", ");
        match self {
            Unresolved::Unknown => f.write_str("nobody in this dossier has it"),
            Unresolved::Ambiguous(ids) => write!(f, "it means {} on that day; name one of them", join(ids)),
            Unresolved::NotThen(users) => {
                f.write_str("not in use on that day")?;
                for (id, period, successors) in users {
                    write!(f, "; {id} used it in {period}")?;
                    if !successors.is_empty() {
                        write!(f, " (succeeded by {})", join(successors))?;
                    }
                }
                Ok(())
            }
        }
    }
}

/// Finds actors by code or name on a day.
pub struct Resolver<'a> {
    actors: Vec<&'a Actor>,
}

impl<'a> Resolver<'a> {
    /// A resolver over some actors.
    pub fn new(actors: impl IntoIterator<Item = &'a Actor>) -> Self {
        Resolver { actors: actors.into_iter().collect() }
    }

    /// The actor that a code of a scheme meant on a day.
    pub fn by_code(&self, scheme: Scheme, code: &str, day: Date) -> Result<&'a EntityId, Unresolved> {
        let uses = self
            .actors
            .iter()
            .flat_map(|a| a.codes.iter().map(move |c| (*a, c)))
            .filter(|(_, c)| c.scheme == scheme && c.code == code)
            .map(|(a, c)| (a, c.in_use(day), c.period()));
        decide(uses)
    }

    /// The actor that bore a name on a day, in any language and case, ignoring letter case.
    pub fn by_name(&self, name: &str, day: Date) -> Result<&'a EntityId, Unresolved> {
        let wanted = name.to_lowercase();
        let bears = |n: &crate::text::Name| {
            [Some(&n.nom), n.r#gen.as_ref(), n.dat.as_ref(), n.acc.as_ref(), n.short.as_ref()]
                .into_iter()
                .flatten()
                .any(|form| form.to_lowercase() == wanted)
        };
        let uses = self.actors.iter().filter_map(|a| {
            let borne: Vec<_> = a.names.iter().filter(|n| bears(n)).collect();
            let now = borne.iter().any(|n| n.used.as_ref().is_none_or(|u| u.covers(day)));
            let period = borne.first().and_then(|n| n.used.as_ref()).map_or("..".into(), Edtf::to_string);
            (!borne.is_empty()).then_some((*a, now && a.existed_on(day), period))
        });
        decide(uses)
    }
}

fn decide<'a>(uses: impl Iterator<Item = (&'a Actor, bool, String)>) -> Result<&'a EntityId, Unresolved> {
    let (mut now, mut other) = (Vec::<&'a Actor>::new(), Vec::new());
    for (actor, in_use, period) in uses {
        if !in_use {
            other.push((actor.id.clone(), period, actor.successors.clone()));
        } else if !now.iter().any(|a| a.id == actor.id) {
            now.push(actor);
        }
    }
    match (now.as_slice(), other.is_empty()) {
        ([only], _) => Ok(&only.id),
        ([], true) => Err(Unresolved::Unknown),
        ([], false) => Err(Unresolved::NotThen(other)),
        (several, _) => Err(Unresolved::Ambiguous(several.iter().map(|a| a.id.clone()).collect())),
    }
}
