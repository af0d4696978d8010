//! GeoJSON areas of a user (RFC 7946 longitude and latitude) on a source's pixel grid.

use std::path::Path;

use foreshock_protocol::grid::{PixelGrid, Window};
use gdal::vector::{Geometry, OGRwkbGeometryType};
use geojson::{GeoJson, GeometryValue};

use super::sniff::{FileKind, words};
use super::source::{RasterError, Source};

/// Longest edge that is taken as straight in both coordinate systems, degrees (about a kilometre, where the error is centimetres).
const STRAIGHT: f64 = 0.01;
/// Most points that an edge is cut into.
const MOST_CUTS: f64 = 1000.0;

/// A ring in px of the source raster, closed.
type Ring = Vec<[f64; 2]>;

/// Polygons on a source's pixel grid: rings, the first of each the exterior.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    polygons: Vec<Vec<Ring>>,
}

impl Area {
    /// Reads a GeoJSON file: a polygon, a feature or a collection of them.
    ///
    /// # Errors
    /// When it is not GeoJSON, holds no polygon, or does not lie where the raster's coordinates do.
    pub fn read(path: &Path, source: &Source) -> Result<Self, RasterError> {
        let name = path.display();
        // A pipe would be waited for, and a folder's error does not say what it is.
        if FileKind::of(path).is_ok_and(|kind| matches!(kind, FileKind::Folder | FileKind::Special)) {
            return RasterError::refused(format!("{name} is no regular file; name a GeoJSON file"));
        }
        let text = std::fs::read_to_string(path)
            .map_err(|error| RasterError::Refused(format!("cannot read {name}: {error}")))?;
        // Some editors begin a text with a byte order mark; RFC 8259 lets a reader pass over it.
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let json: GeoJson =
            text.parse().map_err(|error| RasterError::Refused(format!("{name} is not GeoJSON: {error}")))?;
        refuse_other_crs(text, path)?;
        let mut found = Vec::new();
        match json {
            GeoJson::Geometry(geometry) => collect(geometry.value, &mut found),
            GeoJson::Feature(feature) => {
                feature.geometry.into_iter().for_each(|geometry| collect(geometry.value, &mut found))
            }
            GeoJson::FeatureCollection(collection) => {
                for geometry in collection.features.into_iter().filter_map(|feature| feature.geometry) {
                    collect(geometry.value, &mut found);
                }
            }
        }
        if found.is_empty() {
            return RasterError::refused(format!(
                "{name} holds no polygon; draw an area, not points or lines"
            ));
        }
        let outside = |point: &[f64; 2]| !(point[0].abs() <= 360.0 && point[1].abs() <= 90.0);
        if found.iter().flatten().flatten().any(outside) {
            return RasterError::refused(format!(
                "{name} is not in longitude and latitude (RFC 7946); convert it: ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES OUT.geojson IN"
            ));
        }
        let transform = source.from_lon_lat()?;
        let grid = source.info().grid;
        let mut polygons = Vec::with_capacity(found.len());
        for polygon in found {
            let mut rings = Vec::with_capacity(polygon.len());
            for ring in polygon {
                let ring = densified(&ring);
                let mut x: Vec<f64> = ring.iter().map(|point| point[0]).collect();
                let mut y: Vec<f64> = ring.iter().map(|point| point[1]).collect();
                transform.transform_coords(&mut x, &mut y, &mut []).map_err(|error| {
                    RasterError::Refused(format!(
                        "{name} lies where the raster's coordinates end: {}",
                        words(&error)
                    ))
                })?;
                rings.push(x.iter().zip(&y).map(|(x, y)| grid.geotransform.invert(*x, *y)).collect());
            }
            match source.info().turn() {
                Some(turn) => polygons.extend(turned(rings, turn / grid.geotransform.0[1].abs(), grid.width)),
                None => polygons.push(rings),
            }
        }
        Ok(Self { polygons })
    }

    /// The bounding window, snapped outward to whole pixels and clipped to the raster.
    ///
    /// # Errors
    /// When the area misses the raster.
    pub fn window(&self, grid: &PixelGrid) -> Result<Window, RasterError> {
        let mut low = [f64::INFINITY; 2];
        let mut high = [f64::NEG_INFINITY; 2];
        for point in self.polygons.iter().flatten().flatten() {
            for axis in 0..2 {
                low[axis] = low[axis].min(point[axis]);
                high[axis] = high[axis].max(point[axis]);
            }
        }
        // The snapping rule of the protocol, on the grid's own pixel coordinates.
        let pixels = PixelGrid {
            geotransform: foreshock_protocol::grid::Geotransform([0.0, 1.0, 0.0, 0.0, 0.0, 1.0]),
            ..*grid
        };
        Ok(pixels.snap(low, high)?)
    }

    /// The polygons as GDAL geometries in px.
    pub(super) fn geometries(&self) -> Result<Vec<Geometry>, gdal::errors::GdalError> {
        self.polygons
            .iter()
            .map(|rings| {
                let mut polygon = Geometry::empty(OGRwkbGeometryType::wkbPolygon)?;
                for points in rings {
                    let mut ring = Geometry::empty(OGRwkbGeometryType::wkbLinearRing)?;
                    for point in points {
                        ring.add_point_2d((point[0], point[1]));
                    }
                    polygon.add_geometry(ring)?;
                }
                Ok(polygon)
            })
            .collect()
    }
}

/// A polygon where a raster in degrees may have it: longitudes of a raster may count to 360° or go on over the antimeridian, so that one
/// place has several. `turn` is 360° in px. A polygon that meets the raster nowhere stays where it is.
fn turned(rings: Vec<Ring>, turn: f64, width: u32) -> Vec<Vec<Ring>> {
    let bounds = |start: f64, pick: fn(f64, f64) -> f64| {
        rings.iter().flatten().map(|point| point[0]).fold(start, pick)
    };
    let (west, east) = (bounds(f64::INFINITY, f64::min), bounds(f64::NEG_INFINITY, f64::max));
    let mut found: Vec<Vec<Ring>> = Vec::new();
    for turns in [0.0, -1.0, 1.0] {
        let shift = turns * turn;
        if west + shift < f64::from(width) && east + shift > 0.0 {
            let move_ring = |ring: &Ring| ring.iter().map(|[x, y]| [x + shift, *y]).collect();
            found.push(rings.iter().map(move_ring).collect());
        }
    }
    if found.is_empty() { vec![rings] } else { found }
}

/// A `crs` member is no part of RFC 7946; older software writes one, and then the numbers may mean anything.
fn refuse_other_crs(text: &str, path: &Path) -> Result<(), RasterError> {
    let value: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    let Some(name) = value.pointer("/crs/properties/name").and_then(serde_json::Value::as_str) else {
        return Ok(());
    };
    if name.contains("CRS84") || name.ends_with(":4326") {
        return Ok(());
    }
    RasterError::refused(format!(
        "{} says that its coordinates are in {name}; RFC 7946 knows longitude and latitude only: ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES OUT.geojson IN",
        path.display()
    ))
}

fn collect(geometry: GeometryValue, found: &mut Vec<Vec<Ring>>) {
    let rings = |polygon: Vec<Vec<geojson::Position>>| -> Vec<Ring> {
        let point = |position: &geojson::Position| {
            let numbers = position.as_slice();
            [numbers.first().copied().unwrap_or(f64::NAN), numbers.get(1).copied().unwrap_or(f64::NAN)]
        };
        polygon
            .iter()
            .map(|ring| ring.iter().map(point).collect::<Ring>())
            .filter(|ring| ring.len() >= 3)
            .collect()
    };
    match geometry {
        GeometryValue::Polygon { coordinates } => found.push(rings(coordinates)),
        GeometryValue::MultiPolygon { coordinates } => found.extend(coordinates.into_iter().map(rings)),
        GeometryValue::GeometryCollection { geometries } => {
            geometries.into_iter().for_each(|geometry| collect(geometry.value, found));
        }
        GeometryValue::Point { .. }
        | GeometryValue::MultiPoint { .. }
        | GeometryValue::LineString { .. }
        | GeometryValue::MultiLineString { .. } => {}
    }
    found.retain(|polygon| !polygon.is_empty());
}

/// The ring, closed, with points added so that no edge is longer than [`STRAIGHT`].
fn densified(ring: &[[f64; 2]]) -> Ring {
    let mut dense = Vec::with_capacity(ring.len());
    for (index, from) in ring.iter().enumerate() {
        let to = ring[(index + 1) % ring.len()];
        let longest = (to[0] - from[0]).abs().max((to[1] - from[1]).abs());
        let cuts = (longest / STRAIGHT).ceil().clamp(1.0, MOST_CUTS) as u32;
        for cut in 0..cuts {
            let share = f64::from(cut) / f64::from(cuts);
            dense.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
        }
    }
    if let Some(first) = dense.first().copied() {
        dense.push(first);
    }
    dense
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_polygon_is_found_at_every_turn_that_meets_the_raster() {
        let ring = |west: f64, east: f64| vec![vec![[west, 1.0], [east, 1.0], [east, 2.0], [west, 1.0]]];
        let wests = |west, east, width| -> Vec<f64> {
            turned(ring(west, east), 360.0, width).iter().map(|rings| rings[0][0][0]).collect()
        };
        assert_eq!(wests(10.0, 20.0, 100), [10.0]);
        // 100° west on a raster that counts from 0 to 360.
        assert_eq!(wests(-100.0, -80.0, 360), [260.0]);
        assert_eq!(wests(370.0, 380.0, 100), [10.0]);
        // Across the raster's edge: both ends of it.
        assert_eq!(wests(-10.0, 10.0, 360), [-10.0, 350.0]);
        assert_eq!(wests(120.0, 130.0, 100), [120.0]);
    }
}
