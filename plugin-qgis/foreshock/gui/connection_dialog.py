"""Where the broker is, and the credentials for it."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsAuthConfigSelect, QgsPasswordLineEdit
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import ForeshockError
from .connection_store import ConnectionStore


class ConnectionDialog(QDialog):
    """Edits a :class:`ConnectionStore`."""

    saved = pyqtSignal()

    def __init__(self, store: ConnectionStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._store = store
        self.setObjectName("ForeshockConnectionDialog")
        self.setWindowTitle(_tr("Connection to the fleet"))
        self._url = QLineEdit(store.url())
        self._url.setObjectName("url")
        self._url.setPlaceholderText("amqps://ana@broker.example.org/%2Fforeshock")
        self._session = QRadioButton(_tr("Password for this session (kept in memory only)"))
        self._session.setObjectName("session")
        self._password = QgsPasswordLineEdit()
        self._password.setObjectName("password")
        self._stored = QRadioButton(_tr("Credentials stored in QGIS (encrypted)"))
        self._stored.setObjectName("stored")
        self._select = QgsAuthConfigSelect(self)
        self._select.setObjectName("authcfg")
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        if store.authcfg():
            self._select.setConfigId(store.authcfg())
        (self._stored if store.authcfg() else self._session).setChecked(True)
        self._session.toggled.connect(self._follow)
        self._follow()

        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_tr("Broker"), self._url)
        form.addRow(self._session)
        form.addRow(_tr("Password"), self._password)
        form.addRow(self._stored)
        form.addRow(self._select)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        self.resize(520, self.sizeHint().height())

    def accept(self) -> None:
        """Keeps the settings if they can be right."""
        authcfg = self._select.configId() if self._stored.isChecked() else ""
        try:
            if self._stored.isChecked() and not authcfg:
                raise ForeshockError(_tr("No stored credentials are chosen."), _tr("Choose or create some."))
            self._store.save(self._url.text(), authcfg, self._password.text())
        except ForeshockError as error:
            self._problem.setText(str(error))
            return
        super().accept()
        self.saved.emit()

    def _follow(self) -> None:
        self._password.setEnabled(self._session.isChecked())
        self._select.setEnabled(self._stored.isChecked())


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockConnectionDialog", text)
