//! A chapter for each criterion: what it weighs, how each alliance stands in it, on which indicators that rests, and what the
//! sources say that weighs most.

use crate::number;
use crate::report::Material;
use crate::report::document::{Block, Span};
use crate::report::writer::Writer;
use crate::said;
use crate::sentence::{Error, Sentence, Slot, Thread};
use linchpin_model::id::EntityId;
use linchpin_study::assess::Shown;
use linchpin_study::explain::{Branch, Used};

/// How many statements are told of an alliance: those that weigh most.
const TOLD: usize = 4;
/// Up to how many alliances a table has a column for each.
const SIDE_BY_SIDE: usize = 3;

/// Writes the chapters.
pub fn write(writer: &mut Writer<'_>, answers: &mut Material<'_>) -> Result<(), Error> {
    let criteria = answers.criteria.clone();
    for (at, path) in criteria.iter().enumerate() {
        let id = path.rsplit('/').next().unwrap_or(path);
        let heading = Sentence::of("report-chapter-criterion").with("node", Slot::Node(path.clone()));
        writer.heading(1, id, &heading)?;
        introduce(writer, path, answers)?;
        for (tie, branch) in branches(answers, path) {
            standing(writer, &tie, branch, answers)?;
        }
        indicators(writer, path, answers)?;
        if at == 0 {
            let figures = answers.take(&["criteria"]);
            writer.figures(figures);
        }
    }
    Ok(())
}

/// A node of each alliance that has it.
fn branches<'a>(answers: &'a Material<'_>, path: &str) -> Vec<(EntityId, &'a Branch)> {
    let found = answers.explained.iter();
    found.filter_map(|one| Some((one.tie.clone(), one.node.find(path)?))).collect()
}

/// What the criterion weighs and what it is made of.
fn introduce(writer: &mut Writer<'_>, path: &str, answers: &Material<'_>) -> Result<(), Error> {
    let all = branches(answers, path);
    let Some((_, branch)) = all.first() else { return Ok(()) };
    let thread = Thread::Framework(path.into());
    let below: Vec<String> = branch.children.iter().map(|child| child.path.clone()).collect();
    writer.text(&[
        Sentence::of("report-criterion-weight")
            .with("node", Slot::Node(path.into()))
            .with("weight", Slot::Share(branch.weight, thread.clone()))
            .with("leaves", Slot::Count(branch.score.leaves, thread)),
        Sentence::of("report-criterion-because").with("because", Slot::Text(branch.because.clone())),
        Sentence::of("report-criterion-parts").with("parts", Slot::Nodes(below)),
    ])
}

/// How an alliance stands in the criterion, and the statements that weigh most in it.
fn standing(
    writer: &mut Writer<'_>,
    tie: &EntityId,
    branch: &Branch,
    answers: &Material<'_>,
) -> Result<(), Error> {
    let id = format!("{}-{tie}", branch.path.rsplit('/').next().unwrap_or_default());
    writer.heading(2, &id, &Sentence::of("report-section").with("about", Slot::Label(tie.clone())))?;
    let thread = answers.thread(tie, &branch.path);
    let mut said = vec![said::criterion(&branch.path, &branch.score, &thread)];
    if branch.score.shown {
        said.push(
            Sentence::of("report-criterion-covered")
                .with("coverage", Slot::Share(branch.score.coverage, thread.clone()))
                .with("known", Slot::Count(branch.score.leaves_known, thread.clone()))
                .with("leaves", Slot::Count(branch.score.leaves, thread)),
        );
    }
    let mut leaves: Vec<&Branch> = branch.leaves().into_iter().filter(|leaf| leaf.score.shown).collect();
    leaves.sort_by(|a, b| b.score.score.mean.total_cmp(&a.score.score.mean));
    let leaf = |message: &'static str, leaf: &Branch| {
        Sentence::of(message)
            .with("node", Slot::Node(leaf.path.clone()))
            .score(&leaf.score, &answers.thread(tie, &leaf.path))
            .noted(leaf.statements.iter().map(|used| used.id.clone()))
    };
    if let [best, .., worst] = leaves.as_slice() {
        said.push(leaf("report-indicator-high", best));
        said.push(leaf("report-indicator-low", worst));
    }
    writer.text(&said)?;
    let points: Vec<Vec<Sentence>> =
        said::weighed(branch, 1).into_iter().take(TOLD).map(|used| vec![stated(used)]).collect();
    writer.points(&points)
}

/// What a statement says, with when it holds.
fn stated(used: &Used) -> Sentence {
    Sentence::of("report-stated").saying(&used.text, &used.id)
}

/// All nodes and indicators below the criterion, with the alliances side by side as far as there is room.
fn indicators(writer: &mut Writer<'_>, path: &str, answers: &Material<'_>) -> Result<(), Error> {
    let all = branches(answers, path);
    if all.is_empty() || all.len() > SIDE_BY_SIDE {
        return Ok(());
    }
    let mut head = vec![writer.say("report-column-indicator")?];
    head.extend(all.iter().map(|(tie, _)| writer.names.entity(tie)));
    let mut rows: Vec<Vec<Vec<Span>>> = vec![];
    for branch in all[0].1.descendants() {
        let mut row = vec![writer.cell(&cell(Slot::Node(branch.path.clone())))?];
        for (tie, other) in &all {
            let same = other.find(&branch.path);
            row.push(match same {
                Some(same) => score_cell(writer, &same.score, &answers.thread(tie, &branch.path))?,
                None => vec![Span::Words("–".into())],
            });
        }
        rows.push(row);
    }
    let caption = Sentence::of("report-table-indicators").with("node", Slot::Node(path.into()));
    let caption = writer.paragraph(&[caption])?;
    let id = format!("table-{}", path.rsplit('/').next().unwrap_or(path));
    writer.blocks.push(Block::Table { id, caption, head, rows });
    Ok(())
}

/// What stands in a cell.
pub fn cell(slot: Slot) -> Sentence {
    Sentence::of("report-cell").with("cell", slot)
}

/// A score in a cell: level, mean and interval; or that too little is known; or that it does not apply.
fn score_cell(writer: &Writer<'_>, shown: &Shown, thread: &Thread) -> Result<Vec<Span>, Error> {
    let lang = writer.names.voice.lang();
    if !shown.applies {
        return Ok(vec![Span::Words(writer.say("report-not-applicable")?)]);
    }
    if !shown.shown {
        return Ok(vec![Span::Words(writer.say("report-too-little")?)]);
    }
    let level = writer.names.level(shown.level.as_deref());
    Ok(vec![
        Span::Words(format!("{level} ")),
        Span::Traced(number::score(shown.score.mean, lang), thread.clone()),
        Span::Words(" (".into()),
        Span::Traced(number::interval(shown.score.i90, lang), thread.clone()),
        Span::Words(")".into()),
    ])
}
