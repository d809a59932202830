//! Values as they were written, each with its line, and their reading into types.
//!
//! A deserialiser of its own does what those of `toml` and `serde_json` do not: it says in plain words what is wrong,
//! and goes on after a fault to find the next one.

use linchpin_model::check::{either, nearest};
use linchpin_model::fault::Fault;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Expected, IntoDeserializer, Unexpected, Visitor};
use std::fmt;
use toml::de::{DeTable, DeValue};

/// A value and the line where it stands; the line is 0 where it is of no use, in JSON.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub line: u64,
    pub value: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Integer(i64),
    Large(u64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    /// each with its key; the line of such a value is its key's
    Table(Vec<(String, Node)>),
    /// an item that was taken out of a list, so that the others keep their numbers
    Gap,
}

/// The beginnings of lines in a text.
pub(crate) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub fn of(text: &'t str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Lines { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The line of a byte, counted from 1.
    pub fn line(&self, byte: usize) -> u64 {
        self.starts.partition_point(|start| *start <= byte) as u64
    }

    /// The column of a byte in characters, counted from 1.
    pub fn column(&self, byte: usize) -> u64 {
        let start = self.starts[(self.line(byte) - 1) as usize];
        let before = self.text.as_bytes().get(start..byte).unwrap_or_default();
        1 + String::from_utf8_lossy(before).chars().count() as u64
    }
}

impl Node {
    /// The tree of a TOML table.
    pub fn of_toml(table: &DeTable<'_>, lines: &Lines<'_>) -> Node {
        Node { line: 1, value: table_of(table, lines) }
    }

    /// The tree of a JSON value.
    pub fn of_json(value: serde_json::Value) -> Node {
        use serde_json::Value as Json;
        let value = match value {
            Json::Null => Value::Null,
            Json::Bool(truth) => Value::Bool(truth),
            Json::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(integer), _) => Value::Integer(integer),
                (None, Some(large)) => Value::Large(large),
                (None, None) => Value::Float(number.as_f64().unwrap_or(f64::NAN)),
            },
            Json::String(text) => Value::Text(text),
            Json::Array(items) => Value::List(items.into_iter().map(Node::of_json).collect()),
            Json::Object(fields) => {
                Value::Table(fields.into_iter().map(|(key, value)| (key, Node::of_json(value))).collect())
            }
        };
        Node { line: 0, value }
    }

    /// The value of a field, if this is a table that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Table(fields) => fields.iter().find(|(name, _)| name == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// The text, if this is one.
    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    /// The line of a field, such as `holders.2.person`; of the nearest thing around it, where it is absent.
    pub fn line_of(&self, field: &str) -> u64 {
        let mut node = self;
        for step in field.split('.').filter(|step| !step.is_empty()) {
            let next = match &node.value {
                Value::Table(_) => node.get(step),
                Value::List(items) => step.parse().ok().and_then(|at: usize| items.get(at)),
                _ => None,
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
        }
        node.line
    }

    fn step(&mut self, step: &Step) -> Option<&mut Node> {
        match (&mut self.value, step) {
            (Value::Table(fields), Step::Key(key)) => {
                fields.iter_mut().find(|(name, _)| name == key).map(|(_, node)| node)
            }
            (Value::List(items), Step::Item(at)) => items.get_mut(*at),
            _ => None,
        }
    }

    /// Takes away what a path leads to.
    fn prune(&mut self, path: &[Step]) -> bool {
        let Some((last, above)) = path.split_last() else { return false };
        let mut node = self;
        for step in above {
            match node.step(step) {
                Some(next) => node = next,
                None => return false,
            }
        }
        match (&mut node.value, last) {
            (Value::Table(fields), Step::Key(key)) => {
                let before = fields.len();
                fields.retain(|(name, _)| name != key);
                fields.len() < before
            }
            (Value::List(items), Step::Item(at)) => match items.get_mut(*at) {
                Some(item) if !matches!(item.value, Value::Gap) => {
                    item.value = Value::Gap;
                    true
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// What kind of value this is, as one would say.
    fn noun(&self) -> String {
        match &self.value {
            Value::Null | Value::Gap => "nothing (null)".into(),
            Value::Bool(truth) => format!("{truth}"),
            Value::Integer(number) => format!("the number {number}"),
            Value::Large(number) => format!("the number {number}"),
            Value::Float(number) => format!("the number {number}"),
            Value::Text(text) => format!("the text “{}”", shortened(text)),
            Value::List(_) => "a list".into(),
            Value::Table(_) => "a table".into(),
        }
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 { text.into() } else { text.chars().take(39).chain(['…']).collect() }
}

fn table_of(table: &DeTable<'_>, lines: &Lines<'_>) -> Value {
    let field = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| {
        let key: &toml::Spanned<std::borrow::Cow<'_, str>> = key;
        let node = Node { line: lines.line(key.span().start), value: value_of(value.get_ref(), lines) };
        (key.get_ref().to_string(), node)
    };
    Value::Table(table.iter().map(field).collect())
}

fn value_of(value: &DeValue<'_>, lines: &Lines<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Integer(number),
            Err(_) => Value::Text(number.as_str().into()),
        },
        DeValue::Float(number) => match number.as_str().parse() {
            Ok(number) => Value::Float(number),
            Err(_) => Value::Text(number.as_str().into()),
        },
        DeValue::Boolean(truth) => Value::Bool(*truth),
        // A date may stand without quotation marks.
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .map(|item| Node {
                    line: lines.line(item.span().start),
                    value: value_of(item.get_ref(), lines),
                })
                .collect(),
        ),
        DeValue::Table(table) => table_of(table, lines),
    }
}

/// One step from a value to a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Item(usize),
}

/// More faults than this in one record are not told.
const MOST: usize = 100;

/// Reads a record. All that is wrong with it is added to the faults, with [`Fault::field`] naming the place; the
/// record is returned if nothing is.
pub(crate) fn read<T: DeserializeOwned>(node: &Node, faults: &mut Vec<Fault>) -> Option<T> {
    let first = match T::deserialize(node) {
        Ok(record) => return Some(record),
        Err(wrong) => wrong,
    };
    // After a fault, what is at fault is taken away and the rest is read again. Where the missing part then leads to
    // further faults around it, these are not told, and what is around it is taken away too.
    let mut rest = node.clone();
    let mut taken: Vec<(Vec<Step>, Option<&'static str>)> = Vec::new();
    let mut wrong = first;
    for _ in 0..MOST {
        let path = wrong.path();
        let consequence = taken.iter().any(|(gone, meant)| {
            gone.len() == path.len() + 1 && gone.starts_with(&path) && wrong.may_follow(gone.last(), *meant)
        });
        if !consequence {
            faults.push(wrong.fault(node, &path));
        }
        let Some(cut) = wrong.cut(&path, consequence) else { break };
        if !rest.prune(&cut) {
            break;
        }
        taken.push((cut, wrong.meant()));
        match T::deserialize(&rest) {
            Ok(_) => break,
            Err(next) => wrong = next,
        }
    }
    None
}

/// Why a value does not fit its type.
#[derive(Debug)]
pub(crate) struct Wrong {
    kind: Kind,
    /// from the value at fault outwards
    outwards: Vec<Step>,
}

#[derive(Debug)]
enum Kind {
    UnknownField { field: String, known: &'static [&'static str] },
    UnknownWord { word: String, known: &'static [&'static str] },
    MissingField(&'static str),
    DoubledField(&'static str),
    Unfit { expected: String },
    Length { expected: String },
    NotOne { known: &'static [&'static str] },
    Told(String),
    BadDate { text: String },
    BadMoment { text: String },
}

impl Wrong {
    fn new(kind: Kind) -> Self {
        Wrong { kind, outwards: Vec::new() }
    }

    fn within(mut self, step: Step) -> Self {
        self.outwards.push(step);
        self
    }

    /// The path from the record to what is at fault.
    fn path(&self) -> Vec<Step> {
        let mut path: Vec<Step> = self.outwards.iter().rev().cloned().collect();
        if let Kind::UnknownField { field, .. } = &self.kind {
            path.push(Step::Key(field.clone()));
        }
        path
    }

    /// The field that an unknown one was most likely meant to be.
    fn meant(&self) -> Option<&'static str> {
        match &self.kind {
            Kind::UnknownField { field, known } => nearest(field, known.iter().copied()),
            _ => None,
        }
    }

    /// Whether this may be wrong only because a part of the same value was taken away, or another was meant by it.
    fn may_follow(&self, gone: Option<&Step>, meant: Option<&'static str>) -> bool {
        match (&self.kind, gone) {
            (Kind::MissingField(field), Some(Step::Key(key))) => field == key || Some(*field) == meant,
            (Kind::Length { .. } | Kind::NotOne { .. }, _) => true,
            _ => false,
        }
    }

    /// What to take away in order to go on: what is at fault, or the whole item of a list where something is missing
    /// in it, for nothing can be put in its place.
    fn cut(&self, path: &[Step], consequence: bool) -> Option<Vec<Step>> {
        if !consequence && !matches!(self.kind, Kind::MissingField(_)) {
            return (!path.is_empty()).then(|| path.to_vec());
        }
        if matches!(path.last(), Some(Step::Key(_))) && consequence {
            return Some(path.to_vec());
        }
        let item = path.iter().rposition(|step| matches!(step, Step::Item(_)))?;
        Some(path[..=item].to_vec())
    }

    fn fault(&self, record: &Node, path: &[Step]) -> Fault {
        let mut value = Some(record.clone());
        for step in path {
            value = value.and_then(|mut node| node.step(step).cloned());
        }
        let noun = value.as_ref().map_or("this".to_string(), Node::noun);
        let field: Vec<String> = path
            .iter()
            .map(|step| match step {
                Step::Key(key) => key.clone(),
                Step::Item(at) => at.to_string(),
            })
            .collect();
        let name =
            path.iter().rev().find_map(|step| if let Step::Key(key) = step { Some(key) } else { None });
        let name = name.map_or("the record".to_string(), |key| format!("“{key}”"));
        let (code, what, remedy) = self.told(&name, &noun);
        Fault::new(code, what, remedy).at(field.join("."))
    }

    /// Code, what is wrong, and what would be right.
    fn told(&self, name: &str, noun: &str) -> (&'static str, String, String) {
        match &self.kind {
            Kind::UnknownField { field, known } => {
                let remedy = match nearest(field, known.iter().copied()) {
                    Some(near) => format!("did you mean “{near}”?"),
                    None => format!("the fields here are {}", known.join(", ")),
                };
                ("unknown-field", format!("there is no field “{}” here", shortened(field)), remedy)
            }
            Kind::UnknownWord { word, known } => {
                let near = nearest(word, known.iter().copied());
                let near = near.map_or(String::new(), |near| format!("did you mean “{near}”? "));
                let remedy = format!("{near}write {}", either(known.iter().copied()));
                let word = format!("“{}”", shortened(word));
                let what = if word == name {
                    format!("{word} cannot stand here")
                } else {
                    format!("{word} is no value of {name}")
                };
                ("unknown-word", what, remedy)
            }
            Kind::MissingField(field) => {
                ("missing-field", format!("“{field}” is missing"), format!("add “{field}”"))
            }
            Kind::DoubledField(field) => {
                ("doubled-field", format!("“{field}” is given twice"), "give it once".into())
            }
            Kind::Unfit { expected } => {
                ("wrong-type", format!("{name} is {noun}"), format!("write {}", plain(expected)))
            }
            Kind::Length { expected } => (
                "wrong-type",
                format!("{name} is a list of another length"),
                format!("write {}", plain(expected)),
            ),
            Kind::NotOne { known } => (
                "wrong-type",
                format!("{name} is {noun}, not one thing out of several"),
                format!("write a table with one field: {}", either(known.iter().copied())),
            ),
            Kind::BadDate { text } => (
                "bad-date",
                format!("“{}” is no date", shortened(text)),
                "write year, month and day, as in 2025-10-28".into(),
            ),
            Kind::BadMoment { text } => (
                "bad-date",
                format!("“{}” is no moment", shortened(text)),
                "write date and time in UTC, as in 2025-10-28T09:30:00Z".into(),
            ),
            Kind::Told(message) => {
                let (what, remedy) = message.split_once("; ").unwrap_or((message, ""));
                let date = what.contains("no EDTF date");
                let remedy = match (remedy, date) {
                    ("", true) => "write a date such as 2020, 2018-09, 2025-10-28 or 2018-09/2020",
                    ("", false) => "write a value that fits",
                    (remedy, _) => remedy,
                };
                let code = if date { "bad-date" } else { "bad-value" };
                (code, what.into(), remedy.into())
            }
        }
    }
}

/// What `serde` says it expects, in plain words.
fn plain(expected: &str) -> String {
    match expected {
        "a string" | "a borrowed string" | "string" | "str" | "a character" => {
            "a text in quotation marks".into()
        }
        "a boolean" | "bool" => "true or false".into(),
        "f64" | "f32" => "a number".into(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number, 0 or more".into(),
        "i8" | "i16" | "i32" | "i64" => "a whole number".into(),
        "a sequence" => "a list in square brackets".into(),
        "a map" => "a table".into(),
        "a date string" => "a date such as 2025-10-28".into(),
        "a timestamp string" => "a moment such as 2025-10-28T09:30:00Z".into(),
        other if other.starts_with("struct ") => "a table".into(),
        other if other.starts_with("an array of length ") => {
            format!("a list of {}", other.trim_start_matches("an array of length "))
        }
        other if other.starts_with("enum ") || other.contains("variant") => {
            "one of the words that fit".into()
        }
        other => other.into(),
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, what, remedy) = self.told("the value", "this");
        write!(f, "{what}; {remedy}")
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        Wrong::new(if message.starts_with("data did not match any variant") {
            Kind::Unfit { expected: "a text, or a list of texts".into() }
        } else {
            Kind::Told(message)
        })
    }
    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Wrong::new(Kind::Unfit { expected: expected.to_string() })
    }
    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Wrong::new(Kind::Unfit { expected: expected.to_string() })
    }
    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Wrong::new(Kind::Length { expected: expected.to_string() })
    }
    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Wrong::new(Kind::UnknownWord { word: word.into(), known })
    }
    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        Wrong::new(Kind::UnknownField { field: field.into(), known })
    }
    fn missing_field(field: &'static str) -> Self {
        Wrong::new(Kind::MissingField(field))
    }
    fn duplicate_field(field: &'static str) -> Self {
        Wrong::new(Kind::DoubledField(field))
    }
}

impl<'de> de::Deserializer<'de> for &'de Node {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.value {
            Value::Null | Value::Gap => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Integer(number) => visitor.visit_i64(*number),
            Value::Large(number) => visitor.visit_u64(*number),
            Value::Float(number) => visitor.visit_f64(*number),
            Value::Text(text) => {
                let expected = (&visitor as &dyn Expected).to_string();
                visitor.visit_str(text).map_err(|wrong: Wrong| match (&wrong.kind, expected.as_str()) {
                    (Kind::Told(_), "a date string") => Wrong::new(Kind::BadDate { text: text.clone() }),
                    (Kind::Told(_), "a timestamp string") => {
                        Wrong::new(Kind::BadMoment { text: text.clone() })
                    }
                    _ => wrong,
                })
            }
            Value::List(items) => visitor.visit_seq(Items { items, next: 0 }),
            Value::Table(fields) => visitor.visit_map(Fields { fields, next: 0 }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match &self.value {
            // serde would take a list for the fields in their order; nobody writes records so
            Value::List(_) => Err(Wrong::new(Kind::Unfit { expected: "a map".into() })),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match &self.value {
            Value::Text(word) => visitor.visit_enum(word.as_str().into_deserializer()),
            Value::Table(fields) => match fields.as_slice() {
                [(word, content)] => visitor.visit_enum(Chosen { word, content }),
                _ => Err(Wrong::new(Kind::NotOne { known })),
            },
            _ => {
                let expected = if known.is_empty() { "a word".into() } else { either(known.iter().copied()) };
                Err(Wrong::new(Kind::Unfit { expected }))
            }
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier
    }
}

struct Items<'n> {
    items: &'n [Node],
    next: usize,
}

impl<'de> de::SeqAccess<'de> for Items<'de> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        while self.items.get(self.next).is_some_and(|item| matches!(item.value, Value::Gap)) {
            self.next += 1;
        }
        let at = self.next;
        let Some(item) = self.items.get(at) else { return Ok(None) };
        self.next += 1;
        seed.deserialize(item).map(Some).map_err(|wrong| wrong.within(Step::Item(at)))
    }
}

struct Fields<'n> {
    fields: &'n [(String, Node)],
    next: usize,
}

impl<'de> de::MapAccess<'de> for Fields<'de> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        let Some((key, _)) = self.fields.get(self.next) else { return Ok(None) };
        let key_reader: StrDeserializer<'_, Wrong> = key.as_str().into_deserializer();
        seed.deserialize(key_reader).map(Some).map_err(|wrong| match wrong.kind {
            // a key that is one of several words, such as a class
            Kind::UnknownWord { .. } | Kind::Told(_) => wrong.within(Step::Key(key.clone())),
            _ => wrong,
        })
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        let (key, value) = &self.fields[self.next];
        self.next += 1;
        seed.deserialize(value).map_err(|wrong| wrong.within(Step::Key(key.clone())))
    }
}

/// One choice out of several, with its content.
struct Chosen<'n> {
    word: &'n str,
    content: &'n Node,
}

impl<'de> de::EnumAccess<'de> for Chosen<'de> {
    type Error = Wrong;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Wrong> {
        let word: StrDeserializer<'_, Wrong> = self.word.into_deserializer();
        let chosen = seed.deserialize(word).map_err(|wrong| wrong.within(Step::Key(self.word.into())))?;
        Ok((chosen, self))
    }
}

impl<'de> de::VariantAccess<'de> for Chosen<'de> {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        Err(Wrong::new(Kind::Unfit { expected: format!("“{}” alone", self.word) })
            .within(Step::Key(self.word.into())))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Wrong> {
        seed.deserialize(self.content).map_err(|wrong| wrong.within(Step::Key(self.word.into())))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Wrong> {
        de::Deserializer::deserialize_any(self.content, visitor)
            .map_err(|wrong| wrong.within(Step::Key(self.word.into())))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        de::Deserializer::deserialize_any(self.content, visitor)
            .map_err(|wrong| wrong.within(Step::Key(self.word.into())))
    }
}
