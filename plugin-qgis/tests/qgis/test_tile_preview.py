"""Finished tiles over the canvas: at their place, in any coordinate system, in bounded memory, and gone when closed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Iterator, List, Tuple

import canvas as shown
import finished
import numpy as np
import pytest
import qgis_session
import scenes
from fake_iface import FakeIface
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Geotransform, Window
from foreshock.core.request import SimulationRequest
from foreshock.imagery import preview as pictures
from foreshock.imagery.preview import PreviewGrid, decode_preview, shrink
from foreshock.layers.badge_item import BadgeItem
from foreshock.layers.marks import SIMULATED
from foreshock.layers.tile_preview import TilePreview
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QEvent, QObject, QPoint
from qgis.PyQt.QtGui import QRegion


def ground_colours(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Red by column, green by row, blue from a disc around (150, 130) on; all with full weight."""
    rgba = np.empty((*x.shape, 4), dtype=np.uint8)
    rgba[..., 0] = np.clip(x * 255 // 400, 0, 255)
    rgba[..., 1] = np.clip(y * 255 // 300, 0, 255)
    rgba[..., 2] = np.where(np.hypot(x - 150, y - 130) < 30, 250, 0)
    rgba[..., 3] = 255
    return rgba


def scene(tmp_path: Path, **options: object) -> Tuple[QgsRasterLayer, SimulationRequest]:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif", 300, 400, **options)), "scene", "gdal")
    return layer, finished.request_of(layer, tmp_path / "result.tif")


def decoded(request: SimulationRequest, index: int) -> np.ndarray:
    return decode_preview(request, index, finished.tile_tiff(request, index, ground_colours))


class Painted(QObject):
    """Hears which part of a widget is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return False


@pytest.fixture
def previews() -> Iterator[List[TilePreview]]:
    made: List[TilePreview] = []
    yield made
    for each in made:
        each.close()


def expect_colours(
    picture: np.ndarray, iface: FakeIface, request: SimulationRequest, crs: str, pixels: List[Tuple[int, int]]
) -> None:
    """The canvas shows the px of the source (column, row) in their colours."""
    canvas = iface.mapCanvas()
    source = QgsCoordinateReferenceSystem.fromWkt(request.source.crs_wkt)
    transform = QgsCoordinateTransform(source, QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    for x, y in pixels:
        ground = Geotransform(request.source.geotransform).apply(x + 0.5, y + 0.5)
        place = transform.transform(QgsPointXY(*ground))
        col, row = shown.pixel(canvas, place.x(), place.y())
        wanted = ground_colours(np.array([[x]]), np.array([[y]]))[0, 0, :3].astype(int)
        assert np.abs(picture[row, col].astype(int) - wanted).max() <= 8, (x, y, crs)


#: Well inside tiles of 128 px with 16 px of overlap, in the disc and not, away from the words in the corner.
SAMPLES = [(150, 130), (160, 145), (30, 200), (350, 60), (290, 280), (390, 150), (250, 90)]


@pytest.mark.parametrize("crs", ["EPSG:32633", "EPSG:4326", "EPSG:3857", "EPSG:3035"])
def test_tiles_lie_at_their_place(iface: FakeIface, previews: list, tmp_path: Path, crs: str) -> None:
    layer, _ = scene(tmp_path)
    request = finished.request_of(layer, tmp_path / "result.tif", Window(21, 13, 379, 287))
    canvas = iface.mapCanvas()
    transform = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    extent = transform.transformBoundingBox(layer.extent())
    preview = TilePreview(canvas, request, layer.crs())
    previews.append(preview)
    shown.look(canvas, [layer], crs, extent)
    before = shown.grab(canvas)
    for index in range(len(request.plan())):
        preview.add(index, decoded(request, index))
    picture = shown.grab(canvas)
    expect_colours(picture, iface, request, crs, SAMPLES)
    corner = shown.pixel(canvas, extent.xMinimum(), extent.yMaximum())
    assert (before[corner[1] - 4] == picture[corner[1] - 4]).all(), "nothing above the area"
    # Zoomed and turned, it stays with the ground.
    canvas.setRotation(30)
    expect_colours(shown.grab(canvas), iface, request, crs, SAMPLES[:1])
    canvas.setRotation(0)
    centre = extent.center()
    canvas.setExtent(QgsRectangle(centre, QgsPointXY(extent.xMaximum(), extent.yMinimum())))
    expect_colours(shown.grab(canvas), iface, request, crs, [(390, 170), (290, 280)])


def test_a_continent_is_bent(iface: FakeIface, previews: list, tmp_path: Path) -> None:
    """Its meridians meet: four corners cannot tell where the middle goes."""
    layer, request = scene(tmp_path, epsg=4326, geotransform=(-15.0, 0.12, 0.0, 70.0, 0.0, -0.12))
    canvas = iface.mapCanvas()
    transform = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem("EPSG:3035"), QgsProject.instance())
    preview = TilePreview(canvas, request, layer.crs())
    previews.append(preview)
    shown.look(canvas, [layer], "EPSG:3035", transform.transformBoundingBox(layer.extent()))
    for index in range(len(request.plan())):
        preview.add(index, decoded(request, index))
    picture = shown.grab(canvas)
    expect_colours(picture, iface, request, "EPSG:3035", [*SAMPLES, (200, 20), (200, 280)])


def test_the_canvas_may_change_its_coordinate_system(iface: FakeIface, previews: list, tmp_path: Path) -> None:
    layer, request = scene(tmp_path)
    canvas = iface.mapCanvas()
    preview = TilePreview(canvas, request, layer.crs())
    previews.append(preview)
    for index in range(len(request.plan())):
        preview.add(index, decoded(request, index))
    for crs in ("EPSG:32633", "EPSG:3857", "EPSG:32633"):
        transform = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance())
        shown.look(canvas, [layer], crs, transform.transformBoundingBox(layer.extent()))
        expect_colours(shown.grab(canvas), iface, request, crs, SAMPLES)


def test_weight_is_transparency_and_the_line_shows_what_is_done(
    iface: FakeIface, previews: list, tmp_path: Path
) -> None:
    layer, request = scene(tmp_path)
    canvas = iface.mapCanvas()
    shown.look(canvas, [layer], "EPSG:32633", layer.extent())
    before = shown.grab(canvas).astype(int)
    preview = TilePreview(canvas, request, layer.crs())
    previews.append(preview)

    def half(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        rgba = np.zeros((*x.shape, 4), dtype=np.uint8)
        rgba[..., 0], rgba[..., 3] = 255, np.where(y < 180, 128, 0)
        return rgba

    index = 5
    tile = request.plan().at(index)
    assert (tile.col, tile.row) == (112, 112)
    preview.add(index, decode_preview(request, index, finished.tile_tiff(request, index, half)))
    after = shown.grab(canvas).astype(int)

    def at(x: float, y: float) -> Tuple[int, int]:
        place = Geotransform(request.source.geotransform).apply(x, y)
        return shown.pixel(canvas, *place)[::-1]

    mixed, untouched = at(170.5, 150.5), at(170.5, 210.5)
    assert np.abs(after[mixed] - (before[mixed] + (255, 0, 0)) / 2).max() <= 4
    assert (after[untouched] == before[untouched]).all()
    # Tiles meet in the middle of their overlap: this one is shown from 120 to 232, and its line is there.
    left, beyond, other = at(120.5, 210.5), at(117.5, 210.5), at(300.5, 200.5)
    line = after[left[0], left[1] - 1 : left[1] + 2] - before[left[0], left[1] - 1 : left[1] + 2]
    assert line.max() > 20
    assert (after[beyond] == before[beyond]).all() and (after[other] == before[other]).all()


@pytest.mark.parametrize("crs", ["EPSG:32633", "EPSG:3035"])
def test_a_tile_has_only_its_own_place_drawn_anew(iface: FakeIface, previews: list, tmp_path: Path, crs: str) -> None:
    """As QGIS draws, not as a picture of the whole canvas is taken."""
    layer, request = scene(tmp_path)
    canvas = iface.mapCanvas()
    transform = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    shown.look(canvas, [layer], crs, transform.transformBoundingBox(layer.extent()))
    preview = TilePreview(canvas, request, layer.crs())
    previews.append(preview)
    qgis_session.spin_until(lambda: False, 0.1)
    ear = Painted()
    canvas.viewport().installEventFilter(ear)
    preview.add(5, decoded(request, 5))
    assert qgis_session.spin_until(lambda: not ear.region.isEmpty(), 5)
    drawn = ear.region
    corners = [Geotransform(request.source.geotransform).apply(x, y) for x in (120, 232) for y in (120, 232)]
    places = [transform.transform(QgsPointXY(*corner)) for corner in corners]
    for place in places:
        point = QPoint(*shown.pixel(canvas, place.x(), place.y()))
        assert any((drawn.contains(point + QPoint(dx, dy))) for dx in (-1, 1) for dy in (-1, 1)), point
    width, height = canvas.viewport().width(), canvas.viewport().height()
    assert drawn.boundingRect().width() < width * 0.45 and drawn.boundingRect().height() < height * 0.5


def test_it_says_that_it_is_a_preview(iface: FakeIface, previews: list, tmp_path: Path) -> None:
    layer, request = scene(tmp_path)
    canvas = iface.mapCanvas()
    shown.look(canvas, [layer], "EPSG:32633", layer.extent())
    before = shown.grab(canvas)
    items = len(canvas.scene().items())
    preview = TilePreview(canvas, request, layer.crs())
    previews.append(preview)
    plate = np.abs(shown.grab(canvas).astype(int) - (139, 15, 30)).max(axis=-1) <= 3
    assert plate.sum() > 300
    preview.add(0, decoded(request, 0))
    preview.close()
    preview.close()
    preview.add(1, decoded(request, 1))
    assert (shown.grab(canvas) == before).all() and len(canvas.scene().items()) == items


def test_its_badge_stands_beside_that_of_a_result(iface: FakeIface, previews: list, tmp_path: Path) -> None:
    layer, request = scene(tmp_path)
    layer.setCustomProperty(SIMULATED, True)
    canvas = iface.mapCanvas()
    shown.look(canvas, [layer], "EPSG:32633", layer.extent())
    badge = BadgeItem(canvas)
    try:
        (taken,) = badge.places()
        previews.append(TilePreview(canvas, request, layer.crs()))
        plate = np.abs(shown.grab(canvas).astype(int) - (139, 15, 30)).max(axis=-1) <= 3
        columns = plate[int(taken.center().y()) - 4 : int(taken.center().y()) + 4].any(axis=0)
        gap = columns[int(taken.right()) + 2 : int(taken.right()) + 5]
        assert not gap.any(), "two badges, not one over the other"
        assert columns[int(taken.right()) + 8 :].sum() > 80, "the words of both can be read"
    finally:
        badge.close()


def test_a_large_request_stays_small(qgis_app: object, tmp_path: Path) -> None:
    """A hundred thousand px a side: the picture has 64 MiB, and its px are means of the source's."""
    _, request = scene(tmp_path)
    source = replace(request.source, width=100_000, height=100_000)
    whole = replace(request, source=source, window=Window(3, 5, 99_990, 99_980))
    grid = PreviewGrid.of(whole)
    assert grid.width * grid.height <= pictures.MAX_PIXELS < 1.2 * grid.width * grid.height
    for index in (0, len(grid.plan) // 2 + 77, len(grid.plan) - 1):
        left, top, width, height = grid.place(index)
        tile = np.full((128, 128, 4), (90, 60, 30, 255), dtype=np.uint8)
        shrunk = shrink(grid, index, tile)
        assert shrunk.shape == (height, width, 4) and left + width <= grid.width and top + height <= grid.height
        assert (shrunk.view(np.uint32) == 0xFF5A3C1E).all()


def test_shrunk_tiles_cover_the_window_once(qgis_app: object, tmp_path: Path) -> None:
    """Crops neither overlap nor leave gaps, at any scale; averages are those of the px."""
    _, request = scene(tmp_path)
    for window in (Window(0, 0, 400, 300), Window(33, 21, 190, 150), Window(390, 290, 7, 9)):
        part = replace(request, window=window)
        grid = PreviewGrid.of(part)
        count = np.zeros((window.height, window.width), dtype=int)
        for index in range(len(grid.plan)):
            left, top, right, bottom = grid.crop(index)
            count[top - window.row : bottom - window.row, left - window.col : right - window.col] += 1
        assert (count == 1).all()
        for limit in (20_000, 5_000, 300, 1):
            small = PreviewGrid.of(part, limit)
            covered = np.zeros((small.height, small.width), dtype=int)
            assert covered.size <= limit
            for index in range(len(small.plan)):
                x, y, width, height = small.place(index)
                covered[y : y + height, x : x + width] += 1
            assert (covered >= 1).all()
    grid = PreviewGrid.of(request, 400 * 300 // 16)
    assert grid.scale == 4
    index = 5
    tile = grid.plan.at(index)
    y, x = np.mgrid[tile.row : tile.row + 128, tile.col : tile.col + 128]
    rgba = ground_colours(x, y)
    shrunk = shrink(grid, index, rgba).view(np.uint32)[1:-1, 1:-1, 0]
    left, top, right, bottom = grid.crop(index)
    cut = rgba[top - tile.row : bottom - tile.row, left - tile.col : right - tile.col, 0].astype(float)
    means = cut.reshape(cut.shape[0] // 4, 4, -1, 4).mean(axis=(1, 3))[1:-1, 1:-1]
    assert np.abs((shrunk >> 16 & 255) - means).max() <= 0.51


def test_images_that_cannot_be_used_are_refused(qgis_app: object, tmp_path: Path) -> None:
    _, request = scene(tmp_path)
    with pytest.raises(ForeshockError, match="elsewhere"):
        decode_preview(request, 1, finished.tile_tiff(request, 0, ground_colours))
