"""The message bar's item of one running request: true progress, time left, Cancel."""

from __future__ import annotations

import time
from typing import Callable

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton

from ..compat import is_gone
from ..core.progress import Progress
from ..core.request import SimulationRequest

#: A fleet sends more events than a person can read, seconds.
_PAUSE = 0.1


class RequestBar:
    """Shown until the request ends. The user may close it; the request goes on."""

    def __init__(self, bar: QgsMessageBar, request: SimulationRequest, on_cancel: Callable[[], None]) -> None:
        self._bar = bar
        self._item = bar.createMessage(_tr("Simulate"), request.layer_name)
        self._progress = QProgressBar()
        self._progress.setObjectName("progress")
        self._progress.setRange(0, 1000)
        self._progress.setMaximumWidth(220)
        self._progress.setTextVisible(False)
        self._cancel = QPushButton(_tr("Cancel"))
        self._cancel.setObjectName("cancel")
        self._cancel.clicked.connect(lambda: on_cancel())
        self._item.layout().addWidget(self._progress)
        self._item.layout().addWidget(self._cancel)
        self._name = request.layer_name
        self._shown = 0.0
        bar.pushWidget(self._item, Qgis.MessageLevel.Info)

    def show(self, progress: Progress) -> None:
        """Brings it up to date, as often as an eye can follow."""
        now = time.monotonic()
        if is_gone(self._item) or is_gone(self._progress):
            return
        if now - self._shown < _PAUSE and progress.running and not progress.trouble:
            return
        self._shown = now
        self._progress.setValue(round(progress.fraction() * 1000))
        self._item.setText(_tr("{layer}: {progress}").format(layer=self._name, progress=progress.text(now)))

    def close(self) -> None:
        if not is_gone(self._bar) and not is_gone(self._item):
            self._bar.popWidget(self._item)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockRequestBar", text)
