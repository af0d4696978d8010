"""The jobs as rows of a table."""

from __future__ import annotations

from typing import Any, Dict, List, Optional
from uuid import UUID

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
)
from qgis.PyQt.QtGui import QColor, QIcon

from ..jobs.entry import LIVE, Entry, JobState
from ..jobs.ledger import Ledger
from . import jobs_columns, jobs_words
from .jobs_columns import Column, age

#: The parent of all rows.
_NONE = QModelIndex()
#: Gives the :class:`Entry` of a row.
ENTRY_ROLE = Qt.ItemDataRole.UserRole
_DISPLAY, _TOOLTIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole
_PICTURE, _INK, _ALIGN = (
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.TextAlignmentRole,
)
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
#: Dark enough for a light list, light enough for a dark one.
_AMBER, _RED = QColor(190, 110, 0), QColor(200, 50, 40)

_ICONS = {
    JobState.SENDING: "mTaskQueued.svg",
    JobState.WAITING: "mTaskQueued.svg",
    JobState.RUNNING: "mTaskRunning.svg",
    JobState.COMPOSING: "mTaskRunning.svg",
    JobState.STOPPED: "mTaskOnHold.svg",
    JobState.OPEN: "mTaskOnHold.svg",
    JobState.ELSEWHERE: "mTaskOnHold.svg",
    JobState.DONE: "mTaskComplete.svg",
    JobState.FAILED: "mTaskTerminated.svg",
    JobState.CANCELLED: "mTaskCancel.svg",
}
#: How long a row may stand in the wrong place, milliseconds.
_AGAIN = 500
#: So many new rows are put in their places one by one; with more of them it is quicker to sort all.
_FEW = 5
#: When more rows go at once, the view begins anew: one by one it would take seconds.
_MANY = 20


class JobsModel(QAbstractTableModel):
    """Follows a :class:`Ledger`; one row a request, in the order that the user chose. It sorts by itself: a proxy would
    ask for each comparison, which is felt with thousands of rows."""

    def __init__(self, ledger: Ledger, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._rows: List[Entry] = []
        self._order = Column.STARTED
        self._falling = True
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self._arrange)
        self._row_of: Dict[UUID, int] = {}
        #: What the text filter looks at, in small letters.
        self._words: Dict[UUID, str] = {}
        self._icons: Dict[str, QIcon] = {}
        ledger.added.connect(self._added)
        ledger.changed.connect(self._changed)
        ledger.removed.connect(self._removed)
        self._added(ledger.entries())

    def close(self) -> None:
        self._again.stop()
        self._ledger.added.disconnect(self._added)
        self._ledger.changed.disconnect(self._changed)
        self._ledger.removed.disconnect(self._removed)

    def entry(self, row: int) -> Entry:
        return self._rows[row]

    def row_of(self, job_id: UUID) -> int:
        """-1 where there is none."""
        return self._row_of.get(job_id, -1)

    def words(self, row: int) -> str:
        return self._words[self._rows[row].job_id]

    def tick(self) -> None:
        """Time has passed: what is counted in seconds is shown anew."""
        for row, entry in enumerate(self._rows):
            if entry.state in LIVE:
                self.dataChanged.emit(self.index(row, Column.TIME), self.index(row, Column.HEARD))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(Column):
            self._order, self._falling = Column(column), order == Qt.SortOrder.DescendingOrder
            self._arrange()

    def _arrange(self) -> None:
        """Brings the rows in order. What is equal stays the newest first, whichever way it is sorted."""
        if self._is_in_order():
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(self._rows[index.row()].job_id, index.column()) for index in before]
        self._rows.sort(key=age, reverse=True)
        self._rows.sort(key=self._key, reverse=self._falling)
        self._number()
        self.changePersistentIndexList(before, [self.index(self._row_of[job_id], column) for job_id, column in kept])
        self.layoutChanged.emit()

    def _is_in_order(self) -> bool:
        return all(self._fit(row) for row in range(len(self._rows) - 1))

    def _fit(self, row: int) -> bool:
        """Whether a row and the next one are in order."""
        return not 0 <= row < len(self._rows) - 1 or self._are_in_order(self._rows[row], self._rows[row + 1])

    def _are_in_order(self, one: Entry, two: Entry) -> bool:
        mine, other = self._key(one), self._key(two)
        return age(one) >= age(two) if mine == other else (mine > other) is self._falling

    def _key(self, entry: Entry) -> Any:
        return jobs_columns.key(entry, self._order)

    # What Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == _DISPLAY:
            return jobs_columns.title(Column(section))
        if role == _TOOLTIP:
            return jobs_columns.explanation(Column(section))
        return _alignment(section) if role == _ALIGN else None

    def data(self, index: QModelIndex, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        entry, column = self.entry(index.row()), index.column()
        if role == ENTRY_ROLE:
            return entry
        if role == _DISPLAY:
            return jobs_columns.text(entry, Column(column))
        if role == _TOOLTIP:
            return jobs_words.tooltip(entry)
        if role == _PICTURE:
            if column == Column.NAME:
                return self._icon(_ICONS[entry.state])
            return self._icon("mIconWarning.svg") if column == Column.HEARD and entry.is_silent() else None
        if role == _INK:
            if column == Column.HEARD and entry.is_silent():
                return _AMBER
            return _RED if column == Column.STATE and entry.state is JobState.FAILED else None
        if role == _ALIGN:
            return _alignment(column)
        return None

    # What the ledger says ---------------------------------------------------------------------------------------

    def _added(self, entries: List[Entry]) -> None:
        for entry in entries:
            facts = entry.facts
            told = (jobs_words.job_name(facts), facts.instruction, facts.model, str(facts.job_id))
            self._words[entry.job_id] = "\n".join(told).casefold()
        if len(entries) <= _FEW:
            for entry in entries:
                self._insert(self._place_of(entry), [entry])
            return
        first = len(self._rows)
        self._insert(first, entries)
        # The history comes in its order, and is in order then.
        if not all(self._fit(row) for row in range(first - 1, len(self._rows) - 1)):
            self._arrange()

    def _insert(self, row: int, entries: List[Entry]) -> None:
        self.beginInsertRows(_NONE, row, row + len(entries) - 1)
        self._rows[row:row] = entries
        self._number()
        self.endInsertRows()

    def _place_of(self, entry: Entry) -> int:
        """The row before which a new one belongs."""
        low, high = 0, len(self._rows)
        while low < high:
            middle = (low + high) // 2
            if self._are_in_order(entry, self._rows[middle]):
                high = middle
            else:
                low = middle + 1
        return low

    def _changed(self, entry: Entry) -> None:
        row = self.row_of(entry.job_id)
        if row >= 0:
            self._rows[row] = entry
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
            if not (self._fit(row - 1) and self._fit(row)) and not self._again.isActive():
                # Not at once: rows that jump while tiles run cannot be clicked.
                self._again.start()

    def _removed(self, job_ids: List[UUID]) -> None:
        rows = sorted((self._row_of[job_id] for job_id in job_ids), reverse=True)
        many = len(rows) > _MANY
        if many:
            self.beginResetModel()
        for row in rows:
            if not many:
                self.beginRemoveRows(_NONE, row, row)
            del self._words[self._rows.pop(row).job_id]
            if not many:
                self._number()
                self.endRemoveRows()
        if many:
            self._number()
            self.endResetModel()

    def _number(self) -> None:
        self._row_of = {entry.job_id: row for row, entry in enumerate(self._rows)}

    def _icon(self, name: str) -> QIcon:
        if name not in self._icons:
            self._icons[name] = QgsApplication.getThemeIcon("/" + name)
        return self._icons[name]


def _alignment(column: int) -> int:
    """Numbers stand right."""
    flag = (_RIGHT if column in (Column.TILES, Column.CACHED) else _LEFT) | Qt.AlignmentFlag.AlignVCenter
    return int(getattr(flag, "value", flag))  # a flag of Qt 6 is no number
