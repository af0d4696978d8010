"""Asks for the same once more, after it failed or was called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Collection

from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..core.messages import new_job_id
from ..core.request import PATIENCE, SimulationRequest


def again(request: SimulationRequest, taken: Collection[str] = ()) -> SimulationRequest:
    """The same request with an id and a time of its own: same area, same words, same seed. Its result goes to a file
    that does not exist and that is not among those ``taken`` by others. Refuses when its source is gone."""
    path = request.source.path
    # Other names (subdatasets, /vsicurl/…) say by themselves whether they can be opened, when it is tried.
    plain = Path(path).is_absolute() and not path.startswith("/vsi")
    if request.source.drawing is None and plain and not Path(path).exists():
        raise ForeshockError(
            _tr("The raster of “{layer}” is not there any more: {path}").format(layer=request.layer_name, path=path),
            _tr("Put it back, or simulate on another layer."),
        )
    created = datetime.now(timezone.utc).replace(microsecond=0)
    series = request.series
    if series is not None:
        # Its frame in time is counted from there, beside the members that did not fail.
        series = replace(series, began=series.began or request.created)
    return replace(
        request,
        job_id=new_job_id(),
        created=created,
        deadline=created + PATIENCE,
        output=_free(Path(request.output), taken),
        series=series,
    )


def _free(path: Path, taken: Collection[str]) -> str:
    found, number = path, 2
    while found.exists() or str(found) in taken:
        found = path.with_name(f"{path.stem}_{number}{path.suffix}")
        number += 1
    return str(found)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockRetry", text)
