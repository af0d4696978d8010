//! What crosses Foreshock's wire.
//!
//! Serde types for every message, the pixel grid and its tiles, the request-wide stretch, the content
//! fingerprint and the names of the broker's queues. No I/O, no tensors, no GDAL: the worker, the command
//! line and (through the JSON Schema and the fixtures in this crate) the QGIS plugin all agree here.
//!
//! `docs/protocol.md` says the same in words, with the formulas.

pub mod access;
pub mod by_reference;
pub mod capabilities;
pub mod check;
pub mod compose;
pub mod event;
pub mod fingerprint;
pub mod grid;
pub mod job;
pub mod limits;
pub mod outcome;
pub mod presets;
pub mod refusal;
pub mod schema;
pub mod stretch;
pub mod topology;

pub use refusal::{ErrorCode, Refusal};
