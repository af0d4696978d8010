//! Plain triples (before, instruction, after), and instructions without an image after (Emu Edit).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Map, Value, json};

use super::lines::{Record, field, text};
use super::rscc::{disaster, severity, wordings};
use super::{SetError, below, stem};
use crate::data::{Disaster, Pair};

/// Reads the records of one list.
pub(super) struct Reader {
    before: &'static str,
    after: &'static str,
    needs_after: bool,
    /// Stems that several images before have.
    befores: BTreeSet<String>,
    /// Stems that several images after have.
    afters: BTreeSet<String>,
}

impl Reader {
    pub(super) fn triples(records: &[Record]) -> Self {
        Self::of(records, "before", "after", true)
    }

    pub(super) fn without_truth(records: &[Record]) -> Self {
        Self::of(records, "image", "edited", false)
    }

    fn of(records: &[Record], before: &'static str, after: &'static str, needs_after: bool) -> Self {
        let (befores, afters) = (shared(records, before), shared(records, after));
        Self { before, after, needs_after, befores, afters }
    }

    pub(super) fn pair(&self, record: &Map<String, Value>, root: &Path) -> Result<Pair, String> {
        let (before, after) = (self.before, self.after);
        let image = |key: &str| field(record, key).map(|path| below(root, &path, key)).transpose();
        let named = field(record, before).ok_or_else(|| format!("has no {before}"))?;
        let after_named = field(record, after);
        if self.needs_after && after_named.is_none() {
            return Err(format!("has no {after}"));
        }
        let mut instructions = wordings(record);
        if instructions.is_empty() {
            instructions.push(field(record, "instruction").ok_or("has no instruction")?);
        }
        let id = record.get("idx").or(record.get("id")).map(|id| id.to_string().replace('"', ""));
        let name = match &after_named {
            Some(after) => called(after, &self.afters),
            None => id.filter(|id| !id.is_empty()).unwrap_or_else(|| called(&named, &self.befores)),
        };
        let disaster = disaster(record)?;
        Ok(Pair {
            before: below(root, &named, before)?,
            after: image(after)?,
            instructions,
            caption: field(record, "caption").or_else(|| field(record, "output_caption")),
            before_caption: field(record, "input_caption"),
            disaster,
            severity: severity(record)?,
            negative: disaster == Some(Disaster::None),
            test: None,
            group: field(record, "group").unwrap_or_else(|| called(&named, &self.befores)),
            change_mask: image("change_mask")?,
            damage_mask: image("damage_mask")?,
            name,
        })
    }
}

/// Stems that several images of a list have (`a/after.png`, `b/after.png`).
fn shared(records: &[Record], key: &str) -> BTreeSet<String> {
    let mut paths: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in records.iter().filter_map(|(_, record)| field(record.as_ref().ok()?, key)) {
        paths.entry(stem(&path)).or_default().insert(whole(&path));
    }
    paths.into_iter().filter(|(_, paths)| paths.len() > 1).map(|(stem, _)| stem).collect()
}

/// What an image is called: its stem, or all of its path where the stem is shared.
fn called(path: &str, shared: &BTreeSet<String>) -> String {
    let stem = stem(path);
    if shared.contains(&stem) { whole(path) } else { stem }
}

/// A path as a name: `a/after.png` is `a_after`.
fn whole(path: &str) -> String {
    let mut parts: Vec<&str> =
        path.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".").collect();
    parts.pop();
    let stem = stem(path);
    parts.push(&stem);
    parts.join("_")
}

/// `before/` and `after/` with equal stems; `instructions.txt` (in the order of the stems of `before/`) or `instructions.json`
/// (by stem). Of files that share a stem the first is taken.
pub(super) fn stems(folder: &Path) -> Result<Vec<Record>, SetError> {
    let (before, after) = (files(&folder.join("before"))?, files(&folder.join("after"))?);
    let by_stem = folder.join("instructions.json");
    let texts: BTreeMap<String, String> = if by_stem.is_file() {
        serde_json::from_str(&text(&by_stem)?)
            .map_err(|error| SetError::Json { path: by_stem, message: error.to_string() })?
    } else {
        in_order(&folder.join("instructions.txt"), &before)?
    };
    let mut records = Vec::new();
    let mut place = 0;
    for (stem, names) in &before {
        for (number, file) in names.iter().enumerate() {
            place += 1;
            let record = match (after.get(stem).and_then(|names| names.first()), texts.get(stem)) {
                _ if number > 0 => Err(doubled("before", file, names)),
                (None, _) => Err(format!("({file}) has no image after/{stem}.*")),
                (_, None) => Err(format!("({file}) has no instruction")),
                (Some(after), Some(text)) => Ok(Map::from_iter([
                    ("before".to_owned(), json!(format!("before/{file}"))),
                    ("after".to_owned(), json!(format!("after/{after}"))),
                    ("instruction".to_owned(), json!(text)),
                ])),
            };
            records.push((place, record));
        }
    }
    // Images after that belong to nothing have no line of their own: they are told behind the last one.
    for (stem, names) in &after {
        let left: &[String] =
            if before.contains_key(stem) { names.get(1..).unwrap_or_default() } else { names };
        for file in left {
            place += 1;
            let reason = if before.contains_key(stem) {
                doubled("after", file, names)
            } else {
                format!("(after/{file}) has no image before/{stem}.*")
            };
            records.push((place, Err(reason)));
        }
    }
    Ok(records)
}

fn doubled(folder: &str, file: &str, names: &[String]) -> String {
    let first = names.first().map_or("", String::as_str);
    format!("({folder}/{file}) is passed over: {folder}/{first} has the same stem")
}

/// Instructions by stem, from a list that has a line for each image.
fn in_order(
    path: &Path,
    images: &BTreeMap<String, Vec<String>>,
) -> Result<BTreeMap<String, String>, SetError> {
    let list = text(path)?;
    let mut lines: Vec<&str> = list.lines().collect();
    let count = images.values().map(Vec::len).sum();
    while lines.len() > count && lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    // One line too few or too many would give every image behind it its neighbour's instruction.
    if lines.len() != count {
        return Err(SetError::Count { path: path.to_owned(), lines: lines.len(), images: count });
    }
    let mut texts = BTreeMap::new();
    let each = images.iter().flat_map(|(stem, names)| names.iter().map(move |_| stem));
    for (stem, line) in each.zip(lines) {
        texts.entry(stem.clone()).or_insert_with(|| line.to_owned());
    }
    Ok(texts)
}

/// Images of a folder: file names by stem, sorted.
pub(super) fn files(folder: &Path) -> Result<BTreeMap<String, Vec<String>>, SetError> {
    let io = |source| SetError::Io { path: folder.to_owned(), source };
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let name = entry.map_err(io)?.file_name().to_string_lossy().into_owned();
        let lower = name.to_lowercase();
        if [".png", ".jpg", ".jpeg"].iter().any(|extension| lower.ends_with(extension)) {
            files.entry(stem(&name)).or_default().push(name);
        }
    }
    // A folder is listed in any order.
    files.values_mut().for_each(|names| names.sort());
    Ok(files)
}
