"""The dialog of affected features: from a result to a table, a layer and files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Iterator, List

import canvas as canvas_of
import finished
import numpy as np
import pytest
import qgis_session
import scenes
from assessed import SCALE, box, rows
from fake_iface import FakeIface
from foreshock.assess.affected import Affected, FeatureSource
from foreshock.assess.overlay import Inside
from foreshock.assess.tables import FeaturesFile
from foreshock.compat import is_gone
from foreshock.core.errors import ForeshockError
from foreshock.gui.affected_dialog import AffectedDialog, open_affected
from foreshock.jobs.assembling import assemble
from foreshock.layers.affected_layer import add_affected
from foreshock.layers.family import family_of
from foreshock.layers.marks import is_simulated
from foreshock.layers.result_layer import add_result
from foreshock.layers.temporal import time_of
from qgis.core import (
    NULL,
    QgsApplication,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton, QTableView, QWidget

PATIENCE = 60
X0, _, _, Y0, _, _ = scenes.UTM


def left_half(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Everything changes in the columns up to 100: 50 m."""
    rgba = finished.everything(x, y)
    rgba[..., 3] = np.where(x < 100, 255, 0)
    return rgba


def nothing(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    rgba = finished.everything(x, y)
    rgba[..., 3] = 0
    return rgba


def result_in(folder: Path, painter: finished.Painter = left_half, name: str = "ortho") -> QgsRasterLayer:
    """A result of 100 m by 100 m, with its footprint, in the project."""
    source = QgsRasterLayer(str(scenes.rgb(folder / f"{name}.tif", height=200, width=200)), name, "gdal")
    QgsProject.instance().addMapLayer(source)
    request = finished.request_of(source, folder / f"{name}_result.tif")
    journal = finished.journal_of(request, folder / f"{name}_journal", painter)
    return add_result(QgsProject.instance(), request, assemble(request, journal, lambda share: True))


def add_buildings(count: int = 20) -> QgsVectorLayer:
    """A row of buildings of 2 m by 2 m, 5 m apart: the first ten inside what changes, and as many as wanted."""
    made = QgsVectorLayer("Polygon?crs=EPSG:32633&field=kind:string&field=people:integer", "buildings", "memory")
    features = []
    for number in range(count):
        x, y = X0 + 1 + 5 * (number % 20), Y0 - 10 - 4 * (number // 20)
        feature = QgsFeature(made.fields())
        feature.setAttributes(["house" if number % 4 else NULL, 1000 + number])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 2, y + 2)))
        features.append(feature)
    # One that is nowhere near the result.
    far = QgsFeature(made.fields())
    far.setGeometry(QgsGeometry.fromRect(QgsRectangle(X0 + 5000, Y0, X0 + 5002, Y0 + 2)))
    made.dataProvider().addFeatures([*features, far])
    made.updateExtents()
    QgsProject.instance().addMapLayer(made)
    return made


@pytest.fixture
def dialog(iface: FakeIface, tmp_path: Path) -> Iterator[AffectedDialog]:
    """Open for a result, with buildings in the project."""
    QLocale.setDefault(QLocale("en"))
    result = result_in(tmp_path)
    add_buildings()
    opened = open_affected(iface, family_of(QgsProject.instance(), result))
    yield opened
    if not is_gone(opened):
        opened.close()


def part(dialog: AffectedDialog, name: str) -> Any:
    found = dialog.findChild(QWidget, name)
    assert found is not None, name
    return found


def press(dialog: AffectedDialog, name: str) -> None:
    button = part(dialog, name)
    assert isinstance(button, QPushButton) and button.isEnabled() and button.isVisible(), name
    button.click()


def wait(dialog: AffectedDialog) -> str:
    """What it says when it is at rest again."""
    assert qgis_session.spin_until(lambda: part(dialog, "run").isEnabled(), PATIENCE)
    return part(dialog, "status").text()


def shown(dialog: AffectedDialog) -> List[List[str]]:
    """The cells of the table."""
    model = part(dialog, "table").model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def run_by_kind(dialog: AffectedDialog) -> str:
    part(dialog, "by").setField("kind")
    part(dialog, "amount").setField("people")
    press(dialog, "run")
    return wait(dialog)


def test_from_a_result_to_a_table(dialog: AffectedDialog) -> None:
    answers: List[Affected] = []
    dialog.assessed.connect(answers.append)
    assert dialog.affected() is None and part(dialog, "layer").currentLayer().name() == "buildings"
    assert not part(dialog, "addLayer").isEnabled() and not part(dialog, "weight").isEnabled()
    said = run_by_kind(dialog)
    assert said.startswith("10 of 20 features of “buildings” are affected. 40.0 m² are inside."), said
    assert shown(dialog) == [
        ["house", "7", "15", "28.0", "7,033.0"],
        ["NULL", "3", "5", "12.0", "3,012.0"],
        ["All", "10", "20", "40.0", "10,045.0"],
    ]
    assert answers == [dialog.affected()] and answers[0].question.by == "kind" and answers[0].totals.of == 20
    assert answers[0].totals.area_m2 == pytest.approx(40 / SCALE**2, rel=1e-4)


def test_totals_stay_below_whatever_is_sorted(dialog: AffectedDialog) -> None:
    run_by_kind(dialog)
    table: QTableView = part(dialog, "table")
    for order, first in ((Qt.SortOrder.AscendingOrder, "NULL"), (Qt.SortOrder.DescendingOrder, "house")):
        for column in (0, 1, 4):
            table.sortByColumn(column, order)
            assert [row[0] for row in shown(dialog)][0::2] == [first, "All"], (order, column)


def test_the_table_on_the_clipboard(dialog: AffectedDialog) -> None:
    """For a spreadsheet in the user's notation."""
    run_by_kind(dialog)
    QLocale.setDefault(QLocale("de"))
    press(dialog, "copy")
    QLocale.setDefault(QLocale("en"))
    assert QgsApplication.clipboard().text().splitlines() == [
        "kind\tAffected\tLooked at\tArea (m²)\tpeople, in full",
        "house\t7\t15\t28,0\t7033,0",
        "NULL\t3\t5\t12,0\t3012,0",
        "All\t10\t20\t40,0\t10045,0",
        "SIMULATED: flood the low streets",
    ]


def test_a_layer_that_outlives_the_project(dialog: AffectedDialog, tmp_path: Path) -> None:
    """In a file beside the result; on top of its group, marked like it, shown when it is; added once for each answer."""
    project = QgsProject.instance()
    run_by_kind(dialog)
    press(dialog, "addLayer")
    said = wait(dialog)
    path = tmp_path / "ortho_result.affected_buildings.gpkg"
    assert said == f"Added “Affected buildings: ortho: flood the low streets — SIMULATED”: {path}"
    assert not part(dialog, "addLayer").isEnabled() and part(dialog, "by").currentField() == "kind"
    (layer,) = project.mapLayersByName("Affected buildings: ortho: flood the low streets — SIMULATED")
    result = project.mapLayer(dialog.result_id())
    family = family_of(project, layer)
    assert is_simulated(layer) and family.result is result and layer.customProperty("foreshock/role") == "affected"
    assert layer.readOnly() and layer.featureCount() == 10 and "SIMULATED" in layer.metadata().abstract()
    group = project.layerTreeRoot().findLayer(result.id()).parent()
    assert [node.layer() for node in group.children()] == [layer, family.footprint, result]
    assert time_of(layer) == time_of(result) is not None
    aliases = [layer.attributeDisplayName(each) for each in layer.attributeList()]
    assert "Affected area (m²), simulated" in aliases and "Affected share (0 to 1), simulated" in aliases
    press(dialog, "run")
    wait(dialog)
    press(dialog, "addLayer")
    assert wait(dialog).endswith("ortho_result.affected_buildings_2.gpkg")
    file = str(tmp_path / "project.qgz")
    assert project.write(file) and project.read(file)
    assert len(project.mapLayersByName("Affected buildings: ortho: flood the low streets — SIMULATED")) == 2
    assert all(each.isValid() for each in project.mapLayers().values() if each.name() != "buildings")
    assert {each["affected_by"] for each in rows(path, "affected")} == {"SIMULATED: flood the low streets"}


@pytest.mark.parametrize(
    ("kind", "wkt"),
    [("Point", "POINT(20 -20)"), ("LineString", "LINESTRING(10 -20, 30 -20)"), ("Polygon", box(15, -25, 10, 10))],
)
def test_affected_features_can_be_seen_on_the_result(iface: FakeIface, tmp_path: Path, kind: str, wkt: str) -> None:
    """Red, with a light casing."""
    result = result_in(tmp_path)
    places = QgsVectorLayer(f"{kind}?crs=EPSG:32633", "places", "memory")
    feature = QgsFeature()
    geometry = QgsGeometry.fromWkt(wkt)
    geometry.translate(X0, Y0)
    feature.setGeometry(geometry)
    places.dataProvider().addFeature(feature)
    path = str(tmp_path / "places.gpkg")
    with FeaturesFile(path, FeatureSource.of(places), "SIMULATED: x", QgsCoordinateTransformContext()) as file:
        file.take(feature, Inside(0.0, 0.0, 1.0))
    layer = add_affected(QgsProject.instance(), result, path, "places")
    canvas = iface.mapCanvas()
    canvas_of.look(canvas, [layer, result], "EPSG:32633", result.extent())
    picture = canvas_of.grab(canvas).astype(int)
    canvas_of.look(canvas, [result], "EPSG:32633", result.extent())
    drawn = (picture != canvas_of.grab(canvas).astype(int)).any(axis=2)
    assert 20 < drawn.sum() < 4000, "there, and no more than there"
    for color in ((214, 20, 60), (255, 255, 255)):
        assert (np.abs(picture - color).sum(axis=2) < 60)[drawn].any(), color


def test_simulated_layers_are_not_offered(dialog: AffectedDialog) -> None:
    """Nor do they change what is chosen when they come and go."""
    layers, project = part(dialog, "layer"), QgsProject.instance()
    assert [layers.layer(each).name() for each in range(layers.count())] == ["buildings"]
    for name in ("a first one", "roads"):
        project.addMapLayer(QgsVectorLayer("LineString?crs=EPSG:32633", name, "memory"))
    layers.setLayer(project.mapLayersByName("buildings")[0])
    run_by_kind(dialog)
    press(dialog, "addLayer")
    wait(dialog)
    assert [layers.layer(each).name() for each in range(layers.count())] == ["a first one", "buildings", "roads"]
    assert layers.currentLayer().name() == "buildings" and part(dialog, "by").currentField() == "kind"
    project.removeMapLayer(project.mapLayersByName("a first one")[0].id())
    assert layers.currentLayer().name() == "buildings" and part(dialog, "by").currentField() == "kind"
    layers.setLayer(project.mapLayersByName("roads")[0])
    assert part(dialog, "by").currentField() == ""


def test_export(dialog: AffectedDialog, tmp_path: Path) -> None:
    """By the file dialog, which is not executed; the chosen format gives a name its ending."""
    run_by_kind(dialog)
    for ending, table in ((".csv", "table"), (".gpkg", "affected_by_value"), (".xlsx", "affected_by_value")):
        press(dialog, "export")
        chooser = dialog.findChild(QFileDialog, "exportFile")
        assert chooser.isVisible() and chooser.directory().absolutePath() == str(tmp_path)
        (wanted,) = [each for each in chooser.nameFilters() if ending in each]
        chooser.selectNameFilter(wanted)
        chooser.filterSelected.emit(wanted)
        chooser.selectFile("table")
        chooser.accept()
        path = tmp_path / f"table{ending}"
        assert wait(dialog) == f"Exported: {path}"
        assert [row["kind"] or None for row in rows(path, table)] == ["house", None]
        assert qgis_session.spin_until(lambda: dialog.findChild(QFileDialog, "exportFile") is None, PATIENCE)
    assert len(rows(tmp_path / "table.gpkg", "affected")) == 10
    dialog.export_to(str(tmp_path / "table.doc"))
    assert "says no format" in wait(dialog)


def test_a_run_can_be_cancelled(dialog: AffectedDialog) -> None:
    QgsProject.instance().removeMapLayer(part(dialog, "layer").currentLayer().id())
    add_buildings(50_000)
    dialog.assessed.connect(lambda _: pytest.fail("it was called off"))
    press(dialog, "run")
    assert not part(dialog, "run").isEnabled() and part(dialog, "progress").isVisible()
    press(dialog, "cancel")
    assert wait(dialog) == "Called off." and dialog.affected() is None
    assert not part(dialog, "export").isEnabled() and not part(dialog, "cancel").isVisible()


def test_a_dialog_that_closes_ends_its_run(dialog: AffectedDialog) -> None:
    add_buildings(150_000)
    part(dialog, "layer").setLayer(QgsProject.instance().mapLayersByName("buildings")[-1])
    press(dialog, "run")
    (task,) = QgsApplication.taskManager().activeTasks()
    ends: List[str] = []
    task.taskTerminated.connect(lambda: ends.append("called off"))
    task.taskCompleted.connect(lambda: ends.append("done"))
    dialog.close()
    assert qgis_session.spin_until(lambda: ends and is_gone(dialog), PATIENCE)
    assert ends == ["called off"]


def test_a_dialog_goes_with_its_result(dialog: AffectedDialog) -> None:
    run_by_kind(dialog)
    QgsProject.instance().removeMapLayer(dialog.result_id())
    assert qgis_session.spin_until(lambda: is_gone(dialog), PATIENCE)


def test_a_footprint_that_is_no_layer_any_more_is_read_from_its_file(dialog: AffectedDialog) -> None:
    family = family_of(QgsProject.instance(), QgsProject.instance().mapLayer(dialog.result_id()))
    QgsProject.instance().removeMapLayer(family.footprint.id())
    assert run_by_kind(dialog).startswith("10 of 20 features")


def test_a_result_in_which_nothing_changed(iface: FakeIface, tmp_path: Path) -> None:
    result = result_in(tmp_path, nothing)
    add_buildings()
    family = family_of(QgsProject.instance(), result)
    assert family.footprint is None
    dialog = open_affected(iface, family)
    press(dialog, "run")
    assert wait(dialog).startswith("0 of 20 features of “buildings” are affected. 0.00 m² are inside.")
    dialog.close()


def test_a_result_without_a_footprint_is_refused(iface: FakeIface, tmp_path: Path) -> None:
    result = result_in(tmp_path)
    family = family_of(QgsProject.instance(), result)
    QgsProject.instance().removeMapLayer(family.footprint.id())
    (tmp_path / "ortho_result.footprint.geojson").unlink()
    with pytest.raises(ForeshockError, match="has no change footprint"):
        open_affected(iface, family_of(QgsProject.instance(), result))


def test_what_goes_wrong_is_said(dialog: AffectedDialog, tmp_path: Path) -> None:
    """A footprint that is elsewhere on the Earth than the layer's reference system reaches."""
    family = family_of(QgsProject.instance(), QgsProject.instance().mapLayer(dialog.result_id()))
    QgsProject.instance().removeMapLayer(family.footprint.id())
    path = tmp_path / "ortho_result.footprint.geojson"
    collection = json.loads(path.read_text())
    collection["features"][0]["geometry"] = {
        "type": "Polygon",
        "coordinates": [[[100, -5], [101, -5], [101, 5], [100, 5], [100, -5]]],
    }
    path.write_text(json.dumps(collection))
    press(dialog, "run")
    assert "no place in the coordinate reference system" in wait(dialog)
    assert dialog.affected() is None and not part(dialog, "export").isEnabled()


def test_without_a_layer_nothing_can_be_run(iface: FakeIface, tmp_path: Path) -> None:
    dialog = open_affected(iface, family_of(QgsProject.instance(), result_in(tmp_path)))
    assert not part(dialog, "run").isEnabled()
    add_buildings()
    assert part(dialog, "run").isEnabled()
    dialog.close()


def test_help(dialog: AffectedDialog) -> None:
    asked: List[bool] = []
    dialog.help_requested.connect(lambda: asked.append(True))
    press(dialog, "help")
    key = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    QgsApplication.sendEvent(part(dialog, "threshold"), key)
    assert len(asked) == 2
