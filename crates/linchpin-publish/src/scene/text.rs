//! How wide a text is, by the typeface that figures are drawn with: that of Arial and Helvetica, so that a drawing read with
//! either is set as it was measured.

use std::sync::LazyLock;
use ttf_parser::{Face, GlyphId};

/// How far letters rise above the baseline, for a size of 1: capitals and ascenders.
pub const RISE: f64 = 0.74;
/// How far they fall below it.
pub const FALL: f64 = 0.21;

/// The typeface as files, for programs that draw.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/LinchpinSans-Regular.ttf");
/// The same in bold.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/LinchpinSans-Bold.ttf");

static FACES: LazyLock<[Face<'static>; 2]> = LazyLock::new(|| {
    [REGULAR, BOLD]
        .map(|font| Face::parse(font, 0).unwrap_or_else(|error| panic!("the built-in typeface: {error}")))
});

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// as text is
    Regular,
    /// for emphasis
    Bold,
}

impl Weight {
    /// The face that has the letters.
    pub(crate) fn face(self) -> &'static Face<'static> {
        match self {
            Weight::Regular => &FACES[0],
            Weight::Bold => &FACES[1],
        }
    }
}

/// How far a letter moves the next one, for a size of 1. What the typeface lacks is as wide as an `m`, so that a line is
/// rather too long in measure than on paper.
pub(crate) fn advance(letter: char, weight: Weight) -> f64 {
    let face = weight.face();
    let glyph = face.glyph_index(letter).filter(|glyph| *glyph != GlyphId(0));
    let known = glyph.or(face.glyph_index('m')).and_then(|glyph| face.glyph_hor_advance(glyph));
    f64::from(known.unwrap_or_default()) / f64::from(face.units_per_em())
}

/// How wide a text is at a size, without kerning.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    text.chars().map(|letter| advance(letter, weight)).sum::<f64>() * size
}

/// Breaks a text into lines of at most a width, between words; a word that is wider is broken inside. An en dash or a hyphen
/// may end a line.
pub fn wrap(text: &str, most: f64, size: f64, weight: Weight) -> Vec<String> {
    let mut lines = vec![];
    let mut line = String::new();
    for piece in pieces(text) {
        let with = format!("{line}{piece}");
        if width(with.trim_end(), size, weight) <= most {
            line = with;
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_string());
        }
        line = String::new();
        for letter in piece.chars() {
            if !line.is_empty() && width(&format!("{line}{letter}"), size, weight) > most && letter != ' ' {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_string());
    }
    lines
}

/// The pieces of a text after which a line may end: words with the space after them, parts of words up to a hyphen or dash.
fn pieces(text: &str) -> Vec<String> {
    let mut found = vec![];
    let mut piece = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        piece.push(letter);
        let joint =
            matches!(letter, '-' | '–' | '/') && letters.peek().is_some_and(|next| next.is_alphabetic());
        if (letter == ' ' || joint) && piece.chars().count() > 1 {
            found.push(std::mem::take(&mut piece));
        }
    }
    found.push(piece);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_wide_as_those_of_helvetica() {
        // Adobe's metrics of Helvetica, thousandths of the size: a 556, i 222, W 944, space 278
        for (letter, wide) in [('a', 556.0), ('i', 222.0), ('W', 944.0), (' ', 278.0), ('ü', 556.0)] {
            assert!((advance(letter, Weight::Regular) * 1000.0 - wide).abs() < 2.0, "{letter}");
        }
        assert!(width("Bündnis", 12.0, Weight::Bold) > width("Bündnis", 12.0, Weight::Regular));
        assert!(advance('日', Weight::Regular) > 0.8);
    }

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let text = "Übereinstimmung der Bedrohungswahrnehmungen zwischen USA–Südkorea und Verteidigungsministerialbürokratien";
        for most in [40.0, 90.0, 200.0, 1000.0] {
            let lines = wrap(text, most, 12.0, Weight::Regular);
            assert!(lines.iter().all(|line| width(line, 12.0, Weight::Regular) <= most + 1e-9), "{lines:?}");
            let joined: String = lines.concat();
            assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
        }
        assert_eq!(wrap("", 10.0, 12.0, Weight::Regular), Vec::<String>::new());
        assert_eq!(wrap("US–South Korea", 60.0, 12.0, Weight::Regular), ["US–South", "Korea"]);
        // a no-break space keeps a number with its unit
        assert_eq!(wrap("etwa 90\u{a0}%", 34.0, 12.0, Weight::Regular), ["etwa", "90\u{a0}%"]);
    }
}
