use super::*;
use crate::report::sample::{a_figure, high, saying, with_names};
use linchpin_model::text::Lang;

/// What Typst would take for code, markup, mathematics, a comment, or the end of a string.
pub const HOSTILE: &str = "#import \"x.typ\": * \\\" #panic(1) $x$ // a /* b */ *s* _u_ `r` <l> @l = h\n- p\t\u{7}~ {a} [b] „ü“ \u{202e}→";

/// A Typst file below its layout, with each string in it as an empty one.
fn without_strings(source: &str) -> String {
    let start = source.find("#show: report.with").unwrap();
    let mut out = String::new();
    let mut letters = source[start..].chars();
    while let Some(letter) = letters.next() {
        out.push(letter);
        if letter == '"' {
            loop {
                match letters.next().expect("a string that ends") {
                    '\\' => assert!(matches!(letters.next(), Some('"' | '\\' | 'n'))),
                    '"' => break,
                    _ => {}
                }
            }
            out.push('"');
        }
    }
    out
}

#[test]
fn nothing_that_is_said_is_read_as_code() {
    let [hostile, tame] = [HOSTILE, "abc"]
        .map(|text| with_names(Lang::De, |names| without_strings(&typst(&saying(text, 1), names).unwrap())));
    assert_eq!(hostile, tame);
    let functions = "show report with language title head contents cover part par list brief rows source note footnote label \
        strong emph link fr";
    let known: Vec<&str> = functions.split_whitespace().collect();
    let words = tame.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.for_each(|word| assert!(known.contains(&word), "{word}"));
}

#[test]
fn a_string_is_closed_whatever_it_holds() {
    let cases = [
        ("", r#""""#),
        (r#"a"b"#, r#""a\"b""#),
        (r"\", r#""\\""#),
        (r#"\""#, r#""\\\"""#),
        ("a\nb\r\u{0}c\u{202e}d\u{2066}", "\"a\\nb  c d \""),
        ("#x $y$ „ü“", "\"#x $y$ „ü“\""),
    ];
    for (text, expected) in cases {
        assert_eq!(string(text), expected);
    }
}

#[test]
fn a_note_stands_where_it_is_first_cited() {
    let mut document = saying("t", 0);
    document.cite = vec![];
    document.blocks = vec![
        Block::Paragraph(vec![Span::Words("One".into()), Span::Note(0)]),
        Block::Paragraph(vec![Span::Words("Two".into()), Span::Note(0), Span::Note(1)]),
    ];
    document.notes = vec![vec![Span::Words("place".into()), Span::Note(0)]];
    let source = with_names(Lang::En, |names| typst(&document, names).unwrap());
    assert!(source.contains(r#"#par({"One"; note("at-note-1", {"place"})})"#), "{source}");
    assert!(source.contains(r#"#par({"Two"; footnote(label("at-note-1"))})"#));
}

#[test]
fn a_figure_is_in_the_file() {
    with_names(Lang::De, |names| {
        let mut document = saying("t", 0);
        document.blocks = vec![Block::Figure { figure: Box::new(a_figure(names)), number: 3 }];
        let source = typst(&document, names).unwrap();
        let (_, figure) = source.split_once("#drawing(\"at-figure-cards\", \"Abbildung 3. ").unwrap();
        assert!(figure.contains(r#""<svg xmlns=\"http://www.w3.org/2000/svg\""#));
        assert!(figure.contains("Quellen: ") && figure.contains("Belastbarkeit der Bündnisse am "));
        assert_eq!(typst(&document, names).unwrap(), source);
    });
}

/// Where the pieces of the first drawing of a Typst file begin and end, in widths of it.
fn pieces(source: &str) -> Vec<[f64; 2]> {
    let drawing = source.lines().rfind(|line| line.starts_with("#drawing(")).expect("a drawing");
    let (_, pieces) = drawing.rsplit_once(", ((").expect("pieces");
    let number = |text: &str| text.trim_matches(|c: char| "(), ".contains(c)).parse::<f64>().ok();
    let numbers: Vec<f64> = pieces.split(", ").filter_map(number).collect();
    numbers.chunks(2).map(|pair| [pair[0], pair[1]]).collect()
}

#[test]
fn a_drawing_higher_than_a_page_stands_in_pieces() {
    with_names(Lang::En, |names| {
        let document = high(names);
        let found = pieces(&typst(&document, names).unwrap());
        let Block::Figure { figure, .. } = &document.blocks[0] else { panic!("no figure") };
        let scene = figure.drawing(Width::Page, names);
        assert!(found.len() > 1, "{found:?}");
        assert!(found.iter().all(|[top, bottom]| bottom - top <= HIGHEST), "{found:?}");
        assert!(found.windows(2).all(|pair| pair[0][1] == pair[1][0]), "nothing is left out: {found:?}");
        let [first, last] = [found[0][0], found[found.len() - 1][1]];
        assert!(first == 0.0 && (last - scene.height / scene.width).abs() < 1e-4, "{found:?}");
    });
}
