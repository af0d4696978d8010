"""Reads a raster's own samples through GDAL. Made, used and closed on one worker thread."""

from __future__ import annotations

import math
from typing import Iterator, List, Optional, Tuple

import numpy as np
from osgeo import gdal

from ..core import words
from ..core.compose import is_nodata
from ..core.errors import UnsupportedRaster
from ..core.grid import Geotransform, TilePlan, Window, reflect
from ..core.percentiles import percentile_range
from ..core.request import RasterSource
from ..core.stretch import BandStretch, Stretch

#: Sample types that go out and come back without loss.
SAMPLE_TYPES = {
    gdal.GDT_Byte: np.uint8,
    gdal.GDT_UInt16: np.uint16,
    gdal.GDT_Int16: np.int16,
    gdal.GDT_UInt32: np.uint32,
    gdal.GDT_Int32: np.int32,
    gdal.GDT_Float32: np.float32,
    gdal.GDT_Float64: np.float64,
}
#: Rows read at a time where a whole area is looked through.
_STRIP = 256


def open_dataset(path: str, options: Optional[List[str]] = None) -> gdal.Dataset:
    """Opens a raster for reading; says why not."""
    try:
        dataset = gdal.OpenEx(path, gdal.OF_RASTER | gdal.OF_READONLY, open_options=options or [])
    except RuntimeError:  # where GDAL was told to raise
        dataset = None
    if dataset is None:
        raise UnsupportedRaster(
            _tr("GDAL cannot open the layer's source: {reason}.").format(reason=_reason()),
            _tr("Check that the file still exists and is whole."),
        )
    return dataset


def _reason() -> str:
    return gdal.GetLastErrorMsg().rstrip(". ") or _tr("it gives no reason")


def read_band(band: gdal.Band, window: Window, path: str) -> np.ndarray:
    """``[height, width]`` samples of a band of the file at ``path``."""
    try:
        data = band.ReadAsArray(window.col, window.row, window.width, window.height)
    except RuntimeError:  # where GDAL was told to raise
        data = None
    if data is None:
        raise UnsupportedRaster(
            _tr("{path} cannot be read: {reason}.").format(path=path, reason=_reason()),
            _tr("Check that the file and its parts are whole."),
        )
    return data


class RasterReader:
    """A raster open for reading."""

    def __init__(self, source: RasterSource) -> None:
        self.source = source
        self.dataset = open_dataset(source.path, source.open_options)
        #: What the file holds of the raster.
        self._part = source.part or Window(0, 0, source.width, source.height)
        size = (self.dataset.RasterXSize, self.dataset.RasterYSize)
        place = Geotransform(source.geotransform).at(self._part.col, self._part.row)
        same_place = tuple(self.dataset.GetGeoTransform()) == tuple(place.t)
        if size != (self._part.width, self._part.height) or not same_place or not self._same_bands():
            message = _tr("{path} has changed since the simulation began.").format(path=source.path)
            raise UnsupportedRaster(message, _tr("Run it again."))
        self.dtype = np.dtype(SAMPLE_TYPES[self.dataset.GetRasterBand(1).DataType])
        self._shown = sorted(set(source.bands))
        self._alpha = [
            band
            for band in range(1, self.dataset.RasterCount + 1)
            if self.dataset.GetRasterBand(band).GetColorInterpretation() == gdal.GCI_AlphaBand
        ]

    def _same_bands(self) -> bool:
        source, count = self.source, self.dataset.RasterCount
        kinds = {self.dataset.GetRasterBand(band).DataType for band in range(1, count + 1)}
        if len(kinds) != 1 or not kinds <= set(SAMPLE_TYPES) or max(source.bands) > count:
            return False
        if source.band_count is None:
            return True
        return (count, gdal.GetDataTypeName(kinds.pop())) == (source.band_count, source.sample_type)

    def __enter__(self) -> RasterReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.dataset = None

    @property
    def has_mask(self) -> bool:
        """Whether the file keeps a mask for all bands together. One of the only band is that, too."""
        flags = self.dataset.GetRasterBand(1).GetMaskFlags()
        return flags == gdal.GMF_PER_DATASET or (flags == 0 and self.band_count == 1)

    @property
    def band_count(self) -> int:
        return self.dataset.RasterCount

    def nodata(self, band: int) -> Optional[float]:
        """The file's nodata value of a band."""
        return self.dataset.GetRasterBand(band).GetNoDataValue()

    def samples(self, band: int, window: Window) -> np.ndarray:
        """``[height, width]`` samples as they are; the window lies inside the raster."""
        return self._read(self.dataset.GetRasterBand(band), window)

    def mask(self, window: Window) -> Optional[np.ndarray]:
        """``[height, width]`` of the mask that the file keeps for all bands together, if it has one."""
        return self._read(self.dataset.GetRasterBand(1).GetMaskBand(), window) if self.has_mask else None

    def _read(self, band: gdal.Band, window: Window) -> np.ndarray:
        here = Window(window.col - self._part.col, window.row - self._part.row, window.width, window.height)
        return read_band(band, here, self.source.path)

    def valid(self, window: Window) -> np.ndarray:
        """``[height, width]`` booleans: whether every shown band has a sample there. GDAL's mask tells of one reason
        only (an internal mask, else alpha, else nodata), so all of them are looked at: mask, alpha, nodata, NaN."""
        result = np.ones((window.height, window.width), dtype=bool)
        for number in self._alpha:
            result &= self.samples(number, window) > 0
        for number in self._shown:
            band = self.dataset.GetRasterBand(number)
            if band.GetMaskFlags() != gdal.GMF_ALL_VALID:
                result &= self._read(band.GetMaskBand(), window) > 0
            ranges = [each for each in self.source.nodata if each.band == number]
            nodata = self.nodata(number)
            if ranges or nodata is not None or self.dtype.kind == "f":
                samples = self.samples(number, window)
                if self.dtype.kind == "f":
                    result &= np.isfinite(samples)
                result &= ~is_nodata(samples, nodata)
                # As 64 bit: numpy would round the bounds to the type of the samples.
                values = samples.astype(np.float64) if ranges else samples
                for each in ranges:
                    result &= ~((values >= each.low) & (values <= each.high))
        return result

    def stretch(self, window: Window) -> Stretch:
        """The stretch of a request: 8-bit samples as they are, others by the range of the window's valid samples."""
        if self.dtype == np.uint8:
            return Stretch.identity(self.source.bands)
        ranges = {band: self._range(band, window) for band in self._shown}
        red, green, blue = (BandStretch(band, *ranges[band]) for band in self.source.bands)
        return Stretch((red, green, blue))

    def _range(self, band: int, window: Window) -> Tuple[float, float]:
        def strips() -> Iterator[np.ndarray]:
            for top in range(0, window.height, _STRIP):
                strip = Window(window.col, window.row + top, window.width, min(_STRIP, window.height - top))
                yield self.samples(band, strip)[self.valid(strip)]

        found = percentile_range(strips, self.dtype)
        if found is None:
            raise UnsupportedRaster(_tr("The chosen area holds nothing but nodata."), _tr("Choose another area."))
        if not math.isfinite(found[1] - found[0]):
            raise UnsupportedRaster(
                _tr("Band {band} runs from {low} to {high}, too far to be stretched.").format(
                    band=band, low=f"{found[0]:g}", high=f"{found[1]:g}"
                ),
                _tr("If such samples mean that there is no data, set them as the layer's nodata value."),
            )
        return found

    def tile(self, plan: TilePlan, col: int, row: int, stretch: Stretch) -> np.ndarray:
        """A tile's 8-bit px, ``[tile, tile, 3]``, or ``[…, 4]`` with alpha 0 = nodata where there is any. What lies
        beyond the raster is its reflection."""
        xs = reflect(col, plan.tile, self.source.width)
        ys = reflect(row, plan.tile, self.source.height)
        left, top = int(xs.min()), int(ys.min())
        window = Window(left, top, int(xs.max()) - left + 1, int(ys.max()) - top + 1)
        place = np.ix_(ys - top, xs - left)
        shown = {band: self.samples(band, window)[place] for band in self._shown}
        pixels = np.stack([each.to_u8(shown[each.band]) for each in stretch.bands], axis=-1)
        valid = self.valid(window)[place]
        if valid.all():
            return pixels
        pixels[~valid] = 0
        return np.dstack([pixels, np.where(valid, 255, 0).astype(np.uint8)])


def _tr(text: str) -> str:
    return words.translate("ForeshockRaster", text)
