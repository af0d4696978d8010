"""Drives a running QGIS from the inside, one step after another, and never holds up its event loop.

A scenario is a generator: it yields a :class:`Step`, a condition with a name and a bound, and goes on with what the
condition gave. Between two steps QGIS runs freely, modal menus included. Clicks are real ones of the X server.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
import signal
import subprocess
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, Generator, List, Optional

from qgis import utils
from qgis.core import Qgis, QgsApplication, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QComboBox, QDockWidget, QMenu, QToolBar, QWidget

_TICK_MS = 25
_EXIT_MS = 20_000
#: Ticks in which window manager and painters finish what was begun.
_SETTLED = 16
_TOOLBARS = ("mFileToolBar", "mMapNavToolBar", "mRasterToolBar")
#: Width of the layer panel, px: room for long names.
_PANEL = 370
_LEFT, _RIGHT = "1", "3"


@dataclass
class Step:
    """Waits for a truthy answer."""

    name: str
    condition: Callable[[], Any]
    seconds: float


Scenario = Generator[Step, Any, None]


class Driver(QObject):
    """Runs one scenario, writes ``result.json`` and ends QGIS."""

    def __init__(self, iface: Any, plan: Dict[str, Any]) -> None:
        super().__init__()
        self.iface, self.plan = iface, plan
        self.folder = Path(plan["folder"])
        self.facts: Dict[str, Any] = {}
        #: Lines of QGIS's message log that tell of trouble.
        self.trouble: List[str] = []
        self._steps: List[Dict[str, Any]] = []
        self._scenario: Optional[Scenario] = None
        self._step: Optional[Step] = None
        self._begun = 0.0
        self._busy = False
        self._jitter = 4
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._watch_log()
        self._stacks = open(self.folder / "stacks.txt", "w")  # noqa: SIM115 - open until QGIS ends
        faulthandler.enable(self._stacks)

    # Running ----------------------------------------------------------------------------------------------------

    def run(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._advance(None)
        self._timer.start(_TICK_MS)

    def _tick(self) -> None:
        if self._busy or self._step is None:
            return
        self._busy = True
        try:
            answer = self._step.condition()
            late = time.monotonic() - self._begun > self._step.seconds
            if not answer and late:
                raise TimeoutError(f"“{self._step.name}” did not come true within {self._step.seconds:g} s")
            if answer:
                self._steps.append({"name": self._step.name, "seconds": round(time.monotonic() - self._begun, 3)})
                self._advance(answer)
        except Exception:  # noqa: BLE001 - whatever it is, it belongs in the report
            self._fail(traceback.format_exc())
        finally:
            self._busy = False

    def _advance(self, answer: Any) -> None:
        try:
            self._step = self._scenario.send(answer)
            self._begun = time.monotonic()
            # If even the timer stands still, the stacks of all threads say where.
            faulthandler.dump_traceback_later(self._step.seconds + 30, file=self._stacks)
        except StopIteration:
            self._step = None
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._write(None)
        QgsProject.instance().setDirty(False)
        # If QGIS asks something now, the picture tells what.
        QTimer.singleShot(_EXIT_MS, lambda: self.screenshot("still-open"))
        self.iface.actionExit().trigger()

    def crash(self) -> None:
        """Ends QGIS as a crash does: no thread gets to finish what it does."""
        self._write(None)
        os.kill(os.getpid(), signal.SIGKILL)

    def _fail(self, error: str) -> None:
        self._timer.stop()
        self.screenshot("failure")
        self._write(error)
        # A menu or a question may be open: no orderly way out.
        os._exit(1)

    def _write(self, error: Optional[str]) -> None:
        result = {
            "error": error,
            "step": self._step.name if self._step else None,
            "steps": self._steps,
            "facts": self.facts,
            "trouble": self.trouble,
            "messages": self.messages(),
            "qgis": Qgis.QGIS_VERSION,
        }
        (self.folder / "result.json").write_text(json.dumps(result, indent=1, default=str), encoding="utf-8")

    def _watch_log(self) -> None:
        quiet = (Qgis.MessageLevel.Info, Qgis.MessageLevel.Success)

        def hear(text: str, tag: str, level: Any) -> None:
            if level not in quiet:
                self.trouble.append(f"{tag}: {text}")

        QgsApplication.messageLog().messageReceived.connect(hear)

        def show(kind: Any, value: Any, trace: Any, *_rest: Any, **_more: Any) -> None:
            self.trouble.append("".join(traceback.format_exception(kind, value, trace)))

        # QGIS would open a window that waits for a person.
        utils.showException = show

    # Steps ------------------------------------------------------------------------------------------------------

    def until(self, name: str, condition: Callable[[], Any], seconds: float = 20) -> Step:
        return Step(name, condition, seconds)

    def settled(self, name: str = "everything is drawn") -> Step:
        """Some turns of the event loop, and no map being drawn."""
        turns = iter(range(_SETTLED))
        return Step(name, lambda: next(turns, None) is None and not self.iface.mapCanvas().isDrawing(), 30)

    def window(self, object_name: str, seconds: float = 20) -> Step:
        return Step(f"window {object_name} is open", lambda: self._window(object_name), seconds)

    def closed(self, object_name: str) -> Step:
        return Step(f"window {object_name} is closed", lambda: self._window(object_name) is None, 20)

    @staticmethod
    def _window(object_name: str) -> Optional[QWidget]:
        for widget in QApplication.topLevelWidgets():
            handle = widget.windowHandle()
            if widget.objectName() == object_name and widget.isVisible() and handle and handle.isExposed():
                return widget
        return None

    def menu(self) -> Step:
        return Step("a menu is open", QApplication.activePopupWidget, 10)

    # What a person sees and does --------------------------------------------------------------------------------

    def arrange(self) -> None:
        """A calm window: the map, the layers, the toolbars that everybody knows, ours among them."""
        window = self.iface.mainWindow()
        for bar in window.findChildren(QToolBar):
            if bar.parent() is window:
                bar.setVisible(bar.objectName() in _TOOLBARS)
        for dock in window.findChildren(QDockWidget):
            dock.setVisible(dock.objectName() == "Layers")
        window.resizeDocks([window.findChild(QDockWidget, "Layers")], [_PANEL], Qt.Orientation.Horizontal)
        window.showMaximized()

    def layer(self, name: str) -> Optional[QgsMapLayer]:
        found = QgsProject.instance().mapLayersByName(name)
        return found[0] if found else None

    @staticmethod
    def vector_layers() -> List[QgsMapLayer]:
        return [each for each in QgsProject.instance().mapLayers().values() if isinstance(each, QgsVectorLayer)]

    def messages(self) -> List[str]:
        """What the message bar says now, without markup."""
        return [re.sub("<[^>]+>", "", f"{item.title()}: {item.text()}") for item in self.iface.messageBar().items()]

    def in_messages(self, kind: type, object_name: str) -> Any:
        """A visible widget in the message bar."""
        for child in self.iface.messageBar().findChildren(kind, object_name):
            if child.isVisible():
                return child
        return None

    def child(self, parent: QWidget, kind: type, object_name: str) -> Any:
        found = parent.findChild(kind, object_name)
        assert found is not None, f"{parent.objectName()} has no {object_name}"
        assert found.isVisible(), f"{object_name} is not to be seen"
        return found

    def choose(self, box: QComboBox, text: str) -> None:
        number = box.findText(text)
        assert number >= 0, f"{box.objectName()} offers {[box.itemText(i) for i in range(box.count())]}, not {text}"
        assert box.isEnabled(), f"{box.objectName()} is disabled"
        box.setCurrentIndex(number)

    def click(self, button: QAbstractButton) -> None:
        assert button.isEnabled() and button.isVisible(), f"{button.objectName()} cannot be clicked"
        self._mouse(button.mapToGlobal(button.rect().center()), _LEFT)

    def right_click(self, layer: QgsMapLayer) -> None:
        """On the layer's line in the layer panel."""
        view = self.iface.layerTreeView()
        index = view.node2index(QgsProject.instance().layerTreeRoot().findLayer(layer.id()))
        view.scrollTo(index)
        # A long name goes on outside the panel.
        box = view.visualRect(index) & view.viewport().rect()
        assert box.isValid(), f"{layer.name()} is not in the layer panel"
        self._mouse(view.viewport().mapToGlobal(box.center()), _RIGHT)

    def hover(self, menu: QMenu, text: str) -> Step:
        """Moves the pointer to a menu's item until it is highlighted; gives its action."""

        def highlighted() -> Any:
            action = next((each for each in menu.actions() if each.text().replace("&", "") == text), None)
            assert action is not None, f"the menu offers {[each.text() for each in menu.actions()]}"
            if menu.activeAction() == action:
                return action
            # A menu that has just opened takes no notice of a pointer that does not move.
            self._jitter = -self._jitter
            self._mouse(menu.mapToGlobal(menu.actionGeometry(action).center() + QPoint(self._jitter, 0)), None)
            return None

        return Step(f"the pointer is on “{text}”", highlighted, 20)

    def click_item(self, menu: QMenu, action: Any) -> None:
        self._mouse(menu.mapToGlobal(menu.actionGeometry(action).center()), _LEFT)

    @staticmethod
    def _mouse(point: QPoint, button: Optional[str]) -> None:
        command = ["xdotool", "mousemove", str(point.x()), str(point.y())]
        subprocess.run(command + (["click", button] if button else []), check=True, timeout=10)

    def screenshot(self, name: str) -> None:
        """The whole screen, menus and window frames included."""
        path = self.folder / f"{name}.png"
        assert QGuiApplication.primaryScreen().grabWindow(0).save(str(path)), f"{path} cannot be written"
