//! `config.json` of each component, as the diffusers layout has them. Sizes come from here, never from the code.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::flux::folder::Family;

use crate::edit::LoadError;

/// `transformer/config.json`.
#[derive(Debug, Clone, Deserialize)]
pub struct TransformerConfig {
    /// Channels of a token that enters: 64 latents, and for Fill 64 masked-image latents and 256 mask values.
    pub in_channels: i64,
    /// Channels of a token that leaves.
    #[serde(default)]
    pub out_channels: Option<i64>,
    /// Blocks with two streams.
    pub num_layers: i64,
    /// Blocks with one stream.
    pub num_single_layers: i64,
    /// Channels of an attention head.
    pub attention_head_dim: i64,
    /// Attention heads.
    pub num_attention_heads: i64,
    /// Channels of the T5 embedding.
    pub joint_attention_dim: i64,
    /// Channels of the pooled CLIP embedding.
    pub pooled_projection_dim: i64,
    /// Whether guidance is an input.
    #[serde(default)]
    pub guidance_embeds: bool,
    /// Channels of a head per axis of the rotary embedding.
    #[serde(default = "rope_axes")]
    pub axes_dims_rope: Vec<i64>,
}

fn rope_axes() -> Vec<i64> {
    vec![16, 56, 56]
}

impl TransformerConfig {
    /// Channels of the network: heads × channels of a head.
    #[must_use]
    pub fn width(&self) -> i64 {
        self.num_attention_heads * self.attention_head_dim
    }
}

/// `vae/config.json`.
#[derive(Debug, Clone, Deserialize)]
pub struct VaeConfig {
    /// Channels per level, finest first.
    pub block_out_channels: Vec<i64>,
    /// Residual blocks per level of the encoder; the decoder has one more.
    pub layers_per_block: i64,
    /// Channels of a latent.
    pub latent_channels: i64,
    /// Groups of the normalisation.
    pub norm_num_groups: i64,
    /// Latents are multiplied by it after the shift.
    pub scaling_factor: f64,
    /// Subtracted from latents.
    #[serde(default, deserialize_with = "or_default")]
    pub shift_factor: f64,
    /// A 1 × 1 convolution after the encoder; FLUX has none. Absent means yes, as in diffusers.
    #[serde(default = "yes")]
    pub use_quant_conv: bool,
    /// A 1 × 1 convolution before the decoder; FLUX has none. Absent means yes, as in diffusers.
    #[serde(default = "yes")]
    pub use_post_quant_conv: bool,
    /// Attention between the coarsest blocks.
    #[serde(default = "yes")]
    pub mid_block_add_attention: bool,
}

fn yes() -> bool {
    true
}

/// `null` stands for the default.
fn or_default<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

impl VaeConfig {
    /// The released autoencoder of FLUX.1.
    #[must_use]
    pub fn flux1() -> Self {
        Self {
            block_out_channels: vec![128, 256, 512, 512],
            layers_per_block: 2,
            latent_channels: 16,
            norm_num_groups: 32,
            scaling_factor: 0.3611,
            shift_factor: 0.1159,
            use_quant_conv: false,
            use_post_quant_conv: false,
            mid_block_add_attention: true,
        }
    }
}

/// `text_encoder/config.json`.
#[derive(Debug, Clone, Deserialize)]
pub struct ClipConfig {
    /// Channels.
    pub hidden_size: i64,
    /// Channels of the feed-forward layer.
    pub intermediate_size: i64,
    /// Layers.
    pub num_hidden_layers: i64,
    /// Attention heads.
    pub num_attention_heads: i64,
    /// Longest text, tokens.
    pub max_position_embeddings: i64,
    /// Tokens known.
    pub vocab_size: i64,
    /// Normalisation epsilon.
    #[serde(default = "clip_eps")]
    pub layer_norm_eps: f64,
    /// Activation of the feed-forward layer.
    #[serde(default)]
    pub hidden_act: ClipActivation,
}

/// Activations that CLIP's text encoders have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClipActivation {
    /// `x·σ(1.702·x)`.
    #[default]
    QuickGelu,
    /// The exact one.
    Gelu,
}

fn clip_eps() -> f64 {
    1e-5
}

/// `text_encoder_2/config.json`.
#[derive(Debug, Clone, Deserialize)]
pub struct T5Config {
    /// Channels.
    pub d_model: i64,
    /// Channels of the feed-forward layer.
    pub d_ff: i64,
    /// Channels of an attention head.
    pub d_kv: i64,
    /// Attention heads.
    pub num_heads: i64,
    /// Layers.
    pub num_layers: i64,
    /// Tokens known.
    pub vocab_size: i64,
    /// Buckets of relative positions.
    pub relative_attention_num_buckets: i64,
    /// Distances from here on share a bucket.
    #[serde(default = "t5_distance")]
    pub relative_attention_max_distance: i64,
    /// Normalisation epsilon.
    #[serde(default = "t5_eps")]
    pub layer_norm_epsilon: f64,
    /// Kind of the feed-forward layer.
    #[serde(default)]
    pub feed_forward_proj: T5FeedForward,
}

/// Feed-forward layers that are read: that of T5 v1.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum T5FeedForward {
    /// `GELU(x·W₀) · (x·W₁)`.
    #[default]
    #[serde(rename = "gated-gelu")]
    GatedGelu,
}

fn t5_distance() -> i64 {
    128
}
fn t5_eps() -> f64 {
    1e-6
}

/// `foreshock.json`: what the layout has no place for. A released folder has none; then the defaults are FLUX.1-Fill's.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Name on the wire.
    pub name: String,
    /// Tile sides, px, the preferred one first.
    pub tile_sizes: Vec<u32>,
    /// Longest side, px.
    pub max_side: u32,
    /// Ground sampling distances it was made for, metres per px.
    pub gsd_m: [f64; 2],
    /// Languages it reads (BCP 47).
    pub languages: Vec<String>,
    /// Tokens of the T5 text.
    pub text_tokens: usize,
    /// Steps unless the user says otherwise.
    pub default_steps: u32,
    /// Guidance unless the user says otherwise.
    pub default_guidance: f64,
    /// Adapter of jobs that name none; without it, the only one there is.
    #[serde(default)]
    pub default_adapter: Option<String>,
    /// Licence.
    pub licence: CardLicence,
}

/// A licence in `foreshock.json`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardLicence {
    /// SPDX id or a name of ours.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Where to read it.
    #[serde(default)]
    pub url: Option<String>,
    /// Commercial use is not allowed.
    pub non_commercial: bool,
}

impl Card {
    /// What holds for a released folder, which has no card.
    #[must_use]
    pub fn of(family: Family) -> Self {
        // Fill: ICEdit's recipe; 512 px wide is what its adapter was trained for. Kontext: diffusers' defaults.
        let (name, guidance) = match family {
            Family::Fill => ("flux1-fill-icedit", 50.0),
            Family::Kontext => ("flux1-kontext", 3.5),
            Family::Control => ("flux1-control", 30.0),
        };
        Self {
            name: name.to_owned(),
            tile_sizes: match family {
                Family::Fill => vec![512],
                Family::Kontext | Family::Control => vec![1024, 512],
            },
            max_side: 1024,
            gsd_m: [0.2, 2.0],
            languages: vec!["en".to_owned()],
            text_tokens: 512,
            default_steps: 28,
            default_guidance: guidance,
            default_adapter: None,
            licence: CardLicence {
                id: "FLUX-1-dev-non-commercial".to_owned(),
                name: "FLUX.1 [dev] Non-Commercial License".to_owned(),
                url: Some(
                    "https://huggingface.co/black-forest-labs/FLUX.1-dev/blob/main/LICENSE.md".to_owned(),
                ),
                non_commercial: true,
            },
        }
    }
}

/// Reads one JSON file of a model folder.
///
/// # Errors
/// When it is missing or does not have the expected keys.
pub fn read<T: DeserializeOwned>(path: &Path) -> Result<T, LoadError> {
    let text =
        std::fs::read_to_string(path).map_err(|source| LoadError::Io { path: path.to_owned(), source })?;
    serde_json::from_str(&text)
        .map_err(|error| LoadError::Config { path: path.to_owned(), message: error.to_string() })
}
