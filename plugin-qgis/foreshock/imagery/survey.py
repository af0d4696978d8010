"""One walk over all px of a result and its source: what changed, in numbers and in cells. Used on a worker thread."""

from __future__ import annotations

from typing import Callable, Optional, Tuple

import numpy as np

from ..core.grid import Geotransform, Window
from ..core.request import RasterSource
from .alignment import STEP, filled
from .crs import degrees_per_unit, is_web_mercator, metres_per_unit
from .footprint import Cancelled
from .mask import rasterise
from .pair import Pair
from .water_level import WaterLevel, elevations, judge

#: Side of what is read at a time, px: a multiple of all cells.
_BLOCK = 1024
#: Cells along the longer side on which water is looked at.
_MOST_CELLS = 2048


class Survey:
    """Counts px, and keeps the counts in cells that the other checks need; never the px themselves."""

    def __init__(
        self, pair: Pair, mask_wkt: Optional[str], footprint: Optional[str], waters: Optional[str], cells: bool
    ) -> None:
        self._pair = pair
        self._mask_wkt = mask_wkt
        self._footprint = footprint
        self._waters = waters
        self.changed = self.outside = self.outside_changed = 0
        #: Changed px in cells of ``STEP`` px.
        self.steps = np.zeros((-(-pair.height // STEP), -(-pair.width // STEP)), dtype=np.uint32)
        #: Side of the cells of water, px: a power of two.
        self.cell = 1
        while max(pair.width, pair.height) > _MOST_CELLS * self.cell:
            self.cell *= 2
        shape = (-(-pair.height // self.cell), -(-pair.width // self.cell)) if cells else (0, 0)
        self._water, self._free, self._all = (np.zeros(shape, dtype=np.uint32) for _ in range(3))

    def run(self, go_on: Callable[[float], bool]) -> None:
        pair = self._pair
        side = max(_BLOCK, self.cell)
        seen = 0
        for window in pair.blocks(side):
            changed = pair.differs(window)
            self.changed += int(changed.sum())
            allowed = self._inside(self._mask_wkt, window)
            if self._mask_wkt is not None:
                self.outside += int((~allowed).sum())
                self.outside_changed += int((changed & ~allowed).sum())
            region = self.region(window, changed)
            _add(self.steps, region, window, STEP)
            if self._all.size:
                _add(self._water, region, window, self.cell)
                dry = allowed & pair.valid(window)
                if self._waters is not None:
                    dry &= ~self._inside(self._waters, window)
                _add(self._free, dry | region, window, self.cell)
                _add(self._all, np.ones_like(region), window, self.cell)
            seen += window.width * window.height
            if not go_on(seen / (pair.width * pair.height)):
                raise Cancelled

    def region(self, window: Window, changed: np.ndarray) -> np.ndarray:
        """The changed content: the footprint, or else what differs."""
        return changed if self._footprint is None else self._inside(self._footprint, window)

    def judge_water(self, dem_path: str, dem_wkt: Optional[str], tolerance: float) -> Optional[WaterLevel]:
        """Cells are water, or free to be, when most of their px are."""
        t = self._pair.grid.at(self._pair.place.col, self._pair.place.row).t
        place = Geotransform((t[0], t[1] * self.cell, t[2] * self.cell, t[3], t[4] * self.cell, t[5] * self.cell))
        wkt = self._pair.result.GetProjection()
        ground = elevations(dem_path, dem_wkt, place, wkt, self._all.shape)
        water = filled(2 * self._water >= self._all)
        return judge(ground, water, 2 * self._free >= self._all, _area_m2(place, wkt, self._all.shape), tolerance)

    def _inside(self, wkt: Optional[str], window: Window) -> np.ndarray:
        if wkt is None:
            return np.ones((window.height, window.width), dtype=bool)
        return rasterise(wkt, self._pair.grid, self._pair.on_source(window))


def _add(counts: np.ndarray, mask: np.ndarray, window: Window, side: int) -> None:
    """Counts the px of a block in cells of ``side`` px; the block begins on a cell."""
    rows, cols = -(-window.height // side), -(-window.width // side)
    framed = np.zeros((rows * side, cols * side), dtype=bool)
    framed[: window.height, : window.width] = mask
    top, left = window.row // side, window.col // side
    counts[top : top + rows, left : left + cols] += (
        framed.reshape(rows, side, cols, side).sum(axis=(1, 3)).astype(np.uint32)
    )


def _area_m2(place: Geotransform, wkt: str, shape: Tuple[int, int]) -> float:
    """Area of a cell in the middle of a grid of ``shape`` rows and columns."""
    height, width = shape
    grid = RasterSource(
        path="",
        open_options=[],
        width=width,
        height=height,
        geotransform=place.t,
        crs_wkt=wkt,
        metres_per_unit=metres_per_unit(wkt),
        bands=(1, 1, 1),
        nodata=[],
        web_mercator=is_web_mercator(wkt),
        degrees_per_unit=degrees_per_unit(wkt),
    )
    return grid.gsd_m(Window(0, 0, width, height)) ** 2
