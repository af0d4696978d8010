//! Foreshock's networks: from a folder of weights and a tile of pixels to an edited tile.
//!
//! This crate knows tensors and pixels; it knows no queue and no GeoTIFF, and builds where neither is installed.

pub mod adapter;
pub mod chat;
pub mod config;
pub mod data;
pub mod device;
pub mod edit;
pub mod flux;
pub mod init;
pub mod metrics;
pub mod nn;
pub mod noise;
pub mod pixels;
pub mod schedule;
pub mod text;
pub mod train;
pub mod vae;
pub mod weights;

pub use edit::{LoadOptions, load};
