//! Adapters for the tiny model: LoRA files as PEFT and diffusers write them.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use safetensors::tensor::{Dtype, TensorView};
use serde_json::Value;

use crate::model::TinyModel;

/// Rank of the adapters.
const RANK: usize = 2;

/// Writes an adapter called `name` that changes what the transformer sees, and returns its file.
///
/// # Errors
/// When the model cannot be read or the file not be written.
pub fn write(model: &TinyModel, folder: &Path, name: &str, strength: f32) -> anyhow::Result<PathBuf> {
    let config = std::fs::read_to_string(model.folder.join("transformer/config.json"))?;
    let config: Value = serde_json::from_str(&config)?;
    let number = |key: &str| {
        let value = config[key].as_u64().with_context(|| format!("transformer/config.json has {key}"))?;
        anyhow::Ok(usize::try_from(value)?)
    };
    let (input, output) =
        (number("in_channels")?, number("num_attention_heads")? * number("attention_head_dim")?);
    let values = |count: usize, period: usize| -> Vec<u8> {
        let value = |place: usize| strength * ((place % period) as f32 / period as f32 - 0.5);
        (0..count).flat_map(|place| value(place).to_le_bytes()).collect()
    };
    let (a, b) = (values(RANK * input, 7), values(output * RANK, 5));
    let views = [
        ("transformer.x_embedder.lora_A.weight", TensorView::new(Dtype::F32, vec![RANK, input], &a)?),
        ("transformer.x_embedder.lora_B.weight", TensorView::new(Dtype::F32, vec![output, RANK], &b)?),
    ];
    let path = folder.join(format!("{name}.safetensors"));
    safetensors::serialize_to_file(views, None, &path)?;
    Ok(path)
}
