//! DINO (transformers, `ViTModel`) and DINOv2 (`Dinov2Model`): the class token after the last norm.

use std::path::Path;

use serde_json::Value;
use tch::{Device, Kind, Tensor};

use super::MetricError;
use super::encoder::{ImageEncoder, NetInfo, file_digest, unit};
use super::preprocess::Preprocessing;
use super::vision::{Layers, Names, TowerConfig, patches, with_class};
use crate::edit::Rgb8;
use crate::nn::LayerNorm;
use crate::weights::{Maps, Weights};

/// Images in one pass.
const BATCH: usize = 16;

const VIT: Names = Names {
    norm1: "layernorm_before",
    q: "attention.attention.query",
    k: "attention.attention.key",
    v: "attention.attention.value",
    out: "attention.output.dense",
    norm2: "layernorm_after",
    up: "intermediate.dense",
    down: "output.dense",
    scaled: false,
};

const DINOV2: Names =
    Names { norm1: "norm1", norm2: "norm2", up: "mlp.fc1", down: "mlp.fc2", scaled: true, ..VIT };

/// The network.
pub struct Vit {
    info: NetInfo,
    preprocessing: Preprocessing,
    patch: Tensor,
    patch_bias: Tensor,
    patch_side: i64,
    class: Tensor,
    positions: Tensor,
    layers: Layers,
    norm: LayerNorm,
    device: Device,
    _maps: Maps,
}

impl Vit {
    /// Loads a folder with `config.json` and `model.safetensors`.
    ///
    /// # Errors
    /// When files are missing or do not fit.
    pub fn open(folder: &Path, device: Device) -> Result<Self, MetricError> {
        let _no_grad = tch::no_grad_guard();
        let path = folder.join("config.json");
        let kind: Value = crate::config::read(&path)?;
        let config: TowerConfig = crate::config::read(&path)?;
        let second = kind["model_type"] == "dinov2";
        let weights = Weights::open(folder, "model", device, Kind::Float)?;
        // Heads and tokens of training that no feature needs.
        for name in ["pooler.dense.weight", "pooler.dense.bias", "embeddings.mask_token"] {
            weights.ignore(name);
        }
        let root = weights.root();
        let (width, side) = (config.hidden_size, config.patch_size);
        let embeddings = root.sub("embeddings");
        let projection = embeddings.sub("patch_embeddings.projection");
        let tokens = (config.image_size / side) * (config.image_size / side) + 1;
        let preprocessing = Preprocessing::read(folder, Preprocessing::dino())?;
        let names = if second { &DINOV2 } else { &VIT };
        let net = Self {
            info: NetInfo {
                name: format!(
                    "{} ViT {width}/{side}, {} layers",
                    if second { "dinov2" } else { "dino" },
                    config.num_hidden_layers
                ),
                digest: file_digest(&folder.join("model.safetensors"))?,
                preprocessing: preprocessing.describe(),
            },
            patch: projection.get("weight", &[width, 3, side, side]),
            patch_bias: projection.get("bias", &[width]),
            patch_side: side,
            class: embeddings.get("cls_token", &[1, 1, width]),
            positions: embeddings.get("position_embeddings", &[1, tokens, width]),
            layers: Layers::new(|number| root.sub(format!("encoder.layer.{number}")), &config, names),
            norm: LayerNorm::new(&root.sub("layernorm"), width, config.layer_norm_eps),
            device,
            preprocessing,
            _maps: Maps::default(),
        };
        Ok(Self { _maps: weights.finish()?, ..net })
    }

    /// Positions of a square of `side` patches, resampled where the network was trained on another.
    fn positions(&self, side: i64) -> Tensor {
        let known = self.positions.size()[1] - 1;
        if known == side * side {
            return self.positions.shallow_clone();
        }
        let (was, width) = ((known as f64).sqrt().round() as i64, self.positions.size()[2]);
        let grid = self.positions.narrow(1, 1, known).view([1, was, was, width]).permute([0, 3, 1, 2]);
        let grid = grid.contiguous().upsample_bicubic2d([side, side], false, None, None);
        let patches = grid.permute([0, 2, 3, 1]).reshape([1, side * side, width]);
        Tensor::cat(&[self.positions.narrow(1, 0, 1), patches], 1)
    }
}

impl ImageEncoder for Vit {
    fn embed(&self, images: &[Rgb8]) -> Result<Tensor, MetricError> {
        let _no_grad = tch::no_grad_guard();
        let parts: Vec<Tensor> = images
            .chunks(BATCH)
            .map(|images| {
                let pixels = self.preprocessing.batch(images, self.device);
                let patches = patches(&pixels, &self.patch, Some(&self.patch_bias), self.patch_side);
                let side = pixels.size()[2] / self.patch_side;
                let tokens = with_class(&self.class, &patches) + self.positions(side);
                unit(&self.norm.forward(&self.layers.forward(&tokens)).select(1, 0))
            })
            .collect();
        Ok(Tensor::cat(&parts, 0))
    }

    fn describe(&self) -> &NetInfo {
        &self.info
    }
}
