//! What is aggregated into what: indicators at level 1, aggregates above them, one root.

use super::error::Error;
use std::collections::BTreeMap;

/// A row of the table that describes an index: an indicator or an aggregate.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// its code, unique
    pub code: String,
    /// 1 for an indicator
    pub level: usize,
    /// the code of what it is aggregated into; none for the root
    pub parent: Option<String>,
}

/// A node of a sound hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// its code
    pub code: String,
    /// 1 for an indicator
    pub level: usize,
    /// the place of its parent
    pub parent: Option<usize>,
    /// the places of its children, in the order of the rows
    pub children: Vec<usize>,
}

/// A sound hierarchy: the indicators first, then the aggregates by level, each in the order of the rows. So nodes stand
/// before their parents, and the root is the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hierarchy {
    nodes: Vec<Node>,
    indicators: usize,
}

impl Hierarchy {
    /// The hierarchy of some rows.
    ///
    /// # Errors
    /// When codes repeat, a parent is unknown or not above its child, rows form a cycle, an aggregate has no children,
    /// or there is not exactly one root.
    pub fn new(rows: &[Row]) -> Result<Hierarchy, Error> {
        let mut sorted: Vec<&Row> = rows.iter().collect();
        sorted.sort_by_key(|row| row.level);
        let places = places(&sorted)?;
        let mut nodes = Vec::with_capacity(sorted.len());
        for row in &sorted {
            let parent = match &row.parent {
                None => None,
                Some(parent) => Some(*places.get(parent.as_str()).ok_or_else(|| Error::UnknownParent {
                    code: row.code.clone(),
                    parent: parent.clone(),
                })?),
            };
            nodes.push(Node { code: row.code.clone(), level: row.level, parent, children: vec![] });
        }
        let hierarchy = Hierarchy { indicators: sorted.iter().filter(|row| row.level == 1).count(), nodes };
        hierarchy.no_cycle()?;
        hierarchy.parents_above()?.with_children()?.one_root()
    }

    /// All nodes: indicators, then aggregates from below.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// How many of them, the first, are indicators.
    pub fn indicators(&self) -> usize {
        self.indicators
    }

    /// The places of the aggregates, from below.
    pub fn aggregates(&self) -> std::ops::Range<usize> {
        self.indicators..self.nodes.len()
    }

    /// The place of the root.
    pub fn root(&self) -> usize {
        self.nodes.len() - 1
    }

    /// The level of the root.
    pub fn levels(&self) -> usize {
        self.nodes[self.root()].level
    }

    /// The place of a code.
    pub fn place(&self, code: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.code == code)
    }

    fn no_cycle(&self) -> Result<(), Error> {
        for start in 0..self.nodes.len() {
            let (mut at, mut path) = (start, vec![start]);
            while let Some(parent) = self.nodes[at].parent {
                path.push(parent);
                if parent == start {
                    let codes = path.iter().map(|&node| self.nodes[node].code.clone()).collect();
                    return Err(Error::Cycle { codes });
                }
                if path.len() > self.nodes.len() {
                    break; // a cycle further up, found from one of its own nodes
                }
                at = parent;
            }
        }
        Ok(())
    }

    fn parents_above(self) -> Result<Hierarchy, Error> {
        for node in &self.nodes {
            if let Some(parent) = node.parent.map(|parent| &self.nodes[parent])
                && parent.level <= node.level
            {
                return Err(Error::ParentNotAbove {
                    code: node.code.clone(),
                    level: node.level,
                    parent: parent.code.clone(),
                    parent_level: parent.level,
                });
            }
        }
        Ok(self)
    }

    fn with_children(mut self) -> Result<Hierarchy, Error> {
        for child in 0..self.nodes.len() {
            if let Some(parent) = self.nodes[child].parent {
                self.nodes[parent].children.push(child);
            }
        }
        match self.nodes[self.indicators..].iter().find(|node| node.children.is_empty()) {
            Some(node) => Err(Error::NoChildren { code: node.code.clone() }),
            None => Ok(self),
        }
    }

    fn one_root(self) -> Result<Hierarchy, Error> {
        let roots: Vec<&Node> = self.nodes.iter().filter(|node| node.parent.is_none()).collect();
        match roots[..] {
            [root] if root.level > 1 => Ok(self),
            _ => Err(Error::Roots { codes: roots.iter().map(|root| root.code.clone()).collect() }),
        }
    }
}

fn places<'r>(rows: &[&'r Row]) -> Result<BTreeMap<&'r str, usize>, Error> {
    let mut places = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        if row.level == 0 {
            return Err(Error::LevelZero { code: row.code.clone() });
        }
        if places.insert(row.code.as_str(), place).is_some() {
            return Err(Error::DuplicateCode { code: row.code.clone() });
        }
    }
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hierarchy(rows: &[(&str, usize, &str)]) -> Result<Hierarchy, Error> {
        let row = |&(code, level, parent): &(&str, usize, &str)| Row {
            code: code.into(),
            level,
            parent: (!parent.is_empty()).then(|| parent.into()),
        };
        Hierarchy::new(&rows.iter().map(row).collect::<Vec<_>>())
    }

    fn codes(codes: &[&str]) -> Vec<String> {
        codes.iter().map(|code| (*code).into()).collect()
    }

    #[test]
    fn nodes_stand_before_their_parents() {
        let sound =
            hierarchy(&[("top", 3, ""), ("mid", 2, "top"), ("a", 1, "mid"), ("b", 1, "top")]).unwrap();
        let order: Vec<&str> = sound.nodes().iter().map(|node| node.code.as_str()).collect();
        assert_eq!(order, ["a", "b", "mid", "top"]);
        assert_eq!(sound.nodes()[sound.root()].children, [1, 2]);
        assert_eq!((sound.indicators(), sound.levels(), sound.place("mid")), (2, 3, Some(2)));
    }

    #[test]
    fn what_is_no_hierarchy() {
        let duplicate = hierarchy(&[("a", 1, "top"), ("a", 1, "top"), ("top", 2, "")]);
        assert_eq!(duplicate, Err(Error::DuplicateCode { code: "a".into() }));
        let unknown = hierarchy(&[("a", 1, "tip"), ("top", 2, "")]);
        assert_eq!(unknown, Err(Error::UnknownParent { code: "a".into(), parent: "tip".into() }));
        let cycle = hierarchy(&[("a", 1, "x"), ("x", 2, "y"), ("y", 3, "x"), ("top", 4, "")]);
        assert_eq!(cycle, Err(Error::Cycle { codes: codes(&["x", "y", "x"]) }));
        let childless = hierarchy(&[("a", 1, "top"), ("x", 2, "top"), ("top", 3, "")]);
        assert_eq!(childless, Err(Error::NoChildren { code: "x".into() }));
        let two = hierarchy(&[("a", 1, "x"), ("b", 1, "y"), ("x", 2, ""), ("y", 2, "")]);
        assert_eq!(two, Err(Error::Roots { codes: codes(&["x", "y"]) }));
        assert_eq!(hierarchy(&[]), Err(Error::Roots { codes: vec![] }));
        assert_eq!(hierarchy(&[("a", 1, "")]), Err(Error::Roots { codes: codes(&["a"]) }));
        assert_eq!(hierarchy(&[("a", 0, "")]), Err(Error::LevelZero { code: "a".into() }));
        assert!(matches!(
            hierarchy(&[("a", 1, "b"), ("b", 1, "top"), ("top", 2, "")]),
            Err(Error::ParentNotAbove { level: 1, parent_level: 1, .. })
        ));
    }
}
