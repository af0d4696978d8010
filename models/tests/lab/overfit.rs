//! From nothing to an edit: the configuration `small` learns eight pairs by heart.

use std::path::Path;

use crate::run::lab;

/// The last value of a curve.
fn last(run: &Path, name: &str) -> f64 {
    let text = std::fs::read_to_string(run.join("curves.csv")).unwrap();
    let rows = text.lines().filter_map(|line| line.split_once(&format!(",{name},")));
    rows.map(|(_, value)| value.parse().unwrap()).next_back().unwrap()
}

#[test]
fn eight_pairs_are_learnt_by_heart() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    lab(
        "synthesize --scenes 12 --kinds snow --size 64 --severity severe --pairs-per-tile 1 --gsd 0.5 --seed 5 --no-turns --out snow",
        at,
    )
    .unwrap();
    let all = std::fs::read_to_string(at.join("snow/synthetic.jsonl")).unwrap();
    let eight: Vec<&str> = all.lines().take(8).collect();
    assert_eq!(eight.len(), 8);
    std::fs::write(at.join("snow/eight.jsonl"), eight.join("\n") + "\n").unwrap();
    let adamw = "--threads 1 --optimizer adamw --beta2 0.99 --schedule cosine --batch 8 --ema 0 --clip 1 --sheet-every 0";
    // Latents without training: principal components. The pictures would need a decoder, the latents do not.
    lab("init --config small --seed 1 --encoder-of snow/images/before -- small", at).unwrap();

    // Judged on the pairs themselves: edits in eight steps, by their latents' distance from the target beside that of the input.
    lab(
        &format!(
            "train --model small --pairs snow/eight.jsonl --held-out snow/eight.jsonl --out run --warmup 10 --dropout 0 --evaluate-every 1000 --what full --rate 1.5e-3 --steps 90 {adamw}"
        ),
        at,
    )
    .unwrap();
    let run = at.join("run");
    let left = last(&run, "edited_latent_error") / last(&run, "copied_latent_error");
    assert!(left < 0.2, "{left:.3} of what copying leaves");
}
