//! `foreshock-lab synthesize` as its user runs it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

fn lab(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_foreshock-lab"))
        .arg("synthesize")
        .args(arguments)
        .env("OMP_NUM_THREADS", "1")
        .output()
        .expect("foreshock-lab must start")
}

fn written(folder: &Path) -> BTreeMap<String, blake3::Hash> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below the folder").display().to_string();
                files.insert(name, blake3::hash(&std::fs::read(&path).expect("a file")));
            }
        }
    }
    files
}

#[test]
fn the_number_of_threads_does_not_matter() {
    let folder = tempfile::tempdir().unwrap();
    let run = |name: &str, threads: &str| {
        let out = folder.path().join(name);
        let out = out.to_str().unwrap();
        let common =
            ["--scenes", "3", "--size", "64", "--pairs-per-tile", "4", "--out", out, "--threads", threads];
        let ended = lab(&common);
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        written(Path::new(out))
    };
    let (one, two) = (run("one", "1"), run("two", "2"));
    assert_eq!(one, two);
    // 3 images before, 12 after, 24 masks, the list.
    assert_eq!(one.len(), 40, "{:?}", one.keys());
}

#[test]
fn what_cannot_be_done_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let refused = |arguments: &[&str], reason: &str| {
        let ended = lab(arguments);
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(!ended.status.success() && said.contains(reason), "{arguments:?}: {said}");
    };
    refused(&["--tiles", path, "--dry-run"], "holds no PNG or JPEG");
    refused(&["--scenes", "1", "--dry-run", "--size", "100"], "multiple of 16");
    refused(&["--scenes", "1", "--dry-run", "--kinds", "meteor"], "no such kind");
    refused(&["--scenes", "1", "--dry-run", "--gsd", "0"], "--gsd is 0");
    refused(&["--scenes", "1"], "--out");
}
