"""Work on this computer: the real program as a child, with a tiny model; its deaths, its refusals, its end."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterator, List
from uuid import uuid4

import numpy as np
import pytest
from foreshock.core import png
from foreshock.core.broker_settings import BrokerSettings, LocalSettings
from foreshock.core.errors import BrokerError, ForeshockError
from foreshock.core.messages import Event, Outcome
from foreshock.transport.amqp import AmqpClient
from foreshock.transport.client import Listener, State
from foreshock.transport.local import LocalClient
from foreshock.transport.open import open_client
from programs import program
from test_transport import Recorder, make_job

#: A bound for a hung run, not a measure.
PATIENCE = 120


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program refuses variables of its prefix that it does not know; these are for the tests."""
    for name in [name for name in os.environ if name.startswith("FORESHOCK_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: Any) -> LocalSettings:
    folder = tmp_path_factory.mktemp("models") / "tiny"
    command = [program("foreshock-lab"), "init", "--config", "tiny", "--seed", "1", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return LocalSettings(program("foreshock"), str(folder), 1)


@pytest.fixture
def client(settings: LocalSettings) -> Iterator[tuple]:
    recorder = Recorder()
    local = LocalClient(settings, recorder)
    local.start()
    yield local, recorder
    local.close()
    assert not local.is_alive() and not ours()


def ours() -> List[str]:
    """Threads and children that a client left."""
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith("foreshock-local")]
    found = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "comm="], capture_output=True, text=True, check=False
    )
    return left + [name for name in found.stdout.split() if "foreshock" in name]


def outcome(recorder: Recorder) -> Outcome:
    return Outcome.parse(recorder.outcomes.get(timeout=PATIENCE))


def test_jobs_are_done_and_progress_is_told(client: tuple, fixtures: Path) -> None:
    local, recorder = client
    model = local.capabilities().result(PATIENCE).models[0]
    assert model.name == "tiny" and recorder.states == [State.CONNECTING, State.CONNECTED]
    jobs = [make_job(fixtures, index) for index in range(3)]
    for job in jobs:
        local.publish(job).result(PATIENCE)
    found = [outcome(recorder) for _ in jobs]
    assert {(each.job_id, each.tile.index) for each in found} == {(job.job_id, job.tile.index) for job in jobs}
    assert all(each.done is not None and each.done.geotiff for each in found), [each.failed for each in found]
    assert Event.parse(recorder.events.get(timeout=PATIENCE)).kind in ("accepted", "progress")
    assert local.capabilities().result(0).models[0] == model, "known by now"


def test_a_program_that_is_killed_is_started_again_and_nothing_is_lost(client: tuple, fixtures: Path) -> None:
    local, recorder = client
    local.capabilities().result(PATIENCE)
    jobs = [make_job(fixtures, index) for index in range(4)]
    futures = [local.publish(job) for job in jobs]
    os.kill(local._process.pid, signal.SIGKILL)
    for future in futures:
        future.result(PATIENCE)
    done = set()
    while len(done) < len(jobs):
        each = outcome(recorder)
        assert each.done is not None
        done.add((each.job_id, each.tile.index))
    assert done == {(job.job_id, job.tile.index) for job in jobs}
    told = [error for error in recorder.errors if error is not None]
    assert len(told) == 1 and "signal 9" in told[0].message and "nothing is lost" in told[0].hint
    assert State.RECONNECTING in recorder.states and recorder.states[-1] is State.CONNECTED


def test_a_program_that_always_dies_is_given_up(client: tuple) -> None:
    local, recorder = client
    for count in range(1, 5):
        recorder.wait(State.CONNECTED, count)
        os.kill(local._process.pid, signal.SIGKILL)
    recorder.wait(State.FAILED)
    assert "not started again" in recorder.errors[-1].hint and not local.is_alive()
    with pytest.raises(BrokerError):
        local.capabilities().result(PATIENCE)


def test_an_outcome_that_cannot_be_kept_comes_again(client: tuple, fixtures: Path) -> None:
    local, recorder = client
    recorder.fail_next.set()
    job = make_job(fixtures)
    local.publish(job).result(PATIENCE)
    assert outcome(recorder).job_id == job.job_id
    assert any("disk is full" in str(error) for error in recorder.errors)


def test_a_cancelled_request_is_not_sent_again(client: tuple, fixtures: Path) -> None:
    local, recorder = client
    local.capabilities().result(PATIENCE)
    unwanted, wanted = make_job(fixtures), make_job(fixtures)
    local.publish(unwanted).result(PATIENCE)
    local.cancel(unwanted.job_id).result(PATIENCE)
    local.publish(wanted).result(PATIENCE)
    while outcome(recorder).job_id != wanted.job_id:
        pass
    assert not local._unanswered
    local.cancel(uuid4()).result(PATIENCE)


def test_the_program_has_only_so_many_jobs_at_a_time(
    client: tuple, fixtures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else all tiles of a large area would lie in its memory and in ours."""
    local, recorder = client
    # So few lie in the pipe.
    monkeypatch.setattr("foreshock.transport.local._MOST_UNANSWERED", 3)
    local.capabilities().result(PATIENCE)
    local._process.send_signal(signal.SIGSTOP)
    long = make_job(fixtures)
    jobs = [replace(long, tile=replace(long.tile, index=index, of=6)) for index in range(6)]
    futures = [local.publish(job) for job in jobs]
    for future in futures[:3]:
        future.result(PATIENCE)
    assert not any(future.done() for future in futures[3:])
    # Others of the user's wishes pass by them.
    urgent = make_job(fixtures)
    late = local.publish(urgent)
    local.cancel(long.job_id).result(PATIENCE)
    late.result(PATIENCE)
    assert all(future.done() for future in futures), "nobody waits for what was called off"
    local._process.send_signal(signal.SIGCONT)
    while outcome(recorder).job_id != urgent.job_id:
        pass


def test_a_job_that_is_refused_is_an_outcome(client: tuple, fixtures: Path) -> None:
    local, recorder = client
    job = make_job(fixtures)
    job = replace(job, params=replace(job.params, model="unheard-of"))
    local.publish(job).result(PATIENCE)
    refused = outcome(recorder)
    assert refused.job_id == job.job_id and refused.failed is not None and refused.failed.code == "unknown_model"


def failure(settings: LocalSettings) -> ForeshockError:
    recorder = Recorder()
    local = LocalClient(settings, recorder)
    question = local.capabilities()
    local.start()
    with pytest.raises(BrokerError) as raised:
        question.result(PATIENCE)
    recorder.wait(State.FAILED)
    assert State.RECONNECTING not in recorder.states, "it cannot help to try again"
    local.close()
    assert not ours()
    return raised.value


def test_what_cannot_start_is_said(settings: LocalSettings, tmp_path: Path) -> None:
    error = failure(LocalSettings(str(tmp_path / "none")))
    assert "cannot be started: No such file" in error.message and "Choose the program" in error.hint
    error = failure(LocalSettings(settings.program, str(tmp_path)))
    assert "model on this computer cannot be loaded" in error.message and str(tmp_path) in error.message
    text = tmp_path / "text"
    text.write_text("no program")
    assert "Permission denied" in failure(LocalSettings(str(text))).message


def test_closing_ends_a_program_at_work(settings: LocalSettings, fixtures: Path) -> None:
    recorder = Recorder()
    local = LocalClient(settings, recorder)
    local.start()
    futures = [local.publish(make_job(fixtures)) for _ in range(40)]
    futures[0].result(PATIENCE)
    local.close()
    assert not ours() and recorder.states[-1] is State.CLOSED
    assert all(future.done() for future in futures)
    with pytest.raises(BrokerError, match="closed"):
        local.publish(make_job(fixtures)).result(0)


def test_the_client_follows_the_settings(settings: LocalSettings) -> None:
    assert isinstance(open_client(settings, "me", Listener()), LocalClient)
    assert isinstance(open_client(BrokerSettings("h", 1, "/", "ana"), "me", Listener()), AmqpClient)
    assert settings.label() == "this computer"


def test_large_jobs_arrive_whole(client: tuple, fixtures: Path) -> None:
    """A line longer than any pipe's buffer, and longer than what the program reads at once."""
    local, recorder = client
    side = 1024
    noise = np.random.default_rng(1).integers(0, 256, (side, side, 3), dtype=np.uint8)
    wide = make_job(fixtures)
    wide = replace(
        wide,
        source=replace(wide.source, png=png.encode(noise)),
        grid=replace(wide.grid, width=side, height=side),
        params=replace(wide.params, model="unheard-of"),
    )
    assert len(wide.body()) > 4_000_000
    futures = [local.publish(replace(wide, tile=replace(wide.tile, index=index, of=4))) for index in range(4)]
    answers = [outcome(recorder) for _ in range(4)]
    # Each is read whole, and refused for its model only.
    assert {each.tile.index for each in answers} == set(range(4))
    assert {each.failed.code for each in answers} == {"unknown_model"}, answers
    assert all(future.done() for future in futures) and State.RECONNECTING not in recorder.states
