//! Paragraphs and what stands in them.

use super::package::Relations;
use super::xml::Xml;
use crate::report::document::Span;

/// The longest address that Word links to.
const LONGEST_LINK: usize = 2_000;

/// A paragraph in a style.
pub fn paragraph(style: &str, xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.property("w:pStyle", style));
        inside(xml);
    });
}

/// A paragraph of plain words.
pub fn line(style: &str, text: &str, xml: &mut Xml) {
    paragraph(style, xml, |xml| words(text, xml));
}

/// Plain words.
pub fn words(text: &str, xml: &mut Xml) {
    run("", xml, |xml| letters(text, xml));
}

/// Words in the style of characters; the empty style is that of the paragraph.
pub fn run(style: &str, xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:r", &[], |xml| {
        if !style.is_empty() {
            xml.element("w:rPr", &[], |xml| xml.property("w:rStyle", style));
        }
        inside(xml);
    });
}

fn letters(text: &str, xml: &mut Xml) {
    xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(text));
}

/// A field: what it computes, and what it shows until it is computed.
pub fn field(style: &str, instruction: &str, shown: &str, xml: &mut Xml) {
    field_begin(style, instruction, xml);
    run(style, xml, |xml| letters(shown, xml));
    field_end(style, xml);
}

/// The beginning of a field whose result follows.
pub fn field_begin(style: &str, instruction: &str, xml: &mut Xml) {
    run(style, xml, |xml| xml.empty("w:fldChar", &[("w:fldCharType", "begin")]));
    run(style, xml, |xml| {
        xml.element("w:instrText", &[("xml:space", "preserve")], |xml| xml.text(&format!(" {instruction} ")));
    });
    run(style, xml, |xml| xml.empty("w:fldChar", &[("w:fldCharType", "separate")]));
}

/// The end of a field.
pub fn field_end(style: &str, xml: &mut Xml) {
    run(style, xml, |xml| xml.empty("w:fldChar", &[("w:fldCharType", "end")]));
}

/// A part of a paragraph that is no note.
pub fn span(span: &Span, relations: &mut Relations, xml: &mut Xml) {
    match span {
        Span::Words(text) | Span::Traced(text, _) => words(text, xml),
        Span::Strong(text) => run("Strong", xml, |xml| letters(text, xml)),
        Span::Emphasis(text) => run("Emphasis", xml, |xml| letters(text, xml)),
        Span::Link(text) => match address(text) {
            Some(address) => {
                let id = relations.address(address);
                xml.element("w:hyperlink", &[("r:id", &id)], |xml| {
                    run("Hyperlink", xml, |xml| letters(text, xml));
                });
            }
            None => words(text, xml),
        },
        Span::Note(_) => {}
    }
}

/// An address as a URI (RFC 3986), which Word insists on: what may not stand in one is percent-encoded. `None` where it is no address of the web, or too
/// long for Word.
fn address(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    if !rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut in_fragment = false;
    for (at, byte) in text.bytes().enumerate() {
        let escapes = byte == b'%' && is_escape(&text.as_bytes()[at..]);
        let stands = byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte);
        let begins_fragment = byte == b'#' && !in_fragment;
        in_fragment |= begins_fragment;
        match stands || escapes || begins_fragment {
            true => out.push(char::from(byte)),
            false => out.push_str(&format!("%{byte:02X}")),
        }
    }
    (out.len() <= LONGEST_LINK).then_some(out)
}

/// Whether bytes begin with a percent sign and two hexadecimal digits.
fn is_escape(bytes: &[u8]) -> bool {
    matches!(bytes, [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_uri() {
        let cases = [
            ("https://example.org/a?b=c&d#e", Some("https://example.org/a?b=c&d#e")),
            ("http://example.org/ü \"<x>#a#b", Some("http://example.org/%C3%BC%20%22%3Cx%3E#a%23b")),
            ("https://example.org/%20%zz%", Some("https://example.org/%20%25zz%25")),
            ("https://", None),
            ("https:// x", None),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
        ];
        for (text, expected) in cases {
            assert_eq!(address(text).as_deref(), expected, "{text}");
        }
        assert_eq!(address(&format!("https://example.org/{}", "a".repeat(LONGEST_LINK))), None);
    }
}
