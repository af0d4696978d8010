"""Rings on the Earth: over the antimeridian, around the poles, as RFC 7946 wants them, and their area on the ellipsoid;
as in ``worker/src/raster/rings.rs``. A ring is closed: ``[points, 2]``, longitude and latitude in degrees."""

from __future__ import annotations

import math
from typing import Any, Dict, List, Optional

import numpy as np
from osgeo import ogr

#: Decimals of a coordinate: 0.1 mm on the ground.
_DECIMALS = 9
#: Semi-major axis (metres) and flattening of WGS 84 (EPSG:7030).
_A = 6_378_137.0
_F = 1.0 / 298.257_223_563


def on_the_earth(ring: np.ndarray) -> np.ndarray:
    """A ring of transformed points: longitudes go on (past ±180°) rather than jump, latitudes end at the poles, and a
    ring around a pole is closed over it."""
    steps = np.diff(ring[:, 0])
    turns = np.sign(steps) * np.ceil(np.maximum(np.abs(steps) - 180.0, 0.0) / 360.0)
    lon = ring[:, 0] - 360.0 * np.concatenate([[0.0], np.cumsum(turns)])
    # Grids of nodes reach half a pixel over the pole.
    lat = np.clip(ring[:, 1], -90.0, 90.0)
    if abs(lon[-1] - lon[0]) > 180.0:
        # Once around: on a map of longitudes the ring is a line from edge to edge, and what it encloses lies between it
        # and the pole.
        pole = math.copysign(90.0, float(lat.sum()))
        lon = np.concatenate([lon, [lon[-1], lon[0], lon[0]]])
        lat = np.concatenate([lat, [pole, pole, lat[0]]])
    return np.column_stack([lon, lat])


def signed_area(ring: np.ndarray) -> float:
    """Above 0 when the ring runs counterclockwise (y up), in its own units. Counted from the first point, so that small
    rings far out lose nothing."""
    x, y = (ring - ring[0]).T
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2.0


def area_m2(ring: np.ndarray) -> float:
    """Area that a ring encloses on the WGS 84 ellipsoid, m², without sign. Its edges are straight in longitude and
    latitude, as RFC 7946 has them: the sum over the edges of the area between edge and equator. Geodesic edges would
    not follow the parallels, and no geodesic polygon is the whole Earth."""
    lon, lat = np.radians(ring[:, 0]), ring[:, 1]
    at = _to_equator(lat)
    # Simpson's rule; exact to far below a millimetre's worth on edges of a kilometre.
    mean = (at[:-1] + 4.0 * _to_equator((lat[:-1] + lat[1:]) / 2.0) + at[1:]) / 6.0
    return abs(float(np.sum(np.diff(lon) * (mean - at[0]))))


def _to_equator(latitude: np.ndarray) -> np.ndarray:
    """Area between the equator and a parallel, for each radian of longitude, m² (J. P. Snyder, Map Projections: A
    Working Manual, equation 3-12)."""
    e2 = _F * (2.0 - _F)
    e, sine = math.sqrt(e2), np.sin(np.radians(latitude))
    return _A * _A * (1.0 - e2) / 2.0 * (sine / (1.0 - e2 * sine * sine) + np.arctanh(e * sine) / e)


def geometry(rings: List[np.ndarray]) -> Optional[Dict[str, Any]]:
    """RFC 7946 geometry of a polygon (the first ring is the exterior): cut along the antimeridian (section 3.1.9),
    exteriors counterclockwise, holes clockwise (3.1.6). None where coordinates cannot tell its pixels apart, or nothing
    is left."""
    beyond = any((np.abs(ring[:, 0]) > 180.0).any() for ring in rings)
    polygons = [_tidy(polygon) for polygon in (_cut(rings) if beyond else [rings])]
    if not polygons or None in polygons:
        return None
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _tidy(polygon: List[np.ndarray]) -> Optional[List[Any]]:
    """A polygon in rounded coordinates, turned by the right-hand rule, without holes that have no area."""
    tidied = []
    for index, ring in enumerate(polygon):
        ring = np.round(ring, _DECIMALS)
        # Where a parallel was cut short at the pole, its points are one.
        ring = ring[np.concatenate([[True], (np.diff(ring, axis=0) != 0.0).any(axis=1)])]
        area = signed_area(ring)
        if area == 0.0 or len(ring) < 4:
            if index == 0:
                return None
            continue
        tidied.append((ring if (area > 0.0) == (index == 0) else ring[::-1]).tolist())
    return tidied


def _cut(rings: List[np.ndarray]) -> List[List[np.ndarray]]:
    """The parts of a polygon between −180° and 180°. Every ring is cut by itself: an exterior and a hole around one
    pole need not begin at one longitude."""
    wrapped = [_wrapped(ring) for ring in rings]
    if None in wrapped:
        return []
    inside = wrapped[0]
    for hole in wrapped[1:]:
        inside = inside.Difference(hole)
        if inside is None:
            return []
    parts = [inside] if inside.GetGeometryType() == ogr.wkbPolygon else list(inside)
    return [rings_of(part) for part in parts if part.GetGeometryType() == ogr.wkbPolygon]


def _wrapped(ring: np.ndarray) -> Optional[ogr.Geometry]:
    """What a ring encloses, every part of it brought between −180° and 180°; none where it is no polygon."""
    world = ogr.CreateGeometryFromWkt("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))")
    whole = ogr.Geometry(ogr.wkbPolygon)
    for turns in range(-3, 4):
        shifted = ring[:, 0] + turns * 360.0
        if not (np.abs(shifted) <= 180.0).any():
            continue
        line = ogr.Geometry(ogr.wkbLinearRing)
        for lon, lat in zip(shifted.tolist(), ring[:, 1].tolist()):
            line.AddPoint_2D(lon, lat)
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(line)
        part = polygon.Intersection(world)
        whole = whole.Union(part) if part is not None else None
        if whole is None:
            return None
    return whole


def rings_of(polygon: ogr.Geometry) -> List[np.ndarray]:
    """The rings of a GDAL polygon."""
    rings = (polygon.GetGeometryRef(index) for index in range(polygon.GetGeometryCount()))
    return [np.array(ring.GetPoints(), dtype=np.float64)[:, :2] for ring in rings]
