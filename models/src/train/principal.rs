//! An encoder that need not be learnt: the principal components of blocks of pixels, laid into the autoencoder's convolutions.
//!
//! The block of pixels behind a latent (8 × 8 × 3 values) is gathered by the strided convolutions, and the last of them projects it onto the
//! directions in which blocks of the given images vary most (Karhunen–Loève). Residual branches are silent. The last normalisation is made
//! to divide by a constant, by channels that hold large constants, and SiLU is made linear by pairs: silu(x) − silu(−x) = x.

use std::path::{Path, PathBuf};

use tch::{Device, Kind, Tensor};

use super::TrainError;
use super::autoencoder::turned;
use super::parameters::{Tensors, read};
use crate::config::VaeConfig;
use crate::edit::picture::tensor;
use crate::init::vae_shapes;
use crate::pixels::read_rgb;
use crate::weights::{Weights, save};

/// At most so many images are measured.
const MEASURED: usize = 1024;
/// What the constant channels before the last normalisation hold, in spreads of a latent.
const CONSTANT: f64 = 32.0;

/// Rewrites the autoencoder of a model folder: its encoder's latents become the principal components of blocks of these images, each
/// divided by the root of its spread (so that strong ones stay stronger), with a mean of 0 and a mean square of 1 over all.
///
/// # Errors
/// When an image or the weights cannot be used, or the network is too narrow.
pub fn principal_encoder(folder: &Path, images: &[PathBuf]) -> Result<(), TrainError> {
    let _no_grad = tch::no_grad_guard();
    let vae = folder.join("vae");
    let config_file = vae.join("config.json");
    let config: VaeConfig = crate::config::read(&config_file)?;
    fits(&config)?;
    let side = 1_i64 << (config.block_out_channels.len() - 1);
    let (mean, components) = components(images, side, config.latent_channels)?;
    let weights = Weights::open(&vae, "diffusion_pytorch_model", Device::Cpu, Kind::Float)?;
    let tensors = read(weights, &vae_shapes(&config))?;
    lay(&tensors, &config, &mean, &components);
    save(&vae.join("diffusion_pytorch_model.safetensors"), &tensors, Kind::Float, None)?;
    let mut config: serde_json::Value = crate::config::read(&config_file)?;
    config["scaling_factor"] = 1.0.into();
    config["shift_factor"] = 0.0.into();
    std::fs::write(&config_file, format!("{config:#}\n")).map_err(TrainError::io(&config_file))
}

/// Whether blocks can be gathered in a network of these widths.
fn fits(config: &VaeConfig) -> Result<(), TrainError> {
    let widths = &config.block_out_channels;
    let levels = widths.len();
    let needed: Vec<i64> = (1..levels).map(|level| 3 << (2 * level.min(levels - 2))).collect();
    let message = if levels < 2 || widths.iter().zip(&needed).any(|(width, needed)| width < needed) {
        format!("{widths:?} must be at least {needed:?}, to gather blocks of pixels")
    } else if widths[levels - 2] < config.latent_channels
        || per_group(config) * 2 + 2 > widths[levels - 1] / config.norm_num_groups
    {
        format!("{widths:?} are too narrow for {} latent channels", config.latent_channels)
    } else if config.use_quant_conv {
        "must have no quant_conv".to_owned()
    } else {
        return Ok(());
    };
    Err(TrainError::Setting { field: "block_out_channels", message })
}

/// Latents in one group of the last normalisation.
fn per_group(config: &VaeConfig) -> i64 {
    (config.latent_channels as u64).div_ceil(config.norm_num_groups.unsigned_abs()) as i64
}

/// Mean of blocks `[side·side·3]` in the order row, column, band, and the directions to project on, `[latents, side·side·3]`, scaled.
fn components(images: &[PathBuf], side: i64, latents: i64) -> Result<(Tensor, Tensor), TrainError> {
    let length = side * side * 3;
    let (mut sum, mut products) = (
        Tensor::zeros([length], (Kind::Double, Device::Cpu)),
        Tensor::zeros([length, length], (Kind::Double, Device::Cpu)),
    );
    let mut count = 0_i64;
    let stride = images.len().div_ceil(MEASURED).max(1);
    for (number, path) in images.iter().step_by(stride).enumerate() {
        // Turned, one after the other: no direction is preferred.
        let image = turned(&tensor(&read_rgb(path)?, Device::Cpu).squeeze_dim(0), number % 8);
        let [rows, columns] = [1, 2].map(|axis| image.size()[axis] / side);
        let blocks = image
            .narrow(1, 0, rows * side)
            .narrow(2, 0, columns * side)
            .view([3, rows, side, columns, side])
            .permute([1, 3, 2, 4, 0])
            .reshape([rows * columns, length]);
        count += rows * columns;
        sum += blocks.sum_dim_intlist(0, false, Kind::Double);
        products += blocks.tr().matmul(&blocks).to_kind(Kind::Double);
    }
    if count < length {
        return Err(TrainError::Setting {
            field: "--encoder-of",
            message: format!(
                "{count} blocks of {side} × {side} px are too few; at least {length} are needed"
            ),
        });
    }
    let mean = sum / count;
    let covariance = products / count - mean.outer(&mean);
    let (values, vectors) = covariance.linalg_eigh("L");
    // The strongest first; a direction's largest element is positive.
    let vectors = vectors.flip([1]).narrow(1, 0, latents).tr().contiguous();
    let spreads = values.flip([0]).narrow(0, 0, latents).clamp_min(1e-12).sqrt();
    let largest = vectors.gather(1, &vectors.abs().argmax(1, true), false);
    // A latent's mean square becomes its spread, so the mean spread is what to divide by.
    let scale = (spreads.mean(Kind::Double) * &spreads).rsqrt().unsqueeze(1);
    Ok((mean.to_kind(Kind::Float), (vectors * largest.sign() * scale).to_kind(Kind::Float)))
}

/// Puts the projection into the encoder's tensors.
fn lay(tensors: &Tensors, config: &VaeConfig, mean: &Tensor, components: &Tensor) {
    let part = |name: &str| tensors.get(&format!("encoder.{name}")).map(Tensor::shallow_clone);
    let fill = |name: &str, value: f64| {
        if let Some(mut tensor) = part(name) {
            let _ = tensor.fill_(value);
        }
    };
    let put = |name: &str, at: &[i64], value: f64| {
        if let Some(tensor) = part(name) {
            let element = at.iter().fold(tensor, |tensor, index| tensor.get(*index));
            let _ = element.shallow_clone().fill_(value);
        }
    };
    for name in tensors.keys().filter_map(|name| name.strip_prefix("encoder.")) {
        if name.contains(".conv2.") || name.contains("shortcut") || name.contains("downsamplers") {
            fill(name, 0.0);
        }
        // Attention adds what its last layer says.
        if name.contains("attentions") && name.contains("to_out") {
            fill(name, 0.0);
        }
    }
    for name in ["conv_in", "conv_out"] {
        fill(&format!("{name}.weight"), 0.0);
        fill(&format!("{name}.bias"), 0.0);
    }

    for band in 0..3 {
        put("conv_in.weight", &[band, band, 1, 1], 1.0);
    }
    let widths = &config.block_out_channels;
    let last = widths.len() as i64 - 1;
    let latents = config.latent_channels;
    for level in 0..last {
        // Channels that say something: the pixels of a block of 2^level px.
        let known = 3 << (2 * level);
        for channel in 0..known {
            put(
                &format!("down_blocks.{level}.resnets.0.conv_shortcut.weight"),
                &[channel, channel, 0, 0],
                1.0,
            );
        }
        let gather = format!("down_blocks.{level}.downsamplers.0.conv");
        if level + 1 < last {
            for tap in 0..4 {
                for channel in 0..known {
                    put(
                        &format!("{gather}.weight"),
                        &[tap * known + channel, channel, tap / 2, tap % 2],
                        1.0,
                    );
                }
            }
            continue;
        }
        // The last projects. A channel's number holds row and column in the block, two bits a level, the finest lowest.
        let side = 2_i64 << level;
        let projection = components.view([latents, side, side, 3]);
        for tap in 0..4 {
            for channel in 0..known {
                let (place, band) = (tap * (known / 3) + channel / 3, channel % 3);
                let bit = |index: i64| (place >> index) & 1;
                let [row, column] =
                    [1, 0].map(|which| (0..=level).map(|l| bit(2 * l + which) << l).sum::<i64>());
                if let Some(weight) = part(&format!("{gather}.weight")) {
                    weight
                        .narrow(0, 0, latents)
                        .select(1, channel)
                        .select(1, tap / 2)
                        .select(1, tap % 2)
                        .copy_(&projection.select(1, row).select(1, column).select(1, band));
                }
            }
        }
        if let Some(bias) = part(&format!("{gather}.bias")) {
            bias.narrow(0, 0, latents).copy_(&-components.mv(mean));
        }
    }

    // Pairs x, −x, and constants of both signs, group by group.
    let size = widths[last as usize] / config.norm_num_groups;
    let shortcut = format!("down_blocks.{last}.resnets.0.conv_shortcut");
    let (mut next, constants) = (0, |pairs: i64| (size - 2 * pairs) / 2 * 2);
    for group in 0..config.norm_num_groups {
        let first = group * size;
        let pairs = per_group(config).min(latents - next).max(0);
        let held = constants(pairs);
        // Square root of the mean of squares of a group in which the constants are all.
        let spread = CONSTANT * (held as f64 / size as f64).sqrt();
        for channel in first..first + size {
            put("conv_norm_out.weight", &[channel], 0.0);
            put("conv_norm_out.bias", &[channel], 0.0);
        }
        for pair in 0..pairs {
            let latent = next + pair;
            for (offset, sign) in [(0, 1.0), (1, -1.0)] {
                let channel = first + 2 * pair + offset;
                put(&format!("{shortcut}.weight"), &[channel, latent, 0, 0], sign);
                put("conv_norm_out.weight", &[channel], spread);
                put("conv_out.weight", &[latent, channel, 1, 1], sign);
            }
        }
        for number in 0..held {
            let sign = if number % 2 == 0 { 1.0 } else { -1.0 };
            put(&format!("{shortcut}.bias"), &[first + 2 * pairs + number], sign * CONSTANT);
        }
        next += pairs;
    }
    if let Some(bias) = part("conv_out.bias") {
        let _ = bias.narrow(0, latents, latents).fill_(super::autoencoder::LOG_VARIANCE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::scene;
    use crate::edit::Rgb8;
    use crate::init::{Named, Stored, folder};
    use crate::pixels::write_rgb;
    use crate::vae::Vae;

    fn pictures(dir: &Path) -> Vec<PathBuf> {
        let picture = |seed| {
            let path = dir.join(format!("{seed}.png"));
            let image = Rgb8 { width: 128, height: 128, data: scene(seed, 128, 128, 0.5).rgb };
            write_rgb(&path, &image).unwrap();
            path
        };
        (1..4).map(picture).collect()
    }

    #[test]
    fn the_encoder_projects_blocks_on_their_principal_components() {
        let dir = tempfile::tempdir().unwrap();
        let images = pictures(dir.path());
        let model = dir.path().join("small");
        folder(Named::Small, &model, 1, Stored::F32).unwrap();
        principal_encoder(&model, &images).unwrap();

        let config: VaeConfig = crate::config::read(&model.join("vae/config.json")).unwrap();
        let weights =
            Weights::open(&model.join("vae"), "diffusion_pytorch_model", Device::Cpu, Kind::Float).unwrap();
        let vae = Vae::new(&weights.root(), &config);
        let (mean, components) = components(&images, 8, 16).unwrap();
        let mut square = 0.0;
        for image in &images {
            let image = tensor(&read_rgb(image).unwrap(), Device::Cpu);
            let latents = tch::no_grad(|| vae.encode(&image));
            let blocks = image.view([3, 16, 8, 16, 8]).permute([1, 3, 2, 4, 0]).reshape([256, 192]);
            let wanted = (blocks - &mean).matmul(&components.tr()).tr().view([1, 16, 16, 16]);
            let worst = (&latents - wanted).abs().max().double_value(&[]);
            // The normalisation divides by a spread that is constant up to the latents' own share of it.
            assert!(worst < 0.05, "{worst}");
            square += latents.square().mean(Kind::Float).double_value(&[]) / 3.0;
        }
        assert!((0.9..1.1).contains(&square), "{square}");
    }

    #[test]
    fn networks_that_are_too_narrow_and_too_few_pictures_are_refused_by_name() {
        let dir = tempfile::tempdir().unwrap();
        let images = pictures(dir.path());
        for (named, images, field) in
            [(Named::Tiny, &images[..], "block_out_channels"), (Named::Small, &images[..0], "--encoder-of")]
        {
            let model = dir.path().join(field);
            folder(named, &model, 1, Stored::F32).unwrap();
            let refused = principal_encoder(&model, images).unwrap_err().to_string();
            assert!(refused.starts_with(field), "{refused}");
        }
    }
}
