//! Metrics of edits: networks that compare images and texts.

pub mod clip;
pub mod encoder;
pub mod preprocess;
pub mod script;
mod vision;
pub mod vit;

use std::path::PathBuf;

use crate::edit::{EditError, LoadError};
use crate::pixels::PixelError;
use crate::weights::WeightError;

/// Why something cannot be measured.
#[derive(Debug, thiserror::Error)]
pub enum MetricError {
    /// A network's folder cannot be used.
    #[error(transparent)]
    Model(#[from] LoadError),
    /// Weights do not fit.
    #[error(transparent)]
    Weights(#[from] WeightError),
    /// An image cannot be read.
    #[error(transparent)]
    Pixels(#[from] PixelError),
    /// libtorch failed.
    #[error(transparent)]
    Torch(#[from] EditError),
    /// A file cannot be read or written.
    #[error("cannot use {}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file or setting is not what it should be.
    #[error("{field}: {message}")]
    Invalid {
        /// The setting or file.
        field: String,
        /// What is wrong, and what is wanted.
        message: String,
    },
}
