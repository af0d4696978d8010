//! The change footprint: where the result differs from the source, as polygons in RFC 7946 longitude and latitude.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use foreshock_protocol::grid::Window;
use foreshock_protocol::limits::MIN_FOOTPRINT_PIXELS;
use gdal::raster::{Buffer, RasterCreationOptions};
use gdal::spatial_ref::CoordTransform;
use gdal::vector::{Geometry, LayerAccess, LayerOptions, OGRwkbGeometryType};
use gdal::{Dataset, DriverManager};
use geographiclib_rs::{Geodesic, PolygonArea, Winding};
use serde_json::{Map, Value, json};

use super::source::{RasterError, Source, open};

/// Longest edge that is taken as straight in both coordinate systems, metres.
const STRAIGHT_M: f64 = 1000.0;
/// Decimals of a coordinate: 0.1 mm on the ground.
const DECIMALS: f64 = 1e9;

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
        let path = folder.join("changed.tif");
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
    /// `properties`. Returns the number of pieces and their area in m².
    ///
    /// # Errors
    /// When GDAL fails or the file cannot be written.
    pub fn footprint(
        self,
        source: &Source,
        properties: &Map<String, Value>,
        output: &Path,
    ) -> Result<(u64, f64), RasterError> {
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
            to_lon_lat: source.to_lon_lat()?,
            longest: (STRAIGHT_M / source.info().gsd_m(self.window)).clamp(1.0, 1e6),
        };
        let io = |error: std::io::Error| RasterError::Io {
            what: format!("write {}", output.display()),
            source: error,
        };
        let mut part = output.as_os_str().to_owned();
        part.push(".partial");
        let mut file = std::io::BufWriter::new(std::fs::File::create(&part).map_err(io)?);
        file.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[").map_err(io)?;
        let (mut pieces, mut total) = (0_u64, 0.0);
        for feature in layer.features() {
            let Some(polygon) = feature.geometry() else { continue };
            let rings = rings(polygon);
            let pixels = rings
                .iter()
                .enumerate()
                .map(|(index, ring)| if index == 0 { ring_area(ring) } else { -ring_area(ring) });
            let pixels: f64 = pixels.sum();
            if pixels < f64::from(MIN_FOOTPRINT_PIXELS) {
                continue;
            }
            let (geometry, area_m2) = place.polygon(&rings)?;
            let mut properties = properties.clone();
            properties.insert("area_m2".to_owned(), json!((area_m2 * 1000.0).round() / 1000.0));
            properties.insert("pixels".to_owned(), json!(pixels as u64));
            let feature = json!({"type": "Feature", "properties": properties, "geometry": geometry});
            let separator = if pieces == 0 { "\n" } else { ",\n" };
            write!(file, "{separator}{feature}").map_err(io)?;
            pieces += 1;
            total += area_m2;
        }
        file.write_all(b"\n]}\n").map_err(io)?;
        file.into_inner()
            .map_err(std::io::IntoInnerError::into_error)
            .and_then(|file| file.sync_all())
            .map_err(io)?;
        std::fs::rename(&part, output).map_err(io)?;
        Ok((pieces, total))
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

fn rings(polygon: &Geometry) -> Vec<Vec<[f64; 2]>> {
    (0..polygon.geometry_count())
        .map(|index| {
            let mut points = Vec::new();
            polygon.get_geometry(index).get_points(&mut points);
            points.iter().map(|(x, y, _)| [*x, *y]).collect()
        })
        .collect()
}

/// Area of a closed ring by its own coordinates, without sign.
fn ring_area(ring: &[[f64; 2]]) -> f64 {
    signed_area(ring).abs()
}

/// Above 0 when the ring runs counterclockwise (y up). Counted from the first point, so that small rings far out lose nothing.
fn signed_area(ring: &[[f64; 2]]) -> f64 {
    let Some([x0, y0]) = ring.first().copied() else { return 0.0 };
    let cross = |a: [f64; 2], b: [f64; 2]| (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0);
    ring.windows(2).map(|pair| cross(pair[0], pair[1])).sum::<f64>() / 2.0
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
    fn polygon(&self, rings: &[Vec<[f64; 2]>]) -> Result<(Value, f64), RasterError> {
        let geodesic = Geodesic::wgs84();
        let mut area = 0.0;
        let mut placed = Vec::with_capacity(rings.len());
        for (index, ring) in rings.iter().enumerate() {
            let mut ring = self.ring(ring)?;
            let exterior = index == 0;
            // The right-hand rule: exteriors counterclockwise, holes clockwise.
            if (signed_area(&ring) > 0.0) != exterior {
                ring.reverse();
            }
            let mut polygon = PolygonArea::new(&geodesic, Winding::CounterClockwise);
            for point in ring.iter().skip(1) {
                polygon.add_point(point[1], point[0]);
            }
            let (_, ring_m2, _) = polygon.compute(true);
            // A hole runs clockwise: its area is negative.
            area += ring_m2;
            placed.push(ring);
        }
        Ok((geometry(placed), area))
    }

    /// A ring in longitude and latitude; longitudes go on past ±180° rather than jump.
    fn ring(&self, ring: &[[f64; 2]]) -> Result<Vec<[f64; 2]>, RasterError> {
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
        self.to_lon_lat
            .transform_coords(&mut x, &mut y, &mut [])
            .map_err(RasterError::gdal("go from the raster's coordinates to longitude and latitude"))?;
        let mut before = x.first().copied().unwrap_or(0.0);
        for lon in &mut x {
            while *lon - before > 180.0 {
                *lon -= 360.0;
            }
            while before - *lon > 180.0 {
                *lon += 360.0;
            }
            before = *lon;
        }
        Ok(x.into_iter().zip(y).map(|(lon, lat)| [lon, lat]).collect())
    }
}

/// A polygon, or a multipolygon cut along the antimeridian (RFC 7946, section 3.1.9).
fn geometry(rings: Vec<Vec<[f64; 2]>>) -> Value {
    let beyond = |ring: &Vec<[f64; 2]>| ring.iter().any(|point| point[0].abs() > 180.0);
    if !rings.iter().any(beyond) {
        return json!({"type": "Polygon", "coordinates": rounded(&rings)});
    }
    let pieces: Vec<Value> = [-360.0, 0.0, 360.0]
        .into_iter()
        .filter_map(|shift| cut(&rings, shift))
        .flatten()
        .map(|piece| rounded(&piece))
        .collect();
    json!({"type": "MultiPolygon", "coordinates": pieces})
}

/// The parts of a polygon that lie between −180° and 180° once it is shifted.
fn cut(rings: &[Vec<[f64; 2]>], shift: f64) -> Option<Vec<Vec<Vec<[f64; 2]>>>> {
    let mut polygon = Geometry::empty(OGRwkbGeometryType::wkbPolygon).ok()?;
    for points in rings {
        let mut ring = Geometry::empty(OGRwkbGeometryType::wkbLinearRing).ok()?;
        points.iter().for_each(|point| ring.add_point_2d((point[0] + shift, point[1])));
        polygon.add_geometry(ring).ok()?;
    }
    let world = Geometry::bbox(-180.0, -90.0, 180.0, 90.0).ok()?;
    let inside = polygon.intersection(&world)?;
    let polygons: Vec<Vec<Vec<[f64; 2]>>> = match inside.geometry_type() {
        OGRwkbGeometryType::wkbPolygon => vec![self::rings(&inside)],
        OGRwkbGeometryType::wkbMultiPolygon | OGRwkbGeometryType::wkbGeometryCollection => (0..inside
            .geometry_count())
            .map(|index| inside.get_geometry(index))
            .filter(|part| part.geometry_type() == OGRwkbGeometryType::wkbPolygon)
            .map(|part| self::rings(&part))
            .collect(),
        _ => return None,
    };
    let turned = polygons.into_iter().filter(|polygon| !polygon.is_empty()).map(|mut polygon| {
        for (index, ring) in polygon.iter_mut().enumerate() {
            if (signed_area(ring) > 0.0) != (index == 0) {
                ring.reverse();
            }
        }
        polygon
    });
    Some(turned.collect())
}

fn rounded(rings: &[Vec<[f64; 2]>]) -> Value {
    let round = |value: f64| (value * DECIMALS).round() / DECIMALS;
    json!(
        rings
            .iter()
            .map(|ring| ring.iter().map(|point| point.map(round)).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_crosses_the_antimeridian_is_cut() {
        let ring = vec![[179.5, 0.0], [180.5, 0.0], [180.5, 1.0], [179.5, 1.0], [179.5, 0.0]];
        let geometry = geometry(vec![ring]);
        assert_eq!(geometry["type"], "MultiPolygon");
        let pieces = geometry["coordinates"].as_array().unwrap();
        assert_eq!(pieces.len(), 2);
        for piece in pieces {
            for point in piece[0].as_array().unwrap() {
                let lon = point[0].as_f64().unwrap();
                assert!((179.5..=180.0).contains(&lon) || (-180.0..=-179.5).contains(&lon), "{lon}");
            }
        }
    }

    #[test]
    fn a_ring_knows_its_turn() {
        let square = [[10.0, 50.0], [11.0, 50.0], [11.0, 51.0], [10.0, 51.0], [10.0, 50.0]];
        assert_eq!(signed_area(&square), 1.0);
        let turned: Vec<[f64; 2]> = square.iter().rev().copied().collect();
        assert_eq!(signed_area(&turned), -1.0);
    }
}
