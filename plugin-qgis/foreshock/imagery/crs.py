"""The coordinate reference system of a layer as it goes out: WKT, and the length of its unit."""

from __future__ import annotations

from typing import Optional

from osgeo import osr
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.checks import check_wkt
from ..core.errors import ForeshockError, UnsupportedRaster


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockLayer", text)


def layer_wkt(layer: QgsRasterLayer, own: Optional[osr.SpatialReference]) -> str:
    """The file's own WKT, unless it has none or the user told QGIS otherwise."""
    if not layer.crs().isValid():
        raise UnsupportedRaster(
            _tr("This layer has no coordinate reference system."), _tr("Set it first (Layer → Set CRS of Layer).")
        )
    wkt = own.ExportToWkt() if own is not None else ""
    chosen = osr.SpatialReference()
    chosen.ImportFromWkt(layer.crs().toWkt(_preferred_wkt()))
    chosen.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    if own is None or not own.IsSame(chosen, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        wkt = chosen.ExportToWkt()
    try:
        check_wkt(wkt, "crs")
    except ForeshockError as error:
        raise UnsupportedRaster(
            _tr("This layer's coordinate reference system cannot be sent."), error.message
        ) from None
    return wkt


def _preferred_wkt() -> object:
    """The enum moved and was renamed in QGIS 3.36."""
    if hasattr(Qgis, "CrsWktVariant"):
        return Qgis.CrsWktVariant.Preferred
    return QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED


def metres_per_unit(wkt: str) -> Optional[float]:
    """Length of the CRS's unit; none when its units are angles."""
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    if reference.IsGeographic():
        return None
    return reference.GetLinearUnits()


def is_web_mercator(wkt: str) -> bool:
    """Whether a CRS is EPSG:3857, under whatever name."""
    reference, web = osr.SpatialReference(), osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    web.ImportFromEPSG(3857)
    return bool(reference.IsSame(web, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]))
