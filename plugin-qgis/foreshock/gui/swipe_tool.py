"""The map tool that drags the line between before and after."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QCoreApplication, QPointF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

from ..compat import is_gone
from ..layers.family import Family
from .swipe_item import SwipeItem

#: A drag that begins so near to an edge, as a share of the view, takes the line from there.
_EDGE = 0.08


def how_to_swipe() -> str:
    """What mouse and keys do."""
    return _tr("Drag the line between before and after; H lays it flat, V stands it up. Esc ends.")


class SwipeTool(QgsMapTool):
    """Compares a result with the state before until another tool is chosen, Escape is pressed or a layer goes. Wheel,
    middle button and space bar move the map, as ever."""

    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, family: Family) -> None:
        super().__init__(canvas)
        self.family = family
        self._project = project
        self._layers = {family.result.id(), family.before.id()}
        self._previous: Optional[QgsMapTool] = None
        self._item: Optional[SwipeItem] = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def start(self) -> None:
        """Takes the canvas over."""
        canvas = self.canvas()
        self._previous = canvas.mapTool()
        self._item = SwipeItem(canvas, self.family)
        self._project.layersWillBeRemoved.connect(self._layers_go)
        canvas.setMapTool(self)
        # Keys go to the canvas, although a menu was used.
        canvas.window().activateWindow()
        canvas.setFocus()

    def stop(self) -> None:
        """Gives the canvas back to the tool that was there."""
        if self._item is None:
            return
        canvas, previous = self.canvas(), self._previous
        self._clean()
        if not is_gone(canvas) and canvas.mapTool() is self:
            if is_gone(previous) or previous is self:
                canvas.unsetMapTool(self)
            else:
                canvas.setMapTool(previous)
        self.ended.emit()

    def item(self) -> Optional[SwipeItem]:
        """What it shows; none once it has ended."""
        return self._item

    # What QGIS calls --------------------------------------------------------------------------------------------

    def deactivate(self) -> None:
        """Another tool was chosen, or this one is done."""
        super().deactivate()
        if self._item is not None:
            self._clean()
            self.ended.emit()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """The line comes to the mouse; from another edge of the view it comes turned."""
        if self._item is None or event.button() != Qt.MouseButton.LeftButton:
            return
        point = QPointF(event.originalPixelPoint())
        self._dragging = True
        self._item.place(point, self._wanted(point))
        self._show_cursor()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """The line follows."""
        if self._item is not None and self._dragging:
            self._item.place(QPointF(event.originalPixelPoint()), self._item.is_upright())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """The line stays."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """H and V turn the line, Escape ends."""
        if self._item is None:
            return
        if event.key() == Qt.Key.Key_Escape:
            # Otherwise the main window would deselect features.
            event.accept()
            self.stop()
        elif event.key() in (Qt.Key.Key_H, Qt.Key.Key_V):
            event.accept()
            self._item.turn(event.key() == Qt.Key.Key_V)
            self._show_cursor()

    # Inside -----------------------------------------------------------------------------------------------------

    def _wanted(self, point: QPointF) -> bool:
        """Whether the line is to be upright, by where a drag begins: at the left or right edge it is, at the upper or
        lower one it is not, elsewhere it stays."""
        view = self.canvas().viewport().size()
        across = min(point.x(), view.width() - point.x()) / max(view.width(), 1)
        down = min(point.y(), view.height() - point.y()) / max(view.height(), 1)
        if min(across, down) > _EDGE:
            return self._item.is_upright()
        return across <= down

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.SplitHCursor if self._item.is_upright() else Qt.CursorShape.SplitVCursor
        self.setCursor(shape)

    def _layers_go(self, ids: List[str]) -> None:
        if self._layers & set(ids):
            self.stop()

    def _clean(self) -> None:
        item, self._item = self._item, None
        self._dragging = False
        self._previous = None
        self._project.layersWillBeRemoved.disconnect(self._layers_go)
        if not is_gone(item):
            item.close()


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockSwipe", text)
