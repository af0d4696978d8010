"""How far a request is, from outcomes and events."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, Optional, Set, Tuple

from . import words
from .messages import Event

#: Worked tiles (or parts of one) before a pace is believed.
_ENOUGH = 0.3


@dataclass
class Progress:
    """Counts tiles; a running tile counts by its denoising steps. Times are seconds of one monotonic clock."""

    tiles: int
    sent: int = 0
    #: Tiles that need nothing more, however they came about.
    done: Set[int] = field(default_factory=set)
    #: How many of those the fleet had to work for while we listened: only they tell its pace.
    worked: int = 0
    cached: int = 0
    running: Dict[int, float] = field(default_factory=dict)
    #: When the first tile was heard of; before that the request only waited its turn.
    began: Optional[float] = None
    #: What hinders for the moment, in words; empty while all is well.
    trouble: str = ""

    def note(self, event: Event, now: float) -> None:
        """A tile goes on."""
        index = event.tile.index
        if index in self.done or index >= self.tiles:
            return
        self._begin(now)
        share = event.step / event.of if event.step and event.of else 0.0
        # A tile that was handed to another worker begins again; what is shown never goes back.
        self.running[index] = max(self.running.get(index, 0.0), min(share, 1.0))

    def finish(self, index: int, now: float, *, cached: bool = False) -> None:
        """A tile's outcome is here."""
        if index not in self.done:
            self._begin(now)
            self.done.add(index)
            self.cached += cached
            self.worked += not cached
        self.running.pop(index, None)

    def have(self, index: int) -> None:
        """A tile needs no work: it was here already, or nothing can change there."""
        self.done.add(index)

    def complete(self) -> bool:
        return len(self.done) >= self.tiles

    def fraction(self) -> float:
        """0 to 1."""
        return min((len(self.done) + sum(self.running.values())) / max(self.tiles, 1), 1.0)

    def seconds_per_tile(self, now: float) -> Optional[float]:
        """The fleet's pace so far; nothing until enough is done."""
        worked = self.worked + sum(self.running.values())
        return None if self.began is None or worked < _ENOUGH else (now - self.began) / worked

    def seconds_left(self, now: float) -> Optional[float]:
        """By the pace so far."""
        pace = self.seconds_per_tile(now)
        return None if pace is None else pace * (self.tiles - len(self.done) - sum(self.running.values()))

    def text(self, now: float) -> str:
        """A line for a person."""
        if self.trouble:
            return _tr("{count}. {trouble}").format(count=self._count(), trouble=self.trouble)
        if not self.done and not self.running:
            if self.sent < self.tiles:
                return _tr("sending tile {tile} of {tiles}").format(tile=self.sent + 1, tiles=self.tiles)
            if self.tiles == 1:
                return _tr("waiting for a worker")
            return _tr("waiting for a worker ({tiles} tiles queued)").format(tiles=self.tiles)
        left = self.seconds_left(now)
        if left is None or self.complete():
            return self._count()
        return _tr("{count}, about {time} left").format(count=self._count(), time=duration(left))

    def standing(self, now: float) -> Tuple[object, ...]:
        """What must change before :meth:`text` is worth another line of a log: all of it but the numbers of the
        estimate and of what is being sent."""
        estimated = self.seconds_left(now) is not None
        return self.sent < self.tiles, bool(self.running), len(self.done), self.trouble, estimated

    def _count(self) -> str:
        return _tr("{done} of {tiles} tiles done").format(done=len(self.done), tiles=self.tiles)

    def _begin(self, now: float) -> None:
        if self.began is None:
            self.began = now


def duration(seconds: float) -> str:
    """A length of time for a person."""
    if seconds < 90:
        return _tr("{seconds} s").format(seconds=max(round(seconds), 1))
    if seconds < 5400:
        return _tr("{minutes} min").format(minutes=round(seconds / 60))
    return _tr("{hours} h").format(hours=f"{seconds / 3600:.1f}")


def _tr(text: str) -> str:
    return words.translate("ForeshockProgress", text)
