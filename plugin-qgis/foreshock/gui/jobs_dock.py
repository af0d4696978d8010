"""The panel *Foreshock jobs*: the list, its filter, what can be done with the chosen ones."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional, Set
from uuid import UUID

from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgsDockWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QPoint,
    QSize,
    Qt,
    QTimer,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..compat import QAction, is_gone
from ..jobs.entry import ENDED, LIVE, RESTING, Entry, JobState
from ..jobs.ledger import Ledger
from . import jobs_words
from .jobs_delegate import StateDelegate
from .jobs_model import Column, JobsFilter, JobsModel, Shown

_HEADER = "foreshock/jobs/header"
#: How often what is counted in seconds is shown anew, milliseconds.
_SECOND = 1000
#: How often what other clients of the profile do is looked at, in the same ticks.
_LOOK = 15
#: How soon buttons and sums follow the list, milliseconds.
_SOON = 50
_ICON_SIZE = QSize(16, 16)
#: Widths of the columns to begin with, in letters; the first takes what is left, if it is more.
_WIDTHS = {
    Column.NAME: 32,
    Column.STATE: 28,
    Column.TILES: 10,
    Column.CACHED: 8,
    Column.LANE: 11,
    Column.STARTED: 15,
    Column.TIME: 8,
    Column.HEARD: 14,
}


class JobsDock(QgsDockWidget):
    """Shows a :class:`Ledger`; what the user wants is told by signals, each with the list of the chosen entries."""

    cancel_wanted = pyqtSignal(list)
    retry_wanted = pyqtSignal(list)
    duplicate_wanted = pyqtSignal(list)
    zoom_wanted = pyqtSignal(list)
    add_wanted = pyqtSignal(list)
    log_wanted = pyqtSignal(list)
    diagnostics_wanted = pyqtSignal(list)
    remove_wanted = pyqtSignal(list)
    go_on_wanted = pyqtSignal()
    was_shown = pyqtSignal()

    def __init__(self, ledger: Ledger, in_project: Callable[[], Set[str]], parent: Optional[QWidget] = None) -> None:
        """``in_project`` gives the ids of the jobs whose results the project has."""
        super().__init__(_tr("Foreshock jobs"), parent)
        self._ledger = ledger
        self._in_project = in_project
        #: The chosen jobs, from top to bottom.
        self._chosen: List[UUID] = []
        # By this name QGIS finds again where the user put it.
        self.setObjectName("ForeshockJobs")
        self._model = JobsModel(ledger, self)
        self._rows = JobsFilter(self._model, self)
        self._ticks = 0
        self._actions: Dict[str, QAction] = {}
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
        self._view.selectionModel().selectionChanged.connect(self._choose)
        # Neither of these is told as a change of the selection.
        self._rows.modelReset.connect(self._choose)
        self._rows.layoutChanged.connect(self._choose)
        self._refresh()

    def select(self, job_id: UUID) -> None:
        """Chooses one job and brings it into sight, whatever is filtered."""
        row = self._model.row_of(job_id)
        if row < 0:
            return
        index = self._rows.mapFromSource(self._model.index(row, 0))
        if not index.isValid():
            self._filter.clear()
            self._shown.setCurrentIndex(int(Shown.ALL))
            index = self._rows.mapFromSource(self._model.index(row, 0))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._view.selectionModel().setCurrentIndex(index, flags)
        self._view.scrollTo(index)

    def chosen(self) -> List[Entry]:
        """The chosen entries, from top to bottom."""
        entries = (self._ledger.entry(job_id) for job_id in self._chosen)
        return [entry for entry in entries if entry is not None]

    def _choose(self, *_: object) -> None:
        # By ranges: somebody may choose thousands.
        chosen = self._view.selectionModel().selection()
        rows = sorted({row for part in chosen for row in range(part.top(), part.bottom() + 1)})
        sources = (self._rows.mapToSource(self._rows.index(row, 0)).row() for row in rows)
        self._chosen = [self._model.entry(row).job_id for row in sources]
        self._enable()

    def close_for_good(self) -> None:
        """Lets go of the ledger."""
        self._timer.stop()
        self._soon.stop()
        self._keep_header()
        for signal in (self._ledger.added, self._ledger.changed, self._ledger.removed, self._ledger.loaded):
            signal.disconnect(self.refresh)
        self._model.close()

    # Widgets ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._view = _named(QTreeView(), "jobs")
        view = self._view
        view.setModel(self._rows)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAlternatingRowColors(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setItemDelegateForColumn(Column.STATE, StateDelegate(view))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.doubleClicked.connect(lambda _: self._actions["zoom"].trigger())
        self._set_header()
        self._empty = _named(QLabel(), "empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._pages = QStackedWidget()
        self._pages.addWidget(view)
        self._pages.addWidget(self._empty)
        self._summary = _named(QLabel(), "summary")
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
        for name, text, icon, signal, key in (
            ("cancel", _tr("Cancel"), "mTaskCancel.svg", self.cancel_wanted, None),
            ("retry", _tr("Retry"), "mActionRefresh.svg", self.retry_wanted, None),
            ("duplicate", _tr("Duplicate…"), "mActionDuplicateLayer.svg", self.duplicate_wanted, None),
            ("", "", "", None, None),
            ("zoom", _tr("Zoom to"), "mActionZoomToLayer.svg", self.zoom_wanted, None),
            ("add", _tr("Add result to project"), "mActionAddRasterLayer.svg", self.add_wanted, None),
            ("", "", "", None, None),
            ("log", _tr("Show log"), "mMessageLogRead.svg", self.log_wanted, None),
            ("diagnostics", _tr("Copy diagnostics"), "mActionEditCopy.svg", self.diagnostics_wanted, None),
            ("remove", _tr("Remove from the list"), "mActionDeleteSelected.svg", self.remove_wanted, "Delete"),
        ):
            if not name:
                bar.addSeparator()
                continue
            action = QAction(QgsApplication.getThemeIcon("/" + icon), text, self)
            action.setObjectName(name)
            if key is not None:
                action.setShortcut(QKeySequence(key))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self._view.addAction(action)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(self.chosen()))
            self._actions[name] = action
            bar.addAction(action)
        bar.addSeparator()
        self._shown = _named(QComboBox(), "shown")
        for shown, text in (
            (Shown.ALL, _tr("All jobs")),
            (Shown.LIVE, _tr("Under way")),
            (Shown.RESTING, _tr("Stopped or to be fetched")),
            (Shown.DONE, _tr("Done")),
            (Shown.FAILED, _tr("Failed or called off")),
        ):
            self._shown.addItem(text, int(shown))
        self._shown.currentIndexChanged.connect(lambda index: self._set_shown(Shown(index)))
        bar.addWidget(self._shown)
        self._filter = _named(QgsFilterLineEdit(), "filter")
        self._filter.setPlaceholderText(_tr("Filter by layer, scenario or words"))
        self._filter.setShowSearchIcon(True)
        self._filter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._filter.textChanged.connect(self._set_text)
        bar.addWidget(self._filter)
        return bar

    def _set_header(self) -> None:
        header = self._view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, letters in _WIDTHS.items():
            header.resizeSection(column, self._letters(letters))
        header.setSortIndicator(Column.STARTED, Qt.SortOrder.DescendingOrder)
        kept = QgsSettings().value(_HEADER)
        if isinstance(kept, QByteArray) and not kept.isEmpty():
            header.restoreState(kept)
        self._view.setSortingEnabled(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns)
        self._view.viewport().installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The names take the room that is left, and give it back."""
        if event.type() == QEvent.Type.Resize:
            header = self._view.header()
            spare = self._view.viewport().width() - header.length()
            width = header.sectionSize(Column.NAME)
            header.resizeSection(Column.NAME, max(width + spare, min(width, self._letters(_WIDTHS[Column.NAME]))))
        return super().eventFilter(watched, event)

    def _letters(self, count: int) -> int:
        """So many letters, px."""
        return self.fontMetrics().averageCharWidth() * count

    def _keep_header(self) -> None:
        QgsSettings().setValue(_HEADER, self._view.header().saveState())

    # What the user does -----------------------------------------------------------------------------------------

    def _set_text(self, text: str) -> None:
        self._rows.set_text(text)
        self._refresh()

    def _set_shown(self, shown: Shown) -> None:
        self._rows.set_shown(shown)
        self._refresh()

    def _show_menu(self, place: QPoint) -> None:
        if not self.chosen():
            return
        menu = QMenu(self)
        menu.setObjectName("jobMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("cancel", "retry", "duplicate", "", "zoom", "add", "", "log", "diagnostics", "", "remove"):
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(self._view.viewport().mapToGlobal(place))

    def _show_columns(self, place: QPoint) -> None:
        """Which columns are shown."""
        header = self._view.header()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in Column:
            if column == Column.NAME:
                continue
            action = menu.addAction(str(self._model.headerData(column, Qt.Orientation.Horizontal)))
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(column))
            action.toggled.connect(lambda on, column=column: header.setSectionHidden(column, not on))
        menu.popup(header.mapToGlobal(place))

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

    def refresh(self, *_: object) -> None:
        """Soon: while tiles run, there is news many times a second."""
        if not self._soon.isActive():
            self._soon.start()

    def _refresh(self, *_: object) -> None:
        total = self._ledger.total()
        shown = self._rows.rowCount()
        self._pages.setCurrentIndex(0 if shown else 1)
        if not shown:
            self._empty.setText(self._why_empty(total))
        live = self._ledger.count(LIVE)
        resting = self._ledger.count(RESTING)
        text = jobs_words.summary(live, resting, total)
        self._summary.setText(f'{text}: <a href="#">{_tr("go on")}</a>' if resting else text)
        self._summary.setVisible(total > 0)
        self._enable()

    def _why_empty(self, total: int) -> str:
        if total:
            return _tr("No job fits the filter.")
        if not self._ledger.is_loaded:
            return _tr("Reading the jobs of this profile…")
        return _tr(
            "There are no jobs yet.\n\nRight-click a raster layer and choose “Simulate damage…”. Each run is listed "
            "here, with its progress and its log, also after QGIS was closed."
        )

    def _enable(self, *_: object) -> None:
        chosen = self.chosen()
        one = chosen[0] if len(chosen) == 1 else None
        open_ones = [each for each in chosen if each.state in RESTING]
        done = [str(each.job_id) for each in chosen if each.state is JobState.DONE]
        allowed = {
            "cancel": any(self.can_cancel(each) for each in chosen),
            "retry": any(self.can_retry(each) for each in chosen),
            "duplicate": one is not None,
            "zoom": bool(chosen),
            "add": bool(done) and not self._in_project().issuperset(done),
            "log": one is not None,
            "diagnostics": bool(chosen),
            "remove": any(each.state in ENDED for each in chosen),
        }
        for name, on in allowed.items():
            self._actions[name].setEnabled(on)
        text = _tr("Go on") if open_ones and len(open_ones) == len(chosen) else _tr("Retry")
        if self._actions["retry"].text() != text:
            self._actions["retry"].setText(text)

    def can_cancel(self, entry: Entry) -> bool:
        return entry.state in LIVE or (entry.state in RESTING and self._ledger.is_ours(entry))

    @staticmethod
    def can_retry(entry: Entry) -> bool:
        return entry.state in RESTING or entry.state in (JobState.FAILED, JobState.CANCELLED)


def _named(widget: QWidget, name: str) -> QWidget:
    widget.setObjectName(name)
    return widget


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockJobsDock", text)
