//! Dates: read from options, and written out in the user's language.

use crate::error::Error;
use crate::i18n::Voice;
use linchpin_model::{Date, Timestamp};
pub use linchpin_publish::date::{brief, day, edtf, edtf_text, month, years};
use linchpin_publish::date::{fields, month_name};

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
    use linchpin_model::text::Lang;

    fn read(text: &str) -> String {
        match option("--as-of", text, &crate::i18n::voice(Lang::En)) {
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
        let voice = crate::i18n::voice(Lang::En);
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
}
