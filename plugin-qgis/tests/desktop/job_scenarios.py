"""The panel of jobs in the real QGIS: opened, used, and there again after a restart."""

from __future__ import annotations

import subprocess
from typing import Any, List

import parts
from driver import Driver, Scenario
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QDockWidget, QLabel, QToolBar, QToolButton, QTreeView


def jobs(d: Driver) -> Scenario:
    """Run, *Cancel* and *Retry* in the panel, and the locator."""
    yield from parts.scene_shown(d)
    dock = _dock(d)
    d.facts["shown_at_first"] = dock.isVisible()
    yield from open_panel(d)
    yield d.until("it says what to do", lambda: "Right-click" in d.child(dock, QLabel, "empty").text())
    yield d.settled()
    d.screenshot("jobs-empty")

    layer = d.layer(d.plan["layer"])
    yield from parts.asked(d, layer)
    view = dock.findChild(QTreeView, "jobs")
    yield d.until("a worker has begun", lambda: (_cell(view, 0, 6) and "ago" in _cell(view, 0, 7)) or _live(view), 240)
    _click_row(d, view, 0)
    yield d.settled()
    d.screenshot("jobs-running")
    bar = dock.findChild(QToolBar)
    d.click(_button(bar, "cancel"))
    yield d.until("it is called off", lambda: _cell(view, 0, 1) == "Called off", 10)

    d.iface.messageBar().clearWidgets()
    d._mouse(_row_place(view, 0), "3")
    menu = yield d.menu()
    action = yield d.hover(menu, "Retry")
    d.screenshot("jobs-menu")
    d.click_item(menu, action)
    yield d.until("there are two", lambda: view.model().rowCount() == 2, 20)
    yield d.until("a tile is done", lambda: _cell(view, 0, 2).startswith("2 "), parts.RESULT_SECONDS)
    _click_row(d, view, 0)
    yield d.settled()
    d.screenshot("jobs")
    yield d.until("the result is a layer", lambda: parts.result(d), parts.RESULT_SECONDS)
    yield d.until("the list says so", lambda: _cell(view, 0, 1) == "Done", 10)
    yield d.settled()
    d.screenshot("jobs-done")

    # Its layers are taken away, and come back by the locator.
    QgsProject.instance().removeMapLayers([each.id() for each in _simulated()])
    yield from locate(d, "sim flood")
    d.screenshot("jobs-locator")
    subprocess.run(["xdotool", "key", "Escape"], check=True, timeout=10)
    _click_row(d, view, 0)
    yield d.until("it can be added", lambda: _button(bar, "add").isEnabled(), 10)
    d.click(_button(bar, "add"))
    yield d.until("the result is there again", lambda: parts.result(d), 20)
    d.facts["rows"] = _rows(view)
    d.facts["layers"] = sorted(each.name() for each in _simulated())


def open_panel(d: Driver) -> parts.Part:
    """The button in the toolbar."""
    dock = _dock(d)
    d.click(_button(d.iface.mainWindow().findChild(QToolBar, "mRasterToolBar"), "foreshockJobs"))
    yield d.until("the panel is open", dock.isVisible)
    return dock


def locate(d: Driver, text: str) -> parts.Part:
    """Types into QGIS's locator bar."""
    subprocess.run(["xdotool", "key", "ctrl+k"], check=True, timeout=10)
    yield d.settled()
    subprocess.run(["xdotool", "type", "--delay", "60", text], check=True, timeout=20)
    yield d.settled()
    yield d.settled()


def choose_job(d: Driver) -> parts.Part:
    """A click on the newest job; gives the panel."""
    dock = yield from open_panel(d)
    view = dock.findChild(QTreeView, "jobs")
    yield d.until("the list is there", lambda: view.model().rowCount() > 0)
    yield d.settled()
    _click_row(d, view, 0)
    yield d.settled()
    return dock


def open_log(d: Driver) -> parts.Part:
    """The log of the newest job."""
    dock = yield from choose_job(d)
    button = _button(dock.findChild(QToolBar), "log")
    yield d.until("there is a log", button.isEnabled)
    d.click(button)
    yield d.window("ForeshockLog")


def jobs_again(d: Driver) -> Scenario:
    """QGIS is opened again: the panel is where it was, with what was."""
    yield d.until("the scene is loaded", lambda: d.layer(d.plan["layer"]))
    dock = _dock(d)
    yield d.settled("the window has its size")
    d.facts["shown_at_first"] = dock.isVisible()
    view = dock.findChild(QTreeView, "jobs")
    yield d.until("the history is read", lambda: view.model().rowCount() == 2, 20)
    yield d.settled()
    d.screenshot("jobs-again")
    d.facts["rows"] = _rows(view)


def _dock(d: Driver) -> QDockWidget:
    return d.iface.mainWindow().findChild(QDockWidget, "ForeshockJobs")


def _button(bar: QToolBar, name: str) -> QToolButton:
    return next(bar.widgetForAction(each) for each in bar.actions() if each.objectName() == name)


def _cell(view: QTreeView, row: int, column: int) -> str:
    return str(view.model().index(row, column).data() or "")


def _live(view: QTreeView) -> bool:
    return view.model().rowCount() > 0 and _cell(view, 0, 7) == "just now"


def _rows(view: QTreeView) -> List[List[str]]:
    model = view.model()
    return [[_cell(view, row, column) for column in range(model.columnCount())] for row in range(model.rowCount())]


def _row_place(view: QTreeView, row: int) -> QPoint:
    return view.viewport().mapToGlobal(view.visualRect(view.model().index(row, 0)).center())


def _click_row(d: Driver, view: QTreeView, row: int) -> None:
    d._mouse(_row_place(view, row), "1")


def _simulated() -> List[Any]:
    return [each for each in QgsProject.instance().mapLayers().values() if each.customProperty("foreshock/simulated")]
