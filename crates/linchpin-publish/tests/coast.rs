//! The map: its projection against the paper, its land against geography, its places against the built-in dossier.

use linchpin_dossier::read;
use linchpin_model::actor::ActorKind;
use linchpin_publish::coast::{Coast, Projection, place};
use proptest::prelude::*;
use std::path::Path;

type Ring = Vec<[f64; 2]>;

fn edges(ring: &Ring) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| (*a, *b))
}

fn area(ring: &Ring) -> f64 {
    edges(ring).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>().abs() / 2.0
}

/// By the count of edges that a ray to the east crosses.
fn on_land(coast: &Coast, [x, y]: [f64; 2]) -> bool {
    let crossed = |([x0, y0], [x1, y1]): &([f64; 2], [f64; 2])| {
        (*y0 > y) != (*y1 > y) && x < (x1 - x0) * (y - y0) / (y1 - y0) + x0
    };
    coast.rings().iter().flat_map(edges).filter(crossed).count() % 2 == 1
}

#[test]
fn every_state_of_the_built_in_dossier_has_a_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dossiers/indo-pacific");
    let snapshot = read(&folder).unwrap_or_else(|faults| panic!("{faults}"));
    let actors = snapshot.vocabulary().actors.values();
    let states: Vec<_> =
        actors.filter(|actor| actor.kind == ActorKind::State).map(|actor| actor.id.as_str()).collect();
    assert!(states.contains(&"JPN"));
    let lost: Vec<_> = states.into_iter().filter(|id| place(id).is_none()).collect();
    assert_eq!(lost, Vec::<&str>::new());
    assert_eq!(place("ZZZ"), None);
}

#[test]
fn capitals_inland_lie_on_land_and_the_open_sea_is_sea() {
    let coast = Coast::new();
    for id in
        ["CHN", "JPN", "KOR", "TWN", "IND", "AUS", "THA", "USA", "CAN", "MEX", "COL", "RUS", "MNG", "LAO"]
    {
        let [longitude, latitude] = place(id).unwrap();
        assert!(on_land(&coast, [longitude.rem_euclid(360.0), latitude]), "{id}");
    }
    for point in [
        [180.0, 30.0],
        [180.0, 0.0],
        [134.0, 40.0],
        [124.0, 35.0],
        [115.0, 15.0],
        [80.0, -20.0],
        [300.0, 35.0],
    ] {
        assert!(!on_land(&coast, point), "{point:?}");
    }
}

#[test]
fn no_ring_crosses_a_seam_or_leaves_the_window() {
    let coast = Coast::new();
    let map = Projection::new(1000.0);
    for ring in coast.rings() {
        assert!(ring.iter().all(|point| map.shows(*point)));
        assert!(edges(ring).all(|(a, b)| (a[0] - b[0]).abs() < 60.0 && (a[1] - b[1]).abs() < 60.0));
        assert!(!edges(ring).any(|(a, b)| a[0] == 180.0 && b[0] == 180.0), "cut at the antimeridian");
    }
}

#[test]
fn no_outline_crosses_itself() {
    type Edge = ([f64; 2], [f64; 2]);
    let side = |(a, b): Edge, p: [f64; 2]| (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
    let parts = |edge: Edge, (p, q): Edge| side(edge, p) * side(edge, q) < 0.0;
    for ring in Coast::new().rings() {
        let all: Vec<Edge> = edges(ring).collect();
        for (at, one) in all.iter().enumerate() {
            let crossing = all[at + 1..].iter().find(|other| parts(*one, **other) && parts(**other, *one));
            assert_eq!(crossing, None, "{one:?}");
        }
    }
}

#[test]
fn islands_that_matter_are_there() {
    let coast = Coast::new();
    let islands = [
        ("Hokkaido", [142.8, 43.4]),
        ("Honshu", [138.5, 36.0]),
        ("Shikoku", [133.5, 33.7]),
        ("Kyushu", [131.0, 32.5]),
        ("Okinawa", [128.0, 26.55]),
        ("Jeju", [126.5, 33.35]),
        ("Taiwan", [121.0, 23.7]),
        ("Guam", [144.77, 13.45]),
        ("Hawaii", [204.5, 19.6]),
        ("Oahu", [202.0, 21.5]),
        ("Luzon", [121.0, 16.5]),
        ("Mindanao", [125.0, 7.5]),
    ];
    for (name, point) in islands {
        assert!(on_land(&coast, point), "{name}");
    }
    assert!((200..400).contains(&coast.rings().len()), "{}", coast.rings().len());
}

/// Japan's four main islands have 362,000 km²; a square degree at 37° north has 9,900.
#[test]
fn japan_is_as_large_as_it_is() {
    let within =
        |ring: &&Ring| ring.iter().all(|[x, y]| (129.0..146.0).contains(x) && (30.5..45.6).contains(y));
    let coast = Coast::new();
    let japan: Vec<_> = coast.rings().iter().filter(within).collect();
    assert!((4..12).contains(&japan.len()), "{}", japan.len());
    let square_degrees: f64 = japan.into_iter().map(area).sum();
    assert!((34.0..40.0).contains(&square_degrees), "{square_degrees}");
}

#[test]
fn land_lies_inside_the_drawing() {
    let coast = Coast::new();
    for width in [1000.0, 360.0] {
        let map = Projection::new(width);
        let bounds = (0.0..=map.width() + 0.05, 0.0..=map.height() + 0.05);
        let land = coast.land(&map);
        assert!(land.len() > 100 && land.iter().all(|ring| ring.len() > 2));
        assert!(land.iter().flatten().all(|[x, y]| bounds.0.contains(x) && bounds.1.contains(y)));
    }
    assert_eq!(coast.land(&Projection::new(720.0)), Coast::new().land(&Projection::new(720.0)));
}

/// The extent of the whole world in the paper's projection on a globe of radius 1: 5.41 by 2.63.
#[test]
fn the_projection_has_the_extent_of_the_paper() {
    let map = Projection::new(250.0);
    let degree = map.at([166.0, 0.0])[0] - map.at([165.0, 0.0])[0];
    assert!((degree - 1.0).abs() < 1e-9, "250 degrees on 250: {degree}");
    let from_pole_to_pole = map.at([165.0, -90.0])[1] - map.at([165.0, 90.0])[1];
    assert!((from_pole_to_pole / (360.0 * degree) - 2.63473 / 5.41326).abs() < 1e-5, "{from_pole_to_pole}");
    assert_eq!(map.at([-175.0, 10.0]), map.at([185.0, 10.0]));
}

proptest! {
    #[test]
    fn east_is_right_and_north_is_up(x in 60.0..309.0f64, y in -48.0..74.0f64, east in 0.01..1.0f64, north in 0.01..1.0f64) {
        let map = Projection::new(1000.0);
        let [from, right, up] = [[x, y], [x + east, y], [x, y + north]].map(|point| map.at(point));
        prop_assert!(right[0] > from[0] && right[1] == from[1]);
        prop_assert!(up[1] < from[1]);
    }

    /// The law that the projection is named for.
    #[test]
    fn equal_areas_are_equal(x in 60.0..310.0f64, y in -48.0..75.0f64) {
        let map = Projection::new(1000.0);
        let drawn = |x: f64, y: f64| {
            let step = 1e-3;
            let corners = [[x, y], [x + step, y], [x + step, y + step], [x, y + step]];
            area(&corners.map(|corner| map.at(corner)).to_vec()) / libm::cos((y + step / 2.0).to_radians())
        };
        let share = drawn(x, y) / drawn(165.0, 0.0);
        prop_assert!((share - 1.0).abs() < 1e-4, "{}", share);
    }
}
