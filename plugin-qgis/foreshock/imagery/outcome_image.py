"""Reads the image of an outcome. It comes from the fleet, so only a plain in-memory GeoTIFF of the expected grid
passes."""

from __future__ import annotations

import uuid

import numpy as np
from osgeo import gdal

from ..core.errors import ForeshockError
from ..core.grid import Geotransform


def read_outcome_image(data: bytes, side: int, geotransform: Geotransform) -> np.ndarray:
    """``[side, side, 4]`` 8-bit RGBA px of a tile."""
    name = f"/vsimem/foreshock-{uuid.uuid4().hex}.tif"
    gdal.FileFromMemBuffer(name, data)
    try:
        try:
            # By driver, and without looking for files beside it: these bytes are not ours.
            dataset = gdal.OpenEx(name, gdal.OF_RASTER, allowed_drivers=["GTiff"], sibling_files=[])
        except RuntimeError:
            dataset = None
        if dataset is None:
            raise _refused("it is no GeoTIFF")
        size = (dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount)
        if size != (side, side, 4):
            raise _refused(f"it has {size[0]} × {size[1]} px and {size[2]} bands, not {side} × {side} and 4")
        if any(dataset.GetRasterBand(band).DataType != gdal.GDT_Byte for band in range(1, 5)):
            raise _refused("its samples are not 8 bit")
        if tuple(dataset.GetGeoTransform()) != tuple(geotransform.t):
            raise _refused("it lies elsewhere than its tile")
        try:
            pixels = dataset.ReadAsArray()
        except RuntimeError:  # where GDAL was told to raise
            pixels = None
        dataset = None
    finally:
        gdal.Unlink(name)
    if pixels is None:
        raise _refused("its data are damaged")
    return np.ascontiguousarray(np.moveaxis(pixels, 0, -1))


def _refused(fact: str) -> ForeshockError:
    return ForeshockError(f"A worker sent an image that cannot be used: {fact}.", "Tell the operator of the fleet.")
