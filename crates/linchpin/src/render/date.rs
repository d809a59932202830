//! Dates: read from options, and written out in the user's language.

use crate::error::Error;
use crate::i18n::Voice;
use linchpin_model::edtf::{BEGINNING, Edtf};
use linchpin_model::text::Lang;
use linchpin_model::{Date, Timestamp};

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];

/// A day written out: 24 November 2025, 24. November 2025.
pub fn day(date: Date, voice: &Voice) -> String {
    let dot = if voice.lang() == Lang::De { "." } else { "" };
    format!("{}{dot}\u{a0}{} {}", date.day(), month_name(date.month(), voice), date.year())
}

/// The month of a day written out: November 2025.
pub fn month(date: Date, voice: &Voice) -> String {
    format!("{}\u{a0}{}", month_name(date.month(), voice), date.year())
}

/// A date of EDTF level 1 written out; what has no simple wording stays as it is.
pub fn edtf(date: &Edtf, voice: &Voice) -> String {
    let text = date.as_str();
    let part = |text: &str| written(text, voice);
    match text.split_once('/') {
        None => part(text),
        Some((start, "" | "..")) => voice.fill("date-since", &[("start", part(start).into())]),
        Some(("" | "..", end)) => voice.fill("date-until", &[("end", part(end).into())]),
        Some((start, end)) => {
            voice.fill("date-from-to", &[("start", part(start).into()), ("end", part(end).into())])
        }
    }
}

/// The years that a date of an answer lies in: 2020, 2017–2021, since 2010.
pub fn years(text: &str, voice: &Voice) -> String {
    let Ok(date) = text.parse::<Edtf>() else { return text.to_string() };
    let (first, last) = (date.first_day(), date.last_day());
    let years = match (first == BEGINNING, date.is_open_ended()) {
        (true, _) => voice.fill("date-until", &[("end", last.year().to_string().into())]),
        (_, true) => voice.fill("date-since", &[("start", first.year().to_string().into())]),
        _ if first.year() == last.year() => first.year().to_string(),
        _ => format!("{}–{}", first.year(), last.year()),
    };
    let about = date.is_approximate() || date.is_uncertain();
    if about { voice.fill("date-about", &[("date", years.into())]) } else { years }
}

/// The same, of a date that an answer gives as text.
pub fn edtf_text(text: &str, voice: &Voice) -> String {
    text.parse::<Edtf>().map_or_else(|_| text.to_string(), |date| edtf(&date, voice))
}

/// A date of an answer for a table: of a span that is closed only the years, `2017–2021`.
pub fn brief(text: &str, voice: &Voice) -> String {
    let Ok(date) = text.parse::<Edtf>() else { return text.to_string() };
    let known = |end: &str| !matches!(end, "" | "..");
    match text.split_once('/') {
        Some((start, end)) if known(start) && known(end) => {
            match (date.first_day().year(), date.last_day().year()) {
                (first, last) if first == last => first.to_string(),
                (first, last) => format!("{first}–{last}"),
            }
        }
        _ => edtf(&date, voice),
    }
}

fn written(text: &str, voice: &Voice) -> String {
    let bare = text.trim_end_matches(['~', '?', '%']);
    let plain = match fields(bare) {
        Some((year, None, _)) => year.to_string(),
        Some((year, Some(month), None)) if (1..=12).contains(&month) => {
            format!("{} {year}", month_name(month, voice))
        }
        Some((_, Some(_), Some(_))) => bare.parse().map_or(bare.to_string(), |date| day(date, voice)),
        _ => bare.to_string(),
    };
    match text.len() - bare.len() {
        0 => plain,
        _ => voice.fill("date-about", &[("date", plain.into())]),
    }
}

/// The last day of a day, month or year as an option gives it; `place` is what stands before it on the command line.
pub fn option(place: &str, text: &str, voice: &Voice) -> Result<Date, Error> {
    last_day(place, text, "date-remedy", voice)
}

fn last_day(place: &str, text: &str, remedy: &str, voice: &Voice) -> Result<Date, Error> {
    let space = if place.starts_with('-') { " " } else { "" };
    let place = format!("{place}{space}{text}");
    let wrong = |what: String| Err(Error::usage(what).with(voice.say(remedy)));
    let Some((year, month, day)) = fields(text).filter(|(year, ..)| *year > 0) else {
        return wrong(voice.fill("date-malformed", &[("place", place.into()), ("text", text.into())]));
    };
    let Ok(first) = Date::new(year, month.unwrap_or(12), 1) else {
        return wrong(voice.fill("date-no-such-month", &[("place", place.into())]));
    };
    let Some(day) = day else { return Ok(first.last_of_month()) };
    Date::new(year, first.month(), day).or_else(|_| {
        let slots = [
            ("place", place.into()),
            ("month", month_name(first.month(), voice).into()),
            ("year", year.to_string().into()),
            ("days", first.days_in_month().to_string().into()),
        ];
        wrong(voice.fill("date-no-such-day", &slots))
    })
}

/// The first day of a day, month or year as an option gives it: where a span begins.
pub fn start_option(place: &str, text: &str, voice: &Voice) -> Result<Date, Error> {
    let last = last_day(place, text, "date-remedy-start", voice)?;
    Ok(match fields(text) {
        Some((_, None, _)) => last.first_of_year(),
        Some((_, Some(_), None)) => last.first_of_month(),
        _ => last,
    })
}

/// The first and last day of a span as two options give it, which must not begin after it ends.
pub fn span_options(
    from: &Option<String>,
    to: &Option<String>,
    voice: &Voice,
) -> Result<(Option<Date>, Option<Date>), Error> {
    let first = from.as_deref().map(|text| start_option("--from", text, voice)).transpose()?;
    let last = to.as_deref().map(|text| option("--to", text, voice)).transpose()?;
    match (first, last) {
        (Some(first), Some(last)) if first > last => {
            let slots = [("from", day(first, voice).into()), ("to", day(last, voice).into())];
            Err(Error::usage(voice.fill("span-reversed", &slots)).with(voice.say("span-reversed-remedy")))
        }
        span => Ok(span),
    }
}

/// Year, month and day as far as a text of the form 2021, 2021-05 or 2021-05-10 gives them.
fn fields(text: &str) -> Option<(i16, Option<i8>, Option<i8>)> {
    let mut parts = text.split('-');
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse().ok())
            .flatten()
    };
    let year: i16 = number(parts.next()?, 4)?;
    let two = |part: Option<&str>| match part {
        None => Some(None),
        Some(part) => number(part, 2).map(|n| i8::try_from(n).ok()),
    };
    let (month, day) = (two(parts.next())?, two(parts.next())?);
    parts.next().is_none().then_some((year, month, day))
}

fn month_name(month: i8, voice: &Voice) -> String {
    usize::try_from(month - 1)
        .ok()
        .and_then(|at| MONTHS.get(at))
        .map_or(month.to_string(), |id| voice.say(id))
}

/// The last day of a day, month or year as an option gives it, but none in the future: of a month or year that is not over,
/// today.
pub fn past_option(place: &str, text: &str, voice: &Voice) -> Result<Date, Error> {
    let (last, today) = (option(place, text, voice)?, today());
    if last <= today {
        return Ok(last);
    }
    if start_option(place, text, voice)? <= today {
        return Ok(today);
    }
    let slots = [("option", place.into()), ("day", day(last, voice).into())];
    let remedy = [("today", day(today, voice).into())];
    Err(Error::usage(voice.fill("date-future", &slots)).with(voice.fill("date-future-remedy", &remedy)))
}

/// Today, in universal time. `SOURCE_DATE_EPOCH` (reproducible-builds.org) sets it, so that output can be reproduced.
pub fn today() -> Date {
    let set = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = set.and_then(|seconds| Timestamp::from_second(seconds).ok()).unwrap_or_else(Timestamp::now);
    now.to_zoned(jiff::tz::TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match option("--as-of", text, &Voice::new(Lang::En)) {
            Ok(date) => date.to_string(),
            Err(Error::Failed { what, .. }) => what,
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn a_month_or_year_means_its_last_day() {
        assert_eq!(
            ["2021-05-10", "2021-02", "2020-02", "2021"].map(read),
            ["2021-05-10", "2021-02-28", "2020-02-29", "2021-12-31"]
        );
    }

    #[test]
    fn a_span_begins_on_the_first_day_and_ends_on_the_last() {
        let voice = Voice::new(Lang::En);
        let first = |text: &str| start_option("--from", text, &voice).map(|day| day.to_string()).unwrap();
        assert_eq!(["2021-05-10", "2021-05", "2020"].map(first), ["2021-05-10", "2021-05-01", "2020-01-01"]);
        let span = span_options(&Some("2021".into()), &Some("2021".into()), &voice).unwrap();
        assert_eq!(span, (Some(Date::constant(2021, 1, 1)), Some(Date::constant(2021, 12, 31))));
        assert!(span_options(&Some("2022".into()), &Some("2021-12".into()), &voice).is_err());
    }

    #[test]
    fn what_is_wrong_with_a_date_is_said() {
        assert_eq!(read("2021-02-30"), "--as-of 2021-02-30: February 2021 has 28 days");
        assert_eq!(read("2021-13"), "--as-of 2021-13: there is no such month; months run from 01 to 12");
        for text in ["May 2021", "2021-5", "21", "0000", "2021-05-10-01", "2020~", "2020/2021", "", "-2021"] {
            assert!(read(text).contains("is no date"), "{text}: {}", read(text));
        }
    }

    #[test]
    fn years_are_short() {
        let say = |text: &str| years(text, &Voice::new(Lang::En));
        let cases = [
            ("2025-11-24", "2025"),
            ("2017-01-20/2021-01-19", "2017–2021"),
            ("2010/..", "since 2010"),
            ("../2017-07", "until 2017"),
            ("2020~", "about 2020"),
        ];
        cases.into_iter().for_each(|(text, expected)| assert_eq!(say(text), expected));
    }

    #[test]
    fn a_span_is_told_in_brief_by_its_years() {
        let say = |text: &str| brief(text, &Voice::new(Lang::En)).replace('\u{a0}', " ");
        let cases = [
            ("2017-01-20/2021-01-19", "2017–2021"),
            ("2018-09~/2018-12", "2018"),
            ("2015/..", "since 2015"),
            ("../1991", "until 1991"),
            ("2025-11-24", "24 November 2025"),
        ];
        for (text, expected) in cases {
            assert_eq!(say(text), expected);
        }
    }

    #[test]
    fn dates_are_written_out() {
        let say = |text: &str, lang| edtf(&text.parse().unwrap(), &Voice::new(lang)).replace('\u{a0}', " ");
        let cases = [
            ("2025-11-24", "24. November 2025", "24 November 2025"),
            ("2021-05", "Mai 2021", "May 2021"),
            ("2020", "2020", "2020"),
            ("2020~", "etwa 2020", "about 2020"),
            ("2015/..", "seit 2015", "since 2015"),
            ("../1991", "bis 1991", "until 1991"),
            ("2018-09/2019-01", "September 2018 bis Januar 2019", "September 2018 to January 2019"),
            ("202X", "202X", "202X"),
        ];
        for (text, de, en) in cases {
            assert_eq!((say(text, Lang::De).as_str(), say(text, Lang::En).as_str()), (de, en));
        }
    }
}
