//! `foreshock-lab data masks`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use clap::Args;
use foreshock_models::data::xbd::{CLASSES, Label, PART, TILE, labels_below, parts};
use foreshock_models::data::{Set, SetOptions, open};
use foreshock_models::edit::Gray8;
use foreshock_models::pixels;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::line;

/// Skipped buildings that are told one by one.
const TOLD: usize = 5;

/// Example: foreshock-lab data masks --labels xbd/tier3/labels --pairs RSCC/ --out RSCC/masks
#[derive(Args)]
pub(crate) struct Masks {
    /// Folder with xBD's labels, `{event}_{id}_post_disaster.json`; those below it are read too.
    #[arg(long)]
    labels: PathBuf,
    /// Folder for the masks; the reader of a set looks into `masks/` beside its list.
    #[arg(long)]
    out: PathBuf,
    /// Set of pairs: only their masks are written, parts included.
    #[arg(long)]
    pairs: Option<PathBuf>,
    /// Also write the four parts that RSCC cuts a tile into.
    #[arg(long)]
    parts: bool,
    /// Write over masks that are there already.
    #[arg(long)]
    force: bool,
}

/// What came of labels.
#[derive(Default)]
struct Drawn {
    labels: usize,
    tiles: usize,
    parts: usize,
    kept: usize,
    /// Buildings and pixels of each class.
    classes: [(usize, usize); CLASSES.len()],
    broken: Vec<String>,
}

impl Drawn {
    fn and(mut self, other: Self) -> Self {
        self.labels += other.labels;
        self.tiles += other.tiles;
        self.parts += other.parts;
        self.kept += other.kept;
        for (own, other) in self.classes.iter_mut().zip(other.classes) {
            *own = (own.0 + other.0, own.1 + other.1);
        }
        self.broken.extend(other.broken);
        self
    }
}

impl Masks {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let labels = self.found()?;
        let set = self.set()?;
        let wanted: Option<BTreeSet<&str>> =
            set.as_ref().map(|set| set.pairs.iter().map(|pair| pair.name.as_str()).collect());
        let drawn = labels
            .par_iter()
            .map(|(stem, path)| self.draw(stem, path, wanted.as_ref()))
            .try_reduce(Drawn::default, |a, b| Ok(a.and(b)))?;
        for told in drawn.broken.iter().take(TOLD) {
            tracing::warn!("{told}");
        }
        for ((name, _), (buildings, pixels)) in CLASSES.iter().zip(drawn.classes) {
            line(format!("{name:14}{buildings:>9} buildings {pixels:>12} px"));
        }
        line(format!(
            "{} labels read, {} masks of tiles and {} of parts written, {} that were there kept, {} buildings left out: outline cannot be read",
            drawn.labels,
            drawn.tiles,
            drawn.parts,
            drawn.kept,
            drawn.broken.len()
        ));
        if let Some(set) = self.set()? {
            let masked = set.pairs.iter().filter(|pair| pair.damage_mask.is_some()).count();
            line(format!("{masked} of {} pairs have a damage mask", set.pairs.len()));
        }
        Ok(())
    }

    /// The labels by the stem of their image.
    fn found(&self) -> anyhow::Result<BTreeMap<String, PathBuf>> {
        let mut labels = BTreeMap::new();
        for path in labels_below(&self.labels)? {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if let Some(first) = labels.insert(stem, path.clone()) {
                anyhow::bail!("{} and {} are labels of one tile", first.display(), path.display());
            }
        }
        ensure!(!labels.is_empty(), "{} holds no label *_post_disaster.json", self.labels.display());
        Ok(labels)
    }

    fn set(&self) -> anyhow::Result<Option<Set>> {
        let set = self.pairs.as_ref().map(|path| open(path, &SetOptions::default())).transpose();
        set.context("--pairs")
    }

    fn draw(&self, stem: &str, path: &Path, wanted: Option<&BTreeSet<&str>>) -> anyhow::Result<Drawn> {
        let cut: Vec<(usize, String)> = (0..4)
            .map(|part| (part, format!("{stem}_part{}", part + 1)))
            .filter(|(_, name)| wanted.map_or(self.parts, |wanted| wanted.contains(name.as_str())))
            .collect();
        if cut.is_empty() && wanted.is_some_and(|wanted| !wanted.contains(stem)) {
            return Ok(Drawn::default());
        }
        let label = Label::read(path)?;
        let mask = label.mask();
        let mut drawn = Drawn { labels: 1, ..Drawn::default() };
        for ((_, class), count) in CLASSES.iter().zip(&mut drawn.classes) {
            count.0 = label.buildings.iter().filter(|building| building.class == *class).count();
            count.1 = mask.data.iter().filter(|pixel| *pixel == class).count();
        }
        let tell = |(feature, reason)| format!("{}, feature {feature}: {reason}", path.display());
        drawn.broken = label.broken.into_iter().map(|broken| tell((broken.feature, broken.reason))).collect();
        let written = self.write(&format!("{stem}_damage"), &mask)?;
        (drawn.tiles, drawn.kept) = (usize::from(written), usize::from(!written));
        if !cut.is_empty() {
            let parts = parts(&mask).with_context(|| {
                format!(
                    "{}: a tile of {} × {} px; parts of {PART} px are cut from {TILE} × {TILE} px",
                    path.display(),
                    mask.width,
                    mask.height
                )
            })?;
            for (part, name) in cut {
                let written = self.write(&name, &parts[part])?;
                drawn.parts += usize::from(written);
                drawn.kept += usize::from(!written);
            }
        }
        Ok(drawn)
    }

    /// Writes a mask, unless it is there and may not be replaced.
    fn write(&self, name: &str, mask: &Gray8) -> anyhow::Result<bool> {
        let path = self.out.join(format!("{name}.png"));
        let write = self.force || !path.try_exists()?;
        if write {
            pixels::write_gray(&path, mask)?;
        }
        Ok(write)
    }
}
