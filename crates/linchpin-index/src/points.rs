//! Where the numbers of a run come from: every innovation is a coordinate, and every draw a point.
//!
//! [`Streams`] are named random numbers; [`Net`]s are Sobol points, scrambled anew for each replicate, which fill the space
//! more evenly than chance does and so need fewer draws for the same error (Owen 1997; Joe & Kuo 2008; Burley 2020).

use crate::column::{self, BLOCK, Column, Words};
use crate::innovation::{Innovations, Stream};
use sobol_burley::parts::{hash, owen_scramble_rev, sobol_rev};

/// Random words for each innovation and block.
pub trait Source: Sync {
    /// The words of an innovation in the draws `block`·[`BLOCK`] and following.
    fn words(&self, innovation: usize, block: u64, into: &mut Words);
}

/// For each innovation its normals, and the block they belong to.
type Kept = Vec<Option<(u64, Box<Column>)>>;

/// The numbers of one block after another.
pub struct Numbers<'s> {
    /// where innovations come from, and where those come from that are swapped
    sources: [&'s dyn Source; 2],
    /// innovations that come from the second source; none where empty
    swapped: &'s [bool],
    /// whether all come from the second source
    all_swapped: bool,
    /// innovations held at their middle; none where empty
    still: &'s [bool],
    block: u64,
    /// by source and innovation: normals that were asked for more than once, and the block they belong to
    kept: [Kept; 2],
}

impl<'s> Numbers<'s> {
    /// Those of a source.
    pub fn of(source: &'s dyn Source) -> Self {
        Numbers::of_two(source, source)
    }

    /// Those of a source, with another at hand for [`Numbers::swap`].
    pub fn of_two(base: &'s dyn Source, other: &'s dyn Source) -> Self {
        Numbers {
            sources: [base, other],
            swapped: &[],
            all_swapped: false,
            still: &[],
            block: 0,
            kept: [vec![], vec![]],
        }
    }

    /// The same with some innovations, one mark each, held at their middle: a normal of 0, a probability of ½.
    pub fn with_still(self, still: &'s [bool]) -> Self {
        Numbers { still, ..self }
    }

    /// From here on the numbers are those of another block.
    pub fn at(&mut self, block: u64) -> &mut Self {
        self.block = block;
        self
    }

    /// From here on the marked innovations come from the second source, and only these.
    pub fn swap(&mut self, swapped: &'s [bool]) -> &mut Self {
        (self.swapped, self.all_swapped) = (swapped, false);
        self
    }

    /// From here on all innovations come from the second source, or none.
    pub fn swap_all(&mut self, all: bool) -> &mut Self {
        (self.swapped, self.all_swapped) = (&[], all);
        self
    }

    /// Writes standard normals of an innovation.
    pub fn normals(&self, innovation: usize, into: &mut Column) {
        if self.is_still(innovation) {
            return into.fill(0.0);
        }
        let mut words = [0; BLOCK];
        self.source(innovation).words(innovation, self.block, &mut words);
        column::normals(&words, into);
    }

    /// The same normals, kept for this block: for innovations that are asked for again.
    pub fn kept(&mut self, innovation: usize) -> &Column {
        let (which, block) = (usize::from(self.is_swapped(innovation)), self.block);
        let kept = &mut self.kept[which];
        if kept.len() <= innovation {
            kept.resize(innovation + 1, None);
        }
        if kept[innovation].as_ref().is_none_or(|(of, _)| *of != block) {
            let mut column =
                self.kept[which][innovation].take().map_or(Box::new([0.0; BLOCK]), |(_, old)| old);
            self.normals(innovation, &mut column);
            self.kept[which][innovation] = Some((block, column));
        }
        self.kept[which][innovation].as_ref().map_or(&[0.0; BLOCK], |(_, column)| column)
    }

    /// Writes the probabilities below the normals of an innovation.
    pub fn uniforms(&self, innovation: usize, into: &mut Column) {
        if self.is_still(innovation) {
            return into.fill(0.5);
        }
        let mut words = [0; BLOCK];
        self.source(innovation).words(innovation, self.block, &mut words);
        column::uniforms(&words, into);
    }

    fn is_still(&self, innovation: usize) -> bool {
        self.still.get(innovation).copied().unwrap_or(false)
    }

    fn is_swapped(&self, innovation: usize) -> bool {
        self.all_swapped || self.swapped.get(innovation).copied().unwrap_or(false)
    }

    fn source(&self, innovation: usize) -> &'s dyn Source {
        self.sources[usize::from(self.is_swapped(innovation))]
    }
}

/// One stream of random numbers for each innovation.
#[derive(Clone, Debug)]
pub struct Streams(pub Vec<Stream>);

impl Streams {
    /// The streams of some names under a seed.
    pub fn named<N: AsRef<str>>(names: impl IntoIterator<Item = N>, seed: u64) -> Streams {
        let innovations = Innovations::new(seed);
        Streams(names.into_iter().map(|name| innovations.stream(name.as_ref())).collect())
    }
}

impl Source for Streams {
    fn words(&self, innovation: usize, block: u64, into: &mut Words) {
        self.0[innovation].words(block, into);
    }
}

/// Coordinates of a net; further innovations are random numbers ("padding", Owen 1998).
pub const NET_COORDINATES: usize = sobol_burley::NUM_DIMENSIONS as usize;
/// The most points of a net.
pub const NET_POINTS: u64 = 1 << 16;

/// A scrambled net of Sobol points.
#[derive(Clone, Debug)]
pub struct Net {
    shuffle: u32,
    /// the coordinate of the first innovation
    first: usize,
    /// for each innovation that has a coordinate
    scrambles: Vec<u32>,
    padding: Vec<Stream>,
}

impl Net {
    /// The net of a replicate, for as many innovations. Replicates and seeds are independent of each other.
    pub fn new(innovations: usize, seed: u64, replicate: usize) -> Net {
        Net::of(innovations, 0..NET_COORDINATES, seed, replicate)
    }

    /// Two nets of a replicate that share no coordinate: the first innovations of each take half of the coordinates, the same
    /// points of one net.
    pub fn pair(innovations: usize, seed: u64, replicate: usize) -> [Net; 2] {
        let half = NET_COORDINATES / 2;
        [0..half, half..NET_COORDINATES].map(|range| Net::of(innovations, range, seed, replicate))
    }

    fn of(innovations: usize, range: std::ops::Range<usize>, seed: u64, replicate: usize) -> Net {
        let random = Innovations::new(seed);
        let key = |at: usize| random.stream(&format!("net|{replicate}|{at}"));
        let coordinates = innovations.min(range.len());
        // random numbers beyond the coordinates have names beyond those of either half
        let beyond = |at: usize| key(1 + NET_COORDINATES + 2 * at + usize::from(range.start > 0));
        Net {
            shuffle: key(0).bits(),
            first: range.start,
            scrambles: (0..coordinates).map(|at| key(1 + range.start + at).bits()).collect(),
            padding: (coordinates..innovations).map(beyond).collect(),
        }
    }
}

impl Source for Net {
    /// # Panics
    /// Beyond [`NET_POINTS`] draws.
    fn words(&self, innovation: usize, block: u64, into: &mut Words) {
        let first = block * BLOCK as u64;
        assert!(first < NET_POINTS, "a net has no more than {NET_POINTS} points");
        let Some(&scramble) = self.scrambles.get(innovation) else {
            return self.padding[innovation - self.scrambles.len()].words(block, into);
        };
        for (i, word) in into.iter_mut().enumerate() {
            let index = owen_scramble_rev((first as u32 + i as u32).reverse_bits(), hash(self.shuffle));
            let point = owen_scramble_rev(sobol_rev(index, (self.first + innovation) as u32), hash(scramble));
            *word = column::word_of_probability(point.reverse_bits());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_net_has_one_point_in_each_equal_part() {
        let net = Net::new(300, 5, 0);
        for coordinate in [0, 1, 77, 255] {
            let mut parts = [0; 1024];
            let mut u = [0.0; BLOCK];
            for block in 0..(1024 / BLOCK) as u64 {
                Numbers::of(&net).at(block).uniforms(coordinate, &mut u);
                u.iter().for_each(|u| parts[(u * 1024.0) as usize] += 1);
            }
            assert!(parts.iter().all(|count| *count == 1), "coordinate {coordinate}");
        }
    }

    #[test]
    fn replicates_and_coordinates_are_uncorrelated() {
        let normals = |replicate: usize, coordinate: usize| {
            let net = Net::new(300, 5, replicate);
            let mut all = vec![];
            let mut z = [0.0; BLOCK];
            for block in 0..64 {
                Numbers::of(&net).at(block).normals(coordinate, &mut z);
                all.extend(z.map(f64::from));
            }
            all
        };
        let own = normals(0, 3);
        for (replicate, coordinate) in [(1, 3), (0, 4), (0, 299)] {
            let other = normals(replicate, coordinate);
            let r = own.iter().zip(&other).map(|(a, b)| a * b).sum::<f64>() / own.len() as f64;
            assert!(r.abs() < 0.06, "{replicate} {coordinate}: {r}");
        }
    }

    #[test]
    fn still_innovations_stand_at_their_middle() {
        let streams = Streams::named(["a", "b"], 1);
        let numbers = Numbers::of(&streams).with_still(&[true, false]);
        let mut column = [9.0; BLOCK];
        numbers.normals(0, &mut column);
        assert_eq!(column, [0.0; BLOCK]);
        numbers.uniforms(0, &mut column);
        assert_eq!(column, [0.5; BLOCK]);
        numbers.normals(1, &mut column);
        assert!(column.iter().any(|z| *z != 0.0));
    }

    #[test]
    fn swapped_innovations_come_from_the_other_source_and_kept_ones_stay() {
        let (a, b) = (Streams::named(["a", "b"], 1), Streams::named(["a", "b"], 2));
        let mut numbers = Numbers::of_two(&a, &b);
        let mut of_a = [[0.0; BLOCK]; 2];
        for block in [3, 4] {
            numbers.at(block).swap(&[]);
            (0..2).for_each(|at| numbers.normals(at, &mut of_a[at]));
            numbers.swap(&[true, false]);
            let first = *numbers.kept(0);
            assert!(first != of_a[0] && *numbers.kept(1) == of_a[1]);
            let mut of_b = [0.0; BLOCK];
            Numbers::of(&b).at(block).normals(0, &mut of_b);
            assert_eq!((first, *numbers.kept(0)), (of_b, of_b));
            assert_eq!(*numbers.swap(&[]).kept(0), of_a[0]);
        }
    }
}
