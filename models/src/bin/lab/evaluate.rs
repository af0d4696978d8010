//! `foreshock-lab evaluate`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::ensure;
use clap::Args;
use foreshock_models::data::{Pair, Set, SetOptions};
use foreshock_models::metrics::baseline::recoloured;
use foreshock_models::metrics::damage::read_truth;
use foreshock_models::metrics::record::Record;
use foreshock_models::metrics::report::{RECOLOURED, Report, Shown, TARGET};
use foreshock_models::{device, pixels};
use serde_json::json;

use crate::line;
use nets::Nets;
use score::{damage, score};
use systems::{Edits, Loaded, System, edited, predicted};

mod nets;
mod score;
mod systems;

/// Pairs in each grid of the report.
const SHOWN: usize = 6;
/// Systems that are always there: copying, the target, recolouring.
const BASELINES: usize = 3;
/// Name of the system that does nothing.
const COPY: &str = "copy the input";

/// Score a model, or any folder of predictions, against before/after pairs; copying the input is always scored beside, and recolouring it.
///
/// Example: foreshock-lab evaluate --pairs pairs/test.jsonl --model models/weights/foreshock-small --clip clip-vit-base-patch32/ --out report
#[derive(Args)]
pub(crate) struct Evaluate {
    /// Set of pairs.
    #[arg(long)]
    pairs: PathBuf,
    /// Model folders to edit with.
    #[arg(long, num_args = 1..)]
    model: Vec<PathBuf>,
    /// Folders of predictions: images named like the pairs, or RSEdit's `metadata.json` with `images/`.
    #[arg(long, num_args = 1..)]
    predictions: Vec<PathBuf>,
    /// CLIP: a transformers folder, or a TorchScript file.
    #[arg(long)]
    clip: Option<PathBuf>,
    /// Text encoder of CLIP-T when it is not the folder of --clip.
    #[arg(long)]
    clip_text: Option<PathBuf>,
    /// DINO ViT-S/16.
    #[arg(long)]
    dino: Option<PathBuf>,
    /// DINOv2 or another image encoder (DINOv3-sat as TorchScript).
    #[arg(long)]
    dinov2: Option<PathBuf>,
    /// LPIPS or another distance of two images, as TorchScript.
    #[arg(long)]
    lpips: Option<PathBuf>,
    /// Folder with a predicted damage mask (0–4) a pair, `SYSTEM=DIR`.
    #[arg(long, value_name = "SYSTEM=DIR")]
    damage: Vec<String>,
    /// OpenAI-compatible server of a vision language model (`http://host:8000/v1`): VIEScore.
    #[arg(long, requires = "judge_model")]
    judge: Option<String>,
    /// The judge's model.
    #[arg(long)]
    judge_model: Option<String>,
    /// Environment variable with the judge's key.
    #[arg(long)]
    judge_key_env: Option<String>,
    /// File that keeps the judge's answers: a second run asks only for those that are not in it.
    #[arg(long, requires = "judge")]
    judge_cache: Option<PathBuf>,
    /// Only so many pairs, taken evenly.
    #[arg(long)]
    limit: Option<usize>,
    /// Denoising steps [default: the model's].
    #[arg(long)]
    steps: Option<u32>,
    /// Seed of the edits.
    #[arg(long, default_value_t = 42)]
    seed: u64,
    /// cpu, cuda or cuda:N.
    #[arg(long, default_value = "cpu")]
    device: String,
    /// Folder for report.html, report.json and the edits, which a second run does not make again.
    #[arg(long)]
    out: PathBuf,
}

impl Evaluate {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let nets = Nets::open(&self, device::open(&self.device)?)?;
        let (set, pairs) = self.loaded()?;
        ensure!(!pairs.is_empty(), "{} holds no pair", self.pairs.display());
        let mut systems = vec![
            System {
                name: COPY.to_owned(),
                edits: pairs.iter().map(|pair| Some(pair.before.clone())).collect(),
                about: "the image before".to_owned(),
            },
            System {
                name: TARGET.to_owned(),
                edits: pairs.iter().map(|pair| pair.after.clone()).collect(),
                about: "the image after".to_owned(),
            },
            System {
                name: RECOLOURED.to_owned(),
                edits: pairs
                    .iter()
                    .map(|pair| pair.after.as_ref().map(|after| recoloured(&pair.before, after)))
                    .collect(),
                about: "the image before with each band's mean and spread of the image after".to_owned(),
            },
        ];
        for folder in &self.model {
            systems.push(edited(folder, &pairs, &self.edits())?);
        }
        for folder in &self.predictions {
            let mut system = predicted(folder, &set, &pairs)?;
            // Two folders may end alike.
            if systems.iter().any(|known| known.name == system.name) {
                system.name = folder.display().to_string();
            }
            systems.push(system);
        }
        for (number, system) in systems.iter().enumerate() {
            ensure!(
                systems.iter().take(number).all(|known| known.name != system.name),
                "“{}” is given twice",
                system.name
            );
        }
        for entry in &self.damage {
            let named = entry.split_once('=').map(|(name, _)| name);
            let known = systems.iter().any(|system| named.is_some_and(|name| system.is(name)));
            ensure!(
                known,
                "--damage {entry}: wanted SYSTEM=DIR with one of these systems: {}",
                systems.iter().map(|system| system.name.as_str()).collect::<Vec<_>>().join(", ")
            );
        }
        let references = nets.references(&pairs)?;
        let mut records = Vec::new();
        let mut scores: BTreeMap<String, Vec<Option<f64>>> = BTreeMap::new();
        for system in &systems {
            let (own, chosen) = score(system, &pairs, &nets, &references)?;
            records.extend(own);
            records.extend(
                self.damaged(system).map(|folder| damage(system, &folder, &pairs)).into_iter().flatten(),
            );
            scores.insert(system.name.clone(), chosen);
        }
        table(&records);
        self.write(&systems, &pairs, &records, &scores)
    }

    /// The folder of predicted damage masks that was given for a system.
    fn damaged(&self, system: &System) -> Option<PathBuf> {
        self.damage.iter().find_map(|entry| {
            let (name, folder) = entry.split_once('=')?;
            system.is(name).then(|| PathBuf::from(folder))
        })
    }

    fn edits(&self) -> Edits<'_> {
        Edits { device: &self.device, steps: self.steps, seed: self.seed, out: &self.out }
    }

    fn loaded(&self) -> anyhow::Result<(Set, Vec<Loaded>)> {
        let set = foreshock_models::data::open(&self.pairs, &SetOptions::default())?;
        for skipped in set.skipped.iter().take(5) {
            tracing::warn!("line {}: {}", skipped.line, skipped.reason);
        }
        // A set with a split of its own is scored on its test pairs.
        let split = set.pairs.iter().any(|pair| pair.test == Some(true));
        let scored: Vec<&Pair> = set.pairs.iter().filter(|pair| !split || pair.test == Some(true)).collect();
        if split {
            line(format!("{} of {} pairs are the set's test pairs", scored.len(), set.pairs.len()));
        }
        let count = self.limit.unwrap_or(scored.len()).min(scored.len());
        let loaded = (0..count)
            .map(|place| {
                let pair = scored[place * scored.len() / count].clone();
                let before = pixels::read_rgb(&pair.before)?;
                let after = pair.after.as_ref().map(|path| pixels::read_rgb(path)).transpose()?;
                if let Some(after) = &after {
                    ensure!(
                        (before.width, before.height) == (after.width, after.height),
                        "{}: before has {} × {} px, after {} × {} px",
                        pair.name,
                        before.width,
                        before.height,
                        after.width,
                        after.height
                    );
                }
                let change = pair.change_mask.as_deref().map(pixels::read_gray).transpose()?;
                let damage = pair.damage_mask.as_deref().map(read_truth).transpose()?;
                for (what, mask) in [("change mask", &change), ("damage mask", &damage)] {
                    ensure!(
                        mask.as_ref()
                            .is_none_or(|mask| (mask.width, mask.height) == (before.width, before.height)),
                        "{}: the {what} does not have the image's {} × {} px",
                        pair.name,
                        before.width,
                        before.height
                    );
                }
                Ok(Loaded { pair, before, after, change, damage })
            })
            .collect::<anyhow::Result<Vec<_>>>()?;
        Ok((set, loaded))
    }

    fn write(
        &self,
        systems: &[System],
        pairs: &[Loaded],
        records: &[Record],
        scores: &BTreeMap<String, Vec<Option<f64>>>,
    ) -> anyhow::Result<()> {
        let mut left_out = Vec::new();
        for (given, metric, option) in [
            (self.clip.is_some(), "CLIP-I, CLIP-T", "--clip"),
            (self.dino.is_some(), "DINO", "--dino"),
            (self.dinov2.is_some(), "DINOv2", "--dinov2"),
            (self.lpips.is_some(), "LPIPS", "--lpips"),
            (self.judge.is_some(), "VIEScore", "--judge"),
            (!self.damage.is_empty(), "F1 of damage", "--damage"),
        ] {
            if !given {
                left_out.push(format!("{metric}: no {option} was given"));
            }
        }
        for line_out in &left_out {
            line(format!("not computed: {line_out}"));
        }
        let date = chrono::Utc::now().format("%Y-%m-%d %H:%M UTC").to_string();
        let mut facts = vec![
            ("set".to_owned(), format!("{}, {} pairs", self.pairs.display(), pairs.len())),
            ("made".to_owned(), format!("{date}, foreshock-lab {}", env!("CARGO_PKG_VERSION"))),
        ];
        facts.extend(systems.iter().map(|system| (system.name.clone(), system.about.clone())));
        let mut grids = Vec::new();
        let masked = pairs.iter().any(|pair| pair.change.is_some());
        let by = if masked { "L1 to the target where it changed" } else { "L1 to the target" };
        for system in systems.iter().skip(BASELINES) {
            let Some(values) = scores.get(&system.name) else { continue };
            let mut order: Vec<(usize, f64)> =
                values.iter().enumerate().filter_map(|(number, value)| Some((number, (*value)?))).collect();
            order.sort_by(|a, b| a.1.total_cmp(&b.1));
            let middle = order.len().saturating_sub(SHOWN) / 2;
            let parts = [
                ("best", order.iter().take(SHOWN).collect::<Vec<_>>()),
                ("middle", order.iter().skip(middle).take(SHOWN).collect()),
                ("worst", order.iter().rev().take(SHOWN).collect()),
            ];
            for (which, chosen) in parts {
                let shown = chosen.into_iter().map(|&(number, score)| {
                    let pair = &pairs[number];
                    Shown {
                        name: pair.pair.name.clone(),
                        instruction: pair.pair.instructions.first().cloned().unwrap_or_default(),
                        kind: pair.pair.disaster.map_or("unknown", |kind| kind.as_str()).to_owned(),
                        pictures: [
                            Some(pair.before.clone()),
                            system.edits[number].clone(),
                            pair.after.clone(),
                        ],
                        score,
                    }
                });
                let title = format!("{}: {which} by {by}", system.name);
                grids.push((title, shown.collect()));
            }
        }
        let report = Report {
            title: format!("Edits of {}", self.pairs.display()),
            facts: facts.clone(),
            records,
            left_out: left_out.clone(),
            grids,
        };
        std::fs::create_dir_all(&self.out)?;
        let page = self.out.join("report.html");
        std::fs::write(&page, report.html())?;
        let names: Vec<&str> = pairs.iter().map(|pair| pair.pair.name.as_str()).collect();
        let whole = json!({
            "facts": facts, "records": records, "not_computed": left_out, "pairs": names, "chosen_by": by, "scores": scores,
        });
        std::fs::write(self.out.join("report.json"), format!("{whole:#}\n"))?;
        line(format!("report: {}", page.display()));
        Ok(())
    }
}

/// The table on standard output.
fn table(records: &[Record]) {
    let mut systems: Vec<&str> = Vec::new();
    let mut keys: Vec<(&str, &str)> = Vec::new();
    for record in records {
        if !systems.contains(&record.system.as_str()) {
            systems.push(&record.system);
        }
        let key = (record.metric.key.as_str(), record.metric.label.as_str());
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    line(format!("{:36}{}", "", systems.iter().map(|name| format!("{name:>28}")).collect::<String>()));
    for (key, label) in keys {
        let values: String = systems
            .iter()
            .map(|system| {
                let found =
                    records.iter().find(|record| record.system == *system && record.metric.key == key);
                let value = found.and_then(|record| record.value);
                format!("{:>28}", value.map_or("–".to_owned(), |value| format!("{value:.4}")))
            })
            .collect();
        line(format!("{label:36}{values}"));
    }
}
