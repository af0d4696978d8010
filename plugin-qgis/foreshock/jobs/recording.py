"""What every listener does with what arrives: an outcome goes to disk before anybody hears of it."""

from __future__ import annotations

import logging
import queue
from dataclasses import replace
from typing import Optional

from ..core import words
from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.messages import Event, Outcome
from ..transport.client import Listener, State

logger = logging.getLogger(__name__)


def record(journal: Journal, body: bytes) -> Optional[Outcome]:
    """Keeps an outcome; gives it if somebody should hear of it: it is the first of its tile, or belongs to no tile.
    Raises when the disk refuses, so that it is not acknowledged and comes again."""
    try:
        outcome = Outcome.parse(body)
    except ForeshockError as error:
        # It would come back for ever; the request's deadline speaks for it.
        logger.warning("an outcome cannot be read: %s", error)
        return None
    try:
        fresh = journal.record(outcome)
    except OSError as error:
        message = _tr("A result cannot be kept on disk: {reason}.").format(reason=error.strerror)
        raise ForeshockError(message, _tr("Free some space; it comes again.")) from None
    return outcome if fresh or outcome.tile is None else None


def read_event(body: bytes) -> Optional[Event]:
    """An event, unless it cannot be read: events may be lost."""
    try:
        return Event.parse(body)
    except ForeshockError as error:
        logger.warning("an event cannot be read: %s", error)
        return None


class Inbox(Listener):
    """Hears on the client's thread, for a thread that looks when it wants to: states with their errors, outcomes
    without their images (which lie on the disk by then), events."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.arrived: queue.SimpleQueue = queue.SimpleQueue()

    def on_state(self, state: State, error: Optional[ForeshockError]) -> None:
        self.arrived.put((state, error))

    def on_outcome(self, body: bytes) -> None:
        outcome = record(self._journal, body)
        if outcome is not None:
            # Its image lies on the disk; many of them must not lie here.
            done = outcome.done and replace(outcome.done, geotiff=b"")
            self.arrived.put(replace(outcome, done=done))

    def on_event(self, body: bytes) -> None:
        event = read_event(body)
        if event is not None:
            self.arrived.put(event)


def _tr(text: str) -> str:
    return words.translate("ForeshockRecording", text)
