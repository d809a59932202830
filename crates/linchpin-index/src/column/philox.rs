//! Random bits by counting: Philox 4×32 with ten rounds.
//!
//! The bits of draw *i* of a stream are a function of the stream's key and *i* alone, so blocks may be made in any order
//! and on any thread. Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC '11.

use super::{BLOCK, Words};
use pulp::Simd;

/// What tells one stream of random bits from all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// the key of the generator
    pub key: [u32; 2],
    /// the upper half of its counter
    pub nonce: [u32; 2],
}

const ROUNDS: usize = 10;
const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

/// Words that one count yields.
const PER_COUNT: usize = 4;
/// Counts to a block.
const COUNTS: usize = BLOCK / PER_COUNT;

/// The four words of one count.
#[inline(always)]
pub fn words_of(key: Key, count: u64) -> [u32; PER_COUNT] {
    let [mut k0, mut k1] = key.key;
    let mut x = [count as u32, (count >> 32) as u32, key.nonce[0], key.nonce[1]];
    for _ in 0..ROUNDS {
        let first = u64::from(MULTIPLIERS[0]) * u64::from(x[0]);
        let second = u64::from(MULTIPLIERS[1]) * u64::from(x[2]);
        x = [
            (second >> 32) as u32 ^ x[1] ^ k0,
            second as u32,
            (first >> 32) as u32 ^ x[3] ^ k1,
            first as u32,
        ];
        k0 = k0.wrapping_add(WEYL[0]);
        k1 = k1.wrapping_add(WEYL[1]);
    }
    x
}

/// The words of a block: word *j* of its *i*-th count stands at place 16*j* + *i*, so that neighbouring counts are worked
/// out side by side.
#[pulp::with_simd(words = pulp::Arch::new())]
#[inline(always)]
pub fn words_simd<'a, S: Simd>(_: S, key: Key, block: u64, into: &'a mut Words) {
    let (first, rest) = into.split_at_mut(COUNTS);
    let (second, rest) = rest.split_at_mut(COUNTS);
    let (third, fourth) = rest.split_at_mut(COUNTS);
    let count = block * COUNTS as u64;
    for i in 0..COUNTS {
        [first[i], second[i], third[i], fourth[i]] = words_of(key, count + i as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_answers_come_out() {
        // kat_vectors of the authors' Random123
        let known = [
            ([0; 2], [0; 4], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            ([u32::MAX; 2], [u32::MAX; 4], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
            (
                [0xa409_3822, 0x299f_31d0],
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
            ),
        ];
        for (key, counter, words) in known {
            let count = u64::from(counter[0]) | u64::from(counter[1]) << 32;
            assert_eq!(words_of(Key { key, nonce: [counter[2], counter[3]] }, count), words);
        }
    }

    #[test]
    fn a_block_holds_the_words_of_its_counts() {
        let key = Key { key: [1, 2], nonce: [3, 4] };
        let mut block = [0; BLOCK];
        words(key, 5, &mut block);
        for i in 0..COUNTS {
            let own = words_of(key, (5 * COUNTS + i) as u64);
            assert_eq!([0, 1, 2, 3].map(|j| block[j * COUNTS + i]), own);
        }
    }
}
