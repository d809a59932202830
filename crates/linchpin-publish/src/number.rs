//! Numbers: a decimal point in English, a decimal comma in German, and a true minus sign in both.

use linchpin_model::text::Lang;

/// A number with a fixed count of decimal places.
pub fn fixed(value: f64, places: usize, lang: Lang) -> String {
    let text = format!("{:.places$}", value.abs());
    let sign = if value < 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) { "−" } else { "" };
    format!("{sign}{}", in_language(&text, lang))
}

/// A score, mean or coverage: two places.
pub fn score(value: f64, lang: Lang) -> String {
    fixed(value, 2, lang)
}

/// A difference: two places and always a sign.
pub fn difference(value: f64, lang: Lang) -> String {
    let text = score(value.abs(), lang);
    let sign = match value {
        _ if text == score(0.0, lang) => "±",
        v if v < 0.0 => "−",
        _ => "+",
    };
    format!("{sign}{text}")
}

/// An interval of scores.
pub fn interval([low, high]: [f64; 2], lang: Lang) -> String {
    format!("{}–{}", score(low, lang), score(high, lang))
}

/// A share or probability in whole percent; what is neither nothing nor everything is never rounded to it.
pub fn percent(share: f64, lang: Lang) -> String {
    let whole = (share * 100.0).round();
    // what summing leaves over is neither something nor a lack of it
    let (before, shown) = match whole {
        w if w < 1.0 && share > 1e-9 => ("<", 1.0),
        w if w > 99.0 && share < 1.0 - 1e-9 => (">", 99.0),
        w => ("", w),
    };
    format!("{before}{}", whole_percent(shown, lang))
}

/// Percent that are whole already.
pub fn whole_percent(percent: f64, lang: Lang) -> String {
    match lang {
        Lang::De => format!("{percent:.0}\u{a0}%"),
        Lang::En => format!("{percent:.0}%"),
    }
}

/// A number with at most three decimal places, without zeros that say nothing.
pub fn plain(value: f64, lang: Lang) -> String {
    if value.fract() == 0.0 && (0.0..1e15).contains(&value) {
        return count(value as u64, lang);
    }
    let text = format!("{:.3}", value.abs());
    let sign = if value < 0.0 { "−" } else { "" };
    format!("{sign}{}", in_language(text.trim_end_matches('0').trim_end_matches('.'), lang))
}

/// A positive number with all its digits.
pub fn all_digits(value: f64, lang: Lang) -> String {
    in_language(&value.to_string(), lang)
}

/// A count, in groups of three digits from five digits on.
pub fn count(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mark = if lang == Lang::De { '.' } else { ',' };
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

/// A count as running text has it: from two to twelve in German, to ten in English, in words.
pub fn in_words(number: usize, lang: Lang) -> String {
    const DE: [&str; 11] =
        ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
    const EN: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let words: &[&str] = if lang == Lang::De { &DE } else { &EN };
    let word = number.checked_sub(2).and_then(|at| words.get(at));
    word.map_or_else(|| count(number as u64, lang), |word| (*word).to_string())
}

fn in_language(text: &str, lang: Lang) -> String {
    if lang == Lang::De { text.replace('.', ",") } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lang::{De, En};

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!((score(0.584, De), score(0.584, En)), ("0,58".into(), "0.58".into()));
        assert_eq!((fixed(-1.25, 1, De), score(-0.001, En)), ("−1,2".into(), "0.00".into()));
        assert_eq!((difference(0.031, De), difference(-0.2, En)), ("+0,03".into(), "−0.20".into()));
        assert_eq!(difference(-0.004, En), "±0.00");
        assert_eq!(interval([0.5, 0.625], De), "0,50–0,62");
        assert_eq!((percent(0.714, De), percent(0.714, En)), ("71\u{a0}%".into(), "71%".into()));
        assert_eq!((count(10_000, De), count(1_234_567, En)), ("10.000".into(), "1,234,567".into()));
        assert_eq!(count(2026, En), "2026");
        assert_eq!((plain(5.07, De), plain(746.9, En)), ("5,07".into(), "746.9".into()));
        assert_eq!((plain(55_300.0, De), plain(-0.5, En)), ("55.300".into(), "−0.5".into()));
    }

    #[test]
    fn small_counts_are_words() {
        assert_eq!([1, 2, 12, 13].map(|n| in_words(n, De)), ["1", "zwei", "zwölf", "13"]);
        assert_eq!([0, 2, 10, 11].map(|n| in_words(n, En)), ["0", "two", "ten", "11"]);
    }

    #[test]
    fn a_small_probability_is_not_none_and_a_great_one_not_certainty() {
        assert_eq!((percent(0.004, En), percent(0.996, En)), ("<1%".into(), ">99%".into()));
        assert_eq!((percent(0.0, En), percent(1.0, En)), ("0%".into(), "100%".into()));
        assert_eq!(percent(0.1 + 0.2 + 0.3 + 0.3 + 0.1, En), "100%");
    }
}
