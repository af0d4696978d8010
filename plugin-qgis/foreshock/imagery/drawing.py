"""Layers without pixels of their own (XYZ, WMS, WMTS, ArcGIS): drawn into a GeoTIFF before their tiles are sent."""

from __future__ import annotations

from typing import Callable

from ..core.errors import UnsupportedRaster
from ..core.request import RasterSource


def draw(source: RasterSource, is_cancelled: Callable[[], bool]) -> bool:
    """Draws ``source.part`` to ``source.path``, unless it lies there already. On a worker thread. False when called off."""
    raise UnsupportedRaster("This layer is drawn by a service, so its own pixels are not at hand.")
