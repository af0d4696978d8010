"""The raster of a request and the places on it: windows of its pixel grid, polygons in its CRS."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Iterable, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsRasterLayer,
    QgsRectangle,
)

from ..compat import POLYGONS
from ..core.errors import ForeshockError, Refusal
from ..core.grid import Geotransform, PixelGrid, Window
from ..core.request import RasterSource
from ..imagery.drawn_layer import inspect_drawn, is_drawn, levels
from ..imagery.inspect import inspect
from .words import tr

#: An edge is cut into so many pieces before it is transformed: a straight line in one CRS is none in another.
_PIECES = 512
#: Digits that give every coordinate back bit for bit.
_DIGITS = 17


@dataclass(frozen=True)
class Scene:
    """A raster layer as its algorithm needs it on another thread."""

    layer_id: str
    name: str
    crs: QgsCoordinateReferenceSystem
    source: RasterSource

    @classmethod
    def of(
        cls, layer: Optional[QgsRasterLayer], resolution: Optional[float] = None, where: Optional[QgsPointXY] = None
    ) -> Scene:
        """Looks at a layer, on the main thread; refuses what cannot be simulated. A layer that a map server draws gets the
        px that are nearest to ``resolution``, metres, at the place ``where``."""
        if layer is None:
            raise ForeshockError(tr("The raster layer cannot be opened."), tr("Check its name and path."))
        source = _drawn(layer, resolution, where) if is_drawn(layer) else inspect(layer)
        return cls(layer.id(), layer.name(), QgsCoordinateReferenceSystem(layer.crs()), source)

    def file_name(self, *parts: object) -> str:
        """A name for a result."""
        stem = re.sub(r"[^\w-]+", "_", self.name).strip("_")[:60] or "layer"
        return "_".join([stem, *(str(part) for part in parts), "simulated.tif"])

    def grid(self) -> PixelGrid:
        return PixelGrid(Geotransform(self.source.geotransform), self.source.width, self.source.height)

    def window(self, box: Optional[QgsRectangle] = None) -> Window:
        """The window that covers a rectangle in the layer's CRS, snapped outward; the whole raster without one."""
        if box is None or box.isNull():
            return self.grid().window()
        try:
            return self.grid().snap((box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum()))
        except Refusal:
            raise _outside() from None

    def polygons(
        self,
        geometries: Iterable[QgsGeometry],
        crs: QgsCoordinateReferenceSystem,
        transforms: QgsCoordinateTransformContext,
    ) -> QgsGeometry:
        """Polygons of another CRS joined and in the layer's; never empty. Joined, because in one MultiPolygon parts that
        overlap would be holes."""
        parts = [part for part in map(_surfaces, geometries) if not part.isEmpty()]
        if not parts:
            raise ForeshockError(tr("There is no polygon."), tr("Choose a layer with polygons."))
        joined = parts[0] if len(parts) == 1 else QgsGeometry.unaryUnion(parts)
        if joined.isNull():
            raise ForeshockError(
                tr("The polygons cannot be joined: {reason}.").format(reason=joined.lastError()),
                tr("Repair them first (Vector → Geometry Tools → Fix Geometries)."),
            )
        return self._clipped(self._transformed(joined, crs, transforms))

    def _transformed(
        self, polygons: QgsGeometry, crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext
    ) -> QgsGeometry:
        if not crs.isValid() or crs == self.crs:
            return polygons
        box = polygons.boundingBox()
        dense = polygons.densifyByDistance(max(box.width(), box.height()) / _PIECES)
        try:
            dense.transform(QgsCoordinateTransform(crs, self.crs, transforms))
        except QgsCsException:
            dense = QgsGeometry()
        if dense.isEmpty() or not dense.boundingBox().isFinite():
            raise ForeshockError(
                tr("The polygons cannot be transformed to the coordinate system of the raster."),
                tr("Choose polygons near the raster."),
            )
        return _surfaces(dense)

    def _clipped(self, polygons: QgsGeometry) -> QgsGeometry:
        clipped = _surfaces(polygons.intersection(QgsGeometry.fromRect(self._frame())))
        if clipped.isEmpty():
            raise _outside()
        return clipped

    def _frame(self) -> QgsRectangle:
        transform = Geotransform(self.source.geotransform)
        x, y = transform.apply(0, 0)
        right, bottom = transform.apply(self.source.width, self.source.height)
        return QgsRectangle(min(x, right), min(y, bottom), max(x, right), max(y, bottom))


def _drawn(layer: QgsRasterLayer, resolution: Optional[float], where: Optional[QgsPointXY]) -> RasterSource:
    choices = levels(layer, where)
    if resolution is None:
        offered = ", ".join(f"{level.gsd_m:.3g}" for level in choices)
        raise ForeshockError(
            tr("“{layer}” is drawn by a map server, so it has no pixels of its own.").format(layer=layer.name()),
            tr("Say how large a pixel shall be (RESOLUTION), in metres. There are: {offered}.").format(offered=offered),
        )
    return inspect_drawn(layer, min(choices, key=lambda level: abs(math.log(level.gsd_m / resolution))))


def wkt(polygons: QgsGeometry) -> str:
    return polygons.asWkt(_DIGITS)


def _surfaces(geometry: QgsGeometry) -> QgsGeometry:
    """The surfaces of a geometry as a valid, flat MultiPolygon with straight edges; empty when it has none."""
    if geometry.isEmpty():
        return QgsGeometry()
    straight = QgsGeometry(geometry.constGet().segmentize())
    straight.get().dropZValue()
    straight.get().dropMValue()
    valid = straight if straight.isGeosValid() else straight.makeValid()
    # Of a collection (what repairing or cutting may give) only the surfaces stay.
    valid.convertGeometryCollectionToSubclass(POLYGONS)
    if valid.isEmpty() or valid.type() != POLYGONS:
        return QgsGeometry()
    valid.convertToMultiType()
    return valid


def _outside() -> ForeshockError:
    return ForeshockError(tr("The area does not overlap the raster."), tr("Choose an area on the raster."))
