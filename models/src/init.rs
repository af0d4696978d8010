//! A complete small model folder with random weights and the real key names, so that everything runs without a download.

use std::collections::BTreeMap;
use std::path::Path;

use safetensors::tensor::TensorView;
use safetensors::{Dtype, serialize_to_file};
use serde_json::{Value, json};
use tch::{Device, Kind};

use crate::config::{ClipConfig, T5Config, TransformerConfig, VaeConfig};
use crate::edit::LoadError;
use crate::flux::FluxTransformer;
use crate::noise::{Place, gaussian};
use crate::text::clip::ClipText;
use crate::text::t5::T5Encoder;
use crate::vae::Vae;
use crate::weights::{Scope, Weights};

mod vocabulary;

/// Names and shapes of all tensors of a component.
type Shapes = BTreeMap<String, Vec<i64>>;

fn shapes(build: impl FnOnce(&Scope<'_>)) -> Shapes {
    let recorder = Weights::recorder();
    build(&recorder.root());
    recorder.into_recorded()
}

fn transformer_shapes(config: &TransformerConfig) -> Shapes {
    shapes(|scope| drop(FluxTransformer::new(scope, config, Kind::Float, Device::Cpu)))
}

fn vae_shapes(config: &VaeConfig) -> Shapes {
    shapes(|scope| drop(Vae::new(scope, config)))
}

fn clip_shapes(config: &ClipConfig) -> Shapes {
    shapes(|scope| drop(ClipText::new(scope, config)))
}

fn t5_shapes(config: &T5Config) -> Shapes {
    shapes(|scope| drop(T5Encoder::new(scope, config)))
}

fn count(shapes: &Shapes) -> u64 {
    shapes.values().map(|shape| shape.iter().map(|side| side.unsigned_abs()).product::<u64>()).sum()
}

/// Parameters of a transformer by its configuration, without weights.
#[must_use]
pub fn transformer_parameters(config: &TransformerConfig) -> u64 {
    // One block of each kind is enough: the others have the same shapes.
    let of = |double: i64, single: i64| {
        let part = TransformerConfig { num_layers: double, num_single_layers: single, ..config.clone() };
        count(&transformer_shapes(&part))
    };
    let (none, double, single) = (of(0, 0), of(1, 0), of(0, 1));
    none + (double - none) * config.num_layers.unsigned_abs()
        + (single - none) * config.num_single_layers.unsigned_abs()
}

/// Parameters of all components.
pub(crate) fn parameters(
    transformer: &TransformerConfig,
    vae: &VaeConfig,
    clip: &ClipConfig,
    t5: &T5Config,
) -> u64 {
    transformer_parameters(transformer)
        + count(&vae_shapes(vae))
        + count(&clip_shapes(clip))
        + count(&t5_shapes(t5))
}

/// Writes a model folder of configuration `tiny`.
///
/// # Errors
/// When a file cannot be written.
pub fn tiny(folder: &Path, seed: u64) -> Result<(), LoadError> {
    let write = |name: &str, text: String| {
        let path = folder.join(name);
        let io = |source| LoadError::Io { path: path.clone(), source };
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(io)?;
        }
        std::fs::write(&path, text).map_err(io)
    };
    let clip_vocabulary = vocabulary::clip();
    let t5_vocabulary = vocabulary::t5();
    let configs = configs(clip_vocabulary.size, t5_vocabulary.size);
    for (name, value) in &configs {
        write(name, format!("{value:#}\n"))?;
    }
    write("tokenizer/vocab.json", clip_vocabulary.vocab)?;
    write("tokenizer/merges.txt", clip_vocabulary.merges)?;
    write("tokenizer_2/tokenizer.json", t5_vocabulary.json)?;

    let parse = |name: &str| {
        configs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let broken =
        |error: serde_json::Error| LoadError::Config { path: folder.to_owned(), message: error.to_string() };
    let transformer: TransformerConfig =
        serde_json::from_value(parse("transformer/config.json")).map_err(broken)?;
    let vae: VaeConfig = serde_json::from_value(parse("vae/config.json")).map_err(broken)?;
    let clip: ClipConfig = serde_json::from_value(parse("text_encoder/config.json")).map_err(broken)?;
    let t5: T5Config = serde_json::from_value(parse("text_encoder_2/config.json")).map_err(broken)?;
    for (part, (name, shapes)) in [
        ("transformer/diffusion_pytorch_model", transformer_shapes(&transformer)),
        ("vae/diffusion_pytorch_model", vae_shapes(&vae)),
        ("text_encoder/model", clip_shapes(&clip)),
        ("text_encoder_2/model", t5_shapes(&t5)),
    ]
    .into_iter()
    .enumerate()
    {
        write_random(&folder.join(format!("{name}.safetensors")), &shapes, seed, part as u32)?;
    }
    Ok(())
}

fn configs(clip_tokens: usize, t5_tokens: usize) -> Vec<(&'static str, Value)> {
    vec![
        (
            "model_index.json",
            json!({
                "_class_name": "FluxFillPipeline",
                "scheduler": ["diffusers", "FlowMatchEulerDiscreteScheduler"],
                "text_encoder": ["transformers", "CLIPTextModel"],
                "text_encoder_2": ["transformers", "T5EncoderModel"],
                "tokenizer": ["transformers", "CLIPTokenizer"],
                "tokenizer_2": ["transformers", "T5TokenizerFast"],
                "transformer": ["diffusers", "FluxTransformer2DModel"],
                "vae": ["diffusers", "AutoencoderKL"],
            }),
        ),
        (
            "foreshock.json",
            json!({
                "name": "tiny", "tile_sizes": [256, 512], "max_side": 1024, "gsd_m": [0.2, 2.0], "languages": ["en"], "text_tokens": 64,
                "default_steps": 4, "default_guidance": 30.0,
                "licence": { "id": "Apache-2.0", "name": "Apache License 2.0 (random weights)", "non_commercial": false },
            }),
        ),
        (
            "transformer/config.json",
            json!({
                "_class_name": "FluxTransformer2DModel", "patch_size": 1, "in_channels": 384, "out_channels": 64, "num_layers": 1,
                "num_single_layers": 2, "attention_head_dim": 16, "num_attention_heads": 2, "joint_attention_dim": 64,
                "pooled_projection_dim": 32, "guidance_embeds": true, "axes_dims_rope": [4, 6, 6],
            }),
        ),
        (
            "vae/config.json",
            json!({
                "_class_name": "AutoencoderKL", "in_channels": 3, "out_channels": 3, "latent_channels": 16, "sample_size": 256,
                "block_out_channels": [8, 16, 16, 16], "layers_per_block": 2, "norm_num_groups": 4, "act_fn": "silu",
                "down_block_types": ["DownEncoderBlock2D", "DownEncoderBlock2D", "DownEncoderBlock2D", "DownEncoderBlock2D"],
                "up_block_types": ["UpDecoderBlock2D", "UpDecoderBlock2D", "UpDecoderBlock2D", "UpDecoderBlock2D"],
                "scaling_factor": 0.3611, "shift_factor": 0.1159, "use_quant_conv": false, "use_post_quant_conv": false,
                "mid_block_add_attention": true, "force_upcast": true,
            }),
        ),
        (
            "text_encoder/config.json",
            json!({
                "architectures": ["CLIPTextModel"], "model_type": "clip_text_model", "hidden_size": 32, "intermediate_size": 64,
                "num_hidden_layers": 2, "num_attention_heads": 2, "max_position_embeddings": 77, "vocab_size": clip_tokens,
                "hidden_act": "quick_gelu", "layer_norm_eps": 1e-5, "projection_dim": 32,
                "bos_token_id": clip_tokens - 2, "eos_token_id": clip_tokens - 1, "pad_token_id": clip_tokens - 1,
            }),
        ),
        (
            "text_encoder_2/config.json",
            json!({
                "architectures": ["T5EncoderModel"], "model_type": "t5", "d_model": 64, "d_ff": 128, "d_kv": 16, "num_heads": 4,
                "num_layers": 2, "vocab_size": t5_tokens, "relative_attention_num_buckets": 32, "relative_attention_max_distance": 128,
                "layer_norm_epsilon": 1e-6, "feed_forward_proj": "gated-gelu", "is_encoder_decoder": false, "pad_token_id": 0,
                "eos_token_id": 1, "tie_word_embeddings": false,
            }),
        ),
        (
            "scheduler/scheduler_config.json",
            json!({
                "_class_name": "FlowMatchEulerDiscreteScheduler", "num_train_timesteps": 1000, "shift": 3.0, "use_dynamic_shifting": true,
                "base_shift": 0.5, "max_shift": 1.15, "base_image_seq_len": 256, "max_image_seq_len": 4096,
            }),
        ),
        (
            "tokenizer/tokenizer_config.json",
            json!({
                "tokenizer_class": "CLIPTokenizer", "model_max_length": 77, "bos_token": "<|startoftext|>", "eos_token": "<|endoftext|>",
                "pad_token": "<|endoftext|>", "unk_token": "<|endoftext|>", "do_lower_case": true,
            }),
        ),
        (
            "tokenizer_2/tokenizer_config.json",
            json!({
                "tokenizer_class": "T5TokenizerFast", "model_max_length": 64, "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>",
                "extra_ids": 0,
            }),
        ),
    ]
}

/// Random values of a scale that keeps activations of order one: matrices by their fan-in, norms 1, biases small.
fn write_random(path: &Path, shapes: &Shapes, seed: u64, part: u32) -> Result<(), LoadError> {
    let mut buffers = Vec::new();
    for (place, (name, shape)) in shapes.iter().enumerate() {
        let size: usize = shape.iter().map(|side| side.unsigned_abs() as usize).product();
        let fan_in: i64 = shape.iter().skip(1).product();
        let is_norm = name.contains("norm") && name.ends_with("weight") && shape.len() == 1;
        let (mean, spread) = match shape.len() {
            1 if is_norm => (1.0, 0.05),
            1 => (0.0, 0.02),
            _ if name.contains("embedding") || name == "shared.weight" => (0.0, 0.5),
            _ => (0.0, 1.0 / (fan_in as f32).sqrt()),
        };
        let bytes: Vec<u8> = (0..size)
            .flat_map(|index| {
                let address = Place {
                    row: place as u32,
                    col: index as u32,
                    channel: 0,
                    half: 0,
                    example_row: 0,
                    candidate: part,
                };
                (mean + spread * gaussian(seed, address)).to_le_bytes()
            })
            .collect();
        let sides: Vec<usize> = shape.iter().map(|side| side.unsigned_abs() as usize).collect();
        buffers.push((name.clone(), sides, bytes));
    }
    let failed = |error: safetensors::SafeTensorError| LoadError::Config {
        path: path.to_owned(),
        message: error.to_string(),
    };
    let mut views = Vec::new();
    for (name, sides, bytes) in &buffers {
        views.push((name.as_str(), TensorView::new(Dtype::F32, sides.clone(), bytes).map_err(failed)?));
    }
    serialize_to_file(views, None, path).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_released_configuration_has_the_published_number_of_parameters() {
        let config: TransformerConfig = serde_json::from_value(json!({
            "in_channels": 384, "out_channels": 64, "num_layers": 19, "num_single_layers": 38, "attention_head_dim": 128,
            "num_attention_heads": 24, "joint_attention_dim": 4096, "pooled_projection_dim": 768, "guidance_embeds": true,
        }))
        .unwrap();
        assert_eq!(transformer_parameters(&config), 11_902_391_360);
    }
}
