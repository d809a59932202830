//! The land around the Pacific as polygons, the projection they are drawn in, and where states lie.
//!
//! Made with Natural Earth (public domain): `assets/coast.py` says from what and how.
//!
//! ```
//! use linchpin_publish::coast::{Coast, Projection, place};
//! let map = Projection::new(1000.0);
//! let land = Coast::new().land(&map);
//! let tokyo = place("JPN").map(|point| map.at(point));
//! # assert!(land.len() > 100 && tokyo.is_some());
//! ```

const LAND: &str = include_str!("../assets/coast.txt");
const PLACES: &str = include_str!("../assets/places.csv");

/// Where the map comes from, as it is written beside it.
pub const ATTRIBUTION: &str = "Made with Natural Earth";

/// Bounds of the map in degrees, longitudes from 0 to 360 so that no seam runs through the Pacific.
const WEST: f64 = 60.0;
const EAST: f64 = 310.0;
const SOUTH: f64 = -48.0;
const NORTH: f64 = 75.0;

/// The meridian in the middle of the projection, a straight line.
const MIDDLE: f64 = 165.0;

/// The Equal Earth projection of the map's window, in which areas are true to one another.
///
/// Šavrič, Patterson and Jenny (2018), "The Equal Earth map projection", International Journal of Geographical Information
/// Science 33(3), equations 5 to 7; here centred on 165° east.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    width: f64,
    scale: f64,
    left: f64,
    top: f64,
}

impl Projection {
    /// A map of this width (positive, in the units of the drawing).
    pub fn new(width: f64) -> Projection {
        let [left, _] = equal_earth([WEST, 0.0]);
        let [right, _] = equal_earth([EAST, 0.0]);
        let [_, top] = equal_earth([MIDDLE, NORTH]);
        Projection { width, scale: width / (right - left), left, top }
    }

    /// The width given.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// The height that follows.
    pub fn height(&self) -> f64 {
        self.at([MIDDLE, SOUTH])[1]
    }

    /// From longitude (east positive, from any turn) and latitude in degrees to x, from the left, and y, from the top.
    /// What lies outside the window falls outside the drawing: see [`Projection::shows`].
    pub fn at(&self, point: [f64; 2]) -> [f64; 2] {
        let [x, y] = equal_earth(point);
        [(x - self.left) * self.scale, (self.top - y) * self.scale]
    }

    /// Whether a place (longitude and latitude in degrees) lies in the map's window.
    pub fn shows(&self, [longitude, latitude]: [f64; 2]) -> bool {
        (WEST..=EAST).contains(&longitude.rem_euclid(360.0)) && (SOUTH..=NORTH).contains(&latitude)
    }
}

/// On a globe of radius 1: x from the middle meridian to the east, y from the equator to the north.
fn equal_earth([longitude, latitude]: [f64; 2]) -> [f64; 2] {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let half_root_of_3 = 3.0_f64.sqrt() / 2.0;
    let turn = ((longitude - MIDDLE + 180.0).rem_euclid(360.0) - 180.0).to_radians();
    let t = libm::asin(half_root_of_3 * libm::sin(latitude.to_radians()));
    let t2 = t * t;
    let t6 = t2 * t2 * t2;
    let y = t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2));
    let slope = A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2);
    [turn * libm::cos(t) / (half_root_of_3 * slope), y]
}

/// The land around the Pacific: longitude 60° to 310° east, latitude 48° south to 75° north.
#[derive(Clone, Debug, PartialEq)]
pub struct Coast {
    rings: Vec<Vec<[f64; 2]>>,
}

impl Coast {
    /// The land that the crate brings with it.
    ///
    /// # Panics
    /// When that asset is malformed: that is a bug.
    pub fn new() -> Coast {
        let lines = LAND.lines().filter(|line| !line.starts_with('#'));
        Coast {
            rings: lines.map(|line| ring(line).unwrap_or_else(|| panic!("not a ring: “{line}”"))).collect(),
        }
    }

    /// The outlines, the greatest first: longitude from 0 to 360 and latitude of their corners in degrees, the last joined
    /// to the first. Where the window cuts land, they run along the window.
    pub fn rings(&self) -> &[Vec<[f64; 2]>] {
        &self.rings
    }

    /// The land as polygons of a drawing, to be filled and not to be lined, since the window's edge is no coast; to one decimal,
    /// without what is too small to be seen.
    pub fn land(&self, projection: &Projection) -> Vec<Vec<[f64; 2]>> {
        self.rings.iter().map(|ring| drawn(projection, ring)).filter(|ring| ring.len() > 2).collect()
    }
}

impl Default for Coast {
    fn default() -> Coast {
        Coast::new()
    }
}

/// The capital of a state by its ISO 3166-1 alpha-3 code, or its middle where the capital lies west of the map though the
/// state reaches into it (Russia): longitude from −180 to 180, east positive, and latitude, in degrees.
pub fn place(id: &str) -> Option<[f64; 2]> {
    places().find(|(known, _)| *known == id).map(|(_, point)| point)
}

fn places() -> impl Iterator<Item = (&'static str, [f64; 2])> {
    PLACES.lines().skip(1).map(|line| located(line).unwrap_or_else(|| panic!("not a place: “{line}”")))
}

fn located(line: &'static str) -> Option<(&'static str, [f64; 2])> {
    let (id, point) = line.split_once(',')?;
    let (longitude, latitude) = point.split_once(',')?;
    Some((id, [longitude.parse().ok()?, latitude.parse().ok()?]))
}

fn ring(line: &str) -> Option<Vec<[f64; 2]>> {
    let numbers: Vec<f64> = line.split(' ').map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let (points, rest) = numbers.as_chunks::<2>();
    (rest.is_empty() && points.len() > 2).then(|| points.to_vec())
}

/// Projected, to one decimal, without points that then repeat.
fn drawn(projection: &Projection, ring: &[[f64; 2]]) -> Vec<[f64; 2]> {
    // adding zero makes −0, which SVG would show as such, 0
    let tenths = |value: f64| (value * 10.0).round() / 10.0 + 0.0;
    let mut drawn: Vec<_> = ring.iter().map(|point| projection.at(*point).map(tenths)).collect();
    drawn.dedup();
    if drawn.len() > 1 && drawn.first() == drawn.last() {
        drawn.pop();
    }
    drawn
}
