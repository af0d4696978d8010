"""The swipe tool by mouse, keys and px: before on one side of the line, the result on the other."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Iterator, Tuple

import canvas as shown
import compared
import numpy as np
import pytest
import qgis_session
import scenes
from fake_iface import FakeIface
from foreshock.gui.swipe_item import SwipeItem
from foreshock.gui.swipe_tool import SwipeTool
from foreshock.layers.family import Family, family_of
from foreshock.layers.temporal import time_of
from map_server import HALF, MapServer, colours
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDateTimeRange,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture
def canvas(iface: FakeIface) -> Iterator[QgsMapCanvas]:
    yield iface.mapCanvas()


def layers() -> list:
    """What the layer panel has switched on, top first."""
    root = QgsProject.instance().layerTreeRoot()
    return [each for each in root.layerOrder() if root.findLayer(each.id()).isVisible()]


def settle(canvas: QgsMapCanvas, tool: SwipeTool) -> np.ndarray:
    """Waits until all is drawn; gives what is seen."""
    assert qgis_session.spin_until(lambda: not canvas.isDrawing() and tool.item().is_whole(), 30)
    return shown.grab(canvas).astype(int)


def begin(canvas: QgsMapCanvas, family: Family, crs: str = "EPSG:32633") -> SwipeTool:
    extent = family.result.extent()
    if crs != "EPSG:32633":
        way = QgsCoordinateTransform(family.result.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance())
        extent = way.transformBoundingBox(extent)
    shown.look(canvas, layers(), crs, extent)
    tool = SwipeTool(canvas, QgsProject.instance(), family)
    tool.start()
    settle(canvas, tool)
    return tool


def send(canvas: QgsMapCanvas, kind: QEvent.Type, place: Tuple[float, float], button: Qt.MouseButton) -> None:
    at = QPointF(*place)
    held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
    event = QMouseEvent(kind, at, at, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas.viewport(), event)


def drag(canvas: QgsMapCanvas, *places: Tuple[float, float]) -> None:
    send(canvas, QEvent.Type.MouseButtonPress, places[0], LEFT)
    for place in places[1:]:
        send(canvas, QEvent.Type.MouseMove, place, NONE)
    send(canvas, QEvent.Type.MouseButtonRelease, places[-1], LEFT)


def at(canvas: QgsMapCanvas, picture: np.ndarray, col: float, row: float, family: Family) -> np.ndarray:
    """What is seen at the middle of a pixel of the scene."""
    x0, dx, _, y0, _, dy = scenes.UTM
    point = QgsPointXY(x0 + (col + 0.5) * dx, y0 + (row + 0.5) * dy)
    way = QgsCoordinateTransform(family.result.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    x, y = shown.pixel(canvas, *way.transform(point))
    return picture[y, x]


def items(canvas: QgsMapCanvas) -> list:
    return [item for item in canvas.scene().items() if isinstance(item, SwipeItem)]


#: A row through the disc, clear of the labels and the handle; columns on either side, inside the disc.
ROW, WEST, EAST = 70, 80, 140
#: What a pixel of the screen beside the middle of one of the scene may differ by.
NEAR = 6


def test_before_is_left_of_the_line_and_the_result_right(canvas: QgsMapCanvas, tmp_path: Path) -> None:
    source = compared.source(tmp_path)
    samples = compared.before_pixels(source).astype(int)
    family = compared.result(tmp_path, source)
    tool = begin(canvas, family)
    assert tool.item().is_upright()
    for share in (0.25, 0.5, 0.9):
        line = share * canvas.viewport().width()
        drag(canvas, (canvas.viewport().width() / 2, 200), (line, 210))
        picture = settle(canvas, tool)
        assert abs(tool.item().line() - line) < 1.0
        for col in (WEST, EAST):
            x, _ = shown.pixel(canvas, scenes.UTM[0] + (col + 0.5) / 2, scenes.UTM[3])
            expected = samples[ROW, col] if x < line else compared.RED
            assert np.abs(at(canvas, picture, col, ROW, family) - expected).max() <= NEAR, (share, col)


def test_whole_sides_are_what_the_canvas_draws_of_them(canvas: QgsMapCanvas, tmp_path: Path) -> None:
    """Every px of a side but the labels: sharp, on its place, also where the map is turned."""
    source = compared.source(tmp_path)
    family = compared.result(tmp_path, source)
    canvas.setRotation(30.0)
    extent = family.result.extent()
    shown.look(canvas, [source], "EPSG:32633", extent)
    before = shown.grab(canvas).astype(int)
    tool = begin(canvas, family)
    height, width = before.shape[:2]
    tool.item().place(QPointF(width - 1, 0), True)
    picture = settle(canvas, tool)
    assert np.abs(picture - before)[: height - 60, : width - 40].max() == 0, "clear of the labels and the line"
    tool.item().place(QPointF(0, 0), True)
    picture = settle(canvas, tool)
    assert (np.abs(picture - before).max(axis=-1) > 30).mean() > 0.1, "the result is seen"


def test_up_and_down(canvas: QgsMapCanvas, tmp_path: Path) -> None:
    """By key, and by a drag from the upper edge; back by one from the left."""
    source = compared.source(tmp_path)
    samples = compared.before_pixels(source).astype(int)
    family = compared.result(tmp_path, source)
    tool = begin(canvas, family)
    QTest.keyClick(canvas, Qt.Key.Key_H)
    assert not tool.item().is_upright() and canvas.viewport().cursor().shape() == Qt.CursorShape.SplitVCursor
    picture = settle(canvas, tool)
    assert np.abs(at(canvas, picture, WEST, 60, family) - samples[60, WEST]).max() <= NEAR
    assert np.abs(at(canvas, picture, WEST, 140, family) - compared.RED).max() <= 2
    QTest.keyClick(canvas, Qt.Key.Key_V)
    assert tool.item().is_upright()
    height, width = canvas.viewport().height(), canvas.viewport().width()
    drag(canvas, (width / 2, 3), (width / 2, 0.9 * height))
    assert not tool.item().is_upright() and abs(tool.item().line() - 0.9 * height) < 1.0
    picture = settle(canvas, tool)
    assert np.abs(at(canvas, picture, WEST, 130, family) - samples[130, WEST]).max() <= NEAR
    drag(canvas, (3, height / 2), (width / 4, height / 2))
    assert tool.item().is_upright() and abs(tool.item().line() - width / 4) < 1.0


def test_a_canvas_in_another_coordinate_system(canvas: QgsMapCanvas, tmp_path: Path) -> None:
    source = compared.source(tmp_path)
    family = compared.result(tmp_path, source)
    shown.look(canvas, [source], "EPSG:4326", QgsRectangle(0, 0, 1, 1))
    tool = begin(canvas, family, "EPSG:4326")
    picture = settle(canvas, tool)
    assert np.abs(at(canvas, picture, EAST, ROW, family) - compared.RED).max() <= 2
    west = at(canvas, picture, WEST, ROW, family)
    around = compared.before_pixels(source).astype(int)[ROW - 2 : ROW + 3, WEST - 2 : WEST + 3].reshape(-1, 3)
    assert (west >= around.min(axis=0) - 3).all() and (west <= around.max(axis=0) + 3).all()


def test_it_follows_the_map(canvas: QgsMapCanvas, tmp_path: Path) -> None:
    """After a zoom both sides show the new place; the wheel still zooms; the line keeps its place on the screen."""
    source = compared.source(tmp_path)
    samples = compared.before_pixels(source).astype(int)
    family = compared.result(tmp_path, source)
    tool = begin(canvas, family)
    line, scale = tool.item().line(), canvas.scale()
    drawn = []
    canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
    middle = QPointF(canvas.viewport().rect().center())
    turned = (QPoint(0, 0), QPoint(0, 120), NONE, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(canvas.viewport(), QWheelEvent(middle, middle, *turned))
    assert qgis_session.spin_until(lambda: drawn, 10)
    picture = settle(canvas, tool)
    assert canvas.scale() < scale and tool.item().line() == line
    assert np.abs(at(canvas, picture, WEST, ROW, family) - samples[ROW, WEST]).max() <= NEAR
    assert np.abs(at(canvas, picture, EAST, ROW, family) - compared.RED).max() <= 2


def test_one_of_a_series_that_others_hide(canvas: QgsMapCanvas, tmp_path: Path) -> None:
    """The last result lies on top; the swipe shows the one it was asked for, and no other below the state before."""
    source = compared.source(tmp_path)
    samples = compared.before_pixels(source).astype(int)
    families = compared.series(tmp_path, source)
    shown.look(canvas, layers(), "EPSG:32633", source.extent())
    assert np.abs(at(canvas, shown.grab(canvas).astype(int), EAST, ROW, families[0]) - compared.BLUE).max() <= 2
    tool = begin(canvas, families[1])
    picture = settle(canvas, tool)
    assert np.abs(at(canvas, picture, EAST, ROW, families[1]) - compared.GREEN).max() <= 2
    assert np.abs(at(canvas, picture, WEST, ROW, families[1]) - samples[ROW, WEST]).max() <= NEAR


def test_whatever_time_the_canvas_shows(canvas: QgsMapCanvas, tmp_path: Path) -> None:
    """In a frame in which the result is hidden, the swipe shows it."""
    source = compared.source(tmp_path)
    family = compared.result(tmp_path, source)
    when = time_of(family.result)
    canvas.setTemporalRange(QgsDateTimeRange(when.begin().addDays(-2), when.begin().addDays(-1)))
    tool = begin(canvas, family)
    picture = settle(canvas, tool)
    assert np.abs(at(canvas, picture, EAST, ROW, family) - compared.RED).max() <= 2


def test_before_may_be_a_map_service(canvas: QgsMapCanvas, tmp_path: Path) -> None:
    """Its map tiles come over the network, drawn by QGIS as ever; zoom 3 of the server, px on px."""
    project, step = QgsProject.instance(), 2 * HALF / (8 * 256)
    samples = np.full((3, 200, 300), 250, dtype=np.uint8)
    place = (-HALF + 700 * step, step, 0.0, HALF - 800 * step, 0.0, -step)
    after = QgsRasterLayer(
        str(scenes.write(tmp_path / "r.tif", samples, geotransform=place, epsg=3857)), "after", "gdal"
    )
    with MapServer() as server:
        url = f"type=xyz&url={server.url}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=3&zmax=3"
        before = QgsRasterLayer(url, "tiles", "wms")
        for key, value in (("simulated", True), ("role", "result"), ("job_id", "j"), ("source_layer_id", before.id())):
            after.setCustomProperty(f"foreshock/{key}", value)
        project.addMapLayers([before, after])
        family = family_of(project, after)
        assert family is not None and family.before is before
        x, y = place[0] + 150 * step, place[3] - 100 * step
        half = canvas.width() / 2 * step
        shown.look(canvas, [after, before], "EPSG:3857", QgsRectangle(x - half, y - half, x + half, y + half))
        tool = SwipeTool(canvas, project, family)
        tool.start()
        picture = settle(canvas, tool)
        expected = colours(700 + 60, 800 + 60, 1, 1, 3)[0, 0]
        col, row = shown.pixel(canvas, x - 89.5 * step, y + 39.5 * step)
        assert np.abs(picture[row, col].astype(int) - expected).max() <= 3
        col, row = shown.pixel(canvas, x + 89.5 * step, y + 39.5 * step)
        assert np.abs(picture[row, col] - 250).max() <= 2
        tool.stop()


def test_escape_gives_the_canvas_back(canvas: QgsMapCanvas, tmp_path: Path) -> None:
    family = compared.result(tmp_path, compared.source(tmp_path))
    earlier = QgsMapToolPan(canvas)
    canvas.setMapTool(earlier)
    tool = begin(canvas, family)
    ended = []
    tool.ended.connect(lambda: ended.append(True))
    assert canvas.mapTool() is tool and len(items(canvas)) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is earlier and not items(canvas) and ended == [True]
    tool.start()
    canvas.setMapTool(earlier)
    assert not items(canvas) and ended == [True, True] and tool.item() is None


def test_it_ends_when_a_layer_goes(canvas: QgsMapCanvas, tmp_path: Path) -> None:
    for which in ("result", "before"):
        family = compared.result(tmp_path, compared.source(tmp_path, which), name=f"of_{which}")
        tool = begin(canvas, family)
        # Not yet drawn: what draws must not be cut off from its layer.
        tool.item().draw()
        QgsProject.instance().removeMapLayer(getattr(family, which).id())
        assert tool.item() is None and not items(canvas) and canvas.mapTool() is not tool
        del family, tool
        gc.collect()
        qgis_session.tidy()


def test_a_canvas_that_goes_first(qgis_app: object, tmp_path: Path) -> None:
    iface = FakeIface()
    family = compared.result(tmp_path, compared.source(tmp_path))
    tool = begin(iface.mapCanvas(), family)
    iface.close()
    qgis_session.tidy()
    tool.stop()
