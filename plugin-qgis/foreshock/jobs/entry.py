"""A request as the list of jobs shows it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import datetime, timezone
from enum import Enum
from typing import Optional, Set
from uuid import UUID

from ..core import journal as states
from ..core.facts import Facts
from ..core.journal import Journal
from ..core.progress import Progress
from .history import Known

#: A worker that has a tile tells of each denoising step; after so many seconds without a word it is worth a look.
SILENT_SECONDS = 60.0


class JobState(Enum):
    """How a request stands."""

    SENDING = "sending"
    WAITING = "waiting"
    RUNNING = "running"
    #: All tiles are there; the result is written.
    COMPOSING = "composing"
    #: It cannot go on by itself: the connection ended, or the result could not be written.
    STOPPED = "stopped"
    #: Of an earlier session: its result waits, or it goes on, as soon as there is a connection.
    OPEN = "open"
    #: Another client of this profile has it: Processing, or another QGIS.
    ELSEWHERE = "elsewhere"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


LIVE = frozenset((JobState.SENDING, JobState.WAITING, JobState.RUNNING, JobState.COMPOSING))
ENDED = frozenset((JobState.DONE, JobState.FAILED, JobState.CANCELLED))
#: Neither ended nor under way.
RESTING = frozenset((JobState.STOPPED, JobState.OPEN))

_OF_JOURNAL = {
    states.OPEN: JobState.OPEN,
    states.DONE: JobState.DONE,
    states.FAILED: JobState.FAILED,
    states.CANCELLED: JobState.CANCELLED,
}


@dataclass
class Entry:
    """One request. Times of :attr:`heard` are seconds of the monotonic clock."""

    facts: Facts
    journal: Journal
    state: JobState
    #: Tiles.
    done: int = 0
    running: int = 0
    sent: int = 0
    #: Absent where it is not known any more.
    cached: Optional[int] = None
    #: Of all its work, 0 to 1; of the writing of its result, 0 to 1.
    fraction: float = 0.0
    composed: float = 0.0
    #: Estimate, seconds.
    left: Optional[float] = None
    #: What hinders it for the moment.
    trouble: str = ""
    #: Why it has no result.
    reason: str = ""
    ended: Optional[datetime] = None
    #: When the fleet last gave a sign of life for it.
    heard: Optional[float] = None
    workers: Set[str] = field(default_factory=set)
    #: Pieces of the change footprint, and their area, m².
    pieces: int = 0
    area_m2: float = 0.0

    @property
    def job_id(self) -> UUID:
        return self.facts.job_id

    @classmethod
    def of(cls, known: Known) -> Entry:
        """As the journal has it."""
        state, standing = _OF_JOURNAL.get(known.standing.state, JobState.FAILED), known.standing
        return cls(
            known.facts,
            known.journal,
            state,
            done=known.done,
            cached=standing.cached,
            reason="" if state is JobState.DONE else standing.detail,
            ended=standing.since if state in ENDED else None,
            pieces=standing.pieces,
            area_m2=standing.area_m2,
        )

    def follow(self, progress: Progress) -> None:
        """Takes over how far it is."""
        now = time.monotonic()
        self.done, self.running, self.sent = len(progress.done), len(progress.running), progress.sent
        self.cached, self.fraction = progress.cached, progress.fraction()
        self.left, self.trouble, self.reason = progress.seconds_left(now), progress.trouble, ""
        if progress.complete():
            self.state = JobState.COMPOSING
        elif progress.running or progress.worked or progress.cached:
            self.state = JobState.RUNNING
        else:
            self.state = JobState.SENDING if progress.sent < progress.tiles else JobState.WAITING

    def end(self, state: JobState, reason: str = "") -> None:
        """It is over, or does not go on for now."""
        self.state, self.reason, self.trouble, self.left, self.running = state, reason, "", None, 0
        self.ended = datetime.now(timezone.utc) if state in ENDED else None

    def elapsed(self) -> Optional[float]:
        """Seconds from *Run* to its end, or to now; nothing where nobody works on it."""
        if self.state in RESTING or self.state is JobState.ELSEWHERE:
            return None
        if self.state in ENDED and self.ended is None:
            return None  # older versions did not keep it
        return max(((self.ended or datetime.now(timezone.utc)) - self.facts.created).total_seconds(), 0.0)

    def quiet(self) -> Optional[float]:
        """Seconds since the fleet's last sign of life, while it is to be expected."""
        live = self.state in LIVE and self.state is not JobState.COMPOSING
        return time.monotonic() - self.heard if live and self.heard is not None else None

    def is_silent(self) -> bool:
        """Whether nothing was heard for long although a worker has tiles of it."""
        quiet = self.quiet()
        return self.running > 0 and quiet is not None and quiet > SILENT_SECONDS
