"""The pictures of a report: before, after, what changed; all in one frame, those of results with their mark in the
picture itself. Drawn on the thread that calls, in the CRS of the result, as the user's layers are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMapToPixel,
    QgsPointXY,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QPointF, QRect, QRectF, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen
from qgis.PyQt.QtWidgets import QApplication

from ..core.errors import ForeshockError
from ..core.provenance import NOTICE
from ..imagery.footprint import Cancelled
from ..layers.badge_look import PLATE, RIM, badge_text
from ..layers.footprint_layer import outline
from .report import Member, Piece
from .report_scale_bar import paint_scale_bar
from .subject import Subject

#: Longer side of a picture, px: 300 to the inch where it is printed half as wide as the page.
LONGEST, LONGEST_OF_SERIES = 1000, 640
#: Of a picture, so that lines and badges are as thick on paper as they are on the screen.
_DPI = 220.0
#: Width over height of a frame; what is longer or taller is padded.
_NARROWEST, _WIDEST = 0.6, 2.0
#: Space around a result, as a share of its longer side.
_PADDING = 0.02
#: Where less of a result changed, the largest piece is shown on its own.
SMALL_CHANGE = 0.1
#: Its picture is so much wider than it, and shows at least so many px of the result.
_AROUND, _LEAST_PX = 2.0, 48.0
#: The mark: at most so wide and so high, as shares of the picture; and its letters before that, px.
_MARK_WIDTH, _MARK_HEIGHT, _MARK_PX = 0.3, 0.2, 40
_GROUND = QColor(235, 237, 239)
#: How often a picture that is being drawn asks whether to go on, ms.
_ASK_MS = 100


@dataclass(frozen=True)
class MemberPictures:
    """The pictures of one result."""

    after: QImage
    #: With the outlines of what changed; none without a footprint, or where it is empty.
    change: Optional[QImage]
    #: The largest piece, where the change is small.
    detail: Optional[QImage]


@dataclass(frozen=True)
class Pictures:
    """All pictures of a report, of equal shape."""

    before: Optional[QImage]
    members: List[MemberPictures]

    @property
    def aspect(self) -> float:
        """Width over height."""
        image = self.members[0].after
        return image.width() / image.height()


def take_pictures(subjects: Sequence[Subject], members: Sequence[Member], go_on: Callable[[float], bool]) -> Pictures:
    """Draws them; ``go_on`` hears the share, 0 to 1, and says whether to go on: :class:`Cancelled` if not. Those of a
    series are smaller on paper: fewer px, larger letters."""
    first = subjects[0].result.make()
    alone = len(subjects) == 1
    frame = _Frame.around(first.extent(), first.crs(), LONGEST if alone else LONGEST_OF_SERIES, 1.0 if alone else 1.6)
    total = 2 + 3 * len(subjects)
    done = 0

    def ask(part: float = 0.0) -> bool:
        return go_on(min((done + part) / total, 1.0))

    before = None
    if subjects[0].before is not None:
        source = subjects[0].before
        before = _draw([source.make()], frame, ask)
        if source.path is None and _is_blank(before, frame.place(first.extent()).toAlignedRect()):
            # QGIS tells of no error: a report would show nothing as the state before.
            raise ForeshockError(
                _tr("“{layer}” shows nothing where the result is.").format(layer=source.name),
                _tr("Does its server answer? Try again later, or take the layer out of the project first."),
            )
        # What lies beyond the result is not compared.
        _veil(before, frame, first.extent())
        paint_scale_bar(before, frame.extent, frame.crs, frame.letters)
    taken = []
    for subject, member in zip(subjects, members):
        done += 3
        taken.append(_of_member(subject, member, frame, ask, alone))
    return Pictures(before, taken)


def _of_member(
    subject: Subject, member: Member, frame: _Frame, ask: Callable[[], bool], with_detail: bool
) -> MemberPictures:
    result = subject.result.make()
    after = _simulated(_draw([result], frame, ask), frame)
    if member.change is None or not member.change.largest:
        return MemberPictures(after, None, None)
    layers = [_footprint(subject), result]
    change = _draw(layers, frame, ask)
    detail = close = None
    if with_detail and member.change.share < SMALL_CHANGE:
        close = _close_up(member, member.change.largest[0], frame)
    if close is not None:
        _show_place(change, frame, close.extent)
        detail = _simulated(_draw(layers, close, ask), close)
    return MemberPictures(after, _simulated(change, frame), detail)


@dataclass(frozen=True)
class _Frame:
    """What a picture shows."""

    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    size: QSize
    #: How much larger letters are than usual, for a picture that will be small.
    letters: float

    @classmethod
    def around(cls, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, longest: int, letters: float) -> _Frame:
        """An extent with some space around it."""
        space = _PADDING * max(extent.width(), extent.height())
        width, height = extent.width() + 2 * space, extent.height() + 2 * space
        width, height = max(width, _NARROWEST * height), max(height, width / _WIDEST)
        box = QgsRectangle.fromCenterAndSize(extent.center(), width, height)
        scale = longest / max(width, height)
        return cls(box, crs, QSize(max(round(width * scale), 1), max(round(height * scale), 1)), letters)

    def settings(self, layers: List[QgsMapLayer]) -> QgsMapSettings:
        settings = QgsMapSettings()
        settings.setLayers(layers)
        settings.setDestinationCrs(self.crs)
        settings.setOutputSize(self.size)
        settings.setOutputDpi(_DPI)
        settings.setExtent(self.extent)
        settings.setBackgroundColor(_GROUND)
        settings.setFlag(QgsMapSettings.Flag.Antialiasing, True)
        return settings

    def place(self, box: QgsRectangle) -> QRectF:
        """A rectangle of the map in px of the picture."""
        to_pixel: QgsMapToPixel = self.settings([]).mapToPixel()
        upper = to_pixel.transform(QgsPointXY(box.xMinimum(), box.yMaximum()))
        lower = to_pixel.transform(QgsPointXY(box.xMaximum(), box.yMinimum()))
        return QRectF(QPointF(upper.x(), upper.y()), QPointF(lower.x(), lower.y()))


def _draw(layers: List[QgsMapLayer], frame: _Frame, ask: Callable[[], bool]) -> QImage:
    job = QgsMapRendererParallelJob(frame.settings(layers))
    loop, timer = QEventLoop(), QTimer()
    stopped = []

    def tell() -> None:
        if not ask() and not stopped:
            stopped.append(True)
            job.cancelWithoutBlocking()

    timer.timeout.connect(tell)
    job.finished.connect(loop.quit)
    timer.start(_ASK_MS)
    job.start()
    if job.isActive():
        loop.exec()
    timer.stop()
    if stopped or not ask():
        raise Cancelled
    if job.errors():
        raise ForeshockError(
            _tr("A picture cannot be drawn: {reason}.").format(reason=job.errors()[0].message.rstrip(". ")),
            _tr("Check that QGIS shows the layer; then try again."),
        )
    return job.renderedImage().convertToFormat(QImage.Format.Format_RGB32)


def _footprint(subject: Subject) -> QgsVectorLayer:
    """The outlines as the project shows them, else as the plugin does."""
    if subject.footprint is not None:
        return subject.footprint.make()
    layer = QgsVectorLayer(subject.footprint_path, "footprint", "ogr")
    layer.setRenderer(QgsSingleSymbolRenderer(outline()))
    return layer


def _close_up(member: Member, piece: Piece, frame: _Frame) -> Optional[_Frame]:
    """The frame of a piece, in the shape of the whole one; none where it would not show more."""
    earth = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(earth, frame.crs, QgsCoordinateTransformContext())
    try:
        box = transform.transformBoundingBox(QgsRectangle(*piece.box))
    except QgsCsException:
        return None
    if not box.isFinite():
        return None
    aspect = frame.size.width() / frame.size.height()
    least = _LEAST_PX * frame.extent.width() / max(member.place.width, 1)
    width = max(_AROUND * box.width(), _AROUND * box.height() * aspect, least)
    if width > 0.8 * frame.extent.width():
        return None
    return _Frame(
        QgsRectangle.fromCenterAndSize(box.center(), width, width / aspect), frame.crs, frame.size, frame.letters
    )


def _is_blank(image: QImage, place: QRect) -> bool:
    """Whether nothing was drawn there."""
    part = image.copy(place.intersected(image.rect()))
    blank = QImage(part.size(), part.format())
    blank.fill(_GROUND)
    return part == blank


def _veil(image: QImage, frame: _Frame, extent: QgsRectangle) -> None:
    """Covers what lies outside of an extent."""
    outside = QPainterPath()
    outside.addRect(QRectF(image.rect()))
    inside = QPainterPath()
    inside.addRect(frame.place(extent))
    painter = QPainter(image)
    painter.fillPath(outside.subtracted(inside), QBrush(_GROUND))
    painter.end()


def _show_place(image: QImage, frame: _Frame, box: QgsRectangle) -> None:
    """Where the close-up is."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thick = image.width() / 250.0
    for color, width in ((QColor(0, 0, 0), 2.2 * thick), (QColor(255, 255, 255), thick)):
        pen = QPen(color, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(frame.place(box))
    painter.end()


def _simulated(image: QImage, frame: _Frame) -> QImage:
    """Writes into a picture what it is, so that it says so wherever it is copied to."""
    paint_scale_bar(image, frame.extent, frame.crs, frame.letters)
    paint_mark(image, frame.letters)
    image.setText("Description", f"{badge_text()}. {NOTICE}")
    return image


def paint_mark(image: QImage, letters: float = 1.0) -> QRectF:
    """Paints *SIMULATED* into the upper left corner; gives where. Its letters are as large as the picture's shape
    wants, whatever the screen says of fonts."""
    text, font = badge_text(), QFont(QApplication.font())
    font.setBold(True)
    font.setPixelSize(_MARK_PX)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + _MARK_PX, 1.5 * _MARK_PX
    scale = letters * min(_MARK_WIDTH * image.width() / width, _MARK_HEIGHT * image.height() / height)
    place = QRectF(0.35 * _MARK_PX, 0.35 * _MARK_PX, width, height)
    words = QPainterPath()
    words.addText(QPointF(0.0, 0.0), font, text)
    words.translate(place.center() - words.boundingRect().center())
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.setPen(QPen(RIM, _MARK_PX / 10.0))
    painter.setBrush(QBrush(PLATE))
    painter.drawRoundedRect(place, _MARK_PX / 4.0, _MARK_PX / 4.0)
    painter.fillPath(words, QBrush(RIM))
    painter.end()
    return QRectF(scale * place.left(), scale * place.top(), scale * width, scale * height)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockReportPictures", text)
