"""Hands requests to the broker, and leaves."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..core.errors import ForeshockError
from ..core.messages import Capabilities
from ..imagery.footprint import Cancelled
from ..jobs.client_folder import ClientFolder, client_root
from ..jobs.runner import Runner
from . import areas
from . import parameters as shared
from .areas import Areas, Asked
from .simulate import OneScene, announce, uncollected
from .words import tr


class Submit(OneScene):
    """Ends when the broker has confirmed all tiles."""

    def __init__(self) -> None:
        super().__init__()
        self._areas: Optional[Areas] = None

    def name(self) -> str:
        return "submit"

    def displayName(self) -> str:
        return tr("Submit simulations")

    def shortDescription(self) -> str:
        return tr("Hands damage scenarios to the fleet without waiting for the results")

    def shortHelpString(self) -> str:
        return tr(
            "Hands a damage scenario to the fleet, and ends as soon as the broker has all tiles. With areas, each of "
            "their features is a request of its own, with its outline as the mask.\n\n"
            "The requests stay in the journal of this QGIS profile. “Collect results” fetches the results, in this "
            "QGIS or another program with the same profile, within a day. Results go to the output folder given here, "
            "unless “Collect results” is given another one."
        )

    def initAlgorithm(self, _configuration: Optional[Dict[str, Any]] = None) -> None:
        self.add_request_parameters()
        self.addParameter(shared.polygons(shared.AREAS, tr("Areas (each feature is a request)"), optional=True))
        self.addParameter(areas.words_field())
        self.addParameter(
            QgsProcessingParameterFile(
                shared.OUTPUT_FOLDER,
                tr("Output folder (if not set: QGIS profile)"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            )
        )
        self.addParameter(shared.timeout(tr("Time limit in seconds (0: none)"), 600))
        for each in shared.broker():
            self.addParameter(each)
        self.addOutput(QgsProcessingOutputString(shared.JOB_IDS, tr("Requests, for “Collect results”")))
        self.addOutput(QgsProcessingOutputNumber("TILES", tr("Tiles")))
        self.addOutput(QgsProcessingOutputNumber("FAILED", tr("Areas that became no request")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        if not self.parameterAsString(parameters, areas.INSTRUCTION_FIELD, context):
            super().check(parameters, context)

    def prepare_here(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        super().prepare_here(parameters, context)
        if not shared.is_empty(parameters.get(shared.AREAS)):
            self._areas = Areas(self, parameters, context, self._scene, self._wanted)

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        folder = self.parameterAsString(parameters, shared.OUTPUT_FOLDER, context) or _own_folder()
        timeout = self.parameterAsInt(parameters, shared.TIMEOUT, context) or None
        sent: List[str] = []
        tiles = failed = 0
        problem: Optional[ForeshockError] = None
        with Runner(ClientFolder.take(client_root()), self._settings, feedback, timeout) as runner:
            capabilities = runner.capabilities()
            try:
                for asked in self._asked(context, capabilities, folder):
                    problem = asked.problem
                    if asked.request is not None:
                        announce(feedback, asked.request, capabilities)
                        runner.send(asked.request)
                        problem = next((each.error for each in runner.ended()), None)
                    if problem is not None:
                        failed += 1
                        feedback.reportError(str(problem))
                    else:
                        sent.append(str(asked.request.job_id))
                        tiles += len(asked.request.plan())
            except Cancelled:
                runner.call_off()
                return {}
            except ForeshockError as error:
                raise uncollected(error, runner.open_requests()) from None
        if not sent:
            raise QgsProcessingException(str(problem or tr("There is no area.")))
        return {shared.JOB_IDS: ",".join(sent), "TILES": tiles, "FAILED": failed}

    def _asked(self, context: QgsProcessingContext, capabilities: Capabilities, folder: str) -> Iterator[Asked]:
        if self._areas is not None:
            yield from self._areas.requests(capabilities, folder, _now())
        else:
            request = self.request(context, capabilities, str(Path(folder) / self._scene.file_name(_now())))
            yield Asked(None, request.instruction, request)


def _now() -> str:
    """Part of a file name: results of different days lie in one folder."""
    return datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%S%fZ")


def _own_folder() -> str:
    return str(client_root().parent / "simulations")
