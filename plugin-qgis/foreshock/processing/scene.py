"""The raster of a request and the places on it: windows of its pixel grid, polygons in its CRS."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsRasterLayer,
    QgsRectangle,
)

from ..core.errors import ForeshockError, Refusal
from ..core.file_names import stem_of
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
        """Looks at a layer, on the main thread; refuses what cannot be simulated. A layer that a map server draws gets
        the px that are nearest to ``resolution``, metres, at the place ``where``."""
        if layer is None:
            raise ForeshockError(tr("The raster layer cannot be opened."), tr("Check its name and path."))
        source = _drawn(layer, resolution, where) if is_drawn(layer) else inspect(layer)
        return cls(layer.id(), layer.name(), QgsCoordinateReferenceSystem(layer.crs()), source)

    @classmethod
    def of_file(cls, layer: Optional[QgsRasterLayer]) -> Scene:
        """Looks at a layer whose pixels lie in a file, on the main thread."""
        if layer is not None and is_drawn(layer):
            raise ForeshockError(
                tr("“{layer}” is drawn by a map server, so it has no pixels of its own.").format(layer=layer.name()),
                tr("Choose a raster that lies in a file."),
            )
        return cls.of(layer)

    def file_name(self, *parts: object) -> str:
        """A name for a result."""
        return "_".join([stem_of(self.name), *(str(part) for part in parts), "simulated.tif"])

    def window(self, box: Optional[QgsRectangle] = None) -> Window:
        """The window that covers a rectangle in the layer's CRS, snapped outward; the whole raster without one."""
        grid = PixelGrid(Geotransform(self.source.geotransform), self.source.width, self.source.height)
        if box is None or box.isNull():
            return grid.window()
        try:
            return grid.snap((box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum()))
        except Refusal:
            raise ForeshockError(
                tr("The area does not overlap the raster."), tr("Choose an area on the raster.")
            ) from None


def _drawn(layer: QgsRasterLayer, resolution: Optional[float], where: Optional[QgsPointXY]) -> RasterSource:
    choices = levels(layer, where)
    if resolution is None:
        offered = ", ".join(f"{level.gsd_m:.3g}" for level in choices)
        raise ForeshockError(
            tr("“{layer}” is drawn by a map server, so it has no pixels of its own.").format(layer=layer.name()),
            tr("Say how large a pixel shall be (RESOLUTION), in metres. There are: {offered}.").format(offered=offered),
        )
    return inspect_drawn(layer, min(choices, key=lambda level: abs(math.log(level.gsd_m / resolution))))
