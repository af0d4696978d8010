"""Before on one side of a line over the canvas, the result on the other."""

from __future__ import annotations

from typing import Any, List

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsMapLayer, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QLineF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF

from ..layers.badge_item import PLAIN_PLATE, PLATE, badge_size, paint_badge
from ..layers.family import Family
from ..layers.marks import is_simulated
from ..layers.sides import sides
from .frame_words import before_words, result_words
from .map_picture import MapPicture

#: Above the badges of the layers, which would say SIMULATED over the state before.
_Z = 1001.0
_LINE, _CASING = QColor(255, 255, 255), QColor(0, 0, 0, 150)
#: From the line to its labels, from the edge of the view to them, half the size of the handle; px.
_GAP, _MARGIN, _HANDLE = 10.0, 14.0, 7.0


class SwipeItem(QgsMapCanvasItem):
    """The pictures, the line and its labels. The line keeps its share of the view while the map moves."""

    def __init__(self, canvas: QgsMapCanvas, family: Family) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._family = family
        self._before = MapPicture(canvas)
        #: Drawn only where the canvas shows something else than the result.
        self._after = MapPicture(canvas)
        self._upright = True
        #: Where the line is, 0 (left or top) to 1.
        self._share = self._middle()
        self._show_after = False
        self._labels = (before_words(family.before), result_words(family.result))
        self._plates = (PLATE if is_simulated(family.before) else PLAIN_PLATE, PLATE)
        self.setZValue(_Z)
        for picture in (self._before, self._after):
            picture.changed.connect(self._repaint)
        # The canvas says so whenever it draws: another extent, other layers, another style, another frame.
        canvas.renderStarting.connect(self.draw)
        self.draw()

    def close(self) -> None:
        """Takes it off the canvas."""
        self._canvas.renderStarting.disconnect(self.draw)
        for picture in (self._before, self._after):
            picture.changed.disconnect(self._repaint)
            picture.close()
            picture.deleteLater()
        self._canvas.scene().removeItem(self)

    def draw(self) -> None:
        """Draws the pictures anew."""
        settings = self._canvas.mapSettings()
        shown: List[QgsMapLayer] = settings.layers()
        before, after = sides(shown, self._family)
        self._before.draw(before)
        self._show_after = after != shown or settings.isTemporal()
        if self._show_after:
            self._after.draw(after)
        else:
            self._after.clear()
        self._repaint()

    def is_whole(self) -> bool:
        """Whether both sides show what they should."""
        return self._before.is_whole() and (not self._show_after or self._after.is_whole())

    def is_upright(self) -> bool:
        """Whether the line is vertical: before is left of it. Otherwise before is above it."""
        return self._upright

    def line(self) -> float:
        """Where the line is: x if it is upright, else y; px of the canvas."""
        view = self._view()
        return self._share * (view.width() if self._upright else view.height())

    def place(self, point: QPointF, upright: bool) -> None:
        """Puts the line through a point of the canvas."""
        view = self._view()
        share = point.x() / max(view.width(), 1.0) if upright else point.y() / max(view.height(), 1.0)
        self._upright, self._share = upright, min(max(share, 0.0), 1.0)
        self._repaint()

    def turn(self, upright: bool) -> None:
        """Makes the line vertical or horizontal."""
        self._upright = upright
        self._repaint()

    # What Qt and the canvas call --------------------------------------------------------------------------------

    def updatePosition(self) -> None:
        """The canvas looks elsewhere."""
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        view = self._view()
        # While the map is dragged, what lies beside the view comes into sight.
        return view.adjusted(-view.width(), -view.height(), view.width(), view.height())

    def paint(self, painter: QPainter, _option: Any = None, _widget: Any = None) -> None:
        view, whole, at = self._view(), self.boundingRect(), self.line()
        first, second = QRectF(whole), QRectF(whole)
        if self._upright:
            first.setRight(at)
            second.setLeft(at)
            line = QLineF(at, whole.top(), at, whole.bottom())
        else:
            first.setBottom(at)
            second.setTop(at)
            line = QLineF(whole.left(), at, whole.right(), at)
        self._paint_side(painter, first, self._before)
        if self._show_after:
            self._paint_side(painter, second, self._after)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for color, width in ((_CASING, 5.0), (_LINE, 2.0)):
            painter.setPen(QPen(color, width))
            painter.drawLine(line)
        self._paint_handle(painter, line.center())
        for place, text, plate in zip(self._label_places(view, at), self._labels, self._plates):
            paint_badge(painter, place, text, plate)

    # Inside -----------------------------------------------------------------------------------------------------

    def _paint_side(self, painter: QPainter, part: QRectF, picture: MapPicture) -> None:
        painter.save()
        painter.setClipRect(part)
        # Never the other side's px, not even until the picture is there.
        painter.fillRect(part, self._canvas.canvasColor())
        picture.paint(painter)
        painter.restore()

    def _paint_handle(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(QPen(_CASING, 1.5))
        painter.setBrush(_LINE)
        painter.drawEllipse(middle, 2 * _HANDLE, 2 * _HANDLE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PLAIN_PLATE)
        for sign in (-1.0, 1.0):
            tip, base = sign * 1.4 * _HANDLE, sign * 0.5 * _HANDLE
            corners = [(tip, 0.0), (base, -0.7 * _HANDLE), (base, 0.7 * _HANDLE)]
            if not self._upright:
                corners = [(y, x) for x, y in corners]
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))

    def _label_places(self, view: QRectF, at: float) -> List[QRectF]:
        """Of the two labels, each on its side of the line."""
        before, after = (badge_size(text) for text in self._labels)
        if self._upright:
            # Below the badges that stand in the corner of a view.
            top = view.bottom() - _MARGIN - before.height()
            corners = (QPointF(at - _GAP - before.width(), top), QPointF(at + _GAP, top))
        else:
            left = view.right() - _MARGIN
            corners = (
                QPointF(left - before.width(), at - _GAP - before.height()),
                QPointF(left - after.width(), at + _GAP),
            )
        return [QRectF(corner, size) for corner, size in zip(corners, (before, after))]

    def _middle(self) -> float:
        """The middle of what can be seen of the result, as a share of the view."""
        settings = self._canvas.mapSettings()
        result = self._family.result
        transform = QgsCoordinateTransform(result.crs(), settings.destinationCrs(), QgsProject.instance())
        try:
            box = transform.transformBoundingBox(result.extent()).intersect(settings.visibleExtent())
        except QgsCsException:
            box = QgsRectangle()
        if box.isEmpty():
            return 0.5
        middle = self.toCanvasCoordinates(QgsPointXY(box.center()))
        return min(max(middle.x() / max(self._view().width(), 1.0), 0.1), 0.9)

    def _view(self) -> QRectF:
        return QRectF(self._canvas.viewport().rect())

    def _repaint(self) -> None:
        self.update()
