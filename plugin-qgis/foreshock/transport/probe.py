"""Tests a connection step by step, as a client would use it. Runs on a thread of its own: each step may take
seconds."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess  # nosec B404
import time
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from enum import Enum
from typing import Any, Callable, Iterator, List, Optional, Tuple
from uuid import uuid4

from .._vendor import pika
from .._vendor.pika import exceptions as amqp_errors
from ..core import codec, topology, words
from ..core.broker_settings import BrokerSettings, LocalSettings, Settings
from ..core.errors import BrokerError, ForeshockError
from ..core.messages import (
    CANCEL_SCHEMA,
    CAPABILITIES_REQUEST_SCHEMA,
    Cancel,
    Capabilities,
    CapabilitiesRequest,
    new_job_id,
)
from .client import Listener
from .connected import connection_over
from .explain import CONNECTION_ERRORS, explain, nobody_answers, unreadable_answer, unroutable
from .local import NO_WINDOW, LocalClient, not_startable
from .parameters import CONNECT_SECONDS, parameters
from .session import CAPABILITIES_SECONDS
from .tls import context, describe
from .tunnel import CalledOff, open_tunnel

#: A broker that takes no messages is not waited for, seconds.
_BLOCKED_SECONDS = 5.0
#: A program has so long to say its version, seconds.
_VERSION_SECONDS = 20.0
_POLL = 0.2


class Verdict(Enum):
    """How a step ended."""

    GOOD = "✓"
    BAD = "✗"
    NOT_TRIED = "–"


@dataclass(frozen=True)
class Step:
    """One step of a test: what was found, or what is wrong and what to do."""

    title: str
    verdict: Verdict
    detail: str

    def __str__(self) -> str:
        return f"{self.verdict.value} {self.title}: {self.detail}"


_Check = Tuple[str, Callable[[], str]]


def probe(settings: Settings, is_cancelled: Callable[[], bool] = lambda: False) -> Iterator[Step]:
    """Gives each step as it ends; after the first failure the others are not tried. Ends early when called off."""
    if isinstance(settings, LocalSettings):
        yield from _walk(_LocalProbe(settings, is_cancelled).checks(), is_cancelled)
        return
    broker = _BrokerProbe(settings, is_cancelled)
    try:
        yield from _walk(broker.checks(), is_cancelled)
    finally:
        broker.close()


def diagnostics(settings: Settings, steps: List[Step]) -> str:
    """What may be sent to an operator: no secret is in it."""
    if isinstance(settings, LocalSettings):
        head = _tr("This computer: {program}, model {model}").format(
            program=settings.program, model=settings.model or _tr("of the program")
        )
    else:
        login = _tr("certificate") if settings.external else _tr("password")
        way = _tr("directly") if settings.proxy is None else settings.proxy.label()
        head = _tr("Broker: {address}, login by {login}, way: {way}").format(
            address=settings.public_url(), login=login, way=way
        )
    return "\n".join([head, *map(str, steps)])


def _walk(checks: List[_Check], is_cancelled: Callable[[], bool]) -> Iterator[Step]:
    failed = False
    for title, check in checks:
        if is_cancelled():
            return
        if failed:
            yield Step(title, Verdict.NOT_TRIED, _tr("not tried"))
            continue
        try:
            yield Step(title, Verdict.GOOD, check())
        except CalledOff:
            return
        except ForeshockError as error:
            failed = True
            yield Step(title, Verdict.BAD, str(error))


class _BrokerProbe:
    """From the name to the worker's answer, with one connection that leaves nothing behind."""

    def __init__(self, settings: BrokerSettings, is_cancelled: Callable[[], bool]) -> None:
        self._settings = settings
        self._is_cancelled = is_cancelled
        self._addresses: List[Any] = []
        self._connection: Optional[pika.BlockingConnection] = None
        self._refusal: Optional[ForeshockError] = None
        self._answer: Optional[Capabilities] = None
        self._seconds = 0.0

    def checks(self) -> List[_Check]:
        checks: List[_Check] = [(_tr("Name"), self._resolve), (_tr("Port"), self._connect)]
        if self._settings.proxy is not None:
            # It resolves the name and calls the port.
            checks = [(_tr("Proxy"), self._open_way)]
        if self._settings.tls:
            checks.append((_tr("Encryption"), self._encrypt))
        return [
            *checks,
            (_tr("Login"), self._log_in),
            (_tr("Virtual host"), self._enter),
            (_tr("Queues and permissions"), self._use_queues),
            (_tr("Worker"), self._ask),
            (_tr("Round trip"), self._tell_time),
        ]

    def close(self) -> None:
        if self._connection is not None and self._connection.is_open:
            try:
                self._connection.close()
            except CONNECTION_ERRORS:
                pass  # it is gone already

    def _resolve(self) -> str:
        settings = self._settings
        try:
            self._addresses = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise explain(error, settings) from None
        return _tr("{host} is {address}").format(host=settings.host, address=self._addresses[0][4][0])

    def _connect(self) -> str:
        self._open_socket().close()
        return _tr("{port} answers").format(port=self._settings.port)

    def _open_way(self) -> str:
        settings = self._settings
        self._open_socket().close()
        return _tr("{proxy} opens the way to {place}").format(
            proxy=settings.proxy.label(), place=f"{settings.host}:{settings.port}"
        )

    def _encrypt(self) -> str:
        settings = self._settings
        trust = context(settings)
        try:
            with self._open_socket() as plain, trust.wrap_socket(plain, server_hostname=settings.host) as secure:
                return _tr("{version}, certificate {certificate}").format(
                    version=secure.version(), certificate=describe(secure.getpeercert() or {})
                )
        except OSError as error:
            raise explain(error, settings) from None

    def _open_socket(self) -> socket.socket:
        if self._settings.proxy is not None:
            tunnel = open_tunnel(self._settings, self._is_cancelled)
            tunnel.settimeout(CONNECT_SECONDS)
            return tunnel
        try:
            return socket.create_connection((self._settings.host, self._settings.port), CONNECT_SECONDS)
        except OSError as error:
            raise explain(error, self._settings) from None

    def _log_in(self) -> str:
        settings = self._settings
        opening = parameters(settings, "foreshock-qgis connection test", _BLOCKED_SECONDS)
        kind = None
        if settings.proxy is not None:
            kind = connection_over(open_tunnel(settings, self._is_cancelled))
        try:
            self._connection = pika.BlockingConnection(opening, _impl_class=kind)
        except CONNECTION_ERRORS as error:
            refusal = explain(error, settings)
            if not (isinstance(error, amqp_errors.ProbableAccessDeniedError) or getattr(error, "reply_code", 0) == 530):
                raise refusal from None
            # The broker asks for the name first: it knows us, and refuses the virtual host.
            self._refusal = refusal
        if settings.external:
            return _tr("as {user}, by certificate").format(user=settings.user)
        return _tr("as {user}, by password").format(user=settings.user)

    def _enter(self) -> str:
        if self._refusal is not None:
            raise self._refusal
        return _tr("{vhost} is open").format(vhost=self._settings.vhost)

    def _use_queues(self) -> str:
        """Does what a client does, with queues of its own that go away with the connection."""
        settings, me = self._settings, str(uuid4())
        user = settings.user
        try:
            channel = self._connection.channel()
            for queue, exchange, key in (
                (topology.reply_queue(user, me), topology.REPLIES, topology.reply_key(user, me)),
                (topology.event_queue(user, me), topology.EVENTS, topology.event_binding(user, me)),
            ):
                channel.queue_declare(queue, exclusive=True, auto_delete=True)
                channel.queue_bind(queue, exchange, key)
                channel.basic_consume(queue, lambda *_: None, auto_ack=True)
            channel.confirm_delivery()
            self._publish_to_nobody(channel)
            # A cancel of a request that does not exist changes nothing.
            job_id = new_job_id()
            properties = pika.BasicProperties(content_type="application/json", type=CANCEL_SCHEMA, user_id=user)
            channel.basic_publish(
                topology.CONTROL, topology.cancel_key(user, job_id), codec.dumps(Cancel(job_id)), properties
            )
            channel.close()
            self._look_for_queues()
        except CONNECTION_ERRORS as error:
            raise explain(error, settings) from None
        return _tr("all that a client needs")

    def _publish_to_nobody(self, channel: Any) -> None:
        """May we publish jobs? Shown by a question that wants no answer and is dropped unless a worker takes it at
        once: clients may use no key that no queue takes."""
        properties = pika.BasicProperties(user_id=self._settings.user, expiration="0")
        body = codec.dumps(CapabilitiesRequest())
        try:
            channel.basic_publish(topology.JOBS, topology.CAPABILITIES_KEY, body, properties, mandatory=True)
        except amqp_errors.UnroutableError:
            pass  # the exchange is there, and we may use it; what is missing is looked for next

    def _look_for_queues(self) -> None:
        for queue in topology.STANDING_QUEUES:
            channel = self._connection.channel()
            try:
                channel.queue_declare(queue, passive=True)
                channel.close()
            except amqp_errors.ChannelClosedByBroker as error:
                # Newer brokers let only those look who may configure; what is missing shows at the first job then.
                if error.reply_code != 403:
                    raise

    def _tell_time(self) -> str:
        return _tr("{time} ms from question to answer").format(time=round(1000 * self._seconds))

    def _ask(self) -> str:
        settings = self._settings
        answers: List[bytes] = []
        properties = pika.BasicProperties(
            content_type="application/json",
            type=CAPABILITIES_REQUEST_SCHEMA,
            correlation_id=uuid4().hex,
            reply_to=topology.DIRECT_REPLY_TO,
            user_id=settings.user,
            expiration=str(int(CAPABILITIES_SECONDS * 1000)),
        )
        try:
            channel = self._connection.channel()
            channel.basic_consume(topology.DIRECT_REPLY_TO, lambda *got: answers.append(got[3]), auto_ack=True)
            channel.confirm_delivery()
            begin = time.monotonic()
            body = codec.dumps(CapabilitiesRequest())
            channel.basic_publish(topology.JOBS, topology.CAPABILITIES_KEY, body, properties, mandatory=True)
            while not answers and time.monotonic() - begin < CAPABILITIES_SECONDS:
                self._connection.process_data_events(time_limit=_POLL)
            self._seconds = time.monotonic() - begin
        except amqp_errors.UnroutableError:
            raise unroutable("questions") from None
        except CONNECTION_ERRORS as error:
            raise explain(error, settings) from None
        if not answers:
            raise nobody_answers()
        try:
            return _introduce(Capabilities.parse(answers[0]))
        except ForeshockError as error:
            raise unreadable_answer(error) from None


class _LocalProbe:
    """The program, its version, its model."""

    def __init__(self, settings: LocalSettings, is_cancelled: Callable[[], bool]) -> None:
        self._settings = settings
        self._is_cancelled = is_cancelled

    def checks(self) -> List[_Check]:
        return [(_tr("Program"), self._find), (_tr("Version"), self._ask_version), (_tr("Model"), self._load)]

    def _find(self) -> str:
        program = self._settings.program
        if not os.path.isfile(program):
            raise BrokerError(
                _tr("There is no file “{path}”.").format(path=program),
                _tr("Choose the program “foreshock” (on Windows “foreshock.exe”)."),
            )
        if shutil.which(program) is None:
            raise BrokerError(
                _tr("{path} is not a program that may be run.").format(path=program),
                _tr("Allow its execution in its properties."),
            )
        return program

    def _ask_version(self) -> str:
        try:
            # A list, no shell, and the program that the user chose.
            done = subprocess.run(  # nosec B603
                [self._settings.program, "--version"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_VERSION_SECONDS,
                creationflags=NO_WINDOW,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise BrokerError(
                _tr("{path} does not say its version.").format(path=self._settings.program),
                _tr("Choose the program “foreshock”."),
            ) from None
        except OSError as error:
            raise not_startable(self._settings, error) from None
        said = done.stdout.decode(errors="replace").strip()
        if done.returncode or not said.startswith("foreshock"):
            spoken = [*done.stderr.decode(errors="replace").splitlines(), *said.splitlines(), _tr("it says nothing")]
            reason = next(line.strip() for line in spoken if line.strip())
            raise BrokerError(
                _tr("{path} is not Foreshock, or does not run here: {reason}.").format(
                    path=self._settings.program, reason=reason
                ),
                _tr("Choose the program “foreshock”; if this is it, install it anew."),
            )
        return said

    def _load(self) -> str:
        client = LocalClient(self._settings, Listener())
        client.start()
        try:
            answer = client.capabilities()
            while not self._is_cancelled():
                try:
                    return _introduce(answer.result(_POLL))
                except FutureTimeout:
                    continue
            raise CalledOff
        finally:
            client.close()


def _introduce(capabilities: Capabilities) -> str:
    models = "; ".join(
        (_tr("{model} ({licence})") if model.licence.accepted else _tr("{model} ({licence}, not accepted)")).format(
            model=model.name, licence=model.licence.name
        )
        for model in capabilities.models
    )
    return _tr("{models}, version {version}").format(models=models or _tr("no model"), version=capabilities.version)


def _tr(text: str) -> str:
    return words.translate("ForeshockProbe", text)
