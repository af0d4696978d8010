//! Every bound a stranger's message is held to, in one place. The QGIS plugin reads them from `Capabilities`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Largest message body, bytes: half of what RabbitMQ 4 accepts by default.
pub const MAX_BODY_BYTES: usize = 8 * 1024 * 1024;
/// Image sides are multiples of this, px: 8 (VAE) times 2 (patches of the transformer).
pub const SIDE_MULTIPLE: u32 = 16;
/// Shortest side of a tile, px.
pub const MIN_SIDE: u32 = 16;
/// Longest side of a tile, px. A model may take less (`Capabilities`).
pub const MAX_SIDE: u32 = 2048;
/// Longest side of an example image, px.
pub const MAX_EXAMPLE_SIDE: u32 = 512;
/// Most before/after examples in one job: what in-context editing was trained with (VisualCloze).
pub const MAX_EXAMPLES: usize = 3;
/// Longest instruction, bytes of UTF-8.
pub const MAX_INSTRUCTION_BYTES: usize = 2000;
/// Longest coordinate reference system text, bytes.
pub const MAX_WKT_BYTES: usize = 64 * 1024;
/// Most denoising steps.
pub const MAX_STEPS: u32 = 200;
/// Largest guidance.
pub const MAX_GUIDANCE: f64 = 100.0;
/// Seeds are below this, so that every JSON reader keeps them.
pub const SEEDS: u64 = 1 << 53;
/// Most candidates of the early filter.
pub const MAX_CANDIDATES: u32 = 12;
/// Longest address of a source by reference, bytes.
pub const MAX_REF_URI_BYTES: usize = 4096;
/// Longest side of a raster that is read by reference, px.
pub const MAX_REF_RASTER_SIDE: u32 = 1 << 22;
/// Largest file that is read by reference, bytes.
pub const MAX_REF_FILE_BYTES: u64 = 1 << 36;
/// Largest block (tile or strip) of a raster that is read by reference, bytes once decoded.
pub const MAX_REF_BLOCK_BYTES: u64 = 64 << 20;
/// Most that is decoded to read one window of such a raster, bytes: all blocks that the window touches.
pub const MAX_REF_WINDOW_BYTES: u64 = 256 << 20;
/// Most tiles in one request.
pub const MAX_TILES: u32 = 1_000_000;
/// Requests with more tiles than this go to the bulk lane.
pub const INTERACTIVE_TILES: u32 = 64;
/// Events of one job, at most this many a second.
pub const EVENTS_PER_SECOND: u32 = 4;
/// Smallest patch of the change footprint, px.
pub const MIN_FOOTPRINT_PIXELS: u32 = 16;

/// The limits as a worker states them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Limits {
    /// Largest message body, bytes.
    pub body_bytes: u64,
    /// Longest instruction, bytes of UTF-8.
    pub instruction_bytes: u64,
    /// Most denoising steps.
    pub steps: u32,
    /// Largest guidance.
    pub guidance: f64,
    /// Most before/after examples.
    pub examples: u32,
    /// Longest side of an example image, px.
    pub example_side: u32,
    /// Requests with more tiles than this belong on the bulk lane.
    pub interactive_tiles: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: MAX_BODY_BYTES as u64,
            instruction_bytes: MAX_INSTRUCTION_BYTES as u64,
            steps: MAX_STEPS,
            guidance: MAX_GUIDANCE,
            examples: MAX_EXAMPLES as u32,
            example_side: MAX_EXAMPLE_SIDE,
            interactive_tiles: INTERACTIVE_TILES,
        }
    }
}
