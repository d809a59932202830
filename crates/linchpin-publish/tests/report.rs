//! The report: every number in it leads back to where it comes from, and no dossier is too odd for it.

mod dossiers;

use linchpin_dossier::Snapshot;
use linchpin_model::text::Lang;
use linchpin_publish::names::Names;
use linchpin_publish::number;
use linchpin_publish::report::{Answers, Question, ask, document, empty, html};
use linchpin_publish::voice::Voice;
use linchpin_study::Setting;
use quick_xml::events::Event;

fn question(as_of: Option<&str>) -> Question {
    let as_of = as_of.map(|day| day.parse().expect("a day"));
    Question { since: None, setting: Setting { as_of, draws: 500, ..Setting::default() } }
}

/// The report of a dossier in a language, with the answers that it says.
fn told<T>(
    snapshot: &Snapshot,
    question: &Question,
    lang: Lang,
    look_at: impl Fn(&str, &Answers, &Names<'_>) -> T,
) -> T {
    let setting = &question.setting;
    let framework = setting.framework(snapshot).expect("a framework");
    let as_of = setting.basis(&setting.view(snapshot)).expect("statements").as_of;
    let voice = Voice::new(lang);
    let names = Names::new(&voice, snapshot, framework, as_of);
    let answers = ask(question, snapshot).expect("answers");
    let document = document(&answers, &names).unwrap_or_else(|error| panic!("{error}"));
    look_at(&html::html(&document, &names).expect("it can be said"), &answers, &names)
}

/// A piece of text of a report and the thread it hangs on.
struct Piece {
    text: String,
    thread: Option<String>,
}

/// The texts between the contents and the notes, without drawings and how to read them, marks of notes and notes.
fn pieces(html: &str) -> Vec<Piece> {
    let from = html.find("<main>").expect("a main part");
    let to = html.find("<section class=\"notes\"").or(html.find("</main>")).expect("an end");
    let body = html[from..to].to_string() + "</main>";
    let mut reader = quick_xml::Reader::from_str(&body);
    let mut found = vec![];
    let mut skipped = 0;
    let mut threads: Vec<Option<String>> = vec![];
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Start(tag) => {
                let attribute =
                    |name: &str| Some(tag.try_get_attribute(name).expect("an attribute")?.value.into_owned());
                let class = attribute("class").unwrap_or_default();
                let hidden =
                    tag.name().as_ref() == "svg" || ["mark", "footnote", "reading"].contains(&class.as_str());
                if skipped > 0 || hidden {
                    skipped += 1;
                }
                threads.push(attribute("data-thread"));
            }
            Event::End(_) => {
                skipped -= i32::from(skipped > 0);
                threads.pop();
            }
            Event::Text(text) if skipped == 0 => {
                let text = text.to_string();
                found.push(Piece { text, thread: threads.last().cloned().flatten() });
            }
            _ => {}
        }
    }
    found
}

/// What may stand in digits without a thread: dates, the names that the dossier and its framework give, the scale itself.
fn without_names(text: &str, names: &Names<'_>) -> String {
    let mut text = text.replace('\u{a0}', " ");
    let words = names.snapshot.vocabulary();
    let mut known: Vec<String> =
        names.framework.paths().iter().map(|(_, name)| names.text(name).to_string()).collect();
    known.extend(words.issues.values().map(|issue| names.text(&issue.name).to_string()));
    known.extend(words.topics.values().map(|topic| names.text(&topic.name).to_string()));
    known.extend(words.measures.values().map(|measure| names.text(&measure.name).to_string()));
    known.extend(words.sources.keys().map(|source| names.citation(source)));
    known.extend(words.actors.keys().chain(words.alliances.keys()).map(|id| names.entity(id)));
    known.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in known.iter().filter(|name| name.chars().any(|c| c.is_ascii_digit())) {
        text = text.replace(name.as_str(), "");
    }
    for scale in [
        "90 %", "90%", "50 %", "50%", "0 bis 1", "0 to 1", "0 und 1", "0 and 1", "ICD 203", "0 heißt",
        "1 heißt", "0 means", "1 means",
    ] {
        text = text.replace(scale, "");
    }
    text
}

/// A number that is no part of a date: no year, and no day before a month.
fn number_in(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "–/()".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    let is_date = |at: usize, digits: &str| {
        let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        let next = words.get(at + 1).is_some_and(|next| next.chars().next().is_some_and(char::is_uppercase));
        year || digits.len() <= 2 && next
    };
    words.iter().enumerate().find_map(|(at, word)| {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        (!digits.is_empty() && !is_date(at, &digits)).then(|| (*word).to_string())
    })
}

#[test]
fn every_number_hangs_on_a_thread() {
    for (name, snapshot) in dossiers::all() {
        for lang in [Lang::De, Lang::En] {
            told(&snapshot, &question(None), lang, |html, _, names| {
                let pieces = pieces(html);
                assert!(pieces.iter().filter(|piece| piece.thread.is_some()).count() > 5, "{name}");
                for piece in pieces.iter().filter(|piece| piece.thread.is_none()) {
                    // “Figure 3.”
                    let text = without_names(&piece.text, names);
                    let text = text.trim_start_matches("Abbildung ").trim_start_matches("Figure ");
                    let counted = text != piece.text && text.starts_with(|c: char| c.is_ascii_digit());
                    let text =
                        if counted { text.trim_start_matches(|c: char| c.is_ascii_digit()) } else { text };
                    let found = number_in(text);
                    assert_eq!(found, None, "{name}, {lang:?}: “{}”", piece.text);
                }
            });
        }
    }
}

#[test]
fn every_thread_leads_to_what_is_said() {
    for (name, snapshot) in dossiers::all() {
        told(&snapshot, &question(None), Lang::En, |html, answers, names| {
            let (mut nodes, mut places, mut statements) = (0, 0, 0);
            for piece in pieces(html) {
                let Some(thread) = &piece.thread else { continue };
                let at = format!("{name}: “{}” of {thread}", piece.text);
                match thread.split(' ').collect::<Vec<_>>().as_slice() {
                    ["node", tie, path, date] => {
                        nodes += 1;
                        is_of_node(&piece.text, tie, path, date, answers, &at);
                    }
                    ["answer", schema, pointer] => {
                        places += 1;
                        assert!(answers.at(schema, pointer).is_some(), "{at} leads nowhere");
                    }
                    ["statement", ids @ ..] => {
                        statements += 1;
                        let view = snapshot.view(&linchpin_dossier::Knowledge::default());
                        assert!(
                            !ids.is_empty() && ids.iter().all(|id| view.get(&(*id).into()).is_some()),
                            "{at}"
                        );
                    }
                    ["framework", path] => {
                        let known = names.framework.paths().iter().any(|(known, _)| known == path);
                        assert!(known || *path == names.framework.id, "{at}");
                    }
                    _ => panic!("{at} is no thread"),
                }
            }
            assert!(nodes > 3 && places > 3 && statements > 0, "{name}: {nodes} {places} {statements}");
        });
    }
}

/// Whether a number is one of those of a node, where the node is told in full and at the date of the report.
fn is_of_node(text: &str, tie: &str, path: &str, date: &str, answers: &Answers, at: &str) {
    let as_of = answers.at("linchpin.overview/1", "/frame/as_of").expect("a date");
    let Some(branch) = answers.branch(&tie.into(), path).filter(|_| as_of == date) else { return };
    // a score, an interval, a share or a count; differences and probabilities belong to the node as well
    let score = &branch.score;
    let lang = Lang::En;
    let own = [
        number::score(score.score.mean, lang),
        number::interval(score.score.i90, lang),
        number::percent(score.coverage, lang),
        number::in_words(score.leaves, lang),
        number::in_words(score.leaves_known, lang),
        number::in_words(score.missing.len(), lang),
    ];
    let moves = text.starts_with(['+', '−', '±']) || text.ends_with('%');
    assert!(own.iter().any(|one| one == text) || moves, "{at}: the node has {own:?}");
}

#[test]
fn a_report_is_the_same_on_every_run() {
    let snapshot = dossiers::northland();
    let once = || told(&snapshot, &question(None), Lang::De, |html, _, _| html.to_string());
    assert_eq!(once(), once());
}

#[test]
fn words_of_probability_and_confidence_never_meet_in_a_sentence() {
    use linchpin_model::id::EntityId;
    use linchpin_publish::sentence::{Error, Sentence, Slot, Thread};
    let snapshot = dossiers::northland();
    told(&snapshot, &question(None), Lang::En, |_, _, names| {
        let thread = Thread::Framework("resilience".into());
        let both = Sentence::of("report-cell")
            .with("cell", Slot::Likely(0.7, 1_000, thread))
            .with("more", Slot::Confidence("report-notes"));
        assert_eq!(both.speak(names), Err(Error::LikelyAndConfident("report-cell")));
        let missing = Sentence::of("report-cell").speak(names);
        assert!(matches!(missing, Err(Error::Message(_))), "{missing:?}");
        let unknown = Sentence::of("no-such-message").speak(names);
        assert!(matches!(unknown, Err(Error::Message(_))), "{unknown:?}");
        let nameless = Sentence::of("report-cell")
            .with("cell", Slot::Entity(EntityId::from("ZZZ"), linchpin_model::text::Case::Dative))
            .speak(names);
        assert!(matches!(nameless, Err(Error::NoName { .. })), "{nameless:?}");
    });
}

#[test]
fn a_dossier_without_statements_has_a_report_that_says_so() {
    let snapshot = dossiers::empty();
    let framework = Setting::default();
    let framework = framework.framework(&snapshot).expect("a framework");
    for (lang, says) in [(Lang::De, "noch keine Aussage"), (Lang::En, "no statements yet")] {
        let voice = Voice::new(lang);
        let names = Names::new(&voice, &snapshot, framework, "2026-01-01".parse().expect("a day"));
        let html = html::html(&empty(&names).expect("it can be said"), &names).expect("it can be said");
        assert!(html.contains(says), "{html}");
    }
}

/// A date before all evidence, and one long after it.
#[test]
fn no_date_is_too_odd() {
    let snapshot = dossiers::northland();
    for as_of in ["1990-01-01", "2023-06-15", "2060-12-31"] {
        for lang in [Lang::De, Lang::En] {
            let length = told(&snapshot, &question(Some(as_of)), lang, |html, _, _| html.len());
            assert!(length > 10_000, "{as_of}");
        }
    }
}

/// Sentences of ours, not of the sources: no ten words in a row of a report stand in a source, titles aside.
#[test]
fn no_sentence_of_a_source_is_in_the_report() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let shared = root.join("shared");
    let folder = shared.join("seeds");
    if !folder.is_dir() {
        let required =
            std::env::var("LINCHPIN_REQUIRE").is_ok_and(|what| what == "reference") && shared.is_dir();
        assert!(!required, "{} is missing, and LINCHPIN_REQUIRE asks for it", folder.display());
        eprintln!("skipped: reference data not present");
        return;
    }
    const RUN: usize = 10;
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let mut runs = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
        let text = std::fs::read(entry.path())
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default();
        runs.extend(words(&text).windows(RUN).map(|run| run.join(" ")));
    }
    assert!(runs.len() > 10_000, "the source texts are there");
    let snapshot = dossiers::built_in();
    for lang in [Lang::De, Lang::En] {
        told(&snapshot, &question(Some("2021-05-10")), lang, |html, _, _| {
            let pieces = pieces(html);
            let said: Vec<String> = pieces.iter().flat_map(|piece| words(&piece.text)).collect();
            let copied: Vec<String> =
                said.windows(RUN).map(|run| run.join(" ")).filter(|run| runs.contains(run)).collect();
            assert!(copied.is_empty(), "{copied:?}");
        });
    }
}
