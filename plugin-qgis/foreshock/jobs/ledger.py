"""All requests of the profile, as they stand now: the history from the journals, and what the service tells live."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Dict, Iterable, List, Optional, Set, Union
from uuid import UUID

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import ForeshockError
from ..core.facts import Facts
from ..core.messages import Event, Outcome
from ..core.progress import Progress
from ..core.request import SimulationRequest
from .assembling import Assembled
from .entry import ENDED, Entry, JobState
from .history import Known, in_batches, read_history
from .service import SimulationService

logger = logging.getLogger(__name__)

#: Requests that are taken over at once: more would be felt.
_BATCH = 100
#: How often the reading is looked at, milliseconds.
_TICK = 30
#: How soon numbers that have changed are told, milliseconds.
_SOON = 50


class Ledger(QObject):
    """Lives on the main thread. Entries are its own: others only read them."""

    added = pyqtSignal(object)  # list of Entry
    changed = pyqtSignal(object)  # Entry
    removed = pyqtSignal(object)  # list of job ids
    loaded = pyqtSignal()

    def __init__(self, root: Path, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._root = root
        self._entries: Dict[UUID, Entry] = {}
        self._counts: Counter = Counter()
        self._service: Optional[SimulationService] = None
        self._reading: Optional[_Reading] = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._take)
        #: What has changed in numbers only.
        self._news: Set[UUID] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._tell)
        self.is_loaded = False

    def total(self) -> int:
        return len(self._entries)

    def entries(self) -> List[Entry]:
        return list(self._entries.values())

    def entry(self, job_id: UUID) -> Optional[Entry]:
        return self._entries.get(job_id)

    def count(self, states: frozenset) -> int:
        """How many entries are in one of the states."""
        return sum(self._counts[state] for state in states)

    def load(self) -> None:
        """Reads the history in the background; what other clients did meanwhile is taken over."""
        if self._reading is None:
            # What has ended stays as it is.
            known = {job_id for job_id, entry in self._entries.items() if entry.state in ENDED}
            self._reading = _Reading(self._root, known)
            self._timer.start()

    def attach(self, service: SimulationService) -> None:
        """Follows what a service does."""
        self._service = service
        collector = service.collector
        for signal, slot in self._connections():
            signal.connect(slot)
        for entry in self.entries():
            if entry.state is JobState.OPEN and not self.is_ours(entry):
                self._put(entry, JobState.ELSEWHERE)
        for request in collector.requests():
            self._tracked(request)

    def is_ours(self, entry: Entry) -> bool:
        """Whether our own service can work on it; one that is not ours belongs to Processing or to another QGIS."""
        return self._service is not None and entry.journal.folder == self._service.journal.folder

    def remove(self, job_ids: Iterable[UUID]) -> None:
        """Forgets those requests that have ended, and what the journal has of them."""
        of_journal: Dict[Path, List[Entry]] = {}
        for entry in (self._entries[job_id] for job_id in job_ids if job_id in self._entries):
            if entry.state in ENDED:
                of_journal.setdefault(entry.journal.folder, []).append(entry)
        for entries in of_journal.values():
            self.drop(entries[0].journal.remove(entry.job_id for entry in entries))

    def drop(self, job_ids: List[UUID]) -> None:
        """Shows requests no more that are not in the journal any longer."""
        gone = [entry for entry in (self._entries.pop(job_id, None) for job_id in job_ids) if entry is not None]
        for entry in gone:
            self._counts[entry.state] -= 1
        if gone:
            self.removed.emit([entry.job_id for entry in gone])

    def close(self) -> None:
        self._timer.stop()
        self._soon.stop()
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        if self._service is not None:
            for signal, slot in self._connections():
                signal.disconnect(slot)
            self._service = None

    def _connections(self) -> list:
        collector = self._service.collector
        return [
            (collector.tracked, self._tracked),
            (collector.progressed, self._progressed),
            (collector.heard, self._heard),
            (collector.composed, self._composed),
            (collector.finished, self._finished),
            (collector.failed, self._failed),
            (collector.cancelled, self._cancelled),
            (collector.stopped, self._stopped),
        ]

    # What the history says --------------------------------------------------------------------------------------

    def _take(self) -> None:
        """Takes over one batch: the next one may wait until the windows have had their turn."""
        batch = None if self._reading is None else self._reading.next()
        if batch is None:
            return
        if not batch:
            self._reading = None
            self._timer.stop()
            self.is_loaded = True
            self.loaded.emit()
            return
        fresh = []
        for known in batch:
            entry = self._entry_of(known)
            before = self._entries.get(entry.job_id)
            if before is None:
                self._entries[entry.job_id] = entry
                self._counts[entry.state] += 1
                fresh.append(entry)
            elif not self.is_ours(before):
                # Ours are told live, and the file was read some time ago.
                self._entries[entry.job_id] = entry
                self._counts[before.state] -= 1
                self._counts[entry.state] += 1
                self.changed.emit(entry)
        if fresh:
            self.added.emit(fresh)

    def _entry_of(self, known: Known) -> Entry:
        entry = Entry.of(known)
        if entry.state is JobState.OPEN and self._service is not None and not self.is_ours(entry):
            entry.state = JobState.ELSEWHERE
        return entry

    # What the service says --------------------------------------------------------------------------------------

    def _tracked(self, request: SimulationRequest) -> None:
        entry = self._entries.get(request.job_id)
        if entry is None:
            entry = Entry(Facts.of(request), self._service.journal, JobState.WAITING)
            self._entries[request.job_id] = entry
            self._counts[entry.state] += 1
            self.added.emit([entry])
        else:
            entry.composed = 0.0
            self._put(entry, JobState.WAITING)

    def _progressed(self, request: SimulationRequest, progress: Progress) -> None:
        entry = self._entries.get(request.job_id)
        if entry is not None:
            before = entry.state
            entry.follow(progress)
            if entry.state is before:
                self._tell_soon(entry)
            else:
                self._note(entry, before)

    def _tell_soon(self, entry: Entry) -> None:
        """Tiles may come from the cache by the hundred in a second: no eye follows that."""
        self._news.add(entry.job_id)
        if not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        news, self._news = self._news, set()
        for job_id in news:
            if job_id in self._entries:
                self.changed.emit(self._entries[job_id])

    def _heard(self, request: SimulationRequest, sign: Union[Event, Outcome]) -> None:
        entry = self._entries.get(request.job_id)
        if entry is not None:
            # What it means is told with the progress that follows.
            entry.heard = time.monotonic()
            entry.workers.add(sign.worker)

    def _composed(self, request: SimulationRequest, percent: float) -> None:
        entry = self._entries.get(request.job_id)
        if entry is not None and entry.state is JobState.COMPOSING:
            entry.composed = percent / 100.0
            self._tell_soon(entry)

    def _finished(self, request: SimulationRequest, assembled: Assembled) -> None:
        entry = self._entries.get(request.job_id)
        if entry is not None:
            entry.cached, entry.pieces, entry.area_m2 = assembled.cached, assembled.pieces, assembled.area_m2
            self._end(request, JobState.DONE)

    def _failed(self, request: SimulationRequest, error: ForeshockError) -> None:
        self._end(request, JobState.FAILED, str(error))

    def _cancelled(self, request: SimulationRequest) -> None:
        self._end(request, JobState.CANCELLED)

    def _stopped(self, request: SimulationRequest, error: Optional[ForeshockError]) -> None:
        self._end(request, JobState.STOPPED, "" if error is None else str(error))

    def _end(self, request: SimulationRequest, state: JobState, reason: str = "") -> None:
        if request.job_id not in self._entries:
            self._tracked(request)  # it was called off before anybody followed it
        entry = self._entries[request.job_id]
        before = entry.state
        entry.end(state, reason)
        self._note(entry, before)

    def _put(self, entry: Entry, state: JobState) -> None:
        before, entry.state = entry.state, state
        self._note(entry, before)

    def _note(self, entry: Entry, before: JobState) -> None:
        self._counts[before] -= 1
        self._counts[entry.state] += 1
        self.changed.emit(entry)


class _Reading:
    """Reads the history on a thread of its own, which knows no Qt object: what it finds is fetched."""

    def __init__(self, root: Path, known: set) -> None:
        self._found: queue.Queue = queue.Queue(maxsize=4)
        self._called_off = threading.Event()
        arguments = (root, known, self._found, self._called_off)
        self._thread = threading.Thread(target=_read, args=arguments, name="foreshock-history", daemon=True)
        self._thread.start()

    def next(self) -> Optional[List[Known]]:
        """What was read since; an empty list is the end, none means that there is nothing yet."""
        try:
            return self._found.get_nowait()
        except queue.Empty:
            return None

    def stop(self) -> None:
        self._called_off.set()
        self.next()  # the thread may wait for room


def _read(root: Path, known: set, found: queue.Queue, called_off: threading.Event) -> None:
    try:
        for batch in in_batches(read_history(root, known), _BATCH):
            if called_off.is_set():
                return
            found.put(batch)
    except Exception:
        logger.exception("the history cannot be read")
    if not called_off.is_set():
        found.put([])
