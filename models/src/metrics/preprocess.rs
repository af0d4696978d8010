//! From 8-bit pixels to what a network reads, as Pillow and the slow image processors of transformers do it: numbers must match, and a
//! resampling that differs in its last bit moves a feature.

use std::path::Path;

use serde_json::Value;
use tch::{Device, Kind, Tensor};

use super::MetricError;
use crate::edit::Rgb8;

/// Bits of a coefficient behind the point (Pillow, 8-bit resampling).
const PRECISION: u32 = 22;
/// Mean and spread of CLIP's training images (openai/CLIP).
const CLIP_MEAN: [f64; 3] = [0.481_454_66, 0.457_827_5, 0.408_210_73];
const CLIP_STD: [f64; 3] = [0.268_629_54, 0.261_302_58, 0.275_777_11];
/// Mean and spread of ImageNet.
const IMAGENET_MEAN: [f64; 3] = [0.485, 0.456, 0.406];
const IMAGENET_STD: [f64; 3] = [0.229, 0.224, 0.225];

/// How images come to a network.
#[derive(Debug, Clone, PartialEq)]
pub struct Preprocessing {
    /// The short side after bicubic resampling, px.
    pub resize: usize,
    /// Side of the square cut from the middle, px.
    pub crop: usize,
    /// Subtracted, by band.
    pub mean: [f64; 3],
    /// Divided by, by band.
    pub std: [f64; 3],
}

impl Preprocessing {
    /// CLIP's own.
    #[must_use]
    pub fn clip() -> Self {
        Self { resize: 224, crop: 224, mean: CLIP_MEAN, std: CLIP_STD }
    }

    /// That of DINO and DINOv2 in their evaluations (and in MagicBrush's).
    #[must_use]
    pub fn dino() -> Self {
        Self { resize: 256, crop: 224, mean: IMAGENET_MEAN, std: IMAGENET_STD }
    }

    /// `preprocessor_config.json` of a folder where it names a short side and a crop with bicubic resampling; else `usual`.
    ///
    /// # Errors
    /// When the file is broken.
    pub fn read(folder: &Path, usual: Self) -> Result<Self, MetricError> {
        let path = folder.join("preprocessor_config.json");
        if !path.is_file() {
            return Ok(usual);
        }
        let config: Value = crate::config::read(&path)?;
        // Older files have plain numbers.
        let resize = config["size"]["shortest_edge"].as_u64().or(config["size"].as_u64());
        let crop = config["crop_size"]["height"].as_u64().or(config["crop_size"].as_u64());
        let bicubic = config["resample"].as_u64().is_none_or(|filter| filter == 3);
        let (Some(resize), Some(crop), true) = (resize, crop, bicubic) else { return Ok(usual) };
        let bands = |key: &str, usual: [f64; 3]| {
            let values: Vec<f64> =
                config[key].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
            <[f64; 3]>::try_from(values).unwrap_or(usual)
        };
        Ok(Self {
            resize: resize as usize,
            crop: crop as usize,
            mean: bands("image_mean", usual.mean),
            std: bands("image_std", usual.std),
        })
    }

    /// Readable, for the record.
    #[must_use]
    pub fn describe(&self) -> String {
        format!(
            "bicubic (Pillow, 8 bit) to a short side of {} px, centre {} px, mean {:?}, std {:?}",
            self.resize, self.crop, self.mean, self.std
        )
    }

    /// `[3, crop, crop]`, f32.
    #[must_use]
    pub fn apply(&self, image: &Rgb8) -> Tensor {
        let (width, height) = (image.width, image.height);
        let long = |side: usize, short: usize| (self.resize * side) / short;
        let size = if width <= height {
            (self.resize, long(height, width))
        } else {
            (long(width, height), self.resize)
        };
        let cut = centre(&bicubic(image, size.0, size.1), self.crop);
        let side = self.crop as i64;
        let bytes = Tensor::from_slice(&cut.data).view([side, side, 3]).permute([2, 0, 1]);
        let bands = |values: &[f64; 3]| Tensor::from_slice(&values.map(|value| value as f32)).view([3, 1, 1]);
        let scaled = bytes.to_kind(Kind::Float) * (1.0 / 255.0);
        ((scaled - bands(&self.mean)) / bands(&self.std)).contiguous()
    }

    /// A batch, `[B, 3, crop, crop]`.
    #[must_use]
    pub fn batch(&self, images: &[Rgb8], device: Device) -> Tensor {
        Tensor::stack(&images.iter().map(|image| self.apply(image)).collect::<Vec<_>>(), 0).to_device(device)
    }
}

/// A square from the middle; black where the image is smaller.
fn centre(image: &Rgb8, side: usize) -> Rgb8 {
    let mut data = vec![0; side * side * 3];
    let offset = |whole: usize| (whole as i64 - side as i64).div_euclid(2);
    let (top, left) = (offset(image.height), offset(image.width));
    for row in 0..side {
        for col in 0..side {
            let (y, x) = (top + row as i64, left + col as i64);
            if (0..image.height as i64).contains(&y) && (0..image.width as i64).contains(&x) {
                let from = (y as usize * image.width + x as usize) * 3;
                data[(row * side + col) * 3..][..3].copy_from_slice(&image.data[from..from + 3]);
            }
        }
    }
    Rgb8 { width: side, height: side, data }
}

/// Weights of the samples that make one.
struct Taps {
    first: usize,
    weights: Vec<i32>,
}

/// The cubic kernel with a = −1/2.
fn kernel(x: f64) -> f64 {
    const A: f64 = -0.5;
    let x = x.abs();
    if x < 1.0 {
        ((A + 2.0) * x - (A + 3.0)) * x * x + 1.0
    } else if x < 2.0 {
        (((x - 5.0) * x + 8.0) * x - 4.0) * A
    } else {
        0.0
    }
}

/// Which samples of `from` make each of `to`: the kernel is stretched when the image shrinks.
fn taps(from: usize, to: usize) -> Vec<Taps> {
    let scale = from as f64 / to as f64;
    let stretch = scale.max(1.0);
    let support = 2.0 * stretch;
    (0..to)
        .map(|place| {
            let centre = (place as f64 + 0.5) * scale;
            let first = ((centre - support + 0.5) as i64).max(0) as usize;
            let last = ((centre + support + 0.5) as usize).min(from);
            let weights: Vec<f64> =
                (first..last).map(|sample| kernel((sample as f64 - centre + 0.5) / stretch)).collect();
            let sum: f64 = weights.iter().sum();
            let fixed = |weight: f64| (weight / sum * f64::from(1 << PRECISION)).round() as i32;
            Taps { first, weights: weights.into_iter().map(fixed).collect() }
        })
        .collect()
}

/// Sums in whole numbers, rounded and cut to 8 bit.
fn mixed(taps: &Taps, sample: impl Fn(usize) -> u8) -> u8 {
    let sum: i64 = taps
        .weights
        .iter()
        .enumerate()
        .map(|(number, weight)| i64::from(*weight) * i64::from(sample(taps.first + number)))
        .sum();
    ((sum + (1 << (PRECISION - 1))) >> PRECISION).clamp(0, 255) as u8
}

/// Bicubic resampling with antialiasing as Pillow has it: rows first, then columns, 8 bit between.
#[must_use]
pub fn bicubic(image: &Rgb8, width: usize, height: usize) -> Rgb8 {
    let mut across = image.clone();
    if width != image.width {
        let taps = taps(image.width, width);
        let line = image.width * 3;
        across = Rgb8 { width, height: image.height, data: Vec::with_capacity(width * image.height * 3) };
        for row in image.data.chunks_exact(line) {
            for taps in &taps {
                across.data.extend((0..3).map(|band| mixed(taps, |at| row[at * 3 + band])));
            }
        }
    }
    if height == across.height {
        return across;
    }
    let line = width * 3;
    let mut data = Vec::with_capacity(line * height);
    for taps in taps(across.height, height) {
        data.extend((0..line).map(|column| mixed(&taps, |row| across.data[row * line + column])));
    }
    Rgb8 { width, height, data }
}
