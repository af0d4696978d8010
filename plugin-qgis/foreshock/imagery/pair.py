"""A result and its source, px beside px. Opened, used and closed on one worker thread."""

from __future__ import annotations

from typing import Iterator, Optional, Sequence

import numpy as np
from osgeo import gdal
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..core.grid import Geotransform, Window
from .raster import SAMPLE_TYPES, open_dataset, read_band

#: A corner this close to one of the source's px, in px, lies on it.
_ON_GRID = 1e-3


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockPair", text)


class Pair:
    """Windows count px of the result from its first one."""

    def __init__(
        self, result_path: str, source_path: str, window: Optional[Window] = None, options: Sequence[str] = ()
    ) -> None:
        """``window`` is the result's place on the source's px; without it, what the geotransforms say."""
        self._result_path, self._source_path = result_path, source_path
        self.result = open_dataset(result_path)
        self._source = open_dataset(source_path, list(options))
        self.width, self.height = self.result.RasterXSize, self.result.RasterYSize
        #: The source's geotransform and the result's place on its px.
        self.grid = Geotransform(tuple(self._source.GetGeoTransform()))
        self.place = window or self._found()
        self._check()

    def __enter__(self) -> Pair:
        return self

    def __exit__(self, *_: object) -> None:
        self.result = self._source = None  # closes them

    def _found(self) -> Window:
        ours = Geotransform(tuple(self.result.GetGeoTransform()))
        first = self.grid.invert(*ours.apply(0.0, 0.0))
        last = self.grid.invert(*ours.apply(float(self.width), float(self.height)))
        col, row = round(first[0]), round(first[1])
        wanted = (col, row, col + self.width, row + self.height)
        if any(abs(found - whole) > _ON_GRID for found, whole in zip((*first, *last), wanted)):
            raise ForeshockError(
                _tr("The two rasters do not share one pixel grid."),
                _tr("Choose the raster that the result was made from."),
            )
        return Window(col, row, self.width, self.height)

    def _check(self) -> None:
        place, source = self.place, self._source
        inside = (
            place.col >= 0
            and place.row >= 0
            and place.col + place.width <= source.RasterXSize
            and place.row + place.height <= source.RasterYSize
        )
        if not inside or (place.width, place.height) != (self.width, self.height):
            raise ForeshockError(
                _tr("The result does not lie inside the source raster."),
                _tr("Choose the raster that the result was made from."),
            )
        if self._kinds(self.result) != self._kinds(source):
            raise ForeshockError(
                _tr("The two rasters have not the same bands."), _tr("Choose the raster that the result was made from.")
            )
        if not set(self._kinds(source)) <= set(SAMPLE_TYPES):
            raise ForeshockError(_tr("Complex numbers cannot be compared."), _tr("Choose another raster."))

    @staticmethod
    def _kinds(dataset: gdal.Dataset) -> list:
        return [dataset.GetRasterBand(band).DataType for band in range(1, dataset.RasterCount + 1)]

    def blocks(self, side: int) -> Iterator[Window]:
        """Windows of at most ``side`` px a side that cover the result, row by row."""
        for top in range(0, self.height, side):
            for left in range(0, self.width, side):
                yield Window(left, top, min(side, self.width - left), min(side, self.height - top))

    def on_source(self, window: Window) -> Window:
        return Window(self.place.col + window.col, self.place.row + window.row, window.width, window.height)

    def _ours(self, number: int, window: Window) -> np.ndarray:
        return read_band(self.result.GetRasterBand(number), window, self._result_path)

    def _theirs(self, number: int, there: Window) -> np.ndarray:
        return read_band(self._source.GetRasterBand(number), there, self._source_path)

    def differs(self, window: Window) -> np.ndarray:
        """``[height, width]`` booleans: whether a sample of any band is not the source's, bit for bit."""
        result = np.zeros((window.height, window.width), dtype=bool)
        there = self.on_source(window)
        for number in range(1, self.result.RasterCount + 1):
            ours = self._ours(number, window)
            theirs = self._theirs(number, there)
            bits = np.dtype(f"u{ours.dtype.itemsize}")
            result |= ours.view(bits) != theirs.view(bits)
        return result

    def valid(self, window: Window) -> np.ndarray:
        """``[height, width]`` booleans: whether the source has data there, as GDAL's mask of its first band tells."""
        return read_band(self._source.GetRasterBand(1).GetMaskBand(), self.on_source(window), self._source_path) > 0

    def greys(self, window: Window) -> tuple:
        """``[height, width]`` floats of the source and of the result: the mean of the first three bands at most."""
        there = self.on_source(window)
        bands = range(1, min(self.result.RasterCount, 3) + 1)
        before = [self._theirs(number, there).astype(np.float64) for number in bands]
        after = [self._ours(number, window).astype(np.float64) for number in bands]
        return np.mean(before, axis=0), np.mean(after, axis=0)
