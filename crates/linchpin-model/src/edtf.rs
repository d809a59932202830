//! Dates of the Extended Date/Time Format (ISO 8601-2:2019), level 1 without time of day: `2020`, `2018-09`,
//! `2025-10-28`, intervals `2025-11-24/2025-12-31`, qualifiers `2020~` (approximate), `2020?` (uncertain),
//! `2020%` (both), unspecified digits `202X` and `2020-XX`, seasons `2020-21`..`2020-24` (spring to winter of
//! the northern hemisphere), and open ends `../2020`, `2020/..` or unknown ends `/2020`, `2020/`.
//!
//! No maintained crate reads level 1 (the one there is saw its last release in 2021), so this module does;
//! days and their arithmetic are `jiff`'s.

use crate::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A date or interval with its precision. Printing gives back the text it was read from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf {
    text: String,
    first: Option<Date>,
    last: Option<Date>,
    interval: bool,
    approximate: bool,
    uncertain: bool,
}

/// Why a text is no date of level 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is no EDTF date: {why}")]
pub struct EdtfError {
    /// the text as given
    pub text: String,
    /// what is wrong with it, and what would be right
    pub why: String,
}

/// The earliest day that open starts stand for.
pub const BEGINNING: Date = Date::constant(1, 1, 1);
/// The latest day that open ends stand for.
pub const END: Date = Date::constant(9999, 12, 31);

impl Edtf {
    /// The first day that the date may mean; [`BEGINNING`] for an open start.
    pub fn first_day(&self) -> Date {
        self.first.unwrap_or(BEGINNING)
    }

    /// The last day that the date may mean; [`END`] for an open end.
    pub fn last_day(&self) -> Date {
        self.last.unwrap_or(END)
    }

    /// Whether the end is open or unknown.
    pub fn is_open_ended(&self) -> bool {
        self.last.is_none()
    }

    /// Whether the text is an interval with a slash (not merely a date of coarse precision).
    pub fn is_interval(&self) -> bool {
        self.interval
    }

    /// Whether the date is marked `~` or `%`.
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// Whether the date is marked `?` or `%`.
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// Whether a day lies in the date's span, both ends included.
    pub fn covers(&self, day: Date) -> bool {
        self.first_day() <= day && day <= self.last_day()
    }

    /// Whether two spans share a day.
    pub fn overlaps(&self, other: &Edtf) -> bool {
        self.first_day() <= other.last_day() && other.first_day() <= self.last_day()
    }

    /// The text it was read from.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<Date> for Edtf {
    fn from(day: Date) -> Self {
        Edtf {
            text: day.to_string(),
            first: Some(day),
            last: Some(day),
            interval: false,
            approximate: false,
            uncertain: false,
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<Edtf> for String {
    fn from(date: Edtf) -> String {
        date.text
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;
    fn try_from(text: String) -> Result<Self, EdtfError> {
        text.parse()
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let fail = |why: String| EdtfError { text: text.chars().take(60).collect(), why };
        let (first, last, interval, marks) = match text.split_once('/') {
            None => {
                let part = Part::read(text).map_err(fail)?;
                (Some(part.first), Some(part.last), false, part.marks)
            }
            Some((start, end)) => {
                let start = Part::read_end(start).map_err(fail)?;
                let end = Part::read_end(end).map_err(fail)?;
                if start.is_none() && end.is_none() {
                    return Err(fail("an interval needs at least one end that is known".into()));
                }
                let marks = [&start, &end]
                    .into_iter()
                    .flatten()
                    .fold((false, false), |m, p| (m.0 || p.marks.0, m.1 || p.marks.1));
                (start.map(|p| p.first), end.map(|p| p.last), true, marks)
            }
        };
        if let (Some(first), Some(last)) = (first, last)
            && first > last
        {
            return Err(fail(format!("the interval ends ({last}) before it starts ({first})")));
        }
        Ok(Edtf { text: text.into(), first, last, interval, approximate: marks.0, uncertain: marks.1 })
    }
}

/// One date without a slash: its span, and whether it is approximate and uncertain.
struct Part {
    first: Date,
    last: Date,
    marks: (bool, bool),
}

impl Part {
    fn read_end(text: &str) -> Result<Option<Part>, String> {
        if text.is_empty() || text == ".." { Ok(None) } else { Part::read(text).map(Some) }
    }

    fn read(text: &str) -> Result<Part, String> {
        let (bare, marks) = match text.as_bytes().last() {
            Some(b'~') => (&text[..text.len() - 1], (true, false)),
            Some(b'?') => (&text[..text.len() - 1], (false, true)),
            Some(b'%') => (&text[..text.len() - 1], (true, true)),
            _ => (text, (false, false)),
        };
        let mut fields = bare.split('-');
        let year = fields.next().unwrap_or_default();
        let month = fields.next();
        let day = fields.next();
        if fields.next().is_some() {
            return Err("a date has at most year, month and day, as in 2025-10-28".into());
        }
        let (first_year, last_year) = year_span(year)?;
        let span = |first: Date, last: Date| Ok(Part { first, last, marks });
        let (Some(month), day) = (month, day) else {
            return span(civil(first_year, 1, 1)?, civil(last_year, 12, 31)?);
        };
        if first_year != last_year {
            return Err("a year with unspecified digits stands alone, as in 202X".into());
        }
        if month == "XX" {
            return match day {
                None | Some("XX") => span(civil(first_year, 1, 1)?, civil(first_year, 12, 31)?),
                Some(_) => Err("a day needs its month".into()),
            };
        }
        let month: i8 = two_digits(month).ok_or_else(|| format!("“{month}” is no month; write 01 to 12"))?;
        if let season @ 21..=24 = month {
            if day.is_some() {
                return Err("a season has no day".into());
            }
            let start = civil(first_year, (season - 20) * 3, 1)?;
            let end_month = (season - 20) * 3 + 2;
            let end = if end_month > 12 {
                civil(first_year + 1, end_month - 12, 1)?
            } else {
                civil(first_year, end_month, 1)?
            };
            return span(start, end.last_of_month());
        }
        let start = civil(first_year, month, 1)?;
        match day {
            None | Some("XX") => span(start, start.last_of_month()),
            Some(day) => {
                let number = two_digits(day).ok_or_else(|| format!("“{day}” is no day; write 01 to 31"))?;
                let date = civil(first_year, month, number)?;
                span(date, date)
            }
        }
    }
}

fn year_span(text: &str) -> Result<(i16, i16), String> {
    let wrong = || format!("“{text}” is no year; write four digits, as in 2020 or 202X");
    if text.len() != 4 || !text.is_ascii() {
        return Err(wrong());
    }
    let digits = text.trim_end_matches('X');
    if digits.len() < 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    let fill =
        |c: &str| format!("{digits}{}", c.repeat(4 - digits.len())).parse::<i16>().map_err(|_| wrong());
    let (first, last) = (fill("0")?, fill("9")?);
    if first < 1 { Err("year 0000 is not used here".into()) } else { Ok((first, last)) }
}

fn two_digits(text: &str) -> Option<i8> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn civil(year: i16, month: i8, day: i8) -> Result<Date, String> {
    if !(1..=12).contains(&month) {
        return Err(format!("there is no month {month}; write 01 to 12"));
    }
    Date::new(year, month, day).map_err(|_| {
        let last = Date::new(year, month, 1).map(|d| d.days_in_month()).unwrap_or(31);
        format!("{year:04}-{month:02} has no day {day}; its last is {last}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn span(text: &str) -> (String, String) {
        let date: Edtf = text.parse().unwrap();
        (date.first_day().to_string(), date.last_day().to_string())
    }

    #[test]
    fn reads_level_one() {
        let cases = [
            ("2020", "2020-01-01", "2020-12-31"),
            ("2018-09", "2018-09-01", "2018-09-30"),
            ("2020-02", "2020-02-01", "2020-02-29"),
            ("2025-11-24/2025-12-31", "2025-11-24", "2025-12-31"),
            ("2020~", "2020-01-01", "2020-12-31"),
            ("2015/..", "2015-01-01", "9999-12-31"),
            ("../1991", "0001-01-01", "1991-12-31"),
            ("1998/2000-06", "1998-01-01", "2000-06-30"),
            ("201X", "2010-01-01", "2019-12-31"),
            ("2020-XX", "2020-01-01", "2020-12-31"),
            ("2019-22", "2019-06-01", "2019-08-31"),
            ("2019-24", "2019-12-01", "2020-02-29"),
        ];
        for (text, first, last) in cases {
            assert_eq!(span(text), (first.to_string(), last.to_string()), "{text}");
        }
        assert!("2020~".parse::<Edtf>().unwrap().is_approximate());
        assert!("2020?".parse::<Edtf>().unwrap().is_uncertain());
        assert!("2015/..".parse::<Edtf>().unwrap().is_open_ended());
    }

    #[test]
    fn names_what_is_wrong() {
        let cases = [
            ("2021-02-30", "2021-02 has no day 30; its last is 28"),
            ("2021-13", "there is no month 13; write 01 to 12"),
            ("21", "“21” is no year; write four digits, as in 2020 or 202X"),
            ("2021/2020", "the interval ends (2020-12-31) before it starts (2021-01-01)"),
            ("../..", "an interval needs at least one end that is known"),
            ("May 2021", "“May 2021” is no year; write four digits, as in 2020 or 202X"),
            ("", "“” is no year; write four digits, as in 2020 or 202X"),
        ];
        for (text, why) in cases {
            assert_eq!(text.parse::<Edtf>().unwrap_err().why, why, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_its_text(text in "\\PC{0,24}|[0-9X~?%./-]{0,24}") {
            if let Ok(date) = text.parse::<Edtf>() {
                prop_assert_eq!(date.to_string(), text);
                prop_assert!(date.first_day() <= date.last_day());
            }
        }
    }
}
