//! The clock of a leaf: how much it may have changed between two dates (METHOD 1 and 9).

use linchpin_index::state::Clock;
use linchpin_model::Date;
use linchpin_model::actor::Tenure;
use linchpin_model::framework::{Class, Framework};
use linchpin_model::id::EntityId;
use linchpin_model::vocabulary::Vocabulary;

/// Standard deviation of the step when a holder of another party takes office.
const STEP_OTHER_PARTY: f64 = 0.20;
/// Standard deviation of the step when a holder of the same party takes office.
const STEP_SAME_PARTY: f64 = 0.10;

/// A holder who comes back, and when they left before.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Return {
    /// last day of the earlier tenure
    pub left: Date,
    /// first day of the later one
    pub back: Date,
}

/// Years since the start of 2000, by days of 365.25 to the year.
pub(crate) fn years(day: Date) -> f64 {
    let epoch = Date::constant(2000, 1, 1);
    // days differ by whole numbers, so this is exact up to the division
    f64::from(epoch.until(day).map(|span| span.get_days()).unwrap_or_default()) / 365.25
}

/// The clock of a class, with steps at changes of the heads of government of some states.
pub(crate) fn clock(
    framework: &Framework,
    class: Class,
    vocabulary: &Vocabulary,
    heads_of: &[&EntityId],
) -> Clock {
    let q = framework.volatility.get(&class).copied().unwrap_or_default();
    let mut steps: Vec<(f64, f64)> = heads_of
        .iter()
        .flat_map(|state| {
            let held = tenures(vocabulary, state);
            let step = |pair: &[&Tenure]| {
                let sd = if pair[0].party == pair[1].party { STEP_SAME_PARTY } else { STEP_OTHER_PARTY };
                (years(pair[1].from), sd * sd)
            };
            held.windows(2).map(step).collect::<Vec<_>>()
        })
        .collect();
    steps.sort_by(|a, b| a.0.total_cmp(&b.0));
    Clock { q, steps }
}

/// Holders who came back to the office of a state's head of government.
pub(crate) fn returns(vocabulary: &Vocabulary, state: &EntityId) -> Vec<Return> {
    let tenures = tenures(vocabulary, state);
    let mut found = vec![];
    for (later, tenure) in tenures.iter().enumerate() {
        let earlier = tenures[..later].iter().rev().find(|t| t.person == tenure.person);
        if let Some(left) = earlier.and_then(|t| t.to)
            && tenures.get(later.wrapping_sub(1)).is_some_and(|t| t.person != tenure.person)
        {
            found.push(Return { left, back: tenure.from });
        }
    }
    found
}

fn tenures<'v>(vocabulary: &'v Vocabulary, state: &EntityId) -> Vec<&'v Tenure> {
    let office = vocabulary.actors.get(state).and_then(|s| s.head.as_ref());
    let mut held: Vec<&Tenure> =
        office.and_then(|id| vocabulary.actors.get(id)).map_or(vec![], |o| o.holders.iter().collect());
    held.sort_by_key(|t| t.from);
    held
}
