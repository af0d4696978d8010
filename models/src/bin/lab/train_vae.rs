//! `foreshock-lab train-vae`: the autoencoder of a model folder.

use std::path::{Path, PathBuf};

use clap::Args;
use foreshock_models::data::synth::pictures_below;
use foreshock_models::train::autoencoder::{Autoencoder, VaeRecipe};

use crate::line;
use crate::train_options::{RunOptions, begin};

/// Train the autoencoder of a model folder on images.
#[derive(Args)]
pub(crate) struct TrainVae {
    /// Model folder whose `vae` is trained; it is not changed, the result lies in OUT/export/vae.
    #[arg(long)]
    model: PathBuf,
    /// Folders of images (PNG, JPEG), looked through to the bottom.
    #[arg(long, num_args = 1.., required = true)]
    images: Vec<PathBuf>,
    /// Folder of images to look at, not to train on; none = every 50th of the others.
    #[arg(long)]
    held_out: Option<PathBuf>,
    /// Side of a crop, px.
    #[arg(long, default_value_t = 128)]
    crop: usize,
    /// Noise added to latents, as a share of their spread.
    #[arg(long, default_value_t = 0.05)]
    latent_noise: f64,
    /// Leave the encoder as it is, so that latents and what was trained on them stay valid.
    #[arg(long)]
    decoder_only: bool,
    #[command(flatten)]
    run: RunOptions,
}

impl TrainVae {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let mut images = Vec::new();
        for folder in &self.images {
            images.extend(find(folder)?);
        }
        images.sort();
        let held_out = match &self.held_out {
            Some(folder) => {
                let found = find(folder)?;
                images.retain(|image| !found.contains(image));
                found
            }
            None => {
                let (kept, trained): (Vec<_>, Vec<_>) =
                    images.into_iter().enumerate().partition(|(number, _)| number % 50 == 0);
                images = trained.into_iter().map(|(_, path)| path).collect();
                kept.into_iter().map(|(_, path)| path).collect()
            }
        };
        line(format!("{} images to train on, {} to look at", images.len(), held_out.len()));
        let folder = self.model.join("vae");
        let identity = serde_json::json!({
            "what": "vae", "model": self.model, "images": images.len(), "crop": self.crop,
            "latent_noise": self.latent_noise, "decoder_only": self.decoder_only, "dtype": self.run.dtype,
        });
        let recipe = VaeRecipe { crop: self.crop, noise: self.latent_noise, decoder_only: self.decoder_only };
        let (device, kind) = self.run.device()?;
        let task = Autoencoder::new(&folder, images, &held_out, recipe, self.run.seed, device, kind)?;
        let parameters = task.parameters()?;
        begin(&task, &parameters, &self.run, &identity, device)
    }
}

/// Images of a folder and those below it.
pub(crate) fn find(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    Ok(pictures_below(folder)?.into_iter().map(|file| folder.join(file)).collect())
}
