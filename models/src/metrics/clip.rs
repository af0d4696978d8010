//! CLIP (transformers, `CLIPModel`): images and texts to features of one space.

use std::path::Path;

use serde::Deserialize;
use tch::{Device, Kind, Tensor};

use super::MetricError;
use super::encoder::{ImageEncoder, NetInfo, TextEncoder, file_digest, unit};
use super::preprocess::Preprocessing;
use super::vision::{Layers, Names, TowerConfig, patches, with_class};
use crate::config::ClipConfig;
use crate::edit::{EditError, Rgb8};
use crate::nn::LayerNorm;
use crate::text::clip::ClipText;
use crate::text::tokenizer::ClipTokenizer;
use crate::weights::{Maps, Weights};

/// Images in one pass.
const BATCH: usize = 16;

const NAMES: Names = Names {
    norm1: "layer_norm1",
    q: "self_attn.q_proj",
    k: "self_attn.k_proj",
    v: "self_attn.v_proj",
    out: "self_attn.out_proj",
    norm2: "layer_norm2",
    up: "mlp.fc1",
    down: "mlp.fc2",
    scaled: false,
};

#[derive(Deserialize)]
struct Config {
    vision_config: VisionConfig,
    text_config: TextConfig,
    projection_dim: i64,
}

/// Only what differs from CLIP ViT-B/32 stands in the released files.
#[derive(Deserialize)]
#[serde(default)]
struct VisionConfig {
    hidden_size: i64,
    intermediate_size: i64,
    num_hidden_layers: i64,
    num_attention_heads: i64,
    image_size: i64,
    patch_size: i64,
    layer_norm_eps: f64,
    hidden_act: super::vision::Activation,
}

impl Default for VisionConfig {
    fn default() -> Self {
        Self {
            hidden_size: 768,
            intermediate_size: 3072,
            num_hidden_layers: 12,
            num_attention_heads: 12,
            image_size: 224,
            patch_size: 32,
            layer_norm_eps: 1e-5,
            hidden_act: super::vision::Activation::QuickGelu,
        }
    }
}

#[derive(Deserialize)]
#[serde(default)]
struct TextConfig {
    hidden_size: i64,
    intermediate_size: i64,
    num_hidden_layers: i64,
    num_attention_heads: i64,
    max_position_embeddings: i64,
    vocab_size: i64,
    layer_norm_eps: f64,
    hidden_act: crate::config::ClipActivation,
}

impl Default for TextConfig {
    fn default() -> Self {
        Self {
            hidden_size: 512,
            intermediate_size: 2048,
            num_hidden_layers: 12,
            num_attention_heads: 8,
            max_position_embeddings: 77,
            vocab_size: 49_408,
            layer_norm_eps: 1e-5,
            hidden_act: crate::config::ClipActivation::QuickGelu,
        }
    }
}

/// Both towers.
pub struct Clip {
    info: NetInfo,
    preprocessing: Preprocessing,
    patch: Tensor,
    patch_side: i64,
    class: Tensor,
    positions: Tensor,
    norm_in: LayerNorm,
    layers: Layers,
    norm_out: LayerNorm,
    image_projection: Tensor,
    text: ClipText,
    text_projection: Tensor,
    tokenizer: ClipTokenizer,
    device: Device,
    _maps: Maps,
}

impl Clip {
    /// Loads a folder with `config.json`, `model.safetensors`, `vocab.json`, `merges.txt`.
    ///
    /// # Errors
    /// When files are missing or do not fit.
    pub fn open(folder: &Path, device: Device) -> Result<Self, MetricError> {
        let _no_grad = tch::no_grad_guard();
        let Config { vision_config: vision, text_config: text, projection_dim } =
            crate::config::read(&folder.join("config.json"))?;
        let config = TowerConfig {
            hidden_size: vision.hidden_size,
            num_hidden_layers: vision.num_hidden_layers,
            num_attention_heads: vision.num_attention_heads,
            image_size: vision.image_size,
            patch_size: vision.patch_size,
            intermediate_size: Some(vision.intermediate_size),
            layer_norm_eps: vision.layer_norm_eps,
            hidden_act: vision.hidden_act,
            mlp_ratio: None,
            use_swiglu_ffn: false,
        };
        let text = ClipConfig {
            hidden_size: text.hidden_size,
            intermediate_size: text.intermediate_size,
            num_hidden_layers: text.num_hidden_layers,
            num_attention_heads: text.num_attention_heads,
            max_position_embeddings: text.max_position_embeddings,
            vocab_size: text.vocab_size,
            layer_norm_eps: text.layer_norm_eps,
            hidden_act: text.hidden_act,
        };
        let weights = Weights::open(folder, "model", device, Kind::Float)?;
        // Stored by older exporters, and the temperature of training.
        for name in
            ["logit_scale", "text_model.embeddings.position_ids", "vision_model.embeddings.position_ids"]
        {
            weights.ignore(name);
        }
        let root = weights.root();
        let (tower, width, side) = (root.sub("vision_model"), config.hidden_size, config.patch_size);
        let embeddings = tower.sub("embeddings");
        let tokens = (config.image_size / side) * (config.image_size / side) + 1;
        let preprocessing = Preprocessing::read(folder, Preprocessing::clip())?;
        let projection = |name: &str, input: i64| root.sub(name).get("weight", &[projection_dim, input]);
        let net = Self {
            info: NetInfo {
                name: format!("clip ViT {width}/{side}, {} layers", config.num_hidden_layers),
                digest: file_digest(&folder.join("model.safetensors"))?,
                preprocessing: preprocessing.describe(),
            },
            patch: embeddings.sub("patch_embedding").get("weight", &[width, 3, side, side]),
            patch_side: side,
            class: embeddings.get("class_embedding", &[width]),
            positions: embeddings.sub("position_embedding").get("weight", &[tokens, width]),
            norm_in: LayerNorm::new(&tower.sub("pre_layrnorm"), width, config.layer_norm_eps),
            layers: Layers::new(|number| tower.sub(format!("encoder.layers.{number}")), &config, &NAMES),
            norm_out: LayerNorm::new(&tower.sub("post_layernorm"), width, config.layer_norm_eps),
            image_projection: projection("visual_projection", width),
            text: ClipText::new(&root, &text),
            text_projection: projection("text_projection", text.hidden_size),
            tokenizer: ClipTokenizer::open(
                folder,
                usize::try_from(text.max_position_embeddings).unwrap_or(77),
            )?,
            device,
            preprocessing,
            _maps: Maps::default(),
        };
        Ok(Self { _maps: weights.finish()?, ..net })
    }
}

impl ImageEncoder for Clip {
    fn embed(&self, images: &[Rgb8]) -> Result<Tensor, MetricError> {
        let _no_grad = tch::no_grad_guard();
        let parts: Vec<Tensor> = images
            .chunks(BATCH)
            .map(|images| {
                let pixels = self.preprocessing.batch(images, self.device);
                let tokens = with_class(&self.class, &patches(&pixels, &self.patch, None, self.patch_side));
                let hidden = self.layers.forward(&self.norm_in.forward(&(tokens + &self.positions)));
                let class = self.norm_out.forward(&hidden.select(1, 0));
                unit(&class.linear::<&Tensor>(&self.image_projection, None))
            })
            .collect();
        Ok(Tensor::cat(&parts, 0))
    }

    fn describe(&self) -> &NetInfo {
        &self.info
    }
}

impl TextEncoder for Clip {
    fn embed_text(&self, texts: &[&str]) -> Result<(Tensor, Vec<bool>), MetricError> {
        let _no_grad = tch::no_grad_guard();
        let (mut features, mut cut) = (Vec::new(), Vec::new());
        for text in texts {
            let (ids, end, shortened) =
                self.tokenizer.ids(text).map_err(|error| EditError::Torch(error.to_string()))?;
            let pooled = self.text.forward(&ids, end);
            features.push(unit(&pooled.linear::<&Tensor>(&self.text_projection, None)));
            cut.push(shortened);
        }
        Ok((Tensor::cat(&features, 0), cut))
    }

    fn describe(&self) -> &NetInfo {
        &self.info
    }
}
