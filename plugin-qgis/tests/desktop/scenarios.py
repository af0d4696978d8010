"""What a person does in QGIS, told step by step. Runs inside QGIS; ``test_desktop.py`` judges what it brings back."""

from __future__ import annotations

import threading
from typing import Any, Dict, Generator, Set
from urllib.parse import urlsplit

import sockets
from driver import Driver, Scenario, Step
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QProgressBar, QPushButton, QRadioButton, QSpinBox

OURS = "Simulate damage…"
#: Bounds for a hung run, not measures.
WORKER_SECONDS = 180
RESULT_SECONDS = 400

Part = Generator[Step, Any, Any]


def _open_dialog(d: Driver, layer: QgsRasterLayer, picture: bool = False) -> Part:
    """Right-click, our item, the dialog."""
    d.right_click(layer)
    menu = yield d.menu()
    action = yield d.hover(menu, OURS)
    if picture:
        yield d.settled()
        d.screenshot("context-menu")
    d.click_item(menu, action)
    return (yield d.window("ForeshockSimulateDialog"))


def _set_connection(d: Driver, dialog: Any, picture: bool = False) -> Part:
    """The broker's address and password, in the window that “Connection…” opens."""
    d.click(d.child(dialog, QPushButton, "connection"))
    connection = yield d.window("ForeshockConnectionDialog")
    parts = urlsplit(d.plan["url"])
    d.child(connection, QLineEdit, "url").setText(d.plan["url"].replace(f":{parts.password}@", "@"))
    d.child(connection, QLineEdit, "password").setText(parts.password)
    if picture:
        yield d.settled()
        d.screenshot("connection")
    d.click(next(b for b in connection.findChildren(QPushButton) if b.text().replace("&", "") == "OK"))
    yield d.until("the connection window is closed", lambda: d._window("ForeshockConnectionDialog") is None)


def _await_model(d: Driver, dialog: Any) -> Part:
    """A worker that still loads its model answers nothing; a person presses “Connect” again."""
    model, retry = d.child(dialog, QComboBox, "model"), dialog.findChild(QPushButton, "connect")

    def answered() -> bool:
        if model.count() == 0 and retry.isVisible() and retry.isEnabled():
            retry.click()
        return model.count() > 0

    yield d.until("the fleet has told its models", answered, WORKER_SECONDS)


def _fill(d: Driver, dialog: Any) -> None:
    for box, key in (("preset", "preset"), ("severity", "severity")):
        if key in d.plan:
            d.choose(d.child(dialog, QComboBox, box), d.plan[key])
    if "instruction" in d.plan:
        d.child(dialog, QPlainTextEdit, "instruction").setPlainText(d.plan["instruction"])
    d.child(dialog, QRadioButton, "whole").setChecked(True)
    d.child(dialog, QSpinBox, "seed").setValue(d.plan["seed"])
    if "steps" in d.plan:
        d.child(dialog, QSpinBox, "steps").setValue(d.plan["steps"])


def _asked(d: Driver, layer: QgsRasterLayer) -> Part:
    """From the right-click to *Run*."""
    dialog = yield from _open_dialog(d, layer)
    yield from _set_connection(d, dialog)
    yield from _await_model(d, dialog)
    _fill(d, dialog)
    yield d.settled()
    d.click(d.child(dialog, QPushButton, "run"))


def _scene_shown(d: Driver) -> Part:
    d.arrange()
    layer = yield d.until("the scene is loaded", lambda: d.layer(d.plan["layer"]))
    yield d.settled("the window has its size")
    d.iface.zoomToActiveLayer()
    yield d.settled()
    return layer


def _result(d: Driver) -> QgsRasterLayer:
    return d.layer(d.plan["layer"] + " — SIMULATED")


def _describe(layer: QgsRasterLayer) -> Dict[str, Any]:
    """What the project says of a result."""
    extent, metadata = layer.extent(), layer.metadata()
    node, groups = QgsProject.instance().layerTreeRoot().findLayer(layer.id()), []
    while node.parent() is not None and node.parent().parent() is not None:
        node = node.parent()
        groups.insert(0, node.name())
    return {
        "name": layer.name(),
        "path": layer.source(),
        "extent": [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()],
        "crs": layer.crs().authid(),
        "groups": groups,
        "properties": {key: layer.customProperty(key) for key in layer.customPropertyKeys()},
        "abstract": metadata.abstract(),
        "keywords": metadata.keywords(),
        "rights": metadata.rights(),
    }


def first_result(d: Driver) -> Scenario:
    """From a fresh QGIS to a result layer, with a picture of each stage."""
    broker = urlsplit(d.plan["url"]).port
    seen: Set[int] = set()
    watch = QTimer(d)
    watch.timeout.connect(lambda: seen.update(sockets.connected_ports()))
    watch.start(20)
    layer = yield from _scene_shown(d)
    d.screenshot("window")
    d.facts["threads_before"] = sorted(thread.name for thread in threading.enumerate())
    dialog = yield from _open_dialog(d, layer, picture=True)
    yield d.settled()
    d.facts["connected_before_the_user_acts"] = broker in seen
    yield from _set_connection(d, dialog, picture=True)
    yield from _await_model(d, dialog)
    d.facts["connected_after"] = broker in sockets.connected_ports()
    watch.stop()
    _fill(d, dialog)
    yield d.settled()
    d.screenshot("dialog")
    d.click(d.child(dialog, QPushButton, "run"))

    bar = yield d.until("the message bar shows progress", lambda: d.in_messages(QProgressBar, "progress"), 60)
    d.facts["cancel_offered"] = d.in_messages(QPushButton, "cancel") is not None
    yield d.until("a part is done", lambda: bar.value() > 250, RESULT_SECONDS)
    d.screenshot("progress")
    result = yield d.until("the result is a layer", lambda: _result(d), RESULT_SECONDS)
    yield d.settled()
    d.facts["messages"] = d.messages()
    d.facts["result"] = _describe(result)
    d.facts["before"] = _describe(layer)
    d.screenshot("result")
