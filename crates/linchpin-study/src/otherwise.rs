//! The alliances as they stand, and as they would stand in other worlds: without a source, a coder, an indicator, or with a
//! statement that is only supposed. All by the same random numbers.

use crate::assess::cells_as_usual;
use crate::setting::{Error, Setting};
use linchpin_assess::{Assessment, Cell, World, assess_worlds};
use linchpin_dossier::Snapshot;
use linchpin_model::Date;
use linchpin_model::framework::Framework;
use linchpin_model::id::EntityId;

/// Alliances in several worlds, of which the first is the dossier as it is.
pub(crate) struct Otherwise<'v> {
    pub assessment: Assessment<'v>,
    ties: usize,
    usual: usize,
}

impl<'v> Otherwise<'v> {
    /// Assesses some alliances in all worlds; in the first in the cells of [`cells_as_usual`], so that its numbers are those
    /// that other answers give.
    pub fn of(
        ties: &[EntityId],
        as_of: Date,
        snapshot: &Snapshot,
        worlds: &[World<'v>],
        framework: &'v Framework,
        setting: &Setting,
    ) -> Result<Otherwise<'v>, Error> {
        let usual = cells_as_usual(ties, as_of, snapshot);
        let mut cells: Vec<(usize, Cell)> = usual.iter().map(|cell| (0, cell.clone())).collect();
        for world in 1..worlds.len() {
            cells.extend(usual[..ties.len()].iter().map(|cell| (world, cell.clone())));
        }
        let assessment = assess_worlds(worlds, framework, &cells, &setting.plan(vec![]))?;
        Ok(Otherwise { assessment, ties: ties.len(), usual: usual.len() })
    }

    /// The cells of an alliance, by its place, as it stands and in another world than the first.
    pub fn pair(&self, world: usize, tie: usize) -> [usize; 2] {
        [tie, self.usual + (world - 1) * self.ties + tie]
    }
}
