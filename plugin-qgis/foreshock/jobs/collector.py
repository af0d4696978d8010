"""Collects the outcomes of requests on the main thread and has the results composed."""

from __future__ import annotations

import time
from typing import Dict, List, Optional
from uuid import UUID

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core import journal as states
from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.messages import Event, Outcome
from ..core.progress import Progress
from ..core.request import SimulationRequest
from . import verdict
from .assemble_task import AssembleTask


class Collector(QObject):
    """The requests that are under way."""

    progressed = pyqtSignal(object, object)  # SimulationRequest, Progress
    finished = pyqtSignal(object, str)  # SimulationRequest, path of the result
    failed = pyqtSignal(object, object)  # SimulationRequest, ForeshockError
    cancelled = pyqtSignal(object)  # SimulationRequest

    def __init__(self, journal: Journal, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._requests: Dict[UUID, SimulationRequest] = {}
        self._progress: Dict[UUID, Progress] = {}
        # QGIS owns a task, but its Python side lives only as long as somebody names it.
        self._tasks: Dict[UUID, QgsTask] = {}

    def requests(self) -> List[SimulationRequest]:
        return list(self._requests.values())

    def is_tracked(self, job_id: UUID) -> bool:
        return job_id in self._requests

    def track(self, request: SimulationRequest) -> None:
        """Begins to follow a request that is in the journal, with what is there already."""
        progress = Progress(len(request.plan()), time.monotonic())
        for index in self._journal.recorded(request.job_id):
            progress.finish(index)
        self._requests[request.job_id] = request
        self._progress[request.job_id] = progress
        self._report(request)

    def note_sent(self, job_id: UUID, tiles: int) -> None:
        """So many tiles are confirmed by the broker."""
        if job_id in self._requests:
            self._progress[job_id].sent = tiles
            self._report(self._requests[job_id])

    def note_all_sent(self, request: SimulationRequest) -> None:
        """Nothing is left to send; tiles where nothing can change count as done."""
        for index in self._journal.recorded(request.job_id):
            self._progress[request.job_id].finish(index)
        self._report(request)
        self.settle(request)

    def note_event(self, event: Event) -> None:
        request = self._requests.get(event.job_id)
        if request is not None:
            self._progress[event.job_id].note(event)
            self._report(request)

    def note_outcome(self, outcome: Outcome) -> None:
        """An outcome is in the journal (or belongs to no tile, and ends its request)."""
        request = self._requests.get(outcome.job_id)
        if request is None:
            return
        if outcome.tile is None:
            self.fail(request, verdict.worded(outcome))
            return
        if outcome.tile.index >= self._progress[outcome.job_id].tiles:
            return
        cached = outcome.done is not None and outcome.done.cache == "hit"
        self._progress[outcome.job_id].finish(outcome.tile.index, cached)
        self._report(request)
        self.settle(request)

    def settle(self, request: SimulationRequest) -> None:
        """Ends a request whose tiles all have outcomes."""
        if not self._progress[request.job_id].complete() or request.job_id in self._tasks:
            return
        error = verdict.failure(self._journal.outcomes(request.job_id))
        if error is not None:
            self.fail(request, error)
            return
        task = AssembleTask(request, self._journal)
        self._tasks[request.job_id] = task
        task.ended.connect(lambda error: self._assembled(request, error))
        QgsApplication.taskManager().addTask(task)

    def fail(self, request: SimulationRequest, error: ForeshockError) -> None:
        """Ends a request without a result."""
        self._forget(request)
        self._journal.set_state(request.job_id, states.FAILED, str(error))
        self.failed.emit(request, error)

    def cancel(self, request: SimulationRequest) -> None:
        """The user has called a request off; what still comes for it is dropped."""
        task = self._tasks.get(request.job_id)
        if task is not None:
            task.cancel()
        self._forget(request)
        self._journal.set_state(request.job_id, states.CANCELLED)
        self.cancelled.emit(request)

    def _assembled(self, request: SimulationRequest, error: Optional[ForeshockError]) -> None:
        if not self.is_tracked(request.job_id):
            return
        if error is not None:
            self.fail(request, error)
            return
        self._forget(request)
        self._journal.set_state(request.job_id, states.DONE, request.output)
        self.finished.emit(request, request.output)

    def _forget(self, request: SimulationRequest) -> None:
        self._requests.pop(request.job_id, None)
        self._progress.pop(request.job_id, None)
        self._tasks.pop(request.job_id, None)

    def _report(self, request: SimulationRequest) -> None:
        self.progressed.emit(request, self._progress[request.job_id])
