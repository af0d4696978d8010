"""The one thread that owns the broker's connection.

Commands come in through :meth:`AmqpClient.publish` and its sisters, each answered by a future; outcomes and events go
out through a listener, called on this thread. A command that was not confirmed is published again after a reconnect:
duplicates are possible, losses are not.
"""

from __future__ import annotations

import logging
import random
import ssl
import threading
import time
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Deque, Dict, Optional
from uuid import UUID, uuid4

from .._vendor import pika
from .._vendor.pika import exceptions as amqp_errors
from ..core import codec, topology
from ..core.broker_settings import BrokerSettings
from ..core.errors import BrokerError, ForeshockError
from ..core.messages import (
    CANCEL_SCHEMA,
    CAPABILITIES_REQUEST_SCHEMA,
    JOB_SCHEMA,
    Cancel,
    Capabilities,
    CapabilitiesRequest,
    Job,
)
from .client import Listener, State
from .explain import explain, queue_full, unroutable

logger = logging.getLogger(__name__)

#: Seconds that a broker has for each step of the handshake.
_CONNECT_SECONDS = 10.0
_HEARTBEAT_SECONDS = 60
#: Tries before the first success; afterwards there is no end to them.
_FIRST_TRIES = 3
_LONGEST_PAUSE = 30.0
#: How long a fleet may take to say what it can do, seconds.
CAPABILITIES_SECONDS = 5.0
#: Outcomes handed out before the first is acknowledged.
_PREFETCH = 16
#: Longest wait for something to do, seconds; commands end it at once.
_TICK = 0.5


@dataclass
class _Command:
    exchange: str
    key: str
    body: bytes
    properties: pika.BasicProperties
    mandatory: bool
    what: str
    future: Future = field(default_factory=Future)
    #: Answered by a message, not by the broker's confirm.
    is_question: bool = False


class AmqpClient:
    """A connection that lasts from :meth:`start` to :meth:`close`."""

    def __init__(self, settings: BrokerSettings, client_id: str, listener: Listener) -> None:
        self._settings = settings
        self._client_id = client_id
        self._listener = listener
        self._lock = threading.Lock()
        self._commands: Deque[_Command] = deque()
        self._questions: Dict[str, tuple] = {}
        self._closing = threading.Event()
        self._connection: Optional[pika.BlockingConnection] = None
        self._publisher: Any = None
        self._consumer: Any = None
        self._ever_connected = False
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
        self._wake()
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
        return self._submit(_Command(topology.JOBS, key, job.body(), properties, True, "jobs"))

    def cancel(self, job_id: UUID) -> Future:
        """Tells the fleet that nobody wants a request any more."""
        properties = pika.BasicProperties(
            content_type="application/json", type=CANCEL_SCHEMA, user_id=self._settings.user
        )
        key = topology.cancel_key(self._settings.user, job_id)
        body = codec.dumps(Cancel(job_id))
        # Not mandatory: without a worker there is nobody to tell, and nothing to end.
        return self._submit(_Command(topology.CONTROL, key, body, properties, False, "cancels"))

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
        command = _Command("", topology.CAPABILITIES, body, properties, True, "questions", is_question=True)
        return self._submit(command)

    def _submit(self, command: _Command) -> Future:
        with self._lock:
            ended = self._ended
            if ended is None and not self._closing.is_set():
                self._commands.append(command)
        if ended is not None or self._closing.is_set():
            _fail(command.future, ended or _closed())
        else:
            self._wake()
        return command.future

    def _wake(self) -> None:
        connection = self._connection
        if connection is not None:
            try:
                connection.add_callback_threadsafe(lambda: None)
            except amqp_errors.AMQPError:
                pass  # the loop notices the end of the connection by itself

    # On the AMQP thread -----------------------------------------------------------------------------------------

    def _run(self) -> None:
        attempt = 0
        while not self._closing.is_set():
            self._tell(State.RECONNECTING if self._ever_connected else State.CONNECTING)
            error: Optional[ForeshockError] = None
            try:
                self._open()
                attempt = 0
                self._serve()
            except Exception as cause:
                if not isinstance(cause, (amqp_errors.AMQPError, OSError, ForeshockError)):
                    logger.exception("the AMQP thread met an unexpected error")
                error = explain(cause, self._settings)
            finally:
                self._shut()
            if self._closing.is_set():
                break
            attempt += 1
            hopeless = getattr(error, "permanent", False) or (not self._ever_connected and attempt >= _FIRST_TRIES)
            if error is not None and hopeless:
                self._end(State.FAILED, error)
                return
            self._tell(State.RECONNECTING if self._ever_connected else State.CONNECTING, error)
            # Full jitter: clients that lost the same broker do not come back at the same moment.
            self._closing.wait(random.uniform(0.1, min(_LONGEST_PAUSE, 0.5 * 2**attempt)))  # nosec B311
        self._end(State.CLOSED, None)

    def _open(self) -> None:
        settings = self._settings
        tls = None
        if settings.tls:
            tls = pika.SSLOptions(ssl.create_default_context(), settings.host)
        parameters = pika.ConnectionParameters(
            host=settings.host,
            port=settings.port,
            virtual_host=settings.vhost,
            credentials=pika.PlainCredentials(settings.user, settings.password, erase_on_connect=False),
            heartbeat=_HEARTBEAT_SECONDS,
            blocked_connection_timeout=_HEARTBEAT_SECONDS,
            socket_timeout=_CONNECT_SECONDS,
            stack_timeout=_CONNECT_SECONDS * 1.5,
            ssl_options=tls,
            client_properties={"connection_name": f"foreshock-qgis {self._client_id}", "product": "Foreshock for QGIS"},
        )
        connection = pika.BlockingConnection(parameters)
        self._connection = connection
        user, client = settings.user, self._client_id
        self._consumer = connection.channel()
        self._consumer.basic_qos(prefetch_count=_PREFETCH)
        replies = topology.reply_queue(user, client)
        self._consumer.queue_declare(replies, durable=True, arguments=topology.REPLY_QUEUE_ARGUMENTS)
        self._consumer.queue_bind(replies, topology.REPLIES, topology.reply_key(user, client))
        events = topology.event_queue(user, client)
        self._consumer.queue_declare(events, exclusive=True, auto_delete=True, arguments=topology.EVENT_QUEUE_ARGUMENTS)
        self._consumer.queue_bind(events, topology.EVENTS, topology.event_binding(user, client))
        self._publisher = connection.channel()
        # The pseudo queue must be consumed on the channel that asks, before it asks.
        self._publisher.basic_consume(topology.DIRECT_REPLY_TO, self._on_answer, auto_ack=True)
        self._publisher.confirm_delivery()
        self._consumer.basic_consume(events, self._on_event, auto_ack=True)
        self._consumer.basic_consume(replies, self._on_reply, exclusive=True)
        self._ever_connected = True
        self._tell(State.CONNECTED)

    def _serve(self) -> None:
        while not self._closing.is_set():
            self._drain()
            self._expire_questions()
            self._connection.process_data_events(time_limit=_TICK)

    def _drain(self) -> None:
        """Publishes what waits. A command leaves the line only when it is settled."""
        while self._commands and not self._closing.is_set():
            command = self._commands[0]
            if not command.future.cancelled():
                self._publish(command)
            with self._lock:
                self._commands.popleft()

    def _publish(self, command: _Command) -> None:
        if command.is_question:
            deadline = time.monotonic() + CAPABILITIES_SECONDS
            self._questions[command.properties.correlation_id] = (command.future, deadline)
        try:
            self._publisher.basic_publish(
                command.exchange, command.key, command.body, command.properties, command.mandatory
            )
        except amqp_errors.UnroutableError:
            _fail(command.future, unroutable(command.what))
        except amqp_errors.NackError:
            _fail(command.future, queue_full())
        else:
            if not command.is_question:
                _succeed(command.future, None)

    def _expire_questions(self) -> None:
        now = time.monotonic()
        for key in [key for key, (_, deadline) in self._questions.items() if deadline < now]:
            future, _ = self._questions.pop(key)
            hint = "Is a worker running? “foreshock doctor” on its machine tells."
            _fail(future, BrokerError("The broker is there, but no worker answers.", hint))

    def _on_answer(self, _channel: Any, _method: Any, properties: Any, body: bytes) -> None:
        future, _ = self._questions.pop(properties.correlation_id, (None, 0.0))
        if future is None:
            return
        try:
            _succeed(future, Capabilities.parse(body))
        except ForeshockError as error:
            hint = "Plugin and fleet may be of different versions."
            _fail(future, BrokerError(f"The fleet's answer cannot be read ({error.message}).", hint))

    def _on_event(self, _channel: Any, _method: Any, _properties: Any, body: bytes) -> None:
        self._listener.on_event(body)

    def _on_reply(self, channel: Any, method: Any, _properties: Any, body: bytes) -> None:
        self._listener.on_outcome(body)
        channel.basic_ack(method.delivery_tag)

    def _shut(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None and connection.is_open:
            try:
                connection.close()
            except (amqp_errors.AMQPError, OSError):
                pass  # it is gone already

    def _end(self, state: State, error: Optional[ForeshockError]) -> None:
        with self._lock:
            self._ended = error or _closed()
            waiting = [command.future for command in self._commands]
            self._commands.clear()
        waiting += [future for future, _ in self._questions.values()]
        self._questions.clear()
        for future in waiting:
            _fail(future, self._ended)
        self._tell(state, error)

    def _tell(self, state: State, error: Optional[ForeshockError] = None) -> None:
        self._listener.on_state(state, error)


def _closed() -> BrokerError:
    return BrokerError("The connection to the broker was closed.", "Run the simulation again.")


def _succeed(future: Future, value: Any) -> None:
    if future.set_running_or_notify_cancel() if not future.done() else False:
        future.set_result(value)


def _fail(future: Future, error: ForeshockError) -> None:
    if future.set_running_or_notify_cancel() if not future.done() else False:
        future.set_exception(error)
