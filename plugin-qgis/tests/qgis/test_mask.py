"""The mask on the pixel grid, against a point-in-polygon test of its own."""

from __future__ import annotations

import math
from typing import List, Sequence, Tuple

import numpy as np
import pytest
import scenes
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Geotransform, Window
from foreshock.imagery.mask import rasterise
from osgeo import gdal

Ring = List[Tuple[float, float]]

GRIDS = [
    scenes.UTM,
    (12.1, 1e-5, 0.0, 45.7, 0.0, -1.3e-5),  # degrees
    (985_000.0, 2.0, 0.0, 200_000.0, 0.0, -3.5),  # feet, not square
    (500_000.0, 0.5, 0.0, 5_000_000.0, 0.0, 0.25),  # south up
]


def blob(dice: np.random.Generator, col: float, row: float, radius: float, count: int) -> Ring:
    """A star-shaped ring around a place, px."""
    angles = np.sort(dice.uniform(0, 2 * math.pi, count))
    reach = radius * dice.uniform(0.4, 1.0, count)
    ring = [(col + r * math.cos(a), row + r * math.sin(a)) for a, r in zip(angles, reach)]
    return [*ring, ring[0]]


def wkt_of(geotransform: Geotransform, polygons: Sequence[Sequence[Ring]]) -> str:
    """Polygons given in px as WKT on the ground."""

    def text(ring: Ring) -> str:
        return "(" + ", ".join("{:.17g} {:.17g}".format(*geotransform.apply(*point)) for point in ring) + ")"

    return "MULTIPOLYGON(" + ", ".join("(" + ", ".join(map(text, rings)) + ")" for rings in polygons) + ")"


def inside(ring: Ring, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Crossings of a ray to the right, counted odd or even."""
    result = np.zeros(x.shape, dtype=bool)
    for (x0, y0), (x1, y1) in zip(ring[:-1], ring[1:]):
        crosses = (y0 > y) != (y1 > y)
        if crosses.any():
            at = x0 + (y - y0) / (y1 - y0) * (x1 - x0) if y1 != y0 else x0
            result ^= crosses & (x < at)
    return result


def expected(polygons: Sequence[Sequence[Ring]], window: Window) -> np.ndarray:
    x = (window.col + np.arange(window.width) + 0.5)[None, :].repeat(window.height, 0)
    y = (window.row + np.arange(window.height) + 0.5)[:, None].repeat(window.width, 1)
    result = np.zeros(x.shape, dtype=bool)
    for outer, *holes in polygons:
        here = inside(outer, x, y)
        for hole in holes:
            here &= ~inside(hole, x, y)
        result |= here
    return result


@pytest.mark.parametrize("t", GRIDS)
@pytest.mark.parametrize("seed", range(5))
def test_the_middle_of_a_px_decides(t: Tuple[float, ...], seed: int) -> None:
    dice = np.random.default_rng(seed)
    transform = Geotransform(t)
    polygons = [
        [blob(dice, 120, 90, 80, 40), blob(dice, 120, 90, 25, 12)],  # with a hole
        [blob(dice, 260, 160, 60, 9)],
        [blob(dice, 230, 150, 30, 7)],  # overlaps the one before
        [blob(dice, 20, 180, 70, 50)],  # reaches out of the raster
    ]
    wkt = wkt_of(transform, polygons)
    seen = []
    for window in (Window(0, 0, 320, 256), Window(96, 64, 128, 128), Window(304, 240, 64, 64)):
        got, truth = rasterise(wkt, transform, window), expected(polygons, window)
        assert got.dtype == bool and got.shape == (window.height, window.width)
        assert np.array_equal(got, truth), f"{(got != truth).sum()} px differ"
        seen.append(got)
    assert 0 < seen[0].sum() < seen[0].size
    # A tile and a cell of the result see the same mask.
    assert np.array_equal(seen[0][64:192, 96:224], seen[1])


def test_overlapping_parts_do_not_cancel() -> None:
    square = [(10.0, 10.0), (30.0, 10.0), (30.0, 30.0), (10.0, 30.0), (10.0, 10.0)]
    transform = Geotransform((0.0, 1.0, 0.0, 100.0, 0.0, -1.0))
    assert rasterise(wkt_of(transform, [[square], [square]]), transform, Window(0, 0, 64, 64)).sum() == 400


def test_a_plain_polygon_is_taken_too() -> None:
    transform = Geotransform((0.0, 1.0, 0.0, 100.0, 0.0, -1.0))
    assert rasterise("POLYGON((10 90, 30 90, 30 70, 10 70, 10 90))", transform, Window(0, 0, 64, 64)).sum() == 400


def test_a_window_beside_all_polygons_is_empty() -> None:
    transform = Geotransform((0.0, 1.0, 0.0, 100.0, 0.0, -1.0))
    wkt = "MULTIPOLYGON(((10 90, 30 90, 30 70, 10 70, 10 90)))"
    assert not rasterise(wkt, transform, Window(64, 64, 32, 32)).any()
    assert not rasterise("MULTIPOLYGON EMPTY", transform, Window(0, 0, 32, 32)).any()


def test_a_huge_polygon_fills_a_window_inside_it() -> None:
    """A coastline's coordinates lie far beyond the window, and beyond what fits into 32-bit px."""
    transform = Geotransform((12.1, 1e-9, 0.0, 45.7, 0.0, -1e-9))
    wkt = "MULTIPOLYGON(((-180 -90, 180 -90, 180 90, -180 90, -180 -90)))"
    assert rasterise(wkt, transform, Window(0, 0, 256, 256)).all()


def test_thirty_thousand_vertices() -> None:
    dice = np.random.default_rng(3)
    transform = Geotransform(scenes.UTM)
    polygons = [[blob(dice, 1000, 1000, 900, 30_000)]]
    window = Window(1500, 900, 128, 128)
    got = rasterise(wkt_of(transform, polygons), transform, window)
    assert 0 < got.sum() < got.size and np.array_equal(got, expected(polygons, window))


def test_it_is_quiet() -> None:
    """GDAL's warnings end in the user's message log."""
    heard = []
    gdal.PushErrorHandler(lambda *what: heard.append(what))
    try:
        rasterise("POLYGON((0 0, 9 0, 9 9, 0 0))", Geotransform((0.0, 1.0, 0.0, 32.0, 0.0, -1.0)), Window(0, 0, 32, 32))
    finally:
        gdal.PopErrorHandler()
    assert heard == []


def test_what_is_no_outline_is_refused() -> None:
    with pytest.raises(ForeshockError, match="cannot be read"):
        rasterise("flood", Geotransform(scenes.UTM), Window(0, 0, 16, 16))
