"""Calls requests off."""

from __future__ import annotations

from typing import Any, Dict, List, Optional
from uuid import UUID

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from ..core import journal as states
from ..core.errors import ForeshockError
from ..jobs.client_folder import ClientFolder, UnknownRequest, client_root
from ..jobs.runner import Runner
from . import job_ids as ids
from . import parameters as shared
from .algorithm import ForeshockAlgorithm
from .words import state_name, tr


class Cancel(ForeshockAlgorithm):
    """Tells the fleet, and closes the requests in the journal."""

    def name(self) -> str:
        return "cancel"

    def displayName(self) -> str:
        return tr("Cancel simulations")

    def shortDescription(self) -> str:
        return tr("Calls off simulations that are under way")

    def shortHelpString(self) -> str:
        return tr(
            "Calls off simulations that were submitted before. Workers drop the tiles that wait, and stop those that "
            "they compute. Requests of a QGIS that is running end there as soon as the fleet has answered."
        )

    def initAlgorithm(self, _configuration: Optional[Dict[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterString(shared.JOB_IDS, tr("Requests, with commas between them")))
        self.addParameter(shared.timeout(tr("Time limit in seconds"), 60))
        for each in shared.broker():
            self.addParameter(each)
        self.addOutput(QgsProcessingOutputString("CANCELLED", tr("Requests that were called off")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        if not ids.parse(self.parameterAsString(parameters, shared.JOB_IDS, context)):
            raise ForeshockError(tr("No request is named."), tr("“Submit simulations” gives their ids."))

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        wanted = ids.parse(self.parameterAsString(parameters, shared.JOB_IDS, context))
        timeout = float(self.parameterAsInt(parameters, shared.TIMEOUT, context)) or None
        cancelled: List[UUID] = []
        with ids.Holders(client_root(), wanted) as holders:
            for problem in holders.missing.values():
                # The fleet knows it by our user; only its journal is out of reach.
                feedback.pushWarning(tr("{problem} The fleet is told all the same.").format(problem=problem.message))
            # Any client of this user may call off; one that is ours anyway keeps its answers in its own journal.
            own = holders.folders[0][0] if holders.folders else ClientFolder.take(client_root())
            with Runner(own, self._settings, feedback, timeout) as runner:
                runner.connect()
                if not runner.cancel(wanted):
                    raise ForeshockError(tr("The broker does not answer."), tr("Nothing was called off; try again."))
                for folder, job_ids in holders.folders:
                    cancelled += [job_id for job_id in job_ids if self._close(folder, job_id, feedback)]
        told = [job_id for job_id, why in holders.missing.items() if not isinstance(why, UnknownRequest)]
        return {"CANCELLED": ",".join(map(str, cancelled + told))}

    def _close(self, folder: ClientFolder, job_id: UUID, feedback: QgsProcessingFeedback) -> bool:
        """Closes a request in the journal, unless it is over."""
        state = folder.journal.state(job_id)
        if state != states.OPEN:
            feedback.pushInfo(tr("Request {job} is over: {state}.").format(job=job_id, state=state_name(state)))
            return False
        folder.journal.set_state(job_id, states.CANCELLED)
        return True
