"""What a person does in QGIS, told step by step. Runs inside QGIS; ``test_desktop.py`` judges what it brings back."""

from __future__ import annotations

import gc
import sys
import threading
import time
from pathlib import Path
from typing import Set
from urllib.parse import urlsplit

import inventory
import parts
import sockets
from driver import Driver, Scenario
from job_scenarios import choose_job, jobs, jobs_again, locate, open_log  # noqa: F401 - scenarios are told by name
from qgis import utils
from qgis.core import QgsApplication, QgsGeometry, QgsProject, QgsRectangle
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QLabel, QProgressBar, QPushButton, QSpinBox, QWidget
from watchdog import Watchdog


def first_result(d: Driver) -> Scenario:
    """From a fresh QGIS to a result layer, with a picture of each stage."""
    broker = urlsplit(d.plan["url"]).port
    seen: Set[int] = set()
    watch = QTimer(d)
    watch.timeout.connect(lambda: seen.update(sockets.connected_ports()))
    watch.start(20)
    layer = yield from parts.scene_shown(d)
    d.screenshot("window")
    d.facts["threads_before"] = sorted(thread.name for thread in threading.enumerate())
    dialog = yield from parts.open_dialog(d, layer, picture=True)
    yield d.settled()
    d.facts["connected_before_the_user_acts"] = broker in seen
    yield from parts.set_connection(d, dialog, picture=True)
    yield from parts.await_model(d, dialog)
    d.facts["connected_after"] = broker in sockets.connected_ports()
    watch.stop()
    yield d.settled()
    d.screenshot("dialog")
    yield from parts.fill(d, dialog)
    d.screenshot("dialog-more")
    d.click(d.child(dialog, QPushButton, "run"))

    bar = yield d.until("the message bar shows progress", lambda: d.in_messages(QProgressBar, "progress"), 60)
    d.facts["cancel_offered"] = d.in_messages(QPushButton, "cancel") is not None
    yield d.until("a part is done", lambda: bar.value() > 250, parts.RESULT_SECONDS)
    d.screenshot("progress")
    result = yield d.until("the result is a layer", lambda: parts.result(d), parts.RESULT_SECONDS)
    yield d.settled()
    d.facts["messages"] = d.messages()
    d.facts["result"] = parts.describe(result)
    d.facts["before"] = parts.describe(layer)
    d.screenshot("result")
    d.iface.messageBar().clearWidgets()
    for outline in d.vector_layers():
        QgsProject.instance().layerTreeRoot().findLayer(outline.id()).setItemVisibilityChecked(True)
    yield d.settled()
    d.screenshot("footprint")


def cancel(d: Driver) -> Scenario:
    """*Cancel* while a worker is at it."""
    layer = yield from parts.scene_shown(d)
    yield from parts.asked(d, layer)
    bar = yield d.until("the message bar shows progress", lambda: d.in_messages(QProgressBar, "progress"), 60)
    yield d.until("a worker has begun", lambda: bar.value() > 0, parts.RESULT_SECONDS)
    begun = time.monotonic()
    d.click(d.in_messages(QPushButton, "cancel"))
    yield d.until(
        "the message bar says so",
        lambda: not d.in_messages(QPushButton, "cancel") and any("Called off" in text for text in d.messages()),
    )
    d.facts["seconds_to_be_seen"] = round(time.monotonic() - begun, 3)
    yield d.until("no task is left", lambda: QgsApplication.taskManager().countActiveTasks() == 0, 60)
    yield d.settled()
    d.screenshot("cancelled")
    d.facts["layers"] = [each.name() for each in QgsProject.instance().mapLayers().values()]


def leave(d: Driver) -> Scenario:
    """The user closes QGIS while some tiles are back and some are not, but all are sent."""
    yield from parts.some_tiles(d)
    yield d.until("all tiles are sent", lambda: QgsApplication.taskManager().countActiveTasks() == 0, 60)
    d.screenshot("leaving")


def crash(d: Driver) -> Scenario:
    """QGIS is killed as soon as some tiles are back, whatever it is doing."""
    yield from parts.some_tiles(d)
    d.crash()


def come_back(d: Driver) -> Scenario:
    """QGIS is opened again, offers to fetch what waits, and gets it; the project is saved."""
    yield from parts.scene_shown(d)
    d.facts["layers_before"] = parts.layers()
    offer = yield d.until("the message bar offers to fetch", lambda: d.in_messages(QPushButton, "fetch"))
    yield d.settled()
    d.facts["offer"] = d.messages()
    d.facts["connected_unasked"] = urlsplit(d.plan["url"]).port in sockets.connected_ports()
    d.screenshot("waiting")
    d.click(offer)
    yield from parts.fill_connection(d)
    yield d.until("the message bar shows progress", lambda: d.in_messages(QProgressBar, "progress"), 60)
    d.screenshot("progress")
    result = yield d.until("the result is a layer", lambda: parts.result(d), parts.RESULT_SECONDS)
    yield d.settled()
    d.facts["result"] = parts.describe(result)
    d.facts["layers"] = parts.layers()
    d.screenshot("result")
    assert QgsProject.instance().write()


def look_again(d: Driver) -> Scenario:
    """QGIS is opened once more, and connected, when everything has been fetched."""
    layer = yield from parts.scene_shown(d)
    d.facts["offered"] = d.in_messages(QPushButton, "fetch") is not None
    dialog = yield from parts.open_dialog(d, layer)
    yield from parts.set_connection(d, dialog)
    yield from parts.await_model(d, dialog)
    yield d.settled()
    d.facts["under_way"] = d.in_messages(QProgressBar, "progress") is not None
    d.facts["layers"] = parts.layers()
    d.screenshot("again")


def load_and_unload(d: Driver) -> Scenario:
    """The plugin is switched on and off twice, in the middle of what it does."""
    layer = yield from parts.scene_shown(d)
    name = "foreshock"
    utils.updateAvailablePlugins()
    # As if a result were there already: it gets its badges.
    simulated = layer.clone()
    simulated.setCustomProperty("foreshock/simulated", True)
    QgsProject.instance().addMapLayer(simulated)
    d.iface.setActiveLayer(layer)
    yield d.settled()
    d.facts["before"] = inventory.take(d.iface)
    d.facts["rounds"] = []
    for number in (1, 2):
        assert utils.loadPlugin(name) and utils.startPlugin(name), "the plugin cannot be loaded"
        dialog = yield from parts.open_dialog(d, layer)
        yield from parts.set_connection(d, dialog)
        yield from parts.await_model(d, dialog)
        if number == 1:
            yield from parts.help_of(d, "simulate")
        if number == 2:
            yield from parts.fill(d, dialog)
            d.click(d.child(dialog, QPushButton, "run"))
            yield d.until("the message bar shows progress", lambda: d.in_messages(QProgressBar, "progress"), 60)
            yield from locate(d, "sim flood")
            yield from choose_job(d)
            yield from parts.help_of(d, "jobs")
            yield from parts.leave_help(d)
            yield from open_log(d)
        del dialog
        loaded = inventory.take(d.iface)
        assert utils.unloadPlugin(name), "the plugin cannot be unloaded"
        yield d.until("no task is left", lambda: QgsApplication.taskManager().countActiveTasks() == 0, 60)
        yield d.settled()
        gc.collect()
        yield d.settled()
        d.facts["rounds"].append({"loaded": loaded, "unloaded": inventory.take(d.iface)})


def look_around(d: Driver) -> Scenario:
    """What a new user sees of the plugin."""
    layer = yield from parts.scene_shown(d)
    d.facts["file"] = sys.modules["foreshock"].__file__
    d.facts["active"] = utils.active_plugins
    yield from parts.open_dialog(d, layer)


def large(d: Driver) -> Scenario:
    """A part of a very large raster; what it costs the main thread is measured from the click on *Run* to the result."""
    d.arrange()
    layer = yield d.until("the scene is loaded", lambda: d.layer(d.plan["layer"]))
    yield d.settled()
    dialog = yield from parts.open_dialog(d, layer)
    yield from parts.set_connection(d, dialog)
    yield from parts.await_model(d, dialog)
    area = QgsGeometry.fromRect(QgsRectangle(*d.plan["area"]))
    d.child(dialog, QWidget, "area").set_drawn(area, layer.crs())
    more = d.child(dialog, QgsCollapsibleGroupBox, "more")
    more.setCollapsed(False)
    yield d.settled()
    d.child(dialog, QSpinBox, "steps").setValue(1)
    yield d.settled()
    d.screenshot("dialog")
    d.facts["size"] = d.child(dialog, QLabel, "estimate").text()
    watchdog = Watchdog(Path(sys.modules["foreshock"].__file__).parent)
    d.facts["run_at"] = time.time()
    d.click(d.child(dialog, QPushButton, "run"))
    yield d.until("the message bar shows progress", lambda: d.in_messages(QProgressBar, "progress"), 60)
    result = yield d.until("the result is a layer", lambda: parts.result(d), d.plan["seconds"])
    d.facts["seconds"] = round(time.time() - d.facts["run_at"], 1)
    yield d.settled()
    d.facts["watchdog"] = watchdog.stop()
    d.facts["result"] = parts.describe(result)
    d.screenshot("result")
