"""The raster behind a layer as a request sees it. A layer without pixels of its own can be drawn at several resolutions."""

from __future__ import annotations

from typing import List

from qgis.core import QgsRasterLayer

from ..core.request import RasterSource
from ..imagery.drawn_layer import Level, inspect_drawn, is_drawn, levels, nearest_level
from ..imagery.inspect import inspect


class SourceChoice:
    """A layer and its resolutions. Main thread only; refuses layers that cannot be simulated."""

    def __init__(self, layer: QgsRasterLayer, canvas: QgsMapCanvas) -> None:
        self._layer = layer
        self._levels: List[Level] = levels(layer) if is_drawn(layer) else []
        self._file = None if self._levels else inspect(layer)
        #: Which resolution fits what the canvas shows.
        self.preferred = self._levels.index(nearest_level(self._levels, units_per_px)) if self._levels else 0

    def labels(self) -> List[str]:
        """The resolutions to choose from; none for a layer with pixels of its own."""
        return [level.label for level in self._levels]

    def source(self, index: int, allow_gaps: bool) -> RasterSource:
        """The raster at a resolution."""
        if self._file is not None:
            return self._file
        return inspect_drawn(self._layer, self._levels[max(index, 0)], allow_gaps)
