//! `foreshock sample-scene`.

use std::path::{Path, PathBuf};

use clap::Args;
use foreshock_models::data::{Label, Scene};
use gdal::errors::GdalError;
use gdal::raster::{Buffer, GdalType, RasterCreationOptions};
use gdal::spatial_ref::SpatialRef;
use gdal::vector::{Feature, Geometry, LayerAccess, LayerOptions, OGRFieldType, OGRwkbGeometryType};
use gdal::{DriverManager, Metadata};

use super::{Exit, output};
use crate::raster::gdal_setup;

/// Where the scene lies: a round corner in UTM zone 33 north.
const ORIGIN: [f64; 2] = [412_000.0, 5_320_000.0];
/// A storey of a dwelling, m.
const STOREY_M: f32 = 3.0;
/// WGS 84 / UTM zone 33N.
const EPSG: u32 = 32633;

/// Write a procedural aerial scene as GeoTIFF, to try things with.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  foreshock sample-scene scene.tif
  foreshock sample-scene --seed 7 --size 2048 --gsd 0.3 town.tif
  foreshock sample-scene scene.tif --low-ground low.tif --rise 2.5
  foreshock sample-scene town.tif --buildings houses.gpkg --elevation dem.tif")]
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
    /// Also write a mask of the ground that a rising river reaches (255), roofs and tree crowns left out (0).
    #[arg(long, value_name = "MASK.tif")]
    low_ground: Option<PathBuf>,
    /// How far the river rises for --low-ground, metres.
    #[arg(long, value_name = "M", default_value_t = 2.0, requires = "low_ground")]
    rise: f32,
    /// Also write the outlines of the buildings, with height and storeys.
    #[arg(long, value_name = "HOUSES.gpkg")]
    buildings: Option<PathBuf>,
    /// Also write the height of the ground, metres.
    #[arg(long, value_name = "DEM.tif")]
    elevation: Option<PathBuf>,
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

    fn write(&self) -> Result<(), GdalError> {
        gdal_setup::ready();
        let scene = foreshock_models::data::scene(self.seed, self.size, self.size, self.gsd);
        let picture = [0, 1, 2].map(|band| scene.rgb.iter().skip(band).step_by(3).copied().collect());
        let description = "procedural aerial scene; no such place exists";
        write(&self.output, &scene, &picture, ("RGB", description))?;
        if let Some(path) = &self.low_ground {
            let mask = low_ground(&scene, self.rise);
            write(
                path,
                &scene,
                &[mask],
                ("MINISBLACK", "ground that a rising river reaches, of a procedural scene"),
            )?;
        }
        if let Some(path) = &self.buildings {
            write_buildings(path, &scene)?;
        }
        if let Some(path) = &self.elevation {
            let description = "height of the ground of a procedural scene, m";
            write(path, &scene, std::slice::from_ref(&scene.height_m), ("MINISBLACK", description))?;
        }
        Ok(())
    }
}

/// 255 where the terrain lies below the risen river and neither a roof nor a crown stands on it.
fn low_ground(scene: &Scene, rise: f32) -> Vec<u8> {
    let pixels = || scene.labels.iter().map(|label| Label::from_number(*label)).zip(&scene.height_m);
    let river = pixels().filter(|(label, _)| *label == Some(Label::Water)).map(|(_, height)| *height);
    let level = river.fold(f32::NEG_INFINITY, f32::max) + rise;
    let stands_out = |label| matches!(label, Some(Label::Building | Label::Tree));
    pixels().map(|(label, height)| if *height <= level && !stands_out(label) { 255 } else { 0 }).collect()
}

/// Roofs as polygons of a GeoPackage; those that leave the scene are cut at its edge.
fn write_buildings(path: &Path, scene: &Scene) -> Result<(), GdalError> {
    if path.exists() {
        std::fs::remove_file(path).map_err(|error| GdalError::BadArgument(error.to_string()))?;
    }
    let mut file = DriverManager::get_driver_by_name("GPKG")?.create_vector_only(path)?;
    let reference = SpatialRef::from_epsg(EPSG)?;
    let layer = file.create_layer(LayerOptions {
        name: "buildings",
        srs: Some(&reference),
        ty: OGRwkbGeometryType::wkbMultiPolygon,
        options: Some(&["DESCRIPTION=buildings of a procedural scene; no such place exists"]),
    })?;
    layer
        .create_defn_fields(&[("height_m", OGRFieldType::OFTReal), ("storeys", OGRFieldType::OFTInteger)])?;
    let place = |[x, y]: [f32; 2]| {
        format!("{:.3} {:.3}", ORIGIN[0] + f64::from(x) * scene.gsd_m, ORIGIN[1] - f64::from(y) * scene.gsd_m)
    };
    let polygon = |corners: &[[f32; 2]]| {
        let ring: Vec<String> = corners.iter().chain(corners.first()).map(|corner| place(*corner)).collect();
        Geometry::from_wkt(&format!("POLYGON (({}))", ring.join(", ")))
    };
    let (width, height) = (scene.width as f32, scene.height as f32);
    let edge = polygon(&[[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]])?;
    for building in &scene.buildings {
        let Some(shape) = polygon(&building.outline)?.intersection(&edge) else { continue };
        if shape.area() < 1.0 {
            continue;
        }
        let mut feature = Feature::new(layer.defn())?;
        feature.set_geometry(shape)?;
        feature.set_field_double(0, f64::from((building.height_m * 10.0).round()) / 10.0)?;
        feature.set_field_integer(1, ((building.eaves_m / STOREY_M).round() as i32).max(1))?;
        feature.create(&layer)?;
    }
    file.close()
}

/// Bands of a scene as a tiled GeoTIFF; `kind` is its photometric interpretation and its description.
fn write<T: GdalType + Copy>(
    path: &Path,
    scene: &Scene,
    bands: &[Vec<T>],
    kind: (&str, &str),
) -> Result<(), GdalError> {
    let size = (scene.width as usize, scene.height as usize);
    let mut options = RasterCreationOptions::new();
    for (key, value) in [
        ("TILED", "YES"),
        ("BLOCKXSIZE", "256"),
        ("BLOCKYSIZE", "256"),
        ("COMPRESS", "DEFLATE"),
        ("PREDICTOR", if T::datatype().is_floating() { "3" } else { "2" }),
        ("PHOTOMETRIC", kind.0),
    ] {
        options.set_name_value(key, value)?;
    }
    let mut file = DriverManager::get_driver_by_name("GTiff")?.create_with_band_type_with_options::<T, _>(
        path,
        size.0,
        size.1,
        bands.len(),
        &options,
    )?;
    file.set_geo_transform(&[ORIGIN[0], scene.gsd_m, 0.0, ORIGIN[1], 0.0, -scene.gsd_m])?;
    file.set_spatial_ref(&SpatialRef::from_epsg(EPSG)?)?;
    file.set_metadata_item("FORESHOCK_SYNTHETIC", "YES", "")?;
    file.set_metadata_item("TIFFTAG_SOFTWARE", crate::SOFTWARE, "")?;
    file.set_metadata_item("TIFFTAG_IMAGEDESCRIPTION", kind.1, "")?;
    for (number, samples) in bands.iter().enumerate() {
        file.rasterband(number + 1)?.write((0, 0), size, &mut Buffer::new(size, samples.clone()))?;
    }
    file.close()
}
