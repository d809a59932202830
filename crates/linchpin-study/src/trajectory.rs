//! How did a score move over the years? Many dates of one alliance, assessed together.
//!
//! A score moves by itself only in that its interval widens as evidence ages, so the dates worth looking at are those
//! at which evidence begins or ceases to hold. Where the gate hides the score there is a gap, and nothing is drawn
//! across it.

use crate::assess::{Shown, shown};
use crate::evidence::criteria;
use crate::setting::{Error, Frame, Setting, tie_named};
use linchpin_assess::{Assessment, Cell, Plan, Slot, assess, feeding};
use linchpin_dossier::{Snapshot, View};
use linchpin_model::Date;
use linchpin_model::edtf::BEGINNING;
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.trajectory/1";

/// The most dates at which evidence changes that are assessed together; of more, those at which most of it does.
const MOST_OF_EVIDENCE: usize = 48;
/// The most dates that may be asked for.
const MOST_DATES: usize = 120;

/// Between which dates a score is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// months in which evidence begins or ceases to hold
    #[default]
    Evidence,
    /// ends of months
    Month,
    /// ends of quarters
    Quarter,
    /// ends of years
    Year,
}

impl Step {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Step::Evidence => "evidence",
            Step::Month => "month",
            Step::Quarter => "quarter",
            Step::Year => "year",
        }
    }

    /// How many months it lasts, where that is fixed.
    fn months(self) -> Option<i8> {
        match self {
            Step::Evidence => None,
            Step::Month => Some(1),
            Step::Quarter => Some(3),
            Step::Year => Some(12),
        }
    }
}

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trajectory {
    /// the alliance
    pub tie: String,
    /// the node or leaf; the root and the criteria below it, if absent
    pub node: Option<String>,
    /// the first date; when the first statement that feeds the alliance begins to hold, if absent
    pub from: Option<Date>,
    /// the last date; the date of validity, if absent
    pub to: Option<Date>,
    /// between which dates
    pub step: Step,
    /// the setting
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// the setting; its date of validity is the last date
    pub frame: Frame,
    /// the alliance
    pub tie: EntityId,
    /// the first date
    pub from: Date,
    /// the last date
    pub to: Date,
    /// between which dates: `evidence`, `month`, `quarter` or `year`
    pub step: &'static str,
    /// months in which evidence changes that were left out, since there are so many
    pub left_out: usize,
    /// the node asked about and the nodes directly below it
    pub lines: Vec<Line>,
}

/// A node over time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// the node's path
    pub node: String,
    /// the dates, rising
    pub points: Vec<Point>,
}

/// A node at a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// the date
    pub date: Date,
    /// the score, computed always
    pub score: Shown,
}

/// Answers the question.
pub fn answer(question: &Trajectory, snapshot: &Snapshot) -> Result<Answer, Error> {
    let setting = Setting { as_of: question.to.or(question.setting.as_of), ..question.setting.clone() };
    let view = setting.view(snapshot);
    let framework = setting.framework(snapshot)?;
    let frame = setting.frame(&view, framework)?;
    let tie = tie_named(snapshot, &question.tie)?;
    let to = frame.as_of;
    if let Some(since) = question.from.filter(|from| *from >= to) {
        return Err(Error::NotBefore { since, as_of: to });
    }
    let evidence = evidence_days(&view, framework, &tie)?;
    let from = question.from.or(evidence.first().copied()).unwrap_or(to).min(to);
    let (dates, left_out) = match question.step.months() {
        Some(months) => (ends(months, from, to)?, 0),
        None => of_evidence(&evidence, question.from, to),
    };
    let cells: Vec<Cell> = dates.iter().map(|as_of| Cell { tie: tie.clone(), as_of: *as_of }).collect();
    let plan = Plan { trajectory: true, ..setting.plan(vec![]) };
    let assessment = assess(&view, framework, &cells, &plan)?;
    let lines = slots(&assessment, question.node.as_deref())?
        .into_iter()
        .map(|slot| {
            let point =
                |(cell, date): (usize, &Date)| Point { date: *date, score: shown(&assessment, cell, slot) };
            Line { node: assessment.path(slot).into(), points: dates.iter().enumerate().map(point).collect() }
        })
        .collect();
    Ok(Answer {
        schema: SCHEMA,
        frame: frame.drawn(&assessment),
        tie,
        from,
        to,
        step: question.step.name(),
        left_out,
        lines,
    })
}

/// The root and the criteria; or the node asked about and the nodes directly below it.
fn slots(assessment: &Assessment, node: Option<&str>) -> Result<Vec<Slot>, Error> {
    let Some(node) = node else { return Ok(criteria(assessment)) };
    let node = assessment.find(node)?;
    let below = assessment.children(node).into_iter().filter(|child| assessment.indicator(*child).is_none());
    Ok([node].into_iter().chain(below).collect())
}

/// The first days of the statements that feed an alliance, and the days on which those that cease to hold do so, rising;
/// a day stands there once for each statement.
fn evidence_days(view: &View, framework: &Framework, tie: &EntityId) -> Result<Vec<Date>, Error> {
    let feeding = feeding(view, framework, tie)?;
    let mut days: Vec<Date> = feeding
        .iter()
        .filter_map(|id| view.get(id))
        .flat_map(|seen| {
            let valid = &seen.statement.valid;
            let begins = Some(valid.first_day()).filter(|day| *day != BEGINNING);
            let ends = Some(valid.last_day()).filter(|_| valid.is_interval() && !valid.is_open_ended());
            begins.into_iter().chain(ends)
        })
        .collect();
    days.sort();
    Ok(days)
}

/// One date for each month in which evidence changes, the last such day; of too many, those of the months in which most
/// evidence changes. The first date, if one is asked for, and the last one are always there. With it, how many months
/// were left out.
fn of_evidence(days: &[Date], from: Option<Date>, to: Date) -> (Vec<Date>, usize) {
    let mut months: BTreeMap<Date, (usize, Date)> = BTreeMap::new();
    for day in days.iter().filter(|day| **day <= to && from.is_none_or(|from| from <= **day)) {
        let (count, last) = months.entry(day.first_of_month()).or_insert((0, *day));
        (*count, *last) = (*count + 1, *day);
    }
    months.remove(&to.first_of_month());
    let mut by_weight: Vec<(usize, Date)> = months.into_values().collect();
    by_weight.sort_by_key(|entry| Reverse(*entry));
    let left_out = by_weight.len().saturating_sub(MOST_OF_EVIDENCE);
    by_weight.truncate(MOST_OF_EVIDENCE);
    let dates: BTreeSet<Date> = by_weight.into_iter().map(|(_, day)| day).chain(from).chain([to]).collect();
    (dates.into_iter().collect(), left_out)
}

/// The ends of all spans of some months between two dates, and the later date.
fn ends(months: i8, from: Date, to: Date) -> Result<Vec<Date>, Error> {
    let mut dates = vec![];
    let mut end = from.last_of_month();
    while end < to {
        if end.month() % months == 0 {
            dates.push(end);
        }
        let Ok(next) = end.tomorrow() else { break };
        end = next.last_of_month();
    }
    dates.push(to);
    if dates.len() > MOST_DATES {
        return Err(Error::TooManyDates { dates: dates.len(), most: MOST_DATES });
    }
    Ok(dates)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_has_one_date_and_the_last_date_is_there() {
        let days = ["2020-01-03", "2020-01-20", "2020-03-01", "2021-05-02"].map(day);
        let dates = of_evidence(&days, None, day("2021-05-10"));
        assert_eq!(dates, (["2020-01-20", "2020-03-01", "2021-05-10"].map(day).to_vec(), 0));
        let later = of_evidence(&days, Some(day("2020-02-01")), day("2020-12-31"));
        assert_eq!(later, (["2020-02-01", "2020-03-01", "2020-12-31"].map(day).to_vec(), 0));
    }

    #[test]
    fn of_many_months_those_with_most_evidence_stay() {
        let mut days: Vec<Date> = (1900..1960).map(|year| Date::constant(year, 6, 1)).collect();
        days.push(Date::constant(1900, 6, 1));
        days.sort();
        let (dates, left_out) = of_evidence(&days, None, day("2000-01-01"));
        assert_eq!((dates.len(), left_out), (MOST_OF_EVIDENCE + 1, 60 - MOST_OF_EVIDENCE));
        assert_eq!(dates[..2], [day("1900-06-01"), day("1913-06-01")]);
    }

    #[test]
    fn spans_end_with_the_calendar_and_the_last_date() {
        let ends = |months| ends(months, day("2020-11-05"), day("2021-04-10"));
        assert_eq!(ends(3), Ok(["2020-12-31", "2021-03-31", "2021-04-10"].map(day).to_vec()));
        assert_eq!(ends(12), Ok(["2020-12-31", "2021-04-10"].map(day).to_vec()));
        assert_eq!(ends(1).map(|dates| dates.len()), Ok(6));
    }
}
