//! What a network that measures is to the metrics: images or texts in, features of length 1 out.

use std::path::{Path, PathBuf};

use tch::{Device, Tensor};

use super::clip::Clip;
use super::dinov2::Dinov2;
use super::folder::{Family, Folder};
use super::script::{ScriptImage, ScriptText};
use super::vit::Dino;
use crate::edit::Rgb8;
use crate::weights::WeightError;

/// Why a measuring network cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MetricError {
    /// A file is missing or cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A configuration does not say what the network needs, or something this software does not do.
    #[error("{}: {message}", path.display())]
    Config {
        /// The file.
        path: PathBuf,
        /// The field and the limit.
        message: String,
    },
    /// The weights do not fit.
    #[error(transparent)]
    Weights(#[from] WeightError),
    /// The path is neither a folder nor a TorchScript file.
    #[error("{} is no network that measures: {message}", path.display())]
    Unknown {
        /// As given.
        path: PathBuf,
        /// What is read instead.
        message: String,
    },
    /// Pixels that cannot be measured.
    #[error("image {number}: {message}")]
    Image {
        /// Place in the batch, from 0.
        number: usize,
        /// What is wrong.
        message: String,
    },
    /// Nothing to measure.
    #[error("no {0} was given; give one at least")]
    Empty(&'static str),
    /// A text that the tokenizer refuses.
    #[error("text {number}: {message}")]
    Text {
        /// Place in the batch, from 0.
        number: usize,
        /// What the tokenizer said.
        message: String,
    },
    /// Features that are no direction.
    #[error(
        "{name}: the features of {what} {number} are zero or not finite; the weights or the type they are computed in are broken"
    )]
    Features {
        /// The network.
        name: String,
        /// `image` or `text`.
        what: &'static str,
        /// Place in the batch, from 0.
        number: usize,
    },
    /// libtorch failed.
    #[error("{name}: {message}")]
    Torch {
        /// The network.
        name: String,
        /// What it said.
        message: String,
    },
}

/// What a record must carry of a network, so that its numbers can be repeated.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct NetInfo {
    /// Name of the folder or file.
    pub name: String,
    /// BLAKE3 of the weights, hex. With shards: of their names and digests, in order of name.
    pub digest: String,
    /// From pixels or text to the network's input, in words.
    pub preprocessing: String,
}

/// Features of images.
pub trait ImageEncoder {
    /// Features of 8-bit images of any size, `[B, D]`, 32 bit, each row of length 1.
    ///
    /// # Errors
    /// When an image is empty, or the network fails.
    fn embed(&self, images: &[Rgb8]) -> Result<Tensor, MetricError>;

    /// What it is.
    fn describe(&self) -> &NetInfo;
}

/// Cosine of two features of length 1.
#[must_use]
pub fn cosine(a: &Tensor, b: &Tensor) -> f64 {
    let wide = |features: &Tensor| features.to_kind(tch::Kind::Double);
    (wide(a) * wide(b)).sum(tch::Kind::Double).double_value(&[])
}

/// Features of texts.
pub trait TextEncoder {
    /// Features of texts, `[B, D]`, 32 bit, each row of length 1; and which texts were longer than the network reads and were cut.
    ///
    /// # Errors
    /// When a tokenizer or the network fails.
    fn embed_text(&self, texts: &[&str]) -> Result<(Tensor, Vec<bool>), MetricError>;

    /// What it is.
    fn describe(&self) -> &NetInfo;
}

/// Opens a network that reads images: a folder in the layout of transformers (`model_type` clip, vit or dinov2), or a TorchScript file
/// (`.pt`, `.ts`) with its description beside it.
///
/// # Errors
/// When it is neither, or does not fit.
pub fn open_image_encoder(path: &Path, device: Device) -> Result<Box<dyn ImageEncoder>, MetricError> {
    if is_script(path) {
        return Ok(Box::new(ScriptImage::open(path, device)?));
    }
    let folder = Folder::open(path)?;
    Ok(match folder.family {
        Family::Clip => Box::new(Clip::load(&folder, device)?),
        Family::Vit => Box::new(Dino::load(&folder, device)?),
        Family::Dinov2 => Box::new(Dinov2::load(&folder, device)?),
    })
}

/// Opens a network that reads texts: a CLIP folder in the layout of transformers, or a TorchScript file (`.pt`, `.ts`) with its
/// description beside it.
///
/// # Errors
/// When it is neither, or does not fit.
pub fn open_text_encoder(path: &Path, device: Device) -> Result<Box<dyn TextEncoder>, MetricError> {
    if is_script(path) {
        return Ok(Box::new(ScriptText::open(path, device)?));
    }
    let folder = Folder::open(path)?;
    match folder.family {
        Family::Clip => Ok(Box::new(Clip::load(&folder, device)?)),
        Family::Vit | Family::Dinov2 => Err(MetricError::Unknown {
            path: path.to_owned(),
            message: format!(
                "model_type {} reads no text; give a CLIP folder or a TorchScript file",
                folder.family.name()
            ),
        }),
    }
}

fn is_script(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|ext| ext == "pt" || ext == "ts")
}
