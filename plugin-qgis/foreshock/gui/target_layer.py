"""Which raster layers a user means."""

from __future__ import annotations

from typing import Any, List

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeNode, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..layers.marks import is_simulated


def target_layers(iface: Any) -> List[QgsRasterLayer]:
    """The raster layers that are chosen in the layer panel, the current one first, with those of the chosen groups;
    where none is, the uppermost visible one that is no result of ours."""
    view = iface.layerTreeView()
    current = view.currentLayer()
    if isinstance(current, QgsRasterLayer):
        chosen = [current, *(each for each in _below(view.selectedNodes()) if each is not current)]
        return chosen if len(chosen) == 1 else [current, *(each for each in chosen[1:] if not is_simulated(each))]
    if current is None:
        chosen = [each for each in _below(view.selectedNodes()) if not is_simulated(each)]
        if chosen:
            return chosen
    for layer in QgsProject.instance().layerTreeRoot().checkedLayers():
        if isinstance(layer, QgsRasterLayer) and layer.isValid() and not is_simulated(layer):
            return [layer]
    raise ForeshockError(
        QCoreApplication.translate("ForeshockController", "There is no raster layer to simulate on."),
        QCoreApplication.translate("ForeshockController", "Add imagery, or choose a raster layer in the layer panel."),
    )


def _below(nodes: List[QgsLayerTreeNode]) -> List[QgsRasterLayer]:
    """The rasters of these nodes, each once, in the order of the panel."""
    found: List[QgsRasterLayer] = []
    for node in nodes:
        layers = node.findLayers() if isinstance(node, QgsLayerTreeGroup) else [node]
        for each in layers:
            layer = each.layer()
            if isinstance(layer, QgsRasterLayer) and layer.isValid() and layer not in found:
                found.append(layer)
    return found
