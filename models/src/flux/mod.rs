//! The FLUX.1 transformer (diffusers 0.37, `FluxTransformer2DModel`).

mod block;
pub mod pack;

use tch::{Device, Kind, Tensor};

use crate::config::TransformerConfig;
use crate::nn::embeddings::{EmbeddingMlp, guidance_values, sinusoid, timestep_values};
use crate::nn::rope::Rope;
use crate::nn::{Linear, layer_norm_plain};
use crate::weights::Scope;
use block::{DoubleBlock, SingleBlock};

/// Normalisation epsilon throughout.
pub(crate) const EPS: f64 = 1e-6;
/// Base of the rotary embedding.
const THETA: f64 = 10_000.0;

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

    /// Rotary tables for a text of `text` tokens followed by image tokens on a grid of `rows` × `cols`.
    #[must_use]
    pub fn rope(&self, text: usize, rows: usize, cols: usize) -> Rope {
        let mut ids = vec![vec![0.0; 3]; text];
        for row in 0..rows {
            for col in 0..cols {
                ids.push(vec![0.0, row as f64, col as f64]);
            }
        }
        Rope::new(&ids, &self.axes, THETA, self.device)
    }

    /// One evaluation.
    ///
    /// `tokens` `[B, N, in_channels]`, `text` `[B, L, joint_attention_dim]`, `pooled` `[B, pooled_projection_dim]`, one σ and one guidance
    /// per sample → `[B, N, out_channels]`.
    pub fn forward(
        &self,
        tokens: &Tensor,
        text: &Tensor,
        pooled: &Tensor,
        sigmas: &[f64],
        guidance: &[f64],
        rope: &Rope,
    ) -> Tensor {
        let embed = |mlp: &EmbeddingMlp, values: &Tensor| mlp.forward(&sinusoid(values).to_kind(self.kind));
        let mut condition = embed(&self.time, &timestep_values(sigmas, self.kind, self.device));
        if let Some(mlp) = &self.guidance {
            condition += embed(mlp, &guidance_values(guidance, self.kind, self.device));
        }
        let condition = (condition + self.pooled.forward(pooled)).silu();
        let mut x = self.x_embedder.forward(tokens);
        let mut context = self.context_embedder.forward(text);
        for block in &self.double {
            (x, context) = block.forward(&x, &context, &condition, rope);
        }
        let length = context.size().get(1).copied().unwrap_or(0);
        let mut joined = Tensor::cat(&[context, x], 1);
        for block in &self.single {
            joined = block.forward(&joined, &condition, rope);
        }
        let image = joined.narrow(1, length, joined.size().get(1).copied().unwrap_or(length) - length);
        // Scale first, then shift: the order of diffusers (the original checkpoint has them swapped).
        let parts = self.norm_out.forward(&condition).unsqueeze(1).chunk(2, -1);
        self.proj_out.forward(&(layer_norm_plain(&image, EPS) * (&parts[0] + 1.0) + &parts[1]))
    }
}
