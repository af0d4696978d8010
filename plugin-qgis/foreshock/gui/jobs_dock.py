"""The panel *Foreshock jobs*: the list, its filter, what can be done with the chosen ones."""

from __future__ import annotations

from typing import Callable, List, Optional, Set
from uuid import UUID

from qgis.gui import QgsDockWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import QCoreApplication, QPoint, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from ..compat import is_gone
from ..jobs.entry import LIVE, RESTING, Entry
from ..jobs.ledger import Ledger
from . import jobs_words
from .forms import named
from .job_actions import REMOVE, ZOOM, JobActions
from .jobs_filter import JobsFilter, Shown
from .jobs_model import JobsModel
from .jobs_view import JobsView

#: How often what is counted in seconds is shown anew, milliseconds.
_SECOND = 1000
#: How often what other clients of the profile do is looked at, in the same ticks.
_LOOK = 15
#: How soon buttons and sums follow the list, milliseconds.
_SOON = 50
_ICON_SIZE = QSize(16, 16)


class JobsDock(QgsDockWidget):
    """Shows a :class:`Ledger`, and says what the user wants."""

    wanted = pyqtSignal(str, list)  # name of the action, the chosen entries
    go_on_wanted = pyqtSignal()
    was_shown = pyqtSignal()

    def __init__(self, ledger: Ledger, in_project: Callable[[], Set[str]], parent: Optional[QWidget] = None) -> None:
        """``in_project`` gives the ids of the jobs whose results the project has."""
        super().__init__(_tr("Foreshock jobs"), parent)
        self._ledger = ledger
        # By this name QGIS finds again where the user put it.
        self.setObjectName("ForeshockJobs")
        self._model = JobsModel(ledger, self)
        self._rows = JobsFilter(self._model, self)
        self.view = named(JobsView(self._rows), "jobs")
        self.job_actions = JobActions(ledger, in_project, self)
        self._ticks = 0
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._tick)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._refresh)
        for signal in (ledger.added, ledger.changed, ledger.removed, ledger.loaded):
            signal.connect(self.refresh)
        self._refresh()

    def select(self, job_id: UUID) -> None:
        """Chooses one job and brings it into sight, whatever is filtered."""
        if not self.view.choose(job_id):
            self._filter.clear()
            self._shown.setCurrentIndex(int(Shown.ALL))
            self.view.choose(job_id)

    def chosen(self) -> List[Entry]:
        """The chosen entries, from top to bottom."""
        entries = (self._ledger.entry(job_id) for job_id in self.view.chosen)
        return [entry for entry in entries if entry is not None]

    def refresh(self, *_: object) -> None:
        """Soon: while tiles run, there is news many times a second."""
        if not self._soon.isActive():
            self._soon.start()

    def close_for_good(self) -> None:
        """Lets go of the ledger."""
        self._timer.stop()
        self._soon.stop()
        self.view.keep_header()
        for signal in (self._ledger.added, self._ledger.changed, self._ledger.removed, self._ledger.loaded):
            signal.disconnect(self.refresh)
        self._model.close()

    # Widgets ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.view.addAction(self.job_actions.action(REMOVE))
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.doubleClicked.connect(lambda _: self.job_actions.action(ZOOM).trigger())
        self.view.chosen_changed.connect(lambda: self.job_actions.allow(self.chosen()))
        self.job_actions.wanted.connect(lambda name: self.wanted.emit(name, self.chosen()))
        self._empty = named(QLabel(), "empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        self._summary = named(QLabel(), "summary")
        self._summary.setMargin(3)
        self._summary.linkActivated.connect(lambda _: self.go_on_wanted.emit())
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._toolbar())
        column.addWidget(self._pages, 1)
        column.addWidget(self._summary)
        self.setWidget(body)

    def _toolbar(self) -> QToolBar:
        bar = QToolBar()
        bar.setIconSize(_ICON_SIZE)
        self.job_actions.fill(bar)
        bar.addSeparator()
        self._shown = named(QComboBox(), "shown")
        for shown, text in (
            (Shown.ALL, _tr("All jobs")),
            (Shown.LIVE, _tr("Under way")),
            (Shown.RESTING, _tr("Stopped or to be fetched")),
            (Shown.DONE, _tr("Done")),
            (Shown.FAILED, _tr("Failed or called off")),
        ):
            self._shown.addItem(text, int(shown))
        self._shown.currentIndexChanged.connect(self._set_filter)
        bar.addWidget(self._shown)
        self._filter = named(QgsFilterLineEdit(), "filter")
        self._filter.setPlaceholderText(_tr("Filter by layer, scenario or words"))
        self._filter.setShowSearchIcon(True)
        self._filter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._filter.textChanged.connect(self._set_filter)
        bar.addWidget(self._filter)
        return bar

    def _set_filter(self, *_: object) -> None:
        self._rows.show_only(Shown(self._shown.currentData()), self._filter.text())
        self._refresh()

    def _show_menu(self, place: QPoint) -> None:
        if not self.chosen():
            return
        menu = named(QMenu(self), "jobMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.job_actions.fill(menu)
        menu.popup(self.view.viewport().mapToGlobal(place))

    # Keeping it true --------------------------------------------------------------------------------------------

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        # QGIS shows a new panel for a moment even where it is to be hidden.
        QTimer.singleShot(0, self._begin)

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _begin(self) -> None:
        if not is_gone(self) and self.isVisible() and not self._timer.isActive():
            self._timer.start()
            self.was_shown.emit()

    def _tick(self) -> None:
        self._model.tick()
        self._ticks += 1
        if self._ticks % _LOOK == 0:
            self._ledger.load()

    def _refresh(self) -> None:
        total, resting = self._ledger.total(), self._ledger.count(RESTING)
        shown = self._rows.rowCount()
        self._pages.setCurrentIndex(0 if shown else 1)
        if not shown:
            self._empty.setText(self._why_empty(total))
        text = jobs_words.summary(self._ledger.count(LIVE), resting, total)
        self._summary.setText(f'{text}: <a href="#">{_tr("go on")}</a>' if resting else text)
        self._summary.setVisible(total > 0)
        self.job_actions.allow(self.chosen())

    def _why_empty(self, total: int) -> str:
        if total:
            return _tr("No job fits the filter.")
        if not self._ledger.is_loaded:
            return _tr("Reading the jobs of this profile…")
        return _tr(
            "There are no jobs yet.\n\nRight-click a raster layer and choose “Simulate damage…”. Each run is listed "
            "here, with its progress and its log, also after QGIS was closed."
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockJobsDock", text)
