//! Sets of pairs that others publish, and our own, read into one form.

mod events;
pub(super) mod lines;
mod magicbrush;
mod predictions;
mod rscc;
mod triples;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::Pair;
use super::synth::LIST;

pub use events::{event_of, kind_of_event, says_no_damage};
pub use predictions::{Predictions, predictions};
pub(super) use rscc::wordings;

/// Why a set cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SetError {
    /// A file or folder cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Io {
        /// File or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A list is no JSON at all.
    #[error("{} is not what its name says: {message}", path.display())]
    Json {
        /// The list.
        path: PathBuf,
        /// Why.
        message: String,
    },
    /// Nothing says what it is.
    #[error(
        "{} is no set that can be read; a folder holds {LIST}, RSCC_qvq.jsonl, pairs.csv, pairs.jsonl, edit_turns.json or \
         before/ and after/, a list has the fields pre_image, before or image",
        path.display()
    )]
    Unknown {
        /// File or folder.
        path: PathBuf,
    },
    /// Lines and images cannot be matched by their order.
    #[error(
        "{} has {lines} lines, but before/ holds {images} images; each image needs its line, in the order of the names",
        path.display()
    )]
    Count {
        /// The list of instructions.
        path: PathBuf,
        /// Lines that it has.
        lines: usize,
        /// Images that need one.
        images: usize,
    },
    /// The list of test pairs belongs to another set.
    #[error("{} names none of the pairs of the set; no pair would be left to test on", path.display())]
    Split {
        /// The list of names.
        path: PathBuf,
    },
    /// There is no pair in it.
    #[error("{} holds no pair{}", path.display(), first.as_ref().map(|s| format!("; line {} {}", s.line, s.reason)).unwrap_or_default())]
    Empty {
        /// File or folder.
        path: PathBuf,
        /// Why the first of its lines was left out.
        first: Option<Skipped>,
    },
}

/// How a set lies on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// JSON lines with `pre_image`, `post_image`, `change_caption`; synthetic pairs too.
    Rscc,
    /// `before`, `instruction`, `after`.
    Triples,
    /// `edit_turns.json` and `images/{id}/`.
    MagicBrush,
    /// `image`, `instruction`, captions, no image after.
    EmuEdit,
}

impl Layout {
    /// Its name in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rscc => "RSCC",
            Self::Triples => "triples",
            Self::MagicBrush => "MagicBrush",
            Self::EmuEdit => "Emu Edit",
        }
    }
}

/// Which pairs a session of several edits gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turns {
    /// Each edit, from the image that it was made on.
    #[default]
    All,
    /// One pair a session, from its first image to its last, with all of its instructions.
    Final,
}

/// How to read.
#[derive(Debug, Clone, Default)]
pub struct SetOptions {
    /// The layout, where it shall not be found out.
    pub layout: Option<Layout>,
    /// Folder that paths are relative to [default: the folder of the list].
    pub root: Option<PathBuf>,
    /// Names of test pairs, one a line [default: `test_set.txt` beside the list].
    pub test_names: Option<PathBuf>,
    /// Which pairs a session of edits gives.
    pub turns: Turns,
}

/// A line that gave no pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Line, from 1.
    pub line: usize,
    /// Why; continues “line 3 …”.
    pub reason: String,
}

/// A set of pairs. Files are named, not looked for.
#[derive(Debug, Clone)]
pub struct Set {
    /// The pairs, in the order of the list.
    pub pairs: Vec<Pair>,
    /// How they lie on disk.
    pub layout: Layout,
    /// Lines that gave none.
    pub skipped: Vec<Skipped>,
}

/// Reads a set: a list (JSON lines, JSON, CSV) or a folder that holds one.
///
/// # Errors
/// When it cannot be read, is of no known layout, holds no pair, or when instructions or names of test pairs do not belong to it. Single bad lines are in [`Set::skipped`].
pub fn open(path: &Path, options: &SetOptions) -> Result<Set, SetError> {
    let list = if path.is_dir() { list_of(path)? } else { path.to_owned() };
    let beside = if list.is_dir() { list.as_path() } else { list.parent().unwrap_or(Path::new("")) };
    let root = options.root.as_deref().unwrap_or(beside);
    let records = if list.is_dir() { triples::stems(&list)? } else { lines::read(&list)? };
    let layout = options
        .layout
        .or_else(|| records.iter().find_map(|(_, record)| layout_of(record.as_ref().ok()?)))
        .ok_or_else(|| {
            match records.iter().find_map(|(line, record)| Some((*line, record.as_ref().err()?))) {
                Some((line, reason)) => SetError::Empty {
                    path: list.clone(),
                    first: Some(Skipped { line, reason: reason.clone() }),
                },
                None => SetError::Unknown { path: path.to_owned() },
            }
        })?;
    let mut skipped = Vec::new();
    let mut pairs = Vec::new();
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let captions = match layout {
        Layout::MagicBrush => magicbrush::captions(beside)?,
        _ => BTreeMap::new(),
    };
    let triples = match layout {
        Layout::EmuEdit => triples::Reader::without_truth(&records),
        _ => triples::Reader::triples(&records),
    };
    for (line, record) in records {
        let pair = record.and_then(|record| match layout {
            Layout::Rscc => rscc::pair(&record, root),
            Layout::Triples | Layout::EmuEdit => triples.pair(&record, root),
            Layout::MagicBrush => magicbrush::pair(&record, root, &captions),
        });
        match pair {
            Ok(pair) => match names.get(&pair.name) {
                Some(first) => {
                    let reason = format!("repeats the name {} of line {first}", pair.name);
                    skipped.push(Skipped { line, reason });
                }
                None => {
                    names.insert(pair.name.clone(), line);
                    pairs.push(pair);
                }
            },
            Err(reason) => skipped.push(Skipped { line, reason }),
        }
    }
    if pairs.is_empty() {
        return Err(SetError::Empty { path: list, first: skipped.into_iter().next() });
    }
    if layout == Layout::MagicBrush && options.turns == Turns::Final {
        pairs = magicbrush::sessions(pairs);
    }
    if layout == Layout::Rscc {
        let names =
            options.test_names.clone().or_else(|| Some(beside.join("test_set.txt")).filter(|p| p.is_file()));
        rscc::split(&mut pairs, names.as_deref())?;
    }
    Ok(Set { pairs, layout, skipped })
}

/// The list of a folder; the folder itself when its pairs go by equal stems.
pub(super) fn list_of(folder: &Path) -> Result<PathBuf, SetError> {
    let known = [LIST, "RSCC_qvq.jsonl", "pairs.csv", "pairs.jsonl", "edit_turns.json"];
    if let Some(list) = known.iter().map(|name| folder.join(name)).find(|list| list.is_file()) {
        return Ok(list);
    }
    if folder.join("before").is_dir() && folder.join("after").is_dir() {
        return Ok(folder.to_owned());
    }
    Err(SetError::Unknown { path: folder.to_owned() })
}

fn layout_of(record: &serde_json::Map<String, serde_json::Value>) -> Option<Layout> {
    let keys = [
        ("pre_image", Layout::Rscc),
        ("before", Layout::Triples),
        ("input", Layout::MagicBrush),
        ("image", Layout::EmuEdit),
    ];
    keys.into_iter().find(|(key, _)| record.contains_key(*key)).map(|(_, layout)| layout)
}

/// A relative path that a list names, below `root`; one that would leave it is refused.
fn below(root: &Path, text: &str, field: &str) -> Result<PathBuf, String> {
    let path = Path::new(text);
    if path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        Ok(root.join(path))
    } else {
        Err(format!("has a path in {field} that leaves the folder of the set: {text}"))
    }
}

pub(super) fn stem(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
