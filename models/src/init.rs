//! A complete model folder with random weights and the real key names, so that everything runs without a download.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use safetensors::tensor::View;
use safetensors::{Dtype, serialize_to_file};
use tch::{Device, Kind};

use crate::config::{ClipConfig, T5Config, TransformerConfig, VaeConfig};
use crate::edit::LoadError;
use crate::flux::FluxTransformer;
use crate::noise::{Place, gaussian};
use crate::text::clip::ClipText;
use crate::text::t5::T5Encoder;
use crate::vae::Vae;
use crate::weights::{Scope, Weights};

mod named;
mod vocabulary;

pub use named::{Configs, Named, Networks};

/// Names and shapes of all tensors of a component.
type Shapes = BTreeMap<String, Vec<i64>>;

fn shapes(build: impl FnOnce(&Scope<'_>)) -> Shapes {
    let recorder = Weights::recorder();
    build(&recorder.root());
    recorder.into_recorded()
}

pub(crate) fn transformer_shapes(config: &TransformerConfig) -> Shapes {
    shapes(|scope| drop(FluxTransformer::new(scope, config, Kind::Float, Device::Cpu)))
}

pub(crate) fn vae_shapes(config: &VaeConfig) -> Shapes {
    shapes(|scope| drop(Vae::new(scope, config)))
}

pub(crate) fn clip_shapes(config: &ClipConfig) -> Shapes {
    shapes(|scope| drop(ClipText::new(scope, config)))
}

pub(crate) fn t5_shapes(config: &T5Config) -> Shapes {
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

/// Parameters of an autoencoder.
#[must_use]
pub fn vae_parameters(config: &VaeConfig) -> u64 {
    count(&vae_shapes(config))
}

/// Parameters of the text encoders, (CLIP, T5).
#[must_use]
pub fn text_parameters(clip: &ClipConfig, t5: &T5Config) -> (u64, u64) {
    (count(&clip_shapes(clip)), count(&t5_shapes(t5)))
}

/// Parameters of all components.
pub(crate) fn parameters(
    transformer: &TransformerConfig,
    vae: &VaeConfig,
    clip: &ClipConfig,
    t5: &T5Config,
) -> u64 {
    let (clip, t5) = text_parameters(clip, t5);
    transformer_parameters(transformer) + vae_parameters(vae) + clip + t5
}

/// Writes a model folder of a named configuration with random weights.
///
/// # Errors
/// When a file cannot be written.
pub fn folder(named: Named, dir: &Path, seed: u64, stored: Stored) -> Result<(), LoadError> {
    let write = |name: &str, text: String| {
        let path = dir.join(name);
        let io = |source| LoadError::Io { path: path.clone(), source };
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(io)?;
        }
        std::fs::write(&path, text).map_err(io)
    };
    let closed = named == Named::Small;
    let words = if closed { vocabulary::MANY } else { vocabulary::FEW };
    let clip_vocabulary = vocabulary::clip(words);
    let t5_vocabulary = vocabulary::t5(words, closed);
    let rule = if named == Named::Small { Rule::Training } else { Rule::Audible };
    let configs = named.configs(clip_vocabulary.size, t5_vocabulary.size);
    for (name, value) in configs.files() {
        write(name, format!("{value:#}\n"))?;
    }
    write("tokenizer/vocab.json", clip_vocabulary.vocab)?;
    write("tokenizer/merges.txt", clip_vocabulary.merges)?;
    write("tokenizer_2/tokenizer.json", t5_vocabulary.json)?;

    let Networks { transformer, vae, clip, t5 } = configs.networks(dir)?;
    for (part, (name, shapes)) in [
        ("transformer/diffusion_pytorch_model", transformer_shapes(&transformer)),
        ("vae/diffusion_pytorch_model", vae_shapes(&vae)),
        ("text_encoder/model", clip_shapes(&clip)),
        ("text_encoder_2/model", t5_shapes(&t5)),
    ]
    .into_iter()
    .enumerate()
    {
        let file = dir.join(format!("{name}.safetensors"));
        write_random(&file, &shapes, seed, part as u32, rule, stored)?;
    }
    Ok(())
}

/// Writes a model folder of configuration `tiny`.
///
/// # Errors
/// When a file cannot be written.
pub fn tiny(dir: &Path, seed: u64) -> Result<(), LoadError> {
    folder(Named::Tiny, dir, seed, Stored::F32)
}

/// Element type in which random weights are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// 32 bit.
    F32,
    /// 16 bit, eight of them exponent.
    Bf16,
}

/// What first values are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Every weight is heard in the output: for comparing implementations.
    Audible,
    /// A network that is trained from nothing: Xavier for linear layers, PyTorch's spread for convolutions, blocks that do nothing at first
    /// (zero modulation and output: “adaLN-zero”, Peebles & Xie 2023). The text encoders stay as they are, random features of the words.
    Training,
}

/// Mean and spread of a tensor's first values.
fn spread(rule: Rule, name: &str, shape: &[i64]) -> (f32, f32) {
    let fan_in: i64 = shape.iter().skip(1).product();
    let is_norm = name.contains("norm") && name.ends_with("weight") && shape.len() == 1;
    let is_embedding = name.contains("embedding") || name == "shared.weight";
    match rule {
        Rule::Audible => match shape.len() {
            1 if is_norm => (1.0, 0.05),
            1 => (0.0, 0.02),
            _ if is_embedding => (0.0, 0.5),
            _ => (0.0, 1.0 / (fan_in as f32).sqrt()),
        },
        Rule::Training => {
            let text = name.starts_with("text_model")
                || name.starts_with("encoder.block")
                || name == "shared.weight";
            let silent = name.contains("norm1.linear")
                || name.contains("norm1_context.linear")
                || name.contains(".norm.linear")
                || name.starts_with("norm_out")
                || name.starts_with("proj_out");
            match shape {
                [_] => (if is_norm { 1.0 } else { 0.0 }, 0.0),
                _ if silent => (0.0, 0.0),
                _ if name.contains("position_embedding") || name.contains("attention_bias") => (0.0, 0.1),
                _ if is_embedding => (0.0, 1.0),
                [_, input] if text => (0.0, 0.5 / (*input as f32).sqrt()),
                _ if name.starts_with("time_text_embed") => (0.0, 0.02),
                [output, input] => (0.0, (2.0 / (output + input) as f32).sqrt()),
                _ => (0.0, 1.0 / (3.0 * fan_in as f32).sqrt()),
            }
        }
    }
}

/// A tensor of random values that exist only while they are written.
struct Random {
    place: u32,
    part: u32,
    seed: u64,
    sides: Vec<usize>,
    mean: f32,
    spread: f32,
    stored: Stored,
}

impl Random {
    fn new(name: &str, shape: &[i64], at: (usize, u32), seed: u64, rule: Rule, stored: Stored) -> Self {
        let (mean, spread) = spread(rule, name, shape);
        let sides = shape.iter().map(|side| side.unsigned_abs() as usize).collect();
        Self { place: at.0 as u32, part: at.1, seed, sides, mean, spread, stored }
    }

    fn value(&self, index: usize) -> f32 {
        let address = Place {
            row: self.place,
            col: index as u32,
            channel: 0,
            half: 0,
            example_row: 0,
            candidate: self.part,
        };
        self.mean + self.spread * gaussian(self.seed, address)
    }
}

impl View for Random {
    fn dtype(&self) -> Dtype {
        match self.stored {
            Stored::F32 => Dtype::F32,
            Stored::Bf16 => Dtype::BF16,
        }
    }

    fn shape(&self) -> &[usize] {
        &self.sides
    }

    fn data(&self) -> Cow<'_, [u8]> {
        let values = (0..self.sides.iter().product()).map(|index| self.value(index));
        Cow::Owned(match self.stored {
            Stored::F32 => values.flat_map(f32::to_le_bytes).collect(),
            // Cut, not rounded: they are random anyway.
            Stored::Bf16 => values.flat_map(|value| ((value.to_bits() >> 16) as u16).to_le_bytes()).collect(),
        })
    }

    fn data_len(&self) -> usize {
        let size = match self.stored {
            Stored::F32 => 4,
            Stored::Bf16 => 2,
        };
        self.sides.iter().product::<usize>() * size
    }
}

fn write_random(
    path: &Path,
    shapes: &Shapes,
    seed: u64,
    part: u32,
    rule: Rule,
    stored: Stored,
) -> Result<(), LoadError> {
    let views = shapes.iter().enumerate().map(|(place, (name, shape))| {
        (name.clone(), Random::new(name, shape, (place, part), seed, rule, stored))
    });
    serialize_to_file(views, None, path)
        .map_err(|error| LoadError::Config { path: path.to_owned(), message: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_released_configurations_have_the_published_numbers_of_parameters() {
        let networks = Named::Flux1Fill.configs(49_408, 32_128).networks(Path::new("")).unwrap();
        assert_eq!(transformer_parameters(&networks.transformer), 11_902_391_360);
        assert_eq!(vae_parameters(&networks.vae), 83_819_683);
        assert_eq!(text_parameters(&networks.clip, &networks.t5), (123_060_480, 4_762_310_656));
    }
}
