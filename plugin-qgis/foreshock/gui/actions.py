"""Where the plugin stands in QGIS: the context menus of layers, the Raster menu, the raster toolbar."""

from __future__ import annotations

from typing import Any, Callable, Iterable, List, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu

from ..compat import POLYGONS, RASTER_LAYER, VECTOR_LAYER, QAction, is_gone
from ..metadata import ICON, icon_path
from .area_tools import AreaTool, Shape, how_to_draw
from .controller import Controller
from .help import HelpLinks, close_help, open_help

#: The submenu of the Raster menu.
MENU = "Foreshock"


class Actions(QObject):
    """Adds the actions when made, takes them away by :meth:`close`."""

    def __init__(self, iface: Any, controller: Controller, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._controller = controller
        self._tool: Optional[AreaTool] = None
        self._actions: List[QAction] = []
        icon = QIcon(ICON)
        simulate = self._action("foreshockSimulate", _tr("Simulate damage…"), icon, controller.simulate)
        features = self._action(
            "foreshockFeatures", _tr("Simulate damage in selected features…"), icon, controller.simulate_in_features
        )
        draw = [
            self._action(f"foreshockDraw{shape.value.title()}", text, _icon(f"draw-{shape.value}"), self._drawer(shape))
            for shape, text in (
                (Shape.RECTANGLE, _tr("Simulate damage in a rectangle…")),
                (Shape.POLYGON, _tr("Simulate damage in a polygon…")),
                (Shape.FREEHAND, _tr("Simulate damage in a freehand area…")),
            )
        ]
        jobs = self._action("foreshockJobs", _tr("Jobs"), _icon("jobs"), controller.show_jobs)
        fetch = self._action("foreshockFetch", _tr("Fetch waiting results"), icon, controller.fetch_waiting)
        connection = self._action("foreshockConnection", _tr("Connection…"), icon, controller.edit_connection)
        set_up = self._action("foreshockSetUp", _tr("Set up…"), icon, controller.set_up)
        guide = self._action("foreshockHelp", _tr("User guide"), icon, open_help)
        # The same, where the help of all plugins is.
        self._in_help = self._action("foreshockPluginHelp", _tr("Foreshock user guide"), icon, open_help)
        self._help_links = HelpLinks(self)
        iface.pluginHelpMenu().addAction(self._in_help)
        # On every raster layer: one that cannot be simulated is refused with the reason.
        iface.addCustomActionForLayerType(simulate, "", RASTER_LAYER, True)
        iface.addCustomActionForLayerType(features, "", VECTOR_LAYER, False)
        self._on_layer, self._on_features = simulate, features
        self._in_menu = [simulate, *draw, jobs, fetch, set_up, connection, guide]
        self._in_toolbar = [simulate, draw[0], jobs]
        for action in self._in_menu:
            iface.addPluginToRasterMenu(MENU, action)
        for action in self._in_toolbar:
            iface.addRasterToolBarIcon(action)
        iface.mapCanvas().contextMenuAboutToShow.connect(self._offer_here)
        self._offer_on(QgsProject.instance().mapLayers().values())
        QgsProject.instance().layersAdded.connect(self._offer_on)

    def close(self) -> None:
        """Takes everything away again."""
        QgsProject.instance().layersAdded.disconnect(self._offer_on)
        canvas = self._iface.mapCanvas()
        if not is_gone(canvas):
            canvas.contextMenuAboutToShow.disconnect(self._offer_here)
        self._end_drawing()
        for action in (self._on_layer, self._on_features):
            self._iface.removeCustomActionForLayerType(action)
        for action in self._in_menu:
            self._iface.removePluginRasterMenu(MENU, action)
        for action in self._in_toolbar:
            self._iface.removeRasterToolBarIcon(action)
        self._iface.pluginHelpMenu().removeAction(self._in_help)
        self._help_links.close()
        close_help()
        for action in self._actions:
            action.deleteLater()
        self._actions.clear()

    def _action(self, name: str, text: str, icon: QIcon, callback: Callable[[], None]) -> QAction:
        action = QAction(icon, text, self)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: callback())
        self._actions.append(action)
        return action

    def _offer_here(self, menu: QMenu, _event: Any) -> None:
        """On the map itself, where it shows a raster."""
        shown = self._iface.mapCanvas().layers()
        if any(isinstance(layer, QgsRasterLayer) for layer in shown):
            menu.addAction(self._on_layer)

    def _offer_on(self, layers: Iterable[QgsMapLayer]) -> None:
        """*Simulate damage in selected features…* stands on polygon layers only."""
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and layer.geometryType() == POLYGONS:
                self._iface.addCustomActionForLayer(self._on_features, layer)

    def _drawer(self, shape: Shape) -> Callable[[], None]:
        def begin() -> None:
            self._end_drawing()
            canvas = self._iface.mapCanvas()
            tool = AreaTool(canvas, shape)
            tool.drawn.connect(lambda _: self._controller.hint(""))
            tool.abandoned.connect(lambda: self._controller.hint(""))
            tool.drawn.connect(
                lambda geometry: self._controller.simulate_drawn(geometry, canvas.mapSettings().destinationCrs())
            )
            self._tool = tool
            self._controller.hint(how_to_draw(shape))
            tool.start()

        return begin

    def _end_drawing(self) -> None:
        if not is_gone(self._tool):  # the canvas takes it along when QGIS ends
            self._tool.stop()
            self._tool.deleteLater()
        self._tool = None


def _icon(name: str) -> QIcon:
    return QIcon(icon_path(name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockActions", text)
