//! What a model folder holds: the diffusers layout, or the original single files (`flux1-*.safetensors`, `ae.safetensors`) beside the text
//! encoders of that layout.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tch::{Device, Kind};

use super::original;
use crate::config::{self, Card, ClipConfig, T5Config, TransformerConfig, VaeConfig};
use crate::edit::LoadError;
use crate::schedule::ScheduleConfig;
use crate::weights::{WeightError, Weights, header};

/// Stored by older exporters of CLIP; positions are counted, not read.
pub(crate) const CLIP_POSITIONS: &str = "text_model.embeddings.position_ids";
/// Tied to `shared.weight`.
pub(crate) const T5_TIED: &str = "encoder.embed_tokens.weight";

/// How the source reaches the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// FLUX.1-Fill: masked-image latents and mask are channels of every token; the source is the left half of a diptych.
    Fill,
    /// FLUX.1-Kontext: the source's clean latents are tokens of their own, after those that are denoised.
    Kontext,
    /// FLUX.1-Canny and -Depth: the source's clean latents are channels of every token.
    Control,
}

impl Family {
    /// Its name in `Capabilities` and provenance.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fill => "flux1-fill",
            Self::Kontext => "flux1-kontext",
            Self::Control => "flux1-control",
        }
    }

    /// By the pipeline that `model_index.json` names, else by the channels of a token.
    fn of(class: Option<&str>, in_channels: i64) -> Result<Self, String> {
        match (class, in_channels) {
            (Some("FluxFillPipeline" | "VisualClozeGenerationPipeline" | "VisualClozePipeline"), _) => {
                Ok(Self::Fill)
            }
            (Some("FluxKontextPipeline"), _) => Ok(Self::Kontext),
            (Some("FluxControlPipeline"), _) => Ok(Self::Control),
            (Some(other), _) if other != "FluxPipeline" => Err(format!(
                "pipeline {other} is not one that edits here (FluxFillPipeline, FluxKontextPipeline, FluxControlPipeline)"
            )),
            (_, 384) => Ok(Self::Fill),
            (_, 64) => Ok(Self::Kontext),
            (_, 128) => Ok(Self::Control),
            (_, other) => Err(format!(
                "in_channels {other} are those of none: FLUX.1-Fill has 384, -Kontext 64, -Canny and -Depth 128"
            )),
        }
    }
}

/// Where the tensors of a component lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// A folder in the diffusers layout.
    Folder(PathBuf),
    /// An original single file.
    Original(PathBuf),
}

/// A model folder by its configuration; no tensor is read.
#[derive(Debug, Clone)]
pub struct ModelFolder {
    /// The folder.
    pub dir: PathBuf,
    /// The family.
    pub family: Family,
    /// `foreshock.json`, or the defaults of the family.
    pub card: Card,
    /// The transformer.
    pub transformer: TransformerConfig,
    /// Where it lies.
    pub transformer_at: Stored,
    /// The autoencoder.
    pub vae: VaeConfig,
    /// Where it lies.
    pub vae_at: Stored,
    /// CLIP and T5, when they are there.
    pub text: Option<(ClipConfig, T5Config)>,
    /// The schedule.
    pub schedule: ScheduleConfig,
}

impl ModelFolder {
    /// Reads and checks the configuration; the text encoders' only when asked for and there.
    ///
    /// # Errors
    /// When a file is missing or the parts do not fit each other.
    pub fn read(dir: &Path, with_text: bool) -> Result<Self, LoadError> {
        if dir.is_file() {
            return Err(LoadError::Config {
                path: dir.to_owned(),
                message: "this is a file; a model is a folder that holds it beside the text encoders (foreshock-lab inspect reads single files)".to_owned(),
            });
        }
        let index: Option<Value> = match dir.join("model_index.json") {
            path if path.is_file() => Some(config::read(&path)?),
            _ => None,
        };
        let class = index.as_ref().and_then(|index| index.get("_class_name")).and_then(Value::as_str);
        let (transformer, transformer_at) = transformer_of(dir)?;
        let (vae, vae_at) = vae_of(dir)?;
        let refuse = |file: &str, message: String| LoadError::Config { path: dir.join(file), message };
        let family = Family::of(class, transformer.in_channels)
            .map_err(|message| refuse("transformer/config.json", message))?;
        let text = match with_text && dir.join("text_encoder/config.json").is_file() {
            true => Some((
                config::read(&dir.join("text_encoder/config.json"))?,
                config::read(&dir.join("text_encoder_2/config.json"))?,
            )),
            false => None,
        };
        let schedule = match dir.join("scheduler/scheduler_config.json") {
            path if path.is_file() => config::read(&path)?,
            // The schedule of the released models.
            _ => ScheduleConfig::default(),
        };
        let card = match dir.join("foreshock.json") {
            path if path.is_file() => config::read(&path)?,
            _ => Card::of(family),
        };
        let folder = Self {
            dir: dir.to_owned(),
            family,
            card,
            transformer,
            transformer_at,
            vae,
            vae_at,
            text,
            schedule,
        };
        folder.check().map_err(|(file, message)| refuse(file, message))?;
        Ok(folder)
    }

    /// The text encoders, or why there are none.
    ///
    /// # Errors
    /// When the folder has none.
    pub fn text(&self) -> Result<&(ClipConfig, T5Config), LoadError> {
        self.text.as_ref().ok_or_else(|| LoadError::Config {
            path: self.dir.join("text_encoder/config.json"),
            message: "the folder has no text encoders (text_encoder, text_encoder_2, tokenizer, tokenizer_2)"
                .to_owned(),
        })
    }

    fn check(&self) -> Result<(), (&'static str, String)> {
        let transformer = "transformer/config.json";
        let tokens = 4 * self.vae.latent_channels;
        let out = self.transformer.out_channels.unwrap_or(self.transformer.in_channels);
        let wanted = match self.family {
            Family::Fill => 2 * tokens + 256,
            Family::Kontext => tokens,
            Family::Control => 2 * tokens,
        };
        if self.transformer.in_channels != wanted || out != tokens {
            return Err((
                transformer,
                format!(
                    "in_channels {} and out_channels {out} do not fit {} over {} latent channels ({wanted}, {tokens})",
                    self.transformer.in_channels,
                    self.family.as_str(),
                    self.vae.latent_channels
                ),
            ));
        }
        if self.transformer.axes_dims_rope.len() != 3
            || self.transformer.axes_dims_rope.iter().any(|axis| axis % 2 != 0)
            || self.transformer.axes_dims_rope.iter().sum::<i64>() != self.transformer.attention_head_dim
        {
            return Err((
                transformer,
                format!(
                    "axes_dims_rope {:?} must be three even numbers that sum to attention_head_dim {}",
                    self.transformer.axes_dims_rope, self.transformer.attention_head_dim
                ),
            ));
        }
        if let Some((clip, t5)) = &self.text {
            if self.transformer.joint_attention_dim != t5.d_model {
                return Err((
                    "text_encoder_2/config.json",
                    "d_model is not the transformer's joint_attention_dim".to_owned(),
                ));
            }
            if self.transformer.pooled_projection_dim != clip.hidden_size {
                return Err((
                    "text_encoder/config.json",
                    "hidden_size is not the transformer's pooled_projection_dim".to_owned(),
                ));
            }
        }
        if self.vae.block_out_channels.len() != 4 {
            return Err((
                "vae/config.json",
                "FLUX's autoencoder has four levels (block_out_channels)".to_owned(),
            ));
        }
        let unknown = self.schedule.unknown();
        if !unknown.is_empty() {
            return Err((
                "scheduler/scheduler_config.json",
                format!("{} would change the noise levels and is not known here", unknown.join(", ")),
            ));
        }
        Ok(())
    }

    /// The transformer's tensors.
    ///
    /// # Errors
    /// When a file is missing or broken.
    pub fn transformer_weights(&self, device: Device, kind: Kind) -> Result<Weights<'static>, WeightError> {
        let width = self.transformer.width();
        match &self.transformer_at {
            Stored::Folder(folder) => Weights::open(folder, "diffusion_pytorch_model", device, kind),
            Stored::Original(file) => {
                let rename = |name: &str, shape: &[i64]| original::transformer(name, shape, width);
                Weights::open_renamed(file, &rename, device, kind)
            }
        }
    }

    /// The autoencoder's tensors.
    ///
    /// # Errors
    /// When a file is missing or broken.
    pub fn vae_weights(&self, device: Device, kind: Kind) -> Result<Weights<'static>, WeightError> {
        let levels = self.vae.block_out_channels.len();
        match &self.vae_at {
            Stored::Folder(folder) => Weights::open(folder, "diffusion_pytorch_model", device, kind),
            Stored::Original(file) => {
                let rename = |name: &str, shape: &[i64]| original::autoencoder(name, shape, levels);
                Weights::open_renamed(file, &rename, device, kind)
            }
        }
    }

    /// Adapters that come with the folder: files and folders under `adapters`.
    #[must_use]
    pub fn adapters(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(self.dir.join("adapters")) else { return Vec::new() };
        let is_adapter = |path: &PathBuf| {
            path.extension().is_some_and(|ending| ending == "safetensors")
                || path.join("pytorch_lora_weights.safetensors").is_file()
        };
        let mut found: Vec<PathBuf> =
            entries.flatten().map(|entry| entry.path()).filter(is_adapter).collect();
        found.sort();
        found
    }
}

/// Holds every tensor of a folder against its configuration by name and shape; none is read.
///
/// # Errors
/// Names all that do not fit.
pub fn check_tensors(folder: &ModelFolder) -> Result<(), LoadError> {
    let (device, kind) = (Device::Cpu, Kind::Float);
    let file = folder.transformer_weights(device, kind)?;
    file.check(&crate::init::transformer_shapes(&folder.transformer))?;
    let file = folder.vae_weights(device, kind)?;
    file.check(&crate::init::vae_shapes(&folder.vae))?;
    if let Some((clip, t5)) = &folder.text {
        let file = Weights::open(&folder.dir.join("text_encoder"), "model", device, kind)?;
        file.ignore(CLIP_POSITIONS);
        file.check(&crate::init::clip_shapes(clip))?;
        let file = Weights::open(&folder.dir.join("text_encoder_2"), "model", device, kind)?;
        file.ignore(T5_TIED);
        file.check(&crate::init::t5_shapes(t5))?;
    }
    Ok(())
}

fn has_weights(folder: &Path) -> bool {
    ["diffusion_pytorch_model.safetensors", "diffusion_pytorch_model.safetensors.index.json"]
        .iter()
        .any(|name| folder.join(name).is_file())
}

/// The first file of a folder that is named like an original checkpoint.
fn original_file(dir: &Path, fits: impl Fn(&str) -> bool) -> Option<PathBuf> {
    let mut names: Vec<PathBuf> = std::fs::read_dir(dir)
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(&fits))
        .collect();
    names.sort();
    names.into_iter().next()
}

fn transformer_of(dir: &Path) -> Result<(TransformerConfig, Stored), LoadError> {
    let folder = dir.join("transformer");
    let config = folder.join("config.json");
    let file = original_file(dir, |name| name.starts_with("flux1-") && name.ends_with(".safetensors"));
    match file {
        Some(file) if !has_weights(&folder) => {
            let parsed =
                if config.is_file() { config::read(&config)? } else { transformer_by_shapes(&file)? };
            Ok((parsed, Stored::Original(file)))
        }
        _ => Ok((config::read(&config)?, Stored::Folder(folder))),
    }
}

fn vae_of(dir: &Path) -> Result<(VaeConfig, Stored), LoadError> {
    let folder = dir.join("vae");
    let config = folder.join("config.json");
    let file = dir.join("ae.safetensors");
    if file.is_file() && !has_weights(&folder) {
        let parsed = if config.is_file() { config::read(&config)? } else { VaeConfig::flux1() };
        return Ok((parsed, Stored::Original(file)));
    }
    Ok((config::read(&config)?, Stored::Folder(folder)))
}

/// The configuration of an original checkpoint, from the shapes of its tensors.
///
/// # Errors
/// When it is not one of FLUX.1.
pub fn transformer_by_shapes(file: &Path) -> Result<TransformerConfig, LoadError> {
    let shapes = header(file)?;
    let refuse = |message: String| LoadError::Config { path: file.to_owned(), message };
    let side =
        |name: &str, axis: usize| -> Result<i64, LoadError> {
            shapes.get(name).and_then(|shape| shape.get(axis)).copied().ok_or_else(|| {
                refuse(format!("it has no tensor {name}, so it is no original FLUX.1 checkpoint"))
            })
        };
    let head = side("double_blocks.0.img_attn.norm.query_norm.scale", 0)?;
    let width = side("img_in.weight", 0)?;
    if head != 128 {
        return Err(refuse(format!(
            "its heads have {head} channels; how they are shared out among the axes stands in no file: put transformer/config.json beside it"
        )));
    }
    Ok(TransformerConfig {
        in_channels: side("img_in.weight", 1)?,
        out_channels: Some(side("final_layer.linear.weight", 0)?),
        num_layers: blocks(&shapes, "double_blocks."),
        num_single_layers: blocks(&shapes, "single_blocks."),
        attention_head_dim: head,
        num_attention_heads: width / head,
        joint_attention_dim: side("txt_in.weight", 1)?,
        pooled_projection_dim: side("vector_in.in_layer.weight", 1)?,
        guidance_embeds: shapes.contains_key("guidance_in.in_layer.weight"),
        axes_dims_rope: vec![16, 56, 56],
    })
}

/// How many blocks of a kind there are.
fn blocks(shapes: &BTreeMap<String, Vec<i64>>, prefix: &str) -> i64 {
    let number = |name: &str| name.strip_prefix(prefix)?.split('.').next()?.parse::<i64>().ok();
    shapes.keys().filter_map(|name| number(name)).max().map_or(0, |last| last + 1)
}
