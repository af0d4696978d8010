"""What a plugin may leave behind in QGIS, as sorted lists of names and counts."""

from __future__ import annotations

import gc
import threading
from enum import Enum
from typing import Any, Dict, List

from qgis.core import QgsApplication, QgsLayerTree, QgsProject
from qgis.gui import QgsLocatorWidget
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMenu, QToolBar, QWidget

NAME = "foreshock"


def take(iface: Any) -> Dict[str, List[str]]:
    """The inventory of the running QGIS."""
    window, project, view = iface.mainWindow(), QgsProject.instance(), iface.layerTreeView()
    canvas = iface.mapCanvas()
    menu = view.menuProvider().createContextMenu()
    context = [action.text() for action in menu.actions()]
    menu.deleteLater()
    lists = {
        "menus": [f"{menu.title()}: {each.text()}" for menu in window.findChildren(QMenu) for each in menu.actions()],
        "context menu": context,
        "toolbars": [f"{bar.objectName()}: {len(bar.actions())}" for bar in window.findChildren(QToolBar)],
        "docks": [dock.objectName() for dock in window.findChildren(QDockWidget)],
        "windows": [_name(each) for each in QApplication.topLevelWidgets() if each.isVisible()],
        "messages": [item.text() for item in iface.messageBar().items()],
        "canvas items": [type(item).__name__ for item in canvas.items()],
        "map tool": [type(canvas.mapTool()).__name__],
        "indicators": [_indicators(view, node) for node in project.layerTreeRoot().findLayers()],
        "providers": [provider.id() for provider in QgsApplication.processingRegistry().providers()],
        "locator filters": _locator_filters(window),
        "threads": [thread.name for thread in threading.enumerate() if thread.name.startswith(NAME)],
        "objects": [_type(each) for each in gc.get_objects() if _is_ours(each)],
        "receivers": _receivers(iface),
    }
    return {key: sorted(values) for key, values in lists.items()}


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}"


def _type(thing: Any) -> str:
    kind = type(thing)
    return f"{kind.__module__}.{kind.__qualname__}"


def _is_ours(thing: Any) -> bool:
    """Whether it is an object that the plugin made at work; constants of its modules live as long as their classes."""
    name = _type(thing)
    return name.startswith(f"{NAME}.") and "._vendor." not in name and not isinstance(thing, Enum)


def _indicators(view: Any, node: QgsLayerTree) -> str:
    return f"{node.name()}: {len(view.indicators(node))}"


def _locator_filters(window: QWidget) -> List[str]:
    return [each.name() for widget in window.findChildren(QgsLocatorWidget) for each in widget.locator().filters()]


def _receivers(iface: Any) -> List[str]:
    """How many slots hang on the signals that plugins like."""
    project, canvas, view = QgsProject.instance(), iface.mapCanvas(), iface.layerTreeView()
    signals = {
        "project": (project, ("layersAdded", "layerWasAdded", "layersWillBeRemoved", "readProject", "cleared")),
        "canvas": (canvas, ("extentsChanged", "mapToolSet", "layersChanged", "destinationCrsChanged")),
        "layer tree": (view, ("currentLayerChanged",)),
        "window": (iface, ("currentLayerChanged", "projectRead", "newProjectCreated")),
        "root": (project.layerTreeRoot(), ("addedChildren", "removedChildren")),
    }
    return [
        f"{owner} {name}: {thing.receivers(getattr(thing, name))}"
        for owner, (thing, names) in signals.items()
        for name in names
    ]
