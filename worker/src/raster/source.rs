//! A user's GeoTIFF, opened read-only and described; what cannot be edited is refused with the remedy.

use std::path::{Path, PathBuf};

use foreshock_protocol::Refusal;
use foreshock_protocol::grid::{Geotransform, GroundUnit, PixelGrid, Window};
use foreshock_protocol::job::check_wkt;
use gdal::errors::GdalError;
use gdal::raster::{ColorInterpretation, GdalDataType};
use gdal::spatial_ref::{AxisMappingStrategy, CoordTransform, SpatialRef};
use gdal::{Dataset, DatasetOptions, GdalOpenFlags, Metadata};

use super::gdal_setup;
use super::sample::SampleKind;

/// Why a raster cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    /// The user must choose or do something else.
    #[error("{0}")]
    Refused(String),
    /// GDAL failed.
    #[error("cannot {what}: {source}")]
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
                "{part} of {name} cannot be read; is the file whole? `gdalinfo -checksum {name}` shows where it ends ({error})"
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
    unit: Unit,
}

#[derive(Debug, Clone, Copy)]
enum Unit {
    Metres(f64),
    Degrees(f64),
}

impl SourceInfo {
    /// Ground sampling distance in the middle of a window, metres per px.
    #[must_use]
    pub fn gsd_m(&self, window: Window) -> f64 {
        match self.unit {
            Unit::Metres(metres) => self.grid.geotransform.gsd_m(GroundUnit::Metres(metres)),
            Unit::Degrees(degrees) => {
                let middle = |first: i64, side: u32| first as f64 + f64::from(side) / 2.0;
                let [_, y] = self
                    .grid
                    .geotransform
                    .apply(middle(window.col, window.width), middle(window.row, window.height));
                self.grid.geotransform.gsd_m(GroundUnit::Degrees { latitude: y * degrees }) * degrees
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
        if !absolute.is_file() {
            return RasterError::refused(format!("{name} is not a file"));
        }
        refuse_companions(&absolute)?;
        let dataset = open(&absolute, &["GTiff"]).map_err(|error| {
            RasterError::Refused(format!(
                "{name} is not a readable GeoTIFF ({error}); convert it: gdal_translate -of GTiff IN OUT"
            ))
        })?;
        let info = describe(&dataset, absolute)?;
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

/// Files beside the raster are not read. Where one holds what the result would depend on, it must not be passed over in silence.
fn refuse_companions(path: &Path) -> Result<(), RasterError> {
    let beside = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    let mask = beside(".msk");
    if mask.is_file() {
        return RasterError::refused(format!(
            "the mask of the raster lies in a file of its own, {}; put it into the raster: gdal_translate --config GDAL_TIFF_INTERNAL_MASK YES IN OUT",
            mask.display()
        ));
    }
    let extra = beside(".aux.xml");
    let Ok(text) = std::fs::read_to_string(&extra) else { return Ok(()) };
    if ["<SRS", "<GeoTransform", "<NoDataValue", "<GCPList"].iter().any(|part| text.contains(part)) {
        return RasterError::refused(format!(
            "{} holds georeferencing or nodata of the raster; put them into the raster: gdal_translate IN OUT",
            extra.display()
        ));
    }
    Ok(())
}

fn describe(dataset: &Dataset, path: PathBuf) -> Result<SourceInfo, RasterError> {
    let name = path.display();
    let geotransform = match dataset.geo_transform() {
        Ok(found) => Geotransform(found),
        Err(_) if !dataset.gcps().is_empty() => {
            return RasterError::refused(format!(
                "{name} has ground control points but no geotransform; warp it first: gdalwarp IN OUT"
            ));
        }
        Err(_) => {
            return RasterError::refused(format!(
                "{name} has no geotransform, so its pixels have no place on the ground; give it one: gdal_translate -a_ullr WEST NORTH EAST SOUTH IN OUT (with a world file beside it: gdal_translate IN OUT)"
            ));
        }
    };
    geotransform
        .check("geotransform")
        .map_err(|refusal| RasterError::Refused(format!("{name}: {refusal}")))?;
    if !geotransform.is_axis_aligned() {
        return RasterError::refused(format!(
            "{name} is rotated against its coordinate reference system; warp it first: gdalwarp IN OUT"
        ));
    }
    let (crs_wkt, unit) = describe_crs(dataset, &path)?;
    let (kind, bits, bands) = describe_bands(dataset, &path)?;
    let flags = dataset
        .rasterband(1)
        .and_then(|band| band.mask_flags())
        .map_err(RasterError::gdal(format!("read the mask of {name}")))?;
    let (width, height) = dataset.raster_size();
    let side = |side: usize| {
        u32::try_from(side).ok().ok_or_else(|| {
            RasterError::Refused(format!("{name} has {side} px a side, more than can be counted"))
        })
    };
    Ok(SourceInfo {
        grid: PixelGrid { geotransform, width: side(width)?, height: side(height)? },
        crs_wkt,
        kind,
        bits,
        bands,
        own_mask: flags.is_per_dataset() && !flags.is_alpha(),
        unit,
        path,
    })
}

fn describe_crs(dataset: &Dataset, path: &Path) -> Result<(String, Unit), RasterError> {
    let name = path.display();
    let Ok(crs) = dataset.spatial_ref() else {
        return RasterError::refused(format!(
            "{name} has no coordinate reference system; give it one: gdal_translate -a_srs EPSG:CODE IN OUT"
        ));
    };
    let unit = if crs.is_geographic() {
        Unit::Degrees(crs.angular_units().to_degrees())
    } else if crs.is_projected() {
        Unit::Metres(crs.linear_units())
    } else {
        return RasterError::refused(format!(
            "the coordinate reference system of {name} has no place on the Earth (it is local or geocentric); warp it or give it another: gdal_translate -a_srs EPSG:CODE IN OUT"
        ));
    };
    let wkt =
        crs.to_wkt().map_err(RasterError::gdal(format!("read the coordinate reference system of {name}")))?;
    check_wkt(&wkt, "crs")?;
    Ok((wkt, unit))
}

fn describe_bands(dataset: &Dataset, path: &Path) -> Result<(SampleKind, u32, Vec<BandInfo>), RasterError> {
    use ColorInterpretation as Color;
    let name = path.display();
    let mut bands = Vec::new();
    let mut common = None;
    for (index, band) in dataset.rasterbands().enumerate() {
        let band = band.map_err(RasterError::gdal(format!("read the bands of {name}")))?;
        let structure = |key: &str| band.metadata_item(key, "IMAGE_STRUCTURE");
        let bits = structure("NBITS").and_then(|bits| bits.parse().ok()).unwrap_or(64_u32);
        if bits < 8 {
            return RasterError::refused(format!(
                "{name} has {bits} bit a sample; stretch it first: gdal_translate -ot Byte -scale IN OUT (and leave -co NBITS out)"
            ));
        }
        let color = band.color_interpretation();
        if color == Color::PaletteIndex || band.color_table().is_some() {
            return RasterError::refused(format!(
                "{name} stores palette numbers, not colours; convert it: gdal_translate -expand rgb IN OUT"
            ));
        }
        if matches!(
            color,
            Color::CyanBand
                | Color::MagentaBand
                | Color::YellowBand
                | Color::BlackBand
                | Color::HueBand
                | Color::YCbCrSpaceYBand
        ) {
            return RasterError::refused(format!(
                "band {} of {name} is {}; only grey, RGB and plain bands are edited: convert it to RGB first",
                index + 1,
                color.name()
            ));
        }
        let signed_byte = structure("PIXELTYPE").is_some_and(|kind| kind == "SIGNEDBYTE");
        let kind = SampleKind::of(band.band_type()).filter(|_| !signed_byte);
        let Some(kind) = kind else {
            let kind = match band.band_type() {
                _ if signed_byte => "Int8".to_owned(),
                GdalDataType::Unknown => "complex or unknown".to_owned(),
                kind => kind.name(),
            };
            return RasterError::refused(format!(
                "the samples of {name} are {kind}; convert them: gdal_translate -ot UInt16 (or Int16, Float32) IN OUT"
            ));
        };
        if *common.get_or_insert((kind, bits)) != (kind, bits) {
            return RasterError::refused(format!(
                "the bands of {name} have different sample types; convert them to one: gdal_translate -ot TYPE IN OUT"
            ));
        }
        let color = match color {
            Color::RedBand => BandColor::Red,
            Color::GreenBand => BandColor::Green,
            Color::BlueBand => BandColor::Blue,
            Color::AlphaBand => BandColor::Alpha,
            _ => BandColor::Other,
        };
        bands.push(BandInfo { color, nodata: band.no_data_value() });
    }
    match common {
        Some((kind, bits)) => Ok((kind, bits, bands)),
        None => RasterError::refused(format!("{name} has no band")),
    }
}
