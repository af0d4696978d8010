//! Edited images of a set: RSEdit's results folder, or images that carry the pairs' names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::lines::{self, field};
use super::{Set, SetError, below, stem, triples};

/// Which pair has which edited image.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Predictions {
    /// Edited image by the name of the pair.
    pub found: BTreeMap<String, PathBuf>,
    /// Pairs without one.
    pub missing: Vec<String>,
    /// Images that belong to no pair.
    pub unused: Vec<PathBuf>,
    /// Pairs whose edit failed, as the results say.
    pub failed: Vec<String>,
}

/// Matches the edited images of a folder with the pairs of a set. Names are the pairs' (the image after); those of the images
/// before count where only one pair has that image.
///
/// # Errors
/// When the folder or its `metadata.json` cannot be read.
pub fn predictions(dir: &Path, set: &Set) -> Result<Predictions, SetError> {
    let mut names: BTreeMap<String, Option<&str>> = BTreeMap::new();
    for pair in &set.pairs {
        let before = stem(&pair.before.to_string_lossy());
        names.entry(before).and_modify(|name| *name = None).or_insert(Some(&pair.name));
    }
    for pair in &set.pairs {
        names.insert(pair.name.clone(), Some(&pair.name));
    }
    let name_of = |text: &str| names.get(&stem(text)).copied().flatten();
    let images = if dir.join("images").is_dir() { dir.join("images") } else { dir.to_owned() };
    let mut left: BTreeSet<PathBuf> =
        triples::files(&images)?.into_values().flatten().map(|file| images.join(file)).collect();
    let mut result = Predictions::default();
    let mut failed = BTreeSet::new();
    let list = dir.join("metadata.json");
    if list.is_file() {
        for record in lines::read(&list)?.into_iter().filter_map(|(_, record)| record.ok()) {
            let text = |key: &str| field(&record, key);
            let keys = ["post_image", "pre_image", "filename"];
            let Some(name) = keys.iter().find_map(|key| name_of(&text(key)?)) else { continue };
            if text("status").is_some_and(|s| !matches!(s.as_str(), "success" | "ok" | "skipped" | "exists"))
            {
                failed.insert(name.to_owned());
            }
            let Some(path) = text("filename").and_then(|file| below(&images, &file, "filename").ok()) else {
                continue;
            };
            if left.remove(&path) {
                result.found.insert(name.to_owned(), path);
            }
        }
    }
    for path in left {
        match name_of(&path.to_string_lossy()) {
            Some(name) if !result.found.contains_key(name) => {
                result.found.insert(name.to_owned(), path);
            }
            _ => result.unused.push(path),
        }
    }
    // What failed is not scored by an image that an earlier run left.
    result.found.retain(|name, _| !failed.contains(name));
    let absent = |name: &&String| !result.found.contains_key(*name) && !failed.contains(*name);
    result.missing = set.pairs.iter().map(|pair| &pair.name).filter(absent).cloned().collect();
    result.failed = failed.into_iter().collect();
    Ok(result)
}
