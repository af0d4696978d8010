"""The few names that moved between QGIS 3.22 (Qt 5) and QGIS 4 (Qt 6)."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis

try:
    from qgis.PyQt.QtGui import QAction
except ImportError:  # Qt 5
    from qgis.PyQt.QtWidgets import QAction

__all__ = ["RASTER_LAYER", "QAction", "is_gone"]


def _raster_layer() -> Any:
    kinds = getattr(Qgis, "LayerType", None)  # QGIS 3.30
    if kinds is not None:
        return kinds.Raster
    from qgis.core import QgsMapLayerType

    return QgsMapLayerType.RasterLayer


#: The layer type of rasters.
RASTER_LAYER = _raster_layer()


def is_gone(thing: Any) -> bool:
    """Whether Qt has deleted the C++ side of an object that Python still names."""
    from qgis.PyQt import sip

    return thing is None or sip.isdeleted(thing)
