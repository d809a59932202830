//! Does the model of several coders find what codings were made from?

use linchpin_index::innovation::{Innovations, Numbers};
use linchpin_index::normal;
use linchpin_index::ordinal::{Chain, Codings, Item, Model, Plan, Posterior, Rating, combine};

/// A coder as codings are made: reliability, and the thresholds γ of what the coder perceives.
struct Made {
    reliability: f64,
    thresholds: Vec<f64>,
}

/// Codings of items at known places; every coder rates every item with this probability.
fn make(coders: &[Made], places: &[f64], rated: f64, numbers: &mut Numbers) -> Codings {
    let mut ratings = vec![];
    for (item, z) in places.iter().enumerate() {
        for (coder, Made { reliability, thresholds }) in coders.iter().enumerate() {
            let perceived = reliability * z + numbers.normal();
            let level = thresholds.iter().filter(|threshold| **threshold < perceived).count();
            if numbers.uniform() < rated {
                ratings.push(Rating { item, coder, level });
            }
        }
    }
    let levels = vec![coders[0].thresholds.len() + 1];
    Codings { coders: coders.len(), levels, items: vec![Item::on(0); places.len()], ratings }
}

fn run(codings: &Codings, chains: usize, plan: Plan, seed: u64) -> Posterior {
    let model = Model::new(codings).expect("codings that are data");
    let chains: Vec<Chain> =
        (0..chains).map(|number| model.chain(&Innovations::new(seed), number, &plan)).collect();
    combine(&model, &chains)
}

fn numbers(name: &str) -> Numbers {
    Numbers::of(Innovations::new(11).stream(name))
}

fn within([low, high]: [f64; 2], truth: f64) -> bool {
    (low..=high).contains(&truth)
}

fn share(all: &[bool]) -> f64 {
    all.iter().filter(|one| **one).count() as f64 / all.len() as f64
}

/// Five coders of different strictness and reliability on five levels.
fn five_coders() -> Vec<Made> {
    let unlike = [(2.5, 0.3), (1.8, -0.3), (1.5, 0.6), (1.0, 0.0), (0.6, -0.5)];
    let made = |(reliability, shift): (f64, f64)| {
        let sd = libm::sqrt(1.0 + reliability * reliability);
        let thresholds = [-0.9, -0.3, 0.3, 0.9].map(|t: f64| sd * (t + shift)).to_vec();
        Made { reliability, thresholds }
    };
    unlike.map(made).into()
}

#[test]
fn finds_items_coders_and_thresholds_again() {
    let (mut items, mut reliabilities, mut thresholds, mut correlations) = (vec![], vec![], vec![], vec![]);
    for seed in 0..8 {
        let mut numbers = numbers(&format!("recovery/{seed}"));
        let (made, _) = drawn(5, 5, &mut numbers);
        let places: Vec<f64> = (0..200).map(|_| numbers.normal()).collect();
        let codings = make(&made, &places, 0.9, &mut numbers);
        let found = run(&codings, 2, Plan { warm_up: 300, draws: 300 }, seed);
        assert!(found.worst.is_some_and(|worst| worst.rhat < 1.05), "{:?}", found.worst);
        items.extend(found.items.iter().zip(&places).map(|(item, z)| within(item.latent.i90, *z)));
        for (coder, made) in found.coders.iter().zip(&made) {
            reliabilities.push(within(coder.reliability.i90, made.reliability));
            let told = coder.scales[0].thresholds.iter().zip(&made.thresholds);
            thresholds.extend(told.map(|(told, made)| within(told.i90, *made)));
        }
        let means: Vec<f64> = found.items.iter().map(|item| item.latent.mean).collect();
        correlations.push(rank_correlation(&means, &places));
    }
    let [of_items, of_reliabilities, of_thresholds] =
        [&items, &reliabilities, &thresholds].map(|all| share(all));
    println!(
        "items {of_items}, reliabilities {of_reliabilities}, thresholds {of_thresholds}, ranks {correlations:?}"
    );
    assert!((0.85..=0.95).contains(&of_items), "{of_items}");
    // 40 reliabilities and 160 thresholds, those of a seed not independent of each other
    assert!((0.8..=1.0).contains(&of_reliabilities), "{of_reliabilities}");
    assert!((0.82..=0.97).contains(&of_thresholds), "{of_thresholds}");
    // where the prior puts all thresholds on one side, levels tell little of places
    assert!(correlations.iter().filter(|of_seed| **of_seed > 0.75).count() >= 7, "{correlations:?}");
}

/// Spearman's: the correlation of ranks, none of which are tied.
fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    let ranks = |of: &[f64]| -> Vec<f64> {
        of.iter().map(|x| of.iter().filter(|other| *other < x).count() as f64).collect()
    };
    let middle = (a.len() as f64 - 1.0) / 2.0;
    let (a, b) = (ranks(a), ranks(b));
    let product =
        |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum::<f64>();
    product(&a, &b) / libm::sqrt(product(&a, &a) * product(&b, &b))
}

/// Coders drawn from the prior as METHOD says it in words, without the code of the model, and the spread of their shifts.
fn drawn(coders: usize, levels: usize, numbers: &mut Numbers) -> (Vec<Made>, f64) {
    let typical = 1.5 * libm::exp(0.25 * numbers.normal());
    let [of_reliability, of_shift, of_gap] =
        [0.6, 0.3, 0.3].map(|median| median * libm::exp(0.35 * numbers.normal()));
    let even = |k: usize| normal::quantile(k as f64 / levels as f64);
    let shift = 0.75 * numbers.normal();
    let log_gaps: Vec<f64> =
        (1..levels - 1).map(|k| libm::log(even(k + 1) - even(k)) + 0.75 * numbers.normal()).collect();
    let made = (0..coders).map(|_| {
        let reliability = loop {
            let drawn = typical + of_reliability * numbers.normal();
            if drawn > 0.0 {
                break drawn;
            }
        };
        let own = shift + of_shift * numbers.normal();
        let mut offsets = vec![0.0];
        for log_gap in &log_gaps {
            let gap = libm::exp(log_gap + of_gap * numbers.normal());
            offsets.push(offsets[offsets.len() - 1] + gap);
        }
        let middle = offsets.iter().sum::<f64>() / offsets.len() as f64;
        let sd = libm::sqrt(1.0 + reliability * reliability);
        Made { reliability, thresholds: offsets.iter().map(|at| sd * (own + at - middle)).collect() }
    });
    (made.collect(), of_shift)
}

/// Simulation-based calibration (Talts et al. 2018): where truths are drawn from the prior, their place in the posterior is
/// uniform.
#[test]
fn truths_from_the_prior_lie_anywhere_in_the_posterior() {
    let runs = 100;
    let mut places = vec![vec![]; 4];
    for number in 0..runs {
        let mut numbers = numbers(&format!("calibration/{number}"));
        let (made, of_shift) = drawn(3, 3, &mut numbers);
        let z: Vec<f64> = (0..30).map(|_| numbers.normal()).collect();
        let found = run(&make(&made, &z, 1.0, &mut numbers), 1, Plan { warm_up: 150, draws: 150 }, number);
        // intervals tell in which of five parts of the posterior a truth lies
        let part = |told: linchpin_index::summary::Summary, truth: f64| {
            let bounds = [told.i90[0], told.i50[0], told.i50[1], told.i90[1]];
            bounds.iter().filter(|bound| **bound < truth).count()
        };
        places[0].push(part(found.items[0].latent, z[0]));
        places[1].push(part(found.coders[0].reliability, made[0].reliability));
        places[2].push(part(found.coders[0].scales[0].thresholds[0], made[0].thresholds[0]));
        places[3].push(part(found.hierarchy.shift_spread, of_shift));
    }
    let expected = [0.05, 0.2, 0.5, 0.2, 0.05].map(|share| share * runs as f64);
    for (what, parts) in ["item", "reliability", "threshold", "spread"].into_iter().zip(&places) {
        let counts = [0, 1, 2, 3, 4].map(|part| parts.iter().filter(|at| **at == part).count() as f64);
        let chi: f64 = counts.iter().zip(expected).map(|(n, e)| (n - e) * (n - e) / e).sum();
        println!("{what}: {counts:?}, χ² = {chi}");
        // χ² with 4 degrees of freedom exceeds 18.5 once in a thousand times
        assert!(chi < 18.5, "{what}: {counts:?}, χ² = {chi}");
    }
}

#[test]
fn coders_who_differ_only_in_strictness_are_reconciled() {
    let mut numbers = numbers("strictness");
    let places: Vec<f64> = (0..100).map(|_| numbers.normal()).collect();
    let made = [0.7, -0.7].map(|shift: f64| {
        let thresholds = [-0.9, -0.3, 0.3, 0.9].map(|t| libm::sqrt(10.0) * (t + shift)).to_vec();
        Made { reliability: 3.0, thresholds }
    });
    // each item is rated by one of the two in turn: raw levels mix strictness with place
    let mut codings = make(&made, &places, 1.0, &mut numbers);
    codings.ratings.retain(|rating| rating.item % 5 < 3 || rating.item % 2 == rating.coder);
    let found = run(&codings, 2, Plan { warm_up: 300, draws: 300 }, 1);
    let [strict, lenient] = [0, 1].map(|coder| &found.coders[coder]);
    assert!((strict.most_reliable + lenient.most_reliable - 1.0).abs() < 1e-9);
    assert!(strict.most_reliable > 0.1 && lenient.most_reliable > 0.1, "neither is shown to be better");
    assert!(
        strict.shift.i90[1] < -0.3 && lenient.shift.i90[0] > 0.3,
        "{:?} {:?}",
        strict.shift,
        lenient.shift
    );
    assert!(strict.lenient < 0.01 && lenient.lenient > 0.99);
    let apart: Vec<usize> = (0..100).filter(|item| item % 5 >= 3).collect();
    let truth: Vec<f64> = apart.iter().map(|item| places[*item]).collect();
    let combined: Vec<f64> =
        apart.iter().map(|item| found.items[*item].latent.mean + 1e-9 * *item as f64).collect();
    let raw: Vec<f64> = apart
        .iter()
        .map(|item| {
            let rating = codings.ratings.iter().find(|rating| rating.item == *item).expect("one rating");
            rating.level as f64 + 1e-9 * *item as f64
        })
        .collect();
    let [by_model, by_level] = [&combined, &raw].map(|by| rank_correlation(by, &truth));
    assert!(by_model > by_level + 0.1 && by_model > 0.75, "{by_model}, {by_level}");
}

#[test]
fn an_unreliable_coder_counts_for_less_than_a_vote() {
    let mut numbers = numbers("noise");
    let places: Vec<f64> = (0..150).map(|_| numbers.normal()).collect();
    let coder = |reliability: f64| {
        let sd = libm::sqrt(1.0 + reliability * reliability);
        Made { reliability, thresholds: [-0.5, 0.5].map(|t: f64| sd * t).to_vec() }
    };
    // two careful coders, and four careless ones of whom three outvote them where they agree by chance
    let made = [4.0, 4.0, 0.3, 0.3, 0.3, 0.3].map(coder);
    let codings = make(&made, &places, 1.0, &mut numbers);
    let found = run(&codings, 2, Plan { warm_up: 300, draws: 300 }, 1);
    for careful in &found.coders[..2] {
        let bounds = found.coders[2..].iter().map(|careless| careless.reliability.i90[1]);
        assert!(bounds.into_iter().all(|bound| careful.reliability.i90[0] > bound), "{found:?}");
    }
    let level = |item: usize, coder: usize| {
        codings.ratings.iter().find(|r| (r.item, r.coder) == (item, coder)).expect("a rating").level
    };
    // the level that three or four of the careless give, where it is not that of both the careful
    let voted = |item: usize| {
        let votes = |l: usize| (2..6).filter(|coder| level(item, *coder) == l).count();
        let winner = (0..3).find(|l| votes(*l) >= 3)?;
        (level(item, 0) == level(item, 1) && level(item, 0) != winner).then_some(winner)
    };
    let outvoted: Vec<(usize, usize)> = (0..150).filter_map(|item| Some((item, voted(item)?))).collect();
    assert!(outvoted.len() >= 10, "{}", outvoted.len());
    let follows_the_careful = |&(item, winner): &(usize, usize)| {
        let levels = &found.items[item].levels;
        levels[level(item, 0)] > levels[winner]
    };
    assert!(outvoted.iter().all(follows_the_careful));
}

#[test]
fn neither_the_order_of_ratings_nor_that_of_items_matters() {
    let mut numbers = numbers("order");
    let places: Vec<f64> = (0..20).map(|_| numbers.normal()).collect();
    let codings = make(&five_coders()[..3], &places, 0.8, &mut numbers);
    let plan = Plan { warm_up: 100, draws: 100 };
    let found = run(&codings, 2, plan, 1);
    let mut other = codings.clone();
    other.ratings.reverse();
    assert_eq!(run(&other, 2, plan, 1), found);
    other.ratings.iter_mut().for_each(|rating| rating.item = 19 - rating.item);
    let turned = run(&other, 2, plan, 1);
    assert_eq!(turned.coders, found.coders);
    assert!(turned.items.iter().rev().eq(&found.items));
}

#[test]
fn who_a_coder_is_called_and_which_end_is_up_matter_no_more_than_chance() {
    let mut numbers = numbers("names");
    let places: Vec<f64> = (0..80).map(|_| numbers.normal()).collect();
    let codings = make(&five_coders()[..3], &places, 1.0, &mut numbers);
    let plan = Plan { warm_up: 300, draws: 800 };
    let found = run(&codings, 2, plan, 1);
    let mut renamed = codings.clone();
    renamed.ratings.iter_mut().for_each(|rating| rating.coder = 2 - rating.coder);
    let again = run(&renamed, 2, plan, 1);
    for coder in 0..3 {
        let [a, b] = [found.coders[coder].reliability, again.coders[2 - coder].reliability];
        assert!((a.mean / b.mean - 1.0).abs() < 0.1, "{a:?} {b:?}");
    }
    let mut mirrored = codings.clone();
    mirrored.ratings.iter_mut().for_each(|rating| rating.level = 4 - rating.level);
    let mirrored = run(&mirrored, 2, plan, 1);
    for (item, place) in found.items.iter().enumerate() {
        assert!((place.latent.mean - again.items[item].latent.mean).abs() < 0.08, "{item}");
        assert!((place.latent.mean + mirrored.items[item].latent.mean).abs() < 0.08, "{item}");
        assert!((place.place + mirrored.items[item].place - 1.0).abs() < 0.03, "{item}");
    }
}

#[test]
fn a_coder_with_few_ratings_is_taken_for_one_like_the_others() {
    let mut numbers = numbers("few");
    let places: Vec<f64> = (0..120).map(|_| numbers.normal()).collect();
    let mut codings = make(&five_coders()[..4], &places, 1.0, &mut numbers);
    // the last coder rates two items only, both the highest level
    codings.ratings.retain(|rating| rating.coder < 3 || rating.item < 2);
    codings.ratings.iter_mut().filter(|rating| rating.coder == 3).for_each(|rating| rating.level = 4);
    let found = run(&codings, 2, Plan { warm_up: 300, draws: 300 }, 1);
    let [few, many] = [&found.coders[3], &found.coders[1]];
    let width = |told: linchpin_index::summary::Summary| told.i90[1] - told.i90[0];
    assert!(width(few.reliability) > 1.5 * width(many.reliability), "{few:?} {many:?}");
    // two levels more than the others on the average, if these two ratings were believed
    assert!(few.shift.mean < 1.0 && width(few.shift) > 2.0 * width(many.shift), "{few:?} {many:?}");
    assert!((few.reliability.mean - found.hierarchy.reliability.mean).abs() < 0.5, "{few:?}");
}
