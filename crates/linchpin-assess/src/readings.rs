//! From observations to the readings of one leaf state, at every date that is asked for (METHOD 2, 4, 7, 8).

use crate::clock::{Return, years};
use crate::facts::{Facts, has_begun};
use crate::observe::Observation;
use linchpin_index::reading::{level_variance, quantity_variance};
use linchpin_index::state::{
    Clock, MULTIPLIERS, Multipliers, Reading, Sees, State, Wanted, estimate, estimate_all,
};
use linchpin_model::Date;
use linchpin_model::edtf::BEGINNING;
use linchpin_model::statement::{Claim, Kind};
use std::collections::BTreeMap;

/// The most readings of a leaf that one date sees: the newest.
const NEWEST: usize = 64;
/// A validity of more days than this gives two points, not one.
const YEAR: i32 = 366;
/// Standard deviation of the reading that a returning holder of an office brings.
const RETURN_SD: f64 = 0.20;

/// A statement's share in a reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Share {
    pub fact: usize,
    pub source: u32,
    pub share: f64,
    pub goalposts: bool,
}

/// The state of a leaf at the dates of the assessment: readings, who carries them, and the nine solutions.
#[derive(Clone, Debug)]
pub(crate) struct LeafState {
    pub readings: Vec<Reading>,
    pub clock: Clock,
    pub wanted: Vec<Wanted>,
    /// who carries each reading; nobody carries what a returning holder brings
    pub carriers: Vec<Vec<Share>>,
    /// one solution for each pair of multipliers
    pub solved: Vec<State>,
    /// mean salience of the positions seen at each date; ½ without any
    pub salience: Vec<f64>,
    /// for each date, the share of weight that goalpost readings carry
    pub goalposts: Vec<f64>,
}

/// The index of the multipliers (1, 1) among the nine.
pub(crate) fn unmultiplied() -> usize {
    MULTIPLIERS.iter().position(|(m, _)| m.q == 1.0 && m.tau == 1.0).unwrap_or_default()
}

/// One point of an observation in time, from one source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Point {
    observation: usize,
    source: u32,
    day: Date,
}

/// Solves a leaf for some dates, which must rise.
pub(crate) fn solve(
    facts: &Facts,
    observations: &[Observation],
    clock: &Clock,
    returns: &[Return],
    dates: &[Date],
) -> LeafState {
    let (mut readings, mut carriers, mut sees) = gather(facts, observations, dates);
    for (back, brought) in returns.iter().filter_map(|r| bring_back(facts, observations, clock, r)) {
        let seen: Vec<bool> = dates.iter().map(|d| *d >= back).collect();
        if seen.contains(&true) {
            let alone = 1 + readings.iter().map(|r| r.error).max().unwrap_or_default();
            // a source of its own: what a person thought before is no source's shared error
            let source = u32::MAX - readings.len() as u32;
            readings.push(Reading { error: alone, source, coder: source, ..brought });
            carriers.push(vec![]);
            for (date, seen) in seen.into_iter().enumerate() {
                sees[date].push(seen);
            }
        }
    }
    let salience = sees.iter().map(|sees| mean_salience(observations, &carriers, sees)).collect();
    let wanted: Vec<Wanted> = dates
        .iter()
        .zip(sees)
        .map(|(date, sees)| Wanted { at: years(*date), sees: Sees::These(sees) })
        .collect();
    let solved = estimate_all(&readings, clock, &wanted).to_vec();
    let base = &solved[unmultiplied()];
    let goalposts = (0..dates.len()).map(|d| goalpost_share(&base.weights[d], &carriers)).collect();
    LeafState { readings, clock: clock.clone(), wanted, carriers, solved, salience, goalposts }
}

impl LeafState {
    /// The same leaf with other values read, for experiments.
    pub fn with_values(&self, values: &[f64]) -> LeafState {
        let mut readings = self.readings.clone();
        readings.iter_mut().zip(values).for_each(|(reading, value)| reading.value = *value);
        let solved = estimate_all(&readings, &self.clock, &self.wanted).to_vec();
        LeafState { readings, solved, ..self.clone() }
    }
}

type Gathered = (Vec<Reading>, Vec<Vec<Share>>, Vec<Vec<bool>>);

/// Points of all dates, merged by source and month as each date sees them; equal merges are one reading.
fn gather(facts: &Facts, observations: &[Observation], dates: &[Date]) -> Gathered {
    let mut groups: BTreeMap<Vec<Point>, Vec<bool>> = BTreeMap::new();
    for (at, date) in dates.iter().enumerate() {
        let mut months: BTreeMap<(Date, u32), Vec<Point>> = BTreeMap::new();
        for point in points(facts, observations, *date) {
            months.entry((point.day.first_of_month(), point.source)).or_default().push(point);
        }
        for mut group in months.into_values().rev().take(NEWEST) {
            group.sort();
            groups.entry(group).or_insert_with(|| vec![false; dates.len()])[at] = true;
        }
    }
    let mut sees = vec![vec![]; dates.len()];
    let (mut readings, mut carriers) = (vec![], vec![]);
    for (group, seen) in groups {
        readings.push(merge(facts, observations, &group));
        let share = 1.0 / group.len() as f64;
        carriers.push(
            group
                .iter()
                .map(|p| {
                    let o = &observations[p.observation];
                    Share { fact: o.fact, source: p.source, share, goalposts: o.goalposts }
                })
                .collect(),
        );
        for (date, seen) in seen.into_iter().enumerate() {
            sees[date].push(seen);
        }
    }
    (readings, carriers, sees)
}

/// The points of all observations that hold by a date: two for a validity of more than a year, else one in its middle.
/// Where a judgement holds by then, events are not read (METHOD 19).
fn points(facts: &Facts, observations: &[Observation], date: Date) -> Vec<Point> {
    let statement = |o: &Observation| facts.all[o.fact].statement;
    let begun = |o: &Observation| has_begun(statement(o), date);
    let judged = observations.iter().any(|o| statement(o).claim.kind() == Kind::Judgement && begun(o));
    let mut found = vec![];
    for (observation, o) in observations.iter().enumerate() {
        let unread = judged && statement(o).claim.kind() == Kind::Event;
        if !begun(o) || unread || is_replaced(facts, observations, o, date) {
            continue;
        }
        let fact = &facts.all[o.fact];
        let (first, last) = (fact.statement.valid.first_day(), fact.statement.valid.last_day().min(date));
        let days = first.until(last).map(|span| span.get_days()).unwrap_or(i32::MAX);
        let held = match days {
            _ if first == BEGINNING => vec![last],
            days if days > YEAR => vec![first, last],
            days => vec![first.saturating_add(jiff::Span::new().days(days / 2))],
        };
        for (source, _) in &fact.sources {
            found.extend(held.iter().map(|day| Point { observation, source: *source, day: *day }));
        }
    }
    found
}

/// Whether a provision had ended by a date, and another on the same matter had begun since. What is laid down changes on
/// a day, it does not drift, so the old one says nothing of the time of the new one.
fn is_replaced(facts: &Facts, observations: &[Observation], old: &Observation, date: Date) -> bool {
    let statement = |o: &Observation| facts.all[o.fact].statement;
    let Claim::Provision(ended) = &statement(old).claim else { return false };
    let end = statement(old).valid.last_day();
    end < date
        && observations.iter().any(|o| {
            let begins = statement(o).valid.first_day();
            matches!(&statement(o).claim, Claim::Provision(new)
                if (&new.subject, &new.object, &new.topic) == (&ended.subject, &ended.object, &ended.topic)
                    && end < begins && begins <= date)
        })
}

/// The mean of a group's points with the error of the surest of them: repetition in one source is no corroboration.
/// Two groups whose surest point is the same statement share its error (METHOD 4 and 8).
fn merge(facts: &Facts, observations: &[Observation], group: &[Point]) -> Reading {
    let count = group.len() as f64;
    let variance = |p: &Point| {
        let o = &observations[p.observation];
        let grades = &facts.all[o.fact].sources;
        let row = grades.iter().find(|(source, _)| *source == p.source).map_or(5, |(_, row)| *row);
        if o.goalposts { quantity_variance(o.sd, row) } else { level_variance(o.sd, row) }
    };
    let surest = group.iter().min_by(|a, b| variance(a).total_cmp(&variance(b))).unwrap_or(&group[0]);
    Reading {
        at: group.iter().map(|p| years(p.day)).sum::<f64>() / count,
        value: group.iter().map(|p| observations[p.observation].value).sum::<f64>() / count,
        variance: variance(surest),
        source: surest.source,
        coder: facts.all[observations[surest.observation].fact].coder,
        error: (surest.observation * facts.sources.len()) as u32 + surest.source,
    }
}

/// The state in which a holder left the office, as a reading on the day they come back.
fn bring_back(
    facts: &Facts,
    observations: &[Observation],
    clock: &Clock,
    r: &Return,
) -> Option<(Date, Reading)> {
    let (readings, _, mut sees) = gather(facts, observations, &[r.left]);
    let wanted = Wanted { at: years(r.left), sees: Sees::These(sees.pop()?) };
    let state = estimate(&readings, clock, &[wanted], Multipliers { q: 1.0, tau: 1.0 });
    let reading = Reading {
        at: years(r.back),
        value: state.mean[0],
        variance: RETURN_SD * RETURN_SD,
        source: 0,
        coder: 0,
        error: 0,
    };
    state.informed(0).then_some((r.back, reading))
}

fn mean_salience(observations: &[Observation], carriers: &[Vec<Share>], sees: &[bool]) -> f64 {
    let of_fact: BTreeMap<usize, f64> = observations.iter().map(|o| (o.fact, o.salience)).collect();
    let seen: Vec<f64> = carriers
        .iter()
        .zip(sees)
        .filter(|(_, sees)| **sees)
        .flat_map(|(shares, _)| shares.iter().filter_map(|s| of_fact.get(&s.fact).copied()))
        .collect();
    if seen.is_empty() { 0.5 } else { seen.iter().sum::<f64>() / seen.len() as f64 }
}

fn goalpost_share(weights: &[f64], carriers: &[Vec<Share>]) -> f64 {
    let total: f64 = weights.iter().map(|w| w.abs()).sum();
    let with: f64 = weights
        .iter()
        .zip(carriers)
        .map(|(w, shares)| w.abs() * shares.iter().filter(|s| s.goalposts).map(|s| s.share).sum::<f64>())
        .sum();
    if total > 0.0 { with / total } else { 0.0 }
}
