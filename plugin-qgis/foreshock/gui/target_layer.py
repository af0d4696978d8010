"""Which raster layer a user means."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..layers.marks import is_simulated


def target_layer(iface: Any) -> QgsRasterLayer:
    """The raster layer that is chosen in the layer panel; where none is, the uppermost visible one that is no result of
    ours."""
    chosen = iface.layerTreeView().currentLayer()
    if isinstance(chosen, QgsRasterLayer):
        return chosen
    for layer in QgsProject.instance().layerTreeRoot().checkedLayers():
        if isinstance(layer, QgsRasterLayer) and layer.isValid() and not is_simulated(layer):
            return layer
    raise ForeshockError(
        QCoreApplication.translate("ForeshockController", "There is no raster layer to simulate on."),
        QCoreApplication.translate("ForeshockController", "Add imagery, or choose a raster layer in the layer panel."),
    )
