"""Small GeoTIFFs of every kind that people have."""

from __future__ import annotations

from pathlib import Path
from typing import Optional, Sequence

import numpy as np
from osgeo import gdal, osr

UTM = (500_000.3, 0.5, 0.0, 5_000_000.7, 0.0, -0.5)


def wkt(epsg: int) -> str:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def aerial(height: int, width: int, bands: int, seed: int = 1) -> np.ndarray:
    """``[bands, h, w]``, 0 to 1: smooth fields with a few roofs, so that it is neither flat nor noise."""
    dice = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    layers = []
    for _ in range(bands):
        a, b, c = dice.uniform(0.01, 0.06, 3)
        layers.append(0.5 + 0.3 * np.sin(a * x + c) * np.cos(b * y))
    image = np.stack(layers)
    for _ in range(12):
        top, left = dice.integers(0, height), dice.integers(0, width)
        image[:, top : top + 20, left : left + 14] = dice.uniform(0.1, 0.9)
    return image


def write(
    path: Path,
    samples: np.ndarray,
    *,
    geotransform: Optional[Sequence[float]] = UTM,
    epsg: Optional[int] = 32633,
    nodata: Optional[float] = None,
    alpha: bool = False,
    internal_mask: Optional[np.ndarray] = None,
) -> Path:
    """Writes ``[bands, h, w]`` samples as they are."""
    codes = {
        "uint8": gdal.GDT_Byte,
        "uint16": gdal.GDT_UInt16,
        "int16": gdal.GDT_Int16,
        "float32": gdal.GDT_Float32,
        "complex64": gdal.GDT_CFloat32,
    }
    bands, height, width = samples.shape
    options = ["PHOTOMETRIC=RGB"] if bands >= 3 else ["PHOTOMETRIC=MINISBLACK"]
    options.append(f"ALPHA={'YES' if alpha else 'NO'}")
    driver = gdal.GetDriverByName("GTiff")
    dataset = driver.Create(str(path), width, height, bands, codes[samples.dtype.name], options)
    if geotransform is not None:
        dataset.SetGeoTransform(list(geotransform))
    if epsg is not None:
        dataset.SetProjection(wkt(epsg))
    if internal_mask is not None:
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(internal_mask)
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
    for number in range(bands):
        band = dataset.GetRasterBand(number + 1)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        band.WriteArray(samples[number])
    dataset = None
    return path


def rgb(path: Path, height: int = 300, width: int = 420, **options: object) -> Path:
    """An 8-bit RGB scene."""
    return write(path, (aerial(height, width, 3) * 255).astype(np.uint8), **options)


def outcome_tiff(rgba: np.ndarray, geotransform: Sequence[float]) -> bytes:
    """A tile as a worker sends it: RGBA GeoTIFF."""
    name = "/vsimem/outcome.tif"
    height, width, _ = rgba.shape
    dataset = gdal.GetDriverByName("GTiff").Create(name, width, height, 4, gdal.GDT_Byte, ["ALPHA=YES"])
    dataset.SetGeoTransform(list(geotransform))
    dataset.WriteArray(np.moveaxis(rgba, -1, 0))
    dataset = None
    size = gdal.VSIStatL(name).size
    handle = gdal.VSIFOpenL(name, "rb")
    data = bytes(gdal.VSIFReadL(1, size, handle))
    gdal.VSIFCloseL(handle)
    gdal.Unlink(name)
    return data
