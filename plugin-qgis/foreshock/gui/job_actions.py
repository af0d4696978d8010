"""What can be done with jobs: the actions of the toolbar and of the context menu."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional, Set, Union

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QMenu, QToolBar

from ..compat import QAction
from ..jobs.entry import ENDED, LIVE, RESTING, Entry, JobState
from ..jobs.ledger import Ledger

CANCEL, RETRY, DUPLICATE, ZOOM, ADD = "cancel", "retry", "duplicate", "zoom", "add"
LOG, DIAGNOSTICS, REMOVE = "log", "diagnostics", "remove"
#: In groups.
_GROUPS = ((CANCEL, RETRY, DUPLICATE), (ZOOM, ADD), (LOG, DIAGNOSTICS), (REMOVE,))
ALL = tuple(name for group in _GROUPS for name in group)
_ICONS = {
    CANCEL: "mTaskCancel.svg",
    RETRY: "mActionRefresh.svg",
    DUPLICATE: "mActionDuplicateLayer.svg",
    ZOOM: "mActionZoomToLayer.svg",
    ADD: "mActionAddRasterLayer.svg",
    LOG: "mMessageLogRead.svg",
    DIAGNOSTICS: "mActionEditCopy.svg",
    REMOVE: "mActionDeleteSelected.svg",
}


class JobActions(QObject):
    """Each is on where one of the chosen jobs allows it."""

    wanted = pyqtSignal(str)  # its name

    def __init__(self, ledger: Ledger, in_project: Callable[[], Set[str]], parent: Optional[QObject] = None) -> None:
        """``in_project`` gives the ids of the jobs whose results the project has."""
        super().__init__(parent)
        self._ledger = ledger
        self._in_project = in_project
        self._actions: Dict[str, QAction] = {}
        for name, icon in _ICONS.items():
            action = QAction(QgsApplication.getThemeIcon("/" + icon), _words(name), self)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, name=name: self.wanted.emit(name))
            self._actions[name] = action
        self._actions[REMOVE].setShortcut(QKeySequence("Delete"))
        self._actions[REMOVE].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def action(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, place: Union[QToolBar, QMenu]) -> None:
        """Adds all of them."""
        for number, group in enumerate(_GROUPS):
            if number:
                place.addSeparator()
            for name in group:
                place.addAction(self._actions[name])

    def allow(self, chosen: List[Entry]) -> None:
        """Switches them on or off."""
        one = len(chosen) == 1
        done = [str(each.job_id) for each in chosen if each.state is JobState.DONE]
        allowed = {
            CANCEL: any(may_cancel(each, self._ledger) for each in chosen),
            RETRY: any(each.state in RESTING or may_retry(each) for each in chosen),
            DUPLICATE: one,
            ZOOM: bool(chosen),
            ADD: bool(done) and not self._in_project().issuperset(done),
            LOG: one,
            DIAGNOSTICS: bool(chosen),
            REMOVE: any(each.state in ENDED for each in chosen),
        }
        for name, on in allowed.items():
            self._actions[name].setEnabled(on)
        goes_on = bool(chosen) and all(each.state in RESTING for each in chosen)
        self._actions[RETRY].setText(_tr("Go on") if goes_on else _words(RETRY))


def may_cancel(entry: Entry, ledger: Ledger) -> bool:
    """Whether it is open, and ours to call off."""
    return entry.state in LIVE or (entry.state in RESTING and ledger.is_ours(entry))


def may_retry(entry: Entry) -> bool:
    """Whether it ended without a result."""
    return entry.state in (JobState.FAILED, JobState.CANCELLED)


def _words(name: str) -> str:
    return {
        CANCEL: _tr("Cancel"),
        RETRY: _tr("Retry"),
        DUPLICATE: _tr("Duplicate…"),
        ZOOM: _tr("Zoom to"),
        ADD: _tr("Add result to project"),
        LOG: _tr("Show log"),
        DIAGNOSTICS: _tr("Copy diagnostics"),
        REMOVE: _tr("Remove from the list"),
    }[name]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockJobActions", text)
