//! Where a drawing that is higher than a page is cut into pieces: between its lines, never through a text.

use crate::scene::{Mark, Scene, Step};

/// Marks of at least this share of a piece, such as the lines of a grid, may be cut.
const LONG: f64 = 0.5;

/// The pieces of a drawing from the top down, each at most so high and all about as high as each other: where they begin and end.
pub fn slices(scene: &Scene, highest: f64) -> Vec<[f64; 2]> {
    let mut reach = Reach::default();
    reach.add(&scene.marks);
    let short = |marks: &[[f64; 2]]| -> Vec<[f64; 2]> {
        marks.iter().filter(|[top, bottom]| bottom - top < highest * LONG).copied().collect()
    };
    let texts: Vec<[f64; 2]> = scene.texts().iter().map(|(_, [_, top, _, bottom])| [*top, *bottom]).collect();
    let filled = [texts.clone(), short(&reach.areas)].concat();
    let all = [filled.clone(), short(&reach.lines)].concat();
    let mut pieces = vec![];
    let mut top = 0.0;
    while scene.height - top > highest {
        let left = scene.height - top;
        let ideal = top + left / (left / highest).ceil();
        // where nothing is cut; else through lines; else through areas too; where texts leave no gap, anywhere
        let spared = [&all, &filled, &texts];
        let bottom = spared.iter().find_map(|marks| gap(marks, [top, top + highest], ideal)).unwrap_or(ideal);
        pieces.push([top, bottom]);
        top = bottom;
    }
    pieces.push([top, scene.height]);
    pieces
}

/// The middle of a gap between marks, below the first of two heights and not below the second: of that nearest to the ideal height.
fn gap(marks: &[[f64; 2]], [from, to]: [f64; 2], ideal: f64) -> Option<f64> {
    let middle = |[_, above]: &[f64; 2]| {
        let covered = marks.iter().any(|[top, bottom]| top <= above && above < bottom);
        let below = marks.iter().map(|[top, _]| *top).filter(|top| top > above).reduce(f64::min)?;
        Some((above + below) / 2.0).filter(|middle| !covered && *middle > from && *middle <= to)
    };
    marks.iter().filter_map(middle).min_by(|a, b| (a - ideal).abs().total_cmp(&(b - ideal).abs()))
}

/// How far up and down marks reach.
#[derive(Default)]
struct Reach {
    areas: Vec<[f64; 2]>,
    lines: Vec<[f64; 2]>,
}

impl Reach {
    fn add(&mut self, marks: &[Mark]) {
        for mark in marks {
            match mark {
                Mark::Group { marks, .. } => self.add(marks),
                Mark::Area { steps, .. } => self.areas.extend(reach(steps, 0.0)),
                Mark::Line { steps, width, .. } => self.lines.extend(reach(steps, width / 2.0)),
                Mark::Text { .. } => {}
            }
        }
    }
}

fn reach(steps: &[Step], beyond: f64) -> Option<[f64; 2]> {
    let points = steps.iter().flat_map(|step| match *step {
        Step::Move(to) | Step::Line(to) => vec![to],
        Step::Curve(a, b, to) => vec![a, b, to],
        Step::Close => vec![],
    });
    let heights: Vec<f64> = points.map(|[_, y]| y).collect();
    let (top, bottom) =
        (heights.iter().copied().reduce(f64::min)?, heights.iter().copied().reduce(f64::max)?);
    Some([top - beyond, bottom + beyond])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Letters, Tone};

    /// A row every 40 units, each a bar with a text, and a line from the first to the last.
    fn rows(count: usize) -> Scene {
        let mut scene = Scene::new(760.0);
        scene.height = 40.0 * count as f64;
        scene.line([5.0, 0.0], [5.0, scene.height], Tone::Faint, 1.0);
        for at in 0..count {
            let y = 40.0 * at as f64;
            scene.group("", "", |scene| {
                scene.block([10.0, y + 5.0], [20.0, y + 35.0], Tone::Ink, 1.0);
                scene.text([30.0, y + 25.0], "row", &Letters::of(12.0));
            });
        }
        scene
    }

    #[test]
    fn a_drawing_is_cut_between_its_rows() {
        assert_eq!(slices(&rows(10), 400.0), [[0.0, 400.0]]);
        // after the seventh or eighth row, since there is no gap in the middle of fifteen
        assert_eq!(slices(&rows(15), 400.0), [[0.0, 280.0], [280.0, 600.0]]);
        for count in 11..60 {
            let (scene, pieces) = (rows(count), slices(&rows(count), 400.0));
            assert!(pieces.iter().all(|[top, bottom]| bottom - top <= 400.0 && bottom > top), "{pieces:?}");
            assert!(pieces.windows(2).all(|pair| pair[0][1] == pair[1][0]), "{pieces:?}");
            assert_eq!(pieces.last().map(|piece| piece[1]), Some(scene.height));
            for (_, [_, top, _, bottom]) in scene.texts() {
                assert!(pieces.iter().any(|piece| piece[0] <= top && bottom <= piece[1]), "{pieces:?}");
            }
        }
    }

    #[test]
    fn lines_are_cut_before_areas_and_areas_before_texts() {
        let mut scene = rows(15);
        // a line over each gap, and an area over each but that after the ninth row
        for at in 1..15 {
            let y = 40.0 * f64::from(at);
            scene.line([0.0, y - 10.0], [0.0, y + 10.0], Tone::Faint, 1.0);
            if at != 9 {
                scene.block([50.0, y - 10.0], [60.0, y + 10.0], Tone::Ink, 1.0);
            }
        }
        assert_eq!(slices(&scene, 400.0), [[0.0, 360.0], [360.0, 600.0]]);
    }

    #[test]
    fn what_has_no_gap_is_cut_all_the_same() {
        let mut scene = Scene::new(760.0);
        scene.height = 900.0;
        (0..300).for_each(|at| scene.text([0.0, 3.0 * f64::from(at)], "x", &Letters::of(12.0)));
        assert_eq!(slices(&scene, 400.0), [[0.0, 300.0], [300.0, 600.0], [600.0, 900.0]]);
    }
}
