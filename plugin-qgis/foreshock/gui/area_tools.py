"""Drawing an area on the map canvas: the map tool, and the outline that stays."""

from __future__ import annotations

from enum import Enum
from typing import List, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ..compat import POLYGONS, is_gone

#: Px of the screen that a hand moves without meaning to.
_JITTER = 4
_LINE = QColor(230, 97, 1)
_FILL = QColor(230, 97, 1, 45)
#: Keeps the line visible on bright and on dark imagery.
_HALO = QColor(255, 255, 255, 200)


class Shape(Enum):
    """How an area is drawn."""

    #: Two corners, by dragging or by two clicks.
    RECTANGLE = "rectangle"
    #: A click a vertex; a right click, a double click or Enter ends it, Backspace takes the last vertex back.
    POLYGON = "polygon"
    #: The way of the mouse while its button is down.
    FREEHAND = "freehand"


def how_to_draw(shape: Shape) -> str:
    """What the mouse does."""
    how = {
        Shape.RECTANGLE: _tr("Drag from corner to corner, or click two corners."),
        Shape.POLYGON: _tr("Click the corners; a right click or Enter ends, Backspace takes the last corner back."),
        Shape.FREEHAND: _tr("Drag around the area."),
    }
    return how[shape] + " " + _tr("Esc gives up.")


class AreaBand:
    """An outline on a canvas, there as soon as it shows something."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._band: Optional[QgsRubberBand] = None

    def show(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Shows polygons, given in any CRS."""
        if self._make():
            self._band.setToGeometry(geometry, crs)

    def show_ring(self, points: List[QgsPointXY]) -> None:
        """Shows what is being drawn, in the canvas's CRS."""
        if self._make():
            self._band.reset(POLYGONS)
            for number, point in enumerate(points):
                self._band.addPoint(point, number == len(points) - 1)

    def is_visible(self) -> bool:
        return not is_gone(self._band)

    def remove(self) -> None:
        """Takes it off the canvas."""
        if not is_gone(self._band) and not is_gone(self._canvas):
            self._canvas.scene().removeItem(self._band)
        self._band = None

    def _make(self) -> bool:
        """Says whether there is a band to show something with."""
        if is_gone(self._canvas):
            return False
        if is_gone(self._band):
            self._band = QgsRubberBand(self._canvas, POLYGONS)
            self._band.setStrokeColor(_LINE)
            self._band.setSecondaryStrokeColor(_HALO)
            self._band.setFillColor(_FILL)
            self._band.setWidth(2)
        return True


class AreaTool(QgsMapTool):
    """Draws one area, then gives the canvas back to the tool that was there."""

    #: QgsGeometry in the canvas's CRS.
    drawn = pyqtSignal(object)
    abandoned = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, shape: Shape) -> None:
        super().__init__(canvas)
        #: What is drawn.
        self.shape = shape
        self._previous: Optional[QgsMapTool] = None
        band = AreaBand(canvas)
        # Python's side of the tool may be gone first, so nothing of it is called.
        self.destroyed.connect(lambda: band.remove())
        self._band = band
        self._active = False
        self._points: List[QgsPointXY] = []
        self._pressed: Optional[QPoint] = None
        #: A double click ends at its release: an event later the canvas would send that to the tool before this one.
        self._ending = False
        self.setCursor(Qt.CursorShape.CrossCursor)

    def start(self) -> None:
        """Takes the canvas over."""
        self._previous = self.canvas().mapTool()
        self._points, self._pressed, self._ending = [], None, False
        self._active = True
        self.canvas().setMapTool(self)
        # Keys go to the canvas, although a button in another window was pressed.
        self.canvas().window().activateWindow()
        self.canvas().setFocus()

    def stop(self) -> None:
        """Gives the canvas back, with nothing drawn."""
        self._end(None)

    # What QGIS calls --------------------------------------------------------------------------------------------

    def deactivate(self) -> None:
        """Another tool was chosen, or this one is done."""
        super().deactivate()
        if self._active:
            self._clean()
            self.abandoned.emit()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """The first corner of a rectangle, the beginning of a freehand line."""
        if not self._active or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = event.originalPixelPoint()
        if self.shape is Shape.FREEHAND or (self.shape is Shape.RECTANGLE and not self._points):
            self._points = [event.mapPoint()]

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """What it would become."""
        if not self._active or not self._points:
            return
        if self.shape is Shape.FREEHAND:
            if self._pressed is not None:
                self._points.append(event.mapPoint())
                self._band.show_ring(self._points)
        elif self.shape is Shape.RECTANGLE:
            self._band.show(_rectangle(self._points[0], event.mapPoint()), self._crs())
        else:
            self._band.show_ring([*self._points, event.mapPoint()])

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        """Ends a polygon."""
        self._ending = self.shape is Shape.POLYGON and event.button() == Qt.MouseButton.LeftButton

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """A vertex, or the end."""
        if not self._active:
            return
        if event.button() == Qt.MouseButton.RightButton:
            self._finish_polygon() if self.shape is Shape.POLYGON else self.stop()
        elif event.button() == Qt.MouseButton.LeftButton:
            if self._ending:
                self._finish_polygon()
            elif self.shape is Shape.POLYGON:
                self._points.append(event.mapPoint())
                self._band.show_ring(self._points)
            elif self._moved(event.originalPixelPoint()) or (
                self.shape is Shape.RECTANGLE and self._clicked_twice(event)
            ):
                self._finish_drag(event.mapPoint())
            elif self.shape is Shape.FREEHAND:
                self._points = []
            self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends, Escape abandons, Backspace takes the last vertex back."""
        if not self._active:
            return
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif self.shape is Shape.POLYGON and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish_polygon()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._points = self._points[:-1] if self.shape is Shape.POLYGON else []
            self._band.show_ring(self._points)
        else:
            return
        # Otherwise the canvas scrolls or the main window deletes what is selected.
        event.accept()

    # Inside -----------------------------------------------------------------------------------------------------

    def _crs(self) -> QgsCoordinateReferenceSystem:
        return self.canvas().mapSettings().destinationCrs()

    def _moved(self, place: QPoint) -> bool:
        return self._pressed is not None and (place - self._pressed).manhattanLength() > _JITTER

    def _clicked_twice(self, event: QgsMapMouseEvent) -> bool:
        """Whether this click is apart from the first corner."""
        first = self.toCanvasCoordinates(self._points[0])
        return (event.originalPixelPoint() - first).manhattanLength() > _JITTER

    def _finish_drag(self, last: QgsPointXY) -> None:
        if self.shape is Shape.RECTANGLE:
            self._end(_rectangle(self._points[0], last))
        else:
            self._end(QgsGeometry.fromPolygonXY([[*self._points, last, self._points[0]]]))

    def _finish_polygon(self) -> None:
        self._ending = False
        if len(self._points) < 3:
            self.stop()
        else:
            self._end(QgsGeometry.fromPolygonXY([[*self._points, self._points[0]]]))

    def _end(self, geometry: Optional[QgsGeometry]) -> None:
        if not self._active:
            return
        self._clean()
        canvas, previous = self.canvas(), self._previous
        self._previous = None
        if canvas.mapTool() is self:
            if is_gone(previous) or previous is self:
                canvas.unsetMapTool(self)
            else:
                canvas.setMapTool(previous)
        if geometry is None or geometry.isEmpty():
            self.abandoned.emit()
        else:
            self.drawn.emit(geometry)

    def _clean(self) -> None:
        self._band.remove()
        self._active = False
        self._points, self._pressed, self._ending = [], None, False


def _rectangle(corner: QgsPointXY, other: QgsPointXY) -> QgsGeometry:
    return QgsGeometry.fromRect(QgsRectangle(corner, other))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAreaTool", text)
