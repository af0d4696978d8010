"""Draws the state of a job that is under way as a bar."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QModelIndex, QSize, Qt
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionProgressBar, QStyleOptionViewItem

from ..jobs.entry import LIVE, Entry, JobState
from .jobs_model import ENTRY_ROLE
from .jobs_words import bar_text

#: Room for the bar's frame, px above a line of text.
_FRAME = 8
_MARGIN = 2
_PARTS = 1000


class StateDelegate(QStyledItemDelegate):
    """For the column *State*."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if not has_bar(entry):
            super().paint(painter, option, index)
            return
        # What lies below the bar: the row may be selected.
        style = self._style(option)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        bar = QStyleOptionProgressBar()
        bar.rect = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        bar.state = option.state | QStyle.StateFlag.State_Horizontal
        bar.fontMetrics, bar.palette, bar.direction = option.fontMetrics, option.palette, option.direction
        bar.minimum, bar.maximum = 0, _PARTS
        bar.progress = round(_PARTS * share(entry))
        bar.textVisible = True
        bar.textAlignment = Qt.AlignmentFlag.AlignCenter
        room = bar.rect.width() - 2 * _FRAME
        bar.text = option.fontMetrics.elidedText(bar_text(entry), Qt.TextElideMode.ElideRight, room)
        style.drawControl(QStyle.ControlElement.CE_ProgressBar, bar, painter, option.widget)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), option.fontMetrics.height() + _FRAME))

    @staticmethod
    def _style(option: QStyleOptionViewItem) -> Any:
        return QApplication.style() if option.widget is None else option.widget.style()


def has_bar(entry: Entry) -> bool:
    """Whether it is under way and has something to measure."""
    return entry.state in LIVE and entry.state is not JobState.WAITING


def share(entry: Entry) -> float:
    """How much of the bar is filled, 0 to 1: while it is sent what is sent, while the result is written what is
    written, between them the tiles."""
    if entry.state is JobState.SENDING:
        return entry.sent / max(entry.facts.tiles, 1)
    return entry.composed if entry.state is JobState.COMPOSING else entry.fraction
