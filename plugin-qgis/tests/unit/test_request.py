"""Requests, their journal, their progress, the connection's settings."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from foreshock.core import codec, journal, provenance
from foreshock.core.broker_settings import BrokerSettings
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Window
from foreshock.core.journal import Journal
from foreshock.core.messages import Capabilities, Event, Job, Outcome, TileId
from foreshock.core.progress import Progress
from foreshock.core.request import Drawing, NodataRange, RasterSource, SimulationRequest
from foreshock.core.stretch import Stretch

AREA = Window(5, 7, 300, 200)


def make_request(fixtures: Path, window: Window = AREA) -> SimulationRequest:
    capabilities = Capabilities.parse((fixtures / "messages" / "valid" / "capabilities.json").read_bytes())
    job = Job.parse((fixtures / "messages" / "valid" / "job_minimal.json").read_bytes())
    source = RasterSource(
        path="/data/scene.tif",
        open_options=["NUM_THREADS=2"],
        width=777,
        height=1301,
        geotransform=(500_000.1, 0.5, 0.0, 5_000_000.3, 0.0, -0.5),
        crs_wkt=job.grid.crs_wkt,
        metres_per_unit=1.0,
        bands=(1, 2, 3),
        nodata=[NodataRange(1, 0.0, 0.0)],
    )
    return SimulationRequest.new(
        layer_id="scene_1",
        layer_name="scene",
        source=source,
        window=window,
        instruction="  flood the streets ",
        model=capabilities.models[0],
        capabilities=capabilities,
        steps=3,
        seed=11,
        output="/out/result.tif",
    )


def outcome_for(fixtures: Path, request: SimulationRequest, index: int, name: str = "outcome_done") -> Outcome:
    outcome = Outcome.parse((fixtures / "messages" / "valid" / f"{name}.json").read_bytes())
    return replace(outcome, job_id=request.job_id, tile=TileId(index, len(request.plan()), index, 0))


def test_jobs_of_a_request_can_be_sent_and_agree_with_its_plan(fixtures: Path) -> None:
    request = make_request(fixtures)
    plan = request.plan()
    assert request.instruction == "flood the streets" and len(plan) == 2
    for tile in plan.tiles():
        job = Job.parse(request.job(tile, b"png", Stretch.identity((1, 2, 3))).body())
        assert job.tile == tile.id and (job.noise_origin.col, job.noise_origin.row) == (tile.col, tile.row)
        assert job.grid.geotransform[0] == 500_000.1 + tile.col * 0.5 + tile.row * 0.0
        assert job.grid.gsd_m == pytest.approx(0.5) and job.params.seed == 11 and job.params.steps == 3


def test_many_tiles_go_to_the_bulk_lane(fixtures: Path) -> None:
    assert make_request(fixtures).lane.value == "interactive"
    big = make_request(fixtures, Window(0, 0, 777, 1301))
    assert len(big.plan()) <= 64 and big.lane.value == "interactive"
    capabilities = json.loads((fixtures / "messages" / "valid" / "capabilities.json").read_bytes())
    assert capabilities["limits"]["interactive_tiles"] == 64
    huge = make_request(fixtures, Window(0, 0, 4000, 4000))
    assert len(huge.plan()) > 64 and huge.lane.value == "bulk"


def wait_for_removals() -> None:
    """They have a thread of their own."""
    for thread in threading.enumerate():
        if thread.name == "foreshock-journal":
            thread.join(30)


def test_the_journal_gives_back_what_it_took(fixtures: Path, tmp_path: Path) -> None:
    request = make_request(fixtures)
    book = Journal(tmp_path)
    book.add(request)
    book.set_stretch(request.job_id, Stretch.identity((3, 2, 1)))
    done = outcome_for(fixtures, request, 1)
    assert book.record(done)
    assert not book.record(done), "the second copy of an outcome is dropped"
    assert not book.record(outcome_for(fixtures, request, 1, "outcome_failed"))

    again = Journal(tmp_path)
    assert list(again.open_requests()) == [request]
    assert again.stretch(request.job_id) == Stretch.identity((3, 2, 1))
    assert again.recorded(request.job_id) == {1}
    assert again.image(request.job_id, 1) == done.done.geotiff
    (kept,) = again.outcomes(request.job_id)
    assert kept.done.provenance == done.done.provenance and kept.done.geotiff == b""

    again.set_state(request.job_id, journal.DONE)
    assert list(again.open_requests()) == []
    assert not again.record(outcome_for(fixtures, request, 0)), "an ended request takes nothing more"
    wait_for_removals()
    kept_files = {place.name for place in (tmp_path / str(request.job_id)).iterdir()}
    assert kept_files == {"request.json", "state.json", "stretch.json"}


def test_tiles_that_a_crash_left_are_removed_later(fixtures: Path, tmp_path: Path) -> None:
    request = make_request(fixtures)
    Journal(tmp_path).add(request)
    left = tmp_path / str(request.job_id) / "tiles.ended"
    left.mkdir()
    (left / "0.tif").write_bytes(b"some px")
    Journal(tmp_path)
    wait_for_removals()
    assert not left.exists() and (tmp_path / str(request.job_id) / "tiles").exists()


def test_what_an_ended_request_leaves(fixtures: Path, tmp_path: Path) -> None:
    request = make_request(fixtures)
    book = Journal(tmp_path)
    book.add(request)
    for index in range(2):
        assert book.record(outcome_for(fixtures, request, index))
    place = tmp_path / str(request.job_id)
    (place / "source.tif").write_bytes(b"a drawing")
    # What cannot be removed (Windows keeps what is open) must not keep the request from its end.
    (place / "source.tif.partial").mkdir()
    book.set_state(request.job_id, journal.CANCELLED)
    assert book.recorded(request.job_id) == set() and book.state(request.job_id) == journal.CANCELLED
    for thread in threading.enumerate():
        if thread.name == "foreshock-journal":
            thread.join()
    assert {each.name for each in place.iterdir()} == {"request.json", "state.json", "source.tif.partial"}
    # Long ended requests are not even read.
    (place / "request.json").write_bytes(b"{")
    (tmp_path / "unreadable").mkdir()
    assert list(book.open_requests()) == []


def test_a_journal_that_cannot_be_read_is_a_sentence(fixtures: Path, tmp_path: Path) -> None:
    request = make_request(fixtures)
    book = Journal(tmp_path)
    book.add(request)
    (tmp_path / str(request.job_id) / "state.json").unlink()
    (tmp_path / str(request.job_id) / "state.json").mkdir()
    with pytest.raises(ForeshockError, match="cannot be read"):
        book.state(request.job_id)
    assert list(book.open_requests()) == []


def test_foreign_outcomes_are_dropped(fixtures: Path, tmp_path: Path) -> None:
    assert not Journal(tmp_path).record(outcome_for(fixtures, make_request(fixtures), 0))
    assert list(tmp_path.iterdir()) == []


def test_ending_a_request_while_outcomes_arrive(fixtures: Path, tmp_path: Path) -> None:
    request = make_request(fixtures)
    book = Journal(tmp_path)
    book.add(request)
    kept = []

    def arrive() -> None:
        kept.append([book.record(outcome_for(fixtures, request, index)) for index in range(200)])

    thread = threading.Thread(target=arrive)
    thread.start()
    book.set_state(request.job_id, journal.CANCELLED)
    thread.join()
    assert len(kept) == 1, "the thread that keeps outcomes must not fail"
    assert book.recorded(request.job_id) == set() and kept[0][-1] is False


def test_a_damaged_journal_is_named(tmp_path: Path, fixtures: Path) -> None:
    request = make_request(fixtures)
    book = Journal(tmp_path)
    book.add(request)
    (tmp_path / str(request.job_id) / "request.json").write_bytes(b'{"job_id"')
    with pytest.raises(ForeshockError, match=r"request\.json is damaged"):
        book.request(request.job_id)


def test_progress_counts_tiles_and_steps(fixtures: Path) -> None:
    event = Event.parse((fixtures / "messages" / "valid" / "event_progress.json").read_bytes())
    progress = Progress(tiles=4)
    assert "sending" in progress.text(0.0)
    progress.sent = 4
    assert "waiting for a worker" in progress.text(0.0) and progress.seconds_left(1.0) is None
    progress.note(event, 5.0)
    assert progress.fraction() == pytest.approx(3 / 28 / 4)
    progress.note(replace(event, step=1), 6.0)
    assert progress.fraction() == pytest.approx(3 / 28 / 4), "what is shown never goes back"
    for index in (0, 1):
        progress.finish(index, 7.0, cached=index == 0)
        progress.finish(index, 7.0, cached=index == 0)
    progress.note(event, 8.0)
    assert progress.fraction() == 0.5 and progress.cached == 1 and not progress.complete()
    # One tile was worked on in 5 s since the first was heard of; the other came from the cache.
    assert progress.seconds_per_tile(10.0) == pytest.approx(5.0)
    assert progress.text(10.0) == "2 of 4 tiles done, about 10 s left"
    progress.trouble = "Nothing answers."
    assert progress.text(10.0) == "2 of 4 tiles done. Nothing answers."
    progress.trouble = ""
    progress.have(2)
    progress.have(3)
    assert progress.complete() and progress.text(10.0) == "4 of 4 tiles done"


def test_a_log_hears_of_tiles_and_trouble_not_of_each_estimate(fixtures: Path) -> None:
    event = Event.parse((fixtures / "messages" / "valid" / "event_progress.json").read_bytes())
    progress = Progress(tiles=40)
    told = [progress.standing(0.0)]
    progress.sent = 3
    assert progress.standing(0.0) == told[-1], "not a line for each tile that goes out"
    progress.sent = 40
    told.append(progress.standing(0.0))
    progress.note(event, 5.0)
    told.append(progress.standing(6.0))
    progress.finish(1, 7.0)
    told.append(progress.standing(8.0))
    assert progress.text(8.0) != progress.text(20.0) and progress.standing(20.0) == told[-1]
    progress.trouble = "Nothing answers."
    told.append(progress.standing(20.0))
    assert len(set(told)) == len(told)


def test_what_was_there_already_tells_no_pace() -> None:
    progress = Progress(tiles=10)
    for index in range(8):
        progress.have(index)
    assert progress.seconds_left(100.0) is None
    progress.finish(8, 100.0)
    assert progress.seconds_left(103.0) == pytest.approx(3.0)


def test_broker_addresses() -> None:
    settings = BrokerSettings.from_url("amqps://ana:s%20x@broker.example.org/%2Fforeshock")
    assert (settings.host, settings.port, settings.vhost) == ("broker.example.org", 5671, "/foreshock")
    assert (settings.user, settings.password, settings.tls) == ("ana", "s x", True)
    assert settings.public_url() == "amqps://ana@broker.example.org:5671/%2Fforeshock"
    assert BrokerSettings.from_url(settings.public_url(), "s x") == settings
    assert "s x" not in repr(settings)
    local = BrokerSettings.from_url("amqp://ana@127.0.0.1:35672/t1")
    assert (local.port, local.vhost, local.tls) == (35672, "t1", False)
    assert BrokerSettings.from_url("amqp://ana@localhost").vhost == "/"
    with pytest.raises(ForeshockError, match=r"named “b\.c”"):
        local.with_credentials("b.c", "x")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "begin with amqps"),
        ("http://broker", "begin with amqps"),
        ("amqp://ana@broker.example.org/x", "unencrypted"),
        ("amqps://broker.example.org/x", "names no user"),
        ("amqps://ana@broker:port/x", "cannot be read"),
        ("amqps://ana.b@broker/x", r"named “ana\.b”"),
        ("amqps://" + "a" * 65 + "@broker/x", "does not serve a user"),
    ],
)
def test_bad_broker_addresses(url: str, says: str) -> None:
    with pytest.raises(ForeshockError, match=says):
        BrokerSettings.from_url(url)


def test_provenance_tags_say_what_it_is(fixtures: Path) -> None:
    request = make_request(fixtures)
    tags = provenance.tags(request, outcome_for(fixtures, request, 0).done.provenance, "0.1.0")
    assert tags["FORESHOCK_SYNTHETIC"] == "YES" and tags["FORESHOCK_SEED"] == "7"
    assert all(key.startswith("FORESHOCK_") and value for key, value in tags.items())
    assert tags["FORESHOCK_CRS_WKT"] == request.source.crs_wkt


def test_requests_survive_json(fixtures: Path) -> None:
    request = make_request(fixtures)
    # Units of degrees, a drawn layer, a mask: what is absent here is there, and the other way round.
    source = replace(request.source, metres_per_unit=None, part=AREA, drawing=Drawing("wms", "type=xyz&url=x", True))
    other = replace(request, source=source, mask_wkt="POLYGON((0 0,1 0,1 1,0 0))")
    for each in (request, other):
        assert codec.decode(SimulationRequest, json.loads(codec.dumps(each))) == each
