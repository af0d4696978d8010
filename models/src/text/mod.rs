//! From a prompt to the two embeddings that the transformer reads.

pub mod clip;
pub mod t5;
pub mod tokenizer;

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use tch::{Device, Kind, Tensor};

use crate::edit::LoadError;
use crate::flux::folder::{CLIP_POSITIONS, ModelFolder, T5_TIED};
use crate::weights::{Maps, Weights};
use clip::ClipText;
use t5::T5Encoder;
use tokenizer::Tokenizers;

/// Embeddings kept: bulk requests share a prompt.
const PROMPTS: usize = 32;

/// What the transformer reads of a text.
pub struct TextEmbedding {
    /// T5's last hidden state, `[B, L, joint_attention_dim]`.
    pub tokens: Tensor,
    /// CLIP's pooled state, `[B, pooled_projection_dim]`.
    pub pooled: Tensor,
}

impl TextEmbedding {
    /// The same tensors, not copied.
    #[must_use]
    pub fn share(&self) -> Self {
        Self { tokens: self.tokens.shallow_clone(), pooled: self.pooled.shallow_clone() }
    }

    /// Several texts as one batch.
    #[must_use]
    pub fn stack(texts: &[&Self]) -> Self {
        let all = |of: fn(&Self) -> &Tensor| {
            Tensor::cat(&texts.iter().map(|text| of(text).shallow_clone()).collect::<Vec<_>>(), 0)
        };
        Self { tokens: all(|text| &text.tokens), pooled: all(|text| &text.pooled) }
    }
}

/// Tokenizers and encoders of a folder, with the embeddings of the last prompts.
pub struct TextStack {
    /// The tokenizers.
    pub tokenizers: Tokenizers,
    clip: ClipText,
    t5: T5Encoder,
    prompts: Mutex<VecDeque<(String, TextEmbedding)>>,
}

impl TextStack {
    /// Loads the text encoders of a folder. The maps must be kept as long as they live.
    ///
    /// # Errors
    /// When files are missing or do not fit.
    pub fn load(folder: &ModelFolder, device: Device, kind: Kind) -> Result<(Self, Maps), LoadError> {
        let (clip, t5) = folder.text()?;
        let length = usize::try_from(clip.max_position_embeddings).unwrap_or(77);
        let tokenizers = Tokenizers::open(&folder.dir, length, folder.card.text_tokens)?;
        let mut maps = Maps::default();
        let file = Weights::open(&folder.dir.join("text_encoder"), "model", device, kind)?;
        file.ignore(CLIP_POSITIONS);
        let clip_net = ClipText::new(&file.root(), clip);
        maps.extend(file.finish()?);
        let file = Weights::open(&folder.dir.join("text_encoder_2"), "model", device, kind)?;
        file.ignore(T5_TIED);
        let t5_net = T5Encoder::new(&file.root(), t5);
        maps.extend(file.finish()?);
        Ok((Self { tokenizers, clip: clip_net, t5: t5_net, prompts: Mutex::default() }, maps))
    }

    /// The embedding of one prompt.
    ///
    /// # Errors
    /// When a tokenizer fails.
    pub fn embed(&self, prompt: &str) -> Result<TextEmbedding, tokenizers::Error> {
        let lock = || self.prompts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = lock().iter().find(|(known, _)| *known == prompt) {
            return Ok(found.share());
        }
        let (clip_ids, end) = self.tokenizers.clip(prompt)?;
        let t5_ids = self.tokenizers.t5(prompt)?;
        let embedding =
            TextEmbedding { tokens: self.t5.forward(&t5_ids), pooled: self.clip.forward(&clip_ids, end) };
        let mut prompts = lock();
        prompts.push_front((prompt.to_owned(), embedding.share()));
        prompts.truncate(PROMPTS);
        Ok(embedding)
    }
}
