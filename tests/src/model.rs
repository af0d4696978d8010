//! The tiny random-weight model folder that all tests share.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};
use serde_json::Value;

/// A complete model folder with random weights, made once per build by `foreshock-lab init`.
#[derive(Debug, Clone)]
pub struct TinyModel {
    /// The folder.
    pub folder: PathBuf,
    /// The name it is served under.
    pub name: String,
}

impl TinyModel {
    /// The folder, made by whichever test comes first; the others wait for it.
    ///
    /// # Errors
    /// When `foreshock-lab` is not built or fails.
    pub fn get() -> anyhow::Result<Self> {
        let lab = crate::binary("foreshock-lab")?;
        let scratch = crate::scratch()?;
        let folder = scratch.join("model");
        // Released when the file closes, also by a crash.
        let lock = File::create(scratch.join("model.lock"))?;
        lock.lock().context("lock the model folder")?;
        // A folder of an older program is made anew.
        let built = lab.metadata()?.modified()?;
        let fresh = folder.join("foreshock.json").metadata().and_then(|made| made.modified());
        if fresh.map_or(true, |made| made < built) {
            make(&lab, &folder)?;
        }
        let card = std::fs::read_to_string(folder.join("foreshock.json"))?;
        let card: Value = serde_json::from_str(&card).context("foreshock.json is JSON")?;
        let name = ["name", "model"].iter().find_map(|key| card[*key].as_str());
        let name = name.context("foreshock.json names the model")?.to_owned();
        Ok(Self { folder, name })
    }
}

fn make(lab: &Path, folder: &Path) -> anyhow::Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    let output = Command::new(lab)
        .args(["init", "--config", "tiny", "--seed", "1"])
        .arg(folder)
        .env("OMP_NUM_THREADS", "1")
        .output()
        .context("run foreshock-lab")?;
    ensure!(
        output.status.success(),
        "foreshock-lab init failed: {}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}
