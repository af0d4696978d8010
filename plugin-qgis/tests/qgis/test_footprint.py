"""The change footprint: against the worker's own client on the same changes, on odd places of the Earth, and in files."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any, List, Tuple

import finished
import numpy as np
import programs
import pytest
import scenes
from foreshock.core.grid import Window
from foreshock.imagery.footprint import Cancelled, ChangeMap, Nowhere, footprint_path
from foreshock.imagery.inspect import inspect
from foreshock.jobs.assembling import assemble
from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsProject, QgsRasterLayer, QgsVectorLayer

FEET = (985_000.0, 2.0, 0.0, 200_000.0, 0.0, -2.0)
#: Ground units to a px, EPSG, geotransform: metres, degrees, US survey feet, south up, over the antimeridian, long edges
#: (a kilometre and more), around a pole.
PLACES = {
    "utm": (32633, scenes.UTM),
    "degrees": (4326, (12.1, 1e-5, 0.0, 45.7, 0.0, -1e-5)),
    "feet": (2263, FEET),
    "south_up": (32633, (500_000.0, 0.5, 0.0, 5_000_000.0, 0.0, 0.5)),
    "antimeridian": (4326, (179.9995, 1e-5, 0.0, -16.0, 0.0, -1e-5)),
    "coarse": (3857, (1_000_000.0, 400.0, 0.0, 6_000_000.0, 0.0, -300.0)),
    "pole": (3413, (-50_000.0, 1000.0, 0.0, 50_000.0, 0.0, -1000.0)),
}


def holed(height: int = 100, width: int = 110) -> np.ndarray:
    """``[3, h, w]`` 8-bit samples whose valid px (not 0) are a plate with a hole, a disc, a speck of 15 px and one of 16,
    and two squares that touch by a corner."""
    y, x = np.mgrid[0:height, 0:width]
    plate = (x >= 5) & (x < 70) & (y >= 5) & (y < 60) & ~((x >= 20) & (x < 33) & (y >= 20) & (y < 41))
    disc = np.hypot(x - 85, y - 30) < 12.3
    specks = ((y == 70) & (x >= 5) & (x < 20)) | ((y == 74) & (x >= 5) & (x < 21))
    corners = ((x >= 60) & (x < 70) & (y >= 75) & (y < 85)) | ((x >= 70) & (x < 80) & (y >= 85) & (y < 95))
    samples = (scenes.aerial(height, width, 3) * 200 + 20).astype(np.uint8)
    samples[:, ~(plate | disc | specks | corners)] = 0
    return samples


def coordinates(value: Any) -> List[Tuple[float, float]]:
    if isinstance(value[0], (int, float)):
        return [tuple(value)]
    return [point for part in value for point in coordinates(part)]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: Any) -> Path:
    """A model of random weights: what changes is told by the nodata px here, not by the model."""
    for name in ("foreshock", "foreshock-lab"):
        try:
            programs.program(name)
        except AssertionError as missing:
            pytest.skip(str(missing))
    folder = tmp_path_factory.mktemp("model") / "tiny"
    lab = [programs.program("foreshock-lab"), "init", "--config", "tiny", "--seed", "1", str(folder)]
    subprocess.run(lab, check=True, capture_output=True)
    return folder


def theirs(model: Path, scene: Path, output: Path) -> dict:
    """The footprint that ``foreshock edit`` writes when every valid px changes."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("FORESHOCK_")}
    words = ["--instruction", "flood", "--preserve", "none", "--steps", "1", "--threads", "1", "--seed", "3"]
    command = [programs.program("foreshock"), "edit", "--model", str(model), "--input", str(scene)]
    done = subprocess.run(
        [*command, "--output", str(output), *words], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(Path(footprint_path(str(output))).read_text(encoding="utf-8"))


@pytest.mark.parametrize("place", sorted(PLACES))
def test_it_is_that_of_the_worker(qgis_app: object, tiny: Path, tmp_path: Path, place: str) -> None:
    epsg, geotransform = PLACES[place]
    scene = scenes.write(tmp_path / "scene.tif", holed(), epsg=epsg, geotransform=geotransform, nodata=0)
    wanted = theirs(tiny, scene, tmp_path / "theirs.tif")
    request = finished.request_of(QgsRasterLayer(str(scene), "scene", "gdal"), tmp_path / "ours.tif")
    journal = finished.journal_of(request, tmp_path / "journal", finished.everything)
    assembled = assemble(request, journal, lambda share: True)
    assert assembled.footprint == str(tmp_path / "ours.footprint.geojson")
    found = json.loads(Path(assembled.footprint).read_text(encoding="utf-8"))

    # The plate, the disc, the larger speck, and two squares: what touches by a corner is not connected.
    assert len(found["features"]) == len(wanted["features"]) == assembled.pieces == 5
    for ours, other in zip(found["features"], wanted["features"]):
        assert ours["properties"]["pixels"] == other["properties"]["pixels"] >= 16
        assert ours["properties"]["area_m2"] == pytest.approx(other["properties"]["area_m2"], rel=1e-6)
        assert ours["geometry"]["type"] == other["geometry"]["type"]
        ours, other = (np.array(coordinates(each["geometry"]["coordinates"])) for each in (ours, other))
        assert ours.shape == other.shape and np.abs(ours - other).max() < 2e-9
        assert (np.abs(ours) <= (180.0, 90.0)).all()
    assert assembled.area_m2 == pytest.approx(
        sum(each["properties"]["area_m2"] for each in found["features"]), rel=1e-5
    )
    made = journal.outcomes(request.job_id)[0].done.provenance
    properties = found["features"][0]["properties"]
    assert set(properties) == set(wanted["features"][0]["properties"])
    assert properties["synthetic"] is True and properties["job_id"] == str(request.job_id)
    assert (properties["model"], properties["model_digest"]) == (made.model, made.model_digest)
    assert (properties["instruction"], properties["seed"]) == (made.instruction, made.seed)
    if place == "antimeridian":
        assert any(each["geometry"]["type"] == "MultiPolygon" for each in found["features"])
    written = ["ours.footprint.geojson", "ours.provenance.json", "ours.tif"]
    assert sorted(each.name for each in tmp_path.glob("ours*")) == written


@pytest.mark.parametrize("place", ["utm", "degrees", "feet"])
def test_areas_are_those_that_qgis_measures(qgis_app: object, tmp_path: Path, place: str) -> None:
    epsg, geotransform = PLACES[place]
    scene = scenes.write(tmp_path / "scene.tif", holed(), epsg=epsg, geotransform=geotransform, nodata=0)
    request = finished.request_of(QgsRasterLayer(str(scene), "scene", "gdal"), tmp_path / "ours.tif")
    assembled = assemble(request, finished.journal_of(request, tmp_path / "j", finished.everything), lambda share: True)
    layer = QgsVectorLayer(assembled.footprint, "footprint", "ogr")
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance().transformContext())
    measure.setEllipsoid("EPSG:7030")
    features = list(layer.getFeatures())
    assert len(features) == 5
    for feature in features:
        assert feature["area_m2"] == pytest.approx(measure.measureArea(feature.geometry()), rel=1e-4)


def test_only_what_changed_counts(qgis_app: object, tmp_path: Path) -> None:
    """Px where the weight is 0, and those outside the mask, are the source's."""
    scene = scenes.rgb(tmp_path / "scene.tif", height=200, width=200)
    request = finished.request_of(
        QgsRasterLayer(str(scene), "scene", "gdal"), tmp_path / "result.tif", Window(30, 40, 150, 120)
    )
    x0, _, _, y0, _, _ = scenes.UTM
    corners = [(x0 + col / 2, y0 - row / 2) for col, row in ((0, 0), (100, 0), (100, 200), (0, 200), (0, 0))]
    ring = ", ".join(f"{x} {y}" for x, y in corners)
    request = replace(request, mask_wkt=f"POLYGON (({ring}))")

    def disc(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        rgba = finished.everything(x, y)
        rgba[..., 3] = np.where(np.hypot(x - 100, y - 100) < 30, 1, 0)
        return rgba

    assembled = assemble(request, finished.journal_of(request, tmp_path / "j", disc), lambda share: True)
    y, x = np.mgrid[0:200, 0:200]
    half = (np.hypot(x - 100, y - 100) < 30) & (x < 100)
    (feature,) = json.loads(Path(assembled.footprint).read_text())["features"]
    assert feature["properties"]["pixels"] == half.sum()
    # 0.5 m px; the scale factor in the middle of a UTM zone is 0.9996.
    assert assembled.area_m2 == pytest.approx(half.sum() * 0.25 / 0.9996**2, rel=1e-5)


def test_nothing_changed_is_an_empty_footprint(qgis_app: object, tmp_path: Path) -> None:
    scene = scenes.rgb(tmp_path / "scene.tif", height=90, width=90)
    request = finished.request_of(QgsRasterLayer(str(scene), "scene", "gdal"), tmp_path / "result.tif")
    journal = finished.journal_of(request, tmp_path / "j", lambda x, y: np.zeros((*x.shape, 4), dtype=np.uint8))
    assembled = assemble(request, journal, lambda share: True)
    assert (assembled.pieces, assembled.area_m2) == (0, 0.0)
    assert json.loads(Path(assembled.footprint).read_text()) == {"type": "FeatureCollection", "features": []}


def test_without_a_place_there_is_a_result_and_no_footprint(qgis_app: object, tmp_path: Path) -> None:
    far = (1e9, 0.5, 0.0, 1e9, 0.0, -0.5)
    scene = scenes.rgb(tmp_path / "scene.tif", height=90, width=90, geotransform=far)
    request = finished.request_of(QgsRasterLayer(str(scene), "scene", "gdal"), tmp_path / "result.tif")
    stale = Path(footprint_path(request.output))
    stale.write_text("of an earlier result")
    assembled = assemble(request, finished.journal_of(request, tmp_path / "j", finished.everything), lambda share: True)
    assert (assembled.footprint, assembled.pieces) == (None, 0)
    assert Path(request.output).exists() and not stale.exists()


def test_the_moon_has_no_footprint(qgis_app: object, tmp_path: Path) -> None:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif", height=30, width=30)), "scene", "gdal")
    moon = QgsCoordinateReferenceSystem("ESRI:103881")
    assert moon.isValid()
    source = replace(inspect(layer), crs_wkt=moon.toWkt())
    window = Window(0, 0, 30, 30)
    with ChangeMap(str(tmp_path / "changed.tif"), window) as changes:
        changes.add(window, np.ones((30, 30), dtype=bool))
        with pytest.raises(Nowhere, match="does not lead to longitude"):
            changes.trace(source, {}, str(tmp_path / "moon.geojson"), lambda share: True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["scene.tif"]


def test_a_call_off_while_it_is_traced_leaves_nothing(qgis_app: object, tmp_path: Path) -> None:
    scene = scenes.rgb(tmp_path / "scene.tif", height=300, width=300)
    folder = tmp_path / "out"
    request = finished.request_of(QgsRasterLayer(str(scene), "scene", "gdal"), folder / "result.tif")
    journal = finished.journal_of(request, tmp_path / "j", finished.everything)
    written = []

    def until_it_is_written(_share: float) -> bool:
        written.append(Path(request.output).exists())
        return not written[-1]

    with pytest.raises(Cancelled):
        assemble(request, journal, until_it_is_written)
    assert written[-1] and list(folder.iterdir()) == []


def test_names() -> None:
    for output, footprint in (
        ("a/out.tif", "a/out.footprint.geojson"),
        ("out.TIFF", "out.footprint.geojson"),
        ("flood.v1.2", "flood.v1.2.footprint.geojson"),
        ("flood.v1.2.tif", "flood.v1.2.footprint.geojson"),
    ):
        assert footprint_path(output) == str(Path(footprint))
