"""Composes a result in the background of QGIS."""

from __future__ import annotations

import logging
from typing import Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ..compat import TASK_FLAGS
from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.request import SimulationRequest
from ..imagery.footprint import Cancelled
from .assembling import Assembled, NotComposed, assemble

logger = logging.getLogger(__name__)


class AssembleTask(QgsTask):
    """Writes ``request.output`` and its change footprint."""

    ended = pyqtSignal(object, object)  # Assembled or None, ForeshockError or None

    def __init__(self, request: SimulationRequest, journal: Journal) -> None:
        super().__init__(_tr("Simulate: composing {layer}").format(layer=request.layer_name), TASK_FLAGS)
        self._request = request
        self._journal = journal
        self._assembled: Optional[Assembled] = None
        self._error: Optional[ForeshockError] = None

    def run(self) -> bool:
        """On a worker thread. An exception that leaves it would end QGIS, so none does."""
        try:
            self._assembled = assemble(self._request, self._journal, self._go_on)
        except Cancelled:
            return False
        except ForeshockError as error:
            self._error = error
        except Exception as error:
            logger.exception("composing the result failed")
            self._error = NotComposed(_tr("The result cannot be composed: {reason}.").format(reason=error))
        return self._error is None

    def _go_on(self, share: float) -> bool:
        self.setProgress(100.0 * share)
        return not self.isCanceled()

    def finished(self, _ok: bool) -> None:
        """On the main thread."""
        self.ended.emit(self._assembled, self._error)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAssemble", text)
