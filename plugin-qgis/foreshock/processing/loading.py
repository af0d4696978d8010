"""Results that Processing adds to the project: marked as simulated, as those of the windows are."""

from __future__ import annotations

from typing import Set

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
)

from ..core.provenance import SUFFIX
from ..core.request import SimulationRequest
from ..layers.marks import RESULT, mark
from ..layers.names import result_name

#: Processing calls them after the algorithm is gone, and keeps only their C++ side.
_waiting: Set[_Marker] = set()


class _Marker(QgsProcessingLayerPostProcessorInterface):
    """Marks a layer when it is loaded, on the main thread."""

    def __init__(self, request: SimulationRequest) -> None:
        super().__init__()
        self._request = request

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        _waiting.discard(self)
        if not isinstance(layer, QgsRasterLayer):
            return
        # Processing may have named it after its parameter or its file.
        if not layer.name().endswith(SUFFIX):
            layer.setName(result_name(self._request))
        mark(layer, self._request, RESULT)


def mark_when_loaded(context: QgsProcessingContext, request: SimulationRequest, path: str) -> None:
    """If Processing is to load the result, it comes with its name and its marks."""
    if not context.willLoadLayerOnCompletion(path):
        return
    details = context.layerToLoadOnCompletionDetails(path)
    details.name = result_name(request)
    marker = _Marker(request)
    _waiting.add(marker)
    details.setPostProcessor(marker)


def load(context: QgsProcessingContext, request: SimulationRequest, path: str) -> None:
    """Asks Processing to load a result that is no output parameter of its algorithm."""
    if context.project() is None:
        return
    details = QgsProcessingContext.LayerDetails(result_name(request), context.project(), request.layer_name)
    context.addLayerToLoadOnCompletion(path, details)
    mark_when_loaded(context, request, path)
