"""The raster behind a layer as a request sees it. A layer without pixels of its own can be drawn at several
resolutions."""

from __future__ import annotations

from math import isclose
from typing import List, Optional

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas

from ..core.messages import Model
from ..core.request import RasterSource
from ..imagery.drawn_layer import Level, inspect_drawn, is_drawn, levels, nearest_level, preferred_level
from ..imagery.inspect import inspect


class SourceChoice:
    """A layer and its resolutions. Main thread only; refuses layers that cannot be simulated."""

    def __init__(self, layer: QgsRasterLayer, canvas: QgsMapCanvas) -> None:
        self._layer = layer
        self._file: Optional[RasterSource] = None
        self._levels: List[Level] = []
        self._units_per_px = 0.0
        if is_drawn(layer):
            shown = _shown(layer, canvas)
            self._levels = levels(layer, shown.center())
            inspect_drawn(layer, self._levels[0])  # refuses what cannot be drawn before any window is there
            self._units_per_px = shown.width() / max(canvas.width(), 1)
        else:
            self._file = inspect(layer)

    def labels(self) -> List[str]:
        """The resolutions to choose from; none for a layer with pixels of its own."""
        return [level.label for level in self._levels]

    def preferred(self, model: Optional[Model] = None) -> int:
        """Which resolution is nearest to what the canvas shows; for a model, among those that it was made for."""
        if not self._levels:
            return 0
        if model is None:
            return self._levels.index(nearest_level(self._levels, self._units_per_px))
        made_for = model.gsd_m
        return self._levels.index(preferred_level(self._levels, made_for.min, made_for.max, self._units_per_px))

    def index_of(self, source: RasterSource) -> Optional[int]:
        """Which resolution an earlier request was drawn at; none where it is not offered."""
        step = source.geotransform[1]
        near = (number for number, level in enumerate(self._levels) if isclose(level.units_per_px, step, rel_tol=1e-6))
        return next(near, None)

    def source(self, index: int, allow_gaps: bool) -> RasterSource:
        """The raster at a resolution."""
        if self._file is not None:
            return self._file
        return inspect_drawn(self._layer, self._levels[max(index, 0)], allow_gaps)


def _shown(layer: QgsRasterLayer, canvas: QgsMapCanvas) -> QgsRectangle:
    """What the canvas shows, in the layer's CRS; all of the layer where that cannot be told."""
    settings = canvas.mapSettings()
    transform = QgsCoordinateTransform(settings.destinationCrs(), layer.crs(), QgsProject.instance())
    try:
        shown = transform.transformBoundingBox(settings.visibleExtent())
    except QgsCsException:
        shown = layer.extent()
    return shown if shown.isFinite() and not shown.isEmpty() else layer.extent()
