"""Finds jobs from QGIS's locator bar: ``sim flood``."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, List, Optional
from uuid import UUID

from qgis.core import QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..core.facts import Facts
from ..core.journal import DONE
from ..jobs.history import read_history
from ..metadata import ICON
from . import jobs_words

PREFIX = "sim"
#: More would not be read.
_MOST = 30
ZOOM, ADD = 1, 2


class Found:
    """What the locator looks at: a job that does not change any more while it looks."""

    def __init__(self, facts: Facts, is_done: bool) -> None:
        self.facts = facts
        self.is_done = is_done


class JobsLocator(QgsLocatorFilter):
    """Jobs by layer, scenario, instruction. QGIS asks a clone of it on a thread of its own, so a clone knows nothing
    but a copy of the list."""

    def __init__(
        self,
        root: Path,
        snapshot: Callable[[], Optional[List[Found]]],
        act: Callable[[UUID, int], None],
    ) -> None:
        super().__init__()
        self._root = root
        #: Gives the list as it is now; none where nobody has read it yet.
        self._snapshot = snapshot
        self._act = act
        self._jobs: Optional[List[Found]] = None
        self._clones: List[JobsLocator] = []
        # Made here: a clone makes no pictures on its thread.
        self._icon = QIcon(ICON)
        self.setUseWithoutPrefix(False)

    def name(self) -> str:
        return "foreshock_jobs"

    def displayName(self) -> str:
        return _tr("Foreshock jobs")

    def prefix(self) -> str:
        return PREFIX

    def priority(self) -> Any:
        return QgsLocatorFilter.Priority.Medium

    def clone(self) -> JobsLocator:
        """On the main thread, before each search."""
        copy = JobsLocator(self._root, self._snapshot, self._act)
        copy._jobs = self._snapshot()
        # QGIS owns it; without a name in Python its methods would be gone. The search before this one is over.
        self._clones = [*self._clones[-3:], copy]
        return copy

    def fetchResults(self, text: str, _context: Any, feedback: Any) -> None:
        """On a thread of QGIS."""
        words = text.casefold().split()
        found = 0
        for job in self._read() if self._jobs is None else self._jobs:
            if feedback.isCanceled() or found == _MOST:
                return
            told = f"{jobs_words.job_name(job.facts)}\n{job.facts.instruction}".casefold()
            if all(word in told for word in words):
                # The newest first.
                self.resultFetched.emit(self._result(job, 1.0 - found / _MOST))
                found += 1

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """On the main thread."""
        self._act(UUID(_data(result)), 0)

    def triggerResultFromAction(self, result: QgsLocatorResult, action: int) -> None:
        self._act(UUID(_data(result)), action)

    def _read(self) -> Any:
        for known in read_history(self._root):
            yield Found(known.facts, known.standing.state == DONE)

    def _result(self, job: Found, score: float) -> QgsLocatorResult:
        facts = job.facts
        result = QgsLocatorResult(self, jobs_words.job_name(facts), str(facts.job_id))
        result.description = f"{jobs_words.started_text(facts.created)} – {facts.instruction}"
        result.icon = self._icon
        result.score = score
        actions = [QgsLocatorResult.ResultAction(ZOOM, _tr("Zoom to"))]
        if job.is_done:
            actions.append(QgsLocatorResult.ResultAction(ADD, _tr("Add result to project")))
        result.actions = actions
        return result


def _data(result: QgsLocatorResult) -> str:
    # QGIS 3.34 has made a method of what was a field.
    return str(result.userData() if callable(result.userData) else result.userData)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockJobsLocator", text)
