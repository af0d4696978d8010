"""SHA-256 over the px of rasters, strip by strip. Used on a worker thread."""

from __future__ import annotations

import hashlib
from typing import Callable, List, Optional, Sequence

import numpy as np
from osgeo import gdal

from ..core.grid import Window
from ..core.provenance_file import PixelHashes
from .footprint import Cancelled
from .raster import RasterReader, open_dataset, read_band

#: Rows that are read at a time: whole blocks of our own files.
_STRIP = 256


def hashes_of_window(
    path: str, window: Optional[Window], go_on: Callable[[float], bool], options: Sequence[str] = ()
) -> PixelHashes:
    """Those of a window of a file; of all of it without one."""
    dataset = open_dataset(path, list(options))
    band = dataset.GetRasterBand(1)
    masked = band.GetMaskFlags() == gdal.GMF_PER_DATASET or (band.GetMaskFlags() == 0 and dataset.RasterCount == 1)
    return _hashes(
        window or Window(0, 0, dataset.RasterXSize, dataset.RasterYSize),
        dataset.RasterCount,
        gdal.GetDataTypeName(band.DataType),
        lambda number, strip: read_band(dataset.GetRasterBand(number), strip, path),
        (lambda strip: read_band(band.GetMaskBand(), strip, path)) if masked else None,
        go_on,
    )


def hashes_of_source(reader: RasterReader, window: Window, go_on: Callable[[float], bool]) -> PixelHashes:
    """Those of a window of a request's source."""
    return _hashes(
        window,
        reader.band_count,
        gdal.GetDataTypeName(reader.dataset.GetRasterBand(1).DataType),
        reader.samples,
        reader.mask if reader.has_mask else None,
        go_on,
    )


def _hashes(
    window: Window,
    count: int,
    kind: str,
    samples: Callable[[int, Window], np.ndarray],
    mask: Optional[Callable[[Window], np.ndarray]],
    go_on: Callable[[float], bool],
) -> PixelHashes:
    bands: List = [hashlib.sha256() for _ in range(count)]
    of_mask = hashlib.sha256()
    for top in range(0, window.height, _STRIP):
        strip = Window(window.col, window.row + top, window.width, min(_STRIP, window.height - top))
        for number, digest in enumerate(bands, start=1):
            digest.update(_bytes(samples(number, strip)))
        if mask is not None:
            of_mask.update(_bytes(mask(strip)))
        if not go_on((top + strip.height) / window.height):
            raise Cancelled
    return PixelHashes(
        window.width,
        window.height,
        kind,
        [digest.hexdigest() for digest in bands],
        of_mask.hexdigest() if mask is not None else None,
    )


def _bytes(samples: np.ndarray) -> bytes:
    """Row by row, little-endian."""
    return samples.astype(samples.dtype.newbyteorder("<"), copy=False).tobytes()
