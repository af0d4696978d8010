"""The way of an analyst through a real QGIS: a series, before and after, affected features, a report."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any, List

import desk as desks
import numpy as np
import pytest
from desk import ARTEFACTS, Desk, Profile, guide_picture
from fleet import Fleet
from osgeo import gdal, ogr
from programs import program

LABELS = ["shallow (0.3 m)", "door sills (1 m)", "eaves (3 m)"]
PICTURES = (
    *("series", "series-results", "result-menu", "flip-2", "swipe", "difference"),
    *("affected", "report", "layout"),
)


@pytest.fixture
def town() -> List[Path]:
    """A procedural town with its houses and its ground."""
    folder = desks.ARTEFACTS / "data"
    folder.mkdir(parents=True, exist_ok=True)
    whole, houses, ground = folder / "town.tif", folder / "Houses.gpkg", folder / "Ground.tif"
    # A program refuses settings that it does not know, and the tests have some of their own.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("FORESHOCK_")}
    command = [program("foreshock"), "sample-scene", "--seed", "1", "--size", "640", str(whole)]
    command += ["--buildings", str(houses), "--elevation", str(ground)]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    part = folder / "Riverside.tif"
    gdal.Translate(str(part), str(whole), srcWin=[0, 150, 640, 432], creationOptions=["COMPRESS=DEFLATE", "TILED=YES"])
    # The lowest in the panel first: the imagery lies on the ground.
    return [ground, part, houses]


def picture(name: str) -> np.ndarray:
    """``[3, h, w]`` of a screenshot."""
    return gdal.Open(str(ARTEFACTS / "analysis" / f"{name}.png")).ReadAsArray()[:3].astype(int)


def test_from_a_question_to_a_finding(
    desk: Desk, profile: Profile, fleet: Fleet, town: List[Path], qgis_app: object
) -> None:
    plan = {"url": fleet.url, "layer": "Riverside", "ground": "Ground", "seed": 7, "steps": 8}
    facts = desk.drive("analysis", profile, plan, 900, town)["facts"]

    # Three pictures of one place, in a group of their own.
    results: List[Any] = facts["results"]
    assert [each["properties"]["foreshock/series_label"] for each in results] == LABELS
    assert {tuple(each["extent"]) for each in results} == {tuple(facts["before"]["extent"])}
    assert {tuple(each["groups"]) for each in results} == {("Simulations", "Riverside", "Flood, 3 grades")}
    rasters = [gdal.Open(each["path"]).ReadAsArray() for each in results]
    assert all((one != other).any() for one, other in zip(rasters, rasters[1:]))

    # The temporal controller goes from before through the grades.
    assert facts["frames"] == [[], *([each] for each in LABELS)]
    shots = [picture(f"flip-{number}") for number in range(4)]
    for number, (one, other) in enumerate(zip(shots, shots[1:])):
        assert (abs(one - other).max(axis=0) > 40).sum() > 500, f"frame {number} looks like the next"

    # By how much: where no px differs, the difference is 0.
    difference = gdal.Open(facts["difference"]).ReadAsArray()
    source = gdal.Open(str(town[1])).ReadAsArray().astype(int)
    assert (difference == abs(rasters[2].astype(int) - source).max(axis=0)).all()

    affected = facts["affected"]
    assert 0 < affected["count"] <= affected["of"] == sum(row[2] for row in affected["rows"])
    assert affected["count"] == sum(row[1] for row in affected["rows"]) and affected["area_m2"] > 0
    path, count = facts["affected_layer"]
    assert count == affected["count"] == ogr.Open(path.split("|")[0]).GetLayer(0).GetFeatureCount()

    folder = ARTEFACTS / "analysis"
    html = (folder / "report.html").read_text(encoding="utf-8")
    assert "not an observation" in html and "Houses" in html and html.count("data:image/jpeg;base64,") >= 3
    for label in LABELS:
        assert label in html
    pdf = gdal.OpenEx(str(folder / "report.pdf"), gdal.OF_RASTER)
    assert pdf is not None and not pdf.GetSubDatasets(), "the report is one page"

    for name in PICTURES:
        guide_picture("analysis", name)
