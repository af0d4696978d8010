"""One scenario on one raster, to its end."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterRasterDestination,
)

from ..core.errors import ForeshockError
from ..core.grid import Window
from ..core.messages import Capabilities
from ..core.request import SimulationRequest
from ..imagery.area import Area, of_feature_source
from ..imagery.footprint import Cancelled
from ..jobs.assembling import NotComposed
from ..jobs.client_folder import ClientFolder, client_root
from ..jobs.runner import Ended, Runner
from . import asking
from . import parameters as shared
from .algorithm import ForeshockAlgorithm
from .loading import mark_when_loaded
from .parameters import Scenario
from .scene import Scene
from .words import tr


class OneScene(ForeshockAlgorithm):
    """An algorithm whose parameters describe one request."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Optional[Scene] = None
        self._window: Optional[Window] = None
        self._mask: Optional[QgsProcessingFeatureSource] = None
        self._wanted: Optional[Scenario] = None

    def add_request_parameters(self) -> None:
        """Raster, area, mask, scenario."""
        for each in (
            shared.raster(),
            shared.resolution(),
            *shared.scenario(shared.instruction()),
            shared.area(),
            shared.mask(),
        ):
            self.addParameter(each)

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        shared.check_scenario(shared.read_scenario(self, parameters, context))
        scene = shared.read_scene(self, parameters, context)
        area = self.parameterAsExtent(parameters, shared.AREA, context, scene.crs)
        asking.check_size(scene.window(area))

    def prepare_here(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        self._wanted = shared.read_scenario(self, parameters, context)
        self._scene = shared.read_scene(self, parameters, context)
        self._window = self._scene.window(self.parameterAsExtent(parameters, shared.AREA, context, self._scene.crs))
        self._mask = self.parameterAsSource(parameters, shared.MASK, context)

    def request(self, context: QgsProcessingContext, capabilities: Capabilities, output: str) -> SimulationRequest:
        """The request that the parameters describe."""
        scene = self._scene
        mask_wkt = None
        if self._mask is not None:
            transforms = context.transformContext()
            area = of_feature_source(scene.source, scene.crs, self._mask, transforms, Area(self._window))
            mask_wkt = area.mask_wkt
        return asking.new_request(scene, self._window, mask_wkt, self._wanted, capabilities, output)


class Simulate(OneScene):
    """Sends a raster's tiles, waits, and writes the result."""

    def name(self) -> str:
        return "simulate"

    def displayName(self) -> str:
        return tr("Simulate damage")

    def shortDescription(self) -> str:
        return tr("Makes a damage scenario of a raster layer, on its own pixel grid")

    def shortHelpString(self) -> str:
        return tr(
            "Makes a damage scenario of a raster layer: say what shall happen in your own words, or choose a scenario "
            "and its severity (own words win where both are given).\n\n"
            "The result has the pixel grid, the sample type and all bands of the source. Outside the mask, and "
            "wherever the model changes nothing, it is the source, bit for bit. It is marked as simulated in its name, "
            "its metadata and its file. The outlines of what changed lie beside it (FOOTPRINT, GeoJSON).\n\n"
            "The work is done by your fleet of Foreshock workers. If the broker is away for a while, the algorithm "
            "waits. If the time limit ends, the request stays: “Collect results” takes it up by its JOB_ID.\n\n"
            "Without windows, name the broker by URL, or with its password in the environment variable {variable}. "
            "Credentials (AUTHCFG) need the master password there, in a file that QGIS_AUTH_PASSWORD_FILE names."
        ).format(variable=shared.URL_VARIABLE)

    def initAlgorithm(self, _configuration: Optional[Dict[str, Any]] = None) -> None:
        self.add_request_parameters()
        self.addParameter(shared.timeout(tr("Time limit in seconds (0: a day)"), 3600))
        for each in shared.broker():
            self.addParameter(each)
        self.addParameter(QgsProcessingParameterRasterDestination(shared.OUTPUT, tr("Simulated scene")))
        self.addOutput(QgsProcessingOutputString("JOB_ID", tr("Request")))
        self.addOutput(QgsProcessingOutputNumber("TILES", tr("Tiles")))
        self.addOutput(QgsProcessingOutputNumber("CACHE_HITS", tr("Tiles that the fleet had computed before")))
        self.addOutput(QgsProcessingOutputNumber("CHANGED_FRACTION", tr("Changed share of the tiles, 0 to 1")))
        self.addOutput(QgsProcessingOutputVectorLayer("FOOTPRINT", tr("Outlines of what changed, beside the result")))
        self.addOutput(QgsProcessingOutputNumber("CHANGED_AREA", tr("Area of what changed, m²")))
        self.addOutput(QgsProcessingOutputNumber("SECONDS", tr("Seconds until the result was written")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        super().check(parameters, context)
        # As it stands: asking Processing for the file would already book it for loading.
        output = parameters.get(shared.OUTPUT)
        if isinstance(output, QgsProcessingOutputLayerDefinition):
            output = output.sink.staticValue()
        named = isinstance(output, str) and output not in ("", QgsProcessing.TEMPORARY_OUTPUT)
        if named and not output.lower().endswith((".tif", ".tiff")):
            raise ForeshockError(
                tr("The result is a GeoTIFF; “{path}” does not end in .tif.").format(path=output),
                tr("Choose a name that does."),
            )

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        output = self.parameterAsOutputLayer(parameters, shared.OUTPUT, context)
        timeout = self.parameterAsInt(parameters, shared.TIMEOUT, context) or None
        with Runner(ClientFolder.take(client_root()), self._settings, feedback, timeout) as runner:
            capabilities = runner.capabilities()
            request = self.request(context, capabilities, output)
            announce(feedback, request, capabilities)
            try:
                runner.send(request)
                (ended,) = runner.finish()
            except Cancelled:
                runner.call_off()
                return {"JOB_ID": str(request.job_id)}
            except ForeshockError as error:
                raise uncollected(error, runner.open_requests()) from None
        if ended.error is not None:
            kept = [request] if isinstance(ended.error, NotComposed) else []
            raise QgsProcessingException(str(uncollected(ended.error, kept)))
        mark_when_loaded(context, request, output)
        return {shared.OUTPUT: output, **outputs(ended)}


def announce(feedback: QgsProcessingFeedback, request: SimulationRequest, capabilities: Capabilities) -> None:
    """Says what goes out."""
    text = tr("Request {job}: “{instruction}” by {model}, {tiles} tile(s)").format(
        job=request.job_id,
        instruction=request.instruction,
        model=request.params.model,
        tiles=len(request.plan()),
    )
    feedback.pushInfo(text)
    warning = asking.warning(request, capabilities)
    if warning:
        feedback.pushWarning(warning)


def uncollected(error: ForeshockError, requests: List[SimulationRequest]) -> ForeshockError:
    """The error that ended the waiting, and how to get the results all the same."""
    if not requests:
        return error
    ids = ",".join(str(request.job_id) for request in requests)
    hint = tr("Nothing is lost: “Collect results” takes it up (JOB_IDS {ids}).").format(ids=ids)
    return ForeshockError(f"{error.message} {error.hint}".strip(), hint)


def outputs(ended: Ended) -> Dict[str, Any]:
    return {
        "JOB_ID": str(ended.request.job_id),
        "TILES": ended.tiles,
        "CACHE_HITS": ended.cache_hits,
        "CHANGED_FRACTION": ended.changed_fraction,
        "FOOTPRINT": ended.assembled.footprint if ended.assembled else None,
        "CHANGED_AREA": ended.assembled.area_m2 if ended.assembled else 0.0,
        "SECONDS": round(ended.seconds, 3),
    }
