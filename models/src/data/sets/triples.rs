//! Plain triples (before, instruction, after), and instructions without an image after (Emu Edit).

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::lines::{Record, field, text};
use super::rscc::{disaster, severity, wordings};
use super::{SetError, below, stem};
use crate::data::{Disaster, Pair};

pub(super) fn pair(record: &Map<String, Value>, root: &Path) -> Result<Pair, String> {
    read(record, root, "before", "after", true)
}

pub(super) fn without_truth(record: &Map<String, Value>, root: &Path) -> Result<Pair, String> {
    read(record, root, "image", "edited", false)
}

fn read(
    record: &Map<String, Value>,
    root: &Path,
    before: &str,
    after: &str,
    needed: bool,
) -> Result<Pair, String> {
    let image = |key: &str| field(record, key).map(|path| below(root, &path, key)).transpose();
    let named = field(record, before).ok_or_else(|| format!("has no {before}"))?;
    let after_named = field(record, after);
    if needed && after_named.is_none() {
        return Err(format!("has no {after}"));
    }
    let mut instructions = wordings(record);
    if instructions.is_empty() {
        instructions.push(field(record, "instruction").ok_or("has no instruction")?);
    }
    let id = record.get("idx").or(record.get("id")).map(|id| id.to_string().replace('"', ""));
    let name = match &after_named {
        Some(after) => stem(after),
        None => id.filter(|id| !id.is_empty()).unwrap_or_else(|| stem(&named)),
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
        group: field(record, "group").unwrap_or_else(|| stem(&named)),
        change_mask: image("change_mask")?,
        damage_mask: image("damage_mask")?,
        name,
    })
}

/// `before/` and `after/` with equal stems; `instructions.txt` (in the order of the names of `before/`) or `instructions.json`
/// (by stem).
pub(super) fn stems(folder: &Path) -> Result<Vec<Record>, SetError> {
    let (before, after) = (files(&folder.join("before"))?, files(&folder.join("after"))?);
    let by_stem = folder.join("instructions.json");
    let texts: BTreeMap<String, String> = if by_stem.is_file() {
        serde_json::from_str(&text(&by_stem)?)
            .map_err(|error| SetError::Json { path: by_stem, message: error.to_string() })?
    } else {
        let list = text(&folder.join("instructions.txt"))?;
        before.keys().cloned().zip(list.lines().map(str::to_owned)).collect()
    };
    let record = |(place, (stem, file)): (usize, (&String, &String))| {
        let record = match (after.get(stem), texts.get(stem)) {
            (None, _) => Err(format!("({file}) has no image after/{stem}.*")),
            (_, None) => Err(format!("({file}) has no instruction")),
            (Some(after), Some(text)) => Ok(Map::from_iter([
                ("before".to_owned(), json!(format!("before/{file}"))),
                ("after".to_owned(), json!(format!("after/{after}"))),
                ("instruction".to_owned(), json!(text)),
            ])),
        };
        (place + 1, record)
    };
    Ok(before.iter().enumerate().map(record).collect())
}

/// Images of a folder: file names by stem.
pub(super) fn files(folder: &Path) -> Result<BTreeMap<String, String>, SetError> {
    let io = |source| SetError::Io { path: folder.to_owned(), source };
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let name = entry.map_err(io)?.file_name().to_string_lossy().into_owned();
        let lower = name.to_lowercase();
        if [".png", ".jpg", ".jpeg"].iter().any(|extension| lower.ends_with(extension)) {
            files.insert(stem(&name), name);
        }
    }
    Ok(files)
}
