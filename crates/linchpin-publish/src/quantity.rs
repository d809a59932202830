//! Quantities in words: “more than 50,000 people”, „rund 5,07 Billionen JPY (in Preisen von 2020)“.

use crate::number;
use crate::voice::Voice;
use linchpin_model::edtf::Edtf;
use linchpin_model::statement::Bound;
use linchpin_model::unit::Unit;
use linchpin_study::Amount;

/// From which value on a number is written with a word, and the word.
const SCALES: [(f64, &str); 3] =
    [(1e12, "amount-trillion"), (1e9, "amount-billion"), (1e6, "amount-million")];

/// An amount in words, with the year of its prices where that is not the year in which it holds.
pub fn written(amount: &Amount, valid: &str, voice: &Voice) -> String {
    let scale = SCALES.into_iter().find(|(from, _)| amount.value.abs() >= *from);
    let figure = |value: f64| number::plain(value / scale.map_or(1.0, |(from, _)| from), voice.lang());
    let figures = match amount.high {
        Some(high) => format!("{}–{}", figure(amount.value), figure(high)),
        None => figure(amount.value),
    };
    let number = match scale {
        Some((from, id)) => {
            let count = amount.high.unwrap_or(amount.value) / from;
            voice.fill(id, &[("number", figures.into()), ("count", count.into())])
        }
        None => figures,
    };
    // a number is never parted from its unit
    let counted = with_unit(number, amount.unit, voice).replace(' ', "\u{a0}");
    let bounded = match bound(amount.bound) {
        Some(id) => voice.fill(id, &[("amount", counted.into())]),
        None => counted,
    };
    match amount.price_year.filter(|year| !lies_in(valid, *year)) {
        Some(year) => {
            let slots = [("amount", bounded.into()), ("year", year.to_string().into())];
            voice.fill("amount-in-prices", &slots)
        }
        None => bounded,
    }
}

/// Whether a date, EDTF, lies in one year and this is it.
fn lies_in(valid: &str, year: i16) -> bool {
    let valid = valid.parse::<Edtf>();
    valid.is_ok_and(|valid| [valid.first_day(), valid.last_day()].iter().all(|day| day.year() == year))
}

fn with_unit(number: String, unit: Unit, voice: &Voice) -> String {
    let id = match unit {
        Unit::Currency(currency) => return format!("{number} {}", currency.code()),
        Unit::Item => return number,
        Unit::Person => "unit-person",
        Unit::Percent => "unit-percent",
        Unit::Multiple => "unit-multiple",
        Unit::Km => "unit-km",
        Unit::Vote => "unit-vote",
        Unit::Year => "unit-year",
    };
    voice.fill(id, &[("number", number.into())])
}

/// The words around an amount that is not exact; a range shows by itself that it is none.
fn bound(bound: Bound) -> Option<&'static str> {
    match bound {
        Bound::Exact | Bound::Range => None,
        Bound::Circa => Some("bound-circa"),
        Bound::MoreThan => Some("bound-more-than"),
        Bound::LessThan => Some("bound-less-than"),
        Bound::AtLeast => Some("bound-at-least"),
        Bound::AtMost => Some("bound-at-most"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use linchpin_model::text::Lang;

    #[test]
    fn amounts_read_as_a_reader_would_say_them() {
        let cases = [
            (55_300.0, None, Bound::Circa, "person", None, "rund 55.300 Personen", "about 55,300 people"),
            (
                5.07e12,
                None,
                Bound::Exact,
                "JPY",
                Some(2020),
                "5,07 Billionen JPY (in Preisen von 2020)",
                "5.07 trillion JPY (2020 prices)",
            ),
            (1e9, None, Bound::AtLeast, "USD", None, "mindestens 1 Milliarde USD", "at least 1 billion USD"),
            (1.1, Some(1.3), Bound::Range, "percent", None, "1,1–1,3 %", "1.1–1.3%"),
            (3.0, None, Bound::MoreThan, "multiple", None, "mehr als das 3-Fache", "more than 3 times"),
            (
                7.4e7,
                None,
                Bound::LessThan,
                "vote",
                None,
                "weniger als 74 Millionen Stimmen",
                "less than 74 million votes",
            ),
            (400.0, None, Bound::AtMost, "item", None, "höchstens 400", "at most 400"),
        ];
        for (value, high, bound, unit, price_year, de, en) in cases {
            let unit = unit.parse().unwrap();
            let amount = Amount { value, high, unit, price_year, bound, series: None, scope: None };
            let said = |lang| written(&amount, "2024", &Voice::new(lang)).replace('\u{a0}', " ");
            assert_eq!([said(Lang::De), said(Lang::En)], [de, en]);
        }
    }
}
