"""A real, offscreen QGIS for a test session, ended in the order that keeps it from crashing at exit."""

from __future__ import annotations

import gc
import time
from typing import Any, Callable, Iterator

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer


def session() -> Iterator[QgsApplication]:
    """A generator for a session fixture."""
    app = QgsApplication([], True)
    QgsApplication.initQgis()
    yield app
    tidy()
    QgsApplication.taskManager().cancelAll()
    spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 10)
    tidy()
    QgsApplication.exitQgis()


def tidy() -> None:
    """Lets go of layers and of what waits to be deleted: a layer that outlives QGIS crashes it."""
    QgsProject.instance().clear()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def spin_until(condition: Callable[[], Any], seconds: float) -> bool:
    """Runs the event loop until the condition holds; says whether it did in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()
    return True
