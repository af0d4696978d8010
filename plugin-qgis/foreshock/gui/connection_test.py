"""Runs the test of a connection beside the windows."""

from __future__ import annotations

import logging
import queue
import threading
from typing import List, Optional, Union

from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ..core.broker_settings import Settings
from ..transport.probe import Step, Verdict, probe

logger = logging.getLogger(__name__)

#: How often the windows look for the next step, milliseconds.
_TICK = 100


class ConnectionTest(QObject):
    """One test. The thread knows no Qt object: what it finds is fetched, so a window may close at any time."""

    stepped = pyqtSignal(object)  # Step
    ended = pyqtSignal()

    def __init__(self, settings: Settings, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.steps: List[Step] = []
        self._found: queue.Queue[Union[Step, None]] = queue.Queue()
        self._called_off = threading.Event()
        arguments = (settings, self._found, self._called_off)
        self._thread = threading.Thread(target=_run, args=arguments, name="foreshock-test", daemon=True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._fetch)

    def start(self) -> None:
        self._thread.start()
        self._timer.start(_TICK)

    def stop(self) -> None:
        """Nobody wants to know any more; the thread ends after the step that it is at."""
        self._called_off.set()
        self._timer.stop()

    def _fetch(self) -> None:
        while self._timer.isActive():
            try:
                step = self._found.get_nowait()
            except queue.Empty:
                return
            if step is None:
                self._timer.stop()
                self.ended.emit()
                return
            self.steps.append(step)
            self.stepped.emit(step)


def _run(settings: Settings, found: queue.Queue, called_off: threading.Event) -> None:
    try:
        for step in probe(settings, called_off.is_set):
            found.put(step)
    except Exception as error:
        logger.exception("the connection test failed")
        found.put(Step(_tr("Test"), Verdict.BAD, _tr("The test itself failed: {reason}.").format(reason=error)))
    found.put(None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockConnectionTest", text)
