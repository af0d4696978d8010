"""Many scenarios on one raster: one for each polygon feature."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import chain
from typing import Any, Dict, List, Optional, Set
from uuid import UUID

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ..compat import number_field, text_field
from ..core.errors import ForeshockError
from ..imagery.footprint import Cancelled
from ..jobs.client_folder import ClientFolder, client_root
from ..jobs.runner import Ended, Runner
from . import areas
from . import parameters as shared
from .algorithm import ForeshockAlgorithm
from .areas import Areas, Asked
from .words import state_name, tr

INDEX, IN_FLIGHT = "INDEX", "IN_FLIGHT"
DONE, FAILED, WAITING, CANCELLED = "done", "failed", "waiting", "cancelled"


class SimulateBatch(ForeshockAlgorithm):
    """A request for each feature; results in a folder, and an index of them."""

    def __init__(self) -> None:
        super().__init__()
        self._areas: Optional[Areas] = None

    def name(self) -> str:
        return "simulatebatch"

    def displayName(self) -> str:
        return tr("Simulate damage in many areas")

    def shortDescription(self) -> str:
        return tr("Makes a damage scenario for each polygon of a layer")

    def shortHelpString(self) -> str:
        return tr(
            "Makes a damage scenario for each polygon of a layer, on the raster's own pixel grid. The polygon's "
            "outline is the mask: outside, the result is the source, bit for bit.\n\n"
            "What happens is what the feature's field says, else what the expression gives (for example "
            "'flood the ' || \"name\"), else the chosen scenario.\n\n"
            "Results are GeoTIFF files in the output folder. The index has a row for each feature: its id, the "
            "instruction, the request's id, the file, how it ended, and why. One area that fails stops no other. What "
            "the time limit cuts off is “waiting”; “Collect results” takes it up."
        )

    def initAlgorithm(self, _configuration: Optional[Dict[str, Any]] = None) -> None:
        self.addParameter(shared.raster())
        self.addParameter(shared.resolution())
        self.addParameter(shared.polygons(shared.AREAS, tr("Areas (each feature is a request)")))
        self.addParameter(areas.words_field())
        for each in shared.scenario(areas.words_expression()):
            self.addParameter(each)
        self.addParameter(
            shared.advanced(
                QgsProcessingParameterNumber(
                    IN_FLIGHT,
                    tr("Tiles under way at the same time"),
                    QgsProcessingParameterNumber.Type.Integer,
                    defaultValue=256,
                    minValue=1,
                )
            )
        )
        self.addParameter(shared.timeout(tr("Time limit in seconds (0: a day)"), 0))
        for each in shared.broker():
            self.addParameter(each)
        self.addParameter(QgsProcessingParameterFolderDestination(shared.OUTPUT_FOLDER, tr("Output folder")))
        self.addParameter(QgsProcessingParameterFeatureSink(INDEX, tr("Index of the simulations")))
        self.addOutput(QgsProcessingOutputString("JOB_IDS", tr("Requests")))
        self.addOutput(QgsProcessingOutputNumber("DONE", tr("Areas with a result")))
        self.addOutput(QgsProcessingOutputNumber("FAILED", tr("Areas without a result")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        shared.read_scene(self, parameters, context)
        own_words = areas.expression(self, parameters, context)
        if own_words is None and not self.parameterAsString(parameters, areas.INSTRUCTION_FIELD, context):
            shared.check_scenario(replace(shared.read_scenario(self, parameters, context), instruction=""))

    def prepare_here(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        scene = shared.read_scene(self, parameters, context)
        # Here the parameter holds an expression, not the words.
        wanted = replace(shared.read_scenario(self, parameters, context), instruction="")
        own_words = areas.expression(self, parameters, context)
        self._areas = Areas(self, parameters, context, scene, wanted, own_words)

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        folder = self.parameterAsString(parameters, shared.OUTPUT_FOLDER, context)
        os.makedirs(folder, exist_ok=True)
        in_flight = self.parameterAsInt(parameters, IN_FLIGHT, context)
        timeout = self.parameterAsInt(parameters, shared.TIMEOUT, context) or None
        source = self._areas.source
        sink, index_path = self.parameterAsSink(
            parameters, INDEX, context, _fields(), QgsWkbTypes.Type.MultiPolygon, source.sourceCrs()
        )
        index = _Index(sink, feedback)
        with Runner(ClientFolder.take(client_root()), self._settings, feedback, timeout) as runner:
            capabilities = runner.capabilities()
            runner.expect(self._areas.count())
            everything = self._areas.requests(capabilities, folder)
            held: List[Asked] = []
            try:
                for asked in everything:
                    if asked.request is None:
                        index.add(asked, FAILED, asked.problem)
                        continue
                    held = [asked]
                    # It goes out when there is room for it: the replies of a client are bounded.
                    while runner.open_tiles() and runner.open_tiles() + len(asked.request.plan()) > in_flight:
                        runner.breathe()
                        index.add_ended(runner.settle())
                    index.begin(asked)
                    held = []
                    runner.send(asked.request)
                    index.add_ended(runner.settle())
                index.add_ended(runner.finish())
            except Cancelled:
                runner.call_off()
                index.add_ended(runner.ended(), CANCELLED)
            except ForeshockError as error:
                feedback.reportError(str(error))
                index.add_ended(runner.ended())
                index.add_open({each.job_id for each in runner.open_requests()}, error)
                for asked in chain(held, everything):
                    index.add(replace(asked, request=None), FAILED, asked.problem or error)
        del sink
        return {
            shared.OUTPUT_FOLDER: folder,
            INDEX: index_path,
            "JOB_IDS": ",".join(index.job_ids),
            "DONE": index.counts[DONE],
            "FAILED": sum(index.counts.values()) - index.counts[DONE],
        }


class _Index:
    """The rows of the index; a feature has its row as soon as it has ended."""

    def __init__(self, sink: QgsFeatureSink, feedback: QgsProcessingFeedback) -> None:
        self._sink = sink
        self._feedback = feedback
        self._open: Dict[UUID, Asked] = {}
        self.job_ids: List[str] = []
        self.counts = dict.fromkeys((DONE, FAILED, WAITING, CANCELLED), 0)

    def begin(self, asked: Asked) -> None:
        self._open[asked.request.job_id] = asked
        self.job_ids.append(str(asked.request.job_id))

    def add_ended(self, ended: List[Ended], otherwise: str = FAILED) -> None:
        for each in ended:
            asked = self._open.pop(each.request.job_id)
            self.add(asked, DONE if each.error is None else otherwise, each.error)

    def add_open(self, waiting: Set[UUID], error: ForeshockError) -> None:
        """What was under way when the waiting ended; what stays in the journal is waiting."""
        for job_id, asked in self._open.items():
            self.add(asked, WAITING if job_id in waiting else FAILED, error)
        self._open.clear()

    def add(self, asked: Asked, status: str, problem: Optional[ForeshockError]) -> None:
        self.counts[status] += 1
        request = asked.request
        row = QgsFeature(_fields())
        geometry = asked.feature.geometry()
        geometry.convertToMultiType()
        row.setGeometry(geometry)
        row.setAttributes(
            [
                asked.feature.id(),
                asked.instruction,
                "" if request is None else str(request.job_id),
                request.output if request is not None and status == DONE else "",
                status,
                "" if problem is None else str(problem),
            ]
        )
        self._sink.addFeature(row, QgsFeatureSink.Flag.FastInsert)
        if problem is not None:
            self._feedback.pushWarning(
                tr("Area {id}: {status}. {reason}").format(
                    id=asked.feature.id(), status=state_name(status), reason=problem
                )
            )


def _fields() -> QgsFields:
    fields = QgsFields()
    fields.append(number_field("feature"))
    for name in ("instruction", "job_id", "output", "status", "message"):
        fields.append(text_field(name))
    return fields
