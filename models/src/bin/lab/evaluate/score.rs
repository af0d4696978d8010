//! The numbers of one system.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use foreshock_models::edit::Rgb8;
use foreshock_models::metrics::damage::Damage;
use foreshock_models::metrics::encoder::{NetInfo, cosine};
use foreshock_models::metrics::pixels::{differences, inside, psnr, ssim};
use foreshock_models::metrics::record::{Metric, Record, Reference, Value, record};
use foreshock_models::metrics::viescore::Ratings;
use foreshock_models::pixels;
use tch::Tensor;

use super::nets::{Nets, References};
use super::systems::{Loaded, System, resized, stem};

/// Collects records of a system.
struct Scorer<'a> {
    system: &'a System,
    pairs: &'a [Loaded],
    /// The edits in the size of the pairs' images.
    edits: Vec<Option<Cow<'a, Rgb8>>>,
    records: Vec<Record>,
}

impl Scorer<'_> {
    /// Adds a metric over all pairs that have an edit; returns its value of each.
    fn add(
        &mut self,
        metric: Metric,
        truncated: usize,
        of: impl Fn(usize, &Loaded, &Rgb8) -> Option<f64>,
    ) -> Vec<Option<f64>> {
        let edits = self.edits.iter().enumerate();
        let values: Vec<Value> = edits
            .zip(self.pairs)
            .map(|((number, edit), pair)| Value {
                value: edit.as_deref().and_then(|edit| of(number, pair, edit)),
                kind: pair.pair.disaster.map_or("unknown", |kind| kind.as_str()),
                severity: pair.pair.severity.map(|severity| severity.as_str()),
            })
            .collect();
        self.records.push(record(&self.system.name, &metric, &values, truncated));
        values.into_iter().map(|value| value.value).collect()
    }
}

/// A metric of plain arithmetic.
fn plain(key: &str, label: &str, reference: Reference, higher: bool, convention: &'static str) -> Metric {
    Metric {
        key: key.to_owned(),
        label: label.to_owned(),
        reference,
        text: None,
        higher_is_better: higher,
        convention,
        net: None,
    }
}

/// A similarity of features.
fn similarity(
    key: &str,
    label: &str,
    reference: Reference,
    convention: &'static str,
    net: &NetInfo,
) -> Metric {
    Metric { net: Some(net.clone()), ..plain(key, label, reference, true, convention) }
}

/// All records of a system, and each pair's difference from the target: where it changed, when that is known.
pub(super) fn score(
    system: &System,
    pairs: &[Loaded],
    nets: &Nets,
    references: &References,
) -> anyhow::Result<(Vec<Record>, Vec<Option<f64>>)> {
    let pairwise = system.edits.iter().zip(pairs);
    let edits = pairwise.map(|(edit, pair)| edit.as_ref().map(|edit| resized(edit, &pair.before))).collect();
    let mut scorer = Scorer { system, pairs, edits, records: Vec::new() };
    let (target, source) = (Reference::Target, Reference::Source);
    let whole =
        scorer.add(plain("l1.target", "L1 to target", target, false, "MagicBrush"), 0, |_, pair, edit| {
            differences(edit, pair.after.as_ref()?, None).map(|found| found.0)
        });
    scorer.add(plain("l2.target", "L2 to target", target, false, "MagicBrush"), 0, |_, pair, edit| {
        differences(edit, pair.after.as_ref()?, None).map(|found| found.1)
    });
    scorer.add(plain("psnr.target", "PSNR to target, dB", target, true, "Foreshock"), 0, |_, pair, edit| {
        differences(edit, pair.after.as_ref()?, None).map(|found| psnr(found.1))
    });
    scorer.add(plain("ssim.target", "SSIM to target", target, true, "Foreshock"), 0, |_, pair, edit| {
        ssim(edit, pair.after.as_ref()?)
    });
    let changed = scorer.add(
        plain("l1.changed", "L1 to target where it changed", target, false, "Foreshock"),
        0,
        |_, pair, edit| {
            let mask = pair.change.as_ref()?;
            differences(edit, pair.after.as_ref()?, Some(&inside(mask))).map(|found| found.0)
        },
    );
    scorer.add(
        plain("l1.kept", "L1 to source where nothing changed", source, false, "Foreshock"),
        0,
        |_, pair, edit| {
            let mask = pair.change.as_ref()?;
            let outside = |pixel| !inside(mask)(pixel);
            differences(edit, &pair.before, Some(&outside)).map(|found| found.0)
        },
    );
    scorer.add(plain("l1.source", "L1 to source", source, false, "Emu Edit"), 0, |_, pair, edit| {
        differences(edit, &pair.before, None).map(|found| found.0)
    });
    networks(&mut scorer, nets, references)?;
    if let Some(net) = &nets.lpips {
        let metric = Metric {
            net: Some(net.describe().clone()),
            ..plain("lpips.target", "LPIPS to target", target, false, "RSEdit")
        };
        let pairwise = scorer.edits.iter().zip(pairs);
        let distances = pairwise
            .map(|(edit, pair)| {
                let both = edit.as_deref().zip(pair.after.as_ref());
                both.map(|(edit, after)| net.between(edit, after)).transpose()
            })
            .collect::<Result<Vec<_>, _>>()?;
        scorer.add(metric, 0, |number, _, _| distances[number]);
    }
    judged(&mut scorer, nets);
    let masked = changed.iter().any(Option::is_some);
    Ok((scorer.records, if masked { changed } else { whole }))
}

/// Similarities of features, each edit embedded once by each network.
fn networks(scorer: &mut Scorer<'_>, nets: &Nets, references: &References) -> anyhow::Result<()> {
    // As they came: each network resizes for itself.
    let own = || scorer.system.edits.iter().map(Option::as_ref);
    let edits: Vec<Vec<Option<Tensor>>> =
        nets.encoders.iter().map(|encoder| encoder.features(own())).collect::<Result<_, _>>()?;
    let alike = |a: &[Option<Tensor>], b: &[Option<Tensor>], number: usize| {
        Some(cosine(a[number].as_ref()?, b[number].as_ref()?))
    };
    let roles = [("target", Reference::Target), ("source", Reference::Source)];
    for (place, encoder) in nets.encoders.iter().enumerate() {
        let known = roles.into_iter().zip(encoder.conventions).zip(&references.images[place]);
        for (((role, reference), convention), known) in known {
            let (key, label) = (format!("{}.{role}", encoder.key), format!("{} to {role}", encoder.label));
            let metric = similarity(&key, &label, reference, convention, encoder.net.describe());
            scorer.add(metric, 0, |number, _, _| alike(&edits[place], known, number));
        }
    }
    if let (Some(place), Some(net)) = (nets.clip(), &nets.text) {
        for texts in &references.texts {
            let role = texts.role;
            let (key, label) = (format!("clip_t.{role}"), format!("CLIP-T to {role}"));
            let metric = Metric {
                text: Some(role),
                ..similarity(&key, &label, Reference::Text, texts.convention, net.describe())
            };
            scorer.add(metric, texts.cut, |number, _, _| alike(&edits[place], &texts.features, number));
        }
    }
    Ok(())
}

/// The judge's ratings.
fn judged(scorer: &mut Scorer<'_>, nets: &Nets) {
    let Some(judge) = &nets.judge else { return };
    let ratings: Vec<Option<Ratings>> = scorer
        .pairs
        .iter()
        .zip(&scorer.system.edits)
        .map(|(pair, edit)| {
            let words = pair.pair.instructions.first()?;
            Some(judge.rate(&pair.before, edit.as_ref()?, words))
        })
        .collect();
    let told = format!("VIEScore, judge {} on {}", judge.0.model, chrono::Utc::now().format("%Y-%m-%d"));
    let mut part = |key: &str, label: &str, of: fn(&Ratings) -> Option<f64>| {
        let metric = plain(key, &format!("{told}: {label}"), Reference::None, true, "VIEScore");
        scorer.add(metric, 0, |number, _, _| ratings[number].as_ref().and_then(of));
    };
    part("viescore.sc", "semantic", |ratings| ratings.semantic);
    part("viescore.pq", "quality", |ratings| ratings.quality);
    part("viescore.o", "overall", Ratings::overall);
}

/// F1 of damage over a folder of predicted masks.
pub(super) fn damage(system: &System, folder: &Path, pairs: &[Loaded]) -> Vec<Record> {
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
    named
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
            by_severity: BTreeMap::new(),
        })
        .collect()
}
