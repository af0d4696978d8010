//! Named configurations: the released models, and smaller ones of the same architecture.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::config::{Card, ClipConfig, T5Config, TransformerConfig, VaeConfig};
use crate::edit::LoadError;
use crate::flux::folder::Family;

/// A configuration by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// FLUX.1-Fill with some thousand parameters.
    Tiny,
    /// FLUX.1-Kontext with some thousand parameters.
    TinyKontext,
    /// FLUX.1-Control (Canny, Depth) with some thousand parameters.
    TinyControl,
    /// foreshock-small: FLUX.1-Control with some million parameters, to be trained from nothing.
    Small,
    /// FLUX.1-Fill with a milliard parameters, for measuring.
    Medium,
    /// FLUX.1-Fill as released.
    Flux1Fill,
    /// FLUX.1-Kontext as released.
    Flux1Kontext,
}

/// Sizes that differ between the configurations.
struct Sizes {
    family: Family,
    layers: [i64; 2],
    heads: [i64; 2],
    axes: [i64; 3],
    guided: bool,
    /// Channels by level, groups.
    vae: ([i64; 4], i64),
    /// Residual blocks per level of the encoder, and whether the middle attends.
    vae_blocks: (i64, bool),
    /// Layers, width, heads, feed-forward.
    clip: [i64; 4],
    /// Layers, width, heads, width of a head, feed-forward.
    t5: [i64; 5],
    text_tokens: i64,
}

/// The configuration files of a folder.
pub struct Configs(Vec<(&'static str, Value)>);

/// The networks' configurations.
pub struct Networks {
    /// The transformer.
    pub transformer: TransformerConfig,
    /// The autoencoder.
    pub vae: VaeConfig,
    /// CLIP's text encoder.
    pub clip: ClipConfig,
    /// T5's encoder.
    pub t5: T5Config,
}

impl Configs {
    /// Every file by its path in the folder.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    fn parse<T: DeserializeOwned>(&self, dir: &Path, file: &str) -> Result<T, LoadError> {
        let found = self.0.iter().find(|(name, _)| *name == file).map(|(_, value)| value.clone());
        serde_json::from_value(found.unwrap_or_default())
            .map_err(|error| LoadError::Config { path: dir.join(file), message: error.to_string() })
    }

    /// The networks.
    ///
    /// # Errors
    /// Never for the configurations of this module.
    pub fn networks(&self, dir: &Path) -> Result<Networks, LoadError> {
        Ok(Networks {
            transformer: self.parse(dir, "transformer/config.json")?,
            vae: self.parse(dir, "vae/config.json")?,
            clip: self.parse(dir, "text_encoder/config.json")?,
            t5: self.parse(dir, "text_encoder_2/config.json")?,
        })
    }
}

impl Named {
    /// Its family.
    #[must_use]
    pub fn family(self) -> Family {
        self.sizes().family
    }

    fn sizes(self) -> Sizes {
        let tiny = Sizes {
            family: Family::Fill,
            layers: [1, 2],
            heads: [2, 16],
            axes: [4, 6, 6],
            guided: true,
            vae: ([8, 16, 16, 16], 4),
            vae_blocks: (2, true),
            clip: [2, 32, 2, 64],
            t5: [2, 64, 4, 16, 128],
            text_tokens: 64,
        };
        let released = Sizes {
            family: Family::Fill,
            layers: [19, 38],
            heads: [24, 128],
            axes: [16, 56, 56],
            guided: true,
            vae: ([128, 256, 512, 512], 32),
            vae_blocks: (2, true),
            clip: [12, 768, 12, 3072],
            t5: [24, 4096, 64, 64, 10_240],
            text_tokens: 512,
        };
        match self {
            Self::Tiny => tiny,
            Self::TinyKontext => Sizes { family: Family::Kontext, ..tiny },
            Self::TinyControl => Sizes { family: Family::Control, ..tiny },
            Self::Small => Sizes {
                family: Family::Control,
                layers: [2, 6],
                heads: [4, 64],
                axes: [16, 24, 24],
                guided: false,
                vae: ([24, 48, 96, 128], 8),
                vae_blocks: (1, false),
                clip: [1, 64, 2, 128],
                t5: [1, 128, 4, 32, 256],
                text_tokens: 32,
            },
            Self::Medium => Sizes {
                layers: [6, 12],
                heads: [12, 128],
                vae: ([32, 64, 128, 128], 32),
                clip: [4, 256, 4, 1024],
                t5: [4, 1024, 16, 64, 2816],
                text_tokens: 128,
                ..released
            },
            Self::Flux1Fill => released,
            Self::Flux1Kontext => Sizes { family: Family::Kontext, ..released },
        }
    }

    /// `foreshock.json`; none for the released folders, which have none either.
    fn card(self) -> Option<Value> {
        let (name, tiles) = match self {
            Self::Tiny => ("tiny", json!([256, 512])),
            Self::TinyKontext => ("tiny-kontext", json!([256, 512])),
            Self::TinyControl => ("tiny-control", json!([256, 512])),
            Self::Small => return Some(small_card(self.sizes().text_tokens)),
            Self::Medium => ("medium", json!([512])),
            Self::Flux1Fill | Self::Flux1Kontext => return None,
        };
        let guidance = Card::of(self.family()).default_guidance.min(30.0);
        Some(json!({
            "name": name, "tile_sizes": tiles, "max_side": 1024, "gsd_m": [0.2, 2.0], "languages": ["en"],
            "text_tokens": self.sizes().text_tokens, "default_steps": 4, "default_guidance": guidance,
            "licence": { "id": "Apache-2.0", "name": "Apache License 2.0 (random weights)", "non_commercial": false },
        }))
    }

    /// Its configuration files, for vocabularies of these sizes.
    #[must_use]
    pub fn configs(self, clip_tokens: usize, t5_tokens: usize) -> Configs {
        let sizes = self.sizes();
        let (pipeline, in_channels) = match sizes.family {
            Family::Fill => ("FluxFillPipeline", 384),
            Family::Kontext => ("FluxKontextPipeline", 64),
            Family::Control => ("FluxControlPipeline", 128),
        };
        let (
            [clip_layers, clip_width, clip_heads, clip_feed],
            [t5_layers, t5_width, t5_heads, t5_head, t5_feed],
        ) = (sizes.clip, sizes.t5);
        // Training measures those of a new autoencoder.
        let (scale, shift) = if self == Self::Small { (1.0, 0.0) } else { (0.3611, 0.1159) };
        let levels = |kind: &str| json!([kind, kind, kind, kind]);
        let mut files = vec![
            (
                "model_index.json",
                json!({
                    "_class_name": pipeline,
                    "scheduler": ["diffusers", "FlowMatchEulerDiscreteScheduler"],
                    "text_encoder": ["transformers", "CLIPTextModel"],
                    "text_encoder_2": ["transformers", "T5EncoderModel"],
                    "tokenizer": ["transformers", "CLIPTokenizer"],
                    "tokenizer_2": ["transformers", "T5TokenizerFast"],
                    "transformer": ["diffusers", "FluxTransformer2DModel"],
                    "vae": ["diffusers", "AutoencoderKL"],
                }),
            ),
            (
                "transformer/config.json",
                json!({
                    "_class_name": "FluxTransformer2DModel", "patch_size": 1, "in_channels": in_channels, "out_channels": 64,
                    "num_layers": sizes.layers[0], "num_single_layers": sizes.layers[1],
                    "num_attention_heads": sizes.heads[0], "attention_head_dim": sizes.heads[1],
                    "joint_attention_dim": t5_width, "pooled_projection_dim": clip_width,
                    "guidance_embeds": sizes.guided, "axes_dims_rope": sizes.axes,
                }),
            ),
            (
                "vae/config.json",
                json!({
                    "_class_name": "AutoencoderKL", "in_channels": 3, "out_channels": 3, "latent_channels": 16, "sample_size": 256,
                    "block_out_channels": sizes.vae.0, "layers_per_block": sizes.vae_blocks.0, "norm_num_groups": sizes.vae.1, "act_fn": "silu",
                    "down_block_types": levels("DownEncoderBlock2D"), "up_block_types": levels("UpDecoderBlock2D"),
                    "scaling_factor": scale, "shift_factor": shift, "use_quant_conv": false, "use_post_quant_conv": false,
                    "mid_block_add_attention": sizes.vae_blocks.1, "force_upcast": true,
                }),
            ),
            (
                "text_encoder/config.json",
                json!({
                    "architectures": ["CLIPTextModel"], "model_type": "clip_text_model", "hidden_size": clip_width,
                    "intermediate_size": clip_feed, "num_hidden_layers": clip_layers, "num_attention_heads": clip_heads,
                    "max_position_embeddings": 77, "vocab_size": clip_tokens, "hidden_act": "quick_gelu", "layer_norm_eps": 1e-5,
                    "projection_dim": clip_width, "bos_token_id": clip_tokens - 2, "eos_token_id": clip_tokens - 1,
                    "pad_token_id": clip_tokens - 1,
                }),
            ),
            (
                "text_encoder_2/config.json",
                json!({
                    "architectures": ["T5EncoderModel"], "model_type": "t5", "d_model": t5_width, "d_ff": t5_feed, "d_kv": t5_head,
                    "num_heads": t5_heads, "num_layers": t5_layers, "vocab_size": t5_tokens, "relative_attention_num_buckets": 32,
                    "relative_attention_max_distance": 128, "layer_norm_epsilon": 1e-6, "feed_forward_proj": "gated-gelu",
                    "is_encoder_decoder": false, "pad_token_id": 0, "eos_token_id": 1, "tie_word_embeddings": false,
                }),
            ),
            (
                "scheduler/scheduler_config.json",
                json!({
                    "_class_name": "FlowMatchEulerDiscreteScheduler", "num_train_timesteps": 1000, "shift": 3.0,
                    "use_dynamic_shifting": true, "base_shift": 0.5, "max_shift": 1.15, "base_image_seq_len": 256,
                    "max_image_seq_len": 4096,
                }),
            ),
            (
                "tokenizer/tokenizer_config.json",
                json!({
                    "tokenizer_class": "CLIPTokenizer", "model_max_length": 77, "bos_token": "<|startoftext|>",
                    "eos_token": "<|endoftext|>", "pad_token": "<|endoftext|>", "unk_token": "<|endoftext|>", "do_lower_case": true,
                }),
            ),
            (
                "tokenizer_2/tokenizer_config.json",
                json!({
                    "tokenizer_class": "T5TokenizerFast", "model_max_length": sizes.text_tokens, "eos_token": "</s>",
                    "pad_token": "<pad>", "unk_token": "<unk>", "extra_ids": 0,
                }),
            ),
        ];
        files.extend(self.card().map(|card| ("foreshock.json", card)));
        Configs(files)
    }
}

/// `foreshock.json` of foreshock-small.
fn small_card(text_tokens: i64) -> Value {
    json!({
        "name": "foreshock-small", "tile_sizes": [256], "max_side": 1024, "gsd_m": [0.15, 1.0], "languages": ["en"],
        "text_tokens": text_tokens, "default_steps": 8, "default_guidance": 1.0,
        "licence": { "id": "Apache-2.0", "name": "Apache License 2.0", "non_commercial": false },
    })
}
