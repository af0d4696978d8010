//! A model folder as a whole: its components, its digest, its description.

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::LoadError;
use crate::weights::WeightError;

/// Name of the list of SHA-256 digests, as `sha256sum` writes it.
const SUMS: &str = "SHA256SUMS";

/// Every file that makes a model, in fixed order: configurations, tokenizers, weights.
fn files(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let mut found = Vec::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(current) = pending.pop() {
        let io = |source| LoadError::Io { path: current.clone(), source };
        for entry in std::fs::read_dir(&current).map_err(io)? {
            let path = entry.map_err(io)?.path();
            if path.is_dir() {
                pending.push(path);
            } else if path
                .extension()
                .is_some_and(|ext| ["json", "safetensors", "txt"].iter().any(|known| ext == *known))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// (path within the folder, BLAKE3 in hex) of every file that makes the model.
///
/// # Errors
/// When a file cannot be read.
pub fn component_digests(folder: &Path) -> Result<Vec<(String, String)>, LoadError> {
    files(folder)?
        .into_iter()
        .map(|path| {
            let mut hasher = blake3::Hasher::new();
            hasher.update_mmap(&path).map_err(|source| LoadError::Io { path: path.clone(), source })?;
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
            Ok((name, hasher.finalize().to_hex().to_string()))
        })
        .collect()
}

/// Holds the files of a model against every `SHA256SUMS` in its folder and one level below.
///
/// # Errors
/// Names the first file that is missing or differs.
pub fn check_sums(folder: &Path) -> Result<(), LoadError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| LoadError::Io { path, source }
    };
    let mut places = vec![folder.to_owned()];
    for entry in std::fs::read_dir(folder).map_err(io(folder))? {
        let path = entry.map_err(io(folder))?.path();
        if path.is_dir() {
            places.push(path);
        }
    }
    for place in places {
        let list = place.join(SUMS);
        if !list.is_file() {
            continue;
        }
        let text = std::fs::read_to_string(&list).map_err(io(&list))?;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let parts = line.split_once(char::is_whitespace).filter(|(sum, _)| sum.len() == 64);
            let Some((wanted, name)) = parts else {
                let message = format!("“{line}” is not a line of sha256sum");
                return Err(LoadError::Config { path: list, message });
            };
            let path = place.join(name.trim_start().trim_start_matches('*'));
            let mut file = std::fs::File::open(&path).map_err(io(&path))?;
            let mut hasher = Sha256::new();
            std::io::copy(&mut file, &mut hasher).map_err(io(&path))?;
            let found: String = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            if !found.eq_ignore_ascii_case(wanted) {
                return Err(WeightError::Digest { path, wanted: wanted.to_lowercase(), found }.into());
            }
        }
    }
    Ok(())
}

/// One digest over all files of the model and its adapters.
pub(super) struct Fingerprint(blake3::Hasher);

impl Fingerprint {
    /// Of a folder.
    pub(super) fn of(folder: &Path) -> Result<Self, LoadError> {
        let mut hasher = blake3::Hasher::new();
        for (name, digest) in component_digests(folder)? {
            hasher.update(&(name.len() as u64).to_le_bytes());
            hasher.update(name.as_bytes());
            hasher.update(digest.as_bytes());
        }
        Ok(Self(hasher))
    }

    /// Adds an adapter.
    pub(super) fn add(&mut self, name: &str, digest: &str, merged: bool) {
        self.0.update(&(name.len() as u64).to_le_bytes());
        self.0.update(name.as_bytes());
        self.0.update(digest.as_bytes());
        self.0.update(&[u8::from(merged)]);
    }

    /// 64 hex digits.
    pub(super) fn hex(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}
