"""Several pictures by one click: the grades of a disaster, variants of a scenario, several layers, a quick look."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, List

import finished
import pytest
import scenes
import windows
from fake_iface import FakeIface
from foreshock.core.errors import ForeshockError
from foreshock.core.messages import Capabilities
from foreshock.core.progress import Progress
from foreshock.core.request import SimulationRequest
from foreshock.gui.simulate_dialog import SimulateDialog
from foreshock.jobs.assembling import Assembled, assemble
from foreshock.layers.family import family_of, series_of
from foreshock.layers.result_layer import add_result
from foreshock.plugin import ForeshockPlugin
from qgis.core import QgsLayerTreeGroup, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLabel, QPlainTextEdit, QPushButton, QRadioButton, QSpinBox


@pytest.fixture
def plugin(iface: FakeIface) -> Any:
    made = ForeshockPlugin(iface)
    made.initGui()
    yield made
    made.unload()


def scene(tmp_path: Path, name: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / f"{name}.tif", height=300, width=300)), name, "gdal")
    QgsProject.instance().addMapLayer(layer)
    return layer


def opened(iface: FakeIface, layer: QgsRasterLayer, fixtures: Path) -> SimulateDialog:
    iface.layerTreeView().setCurrentLayer(layer)
    return opened_as_selected(iface, fixtures)


def opened_as_selected(iface: FakeIface, fixtures: Path) -> SimulateDialog:
    next(each for each in iface.menu_actions("Foreshock") if each.objectName() == "foreshockSimulate").trigger()
    dialog = windows.visible(SimulateDialog)
    dialog.run_requested.disconnect()
    dialog.set_capabilities(Capabilities.parse((fixtures / "messages" / "valid" / "capabilities.json").read_bytes()))
    dialog.findChild(QRadioButton, "whole").setChecked(True)
    return dialog


def test_all_grades_of_a_disaster(plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path) -> None:
    dialog = opened(iface, scene(tmp_path, "town"), fixtures)
    severity, text = dialog.findChild(QComboBox, "severity"), dialog.findChild(QPlainTextEdit, "instruction")
    assert severity.itemText(severity.count() - 1) == "all 3, as a series"
    severity.setCurrentIndex(severity.count() - 1)
    assert text.isReadOnly() and len(text.toPlainText().splitlines()) == 3
    assert "3 pictures" in dialog.findChild(QLabel, "estimate").text()
    assert not dialog.findChild(QSpinBox, "variants").isEnabled()
    requests = windows.run_all(dialog)
    assert [each.series.label for each in requests] == ["shallow (0.3 m)", "door sills (1 m)", "eaves (3 m)"]
    assert [each.scenario for each in requests][2] == "Flood, eaves (3 m)"
    assert [(each.series.index, each.series.of, each.series.title) for each in requests] == [
        (index, 3, "Flood, 3 grades") for index in range(3)
    ]
    assert len({each.series.series_id for each in requests}) == 1 and len({each.job_id for each in requests}) == 3
    assert len({each.created for each in requests}) == 1
    assert len({each.output for each in requests}) == 3 and len({each.params.seed for each in requests}) == 1
    assert len({each.instruction for each in requests}) == 3

    # The next time it is chosen again.
    again = opened(iface, QgsProject.instance().mapLayersByName("town")[0], fixtures)
    assert again.findChild(QComboBox, "severity").currentText() == "all 3, as a series"


def test_variants_of_own_words(plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path) -> None:
    dialog = opened(iface, scene(tmp_path, "town"), fixtures)
    dialog.findChild(QComboBox, "preset").setCurrentIndex(0)
    dialog.findChild(QPlainTextEdit, "instruction").setPlainText("flood the low streets")
    dialog.findChild(QSpinBox, "seed").setValue(7)
    dialog.findChild(QSpinBox, "variants").setValue(4)
    requests = windows.run_all(dialog)
    assert [each.params.seed for each in requests] == [7, 8, 9, 10]
    assert [each.series.label for each in requests] == ["seed 7", "seed 8", "seed 9", "seed 10"]
    assert {each.instruction for each in requests} == {"flood the low streets"}


def test_a_quick_look_leaves_the_window(plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path) -> None:
    dialog = opened(iface, scene(tmp_path, "town"), fixtures)
    dialog.findChild(QSpinBox, "steps").setValue(20)
    got: List[List[SimulationRequest]] = []
    dialog.run_requested.connect(got.append)
    dialog.findChild(QPushButton, "quick").click()
    ((quick,),) = got
    assert quick.params.steps == 5 and quick.scenario == "Flood, door sills (1 m) (quick look)"
    assert dialog.isVisible()
    (whole,) = windows.run_all(dialog)
    assert (whole.params.steps, whole.params.seed) == (20, quick.params.seed)


def test_after_a_quick_look_the_window_knows_how_long_it_takes(
    plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path
) -> None:
    dialog = opened(iface, scene(tmp_path, "town"), fixtures)
    dialog.findChild(QSpinBox, "steps").setValue(20)
    size = dialog.findChild(QLabel, "estimate")
    assert "not known" in size.text()
    got: List[List[SimulationRequest]] = []
    dialog.run_requested.connect(got.append)
    dialog.findChild(QPushButton, "quick").click()
    ((quick,),) = got
    # 1.5 s for 5 steps of a tile.
    plugin._controller._paced(quick, 1.5)
    assert "4 tiles, about 24 s" in size.text(), size.text()


def test_several_layers(plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path) -> None:
    town, village = scene(tmp_path, "town"), scene(tmp_path, "village")
    view, tree = iface.layerTreeView(), QgsProject.instance().layerTreeRoot()
    view.setCurrentLayer(town)
    for layer in (town, village):
        index = view.node2index(tree.findLayer(layer.id()))
        view.selectionModel().select(index, view.selectionModel().SelectionFlag.Select)
    dialog = opened_as_selected(iface, fixtures)
    also = dialog.findChild(QCheckBox, "allLayers")
    assert also.text() == "Also on the other layer that is selected" and "village" in also.toolTip()
    assert len(dialog.requests()) == 1
    also.setChecked(True)
    requests = windows.run_all(dialog)
    assert [each.layer_name for each in requests] == ["town", "village"]
    assert requests[0].series is None and requests[1].source.path.endswith("village.tif")
    assert Path(requests[1].output).name.startswith("village_simulated_")


def test_a_text_that_the_model_cannot_read_is_refused_before_run(
    plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path
) -> None:
    dialog = opened(iface, scene(tmp_path, "town"), fixtures)
    run, reading = dialog.findChild(QPushButton, "run"), dialog.findChild(QLabel, "reading")
    dialog.findChild(QComboBox, "preset").setCurrentIndex(0)
    text = dialog.findChild(QPlainTextEdit, "instruction")
    text.setPlainText("淹没低洼街道")
    assert not run.isEnabled() and not dialog.findChild(QPushButton, "quick").isEnabled()
    assert reading.text().startswith("tiny reads English and cannot read “淹没低洼街道”.")
    text.setPlainText("flood the low streets near 河")
    assert run.isEnabled() and "cannot read “河”" in reading.text()
    text.setPlainText("flood the low streets of Orléans")
    assert run.isEnabled() and reading.text() == ""


def test_an_earlier_request_is_taken_up(plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path) -> None:
    layer = scene(tmp_path, "town")
    dialog = opened(iface, layer, fixtures)
    dialog.findChild(QComboBox, "severity").setCurrentIndex(0)
    dialog.findChild(QSpinBox, "seed").setValue(11)
    dialog.findChild(QSpinBox, "steps").setValue(9)
    dialog.findChild(QSpinBox, "strength").setValue(65)
    (request,) = windows.run_all(dialog)
    plugin._controller.duplicate(request)
    again = windows.visible(SimulateDialog)
    again.set_capabilities(Capabilities.parse((fixtures / "messages" / "valid" / "capabilities.json").read_bytes()))
    (same,) = again.requests()
    assert same.job_id != request.job_id and same.params.strength == 0.65
    for name in ("instruction", "scenario", "params", "window", "tile", "overlap"):
        assert getattr(same, name) == getattr(request, name), name


def test_members_of_a_series_stand_in_order_whatever_order_they_come_in(
    plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path
) -> None:
    project = QgsProject.instance()
    layer = scene(tmp_path, "town")
    dialog = opened(iface, layer, fixtures)
    dialog.findChild(QComboBox, "severity").setCurrentIndex(3)
    mild, middle, severe = windows.run_all(dialog)
    source = layer.source()
    for request in (severe, mild, middle):
        add_result(project, replace(request, output=source), Assembled(source, None, 0, 0.0))
    (outer,) = project.layerTreeRoot().findGroups()
    (inner,) = outer.findGroups()
    (group,) = [each for each in inner.children() if isinstance(each, QgsLayerTreeGroup)]
    assert group.name() == "Flood, 3 grades"
    assert [node.name() for node in group.children()] == [
        f"town: Flood, {grade} — SIMULATED" for grade in ("eaves (3 m)", "door sills (1 m)", "shallow (0.3 m)")
    ]
    family = family_of(project, group.children()[1].layer())
    assert family.before is layer and family.job_id == str(middle.job_id) and family.footprint is None
    assert [each.job_id for each in series_of(project, family)] == [str(each.job_id) for each in (mild, middle, severe)]
    assert family_of(project, layer) is None


def test_what_a_series_has_made_is_told_when_its_last_member_fails(
    plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path
) -> None:
    layer = scene(tmp_path, "town")
    dialog = opened(iface, layer, fixtures)
    dialog.findChild(QComboBox, "severity").setCurrentIndex(3)
    requests, controller = windows.run_all(dialog), plugin._controller
    for request in requests:
        controller._progressed(request, Progress(4))
    mild, middle, severe = (replace(each, output=layer.source()) for each in requests)
    controller._finished(mild, Assembled(mild.output, None, 0, 0.0))
    controller._cancelled(middle)
    assert not any("Added" in text for text in iface.message_texts())
    controller._failed(severe, ForeshockError("No worker could do it."))
    (told,) = [text for text in iface.message_texts() if "Added" in text]
    assert "Flood, 3 grades" in told
    assert any("No worker could do it" in text for text in iface.message_texts())


def test_the_family_of_a_result_and_its_footprint(iface: FakeIface, tmp_path: Path) -> None:
    layer = scene(tmp_path, "town")
    request = finished.request_of(layer, tmp_path / "result.tif")
    journal = finished.journal_of(request, tmp_path / "journal", finished.everything)
    result = add_result(QgsProject.instance(), request, assemble(request, journal, lambda _: True))
    family = family_of(QgsProject.instance(), result)
    assert family.result is result and family.before is layer and family.footprint is not None
    assert family_of(QgsProject.instance(), family.footprint) == family
    assert series_of(QgsProject.instance(), family) == [family]
    QgsProject.instance().removeMapLayer(layer.id())
    assert family_of(QgsProject.instance(), result).before is None
