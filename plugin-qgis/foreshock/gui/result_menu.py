"""What can be done with a result: in the context menu of its layer, and beside the message that it has come."""

from __future__ import annotations

from typing import Any, Callable, List, NamedTuple, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu

from ..compat import RASTER_LAYER, QAction, is_gone
from ..core.errors import ForeshockError
from ..layers.family import Family, family_of
from ..layers.marks import is_simulated

#: The submenu in the context menu of a result's layer.
MENU = "Foreshock"


class Choice(NamedTuple):
    """One thing that can be done with a result."""

    name: str
    text: str
    act: Callable[[Family], None]
    icon: QIcon = QIcon()


class ResultMenu(QObject):
    """Adds the choices when made, takes them away by :meth:`close`."""

    def __init__(
        self,
        iface: Any,
        project: QgsProject,
        choices: List[Choice],
        on_error: Callable[[ForeshockError], None],
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._iface, self._project, self._choices, self._on_error = iface, project, choices, on_error
        self._actions: List[QAction] = []
        for choice in choices:
            action = QAction(choice.icon, choice.text, self)
            action.setObjectName(f"foreshockResult{choice.name}")
            action.triggered.connect(lambda _=False, choice=choice: self._do(choice, self._current()))
            iface.addCustomActionForLayerType(action, MENU, RASTER_LAYER, False)
            self._actions.append(action)
        self._offered: List[str] = []
        # A project that is read tells of each of its layers, and Processing marks a layer after it has added it.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._offer)
        project.layersAdded.connect(self._later)
        project.layersRemoved.connect(self._forget)
        self._offer()

    def close(self) -> None:
        """Takes everything away again."""
        self._project.layersAdded.disconnect(self._later)
        self._project.layersRemoved.disconnect(self._forget)
        self._soon.stop()
        for action in self._actions:
            self._iface.removeCustomActionForLayerType(action)
            action.deleteLater()
        self._actions.clear()

    def menu_for(self, layer: QgsMapLayer, parent: QObject) -> QMenu:
        """The choices for one layer, wherever it is shown; it may be gone when one is chosen."""
        menu, layer_id = QMenu(parent), layer.id()
        for choice in self._choices:
            action = menu.addAction(choice.icon, choice.text)
            action.setObjectName(f"foreshockResult{choice.name}")
            action.triggered.connect(lambda _=False, choice=choice: self._do(choice, self._project.mapLayer(layer_id)))
        return menu

    def _do(self, choice: Choice, layer: Optional[QgsMapLayer]) -> None:
        try:
            family = family_of(self._project, layer)
            if family is None:
                raise ForeshockError(
                    _tr("No simulated layer is chosen."), _tr("Choose the result of a simulation in the layer panel.")
                )
            choice.act(family)
        except ForeshockError as error:
            self._on_error(error)

    def _current(self) -> Optional[QgsMapLayer]:
        view = self._iface.layerTreeView()
        return None if is_gone(view) else view.currentLayer()

    def _later(self, _layers: Any) -> None:
        self._soon.start()

    def _forget(self, ids: List[str]) -> None:
        self._offered = [each for each in self._offered if each not in ids]

    def _offer(self) -> None:
        for layer in self._project.mapLayers().values():
            if layer.id() not in self._offered and isinstance(layer, QgsRasterLayer) and is_simulated(layer):
                self._offered.append(layer.id())
                for action in self._actions:
                    self._iface.addCustomActionForLayer(action, layer)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockResultMenu", text)
