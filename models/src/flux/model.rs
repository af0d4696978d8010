//! The networks of a model folder in memory, and one evaluation over images of latents.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use tch::{Device, Kind, Tensor};

use super::folder::{Family, ModelFolder};
use super::pack::{pack, unpack};
use super::{FluxTransformer, Input};
use crate::adapter::{Adapter, AdapterInfo, AdapterSource};
use crate::edit::LoadError;
use crate::nn::rope::Rope;
use crate::schedule::ScheduleConfig;
use crate::text::{TextEmbedding, TextStack};
use crate::vae::Vae;
use crate::weights::Maps;

/// Rotary tables kept: one a shape of tokens.
const ROPES: usize = 8;

/// What one evaluation reads, for a batch of `B` samples of one shape.
pub struct Evaluation<'a> {
    /// Images of latents that are denoised, `[B, C, h, w]` each, with the channels of their condition; with several (rows of examples,
    /// the last the question) each row has an axis-0 id of its own.
    pub rows: &'a [Tensor],
    /// Clean images of latents that are looked at, `[B, 16, h, w]` each (Kontext).
    pub references: &'a [Tensor],
    /// Text, `[B, …]`.
    pub text: &'a TextEmbedding,
    /// Noise level of each sample.
    pub sigmas: &'a [f64],
    /// Guidance of each sample.
    pub guidance: &'a [f64],
    /// Number of the adapter.
    pub adapter: Option<usize>,
}

/// The networks of a folder.
pub struct FluxModel {
    /// The family.
    pub family: Family,
    /// The schedule.
    pub schedule: ScheduleConfig,
    /// The autoencoder.
    pub vae: Vae,
    /// The text encoders, unless they were left out.
    pub text: Option<TextStack>,
    /// Channels of a latent.
    pub latent_channels: i64,
    /// Element type of the computation.
    pub kind: Kind,
    /// Device of the computation.
    pub device: Device,
    transformer: FluxTransformer,
    adapters: Vec<AdapterInfo>,
    ropes: Ropes,
    /// The networks point into these; dropped after them.
    _maps: Maps,
}

/// Text tokens, and the place of every image token.
type Shape = (usize, Vec<[usize; 3]>);

impl FluxModel {
    /// Loads the networks of a folder; the text encoders only when asked for.
    ///
    /// # Errors
    /// When files are missing or do not fit.
    pub fn load(
        folder: &ModelFolder,
        adapters: &[AdapterSource],
        with_text: bool,
        device: Device,
        kind: Kind,
    ) -> Result<Self, LoadError> {
        let _no_grad = tch::no_grad_guard();
        let mut maps = Maps::default();
        let text = match with_text {
            true => {
                let (text, mapped) = TextStack::load(folder, device, kind)?;
                maps.extend(mapped);
                Some(text)
            }
            false => None,
        };
        let file = folder.vae_weights(device, kind)?;
        let vae = Vae::new(&file.root(), &folder.vae);
        maps.extend(file.finish()?);
        let opened = adapters
            .iter()
            .map(|source| Adapter::open(source, device, kind))
            .collect::<Result<Vec<_>, _>>()?;
        let file = folder.transformer_weights(device, kind)?.with_adapters(&opened);
        let transformer = FluxTransformer::new(&file.root(), &folder.transformer, kind, device);
        maps.extend(file.finish()?);
        let adapters = opened.into_iter().map(Adapter::finish).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            family: folder.family,
            schedule: folder.schedule.clone(),
            vae,
            text,
            latent_channels: folder.vae.latent_channels,
            kind,
            device,
            transformer,
            adapters,
            ropes: Ropes::default(),
            _maps: maps,
        })
    }

    /// The adapters, in the order of their numbers.
    #[must_use]
    pub fn adapters(&self) -> &[AdapterInfo] {
        &self.adapters
    }

    /// Velocity `ε − x0` of every row, `[B, 16, h, w]`, in the network's type.
    pub fn velocity(&self, evaluation: &Evaluation<'_>) -> Vec<Tensor> {
        let laid = Laid::new(evaluation, &self.transformer, &self.ropes, self.kind);
        laid.unpack(&self.transformer.forward(&laid.input(evaluation)))
    }

    /// Latents (f32) after a step from σ to the next, with the reference's rounding: the product is formed in the network's type, the sum in
    /// 32 bit, and the result is kept in the network's type.
    pub fn step(&self, latents: &Tensor, velocity: &Tensor, from: f64, to: f64) -> Tensor {
        // A tensor without dimensions, as in the reference: it takes the other's type where a number would be exact.
        let stride = Tensor::from((to - from) as f32);
        let moved = (velocity.to_kind(self.kind) * stride).to_kind(Kind::Float);
        (latents + moved).to_kind(self.kind).to_kind(Kind::Float)
    }
}

/// Rotary tables of the last shapes.
#[derive(Default)]
pub struct Ropes(Mutex<VecDeque<(Shape, Rope)>>);

impl Ropes {
    fn get(&self, transformer: &FluxTransformer, text: usize, places: Vec<[usize; 3]>) -> Rope {
        let shape = (text, places);
        let mut ropes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, rope)) = ropes.iter().find(|(known, _)| *known == shape) {
            return rope.share();
        }
        let ids: Vec<[f64; 3]> = shape.1.iter().map(|id| id.map(|place| place as f64)).collect();
        let rope = transformer.rope(text, &ids);
        ropes.push_front((shape, rope.share()));
        ropes.truncate(ROPES);
        rope
    }
}

/// An evaluation as tokens in a row.
pub struct Laid {
    tokens: Tensor,
    rope: Rope,
    /// Height and width of each row, latents.
    rows: Vec<[i64; 2]>,
}

impl Laid {
    /// Lays the images of latents out as tokens, each with its place.
    #[must_use]
    pub fn new(
        evaluation: &Evaluation<'_>,
        transformer: &FluxTransformer,
        ropes: &Ropes,
        kind: Kind,
    ) -> Self {
        let sides = |image: &Tensor| {
            let size = image.size();
            [size[2], size[3]]
        };
        let mut places: Vec<[usize; 3]> = Vec::new();
        let mut add = |axis0: usize, [height, width]: [i64; 2]| {
            let (rows, cols) = (height as usize / 2, width as usize / 2);
            places.extend((0..rows).flat_map(|row| (0..cols).map(move |col| [axis0, row, col])));
        };
        let several = evaluation.rows.len() > 1;
        for (number, row) in evaluation.rows.iter().enumerate() {
            add(if several { number + 1 } else { 0 }, sides(row));
        }
        for (number, reference) in evaluation.references.iter().enumerate() {
            add(number + 1, sides(reference));
        }
        let length = evaluation.text.tokens.size()[1] as usize;
        let tokens: Vec<Tensor> = evaluation
            .rows
            .iter()
            .chain(evaluation.references)
            .map(|image| pack(image).to_kind(kind))
            .collect();
        Self {
            tokens: Tensor::cat(&tokens, 1),
            rope: ropes.get(transformer, length, places),
            rows: evaluation.rows.iter().map(sides).collect(),
        }
    }

    /// What the network reads.
    #[must_use]
    pub fn input<'a>(&'a self, evaluation: &'a Evaluation<'_>) -> Input<'a> {
        Input {
            tokens: &self.tokens,
            text: &evaluation.text.tokens,
            pooled: &evaluation.text.pooled,
            sigmas: evaluation.sigmas,
            guidance: evaluation.guidance,
            rope: &self.rope,
            adapter: evaluation.adapter,
        }
    }

    /// The network's answer `[B, N, 64]` as images of latents, one a row.
    #[must_use]
    pub fn unpack(&self, velocity: &Tensor) -> Vec<Tensor> {
        let mut first = 0;
        self.rows
            .iter()
            .map(|&[height, width]| {
                let count = height * width / 4;
                let part = velocity.narrow(1, first, count);
                first += count;
                unpack(&part, height, width)
            })
            .collect()
    }
}
