"""*SIMULATED* over the upper left corner of what can be seen of a simulated layer on the canvas."""

from __future__ import annotations

from typing import Any, List, Optional, Tuple

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsMapLayer, QgsPointXY, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTextOption
from qgis.PyQt.QtWidgets import QApplication

from .badge_look import PLATE, RIM, badge_text
from .marks import is_simulated
from .open_view import open_view
from .sides import single

#: Plate of a label that stands on no simulation.
PLAIN_PLATE = QColor(40, 44, 52)
#: From the corner to the badge, and from the badge's edge to its words; px.
_MARGIN, _PADDING = 6.0, 6.0
#: Above the layers and what other plugins draw.
_Z = 1000.0


def badge_size(text: str) -> QSizeF:
    """Size of a badge, in px of the widget."""
    metrics = QFontMetricsF(_font())
    return QSizeF(metrics.horizontalAdvance(text) + 2 * _PADDING, metrics.height() + _PADDING)


def paint_badge(painter: QPainter, place: QRectF, text: str, plate: QColor = PLATE) -> None:
    """Draws a badge. All of it is lines and letters, so that it is sharp at any device pixel ratio."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(RIM, 1.5))
    painter.setBrush(QBrush(plate))
    painter.drawRoundedRect(place, 4.0, 4.0)
    painter.setFont(_font())
    painter.drawText(place, text, QTextOption(Qt.AlignmentFlag.AlignCenter))
    painter.restore()


def _font() -> QFont:
    font = QFont(QApplication.font())
    font.setBold(True)
    return font


class BadgeItem(QgsMapCanvasItem):
    """The badges of one canvas. They follow its layers, and where it looks."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._text = badge_text()
        self._places: List[QRectF] = []
        self.setZValue(_Z)
        self._signals = (
            canvas.layersChanged,
            canvas.extentsChanged,
            canvas.destinationCrsChanged,
            canvas.temporalRangeChanged,
        )
        for signal in self._signals:
            signal.connect(self.updatePosition)
        self.updatePosition()

    def canvas(self) -> QgsMapCanvas:
        return self._canvas

    def close(self) -> None:
        """Takes the badges off the canvas."""
        for signal in self._signals:
            signal.disconnect(self.updatePosition)
        self._canvas.scene().removeItem(self)

    def places(self) -> List[QRectF]:
        """Where badges are, in px of the canvas."""
        return list(self._places)

    def boundingRect(self) -> QRectF:
        whole = QRectF()
        for place in self._places:
            whole = whole.united(place)
        return whole.adjusted(-2.0, -2.0, 2.0, 2.0)

    def paint(self, painter: QPainter, _option: Any = None, _widget: Any = None) -> None:
        for place in self._places:
            paint_badge(painter, place, self._text)

    def updatePosition(self) -> None:
        """Called by the canvas when it looks elsewhere; not while it paints, so that painting is cheap."""
        places = self._arranged()
        if places != self._places:
            self.prepareGeometryChange()
            self._places = places
            self.update()

    def _arranged(self) -> List[QRectF]:
        """One badge for each simulated layer that can be seen; two that would overlap are one. A layer of outlines
        needs none where the badge of a raster stands for it."""
        view = open_view(self._canvas)
        seen: List[Tuple[QgsMapLayer, QRectF]] = []
        for layer in single(self._canvas.layers()):
            if is_simulated(layer) and self._is_drawn(layer):
                part = self._on_canvas(layer, view)
                if part is not None:
                    seen.append((layer, part))
        rasters = [part for layer, part in seen if isinstance(layer, QgsRasterLayer)]
        others = [part for layer, part in seen if not isinstance(layer, QgsRasterLayer)]
        parts = rasters + [part for part in others if not any(_within(part, raster) for raster in rasters)]
        places: List[QRectF] = []
        size = badge_size(self._text)
        for part in parts:
            # Whole, even where only an edge of the layer can be seen.
            left = max(min(part.left() + _MARGIN, view.right() - size.width() - _MARGIN), view.left() + _MARGIN)
            top = max(min(part.top() + _MARGIN, view.bottom() - size.height() - _MARGIN), view.top() + _MARGIN)
            place = QRectF(QPointF(left, top), size)
            if not any(place.intersects(other) for other in places):
                places.append(place)
        return places

    def _is_drawn(self, layer: QgsMapLayer) -> bool:
        """Whether the canvas draws a layer at its scale and its time."""
        settings, times = self._canvas.mapSettings(), layer.temporalProperties()
        now = not settings.isTemporal() or times is None or not times.isActive()
        return layer.isInScaleRange(self._canvas.scale()) and (
            now or times.isVisibleInTemporalRange(settings.temporalRange())
        )

    def _on_canvas(self, layer: QgsMapLayer, view: QRectF) -> Optional[QRectF]:
        """What can be seen of a layer, in px of the canvas; none if nothing."""
        settings = self._canvas.mapSettings()
        transform = QgsCoordinateTransform(layer.crs(), settings.destinationCrs(), settings.transformContext())
        try:
            box = transform.transformBoundingBox(layer.extent())
        except QgsCsException:
            # Better a badge too many than one too few.
            return view
        if not box.isFinite():
            return view
        corners = (QgsPointXY(x, y) for x in (box.xMinimum(), box.xMaximum()) for y in (box.yMinimum(), box.yMaximum()))
        points = [self.toCanvasCoordinates(corner) for corner in corners]
        left, right = min(point.x() for point in points), max(point.x() for point in points)
        top, bottom = min(point.y() for point in points), max(point.y() for point in points)
        part = QRectF(left, top, right - left, bottom - top).intersected(view)
        return None if part.isEmpty() else part


def _within(inner: QRectF, outer: QRectF) -> bool:
    return outer.adjusted(-1.0, -1.0, 1.0, 1.0).contains(inner)
