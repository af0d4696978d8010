"""Finished tiles as a preview shows them: all tiles of a request on one picture of bounded size. No Qt, any thread."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from typing import Tuple

import numpy as np

from ..core.grid import Geotransform, TilePlan
from ..core.request import SimulationRequest
from .outcome_image import read_outcome_image

#: Most pixels of the picture: 64 MiB at 4 bytes each.
MAX_PIXELS = 16 << 20
#: Alpha of the light line around a tile: one that changes nothing shows that it is finished, too.
_LINE_ALPHA = 110
#: Fewest pixels a side of a tile that is not all line then.
_LINED = 16
#: Bytes of a pixel as Qt keeps 32-bit ARGB.
_ORDER = (2, 1, 0, 3) if sys.byteorder == "little" else (3, 0, 1, 2)


@dataclass(frozen=True)
class PreviewGrid:
    """The picture: every ``scale`` px of the source raster are one of its pixels, from (``col``, ``row``) of the
    source."""

    plan: TilePlan
    scale: int
    col: int
    row: int
    width: int
    height: int

    @classmethod
    def of(cls, request: SimulationRequest, max_pixels: int = MAX_PIXELS) -> PreviewGrid:
        """The finest picture of a request's window that has at most so many pixels."""
        plan, window = request.plan(), request.window
        scale = 1
        while math.ceil(window.width / scale) * math.ceil(window.height / scale) > max_pixels:
            scale += 1
        width, height = math.ceil(window.width / scale), math.ceil(window.height / scale)
        return cls(plan, scale, window.col, window.row, width, height)

    def crop(self, index: int) -> Tuple[int, int, int, int]:
        """What is shown of a tile: left, top, right, bottom in px of the source. Neighbours meet in the middle of their
        overlap; the first and the last end with the window."""
        plan = self.plan
        row, col = divmod(index, len(plan.cols))
        window = plan.window
        left, right = _share(plan.cols, col, plan.tile, window.col, window.width)
        top, bottom = _share(plan.rows, row, plan.tile, window.row, window.height)
        return left, top, right, bottom

    def place(self, index: int) -> Tuple[int, int, int, int]:
        """Where a tile lies on the picture: left, top, width, height; at least one pixel."""
        left, top, right, bottom = self.crop(index)
        x0, x1 = _cells(left - self.col, right - self.col, self.scale, self.width)
        y0, y1 = _cells(top - self.row, bottom - self.row, self.scale, self.height)
        return x0, y0, x1 - x0, y1 - y0


def _share(origins: Tuple[int, ...], number: int, tile: int, start: int, length: int) -> Tuple[int, int]:
    low, high = start, start + length
    if number > 0:
        low = (origins[number - 1] + tile + origins[number]) // 2
    if number + 1 < len(origins):
        high = (origins[number] + tile + origins[number + 1]) // 2
    return max(low, start), min(high, start + length)


def _cells(low: int, high: int, scale: int, length: int) -> Tuple[int, int]:
    first = min(low // scale, length - 1)
    return first, min(max(-(-high // scale), first + 1), length)


def shrink(grid: PreviewGrid, index: int, rgba: np.ndarray) -> np.ndarray:
    """A tile's px (``[tile, tile, 4]``, alpha = weight) as the picture takes them: ``[height, width, 4]`` of
    :meth:`PreviewGrid.place`, cropped, averaged, premultiplied, bytes in Qt's order, with a light line around."""
    tile = grid.plan.at(index)
    left, top, right, bottom = grid.crop(index)
    _, _, width, height = grid.place(index)
    cut = rgba[top - tile.row : bottom - tile.row, left - tile.col : right - tile.col]
    alpha = cut[..., 3:].astype(np.float32)
    shown = np.concatenate([cut[..., :3] * (alpha / 255.0), alpha], axis=-1)
    if grid.scale > 1:
        shown = _mean(_mean(shown, 0, height), 1, width)
    if min(width, height) >= _LINED:
        _outline(shown)
    return np.ascontiguousarray(np.floor(shown + 0.5).astype(np.uint8)[..., _ORDER])


def _outline(shown: np.ndarray) -> None:
    line = np.full(4, _LINE_ALPHA, dtype=np.float32)
    for edge in (shown[0], shown[-1], shown[1:-1, 0], shown[1:-1, -1]):
        edge[:] = line + edge * (1.0 - _LINE_ALPHA / 255.0)


def _mean(values: np.ndarray, axis: int, count: int) -> np.ndarray:
    """Means of ``count`` runs along an axis, as equal in length as they can be."""
    length = values.shape[axis]
    starts = np.arange(count) * length // count
    sums = np.add.reduceat(values, starts, axis=axis)
    sizes = np.diff(np.append(starts, length)).astype(np.float32)
    return sums / sizes.reshape([-1 if each == axis else 1 for each in range(values.ndim)])


def decode_preview(request: SimulationRequest, index: int, geotiff: bytes) -> np.ndarray:
    """The image of an outcome, ready for :meth:`~..layers.tile_preview.TilePreview.add`."""
    grid = PreviewGrid.of(request)
    tile = grid.plan.at(index)
    place = Geotransform(request.source.geotransform).at(tile.col, tile.row)
    return shrink(grid, index, read_outcome_image(geotiff, grid.plan.tile, place))
