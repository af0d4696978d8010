//! What a fleet can do: asked by RPC with direct reply-to on the queue `capabilities`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::limits::Limits;
use crate::presets::Preset;

/// `type` property and `schema` field of the answer.
pub const CAPABILITIES_SCHEMA: &str = "foreshock.capabilities.v1";
/// `type` property and `schema` field of the question.
pub const CAPABILITIES_REQUEST_SCHEMA: &str = "foreshock.capabilities-request.v1";

/// The question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CapabilitiesRequest {
    /// Always `foreshock.capabilities-request.v1`.
    pub schema: String,
}

/// The answer of one worker; all workers of a vhost serve one model set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Capabilities {
    /// Always `foreshock.capabilities.v1`.
    pub schema: String,
    /// The worker that speaks.
    pub worker: String,
    /// Its software version.
    pub version: String,
    /// The models it serves, the default one first.
    pub models: Vec<Model>,
    /// Bounds on messages.
    pub limits: Limits,
    /// Tested instructions by disaster type.
    pub presets: Vec<Preset>,
    /// Whether a judge is set, so that candidates can be compared.
    #[serde(default)]
    pub judge: bool,
}

/// One model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Model {
    /// Its name on the wire.
    pub name: String,
    /// BLAKE3 over weights and configuration, 64 hex digits.
    pub digest: String,
    /// Adapters it can run with.
    pub adapters: Vec<String>,
    /// Adapter of jobs that choose none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_adapter: Option<String>,
    /// Most before/after examples it takes.
    #[serde(default)]
    pub max_examples: u32,
    /// Most candidates of the early filter; 1 without a judge.
    #[serde(default = "one")]
    pub max_candidates: u32,
    /// Tile sides it works best at, px, the preferred one first.
    pub tile_sizes: Vec<u32>,
    /// Longest side it takes, px.
    pub max_side: u32,
    /// Ground sampling distances it was made for, metres per px.
    pub gsd_m: GsdRange,
    /// Languages it reads (BCP 47).
    pub languages: Vec<String>,
    /// Denoising steps unless the user says otherwise.
    pub default_steps: u32,
    /// Guidance unless the user says otherwise.
    pub default_guidance: f64,
    /// Quality settings it offers.
    pub qualities: Vec<String>,
    /// Its licence.
    pub licence: Licence,
}

fn one() -> u32 {
    1
}

/// A closed range of ground sampling distances, metres per px.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GsdRange {
    /// Finest.
    pub min: f64,
    /// Coarsest.
    pub max: f64,
}

/// What a model may be used for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Licence {
    /// SPDX id, or a name of ours where SPDX has none.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Where to read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Commercial use is not allowed.
    pub non_commercial: bool,
    /// The operator has accepted it; otherwise jobs are refused.
    pub accepted: bool,
}
