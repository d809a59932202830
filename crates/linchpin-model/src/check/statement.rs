//! Statements.

use super::{Findings, Words, either, instead, nearest};
use crate::Date;
use crate::fault::Fault;
use crate::plover::{CONTEXTS, EventStatus};
use crate::statement::{
    Anchor, Bound, Claim, Event, Judgement, Mechanism, OMITTED, Place, Position, Provision, Quantity, Stance,
    Statement, UNDECIDED,
};
use crate::unit::{Dimension, Unit};
use crate::vocabulary::Issue;
use std::collections::BTreeSet;

/// Everything wrong with a statement.
pub fn statement(statement: &Statement, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", statement.id.as_str());
    f.text("text", &statement.text);
    f.entity("said.speaker", &statement.said.speaker);
    for (at, via) in statement.said.via.iter().enumerate() {
        f.entity(&format!("said.via.{at}"), via);
    }
    match &statement.claim {
        Claim::Quantity(claim) => quantity(&mut f, claim),
        Claim::Position(claim) => position(&mut f, claim),
        Claim::Event(claim) => event(&mut f, claim),
        Claim::Provision(claim) => provision(&mut f, claim),
        Claim::Judgement(claim) => judgement(&mut f, claim),
        Claim::Mechanism(claim) => mechanism(&mut f, claim),
    }
    evidence(&mut f, statement);
    foreknowledge(&mut f, statement);
    f.faults
}

fn quantity(f: &mut Findings, claim: &Quantity) {
    f.entity("claim.quantity.subject", &claim.subject);
    if let Some(object) = &claim.object {
        f.entity("claim.quantity.object", object);
    }
    if let Some(measure) = f.measure("claim.quantity.measure", &claim.measure)
        && measure.unit != claim.unit.dimension()
    {
        let right = match measure.unit {
            Dimension::Person => "person",
            Dimension::Percent => "percent",
            Dimension::Money => "the ISO 4217 code of a currency, such as USD",
            Dimension::Item => "item",
            Dimension::Multiple => "multiple",
            Dimension::Km => "km",
            Dimension::Vote => "vote",
            Dimension::Year => "year",
        };
        f.add(
            "claim.quantity.unit",
            "unit-does-not-fit",
            format!("the unit “{}” does not fit the measure “{}”", claim.unit, claim.measure),
            format!("write {right}, or use another measure"),
        );
    }
    let money = matches!(claim.unit, Unit::Currency(_));
    let lowest = claim.high.unwrap_or(claim.value).min(claim.value);
    if !money && lowest < 0.0 {
        let remedy = "write 0 or more; a loss or withdrawal is an event, or a measure of its own";
        f.add(
            "claim.quantity.value",
            "negative",
            format!("{lowest} {} is less than nothing", claim.unit),
            remedy,
        );
    }
    match (claim.bound, claim.high) {
        (Bound::Range, None) => {
            f.add("claim.quantity.high", "range-without-high", "the range has no upper end", "add “high”");
        }
        (Bound::Range, Some(high)) if high < claim.value => f.add(
            "claim.quantity.high",
            "reversed-range",
            format!("the upper end {high} is below the lower end {}", claim.value),
            "write the lower end under “value” and the upper end under “high”",
        ),
        (Bound::Range, Some(_)) | (_, None) => {}
        (_, Some(_)) => f.add(
            "claim.quantity.high",
            "high-without-range",
            "“high” is given, but the bound is no range",
            "write \"bound\": \"range\", or remove “high”",
        ),
    }
    if claim.price_year.is_some() && !money {
        f.add(
            "claim.quantity.price_year",
            "price-year-without-money",
            format!("a price year makes no sense for the unit “{}”", claim.unit),
            "remove “price_year”",
        );
    }
}

fn position(f: &mut Findings, claim: &Position) {
    f.entity("claim.position.subject", &claim.subject);
    if let Some(object) = &claim.object {
        f.entity("claim.position.object", object);
    }
    if let Some(issue) = f.issue("claim.position.issue", &claim.issue) {
        place(f, &claim.place, issue);
    }
    f.between_zero_and_one("claim.position.salience", claim.salience);
}

fn place(f: &mut Findings, place: &Place, issue: &Issue) {
    let field = "claim.position.place";
    let of = format!("the issue “{}”", issue.id);
    match place {
        Place::Level(word) if !issue.levels.is_empty() => {
            f.level(field, word, &issue.levels, &[OMITTED, UNDECIDED], &of);
        }
        Place::Level(word) if [OMITTED, UNDECIDED].contains(&word.as_str()) => {}
        Place::Level(word) => f.add(
            field,
            "ranking-expected",
            format!("“{word}” is no ranking, and {of} ranks items"),
            format!("write a list of {}, first to last", items(issue)),
        ),
        Place::Order(_) if issue.items.is_empty() => f.add(
            field,
            "level-expected",
            format!("{of} is a scale, not a ranking"),
            format!(
                "write {}",
                either(issue.levels.iter().map(|l| l.id.as_str()).chain([OMITTED, UNDECIDED]))
            ),
        ),
        Place::Order(order) => ranking(f, field, order, issue, &of),
    }
}

fn ranking(f: &mut Findings, field: &str, order: &[String], issue: &Issue, of: &str) {
    let mut seen = BTreeSet::new();
    for (at, item) in order.iter().enumerate() {
        let field = format!("{field}.{at}");
        if !issue.items.iter().any(|known| known.id == *item) {
            let known = issue.items.iter().map(|item| item.id.as_str());
            let remedy = instead(item, known, || format!("write {}", items(issue)));
            f.add(field, "unknown-item", format!("“{item}” is no item of {of}"), remedy);
        } else if !seen.insert(item.as_str()) {
            f.add(field, "doubled-item", format!("“{item}” is ranked twice"), "rank each item once");
        }
    }
    let missing: Vec<&str> =
        issue.items.iter().map(|item| item.id.as_str()).filter(|id| !seen.contains(id)).collect();
    if !missing.is_empty() {
        f.add(
            field,
            "incomplete-ranking",
            format!("the ranking lacks {}", missing.join(", ")),
            format!("rank all of {}", items(issue)),
        );
    }
}

fn items(issue: &Issue) -> String {
    issue.items.iter().map(|item| item.id.as_str()).collect::<Vec<_>>().join(", ")
}

fn event(f: &mut Findings, claim: &Event) {
    f.entity("claim.event.subject", &claim.subject);
    if let Some(object) = &claim.object {
        f.entity("claim.event.object", object);
    }
    if let Some(topic) = &claim.topic {
        f.topic("claim.event.topic", topic);
    }
    let kind = claim.r#type;
    if let Some(mode) = claim.mode.as_deref().filter(|mode| !kind.modes().contains(mode)) {
        let remedy = match kind.modes() {
            [] => "remove “mode”: this type has none".into(),
            modes => instead(mode, modes.iter().copied(), String::new),
        };
        f.add("claim.event.mode", "unknown-mode", format!("{} has no mode “{mode}”", kind.name()), remedy);
    }
    for (at, context) in claim.context.iter().enumerate() {
        if !CONTEXTS.contains(&context.as_str()) {
            let remedy = instead(context, CONTEXTS.iter().copied(), String::new);
            f.add(
                format!("claim.event.context.{at}"),
                "unknown-context",
                format!("“{context}” is no context of PLOVER"),
                remedy,
            );
        }
    }
}

fn provision(f: &mut Findings, claim: &Provision) {
    f.entity("claim.provision.subject", &claim.subject);
    if let Some(object) = &claim.object {
        f.entity("claim.provision.object", object);
    }
    graded(f, "claim.provision", "value", &claim.topic, &claim.value);
}

fn judgement(f: &mut Findings, claim: &Judgement) {
    f.entity("claim.judgement.subject", &claim.subject);
    if let Some(object) = &claim.object {
        f.entity("claim.judgement.object", object);
    }
    graded(f, "claim.judgement", "grade", &claim.topic, &claim.grade);
}

/// A topic and a word on its scale.
fn graded(f: &mut Findings, claim: &str, field: &str, topic: &crate::id::TopicId, word: &str) {
    let Some(topic) = f.topic(&format!("{claim}.topic"), topic) else { return };
    if topic.levels.is_empty() {
        f.add(
            format!("{claim}.topic"),
            "topic-without-levels",
            format!("the topic “{}” has no levels, so nothing can be laid down or graded on it", topic.id),
            "give the topic levels, use another topic, or write an event",
        );
    } else {
        f.level(&format!("{claim}.{field}"), word, &topic.levels, &[], &format!("the topic “{}”", topic.id));
    }
}

fn mechanism(f: &mut Findings, claim: &Mechanism) {
    if let Some(subject) = &claim.subject {
        f.entity("claim.mechanism.subject", subject);
    }
    f.factor("claim.mechanism.cause", &claim.cause);
    f.factor("claim.mechanism.effect", &claim.effect);
    if claim.cause == claim.effect {
        f.add(
            "claim.mechanism.effect",
            "own-cause",
            format!("“{}” is given as its own cause", claim.cause),
            "name two different factors",
        );
    }
    if let Some(condition) = &claim.condition {
        f.text("claim.mechanism.condition", condition);
    }
}

fn evidence(f: &mut Findings, statement: &Statement) {
    if statement.evidence.is_empty() {
        f.add(
            "evidence",
            "no-evidence",
            "the statement has no evidence",
            "name a source and where in it this stands",
        );
    } else if statement.evidence.iter().all(|e| e.stance == Stance::Contradicts) {
        f.add(
            "evidence",
            "only-contradicted",
            "all evidence speaks against the statement",
            "add the source that asserts it, or state the opposite",
        );
    }
    for (at, evidence) in statement.evidence.iter().enumerate() {
        let field = format!("evidence.{at}");
        f.source(&format!("{field}.source"), &evidence.source);
        if evidence.locator.trim().is_empty() {
            f.add(
                format!("{field}.locator"),
                "empty-locator",
                "the locator is empty",
                "write the page, section or paragraph where a reader finds it",
            );
        }
        if let Some(it) = &evidence.anchor {
            anchor(f, &format!("{field}.anchor"), it);
        }
    }
}

fn anchor(f: &mut Findings, field: &str, anchor: &Anchor) {
    f.sha256(&format!("{field}.text"), &anchor.text);
    f.sha256(&format!("{field}.passage"), &anchor.passage);
    let [first, end] = anchor.span;
    if end <= first {
        f.add(
            format!("{field}.span"),
            "reversed-span",
            format!("the span [{first}, {end}] holds no byte"),
            "write the first byte and the byte after the last; `linchpin anchor` prints them",
        );
    }
    if let Some(quote) = &anchor.quote {
        f.filled(&format!("{field}.quote"), quote);
    }
}

/// A source cannot report as done, or as counted, what happened only after it was issued.
fn foreknowledge(f: &mut Findings, statement: &Statement) {
    let done = match &statement.claim {
        Claim::Quantity(_) => true,
        Claim::Event(event) => event.status == EventStatus::Completed,
        _ => false,
    };
    let issued: Vec<Date> = statement
        .evidence
        .iter()
        .filter(|e| e.stance == Stance::Supports)
        .filter_map(|e| f.words.known.sources.get(&e.source))
        .map(|source| source.known_from())
        .collect();
    if let Some(latest) =
        issued.into_iter().max().filter(|latest| done && statement.valid.first_day() > *latest)
    {
        let (what, remedy) = match &statement.claim {
            Claim::Quantity(_) => {
                ("a count", "correct the date; a plan or a forecast needs a measure that says so")
            }
            _ => (
                "a completed event",
                "correct the date, or write the status announced, committed or proposed",
            ),
        };
        f.add(
            "valid",
            "known-too-early",
            format!("{what} of {} stands in a source issued by {latest}", statement.valid),
            remedy,
        );
    }
}

/// What to write instead of a statement's id that nobody asserted.
pub(super) fn other_statement<'c>(id: &str, known: impl IntoIterator<Item = &'c str>) -> String {
    match nearest(id, known) {
        Some(near) => format!("did you mean “{near}”?"),
        None => "write the id of a statement that a log asserts".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::codes;
    use super::*;
    use crate::check::WordKind;
    use crate::vocabulary::Vocabulary;
    use std::collections::BTreeSet;

    /// A vocabulary with one of each, and a statement that fits it.
    fn sound() -> (Vocabulary, Statement) {
        let json = |text: &str| -> serde_json::Value { serde_json::from_str(text).unwrap() };
        let actor =
            json(r#"{ "id": "XNO", "kind": "state", "names": [{ "lang": "en", "nom": "Northland" }] }"#);
        let measure = json(
            r#"{ "id": "openness", "unit": "percent", "name": { "de": "a", "en": "a" }, "definition": { "de": "a", "en": "a" } }"#,
        );
        let source = json(
            r#"{ "id": "s", "type": "report", "title": "S", "issued": "2020-05", "language": "en", "reliability": "B", "speaker": "XNO" }"#,
        );
        let statement = json(
            r#"{ "id": "s-1", "valid": "2020", "said": { "speaker": "XNO", "modality": "said" },
                 "claim": { "quantity": { "subject": "XNO", "measure": "openness", "value": 130.0, "unit": "percent", "bound": "exact" } },
                 "text": { "de": "a", "en": "a" },
                 "evidence": [{ "source": "s", "locator": "p. 1", "stance": "supports", "credibility": 2 }] }"#,
        );
        let mut words = Vocabulary::default();
        words.actors.insert("XNO".into(), serde_json::from_value(actor).unwrap());
        words.measures.insert("openness".into(), serde_json::from_value(measure).unwrap());
        words.sources.insert("s".into(), serde_json::from_value(source).unwrap());
        (words, serde_json::from_value(statement).unwrap())
    }

    fn faults(words: &Vocabulary, it: &Statement) -> Vec<Fault> {
        statement(it, &Words { known: words, unreadable: &BTreeSet::new(), missing: &BTreeSet::new() })
    }

    #[test]
    fn a_sound_statement_has_no_fault_even_above_a_hundred_percent() {
        let (words, statement) = sound();
        assert_eq!(faults(&words, &statement), []);
    }

    #[test]
    fn a_source_may_count_what_happened_until_the_last_day_it_may_have_been_issued() {
        let (words, mut statement) = sound();
        statement.valid = "2020-05-31/2020-07".parse().unwrap();
        assert_eq!(faults(&words, &statement), []);
        statement.valid = "2020-06".parse().unwrap();
        assert_eq!(codes(&faults(&words, &statement)), ["known-too-early"]);
    }

    #[test]
    fn every_fault_is_told_with_its_field() {
        let (words, mut statement) = sound();
        statement.said.speaker = "XNN".into();
        statement.evidence[0].locator.clear();
        let Claim::Quantity(quantity) = &mut statement.claim else { panic!() };
        (quantity.value, quantity.unit) = (-1.0, Unit::Person);
        let found = faults(&words, &statement);
        let told: Vec<_> = found.iter().map(|fault| (fault.code, fault.field.as_str())).collect();
        assert_eq!(
            told,
            [
                ("unknown-actor", "said.speaker"),
                ("unit-does-not-fit", "claim.quantity.unit"),
                ("negative", "claim.quantity.value"),
                ("empty-locator", "evidence.0.locator"),
            ]
        );
    }

    #[test]
    fn what_could_not_be_read_is_not_unknown() {
        let (mut words, statement) = sound();
        words.measures.clear();
        assert_eq!(codes(&faults(&words, &statement)), ["unknown-measure"]);
        let (unreadable, nothing) = (BTreeSet::from(["openness".to_string()]), BTreeSet::new());
        let excused = Words { known: &words, unreadable: &unreadable, missing: &BTreeSet::new() };
        assert_eq!(super::statement(&statement, &excused), []);
        let missing = BTreeSet::from([WordKind::Measure]);
        let excused = Words { known: &words, unreadable: &nothing, missing: &missing };
        assert_eq!(super::statement(&statement, &excused), []);
    }
}
