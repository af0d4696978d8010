"""A scale bar in a picture of the ground."""

from __future__ import annotations

import math

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen
from qgis.PyQt.QtWidgets import QApplication

from .notation import worded_length
from .report import lon_lat_box, ruler_for

#: Longest share of a picture's width that the bar takes.
_SHARE = 0.3
#: Height of the bar, and space around it, as shares of the picture's width.
_THICK, _MARGIN = 0.010, 0.022
_LIGHT, _DARK = QColor(255, 255, 255), QColor(20, 20, 20)


def paint_scale_bar(
    image: QImage, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, letters: float = 1.0
) -> None:
    """Paints the bar into the lower left corner; nothing where the ground has no metres. ``letters`` are so much larger
    than usual."""
    if lon_lat_box(crs, extent) is None:
        return
    middle = extent.center().y()
    across = ruler_for(crs).measureLine(QgsPointXY(extent.xMinimum(), middle), QgsPointXY(extent.xMaximum(), middle))
    if not math.isfinite(across) or across <= 0.0:
        return
    metres = round_length(_SHARE * across)
    width, height = float(image.width()), float(image.height())
    length, thick, margin = metres / across * width, _THICK * width * letters, _MARGIN * width
    bar = QRectF(margin, height - margin - thick, length, thick)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_DARK, thick / 4.0))
    for number, color in enumerate((_DARK, _LIGHT)):
        painter.setBrush(QBrush(color))
        painter.drawRect(QRectF(bar.left() + number * length / 2.0, bar.top(), length / 2.0, thick))
    font = QFont(QApplication.font())
    font.setBold(True)
    font.setPixelSize(max(round(0.030 * width * letters), 8))
    _haloed(painter, QPointF(bar.left(), bar.top() - 0.35 * QFontMetricsF(font).height()), worded_length(metres), font)
    painter.end()


def round_length(longest: float) -> float:
    """The longest of 1, 2, 5, 10, 20, … that is not longer."""
    ten = 10.0 ** math.floor(math.log10(longest))
    return max(step * ten for step in (1.0, 2.0, 5.0) if step * ten <= longest * (1.0 + 1e-9))


def _haloed(painter: QPainter, place: QPointF, text: str, font: QFont) -> None:
    """Light letters with a dark rim: they can be read on any imagery."""
    path = QPainterPath()
    path.addText(place, font, text)
    rim = QPen(_DARK, QFontMetricsF(font).height() / 7.0)
    rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, rim)
    painter.fillPath(path, QBrush(_LIGHT))
