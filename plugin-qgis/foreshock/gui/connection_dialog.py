"""Who does the work, and the credentials for it."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ..connection import LOCAL, Connection, ConnectionStore
from ..core.broker_settings import Settings
from ..core.errors import ForeshockError
from .buttons import translated
from .connection_rows import WIDTH, AddressRows, AuthorityRow, CredentialRows, ProgramRows, composed
from .forms import form as new_form
from .forms import named
from .test_panel import TestPanel


class ConnectionDialog(QDialog):
    """Edits a :class:`ConnectionStore`."""

    saved = pyqtSignal()
    help_requested = pyqtSignal()

    def __init__(self, store: ConnectionStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._store = store
        kept = store.connection()
        self.setObjectName("ForeshockConnectionDialog")
        # Its parent stays, and a password must not stay in a window that nobody sees.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Foreshock: connection"))
        fleet, local = new_form(), new_form()
        self._address = AddressRows(fleet, kept, self)
        self._credentials = CredentialRows(fleet, kept, self)
        self._authority = AuthorityRow(fleet, kept, self)
        self._program = ProgramRows(local, kept, self)
        self._mode = named(QTabWidget(), "mode")
        self._mode.addTab(_page(fleet), _tr("A fleet (broker)"))
        self._mode.addTab(_page(local), _tr("This computer"))
        self._mode.setCurrentIndex(1 if kept.mode == LOCAL else 0)
        self._test = TestPanel(self._settings, self)
        self._mode.currentChanged.connect(self._test.forget)
        kinds = QDialogButtonBox.StandardButton
        buttons = translated(QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Help))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.helpRequested.connect(self.help_requested)
        bottom = QHBoxLayout()
        bottom.addWidget(self._test.test_button)
        bottom.addWidget(self._test.copy_button)
        bottom.addStretch()
        bottom.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(self._mode)
        layout.addWidget(self._test, 1)
        layout.addLayout(bottom)
        self.finished.connect(self._test.stop)
        self.resize(WIDTH, self.sizeHint().height())

    def connection(self) -> Connection:
        """What the fields say."""
        is_local = self._mode.currentIndex() == 1
        return composed(is_local, self._address, self._authority, self._credentials, self._program)

    def accept(self) -> None:
        """Keeps the settings if they can be right."""
        try:
            self._store.save(self._checked())
        except ForeshockError as error:
            self._test.complain(error)
            return
        super().accept()
        self.saved.emit()

    def keyPressEvent(self, event: Any) -> None:
        if event.matches(QKeySequence.StandardKey.HelpContents):
            self.help_requested.emit()
            return
        super().keyPressEvent(event)

    def _settings(self) -> Settings:
        return self._checked().settings()

    def _checked(self) -> Connection:
        connection = self.connection()
        if connection.mode != LOCAL:
            self._credentials.check()
        return connection


def _page(form: QFormLayout) -> QWidget:
    page = QWidget()
    page.setLayout(form)
    return page


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockConnectionDialog", text)
