//! Layers shared by the networks. Each holds its tensors and nothing else; shapes are checked when they are loaded.

pub mod embeddings;
pub mod rope;

use tch::{Kind, Tensor};

use crate::adapter::{Branch, merge};
use crate::weights::Scope;

/// `y = x·Wᵀ + b`: `[…, in]` → `[…, out]`; with what an adapter adds, when one is chosen.
pub struct Linear {
    weight: Tensor,
    bias: Option<Tensor>,
    /// One place a resident adapter.
    branches: Vec<Option<Branch>>,
}

impl Linear {
    /// With bias.
    #[must_use]
    pub fn new(scope: &Scope<'_>, input: i64, output: i64) -> Self {
        let branches = scope.branches(input, output);
        let weight = merge(scope.get("weight", &[output, input]), &branches);
        Self { weight, bias: Some(scope.get("bias", &[output])), branches }
    }

    /// Without bias.
    #[must_use]
    pub fn without_bias(scope: &Scope<'_>, input: i64, output: i64) -> Self {
        Self { weight: scope.get("weight", &[output, input]), bias: None, branches: Vec::new() }
    }

    /// Applies the layer, without adapters.
    pub fn forward(&self, x: &Tensor) -> Tensor {
        x.linear(&self.weight, self.bias.as_ref())
    }

    /// Applies the layer with the adapter of this number, counted as they were loaded.
    pub fn adapted(&self, x: &Tensor, adapter: Option<usize>) -> Tensor {
        let base = self.forward(x);
        let branch = adapter.and_then(|number| self.branches.get(number)).and_then(Option::as_ref);
        match branch.and_then(|branch| branch.forward(x)) {
            Some(added) => base + added,
            None => base,
        }
    }
}

/// A 2-D convolution over `[B, C, H, W]`.
pub struct Conv2d {
    weight: Tensor,
    bias: Tensor,
    stride: i64,
    padding: i64,
}

impl Conv2d {
    /// A square kernel.
    #[must_use]
    pub fn new(scope: &Scope<'_>, input: i64, output: i64, kernel: i64, stride: i64, padding: i64) -> Self {
        Self {
            weight: scope.get("weight", &[output, input, kernel, kernel]),
            bias: scope.get("bias", &[output]),
            stride,
            padding,
        }
    }

    /// Whether the layer says nothing: all its weights are 0, and nobody is training them.
    pub fn is_silent(&self) -> bool {
        [&self.weight, &self.bias]
            .into_iter()
            .all(|tensor| !tensor.requires_grad() && tensor.count_nonzero(None).int64_value(&[]) == 0)
    }

    /// Applies the layer.
    pub fn forward(&self, x: &Tensor) -> Tensor {
        let (stride, padding) = (self.stride, self.padding);
        x.conv2d(&self.weight, Some(&self.bias), [stride, stride], [padding, padding], [1, 1], 1)
    }
}

/// Group normalisation over `[B, C, …]`.
pub struct GroupNorm {
    weight: Tensor,
    bias: Tensor,
    groups: i64,
    eps: f64,
}

impl GroupNorm {
    /// Over `groups` groups of channels.
    #[must_use]
    pub fn new(scope: &Scope<'_>, groups: i64, channels: i64, eps: f64) -> Self {
        Self { weight: scope.get("weight", &[channels]), bias: scope.get("bias", &[channels]), groups, eps }
    }

    /// Applies the layer.
    pub fn forward(&self, x: &Tensor) -> Tensor {
        x.group_norm(self.groups, Some(&self.weight), Some(&self.bias), self.eps, false)
    }
}

/// Layer normalisation over the last axis, with learned weight and bias.
pub struct LayerNorm {
    weight: Tensor,
    bias: Tensor,
    size: i64,
    eps: f64,
}

impl LayerNorm {
    /// Over `size` channels.
    #[must_use]
    pub fn new(scope: &Scope<'_>, size: i64, eps: f64) -> Self {
        Self { weight: scope.get("weight", &[size]), bias: scope.get("bias", &[size]), size, eps }
    }

    /// Applies the layer.
    pub fn forward(&self, x: &Tensor) -> Tensor {
        x.layer_norm([self.size], Some(&self.weight), Some(&self.bias), self.eps, false)
    }
}

/// Layer normalisation over the last axis without learned parameters.
pub fn layer_norm_plain(x: &Tensor, eps: f64) -> Tensor {
    let size = x.size().last().copied().unwrap_or(1);
    x.layer_norm([size], None::<&Tensor>, None::<&Tensor>, eps, false)
}

/// Root-mean-square normalisation over the last axis, in 32 bit, with a learned weight.
pub struct RmsNorm {
    weight: Tensor,
    eps: f64,
}

impl RmsNorm {
    /// Over `size` channels.
    #[must_use]
    pub fn new(scope: &Scope<'_>, size: i64, eps: f64) -> Self {
        Self { weight: scope.get("weight", &[size]), eps }
    }

    /// Applies the layer.
    pub fn forward(&self, x: &Tensor) -> Tensor {
        let wide = x.to_kind(Kind::Float);
        let variance = wide.square().mean_dim([-1_i64].as_slice(), true, Kind::Float);
        let normed = wide * (variance + self.eps).rsqrt();
        normed.to_kind(x.kind()) * &self.weight
    }
}

/// Softmax attention over `[B, heads, L, d]`, scale `1/√d` unless given.
pub fn attention(
    q: &Tensor,
    k: &Tensor,
    v: &Tensor,
    mask: Option<&Tensor>,
    causal: bool,
    scale: Option<f64>,
) -> Tensor {
    Tensor::scaled_dot_product_attention(q, k, v, mask, 0.0, causal, scale, false)
}

/// `[B, L, heads·d]` → `[B, heads, L, d]`.
pub fn split_heads(x: &Tensor, heads: i64) -> Tensor {
    let (batch, length, width) = x.size3().unwrap_or((0, 0, 0));
    x.view([batch, length, heads, width / heads]).transpose(1, 2)
}

/// `[B, heads, L, d]` → `[B, L, heads·d]`.
pub fn join_heads(x: &Tensor) -> Tensor {
    let (batch, heads, length, width) = x.size4().unwrap_or((0, 0, 0, 0));
    x.transpose(1, 2).contiguous().view([batch, length, heads * width])
}
