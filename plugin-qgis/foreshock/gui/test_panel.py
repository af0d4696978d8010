"""The steps of a connection's test as they end, and what is wrong with the fields."""

from __future__ import annotations

import platform
from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ..core.broker_settings import Settings
from ..core.errors import ForeshockError
from ..transport.probe import Step, Verdict, diagnostics
from ..version import VERSION
from .connection_rows import wrapped
from .connection_test import ConnectionTest
from .forms import named

#: Room for all steps of a fleet's test.
_STEPS_HEIGHT = 210


class TestPanel(QWidget):
    """Shows a test. Its two buttons belong to whoever shows the panel, to place them."""

    #: A test has ended; whether all is well.
    tested = pyqtSignal(bool)

    def __init__(self, settings: Callable[[], Settings], parent: Optional[QWidget] = None) -> None:
        """``settings`` gives what is to be tested, or raises what is wrong with it."""
        super().__init__(parent)
        self._settings = settings
        self._test: Optional[ConnectionTest] = None
        self._problem = named(wrapped(""), "problem")
        self._problem.hide()
        self._steps = named(QListWidget(), "steps")
        self._steps.setWordWrap(True)
        self._steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._steps.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._steps.setMinimumHeight(_STEPS_HEIGHT)
        self._steps.hide()
        self.test_button = named(QPushButton(_tr("Test")), "test")
        self.test_button.setAutoDefault(False)
        self.test_button.clicked.connect(self.begin)
        self.copy_button = named(QPushButton(_tr("Copy diagnostics")), "copy")
        self.copy_button.setAutoDefault(False)
        self.copy_button.setToolTip(_tr("For the operator of the fleet. Passwords are not in it."))
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self._copy_diagnostics)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._problem)
        layout.addWidget(self._steps, 1)

    def begin(self, *_: Any) -> None:
        """Tests what the settings are now."""
        self.forget()
        try:
            settings = self._settings()
        except ForeshockError as error:
            self.complain(error)
            self.tested.emit(False)
            return
        self._steps.show()
        self.test_button.setEnabled(False)
        self.test_button.setText(_tr("Testing…"))
        self._test = ConnectionTest(settings, self)
        self._test.stepped.connect(self._show_step)
        self._test.ended.connect(self._end)
        self._test.start()

    def complain(self, error: ForeshockError) -> None:
        """Shows what is wrong with the fields."""
        self._problem.setText(str(error))
        self._problem.show()

    def forget(self, *_: Any) -> None:
        """What was tested is not what is shown."""
        self.stop()
        self._show_idle()
        self.copy_button.setEnabled(False)
        self._steps.clear()
        self._problem.hide()

    def stop(self, *_: Any) -> None:
        """Nobody wants to know any more."""
        if self._test is not None:
            self._test.stop()
            self._test.deleteLater()
            self._test = None

    def _show_step(self, step: Step) -> None:
        item = QListWidgetItem(str(step))
        if step.verdict is Verdict.BAD:
            item.setForeground(QColor("#b00020"))
        elif step.verdict is Verdict.NOT_TRIED:
            item.setForeground(self.palette().mid())
        self._steps.addItem(item)
        if step.verdict is not Verdict.NOT_TRIED:
            self._steps.scrollToItem(item)

    def _end(self) -> None:
        self._show_idle()
        self.copy_button.setEnabled(True)
        self.tested.emit(all(step.verdict is Verdict.GOOD for step in self._test.steps))

    def _show_idle(self) -> None:
        self.test_button.setEnabled(True)
        self.test_button.setText(_tr("Test"))

    def _copy_diagnostics(self) -> None:
        head = f"Foreshock {VERSION}, QGIS {Qgis.version()}, Python {platform.python_version()}, {platform.platform()}"
        text = diagnostics(self._test.settings, self._test.steps)
        QgsApplication.clipboard().setText(f"{head}\n{text}\n")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockTestPanel", text)
