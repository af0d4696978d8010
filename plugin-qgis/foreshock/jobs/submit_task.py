"""Reads, encodes and publishes the tiles of a request; ends when the broker has confirmed them all.

It never waits for results: a task that runs for hours would keep QGIS from quitting.
"""

from __future__ import annotations

import logging
from collections import deque
from concurrent.futures import TimeoutError as FutureTimeout
from typing import Deque, Optional, Tuple

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..core import png
from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.request import SimulationRequest
from ..imagery.raster import RasterReader
from ..transport.amqp import AmqpClient

logger = logging.getLogger(__name__)

#: Tiles that may wait for their confirm while the next is read.
_IN_FLIGHT = 4
#: How soon a cancel is noticed, seconds.
_POLL = 0.1


class SubmitTask(QgsTask):
    """Publishes the tiles that have no outcome yet."""

    sent = pyqtSignal(int)  # tiles confirmed so far
    ended = pyqtSignal(object)  # ForeshockError or None

    def __init__(self, request: SimulationRequest, journal: Journal, client: AmqpClient) -> None:
        super().__init__(f"Simulate: sending {request.layer_name}", QgsTask.Flag.CanCancel)
        self._request = request
        self._journal = journal
        self._client = client
        self._error: Optional[ForeshockError] = None
        self._waiting: Deque[Tuple[int, object]] = deque()
        self._confirmed = 0

    def run(self) -> bool:
        """On a worker thread. An exception that leaves it would end QGIS, so none does."""
        try:
            self._publish_all()
        except ForeshockError as error:
            self._error = error
        except Exception as error:
            logger.exception("sending tiles failed")
            self._error = ForeshockError(f"The tiles cannot be sent: {error}.")
        return self._error is None and not self.isCanceled()

    def _publish_all(self) -> None:
        request, plan = self._request, self._request.plan()
        recorded = self._journal.recorded(request.job_id)
        self._confirmed = len(recorded)
        with RasterReader(request.source) as reader:
            stretch = reader.stretch(request.window)
            self._journal.set_stretch(request.job_id, stretch)
            for tile in plan.tiles():
                if tile.id.index in recorded:
                    continue
                pixels = reader.tile(plan, tile.col, tile.row, stretch)
                job = request.job(tile, png.encode(pixels), stretch)
                self._waiting.append((tile.id.index, self._client.publish(job)))
                if not self._settle(_IN_FLIGHT):
                    return
        self._settle(0)

    def _settle(self, allowed: int) -> bool:
        """Waits until at most ``allowed`` tiles are unconfirmed; says whether to go on."""
        while len(self._waiting) > allowed:
            if self.isCanceled():
                return False
            try:
                self._waiting[0][1].result(_POLL)  # type: ignore[attr-defined]
            except FutureTimeout:
                continue
            self._waiting.popleft()
            self._confirmed += 1
            self.sent.emit(self._confirmed)
            self.setProgress(100.0 * self._confirmed / len(self._request.plan()))
        return not self.isCanceled()

    def finished(self, _ok: bool) -> None:
        """On the main thread."""
        self.ended.emit(self._error)
