//! Laws that an uncertain index keeps.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_index::composite::aggregate::Aggregate;
use linchpin_index::composite::build::{Data, Impute, Method, Step, build};
use linchpin_index::composite::combine::{Level, Weights};
use linchpin_index::composite::error::Error;
use linchpin_index::composite::hierarchy::{Hierarchy, Row};
use linchpin_index::composite::matrix::Matrix;
use linchpin_index::composite::normalise::Normalise;
use linchpin_index::composite::rank::ranks;
use linchpin_index::composite::screen::Screen;
use linchpin_index::composite::transform::Transform;
use linchpin_index::composite::treat::Treat;
use linchpin_index::composite::uncertain::drawn::{Drawn, Source};
use linchpin_index::composite::uncertain::leave_out::leave_one_out;
use linchpin_index::composite::uncertain::outcome::{Outcome, outcomes};
use linchpin_index::composite::uncertain::sensitivity::{by_kind, sensitivity};
use linchpin_index::composite::uncertain::{Meaning, Noise, Uncertainty, Weighing};
use linchpin_index::engine::{Draws, columns, run};
use linchpin_index::sobol::Design;

const GAP: f64 = f64::NAN;
const DRAWS: u64 = 20_000;

/// An index of five indicators in two groups, by code.
struct Case {
    hierarchy: Hierarchy,
    units: Vec<String>,
    indicators: Matrix,
    directions: Vec<f64>,
    groups: Vec<Option<usize>>,
    method: Method,
}

impl Case {
    fn new(columns: &[(&str, f64, Vec<f64>)], units: &[&str]) -> Case {
        let row = |code: &str, level, parent: Option<&str>| Row {
            code: code.into(),
            level,
            parent: parent.map(Into::into),
        };
        let parent = |code: &str| if code < "c" { "left" } else { "right" };
        let mut rows: Vec<Row> = columns.iter().map(|(code, ..)| row(code, 1, Some(parent(code)))).collect();
        for group in ["left", "right"] {
            if columns.iter().any(|(code, ..)| parent(code) == group) {
                rows.push(row(group, 2, Some("index")));
            }
        }
        rows.push(row("index", 3, None));
        let hierarchy = Hierarchy::new(&rows).unwrap();
        let n = columns.len();
        let weight = |code: &str| match code {
            "a" => 2.0,
            "right" => 3.0,
            _ => 1.0,
        };
        let weights = hierarchy.nodes().iter().map(|node| weight(&node.code)).collect();
        let values: Vec<Vec<f64>> = columns.iter().map(|(.., values)| values.clone()).collect();
        Case {
            units: units.iter().map(|unit| (*unit).into()).collect(),
            indicators: Matrix::of_columns(units.len(), &values),
            directions: columns.iter().map(|(_, direction, _)| *direction).collect(),
            groups: vec![None; units.len()],
            method: Method {
                order: vec![Step::Impute, Step::Treat],
                impute: Impute::None,
                screen: Screen::default(),
                treat: vec![Treat::default(); n],
                normalise: vec![Normalise::MinMax(1.0, 100.0); n],
                weights: Weights::Given(weights),
                levels: vec![Level { method: Aggregate::Arithmetic, available: 0.0 }],
            },
            hierarchy,
        }
    }

    fn five() -> Case {
        Case::new(
            &[
                ("a", 1.0, vec![1.0, 4.0, 2.5, 9.0, 7.0, 3.0]),
                ("b", -1.0, vec![1e9 + 3.0, 1e9, 1e9 + 9.0, 1e9 + 1.0, 1e9 + 4.0, 1e9 + 6.0]),
                ("c", 1.0, vec![0.1, 0.9, 0.4, 0.5, 0.2, 0.7]),
                ("d", 1.0, vec![10.0, 30.0, 20.0, 50.0, 25.0, 45.0]),
                ("e", -1.0, vec![7.0, 1.0, 3.0, 2.0, 5.0, 4.0]),
            ],
            &["U", "V", "W", "X", "Y", "Z"],
        )
    }

    fn with_gaps() -> Case {
        let mut case = Case::five();
        for (unit, column) in [(0, 0), (2, 1), (3, 4), (3, 3), (3, 2)] {
            case.indicators.column_mut(column)[unit] = GAP;
        }
        case
    }

    fn data(&self) -> Data<'_> {
        Data {
            hierarchy: &self.hierarchy,
            units: &self.units,
            indicators: &self.indicators,
            directions: &self.directions,
            denominators: &NONE,
            divided_by: &[None; 5][..self.directions.len()],
            groups: &self.groups,
        }
    }

    fn drawn(&self, uncertainty: &Uncertainty) -> Result<Drawn, Error> {
        let all: Vec<usize> = (0..self.hierarchy.nodes().len()).collect();
        Drawn::new(&self.data(), &self.method, uncertainty, &all)
    }

    /// What is drawn of the root.
    fn root(&self, uncertainty: &Uncertainty) -> Outcome {
        let drawn = Drawn::new(&self.data(), &self.method, uncertainty, &[self.hierarchy.root()]).unwrap();
        outcomes(&drawn, 7, Draws::exactly(DRAWS)).remove(0)
    }
}

static NONE: std::sync::LazyLock<Matrix> = std::sync::LazyLock::new(|| Matrix::missing(6, 0));

fn weights(factor: f64) -> Uncertainty {
    Uncertainty { weighing: Weighing::Perturbed(vec![factor]), ..Uncertainty::default() }
}

fn noise(share: f64) -> Uncertainty {
    Uncertainty { noise: vec![Noise::OfSpread(share); 5], ..Uncertainty::default() }
}

const SCALES: [Normalise; 13] = [
    Normalise::None,
    Normalise::MinMax(1.0, 100.0),
    Normalise::ZScore(10.0, 2.0),
    Normalise::Scaled(-5.0, 80.0),
    Normalise::Rank,
    Normalise::PercentileRank,
    Normalise::Borda,
    Normalise::DistanceToMax,
    Normalise::DistanceToReference { unit: 4, cap: true },
    Normalise::DistanceToReference { unit: 4, cap: false },
    Normalise::DistanceToTarget { target: 0.3, cap: true },
    Normalise::FractionOfMax,
    Normalise::Goalposts { lower: 0.2, upper: 20.0, scale: 10.0, truncate: true },
];

/// The drawn scores of all nodes are those of the pipeline, to 1e-5 of the range of scores.
fn same_as_built(case: &Case, uncertainty: &Uncertainty, name: &str) {
    let built = build(&case.data(), &case.method).unwrap();
    let drawn = case.drawn(uncertainty).unwrap();
    let found = columns(&drawn, &drawn.streams(1), 70);
    for node in 0..case.hierarchy.nodes().len() {
        let expected = built.combined.scores.column(node);
        let there = || expected.iter().copied().filter(|x| !x.is_nan());
        let range = there().fold(f64::MIN, f64::max) - there().fold(f64::MAX, f64::min);
        for (unit, (expected, rank)) in expected.iter().zip(ranks(expected)).enumerate() {
            let (score, of_rank) = (&found[drawn.score(node, unit)], &found[drawn.rank(node, unit)]);
            for draw in [0, 69] {
                let (score, of_rank) = (f64::from(score[draw]), of_rank[draw]);
                let near = score.is_nan() && expected.is_nan()
                    || (score - expected).abs() <= 1e-5 * range.max(expected.abs() / 10.0);
                assert!(near, "{name}, node {node}, unit {unit}: {score} is not {expected}");
                match rank {
                    // neighbours of a billion are one number in single precision
                    Some(_) if ["None", "Fraction", "Scaled"].iter().any(|it| name.starts_with(it)) => {}
                    // what ties in double precision may not tie in single
                    Some(rank) => assert!((of_rank - rank as f32).abs() <= 1.0, "{name} {node} {unit}"),
                    None => assert!(of_rank.is_nan()),
                }
            }
        }
    }
}

#[test]
fn without_uncertainty_all_draws_are_the_index() {
    for mut case in [Case::five(), Case::with_gaps()] {
        for scale in SCALES {
            case.method.normalise = vec![scale; 5];
            // errors too small to be seen take the way of errors
            for (uncertainty, way) in [(Uncertainty::default(), "fixed"), (noise(1e-9), "drawn")] {
                if way == "drawn"
                    && matches!(scale, Normalise::FractionOfMax | Normalise::None | Normalise::Scaled(..))
                {
                    continue; // of 1e9 single precision leaves few digits
                }
                same_as_built(&case, &uncertainty, &format!("{scale:?} {way}"));
            }
        }
        case.method.normalise = vec![Normalise::MinMax(1.0, 100.0); 5];
        for mean in [Aggregate::Geometric, Aggregate::Harmonic, Aggregate::Power(2.0), Aggregate::Power(-0.5)]
        {
            let levels = [Level { method: mean, available: 0.0 }, Level { method: mean, available: 0.6 }];
            case.method.levels = levels.to_vec();
            same_as_built(&case, &weights(0.0), &format!("{mean:?}"));
        }
    }
}

/// With weights w(1 + f u) of two indicators, the score x₂ + (x₁ − x₂)s has the share s = (1 + f u)/(2 + f(u + v)).
#[test]
fn moments_of_perturbed_weights_are_those_of_the_integral() {
    let case =
        Case::new(&[("a", 1.0, vec![0.0, 1.0, 3.0]), ("b", 1.0, vec![5.0, 1.0, 0.0])], &["U", "V", "W"]);
    let case = Case {
        method: Method {
            normalise: vec![Normalise::None; 2],
            treat: vec![Treat::NONE; 2],
            weights: Weights::Equal,
            ..case.method
        },
        ..case
    };
    let f = 0.25;
    let (mut mean, mut square) = (0.0, 0.0);
    let steps = 400;
    let at = |k: usize| (2 * k + 1) as f64 / steps as f64 - 1.0;
    for i in 0..steps {
        for j in 0..steps {
            let share = (1.0 + f * at(i)) / (2.0 + f * (at(i) + at(j)));
            mean += share / (steps * steps) as f64;
            square += share * share / (steps * steps) as f64;
        }
    }
    let sd = libm::sqrt(square - mean * mean);
    assert!((mean - 0.5).abs() < 1e-9);
    let found = case.root(&weights(f));
    for (unit, (own, other)) in found.units.iter().zip([(0.0, 5.0), (1.0, 1.0), (3.0, 0.0_f64)]) {
        let summary = unit.score.unwrap();
        let spread = (own - other).abs() * sd;
        assert!((summary.mean - (own + other) / 2.0).abs() <= 4.0 * spread / libm::sqrt(DRAWS as f64) + 1e-6);
        assert!((unit.deviation - spread).abs() <= 0.02 * spread + 1e-6, "{unit:?}");
    }
}

#[test]
fn dirichlet_weights_have_their_variance() {
    let mut case = Case::new(&[("a", 1.0, vec![0.0, 1.0]), ("b", 1.0, vec![1.0, 0.0])], &["U", "V"]);
    case.method.normalise = vec![Normalise::None; 2];
    case.method.treat = vec![Treat::NONE; 2];
    case.method.weights = Weights::Equal;
    let found = case.root(&Uncertainty { weighing: Weighing::Dirichlet(0.2), ..Uncertainty::default() });
    // the weight itself, of mean ½ and relative standard deviation .2
    assert!((found.units[0].deviation - 0.1).abs() < 0.002, "{:?}", found.units[0]);
    assert!((found.units[1].score.unwrap().mean - 0.5).abs() < 0.003);
}

#[test]
fn errors_of_an_additive_index_add_up() {
    let mut case = Case::five();
    case.method.normalise = vec![Normalise::Scaled(0.0, 100.0); 5];
    case.method.weights = Weights::Equal;
    case.indicators.column_mut(1).iter_mut().for_each(|x| *x -= 1e9);
    let found = case.root(&Uncertainty { noise: vec![Noise::Absolute(0.5); 5], ..Uncertainty::default() });
    // ½ the mean of two, ½ the mean of three
    let sd = 0.5 * libm::sqrt(0.25 / 2.0 + 0.25 / 3.0);
    found.units.iter().for_each(|unit| assert!((unit.deviation / sd - 1.0).abs() < 0.02, "{unit:?}"));
}

#[test]
fn more_for_one_unit_never_lowers_its_mean() {
    let (case, mut more) = (Case::five(), Case::five());
    for column in [0, 2, 3] {
        more.indicators.column_mut(column)[2] += 1.0;
    }
    let both = Uncertainty { weighing: Weighing::Perturbed(vec![0.25]), ..noise(0.2) };
    let [before, after] = [&case, &more].map(|case| case.root(&both).units[2].score.unwrap().mean);
    assert!(after > before, "{before} {after}");
}

#[test]
fn units_of_measurement_change_nothing() {
    let (case, mut other) = (Case::five(), Case::five());
    for (column, (factor, shift)) in
        [(1e3, 5.0), (0.25, -1e6), (1e-6, 0.0), (1.8, 32.0), (3.0, 1.0)].into_iter().enumerate()
    {
        other.indicators.column_mut(column).iter_mut().for_each(|x| *x = factor * *x + shift);
    }
    let both = Uncertainty { weighing: Weighing::Perturbed(vec![0.25]), ..noise(0.2) };
    let [here, there] = [&case, &other].map(|case| case.root(&both));
    for (a, b) in here.units.iter().zip(&there.units) {
        assert!((a.score.unwrap().mean - b.score.unwrap().mean).abs() < 1e-3);
        assert!((a.rank.unwrap().mean - b.rank.unwrap().mean).abs() < 1e-3);
    }
}

#[test]
fn names_and_not_places_seed_the_numbers() {
    let case = Case::five();
    let (units, indicators) = ([3, 0, 5, 1, 4, 2], [1, 0, 4, 2, 3]);
    let codes = ["a", "b", "c", "d", "e"];
    let columns: Vec<(&str, f64, Vec<f64>)> = indicators
        .iter()
        .map(|&at| {
            let column = case.indicators.column(at);
            (codes[at], case.directions[at], units.iter().map(|&unit| column[unit]).collect())
        })
        .collect();
    let names: Vec<&str> = units.iter().map(|&unit| case.units[unit].as_str()).collect();
    let other = Case::new(&columns, &names);
    let both = Uncertainty { weighing: Weighing::Perturbed(vec![0.25]), ..noise(0.2) };
    let (here, there) = (case.root(&both), other.root(&both));
    for (place, &unit) in units.iter().enumerate() {
        let (a, b) = (&here.units[unit], &there.units[place]);
        assert!((a.score.unwrap().mean - b.score.unwrap().mean).abs() < 1e-4);
        assert!((a.deviation - b.deviation).abs() < 1e-4);
    }
}

#[test]
fn intervals_nest() {
    let case = Case::five();
    let width = |uncertainty: &Uncertainty| -> Vec<f64> {
        let widths = case.root(uncertainty).units.into_iter().map(|unit| {
            let score = unit.score.unwrap();
            assert!(
                score.i90[0] <= score.i50[0] && score.i50[0] <= score.i50[1] && score.i50[1] <= score.i90[1]
            );
            score.i90[1] - score.i90[0]
        });
        widths.collect()
    };
    let both = Uncertainty { weighing: Weighing::Perturbed(vec![0.25]), ..noise(0.1) };
    let [alone, noisy, both] = [&weights(0.25), &noise(0.1), &both].map(width);
    for unit in 0..6 {
        assert!(both[unit] > alone[unit] * 0.97 && both[unit] > noisy[unit] * 0.97, "{unit}");
    }
}

#[test]
fn ranks_are_a_permutation_in_each_draw_and_its_shares_sum_to_1() {
    let case = Case::five();
    let all = Uncertainty { weighing: Weighing::Perturbed(vec![0.25]), ..noise(0.3) };
    let drawn = Drawn::new(&case.data(), &case.method, &all, &[case.hierarchy.root()]).unwrap();
    let found = columns(&drawn, &drawn.streams(3), 500);
    let of = |draw: usize| (0..6).map(move |unit| (unit, draw));
    for draw in (0..500).map(of) {
        let mut ranks: Vec<f32> = draw.map(|(unit, draw)| found[drawn.rank(0, unit)][draw]).collect();
        ranks.sort_unstable_by(f32::total_cmp);
        assert_eq!(ranks, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    }
    let outcome = case.root(&all);
    for unit in 0..6 {
        assert!((outcome.units[unit].at_rank.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!((outcome.among_first(unit, 6) - 1.0).abs() < 1e-9);
        for other in (0..6).filter(|other| *other != unit) {
            assert!((outcome.above[unit][other] + outcome.above[other][unit] - 1.0).abs() < 1e-9);
        }
    }
}

#[test]
fn units_whose_order_is_not_sure_are_tied() {
    // U and V differ by nothing but their errors, W lies far below
    let close =
        Case::new(&[("a", 1.0, vec![5.0, 5.0, 0.0]), ("b", 1.0, vec![9.0, 9.001, 1.0])], &["U", "V", "W"]);
    let mut found = close.root(&noise(0.05));
    assert!(found.tied(0, 1, 0.9) && !found.tied(0, 2, 0.9));
    assert_eq!(
        [0, 1, 2].map(|unit| found.range_of_ranks(unit, 0.9)),
        [Some([1, 2]), Some([1, 2]), Some([3, 3])]
    );
    found = close.root(&Uncertainty::default());
    assert!(!found.tied(0, 1, 0.9));
    assert_eq!(found.range_of_ranks(1, 0.9), Some([1, 1]));
}

#[test]
fn threads_change_no_bit_and_draws_no_memory() {
    let case = Case::five();
    let both = Uncertainty { weighing: Weighing::Perturbed(vec![0.25]), ..noise(0.3) };
    let drawn = case.drawn(&both).unwrap();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let tallies = pool.install(|| run(&drawn, &drawn.streams(1), &[], Draws::exactly(30_001)));
        tallies.iter().map(|tally| (tally.moments, tally.summary())).collect::<Vec<_>>()
    };
    assert_eq!(with(1), with(3));
}

#[test]
fn each_alternative_is_drawn_equally_often() {
    let mut case = Case::five();
    case.method.normalise = vec![Normalise::MinMax(1.0, 100.0); 5];
    let mean = |method| vec![Level { method, available: 0.0 }];
    let alternatives = Uncertainty {
        levels: vec![mean(Aggregate::Arithmetic), mean(Aggregate::Geometric), mean(Aggregate::Harmonic)],
        normalise: vec![vec![Normalise::MinMax(1.0, 100.0); 5], vec![Normalise::Rank; 5]],
        ..Uncertainty::default()
    };
    let mut expected = vec![0.0; 6];
    for levels in &alternatives.levels {
        for normalise in &alternatives.normalise {
            let method =
                Method { levels: levels.clone(), normalise: normalise.clone(), ..case.method.clone() };
            let built = build(&case.data(), &method).unwrap();
            let root = built.combined.scores.column(case.hierarchy.root());
            expected.iter_mut().zip(root).for_each(|(sum, score)| *sum += score / 6.0);
        }
    }
    for (way, uncertainty) in [
        ("fixed", alternatives.clone()),
        ("drawn", Uncertainty { noise: vec![Noise::OfSpread(1e-6); 5], ..alternatives }),
    ] {
        let found = case.root(&uncertainty);
        for (unit, expected) in found.units.iter().zip(&expected) {
            let off = (unit.score.unwrap().mean - expected).abs();
            assert!(off < 4.0 * unit.deviation / libm::sqrt(DRAWS as f64), "{way}: {off}");
        }
        assert_eq!(uncertainty.means(), Meaning::Methods);
    }
}

#[test]
fn each_draw_has_one_treatment_and_one_completed_set() {
    let mut case = Case::with_gaps();
    case.indicators.column_mut(2)[4] = 1e3; // an outlier
    case.method.impute = Impute::Multiple { sets: 8, seed: 2 };
    let draw_in = |most| {
        let first = Some(Transform::Winsorise { most: Some(most), force: false });
        vec![Treat { first, ..Treat::default() }; 5]
    };
    let uncertainty =
        Uncertainty { imputation: true, treat: vec![draw_in(0), draw_in(1)], ..Uncertainty::default() };
    let found = case.root(&uncertainty);
    let mut expected = vec![vec![]; 6];
    for treat in &uncertainty.treat {
        let built = build(&case.data(), &Method { treat: treat.clone(), ..case.method.clone() }).unwrap();
        for set in &built.completed {
            let root = set.combined.scores.column(case.hierarchy.root());
            expected.iter_mut().zip(root).for_each(|(all, score)| all.push(*score));
        }
    }
    for (unit, all) in found.units.iter().zip(expected) {
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        let off = (unit.score.unwrap().mean - mean).abs();
        assert_eq!(all.len(), 16);
        assert!(off <= 4.0 * unit.deviation / libm::sqrt(DRAWS as f64) + 1e-4, "{off} {}", unit.deviation);
    }
}

#[test]
fn poor_data_have_a_defined_result() {
    let both = Uncertainty {
        weighing: Weighing::Perturbed(vec![0.25]),
        noise: vec![Noise::OfSpread(0.1)],
        ..Uncertainty::default()
    };
    // one unit: no scale has a length
    let one = Case::new(&[("a", 1.0, vec![3.0])], &["U"]).root(&both);
    assert_eq!((one.units[0].score, one.units[0].missing), (None, 1.0));
    assert_eq!(one.range_of_ranks(0, 0.9), None);
    // one indicator of two units
    let two = Case::new(&[("a", 1.0, vec![3.0, 4.0])], &["U", "V"]).root(&weights(0.25));
    assert!(two.units[1].score.unwrap().i90.iter().all(|end| (end - 100.0).abs() < 1e-4));
    // a constant column has no effect, with errors as without
    let mut flat = Case::new(&[("a", 1.0, vec![3.0, 4.0]), ("b", 1.0, vec![7.0; 2])], &["U", "V"]);
    same_as_built(
        &flat,
        &Uncertainty { noise: vec![Noise::None, Noise::Absolute(0.5)], ..Uncertainty::default() },
        "flat",
    );
    // nothing is known of one unit
    let absent =
        Case::new(&[("a", 1.0, vec![3.0, GAP, 4.0]), ("b", 1.0, vec![1.0, GAP, 2.0])], &["U", "V", "W"]);
    let found = absent.root(&Uncertainty { noise: vec![Noise::OfSpread(0.01); 2], ..weights(0.25) });
    assert!(found.units[1].score.is_none() && found.units[0].rank.unwrap().i90 == [2.0, 2.0]);
    assert!(found.above[0][1].is_nan() && !found.tied(0, 1, 0.9));
    // zeros under a geometric mean, and weights that sum to zero
    flat.method.normalise = vec![Normalise::MinMax(0.0, 100.0); 2];
    flat.method.levels = vec![Level { method: Aggregate::Geometric, available: 0.0 }];
    assert!(matches!(flat.drawn(&both).err(), Some(Error::NotPositive { value: 0.0, .. })));
    flat.method.weights = Weights::Given(vec![0.0; 4]);
    assert!(matches!(flat.drawn(&both).err(), Some(Error::ZeroWeights { .. })));
}

#[test]
fn what_is_not_drawn_is_an_error() {
    let mut case = Case::five();
    assert!(matches!(case.drawn(&weights(1.5)).err(), Some(Error::BadUncertainty { value: 1.5, .. })));
    assert!(matches!(case.drawn(&noise(-0.1)).err(), Some(Error::BadUncertainty { .. })));
    let levels = Uncertainty { weighing: Weighing::Perturbed(vec![0.1; 3]), ..Uncertainty::default() };
    assert_eq!(case.drawn(&levels).err(), Some(Error::MethodsPerLevel { given: 3, levels: 2 }));
    case.method.levels = vec![Level { method: Aggregate::Copeland, available: 0.0 }];
    assert!(matches!(case.drawn(&noise(0.1)).err(), Some(Error::NotDrawn { .. })));
}

#[test]
fn errors_that_leave_a_mean_undefined_leave_the_score_missing() {
    let mut case = Case::five();
    case.method.normalise = vec![Normalise::ZScore(1.9, 1.0); 5];
    case.method.levels = vec![Level { method: Aggregate::Geometric, available: 0.0 }];
    let found = case.root(&noise(0.5));
    let missing: Vec<f64> = found.units.iter().map(|unit| unit.missing).collect();
    assert!(
        missing.iter().any(|share| *share > 0.001) && missing.iter().all(|share| *share < 0.5),
        "{missing:?}"
    );
}

#[test]
fn sources_share_the_variance() {
    let case = Case::five();
    let both = Uncertainty { weighing: Weighing::Perturbed(vec![0.25]), ..noise(0.2) };
    let drawn = Drawn::new(&case.data(), &case.method, &both, &[case.hierarchy.root()]).unwrap();
    let design = Design { points: 2048, replicates: 8, seed: 1 };
    let found = sensitivity(&drawn, design, &|a, b| a == b).remove(0);
    let kinds = sensitivity(&drawn, design, &by_kind).remove(0);
    assert_eq!(found.sources.len(), 3 + 5);
    assert!(matches!(kinds.sources[..], [Source::WeightsBelow(_), Source::Noise(_)]));
    for (unit, by_kind) in found.scores.iter().zip(&kinds.scores) {
        let first: f64 = unit.iter().flatten().map(|of| of.first.value).sum();
        let of_kinds: f64 = by_kind.iter().flatten().map(|of| of.first.value).sum();
        assert!((0.85..1.05).contains(&first) && (0.9..1.05).contains(&of_kinds), "{first} {of_kinds}");
    }
    // fixed goalposts make scores additive in the errors, and an error alone has the share of its squared weight
    let mut additive = Case::five();
    additive.method.normalise = vec![Normalise::Scaled(0.0, 100.0); 5];
    additive.method.weights = Weights::Equal;
    additive.indicators.column_mut(1).iter_mut().for_each(|x| *x -= 1e9);
    let errors = Uncertainty { noise: vec![Noise::Absolute(1.0); 5], ..Uncertainty::default() };
    let drawn =
        Drawn::new(&additive.data(), &additive.method, &errors, &[additive.hierarchy.root()]).unwrap();
    let found = sensitivity(&drawn, design, &|a, b| a == b).remove(0);
    let expected = [9.0, 9.0, 4.0, 4.0, 4.0].map(|square| square / 30.0);
    for (of, expected) in found.scores[1].as_ref().unwrap().iter().zip(expected) {
        assert!(
            (of.first.value - expected).abs() < 0.02 && (of.total.value - expected).abs() < 0.02,
            "{of:?}"
        );
    }
}

#[test]
fn leaving_an_indicator_out_moves_ranks() {
    let case = Case::five();
    let without = leave_one_out(&case.data(), &case.method, 1).unwrap();
    assert_eq!(without.iter().map(|of| of.node).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    // without “a”, “left” is “b” alone
    let mut weights = match &case.method.weights {
        Weights::Given(weights) => weights.clone(),
        _ => vec![],
    };
    weights[0] = 0.0;
    let built =
        build(&case.data(), &Method { weights: Weights::Given(weights), ..case.method.clone() }).unwrap();
    assert_eq!(without[0].ranks, ranks(built.combined.scores.column(case.hierarchy.root())));
    assert!(without.iter().any(|of| of.shift > 0.0 && of.greatest > 0));
    // an only child takes its parent out with it, and the last of all stays
    let lone = Case::new(&[("a", 1.0, vec![1.0, 2.0]), ("c", 1.0, vec![2.0, 1.0])], &["U", "V"]);
    let found = leave_one_out(&lone.data(), &lone.method, 1).unwrap();
    assert_eq!([&found[0].ranks, &found[1].ranks], [&vec![Some(1), Some(2)], &vec![Some(2), Some(1)]]);
    let single = Case::new(&[("a", 1.0, vec![1.0, 2.0])], &["U", "V"]);
    assert!(leave_one_out(&single.data(), &single.method, 1).unwrap().is_empty());
}
