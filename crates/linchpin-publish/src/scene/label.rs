//! Labels beside what they name, moved apart so that none covers another.

/// Places along a line, as near to the wanted ones as can be, in the same order, no two nearer than a gap and all between two
/// bounds as far as there is room. Those that collide share the shift (pooling adjacent violators, as in isotonic regression).
pub fn spread(wanted: &[f64], gap: f64, [low, high]: [f64; 2]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    // the n-th place less n gaps must not fall: blocks of equal values, each the mean of what it holds
    let mut blocks: Vec<(f64, usize)> = vec![];
    for (at, index) in order.iter().enumerate() {
        blocks.push((wanted[*index] - at as f64 * gap, 1));
        while let [.., (before, n), (last, m)] = blocks.as_slice()
            && before > last
        {
            let merged = ((before * *n as f64 + last * *m as f64) / (n + m) as f64, n + m);
            blocks.truncate(blocks.len() - 2);
            blocks.push(merged);
        }
    }
    let room = (high - (wanted.len().saturating_sub(1)) as f64 * gap).max(low);
    let flat = blocks.iter().flat_map(|(value, count)| std::iter::repeat_n(value.clamp(low, room), *count));
    let mut places = vec![0.0; wanted.len()];
    for (at, (index, value)) in order.iter().zip(flat).enumerate() {
        places[*index] = value + at as f64 * gap;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_does_not_collide_stays() {
        assert_eq!(spread(&[10.0, 50.0, 30.0], 5.0, [0.0, 100.0]), [10.0, 50.0, 30.0]);
        assert_eq!(spread(&[20.0, 20.0], 10.0, [0.0, 100.0]), [15.0, 25.0]);
        assert_eq!(spread(&[98.0, 99.0], 10.0, [0.0, 100.0]), [90.0, 100.0]);
    }

    proptest! {
        #[test]
        fn labels_keep_their_order_and_distance(wanted in prop::collection::vec(0.0..100.0f64, 0..9)) {
            let places = spread(&wanted, 8.0, [0.0, 100.0]);
            let mut pairs: Vec<(f64, f64)> = wanted.iter().copied().zip(places).collect();
            pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
            prop_assert!(pairs.windows(2).all(|w| w[1].1 - w[0].1 >= 8.0 - 1e-9));
            prop_assert!(pairs.iter().all(|(_, place)| (-1e-9..=100.0 + 1e-9).contains(place)));
        }
    }
}
