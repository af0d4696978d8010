"""Through proxies to a real broker: HTTP CONNECT and SOCKS5, logins, refusals, silence, the end of a client meanwhile."""

from __future__ import annotations

import logging
import socket
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterator, List
from uuid import uuid4

import pytest
from foreshock._vendor import pika
from foreshock.core import topology
from foreshock.core.broker_settings import BrokerSettings, Proxy, ProxyKind
from foreshock.core.errors import BrokerError
from foreshock.core.messages import Job
from foreshock.transport.amqp import AmqpClient
from foreshock.transport.client import State
from foreshock.transport.probe import Step, Verdict, diagnostics, probe
from foreshock.transport.tunnel import open_tunnel
from proxies import BROKER, StubProxy
from services import Services
from test_probe import failure, verdicts
from test_transport import WAIT, Recorder, make_job, refusal, take

HTTP, SOCKS5 = ProxyKind.HTTP, ProxyKind.SOCKS5
BOTH = pytest.mark.parametrize("kind", [HTTP, SOCKS5], ids=["http", "socks5"])


@pytest.fixture
def url(private_services: Services) -> str:
    return private_services.vhost(f"t-{uuid4().hex[:8]}")


@pytest.fixture
def settings(url: str) -> BrokerSettings:
    """The broker under a name that this machine cannot resolve: only a proxy can."""
    return replace(BrokerSettings.from_url(url), host=BROKER)


@pytest.fixture
def unreached() -> BrokerSettings:
    """For what ends at the proxy."""
    return BrokerSettings(BROKER, 5672, "/", "ana", "x", tls=False)


@pytest.fixture
def secure(private_services: Services, url: str) -> BrokerSettings:
    """The broker's TLS port, under the same name."""
    vhost = BrokerSettings.from_url(url).vhost
    password = private_services.user("ana", vhost)
    pem = (private_services.authority() / "ca.pem").read_text()
    port = private_services.facts()["amqps_port"]
    return BrokerSettings(BROKER, port, vhost, "ana", password).with_authorities(pem)


@pytest.fixture
def worker(url: str) -> Iterator[Any]:
    """A channel of another connection, where a worker would be."""
    connection = pika.BlockingConnection(pika.URLParameters(url))
    yield connection.channel()
    connection.close()


def there_and_back(settings: BrokerSettings, worker: Any, job: Job) -> None:
    """A job goes to the broker, an outcome comes back."""
    recorder, name = Recorder(), str(uuid4())
    amqp = AmqpClient(settings, name, recorder)
    amqp.start()
    amqp.publish(job).result(WAIT)
    assert Job.parse(take(worker, "jobs.interactive")[2]) == job
    body = b"outcome" * 10_000
    worker.basic_publish("replies", topology.reply_key(settings.user, name), body)
    assert recorder.outcomes.get(timeout=WAIT) == body
    amqp.close()
    assert recorder.states == [State.CONNECTING, State.CONNECTED, State.CLOSED]


@BOTH
@pytest.mark.parametrize("login", [("", ""), ("ana", "pass: word")], ids=["open", "login"])
def test_through_a_proxy(kind: ProxyKind, login: Any, settings: BrokerSettings, worker: Any, fixtures: Path) -> None:
    assert "no host" in str(refusal(settings)), "directly it cannot be reached"
    job = make_job(fixtures)
    with StubProxy(kind, *login) as stub:
        there_and_back(settings.through(stub.proxy(*login)), worker, job)
        assert stub.asked == [f"{BROKER}:{settings.port}"], "the proxy resolves the name"
        assert stub.sent > len(job.body()) and stub.received > 70_000


@BOTH
def test_encrypted_through_a_proxy(kind: ProxyKind, secure: BrokerSettings, worker: Any, fixtures: Path) -> None:
    with StubProxy(kind, "ana", "secret") as stub:
        through = secure.through(stub.proxy("ana", "secret"))
        there_and_back(through, worker, make_job(fixtures))
        # The certificate is still held against the broker's name, not the proxy's.
        error = refusal(replace(through, host="127.0.0.1"))
        assert "mismatch" in error.message
        error = refusal(replace(through, ca_pem=""))
        assert "not trusted" in error.message and "opens encrypted connections" in error.hint
        assert stub.sent > 0


@BOTH
def test_the_test_of_a_connection_goes_the_same_way(kind: ProxyKind, secure: BrokerSettings) -> None:
    with StubProxy(kind, "ana", "secret") as stub:
        through = secure.through(stub.proxy("ana", "secret"))
        steps = list(probe(through))
        titles = ["Proxy", "Encryption", "Login", "Virtual host", "Queues and permissions", "Worker", "Round trip"]
        assert [step.title for step in steps] == titles
        assert verdicts(steps) == "✓✓✓✓✓✗–", diagnostics(through, steps)
        assert f"{kind.value} proxy 127.0.0.1:{stub.port} opens the way to {BROKER}:{secure.port}" in steps[0].detail
        assert len(stub.asked) == 3, "for the proxy, the encryption, the login"
        report = diagnostics(through, steps)
        assert f"{kind.value} proxy 127.0.0.1:{stub.port}" in report
        assert "secret" not in report + repr(through) and secure.password not in report
        step = failure(secure.through(stub.proxy("ana", "wrong")))
        assert step.title == "Proxy" and "refuses the user “ana”" in step.detail


@BOTH
def test_logins_that_a_proxy_refuses(kind: ProxyKind, unreached: BrokerSettings, caplog: Any) -> None:
    caplog.set_level(logging.DEBUG)
    with StubProxy(kind, "ana", "right-secret") as stub:
        error = refusal(unreached.through(stub.proxy("ana", "wrong-secret")))
        assert "refuses the user “ana” with this password" in error.message and "Options" in error.hint
        assert error.permanent, "it is not tried again"
        error = refusal(unreached.through(stub.proxy()))
        assert "wants a user and a password" in error.message and error.permanent
        error = refusal(unreached.through(stub.proxy("ana", "\u5bc6\u7801" * 200)))
        assert "cannot be sent" in error.message and error.permanent
        assert stub.asked == []
    assert "-secret" not in caplog.text


def test_logins_that_no_password_opens(unreached: BrokerSettings) -> None:
    with StubProxy(HTTP, "ana", "x", offers="Negotiate, NTLM") as stub:
        for proxy in (stub.proxy(), stub.proxy("ana", "y")):
            error = refusal(unreached.through(proxy))
            assert "Negotiate, NTLM, which Foreshock cannot" in error.message and error.permanent
            assert f"{BROKER}:{unreached.port}" in error.hint
    with StubProxy(HTTP, "ana", "x", offers="Negotiate, Basic realm=office") as stub:
        assert "wants a user" in refusal(unreached.through(stub.proxy())).message
    with StubProxy(SOCKS5, "ana", "x", offers="GSSAPI") as stub:
        error = refusal(unreached.through(stub.proxy("ana", "x")))
        assert "GSSAPI, which Foreshock cannot" in error.message and error.permanent
    with StubProxy(SOCKS5, "ana", "x", offers="nothing") as stub:
        error = refusal(unreached.through(stub.proxy("ana", "x")))
        assert "takes no login by user and password" in error.message and error.permanent
        assert "wants a user" in refusal(unreached.through(stub.proxy("ana", ""))).message


@pytest.mark.parametrize(
    ("kind", "answer", "words", "permanent"),
    [
        (HTTP, b"HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno", "through (403 Forbidden)", True),
        (HTTP, b"HTTP/1.1 405 Method Not Allowed\r\n\r\n", "does not let connections", True),
        (HTTP, b"HTTP/1.0 503 Service Unavailable\r\n\r\n", "cannot reach", False),
        (HTTP, b"HTTP/1.1 502 Bad Gateway\n\n", "cannot reach", False),
        (HTTP, b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "no HTTP proxy", False),
        (HTTP, b"", "ends the connection", False),
        (HTTP, b"HTTP/1.1 200 O", "ends the connection", False),
        (SOCKS5, b"\x05\x02\x00\x01\x00\x00\x00\x00\x00\x00", "does not let connections", True),
        (SOCKS5, b"\x05\x01\x00\x01\x00\x00\x00\x00\x00\x00", "a failure of its own", False),
        (SOCKS5, b"\x05\x03\x00\x01\x00\x00\x00\x00\x00\x00", "cannot reach", False),
        (SOCKS5, b"\x05\x04\x00\x01\x00\x00\x00\x00\x00\x00", "cannot reach", False),
        (SOCKS5, b"\x05\x05\x00\x01\x00\x00\x00\x00\x00\x00", "Nothing answers at", False),
        (SOCKS5, b"\x05\x06\x00\x01\x00\x00\x00\x00\x00\x00", "cannot reach", False),
        (SOCKS5, b"\x05\x07\x00\x01\x00\x00\x00\x00\x00\x00", "does not let connections", True),
        (SOCKS5, b"\x05\x63\x00\x01\x00\x00\x00\x00\x00\x00", "no SOCKS5 proxy", False),
        (SOCKS5, b"", "ends the connection", False),
    ],
)
def test_refusals(kind: ProxyKind, answer: bytes, words: str, permanent: bool, unreached: BrokerSettings) -> None:
    with StubProxy(kind, answer=answer) as stub:
        with pytest.raises(BrokerError) as raised:
            open_tunnel(unreached.through(stub.proxy()))
        error = raised.value
        assert words in error.message and error.permanent is permanent and error.hint
        assert stub.asked == [f"{BROKER}:{unreached.port}"]
        if permanent:
            assert f"allow CONNECT to {BROKER}:{unreached.port}" in error.hint


@pytest.mark.parametrize(("status", "tries"), [(b"403 Forbidden", 1), (b"503 Service Unavailable", 3)])
def test_what_cannot_help_is_not_tried_again(status: bytes, tries: int, unreached: BrokerSettings) -> None:
    with StubProxy(HTTP, answer=b"HTTP/1.1 " + status + b"\r\n\r\n") as stub:
        assert status.decode() in refusal(unreached.through(stub.proxy())).message
        assert len(stub.asked) == tries


def test_proxies_of_another_kind_and_none(unreached: BrokerSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    error = refusal(unreached.through(Proxy(HTTP, "127.0.0.1", port)))
    assert f"The HTTP proxy 127.0.0.1:{port} does not answer." in error.message and "Network" in error.hint
    error = refusal(unreached.through(Proxy(SOCKS5, "no-such-proxy.invalid", 1080)))
    assert "no host “no-such-proxy.invalid”" in error.message
    with pytest.raises(BrokerError, match="no host"):
        open_tunnel(unreached.through(Proxy(HTTP, "a..b", 3128)))
    monkeypatch.setattr("foreshock.transport.tunnel.STEP_SECONDS", 0.3)
    with StubProxy(HTTP, hangs=True) as stub:
        assert "does not say in time" in refusal(unreached.through(stub.proxy())).message
    # A SOCKS proxy is spoken to as if it were another.
    with StubProxy(SOCKS5) as stub:
        assert "ends the connection" in refusal(unreached.through(replace(stub.proxy(), kind=HTTP))).message


def test_a_proxy_that_lets_only_the_web_through(unreached: BrokerSettings) -> None:
    """The way is open, but what is at its end hangs up at the first word that is not its own."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(WAIT)

        def serve() -> None:
            for _ in range(3):
                connection, _ = server.accept()
                with connection:
                    connection.recv(8)

        thread = threading.Thread(target=serve)
        thread.start()
        with StubProxy(HTTP) as stub:
            error = refusal(replace(unreached, port=server.getsockname()[1]).through(stub.proxy()))
        thread.join()
    assert "no AMQP broker" in error.message and "things than web pages" in error.hint


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No time limit helps: what ends, ends because it was told to."""
    monkeypatch.setattr("foreshock.transport.tunnel.STEP_SECONDS", 10_000.0)
    monkeypatch.setattr("foreshock.transport.parameters.CONNECT_SECONDS", 10_000.0)


@pytest.mark.parametrize("hangs", ["proxy", "broker"])
def test_a_close_is_heard_while_the_other_side_is_silent(hangs: str, unreached: BrokerSettings, patient: None) -> None:
    recorder = Recorder()
    with StubProxy(SOCKS5, hangs=hangs == "proxy") as stub, socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(WAIT)
        through = replace(unreached, port=silent.getsockname()[1]).through(stub.proxy())
        amqp = AmqpClient(through, str(uuid4()), recorder)
        amqp.start()
        assert stub.has_called.wait(WAIT)
        if hangs == "broker":
            silent.accept()
        amqp.close()
    assert recorder.states == [State.CONNECTING, State.CLOSED] and not amqp.is_alive()
    assert "foreshock-amqp" not in {thread.name for thread in threading.enumerate()}


def test_a_test_that_is_called_off_while_a_proxy_is_silent(unreached: BrokerSettings, patient: None) -> None:
    called_off = threading.Event()
    steps: List[Step] = []
    with StubProxy(HTTP, hangs=True) as stub:
        thread = threading.Thread(
            target=lambda: steps.extend(probe(unreached.through(stub.proxy()), called_off.is_set))
        )
        thread.start()
        assert stub.has_called.wait(WAIT)
        called_off.set()
        thread.join(WAIT)
        assert not thread.is_alive() and steps == []


def test_a_proxy_that_dies_costs_nothing(settings: BrokerSettings, worker: Any, fixtures: Path) -> None:
    recorder = Recorder()
    with StubProxy(HTTP) as stub:
        through = settings.through(stub.proxy())
        amqp = AmqpClient(through, str(uuid4()), recorder)
        amqp.start()
        amqp.publish(make_job(fixtures)).result(WAIT)
        port = stub.port
    recorder.wait(State.RECONNECTING)
    late = amqp.publish(make_job(fixtures, 1))
    with StubProxy(HTTP, port=port) as again:
        late.result(WAIT)
        assert again.asked == [f"{BROKER}:{settings.port}"]
    amqp.close()
    assert {Job.parse(take(worker, "jobs.interactive")[2]).tile.index for _ in range(2)} == {0, 1}
    assert not any(step.verdict is Verdict.GOOD for step in probe(through)), "the proxy is gone"
