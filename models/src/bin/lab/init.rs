//! `foreshock-lab init`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use foreshock_models::init::{self, Named, Stored};
use foreshock_models::train::principal_encoder;

use crate::line;

/// A named configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Config {
    /// FLUX.1-Fill with some thousand parameters.
    Tiny,
    /// FLUX.1-Kontext with some thousand parameters.
    TinyKontext,
    /// FLUX.1-Control (Canny, Depth) with some thousand parameters.
    TinyControl,
    /// foreshock-small, ready to be trained from nothing: 14 million parameters.
    Small,
    /// FLUX.1-Fill with a milliard parameters, for measuring.
    Medium,
    /// FLUX.1-Fill as released: 11.9 milliard parameters.
    Flux1Fill,
    /// FLUX.1-Kontext as released.
    Flux1Kontext,
}

impl Config {
    pub(crate) fn named(self) -> Named {
        match self {
            Self::Tiny => Named::Tiny,
            Self::TinyKontext => Named::TinyKontext,
            Self::TinyControl => Named::TinyControl,
            Self::Small => Named::Small,
            Self::Medium => Named::Medium,
            Self::Flux1Fill => Named::Flux1Fill,
            Self::Flux1Kontext => Named::Flux1Kontext,
        }
    }
}

/// Element type of the file.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Dtype {
    F32,
    Bf16,
}

/// Example: foreshock-lab init --config tiny --seed 1 model/
#[derive(Args)]
pub(crate) struct Init {
    /// Sizes of the networks.
    #[arg(long, value_enum, default_value = "tiny")]
    config: Config,
    /// Seed of the weights.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Element type that is stored.
    #[arg(long, value_enum, default_value = "f32")]
    dtype: Dtype,
    /// Folders of images: the autoencoder's encoder becomes the principal components of their blocks of 8 × 8 px, which is a better start
    /// than random features when time is short (`train-vae --decoder-only` then trains the rest).
    #[arg(long, num_args = 1..)]
    encoder_of: Vec<PathBuf>,
    /// Folder to write.
    folder: PathBuf,
}

impl Init {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let stored = match self.dtype {
            Dtype::F32 => Stored::F32,
            Dtype::Bf16 => Stored::Bf16,
        };
        init::folder(self.config.named(), &self.folder, self.seed, stored)?;
        if !self.encoder_of.is_empty() {
            let mut images = Vec::new();
            for folder in &self.encoder_of {
                images.extend(crate::train_vae::find(folder)?);
            }
            images.sort();
            principal_encoder(&self.folder, &images)?;
        }
        let name =
            self.config.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        line(format!("{}: model “{name}”, random weights of seed {}", self.folder.display(), self.seed));
        Ok(())
    }
}
