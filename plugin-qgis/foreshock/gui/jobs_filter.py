"""What of the list of jobs is shown."""

from __future__ import annotations

from enum import IntEnum
from typing import List, Optional

from qgis.PyQt.QtCore import QModelIndex, QObject, QSortFilterProxyModel, Qt

from ..jobs.entry import LIVE, RESTING, JobState
from .jobs_model import JobsModel


class Shown(IntEnum):
    """Which states the list shows."""

    ALL = 0
    LIVE = 1
    RESTING = 2
    DONE = 3
    FAILED = 4


_STATES = {
    Shown.ALL: frozenset(JobState),
    Shown.LIVE: LIVE,
    Shown.RESTING: RESTING | {JobState.ELSEWHERE},
    Shown.DONE: frozenset((JobState.DONE,)),
    Shown.FAILED: frozenset((JobState.FAILED, JobState.CANCELLED)),
}


class JobsFilter(QSortFilterProxyModel):
    """The rows that a user wants to see."""

    def __init__(self, model: JobsModel, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._words: List[str] = []
        self._shown = Shown.ALL
        self.setSourceModel(model)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """The model does it."""
        self.sourceModel().sort(column, order)

    def show_only(self, shown: Shown, text: str) -> None:
        """Shows the rows in these states that have all words of the text."""
        self._shown, self._words = shown, text.casefold().split()
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, _parent: QModelIndex) -> bool:
        model = self.sourceModel()
        if model.entry(row).state not in _STATES[self._shown]:
            return False
        words = model.words(row)
        return all(each in words for each in self._words)
