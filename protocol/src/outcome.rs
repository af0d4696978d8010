//! How a job ended. Every job has exactly one outcome for its user, though it may arrive twice.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::job::{Base64, FilterMode, JobId, TileId};
use crate::refusal::Refusal;

/// `type` property and `schema` field of an outcome.
pub const OUTCOME_SCHEMA: &str = "foreshock.outcome.v1";

/// How one tile ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Outcome {
    /// Always `foreshock.outcome.v1`.
    pub schema: String,
    /// The request; nil when the message could not be read and named none.
    pub job_id: JobId,
    /// The tile; absent when the message could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tile: Option<TileId>,
    /// The worker that speaks.
    pub worker: String,
    /// How it ended.
    #[serde(flatten)]
    pub end: End,
}

/// How a tile ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum End {
    /// Edited.
    Done(Box<Done>),
    /// Refused or failed.
    Failed(Refusal),
    /// Its owner called it off.
    Cancelled,
}

/// An edited tile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Done {
    /// RGBA GeoTIFF on the tile's grid: edited pixels, not composited; alpha = weight, 0 = untouched.
    pub geotiff: Base64,
    /// Share of the tile's pixels with a weight above 0, 0 to 1.
    pub changed_fraction: f64,
    /// The seed that was used: the winner's, where candidates were compared.
    pub seed: u64,
    /// What made this image.
    pub provenance: Provenance,
    /// Whether it was computed for this job.
    pub cache: CacheState,
    /// Seconds per stage.
    pub seconds: BTreeMap<String, f64>,
}

/// Whether the pixels were computed for this job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CacheState {
    /// The same question was answered before.
    Hit,
    /// Computed now.
    Miss,
}

/// What made an image, so that nobody takes it for an observation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Provenance {
    /// Always true: this is not an observation.
    pub synthetic: bool,
    /// Software and version.
    pub software: String,
    /// Name of the model.
    pub model: String,
    /// BLAKE3 over weights and configuration, 64 hex digits.
    pub model_digest: String,
    /// Name of the adapter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adapter: Option<String>,
    /// BLAKE3 of the adapter's file, 64 hex digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adapter_digest: Option<String>,
    /// Licence of the model.
    pub licence: String,
    /// What was asked.
    pub instruction: String,
    /// Denoising steps.
    pub steps: u32,
    /// Guidance.
    pub guidance: f64,
    /// Seed of the noise.
    pub seed: u64,
    /// Strength.
    pub strength: f64,
    /// Preserve rule.
    pub preserve: String,
    /// Quality setting.
    pub quality: String,
    /// When the pixels were made, UTC.
    pub created: DateTime<Utc>,
    /// How the seed was found, where candidates were compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<FilterRecord>,
}

/// What the early filter did. Candidates are counted from 0, in the order of their seeds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FilterRecord {
    /// What became of the winner.
    pub mode: FilterMode,
    /// Denoising steps before the judge looked.
    pub steps: u32,
    /// Seed of each candidate.
    pub seeds: Vec<u64>,
    /// What the judge said, in the order of asking.
    pub verdicts: Vec<FilterVerdict>,
    /// The model that judged.
    pub judge: String,
    /// Why the judge could not be heard; then the first candidate was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed: Option<String>,
    /// Seed of the candidate that was taken.
    pub winner_seed: u64,
}

/// One comparison of two candidates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum FilterVerdict {
    /// The judge chose.
    Decided {
        /// The best so far.
        a: u32,
        /// The next.
        b: u32,
        /// One of both.
        winner: u32,
        /// Why, in the judge's words.
        reason: String,
    },
    /// The judge could not be reached or understood.
    Failed {
        /// The best so far.
        a: u32,
        /// The next.
        b: u32,
        /// What went wrong.
        error: String,
    },
}
