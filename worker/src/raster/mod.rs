//! Pixels in files: strangers' PNGs and our GeoTIFFs on the worker, the user's rasters on the client.

pub mod area;
pub mod decode;
pub mod encode;
pub mod footprint;
pub mod gdal_setup;
pub mod mask;
pub mod output;
pub mod preview;
pub mod sample;
pub mod source;
pub mod tile_image;
pub mod window;
