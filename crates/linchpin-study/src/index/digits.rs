//! Numbers as other programs write them.

/// A number with 17 significant digits, as C's `%.17g`; empty where it is missing.
pub fn digits(value: f64) -> String {
    if value.is_nan() {
        return String::new();
    }
    if value == 0.0 {
        return "0".into();
    }
    let scientific = format!("{value:.16e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let trimmed = |text: &str| -> String {
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').into() } else { text.into() }
    };
    match exponent.parse::<i32>() {
        Ok(exponent) if (-5..17).contains(&exponent) => {
            let places = usize::try_from(16 - exponent).unwrap_or(0);
            trimmed(&format!("{value:.places$}"))
        }
        _ => format!("{}e{exponent}", trimmed(mantissa)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seventeen_digits_as_other_programs_write_them() {
        for (value, text) in [
            (3.79338_5, "3.7933849999999998"),
            (0.1, "0.10000000000000001"),
            (-51.0, "-51"),
            (100.0, "100"),
            (-0.0, "0"),
            (1e-7, "9.9999999999999995e-8"),
            (1.5e20, "1.5e20"),
            (f64::NAN, ""),
        ] {
            assert_eq!(digits(value), text);
        }
        for value in [std::f64::consts::PI, 1.0 / 3.0, 123_456.789e-30] {
            assert_eq!(digits(value).parse(), Ok(value));
        }
    }
}
