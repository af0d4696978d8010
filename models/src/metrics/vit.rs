//! ViT (transformers, `ViTModel`), as which DINO's first version is published: the class token after the last normalisation.

use std::path::Path;

use serde::Deserialize;
use tch::{Device, Tensor};

use super::block::{Activation, Block, Mlp, Patches, vit_attention};
use super::encoder::{ImageEncoder, MetricError, NetInfo};
use super::folder::{Family, Folder};
use super::preprocess::{IMAGENET_MEAN, IMAGENET_STD, Preprocess};
use super::resample::Filter;
use super::run;
use crate::edit::Rgb8;
use crate::nn::{LayerNorm, Linear};
use crate::weights::{Maps, Weights};

/// Tensors of a head that the features do not pass.
const POOLER: [&str; 2] = ["pooler.dense.weight", "pooler.dense.bias"];

/// `config.json`; what is left out is as in transformers 4.57.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
struct Config {
    hidden_size: i64,
    num_hidden_layers: i64,
    num_attention_heads: i64,
    intermediate_size: i64,
    hidden_act: Activation,
    layer_norm_eps: f64,
    image_size: i64,
    patch_size: i64,
    num_channels: i64,
    qkv_bias: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            hidden_size: 768,
            num_hidden_layers: 12,
            num_attention_heads: 12,
            intermediate_size: 3072,
            hidden_act: Activation::Gelu,
            layer_norm_eps: 1e-12,
            image_size: 224,
            patch_size: 16,
            num_channels: 3,
            qkv_bias: true,
        }
    }
}

/// The encoder.
pub struct Dino(ClassToken);

impl Dino {
    /// Opens a folder.
    ///
    /// # Errors
    /// When files are missing or do not fit.
    pub fn open(path: &Path, device: Device) -> Result<Self, MetricError> {
        Self::load(&Folder::of(path, Family::Vit)?, device)
    }

    pub(super) fn load(folder: &Folder, device: Device) -> Result<Self, MetricError> {
        let config: Config = folder.config(None)?;
        let (width, eps) = (config.hidden_size, config.layer_norm_eps);
        folder.check(
            &[
                ("num_hidden_layers", config.num_hidden_layers),
                ("intermediate_size", config.intermediate_size),
                ("patch_size", config.patch_size),
                ("image_size / patch_size", config.image_size / config.patch_size.max(1)),
            ],
            width,
            config.num_attention_heads,
        )?;
        let preprocess = match Preprocess::read(&folder.path)? {
            Some(read) => read,
            // MagicBrush's script: 256 px, of which 224.
            None => {
                let side = config.image_size.unsigned_abs() as usize;
                Preprocess::short_side(side * 256 / 224, side, Filter::Bicubic, IMAGENET_MEAN, IMAGENET_STD)
                    .map_err(|message| folder.refuse(message))?
            }
        };
        folder.fits(&preprocess, config.image_size, config.num_channels)?;
        let file = folder.weights(device)?;
        POOLER.iter().for_each(|name| file.ignore(name));
        let root = file.root();
        let layers = (0..config.num_hidden_layers)
            .map(|index| {
                let scope = root.sub(format!("encoder.layer.{index}"));
                let (qkv, out) = vit_attention(&scope, width, config.qkv_bias);
                Block {
                    norm1: LayerNorm::new(&scope.sub("layernorm_before"), width, eps),
                    qkv,
                    out,
                    norm2: LayerNorm::new(&scope.sub("layernorm_after"), width, eps),
                    mlp: Mlp::Plain {
                        first: Linear::new(&scope.sub("intermediate.dense"), width, config.intermediate_size),
                        second: Linear::new(&scope.sub("output.dense"), config.intermediate_size, width),
                        activation: config.hidden_act,
                    },
                    scales: None,
                    heads: config.num_attention_heads,
                }
            })
            .collect();
        let sizes = [config.image_size, config.patch_size, width];
        Ok(Self(ClassToken::new(folder, file, layers, sizes, eps, preprocess, device)?))
    }
}

impl ImageEncoder for Dino {
    fn embed(&self, images: &[Rgb8]) -> Result<Tensor, MetricError> {
        self.0.embed(images)
    }

    fn describe(&self) -> &NetInfo {
        &self.0.info
    }
}

/// A transformer over patches whose class token, after the last normalisation, is the feature: what ViT and DINOv2 share.
pub(super) struct ClassToken {
    patches: Patches,
    layers: Vec<Block>,
    norm: LayerNorm,
    preprocess: Preprocess,
    pub(super) info: NetInfo,
    device: Device,
    _maps: Maps,
}

impl ClassToken {
    /// Takes what lies around the layers from the folder's weights; `sizes`: image, patch, width.
    pub(super) fn new(
        folder: &Folder,
        file: Weights<'_>,
        layers: Vec<Block>,
        [image, patch, width]: [i64; 3],
        eps: f64,
        preprocess: Preprocess,
        device: Device,
    ) -> Result<Self, MetricError> {
        let root = file.root();
        let patches = Patches::new(&root.sub("embeddings"), image, patch, width);
        let norm = LayerNorm::new(&root.sub("layernorm"), width, eps);
        let info = folder.info(preprocess.describe())?;
        Ok(Self { patches, layers, norm, preprocess, info, device, _maps: file.finish()? })
    }

    pub(super) fn embed(&self, images: &[Rgb8]) -> Result<Tensor, MetricError> {
        run::images(&self.info, &self.preprocess, self.device, images, |pixels| {
            let hidden = self.layers.iter().fold(self.patches.forward(pixels), |x, layer| layer.forward(&x));
            Ok(self.norm.forward(&hidden.select(1, 0)))
        })
    }
}
