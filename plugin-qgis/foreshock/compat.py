"""The few names that moved between QGIS 3.22 (Qt 5) and QGIS 4 (Qt 6)."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsField, QgsTask, QgsTemporalNavigationObject

try:
    from qgis.PyQt.QtGui import QAction
except ImportError:  # Qt 5
    from qgis.PyQt.QtWidgets import QAction

__all__ = [
    "POLYGONS",
    "RASTER_LAYER",
    "SKIP_VALIDITY_CHECKS",
    "TASK_FLAGS",
    "TIME_STEPS",
    "VECTOR_LAYER",
    "QAction",
    "decimal_field",
    "is_gone",
    "number_field",
    "text_field",
]


def _layer_type(name: str, older: str) -> Any:
    kinds = getattr(Qgis, "LayerType", None)  # QGIS 3.30
    if kinds is not None:
        return getattr(kinds, name)
    from qgis.core import QgsMapLayerType

    return getattr(QgsMapLayerType, older)


def _polygons() -> Any:
    kinds = getattr(Qgis, "GeometryType", None)  # QGIS 3.30
    if kinds is not None:
        return kinds.Polygon
    from qgis.core import QgsWkbTypes

    return QgsWkbTypes.GeometryType.PolygonGeometry


def _skip_validity_checks() -> Any:
    flags = getattr(Qgis, "ProcessingFeatureSourceFlag", None)  # QGIS 3.36
    if flags is not None:
        return flags.SkipGeometryValidityChecks
    from qgis.core import QgsProcessingFeatureSource

    return QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks


#: Processing gives features with invalid geometries, too.
SKIP_VALIDITY_CHECKS = _skip_validity_checks()
#: The layer types of rasters and of vectors, and the geometry type of polygons.
RASTER_LAYER = _layer_type("Raster", "RasterLayer")
VECTOR_LAYER = _layer_type("Vector", "VectorLayer")
POLYGONS = _polygons()


def _time_steps() -> Any:
    modes = getattr(Qgis, "TemporalNavigationMode", None)  # QGIS 3.36
    return (modes or QgsTemporalNavigationObject.NavigationMode).Animated


#: The temporal controller steps through frames.
TIME_STEPS = _time_steps()

#: A task that can be ended in QGIS's list of tasks. Where QGIS can keep silent (3.26) it says nothing when the task is
#: done: the plugin's own message does.
TASK_FLAGS = QgsTask.Flag.CanCancel
if hasattr(QgsTask.Flag, "Silent"):
    TASK_FLAGS = TASK_FLAGS | QgsTask.Flag.Silent


def is_gone(thing: Any) -> bool:
    """Whether Qt has deleted the C++ side of an object that Python still names."""
    from qgis.PyQt import sip

    return thing is None or sip.isdeleted(thing)


def text_field(name: str) -> QgsField:
    """A field of text."""
    return _field(name, "QString", "String")


def number_field(name: str) -> QgsField:
    """A field of whole numbers of 64 bits."""
    return _field(name, "LongLong", "LongLong")


def decimal_field(name: str) -> QgsField:
    """A field of numbers with decimals."""
    return _field(name, "Double", "Double")


def _field(name: str, now: str, before: str) -> QgsField:
    if Qgis.versionInt() >= 33800:
        from qgis.PyQt.QtCore import QMetaType

        return QgsField(name, getattr(QMetaType.Type, now))
    from qgis.PyQt.QtCore import QVariant

    return QgsField(name, getattr(QVariant.Type, before))
