"""Writes the logs of the requests that a service follows. Main thread only."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Dict, List, Optional, Set, Union
from uuid import UUID

from qgis.PyQt.QtCore import QCoreApplication, QLocale, QObject, QTimer

from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.messages import Event, Outcome
from ..core.progress import Progress
from ..core.request import SimulationRequest
from ..transport.client import State
from ..version import VERSION
from .assembling import Assembled
from .collector import Collector
from .job_log import JobLog, line

logger = logging.getLogger(__name__)

#: Lines are gathered for so long, milliseconds, before the disk is asked to take them.
_GATHER = 1000


@dataclass
class _Known:
    """What was told of a request already."""

    sent: bool = False
    workers: Set[str] = field(default_factory=set)
    accepted: Set[int] = field(default_factory=set)
    #: The fleet's codes of what failed.
    codes: Set[str] = field(default_factory=set)


class LogKeeper(QObject):
    """Hears what the collector says, and keeps what helps somebody who asks what became of a request."""

    def __init__(self, journal: Journal, collector: Collector, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._known: Dict[UUID, _Known] = {}
        self._waiting: Dict[UUID, List[str]] = {}
        self._place = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GATHER)
        self._timer.timeout.connect(self.flush)
        collector.tracked.connect(self._tracked)
        collector.progressed.connect(self._progressed)
        collector.heard.connect(self._heard)
        collector.finished.connect(self._finished)
        collector.failed.connect(self._failed)
        collector.cancelled.connect(self._cancelled)
        collector.stopped.connect(self._stopped)

    def note_place(self, place: str) -> None:
        """Whom the requests are sent to from now on; without a password."""
        self._place = place

    def note_connection(self, state: State, error: Optional[ForeshockError]) -> None:
        """The connection changed: that concerns all requests under way."""
        if state is State.CONNECTED:
            text = _tr("connected to {place}").format(place=self._place)
        elif error is not None:
            text = _tr("connection ({state}): {reason}").format(state=state.value, reason=error)
        else:
            return
        for job_id in self._known:
            self._add(job_id, text)

    def flush(self) -> None:
        """Writes what was gathered."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for job_id, lines in waiting.items():
            try:
                JobLog(self._journal.log_path(job_id)).append(lines)
            except OSError as error:
                # A log is a help; the lack of it must hinder nothing.
                logger.warning("the log of request %s is not written: %s", job_id, error)

    def close(self) -> None:
        """Nothing is followed any more; what is under way goes on later."""
        for job_id in self._known:
            self._add(job_id, _tr("QGIS ends, or the plugin is switched off: it goes on later"))
        self._known.clear()
        self.flush()

    def _tracked(self, request: SimulationRequest) -> None:
        again = request.job_id in self._known
        self._known[request.job_id] = _Known()
        params = request.params
        self._add(
            request.job_id,
            (
                _tr("goes on: {tiles} tiles, {lane}, {place}")
                if again or self._journal.stretch(request.job_id) is not None
                else _tr("begins: {tiles} tiles, {lane}, {place}; model {model} ({digest}), {steps} steps, seed {seed}")
            ).format(
                tiles=_number(len(request.plan())),
                lane=request.lane.value,
                place=self._place,
                model=params.model,
                digest=request.model_digest[:12],
                steps=params.steps,
                seed=params.seed,
            )
            + f" [Foreshock {VERSION}]",
        )
        there = len(self._journal.recorded(request.job_id))
        if there:
            # Some of them may have come when nobody could note it any more: in the moment in which QGIS ended.
            text = _tr("{count} of {tiles} tiles are there already")
            self._add(request.job_id, text.format(count=_number(there), tiles=_number(len(request.plan()))))

    def _progressed(self, request: SimulationRequest, progress: Progress) -> None:
        known = self._known.get(request.job_id)
        if known is not None and progress.sent >= progress.tiles and not known.sent:
            known.sent = True
            self._add(request.job_id, _tr("all tiles are sent"))

    def _heard(self, request: SimulationRequest, sign: Union[Event, Outcome]) -> None:
        known = self._known.get(request.job_id)
        if known is None:
            return
        if sign.worker not in known.workers:
            known.workers.add(sign.worker)
            self._add(request.job_id, _tr("worker {worker} takes part").format(worker=sign.worker))
        if isinstance(sign, Outcome):
            if sign.failed is not None:
                known.codes.add(sign.failed.code)
            self._add(request.job_id, _told(sign))
        elif sign.kind == "accepted":
            if sign.tile.index in known.accepted:
                text = _tr("tile {tile} begins once more, on {worker}")
                self._add(request.job_id, text.format(tile=sign.tile.index + 1, worker=sign.worker))
            known.accepted.add(sign.tile.index)

    def _finished(self, request: SimulationRequest, assembled: Assembled) -> None:
        text = _tr("done: the result is written; {cached} of {tiles} tiles came from the cache")
        self._end(request, text.format(cached=_number(assembled.cached), tiles=_number(len(request.plan()))))

    def _failed(self, request: SimulationRequest, error: ForeshockError) -> None:
        self._end(request, _tr("failed: {reason}").format(reason=error))

    def _cancelled(self, request: SimulationRequest) -> None:
        self._end(request, _tr("called off by the user"))

    def _stopped(self, request: SimulationRequest, error: Optional[ForeshockError]) -> None:
        text = _tr("stopped, it can go on later") if error is None else _tr("stopped, it can go on later: {reason}")
        self._end(request, text.format(reason=error))

    def _end(self, request: SimulationRequest, text: str) -> None:
        known = self._known.pop(request.job_id, None)
        if known is not None and known.workers:
            text += " " + _tr("[workers: {workers}]").format(workers=", ".join(sorted(known.workers)))
        if known is not None and known.codes:
            text += " " + _tr("[error codes: {codes}]").format(codes=", ".join(sorted(known.codes)))
        self._add(request.job_id, text)
        self.flush()

    def _add(self, job_id: UUID, text: str) -> None:
        self._waiting.setdefault(job_id, []).append(line(text, datetime.now(timezone.utc)))
        if not self._timer.isActive():
            self._timer.start()


def _told(outcome: Outcome) -> str:
    """How a tile ended, in a line."""
    tile = "–" if outcome.tile is None else _number(outcome.tile.index + 1)
    if outcome.done is not None:
        if outcome.done.cache == "hit":
            return _tr("tile {tile}: from the cache, by {worker}").format(tile=tile, worker=outcome.worker)
        # The stages that a worker names, whatever they are: their sum is what the tile took.
        seconds = QLocale().toString(float(sum(outcome.done.seconds.values())), "f", 1)
        text = _tr("tile {tile}: computed by {worker} in {seconds} s")
        return text.format(tile=tile, worker=outcome.worker, seconds=seconds)
    if outcome.failed is None:
        return _tr("tile {tile}: called off on {worker}").format(tile=tile, worker=outcome.worker)
    text = _tr("tile {tile}: failed on {worker}: {reason} ({code})")
    return text.format(
        tile=tile, worker=outcome.worker, reason=outcome.failed.message.rstrip("."), code=outcome.failed.code
    )


def _number(value: int) -> str:
    return QLocale().toString(value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockLogKeeper", text)
