"""How far a request is, from outcomes and events."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, Optional, Set

from .messages import Event


@dataclass
class Progress:
    """Counts tiles; a running tile counts by its denoising steps."""

    tiles: int
    started: float
    sent: int = 0
    done: Set[int] = field(default_factory=set)
    cached: int = 0
    running: Dict[int, float] = field(default_factory=dict)

    def note(self, event: Event) -> None:
        index = event.tile.index
        if index in self.done or index >= self.tiles:
            return
        share = event.step / event.of if event.step and event.of else 0.0
        # A tile that was handed to another worker begins again; what is shown never goes back.
        self.running[index] = max(self.running.get(index, 0.0), min(share, 1.0))

    def finish(self, index: int, cached: bool = False) -> None:
        if index not in self.done:
            self.done.add(index)
            self.cached += cached
        self.running.pop(index, None)

    def complete(self) -> bool:
        return len(self.done) >= self.tiles

    def fraction(self) -> float:
        """0 to 1."""
        return min((len(self.done) + sum(self.running.values())) / max(self.tiles, 1), 1.0)

    def seconds_left(self, now: float) -> Optional[float]:
        """By the pace so far; nothing until a twentieth is done."""
        fraction = self.fraction()
        if fraction < 0.05:
            return None
        return (now - self.started) * (1.0 - fraction) / fraction

    def text(self, now: float) -> str:
        """A line for a person."""
        if self.sent < self.tiles and not self.done and not self.running:
            return f"sending tile {self.sent} of {self.tiles}"
        if not self.done and not self.running:
            return f"waiting for a worker ({self.tiles} tiles queued)" if self.tiles > 1 else "waiting for a worker"
        left = self.seconds_left(now)
        eta = "" if left is None else f", about {_duration(left)} left"
        return f"{len(self.done)} of {self.tiles} tiles done{eta}"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
