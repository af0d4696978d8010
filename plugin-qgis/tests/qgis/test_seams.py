"""Where one part of the plugin meets another: what is chosen and a second connection, series and retry, layers that are
duplicated or taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import compared
import finished
import job_lists
import pytest
import qgis_session
import scenes
import windows
from fake_iface import FakeIface
from foreshock.core.journal import FAILED, Journal
from foreshock.core.messages import Capabilities
from foreshock.core.progress import Progress
from foreshock.core.request import SeriesPlace, SimulationRequest
from foreshock.gui.request_bar import RequestBar
from foreshock.gui.simulate_dialog import SimulateDialog
from foreshock.jobs.assembling import assemble
from foreshock.jobs.client_folder import client_root
from foreshock.jobs.retry import again
from foreshock.layers.family import family_of, series_of
from foreshock.layers.temporal import set_time, time_of
from foreshock.plugin import ForeshockPlugin
from map_server import MapServer
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)


@pytest.fixture
def plugin(iface: FakeIface) -> Any:
    made = ForeshockPlugin(iface)
    made.initGui()
    yield made
    made.unload()


@pytest.fixture
def capabilities(fixtures: Path) -> Capabilities:
    return Capabilities.parse((fixtures / "messages" / "valid" / "capabilities.json").read_bytes())


def opened(iface: FakeIface, *layers: QgsRasterLayer) -> SimulateDialog:
    """The dialog for layers that are selected; what it asks for goes nowhere."""
    view, tree = iface.layerTreeView(), QgsProject.instance().layerTreeRoot()
    view.setCurrentLayer(layers[0])
    for layer in layers:
        index = view.node2index(tree.findLayer(layer.id()))
        view.selectionModel().select(index, view.selectionModel().SelectionFlag.Select)
    next(each for each in iface.menu_actions("Foreshock") if each.objectName() == "foreshockSimulate").trigger()
    dialog = windows.visible(SimulateDialog)
    dialog.run_requested.disconnect()
    return dialog


# The dialog and a fleet that answers again ----------------------------------------------------------------------------


def test_a_series_survives_a_second_answer_of_the_fleet(
    plugin: Any, iface: FakeIface, capabilities: Capabilities, tmp_path: Path
) -> None:
    dialog = opened(iface, job_lists.scene(tmp_path))
    dialog.set_capabilities(capabilities)
    severity = dialog.findChild(QComboBox, "severity")
    severity.setCurrentIndex(severity.count() - 1)
    dialog.findChild(QRadioButton, "whole").setChecked(True)
    dialog.set_capabilities(capabilities)
    assert [each.instruction for each in dialog.requests()] == list(capabilities.presets[0].instructions)


def test_choices_survive_a_second_answer_of_the_fleet(
    plugin: Any, iface: FakeIface, capabilities: Capabilities, tmp_path: Path
) -> None:
    two = replace(capabilities, models=[capabilities.models[0], replace(capabilities.models[0], name="other")])
    dialog = opened(iface, job_lists.scene(tmp_path))
    dialog.set_capabilities(two)
    dialog.findChild(QComboBox, "model").setCurrentIndex(1)
    dialog.findChild(QSpinBox, "steps").setValue(13)
    dialog.findChild(QComboBox, "severity").setCurrentIndex(2)
    dialog.findChild(QRadioButton, "whole").setChecked(True)
    dialog.set_capabilities(two)
    (request,) = dialog.requests()
    assert (request.params.model, request.params.steps) == ("other", 13)
    assert request.scenario == "Flood, eaves (3 m)"
    dialog.findChild(QPlainTextEdit, "instruction").setPlainText("flood the harbour")
    dialog.set_capabilities(two)
    assert dialog.requests()[0].instruction == "flood the harbour"
    # A fleet without that model and that preset: the words stay.
    dialog.set_capabilities(replace(capabilities, presets=[]))
    (request,) = dialog.requests()
    assert (request.params.model, request.instruction) == ("tiny", "flood the harbour")


def test_a_series_that_the_model_cannot_read_says_why(
    plugin: Any, iface: FakeIface, capabilities: Capabilities, tmp_path: Path
) -> None:
    dialog = opened(iface, job_lists.scene(tmp_path))
    chinese = replace(capabilities.models[0], languages=["zh"])
    dialog.set_capabilities(replace(capabilities, models=[chinese]))
    severity = dialog.findChild(QComboBox, "severity")
    severity.setCurrentIndex(severity.count() - 1)
    assert not dialog.findChild(QPushButton, "run").isEnabled()
    assert "reads Chinese" in dialog.findChild(QLabel, "reading").text()


def test_another_selected_layer_that_goes_is_left_out(
    plugin: Any, iface: FakeIface, capabilities: Capabilities, tmp_path: Path
) -> None:
    layers = [job_lists.scene(tmp_path, name) for name in ("town", "village", "farm")]
    dialog = opened(iface, *layers)
    dialog.set_capabilities(capabilities)
    dialog.findChild(QRadioButton, "whole").setChecked(True)
    also = dialog.findChild(QCheckBox, "allLayers")
    also.setChecked(True)
    QgsProject.instance().removeMapLayer(layers[1].id())
    assert [each.layer_name for each in dialog.requests()] == ["town", "farm"]
    assert also.text() == "Also on the other layer that is selected" and also.toolTip() == "farm"
    QgsProject.instance().removeMapLayer(layers[2].id())
    assert [each.layer_name for each in dialog.requests()] == ["town"] and not also.isVisible()


def test_what_several_pictures_are_called(
    plugin: Any, iface: FakeIface, capabilities: Capabilities, tmp_path: Path
) -> None:
    dialog = opened(iface, job_lists.scene(tmp_path))
    dialog.set_capabilities(capabilities)
    dialog.findChild(QRadioButton, "whole").setChecked(True)
    severity = dialog.findChild(QComboBox, "severity")
    severity.setCurrentIndex(severity.count() - 1)
    assert {each.series.title for each in dialog.requests(2)} == {"Flood, 3 grades (quick look)"}
    dialog.findChild(QComboBox, "preset").setCurrentIndex(0)
    dialog.findChild(QPlainTextEdit, "instruction").setPlainText("flood the harbour")
    dialog.findChild(QSpinBox, "variants").setValue(2)
    assert {each.series.title for each in dialog.requests()} == {"flood the harbour"}


def test_an_earlier_request_comes_back_with_its_example_and_its_resolution(
    plugin: Any, iface: FakeIface, capabilities: Capabilities, tmp_path: Path
) -> None:
    project = QgsProject.instance()
    with MapServer() as server:
        map_layer = QgsRasterLayer(f"type=xyz&url={server.url}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=17", "map", "wms")
        project.addMapLayer(map_layer)
        before, after = (job_lists.scene(tmp_path, name) for name in ("before", "after"))
        canvas = iface.mapCanvas()
        canvas.setDestinationCrs(map_layer.crs())
        canvas.setExtent(QgsRectangle(1_388_000.0, 5_145_000.0, 1_388_300.0, 5_145_300.0))
        dialog = opened(iface, map_layer)
        dialog.set_capabilities(capabilities)
        level = dialog.findChild(QComboBox, "level")
        level.setCurrentIndex((level.currentIndex() + 2) % level.count())
        wanted = level.currentText()
        dialog.findChild(QCheckBox, "allowGaps").setChecked(True)
        for name, layer in (("exampleBefore", before), ("exampleAfter", after)):
            dialog.findChild(QgsMapLayerComboBox, name).setLayer(layer)
        (request,) = windows.run_all(dialog)
        assert len(request.examples) == 1
        plugin._controller.duplicate(request)
        again_ = windows.visible(SimulateDialog)
        again_.set_capabilities(capabilities)
        assert again_.findChild(QComboBox, "level").currentText() == wanted
        (same,) = again_.requests()
        assert (same.source, same.window, same.examples) == (request.source, request.window, request.examples)
        project.removeMapLayer(after.id())
        plugin._controller.duplicate(request)
        again_ = windows.visible(SimulateDialog)
        again_.set_capabilities(capabilities)
        assert "not in this project" in again_.findChild(QLabel, "exampleHint").text()
        assert again_.findChild(QLabel, "exampleHint").isVisible() and again_.requests()[0].examples == []
        again_.close()


def test_a_dialog_leaves_no_widget_behind(
    plugin: Any, iface: FakeIface, capabilities: Capabilities, tmp_path: Path
) -> None:
    before = set(QApplication.topLevelWidgets())
    dialog = opened(iface, job_lists.scene(tmp_path))
    dialog.set_capabilities(capabilities)
    names = {each.objectName() for each in set(QApplication.topLevelWidgets()) - before}
    assert names & {"level", "allowGaps", "allLayers"} == set(), "a widget without a parent is a window"
    for name in ("level", "allowGaps", "allLayers"):
        assert not dialog.findChild(QWidget, name).isVisible()
    dialog.close()


# Series ---------------------------------------------------------------------------------------------------------------


def member(request: SimulationRequest, series_id: Any, index: int) -> SimulationRequest:
    return job_lists.at(request, index, series=SeriesPlace(series_id, index, 3, f"grade {index}", "Flood"))


def test_a_member_that_is_retried_keeps_its_place_in_time(iface: FakeIface, tmp_path: Path) -> None:
    layer = job_lists.scene(tmp_path)
    request, series_id = finished.request_of(layer, tmp_path / "out.tif"), uuid4()
    members = [
        job_lists.at(request, 0, series=SeriesPlace(series_id, index, 3, str(index), "Flood")) for index in range(3)
    ]
    late = again(members[0])
    later = again(replace(late, created=late.created + timedelta(days=1)))
    assert late.created > members[0].created and later.deadline > late.created
    times = []
    for each in (members[0], late, later, members[1]):
        copy = QgsRasterLayer(layer.source(), "copy", "gdal")
        set_time(copy, each)
        times.append(time_of(copy).begin())
    assert times[0] == times[1] == times[2] and times[0].secsTo(times[3]) == 3600
    journal = Journal(tmp_path / "journal")
    assert journal.request(journal.add(later).job_id).series == later.series


def test_a_duplicated_layer_is_no_member_of_its_own(iface: FakeIface, tmp_path: Path) -> None:
    project, layer = QgsProject.instance(), compared.source(tmp_path)
    mild, moderate, severe = compared.series(tmp_path, layer)
    copies = [moderate.result.clone() for _ in range(3)]
    project.addMapLayers(copies)
    for chosen in (moderate.result, *copies):
        family = family_of(project, chosen)
        assert family.result is chosen, "the one that was chosen is meant"
        assert [each.job_id for each in series_of(project, family)] == [mild.job_id, moderate.job_id, severe.job_id]
        assert series_of(project, family)[1].result is chosen


def test_the_bar_counts_what_it_shows(iface: FakeIface, tmp_path: Path) -> None:
    request, series_id = finished.request_of(job_lists.scene(tmp_path), tmp_path / "out.tif"), uuid4()
    first, second, third = (member(request, series_id, index) for index in range(3))
    bar = RequestBar(iface.messageBar(), second, lambda: None)

    def shown(*requests: SimulationRequest) -> str:
        for each in requests:
            bar.show(each, Progress(4))
        return bar._item.text()

    # The first was done in an earlier session.
    assert "0 of 2 pictures" in shown(second, third)
    assert not bar.end(second, made=False), "it failed"
    assert "0 of 2 pictures" in shown(third)
    assert "0 of 2 pictures" in shown(again(second)), "retried, it takes the place of the one that failed"
    assert "0 of 3 pictures" in shown(first)
    assert not bar.end(first, made=True)
    assert "1 of 3 pictures" in shown(third)
    assert not bar.end(third, made=True)
    assert bar.end(second, made=True)
    bar.close()


def test_what_says_that_a_member_was_stopped_goes_when_it_goes_on_or_is_called_off(
    plugin: Any, iface: FakeIface, tmp_path: Path
) -> None:
    request, series_id = finished.request_of(job_lists.scene(tmp_path), tmp_path / "out.tif"), uuid4()
    first, second = (member(request, series_id, index) for index in range(2))
    service = plugin._controller._open_service()
    for each in (first, second):
        service.journal.add(each)
        service.collector.track(each)
    service.collector.stop(second)
    assert any("stopped" in text for text in iface.message_texts())
    service.collector.track(second)
    assert not any("stopped" in text for text in iface.message_texts())
    service.collector.stop(second)
    service.cancel(second.job_id)
    assert not any("stopped" in text for text in iface.message_texts())
    service.cancel(first.job_id)


# Results --------------------------------------------------------------------------------------------------------------


def test_what_another_client_of_the_profile_made_can_be_asked_for_again(
    plugin: Any, iface: FakeIface, tmp_path: Path
) -> None:
    layer = compared.source(tmp_path)
    family = compared.result(tmp_path, layer)
    request = replace(finished.request_of(layer, tmp_path / "result.tif"), instruction="flood by Processing")
    plugin._controller._open_service()
    other = Journal(client_root() / str(uuid4()) / "requests")
    other.add(request)
    other.set_state(request.job_id, FAILED)
    family.result.setCustomProperty("foreshock/job_id", str(request.job_id))
    iface.layerTreeView().setCurrentLayer(family.result)
    choose(iface, "Again")
    dialog = windows.visible(SimulateDialog)
    assert dialog.findChild(QPlainTextEdit, "instruction").toPlainText() == "flood by Processing"
    dialog.close()
    for mark in (str(uuid4()), "no id at all"):
        family.result.setCustomProperty("foreshock/job_id", mark)
        choose(iface, "Again")
        assert any("not in this QGIS profile" in text for text in iface.message_texts())
        iface.messageBar().clearWidgets()


def choose(iface: FakeIface, name: str) -> None:
    """From the menu of the layer that is current."""
    layer = iface.layerTreeView().currentLayer()
    # A layer's menu follows the project as soon as QGIS has a moment.
    assert qgis_session.spin_until(lambda: len(iface.context_actions(layer)) > 1, 5)
    offered = iface.context_actions(layer)
    next(each for each in offered if each.objectName() == f"foreshockResult{name}").trigger()


def test_a_source_that_was_added_again_is_found(
    plugin: Any, iface: FakeIface, capabilities: Capabilities, tmp_path: Path
) -> None:
    project, layer = QgsProject.instance(), compared.source(tmp_path)
    family = compared.result(tmp_path, layer)
    request = finished.request_of(layer, tmp_path / "again.tif")
    other = QgsRasterLayer(str(scenes.rgb(tmp_path / "other.tif", height=200, width=220)), "ortho", "gdal")
    project.removeMapLayer(layer.id())
    project.addMapLayer(other)
    assert family_of(project, family.result).before is None, "a layer of that name is not that layer"
    plugin._controller.duplicate(request)
    assert any("“ortho” is not in this project" in text for text in iface.message_texts())
    added = QgsRasterLayer(request.source.path, "renamed", "gdal")
    project.addMapLayer(added)
    assert family_of(project, family.result).before is added
    plugin._controller.duplicate(request)
    assert windows.visible(SimulateDialog).layer_id() == added.id()


def test_a_report_of_a_result_whose_file_is_gone_says_so(plugin: Any, iface: FakeIface, tmp_path: Path) -> None:
    family = compared.result(tmp_path, compared.source(tmp_path))
    Path(family.result.source()).unlink()
    iface.layerTreeView().setCurrentLayer(family.result)
    choose(iface, "Report")
    (text,) = iface.message_texts()
    assert "is not there any more" in text and family.result.source() in text


def test_what_tells_of_a_result_goes_with_the_plugin(iface: FakeIface, tmp_path: Path) -> None:
    made = ForeshockPlugin(iface)
    made.initGui()
    layer = compared.source(tmp_path)
    request = finished.request_of(layer, tmp_path / "result.tif")
    journal = finished.journal_of(request, tmp_path / "journal", finished.everything)
    made._controller._finished(request, assemble(request, journal, lambda _: True))
    assert any("Added" in text for text in iface.message_texts())
    made.unload()
    qgis_session.spin_until(lambda: False, 0.05)
    assert iface.message_texts() == [], "its menu would do nothing good any more"


def test_drawing_ends_a_swipe_and_says_how_to_draw(plugin: Any, iface: FakeIface, tmp_path: Path) -> None:
    family = compared.result(tmp_path, compared.source(tmp_path))
    iface.layerTreeView().setCurrentLayer(family.result)
    choose(iface, "Swipe")
    (text,) = iface.message_texts()
    assert "Drag the line" in text
    draw = next(each for each in iface.menu_actions("Foreshock") if "rectangle" in each.text())
    draw.trigger()
    (text,) = iface.message_texts()
    assert "Drag from corner to corner" in text
    choose(iface, "Swipe")
    (text,) = iface.message_texts()
    assert "Drag the line" in text
