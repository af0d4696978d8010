//! Flow matching (ICEdit's recipe): a noise level from the logit-normal distribution, latents between the target and noise, the network's
//! velocity held against `ε − x0`.

mod adapted;
mod backward;
mod cache;
mod task;

use std::path::{Path, PathBuf};

use indicatif::ProgressBar;
use tch::{Device, Kind, Tensor};

pub use adapted::Scope;
pub use backward::backward;

use super::TrainError;
use super::parameters::{Parameters, Tensors, read};
use super::random::{Draws, Stream};
use crate::data::Pair;
use crate::edit::Rgb8;
use crate::edit::picture::tensor;
use crate::edit::prompt::prompt;
use crate::flux::folder::{Family, ModelFolder};
use crate::flux::model::{Evaluation, Laid, Ropes};
use crate::flux::pack::mask_cells;
use crate::flux::{FluxTransformer, Input};
use crate::pixels::read_rgb;
use crate::schedule::sigmas;
use crate::text::{TextEmbedding, TextStack};
use crate::vae::Vae;
use crate::weights::{Maps, Weights};
use cache::{Cache, digest};

/// Noise levels that the evaluation looks at.
const LEVELS: [f64; 4] = [0.2, 0.4, 0.6, 0.8];
/// Pairs that the evaluation looks at.
const LOOKED_AT: usize = 48;
/// Pairs that are edited whole, for the evaluation and the sheet.
const EDITED: usize = 12;
/// Longest file of exported weights, bytes.
const SHARD: usize = 14 << 20;

/// Where the loss is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// Everywhere (ICEdit).
    Whole,
    /// Only where the target is: the right half of a diptych (RSEdit).
    Target,
}

/// How the transformer is trained.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowRecipe {
    /// What is trained.
    pub scope: Scope,
    /// Share of samples whose instruction is left out.
    pub dropout: f64,
    /// Where the loss is taken.
    pub area: Area,
    /// Guidance input while training.
    pub guidance: f64,
    /// Keep only what enters each block, and compute the rest again.
    pub recompute: bool,
    /// Side to which images are resized, px; none = they must all have one size.
    pub size: Option<usize>,
    /// Steps of the edits that are shown.
    pub steps: u32,
    /// Type in which a whole model is written.
    pub stored: Kind,
}

/// A pair as it is trained on.
struct Item {
    /// Keys of its latents in the cache: what is denoised, what stands beside it.
    keys: [String; 2],
    instructions: Vec<String>,
    before: PathBuf,
}

/// The task.
pub struct Flow {
    folder: ModelFolder,
    recipe: FlowRecipe,
    items: Vec<Item>,
    held_out: Vec<Item>,
    cache: Cache,
    text: TextStack,
    text_digest: String,
    /// Digest of the folder that training starts from.
    model_digest: String,
    vae: Vae,
    /// Weights of the transformer that are not trained; empty when all are.
    frozen: Tensors,
    ropes: Ropes,
    draws: Draws,
    device: Device,
    kind: Kind,
    /// Text encoders and autoencoder may point into these.
    _maps: Maps,
}

/// Latents of a pair: what is denoised, and what the network sees beside it, `[1, C, h, w]` each.
struct Latents {
    target: Tensor,
    condition: Tensor,
}

impl Flow {
    /// Over pairs to train on and others to look at, with what stays the same kept in `cache`.
    ///
    /// # Errors
    /// When the model or a pair cannot be used.
    pub fn new(
        model: &Path,
        recipe: FlowRecipe,
        pairs: &[Pair],
        held_out: &[Pair],
        cache: &Path,
        seed: u64,
        (device, kind): (Device, Kind),
    ) -> Result<Self, TrainError> {
        let _no_grad = tch::no_grad_guard();
        let folder = ModelFolder::read(model, true)?;
        let (text, mut maps) = TextStack::load(&folder, device, kind)?;
        let file = folder.vae_weights(device, kind)?;
        let vae = Vae::new(&file.root(), &folder.vae);
        maps.extend(file.finish()?);
        let frozen = match recipe.scope {
            Scope::Full => Tensors::new(),
            Scope::Lora { .. } => {
                let shapes = crate::init::transformer_shapes(&folder.transformer);
                read(folder.transformer_weights(device, kind)?, &shapes)?
            }
        };
        let digests = crate::edit::component_digests(model)?;
        let of = |parts: &[&str]| {
            let within = |name: &str| parts.iter().any(|part| name.starts_with(part));
            let all: Vec<&str> =
                digests.iter().filter(|(name, _)| within(name)).map(|(_, digest)| digest.as_str()).collect();
            digest(&all)
        };
        let type_name = format!("{kind:?}");
        let text_digest = digest(&[&of(&["text_encoder", "tokenizer"]), &type_name]);
        let vae_digest = digest(&[&of(&["vae/", "ae.safetensors"]), &type_name]);
        let mut flow = Self {
            recipe,
            items: Vec::new(),
            held_out: Vec::new(),
            cache: Cache::new(cache, kind, device),
            text,
            text_digest,
            model_digest: of(&[""]),
            vae,
            frozen,
            ropes: Ropes::default(),
            draws: Draws::new(seed),
            device,
            kind,
            folder,
            _maps: maps,
        };
        flow.items = flow.prepare(pairs, &vae_digest)?;
        let stride = held_out.len().div_ceil(LOOKED_AT).max(1);
        let looked_at: Vec<Pair> = held_out.iter().step_by(stride).cloned().collect();
        flow.held_out = flow.prepare(&looked_at, &vae_digest)?;
        Ok(flow)
    }

    /// What a run must share with the one that it goes on with: digests of the model and of the pairs, and how they are trained on.
    #[must_use]
    pub fn identity(&self) -> serde_json::Value {
        let pairs: Vec<&str> = self
            .items
            .iter()
            .flat_map(|item| item.keys.iter().chain(&item.instructions).map(String::as_str))
            .collect();
        let recipe = &self.recipe;
        serde_json::json!({
            "model": self.model_digest, "pairs": digest(&pairs), "what": format!("{:?}", recipe.scope),
            "dropout": recipe.dropout, "loss": format!("{:?}", recipe.area), "guidance": recipe.guidance,
            "size": recipe.size, "dtype": format!("{:?}", self.kind),
        })
    }

    /// Master copies of what is trained.
    ///
    /// # Errors
    /// When the transformer's files do not fit.
    pub fn parameters(&self) -> Result<Parameters, TrainError> {
        match self.recipe.scope {
            Scope::Full => {
                let shapes = crate::init::transformer_shapes(&self.folder.transformer);
                let tensors = read(self.folder.transformer_weights(self.device, Kind::Float)?, &shapes)?;
                Ok(Parameters::new(tensors, |_| true))
            }
            scope => Ok(adapted::parameters(&self.folder.transformer, scope, self.draws, self.device)),
        }
    }

    /// Encodes the pairs whose latents are not in the cache.
    fn prepare(&self, pairs: &[Pair], vae: &str) -> Result<Vec<Item>, TrainError> {
        let bar = ProgressBar::new(pairs.len() as u64);
        let mut items = Vec::new();
        let (mut made, mut size) = (0, None);
        for pair in pairs {
            bar.inc(1);
            let read = |path: &Path| std::fs::read(path).map_err(TrainError::io(path));
            let Some(truth) = &pair.after else {
                return Err(TrainError::Setting {
                    field: "--pairs",
                    message: format!(
                        "pair {} has no image after; there is nothing to learn from it",
                        pair.name
                    ),
                });
            };
            let contents = [&pair.before, truth].map(|path| read(path));
            let [before, after] =
                contents.map(|bytes| bytes.map(|bytes| blake3::hash(&bytes).to_hex().to_string()));
            let (before, after) = (before?, after?);
            let side = self.recipe.size.unwrap_or_default().to_string();
            let keys = match self.folder.family {
                Family::Fill => {
                    let both = digest(&[&before, &after]);
                    [digest(&[vae, &side, "diptych", &both]), digest(&[vae, &side, "half", &before])]
                }
                // One image, one file: many pairs share what was before.
                Family::Kontext | Family::Control => {
                    [after, before].map(|image| digest(&[vae, &side, "image", &image]))
                }
            };
            if keys.iter().any(|key| !self.cache.has(key)) {
                let images = [self.image(&pair.before)?, self.image(truth)?];
                let shapes = [images[0].size(), images[1].size()];
                if shapes[0] != shapes[1] || size.get_or_insert_with(|| shapes[0].clone()) != &shapes[0] {
                    return Err(TrainError::Setting {
                        field: "--pairs",
                        message: format!(
                            "images have one size, multiples of 16 px; {} does not fit (give --size to resize all)",
                            truth.display()
                        ),
                    });
                }
                for (key, canvas) in keys.iter().zip(self.canvases(&images)) {
                    if !self.cache.has(key) {
                        let latents = self.vae.encode(&canvas.to_kind(self.kind));
                        self.cache.put(key, &[("latents".to_owned(), latents)].into())?;
                    }
                }
                made += 1;
            }
            items.push(Item { keys, instructions: pair.instructions.clone(), before: pair.before.clone() });
        }
        bar.finish_and_clear();
        if made > 0 {
            tracing::info!("{made} pairs encoded, {} were known", items.len() - made);
        }
        Ok(items)
    }

    /// `[1, 3, H, W]` in −1…1, of the recipe's size.
    fn image(&self, path: &Path) -> Result<Tensor, TrainError> {
        let mut image = read_rgb(path)?;
        if let Some(side) = self.recipe.size
            && (image.width, image.height) != (side, side)
        {
            let raster = crate::pixels::raster(&image)
                .map_err(|message| TrainError::Setting { field: "--pairs", message })?;
            let filter = image::imageops::FilterType::Lanczos3;
            let resized = image::imageops::resize(&raster, side as u32, side as u32, filter);
            image = Rgb8 { width: side, height: side, data: resized.into_raw() };
        }
        if !image.width.is_multiple_of(16) || !image.height.is_multiple_of(16) {
            return Err(TrainError::Setting {
                field: "--pairs",
                message: format!(
                    "{} is {} × {} px; sides must be multiples of 16 px (give --size to resize all)",
                    path.display(),
                    image.width,
                    image.height
                ),
            });
        }
        Ok(tensor(&image, self.device))
    }

    /// What is encoded: what is denoised, and what stands beside it.
    fn canvases(&self, [before, after]: &[Tensor; 2]) -> [Tensor; 2] {
        let side_by_side = |left: &Tensor, right: &Tensor| Tensor::cat(&[left, right], 3);
        match self.folder.family {
            // The whole diptych at once, as it is served: its halves meet. What is to be filled in is mid grey.
            Family::Fill => [side_by_side(before, after), side_by_side(before, &after.zeros_like())],
            Family::Kontext | Family::Control => [after.shallow_clone(), before.shallow_clone()],
        }
    }

    fn latents(&self, items: &[&Item]) -> Result<Latents, TrainError> {
        let get = |place: usize| -> Result<Tensor, TrainError> {
            let stored = items.iter().map(|item| self.cache.get(&item.keys[place]));
            let found = stored.collect::<Result<Vec<_>, _>>()?;
            Ok(Tensor::cat(&found.into_iter().flat_map(Tensors::into_values).collect::<Vec<_>>(), 0))
        };
        Ok(Latents { target: get(0)?, condition: get(1)? })
    }

    fn embed(&self, instruction: &str) -> Result<TextEmbedding, TrainError> {
        let words = match instruction {
            "" => " ".to_owned(),
            words => prompt(self.folder.family, words, 0),
        };
        self.cache.text(&self.text_digest, &words, &self.text)
    }

    /// The network with these weights, in the type of the computation.
    fn network(&self, tensors: &Tensors) -> FluxTransformer {
        let (config, kind, device) = (&self.folder.transformer, self.kind, self.device);
        match self.recipe.scope {
            Scope::Full => {
                FluxTransformer::new(&Weights::of_tensors(tensors, device, kind).root(), config, kind, device)
            }
            scope => {
                let branches = adapted::branches(tensors, scope);
                let weights = Weights::of_tensors(&self.frozen, device, kind).with_branches(&branches);
                FluxTransformer::new(&weights.root(), config, kind, device)
            }
        }
    }

    /// Images of latents for the network: what is denoised with what stands beside it on the channels, and what is looked at.
    fn seen(&self, noisy: &Tensor, condition: &Tensor) -> (Tensor, Vec<Tensor>) {
        let join = |parts: &[&Tensor]| {
            Tensor::cat(&parts.iter().map(|part| part.to_kind(self.kind)).collect::<Vec<_>>(), 1)
        };
        match self.folder.family {
            Family::Fill => {
                let size = noisy.size();
                let half = |value: f64| {
                    Tensor::full([size[0], 1, size[2] * 8, size[3] * 4], value, (self.kind, self.device))
                };
                let mask = mask_cells(&Tensor::cat(&[half(0.0), half(1.0)], 3));
                (join(&[noisy, condition, &mask]), Vec::new())
            }
            Family::Control => (join(&[noisy, condition]), Vec::new()),
            Family::Kontext => (noisy.to_kind(self.kind), vec![condition.to_kind(self.kind)]),
        }
    }

    /// Mean squared difference of velocities, where the recipe takes it.
    fn distance(&self, velocity: &Tensor, wanted: &Tensor) -> Tensor {
        let difference = (velocity.to_kind(Kind::Float) - wanted).square();
        let width = difference.size()[3];
        match (self.folder.family, self.recipe.area) {
            (Family::Fill, Area::Target) => difference.narrow(3, width / 2, width / 2).mean(Kind::Float),
            _ => difference.mean(Kind::Float),
        }
    }

    /// Lays noisy latents out for the network, with all that it sees beside them, and does `work` with that.
    fn laid<T>(
        &self,
        network: &FluxTransformer,
        [noisy, condition]: [&Tensor; 2],
        text: &TextEmbedding,
        levels: &[f64],
        work: impl FnOnce(&Laid, &Input<'_>) -> T,
    ) -> T {
        let (row, references) = self.seen(noisy, condition);
        let adapter = match self.recipe.scope {
            Scope::Full => None,
            Scope::Lora { .. } => Some(0),
        };
        let evaluation = Evaluation {
            rows: std::slice::from_ref(&row),
            references: &references,
            text,
            sigmas: levels,
            guidance: &vec![self.recipe.guidance; levels.len()],
            adapter,
        };
        let laid = Laid::new(&evaluation, network, &self.ropes, self.kind);
        work(&laid, &laid.input(&evaluation))
    }

    fn velocity(
        &self,
        network: &FluxTransformer,
        seen: [&Tensor; 2],
        text: &TextEmbedding,
        levels: &[f64],
    ) -> Tensor {
        self.laid(network, seen, text, levels, |laid, input| laid.unpack(&network.forward(input)).remove(0))
    }

    /// Noise of a sample, shaped like one image of latents.
    fn noise(&self, sample: u64, like: &Tensor) -> Tensor {
        let mut size = like.size();
        size[0] = 1;
        let values = self.draws.normals(Stream::Noise, sample, size.iter().product::<i64>() as usize);
        Tensor::from_slice(&values).view(size.as_slice()).to_device(self.device)
    }

    /// Edits a pair that is not trained on: its latents, and those of the target.
    fn edited(&self, network: &FluxTransformer, number: usize) -> Result<(Tensor, Latents), TrainError> {
        let item = &self.held_out[number];
        let latents = self.latents(&[item])?;
        let text = self.embed(item.instructions.first().map_or("", String::as_str))?;
        // Far from the numbers of training.
        let mut noisy = self.noise(u64::MAX - number as u64, &latents.target);
        let size = noisy.size();
        let tokens = (size[2] * size[3] / 4) as usize;
        let levels = sigmas(&self.folder.schedule, self.recipe.steps, tokens, 1.0);
        for pair in levels.windows(2) {
            let velocity = self.velocity(network, [&noisy, &latents.condition], &text, &pair[..1]);
            noisy += velocity.to_kind(Kind::Float) * (pair[1] - pair[0]);
        }
        Ok((noisy, latents))
    }

    /// The target's part of an image of latents, and of what it stands beside.
    fn target_part(&self, latents: &Tensor) -> Tensor {
        match self.folder.family {
            Family::Fill => latents.chunk(2, 3).remove(1),
            Family::Kontext | Family::Control => latents.shallow_clone(),
        }
    }
}
