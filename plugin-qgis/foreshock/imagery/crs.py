"""The coordinate reference system of a layer as it goes out: WKT, and the length of its unit."""

from __future__ import annotations

import math
import uuid
from typing import Optional

from osgeo import gdal, osr
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
    reference = own
    # QGIS may know the file's CRS by another name, or without its vertical part: that is no choice of the user's.
    if own is None or layer.crs() != layer.dataProvider().crs():
        reference = osr.SpatialReference()
        reference.ImportFromWkt(layer.crs().toWkt(_preferred_wkt()))
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        if own is not None and _same(own, reference):
            reference = own
    wkt = reference.ExportToWkt()
    try:
        check_wkt(wkt, "crs")
    except ForeshockError as error:
        raise UnsupportedRaster(
            _tr("This layer's coordinate reference system cannot be sent."), error.message
        ) from None
    if not _fits_geotiff(wkt):
        raise UnsupportedRaster(
            _tr("A GeoTIFF cannot hold this layer's coordinate reference system."),
            _tr("Warp it to another first (Raster → Projections → Warp) and simulate on the result."),
        )
    return wkt


def _same(one: osr.SpatialReference, other: osr.SpatialReference) -> bool:
    return bool(one.IsSame(other, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]))


def _fits_geotiff(wkt: str) -> bool:
    """Whether a CRS comes back from a GeoTIFF: tiles and the result are such."""
    reference = osr.SpatialReference()
    name = f"/vsimem/foreshock-{uuid.uuid4().hex}.tif"
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    # Else GDAL keeps what a GeoTIFF cannot in a file beside it.
    gdal.SetThreadLocalConfigOption("GDAL_PAM_ENABLED", "NO")
    try:
        reference.ImportFromWkt(wkt)
        # As a GeoTIFF has it: x before y, also where the authority says latitude first.
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        dataset = gdal.GetDriverByName("GTiff").Create(name, 1, 1)
        dataset.SetGeoTransform((1.0, 1.0, 0.0, 1.0, 0.0, -1.0))
        dataset.SetSpatialRef(reference)
        dataset = None  # closes it
        found = gdal.Open(name).GetSpatialRef()
        return found is not None and bool(found.IsSame(reference))
    except RuntimeError:  # where GDAL was told to raise
        return False
    finally:
        gdal.SetThreadLocalConfigOption("GDAL_PAM_ENABLED", None)
        gdal.PopErrorHandler()
        gdal.Unlink(name)


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


def degrees_per_unit(wkt: str) -> float:
    """Size of the unit of a geographic CRS (a grad has 0.9); 1 for others."""
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    return math.degrees(reference.GetAngularUnits()) if reference.IsGeographic() else 1.0


def is_web_mercator(wkt: str) -> bool:
    """Whether a CRS is EPSG:3857, under whatever name."""
    reference, web = osr.SpatialReference(), osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    web.ImportFromEPSG(3857)
    return _same(reference, web)
