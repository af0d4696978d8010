"""The plugin as QGIS sees it: wiring only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtGui import QIcon

from .compat import RASTER_LAYER, QAction

if TYPE_CHECKING:
    from .gui.controller import Controller
    from .processing.provider import ForeshockProvider

ICON = Path(__file__).parent / "resources" / "icon.svg"


class ForeshockPlugin(QObject):
    """Adds *Simulate damage…* to the context menu of raster layers."""

    def __init__(self, iface: Any) -> None:
        super().__init__()
        self._iface = iface
        self._action: Optional[QAction] = None
        self._controller: Optional[Controller] = None
        self._provider: Optional[ForeshockProvider] = None

    def initProcessing(self) -> None:
        """Called by ``qgis_process`` instead of ``initGui``: nothing of the windows is loaded here."""
        from .processing.provider import ForeshockProvider

        self._provider = ForeshockProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Called when the plugin is switched on. Connects nothing."""
        from .gui.controller import Controller

        text = QCoreApplication.translate("ForeshockPlugin", "Simulate damage…")
        self._controller = Controller(self._iface, self)
        self._action = QAction(QIcon(str(ICON)), text, self)
        self._action.setObjectName("foreshockSimulate")
        self._action.triggered.connect(self._simulate)
        # On every raster layer: one that cannot be simulated is refused with the reason.
        self._iface.addCustomActionForLayerType(self._action, "", RASTER_LAYER, True)
        self.initProcessing()
        # What was typed for this session only holds for Processing, too.
        self._provider.session = self._controller.store.settings

    def unload(self) -> None:
        """Called when the plugin is switched off: undoes what ``initGui`` and ``initProcessing`` did."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
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
