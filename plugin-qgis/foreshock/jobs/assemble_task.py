"""Composes the result of a request whose tiles are all in the journal."""

from __future__ import annotations

import logging
from typing import Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..core import provenance
from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.request import SimulationRequest
from ..imagery.writer import Cancelled, write_result
from ..version import VERSION

logger = logging.getLogger(__name__)


class AssembleTask(QgsTask):
    """Writes ``request.output``."""

    ended = pyqtSignal(object)  # ForeshockError or None

    def __init__(self, request: SimulationRequest, journal: Journal) -> None:
        super().__init__(f"Simulate: composing {request.layer_name}", QgsTask.Flag.CanCancel)
        self._request = request
        self._journal = journal
        self._error: Optional[ForeshockError] = None

    def run(self) -> bool:
        """On a worker thread. An exception that leaves it would end QGIS, so none does."""
        job_id = self._request.job_id
        try:
            first = self._journal.first_done(job_id)
            if first is None:
                raise ForeshockError("No tile was edited.")
            write_result(
                self._request,
                self._journal.stretch(job_id),
                lambda index: self._journal.image(job_id, index),
                provenance.tags(self._request, first.provenance, VERSION),
                self._go_on,
            )
        except Cancelled:
            return False
        except ForeshockError as error:
            self._error = error
        except OSError as error:
            message = f"The result cannot be written: {error.strerror} ({error.filename})."
            self._error = ForeshockError(message, "Choose another output folder, or free some space.")
        except Exception as error:
            logger.exception("composing the result failed")
            self._error = ForeshockError(f"The result cannot be composed: {error}.")
        return self._error is None

    def _go_on(self, share: float) -> bool:
        self.setProgress(100.0 * share)
        return not self.isCanceled()

    def finished(self, _ok: bool) -> None:
        """On the main thread."""
        self.ended.emit(self._error)
