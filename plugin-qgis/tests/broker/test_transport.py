"""The AMQP thread against a real broker: properties, confirms, outcomes, loss of the connection, refusals."""

from __future__ import annotations

import json
import queue
import threading
import time
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Iterator, List
from uuid import uuid4

import pytest
from foreshock._vendor import pika
from foreshock.core import topology
from foreshock.core.broker_settings import BrokerSettings
from foreshock.core.errors import BrokerError
from foreshock.core.messages import Cancel, Job, new_job_id
from foreshock.transport.amqp import AmqpClient
from foreshock.transport.client import Listener, State
from services import Services

WAIT = 30


class Recorder(Listener):
    """Keeps what it hears."""

    def __init__(self) -> None:
        self.states: List[State] = []
        self.errors: List[Any] = []
        self.outcomes: queue.Queue = queue.Queue()
        self.events: queue.Queue = queue.Queue()
        #: How many outcomes had come when all that waited were there; one entry a connection.
        self.caught_up: queue.Queue = queue.Queue()
        self.fail_next = threading.Event()
        self._changed = threading.Condition()

    def on_state(self, state: State, error: Any) -> None:
        with self._changed:
            self.states.append(state)
            self.errors.append(error)
            self._changed.notify_all()

    def on_caught_up(self) -> None:
        self.caught_up.put(self.outcomes.qsize())

    def on_outcome(self, body: bytes) -> None:
        if self.fail_next.is_set():
            self.fail_next.clear()
            raise BrokerError("the disk is full")
        self.outcomes.put(body)

    def on_event(self, body: bytes) -> None:
        self.events.put(body)

    def wait(self, state: State, count: int = 1) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: self.states.count(state) >= count, WAIT), self.states


@pytest.fixture
def url(private_services: Services) -> str:
    return private_services.vhost(f"t-{uuid4().hex[:8]}")


@pytest.fixture
def worker(url: str) -> Iterator[Any]:
    """A channel of another connection, where a worker would be."""
    connection = pika.BlockingConnection(pika.URLParameters(url))
    yield connection.channel()
    if connection.is_open:
        connection.close()


@pytest.fixture
def client(url: str) -> Iterator[tuple]:
    recorder = Recorder()
    name = str(uuid4())
    amqp = AmqpClient(BrokerSettings.from_url(url), name, recorder)
    amqp.start()
    recorder.wait(State.CONNECTED)
    yield amqp, recorder, name
    amqp.close()
    assert not amqp.is_alive()


def make_job(fixtures: Path, index: int = 0) -> Job:
    job = Job.parse((fixtures / "messages" / "valid" / "job_minimal.json").read_bytes())
    deadline = datetime.now(timezone.utc).replace(microsecond=0) + timedelta(hours=1)
    return replace(job, job_id=new_job_id(), tile=replace(job.tile, index=index, of=8), deadline=deadline)


def take(channel: Any, name: str) -> tuple:
    """The next message of a queue."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        method, properties, body = channel.basic_get(name, auto_ack=True)
        if method is not None:
            return method, properties, body
        time.sleep(0.05)
    raise AssertionError(f"nothing came into {name}")


def test_a_job_carries_what_the_contract_says(client: tuple, worker: Any, url: str, fixtures: Path) -> None:
    amqp, _, name = client
    job = make_job(fixtures, 5)
    amqp.publish(job).result(WAIT)
    method, properties, body = take(worker, "jobs.interactive")
    user = BrokerSettings.from_url(url).user
    assert (method.exchange, method.routing_key) == ("jobs", "interactive.tiny")
    assert Job.parse(body) == job
    assert properties.content_type == "application/json" and properties.type == "foreshock.job.v1"
    assert properties.delivery_mode == 2 and properties.user_id == user
    assert properties.message_id == f"{job.job_id}:5" and properties.correlation_id == str(job.job_id)
    assert properties.reply_to == f"{user}.{name}"
    assert abs(properties.timestamp - time.time()) < 60 and 3_000_000 < int(properties.expiration) <= 3_600_000
    bulk = replace(make_job(fixtures), lane=type(job.lane).BULK)
    amqp.publish(bulk).result(WAIT)
    assert take(worker, "jobs.bulk")[0].routing_key == "bulk.tiny"


def test_outcomes_and_events_arrive_and_are_settled(client: tuple, worker: Any, url: str) -> None:
    _, recorder, name = client
    user = BrokerSettings.from_url(url).user
    key = topology.reply_key(user, name)
    worker.confirm_delivery()
    for number in range(20):
        worker.basic_publish("replies", key, b"outcome %d" % number, mandatory=True)
        worker.basic_publish("events", f"{key}.{new_job_id()}.progress", b"event %d" % number, mandatory=True)
    assert [recorder.outcomes.get(timeout=WAIT) for _ in range(20)] == [b"outcome %d" % n for n in range(20)]
    assert [recorder.events.get(timeout=WAIT) for _ in range(20)] == [b"event %d" % n for n in range(20)]


def test_an_outcome_that_cannot_be_kept_comes_again(client: tuple, worker: Any, url: str) -> None:
    _, recorder, name = client
    recorder.fail_next.set()
    worker.basic_publish("replies", topology.reply_key(BrokerSettings.from_url(url).user, name), b"precious")
    assert recorder.outcomes.get(timeout=WAIT) == b"precious"
    assert any("disk is full" in str(error) for error in recorder.errors)


def test_results_wait_for_a_client_that_was_away(url: str, worker: Any) -> None:
    settings, name = BrokerSettings.from_url(url), str(uuid4())
    first = Recorder()
    amqp = AmqpClient(settings, name, first)
    amqp.start()
    first.wait(State.CONNECTED)
    amqp.close()
    assert first.states[-1] is State.CLOSED
    assert first.caught_up.get(timeout=WAIT) == 0, "nothing waited"
    key = topology.reply_key(settings.user, name)
    worker.confirm_delivery()
    for number in range(40):
        worker.basic_publish("replies", key, b"outcome %d" % number, mandatory=True)
    second = Recorder()
    amqp = AmqpClient(settings, name, second)
    amqp.start()
    assert second.caught_up.get(timeout=WAIT) == 40
    assert [second.outcomes.get(timeout=WAIT) for _ in range(40)] == [b"outcome %d" % n for n in range(40)]
    amqp.close()
    assert second.caught_up.empty()


def test_what_expires_at_the_broker_is_not_waited_for(url: str, worker: Any) -> None:
    settings, name = BrokerSettings.from_url(url), str(uuid4())
    key, reply_queue = topology.reply_key(settings.user, name), topology.reply_queue(settings.user, name)
    worker.queue_declare(reply_queue, durable=True, arguments=topology.REPLY_QUEUE_ARGUMENTS)
    worker.queue_bind(reply_queue, topology.REPLIES, key)
    worker.confirm_delivery()
    worker.basic_publish("replies", key, b"kept", mandatory=True)
    # Behind another one it is counted until it is its turn.
    gone = pika.BasicProperties(expiration="1")
    worker.basic_publish("replies", key, b"gone", gone, mandatory=True)
    assert worker.queue_declare(reply_queue, passive=True).method.message_count == 2
    recorder = Recorder()
    amqp = AmqpClient(settings, name, recorder)
    amqp.start()
    assert recorder.caught_up.get(timeout=WAIT) == 1
    amqp.close()


def test_cancel(client: tuple, worker: Any, url: str) -> None:
    amqp, _, _ = client
    worker.queue_declare("control.test", exclusive=True)
    worker.queue_bind("control.test", "control", "cancel.#")
    job_id = new_job_id()
    amqp.cancel(job_id).result(WAIT)
    method, properties, body = take(worker, "control.test")
    user = BrokerSettings.from_url(url).user
    assert method.routing_key == f"cancel.{user}.{job_id}" and properties.user_id == user
    assert Cancel.parse(body).job_id == job_id


def test_capabilities(client: tuple, worker: Any, fixtures: Path) -> None:
    amqp, _, _ = client
    with pytest.raises(BrokerError, match="no worker answers"):
        amqp.capabilities().result(WAIT)
    future = amqp.capabilities()
    _, properties, body = take(worker, "capabilities")
    assert json.loads(body) == {"schema": "foreshock.capabilities-request.v1"}
    assert properties.reply_to.startswith("amq.rabbitmq.reply-to.") and properties.expiration == "5000"
    answer = (fixtures / "messages" / "valid" / "capabilities.json").read_bytes()
    again = pika.BasicProperties(correlation_id=properties.correlation_id)
    worker.basic_publish("", properties.reply_to, answer, again)
    assert future.result(WAIT).models[0].name == "tiny"
    future = amqp.capabilities()
    _, properties, _ = take(worker, "capabilities")
    worker.basic_publish("", properties.reply_to, b"{}", pika.BasicProperties(correlation_id=properties.correlation_id))
    with pytest.raises(BrokerError, match="cannot be read"):
        future.result(WAIT)


def test_an_unbound_queue_is_said_and_a_full_one_waited_for(client: tuple, worker: Any, fixtures: Path) -> None:
    amqp, recorder, _ = client
    worker.queue_unbind("jobs.interactive", "jobs", "interactive.#")
    with pytest.raises(BrokerError, match="Nobody takes jobs"):
        amqp.publish(make_job(fixtures)).result(WAIT)
    full = {"x-max-length": 1, "x-overflow": "reject-publish"}
    worker.queue_declare("tiny-room", arguments=full)
    worker.queue_bind("tiny-room", "jobs", "interactive.#")
    amqp.publish(make_job(fixtures)).result(WAIT)
    late = [amqp.publish(make_job(fixtures, index)) for index in range(1, 4)]
    recorder.wait(State.BLOCKED)
    assert not any(future.done() for future in late)
    assert "queue is full" in str(recorder.errors[-1]) and "wait here" in recorder.errors[-1].hint
    # What was refused is not lost, and keeps its order.
    assert [Job.parse(take(worker, "tiny-room")[2]).tile.index for _ in range(4)] == [0, 1, 2, 3]
    for future in late:
        future.result(WAIT)
    recorder.wait(State.CONNECTED, 2)


def test_a_broker_restart_loses_nothing(private_services: Services, client: tuple, url: str, fixtures: Path) -> None:
    amqp, recorder, name = client
    amqp.publish(make_job(fixtures, 0)).result(WAIT)
    restart = threading.Thread(target=private_services.call, args=("restart", "rabbitmq"))
    restart.start()
    recorder.wait(State.RECONNECTING)
    late = amqp.publish(make_job(fixtures, 1))
    restart.join()
    late.result(120)
    connection = pika.BlockingConnection(pika.URLParameters(url))
    channel = connection.channel()
    indices = {Job.parse(take(channel, "jobs.interactive")[2]).tile.index for _ in range(2)}
    assert indices == {0, 1}
    channel.basic_publish("replies", topology.reply_key(BrokerSettings.from_url(url).user, name), b"after")
    assert recorder.outcomes.get(timeout=WAIT) == b"after"
    connection.close()


def refusal(settings: BrokerSettings) -> BrokerError:
    """How a connection fails."""
    recorder = Recorder()
    amqp = AmqpClient(settings, str(uuid4()), recorder)
    future = amqp.capabilities()
    amqp.start()
    with pytest.raises(BrokerError) as raised:
        future.result(WAIT)
    recorder.wait(State.FAILED)
    assert not amqp.is_alive() and raised.value.hint
    with pytest.raises(BrokerError):
        amqp.capabilities().result(WAIT)
    amqp.close()
    return raised.value


def test_failures_to_connect_are_plain_sentences(url: str) -> None:
    good = BrokerSettings.from_url(url)
    assert "refuses the user" in str(refusal(replace(good, password="wrong")))
    assert "may not enter" in str(refusal(replace(good, vhost="nowhere")))
    assert "Nothing answers" in str(refusal(replace(good, port=9)))
    assert "no host" in str(refusal(replace(good, host="no-such-host.invalid")))
    assert "TLS" in str(refusal(replace(good, tls=True)))


def test_a_missing_exchange_is_said(private_services: Services, url: str, worker: Any) -> None:
    worker.exchange_delete("events")
    assert "topology apply" in str(refusal(BrokerSettings.from_url(url)))
