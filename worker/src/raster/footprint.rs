//! The change footprint: where the result differs from the source, as polygons in RFC 7946 longitude and latitude.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use foreshock_protocol::grid::Window;
use foreshock_protocol::limits::MIN_FOOTPRINT_PIXELS;
use gdal::raster::{Buffer, RasterCreationOptions};
use gdal::spatial_ref::CoordTransform;
use gdal::vector::{LayerAccess, LayerOptions, OGRwkbGeometryType};
use gdal::{Dataset, DriverManager};
use serde_json::{Map, Value, json};

use super::rings::{Ring, area_m2, geometry, on_the_earth, rings_of, signed_area};
use super::sniff::words;
use super::source::{RasterError, Source, open};
use super::target::Target;

/// Longest edge that is taken as straight in both coordinate systems, metres.
const STRAIGHT_M: f64 = 1000.0;

/// File of a change map in its folder.
pub const CHANGE_MAP: &str = "changed.tif";

/// What came of a footprint.
#[derive(Debug, Clone, PartialEq)]
pub enum Footprint {
    /// It is written.
    Written {
        /// Connected pieces of at least 16 px.
        pieces: u64,
        /// Their area, m².
        area_m2: f64,
    },
    /// The pixels have no place on the Earth that GeoJSON can tell; why.
    Nowhere(String),
}

/// Why no footprint came about.
enum Trouble {
    Nowhere(String),
    Raster(RasterError),
}

impl From<RasterError> for Trouble {
    fn from(error: RasterError) -> Self {
        Self::Raster(error)
    }
}

/// Pixels that changed, in a file of their own, so that the area's size does not matter.
pub struct ChangeMap {
    dataset: Dataset,
    path: PathBuf,
    window: Window,
}

impl ChangeMap {
    /// Creates an empty map of a window in a folder.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn create(folder: &Path, window: Window) -> Result<Self, RasterError> {
        let path = folder.join(CHANGE_MAP);
        let failed = || RasterError::gdal(format!("write {}", path.display()));
        let mut options = RasterCreationOptions::new();
        for (key, value) in
            [("TILED", "YES"), ("COMPRESS", "DEFLATE"), ("BIGTIFF", "IF_SAFER"), ("SPARSE_OK", "TRUE")]
        {
            options.set_name_value(key, value).map_err(failed())?;
        }
        let (width, height) = (window.width as usize, window.height as usize);
        let dataset = DriverManager::get_driver_by_name("GTiff")
            .and_then(|driver| {
                driver.create_with_band_type_with_options::<u8, _>(&path, width, height, 1, &options)
            })
            .map_err(failed())?;
        Ok(Self { dataset, path, window })
    }

    /// Sets the pixels of a window of the source: 1 = changed.
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn write(&mut self, window: Window, changed: Vec<u8>) -> Result<(), RasterError> {
        let place = ((window.col - self.window.col) as isize, (window.row - self.window.row) as isize);
        let size = (window.width as usize, window.height as usize);
        self.dataset
            .rasterband(1)
            .and_then(|mut band| band.write(place, size, &mut Buffer::new(size, changed)))
            .map_err(RasterError::gdal(format!("write {}", self.path.display())))
    }

    /// Writes the footprint of the map as GeoJSON: one feature for each connected piece of at least 16 px, with `area_m2` and these
    /// `properties`. A raster whose pixels have no longitude and latitude (beyond the edge of its projection, on another planet) has no
    /// footprint; nothing is written then.
    ///
    /// # Errors
    /// When GDAL fails or the file cannot be written.
    pub fn footprint(
        self,
        source: &Source,
        properties: &Map<String, Value>,
        output: &Path,
    ) -> Result<Footprint, RasterError> {
        match self.trace(source, properties, output) {
            Ok(written) => Ok(written),
            Err(Trouble::Nowhere(why)) => Ok(Footprint::Nowhere(why)),
            Err(Trouble::Raster(error)) => Err(error),
        }
    }

    fn trace(
        self,
        source: &Source,
        properties: &Map<String, Value>,
        output: &Path,
    ) -> Result<Footprint, Trouble> {
        self.dataset.close().map_err(RasterError::gdal(format!("write {}", self.path.display())))?;
        let map = open(&self.path, &["GTiff"])
            .map_err(RasterError::gdal(format!("read {}", self.path.display())))?;
        let failed = || RasterError::gdal("trace the change footprint");
        let driver =
            DriverManager::get_driver_by_name("Memory").or_else(|_| DriverManager::get_driver_by_name("MEM"));
        let mut shapes = driver.and_then(|driver| driver.create_vector_only("")).map_err(failed())?;
        let mut layer = shapes
            .create_layer(LayerOptions {
                name: "changed",
                ty: OGRwkbGeometryType::wkbPolygon,
                ..LayerOptions::default()
            })
            .map_err(failed())?;
        polygonize(&map, &layer).map_err(failed())?;

        let place = Place {
            source,
            window: self.window,
            to_lon_lat: source.to_lon_lat().map_err(|error| Trouble::Nowhere(error.to_string()))?,
            longest: (STRAIGHT_M / source.info().gsd_m(self.window)).clamp(1.0, 1e6),
        };
        let io = |error: std::io::Error| RasterError::Io {
            what: format!("write {}", output.display()),
            source: error,
        };
        let target = Target::create(output)?;
        let mut file = std::io::BufWriter::new(std::fs::File::create(target.part()).map_err(io)?);
        file.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[").map_err(io)?;
        let (mut pieces, mut total) = (0_u64, 0.0);
        for feature in layer.features() {
            let Some(polygon) = feature.geometry() else { continue };
            let rings = rings_of(polygon);
            let pixels = rings.iter().enumerate().map(|(index, ring)| {
                if index == 0 { signed_area(ring).abs() } else { -signed_area(ring).abs() }
            });
            let pixels: f64 = pixels.sum();
            if pixels < f64::from(MIN_FOOTPRINT_PIXELS) {
                continue;
            }
            let (geometry, area_m2) = place.polygon(&rings)?;
            let mut properties = properties.clone();
            properties.insert("area_m2".to_owned(), json!(rounded(area_m2)));
            properties.insert("pixels".to_owned(), json!(pixels as u64));
            let feature = json!({"type": "Feature", "properties": properties, "geometry": geometry});
            let separator = if pieces == 0 { "\n" } else { ",\n" };
            write!(file, "{separator}{feature}").map_err(io)?;
            pieces += 1;
            total += area_m2;
        }
        file.write_all(b"\n]}\n").map_err(io)?;
        file.into_inner().map_err(|error| io(error.into_error()))?;
        target.publish()?;
        Ok(Footprint::Written { pieces, area_m2: total })
    }
}

/// Traces the connected areas (by edges) of pixels that are not 0, in px.
fn polygonize(map: &Dataset, layer: &impl LayerAccess) -> Result<(), gdal::errors::GdalError> {
    let band = map.rasterband(1)?;
    // SAFETY: the handle is that of a band of `map`, which outlives the call.
    let band = unsafe { band.c_rasterband() };
    // SAFETY: the handle is that of a layer borrowed for the whole call.
    let layer = unsafe { layer.c_layer() };
    // SAFETY: both handles are live (above); no field is written (-1), no options, no progress function.
    let result = unsafe {
        gdal_sys::GDALPolygonize(band, band, layer, -1, std::ptr::null_mut(), None, std::ptr::null_mut())
    };
    if result == gdal_sys::CPLErr::CE_None {
        Ok(())
    } else {
        Err(gdal::errors::GdalError::BadArgument("GDALPolygonize failed".to_owned()))
    }
}

/// Square millimetres, or six digits where that is nothing.
fn rounded(area_m2: f64) -> f64 {
    let scale = 10_f64.powf((5.0 - area_m2.log10().floor()).max(3.0));
    (area_m2 * scale).round() / scale
}

/// From pixels of a window to places on the Earth.
struct Place<'a> {
    source: &'a Source,
    window: Window,
    to_lon_lat: CoordTransform,
    /// Longest edge, px.
    longest: f64,
}

impl Place<'_> {
    /// RFC 7946 geometry of a polygon in px, and its area on the WGS 84 ellipsoid, m².
    fn polygon(&self, rings: &[Vec<[f64; 2]>]) -> Result<(Value, f64), Trouble> {
        let placed: Vec<Ring> = rings.iter().map(|ring| self.ring(ring)).collect::<Result<_, _>>()?;
        let areas = placed.iter().enumerate();
        let area: f64 =
            areas.map(|(index, ring)| if index == 0 { area_m2(ring) } else { -area_m2(ring) }).sum();
        let finite = placed.iter().flatten().flatten().all(|value| value.is_finite());
        match geometry(&placed).filter(|_| finite && area > 0.0) {
            Some(geometry) => Ok((geometry, area)),
            None => Err(Trouble::Nowhere(
                "the outlines of the changed pixels enclose nothing in longitude and latitude; are the geotransform and the coordinate reference system right?".to_owned(),
            )),
        }
    }

    /// A ring in longitude and latitude.
    fn ring(&self, ring: &[[f64; 2]]) -> Result<Ring, Trouble> {
        let (mut x, mut y) = (Vec::new(), Vec::new());
        let grid = self.source.info().grid.geotransform;
        let mut add = |col: f64, row: f64| {
            let [east, north] = grid.apply(col + self.window.col as f64, row + self.window.row as f64);
            x.push(east);
            y.push(north);
        };
        for pair in ring.windows(2) {
            let ([from_x, from_y], [to_x, to_y]) = (pair[0], pair[1]);
            let cuts =
                ((to_x - from_x).abs().max((to_y - from_y).abs()) / self.longest).ceil().max(1.0) as u32;
            for cut in 0..cuts {
                let share = f64::from(cut) / f64::from(cuts);
                add(from_x + share * (to_x - from_x), from_y + share * (to_y - from_y));
            }
        }
        if let Some([col, row]) = ring.first().copied() {
            add(col, row);
        }
        self.to_lon_lat.transform_coords(&mut x, &mut y, &mut []).map_err(|error| {
            Trouble::Nowhere(format!(
                "not all changed pixels have a longitude and latitude: {}",
                words(&error)
            ))
        })?;
        Ok(on_the_earth(x.into_iter().zip(y).map(|(lon, lat)| [lon, lat]).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_areas_keep_six_digits() {
        assert_eq!(rounded(1_234.567_891), 1_234.568);
        assert!((rounded(2.292_712_345e-7) / 2.292_71e-7 - 1.0).abs() < 1e-12);
    }
}
