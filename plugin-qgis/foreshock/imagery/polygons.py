"""Polygons on the pixel grid of a raster: valid, flat, in its coordinate system, cut to it. On any thread."""

from __future__ import annotations

import math
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..compat import POLYGONS
from ..core.errors import ForeshockError
from ..core.grid import Geotransform, PixelGrid, Window
from ..core.request import RasterSource

#: An edge is cut into so many pieces, over the width of the raster, before it is transformed: a straight line in one CRS
#: is none in another. A parallel of 1° (80 km at 45°) then stays within a millimetre.
_PIECES = 512
#: Digits that give every coordinate back bit for bit.
_DIGITS = 17


def on_raster(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    geometry: QgsGeometry,
    geometry_crs: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> QgsGeometry:
    """Polygons in the source's CRS, clipped to the raster; never empty."""
    frame = rectangle(source, grid_of(source).window())
    polygons = surfaces(geometry)
    if polygons.isEmpty():
        raise ForeshockError(_tr("The chosen area has no surface."), _tr("Draw it again."))
    if geometry_crs != layer_crs:
        polygons = _transformed(polygons, geometry_crs, layer_crs, frame, transforms)
    polygons = surfaces(computed(polygons.intersection(QgsGeometry.fromRect(frame))))
    if polygons.isEmpty():
        raise outside()
    return polygons


def _transformed(
    polygons: QgsGeometry,
    here: QgsCoordinateReferenceSystem,
    there: QgsCoordinateReferenceSystem,
    frame: QgsRectangle,
    transforms: QgsCoordinateTransformContext,
) -> QgsGeometry:
    # What lies far from the raster need not exist in its CRS at all, so it is cut off first.
    reach = reach_of(frame, QgsCoordinateTransform(there, here, transforms))
    if reach is not None:
        polygons = surfaces(computed(polygons.intersection(QgsGeometry.fromRect(reach))))
        if polygons.isEmpty():
            raise outside()
    box = polygons.boundingBox()
    dense = polygons.densifyByDistance(max(box.width(), box.height()) / _PIECES)
    try:
        dense.transform(QgsCoordinateTransform(here, there, transforms))
    except QgsCsException:
        dense = QgsGeometry()
    if dense.isEmpty() or not dense.boundingBox().isFinite():
        raise ForeshockError(
            _tr("The chosen area cannot be transformed to the layer's coordinate system."),
            _tr("Draw it nearer to the layer, or set the map to the layer's coordinate system."),
        )
    return surfaces(dense)


def surfaces(geometry: QgsGeometry) -> QgsGeometry:
    """The surfaces of a geometry as a valid, flat MultiPolygon with straight edges; empty when it has none."""
    if geometry.isEmpty():
        return QgsGeometry()
    straight = QgsGeometry(geometry.constGet().segmentize())
    straight.get().dropZValue()
    straight.get().dropMValue()
    valid = straight if straight.isGeosValid() else straight.makeValid()
    # Of a collection (what repairing or cutting may give) only the surfaces stay; false where it is none.
    valid.convertGeometryCollectionToSubclass(POLYGONS)
    if valid.isEmpty() or valid.type() != POLYGONS:
        return QgsGeometry()
    valid.convertToMultiType()
    return valid


def computed(geometry: QgsGeometry) -> QgsGeometry:
    """The result of an operation, unless it failed; an empty one is fine."""
    if geometry.isNull() and geometry.lastError():
        raise ForeshockError(
            _tr("The polygons cannot be combined: {reason}.").format(reason=geometry.lastError()),
            _tr("Repair them first (Vector → Geometry Tools → Fix Geometries)."),
        )
    return geometry


def reach_of(frame: QgsRectangle, transform: QgsCoordinateTransform) -> Optional[QgsRectangle]:
    """A box in another CRS that holds the frame, with a margin; none where that CRS cannot hold it."""
    box = box_in(frame, transform)
    if box is None:
        return None
    margin = 0.02 * max(box.width(), box.height())
    return QgsRectangle(
        box.xMinimum() - margin, box.yMinimum() - margin, box.xMaximum() + margin, box.yMaximum() + margin
    )


def box_in(extent: QgsRectangle, transform: QgsCoordinateTransform) -> Optional[QgsRectangle]:
    """The box of an extent in another CRS; none where that CRS cannot hold it."""
    try:
        box = transform.transformBoundingBox(extent)
    except QgsCsException:
        return None
    values = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    return box if all(math.isfinite(value) for value in values) else None


def grid_of(source: RasterSource) -> PixelGrid:
    """The pixel grid of a raster."""
    return PixelGrid(Geotransform(source.geotransform), source.width, source.height)


def rectangle(source: RasterSource, window: Window) -> QgsRectangle:
    """A window on the ground, in the source's CRS."""
    transform = Geotransform(source.geotransform)
    x, y = transform.apply(window.col, window.row)
    right, bottom = transform.apply(window.col + window.width, window.row + window.height)
    return QgsRectangle(min(x, right), min(y, bottom), max(x, right), max(y, bottom))


def outside() -> ForeshockError:
    """Why an area is none on this raster."""
    return ForeshockError(
        _tr("The chosen area does not overlap the layer."), _tr("Choose an area on the layer, or zoom to it first.")
    )


def wkt(polygons: QgsGeometry) -> str:
    """As a request keeps them."""
    return polygons.asWkt(_DIGITS)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockArea", text)
