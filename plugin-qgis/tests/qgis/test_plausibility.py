"""The numbers of a result's plausibility: on pairs of files whose answer is known beforehand."""

from __future__ import annotations

from pathlib import Path
from typing import Optional, Tuple

import finished
import numpy as np
import pytest
import scenes
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Window
from foreshock.imagery.alignment import MOST_TILES, STEP, TILE, choose_tiles
from foreshock.imagery.footprint import Cancelled
from foreshock.imagery.plausibility import Plausibility, assess_plausibility
from foreshock.jobs.assembling import assemble
from osgeo import gdal, osr
from qgis.core import QgsRasterLayer

#: Ground of the scene: its upper left corner, and 0.5 m to a px.
LEFT, TOP, PX = scenes.UTM[0], scenes.UTM[3], 0.5


def pair(folder: Path, before: np.ndarray, after: np.ndarray, **options: object) -> Tuple[str, str]:
    """Result and source, as files."""
    source = scenes.write(folder / "before.tif", before, **options)
    return str(scenes.write(folder / "after.tif", after, **options)), str(source)


def textured(height: int, width: int) -> np.ndarray:
    """``[h, w]`` floats, 20 to 235: many roofs on smooth ground."""
    dice = np.random.default_rng(5)
    image = scenes.aerial(height, width, 1)[0]
    for _ in range(height * width // 400):
        top, left = dice.integers(0, height), dice.integers(0, width)
        image[top : top + dice.integers(4, 18), left : left + dice.integers(4, 18)] = dice.uniform(0.1, 0.9)
    return 20.0 + 215.0 * image


def moved(image: np.ndarray, dx: float, dy: float) -> np.ndarray:
    """The image moved by any part of a px, by the shift theorem."""
    fy, fx = np.fft.fftfreq(image.shape[0])[:, None], np.fft.fftfreq(image.shape[1])[None, :]
    return np.real(np.fft.ifft2(np.fft.fft2(image) * np.exp(-2j * np.pi * (fx * dx + fy * dy))))


def box_wkt(left: int, top: int, width: int, height: int) -> str:
    """A rectangle of px as polygon on the ground."""
    west, north = LEFT + PX * left, TOP - PX * top
    east, south = west + PX * width, north - PX * height
    return f"POLYGON(({west} {north},{east} {north},{east} {south},{west} {south},{west} {north}))"


# Outside the mask -----------------------------------------------------------------------------------------------------


def test_what_changed_outside_the_mask_is_counted_px_by_px(tmp_path: Path) -> None:
    before = (scenes.aerial(300, 420, 3) * 200).astype(np.uint8)
    after = before.copy()
    after[:, 50:100, 60:160] += 7
    clean = assess_plausibility(*pair(tmp_path, before, after), mask_wkt=box_wkt(60, 50, 100, 50))
    assert (clean.pixels, clean.changed) == (126_000, 5_000)
    assert (clean.outside, clean.outside_changed, clean.outside_share) == (121_000, 0, 0.0)
    assert not clean.doubtful
    after[2, 299, 419] ^= 1
    spilt = assess_plausibility(*pair(tmp_path, before, after), mask_wkt=box_wkt(60, 50, 100, 50))
    assert (spilt.outside, spilt.outside_changed) == (121_000, 1) and spilt.doubtful
    assert any("less than 0.01 %" in note for note in spilt.notes())


def test_no_mask_allows_change_everywhere(tmp_path: Path) -> None:
    before = (scenes.aerial(70, 90, 1) * 200).astype(np.uint8)
    found = assess_plausibility(*pair(tmp_path, before, before + 1))
    assert (found.outside, found.outside_share, found.changed_share) == (None, None, 1.0)


def test_equal_bits_are_equal_samples(tmp_path: Path) -> None:
    before = scenes.aerial(64, 64, 1).astype(np.float32)
    before[0, :8, :8] = np.nan
    after = before.copy()
    assert assess_plausibility(*pair(tmp_path, before, after)).changed == 0
    before[0, 20, 20], after[0, 20, 20] = 0.0, -0.0
    assert assess_plausibility(*pair(tmp_path, before, after)).changed == 1


def test_a_part_of_the_source_is_found_by_its_place(tmp_path: Path) -> None:
    before = (scenes.aerial(300, 420, 3) * 200).astype(np.uint8)
    source = scenes.write(tmp_path / "before.tif", before)
    there = (LEFT + PX * 200, PX, 0.0, TOP - PX * 30, 0.0, -PX)
    result = scenes.write(tmp_path / "after.tif", before[:, 30:130, 200:350], geotransform=there)
    assert assess_plausibility(str(result), str(source)).changed == 0
    given = assess_plausibility(str(result), str(source), source_window=Window(201, 30, 150, 100))
    assert given.changed > 1000
    askew = (LEFT + PX * 200.4, PX, 0.0, TOP - PX * 30, 0.0, -PX)
    result = scenes.write(tmp_path / "askew.tif", before[:, 30:130, 200:350], geotransform=askew)
    with pytest.raises(ForeshockError, match="pixel grid"):
        assess_plausibility(str(result), str(source))
    one_band = scenes.write(tmp_path / "one.tif", before[:1])
    with pytest.raises(ForeshockError, match="bands"):
        assess_plausibility(str(one_band), str(source))
    with pytest.raises(ForeshockError, match="inside"):
        assess_plausibility(str(result), str(source), source_window=Window(400, 30, 150, 100))


def test_a_composed_result_changes_nothing_outside_its_mask(qgis_app: object, tmp_path: Path) -> None:
    from dataclasses import replace

    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif")), "scene", "gdal")
    mask = box_wkt(50, 40, 200, 160)
    request = replace(finished.request_of(layer, tmp_path / "out.tif"), mask_wkt=mask)
    journal = finished.journal_of(request, tmp_path / "journal", finished.everything)
    made = assemble(request, journal, lambda _share: True)
    found = assess_plausibility(
        made.path,
        request.source.path,
        source_window=request.window,
        mask_wkt=mask,
        footprint_path=made.footprint,
    )
    assert found.outside == 420 * 300 - 200 * 160
    assert found.outside_changed == 0 and found.changed > 0.9 * 200 * 160


# Alignment ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shift", [0.0, 1.5, 4.0])
@pytest.mark.parametrize("shape", ["all", "disc"])
def test_a_shift_of_the_content_is_measured(tmp_path: Path, shift: float, shape: str) -> None:
    image = textured(400, 400)
    y, x = np.mgrid[0:400, 0:400]
    where = np.ones_like(x, dtype=bool) if shape == "all" else np.hypot(x - 190, y - 210) < 140
    # Darker, tinted by another place's light, and grainy: an edit, not a copy.
    edited = 0.6 * moved(image, 0.6 * shift, -0.8 * shift) + 30 + np.random.default_rng(2).normal(0.0, 4.0, image.shape)
    after = np.where(where, edited, image)
    layers = [np.clip(np.stack([each] * 3), 0, 255).round().astype(np.uint8) for each in (image, after)]
    found = assess_plausibility(*pair(tmp_path, *layers))
    assert found.shift_px == pytest.approx(shift, abs=0.1)
    assert found.shift_confidence > 3.0 and found.shift_tiles >= 2
    assert found.doubtful == (shift >= 1.0)
    assert any(("has moved by" in note) == (shift >= 1.0) and " px" in note for note in found.notes())


def test_nothing_in_common_says_nothing(tmp_path: Path) -> None:
    image = textured(300, 300).astype(np.uint8)[None]
    flat = np.full_like(image, 90)
    assert assess_plausibility(*pair(tmp_path, image, flat)).shift_px is None
    other = image[:, ::-1, ::-1]
    found = assess_plausibility(*pair(tmp_path, image, other))
    assert found.shift_px is None and found.shift_tiles == 0
    assert any("cannot be told" in note for note in found.notes())


def test_the_tiles_are_changed_apart_and_few(tmp_path: Path) -> None:
    changed = np.zeros((200, 300), dtype=np.uint32)
    changed[20:180, 10:] = STEP * STEP
    width, height = 300 * STEP - 7, 200 * STEP - 7
    tiles = choose_tiles(changed, width, height)
    assert len(tiles) == MOST_TILES
    for index, (col, row) in enumerate(tiles):
        assert 0 <= col <= width - TILE and 0 <= row <= height - TILE
        part = changed[row // STEP : (row + TILE) // STEP, col // STEP : (col + TILE) // STEP]
        assert part.sum() >= TILE * TILE / 2
        for other in tiles[:index]:
            assert abs(other[0] - col) >= TILE or abs(other[1] - row) >= TILE
    assert choose_tiles(np.zeros((200, 300), dtype=np.uint32), width, height) == []
    assert choose_tiles(changed, 100, 100) == []


# Water ----------------------------------------------------------------------------------------------------------------


def valley(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Heights, m, on the ground: a valley along y whose sides rise 2 m in 10 m."""
    return 100.0 + 0.2 * np.abs(x - (LEFT + 100.0)) + 0.0 * y


def dem(path: Path, epsg: int = 32633, px: float = 5.0, holes: Optional[slice] = None, scale: float = 1.0) -> str:
    """The valley as an elevation raster of its own grid and CRS, wider than the scene."""
    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.ImportFromEPSG(32633)
    there.ImportFromEPSG(epsg)
    for reference in (here, there):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    corner = osr.CoordinateTransformation(here, there).TransformPoint(LEFT - 40.0, TOP + 40.0)
    size = 60
    y, x = np.mgrid[0:size, 0:size] + 0.5
    points = np.column_stack([corner[0] + px * x.ravel(), corner[1] - px * y.ravel()])
    back = np.array(osr.CoordinateTransformation(there, here).TransformPoints(points.tolist()))
    heights = valley(back[:, 0], back[:, 1]).reshape(size, size).astype(np.float32)
    if holes is not None:
        heights[:, holes] = -9999.0
    heights = np.where(heights == -9999.0, heights, heights / scale).astype(np.float32)
    place = (corner[0], px, 0.0, corner[1], 0.0, -px)
    scenes.write(path, heights[None], geotransform=place, epsg=epsg, nodata=-9999.0)
    if scale != 1.0:
        dataset = gdal.Open(str(path), gdal.GA_Update)
        dataset.GetRasterBand(1).SetScale(scale)
        dataset = None
    return str(path)


def flood(folder: Path, where: np.ndarray) -> Tuple[str, str]:
    """A scene of 400 × 400 px (200 m a side) whose px turn to one brown where it is flooded."""
    before = (textured(400, 400) * 0.8).astype(np.uint8)[None].repeat(3, axis=0)
    return pair(folder, before, np.where(where, np.array([120, 96, 70], dtype=np.uint8)[:, None, None], before))


def ground() -> Tuple[np.ndarray, np.ndarray]:
    """Places of the scene's px."""
    y, x = np.mgrid[0:400, 0:400] + 0.5
    return LEFT + PX * x, TOP - PX * y


@pytest.mark.parametrize(("epsg", "px"), [(32633, 5.0), (32633, 0.25 * 16), (4326, 5e-5), (3857, 6.0)])
def test_a_flood_in_the_valley_passes(tmp_path: Path, epsg: int, px: float) -> None:
    found = assess_plausibility(*flood(tmp_path, valley(*ground()) < 106.0), dem_path=dem(tmp_path / "d.tif", epsg, px))
    assert found.water_level == pytest.approx(106.0, abs=0.3)
    assert (found.water_above, found.dry_below) == (0.0, 0.0)
    assert not found.doubtful
    assert any("level at 106.0 m" in note or "level at 105.9 m" in note for note in found.notes()), found.notes()


def test_a_flood_up_the_hill_is_found(tmp_path: Path) -> None:
    x, y = ground()
    uphill = (np.abs(x - (LEFT + 60.0)) < 25.0) & (np.abs(y - (TOP - 100.0)) < 40.0)
    found = assess_plausibility(*flood(tmp_path, uphill), dem_path=dem(tmp_path / "dem.tif"))
    assert found.dry_below > 0.5 and found.doubtful
    assert any("would run there" in note for note in found.notes())


def test_a_hill_under_water_is_found(tmp_path: Path) -> None:
    """All of the valley's western side is flooded, though the eastern shore tells of a lower level."""
    x, y = ground()
    where = (valley(x, y) < 103.0) | ((x < LEFT + 100.0) & (y < TOP - 4.0) & (x > LEFT + 4.0))
    mask = box_wkt(8, 8, 392, 392)
    found = assess_plausibility(*flood(tmp_path, where), dem_path=dem(tmp_path / "dem.tif"), mask_wkt=mask)
    low = assess_plausibility(
        *flood(tmp_path, where & (x > LEFT + 85.0)), dem_path=dem(tmp_path / "dem.tif"), mask_wkt=mask
    )
    assert found.water_above > 0.3 and found.doubtful
    assert low.water_above == 0.0


def test_a_hole_in_the_water_is_found(tmp_path: Path) -> None:
    """The bottom of the valley stays dry in the middle of the flood."""
    x, y = ground()
    dry = (np.abs(x - (LEFT + 100.0)) < 8.0) & (np.abs(y - (TOP - 100.0)) < 60.0)
    found = assess_plausibility(*flood(tmp_path, (valley(x, y) < 110.0) & ~dry), dem_path=dem(tmp_path / "dem.tif"))
    assert found.dry_below > 0.25 and found.doubtful


def test_roofs_and_crowns_in_the_water_are_no_holes(tmp_path: Path) -> None:
    """Islands of 10 × 10 m on the bottom of the valley: roofs. One of 40 × 40 m is ground."""
    x, y = ground()
    water = valley(x, y) < 110.0
    roofs = ((x - LEFT) % 25.0 < 10.0) & ((TOP - y) % 25.0 < 10.0) & (valley(x, y) < 107.0)
    heights = dem(tmp_path / "dem.tif")
    found = assess_plausibility(*flood(tmp_path, water & ~roofs), dem_path=heights)
    assert found.dry_below == 0.0 and not found.doubtful
    field = (np.abs(x - (LEFT + 100.0)) < 20.0) & (np.abs(y - (TOP - 100.0)) < 20.0)
    assert assess_plausibility(*flood(tmp_path, water & ~field), dem_path=heights).dry_below > 0.2


def test_a_river_that_was_there_is_no_dry_ground(tmp_path: Path) -> None:
    """It does not change in the picture."""
    x, y = ground()
    river = np.abs(x - (LEFT + 100.0)) < 15.0
    files, heights = flood(tmp_path, (valley(x, y) < 110.0) & ~river), dem(tmp_path / "dem.tif")
    assert assess_plausibility(*files, dem_path=heights).doubtful
    found = assess_plausibility(*files, dem_path=heights, waters_wkt=box_wkt(170, 0, 60, 400))
    assert found.dry_below == 0.0 and found.water_level == pytest.approx(110.0, abs=0.3)


def test_the_tolerance_is_the_users(tmp_path: Path) -> None:
    x, y = ground()
    sloping = valley(x, y) < 106.0 + 0.02 * (y - (TOP - 100.0))
    files, heights = flood(tmp_path, sloping), dem(tmp_path / "dem.tif")
    assert not assess_plausibility(*files, dem_path=heights, tolerance=6.0).doubtful
    assert assess_plausibility(*files, dem_path=heights, tolerance=0.5).doubtful


def test_scaled_heights_and_unknown_ground(tmp_path: Path) -> None:
    files = flood(tmp_path, valley(*ground()) < 106.0)
    scaled = assess_plausibility(*files, dem_path=dem(tmp_path / "scaled.tif", scale=0.1))
    assert scaled.water_level == pytest.approx(106.0, abs=0.3)
    unknown = assess_plausibility(*files, dem_path=dem(tmp_path / "holes.tif", holes=slice(None)))
    assert unknown.with_dem and unknown.water_level is None
    assert any("no shore on known ground" in note for note in unknown.notes())


def test_where_the_mask_ends_the_water_there_is_no_shore(tmp_path: Path) -> None:
    x, y = ground()
    where = (np.abs(x - (LEFT + 60.0)) < 25.0) & (np.abs(y - (TOP - 100.0)) < 40.0)
    mask = box_wkt(70, 120, 100, 160)
    found = assess_plausibility(*flood(tmp_path, where), dem_path=dem(tmp_path / "dem.tif"), mask_wkt=mask)
    assert found.water_level is None and found.water_above is None


# How it is used -------------------------------------------------------------------------------------------------------


def test_a_large_raster_is_read_in_blocks_and_looked_at_in_cells(tmp_path: Path) -> None:
    """More px than cells: 3000 × 2200 px at 0.1 m, and the same answer."""
    place = (LEFT, 0.1, 0.0, TOP, 0.0, -0.1)
    y, x = np.mgrid[0:2200, 0:3000] + 0.5
    where = valley(LEFT + 0.1 * x, TOP - 0.1 * y) < 106.0
    before = (scenes.aerial(2200, 3000, 1) * 200).astype(np.uint8)
    files = pair(tmp_path, before, np.where(where, np.uint8(250), before), geotransform=place)
    shares: list = []

    def go_on(share: float) -> bool:
        shares.append(share)
        return True

    found = assess_plausibility(*files, dem_path=dem(tmp_path / "dem.tif"), go_on=go_on)
    assert found.changed == int((where & (before[0] != 250)).sum())
    assert found.water_level == pytest.approx(106.0, abs=0.4) and not found.doubtful
    assert shares == sorted(shares) and shares[-1] == 1.0 and len(shares) > 6


def test_it_can_be_called_off(tmp_path: Path) -> None:
    before = (scenes.aerial(70, 90, 1) * 200).astype(np.uint8)
    with pytest.raises(Cancelled):
        assess_plausibility(*pair(tmp_path, before, before + 1), go_on=lambda _share: False)


def test_gdal_that_raises_is_understood(raising: None, tmp_path: Path) -> None:
    files = flood(tmp_path, valley(*ground()) < 106.0)
    assert not assess_plausibility(*files, dem_path=dem(tmp_path / "dem.tif")).doubtful
    with pytest.raises(ForeshockError):
        assess_plausibility(*files, dem_path=str(tmp_path / "nowhere.tif"))
    bare = scenes.write(tmp_path / "bare.tif", np.zeros((1, 9, 9), dtype=np.float32), epsg=None)
    with pytest.raises(ForeshockError, match="coordinate reference system"):
        assess_plausibility(*files, dem_path=str(bare))


def test_the_notes_of_nothing_found() -> None:
    assert Plausibility(pixels=10, changed=0, outside=0, outside_changed=0).notes()[:2] == [
        "0 % of the pixels differ from the source.",
        "The mask allowed change everywhere.",
    ]
