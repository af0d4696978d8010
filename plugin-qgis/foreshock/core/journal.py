"""Requests and their outcomes on disk. A tile is acknowledged to the broker only once it lies here, so neither a crash
of QGIS nor a lost connection loses a result.

``<folder>/<job id>/request.json``, ``stretch.json``, ``state.json``, ``log.txt`` and, per tile, ``tiles/<index>.json``
(the outcome without its image) with ``tiles/<index>.tif`` (the image as it came), or ``tiles/<index>.skipped`` where
nothing can change.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import threading
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Optional, Set
from uuid import UUID

from . import codec, words
from .errors import ForeshockError
from .messages import Outcome
from .request import SimulationRequest
from .stretch import Stretch

logger = logging.getLogger(__name__)

#: A request that still waits for outcomes or for its result to be written.
OPEN = "open"
DONE = "done"
FAILED = "failed"
CANCELLED = "cancelled"
#: What the folder of tiles is called while it is removed.
_ENDED = "tiles.ended"
#: What is added to the name of a request's folder while it is removed.
_REMOVED = ".removed"


@dataclass(frozen=True)
class Standing:
    """How a request stands. What is absent was not known, or was not kept by an older version."""

    state: str
    #: Where the result is, or why there is none.
    detail: str = ""
    #: When it came to stand so.
    since: Optional[datetime] = None
    #: Tiles that the fleet did not have to compute.
    cached: Optional[int] = None
    #: Pieces of the change footprint, and their area on the ellipsoid, m².
    pieces: int = 0
    area_m2: float = 0.0


class Journal:
    """The requests of one client. Any thread may call; each file appears whole or not at all."""

    def __init__(self, folder: Path, *, ours: bool = True) -> None:
        """``ours`` is false where another client may be writing: such a journal is only read, and what has ended may be
        removed from it."""
        self.folder = folder
        #: Outcomes come on the AMQP thread, states change on the main thread.
        self._lock = threading.RLock()
        if not ours:
            return
        folder.mkdir(parents=True, exist_ok=True)
        # Thousands of folders are looked into, and the caller may be the main thread.
        threading.Thread(target=_clear, args=(folder,), name="foreshock-journal").start()

    def add(self, request: SimulationRequest) -> SimulationRequest:
        """Keeps a new request. It comes back with the place of its drawing, if its raster must be drawn first."""
        if request.source.drawing is not None:
            path = str(self._place(request.job_id) / "source.tif")
            request = replace(request, source=replace(request.source, path=path))
        (self._place(request.job_id) / "tiles").mkdir(parents=True, exist_ok=True)
        _write(self._place(request.job_id) / "request.json", codec.dumps(request))
        self.set_state(request.job_id, OPEN)
        return request

    def request(self, job_id: UUID) -> Optional[SimulationRequest]:
        """A request, if it is ours."""
        value = _read(self._place(job_id) / "request.json")
        return None if value is None else codec.decode(SimulationRequest, value)

    def job_ids(self) -> List[UUID]:
        """All requests, the newest first: ids sort by time."""
        try:
            names = os.listdir(self.folder)
        except FileNotFoundError:
            return []
        return sorted((UUID(name) for name in names if _is_id(name)), reverse=True)

    def log_path(self, job_id: UUID) -> Path:
        """Where the log of a request is kept."""
        return self._place(job_id) / "log.txt"

    def remove(self, job_ids: Iterable[UUID]) -> List[UUID]:
        """Forgets requests that have ended; gives those that it has forgotten. Their results stay."""
        gone = []
        with self._lock:
            for job_id in job_ids:
                try:
                    if self.state(job_id) not in (None, OPEN):
                        os.replace(self._place(job_id), self._removed(job_id))
                        gone.append(job_id)
                except (OSError, ForeshockError) as error:
                    logger.warning("request %s cannot be removed: %s", job_id, error)
        _remove(*(self._removed(job_id) for job_id in gone))
        return gone

    def open_requests(self) -> Iterator[SimulationRequest]:
        """Requests without a result yet, oldest first."""
        for name in sorted(os.listdir(self.folder)):
            # A journal holds thousands of requests, long ended, whose outlines may be long: those that have no tiles
            # any more are not read at all; of the others the state comes first.
            if not os.path.isdir(os.path.join(self.folder, name, "tiles")) or not _is_id(name):
                continue
            try:
                request = self.request(UUID(name)) if self.state(UUID(name)) == OPEN else None
                if request is not None:
                    yield request
            except ForeshockError as error:
                # One that cannot be read must not keep the others from being taken up.
                logger.warning("request %s is left alone: %s", name, error)

    def set_stretch(self, job_id: UUID, stretch: Stretch) -> None:
        """Keeps the stretch that all tiles of a request share."""
        _write(self._place(job_id) / "stretch.json", codec.dumps(stretch))

    def stretch(self, job_id: UUID) -> Optional[Stretch]:
        """The stretch of a request; none before its first tile went out."""
        value = _read(self._place(job_id) / "stretch.json")
        return None if value is None else codec.decode(Stretch, value)

    def state(self, job_id: UUID) -> Optional[str]:
        value = _read(self._place(job_id) / "state.json")
        return None if value is None else str(value.get("state"))

    def standing(self, job_id: UUID) -> Optional[Standing]:
        """The state of a request with what was kept about it."""
        value = _read(self._place(job_id) / "state.json")
        return None if value is None else codec.decode(Standing, value)

    def set_state(self, job_id: UUID, state: str, detail: str = "", **kept: Any) -> None:
        """Ends a request (or opens it); the images of an ended one are let go. ``kept`` are further fields of its
        :class:`Standing`."""
        standing = Standing(state, detail, datetime.now(timezone.utc).replace(microsecond=0), **kept)
        with self._lock:
            _write(self._place(job_id) / "state.json", codec.dumps(standing))
            if state != OPEN:
                self._let_go(self._place(job_id) / "tiles")
                for left in self._place(job_id).glob("source.tif*"):
                    try:
                        left.unlink()
                    except OSError as error:
                        # What another thread still reads stays where the system keeps it so.
                        logger.warning("a drawing is left behind: %s", error)

    def record(self, outcome: Outcome) -> bool:
        """Keeps the first outcome of a tile; says whether it was that. Outcomes of ended or foreign requests are
        dropped."""
        tiles = self._place(outcome.job_id) / "tiles"
        with self._lock:
            if outcome.tile is None or self.state(outcome.job_id) != OPEN:
                return False
            place = tiles / f"{outcome.tile.index}.json"
            if place.exists():
                return False
            if outcome.done is not None:
                _write(tiles / f"{outcome.tile.index}.tif", outcome.done.geotiff)
            _write(place, codec.dumps(outcome.without_image().to_json()))
            return True

    def skip(self, job_id: UUID, index: int) -> None:
        """Notes that a tile needs no job: it holds nothing that may change."""
        with self._lock:
            if self.state(job_id) == OPEN:
                _write(self._place(job_id) / "tiles" / f"{index}.skipped", b"")

    def recorded(self, job_id: UUID) -> Set[int]:
        """Indices of the tiles that have an outcome or need none."""
        return self._indices(job_id, "json", "skipped")

    def _indices(self, job_id: UUID, *kinds: str) -> Set[int]:
        try:
            names = [name.partition(".") for name in os.listdir(self._place(job_id) / "tiles")]
        except FileNotFoundError:
            return set()
        return {int(index) for index, _, kind in names if kind in kinds}

    def outcomes(self, job_id: UUID) -> List[Outcome]:
        """All outcomes so far, without images, by tile."""
        tiles = self._place(job_id) / "tiles"
        return [
            Outcome.parse((tiles / f"{index}.json").read_bytes()) for index in sorted(self._indices(job_id, "json"))
        ]

    def image(self, job_id: UUID, index: int) -> Optional[bytes]:
        """The GeoTIFF of a tile that is done; none of one that was skipped."""
        tiles = self._place(job_id) / "tiles"
        return None if (tiles / f"{index}.skipped").exists() else (tiles / f"{index}.tif").read_bytes()

    @staticmethod
    def _let_go(tiles: Path) -> None:
        ended = tiles.with_name(_ENDED)
        try:
            os.replace(tiles, ended)
        except FileNotFoundError:
            return
        _remove(ended)

    def _place(self, job_id: UUID) -> Path:
        return self.folder / str(job_id)

    def _removed(self, job_id: UUID) -> Path:
        return self.folder / (str(job_id) + _REMOVED)


def _remove(*folders: Path) -> None:
    """Thousands of files take seconds, and the caller may be the main thread."""
    threading.Thread(target=_remove_now, args=folders, name="foreshock-journal").start()


def _clear(folder: Path) -> None:
    """Removes what was being removed when a program ended."""
    try:
        for name in os.listdir(folder):
            if name.endswith(_REMOVED):
                _remove_now(folder / name)
            elif os.path.isdir(os.path.join(folder, name, _ENDED)):
                _remove_now(folder / name / _ENDED)
    except OSError as error:
        logger.warning("%s is not cleared: %s", folder, error)


def _remove_now(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _is_id(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False


def _read(path: Path) -> Optional[Dict]:
    try:
        value = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError as error:
        message = _tr("The journal file {path} is damaged: {reason}.").format(path=path, reason=error)
        raise ForeshockError(message, _tr("Delete its folder.")) from None
    except OSError as error:
        message = _tr("The journal file {path} cannot be read: {reason}.").format(path=path, reason=error.strerror)
        raise ForeshockError(message, _tr("Check its permissions.")) from None
    return value if isinstance(value, dict) else None


def _write(path: Path, data: bytes) -> None:
    """Writes a file so that it is whole even if the machine stops now."""
    partial = path.with_name(path.name + ".partial")
    # The address of a map service may hold a key: it is nobody else's to read.
    with open(partial, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(partial, path)


def _tr(text: str) -> str:
    return words.translate("ForeshockJournal", text)
