"""TLS, certificates and the step-by-step test of a connection, against a real broker and a real program."""

from __future__ import annotations

import socket
import ssl
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any, List
from uuid import uuid4

import pytest
from authority import Authority
from foreshock._vendor import pika
from foreshock.core.broker_settings import BrokerSettings, LocalSettings
from foreshock.core.errors import ForeshockError
from foreshock.transport.amqp import AmqpClient
from foreshock.transport.client import State
from foreshock.transport.probe import Step, Verdict, diagnostics, probe
from programs import program
from services import Services
from test_transport import WAIT, Recorder, make_job, refusal


@pytest.fixture
def vhost(private_services: Services) -> str:
    name = f"t-{uuid4().hex[:8]}"
    private_services.vhost(name)
    return name


@pytest.fixture
def secure(private_services: Services, vhost: str) -> BrokerSettings:
    """The broker's TLS port, as a user with a client's permissions."""
    password = private_services.user("ana", vhost)
    pem = (private_services.authority() / "ca.pem").read_text()
    port = private_services.facts()["amqps_port"]
    return BrokerSettings("localhost", port, vhost, "ana", password).with_authorities(pem)


def by_certificate(settings: BrokerSettings, services: Services) -> BrokerSettings:
    folder = services.authority()
    return replace(settings, password="").with_certificate(str(folder / "ana.pem"), str(folder / "ana.key"), "")


def verdicts(steps: List[Step]) -> str:
    return "".join(step.verdict.value for step in steps)


def failure(settings: Any) -> Step:
    """The one step that fails; those before it are good, those after it not tried."""
    steps = list(probe(settings))
    assert verdicts(steps).lstrip("✓").rstrip("–") == "✗", diagnostics(settings, steps)
    return next(step for step in steps if step.verdict is Verdict.BAD)


def test_a_private_authority_and_a_client_certificate(
    private_services: Services, secure: BrokerSettings, fixtures: Path
) -> None:
    for settings in (secure, by_certificate(secure, private_services)):
        recorder = Recorder()
        amqp = AmqpClient(settings, str(uuid4()), recorder)
        amqp.start()
        amqp.publish(make_job(fixtures)).result(WAIT)
        amqp.close()
    assert settings.external and not settings.password


def test_tls_refusals(private_services: Services, secure: BrokerSettings, tmp_path: Path) -> None:
    error = refusal(replace(secure, ca_pem=""))
    assert "not trusted" in error.message and "CA file" in error.hint
    other = Authority(tmp_path / "other", "Another authority").ca.read_text()
    assert "not trusted" in refusal(secure.with_authorities(other)).message
    error = refusal(replace(secure, host="127.0.0.1"))
    assert "mismatch" in error.message and "as the certificate names it" in error.hint
    assert "cannot be read" in refusal(secure.with_authorities("-----BEGIN CERTIFICATE-----\nx")).message
    mine = by_certificate(secure, private_services)
    assert "cannot be used" in refusal(replace(mine, certificate=str(tmp_path / "none.pem"))).message
    assert "does not know you as “bob” but as “ana”" in refusal(replace(mine, user="bob")).message
    assert "client certificate" in refusal(replace(secure, password="", external=True)).message
    with pytest.raises(ForeshockError, match="amqps"):
        replace(secure, tls=False).with_certificate("a", "b", "")


def test_an_expired_certificate_is_said(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    certificate = authority.issue("old", "localhost", "subjectAltName=DNS:localhost", days=-1)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, tmp_path / "old.key")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(WAIT)

        def serve() -> None:
            connection, _ = server.accept()
            with pytest.raises((ssl.SSLError, OSError)):
                context.wrap_socket(connection, server_side=True)

        thread = threading.Thread(target=serve)
        thread.start()
        settings = BrokerSettings("localhost", server.getsockname()[1], "/", "ana", "x")
        error = refusal(settings.with_authorities(authority.ca.read_text()))
        thread.join()
    assert "expired" in error.message and "clock" in error.hint


def test_each_step_of_a_fleet(private_services: Services, secure: BrokerSettings) -> None:
    names = ["Name", "Port", "Encryption", "Login", "Virtual host", "Queues and permissions", "Worker", "Round trip"]
    assert [step.title for step in probe(secure)] == names
    cases = {
        "Name": replace(secure, host="no-such-host.invalid"),
        "Port": replace(secure, port=9),
        "Encryption": replace(secure, ca_pem=""),
        "Login": replace(secure, password="not-this-one"),
        "Virtual host": replace(secure, vhost="nowhere"),
        "Worker": secure,
    }
    for title, settings in cases.items():
        assert failure(settings).title == title
    found = {step.title: step.detail for step in probe(secure)}
    assert "issued by Authority of a test, valid until" in found["Encryption"]
    assert "no worker answers" in found["Worker"]
    report = diagnostics(secure, list(probe(secure)))
    assert secure.password not in report and "ana@localhost" in report and "✗ Worker" in report
    assert secure.password not in repr(secure) and "BEGIN" not in repr(secure)


def test_missing_queues_and_permissions(private_services: Services, secure: BrokerSettings) -> None:
    plain = pika.BlockingConnection(
        pika.URLParameters(private_services.facts()["amqp_url"].replace("%2f", secure.vhost))
    )
    channel = plain.channel()
    password = private_services.user("leo", secure.vhost, {"write": r"^(replies|events)\.leo\..*$"})
    assert "may not do this" in failure(secure.with_credentials("leo", password)).detail
    channel.queue_delete("jobs.bulk")
    step = failure(secure)
    assert step.title == "Queues and permissions" and "jobs.bulk" in step.detail and "topology apply" in step.detail
    channel.exchange_delete("jobs")
    assert "'jobs'" in failure(secure).detail
    plain.close()


def test_a_worker_that_answers(private_services: Services, secure: BrokerSettings, fixtures: Path) -> None:
    plain = pika.BlockingConnection(
        pika.URLParameters(private_services.facts()["amqp_url"].replace("%2f", secure.vhost))
    )
    channel = plain.channel()
    answer = (fixtures / "messages" / "valid" / "capabilities.json").read_bytes()

    def reply(_channel: Any, _method: Any, properties: Any, _body: bytes) -> None:
        if not properties.reply_to:
            return  # the test of permissions wants no answer
        again = pika.BasicProperties(correlation_id=properties.correlation_id)
        channel.basic_publish("", properties.reply_to, answer, again)

    channel.basic_consume("capabilities", reply, auto_ack=True)
    thread = threading.Thread(target=channel.start_consuming)
    thread.start()
    steps = list(probe(secure))
    plain.add_callback_threadsafe(channel.stop_consuming)
    thread.join()
    plain.close()
    assert verdicts(steps) == "✓" * 8, diagnostics(secure, steps)
    assert "tiny (Apache License 2.0), version" in steps[6].detail and "ms" in steps[7].detail
    queues = private_services.api("GET", f"queues/{secure.vhost}")
    assert not [each["name"] for each in queues if each["name"].startswith(("replies.", "events."))]


def test_each_step_of_this_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORESHOCK_BIN", "FORESHOCK_LAB_BIN"):
        monkeypatch.delenv(name, raising=False)
    good = LocalSettings(program("foreshock"))
    steps = list(probe(good))
    assert verdicts(steps) == "✓✓✓", diagnostics(good, steps)
    assert steps[1].detail.startswith("foreshock ") and "foreshock-small" in steps[2].detail
    assert failure(LocalSettings(str(tmp_path / "none"))).title == "Program"
    text = tmp_path / "readme"
    text.write_text("no program")
    assert failure(LocalSettings(str(text))).title == "Program"
    step = failure(LocalSettings("/bin/ls"))
    assert step.title == "Version" and "not Foreshock" in step.detail
    step = failure(LocalSettings(good.program, str(tmp_path)))
    assert step.title == "Model" and "cannot be loaded" in step.detail and "Choose another model" in step.detail


def test_what_is_no_broker_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foreshock.transport.parameters.CONNECT_SECONDS", 0.3)
    # It takes connections, and never says a word.
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings = BrokerSettings("127.0.0.1", silent.getsockname()[1], "/", "ana", "x", tls=False)
        assert "says nothing" in refusal(settings).message
        step = failure(settings)
        assert step.title == "Login" and "says nothing" in step.detail


def test_a_test_that_is_called_off_ends(secure: BrokerSettings) -> None:
    seen: List[Step] = []
    for step in probe(secure, lambda: len(seen) >= 2):
        seen.append(step)
    assert len(seen) == 2


def test_the_state_while_connecting_fails(secure: BrokerSettings) -> None:
    """Three tries at first, each told with its reason."""
    recorder = Recorder()
    amqp = AmqpClient(replace(secure, port=9), str(uuid4()), recorder)
    amqp.start()
    recorder.wait(State.FAILED)
    amqp.close()
    assert sum("Nothing answers" in str(error) for error in recorder.errors) == 3
