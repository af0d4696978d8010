//! Pixels in files: strangers' PNGs and our GeoTIFFs on the worker, the user's rasters on the client.

pub mod area;
pub mod by_reference;
pub mod decode;
mod describe;
pub mod encode;
pub mod example;
pub mod footprint;
pub mod gdal_setup;
pub mod mask;
pub mod output;
pub mod preview;
mod rings;
pub mod sample;
pub mod sniff;
pub mod source;
pub mod target;
pub mod tiff_head;
mod tiff_tags;
pub mod tile_image;
mod valid;
pub mod window;
