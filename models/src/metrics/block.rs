//! A layer of a vision transformer that normalises first: attention, then a feed-forward network, each added to what came in.

use serde::Deserialize;
use tch::Tensor;

use crate::config::ClipActivation;
use crate::nn::{Conv2d, LayerNorm, Linear, attention, join_heads, split_heads};
use crate::weights::Scope;

/// Feed-forward network.
pub(super) enum Mlp {
    /// `W₂·act(W₁·x)`.
    Plain { first: Linear, second: Linear, activation: Activation },
    /// `W₂·(SiLU(a)·b)`, a and b the halves of `W₁·x`.
    Gated { first: Linear, second: Linear },
}

/// Activations that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Activation {
    /// `x·σ(1.702·x)`.
    QuickGelu,
    /// The exact one.
    Gelu,
}

impl From<Activation> for ClipActivation {
    fn from(activation: Activation) -> Self {
        match activation {
            Activation::QuickGelu => Self::QuickGelu,
            Activation::Gelu => Self::Gelu,
        }
    }
}

impl Mlp {
    fn forward(&self, x: &Tensor) -> Tensor {
        match self {
            Self::Plain { first, second, activation } => {
                let hidden = first.forward(x);
                second.forward(&match activation {
                    Activation::QuickGelu => &hidden * (&hidden * 1.702).sigmoid(),
                    Activation::Gelu => hidden.gelu("none"),
                })
            }
            Self::Gated { first, second } => {
                let halves = first.forward(x).chunk(2, -1);
                second.forward(&(halves[0].silu() * &halves[1]))
            }
        }
    }
}

/// One layer.
pub(super) struct Block {
    pub(super) norm1: LayerNorm,
    /// Query, key, value.
    pub(super) qkv: [Linear; 3],
    pub(super) out: Linear,
    pub(super) norm2: LayerNorm,
    pub(super) mlp: Mlp,
    /// What each branch is multiplied by, `[width]` (DINOv2).
    pub(super) scales: Option<[Tensor; 2]>,
    pub(super) heads: i64,
}

impl Block {
    /// `[B, L, width]` → the same.
    pub(super) fn forward(&self, x: &Tensor) -> Tensor {
        let normed = self.norm1.forward(x);
        let [q, k, v] = self.qkv.each_ref().map(|linear| split_heads(&linear.forward(&normed), self.heads));
        let mixed = self.out.forward(&join_heads(&attention(&q, &k, &v, None, false, None)));
        let x = x + self.scaled(0, mixed);
        let hidden = self.mlp.forward(&self.norm2.forward(&x));
        &x + self.scaled(1, hidden)
    }

    fn scaled(&self, branch: usize, x: Tensor) -> Tensor {
        match &self.scales {
            Some(scales) => x * &scales[branch],
            None => x,
        }
    }
}

/// The attention of ViT and DINOv2, which share its names: query, key, value and the layer after them.
pub(super) fn vit_attention(scope: &Scope<'_>, width: i64, bias: bool) -> ([Linear; 3], Linear) {
    let attention = scope.sub("attention");
    let square = |name: &str| {
        let place = attention.sub("attention").sub(name);
        if bias { Linear::new(&place, width, width) } else { Linear::without_bias(&place, width, width) }
    };
    (["query", "key", "value"].map(square), Linear::new(&attention.sub("output.dense"), width, width))
}

/// Patches of ViT and DINOv2 with a class token before them and a place each.
pub(super) struct Patches {
    class: Tensor,
    places: Tensor,
    projection: Conv2d,
}

impl Patches {
    /// For square images of `image` px.
    pub(super) fn new(scope: &Scope<'_>, image: i64, patch: i64, width: i64) -> Self {
        let side = image / patch;
        Self {
            class: scope.get("cls_token", &[1, 1, width]),
            places: scope.get("position_embeddings", &[1, side * side + 1, width]),
            projection: Conv2d::new(&scope.sub("patch_embeddings.projection"), 3, width, patch, patch, 0),
        }
    }

    /// `[B, 3, H, W]` → `[B, 1 + patches, width]`. Places of another grid are interpolated (bicubic, not antialiased).
    pub(super) fn forward(&self, pixels: &Tensor) -> Tensor {
        let grid = self.projection.forward(pixels);
        let (batch, width, rows, columns) = grid.size4().unwrap_or((0, 0, 0, 0));
        let patches = grid.flatten(2, -1).transpose(1, 2);
        let class = self.class.expand([batch, 1, width], false);
        Tensor::cat(&[class, patches], 1) + self.places_of(rows, columns)
    }

    fn places_of(&self, rows: i64, columns: i64) -> Tensor {
        let (_, count, width) = self.places.size3().unwrap_or((0, 1, 0));
        let side = ((count - 1) as f64).sqrt().round() as i64;
        if (rows, columns) == (side, side) {
            return self.places.shallow_clone();
        }
        let grid = self.places.narrow(1, 1, count - 1).reshape([1, side, side, width]).permute([0, 3, 1, 2]);
        let resized = grid.upsample_bicubic2d([rows, columns], false, None, None);
        let patches = resized.permute([0, 2, 3, 1]).reshape([1, rows * columns, width]);
        Tensor::cat(&[self.places.narrow(1, 0, 1), patches], 1)
    }
}
