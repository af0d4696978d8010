//! The model that comes with the repository.

use std::path::{Path, PathBuf};

use crate::run::lab;
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("weights/foreshock-small")
}

/// Sizes of all files below a folder.
fn sizes(folder: &Path) -> Vec<u64> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { sizes(&path) } else { vec![path.metadata().unwrap().len()] })
        .collect()
}

#[test]
fn it_stays_small_enough_for_a_repository() {
    let sizes = sizes(&folder());
    assert!(sizes.iter().all(|size| *size <= 15 << 20) && sizes.iter().sum::<u64>() <= 40 << 20, "{sizes:?}");
}

/// Procedural scenes, of which it has never seen any: where they changed, its edits are nearer to the target than copying.
#[test]
fn its_edits_are_nearer_to_the_target_than_copying() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    lab(
        "synthesize --scenes 2 --kinds flood,snow,wildfire --severity severe --gsd 0.5 --seed 9 --no-turns --out set",
        at,
    )
    .unwrap();
    lab(&format!("evaluate --pairs set --model {} --out report", folder().display()), at).unwrap();
    let report: Value =
        serde_json::from_str(&std::fs::read_to_string(at.join("report/report.json")).unwrap()).unwrap();
    let of = |system: &str| {
        let fits = |record: &&Value| {
            record["key"] == "l1.changed" && record["system"].as_str().unwrap().starts_with(system)
        };
        report["records"].as_array().unwrap().iter().find(fits).unwrap()["by_kind"].clone()
    };
    let (edited, copied) = (of("foreshock-small"), of("copy the input"));
    for kind in ["flood", "snow", "wildfire"] {
        let share = edited[kind].as_f64().unwrap() / copied[kind].as_f64().unwrap();
        assert!(share < 0.9, "{kind}: {share:.2} of what copying leaves");
    }
}
