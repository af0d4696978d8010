//! Candidates belong to a request, not to its tiles: one tile is tried with all of them first, and the seed that wins there goes to the rest.

use foreshock_protocol::grid::{PlannedTile, Window};
use foreshock_protocol::job::Job;

use super::ClientError;
use super::journal::Journal;
use super::request::{Workbench, planned};

/// So many tiles are looked at, the nearest to the middle first; more only while none of them can change at all.
const LOOKED_AT: usize = 256;

/// The tile that candidates are tried on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pilot {
    /// Its place in the plan.
    pub index: u32,
    /// The seed that won; none while it is not known.
    pub seed: Option<u64>,
}

impl Pilot {
    /// The pilot of a request with candidates; its seed when its result is in the journal already. It reads the rasters.
    ///
    /// The journal needs no note of its own: the pilot's record says the seed, it is written before any other tile is sent, and the choice
    /// of the pilot follows from the request alone.
    ///
    /// # Errors
    /// When a raster or the journal cannot be read.
    pub fn of(bench: &Workbench, journal: &Journal) -> Result<Option<Self>, ClientError> {
        if bench.request.params.early_filter().is_none() {
            return Ok(None);
        }
        let Some(index) = choose(bench)? else { return Ok(None) };
        let seed = if journal.has(index) { Some(journal.done(index)?.seed) } else { None };
        Ok(Some(Self { index, seed }))
    }

    /// Gives the winner's seed to any other tile's job.
    pub fn aim(&self, job: &mut Job) {
        if job.tile.index != self.index {
            let seed = self.seed.unwrap_or(job.params.seed);
            (job.params.seed, job.params.candidates, job.params.filter) = (seed, 1, None);
        }
    }
}

/// The tile with the largest share of pixels that may change, the nearest to the middle among equals; none when nothing may change.
///
/// # Errors
/// When a raster cannot be read.
pub fn choose(bench: &Workbench) -> Result<Option<u32>, ClientError> {
    let plan = &bench.request.plan;
    let middle = |col: i64, row: i64, width: u32, height: u32| {
        (2 * col + i64::from(width), 2 * row + i64::from(height))
    };
    let goal = middle(plan.window.col, plan.window.row, plan.window.width, plan.window.height);
    let mut tiles: Vec<PlannedTile> = (0..plan.len()).map(|index| planned(plan, index)).collect();
    tiles.sort_by_key(|tile| {
        let at = middle(tile.col, tile.row, plan.tile, plan.tile);
        let (across, down) = (i128::from(at.0 - goal.0), i128::from(at.1 - goal.1));
        (across * across + down * down, tile.id.index)
    });
    let whole = u64::from(plan.tile) * u64::from(plan.tile);
    let mut best: Option<(u64, u32)> = None;
    for (looked_at, tile) in tiles.into_iter().enumerate() {
        if best.is_some_and(|(pixels, _)| pixels == whole || looked_at >= LOOKED_AT) {
            break;
        }
        let pixels = changeable(bench, tile)?;
        if pixels > best.map_or(0, |(most, _)| most) {
            best = Some((pixels, tile.id.index));
        }
    }
    Ok(best.map(|(_, index)| index))
}

/// Pixels of a tile that lie in the window asked for, have data and may change.
fn changeable(bench: &Workbench, tile: PlannedTile) -> Result<u64, ClientError> {
    let plan = &bench.request.plan;
    let clip = |start: i64, low: i64, length: u32| {
        let (from, to) = (start.max(low), (start + i64::from(plan.tile)).min(low + i64::from(length)));
        (from, u32::try_from(to - from).unwrap_or(0))
    };
    let (col, width) = clip(tile.col, plan.window.col, plan.window.width);
    let (row, height) = clip(tile.row, plan.window.row, plan.window.height);
    if width == 0 || height == 0 {
        return Ok(0);
    }
    let span = Window { col, row, width, height };
    let mut may = bench.source.valid(bench.request.stretch.bands.map(|band| band.band), span)?;
    if let Some(mask) = &bench.mask {
        for (may, allowed) in may.iter_mut().zip(mask.allowed(span)?) {
            *may &= allowed;
        }
    }
    Ok(may.into_iter().filter(|may| *may).count() as u64)
}
