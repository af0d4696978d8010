"""Whatever shows a simulated layer says so: a badge on the canvas, a sign in the layer panel."""

from __future__ import annotations

from typing import Any, Callable, List, Optional, Tuple

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsLayerTreeNode, QgsProject
from qgis.gui import QgsLayerTreeViewIndicator
from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtGui import QIcon

from ..compat import is_gone
from ..metadata import icon_path
from .badge_item import BadgeItem
from .marks import is_simulated, not_an_observation

#: After these it covers another part of the canvas.
_BAR_CHANGES = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize, QEvent.Type.Move)


class Badges(QObject):
    """The badges of QGIS's windows, for the layers of a project whoever made them. Lives on the main thread."""

    def __init__(self, iface: Any, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._view = iface.layerTreeView()
        self._root = project.layerTreeRoot()
        #: One for each canvas.
        self._items: List[BadgeItem] = []
        self._indicator = QgsLayerTreeViewIndicator(self)
        self._indicator.setIcon(QIcon(icon_path("simulated")))
        self._indicator.setToolTip(not_an_observation())
        #: Nodes that carry the sign. Nothing tells Python that a node is gone, so each is let go before it goes.
        self._nodes: List[QgsLayerTreeNode] = []
        # A project that is read tells of each of its layers; looking once is enough.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._connections: List[Tuple[Any, Callable]] = [
            (self._soon.timeout, self.refresh),
            (self._root.addedChildren, self._later),
            (self._root.willRemoveChildren, self._forget),
            (project.layersAdded, self._later),
            (project.readProject, self._later),
        ]
        #: Of widgets: they end by themselves when QGIS takes its windows away before us.
        self._of_widgets: List[Tuple[Any, Callable]] = [
            (self._view.destroyed, self._abandon),
            # Nothing tells of another map view; but then the main one is drawn sooner or later.
            (iface.mapCanvas().mapCanvasRefreshed, self._look_for_canvases),
        ]
        for signal, slot in self._connections + self._of_widgets:
            signal.connect(slot)
        self._bar = iface.messageBar()
        self._bar.installEventFilter(self)
        self.refresh()

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Badges give way to the message bar."""
        if event.type() in _BAR_CHANGES:
            self._later()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Looks at all layers of the project."""
        if not self._connections:
            return  # closed
        for node in self._root.findLayers():
            if is_simulated(node.layer()) and node not in self._nodes:
                self._view.addIndicator(node, self._indicator)
                self._nodes.append(node)
        self._look_for_canvases()
        for item in self._items:
            item.updatePosition()

    def close(self) -> None:
        """Leaves nothing behind."""
        for signal, slot in self._of_widgets:
            signal.disconnect(slot)
        if not is_gone(self._bar):
            self._bar.removeEventFilter(self)
        for node in self._nodes:
            self._view.removeIndicator(node, self._indicator)
        for item in self._items:
            # Its canvas may have been closed.
            if not is_gone(item):
                item.close()
        self._abandon()

    def _abandon(self, *_: object) -> None:
        """Lets go of everything without touching a widget."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        for kept in (self._connections, self._of_widgets, self._nodes, self._items):
            kept.clear()
        self._soon.stop()

    def _look_for_canvases(self) -> None:
        self._items = [item for item in self._items if not is_gone(item)]
        known = [item.canvas() for item in self._items]
        self._items += [BadgeItem(canvas) for canvas in self._iface.mapCanvases() if canvas not in known]

    def _later(self, *_: object) -> None:
        self._soon.start()

    def _forget(self, parent: QgsLayerTreeNode, first: int, last: int) -> None:
        going: List[QgsLayerTreeNode] = []
        for node in parent.children()[first : last + 1]:
            going += node.findLayers() if isinstance(node, QgsLayerTreeGroup) else [node]
        for node in going:
            if isinstance(node, QgsLayerTreeLayer) and node in self._nodes:
                self._view.removeIndicator(node, self._indicator)
                self._nodes.remove(node)
        # A canvas does not tell when the project takes its layers away.
        self._soon.start()
