"""The folder of one client: its name on the wire and its journal.

Two clients never share a reply queue, so two running QGIS never share a folder: each holds a lock. A folder that is
free is taken again, and with it the answers that wait for it at the broker.
"""

from __future__ import annotations

from pathlib import Path
from typing import Optional
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
            known = sorted(place for place in root.iterdir() if place.is_dir() and _is_uuid(place.name))
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


def _is_uuid(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False
