//! The transformer over patches that CLIP, ViT and DINOv2 share; they differ in names and small parts.

use tch::Tensor;

use crate::nn::{LayerNorm, Linear, attention, join_heads, split_heads};
use crate::weights::Scope;

/// Activations of the feed-forward layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Activation {
    /// `x·σ(1.702·x)`.
    QuickGelu,
    /// The exact one.
    Gelu,
}

/// Sizes of a tower.
#[derive(Debug, Clone, serde::Deserialize)]
pub(super) struct TowerConfig {
    pub(super) hidden_size: i64,
    pub(super) num_hidden_layers: i64,
    pub(super) num_attention_heads: i64,
    pub(super) image_size: i64,
    pub(super) patch_size: i64,
    #[serde(default)]
    pub(super) intermediate_size: Option<i64>,
    #[serde(default = "eps")]
    pub(super) layer_norm_eps: f64,
    #[serde(default = "gelu")]
    pub(super) hidden_act: Activation,
    /// DINOv2: feed-forward width over the network's.
    #[serde(default)]
    pub(super) mlp_ratio: Option<i64>,
    /// DINOv2 giant: a gated feed-forward layer.
    #[serde(default)]
    pub(super) use_swiglu_ffn: bool,
}

fn eps() -> f64 {
    1e-6
}
fn gelu() -> Activation {
    Activation::Gelu
}

impl TowerConfig {
    fn feed(&self) -> i64 {
        self.intermediate_size.unwrap_or(self.hidden_size * self.mlp_ratio.unwrap_or(4))
    }
}

/// Names of a layer's parts.
pub(super) struct Names {
    pub(super) norm1: &'static str,
    pub(super) q: &'static str,
    pub(super) k: &'static str,
    pub(super) v: &'static str,
    pub(super) out: &'static str,
    pub(super) norm2: &'static str,
    pub(super) up: &'static str,
    pub(super) down: &'static str,
    /// Whether each branch has a scale of its own (DINOv2).
    pub(super) scaled: bool,
}

struct Layer {
    norm1: LayerNorm,
    q: Linear,
    k: Linear,
    v: Linear,
    out: Linear,
    norm2: LayerNorm,
    up: Linear,
    down: Linear,
    scales: Option<[Tensor; 2]>,
    gated: bool,
}

/// The layers.
pub(super) struct Layers {
    layers: Vec<Layer>,
    heads: i64,
    activation: Activation,
}

impl Layers {
    /// `place` gives the scope of a layer.
    pub(super) fn new<'a>(place: impl Fn(i64) -> Scope<'a>, config: &TowerConfig, names: &Names) -> Self {
        let (width, feed, eps) = (config.hidden_size, config.feed(), config.layer_norm_eps);
        let gated = config.use_swiglu_ffn;
        // The gated layer's width is two thirds, rounded up to a multiple of 8 (DINOv2).
        let hidden = if gated { (feed * 2 / 3 + 7) / 8 * 8 } else { feed };
        let layers = (0..config.num_hidden_layers)
            .map(|number| {
                let layer = place(number);
                let square = |name: &str| Linear::new(&layer.sub(name), width, width);
                let scale = |name: &str| layer.sub(name).get("lambda1", &[width]);
                Layer {
                    norm1: LayerNorm::new(&layer.sub(names.norm1), width, eps),
                    q: square(names.q),
                    k: square(names.k),
                    v: square(names.v),
                    out: square(names.out),
                    norm2: LayerNorm::new(&layer.sub(names.norm2), width, eps),
                    up: Linear::new(
                        &layer.sub(if gated { "mlp.weights_in" } else { names.up }),
                        width,
                        if gated { 2 * hidden } else { hidden },
                    ),
                    down: Linear::new(
                        &layer.sub(if gated { "mlp.weights_out" } else { names.down }),
                        hidden,
                        width,
                    ),
                    scales: names.scaled.then(|| [scale("layer_scale1"), scale("layer_scale2")]),
                    gated,
                }
            })
            .collect();
        Self { layers, heads: config.num_attention_heads, activation: config.hidden_act }
    }

    /// `[B, L, width]` → `[B, L, width]`.
    pub(super) fn forward(&self, x: &Tensor) -> Tensor {
        let mut x = x.shallow_clone();
        for layer in &self.layers {
            let normed = layer.norm1.forward(&x);
            let head = |linear: &Linear| split_heads(&linear.forward(&normed), self.heads);
            let mixed = attention(&head(&layer.q), &head(&layer.k), &head(&layer.v), None, false, None);
            let mixed = layer.out.forward(&join_heads(&mixed));
            let [first, second] = match &layer.scales {
                Some([first, second]) => [Some(first), Some(second)],
                None => [None, None],
            };
            let scaled = |branch: Tensor, scale: Option<&Tensor>| match scale {
                Some(scale) => branch * scale,
                None => branch,
            };
            x = x + scaled(mixed, first);
            let hidden = layer.up.forward(&layer.norm2.forward(&x));
            let hidden = match (layer.gated, self.activation) {
                (true, _) => {
                    let halves = hidden.chunk(2, -1);
                    halves[0].silu() * &halves[1]
                }
                (false, Activation::QuickGelu) => &hidden * (&hidden * 1.702).sigmoid(),
                (false, Activation::Gelu) => hidden.gelu("none"),
            };
            x = x + scaled(layer.down.forward(&hidden), second);
        }
        x
    }
}

/// Patches of images `[B, 3, H, W]` as tokens `[B, H/p · W/p, width]`.
pub(super) fn patches(images: &Tensor, weight: &Tensor, bias: Option<&Tensor>, side: i64) -> Tensor {
    images.conv2d(weight, bias, [side, side], [0, 0], [1, 1], 1).flatten(2, 3).transpose(1, 2)
}

/// A token of the class before those of the patches.
pub(super) fn with_class(class: &Tensor, patches: &Tensor) -> Tensor {
    let size = patches.size();
    let class = class.view([1, 1, size[2]]).expand([size[0], 1, size[2]], false);
    Tensor::cat(&[class, patches.shallow_clone()], 1)
}
