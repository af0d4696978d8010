//! Running `foreshock-lab` as its user does.

use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a command line in a folder; standard output, or standard error when it failed.
pub(crate) fn lab(words: &str, dir: &Path) -> Result<String, String> {
    let output = Command::new(env!("CARGO_BIN_EXE_foreshock-lab"))
        .args(words.split_whitespace())
        .current_dir(dir)
        .env("OMP_NUM_THREADS", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}
