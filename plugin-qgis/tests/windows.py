"""What a user does with the plugin's windows, for the tests that go all the way."""

from __future__ import annotations

import time
from typing import Any, List

import qgis_session
from fake_iface import FakeIface
from fleet import PATIENCE, Fleet
from foreshock.core.request import SimulationRequest
from foreshock.gui.connection_dialog import ConnectionDialog
from foreshock.gui.first_run import FirstRun
from foreshock.gui.simulate_dialog import SimulateDialog
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)


def visible(kind: type) -> Any:
    (found,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    return found


def child(parent: QWidget, kind: type, name: str) -> Any:
    found = parent.findChild(kind, name)
    assert found is not None, f"no {name}"
    return found


def fill_connection(fleet: Fleet) -> None:
    connection = visible(ConnectionDialog)
    child(connection, QLineEdit, "url").setText(fleet.url)
    connection.accept()


def fill_dialog(iface: FakeIface, layer: QgsRasterLayer, fleet: Fleet, steps: int) -> SimulateDialog:
    """Right-click, the connection on the first use, the model from the fleet, own words, the whole layer."""
    iface.layerTreeView().setCurrentLayer(layer)
    (action,) = iface.context_actions(layer)
    action.trigger()
    dialog = visible(SimulateDialog)
    if "No fleet is set" in child(dialog, QLabel, "status").text():
        # On a new computer there is the wizard, too; this user knows the way.
        for wizard in (each for each in QApplication.topLevelWidgets() if isinstance(each, FirstRun)):
            wizard.reject()
        child(dialog, QPushButton, "connection").click()
        fill_connection(fleet)
    model = child(dialog, QComboBox, "model")
    end = time.monotonic() + PATIENCE
    while model.count() == 0:
        assert fleet.process.poll() is None, f"the worker ended\n{fleet.tail()}"
        assert time.monotonic() < end, f"{child(dialog, QLabel, 'status').text()}\n{fleet.tail()}"
        qgis_session.spin_until(lambda: model.count() > 0, 6)
        retry = child(dialog, QPushButton, "connect")
        if model.count() == 0 and retry.isVisible():
            # The worker is still loading its model.
            retry.click()
    child(dialog, QPlainTextEdit, "instruction").setPlainText("flood the low streets")
    child(dialog, QRadioButton, "whole").setChecked(True)
    child(dialog, QSpinBox, "steps").setValue(steps)
    child(dialog, QSpinBox, "seed").setValue(7)
    return dialog


def simulate(iface: FakeIface, layer: QgsRasterLayer, fleet: Fleet, steps: int = 1) -> SimulationRequest:
    return run(fill_dialog(iface, layer, fleet, steps))


def run(dialog: SimulateDialog) -> SimulationRequest:
    """Presses *Run*."""
    (request,) = run_all(dialog)
    return request


def run_all(dialog: SimulateDialog) -> List[SimulationRequest]:
    """Presses *Run* where it may ask for several."""
    asked: List[List[SimulationRequest]] = []
    dialog.run_requested.connect(asked.append)
    child(dialog, QPushButton, "run").click()
    return asked[0]


def rasters() -> List[QgsRasterLayer]:
    return [each for each in QgsProject.instance().mapLayers().values() if isinstance(each, QgsRasterLayer)]


def wait_for_layer(iface: FakeIface, fleet: Fleet, count: int) -> None:
    """Until there are so many rasters."""
    arrived = qgis_session.spin_until(
        lambda: len(rasters()) >= count or any("failed" in text for text in iface.message_texts()), PATIENCE
    )
    assert arrived and len(rasters()) >= count, f"{iface.message_texts()}\n{fleet.tail()}"
