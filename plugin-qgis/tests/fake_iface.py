"""The part of QGIS's ``iface`` that the plugin uses, over real QGIS widgets: what is not here, the plugin may not use."""

from __future__ import annotations

from typing import Any, List, Tuple

from qgis.core import QgsLocator, QgsLocatorFilter, QgsProject
from qgis.gui import QgsLayerTreeView, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QMenu


class FakeIface:
    """A main window with a canvas, a layer panel and a message bar."""

    def __init__(self) -> None:
        from qgis.core import QgsLayerTreeModel

        self._window = QMainWindow()
        self._canvas = QgsMapCanvas(self._window)
        self._canvas.resize(400, 400)
        self._bar = QgsMessageBar(self._window)
        self._view = QgsLayerTreeView(self._window)
        self._model = QgsLayerTreeModel(QgsProject.instance().layerTreeRoot(), self._window)
        self._view.setModel(self._model)
        self._raster_menu = self._window.menuBar().addMenu("Raster")
        self._help_menu = self._window.menuBar().addMenu("Plugins")
        self._raster_bar = self._window.addToolBar("Raster")
        self.locator = QgsLocator(self._window)
        self.layer_actions: List[Tuple[Any, str, Any, bool]] = []
        #: Layers on which an action stands that is not on all of its type.
        self._chosen: List[Tuple[Any, str]] = []
        #: Names of the layouts that were opened.
        self.opened_layouts: List[str] = []

    def mainWindow(self) -> QMainWindow:
        return self._window

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas

    def mapCanvases(self) -> List[QgsMapCanvas]:
        """The main canvas, and those of other map views."""
        return self._window.findChildren(QgsMapCanvas)

    def messageBar(self) -> QgsMessageBar:
        return self._bar

    def layerTreeView(self) -> QgsLayerTreeView:
        return self._view

    def openLayoutDesigner(self, layout: Any) -> None:
        self.opened_layouts.append(layout.name())

    def addCustomActionForLayerType(self, action: Any, menu: str, kind: Any, all_layers: bool) -> None:
        self.layer_actions.append((action, menu, kind, all_layers))

    def addCustomActionForLayer(self, action: Any, layer: Any) -> None:
        self._chosen.append((action, layer.id()))

    def addPluginToRasterMenu(self, name: str, action: Any) -> None:
        found = [each.menu() for each in self._raster_menu.actions() if each.menu() and each.menu().title() == name]
        (found[0] if found else self._raster_menu.addMenu(name)).addAction(action)

    def removePluginRasterMenu(self, name: str, action: Any) -> None:
        for each in self._raster_menu.actions():
            if each.menu() and each.menu().title() == name:
                each.menu().removeAction(action)
                if not each.menu().actions():
                    self._raster_menu.removeAction(each)
                    each.menu().deleteLater()

    def addDockWidget(self, area: Any, dock: QDockWidget) -> None:
        self._window.addDockWidget(area, dock)
        dock.show()  # as QGIS does

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self._window.removeDockWidget(dock)

    def registerLocatorFilter(self, each: QgsLocatorFilter) -> None:
        self.locator.registerFilter(each)

    def deregisterLocatorFilter(self, each: QgsLocatorFilter) -> None:
        self.locator.deregisterFilter(each)

    def pluginHelpMenu(self) -> QMenu:
        """In the Help menu, for the help of plugins."""
        return self._help_menu

    def addRasterToolBarIcon(self, action: Any) -> int:
        self._raster_bar.addAction(action)
        return -1

    def removeRasterToolBarIcon(self, action: Any) -> None:
        self._raster_bar.removeAction(action)

    def menu_actions(self, name: str) -> List[Any]:
        """What a submenu of the Raster menu offers."""
        return [
            action
            for each in self._raster_menu.actions()
            if each.menu() and each.menu().title() == name
            for action in each.menu().actions()
        ]

    def toolbar_actions(self) -> List[Any]:
        return self._raster_bar.actions()

    def removeCustomActionForLayerType(self, action: Any) -> bool:
        self._chosen = [row for row in self._chosen if row[0] is not action]
        before = len(self.layer_actions)
        self.layer_actions = [row for row in self.layer_actions if row[0] is not action]
        return len(self.layer_actions) < before

    def context_actions(self, layer: Any) -> List[Any]:
        """What a right-click on a layer offers."""
        return [
            action
            for action, _, kind, everywhere in self.layer_actions
            if kind == layer.type() and (everywhere or (action, layer.id()) in self._chosen)
        ]

    def message_texts(self) -> List[str]:
        """What the message bar says now."""
        return [f"{item.title()}: {item.text()}" for item in self._bar.items()]

    def close(self) -> None:
        self._view.setModel(None)
        self._bar.clearWidgets()
        self._window.close()
        self._window.deleteLater()
