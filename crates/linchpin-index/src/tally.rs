//! What is kept of a number's draws while they stream by: moments and a histogram, never the draws themselves.
//!
//! A few draws are kept as they are, and their quantiles are exact. Of more there is a histogram, with a bin for every value of a single-precision number without its last thirteen bits, so a bin is no
//! wider than 1/1024 of its values, wherever they lie (the idea of Masson, Rim & Lee 2019, "DDSketch", with bins that
//! the format of the numbers gives). Counts are whole numbers, so tallies of parts add up to the same bits in any order;
//! sums are not, and [`crate::engine`] adds them in the order of blocks.

use crate::summary::{Share, Shares, Summary, quantile_of};

/// Bits of a number that its bin leaves out.
const DROPPED: u32 = 13;
/// Bits of the bin within its page: those of the mantissa that are left.
const WITHIN: u32 = 23 - DROPPED;
/// Bins that share a sign and an exponent, and a page of memory.
const PAGE: usize = 1 << WITHIN;
/// Signs and exponents there are.
const PAGES: usize = 1 << 9;

/// Up to so many draws are kept as they are.
const FEW: usize = 1 << 14;
/// Of more, so many are gathered before they are counted together, while the bins are at hand.
const TOGETHER: usize = 1 << 11;

/// Draws by value: each of a few, and counts of many.
#[derive(Clone, Debug, Default)]
pub struct Histogram {
    /// draws that are not counted yet, in any order; all of them, as long as there are no bins
    gathered: Vec<f32>,
    /// by sign and exponent, in rising order of values; those without draws are empty, and all are missing at first
    pages: Vec<Vec<u32>>,
    /// draws in bins
    counted: u64,
    least: f32,
    most: f32,
}

impl Histogram {
    /// Adds some draws; those that are not a number are left out.
    pub fn add(&mut self, draws: &[f32]) {
        if draws.iter().fold(false, |any, draw| any | draw.is_nan()) {
            self.gathered.extend(draws.iter().filter(|draw| !draw.is_nan()));
        } else {
            self.gathered.extend_from_slice(draws);
        }
        let limit = if self.is_few() { FEW } else { TOGETHER };
        if self.gathered.len() > limit {
            self.count_gathered();
        }
    }

    fn is_few(&self) -> bool {
        self.pages.is_empty()
    }

    fn count_gathered(&mut self) {
        let all = std::mem::take(&mut self.gathered);
        self.count_all(all.into_iter());
    }

    fn count_all(&mut self, draws: impl Iterator<Item = f32>) {
        self.pages.resize(PAGES, vec![]);
        for draw in draws {
            if self.counted == 0 {
                (self.least, self.most) = (draw, draw);
            }
            self.counted += 1;
            self.least = if draw < self.least { draw } else { self.least };
            self.most = if draw > self.most { draw } else { self.most };
            let bin = (rank(draw) >> DROPPED) as usize;
            let page = &mut self.pages[bin >> WITHIN];
            if page.is_empty() {
                page.resize(PAGE, 0);
            }
            page[bin % PAGE] += 1;
        }
    }

    /// Adds another part of the same draws.
    pub fn merge(&mut self, other: Histogram) {
        if !other.is_few() && self.is_few() {
            let few = std::mem::replace(self, other).gathered;
            self.count_all(few.into_iter());
        } else if !other.is_few() {
            self.least = if other.least < self.least { other.least } else { self.least };
            self.most = if other.most > self.most { other.most } else { self.most };
            self.counted += other.counted;
            let told = self.pages.iter_mut().zip(&other.pages).filter(|(_, counts)| !counts.is_empty());
            for (own, counts) in told {
                own.resize(PAGE, 0);
                own.iter_mut().zip(counts).for_each(|(own, more)| *own += more);
            }
            self.add(&other.gathered);
        } else if self.is_few() && self.count() == 0 {
            *self = other;
        } else {
            self.add(&other.gathered);
        }
        if !self.is_few() {
            self.count_gathered();
        }
    }

    /// Draws added.
    pub fn count(&self) -> u64 {
        self.counted + self.gathered.len() as u64
    }

    /// The quantiles at some probabilities: of a few draws those of [`crate::summary::quantile`], exactly; of many right to 1/1024 of
    /// themselves, taking draws as spread evenly over their bin. NaN without draws.
    pub fn quantiles<const N: usize>(&self, at: [f64; N]) -> [f64; N] {
        if self.count() == 0 {
            return [f64::NAN; N];
        }
        if self.is_few() {
            let mut ranks: Vec<u32> = self.gathered.iter().map(|x| rank(*x)).collect();
            ranks.sort_unstable();
            return at.map(|p| quantile_of(ranks.len(), p, |at| of_rank(ranks[at]).into()));
        }
        if !self.gathered.is_empty() {
            let mut counted = self.clone();
            counted.count_gathered();
            return counted.quantiles(at);
        }
        at.map(|p| self.binned(p))
    }

    fn binned(&self, p: f64) -> f64 {
        let wanted = p.clamp(0.0, 1.0) * (self.counted - 1) as f64;
        let mut before = 0.0;
        for (page, counts) in self.pages.iter().enumerate() {
            for (bin, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                let count = f64::from(count);
                if wanted < before + count {
                    let bin = (page << WITHIN | bin) as u32;
                    let [low, high] = [bin, bin + 1].map(|bin| f64::from(of_rank(bin << DROPPED)));
                    let within = (wanted - before + 0.5) / count;
                    return (low + within * (high - low)).clamp(self.least.into(), self.most.into());
                }
                before += count;
            }
        }
        self.most.into()
    }
}

/// A number's place among all, as bits: they rise as the numbers do.
fn rank(x: f32) -> u32 {
    let bits = x.to_bits();
    if bits >> 31 == 0 { bits | 1 << 31 } else { !bits }
}

fn of_rank(rank: u32) -> f32 {
    f32::from_bits(if rank >> 31 == 1 { rank & !(1 << 31) } else { !rank })
}

/// What is kept of one outcome.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// counts by value
    pub histogram: Histogram,
    /// mean, and squares about it
    pub moments: Moments,
    /// draws above the outcome's threshold, and below minus the threshold
    pub beyond: [u64; 2],
}

/// Count, mean and sum of squares about the mean.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    /// how many
    pub count: u64,
    /// their mean
    pub mean: f64,
    /// Σ (x − mean)²
    pub squares: f64,
}

impl Moments {
    /// Those of some draws, added in their order; what is not a number is left out.
    pub fn of(draws: &[f32]) -> Moments {
        let told = || draws.iter().filter(|x| !x.is_nan()).map(|x| f64::from(*x));
        let count = told().count() as u64;
        if count == 0 {
            return Moments::default();
        }
        let mean = told().sum::<f64>() / count as f64;
        let squares = told().map(|x| (x - mean) * (x - mean)).sum();
        Moments { count, mean, squares }
    }

    /// Those of two parts together (Chan, Golub & LeVeque 1979). The order in which parts are added shows in the last
    /// digits.
    pub fn and(self, more: Moments) -> Moments {
        let count = self.count + more.count;
        if more.count == 0 || self.count == 0 {
            return if more.count == 0 { self } else { more };
        }
        let apart = more.mean - self.mean;
        let share = more.count as f64 / count as f64;
        Moments {
            count,
            mean: self.mean + apart * share,
            squares: self.squares + more.squares + apart * apart * self.count as f64 * share,
        }
    }

    /// The variance, over n; NaN without any.
    pub fn variance(&self) -> f64 {
        self.squares / self.count as f64
    }
}

impl Tally {
    /// Mean and central intervals.
    pub fn summary(&self) -> Summary {
        let [low, lower, upper, high] = self.histogram.quantiles([0.05, 0.25, 0.75, 0.95]);
        Summary { mean: self.moments.mean, i50: [lower, upper], i90: [low, high] }
    }

    /// Adds some draws.
    pub fn add(&mut self, draws: &[f32]) {
        self.histogram.add(draws);
        self.moments = self.moments.and(Moments::of(draws));
    }

    /// How the draws lie about 0, for an outcome that has a threshold.
    pub fn shares(&self) -> Shares {
        let [above, below] = self.beyond;
        let all = self.moments.count;
        let share = |count: u64| Share::of(count, all);
        Shares { above: share(above), within: share(all - above - below), below: share(below) }
    }

    /// How far the mean and the ends of the intervals may be off for want of draws: the greatest of two standard errors of
    /// the mean and of half the distance between the order statistics that enclose each quantile with 95 % (David &
    /// Nagaraja 2003, *Order Statistics*, 7.1). For independent draws.
    pub fn monte_carlo_error(&self) -> f64 {
        let n = self.moments.count as f64;
        let reach = |p: f64| 2.0 * libm::sqrt(p * (1.0 - p) / n);
        let about = |p: f64| [p - reach(p), p + reach(p)];
        let ([a, b], [c, d]) = (about(0.05), about(0.25));
        let ends = self.histogram.quantiles([a, b, c, d, 1.0 - d, 1.0 - c, 1.0 - b, 1.0 - a]);
        let of_mean = 2.0 * libm::sqrt(self.moments.variance() / n);
        ends.chunks_exact(2).map(|ends| (ends[1] - ends[0]) / 2.0).fold(of_mean, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::column::{BLOCK, Column};
    use crate::points::{Numbers, Streams};
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn of(draws: &[f32]) -> Histogram {
        let mut histogram = Histogram::default();
        histogram.add(draws);
        histogram
    }

    /// The same, counted in bins.
    fn binned(draws: &[f32]) -> Histogram {
        let mut histogram = Histogram::default();
        histogram.count_all(draws.iter().copied());
        histogram
    }

    const AT: [f64; 5] = [0.0, 0.05, 0.3, 0.77, 1.0];

    proptest! {
        #[test]
        fn quantiles_are_those_of_the_sorted_draws(draws in vec(-50.0f32..50.0, 1..400), p in 0.0..1.0) {
            let [found] = binned(&draws).quantiles([p]);
            let [exact] = of(&draws).quantiles([p]);
            let mut sorted = draws.clone();
            sorted.sort_unstable_by(f32::total_cmp);
            let at = (p * (draws.len() - 1) as f64) as usize;
            let [low, high] = [sorted[at], sorted[(at + 1).min(draws.len() - 1)]].map(f64::from);
            let bin = low.abs().max(high.abs()) / 1024.0;
            prop_assert!(low - bin <= found && found <= high + bin, "{low} {found} {high}");
            prop_assert!(low <= exact && exact <= high);
        }

        #[test]
        fn parts_add_up_in_any_order(draws in vec(-2.0f32..2.0, 0..300), cut in 0usize..300, few: [bool; 2]) {
            let (a, b) = draws.split_at(cut.min(draws.len()));
            let make = |few: bool| if few { of } else { binned };
            let (mut one, mut other) = (make(few[0])(a), make(few[1])(b));
            one.merge(make(few[1])(b));
            other.merge(make(few[0])(a));
            let found = one.quantiles(AT);
            prop_assert!(found == other.quantiles(AT) || draws.is_empty());
            prop_assert_eq!(one.count(), draws.len() as u64);
        }
    }

    #[test]
    fn many_draws_are_counted_like_their_parts() {
        let draws: Vec<f32> = (0..3 * FEW).map(|i| ((i * 7919) % 10_007) as f32 / 100.0).collect();
        let (a, b) = draws.split_at(FEW / 2);
        let mut parts = of(a);
        parts.merge(of(b));
        assert!(of(a).is_few() && !of(b).is_few() && !parts.is_few());
        assert_eq!(parts.quantiles(AT), of(&draws).quantiles(AT));
        assert_eq!(parts.quantiles(AT), binned(&draws).quantiles(AT));
    }

    #[test]
    fn moments_of_parts_are_those_of_the_whole_and_nothing_is_left_out_but_what_is_no_number() {
        let draws: Vec<f32> = (0..100).map(|i| if i % 7 == 0 { f32::NAN } else { i as f32 }).collect();
        let (a, b) = draws.split_at(33);
        let (parts, whole) = (Moments::of(a).and(Moments::of(b)), Moments::of(&draws));
        assert_eq!((parts.count, whole.count), (85, 85));
        assert!((parts.mean - whole.mean).abs() < 1e-12 && (parts.squares - whole.squares).abs() < 1e-9);
        assert_eq!(Moments::of(&[f32::NAN]).and(whole), whole);
    }

    #[test]
    fn signs_and_zeros_are_in_order() {
        let [least, zero, also, most] =
            binned(&[-1.0, -0.0, 0.0, 1e-40, 3.0]).quantiles([0.0, 0.25, 0.5, 1.0]);
        assert_eq!((least, most), (-1.0, 3.0));
        assert!(zero.abs() < 1e-30 && also.abs() < 1e-30);
        assert_eq!(of(&[f32::NAN]).count(), 0);
        assert!(of(&[]).quantiles([0.5])[0].is_nan());
    }

    #[test]
    fn equal_draws_are_their_own_quantiles() {
        assert_eq!(binned(&[0.3; 7]).quantiles([0.9]), [f64::from(0.3f32)]);
        assert_eq!(of(&[0.3; 7]).quantiles([0.9]), [f64::from(0.3f32)]);
    }

    #[test]
    fn a_closed_form_comes_out() {
        // the exponential distribution: quantiles −ln(1 − p)
        let mut histogram = Histogram::default();
        let streams = Streams::named(["exponential"], 2);
        let mut u: Column = [0.0; BLOCK];
        for block in 0..8000 {
            Numbers::of(&streams).at(block).uniforms(0, &mut u);
            histogram.add(&u.map(|u| -libm::logf(1.0 - u)));
        }
        for p in [0.05, 0.25, 0.5, 0.75, 0.95] {
            let exact = -libm::log1p(-p);
            let error = 4.0 * libm::sqrt(p / (1.0 - p) / histogram.count() as f64);
            assert!((histogram.quantiles([p])[0] - exact).abs() < error, "{p}");
        }
    }
}
