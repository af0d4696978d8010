"""The raster of a request and the places on it: windows of its pixel grid, polygons in its CRS."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Iterable, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsPointXY,
    QgsRasterLayer,
    QgsRectangle,
)

from ..core.errors import ForeshockError, Refusal
from ..core.grid import Window
from ..core.request import RasterSource
from ..imagery.drawn_layer import inspect_drawn, is_drawn, levels
from ..imagery.inspect import inspect
from ..imagery.polygons import computed, grid_of, on_raster, outside, surfaces
from .words import tr


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

    def window(self, box: Optional[QgsRectangle] = None) -> Window:
        """The window that covers a rectangle in the layer's CRS, snapped outward; the whole raster without one."""
        if box is None or box.isNull():
            return grid_of(self.source).window()
        try:
            return grid_of(self.source).snap((box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum()))
        except Refusal:
            raise outside() from None

    def polygons(
        self,
        geometries: Iterable[QgsGeometry],
        crs: QgsCoordinateReferenceSystem,
        transforms: QgsCoordinateTransformContext,
    ) -> QgsGeometry:
        """Polygons of another CRS joined and in the layer's; never empty. Joined, because in one MultiPolygon parts that
        overlap would be holes."""
        parts = [part for part in map(surfaces, geometries) if not part.isEmpty()]
        if not parts:
            raise ForeshockError(tr("There is no polygon."), tr("Choose a layer with polygons."))
        joined = parts[0] if len(parts) == 1 else computed(QgsGeometry.unaryUnion(parts))
        return on_raster(self.source, self.crs, joined, crs if crs.isValid() else self.crs, transforms)


def _drawn(layer: QgsRasterLayer, resolution: Optional[float], where: Optional[QgsPointXY]) -> RasterSource:
    choices = levels(layer, where)
    if resolution is None:
        offered = ", ".join(f"{level.gsd_m:.3g}" for level in choices)
        raise ForeshockError(
            tr("“{layer}” is drawn by a map server, so it has no pixels of its own.").format(layer=layer.name()),
            tr("Say how large a pixel shall be (RESOLUTION), in metres. There are: {offered}.").format(offered=offered),
        )
    return inspect_drawn(layer, min(choices, key=lambda level: abs(math.log(level.gsd_m / resolution))))
