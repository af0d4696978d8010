"""Where a request may change its raster: polygons as booleans on the pixel grid."""

from __future__ import annotations

import numpy as np
from osgeo import gdal, ogr

from ..core.errors import ForeshockError
from ..core.grid import Geotransform, Window


def rasterise(wkt: str, geotransform: Geotransform, window: Window) -> np.ndarray:
    """``[height, width]`` booleans of a window: whether the middle of a px lies in the polygons (WKT in the coordinates
    of ``geotransform``)."""
    geometry = ogr.CreateGeometryFromWkt(wkt)
    if geometry is None:
        raise ForeshockError("The mask's outline cannot be read.", "Draw the area again.")
    target = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1, gdal.GDT_Byte)
    target.SetGeoTransform(geotransform.at(window.col, window.row).t)
    shapes = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = shapes.CreateLayer("mask", None, ogr.wkbUnknown)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometryDirectly(geometry)
    layer.CreateFeature(feature)
    gdal.RasterizeLayer(target, [1], layer, burn_values=[255])
    return target.ReadAsArray() > 0
