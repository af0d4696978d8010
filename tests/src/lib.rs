//! Harness of the end-to-end tests: real RabbitMQ, real Redis, real worker processes, real GeoTIFFs.
//!
//! The tests in `tests/` say what a user sees; the modules here start the parts, look at the wire, and read rasters.
//! Everything is started on free ports in folders under `target/e2e/` and stopped when the run ends, however it ends.

pub mod authority;
pub mod bench;
pub mod chaos;
pub mod client;
pub mod command;
pub mod dice;
pub mod fuzz;
pub mod http;
pub mod jobs;
pub mod judge;
pub mod lora;
pub mod model;
pub mod png;
pub mod raster;
pub mod relay;
pub mod rig;
pub mod scene;
pub mod services;
pub mod wire;
pub mod worker;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};

/// The longest that anything in these tests may take before it counts as hung. Generous: a slow machine is not a defect.
pub const LIMIT: Duration = Duration::from_secs(120);

/// Root of the repository.
#[must_use]
pub fn root() -> &'static Path {
    // The manifest's folder is `tests/`, so it has a parent.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".."))
}

/// The folder of built binaries (`target/debug`), found from the running program: a test in `target/debug/deps`, or a benchmark in
/// `target/debug`.
///
/// # Errors
/// When the program runs from somewhere else.
pub fn binaries() -> anyhow::Result<PathBuf> {
    let program = std::env::current_exe().context("path of the running program")?;
    let folder = program.parent().context("the program lies in a folder")?;
    let tests = folder.file_name().is_some_and(|name| name == "deps");
    let built = if tests { folder.parent() } else { Some(folder) };
    Ok(built.context("a test lies in target/<profile>/deps")?.to_owned())
}

/// A binary of the workspace.
///
/// # Errors
/// When it has not been built.
pub fn binary(name: &str) -> anyhow::Result<PathBuf> {
    let path = binaries()?.join(name);
    anyhow::ensure!(
        path.is_file(),
        "{} does not exist: run `cargo build --workspace` before these tests",
        path.display()
    );
    Ok(path)
}

/// Where these tests keep what outlives one of them (`target/e2e`).
///
/// # Errors
/// When it cannot be made.
pub fn scratch() -> anyhow::Result<PathBuf> {
    let target = binaries()?.parent().context("target/debug lies in target")?.join("e2e");
    std::fs::create_dir_all(&target).with_context(|| format!("make {}", target.display()))?;
    Ok(target)
}

/// Polls until `probe` gives a value; a failure of the probe ends the wait.
///
/// # Errors
/// When the probe fails, or nothing came within [`LIMIT`]; then `what` says what was awaited.
pub async fn until<T>(
    what: &str,
    mut probe: impl AsyncFnMut() -> anyhow::Result<Option<T>>,
) -> anyhow::Result<T> {
    let deadline = tokio::time::Instant::now() + LIMIT;
    loop {
        if let Some(value) = probe().await.with_context(|| format!("while waiting for {what}"))? {
            return Ok(value);
        }
        if tokio::time::Instant::now() > deadline {
            bail!("{what} did not happen within {} s", LIMIT.as_secs());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Keeps the guards of a test's folder; a failing test leaves its folder for inspection when `FORESHOCK_KEEP` is set.
///
/// # Errors
/// When the folder cannot be made.
pub fn folder() -> anyhow::Result<tempfile::TempDir> {
    let keep = std::env::var_os("FORESHOCK_KEEP").is_some();
    let folder = tempfile::Builder::new().prefix("t-").disable_cleanup(keep).tempdir_in(scratch()?)?;
    Ok(folder)
}
