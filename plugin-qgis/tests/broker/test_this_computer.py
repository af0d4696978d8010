"""The windows without a broker: the program on this computer does the work, and what it had not finished is taken up when
QGIS comes back."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import foreshock
import qgis_session
import scenes
from fake_iface import FakeIface
from fleet import PATIENCE
from foreshock.connection import LOCAL, Connection
from foreshock.gui.connection_dialog import ConnectionDialog
from foreshock.gui.simulate_dialog import SimulateDialog
from osgeo import gdal
from programs import program
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPushButton, QRadioButton, QSpinBox
from windows import child, rasters, run, visible


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Connection:
    for name in [name for name in os.environ if name.startswith("FORESHOCK_")]:
        monkeypatch.delenv(name)
    model = tmp_path / "tiny"
    command = [program("foreshock-lab"), "init", "--config", "tiny", "--seed", "1", str(model)]
    subprocess.run(command, check=True, capture_output=True)
    return Connection(mode=LOCAL, program=program("foreshock"), model=str(model), threads=1)


def open_dialog(iface: FakeIface, layer: QgsRasterLayer) -> SimulateDialog:
    iface.layerTreeView().setCurrentLayer(layer)
    (action,) = iface.context_actions(layer)
    action.trigger()
    dialog = visible(SimulateDialog)
    model = child(dialog, QComboBox, "model")
    status = child(dialog, QLabel, "status")
    assert qgis_session.spin_until(lambda: model.count() > 0, PATIENCE), status.text()
    assert "this computer" in status.text()
    child(dialog, QRadioButton, "whole").setChecked(True)
    return dialog


def test_from_the_right_click_to_the_layer(
    plugin: Any, iface: FakeIface, connection: Connection, tmp_path: Path
) -> None:
    plugin._controller.store.save(connection)
    path = scenes.rgb(tmp_path / "town.tif", height=300, width=420)
    layer = QgsRasterLayer(str(path), "town", "gdal")
    QgsProject.instance().addMapLayer(layer)
    QgsProject.instance().addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:4326", "quarters", "memory"))
    dialog = open_dialog(iface, layer)
    more = child(dialog, QgsCollapsibleGroupBox, "more")
    for folded in (True, False):
        more.setCollapsed(folded)
        whole = qgis_session.spin_until(lambda: dialog.area.height() >= dialog.area.sizeHint().height(), 10)
        assert whole, "its rows are cut off"
    child(dialog, QSpinBox, "steps").setValue(1)
    request = run(dialog)
    arrived = qgis_session.spin_until(lambda: len(rasters()) == 2, PATIENCE)
    assert arrived, iface.message_texts()
    result = gdal.Open(request.output)
    assert result.GetGeoTransform() == scenes.UTM and result.GetMetadata()["FORESHOCK_SYNTHETIC"] == "YES"
    # The next time the pace is known.
    assert "about" in child(open_dialog(iface, layer), QLabel, "estimate").text()


def test_what_was_not_finished_goes_on(plugin: Any, iface: FakeIface, connection: Connection, tmp_path: Path) -> None:
    plugin._controller.store.save(connection)
    path = scenes.rgb(tmp_path / "town.tif", height=700, width=700)
    layer = QgsRasterLayer(str(path), "town", "gdal")
    QgsProject.instance().addMapLayer(layer)
    dialog = open_dialog(iface, layer)
    child(dialog, QSpinBox, "steps").setValue(4)
    request = run(dialog)
    told = f"of {len(request.plan())} tiles done"
    begun = qgis_session.spin_until(lambda: any(told in text for text in iface.message_texts()), PATIENCE)
    assert begun, iface.message_texts()
    plugin.unload()
    assert not Path(request.output).exists()

    again = foreshock.classFactory(iface)
    again.initGui()
    try:
        (offer,) = [item for item in iface.messageBar().items() if item.findChild(QPushButton, "fetch")]
        child(offer, QPushButton, "fetch").click()
        assert not [each for each in iface.mainWindow().findChildren(ConnectionDialog) if each.isVisible()]
        arrived = qgis_session.spin_until(lambda: len(rasters()) == 2, PATIENCE)
        assert arrived, iface.message_texts()
        assert gdal.Open(request.output).RasterXSize == 700
    finally:
        again.unload()
