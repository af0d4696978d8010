//! Training the autoencoder: crops of images, reconstruction in values, slopes, means and hues, latents kept small.

use std::path::{Path, PathBuf};

use tch::{Device, Kind, Tensor};

use super::TrainError;
use super::parameters::{Parameters, Tensors, cast};
use super::random::{Draws, Stream};
use super::run::{Sample, Task};
use super::sheet::Sheet;
use crate::config::VaeConfig;
use crate::edit::Rgb8;
use crate::edit::picture::{rgb8, tensor};
use crate::pixels::read_rgb;
use crate::vae::Vae;
use crate::weights::{Weights, save};

/// Weight of the loss of slopes beside that of values.
const SLOPES: f64 = 1.0;
/// Weight of the loss of means over cells of a latent.
const MEANS: f64 = 1.0;
/// Weight of the loss of hues in those means: brightness differs so much more that colours would be learnt last.
const HUES: f64 = 6.0;
/// Px of a latent.
const CELL: i64 = 8;
/// Weight of the latents' mean square: keeps them near the normal distribution without narrowing them.
const SMALL: f64 = 1e-4;
/// Logarithm of the variance that the stored encoder gives: so low that a draw from the posterior is its mean.
pub(super) const LOG_VARIANCE: f64 = -30.0;
/// Images that evaluation and sheets look at.
const LOOKED_AT: usize = 24;
/// Images on a sheet.
const SHOWN: usize = 8;

/// How the autoencoder is trained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VaeRecipe {
    /// Side of a crop, px.
    pub crop: usize,
    /// Noise that is added to latents before they are decoded, as a share of their spread: the decoder learns to bear the errors of a
    /// denoiser.
    pub noise: f64,
    /// Train the decoder alone, so that latents stay what they are.
    pub decoder_only: bool,
}

/// The task.
pub struct Autoencoder {
    config: VaeConfig,
    folder: PathBuf,
    images: Vec<PathBuf>,
    held_out: Vec<Rgb8>,
    recipe: VaeRecipe,
    draws: Draws,
    device: Device,
    kind: Kind,
}

impl Autoencoder {
    /// Over images to train on and others to look at; `folder` is the autoencoder's (`vae`).
    ///
    /// # Errors
    /// When settings or files cannot be used.
    pub fn new(
        folder: &Path,
        images: Vec<PathBuf>,
        held_out: &[PathBuf],
        recipe: VaeRecipe,
        seed: u64,
        device: Device,
        kind: Kind,
    ) -> Result<Self, TrainError> {
        if recipe.crop == 0 || !recipe.crop.is_multiple_of(16) {
            return Err(TrainError::Setting {
                field: "--crop",
                message: "must be a multiple of 16 px, at least 16".to_owned(),
            });
        }
        let config = crate::config::read(&folder.join("config.json"))?;
        let stride = held_out.len().div_ceil(LOOKED_AT).max(1);
        let held_out =
            held_out.iter().step_by(stride).map(|path| read_rgb(path)).collect::<Result<_, _>>()?;
        let (folder, draws) = (folder.to_owned(), Draws::new(seed));
        Ok(Self { config, folder, images, held_out, recipe, draws, device, kind })
    }

    /// The network's parameters from the folder.
    ///
    /// # Errors
    /// When they do not fit.
    pub fn parameters(&self) -> Result<Parameters, TrainError> {
        let weights = Weights::open(&self.folder, "diffusion_pytorch_model", self.device, Kind::Float)?;
        let tensors = super::parameters::read(weights, &crate::init::vae_shapes(&self.config))?;
        let decoder_only = self.recipe.decoder_only;
        Ok(Parameters::new(tensors, |name| {
            !decoder_only || name.starts_with("decoder") || name.starts_with("post_quant")
        }))
    }

    fn network(&self, tensors: &Tensors) -> Vae {
        Vae::new(&Weights::of_tensors(tensors, self.device, self.kind).root(), &self.config)
    }

    /// Crops of the samples, `[B, 3, crop, crop]` in −1…1.
    fn crops(&self, samples: &[Sample]) -> Result<Tensor, TrainError> {
        let crops = samples
            .iter()
            .map(|sample| {
                let path = &self.images[sample.item];
                let image = read_rgb(path)?;
                let (side, width, height) = (self.recipe.crop, image.width, image.height);
                if width < side || height < side {
                    return Err(TrainError::Setting {
                        field: "--crop",
                        message: format!("{} is only {width} × {height} px", path.display()),
                    });
                }
                let draw = |index, end| self.draws.below(Stream::Crop, sample.number, index, end);
                let (left, top) = (draw(0, width - side + 1), draw(1, height - side + 1));
                let crop = tensor(&image, self.device)
                    .squeeze_dim(0)
                    .narrow(1, top as i64, side as i64)
                    .narrow(2, left as i64, side as i64);
                Ok(turned(&crop, draw(2, 8)))
            })
            .collect::<Result<Vec<_>, TrainError>>()?;
        Ok(Tensor::stack(&crops, 0))
    }

    fn reconstruct(&self, vae: &Vae, images: &Tensor, noise: Option<u64>) -> (Tensor, Tensor) {
        let latents = if self.recipe.decoder_only {
            tch::no_grad(|| vae.encode(&images.to_kind(self.kind)))
        } else {
            vae.encode(&images.to_kind(self.kind))
        };
        let entered = match noise.filter(|_| self.recipe.noise > 0.0) {
            None => latents.shallow_clone(),
            Some(sample) => {
                let drawn = self.draws.normals(Stream::Noise, sample, latents.numel());
                let drawn = Tensor::from_slice(&drawn).view(latents.size().as_slice());
                let spread = latents.detach().std(true) * self.recipe.noise;
                &latents + drawn.to_device(self.device).to_kind(self.kind) * spread
            }
        };
        (latents, vae.decode(&entered).to_kind(Kind::Float))
    }

    /// The images to look at, each `[1, 3, H, W]`, cut to whole cells of 16 px.
    fn looked_at(&self) -> impl Iterator<Item = Tensor> {
        self.held_out.iter().map(|image| {
            let sides = [image.height, image.width].map(|side| (side / 16 * 16) as i64);
            tensor(image, self.device).narrow(2, 0, sides[0]).narrow(3, 0, sides[1])
        })
    }
}

/// One of the eight turns and mirrorings of `[C, H, W]`.
pub(super) fn turned(image: &Tensor, number: usize) -> Tensor {
    let image = if number >= 4 { image.flip([2]) } else { image.shallow_clone() };
    image.rot90((number % 4) as i64, [1, 2])
}

/// Mean difference in values, in slopes along rows and columns, in means over cells and in their hues.
fn distance(a: &Tensor, b: &Tensor) -> Tensor {
    let difference = a - b;
    let slope = |axis: i64| {
        let length = difference.size()[axis as usize] - 1;
        (difference.narrow(axis, 1, length) - difference.narrow(axis, 0, length)).abs().mean(Kind::Float)
    };
    let means = difference.avg_pool2d([CELL, CELL], [CELL, CELL], [0, 0], false, true, None);
    // Red and blue against green.
    let hue = |band: i64| (means.narrow(1, band, 1) - means.narrow(1, 1, 1)).abs().mean(Kind::Float);
    let hues = hue(0) + hue(2);
    let means = means.abs().mean(Kind::Float);
    difference.abs().mean(Kind::Float) + (slope(2) + slope(3)) * SLOPES + means * MEANS + hues * HUES
}

impl Task for Autoencoder {
    fn items(&self) -> usize {
        self.images.len()
    }

    fn gradients(&self, parameters: &Parameters, samples: &[Sample], share: f64) -> Result<f64, TrainError> {
        let images = self.crops(samples)?;
        let vae = self.network(&parameters.cast(self.kind));
        let (latents, images_again) =
            self.reconstruct(&vae, &images, samples.first().map(|first| first.number));
        let mut loss = distance(&images_again, &images);
        if !self.recipe.decoder_only {
            loss += latents.to_kind(Kind::Float).square().mean(Kind::Float) * SMALL;
        }
        (&loss * share).backward();
        Ok(loss.double_value(&[]))
    }

    fn evaluate(&self, weights: &Tensors) -> Result<Vec<(String, f64)>, TrainError> {
        let _no_grad = tch::no_grad_guard();
        let vae = self.network(&cast(weights, self.kind));
        let (mut errors, mut squares, mut sums, mut count) = (Vec::new(), 0.0, 0.0, 0.0);
        for image in self.looked_at() {
            let (latents, again) = self.reconstruct(&vae, &image, None);
            let error =
                ((again.clamp(-1.0, 1.0) - &image) / 2.0).square().mean(Kind::Float).double_value(&[]);
            errors.push(-10.0 * error.max(1e-12).log10());
            let latents = latents.to_kind(Kind::Double);
            sums += latents.sum(Kind::Double).double_value(&[]);
            squares += latents.square().sum(Kind::Double).double_value(&[]);
            count += latents.numel() as f64;
        }
        if errors.is_empty() {
            return Ok(Vec::new());
        }
        let mean = sums / count;
        Ok(vec![
            ("psnr_db".to_owned(), errors.iter().sum::<f64>() / errors.len() as f64),
            ("latent_mean".to_owned(), mean),
            ("latent_spread".to_owned(), (squares / count - mean * mean).max(0.0).sqrt()),
        ])
    }

    fn sheet(&self, weights: &Tensors) -> Result<Option<Rgb8>, TrainError> {
        let _no_grad = tch::no_grad_guard();
        let vae = self.network(&cast(weights, self.kind));
        let mut sheet = Sheet::default();
        for image in self.looked_at().take(SHOWN) {
            let (_, again) = self.reconstruct(&vae, &image, None);
            sheet.add(&[rgb8(&image)?, rgb8(&again)?]);
        }
        Ok(sheet.finish())
    }

    /// `vae/config.json` with the latents' measured mean and spread, and the weights.
    fn export(&self, weights: &Tensors, dir: &Path) -> Result<(), TrainError> {
        let _no_grad = tch::no_grad_guard();
        let tensors: Tensors = weights.iter().map(|(name, tensor)| (name.clone(), tensor.copy())).collect();
        let channels = self.config.latent_channels;
        // Half of the encoder's last channels are logarithms of variances, which nothing has trained.
        for (name, value) in [("encoder.conv_out.weight", 0.0), ("encoder.conv_out.bias", LOG_VARIANCE)] {
            if let Some(tensor) = tensors.get(name) {
                let _ = tensor.narrow(0, channels, channels).fill_(value);
            }
        }
        let mut config: serde_json::Value = crate::config::read(&self.folder.join("config.json"))?;
        // Without an encoder that changed, latents are what they were.
        let figures = if self.recipe.decoder_only { Vec::new() } else { self.evaluate(weights)? };
        let figure = |wanted: &str| figures.iter().find(|(name, _)| name == wanted).map(|(_, value)| *value);
        if let (Some(mean), Some(spread)) = (figure("latent_mean"), figure("latent_spread")) {
            // Both were measured with the scale and shift that the configuration had.
            let (scale, shift) = (self.config.scaling_factor, self.config.shift_factor);
            config["shift_factor"] = rounded(mean / scale + shift);
            config["scaling_factor"] = rounded(scale / spread.max(1e-6));
        }
        save(&dir.join("vae/diffusion_pytorch_model.safetensors"), &tensors, Kind::Float, None)?;
        let path = dir.join("vae/config.json");
        std::fs::write(&path, format!("{config:#}\n")).map_err(TrainError::io(&path))
    }
}

/// Five digits: enough for a scale.
fn rounded(value: f64) -> serde_json::Value {
    let digits = 5 - value.abs().max(1e-9).log10().ceil() as i32;
    let factor = 10_f64.powi(digits);
    serde_json::json!((value * factor).round() / factor)
}
