"""Requests and their outcomes on disk. A tile is acknowledged to the broker only once it lies here, so neither a crash
of QGIS nor a lost connection loses a result.

``<folder>/<job id>/request.json``, ``stretch.json``, ``state.json`` and, per tile, ``tiles/<index>.json`` (the outcome
without its image) with ``tiles/<index>.tif`` (the image as it came), or ``tiles/<index>.skipped`` where nothing can
change.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import threading
from dataclasses import replace
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Set
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


class Journal:
    """The requests of one client. Any thread may call; each file appears whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        #: Outcomes come on the AMQP thread, states change on the main thread.
        self._lock = threading.RLock()
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"*/{_ENDED}"):
            # The program ended before they were gone.
            _remove(left)

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

    def open_requests(self) -> Iterator[SimulationRequest]:
        """Requests without a result yet, oldest first."""
        for place in sorted(self._folder.iterdir()):
            if not _is_id(place.name):
                continue
            try:
                # Its state first: a journal holds many requests, long ended, whose outlines may be long.
                request = self.request(UUID(place.name)) if self.state(UUID(place.name)) == OPEN else None
                if request is not None:
                    yield request
            except ForeshockError as error:
                # One that cannot be read must not keep the others from being taken up.
                logger.warning("request %s is left alone: %s", place.name, error)

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

    def set_state(self, job_id: UUID, state: str, detail: str = "") -> None:
        """Ends a request (or opens it); the images of an ended one are let go."""
        with self._lock:
            _write(self._place(job_id) / "state.json", codec.dumps({"state": state, "detail": detail}))
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
        return self._folder / str(job_id)


def _remove(folder: Path) -> None:
    """Thousands of files take seconds, and the caller may be the main thread."""
    threading.Thread(target=shutil.rmtree, args=(folder, True), name="foreshock-journal").start()


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
