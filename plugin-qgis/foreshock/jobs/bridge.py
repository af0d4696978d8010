"""From the AMQP thread to the main thread: what must be on disk is written here, the rest travels as queued signals."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.messages import Outcome
from ..core.request import SimulationRequest
from ..imagery.preview import decode_preview
from ..transport.client import Listener, State
from .recording import read_event, record

logger = logging.getLogger(__name__)


class Bridge(QObject, Listener):
    """Listens on the AMQP thread, emits to the main thread."""

    state_changed = pyqtSignal(object, object)  # State, ForeshockError or None
    caught_up = pyqtSignal()
    outcome_kept = pyqtSignal(object)  # Outcome, without its image
    preview_ready = pyqtSignal(object, int, object)  # job id, tile index, px [h, w, 4] to show at once
    event_received = pyqtSignal(object)  # Event
    answered = pyqtSignal(object)  # the finished Future of a question

    def __init__(self, journal: Journal, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._journal = journal
        #: The request of the last tile: its neighbours come next.
        self._request: Optional[SimulationRequest] = None

    def on_state(self, state: State, error: Optional[ForeshockError]) -> None:
        self.state_changed.emit(state, error)

    def on_caught_up(self) -> None:
        self.caught_up.emit()

    def on_outcome(self, body: bytes) -> None:
        outcome = record(self._journal, body)
        if outcome is None:
            return
        if outcome.done is not None:
            self._preview(outcome, outcome.done.geotiff)
        self.outcome_kept.emit(outcome.without_image())

    def _preview(self, outcome: Outcome, geotiff: bytes) -> None:
        """A tile as the canvas may show it; decoded here, because the main thread has other things to do."""
        try:
            if self._request is None or self._request.job_id != outcome.job_id:
                self._request = self._journal.request(outcome.job_id)
            request = self._request
            if request is None or outcome.tile is None or outcome.tile.index >= len(request.plan()):
                return
            pixels = decode_preview(request, outcome.tile.index, geotiff)
        except Exception as error:  # noqa: BLE001 - an outcome that is kept must not cost the connection
            # Composing the result meets the same error and tells the user.
            logger.warning("a tile cannot be shown: %s", error)
            return
        self.preview_ready.emit(outcome.job_id, outcome.tile.index, pixels)

    def on_event(self, body: bytes) -> None:
        event = read_event(body)
        if event is not None:
            self.event_received.emit(event)

    def on_answer(self, future: Future) -> None:
        """Done-callback of a question's future."""
        self.answered.emit(future)
