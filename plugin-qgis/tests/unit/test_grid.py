"""The pixel grid, held to the numbers of the Rust side, and its own promises."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
from foreshock.core import codec
from foreshock.core.errors import Refusal
from foreshock.core.grid import (
    Geotransform,
    PixelGrid,
    TilePlan,
    Window,
    cells,
    default_overlap,
    reflect,
)


def load(fixtures: Path, name: str) -> list:
    return json.loads((fixtures / f"{name}.json").read_bytes())


def test_plans(fixtures: Path) -> None:
    for row in load(fixtures, "plans"):
        window = Window(**row["plan"]["window"])
        plan = TilePlan.cover(window, row["plan"]["tile"], row["plan"]["overlap"])
        assert codec.encode(plan) == row["plan"]
        tiles = [{"id": codec.encode(tile.id), "col": tile.col, "row": tile.row} for tile in plan.tiles()]
        assert tiles == row["tiles"]


def test_feather_weights_bit_for_bit(fixtures: Path) -> None:
    fixture = load(fixtures, "feather")
    plan = TilePlan.cover(Window(**fixture["plan"]["window"]), fixture["plan"]["tile"], fixture["plan"]["overlap"])
    for row in fixture["weights"]:
        x, y = plan.feather(plan.at(row["id"]["index"]).id)
        assert x.tolist() == row["x"] and y.tolist() == row["y"]


def test_overlap_and_reflection(fixtures: Path) -> None:
    for tile, overlap in load(fixtures, "overlap"):
        assert default_overlap(tile) == overlap
    for row in load(fixtures, "reflect"):
        assert reflect(row["from"], len(row["places"]), row["length"]).tolist() == row["places"]


def test_grids(fixtures: Path) -> None:
    for row in load(fixtures, "grids"):
        transform = Geotransform(tuple(row["geotransform"]))
        unit = row["unit"]
        gsd = transform.gsd_m(unit.get("metres"), unit.get("degrees_at_latitude", 0.0))
        assert gsd == pytest.approx(row["gsd_m"], rel=1e-14), row["name"]
        grid = PixelGrid(transform, row["width"], row["height"])
        for snap in row["snaps"]:
            window = grid.snap(snap["min"], snap["max"])
            assert codec.encode(window) == snap["window"], row["name"]
            assert list(transform.at(window.col, window.row).t) == snap["geotransform"], row["name"]


def test_weights_sum_to_one_and_cells_cover_once() -> None:
    dice = random.Random(7)
    for _ in range(60):
        tile = dice.choice([64, 96, 128])
        overlap = dice.choice([0, 16, 32])
        window = Window(dice.randrange(90), dice.randrange(90), dice.randrange(1, 400), dice.randrange(1, 400))
        plan = TilePlan.cover(window, tile, overlap)
        shape = (window.row + window.height + tile, window.col + window.width + tile)
        total, covered = np.zeros(shape), np.zeros(shape, dtype=int)
        for each in plan.tiles():
            assert each.col % 16 == 0 and each.row % 16 == 0
            fx, fy = plan.feather(each.id)
            total[each.row : each.row + tile, each.col : each.col + tile] += fy[:, None] * fx[None, :]
        for cell, touching in cells(plan):
            covered[cell.row : cell.row + cell.height, cell.col : cell.col + cell.width] += 1
            for each in plan.tiles():
                apart = (
                    each.col >= cell.col + cell.width
                    or each.col + tile <= cell.col
                    or each.row >= cell.row + cell.height
                    or each.row + tile <= cell.row
                )
                assert (each.id.index in touching) != apart
        inside = (
            slice(window.row, window.row + window.height),
            slice(window.col, window.col + window.width),
        )
        np.testing.assert_allclose(total[inside], 1.0, rtol=0, atol=1e-12)
        assert (covered[inside] == 1).all() and covered.sum() == window.width * window.height


def test_bad_plans_and_areas_are_refused() -> None:
    for tile, overlap in [(17, 0), (0, 0), (4096, 0), (64, 48), (64, 8), (64, -16)]:
        with pytest.raises(Refusal):
            TilePlan.cover(Window(0, 0, 10, 10), tile, overlap)
    with pytest.raises(Refusal, match="tiles"):
        TilePlan.cover(Window(0, 0, 10**6, 10**6), 64, 0)
    grid = PixelGrid(Geotransform((0.0, 1.0, 0.0, 0.0, 0.0, -1.0)), 10, 10)
    with pytest.raises(Refusal, match="overlap"):
        grid.snap((20.0, 20.0), (30.0, 30.0))
    with pytest.raises(Refusal, match="finite"):
        grid.snap((float("nan"), 0.0), (1.0, float("inf")))
