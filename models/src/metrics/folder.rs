//! A network's folder in the layout of transformers: `config.json`, `model.safetensors`, `preprocessor_config.json`, tokenizer files.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use tch::{Device, Kind};

use super::encoder::{MetricError, NetInfo};
use super::preprocess::Preprocess;
use crate::weights::{Weights, shards};

/// Families that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Clip,
    Vit,
    Dinov2,
}

impl Family {
    const ALL: [Self; 3] = [Self::Clip, Self::Vit, Self::Dinov2];

    /// `model_type` of its configuration.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Clip => "clip",
            Self::Vit => "vit",
            Self::Dinov2 => "dinov2",
        }
    }
}

/// A folder whose family is known.
pub(super) struct Folder {
    pub(super) path: PathBuf,
    pub(super) family: Family,
    config: serde_json::Value,
}

impl Folder {
    /// Reads `config.json`.
    pub(super) fn open(path: &Path) -> Result<Self, MetricError> {
        let file = path.join("config.json");
        if !file.is_file() {
            return Err(MetricError::Unknown {
                path: path.to_owned(),
                message: "it has no config.json; give a folder in the layout of transformers, or a TorchScript file that ends in .pt or .ts"
                    .to_owned(),
            });
        }
        let config: serde_json::Value = read(&file)?;
        let named = config.get("model_type").and_then(serde_json::Value::as_str).unwrap_or("(absent)");
        let family = Family::ALL.into_iter().find(|family| family.name() == named).ok_or_else(|| {
            let known = Family::ALL.map(Family::name).join(", ");
            MetricError::Config {
                path: file.clone(),
                message: format!(
                    "model_type {named} is not read; {known} are, and any network as a TorchScript file"
                ),
            }
        })?;
        Ok(Self { path: path.to_owned(), family, config })
    }

    /// Refuses a folder of another family.
    pub(super) fn of(path: &Path, wanted: Family) -> Result<Self, MetricError> {
        let folder = Self::open(path)?;
        if folder.family == wanted {
            Ok(folder)
        } else {
            Err(folder.refuse(format!("model_type is {}, wanted {}", folder.family.name(), wanted.name())))
        }
    }

    /// The configuration, or the part of it under `key`; with `KEY_dict` beside it, as old files have, that one.
    pub(super) fn config<T: DeserializeOwned>(&self, key: Option<&str>) -> Result<T, MetricError> {
        let value = match key {
            None => self.config.clone(),
            Some(key) => {
                let old = self.config.get(format!("{key}_dict")).filter(|value| value.is_object());
                old.or_else(|| self.config.get(key)).cloned().unwrap_or_else(|| serde_json::json!({}))
            }
        };
        serde_json::from_value(value).map_err(|error| {
            self.refuse(format!("{}{error}", key.map(|key| format!("{key}: ")).unwrap_or_default()))
        })
    }

    /// A refusal of `config.json`.
    pub(super) fn refuse(&self, message: String) -> MetricError {
        MetricError::Config { path: self.path.join("config.json"), message }
    }

    /// Refuses sizes below 1, and channels that the heads cannot share.
    pub(super) fn check(&self, sizes: &[(&str, i64)], width: i64, heads: i64) -> Result<(), MetricError> {
        if let Some((name, size)) = sizes
            .iter()
            .chain(&[("hidden_size", width), ("num_attention_heads", heads)])
            .find(|(_, size)| !(1..=1 << 20).contains(size))
        {
            return Err(self.refuse(format!("{name} is {size}; it must be 1 to 1048576")));
        }
        if width % heads != 0 {
            return Err(
                self.refuse(format!("hidden_size {width} is not a multiple of num_attention_heads {heads}"))
            );
        }
        Ok(())
    }

    /// Refuses an input of another size than the network's, for those that read only one.
    pub(super) fn fits(&self, input: &Preprocess, image: i64, channels: i64) -> Result<(), MetricError> {
        let [height, width] = input.output();
        self.holds(input, 1, channels)?;
        if [height, width].iter().any(|side| *side as i64 != image) {
            return Err(self.refuse(format!(
                "image_size is {image}, and the preprocessing gives {width} × {height} px; put the network's preprocessor_config.json beside it"
            )));
        }
        Ok(())
    }

    /// Refuses an input that no patch fits into, and networks of other bands than RGB.
    pub(super) fn holds(&self, input: &Preprocess, patch: i64, channels: i64) -> Result<(), MetricError> {
        let [height, width] = input.output();
        if (height.min(width) as i64) < patch {
            return Err(
                self.refuse(format!("patch_size {patch} is larger than the input of {width} × {height} px"))
            );
        }
        if channels != 3 {
            return Err(self.refuse(format!("num_channels is {channels}; only networks of three are read")));
        }
        Ok(())
    }

    /// The weights, in 32 bit: similarities are told to four places.
    pub(super) fn weights(&self, device: Device) -> Result<Weights<'static>, MetricError> {
        Ok(Weights::open(&self.path, "model", device, Kind::Float)?)
    }

    /// What a record needs of it.
    pub(super) fn info(&self, preprocessing: String) -> Result<NetInfo, MetricError> {
        let index = self.path.join("model.safetensors.index.json");
        let digest = if index.is_file() {
            let mut all = blake3::Hasher::new();
            for shard in shards(&index)? {
                let name = shard.file_name().unwrap_or_default().to_string_lossy().into_owned();
                all.update(&(name.len() as u64).to_le_bytes());
                all.update(name.as_bytes());
                all.update(digest(&shard)?.as_bytes());
            }
            all.finalize().to_hex().to_string()
        } else {
            digest(&self.path.join("model.safetensors"))?
        };
        Ok(NetInfo { name: name(&self.path), digest, preprocessing })
    }
}

/// Last part of a path, without the ending of a file.
pub(super) fn name(path: &Path) -> String {
    let whole = std::fs::canonicalize(path).unwrap_or_else(|_unresolved| path.to_owned());
    let part = if whole.is_dir() { whole.file_name() } else { whole.file_stem() };
    part.unwrap_or_default().to_string_lossy().into_owned()
}

/// BLAKE3 of a file, hex.
pub(super) fn digest(path: &Path) -> Result<String, MetricError> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_mmap(path).map_err(|source| MetricError::Io { path: path.to_owned(), source })?;
    Ok(hasher.finalize().to_hex().to_string())
}

/// Reads one JSON file.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Result<T, MetricError> {
    let text =
        std::fs::read_to_string(path).map_err(|source| MetricError::Io { path: path.to_owned(), source })?;
    serde_json::from_str(&text)
        .map_err(|error| MetricError::Config { path: path.to_owned(), message: error.to_string() })
}
