//! Owen values: what each of several causes, in groups, contributes to a difference.
//!
//! A game gives every coalition of players a worth. The Shapley value of a player is its mean marginal contribution over
//! all orders in which players may come (Shapley 1953); the Owen value is that over the orders in which the members of a
//! union come one after the other (Owen 1977), so that a union's members share what the union contributes. Both sum to
//! the worth of all players less that of none.

use crate::innovation::{Innovations, Numbers};

/// A coalition: bit *i* is set where player *i* belongs to it.
pub type Coalition = u64;

/// The most players whose coalitions are all looked at.
pub const EXACT: usize = 16;

/// Exact Owen values from the worth of every coalition, by its bits: `worth[0]` of none, the last of all.
///
/// # Panics
/// When the unions do not have every player once, or there is not one worth a coalition.
pub fn exact(unions: &[Vec<usize>], worth: &[f64]) -> Vec<f64> {
    let players: usize = unions.iter().map(Vec::len).sum();
    check(unions, players);
    assert_eq!(worth.len(), 1 << players, "one worth a coalition of {players} players");
    let masks: Vec<usize> = unions.iter().map(|union| union.iter().map(|player| 1 << player).sum()).collect();
    let mut values = vec![0.0; players];
    for (k, union) in unions.iter().enumerate() {
        let others: Vec<usize> = (0..unions.len()).filter(|other| *other != k).collect();
        for before in 0..1usize << others.len() {
            let joined: usize = members(before, &others).map(|other| masks[other]).sum();
            let of_unions = weight(before.count_ones() as usize, unions.len());
            for within in 0..1usize << union.len() {
                let present: usize = members(within, union).map(|player| 1 << player).sum();
                // with itself left out, a member comes after `count` of its union
                let count = within.count_ones() as usize;
                for (place, &player) in union.iter().enumerate().filter(|(place, _)| within >> place & 1 == 0)
                {
                    debug_assert!(place < union.len());
                    let without = joined | present;
                    let gain = worth[without | 1 << player] - worth[without];
                    values[player] += of_unions * weight(count, union.len()) * gain;
                }
            }
        }
    }
    values
}

/// Sampled Owen values with their standard errors, from as many pairs of orders: each order and its reverse (Mitchell et
/// al. 2022). Marginal contributions along an order sum to the worth of all less that of none, so the values do too.
///
/// # Panics
/// When the unions do not have every player once, there are more than 64, or no order is asked for.
pub fn sampled(
    unions: &[Vec<usize>],
    mut worth: impl FnMut(Coalition) -> f64,
    pairs: usize,
    seed: u64,
) -> Vec<(f64, f64)> {
    let players: usize = unions.iter().map(Vec::len).sum();
    check(unions, players);
    assert!(players <= 64 && pairs > 0, "at most 64 players, and at least one pair of orders");
    let mut numbers = Numbers::of(Innovations::new(seed).stream("owen"));
    let mut sums = vec![[0.0; 2]; players];
    for _ in 0..pairs {
        let mut order = order(unions, &mut numbers);
        let mut gains = vec![0.0; players];
        for _ in 0..2 {
            let (mut coalition, mut before) = (0, worth(0));
            for &player in &order {
                coalition |= 1 << player;
                let after = worth(coalition);
                gains[player] += (after - before) / 2.0;
                before = after;
            }
            order.reverse();
        }
        for (sum, gain) in sums.iter_mut().zip(gains) {
            sum[0] += gain;
            sum[1] += gain * gain;
        }
    }
    let n = pairs as f64;
    let value = |[sum, squares]: [f64; 2]| {
        let mean = sum / n;
        let variance = if pairs > 1 { (squares / n - mean * mean).max(0.0) / (n - 1.0) } else { f64::NAN };
        (mean, libm::sqrt(variance))
    };
    sums.into_iter().map(value).collect()
}

/// An order of all players in which those of a union stand together.
fn order(unions: &[Vec<usize>], numbers: &mut Numbers) -> Vec<usize> {
    let mut order = vec![];
    let mut left: Vec<&Vec<usize>> = unions.iter().collect();
    while !left.is_empty() {
        let mut union = left.swap_remove(numbers.place(left.len())).clone();
        while !union.is_empty() {
            order.push(union.swap_remove(numbers.place(union.len())));
        }
    }
    order
}

/// The probability that exactly a given `before` of `all` come before a given other one: before!(all − before − 1)!/all!.
fn weight(before: usize, all: usize) -> f64 {
    let mut ways = 1.0;
    for i in 0..before {
        ways = ways * (all - 1 - i) as f64 / (i + 1) as f64;
    }
    1.0 / (all as f64 * ways)
}

/// The items whose bits are set.
fn members<'i>(bits: usize, items: &'i [usize]) -> impl Iterator<Item = usize> + 'i {
    items.iter().enumerate().filter(move |(place, _)| bits >> place & 1 == 1).map(|(_, item)| *item)
}

fn check(unions: &[Vec<usize>], players: usize) {
    let mut seen: Vec<usize> = unions.iter().flatten().copied().collect();
    seen.sort_unstable();
    assert!(seen.into_iter().eq(0..players), "every player belongs to one union: {unions:?}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    fn table(players: usize, worth: impl Fn(usize) -> f64) -> Vec<f64> {
        (0..1 << players).map(worth).collect()
    }

    fn alone(players: usize) -> Vec<Vec<usize>> {
        (0..players).map(|player| vec![player]).collect()
    }

    #[test]
    fn a_dictator_has_everything_and_a_sum_its_parts() {
        let dictator = exact(&[vec![0, 2], vec![1]], &table(3, |c| f64::from(c & 4 > 0)));
        assert_eq!(dictator, [0.0, 0.0, 1.0]);
        let parts = [0.5, -2.0, 3.0, 0.25];
        let sum = |c: usize| (0..4).filter(|i| c >> i & 1 == 1).map(|i| parts[i]).sum();
        for unions in [alone(4), vec![vec![3, 0], vec![2, 1]], vec![vec![0, 1, 2, 3]]] {
            assert!(exact(&unions, &table(4, sum)).iter().zip(parts).all(|(a, b)| close(*a, b)));
        }
    }

    /// The glove game: player 0 has a left glove, 1 and 2 a right one each; a pair is worth 1.
    #[test]
    fn the_glove_game_comes_out() {
        let gloves = table(3, |c| f64::from(c & 1 == 1 && c > 1));
        let shapley = exact(&alone(3), &gloves);
        assert!([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0].iter().zip(shapley).all(|(a, b)| close(*a, b)));
        // where the owners of right gloves act together, they are worth as much as the other
        let owen = exact(&[vec![0], vec![1, 2]], &gloves);
        assert!([0.5, 0.25, 0.25].iter().zip(owen).all(|(a, b)| close(*a, b)));
    }

    #[test]
    fn without_players_there_is_nothing() {
        assert_eq!(exact(&[], &[3.0]), [0.0; 0]);
    }

    proptest! {
        #[test]
        fn values_sum_to_the_whole_and_unions_to_their_quotient(worth in vec(-5.0..5.0, 64)) {
            let unions = vec![vec![0, 3], vec![5, 1, 4], vec![2]];
            let values = exact(&unions, &worth);
            prop_assert!(close(values.iter().sum(), worth[63] - worth[0]));
            // the game between the unions
            let masks = [0b001001, 0b110010, 0b000100];
            let quotient = table(3, |c| worth[(0..3).filter(|k| c >> k & 1 == 1).map(|k| masks[k]).sum::<usize>()]);
            let between = exact(&alone(3), &quotient);
            for (k, union) in unions.iter().enumerate() {
                prop_assert!(close(union.iter().map(|i| values[*i]).sum(), between[k]));
            }
        }

        #[test]
        fn samples_sum_to_the_whole_and_come_near_the_exact_values(worth in vec(-1.0..1.0, 64), seed: u64) {
            let unions = vec![vec![0, 3], vec![5, 1, 4], vec![2]];
            let values = exact(&unions, &worth);
            let sampled = sampled(&unions, |c| worth[c as usize], 400, seed);
            prop_assert!(close(sampled.iter().map(|(value, _)| value).sum(), worth[63] - worth[0]));
            for (exact, (value, error)) in values.iter().zip(&sampled) {
                prop_assert!((exact - value).abs() < 6.0 * error + 1e-9, "{exact} {value} ± {error}");
            }
        }

        #[test]
        fn symmetric_players_have_the_same(worth in vec(-5.0..5.0, 6)) {
            // a coalition's worth depends on its size alone
            let values = exact(&alone(5), &table(5, |c| worth[c.count_ones() as usize]));
            prop_assert!(values.iter().all(|value| close(*value, values[0])));
        }
    }
}
