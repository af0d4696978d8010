"""The source's pixel grid: snapping an area to it, cutting it into tiles, the weights that join the tiles.

Everything counts px of the source raster from its pixel (0, 0). The formulas, and their order of operations, are those
of ``protocol/src/grid.rs``; shared fixtures hold both to the same numbers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Iterator, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from . import limits, words
from .codec import signed
from .errors import ErrorCode, Refusal

if TYPE_CHECKING:
    from .messages import TileId

#: An edge this close to a pixel's border, in px, lies on it: so much do sums of coordinates err.
_SNAP = 1e-6


@dataclass(frozen=True)
class Geotransform:
    """GDAL's affine transform: x = t0 + col·t1 + row·t2, y = t3 + col·t4 + row·t5."""

    t: Tuple[float, float, float, float, float, float]

    def check(self, field: str) -> None:
        """Refuses a transform that maps no pixel to one place: not finite, or without area."""
        limit = "six finite numbers with a non-zero pixel area"
        if not all(math.isfinite(value) for value in self.t):
            message = _tr("the geotransform holds a number that is not finite")
            raise Refusal(ErrorCode.INVALID_FIELD, message, field=field, limit=limit)
        scale = max(abs(self.t[1]), abs(self.t[2])) * max(abs(self.t[4]), abs(self.t[5]))
        area = self._determinant()
        if not math.isfinite(area) or area == 0.0 or abs(area) < scale * 1e-12:
            message = _tr("the geotransform is singular: its pixels have no area")
            raise Refusal(ErrorCode.INVALID_FIELD, message, field=field, limit=limit)

    def _determinant(self) -> float:
        return self.t[1] * self.t[5] - self.t[2] * self.t[4]

    def is_almost_aligned(self, width: int, height: int) -> bool:
        """Whether the rotation terms move no pixel of a raster by more than a thousandth of a pixel: rounding, not
        rotation."""
        t = self.t
        return abs(t[2] * height) < 1e-3 * abs(t[1]) and abs(t[4] * width) < 1e-3 * abs(t[5])

    def apply(self, col: float, row: float) -> Tuple[float, float]:
        """Ground position of a pixel corner."""
        t = self.t
        return (t[0] + col * t[1] + row * t[2], t[3] + col * t[4] + row * t[5])

    def invert(self, x: float, y: float) -> Tuple[float, float]:
        """Pixel position of a ground position."""
        t, area = self.t, self._determinant()
        dx, dy = x - t[0], y - t[3]
        return ((dx * t[5] - dy * t[2]) / area, (dy * t[1] - dx * t[4]) / area)

    def at(self, col: int, row: int) -> Geotransform:
        """The transform of a window that starts at (col, row). At (0, 0) it is this one, bit for bit."""
        if (col, row) == (0, 0):
            return self
        x, y = self.apply(float(col), float(row))
        t = self.t
        return Geotransform((x, t[1], t[2], y, t[4], t[5]))

    def gsd_m(self, metres_per_unit: Optional[float], latitude: float = 0.0) -> float:
        """Ground sampling distance, metres per px; without ``metres_per_unit`` the units are degrees at
        ``latitude``."""
        area = abs(self._determinant())
        if metres_per_unit is not None:
            return math.sqrt(area) * metres_per_unit
        phi = math.radians(latitude)
        # Arc of one degree on the WGS 84 ellipsoid: latitude series of the meridian and the parallel.
        north = 111_132.92 - 559.82 * math.cos(2.0 * phi) + 1.175 * math.cos(4.0 * phi)
        east = 111_412.84 * math.cos(phi) - 93.5 * math.cos(3.0 * phi) + 0.118 * math.cos(5.0 * phi)
        return math.sqrt(area * north * max(abs(east), 1e-9))


@dataclass(frozen=True)
class Window:
    """A window of the source raster, px."""

    col: int = signed()
    row: int = signed()
    width: int
    height: int


@dataclass(frozen=True)
class PixelGrid:
    """The pixel grid of a source raster."""

    geotransform: Geotransform
    width: int
    height: int

    def window(self) -> Window:
        """The whole raster."""
        return Window(0, 0, self.width, self.height)

    def snap(self, low: Sequence[float], high: Sequence[float]) -> Window:
        """The window that covers a ground rectangle, snapped outward to whole pixels and clipped to the raster."""
        corners = [(low[0], low[1]), (high[0], low[1]), (low[0], high[1]), (high[0], high[1])]
        finite = all(math.isfinite(value) for corner in corners for value in corner)
        pixels = [self.geotransform.invert(x, y) for x, y in corners] if finite else []
        if not finite or not all(math.isfinite(value) for pixel in pixels for value in pixel):
            raise _no_area(_tr("the area of interest is not finite"))

        def edge(axis: int, side: int) -> Tuple[int, int]:
            first = min(pixel[axis] for pixel in pixels)
            last = max(pixel[axis] for pixel in pixels)
            start = min(max(math.floor(first + _SNAP), 0), side)
            end = min(max(math.ceil(last - _SNAP), 0), side)
            return start, max(end - start, 0)

        (col, width), (row, height) = edge(0, self.width), edge(1, self.height)
        if width == 0 or height == 0:
            raise _no_area(_tr("the area of interest does not overlap the raster"))
        return Window(col, row, width, height)


def _no_area(message: str) -> Refusal:
    limit = "an area that overlaps the raster"
    return Refusal(ErrorCode.INVALID_FIELD, message, field="aoi", limit=limit)


class PlannedTile(NamedTuple):
    """A tile of a plan; ``col`` and ``row`` are its first column and row, px of the source raster."""

    id: TileId
    col: int
    row: int


def default_overlap(tile: int) -> int:
    """The usual overlap of neighbours: an eighth of the side, in whole cells of 16 px."""
    eighth = tile // 8 // limits.SIDE_MULTIPLE * limits.SIDE_MULTIPLE
    return limits.SIDE_MULTIPLE if eighth == 0 and tile >= 2 * limits.SIDE_MULTIPLE else eighth


@dataclass(frozen=True)
class TilePlan:
    """The tiles of one request; ``cols`` and ``rows`` are the first px of each tile column and tile row."""

    window: Window
    tile: int
    overlap: int
    cols: Tuple[int, ...]
    rows: Tuple[int, ...]

    @classmethod
    def cover(cls, window: Window, tile: int, overlap: int) -> TilePlan:
        """Covers a window with tiles of one size."""
        multiple = limits.SIDE_MULTIPLE
        if not limits.MIN_SIDE <= tile <= limits.MAX_SIDE or tile % multiple:
            limit = f"a multiple of {multiple} from {limits.MIN_SIDE} to {limits.MAX_SIDE} px"
            message = _tr("a tile side of {side} px cannot be used").format(side=tile)
            raise Refusal(ErrorCode.INVALID_FIELD, message, field="tile", limit=limit)
        if overlap < 0 or overlap % multiple or overlap > tile // 2:
            limit = f"a multiple of {multiple}, at most half a tile"
            message = _tr("an overlap of {overlap} px cannot be used with tiles of {side} px").format(
                overlap=overlap, side=tile
            )
            raise Refusal(ErrorCode.INVALID_FIELD, message, field="overlap", limit=limit)
        cols = _origins(window.col, window.width, tile, overlap)
        rows = _origins(window.row, window.height, tile, overlap)
        if len(cols) * len(rows) > limits.MAX_TILES:
            message = _tr("the area needs {tiles} tiles; choose a smaller one").format(tiles=len(cols) * len(rows))
            limit = f"at most {limits.MAX_TILES} tiles"
            raise Refusal(ErrorCode.TOO_LARGE, message, field="aoi", limit=limit)
        return cls(window, tile, overlap, cols, rows)

    def __len__(self) -> int:
        return len(self.cols) * len(self.rows)

    def at(self, index: int) -> PlannedTile:
        """The tile at a position of the plan."""
        from .messages import TileId

        row, col = divmod(index, len(self.cols))
        return PlannedTile(TileId(index, len(self), col, row), self.cols[col], self.rows[row])

    def tiles(self) -> Iterator[PlannedTile]:
        """The tiles, row by row."""
        return (self.at(index) for index in range(len(self)))

    def bounds(self, width: int, height: int) -> Window:
        """The window of a raster of this size that its tiles cover."""
        left, top = max(self.cols[0], 0), max(self.rows[0], 0)
        right, bottom = min(self.cols[-1] + self.tile, width), min(self.rows[-1] + self.tile, height)
        return Window(left, top, right - left, bottom - top)

    def feather(self, tile: TileId) -> Tuple[np.ndarray, np.ndarray]:
        """Feather weights along x and along y, ``tile`` values each; a pixel's weight is their product."""
        return (
            feather(self.tile, self.overlap, tile.col > 0, tile.col + 1 < len(self.cols)),
            feather(self.tile, self.overlap, tile.row > 0, tile.row + 1 < len(self.rows)),
        )


def feather(tile: int, overlap: int, before: bool, after: bool) -> np.ndarray:
    """Weights along one axis: 1 inside, a linear ramp over the overlap with a neighbour; two ramps sum to 1."""
    weights = np.ones(tile, dtype=np.float64)
    place = np.arange(overlap, dtype=np.float64)
    if after and overlap:
        weights[tile - overlap :] = (overlap - place - 0.5) / overlap
    if before and overlap:
        weights[:overlap] = (place + 0.5) / overlap
    return weights


def _origins(start: int, length: int, tile: int, overlap: int) -> Tuple[int, ...]:
    first = start // limits.SIDE_MULTIPLE * limits.SIDE_MULTIPLE
    stride = tile - overlap
    beyond = max(start + length - first - tile, 0)
    more = -(-beyond // stride)
    return tuple(first + k * stride for k in range(more + 1))


def reflect(first: int, count: int, length: int) -> np.ndarray:
    """The px of a side of ``length`` that stand at ``first … first + count`` when it is continued by reflection, the
    edge px not repeated (numpy's ``reflect``)."""
    if length <= 1:
        return np.zeros(count, dtype=np.intp)
    last = length - 1
    folded = np.arange(first, first + count, dtype=np.intp) % (2 * last)
    return np.where(folded > last, 2 * last - folded, folded)


def cells(plan: TilePlan) -> Iterator[Tuple[Window, List[int]]]:
    """Disjoint windows that cover the plan's window, each with the indices of the tiles that touch it, ascending."""
    across = _spans(plan.cols, plan.window.col, plan.window.width)
    down = _spans(plan.rows, plan.window.row, plan.window.height)
    for top, bottom in down:
        touched_rows = [r for r, start in enumerate(plan.rows) if start < bottom and start + plan.tile > top]
        for left, right in across:
            window = Window(left, top, right - left, bottom - top)
            touched_cols = [c for c, start in enumerate(plan.cols) if start < right and start + plan.tile > left]
            yield window, [r * len(plan.cols) + c for r in touched_rows for c in touched_cols]


def _spans(origins: Sequence[int], start: int, length: int) -> List[Tuple[int, int]]:
    end = start + length
    edges = [start, *[origin for origin in origins[1:] if start < origin < end], end]
    return list(zip(edges[:-1], edges[1:]))


def _tr(text: str) -> str:
    return words.translate("ForeshockGrid", text)
