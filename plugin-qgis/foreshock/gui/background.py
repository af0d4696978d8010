"""Work in the background of QGIS for a window that waits for it."""

from __future__ import annotations

import logging
from typing import Any, Callable, Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ..compat import TASK_FLAGS
from ..core.errors import ForeshockError
from ..imagery.footprint import Cancelled

logger = logging.getLogger(__name__)

#: Is given a function that tells how far it is, and gives whether to go on.
Work = Callable[[Callable[[int], bool]], Any]


class BackgroundTask(QgsTask):
    """Runs a function that touches nothing of the main thread."""

    told = pyqtSignal(int)
    ended = pyqtSignal(object, object)  # what the function gave, or None; ForeshockError, or None

    def __init__(self, description: str, work: Work) -> None:
        super().__init__(description, TASK_FLAGS)
        self._work: Optional[Work] = work
        self._outcome: Any = None
        self._error: Optional[ForeshockError] = None

    def run(self) -> bool:
        """On a worker thread. An exception that leaves it would end QGIS, so none does."""
        try:
            self._outcome = self._work(self._go_on)
        except Cancelled:
            return False
        except ForeshockError as error:
            self._error = error
        except Exception as error:
            logger.exception("%s failed", self.description())
            self._error = ForeshockError(_tr("That failed: {reason}.").format(reason=error))
        finally:
            self._work = None  # lets go of what it holds
        return self._error is None

    def _go_on(self, done: int) -> bool:
        self.told.emit(done)
        return not self.isCanceled()

    def finished(self, _ok: bool) -> None:
        """On the main thread."""
        outcome, self._outcome = self._outcome, None
        self.ended.emit(outcome, self._error)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockBackground", text)
