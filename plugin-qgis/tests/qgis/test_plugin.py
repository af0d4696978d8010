"""The plugin in QGIS: the menu, the dialog, the refusals, and that nothing stays behind."""

from __future__ import annotations

import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any, List

import finished
import foreshock
import qgis_session
import scenes
from fake_iface import FakeIface
from foreshock.connection import Connection
from foreshock.core.messages import Capabilities
from foreshock.gui.actions import Actions
from foreshock.gui.connection_dialog import ConnectionDialog
from foreshock.gui.simulate_dialog import SimulateDialog
from foreshock.jobs.assembling import assemble
from foreshock.layers.tile_preview import TilePreview
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QPoint
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QToolButton,
)


def add_scene(path: Path, iface: FakeIface) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(path), "scene", "gdal")
    QgsProject.instance().addMapLayer(layer)
    iface.layerTreeView().setCurrentLayer(layer)
    return layer


def open_dialog(iface: FakeIface, layer: QgsRasterLayer) -> SimulateDialog:
    (action,) = iface.context_actions(layer)
    action.trigger()
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, SimulateDialog) and each.isVisible()]
    assert len(found) == 1, iface.message_texts()
    return found[0]


def threads() -> set:
    return {thread.name for thread in threading.enumerate()}


def test_the_action_is_on_rasters_only_and_loading_twice_leaves_nothing(iface: FakeIface, tmp_path: Path) -> None:
    raster = add_scene(scenes.rgb(tmp_path / "scene.tif"), iface)
    points = QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory")
    polygons = QgsVectorLayer("Polygon?crs=EPSG:4326", "polygons", "memory")
    QgsProject.instance().addMapLayers([points, polygons])
    iface.layerTreeView().setCurrentLayer(raster)
    before = iface.mainWindow().children()
    for _ in range(2):
        plugin = foreshock.classFactory(iface)
        plugin.initGui()
        assert [each.text() for each in iface.context_actions(raster)] == ["Simulate damage…"]
        assert not iface.context_actions(raster)[0].icon().isNull()
        assert iface.context_actions(points) == []
        assert [each.text() for each in iface.context_actions(polygons)] == ["Simulate damage in selected features…"]
        assert len(iface.menu_actions("Foreshock")) == 9 and len(iface.toolbar_actions()) == 3
        assert all(not each.icon().isNull() for each in iface.menu_actions("Foreshock"))
        assert QgsApplication.processingRegistry().providerById("foreshock") is not None
        open_dialog(iface, raster)
        plugin.unload()
        plugin.deleteLater()
        qgis_session.spin_until(lambda: False, 0.1)
        assert iface.layer_actions == [] and iface.mainWindow().children() == before
        assert iface.menu_actions("Foreshock") == [] and iface.toolbar_actions() == []
        assert QgsApplication.processingRegistry().providerById("foreshock") is None
        assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, SimulateDialog)]
    assert "foreshock-amqp" not in threads(), "nothing connects by itself"


def test_refused_layers_get_a_sentence(plugin: Any, iface: FakeIface, tmp_path: Path) -> None:
    rotated = (500_000.0, 0.4, 0.3, 5_000_000.0, 0.3, -0.4)
    layer = add_scene(scenes.rgb(tmp_path / "rotated.tif", geotransform=rotated), iface)
    (action,) = iface.context_actions(layer)
    action.trigger()
    assert any("rotated" in text and "Warp" in text for text in iface.message_texts())
    QgsProject.instance().clear()
    action.trigger()
    assert any("There is no raster layer" in text for text in iface.message_texts())


def test_the_dialog_makes_the_request(plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path) -> None:
    layer = add_scene(scenes.rgb(tmp_path / "scene.tif", height=900, width=900), iface)
    canvas = iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    canvas.setLayers([layer])
    # Somewhere in the middle, a tenth of a px off the grid.
    centre = layer.extent().center()
    canvas.setExtent(QgsRectangle(centre.x() + 0.05, centre.y() + 0.05, centre.x() + 20.05, centre.y() + 20.05))
    dialog = open_dialog(iface, layer)
    run = dialog.findChild(QPushButton, "run")
    assert not run.isEnabled() and "No fleet is set" in dialog.findChild(QLabel, "status").text()

    capabilities = Capabilities.parse((fixtures / "messages" / "valid" / "capabilities.json").read_bytes())
    dialog.set_capabilities(capabilities)
    assert dialog.findChild(QComboBox, "model").currentText() == "tiny"
    assert "Apache License 2.0" in dialog.findChild(QLabel, "licence").text()
    assert dialog.findChild(QSpinBox, "steps").value() == 4 and run.isEnabled()

    preset = dialog.findChild(QComboBox, "preset")
    assert preset.currentText() == "Flood", "the next click of a new user is Run"
    text = dialog.findChild(QPlainTextEdit, "instruction")
    assert text.toPlainText() == capabilities.presets[0].instructions[1]
    dialog.findChild(QComboBox, "severity").setCurrentIndex(2)
    assert text.toPlainText() == capabilities.presets[0].instructions[2] and run.isEnabled()

    text.setPlainText("flood the\nlow streets")
    dialog.findChild(QSpinBox, "seed").setValue(42)
    (visible,) = dialog.requests()
    assert visible.instruction == "flood the low streets" and visible.params.seed == 42
    shown = canvas.mapSettings().visibleExtent()
    transform = visible.geotransform().t
    assert transform[0] <= shown.xMinimum() and transform[3] >= shown.yMaximum()
    assert transform[0] + 0.5 > shown.xMinimum() and transform[3] - 0.5 < shown.yMaximum()
    dialog.findChild(QRadioButton, "whole").setChecked(True)
    (whole,) = dialog.requests()
    assert (whole.window.width, whole.window.height) == (900, 900) and whole.job_id != visible.job_id
    assert "900 × 900 px" in dialog.findChild(QLabel, "estimate").text()
    assert Path(whole.output).parent.name == "simulations"

    got = []
    dialog.run_requested.disconnect()
    dialog.run_requested.connect(got.append)
    text.setPlainText("x" * 3000)
    run.click()
    assert got == [] and "instruction" in dialog.findChild(QLabel, "warning").text() and dialog.isVisible()
    text.setPlainText("flood")
    run.click()
    ((request,),) = got
    assert request.instruction == "flood"


def test_an_unaccepted_licence_and_a_coarse_raster_are_said(
    plugin: Any, iface: FakeIface, fixtures: Path, tmp_path: Path
) -> None:
    coarse = (500_000.0, 10.0, 0.0, 5_000_000.0, 0.0, -10.0)
    dialog = open_dialog(iface, add_scene(scenes.rgb(tmp_path / "scene.tif", geotransform=coarse), iface))
    dialog.findChild(QRadioButton, "whole").setChecked(True)
    body = (fixtures / "messages" / "valid" / "capabilities.json").read_bytes()
    body = body.replace(b'"accepted": true', b'"accepted": false')
    body = body.replace(b'"non_commercial": false', b'"non_commercial": true')
    dialog.set_capabilities(Capabilities.parse(body))
    dialog.findChild(QPlainTextEdit, "instruction").setPlainText("flood")
    licence = dialog.findChild(QLabel, "licence").text()
    assert "no commercial use" in licence and "not accepted" in licence
    assert not dialog.findChild(QPushButton, "run").isEnabled()
    assert "10 m" in dialog.findChild(QLabel, "warning").text()


def test_a_closed_connection_dialog_leaves_nothing(plugin: Any, iface: FakeIface) -> None:
    controller = plugin._controller
    before = iface.mainWindow().children()
    controller.fetch_waiting()
    dialog = iface.mainWindow().findChild(ConnectionDialog)
    controller.edit_connection()
    assert iface.mainWindow().findChildren(ConnectionDialog) == [dialog], "it is not opened twice"
    dialog.reject()
    qgis_session.tidy()
    assert iface.mainWindow().children() == before
    # Left without an answer, it leaves no wish behind: another day's settings connect nothing.
    controller.edit_connection()
    dialog = iface.mainWindow().findChild(ConnectionDialog)
    dialog.findChild(QLineEdit, "url").setText("amqp://ana:secret@127.0.0.1:9/nowhere")  # nosec
    dialog.accept()
    assert "foreshock-amqp" not in threads()


def test_the_dialog_says_what_it_waits_for(plugin: Any, iface: FakeIface, tmp_path: Path) -> None:
    plugin._controller.store.save(Connection(url="amqp://ana:secret@127.0.0.1:9/nowhere"))  # nosec
    dialog = open_dialog(iface, add_scene(scenes.rgb(tmp_path / "scene.tif"), iface))
    said: List[str] = []
    status = dialog.findChild(QLabel, "status")
    connect = dialog.findChild(QPushButton, "connect")
    told = qgis_session.spin_until(
        lambda: said.append(status.text()) or ("Nothing answers" in status.text() and not connect.isVisible()), 10
    )
    assert told and "Asking the fleet" in said[0], set(said)
    assert qgis_session.spin_until(lambda: connect.isVisible(), 30) and "Nothing answers" in status.text()


def test_a_dialog_that_goes_while_one_draws_takes_the_hint_with_it(
    plugin: Any, iface: FakeIface, tmp_path: Path
) -> None:
    layer = add_scene(scenes.rgb(tmp_path / "scene.tif"), iface)
    dialog = open_dialog(iface, layer)
    dialog.findChild(QToolButton, "drawRectangle").click()
    assert any("Drag from corner to corner" in text for text in iface.message_texts())
    QgsProject.instance().removeMapLayer(layer.id())
    qgis_session.tidy()
    assert iface.message_texts() == []


def test_a_result_without_its_source_layer_is_told(plugin: Any, iface: FakeIface, tmp_path: Path) -> None:
    layer = add_scene(scenes.rgb(tmp_path / "scene.tif"), iface)
    request = finished.request_of(layer, tmp_path / "result.tif")
    journal = finished.journal_of(request, tmp_path / "journal", finished.everything)
    made = assemble(request, journal, lambda _: True)
    plugin._controller._finished(request, made)
    assert not any("not in this project" in text for text in iface.message_texts())
    QgsProject.instance().clear()
    plugin._controller._finished(request, made)
    assert any("not in this project" in text and made.path in text for text in iface.message_texts())


def test_drawing_and_previews_end_with_a_canvas_that_is_gone(qgis_app: object, tmp_path: Path) -> None:
    """When QGIS ends its windows may go first."""
    iface = FakeIface()
    asked = ("simulate", "simulate_in_features", "fetch_waiting", "edit_connection", "hint", "set_up", "show_jobs")
    actions = Actions(iface, SimpleNamespace(**dict.fromkeys(asked, lambda *_: None)))
    layer = add_scene(scenes.rgb(tmp_path / "scene.tif"), iface)
    next(each for each in iface.menu_actions("Foreshock") if "rectangle" in each.text()).trigger()
    preview = TilePreview(iface.mapCanvas(), finished.request_of(layer, tmp_path / "result.tif"), layer.crs())
    sip.delete(iface.mapCanvas())
    preview.close()
    actions.close()
    assert iface.menu_actions("Foreshock") == [] and iface.toolbar_actions() == []
    iface.close()
    qgis_session.tidy()


def test_a_right_click_on_the_map_offers_it_where_a_raster_is_shown(
    plugin: Any, iface: FakeIface, tmp_path: Path
) -> None:
    canvas = iface.mapCanvas()

    def offered() -> List[str]:
        menu = QMenu()
        canvas.contextMenuAboutToShow.emit(menu, QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonRelease, QPoint(5, 5)))
        return [action.objectName() for action in menu.actions()]

    assert offered() == []
    layer = add_scene(scenes.rgb(tmp_path / "scene.tif"), iface)
    canvas.setLayers([layer])
    assert offered() == ["foreshockSimulate"]
    plugin.unload()
    assert offered() == []
