//! The two kinds of transformer block.

use tch::Tensor;

use super::EPS;
use crate::config::TransformerConfig;
use crate::nn::rope::Rope;
use crate::nn::{Linear, RmsNorm, attention, join_heads, layer_norm_plain, split_heads};
use crate::weights::Scope;

/// Width of the feed-forward layer over the network's.
const MLP_RATIO: i64 = 4;

/// What every layer of a pass reads beside its stream.
pub struct Pass<'a> {
    /// `SiLU` of timestep, guidance and pooled text, `[B, width]`.
    pub condition: &'a Tensor,
    /// Rotary tables of text and image.
    pub rope: &'a Rope,
    /// Number of the adapter.
    pub adapter: Option<usize>,
}

/// Query, key and value of one stream, queries and keys normalised.
struct Qkv {
    q: Linear,
    k: Linear,
    v: Linear,
    norm_q: RmsNorm,
    norm_k: RmsNorm,
    heads: i64,
}

impl Qkv {
    /// `names`: q, k, v, norm of q, norm of k.
    fn new(scope: &Scope<'_>, names: [&str; 5], config: &TransformerConfig) -> Self {
        let width = config.width();
        let linear = |name: &str| Linear::new(&scope.sub(name), width, width);
        let norm = |name: &str| RmsNorm::new(&scope.sub(name), config.attention_head_dim, EPS);
        Self {
            q: linear(names[0]),
            k: linear(names[1]),
            v: linear(names[2]),
            norm_q: norm(names[3]),
            norm_k: norm(names[4]),
            heads: config.num_attention_heads,
        }
    }

    fn forward(&self, x: &Tensor, adapter: Option<usize>) -> [Tensor; 3] {
        let head = |linear: &Linear| split_heads(&linear.adapted(x, adapter), self.heads);
        [self.norm_q.forward(&head(&self.q)), self.norm_k.forward(&head(&self.k)), head(&self.v)]
    }
}

/// What the condition does to one stream of a double block.
struct Stream {
    modulation: Linear,
    qkv: Qkv,
    out: Linear,
    up: Linear,
    down: Linear,
}

impl Stream {
    fn modulated(&self, pass: &Pass<'_>) -> Vec<Tensor> {
        self.modulation.adapted(pass.condition, pass.adapter).unsqueeze(1).chunk(6, -1)
    }

    fn finish(&self, x: &Tensor, mixed: &Tensor, parts: &[Tensor], adapter: Option<usize>) -> Tensor {
        let x = x + &parts[2] * self.out.adapted(mixed, adapter);
        let normed = layer_norm_plain(&x, EPS) * (&parts[4] + 1.0) + &parts[3];
        let fed = self.down.adapted(&self.up.adapted(&normed, adapter).gelu("tanh"), adapter);
        x + &parts[5] * fed
    }
}

/// Image and text in two streams that attend to each other.
pub struct DoubleBlock {
    image: Stream,
    text: Stream,
}

impl DoubleBlock {
    /// Builds the block from its weights.
    #[must_use]
    pub fn new(scope: &Scope<'_>, config: &TransformerConfig) -> Self {
        let width = config.width();
        let attention = scope.sub("attn");
        let stream = |norm: &str, feed: &str, names: [&str; 5], out: &str| Stream {
            modulation: Linear::new(&scope.sub(norm).sub("linear"), width, 6 * width),
            qkv: Qkv::new(&attention, names, config),
            out: Linear::new(&attention.sub(out), width, width),
            up: Linear::new(&scope.sub(feed).sub("net.0.proj"), width, MLP_RATIO * width),
            down: Linear::new(&scope.sub(feed).sub("net.2"), MLP_RATIO * width, width),
        };
        Self {
            image: stream("norm1", "ff", ["to_q", "to_k", "to_v", "norm_q", "norm_k"], "to_out.0"),
            text: stream(
                "norm1_context",
                "ff_context",
                ["add_q_proj", "add_k_proj", "add_v_proj", "norm_added_q", "norm_added_k"],
                "to_add_out",
            ),
        }
    }

    /// Image `[B, N, width]` and text `[B, L, width]`, both of the next block.
    pub fn forward(&self, x: &Tensor, context: &Tensor, pass: &Pass<'_>) -> (Tensor, Tensor) {
        let (image, text) = (self.image.modulated(pass), self.text.modulated(pass));
        let enter = |x: &Tensor, parts: &[Tensor]| layer_norm_plain(x, EPS) * (&parts[1] + 1.0) + &parts[0];
        let [iq, ik, iv] = self.image.qkv.forward(&enter(x, &image), pass.adapter);
        let [tq, tk, tv] = self.text.qkv.forward(&enter(context, &text), pass.adapter);
        // Text first, as in the rotary tables.
        let q = pass.rope.apply(&Tensor::cat(&[tq, iq], 2));
        let k = pass.rope.apply(&Tensor::cat(&[tk, ik], 2));
        let v = Tensor::cat(&[tv, iv], 2);
        let mixed = join_heads(&attention(&q, &k, &v, None, false, None));
        let (length, total) = (context.size()[1], mixed.size()[1]);
        let x = self.image.finish(x, &mixed.narrow(1, length, total - length), &image, pass.adapter);
        let context = self.text.finish(context, &mixed.narrow(1, 0, length), &text, pass.adapter);
        (x, context)
    }
}

/// Image and text in one stream.
pub struct SingleBlock {
    modulation: Linear,
    qkv: Qkv,
    up: Linear,
    out: Linear,
}

impl SingleBlock {
    /// Builds the block from its weights.
    #[must_use]
    pub fn new(scope: &Scope<'_>, config: &TransformerConfig) -> Self {
        let width = config.width();
        Self {
            modulation: Linear::new(&scope.sub("norm.linear"), width, 3 * width),
            qkv: Qkv::new(&scope.sub("attn"), ["to_q", "to_k", "to_v", "norm_q", "norm_k"], config),
            up: Linear::new(&scope.sub("proj_mlp"), width, MLP_RATIO * width),
            out: Linear::new(&scope.sub("proj_out"), width + MLP_RATIO * width, width),
        }
    }

    /// Text and image together, text first: `[B, L + N, width]`.
    pub fn forward(&self, x: &Tensor, pass: &Pass<'_>) -> Tensor {
        let (rope, adapter) = (pass.rope, pass.adapter);
        let parts = self.modulation.adapted(pass.condition, adapter).unsqueeze(1).chunk(3, -1);
        let normed = layer_norm_plain(x, EPS) * (&parts[1] + 1.0) + &parts[0];
        let [q, k, v] = self.qkv.forward(&normed, adapter);
        let mixed = join_heads(&attention(&rope.apply(&q), &rope.apply(&k), &v, None, false, None));
        let fed = self.up.adapted(&normed, adapter).gelu("tanh");
        x + &parts[2] * self.out.adapted(&Tensor::cat(&[mixed, fed], -1), adapter)
    }
}
