"""Before/after pairs that show a model what is meant, read from two layers onto one small grid: that of the layer
before, shrunk. A pair whose halves do not lie on each other would teach the model to shift the ground."""

from __future__ import annotations

import os
import tempfile
import uuid
from dataclasses import dataclass, replace
from typing import Callable, Optional, Tuple

import numpy as np
from osgeo import gdal, osr

from ..core import png, words
from ..core.errors import ForeshockError
from ..core.grid import Geotransform, Window
from ..core.limits import MAX_EXAMPLE_SIDE, MIN_SIDE, SIDE_MULTIPLE
from ..core.messages import Example
from ..core.request import ExampleSource, NodataRange, RasterSource
from .drawing import draw
from .raster import RasterReader

#: Longest side of a map service's drawing for an example, px: what comes in a few seconds.
_MAX_DRAWN_SIDE = 2048


@dataclass(frozen=True)
class _Target:
    """The small grid of a pair."""

    geotransform: Geotransform
    width: int
    height: int
    crs_wkt: str


def read_example(source: ExampleSource, is_cancelled: Callable[[], bool] = lambda: False) -> Optional[Example]:
    """Both rasters at the same place and size, 8-bit RGB, at most ``limits.MAX_EXAMPLE_SIDE`` px a side; black where
    one of them has no data. On a worker thread; none when called off."""
    target = _target(source)
    halves = []
    for raster, window in ((source.before, source.before_window), (source.after, source.after_window)):
        half = _drawn(raster, window, target, is_cancelled) if raster.drawing is not None else _read(raster, target)
        if half is None:
            return None
        halves.append(half)
    (before, valid_before), (after, valid_after) = halves
    valid = valid_before & valid_after
    if not valid.any():
        raise ForeshockError(
            _tr("The example's two layers have no data at the same place."), _tr("Choose two that overlap.")
        )
    return Example(png.encode(np.where(valid[..., None], before, 0)), png.encode(np.where(valid[..., None], after, 0)))


def _target(source: ExampleSource) -> _Target:
    """As many px as the finer of the two has, in whole cells of the model. What does not fill a cell is trimmed, so
    that nothing is squeezed."""
    window, other = source.before_window, source.after_window
    longest = max(window.width, window.height)
    scale = min(max(longest, other.width, other.height), MAX_EXAMPLE_SIDE) / longest
    # The longest side may fill its cells exactly; rounding must not cost it one.
    width = int(window.width * scale + 1e-6) // SIDE_MULTIPLE * SIDE_MULTIPLE
    height = int(window.height * scale + 1e-6) // SIDE_MULTIPLE * SIDE_MULTIPLE
    if min(width, height) < MIN_SIDE:
        raise ForeshockError(
            _tr(
                "The place that both example layers show has {width} × {height} px, which is too small or too narrow."
            ).format(width=window.width, height=window.height),
            _tr("An example needs {least} px a side, and no side more than {times} times the other.").format(
                least=MIN_SIDE, times=MAX_EXAMPLE_SIDE // MIN_SIDE
            ),
        )
    t = source.before.geotransform
    # Whole px are trimmed before the first: an unscaled half stays unresampled.
    x, y = Geotransform(t).apply(
        window.col + int((window.width - width / scale) / 2), window.row + int((window.height - height / scale) / 2)
    )
    place = Geotransform((x, t[1] / scale, 0.0, y, 0.0, t[5] / scale))
    return _Target(place, width, height, source.before.crs_wkt)


def _drawn(
    raster: RasterSource, window: Window, target: _Target, is_cancelled: Callable[[], bool]
) -> Optional[Tuple[np.ndarray, np.ndarray]]:
    """A half whose layer has no pixels of its own: drawn into a file that goes again."""
    if max(window.width, window.height) > _MAX_DRAWN_SIDE:
        raise ForeshockError(
            _tr("The example would need {width} × {height} px of a map service.").format(
                width=window.width, height=window.height
            ),
            _tr("Choose layers that share a smaller place (at most {most} px a side).").format(most=_MAX_DRAWN_SIDE),
        )
    with tempfile.TemporaryDirectory(prefix="foreshock-") as folder:
        part = replace(raster, part=window, path=os.path.join(folder, "example.tif"))
        return _read(part, target) if draw(part, is_cancelled) else None


def _read(raster: RasterSource, target: _Target) -> Tuple[np.ndarray, np.ndarray]:
    """``[height, width, 3]`` 8-bit px and ``[height, width]`` booleans (has data) of a raster on the target's grid,
    stretched by what is seen there."""
    name = f"/vsimem/foreshock-{uuid.uuid4().hex}.tif"
    try:
        small = _copy(raster, target, name)
        whole = Window(0, 0, small.width, small.height)
        with RasterReader(small) as reader:
            valid = reader.valid(whole)
            if not valid.any():
                return np.zeros((*valid.shape, 3), np.uint8), valid
            stretch = reader.stretch(whole)
            pixels = np.stack([each.to_u8(reader.samples(each.band, whole)) for each in stretch.bands], axis=-1)
    finally:
        gdal.Unlink(name)
    rows = slice(None, None, 1 if small.geotransform[5] * target.geotransform.t[5] > 0 else -1)
    cols = slice(None, None, 1 if small.geotransform[1] * target.geotransform.t[1] > 0 else -1)
    return pixels[rows, cols], valid[rows, cols]


def _copy(raster: RasterSource, target: _Target, name: str) -> RasterSource:
    """Writes the shown bands of a raster, and its alpha, on the target's grid: samples as they are, averaged."""
    with RasterReader(raster) as reader:
        count = reader.band_count
        alpha = [
            band
            for band in range(1, count + 1)
            if reader.dataset.GetRasterBand(band).GetColorInterpretation() == gdal.GCI_AlphaBand
        ]
        bands = [*sorted(set(raster.bands) - set(alpha)), *alpha]
        shown = gdal.Translate("", reader.dataset, format="VRT", bandList=bands)
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
        try:
            if _same(raster.crs_wkt, target.crs_wkt):
                copy = _shrunk(shown, raster, target, name)
            else:
                copy = _warped(shown, raster, target, name)
        except RuntimeError:  # where GDAL was told to raise
            copy = None
        finally:
            gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
        if copy is None:
            reason = gdal.GetLastErrorMsg() or _tr("no reason given")
            message = _tr("The example layer {path} cannot be read: {reason}.").format(path=raster.path, reason=reason)
            raise ForeshockError(message, _tr("Choose another layer."))
        copy = shown = None  # closes, and thereby writes, it
    written = gdal.Open(name)
    places = {band: bands.index(band) + 1 for band in bands}
    red, green, blue = (places[band] for band in raster.bands)
    return replace(
        raster,
        path=name,
        open_options=[],
        width=written.RasterXSize,
        height=written.RasterYSize,
        geotransform=tuple(written.GetGeoTransform()),
        bands=(red, green, blue),
        nodata=[NodataRange(places[each.band], each.low, each.high) for each in raster.nodata if each.band in places],
        # It holds the shown bands, its validity, and no more.
        band_count=None,
        part=None,
        drawing=None,
    )


def _shrunk(shown: gdal.Dataset, raster: RasterSource, target: _Target, name: str) -> Optional[gdal.Dataset]:
    """The target's rectangle cut out of a raster in the same CRS; its overviews are used."""
    part = raster.part or Window(0, 0, raster.width, raster.height)
    place = Geotransform(raster.geotransform).at(part.col, part.row)
    corners = [place.invert(*target.geotransform.apply(*end)) for end in ((0, 0), (target.width, target.height))]
    (left, right), (top, bottom) = (
        sorted(min(max(round(corner[axis], 6), 0.0), float(side)) for corner in corners)
        for axis, side in ((0, part.width), (1, part.height))
    )
    finer = right - left > target.width
    method = "nearest" if raster.nodata else "average" if finer else "bilinear"
    window = [left, top, right - left, bottom - top]
    return gdal.Translate(
        name, shown, format="GTiff", srcWin=window, width=target.width, height=target.height, resampleAlg=method
    )


def _warped(shown: gdal.Dataset, raster: RasterSource, target: _Target, name: str) -> Optional[gdal.Dataset]:
    """The target's rectangle out of a raster in another CRS. An alpha band tells what the raster does not reach."""
    ends = [target.geotransform.apply(*end) for end in ((0, 0), (target.width, target.height))]
    xs, ys = sorted(x for x, _ in ends), sorted(y for _, y in ends)
    return gdal.Warp(
        name,
        shown,
        format="GTiff",
        srcSRS=raster.crs_wkt,
        dstSRS=target.crs_wkt,
        outputBounds=(xs[0], ys[0], xs[1], ys[1]),
        width=target.width,
        height=target.height,
        # Samples that the user declared nodata must not be mixed with others.
        resampleAlg="near" if raster.nodata else "bilinear",
        dstAlpha=True,
    )


def _same(one: str, other: str) -> bool:
    first, second = osr.SpatialReference(one), osr.SpatialReference(other)
    return bool(first.IsSame(second, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]))


def _tr(text: str) -> str:
    return words.translate("ForeshockExample", text)
