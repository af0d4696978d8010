//! A user's GeoTIFF, opened read-only and described; what cannot be edited is refused with the remedy.

use std::path::{Path, PathBuf};

use foreshock_protocol::Refusal;
use foreshock_protocol::grid::{GroundUnit, PixelGrid, Window};
use gdal::errors::GdalError;
use gdal::spatial_ref::{AxisMappingStrategy, CoordTransform, SpatialRef};
use gdal::{Dataset, DatasetOptions, GdalOpenFlags};

use super::describe::{describe, refuse_companions};
use super::gdal_setup;
use super::sample::SampleKind;
use super::sniff::{FileKind, words};

/// Why a raster cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    /// The user must choose or do something else.
    #[error("{0}")]
    Refused(String),
    /// GDAL failed.
    #[error("cannot {what}: {}", super::sniff::words(source))]
    Gdal {
        /// What was tried.
        what: String,
        /// What GDAL said.
        source: GdalError,
    },
    /// The user called it off.
    #[error("called off")]
    Stopped,
    /// The system failed.
    #[error("cannot {what}: {source}")]
    Io {
        /// What was tried.
        what: String,
        /// What the system said.
        source: std::io::Error,
    },
}

impl RasterError {
    pub(crate) fn refused<T>(message: impl Into<String>) -> Result<T, Self> {
        Err(Self::Refused(message.into()))
    }

    pub(crate) fn gdal(what: impl Into<String>) -> impl FnOnce(GdalError) -> Self {
        let what = what.into();
        move |source| Self::Gdal { what, source }
    }

    /// A source that GDAL opens but cannot read to its end.
    pub(crate) fn damaged(path: &Path, part: String) -> impl FnOnce(GdalError) -> Self {
        let name = path.display().to_string();
        move |error| {
            Self::Refused(format!(
                "{part} of {name} cannot be read; is the file whole? `gdalinfo -checksum {name}` shows where it ends ({})",
                words(&error)
            ))
        }
    }

    pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }
}

impl From<Refusal> for RasterError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal.message)
    }
}

/// What a band stands for, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BandColor {
    /// Red.
    Red,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Transparency.
    Alpha,
    /// Grey, near infrared, anything.
    Other,
}

/// One band of a source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BandInfo {
    /// What it stands for.
    pub color: BandColor,
    /// The sample that means “no data”.
    pub nodata: Option<f64>,
}

impl BandInfo {
    /// Whether it is transparency. A fourth band is alpha only when the file says so; otherwise it is near infrared or else.
    #[must_use]
    pub fn is_alpha(&self) -> bool {
        self.color == BandColor::Alpha
    }
}

/// What a source is.
#[derive(Debug, Clone)]
pub struct SourceInfo {
    /// The file, absolute.
    pub path: PathBuf,
    /// Its pixel grid.
    pub grid: PixelGrid,
    /// Its coordinate reference system, as the file has it.
    pub crs_wkt: String,
    /// Type of its samples.
    pub kind: SampleKind,
    /// Bits that the file stores of a sample.
    pub bits: u32,
    /// Its bands, from band 1.
    pub bands: Vec<BandInfo>,
    /// Whether it has an internal mask that all bands share.
    pub own_mask: bool,
    /// Degrees per unit when its coordinates are angles, metres per unit otherwise.
    pub(super) unit: Unit,
    /// What the user should know before it is edited.
    pub notes: Vec<String>,
}

/// What one unit of a coordinate reference system is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unit {
    Metres(f64),
    Degrees(f64),
    /// Metres on the sphere of EPSG:3857, which stretches the ground with the latitude.
    WebMercator,
}

/// Radius of the sphere of EPSG:3857, m.
const WEB_MERCATOR_RADIUS_M: f64 = 6_378_137.0;

impl SourceInfo {
    /// A whole turn in units of its coordinates; none where they are no angles.
    #[must_use]
    pub fn turn(&self) -> Option<f64> {
        match self.unit {
            Unit::Metres(_) | Unit::WebMercator => None,
            Unit::Degrees(degrees) => Some(360.0 / degrees),
        }
    }

    /// Ground sampling distance in the middle of a window, metres per px.
    #[must_use]
    pub fn gsd_m(&self, window: Window) -> f64 {
        let geotransform = &self.grid.geotransform;
        let middle = |first: i64, side: u32| first as f64 + f64::from(side) / 2.0;
        let [_, y] = geotransform.apply(middle(window.col, window.width), middle(window.row, window.height));
        match self.unit {
            Unit::Metres(metres) => geotransform.gsd_m(GroundUnit::Metres(metres)),
            Unit::Degrees(degrees) => {
                geotransform.gsd_m(GroundUnit::Degrees { latitude: y * degrees }) * degrees
            }
            Unit::WebMercator => {
                geotransform.gsd_m(GroundUnit::Metres(1.0)) / (y / WEB_MERCATOR_RADIUS_M).cosh()
            }
        }
    }

    /// The bands shown as red, green and blue: the user's choice (one number = grey), else by colour interpretation, else the first
    /// three, else one grey band.
    ///
    /// # Errors
    /// When the choice names what is not there.
    pub fn choose_bands(&self, chosen: Option<&[u32]>) -> Result<[u32; 3], RasterError> {
        let count = self.bands.len();
        if let Some(chosen) = chosen {
            let bands = match *chosen {
                [grey] => [grey; 3],
                [red, green, blue] => [red, green, blue],
                _ => {
                    return RasterError::refused(
                        "--bands takes one band (grey) or three (red,green,blue), counted from 1",
                    );
                }
            };
            for band in bands {
                let found = (band as usize).checked_sub(1).and_then(|index| self.bands.get(index));
                match found {
                    None => {
                        return RasterError::refused(format!(
                            "--bands: there is no band {band}; the raster has bands 1 to {count}"
                        ));
                    }
                    Some(info) if info.is_alpha() => {
                        return RasterError::refused(format!(
                            "--bands: band {band} is alpha (transparency), not colour"
                        ));
                    }
                    Some(_) => {}
                }
            }
            return Ok(bands);
        }
        let named = |color| self.bands.iter().position(|band| band.color == color);
        let colors = [BandColor::Red, BandColor::Green, BandColor::Blue];
        if let [Some(red), Some(green), Some(blue)] = colors.map(named) {
            return Ok([red, green, blue].map(|index| index as u32 + 1));
        }
        let opaque: Vec<u32> = (1_u32..)
            .zip(&self.bands)
            .filter(|(_, band)| !band.is_alpha())
            .map(|(number, _)| number)
            .collect();
        match *opaque.as_slice() {
            [red, green, blue, ..] => Ok([red, green, blue]),
            [grey, ..] => Ok([grey; 3]),
            [] => RasterError::refused("the raster has nothing but an alpha band"),
        }
    }
}

/// A source open for reading. GDAL blocks: use it where that is allowed.
pub struct Source {
    pub(super) dataset: Dataset,
    info: SourceInfo,
}

/// Opens a file with named drivers only: its content decides nothing, a VRT can be named `.tif`.
pub(crate) fn open(path: &Path, drivers: &[&str]) -> Result<Dataset, GdalError> {
    gdal_setup::ready();
    let options = DatasetOptions {
        open_flags: GdalOpenFlags::GDAL_OF_READONLY | GdalOpenFlags::GDAL_OF_RASTER,
        allowed_drivers: Some(drivers),
        open_options: None,
        sibling_files: Some(&[]),
    };
    Dataset::open_ex(path, options)
}

impl Source {
    /// Opens and describes a GeoTIFF.
    ///
    /// # Errors
    /// When it cannot be read or cannot be edited; the message says what to do.
    pub fn open(path: &Path) -> Result<Self, RasterError> {
        // GDAL would also take addresses and connection strings; only files of this machine are meant.
        let absolute = std::fs::canonicalize(path)
            .map_err(|error| RasterError::Refused(format!("cannot open {}: {error}", path.display())))?;
        let name = absolute.display().to_string();
        match FileKind::of(&absolute) {
            Err(error) => return RasterError::refused(format!("cannot read {name}: {error}")),
            Ok(FileKind::Tiff) => {}
            Ok(other) => return RasterError::refused(other.no_geotiff(&name)),
        }
        refuse_companions(&absolute)?;
        let dataset = open(&absolute, &["GTiff"]).map_err(|error| {
            RasterError::Refused(format!(
                "{name} is a TIFF that cannot be read; is the file whole? ({})",
                words(&error)
            ))
        })?;
        let info = describe(&dataset, absolute)?;
        Ok(Self { dataset, info })
    }

    /// A GeoTIFF that somebody else has looked through and holds open, by the name of its descriptor. Nothing lies beside that.
    ///
    /// # Errors
    /// When it cannot be read or cannot be edited.
    pub(super) fn of_open_file(descriptor: &Path) -> Result<Self, RasterError> {
        let dataset = open(descriptor, &["GTiff"]).map_err(RasterError::gdal("open the file"))?;
        let info = describe(&dataset, descriptor.to_owned())?;
        Ok(Self { dataset, info })
    }

    /// What it is.
    #[must_use]
    pub fn info(&self) -> &SourceInfo {
        &self.info
    }

    /// Its coordinate reference system, x before y.
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn spatial_ref(&self) -> Result<SpatialRef, RasterError> {
        self.dataset.spatial_ref().map_err(RasterError::gdal("read the coordinate reference system"))
    }

    /// From the raster's coordinates to RFC 7946 longitude and latitude.
    ///
    /// # Errors
    /// When PROJ knows no way.
    pub fn to_lon_lat(&self) -> Result<CoordTransform, RasterError> {
        CoordTransform::new(&self.spatial_ref()?, &lon_lat()?)
            .map_err(RasterError::gdal("go from the raster's coordinates to longitude and latitude"))
    }

    /// From RFC 7946 longitude and latitude to the raster's coordinates.
    ///
    /// # Errors
    /// When PROJ knows no way.
    pub fn from_lon_lat(&self) -> Result<CoordTransform, RasterError> {
        CoordTransform::new(&lon_lat()?, &self.spatial_ref()?)
            .map_err(RasterError::gdal("go from longitude and latitude to the raster's coordinates"))
    }
}

/// WGS 84, longitude first.
fn lon_lat() -> Result<SpatialRef, RasterError> {
    let mut wgs84 = SpatialRef::from_epsg(4326)
        .map_err(RasterError::gdal("find EPSG:4326; is PROJ's database installed?"))?;
    wgs84.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
    Ok(wgs84)
}
