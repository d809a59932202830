//! Footnotes: each statement that a text cites gets a number, and below the text a note that says what it says, who
//! says it, when it holds and where it stands.

use crate::context::Context;
use crate::names::Names;
use crate::render::{columns, hanging, width, wrap};
use anstyle::Style;
use linchpin_model::id::StatementId;
use linchpin_publish::cite::place;
pub use linchpin_publish::cite::speaker;
use linchpin_study::Cited;

/// The notes of one text, numbered in the order in which they are first cited.
#[derive(Default)]
pub struct Notes<'a> {
    cited: Vec<&'a Cited>,
}

impl<'a> Notes<'a> {
    /// The mark of a statement, such as `[3]`; the same statement has the same mark throughout.
    pub fn mark(&mut self, cited: &'a Cited) -> String {
        let place = self.cited.iter().position(|known| known.id == cited.id);
        let at = place.unwrap_or_else(|| {
            self.cited.push(cited);
            self.cited.len() - 1
        });
        format!("[{}]", at + 1)
    }

    /// The marks of several statements, each once: `[1][4]`.
    pub fn marks(&mut self, cited: impl IntoIterator<Item = &'a Cited>) -> String {
        let mut seen: Vec<&StatementId> = vec![];
        let mut marks = String::new();
        for one in cited {
            if !seen.contains(&&one.id) {
                seen.push(&one.id);
                marks.push_str(&self.mark(one));
            }
        }
        marks
    }

    /// The same with spaces between them, so that lines can break there: `[1] [4]`.
    pub fn spaced_marks(&mut self, cited: impl IntoIterator<Item = &'a Cited>) -> String {
        self.marks(cited).replace("][", "] [")
    }

    /// The notes, one paragraph each; empty where nothing is cited.
    pub fn set(&self, names: &Names<'_>, context: &Context<'_>) -> String {
        let indent = self.indent();
        let quiet = Style::new().dimmed();
        let note = |mark: String, cited: &Cited| {
            let said = after(&mark, cited.text.get(context.lang()), &indent);
            let place = wrap(&place(cited, names), width(), &indent);
            format!("{said}\n{quiet}{place}{quiet:#}\n")
        };
        self.each(note)
    }

    /// The notes where the text above says what the statements say: only where each of them stands.
    pub fn places(&self, names: &Names<'_>) -> String {
        let quiet = Style::new().dimmed();
        let indent = self.indent();
        self.each(|mark, cited| {
            let place = after(&mark, &place(cited, names), &indent);
            format!("{quiet}{place}{quiet:#}\n")
        })
    }

    fn each(&self, note: impl Fn(String, &Cited) -> String) -> String {
        self.cited.iter().enumerate().map(|(at, cited)| note(format!("[{}]", at + 1), cited)).collect()
    }

    fn indent(&self) -> String {
        " ".repeat(columns(&format!("[{}] ", self.cited.len())))
    }
}

/// A statement in a list: what it says after a mark, and below it the level it was coded as and where it stands.
pub fn entry(cited: &Cited, mark: &str, indent: &str, names: &Names<'_>, context: &Context<'_>) -> String {
    let inner = format!("{indent}{}", " ".repeat(columns(mark)));
    let said = hanging(&format!("{mark}{}", cited.text.get(context.lang())), indent, &inner);
    let level = cited.level.as_ref().map(|level| format!("→ {} · ", level.get(context.lang())));
    let place = format!("{}{}", level.unwrap_or_default(), place(cited, names));
    let quiet = Style::new().dimmed();
    format!("{said}\n{quiet}{}{quiet:#}\n", wrap(&place, width(), &inner))
}

/// A wrapped text with a mark in place of the indent of its first line.
fn after(mark: &str, text: &str, indent: &str) -> String {
    let wrapped = wrap(text, width(), indent);
    format!("{mark}{}", wrapped.get(mark.len()..).unwrap_or_default())
}
