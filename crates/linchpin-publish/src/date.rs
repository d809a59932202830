//! Dates written out in a language.

use crate::voice::Voice;
use linchpin_model::Date;
use linchpin_model::edtf::{BEGINNING, Edtf};
use linchpin_model::text::Lang;

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

/// The name of a month, 1 to 12; another number as it is.
pub fn month_name(month: i8, voice: &Voice) -> String {
    usize::try_from(month - 1)
        .ok()
        .and_then(|at| MONTHS.get(at))
        .map_or(month.to_string(), |id| voice.say(id))
}

/// Year, month and day as far as a text of the form 2021, 2021-05 or 2021-05-10 gives them.
pub fn fields(text: &str) -> Option<(i16, Option<i8>, Option<i8>)> {
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

#[cfg(test)]
mod tests {
    use super::*;

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
