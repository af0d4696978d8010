"""Draws a layer without pixels of its own (XYZ, WMS, WMTS, ArcGIS) into a GeoTIFF, px for px on the grid of its tile
matrix, before its tiles are sent. Block by block, so that the whole area never lies in memory."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import Callable, Iterator, List, Optional, Tuple

import numpy as np
from osgeo import gdal, osr
from qgis.core import (
    Qgis,
    QgsDataProvider,
    QgsProviderRegistry,
    QgsRasterBlockFeedback,
    QgsRasterDataProvider,
    QgsRectangle,
    QgsRenderContext,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError, UnsupportedRaster
from ..core.grid import Geotransform, Window
from ..core.request import RasterSource
from . import map_answers

#: Side of a block, px, in whole map tiles: what is asked of the server at a time.
_BLOCK = 1024
#: Px of a map tile whose provider does not tell.
_TILE = 256
#: How long to wait before each further round over what has not come, seconds.
_PAUSES = (0.5, 1.5, 4.0)
#: A server from which nothing has come in so many blocks is left alone for a while.
_HOPELESS = 8
#: How soon a cancel is noticed, seconds.
_POLL = 0.1
#: Blocks of map tiles are asked for this much within their borders, px: by rounding, a border can lie in a neighbour,
#: and the provider would ask for that map tile, too.
_WITHIN = 1e-6


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockDrawing", text)


def draw(source: RasterSource, is_cancelled: Callable[[], bool]) -> bool:
    """Draws ``source.part`` to ``source.path``, unless it lies there already. On a worker thread. False when called
    off.

    The file has four 8-bit bands: red, green, blue and alpha; alpha 0 = the map has nothing there."""
    if os.path.exists(source.path):
        return True
    partial = f"{source.path}.partial"
    os.makedirs(os.path.dirname(os.path.abspath(source.path)), exist_ok=True)
    try:
        with _Painter(source, is_cancelled) as painter:
            target = _create(partial, source)
            whole = _paint(painter, target)
            target = None  # closes it
        if not whole:
            return False
        _verify(partial, source)
        os.replace(partial, source.path)
        return True
    finally:
        if os.path.exists(partial):
            os.remove(partial)


@dataclass
class _Gaps:
    """Map tiles of a block that did not come."""

    block: Window
    tiles: List[Window]
    #: A failed request for one of them, if somebody listens.
    fault: Optional[map_answers.Fault]


def _paint(painter: _Painter, target: gdal.Dataset) -> bool:
    """All blocks; those with gaps again, later. Says whether to go on; refuses a map that stays incomplete."""
    part, something = painter.part, False
    todo = list(painter.blocks())
    gaps: List[_Gaps] = []
    for pause in (0.0, *_PAUSES):
        if painter.wait(pause):
            return False
        gaps, rest = [], []
        for number, block in enumerate(todo):
            rgba, missing = painter.block(block)
            if painter.cancelled():
                return False
            something |= bool(rgba[..., 3].any())
            _write(target, rgba, block.col - part.col, block.row - part.row)
            if missing is not None:
                gaps.append(missing)
            if not (something or painter.allow_gaps) and len(gaps) >= _HOPELESS:
                rest = todo[number + 1 :]
                break
        todo = [each.block for each in gaps] + rest
        if not todo:
            break
    if not something:
        raise _nothing(painter, gaps)
    if gaps and not painter.allow_gaps:
        raise _incomplete(painter, gaps)
    return True


def _nothing(painter: _Painter, gaps: List[_Gaps]) -> UnsupportedRaster:
    if gaps:
        message = _tr("The map server delivered nothing of this area: {reason}.").format(reason=painter.reason(gaps))
        return UnsupportedRaster(message, _tr("Check that QGIS shows the layer there; then run it again."))
    return UnsupportedRaster(
        _tr("The map is empty in this area at this resolution."), _tr("Choose another area or another resolution.")
    )


def _incomplete(painter: _Painter, gaps: List[_Gaps]) -> UnsupportedRaster:
    tiles = [tile for each in gaps for tile in each.tiles]
    first = tiles[0]
    x, y = painter.place.apply(first.col + first.width / 2, first.row + first.height / 2)
    message = _tr(
        "The map server did not deliver {missing} of {all} map tiles ({reason}); the first lies at {x}, {y}."
    ).format(missing=len(tiles), all=painter.tiles, reason=painter.reason(gaps), x=f"{x:.8g}", y=f"{y:.8g}")
    return UnsupportedRaster(
        message, _tr("Run it again; or allow missing map tiles, which then stay as they are in the result.")
    )


class _Painter:
    """A provider of our own, made and used on one thread: the user's layer stays untouched, and after a restart there
    is none."""

    def __init__(self, source: RasterSource, is_cancelled: Callable[[], bool]) -> None:
        if source.drawing is None:
            raise UnsupportedRaster(_tr("{path} is missing.").format(path=source.path), _tr("Run it again."))
        self.part = source.part or Window(0, 0, source.width, source.height)
        self.place = Geotransform(source.geotransform)
        self.allow_gaps = source.drawing.allow_gaps
        self._cancelled = is_cancelled
        self._feedback = _feedback()
        self._answers = map_answers.running()
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._pass_on_cancel, name="foreshock-drawing", daemon=True)
        self._drawing = source.drawing
        self._provider: Optional[QgsRasterDataProvider] = None
        #: Side of a map tile, px; a map that does not come in tiles is asked for in blocks.
        self._tile, self._within = _BLOCK, 0.0

    def __enter__(self) -> _Painter:
        if self._answers is not None:
            self._answers.__enter__()
        self._watch.start()
        try:
            self._connect()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watch.join()
        if self._answers is not None:
            self._answers.__exit__()
        # They belong to this thread, and an error's traceback would keep them alive beyond it.
        self._provider = None
        self._feedback = None

    def _connect(self) -> None:
        options = QgsDataProvider.ProviderOptions()
        registry = QgsProviderRegistry.instance()
        self._provider = registry.createProvider(self._drawing.provider, self._drawing.uri, options)
        if self.cancelled():
            return
        if self._provider is None or not self._provider.isValid():
            faults = self._faults(0)
            reason = map_answers.words(faults[-1], self._feedback) if faults else _tr("its source is not valid")
            message = _tr("The map server cannot be used: {reason}.").format(reason=reason)
            raise UnsupportedRaster(message, _tr("Check that QGIS shows the layer; then run it again."))
        if self._provider.nativeResolutions():
            self._tile, self._within = int(self._provider.property("tileWidth") or 0) or _TILE, _WITHIN

    def _pass_on_cancel(self) -> None:
        """The thread that draws waits inside of QGIS; the feedback may be cancelled from any thread."""
        while not self._over.wait(_POLL):
            if self._cancelled():
                self._feedback.cancel()
                return

    def cancelled(self) -> bool:
        return self._feedback.isCanceled() or self._cancelled()

    def wait(self, seconds: float) -> bool:
        """Waits; says whether it was called off meanwhile."""
        pause = threading.Event()
        while seconds > 0 and not self.cancelled():
            pause.wait(min(seconds, _POLL))
            seconds -= _POLL
        return self.cancelled()

    @property
    def tiles(self) -> int:
        """How many map tiles (or blocks, where the map does not come in tiles) the drawing needs."""
        return sum(1 for _ in _cut(self.part, self._tile))

    def blocks(self) -> Iterator[Window]:
        """The blocks of the drawing, made of whole map tiles."""
        return _cut(self.part, max(_BLOCK // self._tile, 1) * self._tile)

    def block(self, block: Window) -> Tuple[np.ndarray, Optional[_Gaps]]:
        """``[height, width, 4]`` px of a block, and what is missing if something did not come."""
        heard = 0 if self._answers is None else self._answers.heard()
        left, top = self.place.apply(block.col + self._within, block.row + self._within)
        right, bottom = self.place.apply(
            block.col + block.width - self._within, block.row + block.height - self._within
        )
        extent = QgsRectangle(left, bottom, right, top)
        raster = self._provider.block(1, extent, block.width, block.height, self._feedback)
        whole = raster is not None and raster.isValid() and not raster.isEmpty()
        if whole:
            rgba = _rgba(bytes(raster.data()), raster.dataType(), block)
        else:
            rgba = np.zeros((block.height, block.width, 4), dtype=np.uint8)
        empty = rgba[..., 3] == 0
        if not empty.any() or self.cancelled():
            return rgba, None
        faults = self._faults(heard)
        if whole and faults == []:
            return rgba, None  # All has come: the map is empty there.
        return rgba, _Gaps(block, self._missing(block, empty), faults[0] if faults else None)

    def _faults(self, heard: int) -> Optional[List[map_answers.Fault]]:
        """What has failed since so many faults; none where that is not known."""
        return None if self._answers is None else self._answers.since(heard, self._feedback)

    def reason(self, gaps: List[_Gaps]) -> str:
        """Why something is missing, as far as that is known."""
        faults = [each.fault for each in gaps if each.fault is not None]
        if faults:
            return map_answers.words(faults[0], self._feedback)
        told = [map_answers.plain(str(each)) for each in self._feedback.errors()]
        return told[-1] if told else _tr("they are empty, or did not come")

    def _missing(self, block: Window, empty: np.ndarray) -> List[Window]:
        """The map tiles of a block of which nothing is there; all with holes, if there is none."""
        tiles = list(_cut(block, self._tile))
        holes = [empty[each.row - block.row :, each.col - block.col :][: each.height, : each.width] for each in tiles]
        gone = [tile for tile, hole in zip(tiles, holes) if hole.all()]
        return gone or [tile for tile, hole in zip(tiles, holes) if hole.any()]


def _feedback() -> QgsRasterBlockFeedback:
    feedback = QgsRasterBlockFeedback()
    if hasattr(feedback, "setRenderContext"):
        # The wms provider fills in {usage} of a URL only from a render context; servers refuse the bare word.
        context = QgsRenderContext()
        if hasattr(Qgis, "RendererUsage"):
            context.setRendererUsage(Qgis.RendererUsage.Export)
        feedback.setRenderContext(context)
    return feedback


def _cut(window: Window, side: int) -> Iterator[Window]:
    """A window cut at the multiples of ``side`` of the raster, row by row."""
    for top in range(window.row // side * side, window.row + window.height, side):
        first, last = max(top, window.row), min(top + side, window.row + window.height)
        for left in range(window.col // side * side, window.col + window.width, side):
            start, end = max(left, window.col), min(left + side, window.col + window.width)
            yield Window(start, first, end - start, last - first)


def _rgba(data: bytes, kind: object, block: Window) -> np.ndarray:
    """``[height, width, 4]`` from QGIS's ARGB words; what lies under alpha 0 is nothing."""
    words = np.frombuffer(data, dtype=np.uint32).reshape(block.height, block.width)
    rgba = np.stack([(words >> shift).astype(np.uint8) for shift in (16, 8, 0, 24)], axis=-1)
    alpha = rgba[..., 3]
    if kind == Qgis.DataType.ARGB32_Premultiplied:
        mixed = (alpha > 0) & (alpha < 255)
        opacity = alpha[mixed].astype(np.float64)[:, None]
        rgba[mixed, :3] = np.minimum(np.rint(rgba[mixed, :3] * 255.0 / opacity), 255.0).astype(np.uint8)
    rgba[alpha == 0] = 0
    return rgba


def _create(path: str, source: RasterSource) -> gdal.Dataset:
    part = source.part or Window(0, 0, source.width, source.height)
    options = ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2", "PHOTOMETRIC=RGB", "ALPHA=YES", "BIGTIFF=IF_SAFER"]
    target = gdal.GetDriverByName("GTiff").Create(path, part.width, part.height, 4, gdal.GDT_Byte, options)
    if target is None:
        raise ForeshockError(
            _tr("The drawing of the map cannot be written: {reason}.").format(reason=gdal.GetLastErrorMsg()),
            _tr("Is the disk full?"),
        )
    target.SetGeoTransform(Geotransform(source.geotransform).at(part.col, part.row).t)
    reference = osr.SpatialReference()
    reference.ImportFromWkt(source.crs_wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    target.SetSpatialRef(reference)
    return target


def _write(target: gdal.Dataset, rgba: np.ndarray, col: int, row: int) -> None:
    for band in range(4):
        if target.GetRasterBand(band + 1).WriteArray(rgba[..., band], col, row) not in (None, 0):
            raise ForeshockError(
                _tr("The drawing of the map cannot be written: {reason}.").format(reason=gdal.GetLastErrorMsg()),
                _tr("Is the disk full?"),
            )


def _verify(path: str, source: RasterSource) -> None:
    """GDAL reports few errors while it closes a file: look at what lies on the disk."""
    part = source.part or Window(0, 0, source.width, source.height)
    dataset = gdal.Open(path)
    if dataset is None or (dataset.RasterXSize, dataset.RasterYSize) != (part.width, part.height):
        raise ForeshockError(_tr("The drawing of the map was not written whole."), _tr("Is the disk full?"))
