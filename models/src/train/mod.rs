//! Training: flow matching for the transformers, reconstruction for the autoencoder, around one loop that can be stopped at any moment and
//! goes on to the same weights.

pub mod autoencoder;
mod checkpoint;
mod curves;
pub mod flow;
pub mod optimizer;
pub mod parameters;
mod principal;
pub mod random;
mod run;
mod sheet;

use std::path::PathBuf;

pub use principal::principal_encoder;
pub use run::{Ended, RunSettings, Sample, Schedule, Task, run};

use crate::edit::{EditError, LoadError};
use crate::pixels::PixelError;
use crate::weights::WeightError;

/// Why training ends without its result.
#[derive(Debug, thiserror::Error)]
pub enum TrainError {
    /// A setting cannot be used.
    #[error("{field}: {message}")]
    Setting {
        /// The setting, as on the command line.
        field: &'static str,
        /// What is wrong, and the limit.
        message: String,
    },
    /// Weights cannot be read or written.
    #[error(transparent)]
    Weights(#[from] WeightError),
    /// A model folder cannot be used.
    #[error(transparent)]
    Model(#[from] LoadError),
    /// An image cannot be read or written.
    #[error(transparent)]
    Pixels(#[from] PixelError),
    /// A file of the run cannot be read or written.
    #[error("cannot use {}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A run's folder belongs to another run.
    #[error("{} was begun with {key} = {was}, not {now}; name another --out, or give the same settings", path.display())]
    OtherRun {
        /// The run's folder.
        path: PathBuf,
        /// The setting.
        key: String,
        /// As it was begun.
        was: String,
        /// As it is now.
        now: String,
    },
    /// The loss is not finite, again and again.
    #[error("the loss was not finite in {steps} steps one after another (last: {loss}); lower --rate or --clip; the last good state is in {}", checkpoint.display())]
    Diverged {
        /// How many.
        steps: u32,
        /// The last loss.
        loss: f64,
        /// Where to go on from.
        checkpoint: PathBuf,
    },
    /// libtorch failed; out of memory even with one sample at a time, perhaps.
    #[error(transparent)]
    Torch(#[from] EditError),
}

impl TrainError {
    fn io(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |source| Self::Io { path: path.to_owned(), source }
    }
}
