//! Owen values over 16 sources and 1,024 draws of one unit: 3 criteria of 4 groups of 5 leaves, each leaf from two or three
//! sources. Prints the time for the worth of all 65,536 coalitions and the values, the same by working out each coalition
//! for itself (extrapolated from some of them), and the ratio.
//!
//! `cargo bench -p linchpin-index --bench owen`

use linchpin_index::coalition::{Block, Child, Node, Tree, worth, worth_of};
use linchpin_index::column::{BLOCK, log2};
use linchpin_index::owen::{Coalition, exact};
use linchpin_index::points::{Numbers, Streams};
use std::time::Instant;

const SOURCES: usize = 16;
const LEAVES: usize = 60;
const BLOCKS: usize = 16;
const TRIED: u64 = 256;

fn tree() -> Tree {
    let group = |g: usize| Node { children: (5 * g..5 * g + 5).map(Child::Leaf).collect(), exponent: 0 };
    let criterion = |c: usize| Node { children: (4 * c..4 * c + 4).map(Child::Node).collect(), exponent: 0 };
    let mut nodes: Vec<Node> = (0..12).map(group).collect();
    nodes.extend((0..3).map(criterion));
    nodes.push(Node { children: (12..15).map(Child::Node).collect(), exponent: 1 });
    let sources = |leaf: usize| {
        let spread = [leaf * 7, leaf * 5 + 3, leaf * 11 + 9];
        spread[..2 + leaf % 2].iter().fold(0, |mask, at| mask | (1 << (at % SOURCES)))
    };
    Tree { players: SOURCES, leaves: (0..LEAVES).map(sources).collect(), nodes, wanted: vec![15] }
}

fn block(tree: &Tree, streams: &Streams, at: usize) -> Block {
    let mut numbers = Numbers::of(streams);
    numbers.at(at as u64);
    let uniform = |innovation: usize| {
        let mut column = [0.0; BLOCK];
        numbers.uniforms(innovation, &mut column);
        column
    };
    let leaf = |(leaf, players): (usize, &Coalition)| {
        let drawn = uniform(leaf);
        let subset = |subset: usize| {
            let mut log = drawn.map(|u| 0.1 + 0.5 * u + 0.4 * subset as f32 / 8.0);
            log2(&mut log);
            (log, 1.0)
        };
        (0..1 << players.count_ones()).map(subset).collect()
    };
    let leaves = tree.leaves.iter().enumerate().map(leaf).collect();
    let weights = tree.nodes.iter().map(|node| vec![[0.2; BLOCK]; node.children.len()]).collect();
    Block { leaves, weights, exponents: vec![uniform(60).map(|u| 0.5 + u), uniform(61)] }
}

fn main() {
    let tree = tree();
    let streams = Streams::named((0..62).map(|i| i.to_string()), 1);
    let start = Instant::now();
    let worth = worth(&tree, BLOCKS, |at| block(&tree, &streams, at));
    let values = exact(&[(0..SOURCES).collect()], &worth[0]);
    let together = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let first = [block(&tree, &streams, 0)];
    let sum: f64 = (0..TRIED).map(|c| worth_of(&tree, &first, c * 255)[0]).sum();
    let each = start.elapsed().as_secs_f64() * BLOCKS as f64 * (1 << SOURCES) as f64 / TRIED as f64;
    println!("Owen values, {SOURCES} sources, {} draws, {LEAVES} leaves", BLOCKS * BLOCK);
    println!("  all coalitions, on all threads   {together:.3} s");
    println!("  each for itself, on one thread   {each:.3} s (from {TRIED} of them)");
    println!("  ratio                            {:.1}", each / together);
    let total: f64 = values.iter().sum();
    println!(
        "  values sum to {total:.6}, the whole less nothing is {:.6} ({sum:.0})",
        worth[0][65_535] - worth[0][0]
    );
}
