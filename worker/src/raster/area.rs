//! GeoJSON areas of a user (RFC 7946 longitude and latitude) on a source's pixel grid.

use std::path::Path;

use foreshock_protocol::grid::{PixelGrid, Window};
use gdal::vector::{Geometry, OGRwkbGeometryType};
use geojson::{GeoJson, GeometryValue};

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
        let text = std::fs::read_to_string(path)
            .map_err(|error| RasterError::Refused(format!("cannot read {name}: {error}")))?;
        let json: GeoJson =
            text.parse().map_err(|error| RasterError::Refused(format!("{name} is not GeoJSON: {error}")))?;
        refuse_other_crs(&text, path)?;
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
                    RasterError::Refused(format!("{name} lies where the raster's coordinates end: {error}"))
                })?;
                rings.push(x.iter().zip(&y).map(|(x, y)| grid.geotransform.invert(*x, *y)).collect());
            }
            polygons.push(rings);
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
