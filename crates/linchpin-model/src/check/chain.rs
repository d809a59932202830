//! Chains of references that lead back to where they start.

use crate::fault::Fault;
use std::collections::BTreeMap;

/// Finds cycles among references from a thing to others. Each cycle is reported once, at its member that comes first
/// in the order of ids, with the chain spelt out; `relation` says how one refers to the next, such as “belongs to”.
pub fn cycles<'a, I>(references: I, field: &str, relation: &str) -> Vec<(&'a str, Fault)>
where
    I: IntoIterator<Item = (&'a str, Vec<&'a str>)>,
{
    let next: BTreeMap<&str, Vec<&str>> = references.into_iter().collect();
    let mut state: BTreeMap<&str, State> = BTreeMap::new();
    let mut found = Vec::new();
    for &start in next.keys() {
        // Depth first, without recursion: a chain may be as long as a log.
        let mut path: Vec<(&str, usize)> = Vec::new();
        if !state.contains_key(start) {
            state.insert(start, State::Open);
            path.push((start, 0));
        }
        while let Some((at, taken)) = path.last_mut() {
            let Some(&to) = next.get(at).and_then(|all| all.get(*taken)) else {
                state.insert(at, State::Done);
                path.pop();
                continue;
            };
            *taken += 1;
            match state.get(to) {
                Some(State::Done) => {}
                Some(State::Open) => {
                    let from = path.iter().position(|(id, _)| *id == to).unwrap_or(0);
                    found.push(told(path[from..].iter().map(|(id, _)| *id).collect(), field, relation));
                }
                None => {
                    state.insert(to, State::Open);
                    path.push((to, 0));
                }
            }
        }
    }
    found
}

enum State {
    Open,
    Done,
}

/// The fault of a cycle, told from its first member in the order of ids.
fn told<'a>(mut cycle: Vec<&'a str>, field: &str, relation: &str) -> (&'a str, Fault) {
    let first = (0..cycle.len()).min_by_key(|&at| cycle[at]).unwrap_or(0);
    cycle.rotate_left(first);
    let start = cycle[0];
    let chain: Vec<String> = cycle.iter().skip(1).chain([&start]).map(|id| format!("“{id}”")).collect();
    let chain = chain.join(&format!(", which {relation} "));
    let fault = Fault::new(
        "cycle",
        format!("“{start}” {relation} {chain}"),
        "break the circle: one of them must end the chain",
    );
    (start, fault.at(field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_is_told_once_and_from_its_first_member() {
        let edges =
            [("c", vec!["a"]), ("a", vec!["b"]), ("b", vec!["c"]), ("d", vec!["a"]), ("e", vec!["e"])];
        let found = cycles(edges, "of", "belongs to");
        let told: Vec<_> = found.iter().map(|(id, fault)| (*id, fault.what.as_str())).collect();
        assert_eq!(
            told,
            [
                ("a", "“a” belongs to “b”, which belongs to “c”, which belongs to “a”"),
                ("e", "“e” belongs to “e”")
            ]
        );
    }

    #[test]
    fn a_long_chain_is_no_cycle_and_no_recursion() {
        let names: Vec<String> = (0..200_000).map(|n| format!("s{n:06}")).collect();
        let edges = names.windows(2).map(|pair| (pair[0].as_str(), vec![pair[1].as_str()]));
        assert!(cycles(edges, "old", "supersedes").is_empty());
    }
}
