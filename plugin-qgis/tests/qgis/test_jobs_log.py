"""The log of a job: what stands in it, what must not, and that it stays small."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import List

import finished
import job_lists
import pytest
import qgis_session
from foreshock.core.errors import ForeshockError
from foreshock.core.request import SimulationRequest
from foreshock.jobs.job_log import MOST_BYTES, JobLog, line, without_secrets
from foreshock.jobs.service import SimulationService
from foreshock.transport.client import State

NOW = datetime(2026, 3, 1, 8, 0, 5, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "no answer from amqps://ana:s3cr:et@broker.example.org:5671/%2Ff",  # nosec
            "no answer from amqps://ana@broker.example.org:5671/%2Ff",
        ),
        ("http://bob:p%40ss@proxy:8080", "http://bob@proxy:8080"),  # nosec
        (
            "url=https://maps.example.org/{z}?api_key=abc123&style=x",
            "url=https://maps.example.org/{z}?api_key=…&style=x",
        ),
        ("…?TOKEN=abc&Signature=d/e+f", "…?TOKEN=…&Signature=…"),
        ("?maptiler_key=abc&subscription-key=d&pwd=e", "?maptiler_key=…&subscription-key=…&pwd=…"),
        ("amqps://ana@broker.example.org at 10:30", "amqps://ana@broker.example.org at 10:30"),
        ("the key is lost, keys: 3", "the key is lost, keys: 3"),
    ],
)
def test_secrets_are_taken_out(text: str, told: str) -> None:
    assert without_secrets(text) == told
    assert line(text, NOW) == f"2026-03-01 08:00:05Z  {told}"


def test_a_line_is_a_line(tmp_path: Path) -> None:
    assert line("one\ntwo\r\n  three", NOW) == "2026-03-01 08:00:05Z  one two three"
    assert len(line("x" * 100_000, NOW)) < 1100


def test_a_log_of_thousands_of_tiles_stays_small_and_keeps_both_ends(tmp_path: Path) -> None:
    log = JobLog(tmp_path / "log.txt")
    assert log.lines() == []
    for start in range(0, 40_000, 500):
        log.append(line(f"tile {index}: computed by w1 in 1.0 s", NOW) for index in range(start, start + 500))
        assert (tmp_path / "log.txt").stat().st_size <= MOST_BYTES
    lines = log.lines()
    assert lines[0].endswith("tile 0: computed by w1 in 1.0 s") and "tile 39999:" in lines[-1]
    assert 1000 < len(lines) < 8000
    (gap,) = [number for number, each in enumerate(lines) if "left out" in each]
    numbers = [int(each.split("tile ")[1].split(":")[0]) for each in lines[:gap] + lines[gap + 1 :]]
    assert numbers == sorted(numbers) and numbers[gap] - numbers[gap - 1] > 1000
    assert numbers[:gap] == list(range(gap)) and numbers[gap:] == list(range(numbers[gap], 40_000))
    assert (tmp_path / "log.txt").stat().st_mode & 0o077 == 0, "nobody else reads it"
    assert [each.name for each in tmp_path.iterdir()] == ["log.txt"]


@pytest.fixture
def request_(qgis_app: object, tmp_path: Path) -> SimulationRequest:
    asked = finished.request_of(job_lists.scene(tmp_path), tmp_path / "out" / "result.tif")
    return replace(asked, instruction="flood the embassy quarter")


def test_what_happened_is_in_the_log_also_after_a_restart(request_: SimulationRequest, tmp_path: Path) -> None:
    service = SimulationService(tmp_path / "clients")
    collector, logs = service.collector, service.logs
    request = service.journal.add(request_)
    log = JobLog(service.journal.log_path(request.job_id))
    logs.note_place("the fleet at broker.example.org")
    collector.track(request)
    logs.note_connection(State.CONNECTED, None)
    for tiles in (3, 9):
        collector.note_sent(request.job_id, tiles)
    collector.note_event(job_lists.event(request, 0, "accepted", "w1"))
    for step in (1, 2, 3):
        collector.note_event(job_lists.event(request, 0, worker="w1", step=step))
    logs.note_connection(State.RECONNECTING, ForeshockError("The connection to amqps://ana:secret@b is lost."))  # nosec
    logs.note_connection(State.CONNECTED, None)
    collector.note_event(job_lists.event(request, 0, "accepted", "w2"))
    collector.note_outcome(job_lists.outcome(request, 0, worker="w2"))
    collector.note_outcome(job_lists.outcome(request, 1, cache="hit", worker="w2"))
    collector.note_outcome(job_lists.failure(request, 2))
    assert log.lines() == [], "the disk is not asked for each line"
    assert qgis_session.spin_until(log.lines, 30), "but soon"
    service.close()

    told = [each.split("Z  ", 1)[1] for each in log.lines()]
    assert told[0].startswith(
        "begins: 9 tiles, interactive, the fleet at broker.example.org; model tiny (cdcdcdcdcdcd)"
    )
    assert told[1:] == [
        "connected to the fleet at broker.example.org",
        "all tiles are sent",
        "worker w1 takes part",
        "connection (reconnecting): The connection to amqps://ana@b is lost.",
        "connected to the fleet at broker.example.org",
        "worker w2 takes part",
        "tile 1 begins once more, on w2",
        "tile 1: computed by w2 in 1.8 s",
        "tile 2: from the cache, by w2",
        "tile 3: failed on w1: params.steps: 0 steps (must be 1 to 200) (invalid_field)",
        "QGIS ends, or the plugin is switched off: it goes on later",
    ]
    assert "embassy" not in "\n".join(told), "what was asked for is nobody's business"

    # The next session goes on in the same log.
    service = SimulationService(tmp_path / "clients")
    finished_: List[object] = []
    service.collector.failed.connect(lambda *what: finished_.append(what))
    service.collector.track(request)
    service.collector.note_outcome(job_lists.failure(request, 4))
    service.collector.fail(request, ForeshockError("2 of 9 tiles failed."))
    lines = JobLog(service.journal.log_path(request.job_id)).lines()
    assert len(lines) == 12 + 4
    assert lines[-1].endswith("failed: 2 of 9 tiles failed. [workers: w1] [error codes: invalid_field]")
    service.close()


def test_a_request_that_was_removed_gets_no_log(request_: SimulationRequest, tmp_path: Path) -> None:
    service = SimulationService(tmp_path / "clients")
    request = service.journal.add(request_)
    service.collector.track(request)
    service.collector.cancel(request)
    assert "called off by the user" in JobLog(service.journal.log_path(request.job_id)).lines()[-1]
    assert service.journal.remove([request.job_id]) == [request.job_id]
    service.collector.cancelled.emit(request)
    assert not (service.journal.folder / str(request.job_id)).exists()
    service.close()
