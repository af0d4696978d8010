"""The plugin as QGIS sees it: wiring only."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtGui import QIcon

from .compat import RASTER_LAYER, QAction
from .gui.controller import Controller

ICON = Path(__file__).parent / "resources" / "icon.svg"


class ForeshockPlugin(QObject):
    """Adds *Simulate damage…* to the context menu of raster layers."""

    def __init__(self, iface: Any) -> None:
        super().__init__()
        self._iface = iface
        self._action: Optional[QAction] = None
        self._controller: Optional[Controller] = None

    def initGui(self) -> None:
        """Called when the plugin is switched on. Connects nothing."""
        text = QCoreApplication.translate("ForeshockPlugin", "Simulate damage…")
        self._controller = Controller(self._iface, self)
        self._action = QAction(QIcon(str(ICON)), text, self)
        self._action.setObjectName("foreshockSimulate")
        self._action.triggered.connect(self._simulate)
        # On every raster layer: one that cannot be simulated is refused with the reason.
        self._iface.addCustomActionForLayerType(self._action, "", RASTER_LAYER, True)

    def unload(self) -> None:
        """Called when the plugin is switched off: undoes what ``initGui`` did."""
        if self._action is not None:
            self._iface.removeCustomActionForLayerType(self._action)
            self._action.triggered.disconnect(self._simulate)
            self._action.deleteLater()
            self._action = None
        if self._controller is not None:
            self._controller.close()
            self._controller.deleteLater()
            self._controller = None

    def _simulate(self, _checked: bool = False) -> None:
        if self._controller is not None:
            self._controller.simulate_current_layer()
