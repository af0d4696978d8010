//! `foreshock-lab synthesize`.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use foreshock_models::data::Disaster;
use foreshock_models::data::synth::{
    Ground, Line, Severity, Sheet, Tile, TileList, Writer, is_test, synthesise,
};
use foreshock_models::pixels;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use crate::line;

/// Part of the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Split {
    Train,
    Test,
    All,
}

/// Example: foreshock-lab synthesize --tiles aerial/ --kinds flood,snow --out pairs/
#[derive(Args)]
pub(crate) struct Synthesize {
    /// Folder of PNG and JPEG tiles; its manifest.csv, if any, gives groups and sampling distances.
    #[arg(long, conflicts_with = "scenes", required_unless_present = "scenes")]
    tiles: Option<PathBuf>,
    /// Number of procedural scenes to make instead.
    #[arg(long)]
    scenes: Option<usize>,
    /// New folder for the pairs.
    #[arg(long, required_unless_present_any = ["dry_run", "contact_sheet"])]
    out: Option<PathBuf>,
    /// Kinds, separated by commas; without it all but drought, “none” included.
    #[arg(long, value_delimiter = ',', value_parser = kind)]
    kinds: Vec<Disaster>,
    /// Pairs of each tile, of different kinds as far as these suffice; without it one of each kind.
    #[arg(long)]
    pairs_per_tile: Option<usize>,
    /// Edge of the images, px; a multiple of 16.
    #[arg(long, default_value_t = 256)]
    size: usize,
    /// Ground sampling distance of scenes, and of tiles for which none is known, m.
    #[arg(long, default_value_t = 0.5)]
    gsd: f32,
    /// Seed of everything.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only this severity: mild, moderate or severe.
    #[arg(long, value_parser = severity)]
    severity: Option<Severity>,
    /// Threads; 0 for one a core.
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// Which groups.
    #[arg(long, value_enum, default_value = "all")]
    split_groups: Split,
    /// Share of the groups that is kept for tests.
    #[arg(long, default_value_t = 0.1)]
    test_share: f64,
    /// Use tiles as they lie; otherwise they are turned and mirrored by seed.
    #[arg(long)]
    no_turns: bool,
    /// At most so many tiles.
    #[arg(long)]
    limit: Option<usize>,
    /// Also draw a PNG with one row a tile and one column a kind.
    #[arg(long)]
    contact_sheet: Option<PathBuf>,
    /// Rows of the contact sheet, taken evenly from the tiles.
    #[arg(long, default_value_t = 16)]
    sheet_tiles: usize,
    /// Make the pairs in memory and write none: how fast is it?
    #[arg(long)]
    dry_run: bool,
}

fn kind(name: &str) -> Result<Disaster, String> {
    Disaster::from_name(name).ok_or_else(|| {
        let known: Vec<&str> = Disaster::ALL.iter().map(|kind| kind.as_str()).collect();
        format!("there is no such kind; known are {}", known.join(", "))
    })
}

fn severity(name: &str) -> Result<Severity, String> {
    Severity::from_name(name).ok_or_else(|| "wanted mild, moderate or severe".to_owned())
}

/// Time spent by all threads.
#[derive(Default)]
struct Clock {
    reading: AtomicU64,
    making: AtomicU64,
}

impl Clock {
    fn timed<T>(total: &AtomicU64, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        total.fetch_add(start.elapsed().as_nanos() as u64, Ordering::Relaxed);
        done
    }

    fn seconds(total: &AtomicU64) -> f64 {
        Duration::from_nanos(total.load(Ordering::Relaxed)).as_secs_f64()
    }
}

impl Synthesize {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        self.checked()?;
        let tiles = self.selected()?;
        rayon::ThreadPoolBuilder::new().num_threads(self.threads).build()?.install(|| {
            if let Some(path) = &self.contact_sheet {
                self.draw(&tiles).and_then(|sheet| Ok(pixels::write_rgb(path, &sheet)?))?;
                line(format!("{}: contact sheet", path.display()));
            }
            if self.dry_run || self.out.is_some() {
                self.make(&tiles)?;
            }
            Ok(())
        })
    }

    fn checked(&self) -> anyhow::Result<()> {
        if self.size == 0 || !self.size.is_multiple_of(16) || self.size > 2048 {
            bail!("--size is {}; wanted a multiple of 16, at most 2048", self.size);
        }
        if !(0.01..=100.0).contains(&self.gsd) {
            bail!("--gsd is {}; wanted 0.01–100 metres", self.gsd);
        }
        if !(0.0..=1.0).contains(&self.test_share) {
            bail!("--test-share is {}; wanted 0–1", self.test_share);
        }
        if self.pairs_per_tile == Some(0) || self.scenes == Some(0) || self.sheet_tiles == 0 {
            bail!("--pairs-per-tile, --scenes and --sheet-tiles must be at least 1");
        }
        Ok(())
    }

    fn selected(&self) -> anyhow::Result<Vec<Tile>> {
        let list = match (&self.tiles, self.scenes) {
            (Some(folder), _) => TileList::of_folder(folder, self.gsd)?,
            (None, count) => TileList::of_scenes(count.unwrap_or(1), self.seed, self.gsd),
        };
        let mut tiles = list.tiles;
        tiles.retain(|tile| match self.split_groups {
            Split::All => true,
            Split::Test => is_test(&tile.group, self.test_share),
            Split::Train => !is_test(&tile.group, self.test_share),
        });
        if let Some(limit) = self.limit {
            tiles = evenly(&tiles, limit);
        }
        if tiles.is_empty() {
            bail!("no tile is left: widen --split-groups, --test-share or --limit");
        }
        Ok(tiles)
    }

    fn kinds(&self) -> Vec<Disaster> {
        if self.kinds.is_empty() {
            Disaster::ALL.into_iter().filter(|kind| *kind != Disaster::Drought).collect()
        } else {
            self.kinds.clone()
        }
    }

    /// A number that follows from the run's seed and a name.
    fn seed_of(&self, name: &str) -> u64 {
        let hash = blake3::Hasher::new().update(&self.seed.to_le_bytes()).update(name.as_bytes()).finalize();
        let mut head = [0; 8];
        head.copy_from_slice(&hash.as_bytes()[..8]);
        // Readers of the list may hold numbers as doubles.
        u64::from_le_bytes(head) >> 12
    }

    fn ground(&self, tile: &Tile) -> anyhow::Result<Ground> {
        Ok(tile.ground(self.size, !self.no_turns, self.seed_of(&tile.name))?)
    }

    /// Kinds and severities of the pairs of a tile.
    fn plan(&self, tile: &Tile) -> Vec<(Disaster, Severity, u64)> {
        let kinds = self.kinds();
        let count = self.pairs_per_tile.unwrap_or(kinds.len());
        // An order of the kinds of its own for each tile, so that fewer pairs than kinds favour none.
        let mut order: Vec<(u64, Disaster)> = kinds
            .iter()
            .map(|&kind| (self.seed_of(&format!("{} order {}", tile.name, kind.as_str())), kind))
            .collect();
        order.sort_unstable();
        (0..count)
            .map(|place| {
                let kind = order[place % order.len()].1;
                let seed = self.seed_of(&format!("{} pair {place} {}", tile.name, kind.as_str()));
                let severity = self.severity.unwrap_or(Severity::ALL[(seed / 7 % 3) as usize]);
                (kind, severity, seed)
            })
            .collect()
    }

    fn make(&self, tiles: &[Tile]) -> anyhow::Result<()> {
        let writer = match (&self.out, self.dry_run) {
            (Some(folder), false) => Some(Writer::create(folder)?),
            _ => None,
        };
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} tiles, {eta} left")?;
        let bar = ProgressBar::new(tiles.len() as u64).with_style(style);
        let clock = Clock::default();
        let each = self.pairs_per_tile.unwrap_or(self.kinds().len());
        let made: Vec<Vec<Line>> = tiles
            .par_iter()
            .enumerate()
            .map(|(index, tile)| {
                let lines = self.pairs(index * each, tile, writer.as_ref(), &clock);
                bar.inc(1);
                lines.with_context(|| format!("tile {}", tile.name))
            })
            .collect::<anyhow::Result<_>>()?;
        bar.finish_and_clear();
        let pairs = tiles.len() * each;
        let (reading, making) = (Clock::seconds(&clock.reading), Clock::seconds(&clock.making));
        line(format!(
            "{pairs} pairs of {} px from {} tiles: {:.0} pairs/s/core in memory ({:.1} ms a tile to read and know it, \
             {:.1} ms a pair to paint)",
            self.size,
            tiles.len(),
            pairs as f64 / (reading + making),
            1e3 * reading / tiles.len() as f64,
            1e3 * making / pairs as f64,
        ));
        if let (Some(writer), Some(folder)) = (writer, &self.out) {
            let lines: Vec<Line> = made.into_iter().flatten().collect();
            let counts = writer.finish(&lines)?;
            let counts: Vec<String> =
                counts.iter().map(|(kind, count)| format!("{} {count}", kind.as_str())).collect();
            line(format!("{}: {}", folder.display(), counts.join(", ")));
        }
        Ok(())
    }

    fn pairs(
        &self,
        first: usize,
        tile: &Tile,
        writer: Option<&Writer>,
        clock: &Clock,
    ) -> anyhow::Result<Vec<Line>> {
        let ground = Clock::timed(&clock.reading, || self.ground(tile))?;
        let before = writer.map(|writer| writer.before(tile, &ground.before)).transpose()?;
        let mut lines = Vec::new();
        for (place, (kind, severity, seed)) in self.plan(tile).into_iter().enumerate() {
            let example = Clock::timed(&clock.making, || synthesise(&ground, kind, severity, seed));
            if let (Some(writer), Some(before)) = (writer, &before) {
                lines.push(writer.pair((first + place, seed), tile, (kind, severity), before, example)?);
            }
        }
        Ok(lines)
    }

    fn draw(&self, tiles: &[Tile]) -> anyhow::Result<foreshock_models::edit::Rgb8> {
        let (tiles, kinds) = (evenly(tiles, self.sheet_tiles), self.kinds());
        let mut sheet = Sheet::new(tiles.len(), self.size, &kinds);
        for (row, tile) in tiles.iter().enumerate() {
            let ground = self.ground(tile)?;
            sheet.before(row, &ground.before)?;
            for (column, &kind) in kinds.iter().enumerate() {
                let severity = self.severity.unwrap_or(Severity::ALL[(row + column) % 3]);
                let seed = self.seed_of(&format!("{} sheet {}", tile.name, kind.as_str()));
                sheet.example((row, column), severity, &synthesise(&ground, kind, severity, seed))?;
            }
        }
        Ok(sheet.image())
    }
}

/// At most `count` of the tiles, spread over the list.
fn evenly(tiles: &[Tile], count: usize) -> Vec<Tile> {
    let count = count.min(tiles.len());
    (0..count).map(|place| tiles[place * tiles.len() / count].clone()).collect()
}
