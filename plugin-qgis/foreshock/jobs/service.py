"""What the windows ask for: capabilities, submit, cancel. Nothing connects before the first question."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import datetime, timezone
from pathlib import Path
from typing import Dict, Optional
from uuid import UUID

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTimer, pyqtSignal

from ..core.broker_settings import Settings
from ..core.errors import BrokerError, ForeshockError
from ..core.journal import OPEN
from ..core.messages import Outcome
from ..core.request import SimulationRequest
from ..transport.client import Client, State
from ..transport.open import open_client
from .bridge import Bridge
from .client_folder import ClientFolder
from .collector import Collector
from .log_keeper import LogKeeper
from .submit_task import SubmitTask

_QUEUED = Qt.ConnectionType.QueuedConnection
#: How often requests are looked at whose time may be over, milliseconds.
_LOOK = 60_000


class SimulationService(QObject):
    """One client of the fleet. Lives on the main thread."""

    capabilities_received = pyqtSignal(object)  # Capabilities
    capabilities_failed = pyqtSignal(object)  # ForeshockError
    connection_changed = pyqtSignal(object, object)  # State, ForeshockError or None
    preview_ready = pyqtSignal(object, int, object)  # job id, tile index, px [h, w, 4]

    def __init__(self, root: Path, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._folder = ClientFolder.take(root)
        self.journal = self._folder.journal
        self.collector = Collector(self.journal, self)
        self.logs = LogKeeper(self.journal, self.collector, self)
        self._bridge = Bridge(self.journal, self)
        self._bridge.state_changed.connect(self._on_state, _QUEUED)
        self._bridge.caught_up.connect(self._on_caught_up, _QUEUED)
        self._bridge.preview_ready.connect(self.preview_ready, _QUEUED)
        self._bridge.outcome_kept.connect(self._on_outcome, _QUEUED)
        self._bridge.event_received.connect(self.collector.note_event, _QUEUED)
        self._bridge.answered.connect(self._on_answer, _QUEUED)
        self._client: Optional[Client] = None
        self._settings: Optional[Settings] = None
        #: There is a connection, and all that waited behind it is here.
        self._is_caught_up = False
        self._question: Optional[Future] = None
        self._submits: Dict[UUID, SubmitTask] = {}
        #: Which client sent a request: after it has failed for good, another one sends what is missing.
        self._senders: Dict[UUID, Client] = {}
        # A timer for each request would stand still while the computer sleeps.
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.end_late)
        self._clock.start(_LOOK)

    def attach(self, settings: Settings) -> None:
        """Connects, if that is not done yet; what an earlier session left is taken up."""
        if self._client is not None and (settings != self._settings or not self._client.is_alive()):
            self._client.close()
            self._client = None
        if self._client is None:
            self._is_caught_up = False
            self._settings = settings
            self.logs.note_place(settings.label())
            self._client = open_client(settings, self._folder.client_id, self._bridge)
            self._client.start()

    def ask_capabilities(self, settings: Settings) -> None:
        """Asks the fleet what it can do; answers by signal."""
        self._question = self._connected(settings).capabilities()
        self._question.add_done_callback(self._bridge.on_answer)

    def submit(self, request: SimulationRequest, settings: Settings) -> None:
        """Keeps a request in the journal and sends its tiles."""
        client = self._connected(settings)
        try:
            request = self.journal.add(request)
        except OSError as error:
            message = _tr("The journal cannot be written: {reason}.").format(reason=error.strerror)
            raise ForeshockError(message, _tr("Free some space on the disk of your QGIS profile.")) from None
        self.collector.track(request)
        self._send(request, client)

    def go_on(self, settings: Settings) -> None:
        """Takes up all requests that nobody follows: those of an earlier session, those that were stopped. Connects for
        it, if that is not done yet."""
        self.attach(settings)
        if self._is_caught_up:
            self._resume()

    def cancel(self, job_id: UUID) -> None:
        """Calls a request off, here at once and on the fleet as soon as it hears."""
        request = self.journal.request(job_id)
        if request is None or self.journal.state(job_id) != OPEN:
            return
        task = self._submits.pop(job_id, None)
        if task is not None:
            task.cancel()
        if self._client is not None:
            self._client.cancel(job_id)
        self.collector.cancel(request)

    def end_late(self) -> None:
        """Ends the requests whose time is over: an outcome that was lost must not be waited for without end. One that
        waits where we cannot see it is not lost."""
        if not self._is_caught_up:
            return
        for request in self.collector.late(datetime.now(timezone.utc)):
            task = self._submits.pop(request.job_id, None)
            if task is not None:
                task.cancel()
            self.collector.fail(request, _too_late())

    def close(self) -> None:
        """Ends the connection. What is under way stays in the journal and at the broker."""
        self._clock.stop()
        submits, self._submits = list(self._submits.values()), {}
        for task in submits:
            task.cancel()
        # Signals that are on their way find nobody any more.
        self.collector.close()
        self.logs.close()
        if self._client is not None:
            self._client.close()
            self._client = None
        self._folder.release()

    def _connected(self, settings: Settings) -> Client:
        self.attach(settings)
        if self._client is None:  # attach has just made one
            raise ForeshockError(_tr("There is no connection."), _tr("Try again."))
        return self._client

    def _send(self, request: SimulationRequest, client: Client) -> None:
        task = SubmitTask(request, self.journal, client)
        self._submits[request.job_id] = task
        self._senders[request.job_id] = client
        task.sent.connect(lambda tiles: self.collector.note_sent(request.job_id, tiles))
        task.ended.connect(lambda ok, error: self._on_sent(request, task, client, ok, error))
        QgsApplication.taskManager().addTask(task)

    def _on_sent(
        self, request: SimulationRequest, task: SubmitTask, client: Client, ok: bool, error: Optional[ForeshockError]
    ) -> None:
        if self._submits.get(request.job_id) is not task:
            return  # called off, or we are closed
        del self._submits[request.job_id]
        if not self.collector.is_tracked(request.job_id):
            return
        if error is None:
            (self.collector.note_all_sent if ok else self.collector.stop)(request)
        elif isinstance(error, BrokerError) and (client is not self._client or not client.is_alive()):
            # The connection ended, not the request.
            self._go_over(request, client, error)
        else:
            # The tiles that went out before are not wanted any more.
            client.cancel(request.job_id)
            self.collector.fail(request, error)

    def _go_over(self, request: SimulationRequest, former: Client, error: ForeshockError) -> None:
        """Sends the rest by the client that came after another one, or has it wait for such a client."""
        client = self._client
        if client is not None and client is not former and client.is_alive():
            self._send(request, client)
        else:
            self.collector.stop(request, error)

    def _on_state(self, state: State, error: Optional[ForeshockError]) -> None:
        self._is_caught_up = self._is_caught_up and state in (State.CONNECTED, State.BLOCKED)
        self.logs.note_connection(state, error)
        if state is State.CONNECTED:
            self.collector.note_trouble(error)
            self._follow()
        elif error is not None:
            self.collector.note_trouble(error)
        self.connection_changed.emit(state, error)

    def _on_outcome(self, outcome: Outcome) -> None:
        # What was done while nobody listened comes all at once: that is not the pace of the fleet.
        waited = not self._is_caught_up and self._senders.get(outcome.job_id) is not self._client
        self.collector.note_outcome(outcome, waited)

    def _follow(self) -> None:
        """Follows what an earlier session left, while the outcomes that wait for it arrive."""
        if not self._is_caught_up:
            for request in list(self.journal.open_requests()):
                if not self.collector.is_tracked(request.job_id):
                    self.collector.track(request)

    def _on_caught_up(self) -> None:
        self._is_caught_up = True
        self._resume()

    def _resume(self) -> None:
        """Takes up what an earlier session left: tiles without an outcome go out again, the fleet's cache answers."""
        now = datetime.now(timezone.utc)
        for request in list(self.journal.open_requests()):
            job_id = request.job_id
            followed = self.collector.is_tracked(job_id) and self._senders.get(job_id) is self._client
            if followed or self.collector.is_composing(job_id) or job_id in self._submits or self._client is None:
                continue
            if not self.collector.is_tracked(job_id):
                self.collector.track(request)
            if request.deadline <= now and len(self.journal.recorded(job_id)) < len(request.plan()):
                self.collector.fail(request, _too_late())
            else:
                self._send(request, self._client)

    def _on_answer(self, future: Future) -> None:
        if future is not self._question:
            return  # an older question
        self._question = None
        error = future.exception()
        if error is None:
            self.capabilities_received.emit(future.result())
        else:
            self.capabilities_failed.emit(error)


def _too_late() -> ForeshockError:
    return ForeshockError(_tr("Its results did not come in time."), _tr("Run it again."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockService", text)
