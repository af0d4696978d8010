"""The window with the log of one job."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from .buttons import translated

#: How often the log is read again while the window is open, milliseconds.
_AGAIN = 1000
_SIZE = (760, 420)


class LogWindow(QDialog):
    """Follows a log as long as it is open."""

    def __init__(self, title: str, read: Callable[[], List[str]], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._read = read
        self._lines: List[str] = []
        self.setObjectName("ForeshockLog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Log: {job}").format(job=title))
        self.resize(*_SIZE)
        self._text = QPlainTextEdit()
        self._text.setObjectName("log")
        self._text.setReadOnly(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setPlaceholderText(_tr("Nothing was noted for this job. Processing keeps a log of its own."))
        buttons = translated(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        copy = buttons.addButton(_tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copy")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self._text.toPlainText()))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(_tr("Times are UTC. The log holds no passwords.")))
        layout.addWidget(self._text, 1)
        layout.addWidget(buttons)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(_AGAIN)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is new; a reader who has scrolled up stays where they are."""
        lines = self._read()
        if lines == self._lines:
            return
        bar = self._text.verticalScrollBar()
        at_end, place = bar.value() >= bar.maximum(), bar.value()
        self._lines = lines
        self._text.setPlainText("\n".join(lines))
        bar.setValue(bar.maximum() if at_end else place)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockLogWindow", text)
