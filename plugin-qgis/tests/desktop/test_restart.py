"""QGIS ends in the middle of a request of many tiles, and is opened again: everything arrives, and arrives once."""

from __future__ import annotations

import json
import shutil
import signal
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any, List
from uuid import UUID

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

TILE, TILES = 256, 40
LAYER = "Plain"
#: Columns and rows of tiles: 8 and 5.
WIDTH, HEIGHT = 1601, 929
#: So that the tiny model takes longer for all tiles than QGIS takes to end.
STEPS = 60


@pytest.fixture(scope="module")
def plain() -> Path:
    """As few px as need so many tiles."""
    assert len(TilePlan.cover(Window(0, 0, WIDTH, HEIGHT), TILE, default_overlap(TILE))) == TILES
    smaller = Window(0, 0, WIDTH - 1, HEIGHT)
    assert len(TilePlan.cover(smaller, TILE, default_overlap(TILE))) < TILES
    folder = ARTEFACTS / "data"
    folder.mkdir(parents=True, exist_ok=True)
    return scenes.rgb(folder / f"{LAYER}.tif", HEIGHT, WIDTH)


def undisturbed(request: SimulationRequest, fleet: Fleet, folder: Path) -> Path:
    """The result of the same request where nothing ends before it does."""
    request = replace(request, job_id=new_job_id(), output=str(folder / "undisturbed.tif"))
    settings = BrokerSettings.from_url(fleet.url)
    with Runner(ClientFolder.take(folder / "clients"), settings, QgsProcessingFeedback(), PATIENCE) as runner:
        runner.send(request)
        (ended,) = runner.finish()
    assert ended.error is None and ended.tiles == TILES
    return Path(request.output)


class Ear:
    """Everything that the worker has answered."""

    def __init__(self, fleet: Fleet) -> None:
        self._fleet = fleet
        fleet.heard()
        self.outcomes: List[Outcome] = []

    def listen(self) -> List[Outcome]:
        self.outcomes += [Outcome.parse(body) for body in self._fleet.heard()]
        return self.outcomes

    def until(self, tiles: int) -> None:
        told = qgis_session.spin_until(lambda: len({each.tile.index for each in self.listen()}) >= tiles, PATIENCE)
        assert told, f"{len(self.outcomes)} outcomes\n{self._fleet.tail()}"


@pytest.mark.parametrize(
    ("ending", "code", "seed"), [("leave", 0, 21), ("crash", -signal.SIGKILL, 22)], ids=["closed", "killed"]
)
def test_a_request_outlives_qgis(
    ending: str, code: int, seed: int, desk: Desk, profile: Profile, tiny_fleet: Fleet, plain: Path, qgis_app: Any
) -> None:
    folder = ARTEFACTS / "data" / ending
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    project = folder / "plain.qgz"
    plan = {
        "url": tiny_fleet.url,
        "layer": LAYER,
        "preset": "Flood",
        "seed": seed,
        "steps": STEPS,
        "project": str(project),
    }
    ear = Ear(tiny_fleet)

    # It ends in the middle.
    facts = desk.drive(ending, profile, plan, 300, [plain], code=code)["facts"]
    (job_id,) = profile.requests()
    journal = Journal(profile.journal())
    request = journal.request(UUID(job_id))
    kept = journal.recorded(request.job_id)
    assert len(request.plan()) == TILES and 0 < len(kept) < TILES and not facts["had_a_result"]

    # The worker goes on: it is done in one case, still at it in the other.
    ear.until(TILES if ending == "leave" else min(len(kept) + 5, TILES))
    assert journal.recorded(request.job_id) == kept

    # What is missing comes, once.
    facts = desk.drive("come_back", profile, plan, 300, [project])["facts"]
    assert facts["layers_before"] == [LAYER] and not facts["connected_unasked"]
    assert any("1 simulation waits" in text for text in facts["offer"])
    result = facts["result"]
    assert result["properties"]["foreshock/job_id"] == job_id and profile.requests() == [job_id]
    assert gdal.Open(result["path"]).GetMetadata()["FORESHOCK_JOB_ID"] == job_id
    (first, second, third) = facts["layers"]
    assert [first, second] == [LAYER, f"{LAYER} — SIMULATED"] and third.startswith(f"{LAYER} — SIMULATED change (")

    # No tile was computed twice.
    outcomes = ear.listen()
    assert {str(each.job_id) for each in outcomes} == {job_id}
    computed = Counter(each.tile.index for each in outcomes if each.done.cache == "miss")
    again = sum(each.done.cache == "hit" for each in outcomes)
    print(f"{len(kept)} of {TILES} tiles were back; {len(computed)} were computed, {again} were asked for again")
    assert sorted(computed) == list(range(TILES)) and set(computed.values()) == {1}
    if ending == "leave":
        assert again == 0, "what waited at the broker is not asked for"

    # As if nothing had happened.
    expected = undisturbed(request, tiny_fleet, folder)
    assert (gdal.Open(result["path"]).ReadAsArray() == gdal.Open(str(expected)).ReadAsArray()).all()
    ours, theirs = (
        json.loads(Path(footprint_path(str(path))).read_text())["features"] for path in (result["path"], expected)
    )
    assert [each["geometry"] for each in ours] == [each["geometry"] for each in theirs]
    assert (gdal.Open(result["path"]).ReadAsArray() != gdal.Open(str(plain)).ReadAsArray()).any()

    # And nothing is left to be fetched.
    facts2 = desk.drive("look_again", profile, plan, 300, [project])["facts"]
    assert facts2["offer"] == [] and not facts2["progress"]
    assert facts2["layers"] == facts["layers"]
