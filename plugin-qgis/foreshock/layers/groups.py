"""Where simulated layers stand in the layer panel: *Simulations* / the source layer. Main thread only."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QCoreApplication

from ..core.request import SimulationRequest
from .marks import PROPERTY

_OUTER = PROPERTY + "group"
_INNER = PROPERTY + "source_layer_id"


def add_on_top(project: QgsProject, layer: QgsMapLayer, request: SimulationRequest, *, shown: bool = True) -> None:
    """Adds a layer to the project, above what the group of its source layer holds already; switched on or not."""
    group = group_of(project, request)
    project.addMapLayer(layer, False)
    # Its legend is that of the source: folded, the group can be seen as a whole.
    node = group.insertLayer(0, layer)
    node.setExpanded(False)
    node.setItemVisibilityChecked(shown)


def group_of(project: QgsProject, request: SimulationRequest) -> QgsLayerTreeGroup:
    """The group of a request's layers; made at the top of the panel if it is not there. Groups are known by a property,
    so that the user may rename and move them, or by their name."""
    root = project.layerTreeRoot()
    outer = (
        _first(root, lambda group: bool(group.customProperty(_OUTER)))
        or root.findGroup(_tr("Simulations"))
        or _unfolded(root.insertGroup(0, _tr("Simulations")))
    )
    outer.setCustomProperty(_OUTER, True)
    inner = (
        _first(outer, lambda group: group.customProperty(_INNER) == request.layer_id)
        or _first(outer, lambda group: group.name() == request.layer_name)
        or _unfolded(outer.insertGroup(0, request.layer_name))
    )
    inner.setCustomProperty(_INNER, request.layer_id)
    return inner


def _unfolded(group: QgsLayerTreeGroup) -> QgsLayerTreeGroup:
    """The layer panel shows a new group folded, whatever its node says, until it hears of a change."""
    group.setExpanded(False)
    group.setExpanded(True)
    return group


def _first(root: QgsLayerTreeGroup, fits: Callable[[QgsLayerTreeGroup], bool]) -> Optional[QgsLayerTreeGroup]:
    """The first group below ``root`` that fits."""
    for node in root.children():
        if isinstance(node, QgsLayerTreeGroup):
            found = node if fits(node) else _first(node, fits)
            if found is not None:
                return found
    return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockGroups", text)
