"""Where a request may change its raster: polygons as booleans on the pixel grid."""

from __future__ import annotations

from functools import lru_cache
from typing import List, NamedTuple, Tuple

import numpy as np
from osgeo import gdal, ogr, osr

from ..core import words
from ..core.errors import ForeshockError
from ..core.grid import Geotransform, Window

#: Said of both sides, so that GDAL does not warn that it has to assume it.
_SAME_PLANE = 'LOCAL_CS["plane of the mask",UNIT["unit",1]]'


#: What lies farther from a window, px, is cut off: GDAL counts px in 32 bits, and overflows silently.
_REACH = 1 << 20

#: Least x, most x, least y, most y.
Box = Tuple[float, float, float, float]


class _Part(NamedTuple):
    """A polygon and where it lies."""

    polygon: ogr.Geometry
    box: Box


def rasterise(wkt: str, geotransform: Geotransform, window: Window) -> np.ndarray:
    """``[height, width]`` booleans of a window: whether the middle of a px lies in one of the polygons (WKT in the
    coordinates of ``geotransform``)."""
    box = _box(geotransform, window, 0)
    near = [part for part in _parts(wkt) if _meet(part.box, box)]
    if not near:
        return np.zeros((window.height, window.width), dtype=bool)
    reach = _box(geotransform, window, _REACH)
    polygons = [part.polygon if _holds(reach, part.box) else _cut(part.polygon, reach) for part in near]
    return _burnt(polygons, geotransform.at(window.col, window.row), window.width, window.height)


def _box(geotransform: Geotransform, window: Window, margin: int) -> Box:
    """A window with a margin, px, on the ground."""
    left, top = geotransform.apply(window.col - margin, window.row - margin)
    right, bottom = geotransform.apply(window.col + window.width + margin, window.row + window.height + margin)
    return min(left, right), max(left, right), min(top, bottom), max(top, bottom)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _holds(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer[2] <= inner[2] and inner[3] <= outer[3]


def _cut(polygon: ogr.Geometry, box: Box) -> ogr.Geometry:
    frame = ogr.CreateGeometryFromWkt(
        "POLYGON(({0:.17g} {2:.17g},{1:.17g} {2:.17g},{1:.17g} {3:.17g},{0:.17g} {3:.17g},{0:.17g} {2:.17g}))".format(
            *box
        )
    )
    result = polygon.Intersection(frame)
    if result is None:
        raise ForeshockError(_tr("The mask's outline crosses itself."), _tr("Draw the area again."))
    return result


@lru_cache(maxsize=4)
def _parts(wkt: str) -> List[_Part]:
    """Read once a request: a long outline takes longer to read than to burn."""
    geometry = ogr.CreateGeometryFromWkt(wkt)
    if geometry is None:
        raise ForeshockError(_tr("The mask's outline cannot be read."), _tr("Draw the area again."))
    if geometry.GetGeometryCount() and ogr.GT_IsSubClassOf(geometry.GetGeometryType(), ogr.wkbGeometryCollection):
        polygons = [geometry.GetGeometryRef(index).Clone() for index in range(geometry.GetGeometryCount())]
    else:
        polygons = [geometry]
    return [_Part(polygon, polygon.GetEnvelope()) for polygon in polygons]


def _burnt(polygons: List[ogr.Geometry], geotransform: Geotransform, width: int, height: int) -> np.ndarray:
    plane = osr.SpatialReference(_SAME_PLANE)
    target = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
    target.SetGeoTransform(geotransform.t)
    target.SetSpatialRef(plane)
    # GDAL 3.11 made one driver of the two.
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
    shapes = driver.CreateDataSource("")
    layer = shapes.CreateLayer("mask", plane, ogr.wkbUnknown)
    for polygon in polygons:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(polygon)
        layer.CreateFeature(feature)
    if gdal.RasterizeLayer(target, [1], layer, burn_values=[1]) != gdal.CE_None:
        message = _tr("The mask cannot be drawn: {reason}.").format(reason=gdal.GetLastErrorMsg())
        raise ForeshockError(message, _tr("Draw the area again."))
    return target.ReadAsArray() > 0


def _tr(text: str) -> str:
    return words.translate("ForeshockMask", text)
