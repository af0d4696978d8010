"""Drawing with real mouse and key events on a real canvas."""

from __future__ import annotations

import gc
from typing import Iterator, List, Optional, Tuple

import pytest
import qgis_session
from fake_iface import FakeIface
from foreshock.gui.area_tools import AreaBand, AreaTool, Shape
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsMapToolPan, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

Place = Tuple[int, int]
LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton


@pytest.fixture
def canvas(iface: FakeIface) -> Iterator[QgsMapCanvas]:
    canvas = iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    iface.mainWindow().setCentralWidget(canvas)
    iface.mainWindow().resize(420, 420)
    iface.mainWindow().show()
    canvas.setExtent(QgsRectangle(500_000, 5_000_000, 500_400, 5_000_400))
    qgis_session.spin_until(lambda: canvas.viewport().width() > 300, 5)
    yield canvas


class Hand:
    """Moves the mouse over a canvas, and keeps what a tool says."""

    def __init__(self, canvas: QgsMapCanvas, shape: Shape) -> None:
        self.canvas = canvas
        self.before = QgsMapToolPan(canvas)
        canvas.setMapTool(self.before)
        self.drawn: List[QgsGeometry] = []
        self.abandoned = 0
        self.tool = AreaTool(canvas, shape)
        self.tool.drawn.connect(self.drawn.append)
        self.tool.abandoned.connect(self._abandon)
        self.extent = canvas.extent()
        self.tool.start()
        assert canvas.mapTool() is self.tool

    def _abandon(self) -> None:
        self.abandoned += 1

    def _send(self, kind: QEvent.Type, place: Place, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        at = QPointF(*place)
        event = QMouseEvent(kind, at, at, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.canvas.viewport(), event)

    def drag(self, *places: Place) -> None:
        """Presses at the first place, releases at the last."""
        self._send(QEvent.Type.MouseButtonPress, places[0], LEFT, LEFT)
        for place in places[1:]:
            self._send(QEvent.Type.MouseMove, place, NONE, LEFT)
        self._send(QEvent.Type.MouseButtonRelease, places[-1], LEFT, NONE)

    def move(self, place: Place) -> None:
        self._send(QEvent.Type.MouseMove, place, NONE, NONE)

    def click(self, place: Place, button: Qt.MouseButton = LEFT) -> None:
        self.move(place)
        QTest.mouseClick(self.canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, QPoint(*place))

    def double_click(self, place: Place) -> None:
        """As Qt sends it: a whole click, then the double click and a second release."""
        self.click(place)
        self._send(QEvent.Type.MouseButtonDblClick, place, LEFT, LEFT)
        self._send(QEvent.Type.MouseButtonRelease, place, LEFT, NONE)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.canvas, key)

    def on_map(self, *places: Place) -> QgsGeometry:
        """The polygon through places of the screen."""
        transform = self.canvas.getCoordinateTransform()
        return QgsGeometry.fromPolygonXY([[transform.toMapCoordinates(*place) for place in places]])

    def assert_over(self, expected: Optional[QgsGeometry]) -> None:
        """The tool has drawn this (or nothing), the canvas is as before, and no outline of the tool stays."""
        if expected is None:
            assert (self.drawn, self.abandoned) == ([], 1)
        else:
            assert len(self.drawn) == 1 and self.abandoned == 0
            assert self.drawn[0].symDifference(expected).area() < 1e-6 * expected.area()
        assert self.canvas.mapTool() is self.before
        assert bands(self.canvas) == []
        assert self.canvas.extent() == self.extent, "the tool before must not see the end of the drawing"


def bands(canvas: QgsMapCanvas) -> List[QgsMapCanvasItem]:
    return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]


def test_a_rectangle_by_dragging(canvas: QgsMapCanvas) -> None:
    hand = Hand(canvas, Shape.RECTANGLE)
    hand.drag((200, 180), (150, 120), (80, 60))
    hand.assert_over(hand.on_map((80, 60), (200, 60), (200, 180), (80, 180)))
    assert hand.drawn[0].isAxisParallelRectangle(0.0)


def test_a_rectangle_by_two_clicks(canvas: QgsMapCanvas) -> None:
    hand = Hand(canvas, Shape.RECTANGLE)
    hand.click((50, 60))
    assert canvas.mapTool() is hand.tool and hand.drawn == []
    hand.move((100, 100))
    (band,) = bands(canvas)
    assert band.asGeometry().area() == pytest.approx(hand.on_map((50, 60), (100, 60), (100, 100), (50, 100)).area())
    hand.click((150, 160))
    hand.assert_over(hand.on_map((50, 60), (150, 60), (150, 160), (50, 160)))


@pytest.mark.parametrize("end", ["right", "double", "enter"])
def test_a_polygon(canvas: QgsMapCanvas, end: str) -> None:
    hand = Hand(canvas, Shape.POLYGON)
    for place in ((50, 50), (250, 60), (300, 300)):
        hand.click(place)
    hand.click((20, 20))
    hand.key(Qt.Key.Key_Backspace)
    if end == "double":
        hand.double_click((60, 200))
    else:
        hand.click((60, 200))
        hand.click((10, 10), RIGHT) if end == "right" else hand.key(Qt.Key.Key_Return)
    hand.assert_over(hand.on_map((50, 50), (250, 60), (300, 300), (60, 200)))


def test_freehand(canvas: QgsMapCanvas) -> None:
    hand = Hand(canvas, Shape.FREEHAND)
    hand.drag((100, 100), (200, 90), (260, 200), (120, 240))
    hand.assert_over(hand.on_map((100, 100), (200, 90), (260, 200), (120, 240)))


@pytest.mark.parametrize("shape", list(Shape))
def test_escape_abandons(canvas: QgsMapCanvas, shape: Shape) -> None:
    hand = Hand(canvas, shape)
    hand.click((50, 50))
    hand.move((90, 80))
    hand.key(Qt.Key.Key_Escape)
    hand.assert_over(None)


def test_two_vertices_are_no_polygon(canvas: QgsMapCanvas) -> None:
    hand = Hand(canvas, Shape.POLYGON)
    hand.click((50, 50))
    hand.click((90, 50))
    hand.click((90, 90), RIGHT)
    hand.assert_over(None)


def test_a_stray_click_draws_nothing_freehand(canvas: QgsMapCanvas) -> None:
    hand = Hand(canvas, Shape.FREEHAND)
    hand.click((50, 50))
    assert hand.drawn == [] and canvas.mapTool() is hand.tool
    hand.move((250, 250))
    hand.drag((100, 100), (200, 90), (120, 240))
    hand.assert_over(hand.on_map((100, 100), (200, 90), (120, 240)))


def test_another_tool_abandons(canvas: QgsMapCanvas) -> None:
    hand = Hand(canvas, Shape.POLYGON)
    hand.click((50, 50))
    other = QgsMapToolPan(canvas)
    canvas.setMapTool(other)
    assert hand.abandoned == 1 and canvas.mapTool() is other and bands(canvas) == []


def test_the_tool_before_may_be_gone(canvas: QgsMapCanvas) -> None:
    hand = Hand(canvas, Shape.RECTANGLE)
    hand.before.deleteLater()
    hand.before = None
    qgis_session.spin_until(lambda: False, 0.1)
    gc.collect()
    hand.drag((80, 60), (200, 180))
    assert len(hand.drawn) == 1 and canvas.mapTool() is None


def test_a_tool_draws_again(canvas: QgsMapCanvas) -> None:
    hand = Hand(canvas, Shape.POLYGON)
    hand.click((50, 50))
    hand.key(Qt.Key.Key_Escape)
    hand.tool.start()
    for place in ((100, 50), (250, 60), (300, 300)):
        hand.click(place)
    hand.click((300, 300), RIGHT)
    assert len(hand.drawn) == 1 and hand.abandoned == 1
    assert hand.drawn[0].equals(hand.on_map((100, 50), (250, 60), (300, 300), (100, 50)))


def test_a_deleted_tool_leaves_no_outline(canvas: QgsMapCanvas) -> None:
    hand = Hand(canvas, Shape.POLYGON)
    hand.click((50, 50))
    hand.click((90, 50))
    assert len(bands(canvas)) == 1
    hand.tool.deleteLater()
    hand.tool = None
    qgis_session.spin_until(lambda: bands(canvas) == [], 5)
    assert bands(canvas) == [] and canvas.mapTool() is None


def test_a_band_shows_polygons_of_any_crs(canvas: QgsMapCanvas) -> None:
    band = AreaBand(canvas)
    assert not band.is_visible()
    band.show(
        QgsGeometry.fromRect(QgsRectangle(15.001, 45.153, 15.002, 45.154)), QgsCoordinateReferenceSystem("EPSG:4326")
    )
    (item,) = bands(canvas)
    assert band.is_visible() and QgsRectangle(500_000, 4_999_800, 500_400, 5_000_400).contains(
        item.asGeometry().boundingBox().center()
    )
    band.remove()
    assert bands(canvas) == [] and not band.is_visible()
    band.remove()
    band.show_ring([QgsPointXY(500_100, 5_000_100), QgsPointXY(500_200, 5_000_100), QgsPointXY(500_200, 5_000_200)])
    assert band.is_visible() and bands(canvas)[0].asGeometry().area() == 5000
    band.remove()
