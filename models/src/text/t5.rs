//! T5 v1.1's encoder (transformers, `T5EncoderModel`): no biases, relative positions, gated GELU, no mask.

use tch::{Kind, Tensor};

use crate::config::T5Config;
use crate::nn::{Linear, RmsNorm, attention, join_heads, split_heads};
use crate::weights::Scope;

struct Layer {
    norm1: RmsNorm,
    q: Linear,
    k: Linear,
    v: Linear,
    o: Linear,
    norm2: RmsNorm,
    gate: Linear,
    up: Linear,
    down: Linear,
}

/// The encoder.
pub struct T5Encoder {
    tokens: Tensor,
    bias: Tensor,
    layers: Vec<Layer>,
    norm: RmsNorm,
    heads: i64,
    buckets: i64,
    max_distance: i64,
}

impl T5Encoder {
    /// Builds the network from its weights.
    #[must_use]
    pub fn new(scope: &Scope<'_>, config: &T5Config) -> Self {
        let (width, inner, eps) = (config.d_model, config.num_heads * config.d_kv, config.layer_norm_epsilon);
        let block = |index: i64| scope.sub(format!("encoder.block.{index}"));
        let layers = (0..config.num_layers)
            .map(|index| {
                let (attention, feed) = (block(index).sub("layer.0"), block(index).sub("layer.1"));
                let project = |name: &str| {
                    Linear::without_bias(&attention.sub("SelfAttention").sub(name), width, inner)
                };
                let dense = |name: &str, input, output| {
                    Linear::without_bias(&feed.sub("DenseReluDense").sub(name), input, output)
                };
                Layer {
                    norm1: RmsNorm::new(&attention.sub("layer_norm"), width, eps),
                    q: project("q"),
                    k: project("k"),
                    v: project("v"),
                    o: Linear::without_bias(&attention.sub("SelfAttention.o"), inner, width),
                    norm2: RmsNorm::new(&feed.sub("layer_norm"), width, eps),
                    gate: dense("wi_0", width, config.d_ff),
                    up: dense("wi_1", width, config.d_ff),
                    down: dense("wo", config.d_ff, width),
                }
            })
            .collect();
        Self {
            tokens: scope.get("shared.weight", &[config.vocab_size, width]),
            bias: block(0).get(
                "layer.0.SelfAttention.relative_attention_bias.weight",
                &[config.relative_attention_num_buckets, config.num_heads],
            ),
            layers,
            norm: RmsNorm::new(&scope.sub("encoder.final_layer_norm"), width, eps),
            heads: config.num_heads,
            buckets: config.relative_attention_num_buckets,
            max_distance: config.relative_attention_max_distance,
        }
    }

    /// `ids` of one text, padded; pads attend and are attended, as in the reference → `[1, L, d_model]`.
    pub fn forward(&self, ids: &[i64]) -> Tensor {
        let ids_tensor = Tensor::from_slice(ids).to_device(self.tokens.device());
        let mut x = self.tokens.index_select(0, &ids_tensor).unsqueeze(0);
        let bias = self.position_bias(ids.len() as i64);
        for layer in &self.layers {
            let normed = layer.norm1.forward(&x);
            let head = |linear: &Linear| split_heads(&linear.forward(&normed), self.heads);
            // T5 does not divide by √d.
            let mixed =
                attention(&head(&layer.q), &head(&layer.k), &head(&layer.v), Some(&bias), false, Some(1.0));
            x += layer.o.forward(&join_heads(&mixed));
            let normed = layer.norm2.forward(&x);
            let hidden = layer.gate.forward(&normed).gelu("tanh") * layer.up.forward(&normed);
            x += layer.down.forward(&hidden);
        }
        self.norm.forward(&x)
    }

    /// `[1, heads, L, L]`.
    fn position_bias(&self, length: i64) -> Tensor {
        let mut buckets = Vec::with_capacity((length * length) as usize);
        for query in 0..length {
            for key in 0..length {
                buckets.push(bucket(key - query, self.buckets, self.max_distance));
            }
        }
        let index = Tensor::from_slice(&buckets).to_device(self.bias.device()).to_kind(Kind::Int64);
        self.bias
            .index_select(0, &index)
            .view([length, length, self.heads])
            .permute([2, 0, 1])
            .unsqueeze(0)
            .contiguous()
    }
}

/// Bucket of a distance (key − query): exact when near, logarithmic beyond, one half of the buckets for each direction.
#[must_use]
pub fn bucket(distance: i64, buckets: i64, max_distance: i64) -> i64 {
    let half = buckets / 2;
    let exact = half / 2;
    let side = if distance > 0 { half } else { 0 };
    let near = distance.abs();
    if near < exact {
        return side + near;
    }
    let share = (near as f32 / exact as f32).ln() / ((max_distance as f64 / exact as f64).ln() as f32);
    side + (exact + (share * (half - exact) as f32) as i64).min(half - 1)
}

#[cfg(test)]
mod tests {
    use super::bucket;

    #[test]
    fn buckets_of_the_reference() {
        let of = |distance| bucket(distance, 32, 128);
        let expected = [
            (0, 0),
            (-1, 1),
            (-7, 7),
            (-8, 8),
            (-15, 9),
            (-16, 10),
            (-127, 15),
            (-5000, 15),
            (1, 17),
            (8, 24),
            (20, 26),
            (500, 31),
        ];
        for (distance, place) in expected {
            assert_eq!(of(distance), place, "{distance}");
        }
    }
}
