//! What is scored: edits of a model, made once and kept, or predictions of another system.

use std::borrow::Cow;
use std::path::Path;

use anyhow::bail;
use foreshock_models::data::{Pair, Set};
use foreshock_models::edit::{EditRequest, Editor, Gray8, Preserve, Rgb8};
use foreshock_models::metrics::resample::{Axis, Filter, resize};
use foreshock_models::{LoadOptions, load, pixels};
use indicatif::ProgressBar;
use serde_json::json;

/// A pair with its pixels.
pub(super) struct Loaded {
    pub(super) pair: Pair,
    pub(super) before: Rgb8,
    /// None in sets of instructions without a ground truth.
    pub(super) after: Option<Rgb8>,
    pub(super) change: Option<Gray8>,
    pub(super) damage: Option<Gray8>,
}

/// A system and its edit of each pair.
pub(super) struct System {
    pub(super) name: String,
    pub(super) edits: Vec<Option<Rgb8>>,
    pub(super) about: String,
}

impl System {
    /// Whether a user means this system by `name`: models carry their fingerprint in brackets.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name == name || self.name.split_once(" (").is_some_and(|(plain, _)| plain == name)
    }
}

/// How edits are made, and where they are kept.
pub(super) struct Edits<'a> {
    pub(super) device: &'a str,
    /// None = the model's.
    pub(super) steps: Option<u32>,
    pub(super) seed: u64,
    pub(super) out: &'a Path,
}

/// Edits every pair with a model, or takes the edits of an earlier run.
pub(super) fn edited(folder: &Path, pairs: &[Loaded], how: &Edits<'_>) -> anyhow::Result<System> {
    let options = LoadOptions { device: how.device.to_owned(), ..LoadOptions::default() };
    let editor = load(folder, &options)?;
    let info = editor.info();
    let steps = how.steps.unwrap_or(info.default_steps);
    let about = format!("{}, {steps} steps, seed {}", info.fingerprint, how.seed);
    let name = format!("{} ({})", info.model, info.fingerprint.get(..8).unwrap_or_default());
    // Another model, seed or number of steps has a folder of its own.
    let kept = how.out.join("edits").join(format!("{}-{steps}-{}", &info.fingerprint[..16], how.seed));
    let bar = ProgressBar::new(pairs.len() as u64);
    let mut edits = Vec::new();
    let mut listed = Vec::new();
    for pair in pairs {
        let words = pair.pair.instructions.first().cloned().unwrap_or_default();
        // Another set may have a pair of the same name.
        let asked =
            blake3::Hasher::new().update(words.as_bytes()).update(&pair.before.data).finalize().to_hex();
        let filename = format!("{}-{}.png", stem(&pair.pair.name), &asked[..8]);
        let file = kept.join("images").join(&filename);
        let edit = match pixels::read_rgb(&file) {
            Ok(known) => known,
            Err(_) => {
                let made = edit(editor.as_ref(), &pair.before, &words, steps, how.seed)?;
                pixels::write_rgb(&file, &made)?;
                made
            }
        };
        listed.push(json!({
            "pre_image": pair.pair.before, "post_image": pair.pair.after, "instruction": words, "status": "success",
            "filename": filename, "synthetic": true, "model": info.fingerprint,
        }));
        edits.push(Some(edit));
        bar.inc(1);
    }
    bar.finish_and_clear();
    std::fs::write(kept.join("metadata.json"), format!("{:#}\n", json!(listed)))?;
    Ok(System { name, edits, about })
}

/// The part of a name that files can have.
pub(super) fn stem(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.strip_suffix(".png").unwrap_or(last).to_owned()
}

fn edit(editor: &dyn Editor, source: &Rgb8, words: &str, steps: u32, seed: u64) -> anyhow::Result<Rgb8> {
    let mut session = editor.begin(EditRequest {
        source: source.clone(),
        valid: None,
        mask: None,
        examples: Vec::new(),
        instruction: words.to_owned(),
        steps,
        guidance: editor.info().default_guidance,
        seed,
        strength: 1.0,
        preserve: Preserve::Change,
        quality: "full".to_owned(),
        adapter: None,
        candidate: 0,
        noise_origin: [0, 0],
    })?;
    while !session.is_done() {
        editor.step(&mut [&mut session])?;
    }
    let edited = editor.finish(session)?;
    // What a user gets: the source where nothing was changed.
    let samples = source.data.iter().zip(&edited.pixels.data).enumerate();
    let data = samples
        .map(|(at, (old, new))| {
            let weight = f32::from(edited.weight.data.get(at / 3).copied().unwrap_or(0)) / 255.0;
            (f32::from(*old) + (f32::from(*new) - f32::from(*old)) * weight).round() as u8
        })
        .collect();
    Ok(Rgb8 { data, ..source.clone() })
}

/// The edit in the size of the target, for comparing pixels: resized as Pillow's bicubic filter does.
pub(super) fn resized<'a>(edit: &'a Rgb8, target: &Rgb8) -> Cow<'a, Rgb8> {
    let (width, height) = (target.width, target.height);
    if (edit.width, edit.height) == (width, height) {
        return Cow::Borrowed(edit);
    }
    let whole = |size| Axis { size, first: 0, count: size };
    Cow::Owned(resize(edit, Filter::Bicubic, whole(width), whole(height)))
}

/// Predictions of another system.
pub(super) fn predicted(folder: &Path, set: &Set, pairs: &[Loaded]) -> anyhow::Result<System> {
    let predictions = foreshock_models::data::sets::predictions(folder, set)?;
    let edits = pairs
        .iter()
        .map(|pair| predictions.found.get(&pair.pair.name).map(|file| pixels::read_rgb(file)).transpose())
        .collect::<Result<Vec<_>, _>>()?;
    let found = edits.iter().flatten().count();
    if found == 0 {
        bail!("--predictions {}: none of its images has the name of a pair", folder.display());
    }
    let name =
        folder.file_name().map_or("predictions".to_owned(), |name| name.to_string_lossy().into_owned());
    Ok(System { name, edits, about: format!("{}, {found} of {} pairs", folder.display(), pairs.len()) })
}
