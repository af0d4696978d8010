"""Affected features as a Processing algorithm: needs no fleet, takes any layers, marks what it gives."""

from __future__ import annotations

import json
from pathlib import Path

import finished
import pytest
import scenes
from assessed import SCALE, box, layer, placed, rows
from foreshock.jobs.assembling import assemble
from foreshock.layers.family import family_of
from foreshock.layers.result_layer import add_result
from processing_session import Feedback, InBackground, QgisProcess, refusal, run
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

pytestmark = pytest.mark.usefixtures("no_broker")

FIELDS = "&field=kind:string&field=people:integer"
ROWS = [
    (box(10, 10, 10, 10), ["house", 4]),
    (box(95, 50, 10, 10), [NULL, 10]),
    ("POLYGON((10 50, 20 60, 20 50, 10 60, 10 50))", ["house", 6]),
    (box(200, 10, 9, 9), ["church", 50]),
]


@pytest.fixture
def footprint(tmp_path: Path) -> Path:
    """As a result has it: longitude and latitude, with its provenance in each feature."""
    shape = json.loads(placed(box(0, 0, 100, 100), "EPSG:4326").asJson(12))
    about = {"synthetic": True, "instruction": "flood the low streets", "area_m2": 10_000.0}
    path = tmp_path / "town.footprint.geojson"
    path.write_text(
        json.dumps(
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": about, "geometry": shape}]}
        )
    )
    return path


def buildings() -> QgsVectorLayer:
    return layer("Polygon", ROWS, FIELDS, "buildings")


def test_a_run(footprint: Path, tmp_path: Path) -> None:
    """Numbers, features and table; invalid features are measured, and told of."""
    feedback = Feedback()
    asked = {"FOOTPRINT": str(footprint), "FEATURES": buildings(), "FIELD": "kind", "SUM_FIELD": "people"}
    made = run("affected", {**asked, "OUTPUT": "memory:", "TABLE": str(tmp_path / "table.csv")}, feedback)
    assert (made["COUNT"], made["OF"], made["SUM"], made["REPAIRED"], made["UNREADABLE"]) == (3, 4, 20.0, 1, 0)
    assert made["AREA"] == pytest.approx(200 / SCALE**2, rel=1e-5) and made["LENGTH"] == 0.0
    assert any("invalid geometry, which was repaired" in each for each in feedback.warned), feedback.warned
    found = list(made["OUTPUT"].getFeatures())
    assert [each["affected_share"] for each in found] == [1.0, pytest.approx(0.5, abs=1e-4), 1.0]
    assert {each["affected_by"] for each in found} == {"SIMULATED: flood the low streets"}
    assert [each["kind"] for each in found] == ["house", NULL, "house"] and made[
        "OUTPUT"
    ].crs().authid() == "EPSG:32633"
    lines = (tmp_path / "table.csv").read_text().splitlines()
    assert lines[0] == "kind,affected,looked_at,area_m2,sum_of_people,affected_by" and len(lines) == 4
    assert lines[1].startswith("house,") and lines[1].endswith("SIMULATED: flood the low streets")


def test_threshold_share_and_extent(footprint: Path) -> None:
    asked = {"FOOTPRINT": str(footprint), "FEATURES": buildings(), "OUTPUT": "memory:"}
    assert run("affected", {**asked, "THRESHOLD": 60})["COUNT"] == 2
    shared_out = run("affected", {**asked, "SUM_FIELD": "people", "SUM_BY": 1})
    assert shared_out["SUM"] == pytest.approx(4 + 5 + 6, abs=0.01) and "TABLE" not in shared_out
    east = placed(box(90, 0, 200, 100)).boundingBox()
    extent = f"{east.xMinimum()},{east.xMaximum()},{east.yMinimum()},{east.yMaximum()} [EPSG:32633]"
    made = run("affected", {**asked, "EXTENT": extent})
    assert (made["COUNT"], made["OF"]) == (1, 2)
    assert "no field" in refusal("affected", {**asked, "FIELD": "nothing"})


def test_only_selected_features(footprint: Path) -> None:
    things = buildings()
    QgsProject.instance().addMapLayer(things)
    things.selectByIds([1, 4])
    chosen = QgsProcessingFeatureSourceDefinition(things.id(), True)
    made = run("affected", {"FOOTPRINT": str(footprint), "FEATURES": chosen, "OUTPUT": "memory:"})
    assert (made["COUNT"], made["OF"]) == (1, 2)


def test_polygons_of_anything_are_a_footprint(tmp_path: Path) -> None:
    """They are not called simulated."""
    observed = layer("MultiPolygon", [(box(0, 0, 50, 100), []), (box(20, 0, 80, 100), [])], name="seen on 3 May")
    roads = layer("LineString", [("LINESTRING(-10 50, 90 50)", [])], name="roads", crs_name="EPSG:4326")
    made = run("affected", {"FOOTPRINT": observed, "FEATURES": roads, "OUTPUT": str(tmp_path / "roads.gpkg")})
    assert made["LENGTH"] == pytest.approx(90 / SCALE, rel=1e-4)
    (feature,) = rows(tmp_path / "roads.gpkg", "roads")
    assert feature["affected_by"] == "seen on 3 May" and feature["affected_length_m"] == made["LENGTH"]


def test_a_layer_without_a_reference_system_is_refused(footprint: Path) -> None:
    things = QgsVectorLayer("Point", "lost", "memory")
    things.setCrs(QgsCoordinateReferenceSystem())
    feature = QgsFeature()
    feature.setGeometry(placed("POINT(5 5)"))
    things.dataProvider().addFeature(feature)
    said = refusal("affected", {"FOOTPRINT": str(footprint), "FEATURES": things, "OUTPUT": "memory:"})
    assert "“lost” has no coordinate reference system." in said


def test_an_empty_footprint(tmp_path: Path) -> None:
    """As a result has it in which nothing changed."""
    path = tmp_path / "empty.footprint.geojson"
    path.write_text('{"type":"FeatureCollection","features":[]}')
    made = run("affected", {"FOOTPRINT": str(path), "FEATURES": buildings(), "FIELD": "kind", "OUTPUT": "memory:"})
    assert (made["COUNT"], made["OF"], made["AREA"]) == (0, 4, 0.0)


def test_a_loaded_layer_is_marked(tmp_path: Path) -> None:
    """As that of the window is: it belongs to the family of the result."""
    import processing

    source = QgsRasterLayer(str(scenes.rgb(tmp_path / "ortho.tif", height=90, width=90)), "ortho", "gdal")
    project = QgsProject.instance()
    project.addMapLayer(source)
    request = finished.request_of(source, tmp_path / "result.tif")
    journal = finished.journal_of(request, tmp_path / "journal", finished.everything)
    result = add_result(project, request, assemble(request, journal, lambda share: True))
    footprint = family_of(project, result).footprint
    places = QgsVectorLayer("Point?crs=EPSG:32633", "places", "memory")
    project.addMapLayer(places)
    before = set(project.mapLayers())
    asked = {"FOOTPRINT": footprint.id(), "FEATURES": places.id(), "OUTPUT": "TEMPORARY_OUTPUT"}
    processing.runAndLoadResults("foreshock:affected", asked, feedback=Feedback())
    (made,) = [project.mapLayer(each) for each in set(project.mapLayers()) - before]
    assert made.name() == "Affected places — SIMULATED" and made.customProperty("foreshock/role") == "affected"
    assert family_of(project, made).result is result and "SIMULATED" in made.metadata().abstract()
    alias = made.attributeDisplayName(made.fields().lookupField("affected_share"))
    assert alias == "Affected share (0 to 1), simulated"


def test_a_run_can_be_cancelled(footprint: Path) -> None:
    many = layer("Polygon", [(box(2.0 * (each % 200), 2.0 * (each // 200), 1, 1), []) for each in range(20_000)])
    job = InBackground("affected", {"FOOTPRINT": str(footprint), "FEATURES": many, "OUTPUT": "memory:"})
    # On the algorithm's own thread: it cannot be done before this one gets its turn.
    job.feedback.progressChanged.connect(
        lambda share: job.feedback.cancel() if share > 1.0 else None, Qt.ConnectionType.DirectConnection
    )
    assert "COUNT" not in job.start().wait(60)
    assert 1.0 < max(job.feedback.shares) < 100.0


def test_on_the_command_line(footprint: Path, tmp_path: Path) -> None:
    """Without a fleet, without a window."""
    roads = layer("LineString", [("LINESTRING(50 50, 150 50)", [])])
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        roads, str(tmp_path / "roads.gpkg"), QgsProject.instance().transformContext(), options
    )
    made = QgisProcess(tmp_path / "process").run(
        "affected",
        {"FOOTPRINT": footprint, "FEATURES": tmp_path / "roads.gpkg", "OUTPUT": tmp_path / "affected.gpkg"},
    )
    assert (made["COUNT"], made["OF"]) == (1, 1) and made["LENGTH"] == pytest.approx(50 / SCALE, rel=1e-4)
    (feature,) = rows(tmp_path / "affected.gpkg", "affected")
    assert feature["affected_by"] == "SIMULATED: flood the low streets"
