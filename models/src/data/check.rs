//! Looks at every file of a set before anybody trains on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use serde::Serialize;

use super::{Disaster, Pair, Set};
use crate::pixels;

/// Names that a problem shows.
const SHOWN: usize = 5;

/// What may be wrong; errors first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// A file that is named is not there.
    Missing,
    /// A file is there, but no image that is read.
    Unreadable,
    /// Image after or mask of another size than the image before.
    SizeMismatch,
    /// An image that has not the size of most images.
    OddSize,
    /// Pairs whose images after are the same.
    RepeatedAfter,
    /// The image after is the image before, but the pair is no negative.
    Unchanged,
    /// A mask with values that mean nothing.
    MaskValues,
    /// A pair without words.
    EmptyInstruction,
    /// A line that gave no pair.
    Skipped,
}

impl Fault {
    /// Does it stop training, or only make it worse?
    #[must_use]
    pub fn is_error(self) -> bool {
        matches!(self, Self::Missing | Self::Unreadable | Self::SizeMismatch)
    }

    fn says(self) -> &'static str {
        match self {
            Self::Missing => "missing files",
            Self::Unreadable => "unreadable images",
            Self::SizeMismatch => "other size than the image before",
            Self::OddSize => "images of an unusual size",
            Self::RepeatedAfter => "same image after in several pairs",
            Self::Unchanged => "image after is the image before, but no negative",
            Self::MaskValues => "masks with values that are not allowed",
            Self::EmptyInstruction => "empty instructions",
            Self::Skipped => "lines left out",
        }
    }
}

/// All that is wrong in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// In which way.
    pub fault: Fault,
    /// Does it stop training?
    pub error: bool,
    /// How often.
    pub count: usize,
    /// The first few: files, pairs or lines.
    pub first: Vec<String>,
}

/// What a set holds and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How it lies on disk.
    pub layout: &'static str,
    /// Pairs.
    pub pairs: usize,
    /// Pairs by kind of disaster; `unknown` where none is named.
    pub disasters: BTreeMap<&'static str, usize>,
    /// Pairs by severity; `unknown` where none is named.
    pub severities: BTreeMap<&'static str, usize>,
    /// Pairs that show no change.
    pub negatives: usize,
    /// Pairs that the set itself trains on.
    pub train: usize,
    /// Pairs that the set itself tests on.
    pub test: usize,
    /// Pairs for which the set has no split.
    pub unsplit: usize,
    /// Pairs with a change mask.
    pub change_masks: usize,
    /// Pairs with a damage mask.
    pub damage_masks: usize,
    /// Pairs with neither.
    pub without_masks: usize,
    /// Pairs without an image after.
    pub without_after: usize,
    /// Pairs whose image after is described.
    pub captions: usize,
    /// Distinct instructions.
    pub instructions: usize,
    /// Images (without masks) that could be read, each file once.
    pub images: usize,
    /// Width and height of most images.
    pub usual_size: Option<(usize, usize)>,
    /// What is wrong, errors first.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Is anything wrong that stops training?
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.error)
    }
}

/// What a file is used as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Image,
    Change,
    Damage,
}

impl Role {
    fn allows(self, value: u8) -> bool {
        match self {
            Self::Image => true,
            Self::Change => matches!(value, 0 | 255),
            Self::Damage => matches!(value, 0..=4 | 255),
        }
    }
}

/// What is known of a file once it was read.
enum File {
    Missing,
    Unreadable(String),
    Read {
        size: (usize, usize),
        /// Of the pixels: files that differ in their text or compression alone are the same image.
        digest: blake3::Hash,
        /// Values that the role does not allow.
        strange: BTreeSet<u8>,
    },
}

impl File {
    fn read(path: &Path, role: Role) -> Self {
        if !path.exists() {
            return Self::Missing;
        }
        let read = match role {
            Role::Image => pixels::read_rgb(path).map(|image| ((image.width, image.height), image.data)),
            Role::Change | Role::Damage => {
                pixels::read_gray(path).map(|mask| ((mask.width, mask.height), mask.data))
            }
        };
        match read {
            Ok((size, data)) => {
                let mut hasher = blake3::Hasher::new();
                hasher.update(&(size.0 as u64).to_le_bytes()).update(&data);
                let strange = match role {
                    Role::Image => BTreeSet::new(),
                    _ => data.into_iter().filter(|value| !role.allows(*value)).collect(),
                };
                Self::Read { size, digest: hasher.finalize(), strange }
            }
            Err(error) => Self::Unreadable(error.to_string()),
        }
    }

    fn size(&self) -> Option<(usize, usize)> {
        match self {
            Self::Read { size, .. } => Some(*size),
            _ => None,
        }
    }

    fn digest(&self) -> Option<blake3::Hash> {
        match self {
            Self::Read { digest, .. } => Some(*digest),
            _ => None,
        }
    }
}

type Files<'a> = BTreeMap<(Role, &'a Path), File>;

/// Reads every image and mask of a set, each file once, on all cores. `seen` is told how many files are done, and of how many.
pub fn check(set: &Set, seen: &(dyn Fn(usize, usize) + Sync)) -> Report {
    let named: BTreeSet<(Role, &Path)> = set.pairs.iter().flat_map(files_of).collect();
    let (all, done) = (named.len(), AtomicUsize::new(0));
    let files: Files = named
        .into_par_iter()
        .map(|(role, path)| {
            let file = File::read(path, role);
            seen(done.fetch_add(1, Ordering::Relaxed) + 1, all);
            ((role, path), file)
        })
        .collect();
    let usual_size = usual_size(&files);
    let mut problems = Problems::default();
    problems.of_files(&files, usual_size);
    problems.of_pairs(&set.pairs, &files);
    for skipped in &set.skipped {
        problems.add(Fault::Skipped, || format!("line {} {}", skipped.line, skipped.reason));
    }
    let count = |fits: &dyn Fn(&Pair) -> bool| set.pairs.iter().filter(|pair| fits(pair)).count();
    let images = |((role, _), file): &(&(Role, &Path), &File)| *role == Role::Image && file.size().is_some();
    let words = |pair: &Pair| pair.instructions.clone();
    Report {
        layout: set.layout.as_str(),
        pairs: set.pairs.len(),
        disasters: tally(&set.pairs, |pair| pair.disaster.map(Disaster::as_str)),
        severities: tally(&set.pairs, |pair| pair.severity.map(|severity| severity.as_str())),
        negatives: count(&|pair| pair.negative),
        train: count(&|pair| pair.test == Some(false)),
        test: count(&|pair| pair.test == Some(true)),
        unsplit: count(&|pair| pair.test.is_none()),
        change_masks: count(&|pair| pair.change_mask.is_some()),
        damage_masks: count(&|pair| pair.damage_mask.is_some()),
        without_masks: count(&|pair| pair.change_mask.is_none() && pair.damage_mask.is_none()),
        without_after: count(&|pair| pair.after.is_none()),
        captions: count(&|pair| pair.caption.is_some()),
        instructions: set.pairs.iter().flat_map(words).collect::<BTreeSet<_>>().len(),
        images: files.iter().filter(images).count(),
        usual_size,
        problems: problems.list(),
    }
}

fn files_of(pair: &Pair) -> impl Iterator<Item = (Role, &Path)> {
    let after = pair.after.as_deref().map(|path| (Role::Image, path));
    let change = pair.change_mask.as_deref().map(|path| (Role::Change, path));
    let damage = pair.damage_mask.as_deref().map(|path| (Role::Damage, path));
    [Some((Role::Image, pair.before.as_path())), after, change, damage].into_iter().flatten()
}

fn found<'a>(files: &'a Files<'a>, role: Role, path: Option<&'a Path>) -> Option<&'a File> {
    files.get(&(role, path?))
}

/// The size that most images have; of equally frequent ones the largest.
fn usual_size(files: &Files) -> Option<(usize, usize)> {
    let mut sizes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for ((role, _), file) in files {
        if let (Role::Image, Some(size)) = (role, file.size()) {
            *sizes.entry(size).or_default() += 1;
        }
    }
    sizes.into_iter().max_by_key(|(size, count)| (*count, *size)).map(|(size, _)| size)
}

fn tally(pairs: &[Pair], value: impl Fn(&Pair) -> Option<&'static str>) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for pair in pairs {
        *counts.entry(value(pair).unwrap_or("unknown")).or_default() += 1;
    }
    counts
}

/// Problems as they are found: how many, and the first few.
#[derive(Default)]
struct Problems(BTreeMap<Fault, (usize, Vec<String>)>);

impl Problems {
    fn add(&mut self, fault: Fault, name: impl FnOnce() -> String) {
        let (count, first) = self.0.entry(fault).or_default();
        *count += 1;
        if first.len() < SHOWN {
            first.push(name());
        }
    }

    fn of_files(&mut self, files: &Files, usual: Option<(usize, usize)>) {
        for ((role, path), file) in files {
            match file {
                File::Missing => self.add(Fault::Missing, || path.display().to_string()),
                // The message names the file.
                File::Unreadable(message) => self.add(Fault::Unreadable, || message.clone()),
                File::Read { size, strange, .. } => {
                    if *role == Role::Image && usual.is_some_and(|usual| usual != *size) {
                        self.add(Fault::OddSize, || format!("{} ({})", path.display(), px(*size)));
                    }
                    if !strange.is_empty() {
                        let values: Vec<String> =
                            strange.iter().take(SHOWN).map(ToString::to_string).collect();
                        let more = if strange.len() > SHOWN { ", …" } else { "" };
                        self.add(Fault::MaskValues, || {
                            format!("{} ({}{more})", path.display(), values.join(", "))
                        });
                    }
                }
            }
        }
    }

    fn of_pairs(&mut self, pairs: &[Pair], files: &Files) {
        let mut afters: BTreeMap<[u8; 32], Vec<&str>> = BTreeMap::new();
        for pair in pairs {
            if !pair.instructions.iter().any(|text| !text.trim().is_empty()) {
                self.add(Fault::EmptyInstruction, || pair.name.clone());
            }
            let before = found(files, Role::Image, Some(&pair.before));
            let after = found(files, Role::Image, pair.after.as_deref());
            let size = before.and_then(File::size);
            for (what, file) in [
                ("image after", after),
                ("change mask", found(files, Role::Change, pair.change_mask.as_deref())),
                ("damage mask", found(files, Role::Damage, pair.damage_mask.as_deref())),
            ] {
                if let (Some(size), Some(other)) = (size, file.and_then(File::size))
                    && size != other
                {
                    self.add(Fault::SizeMismatch, || {
                        format!("{} (before {}, {what} {})", pair.name, px(size), px(other))
                    });
                }
            }
            if let Some(digest) = after.and_then(File::digest) {
                afters.entry(*digest.as_bytes()).or_default().push(&pair.name);
                if before.and_then(File::digest) == Some(digest) && !pair.negative {
                    self.add(Fault::Unchanged, || pair.name.clone());
                }
            }
        }
        let mut repeated: Vec<Vec<&str>> = afters.into_values().filter(|names| names.len() > 1).collect();
        // In the order of the names, not of the hashes.
        repeated.sort();
        for names in repeated {
            self.add(Fault::RepeatedAfter, || {
                let more = if names.len() > SHOWN { ", …" } else { "" };
                let shown: Vec<&str> = names.iter().take(SHOWN).copied().collect();
                format!("{}{more} ({} pairs)", shown.join(", "), names.len())
            });
        }
    }

    fn list(self) -> Vec<Problem> {
        let problem =
            |(fault, (count, first)): (Fault, _)| Problem { fault, error: fault.is_error(), count, first };
        self.0.into_iter().map(problem).collect()
    }
}

fn px((width, height): (usize, usize)) -> String {
    format!("{width} × {height} px")
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = |counts: &BTreeMap<&str, usize>| {
            let parts: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
            parts.join(", ")
        };
        writeln!(f, "pairs         {} ({})", self.pairs, self.layout)?;
        writeln!(f, "disasters     {}", counts(&self.disasters))?;
        writeln!(f, "severities    {}", counts(&self.severities))?;
        writeln!(f, "negatives     {}", self.negatives)?;
        writeln!(f, "split         {} train, {} test, {} without", self.train, self.test, self.unsplit)?;
        writeln!(
            f,
            "masks         {} change, {} damage, {} pairs without",
            self.change_masks, self.damage_masks, self.without_masks
        )?;
        writeln!(f, "captions      {}", self.captions)?;
        writeln!(f, "instructions  {} distinct", self.instructions)?;
        let usual = self.usual_size.map(|size| format!(", most of {}", px(size))).unwrap_or_default();
        write!(f, "images        {} files{usual}", self.images)?;
        if self.without_after > 0 {
            write!(f, "; {} pairs have no image after", self.without_after)?;
        }
        if self.problems.is_empty() {
            write!(f, "\nno problems")?;
        }
        for problem in &self.problems {
            let weight = if problem.error { "error" } else { "warning" };
            write!(f, "\n{weight:8} {}: {}", problem.fault.says(), problem.count)?;
            for name in &problem.first {
                write!(f, "\n           {name}")?;
            }
            if problem.count > problem.first.len() {
                write!(f, "\n           …")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::sets::{Layout, Skipped};
    use crate::edit::{Gray8, Rgb8};

    fn pair(root: &Path, name: &str) -> Pair {
        Pair {
            name: name.to_owned(),
            before: root.join("before.png"),
            after: Some(root.join(format!("{name}.png"))),
            instructions: vec!["flood it".to_owned()],
            caption: None,
            before_caption: None,
            disaster: Some(Disaster::Flood),
            severity: None,
            negative: false,
            test: None,
            group: name.to_owned(),
            change_mask: None,
            damage_mask: None,
        }
    }

    #[test]
    fn every_fault_is_told_with_its_names() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let image = |name: &str, side: usize, value: u8| {
            let image = Rgb8 { width: side, height: side, data: vec![value; side * side * 3] };
            pixels::write_rgb(&root.join(name), &image).unwrap();
        };
        let mask = |name: &str, values: [u8; 4]| {
            let mask = Gray8 { width: 2, height: 2, data: values.to_vec() };
            pixels::write_gray(&root.join(name), &mask).unwrap();
        };
        image("before.png", 2, 1);
        image("same.png", 2, 1);
        image("twice.png", 2, 9);
        image("again.png", 2, 9);
        image("large.png", 3, 9);
        std::fs::write(root.join("broken.png"), "no image").unwrap();
        mask("change.png", [0, 255, 128, 1]);
        mask("damage.png", [0, 4, 5, 255]);
        let names = ["same", "twice", "again", "large", "broken", "gone"];
        let mut pairs: Vec<Pair> = names.into_iter().map(|name| pair(root, name)).collect();
        pairs[1].change_mask = Some(root.join("change.png"));
        pairs[1].damage_mask = Some(root.join("damage.png"));
        pairs[2].instructions = vec![" ".to_owned()];
        let skipped = vec![Skipped { line: 7, reason: "is not JSON".to_owned() }];
        let mut set = Set { pairs, layout: Layout::Triples, skipped };
        let report = check(&set, &|_, _| {});
        let of = |fault: Fault| {
            let problem = report.problems.iter().find(|problem| problem.fault == fault).unwrap();
            (problem.count, problem.first.join("; ").replace(&format!("{}/", root.display()), ""))
        };
        assert_eq!(of(Fault::Missing), (1, "gone.png".to_owned()));
        let (count, told) = of(Fault::Unreadable);
        assert!(count == 1 && told.starts_with("broken.png: "), "{count} {told}");
        let mismatch = "large (before 2 × 2 px, image after 3 × 3 px)";
        assert_eq!(of(Fault::SizeMismatch), (1, mismatch.to_owned()));
        assert_eq!(of(Fault::OddSize), (1, "large.png (3 × 3 px)".to_owned()));
        assert_eq!(of(Fault::RepeatedAfter), (1, "twice, again (2 pairs)".to_owned()));
        assert_eq!(of(Fault::Unchanged), (1, "same".to_owned()));
        assert_eq!(of(Fault::MaskValues), (2, "change.png (1, 128); damage.png (5)".to_owned()));
        assert_eq!(of(Fault::EmptyInstruction), (1, "again".to_owned()));
        assert_eq!(of(Fault::Skipped), (1, "line 7 is not JSON".to_owned()));
        assert!(report.has_errors() && report.problems[0].error && !report.problems[8].error);
        assert_eq!((report.images, report.usual_size), (5, Some((2, 2))));

        // A negative may be what it was; words that do not stop training are no errors.
        set.pairs.truncate(2);
        set.pairs[0].negative = true;
        let report = check(&set, &|_, _| {});
        let faults: Vec<Fault> = report.problems.iter().map(|problem| problem.fault).collect();
        assert_eq!(faults, [Fault::MaskValues, Fault::Skipped]);
        assert!(!report.has_errors());
    }
}
