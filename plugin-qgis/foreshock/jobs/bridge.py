"""From the AMQP thread to the main thread: what must be on disk is written here, the rest travels as queued signals."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..transport.client import Listener, State
from .recording import read_event, record


class Bridge(QObject, Listener):
    """Listens on the AMQP thread, emits to the main thread."""

    state_changed = pyqtSignal(object, object)  # State, ForeshockError or None
    outcome_kept = pyqtSignal(object)  # Outcome, without its image
    event_received = pyqtSignal(object)  # Event
    answered = pyqtSignal(object)  # the finished Future of a question

    def __init__(self, journal: Journal, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._journal = journal

    def on_state(self, state: State, error: Optional[ForeshockError]) -> None:
        self.state_changed.emit(state, error)

    def on_outcome(self, body: bytes) -> None:
        outcome = record(self._journal, body)
        if outcome is not None:
            self.outcome_kept.emit(outcome)

    def on_event(self, body: bytes) -> None:
        event = read_event(body)
        if event is not None:
            self.event_received.emit(event)

    def on_answer(self, future: Future) -> None:
        """Done-callback of a question's future."""
        self.answered.emit(future)
