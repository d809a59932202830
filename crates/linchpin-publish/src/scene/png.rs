//! A drawing as pixels, set in the built-in typeface: the same bytes on every machine.

use super::skin::Theme;
use super::text::advance;
use super::{Anchor, Mark, Scene, Step, Tone, Weight};
use tiny_skia::{FillRule, LineJoin, Paint, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};
use ttf_parser::OutlineBuilder;

/// A drawing as a PNG file, `scale` pixels to a unit. `None` where it has no area, or is too large for memory.
pub fn png(scene: &Scene, theme: Theme, scale: f64) -> Option<Vec<u8>> {
    let pixels = |length: f64| libm::ceil(length * scale) as u32;
    let mut canvas = Canvas {
        pixmap: Pixmap::new(pixels(scene.width), pixels(scene.height))?,
        theme,
        transform: Transform::from_scale(scale as f32, scale as f32),
    };
    let [red, green, blue] = theme.colour(Tone::Paper);
    canvas.pixmap.fill(tiny_skia::Color::from_rgba8(red, green, blue, 255));
    canvas.draw(&scene.marks);
    canvas.pixmap.encode_png().ok()
}

struct Canvas {
    pixmap: Pixmap,
    theme: Theme,
    transform: Transform,
}

impl Canvas {
    fn draw(&mut self, marks: &[Mark]) {
        for mark in marks {
            match mark {
                Mark::Group { marks, .. } => self.draw(marks),
                Mark::Area { steps, tone, opacity } => self.fill(path(steps), *tone, *opacity),
                Mark::Line { steps, tone, width, dash } => {
                    let lengths = dash.lengths(*width).map(|lengths| lengths.map(|l| l as f32).to_vec());
                    let dash = lengths.and_then(|lengths| StrokeDash::new(lengths, 0.0));
                    self.stroke(
                        path(steps),
                        *tone,
                        &Stroke { width: *width as f32, dash, ..Stroke::default() },
                    );
                }
                Mark::Text { at, anchor, text, size, weight, tone, rim } => {
                    let outline = || outline(text, *at, *anchor, *size, *weight);
                    if *rim {
                        let stroke = Stroke { width: 3.0, line_join: LineJoin::Round, ..Stroke::default() };
                        self.stroke(outline(), Tone::Paper, &stroke);
                    }
                    self.fill(outline(), *tone, 1.0);
                }
            }
        }
    }

    fn paint(&self, tone: Tone, opacity: f64) -> Paint<'static> {
        let [red, green, blue] = self.theme.colour(tone);
        let mut paint = Paint { anti_alias: true, ..Paint::default() };
        paint.set_color_rgba8(red, green, blue, (opacity * 255.0).round() as u8);
        paint
    }

    fn fill(&mut self, path: Option<tiny_skia::Path>, tone: Tone, opacity: f64) {
        let paint = self.paint(tone, opacity);
        if let Some(path) = path {
            self.pixmap.fill_path(&path, &paint, FillRule::Winding, self.transform, None);
        }
    }

    fn stroke(&mut self, path: Option<tiny_skia::Path>, tone: Tone, stroke: &Stroke) {
        let paint = self.paint(tone, 1.0);
        if let Some(path) = path {
            self.pixmap.stroke_path(&path, &paint, stroke, self.transform, None);
        }
    }
}

fn path(steps: &[Step]) -> Option<tiny_skia::Path> {
    let mut builder = PathBuilder::new();
    for step in steps {
        match *step {
            Step::Move([x, y]) => builder.move_to(x as f32, y as f32),
            Step::Line([x, y]) => builder.line_to(x as f32, y as f32),
            Step::Curve([a, b], [c, d], [x, y]) => {
                builder.cubic_to(a as f32, b as f32, c as f32, d as f32, x as f32, y as f32);
            }
            Step::Close => builder.close(),
        }
    }
    builder.finish()
}

/// The outlines of the letters of a text.
fn outline(
    text: &str,
    [x, y]: [f64; 2],
    anchor: Anchor,
    size: f64,
    weight: Weight,
) -> Option<tiny_skia::Path> {
    let width = super::text::width(text, size, weight);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    let face = weight.face();
    let unit = size / f64::from(face.units_per_em());
    let mut pen = Pen { builder: PathBuilder::new(), at: [left, y], unit };
    for letter in text.chars() {
        if let Some(glyph) = face.glyph_index(letter) {
            face.outline_glyph(glyph, &mut pen);
        }
        pen.at[0] += advance(letter, weight) * size;
    }
    pen.builder.finish()
}

/// Draws letters at a place; in a typeface up is up.
struct Pen {
    builder: PathBuilder,
    at: [f64; 2],
    unit: f64,
}

impl Pen {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        let [left, base] = self.at;
        ((left + f64::from(x) * self.unit) as f32, (base - f64::from(y) * self.unit) as f32)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.builder.move_to(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.builder.line_to(x, y);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.place(x1, y1), self.place(x, y));
        self.builder.quad_to(x1, y1, x, y);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.place(x1, y1), self.place(x2, y2), self.place(x, y));
        self.builder.cubic_to(x1, y1, x2, y2, x, y);
    }
    fn close(&mut self) {
        self.builder.close();
    }
}

#[cfg(test)]
mod tests {
    use super::super::Letters;
    use super::*;

    #[test]
    fn a_drawing_becomes_pixels() {
        let mut scene = Scene::new(40.0);
        scene.height = 20.0;
        scene.block([0.0, 0.0], [20.0, 20.0], Tone::First, 1.0);
        scene.text([22.0, 15.0], "■", &Letters::of(20.0));
        let file = png(&scene, Theme::Light, 2.0).unwrap();
        let pixmap = Pixmap::decode_png(&file).unwrap();
        assert_eq!((pixmap.width(), pixmap.height()), (80, 40));
        let colour = |x, y| pixmap.pixel(x, y).map(|p| [p.red(), p.green(), p.blue()]).unwrap();
        assert_eq!(colour(10, 10), Theme::Light.colour(Tone::First));
        assert_eq!(colour(78, 2), Theme::Light.colour(Tone::Paper));
        let inked = (0..40).flat_map(|x| (0..40).map(move |y| (40 + x, y)));
        assert!(inked.filter(|(x, y)| colour(*x, *y) == Theme::Light.colour(Tone::Ink)).count() > 100);
        assert_eq!(png(&scene, Theme::Light, 2.0).unwrap(), file);
        assert_eq!(png(&Scene::default(), Theme::Light, 2.0), None);
    }
}
