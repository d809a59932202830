//! A score as a mark: the 90 % interval a line, the 50 % interval a bar, the mean a dot.

use crate::names::Names;
use crate::scene::{Scale, Scene, Tone};
use crate::table::{Cell, Row};
use linchpin_study::assess::Shown;

/// The columns that a score takes in a table.
pub const COLUMNS: [&str; 8] = ["shown", "level", "mean", "q05", "q25", "q75", "q95", "coverage"];

/// The cells of a score, its level as a word; where too little is known only its coverage.
pub fn cells(shown: &Shown, names: &Names<'_>) -> [Cell; 8] {
    let known = |value: f64| Cell::from(shown.shown.then_some(value));
    let score = &shown.score;
    [
        shown.shown.into(),
        names.level(shown.level.as_deref()).into(),
        known(score.mean),
        known(score.i90[0]),
        known(score.i50[0]),
        known(score.i50[1]),
        known(score.i90[1]),
        shown.coverage.into(),
    ]
}

/// Draws the interval of a row with [`COLUMNS`] at a height; nothing where it is not shown.
pub fn draw(scene: &mut Scene, scale: &Scale, y: f64, row: &Row<'_>, tone: Tone) {
    let place = |column: &str| row.number(column).map(|value| scale.place(value));
    if let (Some(low), Some(high)) = (place("q05"), place("q95")) {
        scene.line([low, y], [high, y], tone, 2.0);
    }
    if let (Some(low), Some(high)) = (place("q25"), place("q75")) {
        scene.block([low, y - 4.5], [high, y + 4.5], Tone::Paper, 1.0);
        scene.block([low, y - 4.5], [high, y + 4.5], tone, 0.45);
    }
    if let Some(mean) = place("mean") {
        scene.disc([mean, y], 3.6, tone);
    }
}

/// Draws the scale of scores: a line from 0 to 1.
pub fn ground(scene: &mut Scene, scale: &Scale, y: f64) {
    scene.line([scale.place(0.0), y], [scale.place(1.0), y], Tone::Faint, 1.0);
}
