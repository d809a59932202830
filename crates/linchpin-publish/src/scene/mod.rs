//! A drawing before it has a form: marks with a place, a size and a tone, which become SVG ([`svg`]) or pixels ([`png`]).
//!
//! Lengths are in units of the drawing; at page width a drawing is 760 of them wide, at phone width 360, so that one unit is
//! about a pixel on a screen. Right is x, down is y. A tone says what a mark means, a [`skin`] what colour that is.

mod label;
pub mod png;
mod scale;
pub mod skin;
pub mod svg;
pub mod text;

pub use label::spread;
pub use scale::{Scale, ticks, year_of};
pub use skin::Tone;
pub use text::{Weight, wrap};

/// A point of a drawing.
pub type Point = [f64; 2];

/// How wide a drawing is. The two are drawn separately: the narrow one is no shrunken wide one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Width {
    /// a page or a screen
    Page,
    /// a phone
    Phone,
}

impl Width {
    /// In units of the drawing.
    pub fn units(self) -> f64 {
        match self {
            Width::Page => 760.0,
            Width::Phone => 360.0,
        }
    }

    /// Whether it is the narrow one.
    pub fn is_phone(self) -> bool {
        self == Width::Phone
    }

    /// One of two things, by width.
    pub fn pick<T>(self, page: T, phone: T) -> T {
        if self.is_phone() { phone } else { page }
    }
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// begin here
    Move(Point),
    /// a straight line to here
    Line(Point),
    /// a cubic Bézier curve: its two control points and its end
    Curve(Point, Point, Point),
    /// back to where the path began
    Close,
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// not at all
    Solid,
    /// into dashes
    Dashed,
    /// into dots
    Dotted,
}

impl Dash {
    /// Lengths of ink and gap, for a line of a width.
    pub(crate) fn lengths(self, width: f64) -> Option<[f64; 2]> {
        match self {
            Dash::Solid => None,
            Dash::Dashed => Some([4.0 * width, 3.0 * width]),
            Dash::Dotted => Some([width, 2.0 * width]),
        }
    }
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// its beginning
    Start,
    /// its middle
    Middle,
    /// its end
    End,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// a filled area
    Area {
        /// its outline
        steps: Vec<Step>,
        /// what it means
        tone: Tone,
        /// how much of what lies below it is covered, 0 to 1
        opacity: f64,
    },
    /// a line
    Line {
        /// its course
        steps: Vec<Step>,
        /// what it means
        tone: Tone,
        /// how wide it is
        width: f64,
        /// how it is broken
        dash: Dash,
    },
    /// a text on one line
    Text {
        /// where its baseline is
        at: Point,
        /// which end of it stands there
        anchor: Anchor,
        /// the text
        text: String,
        /// the size of its letters
        size: f64,
        /// their weight
        weight: Weight,
        /// what it means
        tone: Tone,
        /// whether a rim of paper sets it off from what it stands on
        rim: bool,
    },
    /// marks that stand for one thing
    Group {
        /// what it is, as a reader would say it: shown where a pointer rests, read aloud
        title: String,
        /// where it comes from, as in [`crate::sentence::Thread`]; empty if it says nothing
        thread: String,
        /// its marks
        marks: Vec<Mark>,
    },
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// its width
    pub width: f64,
    /// its height
    pub height: f64,
    /// what is drawn, from the bottom up
    pub marks: Vec<Mark>,
}

/// A text to be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Letters {
    size: f64,
    weight: Weight,
    tone: Tone,
    anchor: Anchor,
    rim: bool,
}

impl Letters {
    /// Plain letters of a size.
    pub fn of(size: f64) -> Letters {
        Letters { size, weight: Weight::Regular, tone: Tone::Ink, anchor: Anchor::Start, rim: false }
    }

    /// The same in bold.
    pub fn bold(self) -> Letters {
        Letters { weight: Weight::Bold, ..self }
    }

    /// The same in a tone.
    pub fn tone(self, tone: Tone) -> Letters {
        Letters { tone, ..self }
    }

    /// The same, centred at its place.
    pub fn middle(self) -> Letters {
        Letters { anchor: Anchor::Middle, ..self }
    }

    /// The same, ending at its place.
    pub fn end(self) -> Letters {
        Letters { anchor: Anchor::End, ..self }
    }

    /// The same with a rim of paper.
    pub fn rim(self) -> Letters {
        Letters { rim: true, ..self }
    }

    /// How wide a text in these letters is.
    pub fn width(&self, text: &str) -> f64 {
        text::width(text, self.size, self.weight)
    }

    /// A text broken into lines of at most a width.
    pub fn wrap(&self, text: &str, width: f64) -> Vec<String> {
        text::wrap(text, width, self.size, self.weight)
    }

    /// From one baseline to the next.
    pub fn leading(&self) -> f64 {
        (self.size * 1.32).round()
    }
}

impl Scene {
    /// An empty drawing of a width and no height.
    pub fn new(width: f64) -> Scene {
        Scene { width, height: 0.0, marks: vec![] }
    }

    /// Sets a text on one line.
    pub fn text(&mut self, at: Point, text: impl Into<String>, letters: &Letters) {
        let Letters { size, weight, tone, anchor, rim } = *letters;
        self.marks.push(Mark::Text { at, anchor, text: text.into(), size, weight, tone, rim });
    }

    /// Sets a text on as many lines as it takes; gives how far down it reaches: the baseline after its last one.
    pub fn paragraph(&mut self, [x, y]: Point, text: &str, width: f64, letters: &Letters) -> f64 {
        let lines = letters.wrap(text, width);
        let down = |at: usize| y + at as f64 * letters.leading();
        for (at, line) in lines.iter().enumerate() {
            self.text([x, down(at)], line.clone(), letters);
        }
        down(lines.len())
    }

    /// A straight line.
    pub fn line(&mut self, from: Point, to: Point, tone: Tone, width: f64) {
        self.broken(from, to, tone, width, Dash::Solid);
    }

    /// A straight line, perhaps broken.
    pub fn broken(&mut self, from: Point, to: Point, tone: Tone, width: f64, dash: Dash) {
        self.marks.push(Mark::Line { steps: vec![Step::Move(from), Step::Line(to)], tone, width, dash });
    }

    /// A line through points.
    pub fn polyline(&mut self, points: &[Point], tone: Tone, width: f64, dash: Dash) {
        self.marks.push(Mark::Line { steps: open(points), tone, width, dash });
    }

    /// A filled polygon.
    pub fn polygon(&mut self, points: &[Point], tone: Tone, opacity: f64) {
        let steps = open(points).into_iter().chain([Step::Close]).collect();
        self.marks.push(Mark::Area { steps, tone, opacity });
    }

    /// A filled rectangle from its upper left corner to its lower right one.
    pub fn block(&mut self, [left, top]: Point, [right, bottom]: Point, tone: Tone, opacity: f64) {
        self.polygon(&[[left, top], [right, top], [right, bottom], [left, bottom]], tone, opacity);
    }

    /// A frame around a rectangle.
    pub fn frame(&mut self, [left, top]: Point, [right, bottom]: Point, tone: Tone, width: f64) {
        let corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
        let steps = open(&corners).into_iter().chain([Step::Close]).collect();
        self.marks.push(Mark::Line { steps, tone, width, dash: Dash::Solid });
    }

    /// A filled disc.
    pub fn disc(&mut self, centre: Point, radius: f64, tone: Tone) {
        self.marks.push(Mark::Area { steps: circle(centre, radius), tone, opacity: 1.0 });
    }

    /// A circle.
    pub fn ring(&mut self, centre: Point, radius: f64, tone: Tone, width: f64) {
        self.marks.push(Mark::Line { steps: circle(centre, radius), tone, width, dash: Dash::Solid });
    }

    /// Draws marks that stand for one thing; see [`Mark::Group`].
    pub fn group(
        &mut self,
        title: impl Into<String>,
        thread: impl Into<String>,
        draw: impl FnOnce(&mut Scene),
    ) {
        let mut inner = Scene { width: self.width, height: self.height, marks: vec![] };
        draw(&mut inner);
        self.height = self.height.max(inner.height);
        self.marks.push(Mark::Group { title: title.into(), thread: thread.into(), marks: inner.marks });
    }

    /// Places the marks of another drawing so that its origin is here.
    pub fn place(&mut self, by: Point, marks: Vec<Mark>) {
        self.marks.extend(marks.into_iter().map(|mark| mark.moved(by)));
    }

    /// All texts with the rectangles they take: left, top, right, bottom.
    pub fn texts(&self) -> Vec<(&str, [f64; 4])> {
        let mut found = vec![];
        collect(&self.marks, &mut found);
        found
    }

    /// What a reader would stumble over: texts that overlap, or stick out of the drawing.
    pub fn faults(&self) -> Vec<String> {
        let texts = self.texts();
        let mut faults = vec![];
        for (at, (text, [left, top, right, bottom])) in texts.iter().enumerate() {
            if *left < -0.5 || *top < -0.5 || *right > self.width + 0.5 || *bottom > self.height + 0.5 {
                faults.push(format!("“{text}” sticks out: {left:.0}–{right:.0}, {top:.0}–{bottom:.0}"));
            }
            for (other, [l, t, r, b]) in &texts[at + 1..] {
                let overlap = [right.min(*r) - left.max(*l), bottom.min(*b) - top.max(*t)];
                if overlap[0] > 1.0 && overlap[1] > 1.0 {
                    faults.push(format!(
                        "“{text}” and “{other}” overlap at {:.0}, {:.0}",
                        left.max(*l),
                        top.max(*t)
                    ));
                }
            }
        }
        faults
    }
}

impl Mark {
    /// The mark elsewhere.
    fn moved(self, by: Point) -> Mark {
        let point = |[x, y]: Point| [x + by[0], y + by[1]];
        let step = |step: Step| match step {
            Step::Move(to) => Step::Move(point(to)),
            Step::Line(to) => Step::Line(point(to)),
            Step::Curve(a, b, to) => Step::Curve(point(a), point(b), point(to)),
            Step::Close => Step::Close,
        };
        let all = |steps: Vec<Step>| steps.into_iter().map(step).collect();
        match self {
            Mark::Area { steps, tone, opacity } => Mark::Area { steps: all(steps), tone, opacity },
            Mark::Line { steps, tone, width, dash } => Mark::Line { steps: all(steps), tone, width, dash },
            Mark::Text { at, anchor, text, size, weight, tone, rim } => {
                Mark::Text { at: point(at), anchor, text, size, weight, tone, rim }
            }
            Mark::Group { title, thread, marks } => {
                Mark::Group { title, thread, marks: marks.into_iter().map(|mark| mark.moved(by)).collect() }
            }
        }
    }
}

fn open(points: &[Point]) -> Vec<Step> {
    let step = |(at, point): (usize, &Point)| if at == 0 { Step::Move(*point) } else { Step::Line(*point) };
    points.iter().enumerate().map(step).collect()
}

/// A circle of four Bézier curves: their handles are 4/3 (√2 − 1) of the radius long.
fn circle([x, y]: Point, radius: f64) -> Vec<Step> {
    let handle = radius * 0.552_284_749_8;
    let curve = |a: Point, b: Point, c: Point| {
        let at = |[dx, dy]: Point| [x + dx, y + dy];
        Step::Curve(at(a), at(b), at(c))
    };
    vec![
        Step::Move([x + radius, y]),
        curve([radius, handle], [handle, radius], [0.0, radius]),
        curve([-handle, radius], [-radius, handle], [-radius, 0.0]),
        curve([-radius, -handle], [-handle, -radius], [0.0, -radius]),
        curve([handle, -radius], [radius, -handle], [radius, 0.0]),
        Step::Close,
    ]
}

fn collect<'m>(marks: &'m [Mark], found: &mut Vec<(&'m str, [f64; 4])>) {
    for mark in marks {
        match mark {
            Mark::Group { marks, .. } => collect(marks, found),
            Mark::Text { at: [x, y], anchor, text, size, weight, .. } if !text.is_empty() => {
                let width = text::width(text, *size, *weight);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - width / 2.0,
                    Anchor::End => x - width,
                };
                let (rise, fall) = (size * text::RISE, size * text::FALL);
                found.push((text, [left, y - rise, left + width, y + fall]));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_texts_and_texts_outside_are_found() {
        let letters = Letters::of(12.0);
        let mut scene = Scene::new(200.0);
        scene.height = 60.0;
        scene.text([10.0, 20.0], "Japan", &letters);
        scene.text([10.0, 40.0], "Korea", &letters);
        assert_eq!(scene.faults(), Vec::<String>::new());
        scene.group("", "", |scene| scene.text([12.0, 24.0], "over", &letters));
        assert_eq!(scene.faults().len(), 1, "{:?}", scene.faults());
        scene.text([190.0, 50.0], "out of it", &letters);
        scene.text([100.0, 5.0], "above", &letters.clone().end());
        assert_eq!(scene.faults().len(), 3, "{:?}", scene.faults());
    }

    #[test]
    fn a_paragraph_says_how_far_down_it_reaches() {
        let letters = Letters::of(10.0);
        let mut scene = Scene::new(100.0);
        let end = scene.paragraph([0.0, 10.0], "one two three four five six seven", 60.0, &letters);
        assert_eq!(end, 10.0 + scene.texts().len() as f64 * letters.leading());
        assert!(scene.texts().iter().all(|(_, [left, _, right, _])| right - left <= 60.0));
    }
}
