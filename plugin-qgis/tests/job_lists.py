"""Requests as a profile collects them over the weeks, for the tests of the list of jobs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import finished
import scenes
from foreshock.core.journal import CANCELLED, Journal
from foreshock.core.messages import Event, Outcome, TileId
from foreshock.core.request import PATIENCE, SimulationRequest
from foreshock.jobs.client_folder import client_root
from qgis.core import QgsProject, QgsRasterLayer

#: Where no broker is.
NOWHERE = "amqp://ana:secret@127.0.0.1:9/nowhere"  # nosec

_BEGIN = datetime(2026, 3, 1, 8, 0, tzinfo=timezone.utc)


def id_at(minute: int) -> UUID:
    """A UUID v7 of that minute."""
    milliseconds = int((_BEGIN + timedelta(minutes=minute)).timestamp() * 1000)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | 0x2 << 62 | 0x1234)


def scene(folder: Path, name: str = "scene", side: int = 300) -> QgsRasterLayer:
    """A layer of the project."""
    layer = QgsRasterLayer(str(scenes.rgb(folder / f"{name}.tif", height=side, width=side)), name, "gdal")
    QgsProject.instance().addMapLayer(layer)
    return layer


def at(request: SimulationRequest, minute: int, **changes: Any) -> SimulationRequest:
    """The same, asked for in that minute."""
    created = _BEGIN + timedelta(minutes=minute)
    return replace(request, job_id=id_at(minute), created=created, deadline=created + PATIENCE, **changes)


def forget_all() -> None:
    """Empties the journals of the profile, which all tests of a run share."""
    for journal in (Journal(place) for place in client_root().glob("*/requests")):
        for request in list(journal.open_requests()):
            journal.set_state(request.job_id, CANCELLED)
        journal.remove(journal.job_ids())


def event(request: SimulationRequest, index: int, kind: str = "progress", worker: str = "w1", step: int = 1) -> Event:
    """A worker has a tile, or has done a step of four."""
    progress = {"step": step, "of": 4} if kind == "progress" else {}
    return Event(request.job_id, _tile(request, index), worker, kind, **progress)


def outcome(request: SimulationRequest, index: int, cache: str = "miss", worker: str = "w1") -> Outcome:
    """A tile is done; its image is not there."""
    done = Outcome.parse((finished.MESSAGES / "outcome_done.json").read_bytes())
    made = replace(done.done, geotiff=b"", cache=cache)
    return replace(done, job_id=request.job_id, tile=_tile(request, index), worker=worker, done=made)


def failure(request: SimulationRequest, index: int) -> Outcome:
    """A tile that has failed."""
    failed = Outcome.parse((finished.MESSAGES / "outcome_failed.json").read_bytes())
    return replace(failed, job_id=request.job_id, tile=_tile(request, index))


def _tile(request: SimulationRequest, index: int) -> TileId:
    return request.plan().at(index).id
