//! A drawing as SVG: classes and geometry, no style attribute and no script, so that it may stand in a page with a strict
//! content security policy.

use super::skin::{Skin, own_style};
use super::{Anchor, Mark, Scene, Step, Weight};
use std::fmt::Write;

/// Where the marks of a drawing lead, by the thread that they carry.
pub type Links<'l> = &'l dyn Fn(&str) -> Option<String>;

/// A drawing as an SVG element. `title` and `description` are read aloud in its place.
pub fn svg(scene: &Scene, skin: Skin, id: &str, title: &str, description: &str) -> String {
    whole(scene, skin, [id, title, description], None)
}

/// A drawing in a page whose marks are links, which a keyboard reaches as well.
pub fn linked(scene: &Scene, id: &str, title: &str, description: &str, links: Links<'_>) -> String {
    whole(scene, Skin::Inline, [id, title, description], Some(links))
}

fn whole(scene: &Scene, skin: Skin, [id, title, description]: [&str; 3], links: Option<Links<'_>>) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let id = escape(id);
    // what stands in an image cannot be reached
    let role = if links.is_some() { "group" } else { "img" };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" viewBox=\"0 0 {width} {height}\" role=\"{role}\" \
         aria-labelledby=\"{id}-title {id}-description\""
    );
    let _ = match skin {
        Skin::File(_) => write!(out, " width=\"{width}\" height=\"{height}\""),
        Skin::Inline => write!(out, " id=\"{id}\""),
    };
    let _ = write!(
        out,
        ">\n<title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-description\">{}</desc>\n",
        escape(title),
        escape(description)
    );
    if let Skin::File(theme) = skin {
        let _ = writeln!(out, "<style>{}</style>", own_style(theme));
        let _ = writeln!(out, "<rect class=\"f-paper\" width=\"{width}\" height=\"{height}\"/>");
    }
    draw(&scene.marks, links, &mut out);
    out.push_str("</svg>\n");
    out
}

/// A small drawing beside words that say the same; it says nothing of its own.
pub fn silent(scene: &Scene) -> String {
    let [width, height] = [scene.width, scene.height].map(number);
    let mut out = format!("<svg class=\"figure\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">");
    draw(&scene.marks, None, &mut out);
    out.push_str("</svg>");
    out
}

/// A piece of a drawing that stands in the same page under an id, between two heights of it. It says nothing of its own.
pub fn piece(scene: &Scene, id: &str, [top, bottom]: [f64; 2]) -> String {
    let [width, height, top, high] = [scene.width, scene.height, top, bottom - top].map(number);
    let id = escape(id);
    format!(
        "<svg viewBox=\"0 {top} {width} {high}\" aria-hidden=\"true\"><use href=\"#{id}\" width=\"{width}\" \
         height=\"{height}\"/></svg>\n"
    )
}

fn draw(marks: &[Mark], links: Option<Links<'_>>, out: &mut String) {
    for mark in marks {
        match mark {
            Mark::Area { steps, tone, opacity } => {
                let _ = write!(out, "<path class=\"f-{}\" d=\"{}\"", tone.name(), path(steps));
                if *opacity < 1.0 {
                    let _ = write!(out, " fill-opacity=\"{}\"", number(*opacity));
                }
                out.push_str("/>\n");
            }
            Mark::Line { steps, tone, width, dash } => {
                let class = tone.name();
                let _ = write!(
                    out,
                    "<path class=\"s-{class}\" d=\"{}\" stroke-width=\"{}\"",
                    path(steps),
                    number(*width)
                );
                if let Some([ink, gap]) = dash.lengths(*width) {
                    let _ = write!(out, " stroke-dasharray=\"{} {}\"", number(ink), number(gap));
                }
                out.push_str("/>\n");
            }
            Mark::Text { .. } => text(mark, out),
            Mark::Group { title, thread, marks } => {
                let href = links.filter(|_| !thread.is_empty()).and_then(|links| links(thread));
                let _ = match &href {
                    Some(href) => write!(out, "<a class=\"thread\" href=\"{}\"", escape(href)),
                    None if thread.is_empty() => write!(out, "<g"),
                    None => write!(out, "<g data-thread=\"{}\"", escape(thread)),
                };
                if href.is_some() && !title.is_empty() {
                    let _ = write!(out, " aria-label=\"{}\"", escape(title));
                }
                out.push('>');
                if !title.is_empty() {
                    let _ = write!(out, "<title>{}</title>", escape(title));
                }
                out.push('\n');
                draw(marks, links, out);
                out.push_str(if href.is_some() { "</a>\n" } else { "</g>\n" });
            }
        }
    }
}

fn text(mark: &Mark, out: &mut String) {
    let Mark::Text { at: [x, y], anchor, text, size, weight, tone, rim } = mark else { return };
    let anchor = match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if *weight == Weight::Bold { " bold" } else { "" };
    let rim = if *rim { " rim" } else { "" };
    let (x, y, size) = (number(*x), number(*y), number(*size));
    let (tone, text) = (tone.name(), escape(text));
    let _ = writeln!(
        out,
        "<text class=\"f-{tone}{weight}{rim}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{anchor}>{text}</text>"
    );
}

fn path(steps: &[Step]) -> String {
    let mut path = String::new();
    let point = |[x, y]: [f64; 2]| format!("{} {}", number(x), number(y));
    for step in steps {
        match step {
            Step::Move(to) => path.push_str(&format!("M{}", point(*to))),
            Step::Line(to) => path.push_str(&format!("L{}", point(*to))),
            Step::Curve(a, b, to) => {
                path.push_str(&format!("C{} {} {}", point(*a), point(*b), point(*to)));
            }
            Step::Close => path.push('Z'),
        }
    }
    path
}

/// A length with at most two decimal places.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

/// A text with everything written out that means something in XML, and without the characters that XML forbids.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Letters, Tone, skin::Theme};
    use super::*;

    fn scene() -> Scene {
        let mut scene = Scene::new(100.0);
        scene.height = 40.0;
        scene.group("Japan: <high> & \"sure\"", "node x", |scene| scene.disc([10.0, 20.0], 4.0, Tone::First));
        scene.text([20.0, 24.0], "A & B <C>", &Letters::of(12.0).bold().rim());
        scene
    }

    #[test]
    fn an_inline_drawing_has_no_style_and_no_script() {
        let svg = svg(&scene(), Skin::Inline, "x", "title", "description");
        assert!(
            !svg.contains("<style")
                && !svg.contains(" style=")
                && !svg.contains("<script")
                && !svg.contains(" on")
        );
        assert!(svg.contains("class=\"f-ink bold rim\"") && svg.contains("A &amp; B &lt;C&gt;"));
        assert!(svg.contains("data-thread=\"node x\"") && svg.contains("&quot;sure&quot;"));
        assert!(svg.contains("aria-labelledby=\"x-title x-description\""));
    }

    #[test]
    fn marks_are_links_where_their_threads_lead_somewhere() {
        let to = |thread: &str| Some(format!("/why?{thread}&x")).filter(|_| thread.starts_with("node"));
        let svg = linked(&scene(), "x", "title", "description", &to);
        assert!(
            svg.contains("<a class=\"thread\" href=\"/why?node x&amp;x\" aria-label=\"Japan: &lt;high"),
            "{svg}"
        );
        assert!(svg.contains("role=\"group\"") && !svg.contains("data-thread"));
        let nowhere = linked(&scene(), "x", "title", "description", &|_| None);
        assert!(nowhere.contains("<g data-thread=\"node x\">") && !nowhere.contains("<a "));
    }

    #[test]
    fn a_file_brings_its_style() {
        let svg = svg(&scene(), Skin::File(Theme::Print), "x", "title", "description");
        assert!(
            svg.contains("<style>") && svg.contains(".f-ink{fill:#000000}") && svg.contains("width=\"100\"")
        );
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, 0.333, -0.001, 12.5].map(number), ["1", "0.33", "0", "12.5"]);
    }
}
