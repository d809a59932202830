//! Random numbers depend on seed, name and number alone; means keep their order.

use linchpin_index::innovation::Innovations;
use linchpin_index::mean::power_mean;
use proptest::collection::vec;
use proptest::prelude::*;
use std::thread;

proptest! {
    #[test]
    fn blocks_agree_however_split(
        seed: u64, name in ".{0,20}", first in 0u64..1 << 60, count in 1usize..300, cuts in vec(0usize..300, 0..6)
    ) {
        let stream = Innovations::new(seed).stream(&name);
        let mut whole = vec![0.0; count];
        stream.fill(first, &mut whole);
        let mut cuts: Vec<usize> = cuts.into_iter().map(|c| c.min(count)).chain([0, count]).collect();
        cuts.sort_unstable();
        let mut parts = vec![0.0; count];
        for cut in cuts.windows(2).rev() {
            stream.fill(first + cut[0] as u64, &mut parts[cut[0]..cut[1]]);
        }
        prop_assert_eq!(whole, parts);
    }

    #[test]
    fn a_power_mean_lies_between_its_parts_and_grows_with_the_exponent(
        parts in vec((0.0..1.0, 0.001..5.0), 1..9), low in -3.0..3.0, more in 0.0..2.0
    ) {
        let (values, weights): (Vec<f64>, Vec<f64>) = parts.into_iter().unzip();
        let floored = || values.iter().map(|v| v.max(0.01));
        let (least, most) = (floored().fold(1.0, f64::min), floored().fold(0.0, f64::max));
        let mean = power_mean(&values, &weights, low);
        prop_assert!(least - 1e-12 <= mean && mean <= most + 1e-12);
        prop_assert!(mean <= power_mean(&values, &weights, low + more) + 1e-12);
        prop_assert!((mean - power_mean(&values, &weights.iter().map(|w| 7.0 * w).collect::<Vec<_>>(), low)).abs() < 1e-12);
    }
}

#[test]
fn streams_do_not_depend_on_each_other() {
    let names = ["source/a", "source/b", "leaf/c/USA-JPN"];
    let draw = |name: &str| {
        let mut z = [0.0; 500];
        Innovations::new(11).stream(name).fill(3, &mut z);
        z
    };
    let forward = names.map(draw);
    let mut backward = names;
    backward.reverse();
    let mut backward = backward.map(draw);
    backward.reverse();
    assert_eq!(forward, backward);
    let threaded = names.map(|name| thread::spawn(move || draw(name))).map(|t| t.join().unwrap());
    assert_eq!(forward, threaded);
}
