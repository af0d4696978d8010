"""Who does the work, and the credentials for it."""

from __future__ import annotations

import platform
import shutil
from typing import Any, Optional

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsAuthConfigSelect, QgsFileWidget, QgsPasswordLineEdit
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..connection import FLEET, LOCAL, Connection, ConnectionStore
from ..core.errors import ForeshockError
from ..transport.probe import Step, Verdict, diagnostics
from ..version import VERSION
from .connection_test import ConnectionTest

_WIDTH = 560
#: Room for all steps of a fleet's test.
_STEPS_HEIGHT = 210
_MOST_THREADS = 256


class ConnectionDialog(QDialog):
    """Edits a :class:`ConnectionStore`."""

    saved = pyqtSignal()

    def __init__(self, store: ConnectionStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._store = store
        self._test: Optional[ConnectionTest] = None
        kept = store.connection()
        self.setObjectName("ForeshockConnectionDialog")
        # Its parent stays, and a password must not stay in a window that nobody sees.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Foreshock: connection"))
        self._mode = _named(QTabWidget(), "mode")
        self._mode.addTab(self._fleet_tab(kept), _tr("A fleet (broker)"))
        self._mode.addTab(self._local_tab(kept), _tr("This computer"))
        self._mode.setCurrentIndex(1 if kept.mode == LOCAL else 0)
        self._mode.currentChanged.connect(self._forget_test)
        self._problem = _named(_wrapped(""), "problem")
        self._problem.hide()
        self._steps = _named(QListWidget(), "steps")
        self._steps.setWordWrap(True)
        self._steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._steps.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._steps.setMinimumHeight(_STEPS_HEIGHT)
        self._steps.hide()
        self._test_button = _named(QPushButton(_tr("Test")), "test")
        self._test_button.setAutoDefault(False)
        self._test_button.clicked.connect(self._begin_test)
        self._copy = _named(QPushButton(_tr("Copy diagnostics")), "copy")
        self._copy.setAutoDefault(False)
        self._copy.setToolTip(_tr("For the operator of the fleet. Passwords are not in it."))
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self._copy_diagnostics)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addWidget(self._test_button)
        bottom.addWidget(self._copy)
        bottom.addStretch()
        bottom.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(self._mode)
        layout.addWidget(self._problem)
        layout.addWidget(self._steps, 1)
        layout.addLayout(bottom)
        self.finished.connect(self._end_test)
        self.resize(_WIDTH, self.sizeHint().height())

    def connection(self) -> Connection:
        """What the fields say."""
        stored = self._stored.isChecked()
        return Connection(
            mode=LOCAL if self._mode.currentIndex() == 1 else FLEET,
            url=self._url.text().strip(),
            authcfg=self._select.configId() if stored else "",
            password="" if stored else self._password.text(),
            run_only=self._run_only.isChecked() and not stored,
            ca_file=self._ca.filePath(),
            program=self._program.filePath(),
            model=self._model.filePath(),
            threads=self._threads.value(),
        )

    def accept(self) -> None:
        """Keeps the settings if they can be right."""
        try:
            self._store.save(self._checked())
        except ForeshockError as error:
            self._complain(error)
            return
        super().accept()
        self.saved.emit()

    # The tabs ---------------------------------------------------------------------------------------------------

    def _fleet_tab(self, kept: Connection) -> QWidget:
        self._url = _named(QLineEdit(kept.url), "url")
        self._url.setPlaceholderText("amqps://ana@broker.example.org/%2Fforeshock")
        self._session = _named(QRadioButton(_tr("Password, kept in memory until QGIS ends")), "session")
        self._password = _named(QgsPasswordLineEdit(), "password")
        self._password.setText(kept.password)
        self._run_only = _named(QCheckBox(_tr("For the next run only, then forgotten")), "runOnly")
        self._run_only.setChecked(kept.run_only)
        self._stored = _named(QRadioButton(_tr("Credentials stored in QGIS, encrypted")), "stored")
        self._select = _named(QgsAuthConfigSelect(self), "authcfg")
        if kept.authcfg:
            self._select.setConfigId(kept.authcfg)
        self._unlock = _wrapped(
            _tr(
                "“Basic” for user and password, “PKI-Paths” for a client certificate. When Foreshock first connects, "
                "QGIS asks for your master password: it opens QGIS's encrypted store of credentials, and is not "
                "the broker's."
            )
        )
        self._ca = _named(QgsFileWidget(), "ca")
        self._ca.setFilter(_tr("Certificates (*.pem *.crt *.cer)"))
        self._ca.setFilePath(kept.ca_file)
        self._ca.lineEdit().setPlaceholderText(_tr("only for an operator's own authority"))
        (self._stored if kept.authcfg else self._session).setChecked(True)
        self._session.toggled.connect(self._follow)
        self._follow()

        form = _form()
        form.addRow(_tr("Broker"), self._url)
        form.addRow(self._session)
        form.addRow(_tr("Password"), self._password)
        form.addRow("", self._run_only)
        form.addRow(self._stored)
        form.addRow(self._select)
        form.addRow(self._unlock)
        form.addRow(_tr("CA file"), self._ca)
        return _page(form)

    def _local_tab(self, kept: Connection) -> QWidget:
        self._program = _named(QgsFileWidget(), "program")
        self._program.setFilePath(kept.program or shutil.which("foreshock") or "")
        self._program.lineEdit().setPlaceholderText(_tr("the file “foreshock” or “foreshock.exe”"))
        self._model = _named(QgsFileWidget(), "model")
        self._model.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._model.setFilePath(kept.model)
        self._model.lineEdit().setPlaceholderText(_tr("the program's own small model"))
        self._threads = _named(QSpinBox(), "threads")
        self._threads.setRange(0, _MOST_THREADS)
        self._threads.setSpecialValueText(_tr("automatic"))
        self._threads.setValue(kept.threads)
        form = _form()
        form.addRow(_wrapped(_tr("The model runs on this computer. No imagery leaves it, and no broker is needed.")))
        form.addRow(_tr("Program"), self._program)
        form.addRow(_tr("Model folder"), self._model)
        form.addRow(_tr("Threads"), self._threads)
        return _page(form)

    def _follow(self) -> None:
        by_password = self._session.isChecked()
        self._password.setEnabled(by_password)
        self._run_only.setEnabled(by_password)
        self._select.setEnabled(not by_password)
        self._unlock.setVisible(not by_password)

    # The test ---------------------------------------------------------------------------------------------------

    def _begin_test(self) -> None:
        self._forget_test()
        try:
            settings = self._checked().settings()
        except ForeshockError as error:
            self._complain(error)
            return
        self._steps.show()
        self._test_button.setEnabled(False)
        self._test_button.setText(_tr("Testing…"))
        self._test = ConnectionTest(settings, self)
        self._test.stepped.connect(self._show_step)
        self._test.ended.connect(self._test_ended)
        self._test.start()

    def _show_step(self, step: Step) -> None:
        item = QListWidgetItem(str(step))
        if step.verdict is Verdict.BAD:
            item.setForeground(QColor("#b00020"))
        elif step.verdict is Verdict.NOT_TRIED:
            item.setForeground(self.palette().mid())
        self._steps.addItem(item)
        if step.verdict is not Verdict.NOT_TRIED:
            self._steps.scrollToItem(item)

    def _test_ended(self) -> None:
        self._test_button.setEnabled(True)
        self._test_button.setText(_tr("Test"))
        self._copy.setEnabled(True)

    def _forget_test(self) -> None:
        """What was tested is not what is shown."""
        self._end_test()
        self._test_ended()
        self._copy.setEnabled(False)
        self._steps.clear()
        self._problem.hide()

    def _end_test(self, *_: Any) -> None:
        if self._test is not None:
            self._test.stop()
            self._test.deleteLater()
            self._test = None

    def _copy_diagnostics(self) -> None:
        head = f"Foreshock {VERSION}, QGIS {Qgis.version()}, Python {platform.python_version()}, {platform.platform()}"
        text = diagnostics(self._test.settings, self._test.steps)
        QgsApplication.clipboard().setText(f"{head}\n{text}\n")

    # Small things -----------------------------------------------------------------------------------------------

    def _checked(self) -> Connection:
        connection = self.connection()
        if connection.mode == FLEET and self._stored.isChecked() and not connection.authcfg:
            raise ForeshockError(_tr("No stored credentials are chosen."), _tr("Choose or create some."))
        return connection

    def _complain(self, error: ForeshockError) -> None:
        self._problem.setText(str(error))
        self._problem.show()


def _named(widget: Any, name: str) -> Any:
    widget.setObjectName(name)
    return widget


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    if text:
        # A form gives a wrapped label one line's height when it is shown later.
        label.setMinimumHeight(label.heightForWidth(_WIDTH - 80))
    return label


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def _page(form: QFormLayout) -> QWidget:
    page = QWidget()
    page.setLayout(form)
    return page


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockConnectionDialog", text)
