//! Rings on the Earth: over the antimeridian, around the poles, as RFC 7946 wants them, and their area on the ellipsoid.

use gdal::vector::{Geometry, OGRwkbGeometryType};
use serde_json::{Value, json};

/// Decimals of a coordinate: 0.1 mm on the ground.
const DECIMALS: f64 = 1e9;
/// Semi-major axis of WGS 84, metres (EPSG:7030).
const A: f64 = 6_378_137.0;
/// Flattening of WGS 84 (EPSG:7030).
const F: f64 = 1.0 / 298.257_223_563;

/// Closed, longitude and latitude in degrees; longitudes may go on past ±180°.
pub(super) type Ring = Vec<[f64; 2]>;

/// A closed ring of transformed points: longitudes go on rather than jump, latitudes end at the poles, and a ring around a pole is closed
/// over it.
pub(super) fn on_the_earth(mut ring: Ring) -> Ring {
    let mut before = ring.first().map_or(0.0, |point| point[0]);
    for point in &mut ring {
        while point[0] - before > 180.0 {
            point[0] -= 360.0;
        }
        while before - point[0] > 180.0 {
            point[0] += 360.0;
        }
        before = point[0];
        // Grids of nodes reach half a pixel over the pole.
        point[1] = point[1].clamp(-90.0, 90.0);
    }
    let (Some(first), Some(last)) = (ring.first().copied(), ring.last().copied()) else { return ring };
    if (last[0] - first[0]).abs() > 180.0 {
        // Once around: on a map of longitudes the ring is a line from edge to edge, and what it encloses lies between it and the pole.
        let north: f64 = ring.iter().map(|point| point[1]).sum();
        let pole = 90_f64.copysign(north);
        ring.extend([[last[0], pole], [first[0], pole], first]);
    }
    ring
}

/// Above 0 when the ring runs counterclockwise (y up), in its own units. Counted from the first point, so that small rings far out lose
/// nothing.
pub(super) fn signed_area(ring: &[[f64; 2]]) -> f64 {
    let Some([x0, y0]) = ring.first().copied() else { return 0.0 };
    let cross = |a: [f64; 2], b: [f64; 2]| (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0);
    ring.windows(2).map(|pair| cross(pair[0], pair[1])).sum::<f64>() / 2.0
}

/// Area that a ring encloses on the WGS 84 ellipsoid, m², without sign. Its edges are straight in longitude and latitude, as RFC 7946
/// has them: the sum over the edges of the area between edge and equator. Geodesic edges would be no good here: they do not follow the
/// parallels, and no geodesic polygon is the whole Earth.
pub(super) fn area_m2(ring: &[[f64; 2]]) -> f64 {
    let Some([_, lat0]) = ring.first().copied() else { return 0.0 };
    let base = to_equator(lat0);
    let edges = ring.windows(2).map(|pair| {
        let ([from, low], [to, high]) = (pair[0], pair[1]);
        // Simpson's rule; exact to far below a millimetre's worth on edges of a kilometre.
        let mean = (to_equator(low) + 4.0 * to_equator((low + high) / 2.0) + to_equator(high)) / 6.0;
        (to - from).to_radians() * (mean - base)
    });
    edges.sum::<f64>().abs()
}

/// Area between the equator and a parallel, for each radian of longitude, m² (J. P. Snyder, Map Projections: A Working Manual,
/// equation 3-12).
fn to_equator(latitude: f64) -> f64 {
    let e2 = F * (2.0 - F);
    let (e, sine) = (e2.sqrt(), latitude.to_radians().sin());
    A * A * (1.0 - e2) / 2.0 * (sine / (1.0 - e2 * sine * sine) + (e * sine).atanh() / e)
}

/// RFC 7946 geometry of a polygon (the first ring is the exterior): cut along the antimeridian (section 3.1.9), exteriors
/// counterclockwise, holes clockwise (3.1.6). None where coordinates cannot tell its pixels apart, or nothing is left.
pub(super) fn geometry(rings: &[Ring]) -> Option<Value> {
    let beyond = rings.iter().flatten().any(|point| point[0].abs() > 180.0);
    let polygons = if beyond { cut(rings)? } else { vec![rings.to_vec()] };
    let polygons: Vec<Vec<Ring>> = polygons.into_iter().map(tidy).collect::<Option<_>>()?;
    match polygons.as_slice() {
        [] => None,
        [polygon] => Some(json!({"type": "Polygon", "coordinates": polygon})),
        _ => Some(json!({"type": "MultiPolygon", "coordinates": polygons})),
    }
}

/// A polygon in rounded coordinates, turned by the right-hand rule, without holes that have no area.
fn tidy(polygon: Vec<Ring>) -> Option<Vec<Ring>> {
    let round = |value: f64| (value * DECIMALS).round() / DECIMALS;
    let mut tidied = Vec::with_capacity(polygon.len());
    for (index, ring) in polygon.into_iter().enumerate() {
        let mut ring: Ring = ring.into_iter().map(|point| point.map(round)).collect();
        // Where a parallel was cut short at the pole, its points are one.
        ring.dedup();
        let area = signed_area(&ring);
        if area == 0.0 || ring.len() < 4 {
            if index == 0 {
                return None;
            }
            continue;
        }
        if (area > 0.0) != (index == 0) {
            ring.reverse();
        }
        tidied.push(ring);
    }
    Some(tidied)
}

/// The parts of a polygon between −180° and 180°. Every ring is cut by itself: an exterior and a hole around one pole need not begin at
/// one longitude.
fn cut(rings: &[Ring]) -> Option<Vec<Vec<Ring>>> {
    let (exterior, holes) = rings.split_first()?;
    let mut inside = wrapped(exterior)?;
    for hole in holes {
        inside = inside.difference(&wrapped(hole)?)?;
    }
    let polygon = OGRwkbGeometryType::wkbPolygon;
    Some(match inside.geometry_type() {
        found if found == polygon => vec![rings_of(&inside)],
        OGRwkbGeometryType::wkbMultiPolygon | OGRwkbGeometryType::wkbGeometryCollection => (0..inside
            .geometry_count())
            .map(|index| inside.get_geometry(index))
            .filter(|part| part.geometry_type() == polygon)
            .map(|part| rings_of(&part))
            .collect(),
        _ => return None,
    })
}

/// What a ring encloses, every part of it brought between −180° and 180°.
fn wrapped(ring: &Ring) -> Option<Geometry> {
    let world = Geometry::bbox(-180.0, -90.0, 180.0, 90.0).ok()?;
    let mut whole: Option<Geometry> = None;
    for turns in -3..=3 {
        let shift = f64::from(turns) * 360.0;
        if !ring.iter().any(|point| (point[0] + shift).abs() <= 180.0) {
            continue;
        }
        let mut line = Geometry::empty(OGRwkbGeometryType::wkbLinearRing).ok()?;
        ring.iter().for_each(|point| line.add_point_2d((point[0] + shift, point[1])));
        let mut polygon = Geometry::empty(OGRwkbGeometryType::wkbPolygon).ok()?;
        polygon.add_geometry(line).ok()?;
        let part = polygon.intersection(&world)?;
        whole = Some(match whole {
            Some(whole) => whole.union(&part)?,
            None => part,
        });
    }
    whole
}

/// The rings of a GDAL polygon.
pub(super) fn rings_of(polygon: &Geometry) -> Vec<Ring> {
    (0..polygon.geometry_count())
        .map(|index| {
            let mut points = Vec::new();
            polygon.get_geometry(index).get_points(&mut points);
            points.iter().map(|(x, y, _)| [*x, *y]).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use geographiclib_rs::{Geodesic, PolygonArea, Winding};

    use super::*;

    fn square(west: f64, south: f64, east: f64, north: f64) -> Ring {
        vec![[west, south], [east, south], [east, north], [west, north], [west, south]]
    }

    fn points(geometry: &Value) -> Vec<[f64; 2]> {
        let mut found = Vec::new();
        let mut open = vec![&geometry["coordinates"]];
        while let Some(value) = open.pop() {
            match value.as_array().unwrap().as_slice() {
                [lon, lat] if lon.is_number() => found.push([lon.as_f64().unwrap(), lat.as_f64().unwrap()]),
                parts => open.extend(parts),
            }
        }
        found
    }

    #[test]
    fn what_crosses_the_antimeridian_is_cut() {
        let geometry = geometry(&[square(179.5, 0.0, 180.5, 1.0)]).unwrap();
        assert_eq!(geometry["type"], "MultiPolygon");
        assert_eq!(geometry["coordinates"].as_array().unwrap().len(), 2);
        for [lon, _] in points(&geometry) {
            assert!((179.5..=180.0).contains(&lon) || (-180.0..=-179.5).contains(&lon), "{lon}");
        }
    }

    #[test]
    fn from_zero_to_360_is_one_piece() {
        let geometry = geometry(&[square(0.0, -91.0, 360.0, 90.0)].map(on_the_earth_in_steps)).unwrap();
        assert_eq!(geometry["type"], "Polygon");
        assert!(points(&geometry).iter().all(|[lon, lat]| lon.abs() <= 180.0 && lat.abs() <= 90.0));
    }

    /// As a raster's edges come: in short steps, and longitudes between −180° and 180°.
    fn on_the_earth_in_steps(ring: Ring) -> Ring {
        let mut steps: Ring = ring
            .windows(2)
            .flat_map(|pair| {
                let (from, to) = (pair[0], pair[1]);
                (0..100).map(move |step| {
                    let share = f64::from(step) / 100.0;
                    [0, 1].map(|axis| from[axis] + share * (to[axis] - from[axis]))
                })
            })
            .collect();
        steps.push(steps[0]);
        on_the_earth(steps)
    }

    #[test]
    fn the_whole_earth_has_its_area() {
        let ring = on_the_earth_in_steps(square(-180.0, -90.0, 180.0, 90.0));
        // Snyder's authalic radius of WGS 84: 6 371 007.181 m.
        let earth = 4.0 * std::f64::consts::PI * 6_371_007.181_f64.powi(2);
        assert!((area_m2(&ring) / earth - 1.0).abs() < 1e-9);
    }

    #[test]
    fn around_a_pole_the_ring_is_closed_over_it() {
        for (pole, turn) in [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)] {
            let lon = |step: i32| (f64::from(step) * turn * 3.6 + 47.0 + 180.0).rem_euclid(360.0) - 180.0;
            let circle = |lat: f64| (0..=100).map(|step| [lon(step), pole * lat]).collect::<Ring>();
            let (outer, inner) = (on_the_earth(circle(80.0)), on_the_earth(circle(85.0)));
            let cap = area_m2(&outer);
            // Of a sphere: 2πR²(1 − sin 80°) = 3.87 million km².
            assert!((cap / 3.87e12 - 1.0).abs() < 0.02, "{cap}");
            let whole = geometry(std::slice::from_ref(&outer)).unwrap();
            assert!(points(&whole).iter().any(|point| point[1] == pole * 90.0));
            let belt = geometry(&[outer, inner]).unwrap();
            assert!(points(&belt).iter().all(|[lon, lat]| lon.abs() <= 180.0 && lat.abs() <= 85.0));
        }
    }

    #[test]
    fn small_areas_are_those_of_geodesic_polygons() {
        let geodesic = Geodesic::wgs84();
        for (lon, lat) in [(12.0, 45.0), (-70.0, -33.0), (179.999_9, 70.0), (0.0, 0.0)] {
            let side = 1e-4;
            let ring = square(lon, lat, lon + side, lat + side / 3.0);
            let mut polygon = PolygonArea::new(&geodesic, Winding::CounterClockwise);
            ring.iter().skip(1).for_each(|point| polygon.add_point(point[1], point[0]));
            let (_, wanted, _) = polygon.compute(true);
            assert!((area_m2(&ring) / wanted - 1.0).abs() < 1e-5, "{} {wanted}", area_m2(&ring));
        }
    }

    #[test]
    fn a_ring_knows_its_turn() {
        let ring = square(10.0, 50.0, 11.0, 51.0);
        assert_eq!(signed_area(&ring), 1.0);
        let turned: Ring = ring.iter().rev().copied().collect();
        assert_eq!(signed_area(&turned), -1.0);
        let [one, other] = [ring, turned].map(|ring| geometry(&[ring]).unwrap());
        assert_eq!(one["coordinates"][0].as_array().unwrap().len(), 5);
        assert!(signed_area(&points_in_order(&other)) > 0.0 && signed_area(&points_in_order(&one)) > 0.0);
    }

    fn points_in_order(geometry: &Value) -> Ring {
        serde_json::from_value(geometry["coordinates"][0].clone()).unwrap()
    }

    #[test]
    fn what_coordinates_cannot_tell_apart_is_none() {
        assert!(geometry(&[square(12.0, 45.0, 12.0 + 1e-12, 45.0 + 1e-12)]).is_none());
    }
}
