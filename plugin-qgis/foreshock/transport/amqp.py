"""The one thread that owns the broker's connection.

Commands come in through :meth:`AmqpClient.publish` and its sisters, each answered by a future; outcomes and events go
out through a listener, called on this thread. A command that was not confirmed is published again after a reconnect:
duplicates are possible, losses are not.
"""

from __future__ import annotations

import itertools
import logging
import random
import threading
import time
from collections import deque
from concurrent.futures import Future
from typing import Deque, List, Optional
from uuid import UUID, uuid4

from .._vendor import pika
from ..core import codec, topology
from ..core.broker_settings import BrokerSettings
from ..core.errors import ForeshockError
from ..core.messages import (
    CANCEL_SCHEMA,
    CAPABILITIES_REQUEST_SCHEMA,
    JOB_SCHEMA,
    Cancel,
    Capabilities,
    CapabilitiesRequest,
    Job,
)
from .client import Listener, State, fail, succeed
from .explain import (
    CONNECTION_ERRORS,
    blocked,
    closed,
    explain,
    is_still_held,
    queue_full,
    too_late,
    unreadable_answer,
)
from .parameters import parameters
from .session import CAPABILITIES_SECONDS, Command, Owner, Session
from .tunnel import CalledOff, open_tunnel

logger = logging.getLogger(__name__)

#: Tries before the first success; afterwards there is no end to them.
_FIRST_TRIES = 3
_LONGEST_PAUSE = 30.0
#: Pause of the publishing while the queue is full, seconds, times the refusals in a row.
_FULL_PAUSE = 2.0


class AmqpClient(Owner):
    """A connection that lasts from :meth:`start` to :meth:`close`."""

    def __init__(self, settings: BrokerSettings, client_id: str, listener: Listener) -> None:
        self._settings = settings
        self._client_id = client_id
        self._listener = listener
        self._lock = threading.Lock()
        #: What is not with a session, in order.
        self._commands: Deque[Command] = deque()
        self._numbers = itertools.count()
        #: Refusals in a row of a queue that is full, and whether we wait after one.
        self._refusals = 0
        self._is_waiting = False
        self._closing = threading.Event()
        self._session: Optional[Session] = None
        self._ever_connected = False
        self._attempt = 0
        self._ended: Optional[ForeshockError] = None
        self._thread = threading.Thread(target=self._run, name="foreshock-amqp", daemon=True)

    # Called from any thread -------------------------------------------------------------------------------------

    def start(self) -> None:
        self._thread.start()

    def is_alive(self) -> bool:
        return self._thread.is_alive() and self._ended is None

    def close(self, timeout: float = 5.0) -> None:
        """Ends the connection and the thread; what is not published yet fails."""
        self._closing.set()
        with self._lock:
            if self._session is not None:
                self._session.wake(self._session.close)
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(timeout)

    def publish(self, job: Job) -> Future:
        """Publishes one tile. The future ends with the broker's confirm."""
        remaining = job.deadline.timestamp() - time.time()
        properties = pika.BasicProperties(
            content_type="application/json",
            type=JOB_SCHEMA,
            delivery_mode=2,
            message_id=topology.message_id(job.job_id, job.tile.index),
            correlation_id=str(job.job_id),
            reply_to=topology.reply_key(self._settings.user, self._client_id),
            user_id=self._settings.user,
            timestamp=int(time.time()),
            expiration=str(max(int(remaining * 1000), 1)),
        )
        key = topology.job_key(job.lane.value, job.params.model)
        command = Command(topology.JOBS, key, job.body(), properties, True, "jobs", deadline=job.deadline.timestamp())
        return self._submit(command)

    def cancel(self, job_id: UUID) -> Future:
        """Tells the fleet that nobody wants a request any more."""
        properties = pika.BasicProperties(
            content_type="application/json", type=CANCEL_SCHEMA, user_id=self._settings.user
        )
        key = topology.cancel_key(self._settings.user, job_id)
        body = codec.dumps(Cancel(job_id))
        # Not mandatory: without a worker there is nobody to tell, and nothing to end.
        return self._submit(Command(topology.CONTROL, key, body, properties, False, "cancels"))

    def capabilities(self) -> Future:
        """Asks the fleet what it can do; the future gives :class:`Capabilities`."""
        properties = pika.BasicProperties(
            content_type="application/json",
            type=CAPABILITIES_REQUEST_SCHEMA,
            correlation_id=uuid4().hex,
            reply_to=topology.DIRECT_REPLY_TO,
            user_id=self._settings.user,
            expiration=str(int(CAPABILITIES_SECONDS * 1000)),
        )
        body = codec.dumps(CapabilitiesRequest())
        command = Command(
            topology.JOBS, topology.CAPABILITIES_KEY, body, properties, True, "questions", is_question=True
        )
        return self._submit(command)

    def _submit(self, command: Command) -> Future:
        with self._lock:
            ended = self._ended or (closed() if self._closing.is_set() else None)
            if ended is None:
                command.number = next(self._numbers)
                self._commands.append(command)
                if self._session is not None:
                    self._session.wake(self._drain)
        if ended is not None:
            fail(command.future, ended)
        return command.future

    # On the AMQP thread -----------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._closing.is_set():
            self._tell(self._trying())
            error = self._serve()
            if self._closing.is_set():
                break
            self._attempt += 1
            hopeless = getattr(error, "permanent", False) or (
                not self._ever_connected and self._attempt >= _FIRST_TRIES
            )
            if hopeless:
                self._end(State.FAILED, error)
                return
            self._tell(self._trying(), error)
            # Full jitter: clients that lost the same broker do not come back at the same moment.
            self._closing.wait(random.uniform(0.1, min(_LONGEST_PAUSE, 0.5 * 2 ** min(self._attempt, 6))))  # nosec B311
        self._end(State.CLOSED, None)

    def _serve(self) -> Optional[ForeshockError]:
        """One session; gives the reason of its end."""
        session: Optional[Session] = None
        try:
            opening = parameters(self._settings, f"foreshock-qgis {self._client_id}")
            sock = None if self._settings.proxy is None else open_tunnel(self._settings, self._closing.is_set)
            session = Session(opening, self._settings.user, self._client_id, self, sock)
            with self._lock:
                self._session = session
            if self._closing.is_set():
                session.close()
            cause = session.run()
        except CalledOff:
            return None
        except Exception as error:  # noqa: BLE001 - put into words below
            cause = error
        with self._lock:
            self._session = None
        self._is_waiting = False
        if session is not None:
            self._put_back(session.unsettled())
        if cause is None:
            return None
        if is_still_held(cause):
            # It has let us in, so it is worth waiting for.
            self._ever_connected = True
        if not isinstance(cause, (*CONNECTION_ERRORS, ForeshockError)):
            logger.error("the AMQP thread met an unexpected error", exc_info=cause)
        return explain(cause, self._settings)

    def _put_back(self, commands: List[Command]) -> None:
        with self._lock:
            self._commands = deque(sorted([*commands, *self._commands], key=lambda command: command.number))

    def _drain(self) -> None:
        """Publishes what waits, as far as the session takes it."""
        session = self._session
        while session is not None and session.has_room():
            command = self._next()
            if command is None:
                return
            if command.deadline is not None and command.deadline < time.time():
                fail(command.future, too_late())
            elif not command.future.cancelled():
                session.publish(command)

    def _next(self) -> Optional[Command]:
        """The next in line; while the queue of jobs is full, of what goes elsewhere: a cancel must not wait for it."""
        with self._lock:
            for place, command in enumerate(self._commands):
                if not (self._is_waiting and command.is_job):
                    del self._commands[place]
                    return command
        return None

    def on_ready(self) -> None:
        self._ever_connected = True
        self._attempt = 0
        self._tell(State.CONNECTED)
        self._drain()

    def on_caught_up(self) -> None:
        self._listener.on_caught_up()

    def on_outcome(self, body: bytes) -> None:
        self._listener.on_outcome(body)

    def on_event(self, body: bytes) -> None:
        self._listener.on_event(body)

    def on_settled(self, command: Command, error: Optional[ForeshockError], answer: Optional[bytes]) -> None:
        if self._refusals and error is None and command.is_job:
            self._refusals = 0
            self._tell(State.CONNECTED)
        if error is not None:
            fail(command.future, error)
        elif not command.is_question:
            succeed(command.future, None)
        else:
            try:
                succeed(command.future, Capabilities.parse(answer or b""))
            except ForeshockError as refusal:
                fail(command.future, unreadable_answer(refusal))
        self._drain()

    def on_refused(self, command: Command) -> None:
        self._put_back([command])
        if self._is_waiting or self._session is None:
            return
        self._is_waiting = True
        self._refusals += 1
        self._tell(State.BLOCKED, queue_full())
        self._session.later(min(_FULL_PAUSE * self._refusals, _LONGEST_PAUSE), self._go_on)

    def _go_on(self) -> None:
        self._is_waiting = False
        self._drain()

    def on_blocked(self, reason: Optional[str]) -> None:
        if reason is not None:
            self._tell(State.BLOCKED, blocked(reason))
            return
        self._tell(State.CONNECTED)
        self._drain()

    def _trying(self) -> State:
        return State.RECONNECTING if self._ever_connected else State.CONNECTING

    def _end(self, state: State, error: Optional[ForeshockError]) -> None:
        with self._lock:
            self._ended = error or closed()
            waiting = [command.future for command in self._commands]
            self._commands.clear()
        for future in waiting:
            fail(future, self._ended)
        self._tell(state, error)

    def _tell(self, state: State, error: Optional[ForeshockError] = None) -> None:
        self._listener.on_state(state, error)
