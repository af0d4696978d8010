"""QGIS ends in the middle of a request of many tiles and is opened again: everything arrives, and arrives once."""

from __future__ import annotations

import json
import shutil
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any, List, Tuple
from uuid import UUID

import numpy as np
import pytest
import qgis_session
import scenes
from desk import ARTEFACTS, Desk, Profile
from fleet import PATIENCE, Fleet
from foreshock.core.broker_settings import BrokerSettings
from foreshock.core.grid import TilePlan, Window, default_overlap
from foreshock.core.journal import Journal
from foreshock.core.messages import Outcome, new_job_id
from foreshock.core.request import SimulationRequest
from foreshock.imagery.footprint import footprint_path
from foreshock.jobs.client_folder import ClientFolder
from foreshock.jobs.runner import Runner
from osgeo import gdal
from qgis.core import QgsProcessingFeedback

LAYER = "Plain"
TILE, TILES = 256, 40
#: The fewest px that need 8 columns and 5 rows of tiles.
WIDTH, HEIGHT = 1601, 929
#: Tiles that are back when QGIS ends.
BACK = 8
#: So many that the tiny model needs longer for the other tiles than QGIS for its end.
STEPS = 60


@pytest.fixture(scope="module")
def plain() -> Path:
    for width, height in ((WIDTH - 1, HEIGHT), (WIDTH, HEIGHT - 1)):
        assert tiles_of(width, height) < tiles_of(WIDTH, HEIGHT) == TILES
    folder = ARTEFACTS / "data"
    folder.mkdir(parents=True, exist_ok=True)
    return scenes.rgb(folder / f"{LAYER}.tif", HEIGHT, WIDTH)


def tiles_of(width: int, height: int) -> int:
    return len(TilePlan.cover(Window(0, 0, width, height), TILE, default_overlap(TILE)))


class Ear:
    """Everything that the worker answers while it has one request."""

    def __init__(self, fleet: Fleet) -> None:
        self._fleet = fleet
        self._outcomes: List[Outcome] = []
        fleet.heard()

    def outcomes(self) -> List[Outcome]:
        self._outcomes += [Outcome.parse(body) for body in self._fleet.heard()]
        return self._outcomes

    def answered(self) -> int:
        """How many tiles have an outcome."""
        return len({each.tile.index for each in self.outcomes()})

    def wait(self, tiles: int) -> None:
        """Until so many tiles have one."""
        in_time = qgis_session.spin_until(lambda: self.answered() >= tiles, PATIENCE)
        assert in_time, f"{self.answered()} tiles are answered\n{self._fleet.tail()}"

    def by_the_cache(self, hit: bool) -> List[int]:
        """The tiles of outcomes that came out of the cache, or did not and were computed."""
        return sorted(each.tile.index for each in self.outcomes() if (each.done.cache == "hit") is hit)


def undisturbed(request: SimulationRequest, fleet: Fleet, folder: Path) -> str:
    """Where the result of the same request is that nothing got in the way of."""
    again = replace(request, job_id=new_job_id(), output=str(folder / "undisturbed.tif"))
    settings = BrokerSettings.from_url(fleet.url)
    with Runner(ClientFolder.take(folder / "clients"), settings, QgsProcessingFeedback(), PATIENCE) as runner:
        runner.send(again)
        (ended,) = runner.finish()
    assert ended.error is None and ended.tiles == TILES
    return again.output


def read(path: str) -> Tuple[np.ndarray, list]:
    """Samples and change footprint of a result."""
    pieces = json.loads(Path(footprint_path(path)).read_text(encoding="utf-8"))["features"]
    return gdal.Open(path).ReadAsArray(), [each["geometry"] for each in pieces]


@pytest.mark.parametrize(
    ("ending", "code", "seed"),
    [pytest.param("leave", 0, 21, id="closed"), pytest.param("crash", -signal.SIGKILL, 22, id="killed")],
)
def test_a_request_outlives_qgis(
    ending: str, code: int, seed: int, desk: Desk, profile: Profile, tiny_fleet: Fleet, plain: Path, qgis_app: Any
) -> None:
    folder = ARTEFACTS / "data" / ending
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    project = folder / "plain.qgz"
    asked = {"preset": "Flood", "seed": seed, "steps": STEPS, "tiles": BACK}
    plan = {"url": tiny_fleet.url, "layer": LAYER, "project": str(project), **asked}
    ear = Ear(tiny_fleet)

    # It ends in the middle.
    facts = desk.drive(ending, profile, plan, 300, [plain], code=code)["facts"]
    (job_id,) = profile.requests()
    journal = Journal(profile.journal())
    request = journal.request(UUID(job_id))
    kept = journal.recorded(request.job_id)
    assert len(request.plan()) == TILES and BACK <= len(kept) < TILES and not facts["had_a_result"]

    # The worker goes on: in one case until it has done all, in the other it is still at it.
    ear.wait(TILES if ending == "leave" else min(len(kept) + 5, TILES))
    assert journal.recorded(request.job_id) == kept
    waiting = ear.answered() - len(kept)

    # QGIS offers the rest, and gets it.
    facts = desk.drive("come_back", profile, plan, 300, [project])["facts"]
    assert [role for _, role in facts["layers_before"]] == [""] and not facts["connected_unasked"]
    assert any("1 simulation waits" in text for text in facts["offer"])
    assert profile.requests() == [job_id]
    assert sorted(role for _, role in facts["layers"]) == ["", "footprint", "result"]
    result = facts["result"]["path"]
    assert facts["result"]["properties"]["foreshock/job_id"] == job_id
    assert gdal.Open(result).GetMetadata()["FORESHOCK_JOB_ID"] == job_id

    # Each tile was computed once, and none was asked for again that was here or waited.
    assert {str(each.job_id) for each in ear.outcomes()} == {job_id}
    assert ear.by_the_cache(hit=False) == list(range(TILES))
    again = ear.by_the_cache(hit=True)
    print(f"{len(kept)} of {TILES} tiles were here, {waiting} waited, {len(again)} were asked for again")
    assert len(again) <= TILES - len(kept) - waiting and not kept.intersection(again)

    # There is nothing more to fetch.
    later = desk.drive("look_again", profile, plan, 300, [project])["facts"]
    assert not later["offered"] and not later["under_way"]
    assert later["layers"] == facts["layers"]
    assert ear.by_the_cache(hit=False) == list(range(TILES))

    # The result is the one that it would have been.
    after, footprint = read(result)
    expected, expected_footprint = read(undisturbed(request, tiny_fleet, folder))
    assert (after == expected).all() and footprint == expected_footprint
    assert (after != gdal.Open(str(plain)).ReadAsArray()).any(), "the tiny model changes something"
