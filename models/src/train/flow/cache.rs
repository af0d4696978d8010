//! What does not change while the transformer is trained, computed once and kept on disk: latents of pairs, embeddings of prompts.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tch::{Device, Kind, Tensor};

use super::super::TrainError;
use super::super::parameters::{Tensors, read_file};
use crate::text::{TextEmbedding, TextStack};
use crate::weights::save;

/// Embeddings held in memory, bytes.
const HELD: usize = 256 << 20;

/// A folder of tensors by digest.
pub(super) struct Cache {
    dir: PathBuf,
    texts: RefCell<(BTreeMap<String, TextEmbedding>, usize)>,
    kind: Kind,
    device: Device,
}

impl Cache {
    pub(super) fn new(dir: &Path, kind: Kind, device: Device) -> Self {
        Self { dir: dir.to_owned(), texts: RefCell::default(), kind, device }
    }

    fn path(&self, key: &str) -> PathBuf {
        self.dir.join(&key[..2]).join(format!("{key}.safetensors"))
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.path(key).is_file()
    }

    /// Writes under another name first: a file that is there is whole.
    pub(super) fn put(&self, key: &str, tensors: &Tensors) -> Result<(), TrainError> {
        let path = self.path(key);
        let partial = path.with_extension(format!("partial-{}", std::process::id()));
        save(&partial, tensors, self.kind, None)?;
        std::fs::rename(&partial, &path).map_err(TrainError::io(&path))
    }

    /// Tensors in 32 bit on the device.
    pub(super) fn get(&self, key: &str) -> Result<Tensors, TrainError> {
        Ok(read_file(&self.path(key), self.device)?)
    }

    /// The embedding of a prompt under the digest of its encoders.
    pub(super) fn text(
        &self,
        encoders: &str,
        prompt: &str,
        stack: &TextStack,
    ) -> Result<TextEmbedding, TrainError> {
        let key = digest(&[encoders, prompt]);
        if let Some(found) = self.texts.borrow().0.get(&key) {
            return Ok(found.share());
        }
        if !self.has(&key) {
            let _no_grad = tch::no_grad_guard();
            let made = stack.embed(prompt).map_err(|error| TrainError::Setting {
                field: "instruction",
                message: format!("“{prompt}” cannot be read: {error}"),
            })?;
            self.put(&key, &[("tokens".to_owned(), made.tokens), ("pooled".to_owned(), made.pooled)].into())?;
        }
        let mut tensors = self.get(&key)?;
        let mut take = |name: &str| {
            tensors.remove(name).unwrap_or_else(|| Tensor::zeros([0], (Kind::Float, self.device)))
        };
        let embedding = TextEmbedding {
            tokens: take("tokens").to_kind(self.kind),
            pooled: take("pooled").to_kind(self.kind),
        };
        let mut texts = self.texts.borrow_mut();
        texts.1 += embedding.tokens.numel() * self.kind.elt_size_in_bytes();
        if texts.1 > HELD {
            *texts = Default::default();
        }
        texts.0.insert(key, embedding.share());
        Ok(embedding)
    }
}

/// A digest over several texts.
pub(super) fn digest(parts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}
