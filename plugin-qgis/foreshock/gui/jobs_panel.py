"""The jobs in QGIS: the panel, the locator, and what is done with the chosen ones. Opens nothing by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Sequence
from uuid import UUID

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from ..compat import is_gone
from ..connection import ConnectionStore
from ..core.errors import ForeshockError
from ..core.request import SimulationRequest
from ..imagery.footprint import footprint_path
from ..jobs.assembling import Assembled
from ..jobs.client_folder import client_root
from ..jobs.entry import ENDED, LIVE, RESTING, Entry, JobState
from ..jobs.job_log import JobLog
from ..jobs.ledger import Ledger
from ..jobs.retry import again
from ..jobs.service import SimulationService
from ..layers.family import results_in
from ..layers.result_layer import add_result
from . import job_actions, jobs_words
from .diagnostics import diagnostics
from .help import install_help
from .job_actions import may_cancel, may_retry
from .job_areas import show_areas
from .jobs_dock import JobsDock
from .jobs_locator import ADD, ZOOM, Found, JobsLocator
from .log_window import LogWindow


class JobsPanel(QObject):
    """Lives from ``initGui`` to ``unload``."""

    duplicate_requested = pyqtSignal(object)  # SimulationRequest whose choices another one shall begin with

    def __init__(
        self,
        iface: Any,
        open_service: Callable[[], SimulationService],
        store: ConnectionStore,
        submit: Callable[[Sequence[SimulationRequest]], None],
        go_on: Callable[[], None],
        parent: Optional[QObject] = None,
    ) -> None:
        """``submit`` sends requests and says itself what is wrong; ``go_on`` connects and takes up what is open."""
        super().__init__(parent)
        self._iface = iface
        self._open_service = open_service
        self._store = store
        self._submit = submit
        self._go_on = go_on
        self._project = QgsProject.instance()
        self._service: Optional[SimulationService] = None
        root = client_root()
        self.ledger = Ledger(root, self)
        self.dock = JobsDock(self.ledger, lambda: results_in(self._project), iface.mainWindow())
        dock = self.dock
        install_help(dock, "jobs")
        dock.wanted.connect(self._do)
        dock.go_on_wanted.connect(self._go_on)
        dock.was_shown.connect(self._was_shown)
        install_help(dock, "jobs")
        # Here, before QGIS restores its windows: so it comes back where it was, open or not.
        iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        dock.hide()
        iface.mainWindow().restoreDockWidget(dock)
        self._logs: Dict[UUID, LogWindow] = {}
        self._question: Optional[QMessageBox] = None
        self._locator = JobsLocator(root, self._snapshot, self._act)
        iface.registerLocatorFilter(self._locator)
        self._project.layersAdded.connect(dock.refresh)
        self._project.layersRemoved.connect(dock.refresh)

    def attach(self, service: SimulationService) -> None:
        """Follows the service from now on. Whoever opens it says so."""
        if self._service is None:
            self._service = service
            self.ledger.attach(service)

    def show(self) -> None:
        """Opens the panel, or brings it before the others."""
        self.dock.setUserVisible(True)

    def show_job(self, job_id: UUID) -> None:
        """Opens the panel on one job."""
        self.show()
        self._when_known(job_id, lambda entry: self.dock.select(entry.job_id))

    def close(self) -> None:
        """Takes everything away again. QGIS would crash on a locator filter that is left behind."""
        self._iface.deregisterLocatorFilter(self._locator)
        self._locator = None
        self._project.layersAdded.disconnect(self.dock.refresh)
        self._project.layersRemoved.disconnect(self.dock.refresh)
        self.close_windows()
        self.dock.close_for_good()
        self.ledger.close()
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self._service = None

    def close_windows(self) -> None:
        """Closes what stands beside the panel."""
        for window in (*self._logs.values(), self._question):
            if not is_gone(window):
                window.close()
        self._logs.clear()
        self._question = None

    def _do(self, name: str, entries: List[Entry]) -> None:
        """What the user wants with the chosen jobs."""
        {
            job_actions.CANCEL: self.cancel,
            job_actions.RETRY: self.retry,
            job_actions.DUPLICATE: self.duplicate,
            job_actions.ZOOM: self.zoom_to,
            job_actions.ADD: self.add_results,
            job_actions.LOG: self.show_log,
            job_actions.DIAGNOSTICS: self.copy_diagnostics,
            job_actions.REMOVE: self.ask_remove,
        }[name](entries)

    # What is done with jobs -------------------------------------------------------------------------------------

    def cancel(self, entries: List[Entry]) -> None:
        """Calls off what is open and ours."""
        for entry in entries:
            if self._service is None or not may_cancel(entry, self.ledger):
                continue
            try:
                self._service.cancel(entry.job_id)
            except ForeshockError as error:
                self._warn(error)

    def retry(self, entries: List[Entry]) -> None:
        """What is open goes on; what failed or was called off is asked for again, under an id of its own."""
        if any(entry.state in RESTING for entry in entries):
            self._go_on()
        taken = {entry.facts.output for entry in self.ledger.entries() if entry.state not in ENDED}
        requests = []
        for entry in entries:
            if not may_retry(entry):
                continue
            try:
                requests.append(again(self._request(entry), taken))
                taken.add(requests[-1].output)
            except ForeshockError as error:
                self._warn(error)
        if requests:
            self._submit(requests)

    def zoom_to(self, entries: List[Entry]) -> None:
        """Shows the areas of the jobs on the map."""
        try:
            show_areas(self._iface.mapCanvas(), [entry.facts for entry in entries])
        except ForeshockError as error:
            self._warn(error)

    def add_results(self, entries: List[Entry]) -> None:
        """Adds results that the project does not have (any more)."""
        for entry in entries:
            if entry.state is not JobState.DONE or str(entry.job_id) in results_in(self._project):
                continue
            try:
                request = self._request(entry)
                if not Path(request.output).exists():
                    raise ForeshockError(
                        _tr("The result is not there any more: {path}").format(path=request.output),
                        _tr("It was moved or deleted. “Duplicate…” makes another one."),
                    )
                footprint = footprint_path(request.output)
                assembled = Assembled(request.output, footprint, entry.pieces, entry.area_m2, entry.cached or 0)
                add_result(self._project, request, assembled)
            except ForeshockError as error:
                self._warn(error)

    def show_log(self, entries: List[Entry]) -> None:
        for entry in entries:
            window = self._logs.get(entry.job_id)
            if is_gone(window):
                window = LogWindow(
                    jobs_words.job_name(entry.facts), lambda entry=entry: self._log(entry), self._iface.mainWindow()
                )
                install_help(window, "jobs")
                self._logs[entry.job_id] = window
            window.show()
            window.raise_()

    def copy_diagnostics(self, entries: List[Entry]) -> None:
        QApplication.clipboard().setText(diagnostics(entries, self._store.connection(), self._log))
        text = _tr("The diagnostics are on the clipboard. They hold no passwords.")
        self._iface.messageBar().pushMessage("Foreshock", text, Qgis.MessageLevel.Info, 5)

    def ask_remove(self, entries: List[Entry]) -> None:
        """Asks whether ended jobs shall go."""
        count = sum(entry.state in ENDED for entry in entries)
        if not count:
            return
        text = (
            _tr("Remove this job and its log from the list?")
            if count == 1
            else _tr("Remove {count} jobs and their logs from the list?").format(count=jobs_words.number(count))
        )
        box = QMessageBox(
            QMessageBox.Icon.Question,
            _tr("Foreshock jobs"),
            text,
            QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel,
            self._iface.mainWindow(),
        )
        box.setObjectName("ForeshockRemove")
        box.setInformativeText(_tr("Results stay where they are. A job that was removed cannot be retried."))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(lambda: self.remove(entries))
        self._question = box
        box.open()

    def remove(self, entries: List[Entry]) -> None:
        """Forgets ended jobs; results stay."""
        self.ledger.remove(entry.job_id for entry in entries)

    def duplicate(self, entries: List[Entry]) -> None:
        """Asks for windows that begin with the same choices."""
        for entry in entries:
            try:
                self.duplicate_requested.emit(self._request(entry))
            except ForeshockError as error:
                self._warn(error)

    # Small things -----------------------------------------------------------------------------------------------

    def _was_shown(self) -> None:
        try:
            self.attach(self._open_service())
        except ForeshockError as error:
            # The history can be read all the same.
            self._warn(error)
        self.ledger.load()

    def _request(self, entry: Entry) -> SimulationRequest:
        request = entry.journal.request(entry.job_id)
        if request is None:
            self.ledger.drop([entry.job_id])
            raise ForeshockError(
                _tr("“{job}” is not in the journal any more.").format(job=jobs_words.job_name(entry.facts)),
                _tr("Simulate on the layer anew."),
            )
        return request

    def _log(self, entry: Entry) -> List[str]:
        if entry.state in LIVE and self._service is not None:
            self._service.logs.flush()
        try:
            return JobLog(entry.journal.log_path(entry.job_id)).lines()
        except OSError as error:
            return [_tr("The log cannot be read: {reason}.").format(reason=error.strerror)]

    def _snapshot(self) -> Optional[List[Found]]:
        if not self.ledger.is_loaded:
            return None
        entries = sorted(self.ledger.entries(), key=lambda entry: entry.job_id.int, reverse=True)
        return [Found(entry.facts, entry.state is JobState.DONE) for entry in entries]

    def _act(self, job_id: UUID, action: int) -> None:
        """What the locator's user wants with a job."""

        def act(entry: Entry) -> None:
            if action == ADD:
                self.add_results([entry])
            else:
                self.zoom_to([entry])

        if action not in (ADD, ZOOM):
            self.show_job(job_id)
        self._when_known(job_id, act)

    def _when_known(self, job_id: UUID, act: Callable[[Entry], None]) -> None:
        """Does something with a job; once the history is read, if it must be read first."""

        def do() -> bool:
            entry = self.ledger.entry(job_id)
            if entry is not None:
                act(entry)
            return entry is not None

        def later() -> None:
            self.ledger.loaded.disconnect(later)
            do()

        if not do():
            self.ledger.loaded.connect(later)
            self.ledger.load()

    def _warn(self, error: ForeshockError) -> None:
        self._iface.messageBar().pushMessage("Foreshock", str(error), Qgis.MessageLevel.Warning, 0)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockJobsPanel", text)
