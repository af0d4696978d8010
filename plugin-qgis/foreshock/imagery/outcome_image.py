"""Reads the image of an outcome. It comes from the fleet, so only a plain in-memory GeoTIFF of the expected grid
passes."""

from __future__ import annotations

import uuid

import numpy as np
from osgeo import gdal

from ..core import words
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
            raise _refused(_tr("it is no GeoTIFF"))
        size = (dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount)
        if size != (side, side, 4):
            raise _refused(
                _tr("it has {width} × {height} px and {bands} bands, not {side} × {side} and 4").format(
                    width=size[0], height=size[1], bands=size[2], side=side
                )
            )
        if any(dataset.GetRasterBand(band).DataType != gdal.GDT_Byte for band in range(1, 5)):
            raise _refused(_tr("its samples are not 8 bit"))
        if tuple(dataset.GetGeoTransform()) != tuple(geotransform.t):
            raise _refused(_tr("it lies elsewhere than its tile"))
        try:
            pixels = dataset.ReadAsArray()
        except RuntimeError:  # where GDAL was told to raise
            pixels = None
        dataset = None
    finally:
        gdal.Unlink(name)
    if pixels is None:
        raise _refused(_tr("its data are damaged"))
    return np.ascontiguousarray(np.moveaxis(pixels, 0, -1))


def _refused(fact: str) -> ForeshockError:
    message = _tr("A worker sent an image that cannot be used: {fact}.").format(fact=fact)
    return ForeshockError(message, _tr("Tell the operator of the fleet."))


def _tr(text: str) -> str:
    return words.translate("ForeshockOutcomeImage", text)
