"""Sends the tiles of a request in the background of QGIS; ends when the broker has confirmed them all."""

from __future__ import annotations

import logging
from typing import Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ..compat import TASK_FLAGS
from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.request import SimulationRequest
from ..transport.client import Client
from .sending import TileSender

logger = logging.getLogger(__name__)


class SubmitTask(QgsTask):
    """Publishes the tiles that have no outcome yet."""

    sent = pyqtSignal(int)  # tiles confirmed so far
    ended = pyqtSignal(bool, object)  # whether all went out; ForeshockError or None

    def __init__(self, request: SimulationRequest, journal: Journal, client: Client) -> None:
        super().__init__(_tr("Simulate: sending {layer}").format(layer=request.layer_name), TASK_FLAGS)
        self._tiles = len(request.plan())
        self._sender = TileSender(request, journal, client, self._on_sent, self.isCanceled)
        self._error: Optional[ForeshockError] = None

    def run(self) -> bool:
        """On a worker thread. An exception that leaves it would end QGIS, so none does."""
        try:
            return self._sender.run()
        except ForeshockError as error:
            self._error = error
        except Exception as error:
            logger.exception("sending tiles failed")
            self._error = ForeshockError(_tr("The tiles cannot be sent: {reason}.").format(reason=error))
        return False

    def _on_sent(self, tiles: int) -> None:
        self.sent.emit(tiles)
        self.setProgress(100.0 * tiles / self._tiles)

    def finished(self, ok: bool) -> None:
        """On the main thread."""
        self.ended.emit(ok, self._error)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockSubmit", text)
