//! From 8-bit pixels to a network's input, as the PIL-based image processors of transformers make it: resize, centre crop, /255, mean and
//! standard deviation.

use std::path::Path;

use serde::Deserialize;

use super::encoder::MetricError;
use super::folder::read;
use super::resample::{Axis, Filter, resize};
use crate::edit::Rgb8;

/// What OpenAI's CLIP was trained with.
pub const CLIP_MEAN: [f64; 3] = [0.481_454_66, 0.457_827_5, 0.408_210_73];
/// The same.
pub const CLIP_STD: [f64; 3] = [0.268_629_54, 0.261_302_58, 0.275_777_11];
/// What networks trained on ImageNet see.
pub const IMAGENET_MEAN: [f64; 3] = [0.485, 0.456, 0.406];
/// The same.
pub const IMAGENET_STD: [f64; 3] = [0.229, 0.224, 0.225];
/// Longest side of an input, px.
const MOST: usize = 4096;

/// Size after resizing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Size {
    /// One number; what it means depends on the processor.
    Plain(usize),
    /// The short side; the long one keeps the aspect ratio, cut to whole pixels.
    Short {
        /// px.
        shortest_edge: usize,
    },
    /// Both sides.
    Both {
        /// px.
        height: usize,
        /// px.
        width: usize,
    },
}

/// The steps, with their numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Preprocess {
    resize: Option<(Filter, Size)>,
    /// Height, width.
    crop: Option<[usize; 2]>,
    /// Height, width of what comes out.
    output: [usize; 2],
    scale: f64,
    mean: [f64; 3],
    std: [f64; 3],
}

/// `preprocessor_config.json`.
#[derive(Debug, Default, Deserialize)]
struct File {
    image_processor_type: Option<String>,
    feature_extractor_type: Option<String>,
    do_resize: Option<bool>,
    size: Option<Size>,
    resample: Option<Filter>,
    do_center_crop: Option<bool>,
    crop_size: Option<Size>,
    do_rescale: Option<bool>,
    rescale_factor: Option<f64>,
    do_normalize: Option<bool>,
    image_mean: Option<[f64; 3]>,
    image_std: Option<[f64; 3]>,
}

impl Preprocess {
    /// Resize so that the short side has `short` px, crop `crop` × `crop`.
    ///
    /// # Errors
    /// When a number is out of bounds.
    pub fn short_side(
        short: usize,
        crop: usize,
        filter: Filter,
        mean: [f64; 3],
        std: [f64; 3],
    ) -> Result<Self, String> {
        Self::new(
            Some((filter, Size::Short { shortest_edge: short })),
            Some([crop, crop]),
            1.0 / 255.0,
            mean,
            std,
        )
    }

    /// From all its numbers.
    ///
    /// # Errors
    /// When a number is out of bounds, or the size of what comes out depends on the image.
    pub fn new(
        resize: Option<(Filter, Size)>,
        crop: Option<[usize; 2]>,
        scale: f64,
        mean: [f64; 3],
        std: [f64; 3],
    ) -> Result<Self, String> {
        let sides = match resize {
            Some((_, Size::Plain(side) | Size::Short { shortest_edge: side })) => [side, side],
            Some((_, Size::Both { height, width })) => [height, width],
            None => [1, 1],
        };
        if sides.into_iter().chain(crop.into_iter().flatten()).any(|side| !(1..=MOST).contains(&side)) {
            return Err(format!("a size is {sides:?}, a crop {crop:?}; sides are 1 to {MOST} px"));
        }
        let output =
            match (resize, crop) {
                (_, Some(crop)) => crop,
                (Some((_, Size::Both { height, width })), None) => [height, width],
                _ => return Err(
                    "without a crop, the size must give height and width, so that all images become the same"
                        .to_owned(),
                ),
            };
        if !mean.iter().all(|value| value.is_finite())
            || !std.iter().all(|value| value.is_finite() && *value > 0.0)
        {
            return Err(format!("mean {mean:?} must be finite and standard deviation {std:?} above 0"));
        }
        if !(scale.is_finite() && scale > 0.0) {
            return Err(format!("rescale_factor is {scale}; it must be above 0"));
        }
        Ok(Self { resize, crop, output, scale, mean, std })
    }

    /// Reads `preprocessor_config.json`; what it leaves out is as in the processor that it names. None: there is no such file.
    ///
    /// # Errors
    /// When it names a processor or a step that is not known.
    pub fn read(folder: &Path) -> Result<Option<Self>, MetricError> {
        let path = folder.join("preprocessor_config.json");
        if !path.is_file() {
            return Ok(None);
        }
        let file: File = read(&path)?;
        Self::of(&file).map(Some).map_err(|message| MetricError::Config { path, message })
    }

    fn of(file: &File) -> Result<Self, String> {
        let named = file.image_processor_type.as_deref().or(file.feature_extractor_type.as_deref());
        let class = named.unwrap_or("CLIPImageProcessor").trim_end_matches("Fast");
        // What each leaves to its code (transformers 4.57).
        let (square, filter, crops, mean, std) = match class {
            "CLIPImageProcessor" | "CLIPFeatureExtractor" | "BitImageProcessor" => {
                (false, Filter::Bicubic, true, CLIP_MEAN, CLIP_STD)
            }
            "ViTImageProcessor" | "ViTFeatureExtractor" => {
                (true, Filter::Bilinear, false, [0.5; 3], [0.5; 3])
            }
            other => {
                return Err(format!(
                    "image_processor_type {other} is not read; CLIPImageProcessor, BitImageProcessor and ViTImageProcessor are"
                ));
            }
        };
        let size = match file.size.unwrap_or(Size::Plain(224)) {
            Size::Plain(side) if square => Size::Both { height: side, width: side },
            Size::Plain(side) => Size::Short { shortest_edge: side },
            given => given,
        };
        let crop = match file.crop_size.unwrap_or(Size::Plain(224)) {
            Size::Plain(side) | Size::Short { shortest_edge: side } => [side, side],
            Size::Both { height, width } => [height, width],
        };
        if file.do_rescale == Some(false) {
            return Err(
                "do_rescale is false; samples of 0 to 255 are not what such a network reads".to_owned()
            );
        }
        let plain = file.do_normalize == Some(false);
        Self::new(
            file.do_resize.unwrap_or(true).then(|| (file.resample.unwrap_or(filter), size)),
            file.do_center_crop.unwrap_or(crops).then_some(crop),
            file.rescale_factor.unwrap_or(1.0 / 255.0),
            if plain { [0.0; 3] } else { file.image_mean.unwrap_or(mean) },
            if plain { [1.0; 3] } else { file.image_std.unwrap_or(std) },
        )
    }

    /// Height and width of what comes out, px.
    #[must_use]
    pub fn output(&self) -> [usize; 2] {
        self.output
    }

    /// In words.
    #[must_use]
    pub fn describe(&self) -> String {
        let mut parts = Vec::new();
        if let Some((filter, size)) = self.resize {
            let to = match size {
                Size::Plain(side) | Size::Short { shortest_edge: side } => format!("short side {side}"),
                Size::Both { height, width } => format!("{width} × {height}"),
            };
            parts.push(format!("{} {to}", filter.name()));
        }
        if let Some([height, width]) = self.crop {
            parts.push(format!("centre crop {width} × {height}"));
        }
        let known = [(CLIP_MEAN, CLIP_STD, "CLIP"), (IMAGENET_MEAN, IMAGENET_STD, "ImageNet")];
        parts.push(match known.iter().find(|(mean, std, _)| *mean == self.mean && *std == self.std) {
            Some((.., name)) => format!("{name} mean/std"),
            None => format!("mean {:?}, std {:?}", self.mean, self.std),
        });
        parts.join(", ")
    }

    /// The input that an image becomes: `[3, height, width]`, flat.
    ///
    /// # Errors
    /// When the image has no pixels, or its samples do not fill it.
    pub fn apply(&self, image: &Rgb8) -> Result<Vec<f32>, String> {
        let (width, height) = (image.width, image.height);
        if width == 0 || height == 0 || image.data.len() != width * height * 3 {
            return Err(format!(
                "{width} × {height} px with {} samples; wanted width · height · 3, above 0",
                image.data.len()
            ));
        }
        let [tall, wide] = match self.resize {
            None => [height, width],
            Some((_, Size::Both { height, width })) => [height, width],
            Some((_, Size::Plain(short) | Size::Short { shortest_edge: short })) => {
                if width <= height {
                    [short * height / width, short]
                } else {
                    [short, short * width / height]
                }
            }
        };
        let (rows, columns) = (Window::centred(tall, self.output[0]), Window::centred(wide, self.output[1]));
        let filter = self.resize.map_or(Filter::Bicubic, |(filter, _)| filter);
        let part = resize(image, filter, columns.axis, rows.axis);
        let [height, width] = self.output;
        let tables: [Vec<f32>; 3] = std::array::from_fn(|band| self.table(band));
        // Where the crop is larger than the image, the rest is black.
        let mut input: Vec<f32> = tables.iter().flat_map(|table| vec![table[0]; height * width]).collect();
        for (band, table) in tables.iter().enumerate() {
            for row in 0..part.height {
                let to = (band * height + row + rows.before) * width + columns.before;
                let from = part.data[row * part.width * 3..].iter().skip(band).step_by(3);
                for (value, sample) in input[to..to + part.width].iter_mut().zip(from) {
                    *value = table[usize::from(*sample)];
                }
            }
        }
        Ok(input)
    }

    /// What each sample of a band becomes: scaled in 64 bit, rounded to 32, normalised in 32, as NumPy does in the processors.
    fn table(&self, band: usize) -> Vec<f32> {
        let (mean, std) = (self.mean[band] as f32, self.std[band] as f32);
        (0..=255_u32).map(|sample| ((f64::from(sample) * self.scale) as f32 - mean) / std).collect()
    }
}

/// A crop along one axis: what is cut out, and how much of nothing lies before it.
struct Window {
    axis: Axis,
    before: usize,
}

impl Window {
    fn centred(size: usize, wanted: usize) -> Self {
        if size >= wanted {
            return Self { axis: Axis { size, first: (size - wanted) / 2, count: wanted }, before: 0 };
        }
        Self { axis: Axis { size, first: 0, count: size }, before: (wanted - size).div_ceil(2) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> Result<Preprocess, String> {
        Preprocess::of(&serde_json::from_str(json).map_err(|error| error.to_string())?)
    }

    #[test]
    fn old_and_new_files_say_the_same() {
        let new = of(r#"{"image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 224},
            "crop_size": {"height": 224, "width": 224}, "resample": 3}"#);
        let old = of(r#"{"feature_extractor_type": "CLIPFeatureExtractor", "size": 224, "crop_size": 224}"#);
        assert_eq!(new, old);
        assert_eq!(new.unwrap().describe(), "bicubic short side 224, centre crop 224 × 224, CLIP mean/std");
        let vit = of(
            r#"{"feature_extractor_type": "ViTFeatureExtractor", "size": 224, "image_mean": [0.485, 0.456, 0.406],
            "image_std": [0.229, 0.224, 0.225]}"#,
        );
        assert_eq!(vit.unwrap().describe(), "bilinear 224 × 224, ImageNet mean/std");
    }

    #[test]
    fn what_cannot_be_done_is_refused() {
        for (json, said) in [
            (r#"{"image_processor_type": "LevitImageProcessor"}"#, "LevitImageProcessor"),
            (r#"{"resample": 1}"#, "filter 1"),
            (r#"{"do_rescale": false}"#, "do_rescale"),
            (r#"{"do_center_crop": false}"#, "without a crop"),
            (r#"{"size": 0}"#, "1 to 4096"),
            (r#"{"image_std": [0.0, 1.0, 1.0]}"#, "above 0"),
        ] {
            let error = of(json).unwrap_err();
            assert!(error.contains(said), "{json}: {error}");
        }
    }

    #[test]
    fn images_without_pixels_are_refused() {
        let preprocess = of("{}").unwrap();
        for (width, height, samples) in [(0, 4, 0), (4, 4, 47), (4, 0, 0)] {
            assert!(preprocess.apply(&Rgb8 { width, height, data: vec![0; samples] }).is_err());
        }
    }
}
