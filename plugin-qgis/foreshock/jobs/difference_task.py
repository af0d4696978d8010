"""Writes a difference in the background of QGIS."""

from __future__ import annotations

import logging
from typing import Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ..compat import TASK_FLAGS
from ..core.errors import ForeshockError
from ..imagery.difference import Difference, TwoRasters, write_difference
from ..imagery.footprint import Cancelled

logger = logging.getLogger(__name__)


class DifferenceTask(QgsTask):
    """|after − before| of two rasters as a file."""

    ended = pyqtSignal(object, object)  # Difference or None, ForeshockError or None

    def __init__(self, two: TwoRasters, path: str, name: str) -> None:
        super().__init__(_tr("Difference: {layer}").format(layer=name), TASK_FLAGS)
        self._pair = two
        self._path = path
        self._difference: Optional[Difference] = None
        self._error: Optional[ForeshockError] = None

    def run(self) -> bool:
        """On a worker thread. An exception that leaves it would end QGIS, so none does."""
        try:
            self._difference = write_difference(self._pair, self._path, self._go_on)
        except Cancelled:
            return False
        except ForeshockError as error:
            self._error = error
        except Exception as error:
            logger.exception("computing a difference failed")
            self._error = ForeshockError(_tr("The difference cannot be computed: {reason}.").format(reason=error))
        return self._error is None

    def _go_on(self, share: float) -> bool:
        self.setProgress(100.0 * share)
        return not self.isCanceled()

    def finished(self, _ok: bool) -> None:
        """On the main thread."""
        self.ended.emit(self._difference, self._error)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockDifference", text)
