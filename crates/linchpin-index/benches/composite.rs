//! How long drawing a composite index takes: `cargo bench -p linchpin-index --bench composite`.
//!
//! 60 indicators of 30 units with uncertain weights, an error for each value, min-max scales and ranks, all anew in each
//! draw. Beside the times stands the same work as plain loops in double precision on one thread, in the same run.

use linchpin_index::composite::aggregate::Aggregate;
use linchpin_index::composite::build::{Data, Impute, Method, Step};
use linchpin_index::composite::combine::{Level, Weights};
use linchpin_index::composite::hierarchy::{Hierarchy, Row};
use linchpin_index::composite::matrix::Matrix;
use linchpin_index::composite::normalise::Normalise;
use linchpin_index::composite::screen::Screen;
use linchpin_index::composite::treat::Treat;
use linchpin_index::composite::uncertain::drawn::Drawn;
use linchpin_index::composite::uncertain::outcome::outcomes;
use linchpin_index::composite::uncertain::{Noise, Uncertainty, Weighing};
use linchpin_index::engine::{Draws, run};
use linchpin_index::innovation::{Innovations, Numbers};
use std::time::Instant;

const INDICATORS: usize = 60;
const UNITS: usize = 30;
/// Runs of each measurement; the median counts.
const RUNS: usize = 5;
/// Draws of the plain loops, whose time is scaled up.
const PLAIN: usize = 2_000;

fn main() {
    let (additive, geometric) = (drawn(Aggregate::Arithmetic), drawn(Aggregate::Geometric));
    println!("{INDICATORS} indicators, {UNITS} units, on {} threads", rayon::current_num_threads());
    for (name, model, geometric) in [("arithmetic", &additive, false), ("geometric", &geometric, true)] {
        let before = processor_seconds();
        let engine = median(|| {
            run(model, &model.streams(1), &[], Draws::exactly(1_000_000));
        });
        let busy = (processor_seconds() - before) / RUNS as f64;
        let plain = median(|| plain(geometric)) * 1e6 / PLAIN as f64;
        println!(
            "{name:<11} 10^6 draws {engine:>7.2} s ({busy:.2} processor seconds); plain loops on one thread {plain:>6.1} s = {:.1} x",
            plain / engine
        );
    }
    println!("peak memory at 10^6 draws {:>4} MB", peak_memory_mb());
    let preview = median(|| {
        run(&additive, &additive.streams(1), &[], Draws::exactly(1000));
    });
    println!("preview of 1,000 draws {:>6.2} ms", preview * 1e3);
    let told = median(|| {
        outcomes(&additive, 1, Draws::exactly(1000));
    });
    println!("the same with the order of units {:>6.2} ms", told * 1e3);
    let start = Instant::now();
    run(&additive, &additive.streams(1), &[], Draws::exactly(10_000_000));
    println!("arithmetic  10^7 draws {:>7.2} s", start.elapsed().as_secs_f64());
    println!("peak memory at 10^7 draws {:>4} MB", peak_memory_mb());
}

fn value(indicator: usize, unit: usize) -> f64 {
    ((indicator * UNITS + unit) * 7919 % 101) as f64
}

fn drawn(mean: Aggregate) -> Drawn {
    let row =
        |code: String, level, parent: Option<&str>| Row { code, level, parent: parent.map(String::from) };
    let indicators = (0..INDICATORS).map(|at| row(format!("i{at}"), 1, Some("index")));
    let rows: Vec<Row> = indicators.chain([row("index".into(), 2, None)]).collect();
    let hierarchy = Hierarchy::new(&rows).expect("a hierarchy");
    let units: Vec<String> = (0..UNITS).map(|unit| format!("u{unit}")).collect();
    let columns: Vec<Vec<f64>> =
        (0..INDICATORS).map(|indicator| (0..UNITS).map(|unit| value(indicator, unit)).collect()).collect();
    let data = Data {
        hierarchy: &hierarchy,
        units: &units,
        indicators: &Matrix::of_columns(UNITS, &columns),
        directions: &[1.0; INDICATORS],
        denominators: &Matrix::missing(UNITS, 0),
        divided_by: &[None; INDICATORS],
        groups: &[None; UNITS],
    };
    let method = Method {
        order: vec![Step::Treat],
        impute: Impute::None,
        screen: Screen::default(),
        treat: vec![Treat::NONE; INDICATORS],
        normalise: vec![Normalise::MinMax(1.0, 100.0); INDICATORS],
        weights: Weights::Equal,
        levels: vec![Level { method: mean, available: 0.0 }],
    };
    let uncertainty = Uncertainty {
        weighing: Weighing::Perturbed(vec![0.25]),
        noise: vec![Noise::Absolute(3.0); INDICATORS],
        ..Uncertainty::default()
    };
    Drawn::new(&data, &method, &uncertainty, &[hierarchy.root()]).expect("an index that is defined")
}

/// The same draws as anyone would write them first, summed up by means only.
fn plain(geometric: bool) {
    let mut numbers = Numbers::of(Innovations::new(1).stream("plain"));
    let mut normal = || numbers.normal();
    let mut mean_rank = [0.0; UNITS];
    for _ in 0..PLAIN {
        let mut scores = [0.0; UNITS];
        let mut total = 0.0;
        for indicator in 0..INDICATORS {
            let weight = 1.0 + 0.25 * normal().clamp(-1.0, 1.0); // stands for a uniform number
            total += weight;
            let mut column = [0.0; UNITS];
            for (unit, x) in column.iter_mut().enumerate() {
                *x = value(indicator, unit) + 3.0 * normal();
            }
            let low = column.iter().copied().fold(f64::INFINITY, f64::min);
            let high = column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            for (score, x) in scores.iter_mut().zip(column) {
                let scaled = (x - low) / (high - low) * 99.0 + 1.0;
                *score += weight * if geometric { libm::log(scaled) } else { scaled };
            }
        }
        for score in &mut scores {
            *score = if geometric { libm::exp(*score / total) } else { *score / total };
        }
        for (mean, own) in mean_rank.iter_mut().zip(scores) {
            *mean += (1 + scores.iter().filter(|other| **other > own).count()) as f64 / PLAIN as f64;
        }
    }
    std::hint::black_box(mean_rank);
}

/// Seconds.
fn median(mut measured: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            measured();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_unstable_by(f64::total_cmp);
    times[RUNS / 2]
}

/// Seconds for which processors worked on this process, of all its threads; 0 where the system does not tell.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok());
    // a tick is a hundredth of a second
    ticks.sum::<f64>() / 100.0
}

/// The most memory that this process had, in MB; 0 where the system does not tell.
fn peak_memory_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).map_or(0, |kb| kb / 1000)
}
