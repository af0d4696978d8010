"""Fetches the results of requests that were submitted before."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Dict, List, Optional, Set
from uuid import UUID

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core import journal as states
from ..core.errors import ForeshockError
from ..core.request import SimulationRequest
from ..imagery.footprint import Cancelled
from ..jobs.client_folder import ClientFolder, client_root
from ..jobs.runner import NOTHING_WAITS, Ended, Runner
from . import job_ids as ids
from . import parameters as shared
from .algorithm import ForeshockAlgorithm
from .loading import load
from .words import state_name, tr

LOAD = "LOAD"
#: When nothing has come for so long, seconds, no worker is at it, and tiles may be lost.
_SILENCE = 5.0


class Collect(ForeshockAlgorithm):
    """Takes the places of the clients that sent the requests, and waits for the answers."""

    def name(self) -> str:
        return "collect"

    def displayName(self) -> str:
        return tr("Collect results")

    def shortDescription(self) -> str:
        return tr("Fetches the results of simulations that were submitted before")

    def shortHelpString(self) -> str:
        return tr(
            "Fetches the results of simulations of this QGIS profile that were submitted before, or whose program "
            "ended before they did.\n\n"
            "It waits as long as the time limit says; what is not ready then stays for the next time. When nothing "
            "comes, tiles without an answer are sent again: the fleet answers from its cache for those that it had "
            "computed. With a time limit of 0 it only takes what is ready, and sends nothing.\n\n"
            "Requests of a QGIS that is running are left to it."
        )

    def initAlgorithm(self, _configuration: Optional[Dict[str, Any]] = None) -> None:
        self.addParameter(
            QgsProcessingParameterString(shared.JOB_IDS, tr("Requests, with commas (if not set: all)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterFile(
                shared.OUTPUT_FOLDER,
                tr("Output folder (if not set: as submitted)"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            )
        )
        self.addParameter(QgsProcessingParameterBoolean(LOAD, tr("Add the results to the project"), defaultValue=False))
        self.addParameter(shared.timeout(tr("Time limit in seconds (0: what is ready)"), 600))
        for each in shared.broker():
            self.addParameter(each)
        self.addOutput(QgsProcessingOutputMultipleLayers("RESULTS", tr("Results")))
        self.addOutput(QgsProcessingOutputString("DONE", tr("Requests with a result")))
        self.addOutput(QgsProcessingOutputString("WAITING", tr("Requests that are not ready")))
        self.addOutput(QgsProcessingOutputString("FAILED", tr("Requests that failed")))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Number of results")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        ids.parse(self.parameterAsString(parameters, shared.JOB_IDS, context))

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        wanted = ids.parse(self.parameterAsString(parameters, shared.JOB_IDS, context))
        folder = self.parameterAsString(parameters, shared.OUTPUT_FOLDER, context)
        timeout = float(self.parameterAsInt(parameters, shared.TIMEOUT, context))
        collection = _Collection(folder, feedback)
        with ExitStack() as stack:
            for held, job_ids in self._held(stack, wanted, collection):
                requests = [request for request in map(held.journal.request, job_ids) if request is not None]
                open_ones = [request for request in requests if collection.is_open(held, request)]
                if open_ones:
                    runner = stack.enter_context(Runner(held, self._settings, feedback))
                    collection.follow(runner, open_ones)
            try:
                collection.wait(timeout)
            except Cancelled:
                collection.note_waiting()
            except ForeshockError as error:
                if not collection.done:
                    raise
                # What came before the connection ended is written.
                feedback.reportError(str(error))
                collection.note_waiting()
        if self.parameterAsBoolean(parameters, LOAD, context):
            for request in collection.done:
                load(context, request, request.output)
        if wanted and collection.failed and not collection.done and not collection.waiting:
            raise QgsProcessingException(str(next(iter(collection.failed.values()))))
        return collection.outputs()

    def _held(self, stack: ExitStack, wanted: List[UUID], collection: _Collection) -> List[tuple]:
        """The folders that are ours now, each with its requests."""
        if not wanted:
            folders = ClientFolder.waiting(client_root())
            for held in folders:
                stack.callback(held.release)
            return [(held, [request.job_id for request in held.journal.open_requests()]) for held in folders]
        holders = stack.enter_context(ids.Holders(client_root(), wanted))
        for job_id, error in holders.missing.items():
            collection.note_failed(job_id, error)
        return holders.folders


class _Collection:
    """What was found, what came, and what did not."""

    def __init__(self, folder: str, feedback: QgsProcessingFeedback) -> None:
        self._folder = folder
        self._feedback = feedback
        self._runners: List[Runner] = []
        self._names: Set[str] = set()
        self.done: List[SimulationRequest] = []
        self.failed: Dict[UUID, ForeshockError] = {}
        self.waiting: List[UUID] = []

    def is_open(self, held: ClientFolder, request: SimulationRequest) -> bool:
        """Whether there is something to wait for; says what else a request is."""
        state = held.journal.state(request.job_id)
        if state == states.DONE and os.path.exists(request.output):
            self._feedback.pushInfo(
                tr("{job} is there already: {path}").format(job=request.job_id, path=request.output)
            )
            self.done.append(request)
        elif state != states.OPEN:
            what = tr("it was collected before") if state == states.DONE else state_name(state)
            error = ForeshockError(tr("Request {job} is over: {state}.").format(job=request.job_id, state=what))
            self.note_failed(request.job_id, error)
        return state == states.OPEN

    def follow(self, runner: Runner, requests: List[SimulationRequest]) -> None:
        self._runners.append(runner)
        for request in requests:
            runner.take_up(replace(request, output=self._output(request)))

    def wait(self, timeout: float) -> None:
        """Takes in what comes, until nothing is open or the time is over."""
        end = time.monotonic() + timeout
        resent = False
        while any(runner.open_requests() for runner in self._runners):
            for runner in self._runners:
                runner.breathe(0.1 / len(self._runners))
                self._note(runner.settle())
            quiet = min(runner.quiet_seconds() for runner in self._runners)
            if (quiet > NOTHING_WAITS and timeout <= 0) or (timeout > 0 and time.monotonic() > end):
                break
            if quiet > _SILENCE and not resent:
                resent = True
                self._feedback.pushInfo(tr("Nothing comes; tiles without an answer are sent again."))
                for runner in self._runners:
                    runner.resend()
        self.note_waiting()

    def note_waiting(self) -> None:
        """What is open now stays for the next time."""
        self.waiting = [request.job_id for runner in self._runners for request in runner.open_requests()]
        for job_id in self.waiting:
            self._feedback.pushWarning(tr("{job} is not ready; it stays for the next time.").format(job=job_id))

    def note_failed(self, job_id: UUID, error: ForeshockError) -> None:
        self._feedback.reportError(str(error))
        self.failed[job_id] = error

    def outputs(self) -> Dict[str, Any]:
        return {
            "RESULTS": [request.output for request in self.done],
            "DONE": ",".join(str(request.job_id) for request in self.done),
            "WAITING": ",".join(map(str, self.waiting)),
            "FAILED": ",".join(map(str, self.failed)),
            "COUNT": len(self.done),
        }

    def _note(self, ended: List[Ended]) -> None:
        for each in ended:
            if each.error is None:
                self._feedback.pushInfo(tr("{job}: {path}").format(job=each.request.job_id, path=each.request.output))
                self.done.append(each.request)
            else:
                self.note_failed(each.request.job_id, each.error)

    def _output(self, request: SimulationRequest) -> str:
        """The request's own place, or its file name in the folder; no two results get one name."""
        if not self._folder:
            return request.output
        path = Path(self._folder) / Path(request.output).name
        if str(path) in self._names or path.exists():
            path = path.with_name(f"{path.stem}_{request.job_id}{path.suffix}")
        self._names.add(str(path))
        return str(path)
