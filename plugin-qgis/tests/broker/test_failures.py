"""What goes wrong with a real broker: each time a plain sentence with a remedy, and no tile is lost."""

from __future__ import annotations

from concurrent.futures import wait
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Iterator
from uuid import uuid4

import pytest
from foreshock._vendor import pika
from foreshock.core.broker_settings import BrokerSettings
from foreshock.core.errors import BrokerError
from foreshock.core.messages import Job, TileId
from foreshock.transport.amqp import AmqpClient
from foreshock.transport.client import State
from services import Services
from test_transport import WAIT, Recorder, make_job, refusal, take


@pytest.fixture
def url(private_services: Services) -> str:
    return private_services.vhost(f"t-{uuid4().hex[:8]}")


@pytest.fixture
def client(url: str) -> Iterator[tuple]:
    recorder = Recorder()
    amqp = AmqpClient(BrokerSettings.from_url(url), str(uuid4()), recorder)
    amqp.start()
    recorder.wait(State.CONNECTED)
    yield amqp, recorder
    amqp.close()


def take_all(url: str, tiles: set) -> None:
    """Takes jobs from the queue until all these tiles were among them; duplicates are no fault, losses are."""
    connection = pika.BlockingConnection(pika.URLParameters(url))
    channel = connection.channel()
    while tiles:
        tiles = tiles - {Job.parse(take(channel, "jobs.interactive")[2]).tile.index}
    connection.close()


def test_a_broker_that_is_killed_and_comes_back(
    private_services: Services, client: tuple, url: str, fixtures: Path
) -> None:
    amqp, recorder = client
    amqp.publish(make_job(fixtures, 0)).result(WAIT)
    private_services.call("kill", "rabbitmq")
    recorder.wait(State.RECONNECTING)
    late = amqp.publish(make_job(fixtures, 1))
    # It was connected before, so there is no end to the tries.
    recorder.wait(State.RECONNECTING, 8)
    assert not late.done()
    told = [error for error in recorder.errors if error is not None]
    assert told and all(error.hint for error in told)
    assert any("lost" in str(error) or "stopped" in str(error) for error in told[:1]), told
    assert any("Nothing answers" in str(error) for error in told), told
    private_services.call("start", "rabbitmq")
    late.result(120)
    take_all(url, {0, 1})


def test_a_broker_short_of_memory_is_waited_for(
    private_services: Services, client: tuple, url: str, fixtures: Path
) -> None:
    amqp, recorder = client
    private_services.call("ctl", "set_vm_memory_high_watermark", "absolute", "1MB")
    try:
        waiting = amqp.publish(make_job(fixtures, 3))
        recorder.wait(State.BLOCKED)
        second = amqp.publish(make_job(fixtures, 4))
        error = recorder.errors[-1]
        assert "short of memory" in error.message and "by themselves" in error.hint
        assert not waiting.done() and not second.done()
        # Someone who does not want to wait is let go.
        impatient = Recorder()
        other = AmqpClient(BrokerSettings.from_url(url), str(uuid4()), impatient)
        other.start()
        lost = other.publish(make_job(fixtures, 5))
        impatient.wait(State.BLOCKED)
        other.close()
        assert impatient.states[-1] is State.CLOSED and isinstance(lost.exception(WAIT), BrokerError)
    finally:
        private_services.call("ctl", "set_vm_memory_high_watermark", "absolute", "1GB")
    waiting.result(WAIT)
    second.result(WAIT)
    recorder.wait(State.CONNECTED, 2)
    take_all(url, {3, 4})


def test_what_was_on_its_way_when_the_broker_died_goes_out_again(
    private_services: Services, client: tuple, url: str, fixtures: Path
) -> None:
    amqp, recorder = client
    # Short of memory, the broker takes the messages from the network, but confirms none.
    private_services.call("ctl", "set_vm_memory_high_watermark", "absolute", "1MB")
    sent = [amqp.publish(make_job(fixtures, index)) for index in range(5)]
    recorder.wait(State.BLOCKED)
    private_services.call("kill", "rabbitmq")
    recorder.wait(State.RECONNECTING)
    assert not any(future.done() for future in sent)
    private_services.call("start", "rabbitmq")
    for future in sent:
        future.result(120)
    take_all(url, set(range(5)))


def test_a_former_connection_that_the_broker_believes_alive(client: tuple, url: str) -> None:
    """The network changed: the broker learns by a missed heartbeat only."""
    former, _ = client
    recorder = Recorder()
    amqp = AmqpClient(BrokerSettings.from_url(url), former._client_id, recorder)
    amqp.start()
    # More often than a broker that is not there is asked.
    recorder.wait(State.RECONNECTING, 4)
    assert State.FAILED not in recorder.states
    told = [error for error in recorder.errors if error is not None]
    assert all("last connection" in error.message and error.hint for error in told), told
    former.close()
    recorder.wait(State.CONNECTED)
    amqp.close()


def test_a_policy_that_fills_the_queue(private_services: Services, client: tuple, url: str, fixtures: Path) -> None:
    amqp, recorder = client
    vhost = BrokerSettings.from_url(url).vhost
    policy = {
        "pattern": r"^jobs\.interactive$",
        "apply-to": "queues",
        "priority": 20,
        "definition": {"max-length": 1, "overflow": "reject-publish"},
    }
    private_services.api("PUT", f"policies/{vhost}/tight", policy)
    sent = []
    # A quorum queue notices a little late that it is full.
    while State.BLOCKED not in recorder.states and len(sent) < 100:
        sent.append(amqp.publish(replace(make_job(fixtures), tile=TileId(len(sent), 100, 0, 0))))
        wait(sent, 1)
    recorder.wait(State.BLOCKED)
    assert not sent[-1].done()
    assert "queue is full" in str(recorder.errors[-1])
    # A cancel goes elsewhere, and does not wait for room among the jobs, however many there are.
    for _ in range(12):
        sent.append(amqp.publish(replace(make_job(fixtures), tile=TileId(len(sent), 120, 0, 0))))
    amqp.cancel(uuid4()).result(WAIT)
    assert not sent[-1].done() and "queue is full" in str(recorder.errors[-1])
    private_services.api("DELETE", f"policies/{vhost}/tight")
    for future in sent:
        future.result(WAIT)
    take_all(url, set(range(len(sent))))


def test_a_request_whose_time_is_over_is_not_sent(client: tuple, fixtures: Path) -> None:
    amqp, _ = client
    late = datetime.now(timezone.utc).replace(microsecond=0) - timedelta(seconds=5)
    with pytest.raises(BrokerError, match="time was over"):
        amqp.publish(replace(make_job(fixtures), deadline=late)).result(WAIT)


def test_missing_permissions_are_said(private_services: Services, url: str, fixtures: Path) -> None:
    good = BrokerSettings.from_url(url)
    password = private_services.user("eve", good.vhost, {"configure": "^$"})
    error = refusal(good.with_credentials("eve", password))
    assert "may not do this" in error.message and "permissions of a client" in error.hint
    # May come in, but not send jobs.
    password = private_services.user("mia", good.vhost, {"write": r"^(replies|events)\.mia\..*$"})
    recorder = Recorder()
    amqp = AmqpClient(good.with_credentials("mia", password), str(uuid4()), recorder)
    amqp.start()
    with pytest.raises(BrokerError, match=r"may not do this.*'jobs'"):
        amqp.publish(make_job(fixtures)).result(WAIT)
    recorder.wait(State.FAILED)
    amqp.close()


def test_a_client_has_enough_with_its_permissions(private_services: Services, url: str, fixtures: Path) -> None:
    good = BrokerSettings.from_url(url)
    password = private_services.user("ada", good.vhost)
    recorder = Recorder()
    amqp = AmqpClient(good.with_credentials("ada", password), str(uuid4()), recorder)
    amqp.start()
    job = make_job(fixtures)
    amqp.publish(job).result(WAIT)
    amqp.cancel(job.job_id).result(WAIT)
    with pytest.raises(BrokerError, match="no worker answers"):
        amqp.capabilities().result(WAIT)
    amqp.close()


def test_a_reply_queue_that_an_operator_deletes_is_made_again(client: tuple, url: str, fixtures: Path) -> None:
    amqp, recorder = client
    settings = BrokerSettings.from_url(url)
    connection = pika.BlockingConnection(pika.URLParameters(url))
    channel: Any = connection.channel()
    name = amqp._client_id
    channel.queue_delete(f"replies.{settings.user}.{name}")
    recorder.wait(State.CONNECTED, 2)
    channel.confirm_delivery()
    channel.basic_publish("replies", f"{settings.user}.{name}", b"again", mandatory=True)
    assert recorder.outcomes.get(timeout=WAIT) == b"again"
    connection.close()
