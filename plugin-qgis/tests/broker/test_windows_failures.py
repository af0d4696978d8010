"""What the windows say when the connection fails, and that the result comes all the same when it is back."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator, List

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import qgis_session
import scenes
from fake_iface import FakeIface
from fleet import PATIENCE, Fleet
from foreshock.gui.connection_dialog import ConnectionDialog
from foreshock.gui.simulate_dialog import SimulateDialog
from osgeo import gdal
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QPushButton
from services import Services
from windows import child, fill_dialog, rasters, run, visible


@pytest.fixture
def fleet(private_services: Services, tmp_path: Path) -> Iterator[Fleet]:
    """One of its own: the broker goes down under it."""
    running = Fleet(private_services, tmp_path)
    yield running
    running.stop()


@pytest.fixture
def trouble(qgis_app: object) -> Iterator[List[str]]:
    """What Python printed into QGIS's log: a traceback would stand there."""
    heard: List[str] = []

    def hear(text: str, tag: str, _level: Any) -> None:
        if "Traceback" in text:
            heard.append(f"{tag}: {text}")

    QgsApplication.messageLog().messageReceived[str, str, _level_type()].connect(hear)
    yield heard
    QgsApplication.messageLog().messageReceived[str, str, _level_type()].disconnect(hear)
    assert heard == []


def _level_type() -> Any:
    from qgis.core import Qgis

    return Qgis.MessageLevel


def add_scene(path: Path, side: int) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(scenes.rgb(path, height=side, width=side)), "town", "gdal")
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.mark.parametrize(
    ("spoil", "said", "remedy"),
    [
        (lambda url: url.replace("@", "x@"), "refuses the user", "Check both"),
        (lambda url: url.rsplit("/", 1)[0] + "/nowhere", "may not enter", "ask the operator"),
        (lambda url: "amqp://ana:x@127.0.0.1:9/x", "Nothing answers", "Is the broker running"),
    ],
)
def test_a_connection_that_cannot_be(
    spoil: Any, said: str, remedy: str, plugin: Any, iface: FakeIface, private_services: Services, tmp_path: Path
) -> None:
    layer = add_scene(tmp_path / "town.tif", 90)
    iface.layerTreeView().setCurrentLayer(layer)
    iface.context_actions(layer)[0].trigger()
    dialog = visible(SimulateDialog)
    child(dialog, QPushButton, "connection").click()
    connection = visible(ConnectionDialog)
    child(connection, QLineEdit, "url").setText(spoil(private_services.facts()["amqp_url"]))
    connection.accept()
    status = child(dialog, QLabel, "status")
    connect = child(dialog, QPushButton, "connect")
    # It is tried a few times first.
    given_up = qgis_session.spin_until(lambda: said in status.text() and connect.isVisible(), 60)
    assert given_up, status.text()
    assert remedy in status.text() and not child(dialog, QPushButton, "run").isEnabled()


@pytest.mark.parametrize("when", ["before Run", "in the middle"])
def test_a_broker_that_goes_and_comes_back(
    when: str,
    plugin: Any,
    iface: FakeIface,
    fleet: Fleet,
    private_services: Services,
    trouble: List[str],
    tmp_path: Path,
) -> None:
    layer = add_scene(tmp_path / "town.tif", 500)
    # Slow enough that the broker is gone before the last tile is done.
    dialog = fill_dialog(iface, layer, fleet, 30)
    if when == "before Run":
        private_services.call("kill", "rabbitmq")
        request = run(dialog)
    else:
        request = run(dialog)
        told = f"of {len(request.plan())} tiles done"
        assert qgis_session.spin_until(lambda: any(told in text for text in iface.message_texts()), PATIENCE)
        private_services.call("kill", "rabbitmq")

    def complained() -> bool:
        return any("town: " in text and "Nothing answers" in text for text in iface.message_texts())

    assert qgis_session.spin_until(complained, 60), iface.message_texts()
    assert not Path(request.output).exists() and len(rasters()) == 1
    private_services.call("start", "rabbitmq")
    assert qgis_session.spin_until(lambda: len(rasters()) == 2, PATIENCE), f"{iface.message_texts()}\n{fleet.tail()}"
    assert gdal.Open(request.output).RasterXSize == 500
    assert not any("Nothing answers" in text for text in iface.message_texts())
