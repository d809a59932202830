//! Scores as a tidy table: one row for each alliance, node and figure.

use super::sheet;
use linchpin_study::assess::{Answer, Shown};

/// The columns of [`table`].
pub const COLUMNS: [&str; 11] = [
    "dossier",
    "framework",
    "framework_version",
    "as_of",
    "known_at",
    "tie",
    "node",
    "shown",
    "level",
    "figure",
    "value",
];

/// A row for each alliance, node and figure at the date of validity. Figures are `mean`, the quantiles `q05`, `q25`, `q75` and `q95`,
/// and `coverage`, all from 0 to 1; they are there also where too little evidence lets a score be `shown`.
pub fn table(found: &Answer) -> String {
    let frame = &found.frame;
    let known_at = frame.known_at.map_or(String::new(), |day| day.to_string());
    let framework = [frame.framework.clone(), frame.framework_version.to_string()];
    let of_all = [&[frame.dossier.clone()][..], &framework, &[frame.as_of.to_string(), known_at]].concat();
    let scores = found.ties.iter().flat_map(|tie| tie.nodes.iter().map(move |node| (tie, node)));
    let rows = scores.flat_map(|(tie, node)| {
        let level = node.now.level.clone().unwrap_or_default();
        let score = [tie.tie.to_string(), node.node.clone(), node.now.shown.to_string(), level];
        let lead = [&of_all[..], &score].concat();
        figures(&node.now)
            .map(move |(figure, value)| [&lead[..], &[figure.into(), value.to_string()]].concat())
    });
    sheet::csv(&COLUMNS, rows)
}

fn figures(shown: &Shown) -> [(&'static str, f64); 6] {
    let score = &shown.score;
    [
        ("mean", score.mean),
        ("q05", score.i90[0]),
        ("q25", score.i50[0]),
        ("q75", score.i50[1]),
        ("q95", score.i90[1]),
        ("coverage", shown.coverage),
    ]
}
