"""The requests that a QGIS profile knows, read from the journals of all its clients. Any thread may call; nothing is
written, so another QGIS that works in the same profile is not disturbed."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Optional
from uuid import UUID

from ..core.errors import ForeshockError
from ..core.facts import Facts
from ..core.journal import OPEN, Journal, Standing
from .client_folder import known_folders

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Known:
    """A request of some client of the profile."""

    facts: Facts
    standing: Standing
    journal: Journal
    #: Tiles that have an outcome, or need none, while it is open; all of them afterwards.
    done: int


def read_history(root: Path, seen: Optional[set] = None) -> Iterator[Known]:
    """All requests of the clients under ``root``, the newest first; those whose ids are in ``seen`` are left out."""
    places = [Journal(place / "requests", ours=False) for place in known_folders(root)]
    every = sorted(((job_id, journal) for journal in places for job_id in journal.job_ids()), key=_newest_first)
    for job_id, journal in every:
        if seen is None or job_id not in seen:
            known = _read(job_id, journal)
            if known is not None:
                yield known


def in_batches(known: Iterator[Known], size: int) -> Iterator[List[Known]]:
    """The same, so many at a time."""
    batch: List[Known] = []
    for each in known:
        batch.append(each)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _newest_first(entry: tuple) -> int:
    return -entry[0].int


def _read(job_id: UUID, journal: Journal) -> Optional[Known]:
    try:
        standing, request = journal.standing(job_id), journal.request(job_id)
        if standing is None or request is None:
            return None  # it is being added, or removed
        facts = Facts.of(request)
        done = len(journal.recorded(job_id)) if standing.state == OPEN else facts.tiles
        return Known(facts, standing, journal, done)
    except ForeshockError as error:
        # One that cannot be read must not hide the others.
        logger.warning("request %s is not shown: %s", job_id, error)
        return None
