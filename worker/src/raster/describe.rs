//! What a GeoTIFF is, and why it cannot be edited: each refusal names the remedy.

use std::path::{Path, PathBuf};

use foreshock_protocol::grid::{Geotransform, PixelGrid};
use foreshock_protocol::job::check_wkt;
use gdal::raster::{ColorInterpretation, GdalDataType};
use gdal::spatial_ref::SpatialRef;
use gdal::{Dataset, Metadata};

use super::sample::SampleKind;
use super::source::{BandColor, BandInfo, RasterError, SourceInfo, Unit};

/// Elements of an `.aux.xml` that the result would depend on or should carry, and what they are.
const COMPANION_FACTS: [(&str, &str); 11] = [
    ("SRS", "coordinate reference system"),
    ("GeoTransform", "geotransform"),
    ("GCPList", "ground control points"),
    ("NoDataValue", "nodata value"),
    ("ColorInterp", "colour interpretation"),
    ("ColorTable", "palette"),
    ("CategoryNames", "category names"),
    ("Description", "band names"),
    ("UnitType", "unit"),
    ("Offset", "offset"),
    ("Scale", "scale"),
];

/// Files beside the raster are not read. Where one holds what the result would depend on, it must not be passed over in silence.
pub(super) fn refuse_companions(path: &Path) -> Result<(), RasterError> {
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
    // `<Scale>` and `<Scale/>`, not `<ScaleOfSomething>`. Statistics and histograms are those of the samples before the edit: not missed.
    let holds = |element: &&str| {
        let opening = format!("<{element}");
        text.match_indices(&opening)
            .any(|(place, _)| text[place + opening.len()..].starts_with(['>', '/', ' ', '\t', '\r', '\n']))
    };
    let found: Vec<&str> =
        COMPANION_FACTS.iter().filter(|(element, _)| holds(element)).map(|(_, fact)| *fact).collect();
    if !found.is_empty() {
        return RasterError::refused(format!(
            "{} holds the {} of the raster, which would be lost; put them into the raster (gdal_translate IN OUT), or delete the file if they are not meant",
            extra.display(),
            found.join(", ")
        ));
    }
    Ok(())
}

pub(super) fn describe(dataset: &Dataset, path: PathBuf) -> Result<SourceInfo, RasterError> {
    let name = path.display();
    let geotransform = match dataset.geo_transform() {
        // A file can hold −0 as rotation; what is written holds 0.
        Ok([x, dx, shear_x, y, shear_y, dy]) => Geotransform([x, dx, shear_x + 0.0, y, shear_y + 0.0, dy]),
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
    let (width, height) = dataset.raster_size();
    let side = |side: usize| {
        u32::try_from(side).ok().ok_or_else(|| {
            RasterError::Refused(format!("{name} has {side} px a side, more than can be counted"))
        })
    };
    let grid = PixelGrid { geotransform, width: side(width)?, height: side(height)? };
    if !geotransform.is_almost_aligned(grid.width, grid.height) {
        return RasterError::refused(format!(
            "{name} is rotated against its coordinate reference system; warp it first: gdalwarp IN OUT"
        ));
    }
    let (crs_wkt, unit) = describe_crs(dataset, &path)?;
    if let Unit::Degrees(degrees) = unit {
        check_degrees(&grid, degrees, &path)?;
    }
    refuse_color_spaces(dataset, &path)?;
    let (kind, bits, bands) = describe_bands(dataset, &path)?;
    let flags = dataset
        .rasterband(1)
        .and_then(|band| band.mask_flags())
        .map_err(RasterError::gdal(format!("read the mask of {name}")))?;
    let mut notes = Vec::new();
    let pages = dataset.metadata_domain("SUBDATASETS").unwrap_or_default().len() / 2;
    if pages > 1 {
        notes.push(format!(
            "{name} has {pages} pages; only the first is edited and written (gdal_translate GTIFF_DIR:2:IN OUT takes out the second)"
        ));
    }
    Ok(SourceInfo {
        grid,
        crs_wkt,
        kind,
        bits,
        bands,
        // The metadata item NODATA_VALUES is shared by all bands, too, but it is no mask that could be written.
        own_mask: flags.is_per_dataset() && !flags.is_alpha() && !flags.is_nodata(),
        unit,
        notes,
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
    } else if SpatialRef::from_epsg(3857).is_ok_and(|web_mercator| web_mercator == crs) {
        Unit::WebMercator
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

/// A geographic raster whose numbers are no degrees: usually metres of a projection under the wrong name.
fn check_degrees(grid: &PixelGrid, degrees: f64, path: &Path) -> Result<(), RasterError> {
    let t = grid.geotransform.0;
    // Grids of nodes reach half a pixel over the pole; longitudes may count from −180, from 0, or go on over the antimeridian.
    let (pixel_x, pixel_y) = ((t[1] * degrees).abs(), (t[5] * degrees).abs());
    let corners = [(0.0, 0.0), (f64::from(grid.width), f64::from(grid.height))];
    let fits = corners.iter().all(|(col, row)| {
        let [x, y] = grid.geotransform.apply(*col, *row).map(|value| value * degrees);
        x.abs() <= 540.0 + pixel_x && y.abs() <= 90.0 + pixel_y
    });
    if fits {
        return Ok(());
    }
    RasterError::refused(format!(
        "the coordinate reference system of {} is geographic, but its coordinates ({}, {}) are no degrees; assign the right one: gdal_edit.py -a_srs EPSG:CODE FILE",
        path.display(),
        t[0],
        t[3]
    ))
}

/// GDAL shows CMYK and its like as RGB; they would come back as something else.
fn refuse_color_spaces(dataset: &Dataset, path: &Path) -> Result<(), RasterError> {
    let name = path.display();
    if let Some(space) =
        dataset.metadata_item("SOURCE_COLOR_SPACE", "IMAGE_STRUCTURE").filter(|space| space != "YCbCr")
    {
        return RasterError::refused(format!(
            "the colours of {name} are {space}; only grey, RGB and plain bands are edited: gdal_translate -b 1 -b 2 -b 3 -co PHOTOMETRIC=RGB IN OUT"
        ));
    }
    if dataset.metadata_item("MINISWHITE", "IMAGE_STRUCTURE").is_some_and(|value| value == "YES") {
        return RasterError::refused(format!(
            "{name} counts from white to black (MINISWHITE); turn it round: gdal_translate -expand gray -co PHOTOMETRIC=MINISBLACK IN OUT"
        ));
    }
    Ok(())
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
