"""Follows the outcomes of requests on the main thread and has the results composed."""

from __future__ import annotations

import logging
import time
from datetime import datetime
from typing import Any, Dict, List, Optional
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
from .assembling import Assembled, NotComposed

logger = logging.getLogger(__name__)


class Collector(QObject):
    """The requests that are under way."""

    tracked = pyqtSignal(object)  # SimulationRequest that is followed from now on
    progressed = pyqtSignal(object, object)  # SimulationRequest, Progress
    heard = pyqtSignal(object, object)  # SimulationRequest, Event or Outcome (without its image): a sign of life
    composed = pyqtSignal(object, float)  # SimulationRequest, percent of its result that are written
    finished = pyqtSignal(object, object)  # SimulationRequest, Assembled
    failed = pyqtSignal(object, object)  # SimulationRequest, ForeshockError
    cancelled = pyqtSignal(object)  # SimulationRequest
    stopped = pyqtSignal(object, object)  # SimulationRequest, ForeshockError or None where somebody wanted it
    paced = pyqtSignal(object, float)  # SimulationRequest, seconds that a tile took

    def __init__(self, journal: Journal, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._requests: Dict[UUID, SimulationRequest] = {}
        self._progress: Dict[UUID, Progress] = {}
        # QGIS owns a task, but its Python side lives only as long as somebody names it.
        self._tasks: Dict[UUID, QgsTask] = {}

    def requests(self) -> List[SimulationRequest]:
        return list(self._requests.values())

    def late(self, now: datetime) -> List[SimulationRequest]:
        """Those whose time is over although tiles are missing."""
        return [
            request
            for job_id, request in self._requests.items()
            if request.deadline <= now and not self._progress[job_id].complete()
        ]

    def is_tracked(self, job_id: UUID) -> bool:
        return job_id in self._requests

    def is_composing(self, job_id: UUID) -> bool:
        """Whether all tiles of a request are there and its result is being written."""
        return job_id in self._tasks

    def track(self, request: SimulationRequest) -> None:
        """Begins to follow a request that is in the journal, with what is there already."""
        progress = Progress(len(request.plan()))
        for index in self._journal.recorded(request.job_id):
            progress.have(index)
        self._requests[request.job_id] = request
        self._progress[request.job_id] = progress
        self.tracked.emit(request)
        self._report(request)

    def note_sent(self, job_id: UUID, tiles: int) -> None:
        """So many tiles are confirmed by the broker."""
        if job_id in self._requests:
            self._progress[job_id].sent = tiles
            self._report(self._requests[job_id])

    def note_all_sent(self, request: SimulationRequest) -> None:
        """Nothing is left to send; tiles where nothing can change count as done."""
        progress = self._progress[request.job_id]
        progress.sent = progress.tiles
        for index in self._journal.recorded(request.job_id):
            progress.have(index)
        self._report(request)
        self.settle(request)

    def note_trouble(self, error: Optional[ForeshockError]) -> None:
        """Something hinders all requests, or nothing does any more."""
        for job_id, progress in self._progress.items():
            progress.trouble = "" if error is None else str(error)
            self._report(self._requests[job_id])

    def note_event(self, event: Event) -> None:
        request = self._requests.get(event.job_id)
        if request is not None:
            self._progress[event.job_id].note(event, time.monotonic())
            self.heard.emit(request, event)
            self._report(request)

    def note_outcome(self, outcome: Outcome, waited: bool = False) -> None:
        """An outcome is in the journal (or belongs to no tile, and ends its request); ``waited`` for us since before
        this session."""
        request = self._requests.get(outcome.job_id)
        if request is None:
            return
        self.heard.emit(request, outcome)
        if outcome.tile is None:
            self.fail(request, verdict.worded(outcome))
            return
        progress = self._progress[outcome.job_id]
        if outcome.tile.index >= progress.tiles:
            return
        if waited:
            progress.have(outcome.tile.index)
        else:
            cached = outcome.done is not None and outcome.done.cache == "hit"
            progress.finish(outcome.tile.index, time.monotonic(), cached=cached)
        self._report(request)
        self.settle(request)

    def settle(self, request: SimulationRequest) -> None:
        """Has a request composed whose tiles all have outcomes."""
        progress = self._progress[request.job_id]
        if not progress.complete() or request.job_id in self._tasks:
            return
        pace = progress.seconds_per_tile(time.monotonic())
        if progress.worked and pace is not None:
            self.paced.emit(request, pace)
        task = AssembleTask(request, self._journal)
        self._tasks[request.job_id] = task
        task.progressChanged.connect(lambda percent: self.composed.emit(request, percent))
        task.ended.connect(lambda assembled, error: self._assembled(request, assembled, error))
        QgsApplication.taskManager().addTask(task)

    def fail(self, request: SimulationRequest, error: ForeshockError) -> None:
        """Ends a request without a result."""
        self._forget(request)
        self._note_end(request, states.FAILED, str(error))
        self.failed.emit(request, error)

    def cancel(self, request: SimulationRequest) -> None:
        """The user has called a request off; what still comes for it is dropped."""
        task = self._tasks.get(request.job_id)
        # First, because a task that has not begun ends while it is called off.
        self._forget(request)
        if task is not None:
            task.cancel()
        self._note_end(request, states.CANCELLED)
        self.cancelled.emit(request)

    def stop(self, request: SimulationRequest, error: Optional[ForeshockError] = None) -> None:
        """A request cannot go on now: its task was ended in QGIS's own list of tasks, or because QGIS ends, or an error
        stands in its way that may pass. It stays open in the journal, so that nothing is lost either way."""
        self._forget(request)
        self.stopped.emit(request, error)

    def close(self) -> None:
        """Follows nothing any more, and says nothing; what is under way stays open in the journal."""
        tasks = list(self._tasks.values())
        for followed in (self._requests, self._progress, self._tasks):
            followed.clear()
        for task in tasks:
            task.cancel()

    def _assembled(
        self, request: SimulationRequest, assembled: Optional[Assembled], error: Optional[ForeshockError]
    ) -> None:
        if not self.is_tracked(request.job_id):
            return
        if isinstance(error, NotComposed):
            self.stop(request, error)
        elif error is not None:
            self.fail(request, error)
        elif assembled is not None:
            self._forget(request)
            self._note_end(request, states.DONE, request.output, **assembled.kept())
            self.finished.emit(request, assembled)
        else:
            self.stop(request)

    def _note_end(self, request: SimulationRequest, state: str, detail: str = "", **kept: Any) -> None:
        try:
            self._journal.set_state(request.job_id, state, detail, **kept)
        except OSError as error:
            # The request would be taken up again; that is no reason to leave its user without a word now.
            logger.warning("the end of request %s is not noted: %s", request.job_id, error)

    def _forget(self, request: SimulationRequest) -> None:
        self._requests.pop(request.job_id, None)
        self._progress.pop(request.job_id, None)
        self._tasks.pop(request.job_id, None)

    def _report(self, request: SimulationRequest) -> None:
        self.progressed.emit(request, self._progress[request.job_id])
