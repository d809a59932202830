//! Actors, alliances, issues, topics, measures, factors, sources and coders.

use super::{Findings, WordKind, Words, either};
use crate::Date;
use crate::actor::{Actor, ActorKind, Tenure};
use crate::alliance::{Alliance, AllianceKind, Role};
use crate::code::{Code, Scheme};
use crate::edtf::{BEGINNING, END, Edtf};
use crate::fault::Fault;
use crate::id::EntityId;
use crate::source::Source;
use crate::statement::{OMITTED, UNDECIDED};
use crate::text::{Lang, Name, Text};
use crate::vocabulary::{Coder, CoderKind, Factor, Issue, Level, Measure, Topic};
use std::collections::{BTreeMap, BTreeSet};

/// Everything wrong with an actor.
pub fn actor(actor: &Actor, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", actor.id.as_str());
    names(&mut f, &actor.names);
    period(&mut f, "to", actor.from.as_ref(), actor.to.as_ref());
    if let Some(of) = &actor.of {
        f.actor("of", of);
    }
    if let Some(head) = &actor.head {
        f.actor("head", head);
        let kind = words.known.actors.get(head).map(|found| found.kind);
        if kind.is_some_and(|kind| kind != ActorKind::Office) {
            f.add(
                "head",
                "not-an-office",
                format!("“{head}” is no office"),
                "write the id of an actor of kind office",
            );
        }
    }
    for (at, part) in actor.parts.iter().enumerate() {
        period(&mut f, &format!("parts.{at}.to"), part.from.as_ref(), part.to.as_ref());
    }
    for (at, code) in actor.codes.iter().enumerate() {
        period(&mut f, &format!("codes.{at}.to"), code.from.as_ref(), code.to.as_ref());
        code_form(&mut f, &format!("codes.{at}.code"), code);
    }
    for (at, successor) in actor.successors.iter().enumerate() {
        f.actor(&format!("successors.{at}"), successor);
    }
    for (at, tenure) in actor.holders.iter().enumerate() {
        f.actor(&format!("holders.{at}.person"), &tenure.person);
        f.actor(&format!("holders.{at}.party"), &tenure.party);
        if let Some(to) = tenure.to.filter(|to| *to < tenure.from) {
            f.add(
                format!("holders.{at}.to"),
                "reversed-period",
                format!("the tenure of “{}” ends ({to}) before it starts ({})", tenure.person, tenure.from),
                "write the later day under `to`",
            );
        }
    }
    overlapping_tenures(&mut f, &actor.holders);
    misplaced(&mut f, actor);
    f.faults
}

/// Fields that only states or only offices have.
fn misplaced(f: &mut Findings, actor: &Actor) {
    let fields = [
        ("holders", !actor.holders.is_empty(), ActorKind::Office, "an office"),
        ("head", actor.head.is_some(), ActorKind::State, "a state"),
        ("system", actor.system.is_some(), ActorKind::State, "a state"),
    ];
    for (field, given, kind, noun) in fields {
        if given && actor.kind != kind {
            f.add(
                field,
                "misplaced-field",
                format!("only {noun} has “{field}”"),
                format!("remove “{field}”, or correct the kind"),
            );
        }
    }
}

fn overlapping_tenures(f: &mut Findings, holders: &[Tenure]) {
    let mut in_order: Vec<(usize, &Tenure)> = holders.iter().enumerate().collect();
    in_order.sort_by_key(|(at, tenure)| (tenure.from, *at));
    for pair in in_order.windows(2) {
        let ((_, earlier), (at, later)) = (pair[0], pair[1]);
        if earlier.to.is_none_or(|to| later.from <= to) {
            let until = earlier.to.map_or("today".to_string(), |to| to.to_string());
            let day_before = later.from.yesterday().unwrap_or(later.from);
            f.add(
                format!("holders.{at}.from"),
                "overlapping-tenures",
                format!(
                    "“{}” takes office on {}, while “{}” holds it until {until}",
                    later.person, later.from, earlier.person
                ),
                format!("let the earlier tenure end by {day_before}, or the later one start after it"),
            );
        }
    }
}

/// Codes that mean several actors on the same day; each is reported at the later actor in the order of ids.
pub fn clashing_codes<'a>(actors: impl IntoIterator<Item = &'a Actor>) -> Vec<(EntityId, Fault)> {
    let mut users: BTreeMap<(Scheme, &str), Vec<(&Actor, &Code)>> = BTreeMap::new();
    let mut found = Vec::new();
    for actor in actors {
        for (at, code) in actor.codes.iter().enumerate() {
            let others = users.entry((code.scheme, &code.code)).or_default();
            let clash = others.iter().find(|(other, theirs)| other.id != actor.id && overlap(theirs, code));
            if let Some((other, _)) = clash {
                let fault = Fault::new(
                    "code-used-twice",
                    format!("the code “{}” means “{}” at the same time", code.code, other.id),
                    "give the code to one of them, or write from when to when it meant which",
                );
                found.push((actor.id.clone(), fault.at(format!("codes.{at}.code"))));
            }
            others.push((actor, code));
        }
    }
    found
}

fn overlap(a: &Code, b: &Code) -> bool {
    let span = |code: &Code| -> (Date, Date) {
        (code.from.as_ref().map_or(BEGINNING, Edtf::first_day), code.to.as_ref().map_or(END, Edtf::last_day))
    };
    let ((a_first, a_last), (b_first, b_last)) = (span(a), span(b));
    a_first <= b_last && b_first <= a_last
}

fn code_form(f: &mut Findings, field: &str, code: &Code) {
    let text = &code.code;
    let letters = |n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_uppercase());
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (fits, form) = match code.scheme {
        Scheme::IsoAlpha3 | Scheme::CowAbbreviation => (letters(3), "three capital letters"),
        Scheme::IsoAlpha2 => (letters(2), "two capital letters"),
        Scheme::IsoNumeric => (digits && text.len() == 3, "three digits, with leading zeros"),
        Scheme::Cow | Scheme::GleditschWard => {
            (digits && !text.starts_with('0'), "a number without leading zeros")
        }
        Scheme::Cameo => (letters(3), "three capital letters"),
    };
    if !fits {
        f.add(field, "bad-code", format!("“{text}” cannot be a code of its scheme"), format!("write {form}"));
    }
}

fn names(f: &mut Findings, names: &[Name]) {
    for (lang, noun) in [(Lang::De, "German"), (Lang::En, "English")] {
        if !names.iter().any(|name| name.lang == lang) {
            f.add(
                "names",
                "missing-name",
                format!("there is no {noun} name"),
                format!("add a name in {noun}"),
            );
        }
    }
    for (at, name) in names.iter().enumerate() {
        f.filled(&format!("names.{at}.nom"), &name.nom);
        let forms = [("gen", &name.r#gen), ("dat", &name.dat), ("acc", &name.acc), ("short", &name.short)];
        for (case, form) in forms {
            if let Some(form) = form {
                f.filled(&format!("names.{at}.{case}"), form);
            }
        }
    }
}

fn period(f: &mut Findings, field: &str, from: Option<&Edtf>, to: Option<&Edtf>) {
    if let (Some(from), Some(to)) = (from, to)
        && to.last_day() < from.first_day()
    {
        f.add(
            field,
            "reversed-period",
            format!("the period ends ({to}) before it starts ({from})"),
            "write the later date under `to`",
        );
    }
}

/// Everything wrong with an alliance.
pub fn alliance(alliance: &Alliance, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", alliance.id.as_str());
    names(&mut f, &alliance.names);
    period(&mut f, "to", alliance.from.as_ref(), alliance.to.as_ref());
    let mut seen = BTreeSet::new();
    for (at, member) in alliance.members.iter().enumerate() {
        f.actor(&format!("members.{at}.actor"), &member.actor);
        if !seen.insert(&member.actor) {
            let field = format!("members.{at}.actor");
            f.add(
                field,
                "doubled-member",
                format!("“{}” is a member twice", member.actor),
                "name each member once",
            );
        }
    }
    for (at, included) in alliance.includes.iter().enumerate() {
        if !words.known.alliances.contains_key(included) {
            f.unknown(&format!("includes.{at}"), &[WordKind::Alliance], included.as_str());
        }
    }
    let group = alliance.kind == AllianceKind::Group;
    if group && alliance.includes.is_empty() {
        f.add("id", "empty-group", "the group stands for no ties", "list their ids under “includes”");
    }
    if group && !alliance.members.is_empty() {
        f.add(
            "members",
            "misplaced-field",
            "a group has no members of its own",
            "remove “members”: those of the ties it includes count",
        );
    }
    if !group && !alliance.includes.is_empty() {
        f.add(
            "includes",
            "misplaced-field",
            "only a group has “includes”",
            "remove it, or write kind = \"group\"",
        );
    }
    if alliance.members.len() == 1 {
        f.add(
            "members",
            "lone-member",
            "one member makes no tie",
            "name two or more, or none where they do not matter",
        );
    }
    f.faults
}

/// Everything wrong with a dossier's own id and name.
pub fn settings(id: &str, name: &Text, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", id);
    f.text("name", name);
    f.faults
}

/// Everything wrong with the ties that a dossier names for assessment; the field of a fault is the tie's place in
/// the list.
pub fn ties(ties: &[EntityId], words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    let mut seen = BTreeSet::new();
    for (at, id) in ties.iter().enumerate() {
        let field = at.to_string();
        if !seen.insert(id) {
            f.add(&field, "doubled-tie", format!("“{id}” is named twice"), "name each tie once");
            continue;
        }
        let Some(tie) = words.known.alliances.get(id) else {
            f.unknown(&field, &[WordKind::Alliance], id.as_str());
            continue;
        };
        if tie.kind == AllianceKind::Group {
            let included = either(tie.includes.iter().map(|id| id.as_str()));
            let remedy = format!("name the ties it includes ({included})");
            f.add(&field, "group-as-tie", format!("“{id}” is a group and cannot be assessed"), remedy);
            continue;
        }
        let missing: Vec<&str> = [(Role::Guarantor, "guarantor"), (Role::Ally, "ally")]
            .into_iter()
            .filter(|(role, _)| tie.members.iter().filter(|m| m.role == Some(*role)).count() != 1)
            .map(|(_, word)| word)
            .collect();
        if !missing.is_empty() {
            f.add(
                &field,
                "tie-without-roles",
                format!("“{id}” has not exactly one {}", missing.join(" and one ")),
                "give one member role = \"guarantor\" and one role = \"ally\", or assess another tie",
            );
        }
    }
    if ties.is_empty() {
        f.add("", "no-ties", "the dossier names no tie to assess", "list the ids of one or more alliances");
    }
    f.faults
}

/// Everything wrong with an issue.
pub fn issue(issue: &Issue, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", issue.id.as_str());
    f.text("name", &issue.name);
    scale(&mut f, "levels", &issue.levels);
    scale(&mut f, "items", &issue.items);
    match (issue.levels.is_empty(), issue.items.is_empty()) {
        (true, true) => f.add(
            "id",
            "no-scale",
            "the issue has neither levels nor items",
            "add two or more “levels”, or “items” to rank",
        ),
        (false, false) => f.add(
            "items",
            "two-scales",
            "the issue has both levels and items",
            "remove one: an issue is a scale or a ranking",
        ),
        _ => {}
    }
    for (at, level) in issue.levels.iter().enumerate() {
        if [OMITTED, UNDECIDED].contains(&level.id.as_str()) {
            f.add(
                format!("levels.{at}.id"),
                "reserved-level",
                format!("every issue has “{}” already, off its scale", level.id),
                "choose another word; if silence amounts to a level, name that level under “omitted”",
            );
        }
    }
    if let Some(omitted) = &issue.omitted {
        f.level("omitted", omitted, &issue.levels, &[], &format!("the issue “{}”", issue.id));
    }
    f.faults
}

fn scale(f: &mut Findings, field: &str, levels: &[Level]) {
    let mut seen = BTreeSet::new();
    for (at, level) in levels.iter().enumerate() {
        let place = format!("{field}.{at}");
        f.id(&format!("{place}.id"), &level.id);
        f.filled(&format!("{place}.de"), &level.de);
        f.filled(&format!("{place}.en"), &level.en);
        if !seen.insert(&level.id) {
            f.add(
                format!("{place}.id"),
                "duplicate-level",
                format!("“{}” stands on the scale twice", level.id),
                "give each step an id of its own",
            );
        }
    }
    if levels.len() == 1 {
        f.add(field, "lone-level", "one step makes no scale", "add another, or remove the scale");
    }
}

/// Everything wrong with a topic.
pub fn topic(topic: &Topic, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", topic.id.as_str());
    f.text("name", &topic.name);
    scale(&mut f, "levels", &topic.levels);
    f.faults
}

/// Everything wrong with a measure.
pub fn measure(measure: &Measure, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", measure.id.as_str());
    f.text("name", &measure.name);
    f.text("definition", &measure.definition);
    for (field, names) in [("series", &measure.series), ("scope", &measure.scope)] {
        for (said, name) in names {
            f.text(&format!("{field}.{said}"), name);
        }
    }
    f.faults
}

/// Everything wrong with a factor.
pub fn factor(factor: &Factor, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", factor.id.as_str());
    f.text("name", &factor.name);
    f.faults
}

/// The types of CSL 1.0.2.
const CSL_TYPES: [&str; 45] = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
];

/// Everything wrong with a source.
pub fn source(source: &Source, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", source.id.as_str());
    f.filled("title", &source.title);
    f.actor("speaker", &source.speaker);
    if !CSL_TYPES.contains(&source.r#type.as_str()) {
        let known = CSL_TYPES.iter().copied();
        let remedy = super::instead(&source.r#type, known, || {
            "write a type of CSL 1.0.2, such as report, article-newspaper, article-journal, book, chapter, dataset, \
             speech, treaty or webpage"
                .into()
        });
        f.add("type", "unknown-type", format!("“{}” is no type of CSL-JSON", source.r#type), remedy);
    }
    if source.issued.is_open_ended() {
        f.add(
            "issued",
            "open-issue-date",
            format!("“{}” never ends, so nobody could ever be sure to know the source", source.issued),
            "write the last day on which it can have been issued, as in 2025-11-25/2025-12-31",
        );
    }
    if let Some(original) = &source.copy_of {
        f.source("copy-of", original);
    }
    if let Some(hash) = &source.text_sha256 {
        f.sha256("text-sha256", hash);
    }
    for (field, creators) in [("author", &source.author), ("translator", &source.translator)] {
        for (at, creator) in creators.iter().enumerate() {
            if creator.label().trim().is_empty() {
                let remedy = "write family and given for a person, or literal for a body";
                f.add(format!("{field}.{at}"), "nameless", "the record names nobody", remedy);
            }
        }
    }
    f.faults
}

/// Everything wrong with a coder.
pub fn coder(coder: &Coder, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", coder.id.as_str());
    f.filled("name", &coder.name);
    if coder.kind == CoderKind::Program && coder.version.is_none() {
        f.add(
            "id",
            "missing-version",
            format!("the program “{}” has no version", coder.id),
            "add its version",
        );
    }
    f.faults
}
