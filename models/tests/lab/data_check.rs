//! `foreshock-lab data check` as a user runs it.

use crate::run::lab;
use foreshock_models::edit::Rgb8;
use foreshock_models::pixels::write_rgb;
use serde_json::Value;

#[test]
fn a_set_is_counted_and_its_faults_are_told() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    let image = |name: &str, side: usize, value: u8| {
        let image = Rgb8 { width: side, height: side, data: vec![value; side * side * 3] };
        write_rgb(&at.join(name), &image).unwrap();
    };
    image("set/a/before.png", 8, 10);
    image("set/a/after.png", 8, 20);
    image("set/b/before.png", 8, 30);
    image("set/b/after.png", 8, 20);
    let list = "before,instruction,after,disaster,severity\n\
                a/before.png,2\" of water,a/after.png,flood,mild\n\
                b/before.png,2\" of water,b/after.png,none,\n\
                b/before.png,,c.png,flood,\n";
    std::fs::write(at.join("set/pairs.csv"), list).unwrap();
    let told = lab("data check set --json report.json", at).unwrap();
    for words in [
        "pairs         2 (triples)",
        "disasters     flood 1, none 1",
        "severities    mild 1, unknown 1",
        "negatives     1",
        "instructions  1 distinct",
        "images        4 files, most of 8 × 8 px",
        "warning  same image after in several pairs: 1\n           a_after, b_after (2 pairs)",
        "warning  lines left out: 1\n           line 4 has no instruction",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let read = || -> Value {
        serde_json::from_str(&std::fs::read_to_string(at.join("report.json")).unwrap()).unwrap()
    };
    let report = read();
    assert_eq!(report[0]["set"], "set");
    assert_eq!(report[0]["report"]["pairs"], 2);
    assert_eq!(report[0]["report"]["problems"][0]["fault"], "repeated_after");

    // What stops training fails, and every set is looked at.
    image("set/a/after.png", 4, 20);
    std::fs::remove_file(at.join("set/b/before.png")).unwrap();
    let refused = lab("data check nowhere set --json report.json", at).unwrap_err();
    assert!(refused.contains("2 of 2 sets have errors: nowhere, set"), "{refused}");
    let report = read();
    assert!(report[0]["error"].as_str().unwrap().contains("nowhere"), "{report}");
    let problems = report[1]["report"]["problems"].as_array().unwrap();
    let errors: Vec<&str> =
        problems.iter().filter(|p| p["error"] == true).map(|p| p["fault"].as_str().unwrap()).collect();
    assert_eq!(errors, ["missing", "size_mismatch"]);
    assert!(problems[0]["first"][0].as_str().unwrap().ends_with("b/before.png"), "{report}");
}
