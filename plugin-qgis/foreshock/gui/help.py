"""The ways to the plugin's help: menus, F1, Help buttons, the algorithms of Processing."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QEvent, QObject, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QDialogButtonBox, QWidget

from ..compat import is_gone
from ..help_pages import ENGLISH, PAGES
from ..translations import language_of, qgis_locale
from .help_window import HelpWindow

#: Links that our window opens instead of the browser: ``foreshock-help:jobs``.
SCHEME = "foreshock-help"

#: There is at most one.
_window: Optional[HelpWindow] = None


def open_help(page: str = PAGES[0]) -> None:
    """Shows a page in the help window, which is opened or brought to the front."""
    global _window
    if is_gone(_window):
        _window = HelpWindow(language_of(qgis_locale()) or ENGLISH)
    _window.go(page)
    _window.show()
    _window.raise_()
    _window.activateWindow()


def close_help() -> None:
    """Closes the help window for good."""
    global _window
    if not is_gone(_window):
        _window.close()
    _window = None


def install_help(window: QWidget, page: str) -> None:
    """Makes F1 and the Help button of a dialog open a page. A panel or a dialog without such a button has F1 alone."""

    def show() -> None:
        open_help(page)

    # Ours, and that of a wizard: who asks by it is answered, too.
    asked = getattr(window, "help_requested", None) or getattr(window, "helpRequested", None)
    box = window.findChild(QDialogButtonBox)
    if asked is not None:
        asked.connect(show)
    elif box is not None:
        box.helpRequested.connect(show)
    window.installEventFilter(_HelpKey(window, show if asked is None else asked.emit))


class HelpLinks(QObject):
    """Answers links to pages, wherever QGIS shows them, until :meth:`close`."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        QDesktopServices.setUrlHandler(SCHEME, self, "follow")

    @pyqtSlot(QUrl)
    def follow(self, url: QUrl) -> None:
        """Opens the page that a link names, the first one if there is no such page."""
        open_help(url.path() if url.path() in PAGES else PAGES[0])

    def close(self) -> None:
        QDesktopServices.unsetUrlHandler(SCHEME)


def link_to(page: str) -> str:
    """A link to a page that :class:`HelpLinks` answers."""
    return f"{SCHEME}:{page}"


class _HelpKey(QObject):
    """Sees F1 before QGIS does: in a panel of the main window it would open the help of QGIS."""

    def __init__(self, window: QWidget, act: Callable[[], None]) -> None:
        super().__init__(window)
        self._act = act

    def eventFilter(self, _watched: QObject, event: Any) -> bool:
        if not isinstance(event, QKeyEvent) or not event.matches(QKeySequence.StandardKey.HelpContents):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._act()
        return True
