//! What do the sources say? One row per piece of evidence; a statement's id repeats where it has several.

use crate::setting::Setting;
use crate::words::Words;
use linchpin_dossier::{Seen, Snapshot};
use linchpin_model::Date;
use linchpin_model::id::{EntityId, SourceId, StatementId};
use linchpin_model::log::Status;
use linchpin_model::statement::{Claim, Evidence, Kind, Place};
use linchpin_model::text::Text;
use linchpin_model::vocabulary::Vocabulary;
use serde::Serialize;
use std::collections::BTreeSet;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.statements/2";

/// The question: all conditions that are given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// of this kind
    pub kind: Option<Kind>,
    /// about this actor or alliance, by id or by what tables call it
    pub subject: Option<String>,
    /// towards this actor or alliance
    pub object: Option<String>,
    /// with this predicate; for events `TYPE`, `TYPE/mode` or the topic
    pub predicate: Option<String>,
    /// from this source
    pub source: Option<SourceId>,
    /// by this speaker
    pub speaker: Option<EntityId>,
    /// of this id
    pub id: Option<StatementId>,
    /// valid on this day
    pub valid_at: Option<Date>,
    /// about, towards or by this actor or alliance, by id or by what tables call it
    pub actor: Option<String>,
    /// of this status
    pub status: Option<Status>,
    /// with these words in the German or the English sentence, or in the scope of a quantity: in any letter case, as a part of a
    /// word, or in another form of it
    pub words: Vec<String>,
    /// what may be known
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// the rows, by source file and line
    pub rows: Vec<Row>,
}

/// One piece of evidence of a statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// the statement's id
    pub id: StatementId,
    /// its kind
    pub kind: &'static str,
    /// about whom: ISO 3166-1 alpha-3 for states, joined by `-` in the order of its members for an alliance, else an id
    pub subject: String,
    /// towards whom
    pub object: String,
    /// measure, issue, topic, `TYPE/mode` of an event, `cause>effect` of a mechanism
    pub predicate: String,
    /// the number, place, level or status of the event
    pub value: String,
    /// the unit of a quantity
    pub unit: String,
    /// how a quantity's value relates to what was measured
    pub bound: String,
    /// first day of validity as far as known; empty for an open start
    pub valid_from: String,
    /// last day; empty for an open end
    pub valid_to: String,
    /// when it could be known
    pub known_at: String,
    /// when it was recorded; empty for a hypothetical one
    pub recorded_at: String,
    /// who says it
    pub speaker: EntityId,
    /// how
    pub modality: &'static str,
    /// rank
    pub rank: &'static str,
    /// status
    pub status: &'static str,
    /// the source of this piece of evidence
    pub source: SourceId,
    /// where in it
    pub locator: String,
    /// what it says
    #[serde(flatten, serialize_with = "by_language")]
    pub text: Text,
    /// which part a quantity counts, if not the whole
    pub scope: String,
    /// who counts
    pub series: String,
    /// the year of a quantity's prices
    pub price_year: String,
    /// through whom it reached the source, nearest to the speaker first, joined by `>`
    pub via: String,
    /// whether it is put forward with reserve
    pub hedged: bool,
    /// the layer of a position
    pub layer: String,
    /// how much a position matters to its holder, 0 to 1
    pub salience: String,
    /// what an event is about
    pub topic: String,
    /// an event's contexts, joined by `+`
    pub context: String,
    /// how binding a provision is
    pub binding: String,
    /// under which condition a mechanism works, in German
    pub condition_de: String,
    /// the same in English
    pub condition_en: String,
}

fn by_language<S: serde::Serializer>(text: &Text, s: S) -> Result<S::Ok, S::Error> {
    use serde::ser::SerializeMap;
    let mut map = s.serialize_map(Some(2))?;
    map.serialize_entry("text_de", &text.de)?;
    map.serialize_entry("text_en", &text.en)?;
    map.end()
}

impl Row {
    /// How many columns every table has; the others are details.
    pub const PLAIN: usize = 20;

    /// The names of the columns, in order: first those of every table, then the details.
    pub const COLUMNS: [&'static str; 32] = [
        "id",
        "kind",
        "subject",
        "object",
        "predicate",
        "value",
        "unit",
        "bound",
        "valid_from",
        "valid_to",
        "known_at",
        "recorded_at",
        "speaker",
        "modality",
        "rank",
        "status",
        "source",
        "locator",
        "text_de",
        "text_en",
        "scope",
        "series",
        "price_year",
        "via",
        "hedged",
        "layer",
        "salience",
        "topic",
        "context",
        "binding",
        "condition_de",
        "condition_en",
    ];

    /// The cells, in the order of [`Row::COLUMNS`].
    pub fn cells(&self) -> [&str; 32] {
        [
            self.id.as_str(),
            self.kind,
            &self.subject,
            &self.object,
            &self.predicate,
            &self.value,
            &self.unit,
            &self.bound,
            &self.valid_from,
            &self.valid_to,
            &self.known_at,
            &self.recorded_at,
            self.speaker.as_str(),
            self.modality,
            self.rank,
            self.status,
            self.source.as_str(),
            &self.locator,
            &self.text.de,
            &self.text.en,
            &self.scope,
            &self.series,
            &self.price_year,
            &self.via,
            if self.hedged { "true" } else { "false" },
            &self.layer,
            &self.salience,
            &self.topic,
            &self.context,
            &self.binding,
            &self.condition_de,
            &self.condition_en,
        ]
    }
}

/// Each statement once, by the first row of its evidence.
pub fn once(rows: &[Row]) -> Vec<&Row> {
    let mut seen = BTreeSet::new();
    rows.iter().filter(|row| seen.insert(&row.id)).collect()
}

/// Answers the question.
pub fn answer(question: &Statements, snapshot: &Snapshot) -> Answer {
    let view = question.setting.view(snapshot);
    let vocabulary = snapshot.vocabulary();
    let words = Words::of(&question.words);
    let rows = view
        .statements()
        .flat_map(|seen| {
            seen.evidence()
                .map(|evidence| row(&seen, evidence, vocabulary))
                .collect::<Vec<_>>()
                .into_iter()
                .zip(std::iter::repeat(seen))
        })
        .filter(|(row, seen)| matches(question, &words, row, seen))
        .map(|(row, _)| row)
        .collect();
    Answer { schema: SCHEMA, rows }
}

fn matches(question: &Statements, words: &Words, row: &Row, seen: &Seen) -> bool {
    let claim = &seen.statement.claim;
    let entity = |wanted: &Option<String>, shown: &str, id: Option<&EntityId>| {
        wanted.as_ref().is_none_or(|w| w == shown || id.is_some_and(|id| id.as_str() == w))
    };
    question.kind.is_none_or(|kind| kind == claim.kind())
        && entity(&question.subject, &row.subject, claim.subject())
        && entity(&question.object, &row.object, claim.object())
        && question.predicate.as_ref().is_none_or(|p| {
            [&row.predicate, &row.topic].contains(&p) || row.predicate.split('/').next() == Some(p)
        })
        && question.source.as_ref().is_none_or(|s| *s == row.source)
        && question.speaker.as_ref().is_none_or(|s| *s == row.speaker)
        && question.id.as_ref().is_none_or(|id| *id == row.id)
        && question.status.is_none_or(|status| status == seen.status)
        && question.actor.as_ref().is_none_or(|actor| {
            let wanted = Some(actor.clone());
            entity(&wanted, &row.subject, claim.subject())
                || entity(&wanted, &row.object, claim.object())
                || row.speaker.as_str() == actor
        })
        && words.stand_in(&row.text, &row.scope)
        && question.valid_at.is_none_or(|day| seen.statement.valid.covers(day))
}

fn row(seen: &Seen, evidence: &Evidence, vocabulary: &Vocabulary) -> Row {
    let statement = seen.statement;
    let details = Details::of(&statement.claim);
    let (predicate, value, unit, bound) = columns_of(&statement.claim);
    let entity = |id: Option<&EntityId>| id.map_or(String::new(), |id| vocabulary.table_code(id));
    let valid = &statement.valid;
    let day = |day: Date, open: bool| if open { String::new() } else { day.to_string() };
    Row {
        id: statement.id.clone(),
        kind: statement.claim.kind().name(),
        subject: entity(statement.claim.subject()),
        object: entity(statement.claim.object()),
        predicate,
        value,
        unit,
        bound: bound.into(),
        valid_from: day(valid.first_day(), valid.first_day() == linchpin_model::edtf::BEGINNING),
        valid_to: day(valid.last_day(), valid.is_open_ended()),
        known_at: seen.known.to_string(),
        recorded_at: seen.recorded.map_or(String::new(), |r| r.to_string()),
        speaker: statement.said.speaker.clone(),
        modality: statement.said.modality.name(),
        rank: seen.rank.name(),
        status: seen.status.name(),
        source: evidence.source.clone(),
        locator: evidence.locator.clone(),
        text: statement.text.clone(),
        scope: details.scope,
        series: details.series,
        price_year: details.price_year,
        via: statement.said.via.iter().map(EntityId::as_str).collect::<Vec<_>>().join(">"),
        hedged: statement.said.hedged,
        layer: details.layer,
        salience: details.salience,
        topic: details.topic,
        context: details.context,
        binding: details.binding,
        condition_de: details.condition.de,
        condition_en: details.condition.en,
    }
}

/// What only claims of one kind have; empty for the others.
struct Details {
    scope: String,
    series: String,
    price_year: String,
    layer: String,
    salience: String,
    topic: String,
    context: String,
    binding: String,
    condition: Text,
}

impl Details {
    fn of(claim: &Claim) -> Details {
        let none = Details {
            scope: String::new(),
            series: String::new(),
            price_year: String::new(),
            layer: String::new(),
            salience: String::new(),
            topic: String::new(),
            context: String::new(),
            binding: String::new(),
            condition: Text { de: String::new(), en: String::new() },
        };
        match claim.clone() {
            Claim::Quantity(c) => Details {
                scope: c.scope.unwrap_or_default(),
                series: c.series.unwrap_or_default(),
                price_year: c.price_year.map_or(String::new(), |year| year.to_string()),
                ..none
            },
            Claim::Position(c) => {
                Details { layer: c.layer.name().into(), salience: c.salience.to_string(), ..none }
            }
            Claim::Event(c) => Details {
                topic: c.topic.map_or(String::new(), |topic| topic.to_string()),
                context: c.context.join("+"),
                ..none
            },
            Claim::Provision(c) => Details { binding: c.binding.name().into(), ..none },
            Claim::Mechanism(c) => Details { condition: c.condition.unwrap_or(none.condition), ..none },
            Claim::Judgement(_) => none,
        }
    }
}

/// Predicate, value, unit and bound of a claim.
fn columns_of(claim: &Claim) -> (String, String, String, &'static str) {
    let plain = |predicate: &str, value: &str| (predicate.into(), value.into(), String::new(), "");
    match claim {
        Claim::Quantity(c) => {
            let value = c.high.map_or(c.value.to_string(), |high| format!("{}..{high}", c.value));
            (c.measure.to_string(), value, c.unit.to_string(), c.bound.name())
        }
        Claim::Position(c) => match &c.place {
            Place::Level(level) => plain(c.issue.as_str(), level),
            Place::Order(order) => plain(c.issue.as_str(), &order.join(">")),
        },
        Claim::Event(c) => {
            let mode = c.mode.as_ref().map_or(String::new(), |m| format!("/{m}"));
            plain(&format!("{}{mode}", c.r#type.name()), c.status.name())
        }
        Claim::Provision(c) => plain(c.topic.as_str(), &c.value),
        Claim::Judgement(c) => plain(c.topic.as_str(), &c.grade),
        Claim::Mechanism(c) => plain(&format!("{}>{}", c.cause, c.effect), c.sign.name()),
    }
}
