"""A report as one A4 page of PDF with letters and lines as such. On any thread."""

from __future__ import annotations

from typing import Callable, Iterator, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF
from qgis.PyQt.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from ..core.errors import ForeshockError
from ..layers.badge_look import PLATE
from ..version import VERSION
from .report_ink import GREY, Ink
from .report_sheet import Picture, Sheet, Table

#: Dots to the inch: what positions are rounded to.
_RESOLUTION = 600
#: Millimetres.
_PAGE, _MARGIN, _GAP = QSizeF(210.0, 297.0), 11.0, 3.0
#: Letters grow and shrink by these until the page is full and nothing is lost.
_SCALES = [1.15 - 0.05 * step for step in range(14)]
#: Pictures want to be so high together, and are never lower each; mm.
_PICTURES, _LOWEST = 128.0, 18.0
#: Letters below this scale are small, and so many pictures have room in a row.
_SMALL, _FEW = 0.9, 4
_LINE, _RED = QColor(205, 210, 216), PLATE

Rows = List[List[Optional[Picture]]]


def write_pdf(sheet: Sheet, path: str, aspect: float) -> None:
    """Writes the page; ``aspect`` is the width of its pictures over their height."""
    writer = QPdfWriter(path)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(sheet.title)
    writer.setCreator(f"Foreshock {VERSION}")
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    )
    painter = QPainter()
    if not painter.begin(writer):
        raise ForeshockError(
            _tr("{path} cannot be written.").format(path=path),
            _tr("Choose another folder, or close the program that shows it."),
        )
    try:
        _Page(sheet, painter, aspect).draw()
    finally:
        painter.end()


class _Page:
    """The page, at the largest letters at which all of it has room."""

    def __init__(self, sheet: Sheet, painter: QPainter, aspect: float) -> None:
        self._sheet = sheet
        self._aspect = aspect
        self._painter = painter
        self._width = _PAGE.width() - 2 * _MARGIN

    def draw(self) -> float:
        """Draws it, and gives the height that stays free above the foot; mm."""
        for scale, rows in self._arrangements():
            measure = Ink(self._painter, scale, _RESOLUTION, dry=True)
            height = self._picture_height(measure, rows)
            if height >= self._wanted(rows, scale):
                break
        ink = Ink(self._painter, scale, _RESOLUTION)
        y = self._head(ink, _MARGIN)
        for row in rows:
            y = self._row(ink, y, row, max(height, _LOWEST))
        y = self._columns(ink, y)
        foot = _PAGE.height() - _MARGIN - self._foot(measure, 0.0)
        self._foot(ink, foot)
        return foot - y

    def _arrangements(self) -> Iterator[Tuple[float, Rows]]:
        """Sizes of letters and rows of pictures, the best first: before letters get small, few pictures stand in one
        row, where they lose less."""
        rows = self._sheet.pictures
        flat = [picture for row in rows for picture in row]
        if len(rows) < 2 or len(flat) > _FEW or None in flat:
            yield from ((scale, rows) for scale in _SCALES)
            return
        yield from ((scale, rows) for scale in _SCALES if scale >= _SMALL)
        yield from ((scale, [flat]) for scale in _SCALES)

    def _widest(self, rows: Rows) -> float:
        """How high a picture is that fills its column; mm."""
        most = max((len(row) for row in rows), default=1)
        return self._column(most) / self._aspect

    def _wanted(self, rows: Rows, scale: float) -> float:
        """How high a picture wants to be; less where the letters are small, too."""
        return min(self._widest(rows), _PICTURES / max(len(rows), 1)) * min(scale / _SCALES[0], 1.0)

    def _picture_height(self, measure: Ink, rows: Rows) -> float:
        """What is left for each row of pictures; mm."""
        taken = self._head(measure, 0.0) + self._columns(measure, 0.0) + self._foot(measure, 0.0) + _GAP
        taken += sum(self._row(measure, 0.0, row, 0.0) for row in rows)
        left = _PAGE.height() - 2 * _MARGIN - taken
        return min(left / max(len(rows), 1), self._widest(rows))

    # Parts: each draws at a height and gives where it ends ------------------------------------------------------

    def _head(self, ink: Ink, y: float) -> float:
        sheet, left, width = self._sheet, _MARGIN, self._width
        y = self._notice(ink, y) + 2.0 * ink.scale
        y = ink.text(left, y, width, sheet.title, size=17.0, bold=True)
        if sheet.scenario:
            y = ink.text(left, y + 0.5, width, sheet.scenario, size=11.0, bold=True)
        if sheet.instruction:
            y = ink.text(left, y + 0.3, width, sheet.instruction, size=9.5, italic=True)
        y = ink.text(left, y + 0.3, width, sheet.by, size=8.2, color=GREY)
        if sheet.figures:
            y = self._figures(ink, y + 2.0 * ink.scale)
        return y

    def _notice(self, ink: Ink, y: float) -> float:
        height = 6.6 * ink.scale
        ink.plate(QRectF(_MARGIN, y, self._width, height), _RED)
        words = ink.dried().text(0.0, 0.0, self._width, self._sheet.notice, size=10.0, bold=True)
        ink.text(
            _MARGIN,
            y + (height - words) / 2.0,
            self._width,
            self._sheet.notice,
            size=10.0,
            bold=True,
            color=QColor(255, 255, 255),
            align="centre",
        )
        return y + height

    def _figures(self, ink: Ink, y: float) -> float:
        count = len(self._sheet.figures)
        width = self._width / count
        ends = []
        for number, (value, what) in enumerate(self._sheet.figures):
            x = _MARGIN + number * width + 2.5
            below = ink.text(x, y + 1.2 * ink.scale, width - 4.0, value, size=14.0, bold=True)
            ends.append(ink.text(x, below, width - 4.0, what, size=8.0, color=GREY) + 1.2 * ink.scale)
        end = max(ends)
        ink.frame(QRectF(_MARGIN, y, self._width, end - y), _LINE)
        for number in range(1, count):
            ink.line(_MARGIN + number * width, y, _MARGIN + number * width, end, _LINE)
        return end

    def _column(self, count: int) -> float:
        return (self._width - (count - 1) * _GAP) / count

    def _row(self, ink: Ink, y: float, row: Sequence[Optional[Picture]], height: float) -> float:
        y += _GAP
        width = self._column(len(row))
        ends = [y]
        for number, picture in enumerate(row):
            if picture is None:
                continue
            x = _MARGIN + number * (width + _GAP)
            across = min(height * self._aspect, width)
            place = QRectF(x + (width - across) / 2.0, y, across, across / self._aspect)
            ink.image(place, picture.image)
            ink.frame(place, _LINE)
            end = ink.text(x, y + height + 0.6, width, picture.caption, size=8.4, bold=True, align="centre")
            for line in picture.lines:
                end = ink.text(x, end, width, line, size=8.0, align="centre")
            ends.append(end)
        return max(ends)

    def _columns(self, ink: Ink, y: float) -> float:
        """Tables and texts in two columns, each where there is more room."""
        width = (self._width - 2 * _GAP) / 2.0
        ends = [y, y]
        parts: List[Callable[[float, float], float]] = [
            *(lambda x, top, table=table: self._table(ink, x, top, width, table) for table in self._sheet.tables),
            *(lambda x, top, text=text: self._text(ink, x, top, width, *text) for text in self._sheet.texts),
        ]
        for part in parts:
            side = 0 if ends[0] <= ends[1] else 1
            ends[side] = part(_MARGIN + side * (width + 2 * _GAP), ends[side] + _GAP)
        return max(ends)

    def _heading(self, ink: Ink, x: float, y: float, width: float, title: str) -> float:
        y = ink.text(x, y, width, title, size=9.6, bold=True, color=_RED) + 0.4
        ink.line(x, y, x + width, y, _LINE)
        return y + 0.7

    def _text(self, ink: Ink, x: float, y: float, width: float, title: str, paragraphs: List[str]) -> float:
        y = self._heading(ink, x, y, width, title)
        for paragraph in paragraphs:
            y = ink.text(x, y, width, paragraph, size=8.2) + 0.5
        return y

    def _table(self, ink: Ink, x: float, y: float, width: float, table: Table) -> float:
        y = self._heading(ink, x, y, width, table.title)
        y = self._numbers(ink, x, y, width, table) if table.header else self._facts(ink, x, y, width, table)
        return ink.text(x, y + 0.4, width, table.note, size=7.6, color=GREY) if table.note else y

    def _facts(self, ink: Ink, x: float, y: float, width: float, table: Table) -> float:
        name = 0.3 * width
        for first, second in table.rows:
            y = max(
                ink.text(x, y, name - 1.5, first, size=8.0, color=GREY),
                ink.text(x + name, y, width - name, second, size=8.0),
            )
            y += 0.5 * ink.scale
        return y

    def _numbers(self, ink: Ink, x: float, y: float, width: float, table: Table) -> float:
        """The first column takes what the others leave; they stand to the right."""
        rows = [table.header, *table.rows]
        columns = [
            min(max(ink.advance(row[number], 8.0) for row in rows) + 3.0, 0.4 * width)
            for number in range(1, len(table.header))
        ]
        first = max(width - sum(columns), 0.15 * width)
        for number, row in enumerate(rows):
            color = GREY if number == 0 else None
            ends = [ink.text(x, y, first, row[0], size=8.0, color=color)]
            place = x + first
            for column, cell in zip(columns, row[1:]):
                ends.append(ink.text(place, y, column, cell, size=8.0, color=color, align="right"))
                place += column
            y = max(ends) + 0.5 * ink.scale
            if number == 0:
                ink.line(x, y - 0.2, x + width, y - 0.2, _LINE)
        return y

    def _foot(self, ink: Ink, y: float) -> float:
        y = self._notice(ink, y)
        return ink.text(_MARGIN, y + 0.8, self._width, self._sheet.footer, size=7.6, color=GREY)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockReportPdf", text)
