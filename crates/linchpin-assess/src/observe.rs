//! From statements to observations: rules applied to facts, in the setting of a tie.

use crate::facts::{Facts, predicates};
use crate::tie::Setting;
use linchpin_index::reading;
use linchpin_model::framework::{Baseline, Goalposts, Pattern, Reading, Rule};
use linchpin_model::id::IssueId;
use linchpin_model::plover::EventStatus;
use linchpin_model::statement::{
    Bound, Claim, Kind, OMITTED, Place, Position, Quantity, Statement, UNDECIDED,
};
use linchpin_model::vocabulary::Level;

/// The value that a rule gives a fact, and how sure the reading is by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Observation {
    pub fact: usize,
    /// 0 to 1
    pub value: f64,
    /// standard deviation of the measurement; what grade, coding or proxy leave uncertain joins it in a reading
    pub sd: f64,
    /// whether goalposts were used, rather than levels
    pub goalposts: bool,
    /// how much the matter matters to the actor, for positions
    pub salience: f64,
}

/// Facts that a pattern takes.
pub(crate) fn matching<'f>(
    facts: &'f Facts<'_>,
    setting: Setting<'f>,
    pattern: &'f Pattern,
) -> impl Iterator<Item = usize> + 'f {
    facts
        .about(pattern.kind, predicate(pattern))
        .iter()
        .copied()
        .filter(move |&fact| fits(setting, pattern, facts.all[fact].statement))
}

/// What the statements that a pattern takes are about; empty where any topic will do.
fn predicate(pattern: &Pattern) -> &str {
    let predicate = match pattern.kind {
        Kind::Position => pattern.issue.as_ref().map(|id| id.as_str()),
        Kind::Quantity => pattern.measure.as_ref().map(|id| id.as_str()),
        _ => pattern.topic.as_ref().map(|id| id.as_str()),
    };
    predicate.unwrap_or_default()
}

/// Whether a pattern takes a statement.
pub(crate) fn takes(setting: Setting, pattern: &Pattern, statement: &Statement) -> bool {
    statement.claim.kind() == pattern.kind
        && predicates(&statement.claim).contains(&predicate(pattern))
        && fits(setting, pattern, statement)
}

/// Whether a pattern takes a statement of its kind and predicate.
fn fits(setting: Setting, pattern: &Pattern, statement: &Statement) -> bool {
    let Some(subject) = statement.claim.subject() else { return false };
    if !setting.selects(&pattern.subject, subject, &statement.valid) {
        return false;
    }
    if let Some(object) = &pattern.object
        && !setting.selects_object(object, subject, statement.claim.object(), &statement.valid)
    {
        return false;
    }
    match &statement.claim {
        Claim::Event(event) => {
            let types_fit = pattern.types.is_empty() || pattern.types.contains(&event.r#type);
            let status_fits = if pattern.statuses.is_empty() {
                matches!(event.status, EventStatus::Completed | EventStatus::Ongoing)
            } else {
                pattern.statuses.contains(&event.status)
            };
            types_fit && status_fits
        }
        // a part is not the whole
        Claim::Quantity(quantity) => quantity.scope.is_none(),
        _ => true,
    }
}

/// Everything that some rules read, in the order of rules and facts.
pub(crate) fn by_rules(facts: &Facts, setting: Setting, rules: &[Rule]) -> Vec<Observation> {
    rules
        .iter()
        .flat_map(|rule| {
            matching(facts, setting, &rule.takes).filter_map(|fact| by_rule(facts, setting, rule, fact))
        })
        .collect()
}

fn by_rule(facts: &Facts, setting: Setting, rule: &Rule, fact: usize) -> Option<Observation> {
    let statement = facts.all[fact].statement;
    match (&rule.by, &statement.claim) {
        (Reading::Level(one), _) => {
            let (_, sd) = reading::level(1, one.of as usize, statement.said.hedged);
            Some(Observation { fact, value: one.value, sd, goalposts: false, salience: 0.5 })
        }
        (Reading::Goalposts(posts), Claim::Quantity(q)) => Some(quantity(fact, q, posts, 1.0)),
        (Reading::Baseline(base), Claim::Quantity(q)) => {
            let mean = baseline(facts, setting, &rule.takes, q, base)?;
            let posts = Goalposts { low: base.low, high: base.high, falling: false };
            Some(quantity(fact, q, &posts, mean))
        }
        (Reading::Levels, _) => level(facts, fact),
        (Reading::Ladder(ladder), claim) => {
            let (word, _) = graded(facts, claim)?;
            Some(Observation { value: *ladder.get(word)?, ..level(facts, fact)? })
        }
        _ => None,
    }
}

/// A fact on the scale of its own issue or topic.
fn level(facts: &Facts, fact: usize) -> Option<Observation> {
    let statement = facts.all[fact].statement;
    let (word, levels) = graded(facts, &statement.claim)?;
    let place = levels.iter().position(|l| l.id == word)?;
    let (value, sd) = reading::level(place + 1, levels.len(), statement.said.hedged);
    let salience = match &statement.claim {
        Claim::Position(position) => position.salience,
        _ => 0.5,
    };
    Some(Observation { fact, value, sd, goalposts: false, salience })
}

/// The level a claim names, and the scale it stands on.
fn graded<'f>(facts: &'f Facts, claim: &'f Claim) -> Option<(&'f str, &'f [Level])> {
    let word = match claim {
        Claim::Position(position) => place_of(facts, position)?,
        _ => claim.level()?,
    };
    Some((word, facts.vocabulary.scale(claim)?))
}

/// The level of a position. Undecided is no place; omitted is the level that the issue says silence amounts to.
fn place_of<'f>(facts: &'f Facts, position: &'f Position) -> Option<&'f str> {
    match &position.place {
        Place::Level(word) if word == UNDECIDED => None,
        Place::Level(word) if word == OMITTED => {
            facts.vocabulary.issues.get(&position.issue)?.omitted.as_deref()
        }
        Place::Level(word) => Some(word),
        Place::Order(_) => None,
    }
}

/// Positions of a side on an issue, as observations on the issue's scale.
pub(crate) fn positions(facts: &Facts, setting: Setting, pattern: &Pattern) -> Vec<Observation> {
    matching(facts, setting, pattern).filter_map(|fact| level(facts, fact)).collect()
}

/// The rankings that a side gave of an issue's items: for each fact the rank of every item of the issue that it names.
pub(crate) fn rankings(
    facts: &Facts,
    setting: Setting,
    pattern: &Pattern,
    issue: &IssueId,
) -> Vec<(usize, Vec<Option<usize>>)> {
    let Some(issue) = facts.vocabulary.issues.get(issue) else { return vec![] };
    matching(facts, setting, pattern)
        .filter_map(|fact| match &facts.all[fact].statement.claim {
            Claim::Position(Position { place: Place::Order(order), .. }) => {
                let rank = |item: &Level| order.iter().position(|o| *o == item.id);
                Some((fact, issue.items.iter().map(rank).collect()))
            }
            _ => None,
        })
        .collect()
}

fn quantity(fact: usize, q: &Quantity, posts: &Goalposts, over: f64) -> Observation {
    let bound = match q.bound {
        Bound::Exact => reading::Bound::Exact,
        Bound::Circa => reading::Bound::Circa,
        Bound::MoreThan | Bound::AtLeast => reading::Bound::MoreThan,
        Bound::LessThan | Bound::AtMost => reading::Bound::LessThan,
        Bound::Range => reading::Bound::Range(q.high.unwrap_or(q.value) / over),
    };
    let (zero, one) = if posts.falling { (posts.high, posts.low) } else { (posts.low, posts.high) };
    let (value, sd) = reading::quantity(q.value / over, bound, zero, one);
    Observation { fact, value, sd, goalposts: true, salience: 0.5 }
}

/// The mean of a quantity's own series over the years of a base; `None` without a value of that series in them.
pub(crate) fn baseline(
    facts: &Facts,
    setting: Setting,
    pattern: &Pattern,
    q: &Quantity,
    base: &Baseline,
) -> Option<f64> {
    let series = q.series.as_ref()?;
    let values: Vec<f64> = matching(facts, setting, pattern)
        .filter_map(|other| {
            let statement = facts.all[other].statement;
            let Claim::Quantity(o) = &statement.claim else { return None };
            let years = statement.valid.first_day().year()..=statement.valid.last_day().year();
            let within = *years.start() >= base.from_year && *years.end() <= base.to_year;
            (within && o.series.as_ref() == Some(series) && o.scope == q.scope).then_some(o.value)
        })
        .collect();
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    (!values.is_empty() && mean > 0.0).then_some(mean)
}
