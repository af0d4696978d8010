//! From an instruction to the two embeddings that the transformer reads.

pub mod clip;
pub mod t5;
pub mod tokenizer;

use tch::Tensor;

/// What the transformer reads of a text.
pub struct TextEmbedding {
    /// T5's last hidden state, `[1, L, joint_attention_dim]`.
    pub tokens: Tensor,
    /// CLIP's pooled state, `[1, pooled_projection_dim]`.
    pub pooled: Tensor,
}

impl TextEmbedding {
    /// The same tensors, not copied.
    #[must_use]
    pub fn share(&self) -> Self {
        Self { tokens: self.tokens.shallow_clone(), pooled: self.pooled.shallow_clone() }
    }
}
