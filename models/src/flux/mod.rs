//! The FLUX.1 transformer (diffusers 0.37, `FluxTransformer2DModel`).

pub mod block;
pub mod folder;
pub mod model;
pub mod original;
pub mod pack;

use tch::{Device, Kind, Tensor};

use crate::config::TransformerConfig;
use crate::nn::embeddings::{EmbeddingMlp, guidance_values, sinusoid, timestep_values};
use crate::nn::rope::Rope;
use crate::nn::{Linear, layer_norm_plain};
use crate::weights::Scope;
use block::{DoubleBlock, Pass, SingleBlock};

/// Normalisation epsilon throughout.
pub(crate) const EPS: f64 = 1e-6;
/// Base of the rotary embedding.
const THETA: f64 = 10_000.0;

/// What one evaluation reads.
pub struct Input<'a> {
    /// `[B, N, in_channels]`.
    pub tokens: &'a Tensor,
    /// `[B, L, joint_attention_dim]`.
    pub text: &'a Tensor,
    /// `[B, pooled_projection_dim]`.
    pub pooled: &'a Tensor,
    /// Noise level of each sample.
    pub sigmas: &'a [f64],
    /// Guidance of each sample.
    pub guidance: &'a [f64],
    /// Tables of text and image tokens.
    pub rope: &'a Rope,
    /// Number of the adapter, as they were loaded.
    pub adapter: Option<usize>,
}

/// The network: tokens, text, σ and guidance → velocity `ε − x0`.
pub struct FluxTransformer {
    time: EmbeddingMlp,
    guidance: Option<EmbeddingMlp>,
    pooled: EmbeddingMlp,
    x_embedder: Linear,
    context_embedder: Linear,
    double: Vec<DoubleBlock>,
    single: Vec<SingleBlock>,
    norm_out: Linear,
    proj_out: Linear,
    axes: Vec<i64>,
    kind: Kind,
    device: Device,
}

impl FluxTransformer {
    /// Builds the network from its weights.
    #[must_use]
    pub fn new(scope: &Scope<'_>, config: &TransformerConfig, kind: Kind, device: Device) -> Self {
        let width = config.width();
        let embed = scope.sub("time_text_embed");
        let out = config.out_channels.unwrap_or(config.in_channels);
        Self {
            time: EmbeddingMlp::of_sinusoid(&embed.sub("timestep_embedder"), width),
            guidance: config
                .guidance_embeds
                .then(|| EmbeddingMlp::of_sinusoid(&embed.sub("guidance_embedder"), width)),
            pooled: EmbeddingMlp::new(&embed.sub("text_embedder"), config.pooled_projection_dim, width),
            x_embedder: Linear::new(&scope.sub("x_embedder"), config.in_channels, width),
            context_embedder: Linear::new(&scope.sub("context_embedder"), config.joint_attention_dim, width),
            double: (0..config.num_layers)
                .map(|i| DoubleBlock::new(&scope.sub(format!("transformer_blocks.{i}")), config))
                .collect(),
            single: (0..config.num_single_layers)
                .map(|i| SingleBlock::new(&scope.sub(format!("single_transformer_blocks.{i}")), config))
                .collect(),
            norm_out: Linear::new(&scope.sub("norm_out.linear"), width, 2 * width),
            proj_out: Linear::new(&scope.sub("proj_out"), width, out),
            axes: config.axes_dims_rope.clone(),
            kind,
            device,
        }
    }

    /// Rotary tables for a text of `text` tokens followed by image tokens at `places` (axis 0, row, column).
    #[must_use]
    pub fn rope(&self, text: usize, places: &[[f64; 3]]) -> Rope {
        let ids: Vec<Vec<f64>> =
            std::iter::repeat_n([0.0; 3], text).chain(places.iter().copied()).map(|id| id.to_vec()).collect();
        Rope::new(&ids, &self.axes, THETA, self.device)
    }

    /// One evaluation: `[B, N, out_channels]`.
    pub fn forward(&self, input: &Input<'_>) -> Tensor {
        let Entered { condition, mut image, mut text } = self.enter(input);
        let pass = Pass { condition: &condition, rope: input.rope, adapter: input.adapter };
        for block in &self.double {
            (image, text) = block.forward(&image, &text, &pass);
        }
        let mut joined = Tensor::cat(&[text, image], 1);
        for block in &self.single {
            joined = block.forward(&joined, &pass);
        }
        self.leave(&joined, input, &condition)
    }

    /// Everything before the blocks.
    pub(crate) fn enter(&self, input: &Input<'_>) -> Entered {
        let embed = |mlp: &EmbeddingMlp, values: &Tensor| mlp.forward(&sinusoid(values).to_kind(self.kind));
        let mut condition = embed(&self.time, &timestep_values(input.sigmas, self.kind, self.device));
        if let Some(mlp) = &self.guidance {
            condition += embed(mlp, &guidance_values(input.guidance, self.kind, self.device));
        }
        Entered {
            condition: (condition + self.pooled.forward(input.pooled)).silu(),
            image: self.x_embedder.adapted(input.tokens, input.adapter),
            text: self.context_embedder.adapted(input.text, input.adapter),
        }
    }

    /// The blocks of two streams and those of one.
    pub(crate) fn blocks(&self) -> (&[DoubleBlock], &[SingleBlock]) {
        (&self.double, &self.single)
    }

    /// Everything after the blocks: `[B, L + N, width]` → `[B, N, out_channels]`.
    pub(crate) fn leave(&self, joined: &Tensor, input: &Input<'_>, condition: &Tensor) -> Tensor {
        let length = input.text.size().get(1).copied().unwrap_or(0);
        let image = joined.narrow(1, length, joined.size().get(1).copied().unwrap_or(length) - length);
        // Scale first, then shift: the order of diffusers (the original checkpoint has them swapped).
        let parts = self.norm_out.adapted(condition, input.adapter).unsqueeze(1).chunk(2, -1);
        let normed = layer_norm_plain(&image, EPS) * (&parts[0] + 1.0) + &parts[1];
        self.proj_out.adapted(&normed, input.adapter)
    }
}

/// What enters the blocks.
pub(crate) struct Entered {
    /// `SiLU` of timestep, guidance and pooled text, `[B, width]`.
    pub(crate) condition: Tensor,
    /// Image tokens, `[B, N, width]`.
    pub(crate) image: Tensor,
    /// Text tokens, `[B, L, width]`.
    pub(crate) text: Tensor,
}
