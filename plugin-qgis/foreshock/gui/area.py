"""The area of a request on the source's pixel grid."""

from __future__ import annotations

import math

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..core.grid import Geotransform, PixelGrid, Window
from ..core.request import RasterSource


def whole(source: RasterSource) -> Window:
    """The whole raster."""
    return PixelGrid(Geotransform(source.geotransform), source.width, source.height).window()


def visible(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    canvas_crs: QgsCoordinateReferenceSystem,
    project: QgsProject,
) -> Window:
    """What the map canvas shows of the raster, snapped outward to its px."""
    transform = QgsCoordinateTransform(canvas_crs, layer_crs, project)
    try:
        box = transform.transformBoundingBox(extent)
    except QgsCsException:
        box = None
    low_high = None if box is None else (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    if low_high is None or not all(math.isfinite(value) for value in low_high):
        raise ForeshockError(
            QCoreApplication.translate(
                "ForeshockArea", "The visible extent does not fit the layer's coordinate system."
            ),
            QCoreApplication.translate("ForeshockArea", "Zoom to the layer first."),
        )
    grid = PixelGrid(Geotransform(source.geotransform), source.width, source.height)
    return grid.snap(low_high[:2], low_high[2:])
