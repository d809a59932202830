use super::*;
use crate::figures::cards;
use crate::sentence::Thread;
use crate::voice::Voice;
use linchpin_dossier::Snapshot;
use linchpin_model::text::Lang;
use linchpin_study::Setting;
use linchpin_study::overview::{self, Overview};

fn built_in() -> Snapshot {
    let dossier = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dossiers/indo-pacific");
    linchpin_dossier::read(std::path::Path::new(dossier)).unwrap()
}

/// What Typst would take for code, markup, mathematics, a comment, or the end of a string.
pub const HOSTILE: &str = "#import \"x.typ\": * \\\" #panic(1) $x$ // a /* b */ *s* _u_ `r` <l> @l = h\n- p\t\u{7}~ {a} [b] „ü“ \u{202e}→";

/// A document that says one thing everywhere.
pub fn saying(text: &str, notes: usize) -> Document {
    let (words, span) = (|| text.to_string(), || Span::Words(text.into()));
    let spans = || {
        vec![
            span(),
            Span::Strong(words()),
            Span::Emphasis(words()),
            Span::Traced(words(), Thread::Framework(words())),
            Span::Link(format!("https://example.org/{text}")),
            Span::Link(words()),
            Span::Note(0),
            Span::Note(7),
        ]
    };
    Document {
        lang: Lang::De,
        title: words(),
        subtitle: words(),
        facts: vec![(words(), words())],
        running_head: words(),
        blocks: vec![
            Block::Heading { level: 0, id: words(), text: words() },
            Block::Heading { level: 2, id: String::new(), text: words() },
            Block::Paragraph(spans()),
            Block::Paragraph(vec![]),
            Block::Points(vec![spans(), vec![]]),
            Block::Box { id: words(), title: words(), rows: vec![(words(), spans()), (words(), vec![])] },
            Block::Table {
                id: words(),
                caption: spans(),
                head: vec![words(), words()],
                rows: vec![vec![spans(), spans()], vec![], vec![vec![], vec![], spans()]],
            },
            Block::Table { id: words(), caption: vec![], head: vec![], rows: vec![] },
        ],
        notes: vec![spans(); notes],
        notes_title: words(),
        bibliography_title: words(),
        bibliography: vec![(words(), spans())],
        cite_title: words(),
        cite: spans(),
    }
}

pub fn with_names<T>(lang: Lang, run: impl FnOnce(&Names<'_>) -> T) -> T {
    let (snapshot, setting, voice) = (built_in(), Setting::default(), Voice::new(lang));
    let framework = setting.framework(&snapshot).unwrap();
    let day = setting.basis(&setting.view(&snapshot)).unwrap().as_of;
    run(&Names::new(&voice, &snapshot, framework, day))
}

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
        let setting = Setting { draws: 200, ..Setting::default() };
        let found = overview::answer(&Overview { since: None, setting }, names.snapshot).unwrap();
        let mut document = saying("t", 0);
        document.blocks = vec![Block::Figure { figure: Box::new(cards::figure(&found, names)), number: 3 }];
        let source = typst(&document, names).unwrap();
        let (_, figure) = source.split_once("#drawing(\"at-figure-cards\", \"Abbildung 3. ").unwrap();
        assert!(figure.contains(r#""<svg xmlns=\"http://www.w3.org/2000/svg\""#));
        assert!(figure.contains("Quellen: ") && figure.contains("Belastbarkeit der Bündnisse am "));
        assert_eq!(typst(&document, names).unwrap(), source);
    });
}
