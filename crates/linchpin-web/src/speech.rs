//! Sentences as HTML: every number is a link to where it comes from, every sentence has its notes, and can be copied as a footnote.

use crate::address::{Address, Place};
use crate::page::Html;
use linchpin_dossier::Knowledge;
use linchpin_model::id::StatementId;
use linchpin_publish::cite;
use linchpin_publish::names::Names;
use linchpin_publish::report::document::{CITED_AT_ONCE, Notes};
use linchpin_publish::scene::svg::escape;
use linchpin_publish::sentence::{Error, Run, Sentence, Spoken, Thread};
use linchpin_study::assess::Shown;
use linchpin_study::{Cited, changes};
use std::cell::{Cell, RefCell};
use std::fmt::Write;

/// Speaks on one page.
pub struct Speech<'a> {
    /// names and language
    pub names: &'a Names<'a>,
    address: &'a Address,
    /// the page as a footnote names it: what stands behind the sources, and before the place on the page
    citation: String,
    /// where the page is found again as it is
    permalink: String,
    notes: RefCell<Notes>,
    said: Cell<usize>,
    moved: Cell<Option<&'a changes::Answer>>,
}

/// A note below a page.
pub struct Note {
    /// its number, from 1
    pub number: usize,
    /// what it cites
    pub text: Html,
}

impl<'a> Speech<'a> {
    /// Nothing said yet.
    pub fn new(
        names: &'a Names<'a>,
        address: &'a Address,
        citation: String,
        permalink: String,
    ) -> Speech<'a> {
        Speech {
            names,
            address,
            citation,
            permalink,
            notes: RefCell::default(),
            said: Cell::new(0),
            moved: Cell::new(None),
        }
    }

    /// The change that sentences about causes are of.
    pub fn about(&self, moved: &'a changes::Answer) {
        self.moved.set(Some(moved));
    }

    /// A sentence in a line, with links and the marks of its notes.
    pub fn line(&self, sentence: &Sentence) -> Result<Html, Error> {
        Ok(self.runs(&sentence.speak(self.names)?))
    }

    /// A phrase without notes, for a cell or label.
    pub fn phrase(&self, sentence: &Sentence) -> Result<Html, Error> {
        let bare = Sentence { notes: vec![], ..sentence.clone() };
        Ok(self.runs(&bare.phrase(self.names)?))
    }

    /// A score in a cell: level, mean and interval, or that too little is known.
    pub fn value(&self, shown: &Shown, thread: &Thread) -> Result<Html, Error> {
        match shown.shown {
            true => self.phrase(&Sentence::of("web-value").score(shown, thread)),
            false => Ok(Html(self.names.voice.say("figure-cards-gap"))),
        }
    }

    /// Sentences that can be copied as footnotes, one by one.
    pub fn said<'s>(&self, sentences: impl IntoIterator<Item = &'s Sentence>) -> Result<Html, Error> {
        let mut out = String::new();
        for sentence in sentences {
            let spoken = sentence.speak(self.names)?;
            let id = self.next();
            let _ =
                write!(out, "<span class=\"sentence\" id=\"{id}\">{}</span>\u{2060}", self.runs(&spoken).0);
            out.push_str(&self.footnote(&id, &sentence.notes, None).0);
            out.push(' ');
        }
        Ok(Html(out))
    }

    /// The id of the next sentence.
    fn next(&self) -> String {
        self.said.set(self.said.get() + 1);
        format!("s{}", self.said.get())
    }

    /// What copies a place on the page as a footnote: the sources, the page, its dates and version, and the address.
    pub fn footnote(&self, id: &str, notes: &[StatementId], of: Option<&str>) -> Html {
        let voice = self.names.voice;
        let sources = self.sources_of(notes);
        let slots = [
            ("citation", self.citation.as_str().into()),
            ("address", format!("{}#{id}", self.permalink).into()),
            ("sources", sources.clone().into()),
            ("of", of.unwrap_or_default().into()),
        ];
        let message = match (sources.is_empty(), of) {
            (_, Some(_)) => "web-footnote-figure",
            (true, None) => "web-footnote",
            (false, None) => "web-footnote-sources",
        };
        let text = voice.fill(message, &slots);
        let (label, copy) = (voice.say("web-cite"), voice.say("web-copy"));
        Html(format!(
            "<details class=\"cite\"><summary><span aria-hidden=\"true\">¶</span><span class=\"unseen\">{}</span></summary>\
             <span class=\"box\"><span class=\"text\">{}</span> <button type=\"button\" hidden>{}</button></span></details>",
            escape(&label),
            escape(&text),
            escape(&copy),
        ))
    }

    /// Where the statements of a sentence stand, in the words of a bibliography.
    fn sources_of(&self, notes: &[StatementId]) -> String {
        let mut places: Vec<String> = vec![];
        for cited in notes.iter().take(CITED_AT_ONCE).filter_map(|id| self.cited(id)) {
            for passage in cited.evidence.iter().filter(|passage| passage.supports) {
                let place = self.names.passage(&passage.source, &passage.locator);
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        places.join("; ")
    }

    fn cited(&self, id: &StatementId) -> Option<Cited> {
        let all = self.names.snapshot.view(&Knowledge::default());
        all.get(id).map(|seen| Cited::of(&seen, self.names.snapshot.vocabulary()))
    }

    fn runs(&self, spoken: &Spoken) -> Html {
        let mut out = String::new();
        for run in &spoken.0 {
            let _ = match run {
                Run::Words(words) => write!(out, "{}", escape(words)),
                Run::Traced(words, thread) => write!(
                    out,
                    "<a class=\"{}\" href=\"{}\">{}</a>",
                    if words.chars().count() > 24 { "stated" } else { "thread" },
                    escape(&self.href(thread)),
                    escape(words)
                ),
                Run::Notes(statements) => {
                    let number = self.notes.borrow_mut().place(statements) + 1;
                    let label = self.names.voice.fill("web-note", &[("number", number.to_string().into())]);
                    write!(
                        out,
                        "<sup class=\"mark\"><a href=\"#note-{number}\" aria-label=\"{}\">{number}</a></sup>",
                        escape(&label)
                    )
                }
            };
        }
        Html(out)
    }

    /// A link to where a number comes from.
    pub fn href(&self, thread: &Thread) -> String {
        let to = |place| self.address.to(place);
        match thread {
            Thread::Node { tie, node, as_of } => {
                let mut why = to(Place::Why(tie.to_string())).with("node", node.as_str());
                if *as_of != self.names.day {
                    why.shared.as_of = Some(*as_of);
                }
                why.href()
            }
            Thread::Statements(ids) => match ids.as_slice() {
                [one] => to(Place::Statement(one.to_string())).href(),
                several => {
                    let ids: Vec<&str> = several.iter().map(StatementId::as_str).collect();
                    to(Place::Evidence).with("id", ids.join(" ")).href()
                }
            },
            Thread::Framework(what) => format!("{}#{}", to(Place::Method).href(), anchor(what)),
            Thread::Answer { schema, pointer } => self.answer(schema, pointer),
        }
    }

    /// The same for a thread as it stands in a drawing: `node USA-JPN support 2021-05-10`, `statement a b`.
    pub fn follow(&self, thread: &str) -> Option<String> {
        let (kind, rest) = thread.split_once(' ')?;
        let words: Vec<&str> = rest.split(' ').collect();
        match (kind, words.as_slice()) {
            ("node", [tie, node, as_of]) => {
                let (tie, node, as_of) = ((*tie).into(), (*node).into(), as_of.parse().ok()?);
                Some(self.href(&Thread::Node { tie, node, as_of }))
            }
            ("statement", ids) => {
                let ids = ids.iter().map(|id| StatementId::from(*id)).collect();
                Some(self.href(&Thread::Statements(ids)))
            }
            ("answer", [schema, pointer]) => Some(self.answer(schema, pointer)),
            ("framework", _) => Some(self.href(&Thread::Framework(rest.into()))),
            _ => None,
        }
    }

    fn answer(&self, schema: &str, pointer: &str) -> String {
        let to = |place| self.address.to(place);
        let cause = pointer.strip_prefix("/causes/").and_then(|at| at.parse::<usize>().ok());
        match (schema, self.moved.get(), cause) {
            (changes::SCHEMA, Some(found), Some(at)) => {
                let node = found.causes.get(at).map_or("", |causes| causes.node.as_str());
                to(Place::Why(found.tie.to_string())).with("node", node).href()
            }
            _ if pointer.starts_with("/holdings/by_source") => to(Place::Sources).href(),
            _ if pointer.starts_with("/holdings") => to(Place::Evidence).href(),
            _ => format!("{}#{}", to(Place::Data).href(), anchor(schema)),
        }
    }

    /// The notes that were cited, in order.
    pub fn notes(&self) -> Vec<Note> {
        let notes = self.notes.borrow();
        let text = |cited: &Vec<StatementId>| {
            let places: Vec<String> = cited.iter().map(|id| self.noted(id)).collect();
            Html(places.join("; "))
        };
        notes.all().iter().enumerate().map(|(at, cited)| Note { number: at + 1, text: text(cited) }).collect()
    }

    /// Who says a statement, when it holds and where it stands, with a link to it.
    pub fn noted(&self, id: &StatementId) -> String {
        let Some(cited) = self.cited(id) else { return escape(id.as_str()) };
        let place = cite::place(&cited, self.names);
        let rest = place.strip_prefix(id.as_str()).unwrap_or(&place);
        let href = self.address.to(Place::Statement(id.to_string())).href();
        // a line neither ends within an id nor begins with a dot
        let rest = rest.replace(" · ", "\u{a0}· ");
        format!("<a class=\"id\" href=\"{}\">{}</a>{}", escape(&href), escape(id.as_str()), escape(&rest))
    }
}

/// What can stand behind `#` in an address, made of a path or the name of a schema.
pub fn anchor(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
