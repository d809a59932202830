//! Events for and against: what a balance of events takes, and what of it counts at a date (METHOD 19).

use crate::clock::years;
use crate::facts::{Facts, has_begun};
use crate::observe::matching;
use crate::tie::Setting;
use linchpin_model::Date;
use linchpin_model::framework::{Balance, Pattern};
use linchpin_model::statement::{Attribution, Claim, Event, Modality, Statement};
use std::collections::BTreeMap;

/// Events that a balance takes in the setting of a tie, whenever they were, on either side in the order of its patterns.
pub(crate) struct Acts<'v> {
    in_favour: Vec<Act<'v>>,
    against: Vec<Act<'v>>,
}

struct Act<'v> {
    fact: usize,
    event: &'v Event,
    statement: &'v Statement,
    /// by status and modality
    weight: f64,
}

/// Events for and against at one date: months ago and weight.
pub(crate) struct Weighed {
    pub in_favour: Vec<(f64, f64)>,
    pub against: Vec<(f64, f64)>,
    /// the facts that count
    pub used: Vec<usize>,
}

impl<'v> Acts<'v> {
    /// What a balance takes.
    pub fn of(facts: &Facts<'v>, setting: Setting, balance: &Balance) -> Acts<'v> {
        let act = |fact: usize| {
            let statement = facts.all[fact].statement;
            let Claim::Event(event) = &statement.claim else { return None };
            Some(Act { fact, event, statement, weight: event.status.weight() * doubt(&statement.said) })
        };
        let side = |patterns: &[Pattern]| {
            let taken = |pattern| matching(facts, setting, pattern).filter_map(act).collect::<Vec<_>>();
            patterns.iter().flat_map(taken).collect()
        };
        Acts { in_favour: side(&balance.in_favour), against: side(&balance.against) }
    }

    /// What counts within the balance's window before a date, one event for each cluster of the same act.
    pub fn weigh(&self, balance: &Balance, as_of: Date) -> Weighed {
        let mut used: Vec<usize> = vec![];
        let mut side = |acts: &[Act]| {
            let mut clusters: BTreeMap<_, (f64, f64, usize)> = BTreeMap::new();
            for Act { fact, event, statement, weight } in acts {
                let day = statement.valid.last_day().min(as_of);
                let months = (years(as_of) - years(day)) * 12.0;
                if !has_begun(statement, as_of) || months > f64::from(balance.months) {
                    continue;
                }
                let key = (event.r#type, &event.topic, statement.valid.first_day().first_of_month());
                let best = clusters.entry(key).or_insert((months, *weight, *fact));
                if *weight > best.1 {
                    *best = (months, *weight, *fact);
                }
            }
            used.extend(clusters.values().map(|(.., fact)| *fact));
            clusters.into_values().map(|(months, weight, _)| (months, weight)).collect()
        };
        let (in_favour, against) = (side(&self.in_favour), side(&self.against));
        Weighed { in_favour, against, used }
    }
}

/// What is only reported or alleged counts half as an event.
fn doubt(said: &Attribution) -> f64 {
    if said.modality == Modality::Said { 1.0 } else { 0.5 }
}
