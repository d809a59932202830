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
    let ends = |low, high| row.number(low).zip(row.number(high)).map(|(low, high)| [low, high]);
    marks(scene, scale, y, ends("q05", "q95"), ends("q25", "q75"), row.number("mean"), tone);
}

fn marks(
    scene: &mut Scene,
    scale: &Scale,
    y: f64,
    i90: Option<[f64; 2]>,
    i50: Option<[f64; 2]>,
    mean: Option<f64>,
    tone: Tone,
) {
    let place = |ends: [f64; 2]| ends.map(|value| scale.place(value));
    if let Some([low, high]) = i90.map(place) {
        scene.line([low, y], [high, y], tone, 2.0);
    }
    if let Some([low, high]) = i50.map(place) {
        scene.block([low, y - 4.5], [high, y + 4.5], Tone::Paper, 1.0);
        scene.block([low, y - 4.5], [high, y + 4.5], tone, 0.45);
    }
    if let Some(mean) = mean {
        scene.disc([scale.place(mean), y], 3.6, tone);
    }
}

/// A score alone, beside a sentence that says it: the scale from 0 to 1 and, where it is shown, its intervals.
pub fn bar(shown: &Shown) -> Scene {
    let mut scene = Scene::new(BAR[0]);
    scene.height = BAR[1];
    let y = BAR[1] / 2.0;
    let scale = Scale::new([0.0, 1.0], [5.0, BAR[0] - 5.0]);
    ground(&mut scene, &scale, y);
    for end in [0.0, 1.0] {
        scene.line([scale.place(end), y - 3.0], [scale.place(end), y + 3.0], Tone::Faint, 1.0);
    }
    if shown.shown {
        let score = &shown.score;
        marks(&mut scene, &scale, y, Some(score.i90), Some(score.i50), Some(score.mean), Tone::First);
    }
    scene
}

/// Width and height of a [`bar`].
const BAR: [f64; 2] = [180.0, 18.0];

/// Draws the scale of scores: a line from 0 to 1.
pub fn ground(scene: &mut Scene, scale: &Scale, y: f64) {
    scene.line([scale.place(0.0), y], [scale.place(1.0), y], Tone::Faint, 1.0);
}
