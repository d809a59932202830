//! Frameworks.

use super::{Findings, Words, cycles, instead};
use crate::fault::Fault;
use crate::framework::{
    Balance, Checklist, Fear, Framework, Gap, Indicator, Node, Pattern, Reading, Rule, Selector, Side, Whose,
};
use crate::id::NodeId;
use crate::statement::{Kind, OMITTED, UNDECIDED};
use crate::vocabulary::Level;
use std::collections::{BTreeMap, BTreeSet};

/// Everything wrong with a framework.
pub fn framework(framework: &Framework, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", &framework.id);
    f.text("name", &framework.name);
    f.text("note", &framework.note);
    if framework.version == 0 {
        f.add("version", "not-positive", "the version is 0", "count versions from 1");
    }
    gate(&mut f, framework);
    levels(&mut f, framework);
    volatility(&mut f, framework);
    tree(&mut f, framework);
    let by_id: BTreeMap<&NodeId, &Node> = framework.node.iter().map(|node| (&node.id, node)).collect();
    let mut seen = BTreeSet::new();
    for (at, it) in framework.indicator.iter().enumerate() {
        let field = format!("indicator.{at}");
        if !seen.insert(&it.id) {
            let remedy = "give each indicator an id of its own";
            f.add(
                format!("{field}.id"),
                "duplicate-id",
                format!("“{}” is defined a second time", it.id),
                remedy,
            );
        }
        indicator(&mut f, &field, it, &by_id);
    }
    let mut seen = BTreeSet::new();
    for (at, it) in framework.fear.iter().enumerate() {
        let field = format!("fear.{at}");
        if !seen.insert(&it.id) {
            let what = format!("“{}” is defined a second time", it.id);
            f.add(format!("{field}.id"), "duplicate-id", what, "give each fear an id of its own");
        }
        fear(&mut f, &field, it);
    }
    f.faults
}

fn fear(f: &mut Findings, field: &str, it: &Fear) {
    f.id(&format!("{field}.id"), it.id.as_str());
    f.text(&format!("{field}.name"), &it.name);
    f.text(&format!("{field}.because"), &it.because);
    let topic = it.topic.as_ref().and_then(|topic| f.topic(&format!("{field}.topic"), topic));
    match (topic, &it.topic) {
        (Some(topic), _) => {
            let of = format!("the topic “{}”", topic.id);
            for (at, level) in it.against_levels.iter().enumerate() {
                f.level(&format!("{field}.against-levels.{at}"), level, &topic.levels, &[], &of);
            }
        }
        (None, None) if !it.against_levels.is_empty() => {
            let what = format!("“{}” has levels, but no topic that they belong to", it.id);
            f.add(format!("{field}.against-levels"), "levels-without-topic", what, "name the topic");
        }
        _ => {}
    }
    if let Some(factor) = &it.factor {
        f.factor(&format!("{field}.factor"), factor);
    }
    let sides = [("in-favour", &it.in_favour), ("against", &it.against)];
    for (side, patterns) in sides {
        for (at, it) in patterns.iter().enumerate() {
            pattern(f, &format!("{field}.{side}.{at}"), it);
            capital_beside(f, &format!("{field}.{side}.{at}"), it);
            for selector in pattern_selectors(it) {
                named(f, &format!("{field}.{side}.{at}.subject"), selector);
            }
        }
    }
    let nothing =
        it.topic.is_none() && it.factor.is_none() && it.in_favour.is_empty() && it.against.is_empty();
    if nothing {
        let what = format!("“{}” says nowhere what speaks for or against it", it.id);
        f.add(format!("{field}.id"), "fear-without-evidence", what, "name a topic, a factor or patterns");
    }
}

/// A fear stands under no node, so that no capital is meant.
fn capital_beside(f: &mut Findings, field: &str, pattern: &Pattern) {
    if pattern_selectors(pattern).any(|selector| selector.whose == Whose::Side(Side::Capital)) {
        let remedy = "select guarantor, ally, member or tie";
        f.add(format!("{field}.subject"), "no-capital", "a fear is about no capital", remedy);
    }
}

fn gate(f: &mut Findings, framework: &Framework) {
    f.between_zero_and_one("gate.coverage", framework.gate.coverage);
    f.between_zero_and_one("gate.hysteresis", framework.gate.hysteresis);
}

fn levels(f: &mut Findings, framework: &Framework) {
    let Some(last) = framework.level.last() else {
        f.add(
            "level",
            "no-levels",
            "the framework has no words for scores",
            "add one or more levels, the last below 1 or more",
        );
        return;
    };
    if last.below.is_nan() || last.below < 1.0 {
        f.add(
            format!("level.{}.below", framework.level.len() - 1),
            "levels-end-early",
            format!("the last level ends at {}, so higher scores have no word", last.below),
            "write 1 or more",
        );
    }
    let mut seen = BTreeSet::new();
    let mut before = 0.0;
    for (at, level) in framework.level.iter().enumerate() {
        let field = format!("level.{at}");
        f.id(&format!("{field}.id"), &level.id);
        f.text(&format!("{field}.name"), &level.name);
        if !seen.insert(&level.id) {
            let remedy = "give each level an id of its own";
            f.add(
                format!("{field}.id"),
                "duplicate-id",
                format!("“{}” is defined a second time", level.id),
                remedy,
            );
        }
        if level.below.is_nan() || level.below <= before {
            f.add(
                format!("{field}.below"),
                "levels-not-rising",
                format!("“{}” ends at {}, which is not above {before}", level.id, level.below),
                "order the levels from the lowest to the highest",
            );
        }
        before = level.below;
    }
}

fn volatility(f: &mut Findings, framework: &Framework) {
    for (class, value) in &framework.volatility {
        f.above_zero(&format!("volatility.{}", class_name(*class)), *value);
    }
    for (at, indicator) in framework.indicator.iter().enumerate() {
        if !framework.volatility.contains_key(&indicator.class) {
            let class = class_name(indicator.class);
            f.add(
                format!("indicator.{at}.class"),
                "missing-volatility",
                format!("the framework has no volatility for the class “{class}”"),
                format!("add “{class}” under “volatility”"),
            );
        }
    }
}

fn class_name(class: crate::framework::Class) -> &'static str {
    use crate::framework::Class;
    match class {
        Class::Legal => "legal",
        Class::Institution => "institution",
        Class::Capability => "capability",
        Class::Position => "position",
        Class::Support => "support",
    }
}

fn tree(f: &mut Findings, framework: &Framework) {
    let mut seen = BTreeSet::new();
    let mut roots = Vec::new();
    let parents: BTreeSet<&NodeId> = framework
        .node
        .iter()
        .filter_map(|node| node.parent.as_ref())
        .chain(framework.indicator.iter().flat_map(|indicator| &indicator.under))
        .collect();
    for (at, node) in framework.node.iter().enumerate() {
        let field = format!("node.{at}");
        f.id(&format!("{field}.id"), node.id.as_str());
        f.text(&format!("{field}.name"), &node.name);
        f.text(&format!("{field}.because"), &node.because);
        f.above_zero(&format!("{field}.weight"), node.weight);
        if !seen.insert(&node.id) {
            let remedy = "give each node an id of its own";
            f.add(
                format!("{field}.id"),
                "duplicate-id",
                format!("“{}” is defined a second time", node.id),
                remedy,
            );
        }
        match &node.parent {
            None => roots.push((at, node)),
            Some(parent) => known_node(f, &format!("{field}.parent"), parent, &framework.node),
        }
        if !parents.contains(&node.id) {
            f.add(
                format!("{field}.id"),
                "empty-node",
                format!("nothing stands under the node “{}”", node.id),
                "put a node or an indicator under it, or remove it",
            );
        }
    }
    match roots.as_slice() {
        [_] => {}
        [] => {
            f.add("node", "no-root", "every node has a parent", "leave out “parent” of the node at the top")
        }
        [(_, first), others @ ..] => {
            for (at, node) in others {
                f.add(
                    format!("node.{at}"),
                    "second-root",
                    format!("“{}” has no parent, and “{}” has none either", node.id, first.id),
                    format!("write parent = \"{}\", or another node", first.id),
                );
            }
        }
    }
    let edges = framework
        .node
        .iter()
        .map(|node| (node.id.as_str(), node.parent.iter().map(|parent| parent.as_str()).collect()));
    for (id, fault) in cycles(edges, "parent", "stands under") {
        let at = framework.node.iter().position(|node| node.id.as_str() == id).unwrap_or(0);
        f.faults.push(fault.at(format!("node.{at}.parent")));
    }
}

fn known_node(f: &mut Findings, field: &str, id: &NodeId, nodes: &[Node]) {
    if !nodes.iter().any(|node| node.id == *id) {
        let known = nodes.iter().map(|node| node.id.as_str());
        let remedy = instead(id.as_str(), known, || "write the id of a node of this framework".into());
        f.add(field, "unknown-node", format!("“{id}” is no node of this framework"), remedy);
    }
}

fn indicator(f: &mut Findings, field: &str, it: &Indicator, nodes: &BTreeMap<&NodeId, &Node>) {
    f.id(&format!("{field}.id"), it.id.as_str());
    f.text(&format!("{field}.name"), &it.name);
    f.text(&format!("{field}.because"), &it.because);
    f.above_zero(&format!("{field}.weight"), it.weight);
    for (system, weight) in &it.weight_where {
        let system = match system {
            crate::actor::System::Presidential => "presidential",
            crate::actor::System::Parliamentary => "parliamentary",
        };
        f.above_zero(&format!("{field}.weight-where.{system}"), *weight);
    }
    if it.under.is_empty() {
        let remedy = "name the node, or nodes, it stands under";
        f.add(
            format!("{field}.under"),
            "homeless-indicator",
            format!("“{}” stands under no node", it.id),
            remedy,
        );
    }
    for (at, under) in it.under.iter().enumerate() {
        if !nodes.contains_key(under) {
            let known = nodes.keys().map(|id| id.as_str());
            let remedy = instead(under.as_str(), known, || "write the id of a node of this framework".into());
            let what = format!("“{under}” is no node of this framework");
            f.add(format!("{field}.under.{at}"), "unknown-node", what, remedy);
        }
    }
    for (at, tie) in it.not_for.iter().enumerate() {
        f.entity(&format!("{field}.not-for.{at}"), tie);
    }
    let forms = [
        ("rule", !it.rule.is_empty()),
        ("gap", it.gap.is_some()),
        ("order", it.order.is_some()),
        ("checklist", it.checklist.is_some()),
        ("balance", it.balance.is_some()),
    ];
    let given: Vec<&str> = forms.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect();
    if given.len() != 1 {
        let what = match given.as_slice() {
            [] => format!("“{}” says nowhere how it is read", it.id),
            several => format!("“{}” is read in several ways: {}", it.id, several.join(", ")),
        };
        let remedy = "write exactly one of rule, gap, order, checklist and balance";
        f.add(format!("{field}.id"), "not-one-reading", what, remedy);
    }
    for (at, rule) in it.rule.iter().enumerate() {
        self::rule(f, &format!("{field}.rule.{at}"), rule);
    }
    if let Some(gap) = &it.gap {
        self::gap(f, &format!("{field}.gap"), gap, false);
    }
    if let Some(order) = &it.order {
        self::gap(f, &format!("{field}.order"), order, true);
    }
    if let Some(checklist) = &it.checklist {
        self::checklist(f, &format!("{field}.checklist"), checklist);
    }
    if let Some(balance) = &it.balance {
        self::balance(f, &format!("{field}.balance"), balance);
    }
    capital(f, field, it, nodes);
    for selector in selectors(it) {
        named(f, &format!("{field}.id"), selector);
    }
}

/// A selector that names an actor or alliance needs one of that id.
fn named(f: &mut Findings, field: &str, selector: &Selector) {
    if let Whose::Entity(id) = &selector.whose {
        f.entity(field, id);
    }
}

/// A selector or an office that means the capital needs a node that says whose.
fn capital(f: &mut Findings, field: &str, it: &Indicator, nodes: &BTreeMap<&NodeId, &Node>) {
    let means_capital =
        selectors(it).any(|s| s.whose == Whose::Side(Side::Capital)) || it.office_of.contains(&Side::Capital);
    if !means_capital {
        return;
    }
    for (at, under) in it.under.iter().enumerate() {
        let mut node = nodes.get(under).copied();
        let mut steps = 0;
        let unsaid = loop {
            match node {
                Some(found) if found.capital.is_some() => break false,
                Some(found) if steps <= nodes.len() => {
                    node = found.parent.as_ref().and_then(|parent| nodes.get(parent).copied());
                    steps += 1;
                }
                _ => break nodes.contains_key(under),
            }
        };
        if unsaid {
            f.add(
                format!("{field}.under.{at}"),
                "no-capital",
                format!("“{}” is about a capital, but the node “{under}” does not say whose", it.id),
                "give the node capital = \"guarantor\" or \"ally\", or select guarantor or ally",
            );
        }
    }
}

fn selectors(it: &Indicator) -> impl Iterator<Item = &Selector> {
    let rules = it.rule.iter().flat_map(|rule| pattern_selectors(&rule.takes));
    let gaps = it.gap.iter().chain(&it.order).flat_map(|gap| gap.sides.iter().chain(&gap.object));
    let lists = it.checklist.iter().map(|checklist| &checklist.subject);
    let balances =
        it.balance.iter().flat_map(|b| b.in_favour.iter().chain(&b.against)).flat_map(pattern_selectors);
    rules.chain(gaps).chain(lists).chain(balances)
}

fn pattern_selectors(pattern: &Pattern) -> impl Iterator<Item = &Selector> {
    std::iter::once(&pattern.subject).chain(&pattern.object)
}

fn rule(f: &mut Findings, field: &str, rule: &Rule) {
    f.text(&format!("{field}.because"), &rule.because);
    pattern(f, &format!("{field}.takes"), &rule.takes);
    reading(f, &format!("{field}.by"), &rule.by, &rule.takes);
}

/// A pattern's conditions must be ones that statements of its kind can meet.
fn pattern(f: &mut Findings, field: &str, pattern: &Pattern) {
    use Kind::*;
    let kind = pattern.kind;
    let conditions: [(&str, bool, &[Kind]); 5] = [
        ("issue", pattern.issue.is_some(), &[Position]),
        ("topic", pattern.topic.is_some(), &[Event, Provision, Judgement]),
        ("measure", pattern.measure.is_some(), &[Quantity]),
        ("types", !pattern.types.is_empty(), &[Event]),
        ("statuses", !pattern.statuses.is_empty(), &[Event]),
    ];
    for (name, given, kinds) in conditions {
        if given && !kinds.contains(&kind) {
            let able = super::either(kinds.iter().map(|kind| kind.name()));
            f.add(
                format!("{field}.{name}"),
                "condition-does-not-fit",
                format!("a {} has no “{name}”", kind.name()),
                format!("remove it, or write the kind {able}"),
            );
        }
    }
    let needed = match kind {
        Position => Some(("issue", pattern.issue.is_none())),
        Quantity => Some(("measure", pattern.measure.is_none())),
        Provision | Judgement => Some(("topic", pattern.topic.is_none())),
        Event => Some(("topic", pattern.topic.is_none() && pattern.types.is_empty())),
        Mechanism => {
            let remedy = "take another kind: mechanisms explain and are not scored";
            f.add(format!("{field}.kind"), "kind-not-scored", "no rule can read a mechanism", remedy);
            None
        }
    };
    if let Some((name, true)) = needed {
        let what = format!("the pattern takes every {}", kind.name());
        f.add(field, "pattern-too-wide", what, format!("say which by adding “{name}”"));
    }
    if let Some(issue) = &pattern.issue {
        f.issue(&format!("{field}.issue"), issue);
    }
    if let Some(topic) = &pattern.topic {
        f.topic(&format!("{field}.topic"), topic);
    }
    if let Some(measure) = &pattern.measure {
        f.measure(&format!("{field}.measure"), measure);
    }
}

fn reading(f: &mut Findings, field: &str, reading: &Reading, takes: &Pattern) {
    let scaled = matches!(takes.kind, Kind::Position | Kind::Provision | Kind::Judgement);
    let (name, fits, able) = match reading {
        Reading::Levels => ("levels", scaled, "positions, provisions and judgements"),
        Reading::Ladder(_) => ("ladder", scaled, "positions, provisions and judgements"),
        Reading::Level(_) => ("level", takes.kind != Kind::Quantity, "statements that are no quantities"),
        Reading::Goalposts(_) => ("goalposts", takes.kind == Kind::Quantity, "quantities"),
        Reading::Baseline(_) => ("baseline", takes.kind == Kind::Quantity, "quantities"),
    };
    if !fits {
        f.add(
            field,
            "reading-does-not-fit",
            format!("“{name}” cannot read a {}", takes.kind.name()),
            format!("“{name}” reads {able}; choose another reading"),
        );
        return;
    }
    match reading {
        Reading::Levels => {
            if let Some((levels, of)) = scale(f, takes)
                && levels.is_empty()
            {
                f.add(
                    field,
                    "no-scale",
                    format!("{of} has no levels to read"),
                    "give it levels, or use “ladder” or “level”",
                );
            }
        }
        Reading::Ladder(ladder) => {
            for (word, value) in ladder {
                let field = format!("{field}.ladder.{word}");
                if let Some((levels, of)) = scale(f, takes) {
                    let also: &[&str] =
                        if takes.kind == Kind::Position { &[OMITTED, UNDECIDED] } else { &[] };
                    f.level(&field, word, levels, also, &of);
                }
                f.between_zero_and_one(&field, *value);
            }
            if !ladder.is_empty()
                && let Some((levels, of)) = scale(f, takes)
            {
                incomplete_ladder(f, field, ladder, levels, &of);
            }
            if ladder.is_empty() {
                f.add(field, "empty-ladder", "the ladder has no rung", "give a value for each level");
            }
        }
        Reading::Level(level) => {
            f.between_zero_and_one(&format!("{field}.level.value"), level.value);
            f.above_zero(&format!("{field}.level.of"), f64::from(level.of));
        }
        Reading::Goalposts(posts) => goalposts(f, &format!("{field}.goalposts"), posts.low, posts.high),
        Reading::Baseline(base) => {
            goalposts(f, &format!("{field}.baseline"), base.low, base.high);
            if base.to_year < base.from_year {
                f.add(
                    format!("{field}.baseline.to-year"),
                    "reversed-period",
                    format!("the base ends ({}) before it starts ({})", base.to_year, base.from_year),
                    "write the later year under “to-year”",
                );
            }
        }
    }
}

/// Reports levels without a value, unless a rung is none of the levels and may be one of them misspelt.
fn incomplete_ladder(
    f: &mut Findings,
    field: &str,
    ladder: &BTreeMap<String, f64>,
    levels: &[Level],
    of: &str,
) {
    let is_level = |rung: &String| levels.iter().any(|level| level.id == *rung);
    if ladder.keys().any(|rung| !is_level(rung) && ![OMITTED, UNDECIDED].contains(&rung.as_str())) {
        return;
    }
    let missing: Vec<&str> =
        levels.iter().map(|level| level.id.as_str()).filter(|id| !ladder.contains_key(*id)).collect();
    if !missing.is_empty() {
        f.add(
            format!("{field}.ladder"),
            "incomplete-ladder",
            format!("the ladder lacks levels of {of}: {}", missing.join(", ")),
            "give a value for each level",
        );
    }
}

/// The scale that a pattern's statements stand on, and what it belongs to; none, if that is unknown.
fn scale<'a>(f: &Findings<'a>, takes: &Pattern) -> Option<(&'a [Level], String)> {
    let known = f.words.known;
    if let Some(id) = &takes.issue {
        return known.issues.get(id).map(|issue| (issue.levels.as_slice(), format!("the issue “{id}”")));
    }
    let id = takes.topic.as_ref()?;
    known.topics.get(id).map(|topic| (topic.levels.as_slice(), format!("the topic “{id}”")))
}

fn goalposts(f: &mut Findings, field: &str, low: f64, high: f64) {
    if low.is_nan() || high.is_nan() || low >= high {
        f.add(
            format!("{field}.low"),
            "reversed-goalposts",
            format!("the low goalpost {low} is not below the high one {high}"),
            "write the smaller number under “low”; if less is more, add falling = true",
        );
    }
}

fn gap(f: &mut Findings, field: &str, gap: &Gap, ranks: bool) {
    let Some(issue) = f.issue(&format!("{field}.issue"), &gap.issue) else { return };
    let (missing, what, other) = if ranks {
        (issue.items.is_empty(), "items to rank", "gap")
    } else {
        (issue.levels.is_empty(), "levels", "order")
    };
    if missing {
        f.add(
            format!("{field}.issue"),
            "no-scale",
            format!("the issue “{}” has no {what}", gap.issue),
            format!("name another issue, or write “{other}”"),
        );
    }
}

fn checklist(f: &mut Findings, field: &str, checklist: &Checklist) {
    let mut seen = BTreeSet::new();
    for (at, id) in checklist.topics.iter().enumerate() {
        let place = format!("{field}.topics.{at}");
        if !seen.insert(id) {
            f.add(&place, "doubled-item", format!("“{id}” stands on the list twice"), "list each topic once");
        } else if let Some(topic) = f.topic(&place, id) {
            f.level(&place, &checklist.present, &topic.levels, &[], &format!("the topic “{id}”"));
        }
    }
    if checklist.topics.is_empty() {
        f.add(format!("{field}.topics"), "empty-list", "the list is empty", "name the topics to look for");
    }
}

fn balance(f: &mut Findings, field: &str, balance: &Balance) {
    f.text(&format!("{field}.because"), &balance.because);
    f.above_zero(&format!("{field}.months"), f64::from(balance.months));
    f.above_zero(&format!("{field}.half-life"), balance.half_life);
    let sides = [("in-favour", &balance.in_favour), ("against", &balance.against)];
    for (name, patterns) in sides {
        for (at, it) in patterns.iter().enumerate() {
            let field = format!("{field}.{name}.{at}");
            pattern(f, &field, it);
            if it.kind != Kind::Event {
                let what = format!("a {} is no event", it.kind.name());
                f.add(
                    format!("{field}.kind"),
                    "not-an-event",
                    what,
                    "a balance weighs events: write kind = \"event\"",
                );
            }
        }
    }
    if balance.in_favour.is_empty() && balance.against.is_empty() {
        f.add(
            field,
            "empty-list",
            "the balance weighs nothing",
            "add patterns under “in-favour” and “against”",
        );
    }
}
