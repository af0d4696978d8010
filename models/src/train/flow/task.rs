//! Flow matching as a task of the loop: gradients, evaluation, sheets, export.

use std::path::Path;

use tch::{Kind, Tensor};

use super::super::TrainError;
use super::super::parameters::{Parameters, Tensors, cast};
use super::super::random::Stream;
use super::super::run::{Sample, Task};
use super::super::sheet::Sheet;
use super::{EDITED, Flow, Item, LEVELS, SHARD, Scope, adapted, backward};
use crate::edit::Rgb8;
use crate::edit::picture::rgb8;
use crate::flux::folder::Family;
use crate::text::TextEmbedding;
use crate::weights::save_sharded;

impl Task for Flow {
    fn items(&self) -> usize {
        self.items.len()
    }

    fn gradients(&self, parameters: &Parameters, samples: &[Sample], share: f64) -> Result<f64, TrainError> {
        let items: Vec<&Item> = samples.iter().map(|sample| &self.items[sample.item]).collect();
        let latents = self.latents(&items)?;
        let mut levels = Vec::new();
        let mut texts = Vec::new();
        let mut noise = Vec::new();
        for (sample, item) in samples.iter().zip(&items) {
            let normal = self.draws.normal(Stream::Level, sample.number, 0);
            levels.push(1.0 / (1.0 + (-normal).exp()));
            let dropped = self.draws.uniform(Stream::Words, sample.number, 0) < self.recipe.dropout;
            let wording = self.draws.below(Stream::Words, sample.number, 1, item.instructions.len());
            let words = item.instructions.get(wording).map_or("", String::as_str);
            texts.push(self.embed(if dropped { "" } else { words })?);
            noise.push(self.noise(sample.number, &latents.target));
        }
        let noise = Tensor::cat(&noise, 0);
        let plain: Vec<f32> = levels.iter().map(|level| *level as f32).collect();
        let level = Tensor::from_slice(&plain).view([-1, 1, 1, 1]).to_device(self.device);
        let noisy = &latents.target * (1.0 - &level) + &noise * &level;
        let wanted = &noise - &latents.target;
        let text = TextEmbedding::stack(&texts.iter().collect::<Vec<_>>());

        let network = self.network(&parameters.cast(self.kind));
        let value = self.laid(&network, [&noisy, &latents.condition], &text, &levels, |laid, input| {
            let loss = |answer: &Tensor| self.distance(&laid.unpack(answer)[0], &wanted) * share;
            backward(&network, input, self.recipe.recompute, loss)
        });
        Ok(value / share)
    }

    fn evaluate(&self, weights: &Tensors) -> Result<Vec<(String, f64)>, TrainError> {
        let _no_grad = tch::no_grad_guard();
        if self.held_out.is_empty() {
            return Ok(Vec::new());
        }
        let network = self.network(&cast(weights, self.kind));
        let mut losses = Vec::new();
        for (number, item) in self.held_out.iter().enumerate() {
            let latents = self.latents(&[item])?;
            let text = self.embed(item.instructions.first().map_or("", String::as_str))?;
            let noise = self.noise(u64::MAX - number as u64, &latents.target);
            let level = LEVELS[number % LEVELS.len()];
            let noisy = &latents.target * (1.0 - level) + &noise * level;
            let velocity = self.velocity(&network, [&noisy, &latents.condition], &text, &[level]);
            losses.push(self.distance(&velocity, &(&noise - &latents.target)).double_value(&[]));
        }
        let (mut edited, mut copied) = (Vec::new(), Vec::new());
        for number in 0..EDITED.min(self.held_out.len()) {
            let (latents, pair) = self.edited(&network, number)?;
            let target = self.target_part(&pair.target);
            let source = match self.folder.family {
                Family::Fill => pair.target.chunk(2, 3).remove(0),
                Family::Kontext | Family::Control => pair.condition,
            };
            let error = |other: &Tensor| (other - &target).square().mean(Kind::Float).double_value(&[]);
            edited.push(error(&self.target_part(&latents)));
            copied.push(error(&source));
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        Ok(vec![
            ("held_out_loss".to_owned(), mean(&losses)),
            ("edited_latent_error".to_owned(), mean(&edited)),
            ("copied_latent_error".to_owned(), mean(&copied)),
        ])
    }

    fn sheet(&self, weights: &Tensors) -> Result<Option<Rgb8>, TrainError> {
        let _no_grad = tch::no_grad_guard();
        let network = self.network(&cast(weights, self.kind));
        let mut sheet = Sheet::default();
        for number in 0..EDITED.min(self.held_out.len()) {
            let (latents, pair) = self.edited(&network, number)?;
            let decode =
                |latents: &Tensor| rgb8(&self.vae.decode(&self.target_part(latents).to_kind(self.kind)));
            let before = rgb8(&self.image(&self.held_out[number].before)?)?;
            sheet.add(&[before, decode(&latents)?, decode(&pair.target)?]);
        }
        Ok(sheet.finish())
    }

    fn export(&self, weights: &Tensors, dir: &Path) -> Result<(), TrainError> {
        match self.recipe.scope {
            Scope::Full => {
                copy_folder(&self.folder.dir, dir)?;
                let transformer = dir.join("transformer");
                save_sharded(&transformer, "diffusion_pytorch_model", weights, self.recipe.stored, SHARD)?;
                Ok(())
            }
            scope => adapted::export(weights, scope, &self.folder.card.name, dir),
        }
    }
}

/// Copies a model folder without the transformer's weights.
fn copy_folder(from: &Path, to: &Path) -> Result<(), TrainError> {
    std::fs::create_dir_all(to).map_err(TrainError::io(to))?;
    for entry in std::fs::read_dir(from).map_err(TrainError::io(from))? {
        let path = entry.map_err(TrainError::io(from))?.path();
        let Some(name) = path.file_name() else { continue };
        let shown = name.to_string_lossy();
        let weights = from.ends_with("transformer") && shown.starts_with("diffusion_pytorch_model");
        if path.is_dir() {
            copy_folder(&path, &to.join(name))?;
        } else if !weights && shown != "SHA256SUMS" {
            std::fs::copy(&path, to.join(name)).map_err(TrainError::io(&path))?;
        }
    }
    Ok(())
}
