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
        period(&self.from, &self.to)
    }
}

fn period(from: &Option<Edtf>, to: &Option<Edtf>) -> String {
    let end = |d: &Option<Edtf>| d.as_ref().map_or("..".to_string(), Edtf::to_string);
    format!("{}/{}", end(from), end(to))
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
            let used = borne.first().and_then(|n| n.used.as_ref());
            let period = used.map_or_else(|| period(&a.from, &a.to), Edtf::to_string);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::ActorKind;
    use crate::text::{Lang, Name};

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn state(id: &str, life: [&str; 2], codes: &[(Scheme, &str, &str, &str)], successors: &[&str]) -> Actor {
        let edtf = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
        Actor {
            id: id.into(),
            kind: ActorKind::State,
            of: None,
            parts: vec![],
            head: None,
            system: None,
            holders: vec![],
            codes: codes
                .iter()
                .map(|(scheme, code, from, to)| Code {
                    scheme: *scheme,
                    code: (*code).into(),
                    from: edtf(from),
                    to: edtf(to),
                })
                .collect(),
            from: edtf(life[0]),
            to: edtf(life[1]),
            successors: successors.iter().map(|id| EntityId::from(*id)).collect(),
            names: vec![Name {
                lang: Lang::De,
                nom: format!("Staat {id}"),
                r#gen: Some(format!("Staates {id}")),
                dat: None,
                acc: None,
                short: None,
                used: None,
            }],
        }
    }

    fn states() -> Vec<Actor> {
        use Scheme::Cow;
        vec![
            state("SUN", ["1922-12-30", "1991-12-25"], &[(Cow, "365", "1922-12-30", "1991-12-25")], &["RUS"]),
            state("RUS", ["1991-12-26", ""], &[(Cow, "365", "1991-12-26", "")], &[]),
            state(
                "DEU",
                ["1949-05-23", ""],
                &[(Cow, "255", "1990-10-03", ""), (Cow, "260", "1955-05-05", "1990-10-02")],
                &[],
            ),
            state("DDR", ["1949-10-07", "1990-10-02"], &[(Cow, "265", "1954-03-25", "1990-10-02")], &["DEU"]),
        ]
    }

    #[test]
    fn a_reused_code_means_whoever_had_it_on_the_day() {
        let states = states();
        let resolver = Resolver::new(&states);
        let cow =
            |code: &str, day: &str| resolver.by_code(Scheme::Cow, code, date(day)).map(EntityId::as_str);
        assert_eq!(cow("365", "1985-06-01"), Ok("SUN"));
        assert_eq!(cow("365", "1991-12-25"), Ok("SUN"));
        assert_eq!(cow("365", "1991-12-26"), Ok("RUS"));
        assert_eq!(cow("365", "2000-06-01"), Ok("RUS"));
    }

    #[test]
    fn germany_changed_its_code_with_unity() {
        let states = states();
        let resolver = Resolver::new(&states);
        let cow =
            |code: &str, day: &str| resolver.by_code(Scheme::Cow, code, date(day)).map(EntityId::as_str);
        assert_eq!(cow("260", "1970-01-01"), Ok("DEU"));
        assert_eq!(cow("255", "1990-10-03"), Ok("DEU"));
        assert_eq!(cow("265", "1970-01-01"), Ok("DDR"));
        let told = cow("255", "1970-01-01").unwrap_err().to_string();
        assert_eq!(told, "not in use on that day; DEU used it in 1990-10-03/..");
    }

    #[test]
    fn a_successor_is_named_and_never_chosen() {
        let states = states();
        let resolver = Resolver::new(&states);
        let answer = resolver.by_code(Scheme::Cow, "265", date("1995-01-01"));
        let Err(Unresolved::NotThen(users)) = &answer else { panic!("{answer:?}") };
        assert_eq!(users[0].2, ["DEU".into()]);
        assert_eq!(
            answer.unwrap_err().to_string(),
            "not in use on that day; DDR used it in 1954-03-25/1990-10-02 (succeeded by DEU)"
        );
    }

    #[test]
    fn what_nobody_has_is_unknown_and_what_two_have_is_ambiguous() {
        let mut states = states();
        let resolver = Resolver::new(&states);
        assert_eq!(resolver.by_code(Scheme::Cow, "999", date("2000-01-01")), Err(Unresolved::Unknown));
        assert_eq!(
            resolver.by_code(Scheme::GleditschWard, "365", date("2000-01-01")),
            Err(Unresolved::Unknown)
        );
        let twin = state("TWO", ["", ""], &[(Scheme::Cow, "365", "", "")], &[]);
        states.push(twin);
        let answer = Resolver::new(&states).by_code(Scheme::Cow, "365", date("2000-01-01")).cloned();
        assert_eq!(answer, Err(Unresolved::Ambiguous(vec!["RUS".into(), "TWO".into()])));
    }

    #[test]
    fn names_resolve_in_every_case_while_their_bearer_exists() {
        let states = states();
        let resolver = Resolver::new(&states);
        let name = |name: &str, day: &str| resolver.by_name(name, date(day)).map(EntityId::as_str);
        assert_eq!(name("staates ddr", "1980-01-01"), Ok("DDR"));
        let Err(Unresolved::NotThen(users)) = name("Staat DDR", "2000-01-01") else { panic!("it has ended") };
        assert_eq!(users[0].1, "1949-10-07/1990-10-02");
        assert_eq!(name("Atlantis", "2000-01-01"), Err(Unresolved::Unknown));
    }
}
