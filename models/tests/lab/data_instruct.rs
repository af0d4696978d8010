//! `foreshock-lab data instruct` as a user runs it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::run::lab;
use foreshock_models::data::{SetOptions, open};
use serde_json::{Value, json};

/// A server that answers questions with what `reply` gives for the caption; none: an error of its own.
fn serve(reply: fn(&str) -> Option<&'static str>) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1/", listener.local_addr().unwrap());
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut first, mut length) = (String::new(), 0);
            reader.read_line(&mut first).unwrap();
            assert!(first.starts_with("POST /v1/chat/completions "), "{first}");
            loop {
                let mut header = String::new();
                reader.read_line(&mut header).unwrap();
                let header = header.trim().to_lowercase();
                if let Some(value) = header.strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
                if header.is_empty() {
                    break;
                }
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            count.fetch_add(1, Ordering::SeqCst);
            let question: Value = serde_json::from_slice(&body).unwrap();
            assert_eq!(question["model"], "writer");
            let caption = question["messages"][1]["content"].as_str().unwrap();
            let (status, answer) = match reply(caption) {
                Some(text) => {
                    ("200 OK", json!({ "choices": [{ "message": { "content": text } }] }).to_string())
                }
                None => ("500 Internal Server Error", String::new()),
            };
            let head =
                format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nConnection: close\r\n");
            write!(stream, "{head}Content-Length: {}\r\n\r\n{answer}", answer.len()).unwrap();
        }
    });
    (url, asked)
}

fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn set(at: &Path, captions: &[&str]) {
    let line = |(id, caption): (usize, &&str)| {
        let image = |when| format!("/far/socal-fire_{id:08}_{when}_disaster.png");
        json!({ "pre_image": image("pre"), "post_image": image("post"), "change_caption": caption })
            .to_string()
    };
    let mut text: Vec<String> = captions.iter().enumerate().map(line).collect();
    text.push("{broken".to_owned());
    let folder = at.join("set/xbd/images-w512-h512/socal-fire");
    std::fs::create_dir_all(&folder).unwrap();
    for id in 0..captions.len() {
        for when in ["pre", "post"] {
            std::fs::write(folder.join(format!("socal-fire_{id:08}_{when}_disaster.png")), "").unwrap();
        }
    }
    std::fs::write(at.join("set/RSCC_qvq.jsonl"), text.join("\n")).unwrap();
}

#[test]
fn captions_become_instructions_by_rules() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    set(
        at,
        &["In the post-disaster image trees are burned. Disaster Level 2.", "All houses: Disaster Level 0."],
    );
    let told = lab("data instruct set --out set/told.jsonl", at).unwrap();
    assert!(told.contains("2 by rules, 1 left out"), "{told}");
    let written = lines(&at.join("set/told.jsonl"));
    assert_eq!(
        written[0]["instructions"],
        json!(["burn the trees", "trees are burned", "moderate wildfire"])
    );
    assert_eq!(
        (&written[1]["instructions"][0], &written[1]["rewritten"]),
        (&json!("change nothing"), &json!("rules"))
    );
    // The list is a set as the old one was: the same images, kinds and negatives.
    let pairs = |name: &str| open(&at.join("set").join(name), &SetOptions::default()).unwrap().pairs;
    for (old, new) in pairs("RSCC_qvq.jsonl").into_iter().zip(pairs("told.jsonl")) {
        assert!(new.before.is_file(), "{}", new.before.display());
        let instructions = old.instructions.clone();
        assert_ne!(new.instructions, instructions);
        assert_eq!(foreshock_models::data::Pair { instructions, ..new }, old);
    }

    let elsewhere = lab("data instruct set --out told.jsonl", at).unwrap_err();
    assert!(elsewhere.contains("must lie in set"), "{elsewhere}");
    let same = lab("data instruct set --out set/RSCC_qvq.jsonl", at).unwrap_err();
    assert!(same.contains("name another"), "{same}");
    let key = lab(
        "data instruct set --out set/b.jsonl --endpoint http://[::1]:9 --model x --key-from FORESHOCK_UNSET",
        at,
    );
    assert!(key.unwrap_err().contains("FORESHOCK_UNSET is not set"));
}

#[test]
fn a_model_is_asked_once_and_the_rules_stand_in() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    set(
        at,
        &[
            "Post-event, good trees burned.",
            "Post-event, bad trees burned.",
            "Post-event, broken trees burned.",
        ],
    );
    let (url, asked) = serve(|caption| match caption {
        text if text.contains("good") => Some("Sure: [\"Burn the trees.\", \"a fire\"]"),
        text if text.contains("bad") => Some("I cannot help with that."),
        _ => None,
    });
    let words = format!(
        "data instruct set --out set/told.jsonl --endpoint {url} --model writer --parallel 2 --key-from PATH"
    );
    let told = lab(&words, at).unwrap();
    assert!(told.contains("2 by rules, 1 by writer"), "{told}");
    assert_eq!(asked.load(Ordering::SeqCst), 3);
    let written = lines(&at.join("set/told.jsonl"));
    assert_eq!(
        (&written[0]["instructions"], &written[0]["rewritten"]),
        (&json!(["burn the trees", "a fire"]), &json!("writer"))
    );
    for line in &written[1..] {
        assert_eq!(
            (&line["instructions"][0], &line["rewritten"]),
            (&json!("burn the trees"), &json!("rules"))
        );
    }
    // Answers are kept, of use or not; what had none is asked again. The key is nowhere.
    lab(&words, at).unwrap();
    assert_eq!(asked.load(Ordering::SeqCst), 4);
    assert_eq!(lines(&at.join("set/told.jsonl")), written);
    let kept = std::fs::read_to_string(at.join("set/told.cache.jsonl")).unwrap();
    assert_eq!(kept.lines().count(), 2);
    assert!(!kept.contains(&std::env::var("PATH").unwrap()));

    // Without the caption that has no answer, nothing is asked.
    set(at, &["Post-event, good trees burned.", "Post-event, bad trees burned."]);
    lab(&words, at).unwrap();
    assert_eq!(asked.load(Ordering::SeqCst), 4);
}

#[test]
fn a_server_that_is_gone_ends_the_run() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    set(at, &["trees burned"; 8]);
    let (url, asked) = serve(|_| None);
    let gone =
        lab(&format!("data instruct set --out set/a.jsonl --endpoint {url} --model writer --parallel 1"), at);
    assert!(gone.unwrap_err().contains("no answer to 5 questions"));
    assert_eq!(asked.load(Ordering::SeqCst), 5);
    assert!(!at.join("set/a.jsonl").exists());
}
