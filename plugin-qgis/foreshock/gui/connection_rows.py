"""The fields of a connection as rows of a form: the connection dialog and the first-run wizard share them."""

from __future__ import annotations

import shutil
from typing import Any

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.gui import QgsAuthConfigSelect, QgsFileWidget, QgsPasswordLineEdit
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
)

from ..connection import FLEET, LOCAL, Connection
from ..core.broker_settings import BrokerSettings
from ..core.errors import ForeshockError
from ..qgis_proxy import find_proxy
from ..stored_credentials import BASIC, BUNDLE, IDENTITY, PATHS
from .forms import named

#: Width that texts in a form are laid out for, px.
WIDTH = 560
_FIELD_WIDTH = WIDTH - 150
_MOST_THREADS = 256
#: Pause in the typing before the way to an address is looked up, milliseconds.
_PAUSE = 300


class AddressRows(QObject):
    """Where the broker is, and by which way QGIS's options lead there."""

    changed = pyqtSignal()

    def __init__(self, form: QFormLayout, kept: Connection, parent: QObject) -> None:
        super().__init__(parent)
        self._url = named(QLineEdit(kept.url), "url")
        self._url.setPlaceholderText("amqps://ana@broker.example.org/%2Fforeshock")
        self._way = named(QLabel(), "way")
        self._way.setWordWrap(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._show_way)
        self._url.textChanged.connect(lambda _: self._timer.start())
        self._url.textChanged.connect(lambda _: self.changed.emit())
        form.addRow(_tr("Broker"), self._url)
        form.addRow("", self._way)
        self._show_way()

    def url(self) -> str:
        return self._url.text().strip()

    def _show_way(self) -> None:
        text = _way(self.url())
        self._way.setText(text)
        # A form gives a wrapped label one line's height when it is shown later.
        self._way.setMinimumHeight(self._way.heightForWidth(_FIELD_WIDTH) if text else 0)
        self._way.setVisible(bool(text))


class AuthorityRow(QObject):
    """Whose certificates are trusted besides those that QGIS trusts."""

    def __init__(self, form: QFormLayout, kept: Connection, parent: QObject) -> None:
        super().__init__(parent)
        self._ca = named(QgsFileWidget(), "ca")
        self._ca.setFilter(_tr("Certificates (*.pem *.crt *.cer)"))
        self._ca.setFilePath(kept.ca_file)
        self._ca.lineEdit().setPlaceholderText(_tr("only for an operator's own authority"))
        form.addRow(_tr("CA file"), self._ca)

    def ca_file(self) -> str:
        return self._ca.filePath()


class CredentialRows(QObject):
    """Who we are: a password, credentials that QGIS stores, or a client certificate that it stores."""

    changed = pyqtSignal()

    def __init__(self, form: QFormLayout, kept: Connection, parent: QObject) -> None:
        super().__init__(parent)
        self._session = named(QRadioButton(_tr("Password, kept in memory until QGIS ends")), "session")
        self._password = named(QgsPasswordLineEdit(), "password")
        self._password.setText(kept.password)
        self._run_only = named(QCheckBox(_tr("For the next run only, then forgotten")), "runOnly")
        self._run_only.setChecked(kept.run_only)
        self._stored = named(QRadioButton(_tr("User and password stored in QGIS, encrypted")), "stored")
        self._certificate = named(QRadioButton(_tr("Client certificate stored in QGIS, encrypted")), "certificate")
        self._select = named(QgsAuthConfigSelect(), "authcfg")
        if kept.authcfg:
            self._select.setConfigId(kept.authcfg)
        self._help = wrapped(max(_stored_help(), _certificate_help(), key=len))
        chosen = self._session
        if kept.authcfg:
            chosen = self._certificate if _is_certificate(kept.authcfg) else self._stored
        chosen.setChecked(True)
        for button in (self._session, self._stored, self._certificate):
            button.toggled.connect(self._follow)
            button.toggled.connect(lambda _: self.changed.emit())
        self._password.textChanged.connect(lambda _: self.changed.emit())
        self._select.selectedConfigIdChanged.connect(lambda _: self.changed.emit())
        form.addRow(self._session)
        form.addRow(_tr("Password"), self._password)
        form.addRow("", self._run_only)
        form.addRow(self._stored)
        form.addRow(self._certificate)
        form.addRow(self._select)
        form.addRow(self._help)
        self._follow()

    def is_stored(self) -> bool:
        return not self._session.isChecked()

    def authcfg(self) -> str:
        return self._select.configId() if self.is_stored() else ""

    def password(self) -> str:
        return "" if self.is_stored() else self._password.text()

    def run_only(self) -> bool:
        return self._run_only.isChecked() and not self.is_stored()

    def check(self) -> None:
        """Refuses stored credentials of which none are chosen."""
        if self.is_stored() and not self.authcfg():
            raise ForeshockError(_tr("No stored credentials are chosen."), _tr("Choose or create some."))

    def _follow(self, *_: Any) -> None:
        stored = self.is_stored()
        self._password.setEnabled(not stored)
        self._run_only.setEnabled(not stored)
        self._select.setEnabled(stored)
        self._help.setVisible(stored)
        self._help.setText(_certificate_help() if self._certificate.isChecked() else _stored_help())


class ProgramRows(QObject):
    """The program on this computer."""

    changed = pyqtSignal()

    def __init__(self, form: QFormLayout, kept: Connection, parent: QObject) -> None:
        super().__init__(parent)
        self._program = named(QgsFileWidget(), "program")
        self._program.setFilePath(kept.program or shutil.which("foreshock") or "")
        self._program.fileChanged.connect(lambda _: self.changed.emit())
        self._program.lineEdit().setPlaceholderText(_tr("the file “foreshock” or “foreshock.exe”"))
        self._model = named(QgsFileWidget(), "model")
        self._model.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._model.setFilePath(kept.model)
        self._model.lineEdit().setPlaceholderText(_tr("the program's own small model"))
        self._threads = named(QSpinBox(), "threads")
        self._threads.setRange(0, _MOST_THREADS)
        self._threads.setSpecialValueText(_tr("automatic"))
        self._threads.setValue(kept.threads)
        form.addRow(wrapped(_tr("The model runs on this computer. No imagery leaves it, and no broker is needed.")))
        form.addRow(_tr("Program"), self._program)
        form.addRow(_tr("Model folder"), self._model)
        form.addRow(_tr("Threads"), self._threads)

    def program(self) -> str:
        return self._program.filePath()

    def model(self) -> str:
        return self._model.filePath()

    def threads(self) -> int:
        return self._threads.value()


def composed(
    is_local: bool,
    address: AddressRows,
    authority: AuthorityRow,
    credentials: CredentialRows,
    program: ProgramRows,
) -> Connection:
    """What the fields say."""
    return Connection(
        mode=LOCAL if is_local else FLEET,
        url=address.url(),
        authcfg=credentials.authcfg(),
        password=credentials.password(),
        run_only=credentials.run_only(),
        ca_file=authority.ca_file(),
        program=program.program(),
        model=program.model(),
        threads=program.threads(),
    )


def wrapped(text: str) -> QLabel:
    """A text of several lines."""
    label = QLabel(text)
    label.setWordWrap(True)
    if text:
        # A form gives a wrapped label one line's height when it is shown later.
        label.setMinimumHeight(label.heightForWidth(WIDTH - 80))
    return label


def _way(url: str) -> str:
    """By which way QGIS's options lead to an address; nothing while it is not one."""
    try:
        settings = BrokerSettings.from_url(url)
    except ForeshockError:
        return ""
    if QgsNetworkAccessManager.instance().useSystemProxy():
        # Asking the system may take seconds; the test of the connection does.
        return _tr("Through the proxy of the system's settings, if they name one for this address (QGIS options).")
    try:
        proxy = find_proxy(settings.host, settings.port)
    except ForeshockError as error:
        return str(error)
    if proxy is None:
        return _tr("Directly, without a proxy (QGIS options).")
    return _tr("Through {proxy} (QGIS options).").format(proxy=proxy.label())


def _is_certificate(authcfg: str) -> bool:
    """By what QGIS knows without the master password."""
    config = QgsApplication.authManager().availableAuthMethodConfigs().get(authcfg)
    return config is not None and config.method() in (PATHS, BUNDLE, IDENTITY)


def _stored_help() -> str:
    return _tr("Choose or create credentials of the type “{type}”.").format(type=BASIC) + " " + _unlock_help()


def _certificate_help() -> str:
    kinds = _tr(
        "Choose or create credentials of the type “{bundle}” (a .p12 or .pfx file), “{paths}” (PEM files) or "
        "“{identity}” (imported in QGIS's options)."
    ).format(bundle=BUNDLE, paths=PATHS, identity=IDENTITY)
    return kinds + " " + _unlock_help()


def _unlock_help() -> str:
    return _tr(
        "When Foreshock first connects, QGIS asks for your master password: it opens QGIS's encrypted store of "
        "credentials, and is not the broker's."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockConnectionRows", text)
