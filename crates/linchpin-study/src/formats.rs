//! Who is in what? Alliances, partnerships, formats and agreements with their members, and what is newly said of them.

use crate::cited::{Cited, age, level};
use crate::setting::{Basis, Circle, Error, Setting, acts_for};
use linchpin_dossier::{Seen, Snapshot, View};
use linchpin_model::alliance::{Alliance, AllianceKind, Member};
use linchpin_model::edtf::Edtf;
use linchpin_model::id::{EntityId, IssueId};
use linchpin_model::statement::Claim;
use linchpin_model::text::Text;
use linchpin_model::vocabulary::Vocabulary;
use serde::Serialize;
use std::cmp::Reverse;

/// The name and version of the answer's shape.
pub const SCHEMA: &str = "linchpin.formats/1";

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formats {
    /// only those that this actor is in, or takes a position on
    pub actor: Option<EntityId>,
    /// what may be known; what did not exist yet at the date of validity is left out
    pub setting: Setting,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`SCHEMA`]
    pub schema: &'static str,
    /// dossier and dates
    pub basis: Basis,
    /// the actor that was asked for
    pub actor: Option<EntityId>,
    /// by kind; of each kind that of which most is said first
    pub formats: Vec<Format>,
    /// formats that the actor is not in, but takes a position on
    pub outside: Vec<Format>,
}

/// An alliance, partnership, format or agreement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Format {
    /// its id
    pub id: EntityId,
    /// what binds the members
    pub kind: AllianceKind,
    /// the members; none, where the dossier does not list them
    pub members: Vec<Member>,
    /// since when
    pub from: Option<Edtf>,
    /// until when
    pub to: Option<Edtf>,
    /// what is said of it or of a group that includes it, the newest first
    pub statements: Vec<Cited>,
    /// for an actor that is not in it: its positions on it, the newest first
    pub positions: Vec<Standing>,
}

/// A position on a format of somebody who is not in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// who takes the position: the actor, or who acts for it
    pub subject: EntityId,
    /// on what
    pub issue: IssueId,
    /// where it stands
    pub place: Option<Text>,
    /// the statement
    pub statement: Cited,
}

/// Answers the question.
pub fn answer(question: &Formats, snapshot: &Snapshot) -> Result<Answer, Error> {
    let view = question.setting.view(snapshot);
    let basis = question.setting.basis(&view)?;
    let vocabulary = snapshot.vocabulary();
    let said = said(&view, &basis);
    let existing: Vec<&Alliance> = vocabulary
        .alliances
        .values()
        .filter(|alliance| alliance.kind != AllianceKind::Group)
        .filter(|alliance| alliance.from.as_ref().is_none_or(|from| from.first_day() <= basis.as_of))
        .collect();
    let member = question.actor.as_ref().map(|actor| vocabulary.state_of(actor).unwrap_or(actor));
    let is_in = |alliance: &Alliance| member.is_none_or(|member| alliance.has_member(member));
    let (inside, outside): (Vec<&Alliance>, Vec<&Alliance>) =
        existing.into_iter().partition(|alliance| is_in(alliance));
    let formats = inside.into_iter().map(|alliance| format(alliance, vec![], &said, vocabulary));
    let with_positions = |alliance: &&Alliance| {
        let positions = positions(alliance, question.actor.as_ref()?, &said, vocabulary);
        (!positions.is_empty()).then(|| format(alliance, positions, &said, vocabulary))
    };
    let outside = outside.iter().filter_map(with_positions);
    let (formats, outside) = (in_order(formats.collect()), in_order(outside.collect()));
    Ok(Answer { schema: SCHEMA, basis, actor: question.actor.clone(), formats, outside })
}

fn in_order(mut formats: Vec<Format>) -> Vec<Format> {
    formats.sort_by_key(|format| (format.kind, Reverse(format.statements.len()), format.id.clone()));
    formats
}

/// What has begun by the date of validity, the newest first.
fn said<'v>(view: &'v View<'v>, basis: &Basis) -> Vec<Seen<'v>> {
    let mut said: Vec<Seen<'_>> = view.begun_by(basis.as_of).collect();
    said.sort_by_cached_key(|seen| (Reverse(age(seen)), seen.statement.id.clone()));
    said
}

fn format(
    alliance: &Alliance,
    positions: Vec<Standing>,
    said: &[Seen<'_>],
    vocabulary: &Vocabulary,
) -> Format {
    let circle = Circle::of(vocabulary, &alliance.id);
    let about = said.iter().filter(|seen| circle.is_named_in(&seen.statement.claim));
    Format {
        id: alliance.id.clone(),
        kind: alliance.kind,
        members: alliance.members.clone(),
        from: alliance.from.clone(),
        to: alliance.to.clone(),
        statements: about.map(|seen| Cited::of(seen, vocabulary)).collect(),
        positions,
    }
}

/// The positions that an actor, or who acts for it, takes on a format.
fn positions(
    alliance: &Alliance,
    actor: &EntityId,
    said: &[Seen<'_>],
    vocabulary: &Vocabulary,
) -> Vec<Standing> {
    let position = |seen: &Seen<'_>| {
        let Claim::Position(position) = &seen.statement.claim else { return None };
        let valid = &seen.statement.valid;
        let is_about = position.object.as_ref() == Some(&alliance.id);
        (is_about && acts_for(vocabulary, &position.subject, actor, valid)).then(|| Standing {
            subject: position.subject.clone(),
            issue: position.issue.clone(),
            place: level(&seen.statement.claim, vocabulary),
            statement: Cited::of(seen, vocabulary),
        })
    };
    said.iter().filter_map(position).collect()
}
