"""What a simulation did to the samples, as a raster."""

from __future__ import annotations

from typing import Any, Dict, Optional, Set

from osgeo import gdal
from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
)

from ..core.errors import ForeshockError
from ..imagery import difference
from ..layers.difference_layer import difference_name, show_difference
from ..layers.family import JOB_ID
from ..layers.marks import DIFFERENCE, ROLE, SIMULATED, is_simulated, mark_like, not_an_observation
from ..layers.temporal import set_time_like
from . import parameters as shared
from .algorithm import ForeshockAlgorithm
from .words import tr

BEFORE, AFTER, LARGEST = "BEFORE", "AFTER", "LARGEST"

#: Processing calls them after the algorithm is gone, and keeps only their C++ side.
_waiting: Set[_Styler] = set()


class Difference(ForeshockAlgorithm):
    """Compares a result with the raster that it was made from. Needs no fleet."""

    needs_fleet = False

    def __init__(self) -> None:
        super().__init__()
        self._pair: Optional[difference.TwoRasters] = None
        self._after_id = ""
        self._name = ""

    def name(self) -> str:
        return "difference"

    def displayName(self) -> str:
        return tr("Difference between before and after")

    def shortDescription(self) -> str:
        return tr("How much a simulation changed each pixel")

    def shortHelpString(self) -> str:
        return tr(
            "Gives |after − before| for each pixel: the largest over the bands that are shown as red, green and blue, "
            "in the unit of the samples. Where one of the two has no data, the difference has none.\n\n"
            "Both rasters lie on one pixel grid: a result and the raster that it was made from do. A layer of a map "
            "service has no samples of its own, so there is nothing to compare with."
        )

    def initAlgorithm(self, _configuration: Optional[Dict[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer(BEFORE, tr("Before")))
        self.addParameter(QgsProcessingParameterRasterLayer(AFTER, tr("After (the result)")))
        self.addParameter(QgsProcessingParameterRasterDestination(shared.OUTPUT, tr("Difference")))
        self.addOutput(QgsProcessingOutputNumber(LARGEST, tr("Largest difference")))

    def prepare_here(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        before = self._layer(parameters, BEFORE, context)
        after = self._layer(parameters, AFTER, context)
        self._pair = difference.pair(before, after)
        self._after_id, self._name = after.id(), difference_name(after.name())

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        path = self.parameterAsOutputLayer(parameters, shared.OUTPUT, context)

        def go_on(share: float) -> bool:
            feedback.setProgress(100.0 * share)
            return not feedback.isCanceled()

        made = difference.write_difference(self._pair, path, go_on)
        if made.largest is None:
            feedback.pushWarning(tr("No pixel has data in both rasters."))
        if context.willLoadLayerOnCompletion(path):
            details = context.layerToLoadOnCompletionDetails(path)
            details.name = self._name
            styler = _Styler(made.largest, self._after_id)
            _waiting.add(styler)
            details.setPostProcessor(styler)
        return {shared.OUTPUT: path, LARGEST: made.largest}

    def _layer(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> QgsRasterLayer:
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None:
            raise ForeshockError(tr("{parameter} is no raster that can be read.").format(parameter=name))
        return layer


class _Styler(QgsProcessingLayerPostProcessorInterface):
    """Colours a difference when it is loaded, and marks it where its result is marked. On the main thread."""

    def __init__(self, largest: Optional[float], after_id: str) -> None:
        super().__init__()
        self._largest = largest
        self._after_id = after_id

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        _waiting.discard(self)
        if not isinstance(layer, QgsRasterLayer):
            return
        show_difference(layer, self._largest)
        after = None if context.project() is None else context.project().mapLayer(self._after_id)
        if isinstance(after, QgsRasterLayer) and is_simulated(after):
            mark_like(layer, after, DIFFERENCE)
            set_time_like(layer, after)
        else:
            _mark_by_tags(layer)


def _mark_by_tags(layer: QgsRasterLayer) -> None:
    """Of a result that is no layer of the project, the file tells."""
    dataset = gdal.Open(layer.source())
    tags = {} if dataset is None else dataset.GetMetadata()
    if tags.get("FORESHOCK_SYNTHETIC") != "YES":
        return
    layer.setCustomProperty(SIMULATED, True)
    layer.setCustomProperty(ROLE, DIFFERENCE)
    layer.setCustomProperty(JOB_ID, tags.get("FORESHOCK_JOB_ID", ""))
    layer.setAbstract(f"{not_an_observation()}.")
