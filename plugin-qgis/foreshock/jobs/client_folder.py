"""The folder of one client: its name on the wire and its journal.

Two clients never share a reply queue, so two running QGIS never share a folder: each holds a lock. A folder that is
free is taken again, and with it the answers that wait for it at the broker.
"""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional
from uuid import UUID, uuid4

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLockFile

from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.request import SimulationRequest


class UnknownRequest(ForeshockError):
    """No client of this profile has the request."""


class FolderInUse(ForeshockError):
    """A running client holds the folder."""


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
            known = known_folders(root)
            if len(known) > 1:
                # Those first where results may wait.
                known.sort(key=lambda place: not _has_open(place))
            for place in [*known, root / str(uuid4())]:
                place.mkdir(exist_ok=True)
                folder = cls._try(place)
                if folder is not None:
                    return folder
        except OSError as error:
            message = _tr("The journal folder {folder} cannot be written: {reason}.")
            message = message.format(folder=root, reason=error.strerror)
            raise ForeshockError(message, _tr("Check its permissions.")) from None
        message = _tr("No journal folder under {folder} can be locked.").format(folder=root)
        raise ForeshockError(message, _tr("Check its permissions."))

    @classmethod
    def open_requests(cls, root: Path) -> int:
        """How many requests under ``root`` have no result yet and nobody who collects it."""
        count = 0
        for place in known_folders(root):
            # Locked first: where another QGIS writes, nothing is read.
            folder = cls._try(place)
            if folder is not None:
                count += sum(1 for _ in folder.journal.open_requests())
                folder.release()
        return count

    @classmethod
    def waiting(cls, root: Path) -> List[ClientFolder]:
        """Takes every free folder under ``root`` whose journal has open requests."""
        taken = []
        for place in known_folders(root):
            folder = cls._try(place)
            if folder is not None and next(folder.journal.open_requests(), None) is not None:
                taken.append(folder)
            elif folder is not None:
                folder.release()
        return taken

    @classmethod
    def holding(cls, root: Path, job_id: UUID) -> ClientFolder:
        """Takes the folder whose journal has a request; refuses when none has it, or another program holds it."""
        place = _place_of(root, job_id)
        if place is None:
            raise UnknownRequest(
                _tr("There is no request {job} in this QGIS profile.").format(job=job_id),
                _tr("Requests are kept in the profile (and on the machine) that sent them."),
            )
        folder = cls._try(place)
        if folder is None:
            raise FolderInUse(
                _tr("Request {job} belongs to another QGIS that is running.").format(job=job_id),
                _tr("It collects the result itself; or close it first."),
            )
        return folder

    @classmethod
    def request(cls, root: Path, job_id: UUID) -> Optional[SimulationRequest]:
        """What some client of the profile asked for, also one that is running; nothing is locked or written."""
        place = _place_of(root, job_id)
        return None if place is None else Journal(place / "requests", ours=False).request(job_id)

    @classmethod
    def _try(cls, place: Path) -> Optional[ClientFolder]:
        lock = QLockFile(str(place / "lock"))
        # Held for as long as QGIS runs; only a lock whose process is gone is stale.
        lock.setStaleLockTime(0)
        return cls(place, lock) if lock.tryLock(0) else None

    def release(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def client_root() -> Path:
    """Where the folders of this QGIS profile's clients lie."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "foreshock" / "clients"


def known_folders(root: Path) -> List[Path]:
    """The folders of all clients under ``root``."""
    if not root.is_dir():
        return []
    return sorted(place for place in root.iterdir() if place.is_dir() and _is_uuid(place.name))


def _place_of(root: Path, job_id: UUID) -> Optional[Path]:
    """The folder of the client whose journal has a request."""
    return next((place for place in known_folders(root) if (place / "requests" / str(job_id)).is_dir()), None)


def _has_open(place: Path) -> bool:
    """Whether requests of a client folder have no result yet."""
    requests = place / "requests"
    return requests.is_dir() and next(Journal(requests, ours=False).open_requests(), None) is not None


def _is_uuid(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockClientFolder", text)
