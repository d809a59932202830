//! What stands beside the statements: findings and further codings.

use super::{Findings, Words, instead, ties};
use crate::coding::Coding;
use crate::fault::Fault;
use crate::finding::{Asked, Finding, Point};
use crate::framework::Framework;
use crate::statement::{OMITTED, Statement, UNDECIDED};
use crate::vocabulary::Level;

/// Everything wrong with a finding. Nodes and level words are those of a framework, where one could be read.
pub fn finding(finding: &Finding, words: &Words, framework: Option<&Framework>) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    f.id("id", finding.id.as_str());
    f.text("text", &finding.text);
    f.source("source", &finding.source);
    f.filled("locator", &finding.locator);
    point(&mut f, "of", &finding.of, framework);
    if let Some(other) = &finding.exceeds {
        point(&mut f, "exceeds", other, framework);
    }
    let bounds = [("at-least", &finding.at_least), ("at-most", &finding.at_most)];
    for (field, bound) in bounds {
        if let Some(bound) = bound {
            level(&mut f, field, bound, &finding.of, framework);
        }
    }
    let given =
        usize::from(finding.exceeds.is_some()) + bounds.iter().filter(|(_, bound)| bound.is_some()).count();
    if given != 1 {
        let what = format!("the finding has {given} conditions");
        f.add("id", "not-one-condition", what, "write exactly one of at-least, at-most and exceeds");
    }
    f.faults
}

fn point(f: &mut Findings, field: &str, point: &Point, framework: Option<&Framework>) {
    match point.asked() {
        None => f.add(
            field,
            "unclear-point",
            "this says neither which node of which alliance nor who stands where",
            "write tie and node, or subject and issue, or subject and topic (and perhaps object), each with on",
        ),
        Some(Asked::Node(tie, node)) => {
            let faults = ties(std::slice::from_ref(tie), &f.words);
            f.faults.extend(faults.into_iter().map(|fault| fault.at(format!("{field}.tie"))));
            let Some(framework) = framework else { return };
            let known: Vec<String> = framework.paths().into_iter().map(|(path, _)| path).collect();
            if !known.iter().any(|path| path == node) {
                let ids = known.iter().map(String::as_str);
                let remedy = instead(node, ids, || "write the path of a node or indicator".into());
                let what = format!("“{node}” is no node of the framework “{}”", framework.id);
                f.add(format!("{field}.node"), "unknown-node", what, remedy);
            }
        }
        Some(Asked::Issue(subject, object, issue)) => {
            f.entity(&format!("{field}.subject"), subject);
            object.into_iter().for_each(|object| f.entity(&format!("{field}.object"), object));
            let found = f.issue(&format!("{field}.issue"), issue);
            if found.is_some_and(|issue| issue.levels.is_empty()) {
                let what = format!("the issue “{issue}” ranks items and has no scale");
                f.add(format!("{field}.issue"), "level-expected", what, "write an issue with levels");
            }
        }
        Some(Asked::Topic(subject, object, topic)) => {
            f.entity(&format!("{field}.subject"), subject);
            object.into_iter().for_each(|object| f.entity(&format!("{field}.object"), object));
            let found = f.topic(&format!("{field}.topic"), topic);
            if found.is_some_and(|topic| topic.levels.is_empty()) {
                let what = format!("the topic “{topic}” has no scale");
                f.add(format!("{field}.topic"), "level-expected", what, "write a topic with levels");
            }
        }
    }
}

/// A bound must be a level of what the finding is about.
fn level(f: &mut Findings, field: &str, bound: &str, of: &Point, framework: Option<&Framework>) {
    let known = f.words.known;
    match of.asked() {
        Some(Asked::Node(..)) => {
            let Some(framework) = framework else { return };
            if framework.level_bounds(bound).is_none() {
                let ids = framework.level.iter().map(|level| level.id.as_str());
                let remedy = instead(bound, ids, || "write a level of the framework".into());
                let what = format!("“{bound}” is no level of the framework “{}”", framework.id);
                f.add(field, "unknown-level", what, remedy);
            }
        }
        Some(Asked::Issue(_, _, issue)) => {
            if let Some(found) = known.issues.get(issue) {
                f.level(field, bound, &found.levels, &[], &format!("the issue “{issue}”"));
            }
        }
        Some(Asked::Topic(_, _, topic)) => {
            if let Some(found) = known.topics.get(topic) {
                f.level(field, bound, &found.levels, &[], &format!("the topic “{topic}”"));
            }
        }
        None => {}
    }
}

/// Everything wrong with a coding. `of` is the statement it is about, if there is one.
pub fn coding(coding: &Coding, of: Option<&Statement>, words: &Words) -> Vec<Fault> {
    let mut f = Findings::new(*words);
    if let Some(salience) = coding.salience {
        f.between_zero_and_one("salience", salience);
    }
    let Some(statement) = of else {
        f.add(
            "statement",
            "unknown-statement",
            format!("nobody asserts “{}”", coding.statement),
            "write the id of a statement of this dossier",
        );
        return f.faults;
    };
    let scale: &[Level] = words.known.scale(&statement.claim).unwrap_or_default();
    match &coding.level {
        Some(_) if scale.is_empty() => f.add(
            "statement",
            "no-scale",
            format!("“{}” names no level, so none can be coded a second time", coding.statement),
            "code a position on a scale, a provision or a judgement",
        ),
        Some(level) => {
            let of = format!("the scale of “{}”", coding.statement);
            f.level("level", level, scale, &[OMITTED, UNDECIDED], &of);
        }
        None => {}
    }
    f.faults
}
