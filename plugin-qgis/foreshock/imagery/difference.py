"""What a simulation did to the samples: |after − before| in their own unit, as a raster on the result's grid. Read and
written strip by strip, on a worker thread; which pixels there are is looked up on the main thread before."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import Callable, Dict, Optional

import numpy as np
from osgeo import gdal, osr
from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..core.file_names import beside
from ..core.grid import Geotransform, Window
from ..core.request import RasterSource
from .footprint import Cancelled
from .inspect import inspect
from .raster import RasterReader
from .writer import build_overviews, remove_files

_BLOCK = 256
#: What a pixel may lie beside that of the other raster, px.
_ASIDE = 1e-3


@dataclass(frozen=True)
class TwoRasters:
    """Two rasters on one grid."""

    before: RasterSource
    after: RasterSource
    #: All of ``after``, on the grid of ``before``.
    window: Window


@dataclass(frozen=True)
class Difference:
    """What was written."""

    path: str
    #: Largest difference, in the samples' unit; none where no pixel has one.
    largest: Optional[float]


def difference_path(result: str) -> str:
    """Where the difference of a result lies: beside it."""
    return beside(result, "difference.tif")


def pair(before: QgsRasterLayer, after: QgsRasterLayer) -> TwoRasters:
    """Looks at two layers, on the main thread; refuses those whose pixels are not the same places."""
    if before.providerType() != "gdal":
        raise ForeshockError(
            _tr("“{layer}” has no samples of its own: a service draws it, and what was drawn is not kept.").format(
                layer=before.name()
            ),
            _tr("Compare by eye (swipe, flip), or save the area as GeoTIFF and simulate on that."),
        )
    first, second = inspect(before), inspect(after)
    window = _window(first, second)
    if window is None:
        raise ForeshockError(
            _tr("“{after}” and “{before}” do not lie on one pixel grid.").format(
                after=after.name(), before=before.name()
            ),
            _tr("A result lies on the grid of the raster that it was made from: choose that one."),
        )
    if (first.band_count, first.sample_type) != (second.band_count, second.sample_type):
        raise ForeshockError(
            _tr("“{after}” and “{before}” have different bands.").format(after=after.name(), before=before.name()),
            _tr("Choose the raster that the result was made from."),
        )
    # The same samples of both, whatever the layer of one of them shows now.
    return TwoRasters(replace(first, bands=second.bands), second, window)


def write_difference(two: TwoRasters, path: str, go_on: Callable[[float], bool]) -> Difference:
    """Writes |after − before|, the largest over the bands shown as red, green and blue; NaN where one of the two has no
    data. It appears only when whole. Raises :class:`Cancelled` when ``go_on``, which gets 0 to 1, says so."""
    for source in (two.before, two.after):
        if os.path.exists(path) and os.path.exists(source.path) and os.path.samefile(path, source.path):
            raise ForeshockError(_tr("{path} is one of the rasters to be compared.").format(path=path))
    partial = f"{path}.partial.tif"
    try:
        with RasterReader(two.before) as before, RasterReader(two.after) as after:
            target = _create(partial, two, after)
            largest = _fill(target, two, before, after, go_on)
            target.FlushCache()
            target = None  # closes it
        build_overviews(partial)
        _verify(partial, two)
        os.replace(partial, path)
        remove_files(path, side_files_only=True)
    finally:
        remove_files(partial)
    return Difference(path, largest)


def _window(before: RasterSource, after: RasterSource) -> Optional[Window]:
    """The place of one raster on the grid of the other; none if they have no grid in common."""
    grid, other = Geotransform(before.geotransform), Geotransform(after.geotransform)
    if not _same_crs(before.crs_wkt, after.crs_wkt):
        return None
    left, top = grid.invert(other.t[0], other.t[3])
    right, bottom = grid.invert(*other.apply(after.width, after.height))
    window = Window(round(left), round(top), after.width, after.height)
    aside = (
        left - window.col,
        top - window.row,
        right - window.col - window.width,
        bottom - window.row - window.height,
    )
    inside = 0 <= window.col <= before.width - window.width and 0 <= window.row <= before.height - window.height
    return window if inside and max(map(abs, aside)) < _ASIDE else None


def _same_crs(one: str, other: str) -> bool:
    first, second = osr.SpatialReference(), osr.SpatialReference()
    first.ImportFromWkt(one)
    second.ImportFromWkt(other)
    return one == other or bool(first.IsSame(second))


def _create(path: str, two: TwoRasters, after: RasterReader) -> gdal.Dataset:
    # Whole numbers of 32 bits need 64 of a floating-point number, others 32. NaN is no difference that could be meant.
    exact = after.dtype.itemsize < 4 or after.dtype == np.float32
    kind = gdal.GDT_Float32 if exact else gdal.GDT_Float64
    options = ["TILED=YES", f"BLOCKXSIZE={_BLOCK}", f"BLOCKYSIZE={_BLOCK}", "COMPRESS=DEFLATE", "PREDICTOR=3"]
    options.append("BIGTIFF=IF_SAFER")
    size = (two.window.width, two.window.height)
    try:
        target = gdal.GetDriverByName("GTiff").Create(path, *size, 1, kind, options)
    except RuntimeError:  # where GDAL was told to raise
        target = None
    if target is None:
        raise ForeshockError(
            _tr("{path} cannot be written: {reason}.").format(path=path, reason=gdal.GetLastErrorMsg().rstrip(". ")),
            _tr("Is its folder there, and may you write to it?"),
        )
    target.SetGeoTransform(two.after.geotransform)
    target.SetSpatialRef(after.dataset.GetSpatialRef())
    target.SetMetadata(_tags(after.dataset))
    band = target.GetRasterBand(1)
    band.SetNoDataValue(float("nan"))
    band.SetDescription("|after − before|")
    units = {after.dataset.GetRasterBand(number).GetUnitType() for number in two.after.bands}
    if len(units) == 1:
        band.SetUnitType(units.pop())
    return target


def _tags(after: gdal.Dataset) -> Dict[str, str]:
    """What the result says about itself, and what this is. Of two observations nothing is simulated."""
    tags = {key: value for key, value in after.GetMetadata().items() if key.startswith(("FORESHOCK_", "TIFFTAG_"))}
    tags["FORESHOCK_PRODUCT"] = "difference: largest |after - before| over the bands shown, in the unit of the samples"
    return tags


def _fill(
    target: gdal.Dataset, two: TwoRasters, before: RasterReader, after: RasterReader, go_on: Callable[[float], bool]
) -> Optional[float]:
    width, height = two.window.width, two.window.height
    largest: Optional[float] = None
    for top in range(0, height, _BLOCK):
        rows = min(_BLOCK, height - top)
        here = Window(0, top, width, rows)
        there = Window(two.window.col, two.window.row + top, width, rows)
        found = np.zeros((rows, width), dtype=np.float64)
        for band in sorted(set(two.after.bands)):
            # As 64 bit: whole numbers would wrap around.
            new, old = (
                samples.astype(np.float64) for samples in (after.samples(band, here), before.samples(band, there))
            )
            np.maximum(found, np.abs(new - old), out=found)
        found[~(before.valid(there) & after.valid(here))] = np.nan
        known = found[np.isfinite(found)]
        if known.size:
            largest = max(largest or 0.0, float(known.max()))
        if target.GetRasterBand(1).WriteArray(found, 0, top) not in (None, 0):
            raise ForeshockError(
                _tr("The difference cannot be written: {reason}.").format(reason=gdal.GetLastErrorMsg().rstrip(". ")),
                _tr("Is the disk full?"),
            )
        if not go_on((top + rows) / height):
            raise Cancelled
    return largest


def _verify(path: str, two: TwoRasters) -> None:
    """GDAL reports few errors while it writes: look at what lies on the disk."""
    dataset = gdal.Open(path)
    if dataset is None or (dataset.RasterXSize, dataset.RasterYSize) != (two.window.width, two.window.height):
        raise ForeshockError(_tr("{path} was not written whole.").format(path=path), _tr("Is the disk full?"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockDifference", text)
