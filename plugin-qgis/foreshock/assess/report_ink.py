"""Letters, lines and pictures on paper, in millimetres; or only their measures. On any thread."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QTextOption
from qgis.PyQt.QtWidgets import QApplication

BLACK, GREY = QColor(29, 33, 38), QColor(90, 98, 107)
_MM_PER_INCH = 25.4
#: Higher than any page, mm.
_ENDLESS = 10_000.0
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class Ink:
    """Draws with a painter that has ``resolution`` dots to the inch. Letters are ``scale`` times as large as asked
    for."""

    def __init__(self, painter: QPainter, scale: float, resolution: int, *, dry: bool = False) -> None:
        """A ``dry`` one leaves nothing on the paper."""
        self.scale = scale
        self._painter = painter
        self._resolution = resolution
        self._dots = resolution / _MM_PER_INCH
        self._dry = dry

    def dried(self) -> Ink:
        """One that measures what this one would draw."""
        return Ink(self._painter, self.scale, self._resolution, dry=True)

    def text(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        *,
        size: float,
        bold: bool = False,
        italic: bool = False,
        color: Optional[QColor] = None,
        align: str = "left",
    ) -> float:
        """Words in lines of a width; ``size`` in points. Gives where they end."""
        option = QTextOption(_ALIGN[align])
        # A digest has no place to break.
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._painter.setFont(self._font(size, bold, italic))
        place = self._rectangle(QRectF(x, y, width, _ENDLESS))
        used = self._painter.boundingRect(place, text, option)
        if not self._dry:
            self._painter.setPen(BLACK if color is None else color)
            self._painter.drawText(place, text, option)
        return y + used.height() / self._dots

    def advance(self, text: str, size: float) -> float:
        """How wide words are in one line, mm."""
        metrics = QFontMetricsF(self._font(size, False, False), self._painter.device())
        return metrics.horizontalAdvance(text) / self._dots

    def plate(self, place: QRectF, color: QColor) -> None:
        """A filled rectangle with rounded corners."""
        if not self._dry:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QBrush(color))
            self._painter.drawRoundedRect(self._rectangle(place), 0.8 * self._dots, 0.8 * self._dots)

    def frame(self, place: QRectF, color: QColor) -> None:
        """The edges of a rectangle."""
        if not self._dry:
            self._painter.setPen(self._thin(color))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(self._rectangle(place))

    def line(self, x0: float, y0: float, x1: float, y1: float, color: QColor) -> None:
        if not self._dry:
            self._painter.setPen(self._thin(color))
            self._painter.drawLine(QPointF(x0, y0) * self._dots, QPointF(x1, y1) * self._dots)

    def image(self, place: QRectF, image: QImage) -> None:
        """A picture that fills a rectangle."""
        if not self._dry:
            self._painter.drawImage(self._rectangle(place), image, QRectF(image.rect()))

    def _font(self, size: float, bold: bool, italic: bool) -> QFont:
        # The one of the windows has the letters of the user's language.
        font = QFont(QApplication.font())
        font.setPointSizeF(size * self.scale)
        font.setBold(bold)
        font.setItalic(italic)
        return font

    def _thin(self, color: QColor) -> QPen:
        return QPen(color, 0.15 * self._dots)

    def _rectangle(self, place: QRectF) -> QRectF:
        return QRectF(place.topLeft() * self._dots, place.size() * self._dots)
