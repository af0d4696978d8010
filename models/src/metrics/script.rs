//! TorchScript networks in the same slots: any image or text encoder, any distance of two images. A JSON file beside the script
//! (`net.pt`, `net.json`) says how its input is made.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tch::{CModule, Device, Tensor};

use super::MetricError;
use super::encoder::{ImageEncoder, NetInfo, TextEncoder, file_digest, unit};
use super::preprocess::Preprocessing;
use crate::edit::{EditError, Rgb8};
use crate::text::tokenizer::ClipTokenizer;

/// What stands beside a script.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Beside {
    /// Name for the record.
    name: String,
    /// Images: short side after resampling, px.
    #[serde(default)]
    resize: Option<usize>,
    /// Images: side of the square cut from the middle, px.
    #[serde(default)]
    crop: Option<usize>,
    /// Images: subtracted, by band, from samples in 0…1.
    #[serde(default)]
    mean: Option<[f64; 3]>,
    /// Images: divided by.
    #[serde(default)]
    std: Option<[f64; 3]>,
    /// Texts: folder with `vocab.json` and `merges.txt`, from the JSON's own.
    #[serde(default)]
    tokenizer: Option<PathBuf>,
    /// Texts: tokens of a padded text.
    #[serde(default)]
    context: Option<usize>,
}

fn beside(script: &Path) -> Result<Beside, MetricError> {
    Ok(crate::config::read(&script.with_extension("json"))?)
}

fn load(script: &Path, device: Device) -> Result<CModule, MetricError> {
    let mut module = CModule::load_on_device(script, device).map_err(|error| MetricError::Invalid {
        field: script.display().to_string(),
        message: format!("no TorchScript: {}", error.to_string().lines().next().unwrap_or_default()),
    })?;
    module.set_eval();
    Ok(module)
}

fn run(module: &CModule, inputs: &[Tensor]) -> Result<Tensor, MetricError> {
    let _no_grad = tch::no_grad_guard();
    module.forward_ts(inputs).map_err(|error| EditError::from_torch(&error.to_string()).into())
}

impl Beside {
    fn preprocessing(&self, script: &Path) -> Result<Preprocessing, MetricError> {
        let (Some(resize), Some(crop), Some(mean), Some(std)) = (self.resize, self.crop, self.mean, self.std)
        else {
            return Err(MetricError::Invalid {
                field: script.with_extension("json").display().to_string(),
                message: "an image encoder needs resize, crop, mean and std".to_owned(),
            });
        };
        Ok(Preprocessing { resize, crop, mean, std })
    }
}

/// `[B, 3, crop, crop]` → `[B, D]`.
pub struct ScriptImage {
    module: CModule,
    preprocessing: Preprocessing,
    info: NetInfo,
    device: Device,
}

impl ScriptImage {
    /// Loads a script and what stands beside it.
    ///
    /// # Errors
    /// When a file is missing or broken.
    pub fn open(script: &Path, device: Device) -> Result<Self, MetricError> {
        let beside = beside(script)?;
        let preprocessing = beside.preprocessing(script)?;
        let info = NetInfo {
            name: beside.name,
            digest: file_digest(script)?,
            preprocessing: preprocessing.describe(),
        };
        Ok(Self { module: load(script, device)?, preprocessing, info, device })
    }
}

impl ImageEncoder for ScriptImage {
    fn embed(&self, images: &[Rgb8]) -> Result<Tensor, MetricError> {
        run(&self.module, &[self.preprocessing.batch(images, self.device)]).map(|features| unit(&features))
    }

    fn describe(&self) -> &NetInfo {
        &self.info
    }
}

/// Ids `[B, L]` → `[B, D]`.
pub struct ScriptText {
    module: CModule,
    tokenizer: ClipTokenizer,
    info: NetInfo,
    device: Device,
}

impl ScriptText {
    /// Loads a script and what stands beside it.
    ///
    /// # Errors
    /// When a file is missing or broken.
    pub fn open(script: &Path, device: Device) -> Result<Self, MetricError> {
        let beside = beside(script)?;
        let (Some(folder), Some(context)) = (&beside.tokenizer, beside.context) else {
            return Err(MetricError::Invalid {
                field: script.with_extension("json").display().to_string(),
                message: "a text encoder needs tokenizer and context".to_owned(),
            });
        };
        let folder = script.parent().unwrap_or(Path::new("")).join(folder);
        let info = NetInfo {
            name: beside.name.clone(),
            digest: file_digest(script)?,
            preprocessing: format!("CLIP's byte pairs, {context} tokens"),
        };
        let tokenizer = ClipTokenizer::open(&folder, context)?;
        Ok(Self { module: load(script, device)?, tokenizer, info, device })
    }
}

impl TextEncoder for ScriptText {
    fn embed_text(&self, texts: &[&str]) -> Result<(Tensor, Vec<bool>), MetricError> {
        let (mut rows, mut cut) = (Vec::new(), Vec::new());
        for text in texts {
            let (ids, _, shortened) =
                self.tokenizer.ids(text).map_err(|error| EditError::Torch(error.to_string()))?;
            rows.push(Tensor::from_slice(&ids));
            cut.push(shortened);
        }
        let features = run(&self.module, &[Tensor::stack(&rows, 0).to_device(self.device)])?;
        Ok((unit(&features), cut))
    }

    fn describe(&self) -> &NetInfo {
        &self.info
    }
}

/// A distance of two images, `([B, 3, crop, crop], …)` → `[B]` (LPIPS).
pub struct ScriptDistance {
    module: CModule,
    preprocessing: Preprocessing,
    info: NetInfo,
    device: Device,
}

impl ScriptDistance {
    /// Loads a script and what stands beside it.
    ///
    /// # Errors
    /// When a file is missing or broken.
    pub fn open(script: &Path, device: Device) -> Result<Self, MetricError> {
        let ScriptImage { module, preprocessing, info, device } = ScriptImage::open(script, device)?;
        Ok(Self { module, preprocessing, info, device })
    }

    /// Distance of one pair.
    ///
    /// # Errors
    /// When the network fails.
    pub fn between(&self, a: &Rgb8, b: &Rgb8) -> Result<f64, MetricError> {
        let input = |image: &Rgb8| self.preprocessing.batch(std::slice::from_ref(image), self.device);
        let distance = run(&self.module, &[input(a), input(b)])?;
        Ok(distance.mean(tch::Kind::Double).double_value(&[]))
    }

    /// What it is.
    #[must_use]
    pub fn describe(&self) -> &NetInfo {
        &self.info
    }
}
