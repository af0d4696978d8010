"""Results that Processing adds to the project: marked as simulated, as those of the windows are."""

from __future__ import annotations

from typing import Callable, Optional, Set

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
)

from ..core.request import SimulationRequest
from ..layers.marks import RESULT, mark
from ..layers.names import result_name
from ..layers.temporal import set_time

#: Processing calls them after the algorithm is gone, and keeps only their C++ side.
_waiting: Set[_Marker] = set()


class _Marker(QgsProcessingLayerPostProcessorInterface):
    """Marks a layer when it is loaded, on the main thread."""

    def __init__(self, mark_it: Callable[[QgsMapLayer], None]) -> None:
        super().__init__()
        self._mark_it = mark_it

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        _waiting.discard(self)
        self._mark_it(layer)


def when_loaded(
    context: QgsProcessingContext, path: str, name: Optional[str], mark_it: Callable[[QgsMapLayer], None]
) -> None:
    """If Processing is to load an output, it comes with this name, if any, and ``mark_it`` is called with its layer, on
    the main thread."""
    if not context.willLoadLayerOnCompletion(path):
        return
    details = context.layerToLoadOnCompletionDetails(path)
    if name is not None:
        details.name = name
    marker = _Marker(mark_it)
    _waiting.add(marker)
    details.setPostProcessor(marker)


def mark_when_loaded(context: QgsProcessingContext, request: SimulationRequest, path: str) -> None:
    """If Processing is to load the result, it comes with its name and its marks."""

    def mark_it(layer: QgsMapLayer) -> None:
        if not isinstance(layer, QgsRasterLayer):
            return
        # Processing may have named it after its parameter or its file.
        layer.setName(result_name(request))
        mark(layer, request, RESULT)
        set_time(layer, request)

    when_loaded(context, path, result_name(request), mark_it)


def load(context: QgsProcessingContext, request: SimulationRequest, path: str) -> None:
    """Asks Processing to load a result that is no output parameter of its algorithm."""
    if context.project() is None:
        return
    details = QgsProcessingContext.LayerDetails(result_name(request), context.project(), request.layer_name)
    context.addLayerToLoadOnCompletion(path, details)
    mark_when_loaded(context, request, path)
