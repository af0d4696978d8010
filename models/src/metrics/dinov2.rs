//! DINOv2 (transformers, `Dinov2Model`): the class token after the last normalisation.

use std::path::Path;

use serde::Deserialize;
use tch::{Device, Tensor};

use super::block::{Activation, Block, Mlp, vit_attention};
use super::encoder::{ImageEncoder, MetricError, NetInfo};
use super::folder::{Family, Folder};
use super::preprocess::{IMAGENET_MEAN, IMAGENET_STD, Preprocess};
use super::resample::Filter;
use super::vit::ClassToken;
use crate::edit::Rgb8;
use crate::nn::{LayerNorm, Linear};

/// Stands in for hidden patches in training.
const MASK: &str = "embeddings.mask_token";

/// `config.json`; what is left out is as in transformers 4.57.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
struct Config {
    hidden_size: i64,
    num_hidden_layers: i64,
    num_attention_heads: i64,
    mlp_ratio: f64,
    hidden_act: Activation,
    layer_norm_eps: f64,
    image_size: i64,
    patch_size: i64,
    num_channels: i64,
    qkv_bias: bool,
    use_swiglu_ffn: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            hidden_size: 768,
            num_hidden_layers: 12,
            num_attention_heads: 12,
            mlp_ratio: 4.0,
            hidden_act: Activation::Gelu,
            layer_norm_eps: 1e-6,
            image_size: 224,
            patch_size: 14,
            num_channels: 3,
            qkv_bias: true,
            use_swiglu_ffn: false,
        }
    }
}

impl Config {
    /// Channels between the two layers of the feed-forward network; a gated one has two thirds of them, rounded up to eights.
    fn inner(&self) -> i64 {
        let plain = (self.hidden_size as f64 * self.mlp_ratio) as i64;
        if self.use_swiglu_ffn { ((plain as f64 * 2.0 / 3.0) as i64 + 7) / 8 * 8 } else { plain }
    }
}

/// The encoder.
pub struct Dinov2(ClassToken);

impl Dinov2 {
    /// Opens a folder.
    ///
    /// # Errors
    /// When files are missing or do not fit.
    pub fn open(path: &Path, device: Device) -> Result<Self, MetricError> {
        Self::load(&Folder::of(path, Family::Dinov2)?, device)
    }

    pub(super) fn load(folder: &Folder, device: Device) -> Result<Self, MetricError> {
        let config: Config = folder.config(None)?;
        let (width, eps, inner) = (config.hidden_size, config.layer_norm_eps, config.inner());
        folder.check(
            &[
                ("num_hidden_layers", config.num_hidden_layers),
                ("hidden_size · mlp_ratio", inner),
                ("patch_size", config.patch_size),
                ("image_size / patch_size", config.image_size / config.patch_size.max(1)),
            ],
            width,
            config.num_attention_heads,
        )?;
        let preprocess = match Preprocess::read(&folder.path)? {
            Some(read) => read,
            None => Preprocess::short_side(256, 224, Filter::Bicubic, IMAGENET_MEAN, IMAGENET_STD)
                .map_err(|message| folder.refuse(message))?,
        };
        // It was trained at several sizes and takes any that holds a patch.
        folder.holds(&preprocess, config.patch_size, config.num_channels)?;
        let file = folder.weights(device)?;
        file.ignore(MASK);
        let root = file.root();
        let layers = (0..config.num_hidden_layers)
            .map(|index| {
                let scope = root.sub(format!("encoder.layer.{index}"));
                let (qkv, out) = vit_attention(&scope, width, config.qkv_bias);
                let mlp = scope.sub("mlp");
                Block {
                    norm1: LayerNorm::new(&scope.sub("norm1"), width, eps),
                    qkv,
                    out,
                    norm2: LayerNorm::new(&scope.sub("norm2"), width, eps),
                    mlp: if config.use_swiglu_ffn {
                        Mlp::Gated {
                            first: Linear::new(&mlp.sub("weights_in"), width, 2 * inner),
                            second: Linear::new(&mlp.sub("weights_out"), inner, width),
                        }
                    } else {
                        Mlp::Plain {
                            first: Linear::new(&mlp.sub("fc1"), width, inner),
                            second: Linear::new(&mlp.sub("fc2"), inner, width),
                            activation: config.hidden_act,
                        }
                    },
                    scales: Some(
                        ["layer_scale1", "layer_scale2"].map(|name| scope.sub(name).get("lambda1", &[width])),
                    ),
                    heads: config.num_attention_heads,
                }
            })
            .collect();
        let sizes = [config.image_size, config.patch_size, width];
        Ok(Self(ClassToken::new(folder, file, layers, sizes, eps, preprocess, device)?))
    }
}

impl ImageEncoder for Dinov2 {
    fn embed(&self, images: &[Rgb8]) -> Result<Tensor, MetricError> {
        self.0.embed(images)
    }

    fn describe(&self) -> &NetInfo {
        &self.0.info
    }
}
