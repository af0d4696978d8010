//! `foreshock sample-scene`.

use std::path::PathBuf;

use clap::Args;
use gdal::raster::{Buffer, RasterCreationOptions};
use gdal::spatial_ref::SpatialRef;
use gdal::{DriverManager, Metadata};

use super::{Exit, output};
use crate::raster::gdal_setup;

/// Where the scene lies: a round corner in UTM zone 33 north.
const ORIGIN: [f64; 2] = [412_000.0, 5_320_000.0];
/// WGS 84 / UTM zone 33N.
const EPSG: u32 = 32633;

/// Write a procedural aerial scene as GeoTIFF, to try things with.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  foreshock sample-scene scene.tif
  foreshock sample-scene --seed 7 --size 2048 --gsd 0.3 town.tif")]
pub(super) struct SampleScene {
    /// Where it goes.
    #[arg(value_name = "OUT.tif")]
    output: PathBuf,
    /// The same seed gives the same scene.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Side, px.
    #[arg(long, value_name = "PX", default_value_t = 1024, value_parser = clap::value_parser!(u32).range(16..=16_384))]
    size: u32,
    /// Ground sampling distance, metres per px.
    #[arg(long, value_name = "M", default_value_t = 0.5)]
    gsd: f64,
}

impl SampleScene {
    pub(super) fn run(&self) -> Exit {
        if !(0.05..=10.0).contains(&self.gsd) {
            output::error("--gsd: 0.05 to 10 metres per px");
            return Exit::BadInput;
        }
        match self.write() {
            Ok(()) => {
                output::line(&format!(
                    "{} ({} × {} px of {} m)",
                    self.output.display(),
                    self.size,
                    self.size,
                    self.gsd
                ));
                Exit::Done
            }
            Err(error) => {
                output::error(&format!("{} cannot be written: {error}", self.output.display()));
                Exit::Failed
            }
        }
    }

    fn write(&self) -> Result<(), gdal::errors::GdalError> {
        gdal_setup::ready();
        let scene = foreshock_models::data::scene(self.seed, self.size, self.size, self.gsd);
        let size = (scene.width as usize, scene.height as usize);
        let mut options = RasterCreationOptions::new();
        for (key, value) in [
            ("TILED", "YES"),
            ("BLOCKXSIZE", "256"),
            ("BLOCKYSIZE", "256"),
            ("COMPRESS", "DEFLATE"),
            ("PREDICTOR", "2"),
            ("PHOTOMETRIC", "RGB"),
        ] {
            options.set_name_value(key, value)?;
        }
        let mut file = DriverManager::get_driver_by_name("GTiff")?
            .create_with_band_type_with_options::<u8, _>(&self.output, size.0, size.1, 3, &options)?;
        file.set_geo_transform(&[ORIGIN[0], scene.gsd_m, 0.0, ORIGIN[1], 0.0, -scene.gsd_m])?;
        file.set_spatial_ref(&SpatialRef::from_epsg(EPSG)?)?;
        file.set_metadata_item("TIFFTAG_SOFTWARE", crate::SOFTWARE, "")?;
        file.set_metadata_item(
            "TIFFTAG_IMAGEDESCRIPTION",
            "procedural aerial scene; no such place exists",
            "",
        )?;
        for band in 0..3 {
            let samples: Vec<u8> = scene.rgb.iter().skip(band).step_by(3).copied().collect();
            file.rasterband(band + 1)?.write((0, 0), size, &mut Buffer::new(size, samples))?;
        }
        file.close()
    }
}
