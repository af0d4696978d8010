"""Right-click to result layer, through a real broker, a real cache and a real worker."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, Dict, List

import numpy as np
import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import qgis_session
import scenes
from fake_iface import FakeIface
from fleet import PATIENCE, Fleet
from foreshock.core.grid import Geotransform
from foreshock.core.messages import Outcome
from foreshock.core.request import SimulationRequest
from foreshock.imagery.outcome_image import read_outcome_image
from osgeo import gdal
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QPushButton
from windows import child, fill_connection, rasters, simulate, wait_for_layer


def recompose(request: SimulationRequest, outcomes: Dict[int, Outcome], before: np.ndarray, valid: np.ndarray) -> Any:
    """The result by the protocol's words, from what the worker sent: (samples, touched)."""
    plan, window = request.plan(), request.window
    margin = plan.tile
    weight = np.zeros((window.height + 2 * margin, window.width + 2 * margin))
    value = np.zeros((*weight.shape, 3))
    for tile in plan.tiles():
        place = Geotransform(request.source.geotransform).at(tile.col, tile.row)
        rgba = read_outcome_image(outcomes[tile.id.index].done.geotiff, plan.tile, place).astype(float)
        fx, fy = plan.feather(tile.id)
        share = np.outer(fy, fx) * (rgba[..., 3] / 255.0)
        here = (slice(tile.row, tile.row + plan.tile), slice(tile.col, tile.col + plan.tile))
        weight[here] += share
        value[here] += share[..., None] * rgba[..., :3]
    weight, value = weight[: window.height, : window.width], value[: window.height, : window.width]
    touched = (weight > 0) & valid
    edited = value / np.where(weight > 0, weight, 1.0)[..., None]
    a = np.minimum(weight, 1.0)[..., None]
    mixed = (1 - a) * np.moveaxis(before, 0, -1) + a * edited
    return np.moveaxis(mixed, -1, 0), touched


def test_right_click_to_result_layer(plugin: Any, iface: FakeIface, fleet: Fleet, tmp_path: Path) -> None:
    before = (scenes.aerial(150, 203, 3) * 250 + 3).astype(np.uint8)
    before[:, 20:60, 100:150] = 0
    path = scenes.write(tmp_path / "scene.tif", before, nodata=0)
    layer = QgsRasterLayer(str(path), "scene", "gdal")
    project = QgsProject.instance()
    project.addMapLayer(layer)
    fleet.heard()

    request = simulate(iface, layer, fleet)
    wait_for_layer(iface, fleet, 2)
    result = next(each for each in rasters() if each.id() != layer.id())
    outcomes = fleet.outcomes(request.job_id)
    assert set(outcomes) == set(range(len(request.plan()))) and all(each.done for each in outcomes.values())

    # The same place, to the bit.
    assert result.isValid() and result.extent() == layer.extent() and result.crs() == layer.crs()
    assert (result.width(), result.height()) == (203, 150)
    ours, theirs = gdal.Open(result.source()), gdal.Open(str(path))
    assert ours.GetGeoTransform() == theirs.GetGeoTransform()
    assert ours.GetSpatialRef().IsSame(theirs.GetSpatialRef())
    assert [ours.GetRasterBand(b).GetNoDataValue() for b in (1, 2, 3)] == [0, 0, 0]

    # The worker's px inside, the source's outside.
    after = ours.ReadAsArray()
    valid = (before != 0).all(axis=0)
    mixed, touched = recompose(request, outcomes, before, valid)
    assert touched.any(), "the tiny model changes something"
    assert (after[:, ~touched] == before[:, ~touched]).all() and not touched[30, 120]
    rounded = np.abs(after - mixed) <= 0.5 + 1e-9
    # What would round to 0, the nodata value, is moved to 1.
    moved = (mixed <= 0.5 + 1e-9) & (after == 1)
    assert (rounded | moved)[:, touched].all() and rounded[:, touched].any()
    assert (after[:, touched] != before[:, touched]).any()

    # Marked wherever one may look.
    assert result.name() == "scene: flood the low streets — SIMULATED" and "SIMULATED" in result.metadata().abstract()
    assert result.customProperty("foreshock/job_id") == str(request.job_id)
    groups = project.layerTreeRoot().findGroups()
    assert [group.name() for group in groups] == ["Simulations"]
    assert [group.name() for group in groups[0].findGroups()] == ["scene"]
    footprint, below = (node.layer() for node in groups[0].findLayers())
    assert below is result and "SIMULATED change" in footprint.name()
    pieces = sum(feature["pixels"] for feature in footprint.getFeatures())
    assert 0 < pieces <= touched.sum()
    area = sum(feature["area_m2"] for feature in footprint.getFeatures())
    assert abs(area / (pieces * 0.25) - 1.0) < 0.01, "a px is half a metre wide"
    tags = ours.GetMetadata()
    made = outcomes[0].done.provenance
    assert tags["FORESHOCK_SYNTHETIC"] == "YES" and tags["FORESHOCK_SEED"] == "7"
    assert tags["FORESHOCK_INSTRUCTION"] == "flood the low streets"
    assert (tags["FORESHOCK_MODEL"], tags["FORESHOCK_MODEL_DIGEST"]) == (made.model, made.model_digest)
    assert any("SIMULATED" in text for text in iface.message_texts())

    # The same again comes from the cache, with the same px.
    again = simulate(iface, layer, fleet)
    wait_for_layer(iface, fleet, 3)
    assert {each.done.cache for each in fleet.outcomes(again.job_id).values()} == {"hit"}
    assert (gdal.Open(again.output).ReadAsArray() == after).all()


def test_cancel_is_seen_at_once_and_told_to_the_fleet(
    plugin: Any, iface: FakeIface, fleet: Fleet, tmp_path: Path
) -> None:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif", height=700, width=700)), "wide", "gdal")
    QgsProject.instance().addMapLayer(layer)
    fleet.heard("cancels")
    request = simulate(iface, layer, fleet, steps=200)
    assert qgis_session.spin_until(lambda: any("wide" in text for text in iface.message_texts()), 30)
    bars = iface.messageBar().items()
    button = next(item.findChild(QPushButton, "cancel") for item in bars if item.findChild(QPushButton, "cancel"))
    button.click()
    assert any("Called off" in text for text in iface.message_texts())
    assert not any(item.findChild(QPushButton, "cancel") for item in iface.messageBar().items() if item.isVisible())
    told: List[bytes] = []
    qgis_session.spin_until(lambda: told.extend(fleet.heard("cancels")) or told, 30)
    assert any(str(request.job_id).encode() in body for body in told)
    qgis_session.spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 30)
    assert not Path(request.output).exists() and len(QgsProject.instance().mapLayers()) == 1


def test_a_request_outlives_qgis(plugin: Any, iface: FakeIface, fleet: Fleet, tmp_path: Path) -> None:
    """The plugin is switched off as soon as the tiles are sent; switched on again, it gets its result."""
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif", height=90, width=90)), "later", "gdal")
    QgsProject.instance().addMapLayer(layer)
    fleet.heard()
    request = simulate(iface, layer, fleet, steps=2)
    sent = qgis_session.spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 60)
    plugin.unload()
    assert sent
    # Whether the outcome came before or after the end, it must not be lost.
    outcomes: Dict[int, Outcome] = {}
    qgis_session.spin_until(lambda: outcomes.update(fleet.outcomes(request.job_id)) or outcomes, PATIENCE)
    if Path(request.output).exists():
        pytest.skip("the result was written before the plugin was switched off")
    plugin.initGui()
    (offer,) = [item for item in iface.messageBar().items() if item.findChild(QPushButton, "fetch")]
    assert "1 simulation waits for its result" in offer.text()
    assert "foreshock-amqp" not in {thread.name for thread in threading.enumerate()}, "it only offers"
    # The password was in memory only, and is asked for again.
    child(offer, QPushButton, "fetch").click()
    fill_connection(fleet)
    wait_for_layer(iface, fleet, 2)
    assert Path(request.output).exists()
