//! Any other network, as a TorchScript file with its description beside it: `NAME.pt` (or `.ts`) and `NAME.json`.
//!
//! One for images takes `[B, 3, height, width]` in 32 bit, one for texts `[B, context]` of 64-bit ids; both give `[B, D]`.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use tch::{CModule, Device, Kind, Tensor};

use super::encoder::{ImageEncoder, MetricError, NetInfo, TextEncoder};
use super::folder::{digest, name, read};
use super::preprocess::{Preprocess, Size};
use super::resample::Filter;
use super::run;
use super::words::Words;
use crate::edit::Rgb8;

/// Description of a network for images.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ImageCard {
    /// Short side after resizing, px, or `{"height": …, "width": …}`.
    size: Size,
    /// `bilinear` or `bicubic`.
    resize: FilterName,
    /// Side of the centre crop, px, or `{"height": …, "width": …}`; none = no crop.
    #[serde(default)]
    crop: Option<Size>,
    mean: [f64; 3],
    std: [f64; 3],
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum FilterName {
    Bilinear,
    Bicubic,
}

/// Description of a network for texts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TextCard {
    /// Folder with `vocab.json` and `merges.txt`, seen from the description.
    tokenizer: PathBuf,
    /// Tokens of a text, start and end among them.
    context: i64,
    /// Id after the end; OpenAI's own tokenizer has 0.
    #[serde(default)]
    pad: i64,
}

/// The module itself.
struct Script {
    module: CModule,
    info: NetInfo,
    device: Device,
}

impl Script {
    fn open(path: &Path, device: Device, preprocessing: String) -> Result<Self, MetricError> {
        let info = NetInfo { name: name(path), digest: digest(path)?, preprocessing };
        let broken = |error: tch::TchError| MetricError::Config {
            path: path.to_owned(),
            message: format!("it is no TorchScript file that this libtorch reads: {error}"),
        };
        let mut module = CModule::load_on_device(path, device).map_err(broken)?;
        module.f_set_eval().map_err(broken)?;
        Ok(Self { module, info, device })
    }

    /// Features, whose shape must be `[rows, D]`.
    fn forward(&self, input: &Tensor) -> Result<Tensor, MetricError> {
        let torch = |message: String| MetricError::Torch { name: self.info.name.clone(), message };
        let features = self.module.forward_ts(&[input]).map_err(|error| torch(error.to_string()))?;
        let rows = input.size().first().copied().unwrap_or(0);
        match features.size2() {
            Ok((found, width)) if found == rows && width > 0 && features.is_floating_point() => Ok(features),
            _ => Err(torch(format!(
                "it gave {:?} of {:?} for a batch of {rows}; wanted floating-point features of shape [{rows}, D]",
                features.kind(),
                features.size()
            ))),
        }
    }
}

/// Reads the description beside a file.
fn card<T: DeserializeOwned>(path: &Path) -> Result<(PathBuf, T), MetricError> {
    let beside = path.with_extension("json");
    let card = read(&beside)?;
    Ok((beside, card))
}

/// A network for images.
pub struct ScriptImage {
    script: Script,
    preprocess: Preprocess,
}

impl ScriptImage {
    /// Opens a file and its description.
    ///
    /// # Errors
    /// When one of them is missing or broken.
    pub fn open(path: &Path, device: Device) -> Result<Self, MetricError> {
        let (beside, card): (_, ImageCard) = card(path)?;
        let filter = match card.resize {
            FilterName::Bilinear => Filter::Bilinear,
            FilterName::Bicubic => Filter::Bicubic,
        };
        let crop = card.crop.map(|size| match size {
            Size::Plain(side) | Size::Short { shortest_edge: side } => [side, side],
            Size::Both { height, width } => [height, width],
        });
        let preprocess = Preprocess::new(Some((filter, card.size)), crop, 1.0 / 255.0, card.mean, card.std)
            .map_err(|message| MetricError::Config { path: beside, message })?;
        let script = Script::open(path, device, preprocess.describe())?;
        Ok(Self { script, preprocess })
    }
}

impl ImageEncoder for ScriptImage {
    fn embed(&self, images: &[Rgb8]) -> Result<Tensor, MetricError> {
        let script = &self.script;
        run::images(&script.info, &self.preprocess, script.device, images, |pixels| script.forward(pixels))
    }

    fn describe(&self) -> &NetInfo {
        &self.script.info
    }
}

/// A network for texts.
pub struct ScriptText {
    script: Script,
    words: Words,
}

impl ScriptText {
    /// Opens a file and its description.
    ///
    /// # Errors
    /// When one of them is missing or broken.
    pub fn open(path: &Path, device: Device) -> Result<Self, MetricError> {
        let (beside, card): (_, TextCard) = card(path)?;
        let folder = beside.parent().unwrap_or(Path::new(".")).join(&card.tokenizer);
        let words = Words::open(&folder, card.context, Some(card.pad), None)?;
        let script = Script::open(path, device, words.describe())?;
        Ok(Self { script, words })
    }
}

impl TextEncoder for ScriptText {
    fn embed_text(&self, texts: &[&str]) -> Result<(Tensor, Vec<bool>), MetricError> {
        let (script, ids) = (&self.script, self.words.read(texts)?);
        let features = run::texts(&script.info, &ids, |text| {
            let input = Tensor::from_slice(&text.ids).to_kind(Kind::Int64).unsqueeze(0);
            script.forward(&input.to_device(script.device))
        })?;
        Ok((features, ids.iter().map(|text| text.cut).collect()))
    }

    fn describe(&self) -> &NetInfo {
        &self.script.info
    }
}

/// A distance of two images (LPIPS): `([B, 3, height, width], the same)` → one number an image.
pub struct ScriptDistance {
    script: Script,
    preprocess: Preprocess,
}

impl ScriptDistance {
    /// Opens a file and its description, which is that of a network for images.
    ///
    /// # Errors
    /// When one of them is missing or broken.
    pub fn open(path: &Path, device: Device) -> Result<Self, MetricError> {
        let ScriptImage { script, preprocess } = ScriptImage::open(path, device)?;
        Ok(Self { script, preprocess })
    }

    /// Distance of one pair.
    ///
    /// # Errors
    /// When an image is empty, or the network fails.
    pub fn between(&self, a: &Rgb8, b: &Rgb8) -> Result<f64, MetricError> {
        let script = &self.script;
        let [height, width] = self.preprocess.output().map(|side| side as i64);
        let input = |number: usize, image: &Rgb8| {
            let values =
                self.preprocess.apply(image).map_err(|message| MetricError::Image { number, message })?;
            Ok::<_, MetricError>(
                Tensor::from_slice(&values).view([1, 3, height, width]).to_device(script.device),
            )
        };
        let inputs = [input(0, a)?, input(1, b)?];
        let torch = |message: String| MetricError::Torch { name: script.info.name.clone(), message };
        let distance =
            tch::no_grad(|| script.module.forward_ts(&inputs)).map_err(|error| torch(error.to_string()))?;
        match distance.numel() {
            1 => Ok(distance.to_kind(Kind::Double).double_value(&[])),
            other => Err(torch(format!("it gave {other} numbers for one pair; wanted one"))),
        }
    }

    /// What it is.
    #[must_use]
    pub fn describe(&self) -> &NetInfo {
        &self.script.info
    }
}
