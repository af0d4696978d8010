"""The first use: who does the work, step by step, tried out before it is kept."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QKeySequence
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from ..connection import LOCAL, Connection, ConnectionStore
from ..core.broker_settings import BrokerSettings, Settings
from ..core.errors import ForeshockError
from ..metadata import ICON
from .buttons import translate_wizard
from .connection_rows import AddressRows, AuthorityRow, CredentialRows, ProgramRows, composed, wrapped
from .forms import form as new_form
from .forms import named
from .help import install_help
from .test_panel import TestPanel

_WELCOME, _WHO, _ADDRESS, _CREDENTIALS, _PROGRAM, _TEST, _DONE = range(7)
#: Pixels.
_WIDTH, _HEIGHT, _LOGO = 640, 520, 40


class FirstRun(QWizard):
    """Fills a :class:`ConnectionStore`; tells by :attr:`saved`, when it closes, that it has. Its help, by the button or
    F1, is asked for by :attr:`helpRequested`."""

    saved = pyqtSignal()

    def __init__(self, store: ConnectionStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._store = store
        self._is_saved = False
        kept = store.connection()
        self.setObjectName("ForeshockFirstRun")
        # Its parent stays, and a password must not stay in a window that nobody sees.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Set up Foreshock"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setPixmap(QWizard.WizardPixmap.LogoPixmap, QIcon(ICON).pixmap(_LOGO, _LOGO))
        self.setOption(QWizard.WizardOption.HaveHelpButton, True)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage, True)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage, True)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage, True)
        translate_wizard(self)
        self.setButtonText(QWizard.WizardButton.CommitButton, _tr("Save"))
        self._who = _Who(kept)
        self._address = _Address(kept)
        self._credentials = _Credentials(kept, self._address.url)
        self._program = _Program(kept)
        self._test = _Test(self._settings)
        for number, page in (
            (_WELCOME, _Welcome()),
            (_WHO, self._who),
            (_ADDRESS, self._address),
            (_CREDENTIALS, self._credentials),
            (_PROGRAM, self._program),
            (_TEST, self._test),
            (_DONE, _Done(self._test)),
        ):
            self.setPage(number, page)
        self.finished.connect(self._end)
        install_help(self, "connection")
        self.resize(_WIDTH, _HEIGHT)

    def nextId(self) -> int:
        here = self.currentId()
        if here == _WHO:
            return _PROGRAM if self._who.is_local() else _ADDRESS
        if here == _CREDENTIALS:
            return _TEST
        return -1 if here == _DONE else here + 1

    def connection(self) -> Connection:
        """What the fields say."""
        return composed(
            self._who.is_local(),
            self._address.address,
            self._address.authority,
            self._credentials.rows,
            self._program.rows,
        )

    def validateCurrentPage(self) -> bool:
        """Goes on from a page whose fields can be right; from the test it keeps them."""
        page = self.currentPage()
        try:
            if isinstance(page, _FormPage):
                page.check()
            if page is self._test:
                self._store.save(self.connection())
                self._is_saved = True
        except ForeshockError as error:
            page.complain(error)
            return False
        return super().validateCurrentPage()

    def keyPressEvent(self, event: Any) -> None:
        if event.matches(QKeySequence.StandardKey.HelpContents):
            self.helpRequested.emit()
            return
        super().keyPressEvent(event)

    def _settings(self) -> Settings:
        return self.connection().settings()

    def _end(self, *_: Any) -> None:
        self._test.panel.stop()
        if self._is_saved:
            self.saved.emit()


class _Page(QWizardPage):
    """A title, a sentence below it, and room."""

    def __init__(self, title: str, subtitle: str) -> None:
        super().__init__()
        self.setTitle(title)
        self.setSubTitle(subtitle)
        self.room = QVBoxLayout(self)


class _FormPage(_Page):
    """A page with fields; what is wrong with them stands below."""

    def __init__(self, title: str, subtitle: str) -> None:
        super().__init__(title, subtitle)
        self.form: QFormLayout = new_form()
        self._problem = named(wrapped(""), "problem")
        self._problem.setStyleSheet("color: #b00020")
        self._problem.hide()
        self.room.addLayout(self.form)
        self.room.addWidget(self._problem)
        self.room.addStretch()

    def initializePage(self) -> None:
        self._problem.hide()

    def check(self) -> None:
        """Raises what is wrong."""
        self._problem.hide()

    def complain(self, error: ForeshockError) -> None:
        self._problem.setText(str(error))
        self._problem.show()


class _Welcome(_Page):
    def __init__(self) -> None:
        super().__init__(
            _tr("What if it happened here?"), _tr("Foreshock computes how a place would look after a disaster.")
        )
        for text in (
            _tr(
                "You right-click a raster layer and say what shall happen there: a flood, an earthquake, a fire, or in "
                "your own words. A new layer comes back, which lies exactly on the old one."
            ),
            _tr(
                "<b>Every result is synthetic imagery: a computed scenario, not an observation.</b> It is marked as "
                "such in its name, on the map, in the layer panel and in its file."
            ),
            _tr(
                "The next pages ask who does the work, and try it out. It takes two minutes, and can be changed later."
            ),
        ):
            self.room.addWidget(_paragraph(text))
        self.room.addStretch()


class _Who(_Page):
    def __init__(self, kept: Connection) -> None:
        super().__init__(_tr("Who does the work?"), _tr("The model runs in one of two places."))
        self._fleet = named(QRadioButton(_tr("A fleet of workers that my organisation runs")), "fleet")
        self._local = named(QRadioButton(_tr("This computer")), "local")
        (self._local if kept.mode == LOCAL else self._fleet).setChecked(True)
        for button, text in (
            (
                self._fleet,
                _tr(
                    "Fast, also for large areas, and it goes on while QGIS is closed. You need the address of its "
                    "broker and your password or certificate; the operator gives you both. The imagery of your area is "
                    "sent there, encrypted."
                ),
            ),
            (
                self._local,
                _tr(
                    "No network, no account: nothing leaves this computer. You need the program “foreshock”. Large "
                    "areas take long, and go on only while QGIS runs."
                ),
            ),
        ):
            self.room.addWidget(button)
            self.room.addWidget(_paragraph(text, indent=24))
        self.room.addStretch()

    def is_local(self) -> bool:
        return self._local.isChecked()


class _Address(_FormPage):
    def __init__(self, kept: Connection) -> None:
        super().__init__(_tr("Where is the fleet?"), _tr("The operator gives you the address of its broker."))
        self.address = AddressRows(self.form, kept, self)
        self.form.addRow(
            "",
            _paragraph(_tr("The part before @ is your user name, the part after the last / the fleet's own area.")),
        )
        self.authority = AuthorityRow(self.form, kept, self)
        self.form.addRow(
            "",
            _paragraph(
                _tr(
                    "Leave the CA file empty unless the operator gave you one: the certificates that QGIS and the "
                    "system trust are trusted here, too."
                )
            ),
        )

        self.address.changed.connect(self._problem.hide)

    def url(self) -> str:
        return self.address.url()

    def check(self) -> None:
        super().check()
        if not self.url():
            raise ForeshockError(_tr("There is no address yet."), _tr("Ask the operator for it."))
        BrokerSettings.from_url(self.url())


class _Credentials(_FormPage):
    def __init__(self, kept: Connection, url: Callable[[], str]) -> None:
        super().__init__(_tr("Who are you?"), _tr("No password is ever written to the settings."))
        self._url = url
        self.rows = CredentialRows(self.form, kept, self)
        self.rows.changed.connect(self._problem.hide)

    def check(self) -> None:
        super().check()
        self.rows.check()
        in_address = BrokerSettings.from_url(self._url()).password
        if not (self.rows.is_stored() or self.rows.password() or in_address):
            raise ForeshockError(_tr("There is no password yet."), _tr("Type it, or choose another way."))


class _Program(_FormPage):
    def __init__(self, kept: Connection) -> None:
        super().__init__(_tr("Which program?"), _tr("“foreshock” computes the imagery; it needs no installation."))
        self.rows = ProgramRows(self.form, kept, self)
        self.rows.changed.connect(self._problem.hide)

    def check(self) -> None:
        super().check()
        if not self.rows.program():
            raise ForeshockError(
                _tr("There is no program yet."), _tr("Choose the file “foreshock” (on Windows “foreshock.exe”).")
            )


class _Test(_Page):
    """Tries it out as soon as it is shown. A failure keeps nobody from going on."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        super().__init__(_tr("Does it work?"), _tr("You can save without waiting for the end."))
        #: Whether the last test has come to a bad end.
        self.has_failed = False
        self.panel = TestPanel(settings)
        self.panel.tested.connect(self._say)
        self._verdict = named(_paragraph(""), "verdict")
        self._verdict.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.panel.test_button)
        buttons.addWidget(self.panel.copy_button)
        buttons.addStretch()
        self.room.addWidget(self.panel, 1)
        self.room.addWidget(self._verdict)
        self.room.addLayout(buttons)
        self.panel.test_button.clicked.connect(self._verdict.hide)
        self.setCommitPage(True)

    def initializePage(self) -> None:
        self.has_failed = False
        self._verdict.hide()
        self.panel.begin()

    def cleanupPage(self) -> None:
        self.panel.forget()

    def complain(self, error: ForeshockError) -> None:
        self.panel.complain(error)

    def _say(self, is_well: bool) -> None:
        self.has_failed = not is_well
        self._verdict.setText(
            _tr("All is well.")
            if is_well
            else _tr(
                "Go back and put it right, or save it as it is: it can be changed at any time under Raster → Foreshock "
                "→ Connection…"
            )
        )
        self._verdict.show()


class _Done(_Page):
    """What comes next; if the test has failed, that first of all."""

    def __init__(self, test: _Test) -> None:
        super().__init__(_tr("Ready"), _tr("Three clicks to the first result:"))
        self._test = test
        self._but = named(
            _paragraph(
                _tr(
                    "<b>It is saved, but the test has failed.</b> Put it right under Raster → Foreshock → Connection…, "
                    "where Test says what is missing. Then:"
                )
            ),
            "but",
        )
        self.room.addWidget(self._but)
        for number, text in enumerate(
            (
                _tr("Right-click a raster layer → <b>Simulate damage…</b>"),
                _tr("Choose the <b>scenario</b> and how bad it is. The area is what the map shows."),
                _tr("Press <b>Run</b>. Tiles appear on the map as they are finished."),
            ),
            start=1,
        ):
            self.room.addWidget(_paragraph(f"<b>{number}.</b>&nbsp; {text}"))
        self.room.addSpacing(8)
        self.room.addWidget(
            _paragraph(
                _tr(
                    "No imagery at hand? Any map service works too, such as an XYZ layer of aerial imagery. <b>User "
                    "guide</b> in the same menu tells more."
                )
            )
        )
        self.room.addStretch()

    def initializePage(self) -> None:
        self.setTitle(_tr("Not ready yet") if self._test.has_failed else _tr("Ready"))
        self._but.setVisible(self._test.has_failed)


def _paragraph(text: str, indent: int = 0) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setContentsMargins(indent, 0, 0, 8)
    return label


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockFirstRun", text)
