//! CLIP (transformers, `CLIPModel`): a tower for images and one for texts that meet in one space.

use std::path::Path;

use serde::Deserialize;
use tch::{Device, Tensor};

use super::block::{Activation, Block, Mlp};
use super::encoder::{ImageEncoder, MetricError, NetInfo, TextEncoder};
use super::folder::{Family, Folder};
use super::preprocess::{CLIP_MEAN, CLIP_STD, Preprocess};
use super::resample::Filter;
use super::run;
use super::words::Words;
use crate::config::ClipConfig;
use crate::edit::Rgb8;
use crate::nn::{LayerNorm, Linear};
use crate::text::clip::ClipText;
use crate::weights::{Maps, Scope};

/// Stored beside the weights: buffers that count places, and the temperature of training.
const NOT_USED: [&str; 3] =
    ["vision_model.embeddings.position_ids", "text_model.embeddings.position_ids", "logit_scale"];

/// `vision_config`; what is left out is as in transformers 4.57.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
struct VisionConfig {
    hidden_size: i64,
    intermediate_size: i64,
    num_hidden_layers: i64,
    num_attention_heads: i64,
    num_channels: i64,
    image_size: i64,
    patch_size: i64,
    hidden_act: Activation,
    layer_norm_eps: f64,
}

impl Default for VisionConfig {
    fn default() -> Self {
        Self {
            hidden_size: 768,
            intermediate_size: 3072,
            num_hidden_layers: 12,
            num_attention_heads: 12,
            num_channels: 3,
            image_size: 224,
            patch_size: 32,
            hidden_act: Activation::QuickGelu,
            layer_norm_eps: 1e-5,
        }
    }
}

/// `text_config`; likewise.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
struct TextConfig {
    vocab_size: i64,
    hidden_size: i64,
    intermediate_size: i64,
    num_hidden_layers: i64,
    num_attention_heads: i64,
    max_position_embeddings: i64,
    hidden_act: Activation,
    layer_norm_eps: f64,
}

impl Default for TextConfig {
    fn default() -> Self {
        Self {
            vocab_size: 49_408,
            hidden_size: 512,
            intermediate_size: 2048,
            num_hidden_layers: 12,
            num_attention_heads: 8,
            max_position_embeddings: 77,
            hidden_act: Activation::QuickGelu,
            layer_norm_eps: 1e-5,
        }
    }
}

impl TextConfig {
    fn network(&self) -> ClipConfig {
        ClipConfig {
            hidden_size: self.hidden_size,
            intermediate_size: self.intermediate_size,
            num_hidden_layers: self.num_hidden_layers,
            num_attention_heads: self.num_attention_heads,
            max_position_embeddings: self.max_position_embeddings,
            vocab_size: self.vocab_size,
            layer_norm_eps: self.layer_norm_eps,
            hidden_act: self.hidden_act.into(),
        }
    }
}

/// What both towers share.
#[derive(Debug, Deserialize)]
struct Shared {
    #[serde(default = "projection_dim")]
    projection_dim: i64,
}

fn projection_dim() -> i64 {
    512
}

struct Vision {
    class: Tensor,
    patches: Tensor,
    patch: i64,
    places: Tensor,
    norm_before: LayerNorm,
    layers: Vec<Block>,
    norm_after: LayerNorm,
    projection: Linear,
}

impl Vision {
    fn new(root: &Scope<'_>, config: &VisionConfig, projected: i64) -> Self {
        let scope = root.sub("vision_model");
        let (width, eps, patch) = (config.hidden_size, config.layer_norm_eps, config.patch_size);
        let side = config.image_size / patch;
        let embeddings = scope.sub("embeddings");
        let norm = |name: &str| LayerNorm::new(&scope.sub(name), width, eps);
        let layers = (0..config.num_hidden_layers)
            .map(|index| {
                let layer = scope.sub(format!("encoder.layers.{index}"));
                let square = |name: &str| Linear::new(&layer.sub("self_attn").sub(name), width, width);
                Block {
                    norm1: LayerNorm::new(&layer.sub("layer_norm1"), width, eps),
                    qkv: ["q_proj", "k_proj", "v_proj"].map(square),
                    out: square("out_proj"),
                    norm2: LayerNorm::new(&layer.sub("layer_norm2"), width, eps),
                    mlp: Mlp::Plain {
                        first: Linear::new(&layer.sub("mlp.fc1"), width, config.intermediate_size),
                        second: Linear::new(&layer.sub("mlp.fc2"), config.intermediate_size, width),
                        activation: config.hidden_act,
                    },
                    scales: None,
                    heads: config.num_attention_heads,
                }
            })
            .collect();
        Self {
            class: embeddings.get("class_embedding", &[width]),
            patches: embeddings.get("patch_embedding.weight", &[width, 3, patch, patch]),
            patch,
            places: embeddings.get("position_embedding.weight", &[side * side + 1, width]),
            norm_before: norm("pre_layrnorm"), // as the released files spell it
            layers,
            norm_after: norm("post_layernorm"),
            projection: Linear::without_bias(&root.sub("visual_projection"), width, projected),
        }
    }

    /// `[B, 3, H, W]` → `[B, projection_dim]`.
    fn forward(&self, pixels: &Tensor) -> Tensor {
        let stride = [self.patch, self.patch];
        let grid = pixels.conv2d(&self.patches, None::<&Tensor>, stride, [0, 0], [1, 1], 1);
        let patches = grid.flatten(2, -1).transpose(1, 2);
        let (batch, _, width) = patches.size3().unwrap_or((0, 0, 0));
        let class = self.class.expand([batch, 1, width], false);
        let hidden = self.norm_before.forward(&(Tensor::cat(&[class, patches], 1) + &self.places));
        let hidden = self.layers.iter().fold(hidden, |x, layer| layer.forward(&x));
        self.projection.forward(&self.norm_after.forward(&hidden.select(1, 0)))
    }
}

/// Both towers.
pub struct Clip {
    vision: Vision,
    text: ClipText,
    text_projection: Linear,
    words: Words,
    preprocess: Preprocess,
    info: [NetInfo; 2],
    device: Device,
    _maps: Maps,
}

impl Clip {
    /// Opens a folder.
    ///
    /// # Errors
    /// When files are missing or do not fit.
    pub fn open(path: &Path, device: Device) -> Result<Self, MetricError> {
        Self::load(&Folder::of(path, Family::Clip)?, device)
    }

    pub(super) fn load(folder: &Folder, device: Device) -> Result<Self, MetricError> {
        let vision: VisionConfig = folder.config(Some("vision_config"))?;
        let text: TextConfig = folder.config(Some("text_config"))?;
        let projected = folder.config::<Shared>(None)?.projection_dim;
        folder.check(
            &[
                ("projection_dim", projected),
                ("vision_config: num_hidden_layers", vision.num_hidden_layers),
                ("vision_config: intermediate_size", vision.intermediate_size),
                ("vision_config: patch_size", vision.patch_size),
                ("vision_config: image_size / patch_size", vision.image_size / vision.patch_size.max(1)),
            ],
            vision.hidden_size,
            vision.num_attention_heads,
        )?;
        folder.check(
            &[
                ("text_config: num_hidden_layers", text.num_hidden_layers),
                ("text_config: intermediate_size", text.intermediate_size),
                ("text_config: vocab_size", text.vocab_size),
            ],
            text.hidden_size,
            text.num_attention_heads,
        )?;
        let preprocess = match Preprocess::read(&folder.path)? {
            Some(read) => read,
            None => {
                let side = vision.image_size.unsigned_abs() as usize;
                Preprocess::short_side(side, side, Filter::Bicubic, CLIP_MEAN, CLIP_STD)
                    .map_err(|message| folder.refuse(message))?
            }
        };
        folder.fits(&preprocess, vision.image_size, vision.num_channels)?;
        let words = Words::open(&folder.path, text.max_position_embeddings, None, Some(text.vocab_size))?;
        let file = folder.weights(device)?;
        NOT_USED.iter().for_each(|name| file.ignore(name));
        let root = file.root();
        let tower = Vision::new(&root, &vision, projected);
        let text_tower = ClipText::new(&root, &text.network());
        let text_projection = Linear::without_bias(&root.sub("text_projection"), text.hidden_size, projected);
        let images = folder.info(preprocess.describe())?;
        let texts = NetInfo { preprocessing: words.describe(), ..images.clone() };
        Ok(Self {
            vision: tower,
            text: text_tower,
            text_projection,
            words,
            preprocess,
            info: [images, texts],
            device,
            _maps: file.finish()?,
        })
    }
}

impl ImageEncoder for Clip {
    fn embed(&self, images: &[Rgb8]) -> Result<Tensor, MetricError> {
        run::images(&self.info[0], &self.preprocess, self.device, images, |pixels| {
            Ok(self.vision.forward(pixels))
        })
    }

    fn describe(&self) -> &NetInfo {
        &self.info[0]
    }
}

impl TextEncoder for Clip {
    fn embed_text(&self, texts: &[&str]) -> Result<(Tensor, Vec<bool>), MetricError> {
        let ids = self.words.read(texts)?;
        let features = run::texts(&self.info[1], &ids, |text| {
            Ok(self.text_projection.forward(&self.text.forward(&text.ids, text.end)))
        })?;
        Ok((features, ids.iter().map(|text| text.cut).collect()))
    }

    fn describe(&self) -> &NetInfo {
        &self.info[1]
    }
}
