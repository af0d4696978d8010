"""One connection to the broker, from its opening to its end: queues, consumers, publishing with confirms.

Everything here runs on the thread that calls :meth:`Session.run`, except :meth:`Session.wake`. Nothing waits for the
broker: a broker that takes no jobs (short of memory, say) still delivers outcomes, and a close is heard at once.
"""

from __future__ import annotations

import socket
from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Generator, List, Optional

from .._vendor import pika
from .._vendor.pika import exceptions as amqp_errors
from .._vendor.pika import spec
from .._vendor.pika.adapters.select_connection import IOLoop, SelectConnection
from ..core import topology
from ..core.errors import ForeshockError
from .connected import ConnectedServices
from .explain import nobody_answers, unroutable

#: How long a fleet may take to say what it can do, seconds.
CAPABILITIES_SECONDS = 5.0
#: Outcomes handed out before the first is acknowledged.
_PREFETCH = 16
#: Messages on their way to the broker without its confirm; each may have 8 MiB.
_UNCONFIRMED = 8
#: When nothing of what waited at the broker has come for so long, seconds, the rest has expired there.
_EXPIRED_SECONDS = 2.0
#: A broker that does not answer a close is left, seconds.
_CLOSE_SECONDS = 2.0


@dataclass
class Command:
    """A message to publish; settled by the broker's confirm, or by an answer if it is a question."""

    exchange: str
    key: str
    body: bytes
    properties: pika.BasicProperties
    mandatory: bool
    what: str
    future: Future = field(default_factory=Future)
    is_question: bool = False
    #: After it, seconds since the epoch, nobody waits for an outcome; jobs have one.
    deadline: Optional[float] = None
    #: Place in line; kept when it must be published again.
    number: int = 0
    was_returned: bool = False

    @property
    def is_job(self) -> bool:
        return self.deadline is not None


class Owner:
    """Who hears of what a session meets."""

    def on_ready(self) -> None:
        """All queues are consumed; commands are taken."""

    def on_caught_up(self) -> None:
        """The outcomes that waited when the session began have been handed out."""

    def on_outcome(self, body: bytes) -> None:
        """It is acknowledged when this returns; an exception ends the session, and the outcome comes again."""

    def on_event(self, body: bytes) -> None:
        """Progress."""

    def on_settled(self, command: Command, error: Optional[ForeshockError], answer: Optional[bytes]) -> None:
        """A command is done with."""

    def on_refused(self, command: Command) -> None:
        """The queue is full; the command is in nobody's hands."""

    def on_blocked(self, reason: Optional[str]) -> None:
        """The broker takes no messages for the reason given, or takes them again."""


class Session:
    """One connection; see the module."""

    def __init__(
        self,
        parameters: pika.ConnectionParameters,
        user: str,
        client_id: str,
        owner: Owner,
        sock: Optional[socket.socket] = None,
    ) -> None:
        """``sock`` leads to the broker already; without it the broker is called at its address."""
        self._user = user
        self._client_id = client_id
        self._owner = owner
        self._loop = IOLoop()
        self._sock = sock
        self._cause: Optional[BaseException] = None
        self._closing = False
        self._is_ready = False
        self._is_blocked = False
        #: Outcomes that waited at the broker and are not handed out yet; none once their owner knows that all are.
        self._backlog: Optional[int] = 0
        self._tag = 0
        self._unconfirmed: OrderedDict[int, Command] = OrderedDict()
        self._questions: Dict[str, Command] = {}
        self._publisher: Any = None
        self._setup = self._set_up()
        self._connection = SelectConnection(
            parameters,
            on_open_callback=self._on_open,
            on_open_error_callback=self._on_closed,
            on_close_callback=self._on_closed,
            custom_ioloop=self._loop if sock is None else ConnectedServices(self._loop, sock),
        )
        self._connection.add_on_connection_blocked_callback(self._on_blocked)
        self._connection.add_on_connection_unblocked_callback(self._on_unblocked)

    def run(self) -> Optional[BaseException]:
        """Serves until the end; gives its cause, or None after :meth:`close`."""
        try:
            self._loop.start()
        finally:
            self._loop.close()
            if self._sock is not None:
                self._sock.close()  # it may never have been used
        return self._cause

    def wake(self, callback: Callable[[], None]) -> None:
        """Has ``callback`` called on the session's thread. Any thread may call."""
        self._loop.add_callback_threadsafe(callback)

    def later(self, seconds: float, callback: Callable[[], None]) -> None:
        """Has ``callback`` called on the session's thread after a while, if the session lives that long."""
        self._loop.call_later(seconds, callback)

    def close(self, cause: Optional[BaseException] = None) -> None:
        """Ends the session; ``cause`` is what :meth:`run` gives."""
        if self._closing:
            return
        self._closing = True
        self._cause = cause
        self._loop.call_later(_CLOSE_SECONDS, self._loop.stop)
        if not (self._connection.is_closing or self._connection.is_closed):
            self._connection.close()

    def has_room(self) -> bool:
        """Whether a command would be taken now."""
        free = len(self._unconfirmed) < _UNCONFIRMED
        return self._is_ready and not self._is_blocked and not self._closing and free

    def publish(self, command: Command) -> None:
        """Sends a command; :meth:`Owner.on_settled` tells how it ended."""
        self._tag += 1
        command.was_returned = False
        self._unconfirmed[self._tag] = command
        if command.is_question:
            key = command.properties.correlation_id
            self._questions[key] = command
            self._loop.call_later(CAPABILITIES_SECONDS, lambda: self._expire(key))
        self._publisher.basic_publish(
            command.exchange, command.key, command.body, command.properties, command.mandatory
        )

    def unsettled(self) -> List[Command]:
        """After the end: what must be published again, in order."""
        sent = list(self._unconfirmed.values())
        asked = [each for each in self._questions.values() if not any(each is other for other in sent)]
        return [*sent, *asked]

    # Opening ----------------------------------------------------------------------------------------------------

    def _on_open(self, _connection: Any) -> None:
        self._advance()

    def _advance(self, answer: Any = None) -> None:
        """The broker has answered: takes the next step of the set-up."""
        if self._closing:
            return
        try:
            step = self._setup.send(answer)
        except StopIteration:
            self._is_ready = True
            self._guarded(self._owner.on_ready)
            self._check_backlog()
        else:
            step(self._advance)

    def _check_backlog(self, before: Optional[int] = None) -> None:
        """Tells the owner when all that waited is handed out, or the rest does not come."""
        left = self._backlog
        if left is None or self._closing:
            return
        if left in (0, before):
            self._backlog = None
            self._guarded(self._owner.on_caught_up)
        else:
            self._loop.call_later(_EXPIRED_SECONDS, lambda: self._check_backlog(left))

    def _set_up(self) -> Generator[Callable[[Callable], Any], Any, None]:
        """Each ``yield`` asks the broker for something and goes on with its answer."""
        user, client = self._user, self._client_id
        consumer = yield self._open_channel
        yield lambda done: consumer.basic_qos(prefetch_count=_PREFETCH, callback=done)
        replies, key = topology.reply_queue(user, client), topology.reply_key(user, client)
        arguments = topology.REPLY_QUEUE_ARGUMENTS
        declared = yield lambda done: consumer.queue_declare(replies, durable=True, arguments=arguments, callback=done)
        self._backlog = declared.method.message_count
        yield lambda done: consumer.queue_bind(replies, topology.REPLIES, key, callback=done)
        events, binding = topology.event_queue(user, client), topology.event_binding(user, client)
        arguments = topology.EVENT_QUEUE_ARGUMENTS
        yield lambda done: consumer.queue_declare(
            events, exclusive=True, auto_delete=True, arguments=arguments, callback=done
        )
        yield lambda done: consumer.queue_bind(events, topology.EVENTS, binding, callback=done)
        self._publisher = yield self._open_channel
        self._publisher.add_on_return_callback(self._on_returned)
        # The pseudo queue must be consumed on the channel that asks, before it asks.
        answers = topology.DIRECT_REPLY_TO
        yield lambda done: self._publisher.basic_consume(answers, self._on_answer, auto_ack=True, callback=done)
        yield lambda done: self._publisher.confirm_delivery(self._on_confirm, callback=done)
        yield lambda done: consumer.basic_consume(events, self._on_event, auto_ack=True, callback=done)
        yield lambda done: consumer.basic_consume(replies, self._on_reply, exclusive=True, callback=done)

    def _open_channel(self, done: Callable[[Any], None]) -> None:
        def opened(channel: Any) -> None:
            channel.add_on_close_callback(self._on_channel_closed)
            channel.add_on_cancel_callback(self._on_cancelled)
            done(channel)

        self._connection.channel(on_open_callback=opened)

    # What the broker says ---------------------------------------------------------------------------------------

    def _on_closed(self, _connection: Any, reason: BaseException) -> None:
        if not self._closing:
            self._closing = True
            self._cause = reason
        self._loop.stop()

    def _on_channel_closed(self, _channel: Any, reason: BaseException) -> None:
        # A session with one channel less is none; the next one begins with all of them.
        if isinstance(reason, amqp_errors.ChannelClosedByBroker):
            self.close(reason)

    def _on_cancelled(self, _frame: Any) -> None:
        self.close(amqp_errors.AMQPChannelError("a queue of this client was deleted"))

    def _on_blocked(self, _connection: Any, frame: Any) -> None:
        self._is_blocked = True
        self._guarded(self._owner.on_blocked, str(frame.method.reason or "no reason given"))

    def _on_unblocked(self, _connection: Any, _frame: Any) -> None:
        self._is_blocked = False
        self._guarded(self._owner.on_blocked, None)

    def _on_event(self, _channel: Any, _method: Any, _properties: Any, body: bytes) -> None:
        self._guarded(self._owner.on_event, body)

    def _on_reply(self, channel: Any, method: Any, _properties: Any, body: bytes) -> None:
        # What was handed out before a failure is not acknowledged: it comes again, in order.
        if not self._closing and self._guarded(self._owner.on_outcome, body):
            channel.basic_ack(method.delivery_tag)
            if self._backlog:
                self._backlog -= 1
                if self._backlog == 0:
                    self._check_backlog()

    def _on_returned(self, _channel: Any, _method: Any, properties: Any, _body: bytes) -> None:
        """A message that no queue takes comes back before its confirm."""
        for command in self._unconfirmed.values():
            ours = command.properties
            if (ours.message_id, ours.correlation_id) == (properties.message_id, properties.correlation_id):
                command.was_returned = True
                return

    def _on_confirm(self, frame: Any) -> None:
        tag = frame.method.delivery_tag
        tags = [each for each in self._unconfirmed if each <= tag] if frame.method.multiple else [tag]
        for each in tags:
            command = self._unconfirmed.pop(each, None)
            if command is None:
                continue
            if isinstance(frame.method, spec.Basic.Nack):
                self._questions.pop(command.properties.correlation_id, None)
                self._guarded(self._owner.on_refused, command)
            elif command.was_returned:
                self._settle(command, unroutable(command.what))
            elif not command.is_question:
                self._settle(command, None)

    def _on_answer(self, _channel: Any, _method: Any, properties: Any, body: bytes) -> None:
        command = self._questions.get(properties.correlation_id)
        if command is not None:
            self._settle(command, None, body)

    def _expire(self, key: str) -> None:
        command = self._questions.get(key)
        if command is not None:
            self._settle(command, nobody_answers())

    def _settle(self, command: Command, error: Optional[ForeshockError], answer: Optional[bytes] = None) -> None:
        self._questions.pop(command.properties.correlation_id, None)
        self._guarded(self._owner.on_settled, command, error, answer)

    def _guarded(self, call: Callable[..., None], *arguments: Any) -> bool:
        """Calls the owner; what it raises ends the session, in order. Says whether it went well."""
        try:
            call(*arguments)
        except Exception as error:  # noqa: BLE001 - handed on as the session's cause
            self.close(error)
            return False
        return True
