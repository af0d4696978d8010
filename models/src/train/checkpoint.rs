//! States of a run on disk, each complete or absent.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tch::{Device, Kind};

use super::TrainError;
use super::optimizer::{Numbers, Optimizer, Rule};
use super::parameters::{Tensors, read_file};
use crate::weights::save;

/// Numbers of a state.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Progress {
    /// Steps done, those without an update included.
    pub(super) step: u64,
    /// Samples of a pass; fewer after memory ran out.
    pub(super) micro: usize,
    /// Steps without an update, because the loss was not finite.
    pub(super) skipped: u64,
    /// Seconds of training so far.
    pub(super) seconds: f64,
    /// The optimizer's.
    pub(super) optimizer: Numbers,
}

/// A state that was read.
pub(super) struct State {
    pub(super) progress: Progress,
    pub(super) weights: Tensors,
    pub(super) mean: Option<Tensors>,
    pub(super) optimizer: Optimizer,
}

/// The states of a run.
pub(super) struct Checkpoints {
    dir: PathBuf,
    keep: usize,
}

impl Checkpoints {
    pub(super) fn new(run: &Path, keep: usize) -> Self {
        Self { dir: run.join("checkpoints"), keep: keep.max(1) }
    }

    /// Folders of complete states, the oldest first.
    fn all(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(&self.dir) else { return Vec::new() };
        let complete = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with("step-") && path.join("progress.json").is_file()
        };
        let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(complete).collect();
        found.sort();
        found
    }

    /// The folder of the last state; the folder of all when there is none.
    pub(super) fn last(&self) -> PathBuf {
        self.all().pop().unwrap_or_else(|| self.dir.clone())
    }

    /// Reads the last state.
    pub(super) fn restore(&self, rule: Rule, device: Device) -> Result<Option<State>, TrainError> {
        let Some(dir) = self.all().pop() else { return Ok(None) };
        let path = dir.join("progress.json");
        let text = std::fs::read_to_string(&path).map_err(TrainError::io(&path))?;
        let progress: Progress = serde_json::from_str(&text)
            .map_err(|error| TrainError::Io { path: path.clone(), source: std::io::Error::other(error) })?;
        let mean = dir.join("mean.safetensors");
        Ok(Some(State {
            weights: read_file(&dir.join("weights.safetensors"), device)?,
            mean: if mean.is_file() { Some(read_file(&mean, device)?) } else { None },
            optimizer: Optimizer::restored(
                rule,
                progress.optimizer,
                read_file(&dir.join("optimizer.safetensors"), device)?,
            ),
            progress,
        }))
    }

    /// Writes a state beside the others, then gives it its name, then drops the oldest.
    pub(super) fn write(
        &self,
        progress: Progress,
        weights: &Tensors,
        mean: Option<&Tensors>,
        optimizer: &Optimizer,
    ) -> Result<PathBuf, TrainError> {
        let partial = self.dir.join("partial");
        if partial.exists() {
            std::fs::remove_dir_all(&partial).map_err(TrainError::io(&partial))?;
        }
        save(&partial.join("weights.safetensors"), weights, Kind::Float, None)?;
        if let Some(mean) = mean {
            save(&partial.join("mean.safetensors"), mean, Kind::Float, None)?;
        }
        save(&partial.join("optimizer.safetensors"), optimizer.state(), Kind::Float, None)?;
        let path = partial.join("progress.json");
        let text = serde_json::to_string_pretty(&progress).unwrap_or_default();
        std::fs::write(&path, text + "\n").map_err(TrainError::io(&path))?;
        for entry in std::fs::read_dir(&partial).map_err(TrainError::io(&partial))?.flatten() {
            let synced = std::fs::File::open(entry.path()).and_then(|file| file.sync_all());
            synced.map_err(TrainError::io(&entry.path()))?;
        }
        let named = self.dir.join(format!("step-{:09}", progress.step));
        if named.exists() {
            std::fs::remove_dir_all(&named).map_err(TrainError::io(&named))?;
        }
        std::fs::rename(&partial, &named).map_err(TrainError::io(&named))?;
        let all = self.all();
        for old in all.iter().take(all.len().saturating_sub(self.keep)) {
            std::fs::remove_dir_all(old).map_err(TrainError::io(old))?;
        }
        Ok(named)
    }
}
