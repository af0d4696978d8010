//! `foreshock-lab evaluate`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use clap::Args;
use foreshock_models::data::{Pair, Set, SetOptions};
use foreshock_models::edit::Rgb8;
use foreshock_models::metrics::damage::Damage;
use foreshock_models::metrics::encoder::{ImageEncoder, TextEncoder, cosine};
use foreshock_models::metrics::pixels::{differences, inside, psnr, ssim};
use foreshock_models::metrics::record::{Metric, Record, Reference, record};
use foreshock_models::metrics::report::{Report, Shown, TARGET};
use foreshock_models::metrics::script::ScriptDistance;
use foreshock_models::metrics::viescore::{Judge, Ratings};
use foreshock_models::metrics::{MetricError, open_image_encoder, open_text_encoder};
use foreshock_models::{device, pixels};
use serde_json::json;
use tch::Device;

use crate::line;
use systems::{Edits, Loaded, System, edited, predicted, resized, stem};

mod systems;

/// Pairs in each grid of the report.
const SHOWN: usize = 6;
/// Name of the system that does nothing.
const COPY: &str = "copy the input";

/// Score a model, or any folder of predictions, against before/after pairs; copying the input is always scored beside.
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

/// What measures.
#[derive(Default)]
struct Nets {
    images: Vec<(&'static str, &'static str, Box<dyn ImageEncoder>)>,
    clip: Option<Box<dyn ImageEncoder>>,
    text: Option<Box<dyn TextEncoder>>,
    lpips: Option<ScriptDistance>,
    judge: Option<Judge>,
}

impl Evaluate {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let on = device::open(&self.device)?;
        let nets = self.nets(on)?;
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
        let mut records = Vec::new();
        let mut scores: BTreeMap<String, Vec<Option<f64>>> = BTreeMap::new();
        for system in &systems {
            let (own, changed) = self.score(system, &pairs, &nets)?;
            records.extend(own);
            scores.insert(system.name.clone(), changed);
        }
        table(&records);
        self.write(&systems, &pairs, &records, &scores)
    }

    fn edits(&self) -> Edits<'_> {
        Edits { device: &self.device, steps: self.steps, seed: self.seed, out: &self.out }
    }

    fn nets(&self, on: Device) -> anyhow::Result<Nets> {
        let mut nets = Nets::default();
        if let Some(path) = &self.clip {
            nets.clip = Some(open_image_encoder(path, on)?);
            let text = self.clip_text.as_ref().unwrap_or(path);
            nets.text = Some(open_text_encoder(text, on)?);
        }
        for (key, label, path) in [("dino", "DINO", &self.dino), ("dinov2", "DINOv2", &self.dinov2)] {
            if let Some(path) = path {
                nets.images.push((key, label, open_image_encoder(path, on)?));
            }
        }
        nets.lpips = self.lpips.as_ref().map(|path| ScriptDistance::open(path, on)).transpose()?;
        if let (Some(url), Some(model)) = (&self.judge, &self.judge_model) {
            let key = match &self.judge_key_env {
                Some(name) => {
                    Some(std::env::var(name).with_context(|| format!("--judge-key-env: {name} is not set"))?)
                }
                None => None,
            };
            let timeout = Duration::from_secs(120);
            nets.judge = Some(Judge { url: url.clone(), model: model.clone(), key, timeout });
        }
        Ok(nets)
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
                let mask =
                    |path: &Option<PathBuf>| path.as_ref().map(|path| pixels::read_gray(path)).transpose();
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
                let (change, damage) = (mask(&pair.change_mask)?, mask(&pair.damage_mask)?);
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

    /// All records of a system, and each pair's difference from the target where it changed.
    fn score(
        &self,
        system: &System,
        pairs: &[Loaded],
        nets: &Nets,
    ) -> anyhow::Result<(Vec<Record>, Vec<Option<f64>>)> {
        let mut records = Vec::new();
        let kind = |pair: &Loaded| pair.pair.disaster.map_or("unknown", |kind| kind.as_str()).to_owned();
        let mut add =
            |metric: Metric, truncated: usize, of: &mut dyn FnMut(&Loaded, &Rgb8) -> Option<f64>| {
                let values: Vec<(Option<f64>, String)> = pairs
                    .iter()
                    .zip(&system.edits)
                    .map(|(pair, edit)| {
                        (edit.as_ref().and_then(|edit| of(pair, &resized(edit, &pair.before))), kind(pair))
                    })
                    .collect();
                let changed = values.iter().map(|(value, _)| *value).collect::<Vec<_>>();
                records.push(record(&system.name, &metric, &values, truncated));
                changed
            };
        let plain = |key: &str, label: &str, reference, higher, convention| Metric {
            key: key.to_owned(),
            label: label.to_owned(),
            reference,
            text: None,
            higher_is_better: higher,
            convention,
            net: None,
        };
        let (target, source) = (Reference::Target, Reference::Source);
        let whole =
            add(plain("l1.target", "L1 to target", target, false, "MagicBrush"), 0, &mut |pair, edit| {
                differences(edit, pair.after.as_ref()?, None).map(|found| found.0)
            });
        add(plain("l2.target", "L2 to target", target, false, "MagicBrush"), 0, &mut |pair, edit| {
            differences(edit, pair.after.as_ref()?, None).map(|found| found.1)
        });
        add(plain("psnr.target", "PSNR to target, dB", target, true, "Foreshock"), 0, &mut |pair, edit| {
            differences(edit, pair.after.as_ref()?, None).map(|found| psnr(found.1))
        });
        add(plain("ssim.target", "SSIM to target", target, true, "Foreshock"), 0, &mut |pair, edit| {
            ssim(edit, pair.after.as_ref()?)
        });
        let changed = add(
            plain("l1.changed", "L1 to target where it changed", target, false, "Foreshock"),
            0,
            &mut |pair, edit| {
                let mask = pair.change.as_ref()?;
                differences(edit, pair.after.as_ref()?, Some(&inside(mask))).map(|found| found.0)
            },
        );
        add(
            plain("l1.kept", "L1 to source where nothing changed", source, false, "Foreshock"),
            0,
            &mut |pair, edit| {
                let mask = pair.change.as_ref()?;
                let outside = |pixel| !inside(mask)(pixel);
                differences(edit, &pair.before, Some(&outside)).map(|found| found.0)
            },
        );
        add(plain("l1.source", "L1 to source", source, false, "Emu Edit"), 0, &mut |pair, edit| {
            differences(edit, &pair.before, None).map(|found| found.0)
        });
        let clip = nets.clip.as_deref().map(|net| ("clip_i", "CLIP-I", net));
        let encoders =
            clip.into_iter().chain(nets.images.iter().map(|(key, label, net)| (*key, *label, net.as_ref())));
        for (key, label, net) in encoders {
            for (role, reference, convention) in
                [("target", target, "MagicBrush, SEED"), ("source", source, "Emu Edit, RSEdit")]
            {
                let metric = Metric {
                    net: Some(net.describe().clone()),
                    ..plain(
                        &format!("{key}.{role}"),
                        &format!("{label} to {role}"),
                        reference,
                        true,
                        convention,
                    )
                };
                add(metric, 0, &mut |pair, edit| {
                    let other = if role == "target" { pair.after.as_ref()? } else { &pair.before };
                    let features = told(net.embed(&[edit.clone(), other.clone()]))?;
                    Some(cosine(&features.get(0), &features.get(1)))
                });
            }
        }
        if let (Some(image), Some(text)) = (&nets.clip, &nets.text) {
            for (role, convention) in [("instruction", "SEED, RSEdit"), ("caption", "MagicBrush, Emu Edit")] {
                let words = |pair: &Loaded| match role {
                    "instruction" => pair.pair.instructions.first().cloned(),
                    _ => pair.pair.caption.clone(),
                };
                let texts: Vec<String> = pairs.iter().filter_map(words).collect();
                if texts.is_empty() {
                    continue;
                }
                let (_, cut) = text.embed_text(&texts.iter().map(String::as_str).collect::<Vec<_>>())?;
                let metric = Metric {
                    text: Some(role),
                    net: Some(text.describe().clone()),
                    ..plain(
                        &format!("clip_t.{role}"),
                        &format!("CLIP-T to {role}"),
                        Reference::Text,
                        true,
                        convention,
                    )
                };
                add(metric, cut.iter().filter(|cut| **cut).count(), &mut |pair, edit| {
                    let (text, _) = told(text.embed_text(&[&words(pair)?]))?;
                    let features = told(image.embed(std::slice::from_ref(edit)))?;
                    Some(cosine(&features.get(0), &text.get(0)))
                });
            }
        }
        if let Some(net) = &nets.lpips {
            let metric = Metric {
                net: Some(net.describe().clone()),
                ..plain("lpips.target", "LPIPS to target", target, false, "RSEdit")
            };
            add(metric, 0, &mut |pair, edit| told(net.between(edit, pair.after.as_ref()?)));
        }
        if let Some(judge) = &nets.judge {
            let ratings: BTreeMap<String, Ratings> = pairs
                .iter()
                .zip(&system.edits)
                .filter_map(|(pair, edit)| {
                    let words = pair.pair.instructions.first()?;
                    Some((pair.pair.name.clone(), judge.rate(&pair.before, edit.as_ref()?, words)))
                })
                .collect();
            let told =
                format!("VIEScore, judge {} on {}", judge.model, chrono::Utc::now().format("%Y-%m-%d"));
            for (key, label) in
                [("viescore.sc", "semantic"), ("viescore.pq", "quality"), ("viescore.o", "overall")]
            {
                let metric = plain(key, &format!("{told}: {label}"), Reference::None, true, "VIEScore");
                add(metric, 0, &mut |pair, _| {
                    let ratings = ratings.get(&pair.pair.name)?;
                    match key {
                        "viescore.sc" => ratings.semantic,
                        "viescore.pq" => ratings.quality,
                        _ => ratings.overall(),
                    }
                });
            }
        }
        records.extend(self.damage(system, pairs)?);
        let masked = changed.iter().any(Option::is_some);
        Ok((records, if masked { changed } else { whole }))
    }

    /// F1 of damage over predicted masks, when a folder of them was given for the system.
    fn damage(&self, system: &System, pairs: &[Loaded]) -> anyhow::Result<Vec<Record>> {
        let given = self.damage.iter().find_map(|entry| {
            let (name, folder) = entry.split_once('=')?;
            system.is(name).then(|| PathBuf::from(folder))
        });
        let Some(folder) = given else { return Ok(Vec::new()) };
        let mut damage = Damage::default();
        let mut missing = 0;
        let mut count = 0;
        for pair in pairs.iter().filter(|pair| pair.damage.is_some()) {
            let file = folder.join(format!("{}.png", stem(&pair.pair.name)));
            let added = pair.damage.as_ref().zip(pixels::read_gray(&file).ok());
            if added.is_some_and(|(truth, predicted)| damage.add(truth, &predicted)) {
                count += 1;
            } else {
                tracing::warn!("{} is no mask of this pair with classes 0 to 4", file.display());
                missing += 1;
            }
        }
        let scores = damage.scores();
        let named = [
            ("f1.damage", "F1 of damage", scores.damage),
            ("f1.localisation", "F1 of buildings", scores.localisation),
            ("f1.overall", "0.3 F1 of buildings + 0.7 F1 of damage", scores.overall),
        ];
        Ok(named
            .into_iter()
            .map(|(key, label, value)| Record {
                system: system.name.clone(),
                metric: Metric {
                    key: key.to_owned(),
                    label: label.to_owned(),
                    reference: Reference::Target,
                    text: None,
                    higher_is_better: true,
                    convention: "xView2, RSEdit",
                    net: None,
                },
                value: (count > 0).then_some(value),
                interval: None,
                count,
                missing,
                truncated: 0,
                by_kind: BTreeMap::new(),
            })
            .collect())
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
        for system in systems.iter().skip(2) {
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

/// A value, or a line in the log that says why there is none.
fn told<T>(result: Result<T, MetricError>) -> Option<T> {
    result.map_err(|error| tracing::warn!("{error}")).ok()
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
