"""The plugin in a real QGIS on a real (virtual) screen, with a real broker and a real worker."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict
from uuid import UUID

import numpy as np
from desk import Desk, Profile, guide_picture
from fleet import Fleet
from foreshock.core.grid import Geotransform, TilePlan, Window, default_overlap
from foreshock.core.messages import Outcome
from foreshock.imagery.outcome_image import read_outcome_image
from osgeo import gdal

TILE = 256
LAYER = "Riverside"


def plan_for(fleet: Fleet, **more: Any) -> Dict[str, Any]:
    return {"url": fleet.url, "layer": LAYER, "preset": "Flood", "seed": 7, **more}


def touched(outcomes: Dict[int, Outcome], source: Any) -> np.ndarray:
    """``[h, w]``: where some tile's weight is above zero."""
    window = Window(0, 0, source.RasterXSize, source.RasterYSize)
    plan = TilePlan.cover(window, TILE, default_overlap(TILE))
    found = np.zeros((window.height + TILE, window.width + TILE), bool)
    for tile in plan.tiles():
        place = Geotransform(source.GetGeoTransform()).at(tile.col, tile.row)
        alpha = read_outcome_image(outcomes[tile.id.index].done.geotiff, TILE, place)[..., 3]
        found[tile.row : tile.row + TILE, tile.col : tile.col + TILE] |= alpha > 0
    return found[: window.height, : window.width]


def test_first_result(desk: Desk, profile: Profile, fleet: Fleet, scene: Path) -> None:
    fleet.heard()
    facts = desk.drive("first_result", profile, plan_for(fleet), 600, [scene])["facts"]

    # Nothing goes out before the user asks for it; that the look finds a connection at all is shown afterwards.
    assert not facts["connected_before_the_user_acts"] and facts["connected_after"]
    assert not any(name.startswith("foreshock") for name in facts["threads_before"])
    assert facts["cancel_offered"]

    # The same place, to the bit.
    result, before = facts["result"], facts["before"]
    assert [result["extent"], result["crs"]] == [before["extent"], before["crs"]]
    ours, theirs = gdal.Open(result["path"]), gdal.Open(str(scene))
    assert ours.GetGeoTransform() == theirs.GetGeoTransform()
    assert ours.GetSpatialRef().IsSame(theirs.GetSpatialRef())

    # The worker's px inside the change, the source's outside.
    outcomes = fleet.outcomes(UUID(result["properties"]["foreshock/job_id"]))
    changed = touched(outcomes, theirs)
    after, source = ours.ReadAsArray(), theirs.ReadAsArray()
    assert changed.any() and not changed.all()
    assert (after[:, ~changed] == source[:, ~changed]).all()
    assert (after[:, changed] != source[:, changed]).any()

    # Marked wherever one may look.
    assert result["name"].startswith(f"{LAYER}: Flood") and result["name"].endswith(" — SIMULATED")
    assert result["groups"] == ["Simulations", LAYER]
    assert result["properties"]["foreshock/seed"] == 7 and result["properties"]["foreshock/simulated"] is True
    assert "SIMULATED" in result["abstract"] and "SIMULATED" in result["keywords"]["foreshock"] and result["rights"]
    tags = ours.GetMetadata()
    assert tags["FORESHOCK_SYNTHETIC"] == "YES" and tags["FORESHOCK_SEED"] == "7"
    assert tags["FORESHOCK_MODEL"] == outcomes[0].done.provenance.model
    assert any("synthetic" in text for text in facts["messages"])

    for name in (
        "window",
        "first-run-5",
        "context-menu",
        "connection",
        "dialog",
        "dialog-more",
        "progress",
        "result",
        "footprint",
    ):
        guide_picture("first_result", name)


def test_cancel(desk: Desk, profile: Profile, fleet: Fleet, scene: Path) -> None:
    fleet.heard("cancels")
    result = desk.drive("cancel", profile, plan_for(fleet, seed=11, steps=60), 300, [scene])
    print(f"cancel was seen after {result['facts']['seconds_to_be_seen']} s")
    assert result["facts"]["layers"] == [LAYER]
    (job_id,) = profile.requests()
    # The wizard's test of the connection has called off a request that there is not.
    assert [json.loads(body)["job_id"] for body in fleet.heard("cancels")].count(job_id) == 1


def test_load_and_unload_leave_nothing(desk: Desk, plugin_folder: Path, fleet: Fleet, scene: Path) -> None:
    profile = Profile(plugin_folder, enabled=False)
    facts = desk.drive("load_and_unload", profile, plan_for(fleet, seed=13, steps=60), 300, [scene])["facts"]
    before, rounds = facts["before"], facts["rounds"]
    assert len(rounds) == 2
    for each in rounds:
        for kind, expected in before.items():
            assert each["unloaded"][kind] == expected, kind
    # The inventory sees the plugin at work, so it could see what is left: a window in the first round, a message in the
    # second.
    for kind in ("context menu", "menus", "toolbars", "indicators", "canvas items", "providers", "threads", "objects"):
        assert all(each["loaded"][kind] != before[kind] for each in rounds), kind
    assert rounds[0]["loaded"]["windows"] != before["windows"]
    assert rounds[1]["loaded"]["messages"] != before["messages"]
    assert rounds[0]["loaded"]["receivers"] != before["receivers"]


def test_the_zip_works_in_a_fresh_profile(desk: Desk, repository: Path, scene: Path, tmp_path: Path) -> None:
    package = tmp_path / "foreshock.zip"
    script = repository / "plugin-qgis" / "tools" / "package.py"
    subprocess.run([sys.executable, script, "--output", package], check=True, capture_output=True)
    profile = Profile(package)
    facts = desk.drive("look_around", profile, {"layer": LAYER}, 120, [scene])["facts"]
    assert "foreshock" in facts["active"]
    assert Path(facts["file"]).resolve().is_relative_to(profile.folder.resolve())
