//! A model folder as a whole: its components, its digest, its description.

use std::path::{Path, PathBuf};

use super::LoadError;

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

/// One digest over all files of the model: 64 hex digits.
pub(super) fn fingerprint(folder: &Path) -> Result<String, LoadError> {
    let mut hasher = blake3::Hasher::new();
    for (name, digest) in component_digests(folder)? {
        hasher.update(&(name.len() as u64).to_le_bytes());
        hasher.update(name.as_bytes());
        hasher.update(digest.as_bytes());
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// What `foreshock-lab inspect` prints of a model.
#[must_use]
pub fn describe(info: &super::EditorInfo) -> String {
    let licence = &info.licence;
    let terms = if licence.non_commercial { " (non-commercial)" } else { "" };
    [
        format!("model        {} ({})", info.model, info.family),
        format!("parameters   {}", info.parameters),
        format!("digest       {}", info.fingerprint),
        format!("licence      {}{terms}", licence.name),
        format!("tiles        {:?} px, at most {} px a side", info.tile_sizes, info.max_side),
        format!("GSD          {} to {} m", info.gsd_m[0], info.gsd_m[1]),
        format!("languages    {}", info.languages.join(", ")),
        format!("defaults     {} steps, guidance {}", info.default_steps, info.default_guidance),
        format!("computes in  {} on {}", info.dtype, info.device),
    ]
    .join("\n")
}
