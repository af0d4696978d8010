"""Makes a report in the background of QGIS."""

from __future__ import annotations

import logging
from typing import List, Optional, Tuple

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ..assess.making import Order, make_report
from ..compat import TASK_FLAGS
from ..core.errors import ForeshockError
from ..imagery.footprint import Cancelled

logger = logging.getLogger(__name__)


class ReportTask(QgsTask):
    """Writes the files of one order. Everything that it reads it opens itself: no layer of the project is touched."""

    ended = pyqtSignal(object, object)  # names of the files, or None; ForeshockError or None

    def __init__(self, order: Order) -> None:
        super().__init__(_tr("Report: {title}").format(title=order.title), TASK_FLAGS)
        self._order = order
        self._written: Optional[List[str]] = None
        self._error: Optional[ForeshockError] = None

    def run(self) -> bool:
        """On a worker thread. An exception that leaves it would end QGIS, so none does."""
        problem: Optional[Tuple[str, str]] = None
        try:
            self._written = make_report(self._order, self._go_on)
        except Cancelled:
            return False
        except ForeshockError as error:
            problem = (error.message, error.hint)
        except Exception as error:
            logger.exception("making a report failed")
            problem = (_tr("The report cannot be made: {reason}.").format(reason=error), "")
        if problem is not None:
            # A new one: the traceback of the other would keep layers of this thread alive beyond it.
            self._error = ForeshockError(*problem)
        return problem is None

    def _go_on(self, share: float) -> bool:
        self.setProgress(100.0 * share)
        return not self.isCanceled()

    def finished(self, _ok: bool) -> None:
        """On the main thread."""
        self.ended.emit(self._written, self._error)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockReportTask", text)
