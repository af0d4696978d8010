//! `foreshock-lab train` as a user runs it: stopped at any moment it goes on to the same weights; it refuses what it cannot do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use foreshock_models::edit::Rgb8;
use foreshock_models::pixels::write_rgb;
use tempfile::TempDir;

fn lab(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foreshock-lab"));
    command.args(arguments).env("OMP_NUM_THREADS", "1").stdin(Stdio::null());
    command
}

fn done(arguments: &[&str]) -> Output {
    let output = lab(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// A model with random weights, and four pairs of 32 px: the right half turns brown.
struct Workshop {
    dir: TempDir,
}

impl Workshop {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let shop = Self { dir };
        done(&["init", "--config", "tiny", "--seed", "3", shop.at("model").to_str().unwrap()]);
        let mut lines = String::new();
        for number in 0..4_usize {
            let image = |brown: bool| {
                let sample = |at: usize| match (brown && at / 3 % 32 >= 16, at % 3) {
                    (true, channel) => [120, 90, 60][channel],
                    (false, channel) => ((at / 96 * 7 + at * (channel + number + 1)) % 256) as u8,
                };
                Rgb8 { width: 32, height: 32, data: (0..32 * 32 * 3).map(sample).collect() }
            };
            write_rgb(&shop.at(&format!("images/{number}_pre.png")), &image(false)).unwrap();
            write_rgb(&shop.at(&format!("images/{number}_post.png")), &image(true)).unwrap();
            lines.push_str(&format!(
                "{{\"pre_image\":\"images/{number}_pre.png\",\"post_image\":\"images/{number}_post.png\",\"change_caption\":\"A flood.\",\
                 \"instructions\":[\"flood the right half\",\"cover the right half with muddy water\"],\"disaster\":\"flood\",\"group\":\"g{number}\"}}\n"
            ));
        }
        std::fs::write(shop.at("pairs.jsonl"), lines).unwrap();
        shop
    }

    fn at(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn train<'a>(&self, out: &'a str, more: &[&'a str]) -> Vec<String> {
        let path = |name: &str| self.at(name).to_string_lossy().into_owned();
        let mut all = vec![
            "train".to_owned(),
            "--model".to_owned(),
            path("model"),
            "--pairs".to_owned(),
            path("pairs.jsonl"),
        ];
        all.extend(["--out".to_owned(), path(out), "--cache".to_owned(), path("cache")]);
        let usual = "--test-share 0 --threads 1 --evaluate-every 0 --sheet-every 0 --batch 2";
        all.extend(usual.split(' ').map(str::to_owned));
        all.extend(more.iter().map(|word| (*word).to_owned()));
        all
    }
}

fn run(arguments: &[String]) -> Output {
    done(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
}

/// All files below a folder, by name.
fn contents(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut pending = vec![dir.to_owned()];
    while let Some(current) = pending.pop() {
        for entry in std::fs::read_dir(current).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                pending.push(path);
            } else {
                found.push((path.strip_prefix(dir).unwrap().to_owned(), std::fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

/// Kills a run as soon as it has a state, so that it is between two; then lets it go on.
fn killed_and_gone_on(shop: &Workshop, out: &str, more: &[&str]) {
    let arguments = shop.train(out, more);
    let mut child = lab(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let states = shop.at(out).join("checkpoints");
    let has_state = || {
        let named = |entry: &std::fs::DirEntry| entry.file_name().to_string_lossy().starts_with("step-");
        std::fs::read_dir(&states).is_ok_and(|entries| entries.flatten().any(|entry| named(&entry)))
    };
    while !has_state() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it was killed; give it more steps");
        std::thread::park_timeout(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!shop.at(out).join("export").exists(), "it was killed too late");
    let again = run(&arguments);
    let log = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(log.contains("goes on after step"), "{log}");
}

#[test]
fn a_killed_run_goes_on_to_the_same_weights() {
    let shop = Workshop::new();
    for (name, more) in [
        ("lora", "--what lora --rank 2 --steps 40 --save-every 3"),
        ("full", "--what full --optimizer adamw --schedule cosine --warmup 4 --steps 40 --save-every 3"),
    ] {
        let more: Vec<&str> = more.split(' ').collect();
        run(&shop.train(&format!("{name}-whole"), &more));
        killed_and_gone_on(&shop, &format!("{name}-killed"), &more);
        let export = |run: &str| contents(&shop.at(&format!("{name}-{run}")).join("export"));
        let (whole, killed) = (export("whole"), export("killed"));
        assert!(whole == killed, "{name}: the weights differ");
        let curves =
            |run: &str| std::fs::read_to_string(shop.at(&format!("{name}-{run}/curves.csv"))).unwrap();
        assert_eq!(curves("whole"), curves("killed"), "{name}");
    }
}

#[test]
fn time_that_is_up_is_no_end() {
    let shop = Workshop::new();
    let limited = shop.train("timed", &["--what", "lora", "--steps", "12", "--minutes", "0.0001"]);
    let first = run(&limited);
    assert!(String::from_utf8_lossy(&first.stdout).contains("the same command goes on"), "{first:?}");
    let rest = shop.train("timed", &["--what", "lora", "--steps", "12"]);
    assert!(String::from_utf8_lossy(&run(&rest).stdout).contains("step 12 of 12"));
}

#[test]
fn what_it_learns_drives_the_loss_down() {
    let shop = Workshop::new();
    run(&shop.train(
        "down",
        &[
            "--what",
            "moe",
            "--rank",
            "4",
            "--experts",
            "2",
            "--steps",
            "60",
            "--optimizer",
            "adamw",
            "--rate",
            "0.01",
            "--recompute",
        ],
    ));
    let text = std::fs::read_to_string(shop.at("down/curves.csv")).unwrap();
    let losses: Vec<f64> = text
        .lines()
        .filter_map(|line| line.split_once(",loss,"))
        .map(|(_, value)| value.parse().unwrap())
        .collect();
    let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len() as f64;
    assert!(mean(&losses[45..]) < 0.8 * mean(&losses[..10]), "{losses:?}");
    let inspected =
        done(&["inspect", shop.at("down/export/pytorch_lora_weights.safetensors").to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&inspected.stdout).contains("2 experts"), "{inspected:?}");
}

#[test]
fn what_cannot_be_done_is_refused_by_name() {
    let shop = Workshop::new();
    let refused = |arguments: Vec<String>| {
        let output = lab(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).output().unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    run(&shop.train("run", &["--steps", "2", "--rank", "2"]));
    let other = refused(shop.train("run", &["--steps", "2", "--rank", "4"]));
    assert!(other.contains("was begun with what") && other.contains("rank: 2"), "{other}");
    let longer = refused(shop.train("run", &["--steps", "3", "--rank", "2"]));
    assert!(longer.contains("was begun with steps = 2, not 3"), "{longer}");
    let none = refused(shop.train("none", &["--disasters", "snow"]));
    assert!(none.contains("there is nothing to train on"), "{none}");
    let unknown = refused(shop.train("none", &["--disasters", "rain"]));
    assert!(unknown.contains("“rain” is none of flood, tsunami"), "{unknown}");
    let rate = refused(shop.train("none", &["--rate", "0"]));
    assert!(rate.contains("--rate: must be above 0"), "{rate}");
    let huge = refused(shop.train("huge", &["--optimizer", "adamw", "--rate", "1e30", "--steps", "50"]));
    assert!(huge.contains("the loss was not finite in 8 steps"), "{huge}");
}
