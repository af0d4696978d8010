//! `foreshock-lab evaluate` as a user runs it.

use crate::run::lab;
use serde_json::Value;

#[test]
fn a_model_and_predictions_are_scored_beside_copying() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    lab("synthesize --scenes 3 --kinds snow --size 64 --severity severe --pairs-per-tile 1 --no-turns --out set", at)
        .unwrap();
    lab("init --config tiny-control --seed 2 model", at).unwrap();
    // Two folders with the same last name: the targets, and the inputs of all pairs but one.
    let lines = std::fs::read_to_string(at.join("set/synthetic.jsonl")).unwrap();
    let mut count = 0;
    for line in lines.lines() {
        let pair: Value = serde_json::from_str(line).unwrap();
        let [before, after] =
            ["pre_image", "post_image"].map(|key| at.join("set").join(pair[key].as_str().unwrap()));
        for (folder, image) in [("a/results", &after), ("b/results", &before)] {
            std::fs::create_dir_all(at.join(folder)).unwrap();
            if folder.starts_with('a') || count > 0 {
                std::fs::copy(image, at.join(folder).join(after.file_name().unwrap())).unwrap();
            }
        }
        count += 1;
    }
    let words = "evaluate --pairs set --model model --predictions a/results b/results --steps 2 --out report";
    let told = lab(words, at).unwrap();
    assert!(told.contains("copy the input") && told.contains("not computed: CLIP-I"), "{told}");

    let report: Value =
        serde_json::from_str(&std::fs::read_to_string(at.join("report/report.json")).unwrap()).unwrap();
    let of = |system: &str, key: &str| {
        let fits =
            |record: &&Value| record["system"].as_str().unwrap().starts_with(system) && record["key"] == key;
        report["records"].as_array().unwrap().iter().find(fits).unwrap().clone()
    };
    let value = |system: &str, key: &str| of(system, key)["value"].as_f64().unwrap();
    assert_eq!(value("target", "l1.target"), 0.0);
    assert_eq!(value("results", "l1.changed"), 0.0);
    let second = of("b/results", "l1.target");
    assert_eq!((second["count"].as_u64(), second["missing"].as_u64()), (Some(count - 1), Some(1)));
    assert_eq!(value("b/results", "l1.source"), 0.0);
    assert_eq!(value("copy", "l1.kept"), 0.0);
    // Colours alone bring a snowy scene nearer.
    assert!(value("recoloured", "l1.target") < value("copy", "l1.target"));
    assert_eq!(of("copy", "l1.target")["by_severity"]["severe"], of("copy", "l1.target")["value"]);
    assert!(value("copy", "l1.changed") > 0.05 && value("tiny-control", "l1.target") > 0.0);

    let page = std::fs::read_to_string(at.join("report/report.html")).unwrap();
    assert!(!page.contains("http") && page.matches("<img").count() >= 9, "pictures in the page itself");
    // The edits are kept, and listed as another system's would be.
    let kept = std::fs::read_dir(at.join("report/edits")).unwrap().next().unwrap().unwrap().path();
    let listed: Value =
        serde_json::from_str(&std::fs::read_to_string(kept.join("metadata.json")).unwrap()).unwrap();
    assert_eq!(listed.as_array().unwrap().len() as u64, count);
    assert!(kept.join("images").join(listed[0]["filename"].as_str().unwrap()).is_file());

    let typo = lab(&format!("{words} --damage results2=a"), at).unwrap_err();
    assert!(typo.contains("--damage results2=a") && typo.contains("copy the input"), "{typo}");
    let nothing = lab("evaluate --pairs set --predictions model --out other", at).unwrap_err();
    assert!(nothing.contains("none of its images has the name of a pair"), "{nothing}");
}
