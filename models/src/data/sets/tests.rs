use std::path::Path;

use super::*;
use crate::data::Disaster;
use crate::data::synth::Severity;

fn put(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn read(root: &Path) -> Set {
    open(root, &SetOptions::default()).unwrap()
}

fn rscc(pre: &str, post: &str, caption: &str) -> String {
    serde_json::json!({"pre_image": pre, "post_image": post, "change_caption": caption}).to_string()
}

#[test]
fn rscc_is_rooted_again_and_bad_lines_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let xbd = "xbd/images-w512-h512/hurricane-michael/hurricane-michael_00000003";
    put(root, &format!("{xbd}_pre_disaster_part2.png"), "");
    put(root, &format!("{xbd}_post_disaster_part2.png"), "");
    let ebd = "EBD/PAKISTAN-FLOODING/PAKISTAN-FLOODING_00000001";
    put(root, &format!("{ebd}_pre_disaster.png"), "");
    put(root, &format!("{ebd}_post_disaster.png"), "");
    let far = |name: &str| format!("/home/someone/data/{name}");
    let first = rscc(
        &far("hurricane-michael_00000003_pre_disaster_part2.png"),
        &far("hurricane-michael_00000003_post_disaster_part2.png"),
        "Two houses at Disaster Level 0, one at Disaster Level 2.",
    );
    let second = rscc(
        &far("PAKISTAN-FLOODING_00000001_pre_disaster.png"),
        &far("PAKISTAN-FLOODING_00000001_post_disaster.png"),
        "There is no visible damage.",
    );
    let outside = rscc("../../etc/passwd", "../x.png", "text");
    let elsewhere = rscc("/etc/passwd", "/etc/shadow.png", "text");
    let list =
        format!("\u{feff}{first}\r\n{{broken\r\n{second}\r\n{first}\r\n{outside}\n{elsewhere}\n[1]\n{{}}\n");
    put(root, "RSCC_qvq.jsonl", &list);
    let set = read(root);
    assert_eq!(set.layout, Layout::Rscc);
    let [first, second] = &set.pairs[..] else { panic!("{:?}", set.pairs) };
    assert_eq!(first.before, root.join(format!("{xbd}_pre_disaster_part2.png")));
    assert_eq!(first.after, Some(root.join(format!("{xbd}_post_disaster_part2.png"))));
    assert_eq!((first.disaster, first.negative, first.test), (Some(Disaster::Flood), false, Some(true)));
    assert_eq!(first.group, "hurricane-michael_00000003");
    assert_eq!(first.instructions, ["Two houses at Disaster Level 0, one at Disaster Level 2."]);
    assert_eq!(second.before, root.join(format!("{ebd}_pre_disaster.png")));
    assert_eq!((second.disaster, second.negative, second.test), (Some(Disaster::Flood), true, Some(false)));
    let lines: Vec<usize> = set.skipped.iter().map(|s| s.line).collect();
    assert_eq!(lines, [2, 4, 5, 6, 7, 8], "{:?}", set.skipped);
    assert!(set.skipped[1].reason.contains("line 1"), "{}", set.skipped[1].reason);
    assert!(set.skipped[2].reason.contains("pre_image"), "{}", set.skipped[2].reason);

    put(root, "test_set.txt", "PAKISTAN-FLOODING_00000001_pre_disaster.png\r\n");
    let split: Vec<_> = read(root).pairs.iter().map(|pair| pair.test).collect();
    assert_eq!(split, [Some(false), Some(true)]);
}

#[test]
fn a_set_without_a_list_of_names_tests_the_first_26_pairs_of_an_event() {
    let folder = tempfile::tempdir().unwrap();
    let line = |id: usize| {
        let name = |when| format!("socal-fire_{id:08}_{when}_disaster_part1.png");
        rscc(&name("pre"), &name("post"), "text")
    };
    let list: Vec<String> = (0..30).rev().map(line).collect();
    put(folder.path(), "RSCC_qvq.jsonl", &list.join("\n"));
    let set = read(folder.path());
    let tested: Vec<&str> =
        set.pairs.iter().filter(|p| p.test == Some(true)).map(|p| p.group.as_str()).collect();
    assert_eq!((tested.len(), tested[0], tested[25]), (26, "socal-fire_00000025", "socal-fire_00000000"));
}

#[test]
fn synthetic_pairs_keep_what_they_know() {
    let folder = tempfile::tempdir().unwrap();
    let line = serde_json::json!({
        "pre_image": "images/before/a_pre_disaster.png",
        "post_image": "images/synthetic-snow/synthetic-snow_00000001_post_disaster.png",
        "change_caption": "Snow. Disaster Level 0.", "instructions": ["snow lies", "winter"],
        "disaster": "snow", "severity": "severe", "group": "coast",
        "change_mask": "masks/c.png", "damage_mask": "masks/d.png",
    });
    put(folder.path(), "synthetic.jsonl", &line.to_string());
    let pair = read(folder.path()).pairs.remove(0);
    assert_eq!(pair.name, "synthetic-snow_00000001_post_disaster");
    assert_eq!(pair.instructions, ["snow lies", "winter"]);
    assert_eq!((pair.disaster, pair.severity), (Some(Disaster::Snow), Some(Severity::Severe)));
    assert_eq!((pair.group.as_str(), pair.negative, pair.test), ("coast", false, None));
    assert_eq!(pair.change_mask, Some(folder.path().join("masks/c.png")));
    assert_eq!(pair.damage_mask, Some(folder.path().join("masks/d.png")));
}

#[test]
fn triples_are_read_from_csv_and_from_equal_stems() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let csv = "\u{feff}before,instruction,after,disaster\r\na.png,\"flood, and \"\"mud\"\"\nhere\",b.png,flood\r\n\
               c.png,x\r\nc.png,x,../d.png,flood\r\nc.png,x,e.png,plague\r\n";
    put(root, "pairs.csv", csv);
    let set = read(root);
    assert_eq!((set.layout, set.pairs.len()), (Layout::Triples, 1));
    assert_eq!(set.pairs[0].instructions, ["flood, and \"mud\"\nhere"]);
    assert_eq!((set.pairs[0].name.as_str(), set.pairs[0].group.as_str()), ("b", "a"));
    let lines: Vec<usize> = set.skipped.iter().map(|s| s.line).collect();
    assert_eq!(lines, [4, 5, 6]);

    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for name in ["before/a.png", "before/b.jpg", "before/c.png", "after/a.jpg", "after/b.png"] {
        put(root, name, "");
    }
    put(root, "instructions.txt", "burn it\nflood it\nshake it\n");
    let set = read(root);
    assert_eq!(set.pairs.len(), 2);
    assert_eq!(set.pairs[1].instructions, ["flood it"]);
    assert_eq!(set.pairs[1].after, Some(root.join("after/b.png")));
    assert!(set.skipped[0].reason.contains("after/c"), "{:?}", set.skipped);
}

#[test]
fn magicbrush_gives_turns_or_sessions() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let turns = r#"[{"input":"7-input.png","instruction":"add a dog","output":"7-output1.png","mask":"7-mask1.png"},
        {"input":"7-output1.png","instruction":"make it rain","output":"7-output2.png"},{"input":"x"}]"#;
    put(root, "edit_turns.json", turns);
    put(root, "global_description.json", r#"{"7":{"7-input.png":"a lawn","7-output2.png":"a wet dog"}}"#);
    let set = read(root);
    assert_eq!((set.layout, set.pairs.len(), set.skipped.len()), (Layout::MagicBrush, 2, 1));
    assert_eq!(set.pairs[0].before, root.join("images/7/7-input.png"));
    let options = SetOptions { turns: Turns::Final, ..SetOptions::default() };
    let pairs = open(root, &options).unwrap().pairs;
    assert_eq!(pairs.len(), 1);
    assert_eq!(pairs[0].instructions, ["add a dog; make it rain"]);
    assert_eq!(pairs[0].after, Some(root.join("images/7/7-output2.png")));
    assert_eq!(pairs[0].caption.as_deref(), Some("a wet dog"));
    assert_eq!(pairs[0].before_caption.as_deref(), Some("a lawn"));
}

#[test]
fn emu_edit_has_no_image_after() {
    let folder = tempfile::tempdir().unwrap();
    let line = r#"{"idx":3,"image":"3.png","instruction":"red","input_caption":"a","output_caption":"b"}"#;
    put(folder.path(), "emu.jsonl", line);
    let set = read(&folder.path().join("emu.jsonl"));
    assert_eq!(set.layout, Layout::EmuEdit);
    let pair = &set.pairs[0];
    assert_eq!((pair.name.as_str(), &pair.after, pair.caption.as_deref()), ("3", &None, Some("b")));
}

#[test]
fn predictions_are_matched_by_results_and_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let csv = "before,instruction,after\na.png,x,a2.png\nb.png,x,b2.png\nc.png,x,c2.png\nd.png,x,d2.png\n";
    put(root, "pairs.csv", csv);
    let set = read(root);
    let results = root.join("results");
    put(&results, "images/0001.png", "");
    put(&results, "images/b2.png", "");
    put(&results, "images/c2.png", "");
    put(&results, "images/other.png", "");
    let list = r#"[{"pre_image":"/far/a.png","post_image":"/far/a2.png","filename":"0001.png","status":"success"},
        {"pre_image":"/far/c.png","post_image":"/far/c2.png","filename":"c2.png","status":"error"}]"#;
    put(&results, "metadata.json", list);
    let matched = predictions(&results, &set).unwrap();
    let found: Vec<_> = matched.found.iter().map(|(name, path)| (name.as_str(), path.clone())).collect();
    let images = results.join("images");
    assert_eq!(found, [("a2", images.join("0001.png")), ("b2", images.join("b2.png"))]);
    assert_eq!((matched.missing, matched.failed), (vec!["d2".to_owned()], vec!["c2".to_owned()]));
    assert_eq!(matched.unused, [images.join("other.png")]);
}

#[test]
fn what_is_no_set_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let refused = |path: &Path| open(path, &SetOptions::default()).unwrap_err().to_string();
    assert!(refused(root).contains("pairs.csv"));
    put(root, "a.jsonl", "{broken");
    assert!(refused(&root.join("a.jsonl")).contains("line 1 is not JSON"));
    put(root, "b.jsonl", "{\"x\":1}");
    assert!(refused(&root.join("b.jsonl")).contains("pre_image, before or image"));
}

#[test]
fn captions_say_whether_anything_was_damaged() {
    for (caption, none) in [
        ("All buildings are intact (Disaster Level 0).", true),
        ("No damage in the north; 3 buildings at Disaster Level 1", false),
        ("There is no visible damage.", true),
        ("No damage to roads, but five houses were destroyed.", false),
        ("A quiet suburb.", false),
        ("No damage: the pier stands at sea level 3 m above the beach.", true),
        ("At ground level 0 houses are left; DISASTER LEVEL 3.", false),
    ] {
        assert_eq!(says_no_damage(caption), none, "{caption}");
    }
    assert_eq!(event_of("../x_1_pre_disaster"), None);
    assert_eq!(kind_of_event("STVINCENT-VOLCANO"), Some(Disaster::VolcanicAsh));
    assert_eq!(kind_of_event("TEXAS-TORNADOES"), Some(Disaster::Tornado));
}

#[test]
fn a_quote_within_a_cell_swallows_no_lines() {
    let folder = tempfile::tempdir().unwrap();
    let csv = "before,instruction,after\r\n\r\na.png,5\" of rain,a2.png\r\nb.png,\"mud, 2\"\" deep\",b2.png\n\nc.png,x\n";
    put(folder.path(), "pairs.csv", csv);
    let set = read(folder.path());
    let told: Vec<&str> = set.pairs.iter().map(|pair| pair.instructions[0].as_str()).collect();
    assert_eq!(told, ["5\" of rain", "mud, 2\" deep"]);
    assert_eq!(set.skipped.iter().map(|s| s.line).collect::<Vec<_>>(), [6], "{:?}", set.skipped);
}

#[test]
fn files_of_one_stem_are_told_apart_by_their_folders() {
    let folder = tempfile::tempdir().unwrap();
    let csv = "before,instruction,after\na/before.png,x,a/after.png\nb/before.png,x,./b/after.png\nc/before.png,x,c/one.png\n\
               b/before.png,y,b/after.png\n";
    put(folder.path(), "pairs.csv", csv);
    let set = read(folder.path());
    let names: Vec<_> = set.pairs.iter().map(|pair| (pair.name.as_str(), pair.group.as_str())).collect();
    assert_eq!(names, [("a_after", "a_before"), ("b_after", "b_before"), ("one", "c_before")]);
    assert!(set.skipped[0].reason.contains("repeats the name b_after of line 3"), "{:?}", set.skipped);
}

#[test]
fn no_image_of_a_folder_is_lost_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for name in ["before/x.png", "before/x.jpg", "before/y.png", "after/x.png", "after/y.jpg", "after/y.png"]
    {
        put(root, name, "");
    }
    put(root, "after/z.png", "");
    // A line for each image, in the order of the names.
    put(root, "instructions.txt", "one\ntwo\nthree\n\n");
    let set = read(root);
    let pairs: Vec<_> =
        set.pairs.iter().map(|pair| (pair.before.clone(), pair.instructions[0].as_str())).collect();
    assert_eq!(pairs, [(root.join("before/x.jpg"), "one"), (root.join("before/y.png"), "three")]);
    let told: Vec<&str> = set.skipped.iter().map(|s| s.reason.as_str()).collect();
    assert_eq!(
        told,
        [
            "(before/x.png) is passed over: before/x.jpg has the same stem",
            "(after/y.png) is passed over: after/y.jpg has the same stem",
            "(after/z.png) has no image before/z.*",
        ]
    );
    for (text, lines) in [("one\ntwo\n", 2), ("one\n\ntwo\nthree\n", 4)] {
        put(root, "instructions.txt", text);
        let refused = open(root, &SetOptions::default()).unwrap_err();
        assert!(
            matches!(refused, SetError::Count { lines: l, images: 3, .. } if l == lines),
            "{text}: {refused}"
        );
        assert!(refused.to_string().contains(&format!("{lines} lines")), "{refused}");
    }
}

#[test]
fn names_of_test_pairs_that_fit_no_pair_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let name = |when| format!("EAST-FLOODING_00000001_{when}_disaster.png");
    put(root, "RSCC_qvq.jsonl", &rscc(&name("pre"), &name("post"), "text"));
    put(root, "test_set.txt", "WEST-FLOODING_00000001_post_disaster.png\n");
    let refused = open(root, &SetOptions::default()).unwrap_err();
    assert!(matches!(refused, SetError::Split { .. }), "{refused}");
    assert!(refused.to_string().contains("test_set.txt names none"), "{refused}");
    put(root, "test_set.txt", &name("post"));
    assert_eq!(read(root).pairs[0].test, Some(true));
}
