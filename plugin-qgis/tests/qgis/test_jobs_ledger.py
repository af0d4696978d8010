"""The list of jobs: from real journals, and live."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Iterator, List
from uuid import UUID, uuid4

import finished
import job_lists
import pytest
import qgis_session
from foreshock.core import journal as states
from foreshock.core.errors import ForeshockError
from foreshock.core.journal import Journal
from foreshock.core.request import SimulationRequest
from foreshock.jobs.client_folder import ClientFolder
from foreshock.jobs.entry import ENDED, LIVE, RESTING, SILENT_SECONDS, JobState
from foreshock.jobs.ledger import Ledger
from foreshock.jobs.retry import again
from foreshock.jobs.service import SimulationService


@pytest.fixture
def request_(qgis_app: object, tmp_path: Path) -> Iterator[SimulationRequest]:
    """A request of nine tiles."""
    yield finished.request_of(job_lists.scene(tmp_path), tmp_path / "out" / "result.tif")
    qgis_session.tidy()


def load(ledger: Ledger) -> None:
    read: List[bool] = []
    ledger.loaded.connect(lambda: read.append(True))
    ledger.load()
    assert qgis_session.spin_until(lambda: read, 60)


def journal_in(root: Path) -> Journal:
    """That of another client."""
    return Journal(root / str(uuid4()) / "requests")


def test_the_history_of_a_year(request_: SimulationRequest, tmp_path: Path) -> None:
    root = tmp_path / "clients"
    journal = journal_in(root)
    outline = "POLYGON((" + ", ".join(f"{x} {x % 7}.5" for x in range(5000)) + "))"
    ends = (states.DONE, states.FAILED, states.CANCELLED)
    for minute in range(360):
        asked = job_lists.at(request_, minute, mask_wkt=outline if minute % 50 == 0 else None)
        journal.add(asked)
        kept = {"cached": 4, "pieces": 2, "area_m2": 17.5} if ends[minute % 3] == states.DONE else {}
        journal.set_state(asked.job_id, ends[minute % 3], f"because of {minute}", **kept)
    # One that was never written whole, and one of somebody's own: they hide no other.
    (journal.folder / str(job_lists.id_at(900))).mkdir()
    damaged = journal.folder / str(job_lists.id_at(901))
    damaged.mkdir()
    (damaged / "state.json").write_text('{"state": "done"}')
    (damaged / "request.json").write_text("{")
    (journal.folder / "notes").mkdir()

    ledger = Ledger(root)
    batches: List[int] = []
    ledger.added.connect(lambda entries: batches.append(len(entries)))
    load(ledger)
    assert ledger.total() == 360 and sum(batches) == 360 and len(batches) > 3, "it is taken over piece by piece"
    assert [ledger.count(frozenset((state,))) for state in (JobState.DONE, JobState.FAILED)] == [120, 120]
    first, last = ledger.entry(job_lists.id_at(0)), ledger.entry(job_lists.id_at(359))
    assert ledger.entries()[0] is last, "the newest come first"
    assert (first.state, first.cached, first.pieces, first.area_m2) == (JobState.DONE, 4, 2, 17.5)
    assert first.reason == "" and last.reason == "because of 359" and last.cached is None
    assert first.facts.tiles == len(request_.plan()) and first.facts.geotransform == request_.geotransform().t
    assert first.ended is not None and first.elapsed() > 0
    # A second look finds what has come since, and nothing twice.
    journal.add(job_lists.at(request_, 700))
    load(ledger)
    assert ledger.total() == 361 and ledger.entry(job_lists.id_at(700)).state is JobState.OPEN
    ledger.close()


def test_closing_while_the_history_is_read(request_: SimulationRequest, tmp_path: Path) -> None:
    journal = journal_in(tmp_path / "clients")
    for minute in range(330):
        journal.add(job_lists.at(request_, minute))
    ledger = Ledger(tmp_path / "clients")
    said: List[object] = []
    ledger.added.connect(said.append)
    ledger.load()
    thread = ledger._reading._thread
    ledger.close()
    assert qgis_session.spin_until(lambda: not thread.is_alive(), 30)
    assert said == [] and ledger.total() == 0


def test_what_belongs_to_others_is_told_and_followed(request_: SimulationRequest, tmp_path: Path) -> None:
    root = tmp_path / "clients"
    service = SimulationService(root)
    held = ClientFolder.take(root)  # a run of Processing beside us
    mine, theirs = job_lists.at(request_, 1), job_lists.at(request_, 2)
    service.journal.add(mine)
    held.journal.add(theirs)
    ledger = Ledger(root)
    load(ledger)
    ledger.attach(service)
    assert ledger.is_ours(ledger.entry(mine.job_id)) and not ledger.is_ours(ledger.entry(theirs.job_id))
    assert ledger.entry(mine.job_id).state is JobState.OPEN
    assert ledger.entry(theirs.job_id).state is JobState.ELSEWHERE
    assert ledger.count(RESTING) == 1

    held.journal.record(job_lists.outcome(theirs, 0))
    held.journal.record(job_lists.outcome(theirs, 3))
    load(ledger)
    assert (ledger.entry(theirs.job_id).state, ledger.entry(theirs.job_id).done) == (JobState.ELSEWHERE, 2)
    held.journal.set_state(theirs.job_id, states.DONE, theirs.output, cached=9)
    load(ledger)
    assert (ledger.entry(theirs.job_id).state, ledger.entry(theirs.job_id).cached) == (JobState.DONE, 9)
    assert ledger.count(ENDED) == 1
    ledger.close()
    service.close()
    held.release()


def test_it_follows_what_the_collector_tells(request_: SimulationRequest, tmp_path: Path) -> None:
    service = SimulationService(tmp_path / "clients")
    ledger = Ledger(tmp_path / "clients")
    ledger.attach(service)
    collector, request = service.collector, service.journal.add(request_)
    tiles = len(request.plan())
    assert tiles == 9
    changes: List[UUID] = []
    ledger.changed.connect(lambda entry: changes.append(entry.job_id))

    collector.track(request)
    entry = ledger.entry(request.job_id)
    assert entry.state is JobState.SENDING and entry.quiet() is None and ledger.count(LIVE) == 1
    collector.note_sent(request.job_id, 4)
    assert (entry.state, entry.sent) == (JobState.SENDING, 4)
    collector.note_sent(request.job_id, tiles)
    assert entry.state is JobState.WAITING
    collector.note_event(job_lists.event(request, 0, "accepted", "w1"))
    collector.note_event(job_lists.event(request, 1, step=2, worker="w2"))
    assert (entry.state, entry.running, entry.workers) == (JobState.RUNNING, 2, {"w1", "w2"})
    assert 0 < entry.fraction < 0.1 and entry.quiet() < SILENT_SECONDS and not entry.is_silent()
    # Time goes by without a word.
    entry.heard -= SILENT_SECONDS + 5
    assert entry.is_silent() and entry.quiet() > SILENT_SECONDS
    collector.note_outcome(job_lists.outcome(request, 0, cache="hit"))
    assert not entry.is_silent() and (entry.done, entry.cached, entry.running) == (1, 1, 1)
    # Nothing is to be heard while no worker has a tile.
    collector.note_outcome(job_lists.outcome(request, 1))
    entry.heard -= SILENT_SECONDS + 5
    assert entry.running == 0 and entry.quiet() > SILENT_SECONDS and not entry.is_silent()

    collector.note_trouble(ForeshockError("The connection is lost."))
    assert entry.trouble == "The connection is lost." and entry.state is JobState.RUNNING
    collector.note_trouble(None)
    collector.stop(request, ForeshockError("Nothing answers."))
    assert (entry.state, entry.reason, entry.trouble) == (JobState.STOPPED, "Nothing answers.", "")
    assert entry.elapsed() is None and ledger.count(LIVE) == 0 and ledger.count(RESTING) == 1
    collector.track(request)
    assert entry.state is JobState.SENDING and entry.reason == "" and ledger.total() == 1
    collector.fail(request, ForeshockError("It does not work."))
    assert (entry.state, entry.reason) == (JobState.FAILED, "It does not work.") and entry.ended is not None
    assert set(changes) == {request.job_id}
    # News that was on its way when it was closed is not told any more.
    collector.track(request)
    changes.clear()
    collector.note_sent(request.job_id, 2)
    assert qgis_session.spin_until(lambda: changes == [request.job_id], 10), "numbers alone are told a little later"
    collector.note_sent(request.job_id, 3)
    ledger.close()
    collector.fail(request, ForeshockError("It does not work."))
    qgis_session.spin_until(lambda: False, 0.2)
    assert changes == [request.job_id] and entry.state is JobState.SENDING
    collector.cancelled.emit(request)
    assert entry.state is JobState.SENDING, "a closed list hears nothing"
    service.close()


def test_a_result_is_counted_and_survives_a_restart(request_: SimulationRequest, tmp_path: Path) -> None:
    root = tmp_path / "clients"
    service = SimulationService(root)
    ledger = Ledger(root)
    ledger.attach(service)
    finished.journal_of(request_, service.journal.folder, finished.everything)
    composed: List[float] = []
    service.collector.composed.connect(lambda _request, percent: composed.append(percent))
    service.collector.track(request_)
    assert ledger.entry(request_.job_id).state is JobState.COMPOSING
    service.collector.note_all_sent(request_)
    assert qgis_session.spin_until(lambda: ledger.count(ENDED) == 1, 60)
    before = ledger.entry(request_.job_id)
    assert before.state is JobState.DONE and before.cached == 0 and before.pieces == 1 and before.area_m2 > 0
    assert composed and sorted(composed) == composed
    ledger.close()
    service.close()

    again = Ledger(root)
    load(again)
    after = again.entry(request_.job_id)
    assert (after.state, after.cached, after.pieces) == (JobState.DONE, 0, 1)
    assert after.area_m2 == before.area_m2 and abs(after.elapsed() - before.elapsed()) < 2.0
    again.close()


def test_ended_ones_can_be_removed_and_open_ones_cannot(request_: SimulationRequest, tmp_path: Path) -> None:
    root = tmp_path / "clients"
    service = SimulationService(root)
    journal = service.journal
    asked = [job_lists.at(request_, minute) for minute in range(4)]
    for each in asked:
        journal.add(each)
    for each, state in zip(asked, (states.DONE, states.FAILED, states.CANCELLED)):
        journal.set_state(each.job_id, state)
    ledger = Ledger(root)
    load(ledger)
    ledger.attach(service)
    gone: List[UUID] = []
    ledger.removed.connect(gone.extend)
    ledger.remove([each.job_id for each in asked])
    assert gone == [each.job_id for each in asked[:3]] and ledger.total() == 1
    assert ledger.count(ENDED) == 0 and ledger.count(RESTING) == 1
    assert journal.job_ids() == [asked[3].job_id]
    assert qgis_session.spin_until(lambda: len(list(journal.folder.iterdir())) == 1, 30)
    # The journal itself keeps what is open, whoever asks.
    assert journal.remove([asked[3].job_id]) == [] and journal.state(asked[3].job_id) == states.OPEN
    # What was left when a program ended in the middle is cleared away by the next.
    left = journal.folder / f"{asked[0].job_id}.removed"
    left.mkdir()
    Journal(journal.folder, ours=False)
    assert left.exists(), "another client's folder is none of our business"
    Journal(journal.folder)
    assert qgis_session.spin_until(lambda: not left.exists(), 30)
    ledger.close()
    service.close()


def test_a_journal_of_an_older_version_is_read(request_: SimulationRequest, tmp_path: Path) -> None:
    journal = journal_in(tmp_path / "clients")
    journal.add(request_)
    (journal.folder / str(request_.job_id) / "state.json").write_text('{"state": "failed", "detail": "Too late."}')
    ledger = Ledger(tmp_path / "clients")
    load(ledger)
    entry = ledger.entry(request_.job_id)
    assert (entry.state, entry.reason, entry.cached, entry.elapsed()) == (JobState.FAILED, "Too late.", None, None)
    ledger.close()


def test_retry_asks_for_the_same_under_another_name(request_: SimulationRequest, tmp_path: Path) -> None:
    failed = job_lists.at(request_, 5)
    other = again(failed)
    assert other.job_id != failed.job_id and other.created > failed.created and other.deadline > failed.deadline
    assert replace(other, job_id=failed.job_id, created=failed.created, deadline=failed.deadline) == failed
    # A file that is there, or that another job will write, is left alone.
    Path(failed.output).parent.mkdir()
    Path(failed.output).write_bytes(b"x")
    second = str(Path(failed.output).with_name("result_2.tif"))
    assert again(failed).output == second
    assert again(failed, {second}).output == str(Path(failed.output).with_name("result_3.tif"))
    Path(failed.source.path).unlink()
    with pytest.raises(ForeshockError, match="is not there any more"):
        again(failed)
