"""What somebody who is asked for help needs to know about a job. No password; and neither an instruction, nor a path,
nor a place on the ground, unless an error's own words name it."""

from __future__ import annotations

import platform
from typing import Callable, List

from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR, QCoreApplication

from ..connection import LOCAL, Connection
from ..jobs.entry import Entry
from ..jobs.job_log import without_secrets
from ..version import VERSION
from . import jobs_words

#: Last lines of the log.
_LINES = 40


def diagnostics(entries: List[Entry], connection: Connection, log: Callable[[Entry], List[str]]) -> str:
    """Lines for the clipboard. ``log`` gives the lines of an entry's log."""
    lines = [
        f"Foreshock {VERSION}, QGIS {Qgis.version()}, Qt {QT_VERSION_STR}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()}",
        _tr("Connection: {place}").format(place=_place(connection)),
    ]
    for entry in entries:
        lines += ["", *_about(entry), *log(entry)[-_LINES:]]
    return without_secrets("\n".join(lines))


def _place(connection: Connection) -> str:
    if connection.mode == LOCAL:
        return _tr("this computer")
    return connection.url or _tr("none is set")


def _about(entry: Entry) -> List[str]:
    facts = entry.facts
    lines = [
        _tr("Job {id}").format(id=facts.job_id),
        _tr("State: {state}").format(state=jobs_words.state_text(entry)),
        _tr("Created: {when} UTC").format(when=f"{facts.created:%Y-%m-%d %H:%M:%S}"),
        _tr("Tiles: {done} of {tiles}, {cached} from the cache, lane {lane}").format(
            done=entry.done,
            tiles=facts.tiles,
            cached="?" if entry.cached is None else entry.cached,
            lane=facts.lane.value,
        ),
        _tr("Size: {width} × {height} px").format(width=facts.width, height=facts.height),
        _tr("Model: {model} ({digest}), {steps} steps, seed {seed}").format(
            model=facts.model, digest=facts.model_digest[:12], steps=facts.steps, seed=facts.seed
        ),
    ]
    if entry.workers:
        lines.append(_tr("Workers: {names}").format(names=", ".join(sorted(entry.workers))))
    if jobs_words.heard_text(entry):
        lines.append(_tr("Last sign of life: {when}").format(when=jobs_words.heard_text(entry)))
    if facts.series is not None:
        lines.append(_tr("Series: {index} of {count}").format(index=facts.series.index + 1, count=facts.series.of))
    return lines


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockDiagnostics", text)
