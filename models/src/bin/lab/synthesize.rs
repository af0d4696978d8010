//! `foreshock-lab synthesize`.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use foreshock_models::data::Disaster;
use foreshock_models::data::synth::{
    Ground, Line, Picture, Severity, Sheet, Shelf, Tile, TileList, Writer, is_test, suits, synthesise,
    synthesise_whole,
};
use foreshock_models::pixels;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

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
    /// Number of tiles to cut from procedural scenes instead, four from each.
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
    /// Show on the contact sheet what is known of the ground.
    #[arg(long)]
    show_ground: bool,
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
    opening: AtomicU64,
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

/// What came of a tile.
#[derive(Default)]
struct Made {
    painted: usize,
    /// Those that show what they say.
    kept: usize,
    lines: Vec<Line>,
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

    fn picture(&self, tile: &Tile, shelf: &mut Shelf) -> anyhow::Result<Picture> {
        Ok(tile.open(self.size, !self.no_turns, self.seed_of(&tile.name), shelf)?)
    }

    /// Kinds and severities of the pairs of a tile; kinds that find nothing to hit are passed over.
    fn plan(&self, tile: &Tile, ground: &Ground) -> Vec<(Disaster, Severity, u64)> {
        let mut kinds = self.kinds();
        kinds.retain(|&kind| suits(ground, kind));
        let count = match self.pairs_per_tile {
            Some(count) if !kinds.is_empty() => count,
            _ => kinds.len(),
        };
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
        // Tiles of a group follow each other, and one thread takes them all: quarters share their scene.
        let mut first = 0;
        let mut groups = Vec::new();
        for group in tiles.chunk_by(|a, b| a.group == b.group) {
            groups.push((first, group));
            first += each * group.len();
        }
        let made: Vec<Vec<Made>> = groups
            .par_iter()
            .map(|&(first, group)| {
                let mut shelf = Shelf::default();
                let pairs = |(place, tile): (usize, &Tile)| {
                    let made = self.pairs(first + place * each, tile, writer.as_ref(), &clock, &mut shelf);
                    bar.inc(1);
                    made.with_context(|| format!("tile {}", tile.name))
                };
                group.iter().enumerate().map(pairs).collect::<anyhow::Result<_>>()
            })
            .collect::<anyhow::Result<_>>()?;
        let made: Vec<Made> = made.into_iter().flatten().collect();
        bar.finish_and_clear();
        let pairs: usize = made.iter().map(|made| made.painted).sum();
        let kept: usize = made.iter().map(|made| made.kept).sum();
        let [opening, reading, making] = [&clock.opening, &clock.reading, &clock.making].map(Clock::seconds);
        line(format!(
            "{kept} pairs of {} px from {} tiles: {:.0} pairs/s/core in memory ({:.1} ms a tile to know its ground, \
             {:.1} ms a pair to paint; to open a tile {:.1} ms more)",
            self.size,
            tiles.len(),
            pairs as f64 / (reading + making),
            1e3 * reading / tiles.len() as f64,
            1e3 * making / pairs.max(1) as f64,
            1e3 * opening / tiles.len() as f64,
        ));
        if let (Some(writer), Some(folder)) = (writer, &self.out) {
            let lines: Vec<Line> = made.into_iter().flat_map(|made| made.lines).collect();
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
        shelf: &mut Shelf,
    ) -> anyhow::Result<Made> {
        let picture = Clock::timed(&clock.opening, || self.picture(tile, shelf))?;
        let ground = Clock::timed(&clock.reading, || picture.ground(tile.gsd_m, self.seed_of(&tile.name)));
        let mut before = None;
        let mut made = Made::default();
        for (place, (kind, severity, seed)) in self.plan(tile, &ground).into_iter().enumerate() {
            let example = Clock::timed(&clock.making, || synthesise(&ground, kind, severity, seed));
            made.painted += 1;
            if !example.is_telling(kind) {
                continue;
            }
            made.kept += 1;
            if let Some(writer) = writer {
                let before = match &mut before {
                    Some(before) => before,
                    none => none.insert(writer.before(tile, &ground.before)?),
                };
                made.lines.push(writer.pair(
                    (first + place, seed),
                    tile,
                    (kind, severity),
                    before,
                    example,
                )?);
            }
        }
        Ok(made)
    }

    fn draw(&self, tiles: &[Tile]) -> anyhow::Result<foreshock_models::edit::Rgb8> {
        let (tiles, kinds) = (evenly(tiles, self.sheet_tiles), self.kinds());
        let mut sheet = Sheet::new(tiles.len(), self.size, &kinds, self.show_ground);
        let mut shelf = Shelf::default();
        for (row, tile) in tiles.iter().enumerate() {
            let ground = self.picture(tile, &mut shelf)?.ground(tile.gsd_m, self.seed_of(&tile.name));
            sheet.before(row, &ground)?;
            for (column, &kind) in kinds.iter().enumerate() {
                let severity = self.severity.unwrap_or(Severity::ALL[(row + column) % 3]);
                let seed = self.seed_of(&format!("{} sheet {}", tile.name, kind.as_str()));
                let example = synthesise_whole(&ground, kind, severity, seed);
                sheet.example((row, column), severity, suits(&ground, kind), &example)?;
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
