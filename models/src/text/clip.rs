//! CLIP's text encoder (transformers, `CLIPTextModel`): the final-norm state at the end-of-text token.

use tch::Tensor;

use crate::config::{ClipActivation, ClipConfig};
use crate::nn::{LayerNorm, Linear, attention, join_heads, split_heads};
use crate::weights::Scope;

struct Layer {
    norm1: LayerNorm,
    q: Linear,
    k: Linear,
    v: Linear,
    out: Linear,
    norm2: LayerNorm,
    fc1: Linear,
    fc2: Linear,
}

/// The encoder.
pub struct ClipText {
    tokens: Tensor,
    positions: Tensor,
    layers: Vec<Layer>,
    norm: LayerNorm,
    heads: i64,
    activation: ClipActivation,
}

impl ClipText {
    /// Builds the network from its weights.
    #[must_use]
    pub fn new(scope: &Scope<'_>, config: &ClipConfig) -> Self {
        let text = scope.sub("text_model");
        let (width, eps) = (config.hidden_size, config.layer_norm_eps);
        let layers = (0..config.num_hidden_layers)
            .map(|index| {
                let layer = text.sub(format!("encoder.layers.{index}"));
                let square = |name: &str| Linear::new(&layer.sub("self_attn").sub(name), width, width);
                Layer {
                    norm1: LayerNorm::new(&layer.sub("layer_norm1"), width, eps),
                    q: square("q_proj"),
                    k: square("k_proj"),
                    v: square("v_proj"),
                    out: square("out_proj"),
                    norm2: LayerNorm::new(&layer.sub("layer_norm2"), width, eps),
                    fc1: Linear::new(&layer.sub("mlp.fc1"), width, config.intermediate_size),
                    fc2: Linear::new(&layer.sub("mlp.fc2"), config.intermediate_size, width),
                }
            })
            .collect();
        Self {
            tokens: text.get("embeddings.token_embedding.weight", &[config.vocab_size, width]),
            positions: text
                .get("embeddings.position_embedding.weight", &[config.max_position_embeddings, width]),
            layers,
            norm: LayerNorm::new(&text.sub("final_layer_norm"), width, eps),
            heads: config.num_attention_heads,
            activation: config.hidden_act,
        }
    }

    /// `ids` of one text, padded, and the place of its end-of-text token → `[1, hidden_size]`.
    pub fn forward(&self, ids: &[i64], end: usize) -> Tensor {
        self.hidden(ids).select(1, end as i64)
    }

    /// Last hidden state of one text after the final norm, `[1, L, hidden_size]`.
    pub fn hidden(&self, ids: &[i64]) -> Tensor {
        let device = self.tokens.device();
        let ids_tensor = Tensor::from_slice(ids).to_device(device);
        let positions = self.positions.narrow(0, 0, ids.len() as i64);
        let mut x = (self.tokens.index_select(0, &ids_tensor) + positions).unsqueeze(0);
        for layer in &self.layers {
            let normed = layer.norm1.forward(&x);
            let head = |linear: &Linear| split_heads(&linear.forward(&normed), self.heads);
            let mixed = attention(&head(&layer.q), &head(&layer.k), &head(&layer.v), None, true, None);
            x += layer.out.forward(&join_heads(&mixed));
            let hidden = layer.fc1.forward(&layer.norm2.forward(&x));
            let hidden = match self.activation {
                ClipActivation::QuickGelu => &hidden * (&hidden * 1.702).sigmoid(),
                ClipActivation::Gelu => hidden.gelu("none"),
            };
            x += layer.fc2.forward(&hidden);
        }
        self.norm.forward(&x)
    }
}
