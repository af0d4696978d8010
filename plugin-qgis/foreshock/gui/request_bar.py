"""The message bar's item of what one click asked for: true progress, time left, Cancel."""

from __future__ import annotations

import time
from typing import Callable, Dict

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton

from ..compat import is_gone
from ..core.progress import Progress
from ..core.request import SimulationRequest
from ..layers.names import request_name, shortened

#: A fleet sends more events than a person can read, seconds.
_PAUSE = 0.1
#: Of the progress bar, px.
_WIDTH = 150


class RequestBar:
    """Shown until the last request of a series ends. The user may close it; the requests go on."""

    def __init__(self, bar: QgsMessageBar, request: SimulationRequest, on_cancel: Callable[[], None]) -> None:
        self._bar = bar
        self._is_series = request.series is not None
        name = request_name(request)
        if request.series is not None:
            name, title = request.layer_name, request.series.title
            if title:
                name = _tr("{layer}: {series}").format(layer=request.layer_name, series=title)
        # A bar that is not wide has room for one line.
        self._item = bar.createMessage(shortened(name), "")
        self._progress = QProgressBar()
        self._progress.setObjectName("progress")
        self._progress.setRange(0, 1000)
        self._progress.setMaximumWidth(_WIDTH)
        self._progress.setTextVisible(False)
        self._cancel = QPushButton(_tr("Cancel"))
        self._cancel.setObjectName("cancel")
        self._cancel.clicked.connect(lambda: on_cancel())
        self._item.layout().addWidget(self._progress)
        self._item.layout().addWidget(self._cancel)
        #: By place in the series: one that is retried has a new id.
        self._under_way: Dict[int, Progress] = {}
        #: What has ended since it is shown, and whether it has a result. Members that ended before (in an earlier
        #: session) are not counted.
        self._over: Dict[int, bool] = {}
        self._shown = 0.0
        bar.pushWidget(self._item, Qgis.MessageLevel.Info)

    def show(self, request: SimulationRequest, progress: Progress) -> None:
        """Brings it up to date, as often as an eye can follow."""
        self._under_way[_place(request)] = progress
        self._over.pop(_place(request), None)
        now = time.monotonic()
        if is_gone(self._item) or is_gone(self._progress):
            return
        if now - self._shown < _PAUSE and progress.running and not progress.trouble:
            return
        self._shown = now
        share = (sum(each.fraction() for each in self._under_way.values()) + len(self._over)) / self._count()
        self._progress.setValue(round(share * 1000))
        self._item.setText(self._text(now))

    def end(self, request: SimulationRequest, *, made: bool) -> bool:
        """One of its requests has ended, with a result or without; says whether no other is under way."""
        self._under_way.pop(_place(request), None)
        self._over[_place(request)] = made
        return not self._under_way

    def close(self) -> None:
        if not is_gone(self._bar) and not is_gone(self._item):
            self._bar.popWidget(self._item)

    def _text(self, now: float) -> str:
        # The one that is worked on says most.
        at_work = next((each for each in self._under_way.values() if each.running or each.done), None)
        text = (at_work or next(iter(self._under_way.values()))).text(now)
        if not self._is_series:
            return text
        made, count = sum(self._over.values()), self._count()
        return _tr("{done} of {of} pictures. {progress}").format(done=made, of=count, progress=text)

    def _count(self) -> int:
        return len(self._under_way) + len(self._over)


def _place(request: SimulationRequest) -> int:
    return 0 if request.series is None else request.series.index


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockRequestBar", text)
