//! A tile's result as it comes from the fleet: RGBA GeoTIFF. It is a stranger's file: opened by one driver, measured before it is read.

use std::path::Path;

use foreshock_protocol::grid::Geotransform;
use foreshock_protocol::limits::{MAX_BODY_BYTES, MAX_SIDE};
use gdal::raster::GdalDataType;

use super::sniff::words;
use super::source::{RasterError, open};

/// Decoded result of a tile, `side · side` samples a plane, rows from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileImage {
    /// Side, px.
    pub side: u32,
    /// Red, green, blue and weight.
    pub planes: [Vec<u8>; 4],
}

/// Reads a tile's result and checks that it is what was asked for.
///
/// # Errors
/// When it is not an 8-bit RGBA GeoTIFF of this side on this grid.
pub fn read(path: &Path, side: u32, geotransform: &Geotransform) -> Result<TileImage, RasterError> {
    let wrong =
        |what: &str| RasterError::Refused(format!("the result of a tile ({}) {what}", path.display()));
    let length = std::fs::metadata(path).map_err(RasterError::io(format!("read {}", path.display())))?.len();
    if length > MAX_BODY_BYTES as u64 {
        return Err(wrong("is larger than any message"));
    }
    let file =
        open(path, &["GTiff"]).map_err(|error| wrong(&format!("is not a GeoTIFF: {}", words(&error))))?;
    if file.raster_size() != (side as usize, side as usize) {
        return Err(wrong(&format!("is not {side} × {side} px")));
    }
    if file.raster_count() != 4 {
        return Err(wrong("does not have four bands"));
    }
    // GDAL does not store the identity, and reads it where none is stored.
    let found = file.geo_transform().unwrap_or([0.0, 1.0, 0.0, 0.0, 0.0, 1.0]);
    if found != geotransform.0 {
        return Err(wrong("lies elsewhere"));
    }
    let mut planes: [Vec<u8>; 4] = Default::default();
    for (index, plane) in planes.iter_mut().enumerate() {
        let failed = || RasterError::gdal(format!("read {}", path.display()));
        let band = file.rasterband(index + 1).map_err(failed())?;
        let (width, height) = band.block_size();
        if band.band_type() != GdalDataType::UInt8 || width > MAX_SIDE as usize || height > MAX_SIDE as usize
        {
            return Err(wrong("is not 8 bit in blocks of a sensible size"));
        }
        let size = (side as usize, side as usize);
        *plane = band.read_as::<u8>((0, 0), size, size, None).map_err(failed())?.into_shape_and_vec().1;
    }
    Ok(TileImage { side, planes })
}
