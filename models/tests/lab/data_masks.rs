//! `foreshock-lab data masks` as a user runs it.

use std::path::Path;

use crate::run::lab;
use foreshock_models::data::{SetOptions, open};
use foreshock_models::edit::{Gray8, Rgb8};
use foreshock_models::pixels;
use serde_json::{Value, json};

const STEM: &str = "socal-fire_00000001_post_disaster";

/// A label with a building of every kind in the upper right part, one of them across the edge, and one that is broken.
fn label(path: &Path) {
    let square = |class: &str, x: usize, y: usize| {
        let (right, bottom) = (x + 20, y + 10);
        let wkt = format!("POLYGON (({x} {y}, {right} {y}, {right} {bottom}, {x} {bottom}, {x} {y}))");
        json!({"properties": {"feature_type": "building", "subtype": class}, "wkt": wkt})
    };
    let xy = json!([
        square("no-damage", 502, 0),
        square("minor-damage", 600, 0),
        square("major-damage", 700, 100),
        square("destroyed", 800, 200),
        square("un-classified", 900, 300),
        {"properties": {"feature_type": "building", "subtype": "destroyed"}, "wkt": "POLYGON ((1 1"},
    ]);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, json!({"features": {"xy": xy}}).to_string()).unwrap();
}

#[test]
fn masks_are_drawn_where_the_reader_and_the_evaluation_find_them() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    label(&at.join(format!("xbd/tier3/labels/{STEM}.json")));
    label(&at.join("xbd/tier3/labels/socal-fire_00000009_post_disaster.json"));
    std::fs::write(at.join("xbd/tier3/labels/socal-fire_00000001_pre_disaster.json"), "no label").unwrap();
    // Two pairs of the tile's parts, one of another tile that has no label, one of a tile that is not cut.
    let names = [
        "socal-fire_00000001_@_disaster_part1",
        "socal-fire_00000001_@_disaster_part2",
        "socal-fire_00000002_@_disaster_part1",
        "socal-fire_00000009_@_disaster",
    ];
    let line = |name: &&str| {
        let of = |when| format!("images/{}.png", name.replace('@', when));
        json!({"pre_image": of("pre"), "post_image": of("post"), "change_caption": "houses burned down"})
            .to_string()
    };
    std::fs::create_dir_all(at.join("set/images")).unwrap();
    std::fs::write(at.join("set/RSCC_qvq.jsonl"), names.iter().map(line).collect::<Vec<_>>().join("\n"))
        .unwrap();

    let words = "data masks --labels xbd --pairs set --out set/masks";
    let told = lab(words, at).unwrap();
    assert!(told.contains("2 labels read, 2 masks of tiles and 2 of parts written, 0 that"), "{told}");
    assert!(told.contains("2 buildings left out") && told.contains("3 of 4 pairs have"), "{told}");
    let no_damage = told.lines().find(|line| line.starts_with("no-damage")).unwrap();
    assert_eq!(no_damage.split_whitespace().collect::<Vec<_>>()[1..], ["2", "buildings", "400", "px"]);

    let masks = at.join("set/masks");
    let set = open(&at.join("set"), &SetOptions::default()).unwrap();
    let found: Vec<_> = set.pairs.iter().map(|pair| pair.damage_mask.clone()).collect();
    let file = |name: &str| Some(masks.join(name));
    let second = format!("{STEM}_part2.png");
    assert_eq!(
        found,
        [
            file(&format!("{STEM}_part1.png")),
            file(&second),
            None,
            file("socal-fire_00000009_post_disaster_damage.png")
        ]
    );
    let count = |name: &str| {
        let mask = pixels::read_gray(&masks.join(name)).unwrap();
        let counts = [1, 2, 3, 4, 255].map(|class| mask.data.iter().filter(|pixel| **pixel == class).count());
        (mask.width, counts)
    };
    assert_eq!(count(&format!("{STEM}_damage.png")), (1024, [200; 5]));
    assert_eq!(count(&format!("{STEM}_part1.png")), (512, [100, 0, 0, 0, 0]));
    assert_eq!(count(&second), (512, [100, 200, 200, 200, 200]));
    assert!(!masks.join(format!("{STEM}_part3.png")).exists(), "no pair asks for it");

    // What is there stays, unless it is told to go.
    let other = Gray8 { width: 512, height: 512, data: vec![7; 512 * 512] };
    pixels::write_gray(&masks.join(&second), &other).unwrap();
    let told = lab(words, at).unwrap();
    assert!(told.contains("0 masks of tiles and 0 of parts written, 4 that"), "{told}");
    assert_eq!(pixels::read_gray(&masks.join(&second)).unwrap(), other);

    // The evaluation refuses it; then it is drawn again, and a perfect prediction scores 1.
    let list = std::fs::read_to_string(at.join("set/RSCC_qvq.jsonl")).unwrap();
    std::fs::write(at.join("set/RSCC_qvq.jsonl"), list.lines().nth(1).unwrap()).unwrap();
    let image = Rgb8 { width: 512, height: 512, data: vec![90; 512 * 512 * 3] };
    for name in ["set/images/socal-fire_00000001_pre_disaster_part2.png", "set/images/x.png", "results/x.png"]
    {
        pixels::write_rgb(&at.join(name.replace('x', &format!("{STEM}_part2"))), &image).unwrap();
    }
    let evaluate = "evaluate --pairs set --predictions results --damage results=truth --out report";
    let refused = lab(evaluate, at).unwrap_err();
    assert!(refused.contains(&second) && refused.contains("7 is no class of damage"), "{refused}");
    let told = lab("data masks --labels xbd --parts --force --out set/masks", at).unwrap();
    assert!(told.contains("2 masks of tiles and 8 of parts written, 0 that"), "{told}");
    let mut truth = pixels::read_gray(&masks.join(&second)).unwrap();
    truth.data.iter_mut().filter(|class| **class == 255).for_each(|class| *class = 1);
    pixels::write_gray(&at.join("truth").join(&second), &truth).unwrap();
    lab(evaluate, at).unwrap();
    let report: Value =
        serde_json::from_str(&std::fs::read_to_string(at.join("report/report.json")).unwrap()).unwrap();
    let records = report["records"].as_array().unwrap();
    let damage = records.iter().find(|record| record["key"] == "f1.damage").unwrap();
    assert_eq!(damage["count"], 1);
    assert!((damage["value"].as_f64().unwrap() - 1.0).abs() < 1e-5, "{damage}");

    let nothing = lab("data masks --labels set --out other", at).unwrap_err();
    assert!(nothing.contains("set holds no label"), "{nothing}");
}
