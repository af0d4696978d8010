//! A tile's result as RGBA GeoTIFF, on the tile's own grid, saying that it is synthetic.

use foreshock_models::edit::{Gray8, Rgb8};
use foreshock_protocol::job::TileGrid;
use foreshock_protocol::outcome::Provenance;
use foreshock_protocol::{ErrorCode, Refusal};
use gdal::errors::GdalError;
use gdal::raster::{Buffer, ColorInterpretation, RasterCreationOptions};
use gdal::spatial_ref::{AxisMappingStrategy, SpatialRef};
use gdal::vsi::{get_vsi_mem_file_bytes_owned, unlink_mem_file};
use gdal::{Dataset, DatasetOptions, DriverManager, GdalOpenFlags, Metadata};
use uuid::Uuid;

use super::gdal_setup;

/// Why a result could not be written.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// GDAL failed.
    #[error("gdal: {0}")]
    Gdal(#[from] GdalError),
    /// What was written is not what was asked for.
    #[error("the written GeoTIFF does not read back: {0}")]
    Differs(&'static str),
}

/// Checks that GDAL understands a coordinate reference system. Text in the form of WKT only: never an address.
///
/// # Errors
/// Names `grid.crs_wkt`.
pub fn check_crs(wkt: &str) -> Result<(), Refusal> {
    gdal_setup::ready();
    SpatialRef::from_wkt(wkt).map(drop).map_err(|error| {
        Refusal::field(
            ErrorCode::InvalidField,
            "grid.crs_wkt",
            "WKT of a coordinate reference system",
            format!("grid.crs_wkt: not understood: {error}"),
        )
    })
}

/// A file in memory that goes away with its owner.
struct MemoryFile(String);

impl MemoryFile {
    fn new() -> Self {
        // One name per result: before GDAL 3.8 the folder is not safe to share between threads.
        Self(format!("/vsimem/{}.tif", Uuid::now_v7()))
    }
}

impl Drop for MemoryFile {
    fn drop(&mut self) {
        // Gone already when its bytes were taken.
        let _ = unlink_mem_file(&self.0);
    }
}

/// Tags of a synthetic image, for GeoTIFFs of tiles and of whole requests.
#[must_use]
pub fn tags(provenance: &Provenance) -> Vec<(&'static str, String)> {
    let mut tags = vec![
        ("FORESHOCK_SYNTHETIC", "YES".to_owned()),
        ("FORESHOCK_NOTICE", "synthetic image made by a generative model; not an observation".to_owned()),
        ("FORESHOCK_SOFTWARE", provenance.software.clone()),
        ("FORESHOCK_MODEL", provenance.model.clone()),
        ("FORESHOCK_MODEL_DIGEST", provenance.model_digest.clone()),
        ("FORESHOCK_ADAPTER", provenance.adapter.clone().unwrap_or_default()),
        ("FORESHOCK_ADAPTER_DIGEST", provenance.adapter_digest.clone().unwrap_or_default()),
        ("FORESHOCK_LICENCE", provenance.licence.clone()),
        ("FORESHOCK_INSTRUCTION", provenance.instruction.clone()),
        ("FORESHOCK_STEPS", provenance.steps.to_string()),
        ("FORESHOCK_GUIDANCE", provenance.guidance.to_string()),
        ("FORESHOCK_SEED", provenance.seed.to_string()),
        ("FORESHOCK_STRENGTH", provenance.strength.to_string()),
        ("FORESHOCK_PRESERVE", provenance.preserve.clone()),
        ("FORESHOCK_QUALITY", provenance.quality.clone()),
        ("FORESHOCK_CREATED", provenance.created.to_rfc3339()),
    ];
    if let Some(filter) = &provenance.filter {
        tags.push(("FORESHOCK_FILTER", serde_json::to_string(filter).unwrap_or_default()));
    }
    tags
}

/// Writes the GeoTIFF: bands red, green, blue and weight as alpha. It blocks; call it where that is allowed.
///
/// # Errors
/// When GDAL fails or what it wrote does not read back.
pub fn geotiff(
    pixels: &Rgb8,
    weight: &Gray8,
    grid: &TileGrid,
    provenance: &Provenance,
) -> Result<Vec<u8>, EncodeError> {
    gdal_setup::ready();
    let size = (grid.width as usize, grid.height as usize);
    if (pixels.width, pixels.height) != size || (weight.width, weight.height) != size {
        return Err(EncodeError::Differs("the pixels do not have the size of the grid"));
    }
    let mut crs = SpatialRef::from_wkt(&grid.crs_wkt)?;
    // As a GeoTIFF has it: x before y, also where the authority says latitude first.
    crs.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
    let mut memory =
        DriverManager::get_driver_by_name("MEM")?.create_with_band_type::<u8, _>("", size.0, size.1, 4)?;
    memory.set_geo_transform(&grid.geotransform.0)?;
    memory.set_spatial_ref(&crs)?;
    let channel = |offset: usize| pixels.data.iter().skip(offset).step_by(3).copied().collect::<Vec<u8>>();
    let colors = [
        ColorInterpretation::RedBand,
        ColorInterpretation::GreenBand,
        ColorInterpretation::BlueBand,
        ColorInterpretation::AlphaBand,
    ];
    for (index, color) in colors.into_iter().enumerate() {
        let mut band = memory.rasterband(index + 1)?;
        let data = if index < 3 { channel(index) } else { weight.data.clone() };
        band.write((0, 0), size, &mut Buffer::new(size, data))?;
        band.set_color_interpretation(color)?;
    }
    for (key, value) in tags(provenance) {
        memory.set_metadata_item(key, &value, "")?;
    }
    memory.set_metadata_item("FORESHOCK_CRS_WKT", &grid.crs_wkt, "")?;

    let file = MemoryFile::new();
    let mut options = RasterCreationOptions::new();
    for (key, value) in [
        ("TILED", "YES"),
        ("BLOCKXSIZE", "256"),
        ("BLOCKYSIZE", "256"),
        ("COMPRESS", "DEFLATE"),
        ("PREDICTOR", "2"),
        ("ALPHA", "YES"),
    ] {
        options.set_name_value(key, value)?;
    }
    let written = memory.create_copy(&DriverManager::get_driver_by_name("GTiff")?, &file.0, &options)?;
    written.close()?;
    read_back(&file.0, grid, &crs, &memory)?;
    Ok(get_vsi_mem_file_bytes_owned(&file.0)?)
}

/// Closing reports no error before GDAL 3.7: what was written is opened again and compared.
fn read_back(path: &str, grid: &TileGrid, crs: &SpatialRef, memory: &Dataset) -> Result<(), EncodeError> {
    let options = DatasetOptions {
        open_flags: GdalOpenFlags::GDAL_OF_READONLY | GdalOpenFlags::GDAL_OF_RASTER,
        allowed_drivers: Some(&["GTiff"]),
        open_options: None,
        sibling_files: Some(&[]),
    };
    let file = Dataset::open_ex(path, options)?;
    let require = |fits: bool, what| if fits { Ok(()) } else { Err(EncodeError::Differs(what)) };
    require(file.raster_size() == (grid.width as usize, grid.height as usize), "its size")?;
    require(file.raster_count() == 4, "its number of bands")?;
    // GDAL does not store the identity, and reads it where none is stored.
    let geotransform = file.geo_transform().unwrap_or([0.0, 1.0, 0.0, 0.0, 0.0, 1.0]);
    // Equal numbers are equal bits, but for the sign of a rotation of −0, which no file keeps.
    require(geotransform == grid.geotransform.0, "its geotransform")?;
    require(file.spatial_ref().is_ok_and(|found| found == *crs), "its coordinate reference system")?;
    let checksum =
        |dataset: &Dataset, band| dataset.rasterband(band)?.checksum((0, 0), dataset.raster_size());
    for band in 1..=4 {
        let (wrote, read) = (checksum(memory, band)?, checksum(&file, band)?);
        require(wrote == read, "its pixels")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use foreshock_protocol::grid::Geotransform;

    use super::*;

    fn grid(geotransform: [f64; 6], epsg: u32) -> TileGrid {
        let crs_wkt = SpatialRef::from_epsg(epsg).unwrap().to_wkt().unwrap();
        TileGrid { width: 48, height: 32, geotransform: Geotransform(geotransform), crs_wkt, gsd_m: 0.5 }
    }

    fn provenance() -> Provenance {
        Provenance {
            synthetic: true,
            software: crate::SOFTWARE.to_owned(),
            model: "tiny".to_owned(),
            model_digest: "00".to_owned(),
            adapter: None,
            adapter_digest: None,
            licence: "Apache-2.0".to_owned(),
            instruction: "flood — Überschwemmung".to_owned(),
            steps: 4,
            guidance: 30.0,
            seed: 9_007_199_254_740_991,
            strength: 1.0,
            preserve: "change".to_owned(),
            quality: "full".to_owned(),
            created: "2026-11-24T08:00:00Z".parse().unwrap(),
            filter: None,
        }
    }

    #[test]
    fn grid_pixels_and_provenance_are_in_the_file() {
        gdal_setup::ready();
        let pixels =
            Rgb8 { width: 48, height: 32, data: (0..48 * 32 * 3).map(|i| (i % 253) as u8).collect() };
        let weight = Gray8 { width: 48, height: 32, data: (0..48 * 32).map(|i| (i % 256) as u8).collect() };
        for (geotransform, epsg) in [
            ([500_000.123_456_789, 0.5, 0.0, 5_000_000.1, 0.0, -0.5], 32633),
            ([12.123_456_789_012_345, 1.0e-5, 0.0, 45.7, 0.0, -1.1e-5], 4326),
            ([985_000.3, 2.0, 0.0, 200_000.7, 0.0, -2.0], 2263),
            ([100.0, 0.5, 0.1, 200.0, 0.1, -0.5], 3857),
            ([100.0, 1.0, 0.0, 200.0, 0.0, 1.0], 3857),
            ([100.0, 1.0, -0.0, 200.0, -0.0, -1.0], 3857),
        ] {
            let grid = grid(geotransform, epsg);
            let bytes = geotiff(&pixels, &weight, &grid, &provenance()).unwrap();
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("tile.tif");
            std::fs::write(&path, bytes).unwrap();
            let file = Dataset::open_ex(&path, DatasetOptions::default()).unwrap();
            let wanted = geotransform.map(|value| (value + 0.0).to_bits());
            assert_eq!(file.geo_transform().unwrap().map(f64::to_bits), wanted);
            assert_eq!(file.metadata_item("FORESHOCK_SYNTHETIC", "").unwrap(), "YES");
            assert_eq!(file.metadata_item("FORESHOCK_INSTRUCTION", "").unwrap(), "flood — Überschwemmung");
            assert_eq!(file.metadata_item("FORESHOCK_CRS_WKT", "").unwrap(), grid.crs_wkt);
            let band = file.rasterband(2).unwrap().read_as::<u8>((0, 0), (48, 32), (48, 32), None).unwrap();
            assert_eq!(band.data()[7], pixels.data[7 * 3 + 1]);
            assert_eq!(file.rasterband(4).unwrap().color_interpretation(), ColorInterpretation::AlphaBand);
        }
    }

    #[test]
    fn a_crs_that_is_none_is_refused() {
        assert!(check_crs("PROJCS[\"x\"").is_err());
        assert!(check_crs("http://example.com/a.wkt").is_err());
        assert!(check_crs(&grid([0.0; 6], 32633).crs_wkt).is_ok());
    }
}
