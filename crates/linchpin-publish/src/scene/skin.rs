//! Tones and the colours they have on paper, on a dark screen and in black and white.
//!
//! The six series differ in lightness as well as in hue, and were chosen after Okabe and Ito (2008), "Color Universal Design", darkened
//! until each has a contrast of 3 to 1 against its paper (WCAG 2.2, 1.4.11); text has 4.5 to 1. Figures never rely on colour alone:
//! series also differ in label, marker or dash.

/// What a mark means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tone {
    /// what a drawing stands on
    Paper,
    /// text and what is to be seen first
    Ink,
    /// text of second rank: axes, notes
    Quiet,
    /// lines that only guide the eye
    Faint,
    /// a tint behind something
    Wash,
    /// land on a map
    Land,
    /// the first to the sixth series
    First,
    /// the second
    Second,
    /// the third
    Third,
    /// the fourth
    Fourth,
    /// the fifth
    Fifth,
    /// the sixth
    Sixth,
}

impl Tone {
    /// All tones.
    pub const ALL: [Tone; 12] = [
        Tone::Paper,
        Tone::Ink,
        Tone::Quiet,
        Tone::Faint,
        Tone::Wash,
        Tone::Land,
        Tone::First,
        Tone::Second,
        Tone::Third,
        Tone::Fourth,
        Tone::Fifth,
        Tone::Sixth,
    ];

    /// The tones of series.
    pub const SERIES: [Tone; 6] =
        [Tone::First, Tone::Second, Tone::Third, Tone::Fourth, Tone::Fifth, Tone::Sixth];

    /// The tone of the n-th series; they repeat after the sixth.
    pub fn series(at: usize) -> Tone {
        Tone::SERIES[at % Tone::SERIES.len()]
    }

    /// The tone's name in classes and style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Tone::Paper => "paper",
            Tone::Ink => "ink",
            Tone::Quiet => "quiet",
            Tone::Faint => "faint",
            Tone::Wash => "wash",
            Tone::Land => "land",
            Tone::First => "first",
            Tone::Second => "second",
            Tone::Third => "third",
            Tone::Fourth => "fourth",
            Tone::Fifth => "fifth",
            Tone::Sixth => "sixth",
        }
    }
}

/// What colours are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// a light screen, and paper in colour
    Light,
    /// a dark screen
    Dark,
    /// paper in black and white
    Print,
}

impl Theme {
    /// All themes.
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Print];

    /// The colour of a tone: red, green and blue.
    pub fn colour(self, tone: Tone) -> [u8; 3] {
        let [light, dark, print]: [u32; 3] = match tone {
            Tone::Paper => [0xff_ff_ff, 0x14_17_1c, 0xff_ff_ff],
            Tone::Ink => [0x17_1a_1f, 0xed_f0_f4, 0x00_00_00],
            Tone::Quiet => [0x56_5f_6b, 0xa9_b3_c0, 0x44_44_44],
            Tone::Faint => [0xd5_da_e0, 0x39_41_4c, 0xc4_c4_c4],
            Tone::Wash => [0xf1_f4_f7, 0x20_25_2d, 0xef_ef_ef],
            Tone::Land => [0xe4_e1_d8, 0x2d_33_3c, 0xde_de_de],
            Tone::First => [0x00_5f_9e, 0x6b_b5_ec, 0x1c_1c_1c],
            Tone::Second => [0xc4_4e_00, 0xf5_94_52, 0x6a_6a_6a],
            Tone::Third => [0x00_7d_62, 0x45_c4_a2, 0x3f_3f_3f],
            Tone::Fourth => [0x8f_4b_92, 0xd4_9a_d6, 0x85_85_85],
            Tone::Fifth => [0x85_6a_00, 0xdc_bb_2e, 0x55_55_55],
            Tone::Sixth => [0x5a_64_70, 0x9d_a8_b6, 0x78_78_78],
        };
        let value = match self {
            Theme::Light => light,
            Theme::Dark => dark,
            Theme::Print => print,
        };
        let [_, red, green, blue] = value.to_be_bytes();
        [red, green, blue]
    }

    /// The same as `#rrggbb`.
    pub fn hex(self, tone: Tone) -> String {
        let [red, green, blue] = self.colour(tone);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Where an SVG gets its colours from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Skin {
    /// from the page that it stands in: only classes, no style
    Inline,
    /// from itself: a file that can be opened anywhere
    File(Theme),
}

/// The font that figures ask for; all in the list have the same widths.
pub const FONT: &str = "\"Linchpin Sans\", Arial, Helvetica, \"Liberation Sans\", Arimo, sans-serif";

/// The rules that give the classes of an SVG their colours. `colour` gives the value of a tone; `scope` stands before each rule.
fn rules(scope: &str, colour: impl Fn(Tone) -> String) -> String {
    let mut rules =
        format!("{scope} text{{font-family:{FONT};stroke-linejoin:round}}{scope} .bold{{font-weight:700}}");
    for tone in Tone::ALL {
        let (name, colour) = (tone.name(), colour(tone));
        rules.push_str(&format!(
            "{scope} .f-{name}{{fill:{colour}}}{scope} .s-{name}{{fill:none;stroke:{colour}}}"
        ));
    }
    rules.push_str(&format!(
        "{scope} .rim{{stroke:{};stroke-width:3px;paint-order:stroke}}",
        colour(Tone::Paper)
    ));
    rules
}

/// The style of a file.
pub(crate) fn own_style(theme: Theme) -> String {
    rules("", |tone| theme.hex(tone)).replace("} ", "}").trim_start().to_string()
}

/// A style sheet for pages with figures: colours are custom properties, light by default, dark where the reader's screen is or
/// the page says so (`data-theme` on the root), and those for print on paper.
pub fn style_sheet() -> String {
    let values = |theme: Theme| -> String {
        Tone::ALL.into_iter().map(|tone| format!("--{}:{};", tone.name(), theme.hex(tone))).collect()
    };
    let [light, dark, print] = Theme::ALL.map(values);
    let rules = rules(".figure", |tone| format!("var(--{})", tone.name()));
    format!(
        ":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n:root[data-theme=light]{{{light}}}\n\
         :root[data-theme=dark]{{{dark}}}\n@media print{{:root,:root[data-theme]{{{print}}}}}\n{rules}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(colour: [u8; 3]) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        };
        let [r, g, b] = colour.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn everything_can_be_told_from_its_paper() {
        for theme in Theme::ALL {
            let of = |tone| theme.colour(tone);
            for ground in [Tone::Paper, Tone::Wash] {
                for tone in [Tone::Ink, Tone::Quiet] {
                    assert!(contrast(of(tone), of(ground)) >= 4.5, "{theme:?} {tone:?} on {ground:?}");
                }
                for tone in Tone::SERIES {
                    assert!(contrast(of(tone), of(ground)) >= 3.0, "{theme:?} {tone:?} on {ground:?}");
                }
            }
            assert!(contrast(of(Tone::Ink), of(Tone::Land)) >= 4.5);
        }
    }

    /// A colour as somebody without red or without green cones sees it: Viénot, Brettel and Mollon (1999).
    fn seen(colour: [u8; 3], blind: &str) -> [f64; 3] {
        let [r, g, b] = colour.map(|c| libm::pow(f64::from(c) / 255.0, 2.2));
        let [l, m, s] = [
            17.8824 * r + 43.5161 * g + 4.119_35 * b,
            3.455_65 * r + 27.1554 * g + 3.867_14 * b,
            0.029_956_6 * r + 0.184_309 * g + 1.467_09 * b,
        ];
        let (l, m) = match blind {
            "protan" => (2.023_44 * m - 2.525_81 * s, m),
            _ => (l, 0.494_207 * l + 1.248_27 * s),
        };
        [
            0.080_944 * l - 0.130_504 * m + 0.116_721 * s,
            -0.010_248_5 * l + 0.054_019_4 * m - 0.113_615 * s,
            -0.000_365_294 * l - 0.004_121_63 * m + 0.693_513 * s,
        ]
        .map(|c| libm::pow(c.clamp(0.0, 1.0), 1.0 / 2.2) * 255.0)
    }

    #[test]
    fn the_first_four_series_differ_for_the_colour_blind() {
        for theme in [Theme::Light, Theme::Dark] {
            for blind in ["protan", "deutan"] {
                let seen: Vec<[f64; 3]> =
                    Tone::SERIES[..3].iter().map(|tone| seen(theme.colour(*tone), blind)).collect();
                for (at, a) in seen.iter().enumerate() {
                    for b in &seen[at + 1..] {
                        let apart = (0..3).map(|i| (a[i] - b[i]) * (a[i] - b[i])).sum::<f64>().sqrt();
                        assert!(apart > 30.0, "{theme:?} {blind}: {a:?} {b:?} {apart}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_style_sheet_has_every_tone_in_every_theme() {
        let sheet = style_sheet();
        for tone in Tone::ALL {
            assert!(sheet.contains(&format!(".f-{}{{fill:var(--{})}}", tone.name(), tone.name())));
            assert_eq!(sheet.matches(&format!("--{}:#", tone.name())).count(), 5);
        }
        assert!(own_style(Theme::Dark).contains(".f-paper{fill:#14171c}"));
    }
}
