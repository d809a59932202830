//! The alliance system on a map: the members, what ties them, how the assessed alliances stand, and the guarantor's troops.

use crate::coast::{ATTRIBUTION, Coast, Projection, place};
use crate::figure::{Canvas, Figure};
use crate::names::Names;
use crate::quantity;
use crate::scene::{Dash, Letters, Mark, Point, Scene, Step, Tone};
use crate::sentence::{Sentence, Slot, Thread};
use crate::table::{Row, Table};
use linchpin_model::alliance::{Alliance, AllianceKind, Role};
use linchpin_model::id::{EntityId, SourceId};
use linchpin_model::text::Case;
use linchpin_model::unit::Unit;
use linchpin_study::burden::table::{Answer as Burden, Value};
use linchpin_study::overview::Answer as Overview;
use std::collections::BTreeSet;

/// The figure of an overview and of who provides what.
pub fn figure(overview: &Overview, burden: &Burden, names: &Names<'_>) -> Figure {
    let troops = troops(burden, names);
    let roots = overview.ties.iter().filter_map(|tie| tie.scores.nodes.first());
    let sources: BTreeSet<SourceId> = roots
        .flat_map(|root| root.now.sources.iter().cloned())
        .chain(troops.iter().flat_map(|value| &value.cited.evidence).map(|evidence| evidence.source.clone()))
        .collect();
    Figure {
        id: "map",
        about: None,
        title: Sentence::of("figure-map-title").with("as-of", Slot::Day(overview.frame.as_of)),
        finding: finding(&troops),
        reading: Sentence::of("figure-map-reading").with("attribution", Slot::Name(ATTRIBUTION.into())),
        sources: sources.into_iter().collect(),
        as_of: overview.frame.as_of,
        table: table(overview, &troops, names),
        draw,
    }
}

/// The newest number of the guarantor's troops in each country: of the first measure of people in the dossier's table of burdens
/// that a guarantor has towards others, the values that count the whole.
fn troops<'a>(burden: &'a Burden, names: &Names<'_>) -> Vec<&'a Value> {
    let words = names.snapshot.vocabulary();
    let guarantors: BTreeSet<&EntityId> =
        words.alliances.values().filter_map(|alliance| alliance.in_role(Role::Guarantor)).collect();
    let is_troops = |value: &&Value| {
        value.unit == Unit::Person && value.object.is_some() && guarantors.contains(&value.subject)
    };
    let Some(measure) = burden.measures.iter().find(|measure| measure.values.iter().any(|v| is_troops(&v)))
    else {
        return vec![];
    };
    let mut newest: Vec<&Value> = vec![];
    for value in measure.values.iter().filter(is_troops) {
        match newest.iter_mut().find(|known| known.object == value.object) {
            None => newest.push(value),
            Some(known) => {
                // a number of a part is worth less than one of the whole, and an older one less than a newer one
                let rank =
                    |value: &Value| (value.scope.is_none(), value.cited.known, value.cited.valid.clone());
                if rank(value) > rank(known) {
                    *known = value;
                }
            }
        }
    }
    newest
}

fn finding(troops: &[&Value]) -> Sentence {
    let most =
        troops.iter().filter(|value| value.object.is_some()).max_by(|a, b| a.value.total_cmp(&b.value));
    match most {
        Some(value) => Sentence::of("figure-map-finding")
            .with(
                "host",
                Slot::Entity(value.object.clone().unwrap_or(value.subject.clone()), Case::Nominative),
            )
            .with("guarantor", Slot::Entity(value.subject.clone(), Case::Genitive))
            .with(
                "amount",
                Slot::Amount(
                    Box::new(value.amount()),
                    value.cited.valid.clone(),
                    Thread::Statements(vec![value.cited.id.clone()]),
                ),
            )
            .with("when", Slot::When(value.cited.valid.clone())),
        None => Sentence::of("figure-map-none"),
    }
}

/// The ties that are drawn: between two members that have a place on the map.
fn drawn_ties<'a>(names: &Names<'a>) -> Vec<&'a Alliance> {
    let ties = names.snapshot.vocabulary().alliances.values();
    let on_map = |alliance: &&Alliance| {
        alliance.members.len() == 2
            && alliance.kind != AllianceKind::Group
            && alliance.members.iter().all(|member| place(member.actor.as_str()).is_some())
    };
    ties.filter(on_map).collect()
}

fn table(overview: &Overview, troops: &[&Value], names: &Names<'_>) -> Table {
    let mut table = Table::new([
        "row",
        "id",
        "name",
        "kind",
        "from_longitude",
        "from_latitude",
        "to_longitude",
        "to_latitude",
        "role",
        "assessed",
        "level",
        "value",
        "amount",
    ]);
    let mut members: Vec<(&EntityId, Option<Role>)> = vec![];
    for alliance in names.snapshot.vocabulary().alliances.values() {
        for member in &alliance.members {
            match members.iter_mut().find(|(id, _)| **id == member.actor) {
                None => members.push((&member.actor, member.role)),
                Some((_, role)) => *role = role.or(member.role),
            }
        }
    }
    for alliance in drawn_ties(names) {
        let [a, b] = [0, 1].map(|at| place(alliance.members[at].actor.as_str()).unwrap_or_default());
        let assessed = overview.ties.iter().find(|tie| tie.scores.tie == alliance.id);
        let root = assessed.and_then(|tie| tie.scores.nodes.first());
        let level = root.map(|root| match root.now.shown {
            true => names.level(root.now.level.as_deref()),
            false => names.voice.say("figure-map-too-little"),
        });
        let thread = root.map(|root| Thread::Node {
            tie: alliance.id.clone(),
            node: root.node.clone(),
            as_of: overview.frame.as_of,
        });
        table.row(
            thread,
            [
                "tie".into(),
                alliance.id.as_str().into(),
                names.entity(&alliance.id).into(),
                alliance.kind.name().into(),
                a[0].into(),
                a[1].into(),
                b[0].into(),
                b[1].into(),
                "".into(),
                assessed.is_some().into(),
                level.into(),
                None::<f64>.into(),
                "".into(),
            ],
        );
    }
    for (id, role) in members {
        let Some([longitude, latitude]) = place(id.as_str()) else { continue };
        let stationed = troops.iter().find(|value| value.object.as_ref() == Some(id));
        table.row(
            stationed.map(|value| Thread::Statements(vec![value.cited.id.clone()])),
            [
                "member".into(),
                id.as_str().into(),
                names.entity(id).into(),
                "".into(),
                longitude.into(),
                latitude.into(),
                None::<f64>.into(),
                None::<f64>.into(),
                role.map(Role::name).into(),
                false.into(),
                "".into(),
                stationed.map(|value| value.value).into(),
                stationed
                    .map(|value| quantity::written(&value.amount(), &value.cited.valid, names.voice))
                    .into(),
            ],
        );
    }
    table
}

/// A part of the projected map: how wide the whole is, and which rectangle of it is seen.
struct Window {
    projection: Projection,
    origin: Point,
    size: Point,
}

impl Window {
    fn of(canvas: &Canvas<'_>) -> Window {
        let width = canvas.width.units();
        match canvas.width.is_phone() {
            false => {
                let projection = Projection::new(width);
                Window { projection, origin: [0.0, 0.0], size: [width, projection.height()] }
            }
            // the western Pacific; what lies further is only pointed to
            true => {
                let projection = Projection::new(1_250.0);
                let [left, top] = [projection.at([92.0, 30.0])[0], projection.at([130.0, 52.0])[1]];
                Window { projection, origin: [left, top], size: [width, 420.0] }
            }
        }
    }

    fn at(&self, place: Point) -> Point {
        let [x, y] = self.projection.at(place);
        [x - self.origin[0], y - self.origin[1]]
    }

    fn shows(&self, [x, y]: Point) -> bool {
        (0.0..=self.size[0]).contains(&x) && (0.0..=self.size[1]).contains(&y)
    }

    /// The part of a polygon that is seen (Sutherland and Hodgman, 1974).
    fn clip(&self, polygon: Vec<Point>) -> Vec<Point> {
        let [right, bottom] = self.size;
        let sides: [(usize, f64, f64); 4] =
            [(0, 0.0, 1.0), (0, right, -1.0), (1, 0.0, 1.0), (1, bottom, -1.0)];
        sides.into_iter().fold(polygon, |points, (axis, bound, sign)| {
            let inside = |point: &Point| sign * (point[axis] - bound) >= 0.0;
            let mut kept = vec![];
            for (at, to) in points.iter().enumerate() {
                let from = &points[(at + points.len() - 1) % points.len()];
                if inside(from) != inside(to) {
                    let share = (bound - from[axis]) / (to[axis] - from[axis]);
                    kept.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
                }
                if inside(to) {
                    kept.push(*to);
                }
            }
            kept
        })
    }
}

fn draw(table: &Table, canvas: &Canvas<'_>) -> Scene {
    let mut scene = canvas.scene();
    let window = Window::of(canvas);
    for ring in Coast::new().land(&window.projection) {
        let moved = ring.into_iter().map(|[x, y]| [x - window.origin[0], y - window.origin[1]]).collect();
        let seen = window.clip(moved);
        if seen.len() > 2 {
            scene.polygon(&seen, Tone::Land, 1.0);
        }
    }
    let ties: Vec<Tie<'_>> = table.having("row", "tie").map(|row| Tie::of(row, &window)).collect();
    for assessed in [false, true] {
        ties.iter().filter(|tie| tie.row.is("assessed") == assessed).for_each(|tie| tie.draw(&mut scene));
    }
    let members: Vec<Row<'_>> = table.having("row", "member").collect();
    let greatest = members.iter().filter_map(|row| row.number("value")).fold(0.0, f64::max);
    for row in &members {
        troops_of(&mut scene, row, greatest, &window);
    }
    labels(&mut scene, &ties, &members, &window);
    scene.height = window.size[1] + 4.0;
    key(&mut scene, canvas);
    scene
}

fn start(row: &Row<'_>) -> Point {
    [row.number("from_longitude").unwrap_or_default(), row.number("from_latitude").unwrap_or_default()]
}

fn end(row: &Row<'_>) -> Point {
    [row.number("to_longitude").unwrap_or_default(), row.number("to_latitude").unwrap_or_default()]
}

/// A tie and the part of its arc that is on the map.
struct Tie<'a> {
    row: Row<'a>,
    arc: Vec<Point>,
}

impl<'a> Tie<'a> {
    fn of(row: Row<'a>, window: &Window) -> Tie<'a> {
        let (from, to) = (window.at(start(&row)), window.at(end(&row)));
        let rise = 0.16 * libm::hypot(to[0] - from[0], to[1] - from[1]);
        let middle = [(from[0] + to[0]) / 2.0, (from[1] + to[1]) / 2.0 - rise];
        let point = |share: f64| {
            let rest = 1.0 - share;
            [0, 1].map(|axis| {
                rest * rest * from[axis] + 2.0 * rest * share * middle[axis] + share * share * to[axis]
            })
        };
        let all: Vec<Point> = (0..=120).map(|step| point(f64::from(step) / 120.0)).collect();
        let runs =
            all.chunk_by(|a, b| window.shows(*a) == window.shows(*b)).filter(|run| window.shows(run[0]));
        let longest = runs.max_by_key(|run| run.len()).filter(|run| run.len() > 1);
        Tie { row, arc: longest.map(<[Point]>::to_vec).unwrap_or_default() }
    }

    fn draw(&self, scene: &mut Scene) {
        let row = &self.row;
        let (width, dash) = match row.word("kind") {
            "treaty-alliance" => (if row.is("assessed") { 3.0 } else { 1.5 }, Dash::Solid),
            "partnership" => (1.5, Dash::Dashed),
            _ => (1.2, Dash::Dotted),
        };
        let tone = if row.is("assessed") { Tone::First } else { Tone::Quiet };
        if self.arc.is_empty() {
            return;
        }
        scene.group(format!("{} {}", row.word("name"), row.word("level")).trim(), row.spun(), |scene| {
            let steps = self.arc.iter().enumerate();
            let steps = steps.map(|(at, p)| if at == 0 { Step::Move(*p) } else { Step::Line(*p) });
            scene.marks.push(Mark::Line { steps: steps.collect(), tone, width, dash });
        });
    }
}

/// Troops as a disc whose area is their number.
fn troops_of(scene: &mut Scene, row: &Row<'_>, greatest: f64, window: &Window) {
    let at = window.at(start(row));
    let Some(value) = row.number("value").filter(|value| *value > 0.0 && window.shows(at)) else { return };
    let radius = 22.0 * (value / greatest.max(1.0)).sqrt();
    scene.group(format!("{}: {}", row.word("name"), row.word("amount")), row.spun(), |scene| {
        let mut disc = Scene::new(0.0);
        disc.disc(at, radius, Tone::Second);
        for mark in disc.marks {
            if let Mark::Area { steps, tone, .. } = mark {
                scene.marks.push(Mark::Area { steps, tone, opacity: 0.45 });
            }
        }
    });
}

/// The names of members and of assessed ties, each at a place around it that is free and that few lines cross; a name for which
/// there is none is left to the pointer. The sides of the assessed ties come first.
fn labels(scene: &mut Scene, ties: &[Tie<'_>], members: &[Row<'_>], window: &Window) {
    let assessed: Vec<&Tie<'_>> = ties.iter().filter(|tie| tie.row.is("assessed")).collect();
    let sides: Vec<Point> = assessed.iter().flat_map(|tie| [start(&tie.row), end(&tie.row)]).collect();
    let is_side = |row: &Row<'_>| sides.contains(&start(row));
    let mut order: Vec<&Row<'_>> = members.iter().filter(|row| window.shows(window.at(start(row)))).collect();
    let rank =
        |row: &Row<'_>| (is_side(row), row.number("value").unwrap_or_default(), !row.word("role").is_empty());
    order.sort_by(|a, b| rank(b).partial_cmp(&rank(a)).unwrap_or(std::cmp::Ordering::Equal));
    let dots = order.iter().map(|row| window.at(start(row)));
    let mut free = Free {
        window,
        lines: ties.iter().flat_map(|tie| tie.arc.iter().copied()).collect(),
        taken: dots.map(|[x, y]| [x - 4.0, y - 4.0, x + 4.0, y + 4.0]).collect(),
    };
    for row in &order {
        disc_of(scene, row, window.at(start(row)));
    }
    let (first, rest) = order.split_at(order.partition_point(|row| is_side(row)));
    for row in first {
        free.member(scene, row);
    }
    for tie in &assessed {
        let others = assessed.iter().filter(|other| other.row.word("id") != tie.row.word("id"));
        let others: Vec<Point> = others.flat_map(|other| other.arc.iter().copied()).collect();
        free.tie(scene, tie, &others);
    }
    for row in rest {
        free.member(scene, row);
    }
}

fn disc_of(scene: &mut Scene, row: &Row<'_>, at: Point) {
    scene.group(row.word("name"), "", |scene| {
        scene.disc(at, 4.0, Tone::Paper);
        scene.disc(at, 3.0, Tone::Ink);
        if row.word("role") == Role::Guarantor.name() {
            scene.ring(at, 6.0, Tone::Ink, 1.5);
        }
    });
}

/// How far a point lies from the nearest of some points.
fn distance([x, y]: Point, points: &[Point]) -> f64 {
    points.iter().map(|point| libm::hypot(point[0] - x, point[1] - y)).fold(f64::INFINITY, f64::min)
}

/// Where there is room for labels.
struct Free<'a> {
    window: &'a Window,
    /// points of the lines that labels had better keep clear of
    lines: Vec<Point>,
    /// left, top, right and bottom of what labels must not cover
    taken: Vec<[f64; 4]>,
}

impl Free<'_> {
    /// Sets the name of a member beside its dot, with the troops that stand there.
    fn member(&mut self, scene: &mut Scene, row: &Row<'_>) {
        let lines = [(row.word("name").to_string(), true), (row.word("amount").to_string(), false)];
        let lines: Vec<(String, bool)> = lines.into_iter().filter(|(text, _)| !text.is_empty()).collect();
        self.put(scene, &lines, &[self.window.at(start(row))], 7.0, |_| true);
    }

    /// Sets the name and level of a tie beside its own line, not beside one of the others.
    fn tie(&mut self, scene: &mut Scene, tie: &Tie<'_>, others: &[Point]) {
        let Some(last) = tie.arc.len().checked_sub(1) else { return };
        let lines = [(tie.row.word("name").to_string(), true), (tie.row.word("level").to_string(), false)];
        let along =
            [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map(|share| tie.arc[(last as f64 * share) as usize]);
        let own = |middle: Point| distance(middle, &tie.arc) < distance(middle, others);
        self.put(scene, &lines, &along, 8.0, own);
    }

    /// Sets lines of text beside some points, where their middle may lie, as near as can be and crossed by as few lines.
    fn put(
        &mut self,
        scene: &mut Scene,
        lines: &[(String, bool)],
        points: &[Point],
        gap: f64,
        may_lie: impl Fn(Point) -> bool,
    ) {
        const SIZE: f64 = 11.5;
        const LINE: f64 = 14.0;
        /// the least space between two labels side by side
        const APART: f64 = 9.0;
        /// by how many crossing points further away is worse
        const AWAY: usize = 3;
        let letters =
            |bold: bool| if bold { Letters::of(SIZE).bold().rim() } else { Letters::of(SIZE - 0.5).rim() };
        let wide = lines.iter().map(|(text, bold)| letters(*bold).width(text)).fold(0.0, f64::max);
        let high = LINE * lines.len() as f64;
        let sides = points.iter().flat_map(|[x, y]| {
            let (right, left, centre) = (x + gap, x - gap - wide, x - wide / 2.0);
            let near = [
                [right, y - high / 2.0],
                [left, y - high / 2.0],
                [centre, y - gap - high],
                [centre, y + gap],
                [right, y - gap - high],
                [right, y + gap],
                [left, y - gap - high],
                [left, y + gap],
            ];
            let far = [
                [x + 2.6 * gap, y - high / 2.0],
                [x - 2.6 * gap - wide, y - high / 2.0],
                [centre, y - 3.4 * gap - high],
                [centre, y + 3.4 * gap],
            ];
            let side = |away: usize| move |corner: Point| (away, corner, [*x, *y]);
            near.map(side(0)).into_iter().chain(far.map(side(AWAY)))
        });
        let area = |[left, top]: Point| [left - 1.0, top - 1.0, left + wide + 1.0, top + high + 1.0];
        let middle = |[left, top]: Point| [left + wide / 2.0, top + high / 2.0];
        let room = sides
            .filter(|(_, corner, point)| may_lie(middle(*corner)) && self.is_free(area(*corner), *point));
        let Some((_, corner, [x, _])) =
            room.min_by_key(|(away, corner, _)| away + self.crossing(area(*corner)))
        else {
            return;
        };
        let [left, top] = corner;
        let to_the_left = left + wide < x;
        for (at, (text, bold)) in lines.iter().enumerate() {
            let y = top + LINE * at as f64 + 10.5;
            match to_the_left {
                true => scene.text([left + wide, y], text.clone(), &letters(*bold).end()),
                false => scene.text([left, y], text.clone(), &letters(*bold)),
            }
        }
        // on one line the words of two labels must not read as one
        let [left, top, right, bottom] = area(corner);
        self.taken.push([left - APART, top, right + APART, bottom]);
    }

    /// Whether nothing lies in an area but the dot that the label names.
    fn is_free(&self, area: [f64; 4], [x, y]: Point) -> bool {
        let [right, bottom] = self.window.size;
        let inside = area[0] >= 0.0 && area[1] >= 0.0 && area[2] <= right && area[3] <= bottom;
        let meets = |other: &[f64; 4]| {
            area[0] < other[2] && other[0] < area[2] && area[1] < other[3] && other[1] < area[3]
        };
        let own = |other: &[f64; 4]| {
            other[2] - other[0] < 9.0 && other[0] < x && x < other[2] && other[1] < y && y < other[3]
        };
        inside && !self.taken.iter().any(|other| meets(other) && !own(other))
    }

    /// How many points of lines lie in an area.
    fn crossing(&self, [left, top, right, bottom]: [f64; 4]) -> usize {
        let within = |[x, y]: &&Point| left < *x && *x < right && top < *y && *y < bottom;
        self.lines.iter().filter(within).count()
    }
}

/// What lines and discs mean, below the map.
fn key(scene: &mut Scene, canvas: &Canvas<'_>) {
    let letters = Letters::of(11.5).tone(Tone::Quiet);
    let items = [
        ("figure-map-key-assessed", Tone::First, 3.0, Dash::Solid),
        ("figure-map-key-treaty", Tone::Quiet, 1.5, Dash::Solid),
        ("figure-map-key-partnership", Tone::Quiet, 1.5, Dash::Dashed),
        ("figure-map-key-other", Tone::Quiet, 1.2, Dash::Dotted),
    ];
    let (mut x, mut y) = (0.0, scene.height + 16.0);
    for (id, tone, width, dash) in items {
        let text = canvas.say(id);
        let wide = 34.0 + letters.width(&text) + 18.0;
        if x > 0.0 && x + wide > scene.width + 18.0 {
            (x, y) = (0.0, y + 18.0);
        }
        scene.broken([x, y - 4.0], [x + 26.0, y - 4.0], tone, width, dash);
        scene.text([x + 34.0, y], text, &letters);
        x += wide;
    }
    let text = canvas.say("figure-map-key-troops");
    if x + 34.0 + letters.width(&text) > scene.width {
        (x, y) = (0.0, y + 18.0);
    }
    let steps = {
        let mut disc = Scene::new(0.0);
        disc.disc([x + 13.0, y - 4.0], 7.0, Tone::Second);
        disc.marks
    };
    for mark in steps {
        if let Mark::Area { steps, tone, .. } = mark {
            scene.marks.push(Mark::Area { steps, tone, opacity: 0.45 });
        }
    }
    scene.text([x + 34.0, y], text, &letters);
    scene.height = y + 8.0;
}
