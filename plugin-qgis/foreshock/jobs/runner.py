"""Runs requests to their end on the thread that calls, without windows and without an event loop: for Processing."""

from __future__ import annotations

import logging
import queue
import time
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Dict, List, Optional, Tuple
from uuid import UUID

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication

from ..core import journal as states
from ..core.broker_settings import Settings
from ..core.errors import BrokerError, ForeshockError
from ..core.messages import Capabilities, Event, Outcome
from ..core.progress import Progress
from ..core.request import SimulationRequest
from ..imagery.footprint import Cancelled
from ..transport.client import State
from ..transport.open import open_client
from . import verdict
from .assembling import Assembled, NotComposed, assemble
from .client_folder import ClientFolder
from .recording import Inbox
from .sending import TileSender

logger = logging.getLogger(__name__)

#: How soon a cancel is noticed, seconds.
_POLL = 0.1
#: A fleet whose workers are just starting gets so long to answer, seconds.
_FLEET_SECONDS = 15.0
#: When nothing has come for so long, seconds, what waited at the broker has come.
NOTHING_WAITS = 1.0
#: How long the broker may take to hear of a cancel, seconds.
_CANCEL_SECONDS = 5.0


class TimedOut(ForeshockError):
    """The caller's patience ended; requests stay in the journal."""


@dataclass(frozen=True)
class Ended:
    """A request that ended, with or without a result at ``request.output``."""

    request: SimulationRequest
    error: Optional[ForeshockError]
    #: What was written; none where there is no result.
    assembled: Optional[Assembled]
    tiles: int
    #: Tiles that the fleet did not have to compute.
    cache_hits: int
    #: Mean over the tiles, 0 to 1.
    changed_fraction: float
    seconds: float


class Runner:
    """One client of the fleet, open as long as the ``with`` block; its folder is released with it.

    Whatever ends the block (an error, the caller's patience), requests without a result stay open in the journal, so
    that they can be collected later; only :meth:`call_off` gives them up.
    """

    def __init__(
        self,
        folder: ClientFolder,
        settings: Settings,
        feedback: QgsProcessingFeedback,
        timeout: Optional[float] = None,
    ) -> None:
        self._folder = folder
        self._journal = folder.journal
        self._feedback = feedback
        self._inbox = Inbox(folder.journal)
        self._client = open_client(settings, folder.client_id, self._inbox)
        self._running: Dict[UUID, SimulationRequest] = {}
        self._progress: Dict[UUID, Progress] = {}
        self._started: Dict[UUID, float] = {}
        self._ended: List[Ended] = []
        #: Requests that will come in all, and those that are over: what the progress is measured by.
        self._expected = 0
        self._over = 0
        #: What was told last: the standing of the requests, and the line that told it.
        self._told: Tuple[object, str] = (None, "")
        self._timeout = timeout
        self._patience = None if timeout is None else time.monotonic() + timeout
        self._failure: Optional[ForeshockError] = None
        self._connected = False
        self._interrupted = False
        self._last_arrival = time.monotonic()

    def __enter__(self) -> Runner:
        self._client.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
        self._folder.release()

    # What can be asked ------------------------------------------------------------------------------------------

    def connect(self) -> None:
        """Waits until the broker has let us in."""
        while not self._connected:
            self.breathe()

    def capabilities(self) -> Capabilities:
        """What the fleet can do."""
        end = time.monotonic() + _FLEET_SECONDS
        while True:
            self._wait_for(future := self._client.capabilities())
            error = future.exception()
            if error is None:
                return future.result()
            if not isinstance(error, BrokerError) or time.monotonic() > end or not self._client.is_alive():
                raise error
            self._feedback.pushInfo(_tr("{problem} Asking again…").format(problem=error.args[0]))
            # An answer that comes at once would be asked for in a tight loop.
            pause = time.monotonic() + 1.0
            while time.monotonic() < pause:
                self.breathe()

    def expect(self, requests: int) -> None:
        """So many requests are to come in all, for the progress."""
        self._expected = requests

    def send(self, request: SimulationRequest) -> None:
        """Keeps a request in the journal and sends its tiles; ends when the broker has them. A request that cannot be
        sent is over then."""
        try:
            request = self._journal.add(request)
        except OSError as error:
            message = _tr("The journal cannot be written: {reason}.").format(reason=error.strerror)
            raise ForeshockError(message, _tr("Free some space on the disk of your QGIS profile.")) from None
        self.take_up(request)
        self._send_tiles(request)

    def take_up(self, request: SimulationRequest) -> None:
        """Follows a request that is in the journal already."""
        progress = Progress(len(request.plan()))
        self._started[request.job_id] = time.monotonic()
        self._running[request.job_id] = request
        self._progress[request.job_id] = progress
        self._note_recorded(request)

    def resend(self) -> None:
        """Sends the tiles that have no outcome yet, once more; the fleet's cache answers for what it knows."""
        for request in list(self._running.values()):
            if not self._progress[request.job_id].complete():
                self._send_tiles(request)

    def open_requests(self) -> List[SimulationRequest]:
        """Requests that are followed and not over."""
        return list(self._running.values())

    def open_tiles(self) -> int:
        """Tiles that the fleet still has to answer."""
        return sum(each.tiles - len(each.done) for each in self._progress.values())

    def quiet_seconds(self) -> float:
        """How long nothing has arrived over the connection; 0 without one."""
        return time.monotonic() - self._last_arrival if self._connected else 0.0

    # Waiting ----------------------------------------------------------------------------------------------------

    def breathe(self, seconds: float = _POLL) -> None:
        """Takes in what arrives within so many seconds. Raises what ends the waiting: the user
        (:class:`~..imagery.footprint.Cancelled`), the caller's patience, a connection that cannot come back."""
        self._drain(seconds)
        if self._failure is not None:
            raise self._failure
        if self._feedback.isCanceled():
            raise Cancelled
        if self._patience is not None and time.monotonic() > self._patience:
            message = _tr("There is no result after {seconds} s.").format(seconds=f"{self._timeout:g}")
            raise TimedOut(message, "" if self._connected else _tr("The broker cannot be reached at the moment."))

    def settle(self) -> List[Ended]:
        """Composes what is complete, ends what came too late; gives what has ended since the last call."""
        for request in list(self._running.values()):
            if self._progress[request.job_id].complete():
                self._complete(request)
            elif self.quiet_seconds() > NOTHING_WAITS and request.deadline <= datetime.now(timezone.utc):
                self._end(
                    request,
                    states.FAILED,
                    ForeshockError(_tr("Its results did not come in time."), _tr("Run it again.")),
                )
        return self.ended()

    def ended(self) -> List[Ended]:
        """What has ended since the last call; nothing is composed."""
        ended, self._ended = self._ended, []
        return ended

    def finish(self) -> List[Ended]:
        """Waits until nothing is open."""
        ended = self.settle()
        while self._running:
            self.breathe()
            ended += self.settle()
        return ended

    def call_off(self) -> None:
        """Gives up everything that is open, here and on the fleet."""
        try:
            heard = self.cancel([request.job_id for request in self._running.values()])
        except ForeshockError:
            heard = False
        if not heard:
            self._feedback.pushWarning(_tr("The fleet could not be told; it finishes what it has begun."))
        for request in list(self._running.values()):
            self._end(request, states.CANCELLED, ForeshockError(_tr("The request was called off.")))

    def cancel(self, job_ids: List[UUID]) -> bool:
        """Tells the fleet that nobody wants these requests; says whether the broker has heard all of it."""
        futures = [self._client.cancel(job_id) for job_id in job_ids]
        end = time.monotonic() + _CANCEL_SECONDS
        while not all(future.done() for future in futures):
            if time.monotonic() > end or self._failure is not None:
                return False
            self._drain(_POLL)
        for future in futures:
            if future.exception() is not None:
                raise future.exception()
        return True

    # Inside -----------------------------------------------------------------------------------------------------

    def _wait_for(self, future: Any) -> None:
        while not future.done():
            self.breathe()

    def _drain(self, seconds: float) -> None:
        try:
            self._take(self._inbox.arrived.get(timeout=seconds) if seconds > 0 else self._inbox.arrived.get_nowait())
            while True:
                self._take(self._inbox.arrived.get_nowait())
        except queue.Empty:
            pass
        self._report()

    def _take(self, item: Any) -> None:
        if isinstance(item, Outcome):
            self._last_arrival = time.monotonic()
            self._take_outcome(item)
        elif isinstance(item, Event):
            self._last_arrival = time.monotonic()
            if item.job_id in self._progress:
                self._progress[item.job_id].note(item, time.monotonic())
        else:
            self._take_state(*item)

    def _take_outcome(self, outcome: Outcome) -> None:
        request = self._running.get(outcome.job_id)
        if request is None:
            return
        if outcome.tile is None:
            self._end(request, states.FAILED, verdict.worded(outcome))
        elif outcome.tile.index < self._progress[outcome.job_id].tiles:
            cached = outcome.done is not None and outcome.done.cache == "hit"
            self._progress[outcome.job_id].finish(outcome.tile.index, time.monotonic(), cached=cached)

    def _take_state(self, state: State, error: Optional[ForeshockError]) -> None:
        self._connected = state is State.CONNECTED
        if state is State.CONNECTED:
            self._last_arrival = time.monotonic()
            if self._interrupted:
                self._feedback.pushInfo(_tr("The broker is back."))
            self._interrupted = False
        elif state is State.FAILED:
            self._failure = error
        elif error is not None and not self._interrupted:
            self._interrupted = True
            self._feedback.pushWarning(
                _tr("{problem} Waiting for the broker; nothing is lost.").format(problem=error.args[0])
            )

    def _send_tiles(self, request: SimulationRequest) -> None:
        try:
            sent = TileSender(
                request,
                self._journal,
                self._client,
                lambda tiles: self._note_sent(request.job_id, tiles),
                lambda: self._must_stop() or request.job_id not in self._running,
            ).run()
        except ForeshockError as error:
            if isinstance(error, BrokerError) and not self._client.is_alive():
                raise  # the connection ended, not the request
            self._give_up(request, error)
            return
        except Exception as error:
            logger.exception("sending tiles failed")
            self._give_up(request, ForeshockError(_tr("The tiles cannot be sent: {reason}.").format(reason=error)))
            return
        if not sent:
            self.breathe(0)  # raises why
        self._note_recorded(request)

    def _give_up(self, request: SimulationRequest, error: ForeshockError) -> None:
        """Ends a request that cannot be sent; the tiles that went out before are not wanted any more."""
        self._client.cancel(request.job_id)
        if request.job_id in self._running:
            self._end(request, states.FAILED, error)

    def _must_stop(self) -> bool:
        try:
            self.breathe(0)
        except (Cancelled, ForeshockError):
            return True
        return False

    def _note_sent(self, job_id: UUID, tiles: int) -> None:
        if job_id in self._progress:
            self._progress[job_id].sent = tiles

    def _note_recorded(self, request: SimulationRequest) -> None:
        progress = self._progress.get(request.job_id)
        for index in self._journal.recorded(request.job_id) if progress else ():
            progress.have(index)

    def _complete(self, request: SimulationRequest) -> None:
        assembled: Optional[Assembled] = None
        error: Optional[ForeshockError] = None
        try:
            assembled = assemble(request, self._journal, lambda _share: not self._feedback.isCanceled())
        except Cancelled:
            raise
        except ForeshockError as problem:
            error = problem
        except Exception as problem:
            # What nobody foresaw must not end the requests beside it.
            logger.exception("composing a result failed")
            error = NotComposed(_tr("The result cannot be composed: {reason}.").format(reason=problem))
        state = states.DONE if error is None else states.OPEN if isinstance(error, NotComposed) else states.FAILED
        self._end(request, state, error, assembled)

    def _end(
        self,
        request: SimulationRequest,
        state: str,
        error: Optional[ForeshockError],
        assembled: Optional[Assembled] = None,
    ) -> None:
        progress = self._progress.pop(request.job_id)
        del self._running[request.job_id]
        self._over += 1
        outcomes = [outcome.done for outcome in self._journal.outcomes(request.job_id) if outcome.done]
        self._ended.append(
            Ended(
                request,
                error,
                assembled,
                tiles=progress.tiles,
                cache_hits=sum(done.cache == "hit" for done in outcomes),
                changed_fraction=sum(done.changed_fraction for done in outcomes) / progress.tiles,
                seconds=time.monotonic() - self._started.pop(request.job_id),
            )
        )
        if state != states.OPEN:
            detail = request.output if error is None else str(error)
            self._journal.set_state(request.job_id, state, detail, **(assembled.kept() if assembled else {}))

    def _report(self) -> None:
        done = self._over + sum(each.fraction() for each in self._progress.values())
        expected = max(self._expected, self._over + len(self._progress))
        if expected:
            self._feedback.setProgress(100.0 * done / expected)
        now = time.monotonic()
        if len(self._progress) == 1:
            (one,) = self._progress.values()
            told = one.text(now)
            standing = one.standing(now)
        elif self._progress:
            told = _tr("{count} requests under way, {tiles} tiles open").format(
                count=len(self._progress), tiles=self.open_tiles()
            )
            standing = told
        else:
            return
        # Each line stays in the log: a new estimate alone is none.
        if standing != self._told[0] and told != self._told[1]:
            self._told = (standing, told)
            self._feedback.setProgressText(told)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockRunner", text)
