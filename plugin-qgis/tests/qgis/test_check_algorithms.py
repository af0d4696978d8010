"""The algorithms that look at results: no fleet, no broker, through Processing as a user runs them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import finished
import numpy as np
import processing_session
import pytest
import scenes
from foreshock.core.grid import Window
from foreshock.core.provenance_file import provenance_path
from foreshock.core.request import SimulationRequest
from foreshock.jobs.assembling import assemble
from osgeo import gdal
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("no_broker")

LEFT, TOP = scenes.UTM[0], scenes.UTM[3]


def box(left: float, top: float, right: float, bottom: float) -> str:
    """A rectangle of px as WKT on the ground."""
    west, east, north, south = LEFT + left / 2, LEFT + right / 2, TOP - top / 2, TOP - bottom / 2
    return f"POLYGON(({west} {north},{east} {north},{east} {south},{west} {south},{west} {north}))"


@pytest.fixture
def made(tmp_path: Path) -> SimulationRequest:
    """A result of a window of a scene; its left half might change."""
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif")), "scene", "gdal")
    request = finished.request_of(layer, tmp_path / "result.tif", Window(30, 40, 200, 150))
    request = replace(request, mask_wkt=box(30, 40, 130, 190))
    assemble(request, finished.journal_of(request, tmp_path / "journal", finished.everything), lambda _share: True)
    return request


def polygons(wkt: str) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633", "where", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    layer.dataProvider().addFeatures([feature])
    return layer


def elevation(path: Path, heights: np.ndarray) -> str:
    """Heights of 10 m px around the scene."""
    place = (LEFT - 20.0, 10.0, 0.0, TOP + 20.0, 0.0, -10.0)
    return str(scenes.write(path, heights.astype(np.float32)[None], geotransform=place))


def test_plausibility_takes_the_mask_of_the_request(made: SimulationRequest, tmp_path: Path) -> None:
    report = tmp_path / "findings.html"
    feedback = processing_session.Feedback()
    given = {"INPUT": made.output, "SOURCE": made.source.path, "REPORT": str(report)}
    found = processing_session.run("plausibility", given, feedback)
    assert (found["OUTSIDE_PIXELS"], found["OUTSIDE_SHARE"]) == (0, 0.0)
    assert found["CHANGED_SHARE"] == pytest.approx(0.5, abs=0.01)
    assert found["WATER_LEVEL"] is None and found["DOUBTFUL"] is False
    assert "Outside the mask, every pixel is the source's, bit for bit." in found["NOTES"].splitlines()
    assert found["NOTES"].splitlines() == [said for said in feedback.said if said in found["NOTES"].splitlines()]
    assert feedback.shares[-1] == 100.0
    page = report.read_text(encoding="utf-8")
    assert "Synthetic imagery: not an observation" in page and "bit for bit" in page


def test_the_checks_run_on_a_thread_of_their_own(made: SimulationRequest, tmp_path: Path) -> None:
    """As the windows of Processing run them: layers of the project are looked at before."""
    project = QgsProject.instance()
    layers = [QgsRasterLayer(made.output, "result"), QgsRasterLayer(made.source.path, "scene")]
    project.addMapLayers([*layers, polygons(box(30, 40, 130, 190))])
    (mask,) = project.mapLayersByName("where")
    given = {"INPUT": layers[0].id(), "SOURCE": layers[1].id()}
    heights = elevation(tmp_path / "dem.tif", np.full((24, 24), 5.0))
    jobs = [
        processing_session.InBackground("plausibility", {**given, "MASK": mask.id(), "DEM": heights}).start(),
        processing_session.InBackground("verify", given).start(),
    ]
    plausible, verified = [job.wait(60) for job in jobs]
    assert (plausible["OUTSIDE_PIXELS"], verified["AGREES"]) == (0, True)


def test_plausibility_takes_the_polygons_it_is_given(made: SimulationRequest) -> None:
    """Of the 100 columns that changed, 40 lie outside these."""
    given = {"INPUT": made.output, "SOURCE": made.source.path, "MASK": polygons(box(30, 40, 90, 190))}
    found = processing_session.run("plausibility", given)
    assert found["OUTSIDE_SHARE"] == pytest.approx(40 / 140, abs=0.01) and found["DOUBTFUL"] is True


def test_plausibility_uses_no_mask_of_a_file_that_was_changed(made: SimulationRequest) -> None:
    path = Path(provenance_path(made.output))
    path.write_text(path.read_text(encoding="utf-8").replace("POLYGON", "POLYGON "), encoding="utf-8")
    feedback = processing_session.Feedback()
    found = processing_session.run("plausibility", {"INPUT": made.output, "SOURCE": made.source.path}, feedback)
    assert found["OUTSIDE_SHARE"] is None and "was changed" in " ".join(feedback.warned)


def test_plausibility_with_an_elevation(made: SimulationRequest, tmp_path: Path) -> None:
    """Level ground under a change is a lake; on a slope of 45° the same change is none."""
    y, x = np.mgrid[0:24, 0:24]
    given = {"INPUT": made.output, "SOURCE": made.source.path}
    flat = processing_session.run(
        "plausibility", {**given, "MASK": None, "DEM": elevation(tmp_path / "f.tif", 80 + 0 * x)}
    )
    assert (flat["WATER_LEVEL"], flat["WATER_ABOVE"], flat["DRY_BELOW"]) == (None, None, None)
    everywhere = polygons(box(0, 0, 420, 300))
    flat = processing_session.run(
        "plausibility", {**given, "MASK": everywhere, "DEM": elevation(tmp_path / "flat.tif", 80 + 0 * x)}
    )
    assert (flat["WATER_LEVEL"], flat["WATER_ABOVE"], flat["DRY_BELOW"]) == (80.0, 0.0, 0.0)
    steep = processing_session.run(
        "plausibility", {**given, "MASK": everywhere, "DEM": elevation(tmp_path / "steep.tif", 80 + 10 * y)}
    )
    assert steep["DRY_BELOW"] > 0.5 and steep["DOUBTFUL"] is True
    # The lower half of the way around it is a lake.
    steep_too = {**given, "MASK": everywhere, "DEM": str(tmp_path / "steep.tif")}
    lake = processing_session.run("plausibility", {**steep_too, "WATERS": polygons(box(0, 110, 420, 300))})
    assert 0.0 < lake["DRY_BELOW"] < steep["DRY_BELOW"]


def test_plausibility_refuses_another_raster(made: SimulationRequest, tmp_path: Path) -> None:
    place = (LEFT + 0.2, 0.5, 0.0, TOP, 0.0, -0.5)
    other = scenes.rgb(tmp_path / "other.tif", geotransform=place)
    refusal = processing_session.refusal("plausibility", {"INPUT": made.output, "SOURCE": str(other)})
    assert "do not share one pixel grid" in refusal and "made from" in refusal


def test_a_layer_of_a_map_server_is_refused(made: SimulationRequest) -> None:
    tiles = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=19&zmin=0", "map", "wms")
    QgsProject.instance().addMapLayer(tiles)
    refusal = processing_session.refusal("plausibility", {"INPUT": made.output, "SOURCE": tiles.id()})
    assert "“map” is drawn by a map server" in refusal and "lies in a file" in refusal


def test_verify(made: SimulationRequest, tmp_path: Path) -> None:
    report = tmp_path / "findings.html"
    given = {"INPUT": made.output, "SOURCE": made.source.path, "REPORT": str(report)}
    found = processing_session.run("verify", given)
    assert found["AGREES"] is True and found["PROBLEMS"] == ""
    assert (found["JOB_ID"], found["INSTRUCTION"]) == (str(made.job_id), made.instruction)
    assert len(found["SHA256"]) == 64
    assert "no signature" in report.read_text(encoding="utf-8")


def test_verify_finds_one_px(made: SimulationRequest, tmp_path: Path) -> None:
    dataset = gdal.Open(made.output, gdal.GA_Update)
    dataset.GetRasterBand(2).WriteArray(dataset.GetRasterBand(2).ReadAsArray(5, 5, 1, 1) ^ 1, 5, 5)
    dataset = None
    report = tmp_path / "findings.html"
    feedback = processing_session.Feedback()
    found = processing_session.run("verify", {"INPUT": made.output, "REPORT": str(report)}, feedback)
    assert found["AGREES"] is False and "bands: 2" in found["PROBLEMS"]
    assert feedback.warned == [found["PROBLEMS"]]
    assert "not what its provenance file says" in report.read_text(encoding="utf-8")
    assert "agree. (" not in report.read_text(encoding="utf-8")


def test_verify_finds_the_file_that_it_is_told(made: SimulationRequest, tmp_path: Path) -> None:
    kept = tmp_path / "kept" / "of another name.json"
    kept.parent.mkdir()
    os.replace(provenance_path(made.output), kept)
    os.replace(tmp_path / "result.footprint.geojson", kept.parent / "result.footprint.geojson")
    assert "cannot be read" in processing_session.refusal("verify", {"INPUT": made.output})
    found = processing_session.run("verify", {"INPUT": made.output, "PROVENANCE": str(kept)})
    assert found["AGREES"] is True


def test_a_report_that_cannot_be_written_is_said(made: SimulationRequest, tmp_path: Path) -> None:
    refusal = processing_session.refusal("verify", {"INPUT": made.output, "REPORT": str(tmp_path)})
    assert "cannot be written" in refusal


def test_a_check_that_is_called_off_gives_nothing(made: SimulationRequest) -> None:
    feedback = processing_session.Feedback()
    feedback.cancel()
    found = processing_session.run("verify", {"INPUT": made.output}, feedback)
    assert "AGREES" not in found
