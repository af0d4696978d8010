"""The folder of one client: its name on the wire and its journal.

Two clients never share a reply queue, so two running QGIS never share a folder: each holds a lock. A folder that is
free is taken again, and with it the answers that wait for it at the broker.
"""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional
from uuid import UUID, uuid4

from qgis.PyQt.QtCore import QLockFile

from ..core.errors import ForeshockError
from ..core.journal import Journal


class ClientFolder:
    """A locked folder. Keep it as long as the client lives."""

    def __init__(self, place: Path, lock: QLockFile) -> None:
        self._lock: Optional[QLockFile] = lock
        self.client_id = place.name
        self.journal = Journal(place / "requests")

    @classmethod
    def take(cls, root: Path) -> ClientFolder:
        """Takes the first free folder under ``root``, or a new one."""
        try:
            root.mkdir(parents=True, exist_ok=True)
            # Those first where results may wait.
            known = sorted(_folders(root), key=lambda place: (not waiting_in(place), place.name))
            for place in [*known, root / str(uuid4())]:
                place.mkdir(exist_ok=True)
                lock = QLockFile(str(place / "lock"))
                # Held for as long as QGIS runs; only a lock whose process is gone is stale.
                lock.setStaleLockTime(0)
                if lock.tryLock(0):
                    return cls(place, lock)
        except OSError as error:
            message = f"The journal folder {root} cannot be written: {error.strerror}."
            raise ForeshockError(message, "Check its permissions.") from None
        raise ForeshockError(f"No journal folder under {root} can be locked.", "Check its permissions.")

    def release(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def waiting(root: Path) -> int:
    """How many requests of earlier sessions have no result yet. Locks nothing, connects nothing."""
    try:
        return sum(waiting_in(place) for place in _folders(root) if not _is_held(place))
    except OSError:
        return 0


def waiting_in(place: Path) -> int:
    """How many requests of one client folder have no result yet."""
    requests = place / "requests"
    return sum(1 for _ in Journal(requests).open_requests()) if requests.is_dir() else 0


def _folders(root: Path) -> List[Path]:
    return [place for place in root.iterdir() if place.is_dir() and _is_uuid(place.name)] if root.is_dir() else []


def _is_held(place: Path) -> bool:
    """Whether another QGIS has it."""
    lock = QLockFile(str(place / "lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return True
    lock.unlock()
    return False


def _is_uuid(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False
