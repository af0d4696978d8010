"""The plugin in a real QGIS on a real (virtual) screen, with a real broker and a real worker."""

from __future__ import annotations

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
    return {"url": fleet.url, "layer": LAYER, "preset": "Flood", "severity": "severe", "seed": 7, **more}


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
    assert (result["extent"], result["crs"]) == (before["extent"], before["crs"])
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
    assert result["name"] == f"{LAYER} — SIMULATED" and result["groups"] == ["Simulations", LAYER]
    assert result["properties"]["foreshock/seed"] == 7 and result["properties"]["foreshock/simulated"] is True
    assert "SIMULATED" in result["abstract"] and "SIMULATED" in result["keywords"]["foreshock"] and result["rights"]
    tags = ours.GetMetadata()
    assert tags["FORESHOCK_SYNTHETIC"] == "YES" and tags["FORESHOCK_SEED"] == "7"
    assert tags["FORESHOCK_MODEL"] == outcomes[0].done.provenance.model
    assert any("synthetic" in text for text in facts["messages"])

    for name in ("window", "context-menu", "connection", "dialog", "progress", "result"):
        guide_picture("first_result", name)
