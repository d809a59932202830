//! Words for probabilities of stated propositions: those of ICD 203 in English, a scale of our own in German.
//!
//! Intelligence Community Directive 203 (2015), "Analytic Standards", D.6.e.2.a. The probability is shown rounded to
//! 5 % and within 1 to 99 %. No word is used where the Monte Carlo error or the rounding leaves open which it is: two
//! probabilities shown as 20 % must not bear different words.

use crate::number;
use crate::voice::Voice;

/// Where one word ends and the next begins.
const BOUNDARIES: [f64; 6] = [0.05, 0.20, 0.45, 0.55, 0.80, 0.95];

/// The words from the least to the greatest probability.
const WORDS: [&str; 7] = [
    "likely-almost-no-chance",
    "likely-very-unlikely",
    "likely-unlikely",
    "likely-roughly-even",
    "likely-likely",
    "likely-very-likely",
    "likely-almost-certain",
];

/// The probability as shown: rounded to 5 %, at least 1 and at most 99 %.
pub fn shown(p: f64, voice: &Voice) -> String {
    number::whole_percent(rounded_percent(p), voice.lang())
}

fn rounded_percent(p: f64) -> f64 {
    ((p * 20.0).round() * 5.0).clamp(1.0, 99.0)
}

/// The word for a probability, unless two Monte Carlo errors either way reach over a boundary, or the probability as
/// shown is one.
pub fn word(p: f64, draws: u64, voice: &Voice) -> Option<String> {
    let error = (p * (1.0 - p) / draws.max(1) as f64).sqrt();
    let rounded = rounded_percent(p) / 100.0;
    let open = |b: &f64| (p - b).abs() <= 2.0 * error || (rounded - b).abs() < 1e-9;
    if BOUNDARIES.iter().any(open) {
        return None;
    }
    let at = BOUNDARIES.iter().filter(|boundary| p > **boundary).count();
    Some(voice.say(WORDS[at]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use linchpin_model::text::Lang;

    #[test]
    fn words_are_those_of_icd_203() {
        let voice = Voice::new(Lang::En);
        let cases = [
            (0.001, "almost no chance"),
            (0.10, "very unlikely"),
            (0.30, "unlikely"),
            (0.50, "roughly even chance"),
            (0.70, "likely"),
            (0.90, "very likely"),
            (0.98, "almost certain"),
        ];
        for (p, expected) in cases {
            assert_eq!(word(p, 10_000, &voice).as_deref(), Some(expected), "{p}");
        }
    }

    #[test]
    fn no_word_where_it_is_open_which() {
        let voice = Voice::new(Lang::De);
        assert_eq!(word(0.805, 10_000, &voice), None);
        assert_eq!(word(0.83, 10_000, &voice).as_deref(), Some("sehr wahrscheinlich"));
        assert_eq!(word(0.83, 400, &voice), None);
        assert_eq!((word(0.18, 10_000, &voice), word(0.22, 10_000, &voice)), (None, None));
    }

    #[test]
    fn probabilities_are_rounded_and_never_certain() {
        let voice = Voice::new(Lang::En);
        assert_eq!(
            [0.0, 0.02, 0.03, 0.62, 0.63, 0.999].map(|p| shown(p, &voice)),
            ["1%", "1%", "5%", "60%", "65%", "99%"]
        );
    }
}
