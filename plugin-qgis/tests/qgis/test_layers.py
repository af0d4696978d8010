"""Simulated layers in a project: their group, style, names and marks, also after the project was saved and opened again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Tuple

import canvas as shown
import finished
import numpy as np
import pytest
import scenes
from fake_iface import FakeIface
from foreshock.core.request import Drawing, SimulationRequest
from foreshock.jobs.assembling import Assembled, assemble
from foreshock.layers.footprint_layer import add_footprint, worded_area
from foreshock.layers.marks import is_simulated
from foreshock.layers.result_layer import add_result
from qgis.core import QgsProject, QgsRasterLayer, QgsRasterRange, QgsVectorLayer
from qgis.PyQt.QtCore import QLocale

#: What the result of the layer `ortho` is called.
SIMULATED = "ortho: flood the low streets — SIMULATED"


def two_discs(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    rgba = finished.everything(x, y)
    near = (np.hypot(x - 60, y - 60) < 40) | (np.hypot(x - 150, y - 130) < 20)
    rgba[..., 3] = np.where(near, 255, 0)
    return rgba


def simulated(
    tmp_path: Path, name: str = "ortho", **options: object
) -> Tuple[QgsRasterLayer, SimulationRequest, Assembled]:
    """A source layer in the project, and a finished request for it."""
    path = scenes.rgb(tmp_path / f"{name}.tif", height=200, width=220, **options)
    source = QgsRasterLayer(str(path), name, "gdal")
    QgsProject.instance().addMapLayer(source)
    request = finished.request_of(source, tmp_path / f"{name}_result.tif")
    journal = finished.journal_of(request, tmp_path / f"{name}_journal", two_discs)
    return source, request, assemble(request, journal, lambda share: True)


def tree(project: QgsProject) -> list:
    """Names of groups and layers as the panel shows them."""

    def below(node: object) -> list:
        return [(child.name(), below(child)) if child.nodeType() == 0 else child.name() for child in node.children()]

    return below(project.layerTreeRoot())


def test_result_and_footprint_share_a_group(iface: FakeIface, tmp_path: Path) -> None:
    QLocale.setDefault(QLocale("en"))
    project = QgsProject.instance()
    source, request, assembled = simulated(tmp_path)
    result = add_result(project, request, assembled)
    pixels = two_discs(*reversed(np.mgrid[0:200, 0:220]))[..., 3].astype(bool).sum()
    size = f"{pixels * 0.25 / 0.9996**2:,.0f} m²"
    footprint_name = f"{SIMULATED} change (2 areas, {size})"
    assert tree(project) == [("Simulations", [("ortho", [footprint_name, SIMULATED])]), "ortho"]
    footprint = next(each for each in project.mapLayers().values() if isinstance(each, QgsVectorLayer))
    assert footprint.featureCount() == 2 and footprint.crs().authid() == "EPSG:4326"
    assert footprint.attributeAlias(footprint.fields().indexOf("area_m2")) == "Area (m²)"
    assert footprint.readOnly()
    for layer in (result, footprint):
        assert is_simulated(layer) and layer.customProperty("foreshock/job_id") == str(request.job_id)
        assert layer.customProperty("foreshock/instruction") == request.instruction
        assert "SIMULATED" in layer.metadata().abstract() and "SIMULATED" in layer.metadata().keywords()["foreshock"]
        assert layer.metadata().title() == layer.name() and "not an observation" in layer.abstract()
        assert layer.metadata().extent().spatialExtents()[0].extentCrs == layer.crs()
    assert not is_simulated(source)


def test_the_footprint_can_be_seen_on_the_result(iface: FakeIface, tmp_path: Path) -> None:
    """On light and on dark ground one of its two colours stands out."""
    project = QgsProject.instance()
    _, request, assembled = simulated(tmp_path)
    result = add_result(project, request, assembled)
    ordered = project.layerTreeRoot().layerOrder()
    footprint = next(each for each in ordered if isinstance(each, QgsVectorLayer))
    assert ordered.index(footprint) < ordered.index(result), "below the result it would be hidden"
    canvas = iface.mapCanvas()
    shown.look(canvas, ordered, "EPSG:32633", result.extent())
    picture = shown.grab(canvas).astype(int)
    x0, _, _, y0, _, _ = scenes.UTM
    # The left edge of the larger disc, its middle, and a place outside.
    col, row = shown.pixel(canvas, x0 + 20.5 / 2, y0 - 60.5 / 2)
    around = picture[row, col - 6 : col + 7].reshape(-1, 3)
    for color in ((255, 214, 10), (90, 0, 20)):
        assert (np.abs(around - color).sum(axis=1) < 60).any(), color
    col, row = shown.pixel(canvas, x0 + 60 / 2, y0 - 60 / 2)
    assert np.abs(picture[row, col] - (200, 30, 90)).max() <= 2, "no fill"


def test_renamed_groups_are_found(iface: FakeIface, tmp_path: Path) -> None:
    project = QgsProject.instance()
    _, request, assembled = simulated(tmp_path)
    plain = replace(assembled, footprint=None)
    add_result(project, request, plain)
    outer = project.layerTreeRoot().findGroup("Simulations")
    outer.setName("Exercise 12")
    outer.findGroups()[0].setName("town")
    add_result(project, request, plain)
    _, other, assembled = simulated(tmp_path, "other")
    add_result(project, other, replace(assembled, footprint=None))
    names = [("other", ["other: flood the low streets — SIMULATED"]), ("town", [SIMULATED] * 2)]
    assert ("Exercise 12", names) in tree(project)
    assert len(project.layerTreeRoot().findGroups()) == 1


def test_a_saved_project_keeps_the_marks(iface: FakeIface, tmp_path: Path) -> None:
    project = QgsProject.instance()
    _, request, assembled = simulated(tmp_path)
    add_result(project, request, assembled)
    before = tree(project)
    file = str(tmp_path / "project.qgz")
    assert project.write(file)
    project.clear()
    assert tree(project) == []
    assert project.read(file)
    assert tree(project) == before
    layers = [each for each in project.mapLayers().values() if is_simulated(each)]
    assert len(layers) == 2
    for layer in layers:
        assert layer.isValid() and layer.customProperty("foreshock/job_id") == str(request.job_id)
        assert "SIMULATED" in layer.metadata().abstract() and layer.metadata().identifier() == str(request.job_id)
    add_result(project, request, replace(assembled, footprint=None))
    assert len(project.layerTreeRoot().findGroups()) == 1, "the group is found again"
    assert len(tree(project)[0][1][0][1]) == 3


def test_a_result_looks_like_its_source(iface: FakeIface, tmp_path: Path) -> None:
    project = QgsProject.instance()
    source, request, assembled = simulated(tmp_path)
    source.renderer().setRedBand(3)
    source.renderer().setBlueBand(1)
    source.renderer().setOpacity(0.5)
    source.brightnessFilter().setBrightness(40)
    source.dataProvider().setUserNoDataValue(1, [QgsRasterRange(7, 9)])
    result = add_result(project, request, assembled)
    assert (result.renderer().redBand(), result.renderer().blueBand()) == (3, 1)
    assert result.renderer().opacity() == 0.5 and result.brightnessFilter().brightness() == 40
    (declared,) = result.dataProvider().userNoDataValues(1)
    assert (declared.min(), declared.max()) == (7, 9)
    assert result.name() == SIMULATED and result.extent() == source.extent()


def test_a_drawn_source_gives_its_colours(iface: FakeIface, tmp_path: Path) -> None:
    """The px of a drawing are colours with transparency; its layer's own style has nothing to say about them."""
    samples = (scenes.aerial(100, 120, 4) * 250).astype(np.uint8)
    samples[3] = 255
    samples[3, :50] = 0
    path = scenes.write(tmp_path / "drawing.tif", samples, alpha=True)
    drawn = QgsRasterLayer(str(path), "drawing", "gdal")
    request = finished.request_of(drawn, tmp_path / "result.tif")
    request = replace(request, source=replace(request.source, drawing=Drawing("wms", "type=xyz")))
    layer = add_result(QgsProject.instance(), request, Assembled(str(path), None, 0, 0.0))
    renderer = layer.renderer()
    assert renderer.type() == "multibandcolor" and renderer.alphaBand() == 4
    canvas = iface.mapCanvas()
    shown.look(canvas, [layer], "EPSG:32633", layer.extent())
    x0, _, _, y0, _, _ = scenes.UTM
    picture = shown.grab(canvas).astype(int)
    for x, y in ((30, 80), (100, 70)):
        col, row = shown.pixel(canvas, x0 + (x + 0.5) / 2, y0 - (y + 0.5) / 2)
        assert np.abs(picture[row, col] - samples[:3, y, x]).max() <= 2
    col, row = shown.pixel(canvas, x0 + 60.5 / 2, y0 - 20.5 / 2)
    assert (picture[row, col] == 255).all(), "transparent where nothing was drawn"


def test_a_change_of_nothing_has_no_layer(iface: FakeIface, tmp_path: Path) -> None:
    project = QgsProject.instance()
    _, request, assembled = simulated(tmp_path)
    add_result(project, request, replace(assembled, pieces=0, area_m2=0.0))
    assert not [each for each in project.mapLayers().values() if isinstance(each, QgsVectorLayer)]


def test_pieces_over_the_antimeridian_are_a_layer(iface: FakeIface, tmp_path: Path) -> None:
    """Polygons and multipolygons in one file."""
    over = (179.9995, 1e-5, 0.0, -16.0, 0.0, -1e-5)
    _, request, assembled = simulated(tmp_path, epsg=4326, geotransform=over)
    layer = add_footprint(QgsProject.instance(), request, assembled.footprint, assembled.pieces, assembled.area_m2)
    assert layer.featureCount() == assembled.pieces == 2
    areas = [each.geometry().area() for each in layer.getFeatures()]
    assert all(area > 0 for area in areas) and layer.isSpatial()


@pytest.mark.parametrize(
    ("area", "words"),
    [(3.456, "3.46 m²"), (9_994, "9,994 m²"), (123_456, "12.3 ha"), (999_000, "99.9 ha"), (1_234_567, "1.23 km²")],
)
def test_areas_in_words(qgis_app: object, area: float, words: str) -> None:
    QLocale.setDefault(QLocale("en"))
    assert worded_area(area) == words
