//! How tables, numbers, dates and probabilities look in the user's language.

pub mod date;
pub mod table;

use anstyle::Style;
pub use linchpin_publish::{likely, number, quantity};

/// Marks a score that rests on one source.
pub const SINGLE: &str = "¹";
/// Stands where there is nothing to show.
pub const NONE: &str = "–";

/// Breaks a text into lines of at most `width` columns, each after an indent.
pub fn wrap(text: &str, width: usize, indent: &str) -> String {
    let room = width.saturating_sub(columns(indent)).max(20);
    let mut lines: Vec<String> = vec![];
    let mut line = String::new();
    // a no-break space keeps a number with its unit, so not any white space parts words
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        if !line.is_empty() && columns(&line) + 1 + columns(word) > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines.iter().map(|line| format!("{indent}{line}").trim_end().to_string()).collect::<Vec<_>>().join("\n")
}

/// A wrapped text whose first line has another indent than the others.
pub fn hanging(text: &str, first: &str, others: &str) -> String {
    let wrapped = wrap(text.trim_start(), width(), others);
    let lead: String = text.chars().take_while(|c| *c == ' ').collect();
    let rest = wrapped.get(others.len()..).unwrap_or_default();
    format!("{first}{lead}{rest}")
}

/// How many columns of a terminal a text takes.
pub fn columns(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

/// The width to write for: the terminal's, between 60 and 120 columns; 100 where there is none.
pub fn width() -> usize {
    let terminal = terminal_size::terminal_size_of(std::io::stdout());
    terminal.map_or(100, |(width, _)| usize::from(width.0).clamp(60, 120))
}

/// The title of a section of an answer, below a blank line.
pub fn section(title: &str) -> String {
    let bold = Style::new().bold();
    format!("\n{bold}{title}{bold:#}\n")
}

/// Notes below an answer: dimmed, wrapped, one paragraph each.
pub fn footnotes(notes: &[String]) -> String {
    let quiet = Style::new().dimmed();
    notes.iter().map(|note| format!("{quiet}{}{quiet:#}\n", wrap(note, width(), ""))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_never_inside_a_number_with_its_unit() {
        assert_eq!(wrap("one two three four five", 22, "  "), "  one two three four\n  five");
        assert_eq!(wrap("the probability is 71\u{a0}%", 20, ""), "the probability is\n71\u{a0}%");
        assert_eq!(wrap("", 20, "  "), "");
    }
}
