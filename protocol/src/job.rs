//! One tile of one request: what a client asks a worker to do.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

pub use crate::check::{check_instruction, check_wkt};
use crate::grid::{Geotransform, Window};
use crate::limits;
use crate::refusal::{ErrorCode, Refusal};
use crate::stretch::Stretch;

/// `type` property and `schema` field of a job.
pub const JOB_SCHEMA: &str = "foreshock.job.v1";

/// One request of a user. All its tiles carry the same id (UUID v7, so ids sort by time).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct JobId(pub Uuid);

impl JobId {
    /// A fresh id.
    #[must_use]
    pub fn new() -> Self {
        Self(Uuid::now_v7())
    }
}

impl Default for JobId {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Display for JobId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Which tile of its request this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct TileId {
    /// Position in the plan, row by row, from 0.
    pub index: u32,
    /// Number of tiles in the request.
    pub of: u32,
    /// Column in the plan, from 0.
    pub col: u32,
    /// Row in the plan, from 0.
    pub row: u32,
}

/// Who is waiting: a person, or a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// A person looks at the map canvas.
    Interactive,
    /// A batch runs; it yields to people.
    Bulk,
}

impl Lane {
    /// Both lanes, the more urgent first.
    pub const ALL: [Self; 2] = [Self::Interactive, Self::Bulk];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Interactive => "interactive",
            Self::Bulk => "bulk",
        }
    }

    /// The lane of a request with this many tiles when the user chose none.
    #[must_use]
    pub const fn for_tiles(tiles: u32) -> Self {
        if tiles > limits::INTERACTIVE_TILES { Self::Bulk } else { Self::Interactive }
    }
}

/// Bytes that travel as standard base64 with padding (RFC 4648, section 4).
#[derive(Clone, PartialEq, Eq, Default, JsonSchema)]
#[schemars(transparent)]
pub struct Base64(
    #[schemars(with = "String", extend("contentEncoding" = "base64", "pattern" = "^[A-Za-z0-9+/]*={0,2}$"))]
    pub Vec<u8>,
);

impl std::fmt::Debug for Base64 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Base64({} bytes)", self.0.len())
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        let bytes = STANDARD
            .decode(text.as_bytes())
            .map_err(|error| D::Error::custom(format!("not standard base64: {error}")))?;
        Ok(Self(bytes))
    }
}

/// Where the pixels are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// 8-bit RGB or RGBA PNG; alpha 0 = nodata.
    Png(Base64),
    /// A file that the worker can read itself. Refused unless the operator has opened a root for it.
    Ref(SourceRef),
}

/// A window of a GeoTIFF that the worker can read. `docs/protocol.md` says which are taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SourceRef {
    /// `file:///…`, an absolute path on the worker's machine, percent-encoded.
    pub uri: String,
    /// The window of the raster, px; of the grid's size and inside the raster.
    pub window: Window,
    /// BLAKE3 of the window's decoded pixels, 64 hex digits.
    pub blake3: String,
}

/// A before/after pair that shows what is meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Example {
    /// 8-bit RGB PNG, at most 512 px a side.
    pub before: Base64,
    /// 8-bit RGB PNG of the same size.
    pub after: Base64,
}

/// The tile's place on the ground.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TileGrid {
    /// Width, px; a multiple of 16.
    pub width: u32,
    /// Height, px; a multiple of 16.
    pub height: u32,
    /// The tile's own geotransform, in GDAL's order.
    pub geotransform: Geotransform,
    /// The coordinate reference system, WKT, as the source has it.
    pub crs_wkt: String,
    /// Ground sampling distance, metres per px.
    pub gsd_m: f64,
}

/// What may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Preserve {
    /// Every pixel is the model's.
    None,
    /// Only pixels inside the mask are the model's.
    Mask,
    /// Only pixels that the model measurably changed are the model's.
    Change,
}

impl Preserve {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Mask => "mask",
            Self::Change => "change",
        }
    }
}

/// How to edit. Unknown keys are refused: a misspelt parameter must not be ignored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Name of the model, as in `Capabilities`.
    pub model: String,
    /// Name of an adapter of that model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adapter: Option<String>,
    /// Denoising steps, 1 to 200.
    pub steps: u32,
    /// Guidance, 0 to 100.
    pub guidance: f64,
    /// Seed of the noise, up to 2^53 − 1, so that every JSON reader keeps it.
    pub seed: u64,
    /// How much of the schedule to run, above 0 up to 1.
    #[serde(default = "one")]
    pub strength: f64,
    /// What may change.
    #[serde(default = "preserve_change")]
    pub preserve: Preserve,
    /// Named trade of quality for speed; `full` loses nothing.
    #[serde(default = "full")]
    pub quality: String,
    /// Candidates of the early filter, 1 to 12: so many noises are tried for a few steps, and a judge picks one. 1 = no filter.
    #[serde(default = "one_u32")]
    pub candidates: u32,
    /// How candidates are compared; none = the defaults. It counts with more than one candidate only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filter>,
}

/// How candidates are compared. Unknown keys are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Denoising steps before the judge looks, 1 to 200; never more than `steps` are made.
    #[serde(default = "ten")]
    pub steps: u32,
    /// What becomes of the winner.
    #[serde(default)]
    pub mode: FilterMode,
}

impl Default for Filter {
    fn default() -> Self {
        Self { steps: ten(), mode: FilterMode::default() }
    }
}

/// What becomes of the winner of the early filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FilterMode {
    /// The judge sees complete runs of few steps; the winner is run again with all steps.
    #[default]
    Rerun,
    /// The judge sees estimates from the first steps of the full schedule; the winner goes on from there.
    Continue,
}

impl FilterMode {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rerun => "rerun",
            Self::Continue => "continue",
        }
    }
}

impl Params {
    /// The early filter of these parameters; none with one candidate.
    #[must_use]
    pub fn early_filter(&self) -> Option<Filter> {
        (self.candidates > 1).then(|| self.filter.unwrap_or_default())
    }

    /// Seed of a candidate, counted from 0. A seed says all about a candidate: the winner's, sent with `candidates` 1, is the winner.
    #[must_use]
    pub fn candidate_seed(&self, candidate: u32) -> u64 {
        (self.seed + u64::from(candidate)) % limits::SEEDS
    }
}

fn one() -> f64 {
    1.0
}
fn one_u32() -> u32 {
    1
}
fn ten() -> u32 {
    10
}
fn preserve_change() -> Preserve {
    Preserve::Change
}
fn full() -> String {
    "full".to_owned()
}

/// Position of the tile's pixel (0, 0) in the source raster, px: noise is addressed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct NoiseOrigin {
    /// Column; a multiple of 16; may be negative.
    pub col: i64,
    /// Row; a multiple of 16; may be negative.
    pub row: i64,
}

/// One tile of one request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Job {
    /// Always `foreshock.job.v1`.
    pub schema: String,
    /// The request.
    pub job_id: JobId,
    /// The tile.
    pub tile: TileId,
    /// Who is waiting.
    pub lane: Lane,
    /// What should happen, in a language that the model reads.
    pub instruction: String,
    /// The pixels.
    pub source: Source,
    /// 8-bit grey PNG of the tile's size; 255 = may change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mask: Option<Base64>,
    /// Before/after pairs that show what is meant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
    /// The tile's place on the ground.
    pub grid: TileGrid,
    /// How the client came to 8 bit; kept for provenance.
    pub stretch: Stretch,
    /// How to edit.
    pub params: Params,
    /// Where noise is addressed from.
    pub noise_origin: NoiseOrigin,
    /// When nobody waits any more, UTC.
    pub deadline: DateTime<Utc>,
}

/// Reads just enough of a broken message to answer it.
#[derive(Deserialize)]
struct SchemaOnly {
    schema: Option<serde_json::Value>,
}

/// Parses one message body: JSON, its size, its schema version, then its fields; refuses by field name.
///
/// # Errors
/// A [`Refusal`] that names the field and the limit.
pub fn parse_body<T: serde::de::DeserializeOwned>(body: &[u8], schema: &str) -> Result<T, Refusal> {
    if body.len() > limits::MAX_BODY_BYTES {
        return Err(Refusal::field(
            ErrorCode::TooLarge,
            "body",
            format!("at most {} bytes", limits::MAX_BODY_BYTES),
            format!("the message has {} bytes; send smaller tiles", body.len()),
        ));
    }
    let head: SchemaOnly = serde_json::from_slice(body).map_err(|error| {
        Refusal::field(
            ErrorCode::InvalidMessage,
            "body",
            "a JSON object in UTF-8",
            format!("the message is not a JSON object: {error}"),
        )
    })?;
    if head.schema.as_ref().and_then(serde_json::Value::as_str) != Some(schema) {
        let found = head.schema.map_or_else(|| "none".to_owned(), |value| truncated(&value.to_string(), 60));
        return Err(Refusal::field(
            ErrorCode::UnknownSchema,
            "schema",
            schema,
            format!("this message says schema {found}; this side reads {schema}"),
        ));
    }
    let mut reader = serde_json::Deserializer::from_slice(body);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let cause = truncated(&error.into_inner().to_string(), 300);
        let field = at_fault(&path, &cause);
        Refusal::field(
            ErrorCode::InvalidField,
            field.clone(),
            format!("as the JSON Schema of {schema} says"),
            format!("{field}: {cause}"),
        )
    })
}

/// The path of the field at fault: serde reports a missing field at its parent and names it only in its text.
fn at_fault(path: &str, cause: &str) -> String {
    let missing = cause.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    match (path, missing) {
        (".", Some(name)) => name.to_owned(),
        (parent, Some(name)) => format!("{parent}.{name}"),
        (path, None) => path.to_owned(),
    }
}

/// The first `most` characters of a stranger's text, for use in a message.
#[must_use]
pub fn truncated(text: &str, most: usize) -> String {
    let mut cut: String = text.chars().take(most).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

impl Job {
    /// Parses and checks a message body; what comes back may be trusted but for its images, which are still encoded.
    ///
    /// # Errors
    /// A [`Refusal`] that names the field and the limit.
    pub fn parse(body: &[u8]) -> Result<Self, Refusal> {
        let job: Self = parse_body(body, JOB_SCHEMA)?;
        job.check()?;
        Ok(job)
    }

    /// `message_id` of this tile's messages: unique per (job, tile).
    #[must_use]
    pub fn message_id(&self) -> String {
        message_id(self.job_id, self.tile.index)
    }
}

/// `message_id` of a tile's messages.
#[must_use]
pub fn message_id(job: JobId, tile_index: u32) -> String {
    format!("{job}:{tile_index}")
}

/// The (job, tile) that a `message_id` names, if it has the right form.
#[must_use]
pub fn parse_message_id(text: &str) -> Option<(JobId, u32)> {
    let (job, tile) = text.split_once(':')?;
    Some((JobId(Uuid::parse_str(job).ok()?), tile.parse().ok()?))
}
