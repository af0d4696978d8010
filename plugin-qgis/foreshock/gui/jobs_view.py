"""The list of jobs as a table: columns that the user arranges, rows that they choose."""

from __future__ import annotations

from typing import List, Optional
from uuid import UUID

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QByteArray, QItemSelectionModel, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView, QWidget

from .jobs_columns import Column, title
from .jobs_delegate import StateDelegate
from .jobs_filter import JobsFilter

_HEADER = "foreshock/jobs/header"
#: Widths of the columns to begin with, in letters; the first takes what is left, if it is more.
_WIDTHS = {
    Column.NAME: 32,
    Column.STATE: 22,
    Column.TILES: 10,
    Column.CACHED: 8,
    Column.LANE: 11,
    Column.STARTED: 15,
    Column.TIME: 8,
    Column.HEARD: 12,
}


class JobsView(QTreeView):
    """Over a :class:`JobsFilter`."""

    chosen_changed = pyqtSignal()

    def __init__(self, rows: JobsFilter, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._rows = rows
        #: From top to bottom.
        self.chosen: List[UUID] = []
        self.setModel(rows)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegateForColumn(Column.STATE, StateDelegate(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._set_header()
        self.selectionModel().selectionChanged.connect(self._choose)
        # Neither of these is told as a change of the selection.
        rows.modelReset.connect(self._choose)
        rows.layoutChanged.connect(self._choose)

    def choose(self, job_id: UUID) -> bool:
        """Chooses one job and brings it into sight; says whether it is among those that are shown."""
        model = self._rows.sourceModel()
        index = self._rows.mapFromSource(model.index(model.row_of(job_id), 0))
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        return index.isValid()

    def keep_header(self) -> None:
        """For the next time."""
        QgsSettings().setValue(_HEADER, self.header().saveState())

    def resizeEvent(self, event: object) -> None:
        """The names take the room that is left, and give it back."""
        super().resizeEvent(event)
        header = self.header()
        width, spare = header.sectionSize(Column.NAME), self.viewport().width() - header.length()
        header.resizeSection(Column.NAME, max(width + spare, min(width, self._letters(_WIDTHS[Column.NAME]))))

    def _choose(self, *_: object) -> None:
        # By ranges: somebody may choose thousands.
        parts, model = self.selectionModel().selection(), self._rows.sourceModel()
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        sources = (self._rows.mapToSource(self._rows.index(row, 0)).row() for row in rows)
        self.chosen = [model.entry(row).job_id for row in sources]
        self.chosen_changed.emit()

    def _set_header(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, letters in _WIDTHS.items():
            header.resizeSection(column, self._letters(letters))
        header.setSortIndicator(Column.STARTED, Qt.SortOrder.DescendingOrder)
        kept = QgsSettings().value(_HEADER)
        if isinstance(kept, QByteArray) and not kept.isEmpty():
            header.restoreState(kept)
        self.setSortingEnabled(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns)

    def _show_columns(self, place: QPoint) -> None:
        """Which columns are shown."""
        header, menu = self.header(), QMenu(self)
        menu.setObjectName("columnMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in Column:
            if column is Column.NAME:
                continue
            action = menu.addAction(title(column))
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(column))
            action.toggled.connect(lambda on, column=column: header.setSectionHidden(column, not on))
        menu.popup(header.mapToGlobal(place))

    def _letters(self, count: int) -> int:
        """So many letters, px."""
        return self.fontMetrics().averageCharWidth() * count
