"""The help window: pages, a list of them, back and forward, search."""

from __future__ import annotations

from typing import List, NamedTuple, Optional

from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QByteArray, QCoreApplication, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon, QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from qgis.PyQt.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from .. import help_pages
from ..compat import QAction
from ..help_pages import PAGES
from ..metadata import ICON
from .help_look import plain, show_markdown

_GEOMETRY = "foreshock/help/geometry"
_SIZE = (900, 680)
#: Of the list of pages, px.
_LIST_WIDTH, _LIST_SPACING = 230, 3
_SEARCH_WIDTH, _NOTE_MARGIN = 220, 6


class _Place(NamedTuple):
    """Where a reader was: a page, and how far down, px."""

    page: str
    scrolled: int


class HelpWindow(QWidget):
    """Stands beside the windows of QGIS: it has no parent, so that no dialog blocks it."""

    def __init__(self, language: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("ForeshockHelp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # QGIS ends with its own last window.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowIcon(QIcon(ICON))
        self._language = language
        self._page = ""
        self._past: List[_Place] = []
        self._future: List[_Place] = []
        self._build()
        kept = QgsSettings().value(_GEOMETRY)
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(*_SIZE)

    def page(self) -> str:
        """The page that is shown."""
        return self._page

    def go(self, page: str) -> None:
        """Shows a page, from its top."""
        if page == self._page:
            return
        if self._page:
            self._past.append(self._place())
        self._future.clear()
        self._show(_Place(page, 0))

    def back(self) -> None:
        """Shows the page before, where it was left."""
        self._step(self._past, self._future)

    def forward(self) -> None:
        """Takes :meth:`back` back."""
        self._step(self._future, self._past)

    def find_next(self) -> None:
        """Goes to the next place with the words that are searched for: on this page, then on those that follow."""
        words = self._search.text().strip()
        self._nothing.setVisible(False)
        if not words or self._browser.find(words):
            return
        here = PAGES.index(self._page)
        for page in (*PAGES[here + 1 :], *PAGES[: here + 1]):
            if words.lower() in plain(help_pages.read(page, self._language)).lower():
                self.go(page)
                self._browser.moveCursor(QTextCursor.MoveOperation.Start)
                self._browser.find(words)
                return
        self._nothing.setVisible(True)

    def find_previous(self) -> None:
        """Goes to the place before, on this page."""
        self._browser.find(self._search.text().strip(), QTextDocument.FindFlag.FindBackward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: object) -> None:
        QgsSettings().setValue(_GEOMETRY, self.saveGeometry())
        super().closeEvent(event)

    # Inside -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._browser = QTextBrowser()
        self._browser.setObjectName("page")
        self._browser.setOpenLinks(False)
        self._browser.anchorClicked.connect(self._follow)
        self._list = QListWidget()
        self._list.setObjectName("contents")
        self._list.setSpacing(_LIST_SPACING)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in PAGES:
            item = QListWidgetItem(help_pages.title(page, self._language), self._list)
            item.setData(Qt.ItemDataRole.UserRole, page)
        self._list.currentItemChanged.connect(self._chosen)
        split = QSplitter()
        split.addWidget(self._list)
        split.addWidget(self._browser)
        split.setStretchFactor(1, 1)
        split.setSizes([_LIST_WIDTH, _SIZE[0] - _LIST_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._toolbar())
        layout.addWidget(split, 1)
        self._browser.setFocus()

    def _toolbar(self) -> QToolBar:
        bar = QToolBar()
        keys = QKeySequence.StandardKey
        self._back = self._action("back", _tr("Back"), "mActionArrowLeft.svg", QKeySequence.keyBindings(keys.Back))
        self._forward = self._action(
            "forward", _tr("Forward"), "mActionArrowRight.svg", QKeySequence.keyBindings(keys.Forward)
        )
        self._back.triggered.connect(lambda _: self.back())
        self._forward.triggered.connect(lambda _: self.forward())
        bar.addActions([self._back, self._forward])
        bar.addSeparator()
        self._search = QgsFilterLineEdit()
        self._search.setObjectName("search")
        self._search.setPlaceholderText(_tr("Find in the help"))
        self._search.setShowSearchIcon(True)
        self._search.setMaximumWidth(_SEARCH_WIDTH)
        self._search.returnPressed.connect(self.find_next)
        self._search.textChanged.connect(lambda _: self._nothing.setVisible(False))
        bar.addWidget(self._search)
        nothing = QLabel(_tr("Nothing found"))
        nothing.setObjectName("nothingFound")
        nothing.setMargin(_NOTE_MARGIN)
        # A toolbar shows and hides its widgets by their actions.
        self._nothing = bar.addWidget(nothing)
        self._nothing.setVisible(False)
        for name, text, key, act in (
            ("find", _tr("Find in the help"), keys.Find, self._begin_search),
            ("findNext", _tr("Find next"), keys.FindNext, self.find_next),
            ("findPrevious", _tr("Find previous"), keys.FindPrevious, self.find_previous),
        ):
            self._action(name, text, "", QKeySequence.keyBindings(key)).triggered.connect(lambda _, act=act: act())
        return bar

    def _action(self, name: str, text: str, icon: str, keys: List[QKeySequence]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        if icon:
            action.setIcon(QgsApplication.getThemeIcon("/" + icon))
        action.setShortcuts(keys)
        self.addAction(action)
        return action

    def _begin_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _place(self) -> _Place:
        return _Place(self._page, self._browser.verticalScrollBar().value())

    def _step(self, there: List[_Place], here: List[_Place]) -> None:
        if there:
            here.append(self._place())
            self._show(there.pop())

    def _show(self, place: _Place) -> None:
        self._page = place.page
        show_markdown(self._browser, help_pages.read(place.page, self._language))
        self._browser.verticalScrollBar().setValue(place.scrolled)
        self.setWindowTitle(_tr("{page} — Foreshock help").format(page=help_pages.title(place.page, self._language)))
        self._list.setCurrentRow(PAGES.index(place.page))
        self._back.setEnabled(bool(self._past))
        self._forward.setEnabled(bool(self._future))

    def _chosen(self, item: Optional[QListWidgetItem], _before: Optional[QListWidgetItem]) -> None:
        if item is not None:
            self.go(item.data(Qt.ItemDataRole.UserRole))

    def _follow(self, url: QUrl) -> None:
        """A page of ours, by its file's name; all else is for the browser."""
        page = url.path()[: -len(".md")]
        if url.isRelative() and page in PAGES:
            self.go(page)
        else:
            QDesktopServices.openUrl(url)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockHelp", text)
