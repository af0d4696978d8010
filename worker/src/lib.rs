//! Foreshock's worker and command line.
//!
//! `broker` speaks AMQP, `cache` Redis, `raster` GDAL, `engine` owns the model on a thread of its own; `job` is the life of one tile on a
//! worker, `client` the life of one request on a user's machine. `cli` is the binary's face.

pub mod broker;
pub mod cache;
mod causes;
pub mod cli;
pub mod client;
pub mod engine;
mod jitter;
pub mod job;
pub mod judge;
pub mod raster;
pub mod settings;
pub mod shipped;
pub mod telemetry;
pub mod tls;

/// Software and version, as provenance names it.
pub const SOFTWARE: &str = concat!("foreshock ", env!("CARGO_PKG_VERSION"));
