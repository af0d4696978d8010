//! The seam between networks and everything else: an [`Editor`] turns a tile and an instruction into an edited tile, step by step.

pub mod composite;
pub mod denoise;
pub(crate) mod editor;
mod examples;
mod folder;
pub(crate) mod picture;
pub mod prompt;
mod session;
pub mod window;

use std::path::{Path, PathBuf};

use tch::Kind;

use crate::adapter::AdapterInfo;
use crate::device::DeviceError;
use crate::weights::WeightError;
pub use examples::MOST_EXAMPLES;
pub use folder::{check_sums, component_digests};
pub use session::Session;

/// 8-bit RGB, rows from the top, `height · width · 3` bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rgb8 {
    /// Width, px.
    pub width: usize,
    /// Height, px.
    pub height: usize,
    /// Samples.
    pub data: Vec<u8>,
}

/// 8-bit grey, rows from the top, `height · width` bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gray8 {
    /// Width, px.
    pub width: usize,
    /// Height, px.
    pub height: usize,
    /// Samples.
    pub data: Vec<u8>,
}

/// What may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preserve {
    /// Every pixel is the model's.
    None,
    /// Only pixels inside the mask.
    Mask,
    /// Only pixels that measurably changed.
    Change,
}

/// One tile to edit.
#[derive(Debug, Clone)]
pub struct EditRequest {
    /// The source; sides are multiples of 16 px.
    pub source: Rgb8,
    /// 0 where the source has no data.
    pub valid: Option<Gray8>,
    /// 255 where it may change.
    pub mask: Option<Gray8>,
    /// Before/after pairs that show what is meant.
    pub examples: Vec<(Rgb8, Rgb8)>,
    /// What should happen.
    pub instruction: String,
    /// Denoising steps.
    pub steps: u32,
    /// Guidance.
    pub guidance: f64,
    /// Seed of the noise.
    pub seed: u64,
    /// Share of the schedule to run, above 0 up to 1.
    pub strength: f64,
    /// What may change.
    pub preserve: Preserve,
    /// Named trade of quality for speed.
    pub quality: String,
    /// Adapter by its name; none = the model's default.
    pub adapter: Option<String>,
    /// Candidate of the early filter.
    pub candidate: u32,
    /// (column, row) of the tile's first pixel in the source raster, px.
    pub noise_origin: [i64; 2],
}

/// An edited tile.
#[derive(Debug, Clone)]
pub struct Edited {
    /// The model's pixels, not composited.
    pub pixels: Rgb8,
    /// With which weight they replace the source; 0 = untouched.
    pub weight: Gray8,
    /// Share of pixels with a weight above 0.
    pub changed_fraction: f64,
    /// Seconds per stage.
    pub seconds: Vec<(&'static str, f64)>,
}

/// A model's licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// SPDX id or a name of ours.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Where to read it.
    pub url: Option<String>,
    /// Commercial use is not allowed.
    pub non_commercial: bool,
}

/// What an editor is and can do.
#[derive(Debug, Clone, PartialEq)]
pub struct EditorInfo {
    /// Name on the wire.
    pub model: String,
    /// Family of networks (`flux1-fill`).
    pub family: String,
    /// BLAKE3 over weights and configuration, 64 hex digits.
    pub fingerprint: String,
    /// Adapters that a job may choose.
    pub adapters: Vec<AdapterInfo>,
    /// Adapter of jobs that choose none.
    pub default_adapter: Option<String>,
    /// Adapter that is part of the weights, so that no other can be chosen.
    pub merged_adapter: Option<String>,
    /// Tile sides, px, the preferred one first.
    pub tile_sizes: Vec<u32>,
    /// Longest side, px.
    pub max_side: u32,
    /// Most before/after examples.
    pub max_examples: u32,
    /// Ground sampling distances it was made for, metres per px.
    pub gsd_m: [f64; 2],
    /// Languages it reads (BCP 47).
    pub languages: Vec<String>,
    /// Its licence.
    pub licence: Licence,
    /// Steps unless the user says otherwise.
    pub default_steps: u32,
    /// Guidance unless the user says otherwise.
    pub default_guidance: f64,
    /// Element type it computes in.
    pub dtype: String,
    /// Device it computes on.
    pub device: String,
    /// What can change the last bits: build, device, dtype, attention.
    pub numeric_profile: String,
    /// Parameters of all components.
    pub parameters: u64,
}

/// Sessions with equal keys can share a forward pass.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BatchKey {
    /// Height and width of a forward pass, px: the tile's, or a window's of a larger one.
    pub tile: [usize; 2],
    /// Height and width of each example, px.
    pub examples: Vec<[usize; 2]>,
    /// Quality setting.
    pub quality: String,
    /// Adapter.
    pub adapter: Option<String>,
}

/// Why an edit was refused or failed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum EditError {
    /// The request breaks a rule.
    #[error("{message}")]
    Invalid {
        /// The field at fault.
        field: &'static str,
        /// What it must satisfy.
        limit: String,
        /// For a person.
        message: String,
    },
    /// This model cannot do that.
    #[error("{message}")]
    Unsupported {
        /// The field at fault.
        field: &'static str,
        /// For a person.
        message: String,
    },
    /// Too much of the instruction is unknown to the model.
    #[error("{percent} % of the instruction is unknown to the model, more than 30 %; write it in English")]
    UnknownWords {
        /// Share of letters without a token.
        percent: u32,
    },
    /// The device ran out of memory.
    #[error("the device ran out of memory: {0}")]
    OutOfMemory(String),
    /// The device failed and cannot be used any more.
    #[error("the device failed: {0}")]
    Device(String),
    /// libtorch failed.
    #[error("the network failed: {0}")]
    Torch(String),
}

impl EditError {
    /// Sorts a failure of libtorch by its text.
    #[must_use]
    pub fn from_torch(message: &str) -> Self {
        let lower = message.to_lowercase();
        let short: String = message.lines().next().unwrap_or_default().chars().take(400).collect();
        if lower.contains("out of memory") || lower.contains("can't allocate memory") {
            Self::OutOfMemory(short)
        } else if lower.contains("cuda error")
            || lower.contains("cudnn_status")
            || lower.contains("cublas_status")
        {
            Self::Device(short)
        } else {
            Self::Torch(short)
        }
    }
}

/// Why a model folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file is missing or cannot be read.
    #[error("cannot read {path}: {source}; is this a model folder in the diffusers layout?")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A configuration does not have what the network needs.
    #[error("{path}: {message}")]
    Config {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        message: String,
    },
    /// The weights do not fit.
    #[error(transparent)]
    Weights(#[from] WeightError),
    /// The device is not there.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// The element type is unknown.
    #[error("dtype “{0}” is unknown; use f32 or bf16")]
    Dtype(String),
    /// libtorch failed while loading.
    #[error("the model could not be loaded: {0}")]
    Torch(EditError),
}

/// Where and how to compute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadOptions {
    /// `cpu`, `cuda` or `cuda:N`.
    pub device: String,
    /// `f32` or `bf16`.
    pub dtype: String,
    /// CPU threads; 0 = as libtorch decides.
    pub threads: usize,
    /// Adapters beside those that lie in the folder.
    pub adapters: Vec<PathBuf>,
    /// Adapter that is merged into the weights; the others are then not loaded.
    pub merge_adapter: Option<String>,
}

impl Default for LoadOptions {
    fn default() -> Self {
        Self {
            device: "cpu".to_owned(),
            dtype: "f32".to_owned(),
            threads: 0,
            adapters: Vec::new(),
            merge_adapter: None,
        }
    }
}

/// A model that edits.
pub trait Editor {
    /// What it is and can do.
    fn info(&self) -> &EditorInfo;

    /// Which requests can share a forward pass with this one.
    fn batch_key(&self, request: &EditRequest) -> BatchKey;

    /// Checks a request without computing.
    ///
    /// # Errors
    /// The first rule broken.
    fn check(&self, request: &EditRequest) -> Result<(), EditError>;

    /// Encodes text and pixels.
    ///
    /// # Errors
    /// As [`Editor::check`], and when the network fails.
    fn begin(&self, request: EditRequest) -> Result<Session, EditError>;

    /// One denoising step of several sessions with one [`BatchKey`].
    ///
    /// # Errors
    /// When the network fails; the sessions stay where they were.
    fn step(&self, sessions: &mut [&mut Session]) -> Result<(), EditError>;

    /// What a session would come to if its last step held to the end: for a judge, or to look at.
    ///
    /// # Errors
    /// When the network fails.
    fn preview(&self, session: &Session) -> Result<Rgb8, EditError>;

    /// Decodes a session whose steps are done.
    ///
    /// # Errors
    /// When the network fails.
    fn finish(&self, session: Session) -> Result<Edited, EditError>;
}

/// Loads the model of a folder in the diffusers layout.
///
/// # Errors
/// When files are missing or do not fit, or the device is not there.
pub fn load(folder: &Path, options: &LoadOptions) -> Result<Box<dyn Editor + Send>, LoadError> {
    let device = crate::device::open(&options.device)?;
    let kind = kind_of(&options.dtype)?;
    if options.threads > 0 {
        tch::set_num_threads(i32::try_from(options.threads).unwrap_or(i32::MAX));
    }
    Ok(Box::new(editor::FluxEditor::load(folder, options, device, kind)?))
}

/// The element type of that name.
///
/// # Errors
/// When it is neither `f32` nor `bf16`.
pub fn kind_of(dtype: &str) -> Result<Kind, LoadError> {
    match dtype {
        "f32" => Ok(Kind::Float),
        "bf16" => Ok(Kind::BFloat16),
        other => Err(LoadError::Dtype(other.to_owned())),
    }
}
