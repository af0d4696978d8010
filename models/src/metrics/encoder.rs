//! The slots that networks fill: images to features, texts to features.

use std::path::Path;

use serde_json::Value;
use tch::{Device, Tensor};

use super::MetricError;
use super::clip::Clip;
use super::script::{ScriptImage, ScriptText};
use super::vit::Vit;
use crate::edit::Rgb8;

/// What a network is, for the record.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct NetInfo {
    /// Kind and size: `clip ViT-B/32`.
    pub name: String,
    /// BLAKE3 of its weights, hex.
    pub digest: String,
    /// How images come to it, readable.
    pub preprocessing: String,
}

/// Images to features.
pub trait ImageEncoder {
    /// Features of length 1, `[B, D]`, f32 on the host.
    ///
    /// # Errors
    /// When the network fails.
    fn embed(&self, images: &[Rgb8]) -> Result<Tensor, MetricError>;

    /// What it is.
    fn describe(&self) -> &NetInfo;
}

/// Texts to features.
pub trait TextEncoder {
    /// Features of length 1, `[B, D]`, f32 on the host, and which texts were cut.
    ///
    /// # Errors
    /// When the network fails.
    fn embed_text(&self, texts: &[&str]) -> Result<(Tensor, Vec<bool>), MetricError>;

    /// What it is.
    fn describe(&self) -> &NetInfo;
}

/// The network of a folder (`transformers` layout) or a TorchScript file.
///
/// # Errors
/// When it is none that is known, or cannot be read.
pub fn open_image_encoder(path: &Path, device: Device) -> Result<Box<dyn ImageEncoder>, MetricError> {
    if path.is_file() {
        return Ok(Box::new(ScriptImage::open(path, device)?));
    }
    match model_type(path)?.as_str() {
        "clip" => Ok(Box::new(Clip::open(path, device)?)),
        "vit" | "dinov2" => Ok(Box::new(Vit::open(path, device)?)),
        other => Err(unknown(path, other, "clip, vit, dinov2, or a TorchScript file")),
    }
}

/// The same for texts.
///
/// # Errors
/// When it is none that is known, or cannot be read.
pub fn open_text_encoder(path: &Path, device: Device) -> Result<Box<dyn TextEncoder>, MetricError> {
    if path.is_file() {
        return Ok(Box::new(ScriptText::open(path, device)?));
    }
    match model_type(path)?.as_str() {
        "clip" => Ok(Box::new(Clip::open(path, device)?)),
        other => Err(unknown(path, other, "clip, or a TorchScript file")),
    }
}

fn model_type(folder: &Path) -> Result<String, MetricError> {
    let config: Value = crate::config::read(&folder.join("config.json"))?;
    Ok(config["model_type"].as_str().unwrap_or("nothing").to_owned())
}

fn unknown(path: &Path, found: &str, wanted: &str) -> MetricError {
    MetricError::Invalid {
        field: path.join("config.json").display().to_string(),
        message: format!("model_type is {found}; wanted {wanted}"),
    }
}

/// BLAKE3 of a file, hex.
pub(super) fn file_digest(path: &Path) -> Result<String, MetricError> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_mmap(path).map_err(|source| MetricError::Io { path: path.to_owned(), source })?;
    Ok(hasher.finalize().to_hex().to_string())
}

/// Rows of length 1, f32 on the host.
pub(super) fn unit(features: &Tensor) -> Tensor {
    let wide = features.to_kind(tch::Kind::Float).to_device(Device::Cpu);
    let norm = wide.square().sum_dim_intlist([-1_i64].as_slice(), true, tch::Kind::Float).sqrt();
    wide / norm.clamp_min(1e-12)
}

/// Cosine of two rows of length 1.
#[must_use]
pub fn cosine(a: &Tensor, b: &Tensor) -> f64 {
    (a.to_kind(tch::Kind::Double) * b.to_kind(tch::Kind::Double)).sum(tch::Kind::Double).double_value(&[])
}
