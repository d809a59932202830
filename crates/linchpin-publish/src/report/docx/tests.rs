use super::*;
use crate::figure::{Canvas, Figure};
use crate::report::document::Block;
use crate::report::sample::{saying, with_names};
use crate::scene::{Letters, Scene};
use crate::sentence::Sentence;
use crate::table::Table;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

const HOSTILE: &str = "<w:p> &amp; \"a\" 'b' ]]> {lang} \u{0}\u{7}\u{1b}\u{fffe}\tü „ß“ \u{202e}→ 日本\n%s";

/// The parts of a file.
fn parts(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        assert_eq!(entry.last_modified(), Some(zip::DateTime::DEFAULT));
        let mut bytes = vec![];
        entry.read_to_end(&mut bytes).unwrap();
        let name = entry.name().unwrap().into_owned();
        assert!(parts.insert(name.clone(), bytes).is_none(), "{name} is there twice");
    }
    parts
}

struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
}

impl Element {
    fn of(start: &BytesStart<'_>) -> Element {
        let mut attributes = BTreeMap::new();
        for attribute in start.attributes() {
            let attribute = attribute.unwrap();
            let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
            attributes.insert(attribute.key.as_ref().to_string(), value);
        }
        Element { name: start.name().as_ref().to_string(), attributes }
    }

    fn get(&self, key: &str) -> &str {
        self.attributes.get(key).map_or("", String::as_str)
    }
}

/// The elements of a part, and its texts without what stands between elements for the eye.
fn read(bytes: &[u8]) -> (Vec<Element>, Vec<String>) {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "a control character");
    let mut reader = Reader::from_str(text);
    let (mut elements, mut texts, mut said) = (vec![], vec![], String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(start) => {
                elements.push(Element::of(&start));
                said.clear();
            }
            Event::Empty(start) => elements.push(Element::of(&start)),
            Event::Text(part) => said.push_str(&part),
            Event::GeneralRef(part) => {
                let entity = quick_xml::escape::resolve_xml_entity(&part).map(str::to_string);
                said.push_str(
                    &entity.unwrap_or_else(|| part.resolve_char_ref().unwrap().unwrap().to_string()),
                );
            }
            Event::End(_) if !said.trim().is_empty() => texts.push(std::mem::take(&mut said)),
            _ => {}
        }
    }
    (elements, texts)
}

/// The values of an attribute in all elements of a name; there is none twice.
fn each_once(elements: &[Element], name: &str, key: &str) -> BTreeSet<String> {
    let values: Vec<String> =
        elements.iter().filter(|one| one.name == name).map(|one| one.get(key).to_string()).collect();
    let different: BTreeSet<String> = values.iter().cloned().collect();
    assert_eq!(different.len(), values.len(), "{name} {key}: {values:?}");
    different
}

/// That a file holds together: parts, their types and relations, ids and what refers to them.
fn is_sound(file: &[u8]) {
    let parts = parts(file);
    let (types, _) = read(&parts["[Content_Types].xml"]);
    let endings = each_once(&types, "Default", "Extension");
    let named = each_once(&types, "Override", "PartName");
    for name in &named {
        assert!(parts.contains_key(name.trim_start_matches('/')), "{name} has a type and is not there");
    }
    for (name, bytes) in &parts {
        let ending = name.rsplit('.').next().unwrap();
        let own = named.contains(&format!("/{name}"));
        assert!(own || endings.contains(ending), "{name} has no type");
        assert!(own || ending != "xml" || name.starts_with('['), "{name} has no type of its own");
        if ending != "png" {
            read(bytes);
        }
    }
    for (name, bytes) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
        relations_lead_somewhere(name, bytes, &parts);
    }
    main_part_is_sound(&parts);
}

fn relations_lead_somewhere(name: &str, bytes: &[u8], parts: &BTreeMap<String, Vec<u8>>) {
    let owner = name.replace("_rels/", "");
    let owner = owner.trim_end_matches(".rels");
    let folder = owner.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let (relations, _) = read(bytes);
    let ids = each_once(&relations, "Relationship", "Id");
    for relation in relations.iter().filter(|one| one.name == "Relationship") {
        let target = relation.get("Target");
        match relation.get("TargetMode") {
            "External" => assert!(target.starts_with("https://") && !target.contains([' ', '<', '"'])),
            _ => assert!(parts.contains_key(&format!("{folder}{target}")), "{name}: {target}"),
        }
    }
    if owner.is_empty() {
        return;
    }
    let (elements, _) = read(&parts[owner]);
    let used = elements.iter().flat_map(|one| [one.get("r:id"), one.get("r:embed")]);
    let used: BTreeSet<&str> = used.filter(|id| !id.is_empty()).collect();
    for id in &used {
        assert!(ids.contains(*id), "{owner}: {id}");
    }
    let implicit = ["styles", "numbering", "settings", "fontTable", "theme", "footnotes"];
    let told = relations.iter().filter(|one| one.name == "Relationship");
    for relation in told.filter(|one| !implicit.iter().any(|kind| one.get("Type").ends_with(kind))) {
        assert!(used.contains(relation.get("Id")), "{owner} does not use {}", relation.get("Target"));
    }
}

fn main_part_is_sound(parts: &BTreeMap<String, Vec<u8>>) {
    let (main, texts) = read(&parts["word/document.xml"]);
    let (notes, _) = read(&parts["word/footnotes.xml"]);
    let (styles, _) = read(&parts["word/styles.xml"]);
    for layout in ["word/styles.xml", "word/settings.xml", "word/theme.xml"] {
        assert!(
            !String::from_utf8_lossy(&parts[layout]).contains(['{', '}']),
            "a colour is missing in {layout}"
        );
    }
    let known = each_once(&styles, "w:style", "w:styleId");
    each_once(&styles, "w:name", "w:val");
    let styled = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"];
    for one in main.iter().chain(&notes).chain(&styles).filter(|one| styled.contains(&one.name.as_str())) {
        assert!(known.contains(one.get("w:val")), "no style {}", one.get("w:val"));
    }
    each_once(&main, "wp:docPr", "id");
    let marks = each_once(&main, "w:bookmarkStart", "w:name");
    let begun = each_once(&main, "w:bookmarkStart", "w:id");
    assert_eq!(begun, each_once(&main, "w:bookmarkEnd", "w:id"));
    let fields = texts.iter().filter_map(|text| {
        text.trim().strip_prefix("NOTEREF ").or(text.trim().strip_prefix("PAGEREF "))?.split(' ').next()
    });
    let anchors = main.iter().map(|one| one.get("w:anchor")).filter(|anchor| !anchor.is_empty());
    for mark in fields.chain(anchors) {
        assert!(marks.contains(mark), "nothing is called {mark}");
    }
    let mut there = each_once(&notes, "w:footnote", "w:id");
    assert!(there.remove("-1") && there.remove("0"));
    assert_eq!(each_once(&main, "w:footnoteReference", "w:id"), there);
    let fields = |kind: &str| main.iter().filter(|one| one.get("w:fldCharType") == kind).count();
    assert!(fields("begin") == fields("end") && fields("begin") == fields("separate"));
}

fn figure(draw: fn(&Table, &Canvas<'_>) -> Scene) -> Box<Figure> {
    Box::new(Figure {
        id: "made-up",
        about: None,
        title: Sentence::of("report-contents"),
        finding: Sentence::of("report-key-points"),
        reading: Sentence::of("report-notes"),
        sources: vec![],
        as_of: "2021-05-10".parse().unwrap(),
        table: Table::new(["name"]),
        draw,
    })
}

/// A drawing that is twice as wide as high.
fn flat(_: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    scene.height = scene.width / 2.0;
    scene.group("", "", |scene| scene.text([10.0, 40.0], "label", &Letters::of(20.0).rim()));
    scene
}

/// One that is a little too high for a page.
fn high(_: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    scene.height = scene.width * 1.2;
    scene
}

/// One that is three times as high as wide.
fn very_high(_: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    scene.height = scene.width * 3.0;
    scene
}

fn nothing(_: &Table, canvas: &Canvas<'_>) -> Scene {
    canvas.scene()
}

/// A document that says one thing everywhere, with three figures.
fn with_figures(text: &str) -> Document {
    let mut document = saying(text, 1);
    document.blocks.push(Block::Figure { figure: figure(flat), number: 1 });
    document.blocks.push(Block::Heading { level: 9, id: String::new(), text: text.into() });
    document.blocks.push(Block::Figure { figure: figure(high), number: 2 });
    document.blocks.push(Block::Figure { figure: figure(very_high), number: 3 });
    document
}

fn written(document: &Document) -> Vec<u8> {
    with_names(document.lang, |names| docx(document, names).unwrap())
}

#[test]
fn a_file_holds_together_whatever_is_said() {
    for text in ["abc", HOSTILE, ""] {
        is_sound(&written(&with_figures(text)));
    }
    let mut bare = saying("abc", 0);
    (bare.blocks, bare.bibliography, bare.cite, bare.facts) = (vec![], vec![], vec![], vec![]);
    is_sound(&written(&bare));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = with_figures(HOSTILE);
    assert_eq!(written(&document), written(&document));
}

#[test]
fn a_text_stands_as_it_was_said() {
    let parts = parts(&written(&with_figures(HOSTILE)));
    let said = "<w:p> &amp; \"a\" 'b' ]]> {lang}  ü „ß“ \u{202e}→ 日本 %s";
    let count = |part: &str| read(&parts[part]).1.iter().filter(|text| *text == said).count();
    let (main, _) = read(&parts["word/document.xml"]);
    // title, subtitle, fact and its name, what to cite is called, two of three headings twice, bibliography twice, …
    assert!(count("word/document.xml") > 40, "{}", count("word/document.xml"));
    assert_eq!([count("word/header.xml"), count("docProps/core.xml")], [1, 2]);
    // words, strong words, emphasis, a number, and an address that is none
    assert_eq!(count("word/footnotes.xml"), 5);
    assert!(main.iter().any(|one| one.name == "w:tblCaption" && one.get("w:val").contains("]]>")));
}

#[test]
fn a_note_cited_again_refers_to_its_first_mark() {
    let mut document = saying("t", 0);
    let words = |text: &str| Span::Words(text.into());
    document.notes = ["first", "never", "second"].map(|note| vec![words(note), Span::Note(0)]).into();
    document.cite = vec![];
    document.blocks = vec![
        Block::Paragraph(vec![words("One"), Span::Note(2), Span::Note(0)]),
        Block::Paragraph(vec![words("Two"), Span::Note(2), Span::Note(9)]),
    ];
    let parts = parts(&written(&document));
    let (_, said) = read(&parts["word/document.xml"]);
    let from = said.iter().position(|text| text == "One").unwrap();
    // numbers are given by order of marks, so that the third note is number 1
    assert_eq!(said[from..from + 5], ["One", ",", "Two", " NOTEREF _RefNote1 \\f \\h ", "1"]);
    assert_eq!(read(&parts["word/footnotes.xml"]).1, ["second", "first"]);
    is_sound(&written(&document));
}

#[test]
fn figures_are_as_wide_as_the_text_and_never_higher_than_a_page() {
    let parts = parts(&written(&with_figures("abc")));
    let (main, _) = read(&parts["word/document.xml"]);
    let of = |name: &'static str| main.iter().filter(move |one| one.name == name);
    let number = |one: &Element, key: &str| one.get(key).parse::<u64>().unwrap();
    let sizes: Vec<[u64; 2]> = of("wp:extent").map(|one| ["cx", "cy"].map(|key| number(one, key))).collect();
    let (wide, highest) = (u64::from(TEXT_WIDTH) * 635, 6_350_000);
    assert_eq!(sizes[..2], [[wide, wide / 2], [highest * 5 / 6 + 1, highest]]);
    // what would be too small to be read whole is cut into three
    assert_eq!(sizes[2..], [[wide, wide]; 3]);
    let cropped: Vec<[u64; 2]> = of("a:srcRect").map(|one| ["t", "b"].map(|key| number(one, key))).collect();
    assert_eq!(cropped, [[0, 66_667], [33_333, 33_333], [66_667, 0]]);
    let told: Vec<&str> = of("wp:docPr").map(|one| one.get("descr")).collect();
    let says = "Inhalt Das Wichtigste in Kürze";
    assert_eq!(told[..2], [says; 2]);
    assert_eq!(told[2..], [1, 2, 3].map(|piece| format!("{says} ({piece}/3)")));
    assert_eq!(&parts["word/media/figure1.png"][1..4], b"PNG");
    assert!(!parts.contains_key("word/media/figure4.png"));
}

/// A rim is drawn first, as a text of its own, and the typeface is one that an office program has.
#[test]
fn an_svg_needs_nothing_that_office_programs_lack() {
    let parts = parts(&written(&with_figures("abc")));
    let svg = String::from_utf8(parts["word/media/figure1.svg"].clone()).unwrap();
    let texts: Vec<&str> = svg.lines().filter(|line| line.starts_with("<text")).collect();
    assert_eq!(texts.len(), 2);
    assert!(texts[0].contains("\"f-paper rim\"") && texts[1].contains("\"f-ink\""), "{texts:?}");
    assert!(svg.contains("text{font-family:Arial,") && !svg.contains("Linchpin Sans"));
}

#[test]
fn a_figure_without_area_is_named() {
    let mut document = saying("t", 0);
    document.blocks = vec![Block::Figure { figure: figure(nothing), number: 1 }];
    let error = with_names(Lang::En, |names| docx(&document, names).unwrap_err());
    assert!(matches!(&error, Error::Figure { figure } if figure == "made-up"), "{error}");
}

#[test]
fn contents_list_chapters_and_sections() {
    let mut document = saying("t", 0);
    let heading = |level, text: &str| Block::Heading { level, id: String::new(), text: text.into() };
    document.blocks = vec![heading(1, "A"), heading(2, "B"), heading(3, "C"), heading(1, "D")];
    document.bibliography_title = "E".into();
    let (main, said) = read(&parts(&written(&document))["word/document.xml"]);
    let anchors: Vec<&str> = main.iter().map(|one| one.get("w:anchor")).filter(|a| !a.is_empty()).collect();
    assert_eq!(anchors, ["_Toc00000001", "_Toc00000002", "_Toc00000004", "_Toc00000005"]);
    let count = |text: &str| said.iter().filter(|one| *one == text).count();
    assert_eq!(["A", "B", "C", "D", "E"].map(count), [2, 2, 1, 2, 2]);
    let languages =
        |lang| read(&parts(&written(&Document { lang, ..saying("t", 0) }))["docProps/core.xml"]).1;
    assert!(languages(Lang::De).contains(&"de-DE".into()) && languages(Lang::En).contains(&"en-GB".into()));
}
