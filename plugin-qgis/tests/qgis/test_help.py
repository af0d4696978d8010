"""The help window, and the ways to it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any, Iterator, List

import foreshock
import pytest
import qgis_session
from all_windows import WINDOWS
from fake_iface import FakeIface
from foreshock import help_pages
from foreshock.gui import help as ways
from foreshock.gui.help import close_help, install_help, open_help
from foreshock.gui.help_window import HelpWindow
from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QTextTable
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QLabel,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QWidget,
)


def windows() -> List[HelpWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, HelpWindow) and each.isVisible()]


def shown() -> HelpWindow:
    (window,) = windows()
    return window


def text(window: HelpWindow) -> str:
    return window.findChild(QTextBrowser, "page").toPlainText()


def action(owner: QWidget, name: str) -> Any:
    return next(each for each in owner.actions() if each.objectName() == name)


@pytest.fixture
def help_window(iface: FakeIface) -> Iterator[HelpWindow]:
    close_help()  # a window that another test has left has been on other pages
    open_help()
    yield shown()
    close_help()
    qgis_session.tidy()


@pytest.fixture
def french(iface: FakeIface) -> Iterator[None]:
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "fr")
    yield
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_pages_are_shown_as_text_with_headings_links_and_tables(iface: FakeIface, language: str) -> None:
    window = HelpWindow(language)
    for page in help_pages.PAGES:
        window.go(page)
        title, seen = help_pages.title(page, language), text(window)
        assert window.windowTitle().startswith(title) and seen.startswith(title)
        # Beside a Chinese letter, Markdown takes some ** for stars.
        assert not [sign for sign in ("*", "](", "`", "|--") if sign in seen], page
    document = window.findChild(QTextBrowser, "page").document()
    assert any(isinstance(each, QTextTable) for each in document.rootFrame().childFrames())
    assert document.begin().blockFormat().headingLevel() == 1


def test_back_and_forward_return_to_where_one_was(help_window: HelpWindow) -> None:
    bar = help_window.findChild(QTextBrowser, "page").verticalScrollBar()
    help_window.resize(600, 300)
    help_window.go("simulate")
    qgis_session.spin_until(lambda: bar.maximum() > 50, 5)
    bar.setValue(50)
    help_window.go("area")
    assert bar.value() == 0 and not action(help_window, "forward").isEnabled()
    action(help_window, "back").trigger()
    assert (help_window.page(), bar.value()) == ("simulate", 50)
    action(help_window, "back").trigger()
    assert help_window.page() == "index" and not action(help_window, "back").isEnabled()
    action(help_window, "forward").trigger()
    assert help_window.page() == "simulate"
    help_window.go("jobs")
    assert not action(help_window, "forward").isEnabled(), "who turns off elsewhere comes from there"


def test_the_list_and_links_lead_to_pages_and_other_links_to_the_browser(
    help_window: HelpWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = help_window.findChild(QListWidget, "contents")
    assert [contents.item(row).text() for row in range(contents.count())] == [
        help_pages.title(page, "en") for page in help_pages.PAGES
    ]
    contents.setCurrentRow(help_pages.PAGES.index("compare"))
    assert help_window.page() == "compare"
    browser = help_window.findChild(QTextBrowser, "page")
    browser.anchorClicked.emit(QUrl("jobs.md"))
    assert help_window.page() == "jobs" and contents.currentRow() == help_pages.PAGES.index("jobs")
    # The system's browser is not to open in a test; that it is asked to is what counts.
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    browser.anchorClicked.emit(QUrl("https://example.org/jobs.md"))
    assert asked == ["https://example.org/jobs.md"] and help_window.page() == "jobs"


def test_words_are_found_on_this_page_then_on_others(help_window: HelpWindow) -> None:
    search = help_window.findChild(QgsFilterLineEdit, "search")
    browser = help_window.findChild(QTextBrowser, "page")
    help_window.go("area")
    action(help_window, "find").trigger()
    QTest.keyClicks(search, "freehand")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert help_window.page() == "area" and browser.textCursor().selectedText().lower() == "freehand"
    search.setText("SOCKS5")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert help_window.page() == "connection" and browser.textCursor().selectedText() == "Socks5"
    nothing = help_window.findChild(QLabel, "nothingFound")
    assert not nothing.isVisible()
    search.setText("hippopotamus")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert qgis_session.spin_until(nothing.isVisible, 5) and help_window.page() == "connection"
    search.setText("")
    assert qgis_session.spin_until(lambda: not nothing.isVisible(), 5)


def test_a_language_without_pages_gets_the_english_ones(french: None, iface: FakeIface) -> None:
    open_help("area")
    assert text(shown()).startswith(help_pages.title("area", "en"))
    close_help()
    assert help_pages.read("area", "zh_Hans") != help_pages.read("area", "en")


def test_there_is_one_window_which_escape_closes_and_which_keeps_its_size(iface: FakeIface) -> None:
    open_help("jobs")
    first = shown()
    first.resize(640, 500)
    open_help("area")
    assert shown() is first and first.page() == "area"
    QTest.keyClick(first, Qt.Key.Key_Escape)
    qgis_session.tidy()
    assert windows() == []
    open_help()
    assert (shown().width(), shown().height()) == (640, 500) and shown().page() == "index"
    close_help()


#: They have room for other things.
WITHOUT_BUTTON = ("JobsDock", "LogWindow")


def test_every_window_is_known_here() -> None:
    found = [
        node.name
        for path in sorted(Path(ways.__file__).parent.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and {getattr(each, "id", "") for each in node.bases} & {"QDialog", "QWizard", "QgsDockWidget", "QDockWidget"}
    ]
    assert sorted(found) == sorted(WINDOWS), "a window without F1; install_help gives it one"


@pytest.mark.parametrize("name", WINDOWS)
def test_f1_and_the_help_button_of_each_window(plugin: Any, iface: FakeIface, tmp_path: Path, name: str) -> None:
    opener, page = WINDOWS[name]
    opener(plugin, iface, tmp_path)
    (window,) = [each for each in QApplication.allWidgets() if type(each).__name__ == name and each.isVisible()]
    # Where one types, too.
    for place in (window, window.focusWidget() or window):
        QTest.keyClick(place, Qt.Key.Key_F1)
        assert shown().windowTitle().startswith(help_pages.title(page, "en"))
        close_help()
    buttons = [each for each in window.findChildren(QAbstractButton) if each.text().replace("&", "") == "Help"]
    assert bool(buttons) == (name not in WITHOUT_BUTTON)
    if buttons:
        buttons[0].click()
        assert shown().page() == page
        close_help()
    window.close()
    # The profile is that of other tests, too.
    jobs = plugin._controller.jobs
    jobs.remove(list(jobs.ledger.entries()))


class Blocked(QObject):
    """Notes which windows a modal dialog has blocked."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: List[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowBlocked:
            self.windows.append(watched.objectName())
        return False


def test_no_dialog_blocks_it(plugin: Any, iface: FakeIface) -> None:
    iface.mainWindow().setObjectName("main")
    iface.mainWindow().show()
    blocked = Blocked()
    iface.mainWindow().installEventFilter(blocked)
    open_help()
    shown().installEventFilter(blocked)
    plugin._controller.edit_connection()
    assert qgis_session.spin_until(lambda: blocked.windows == ["main"], 5), blocked.windows
    close_help()
    # Asked for out of the dialog, too.
    open_help("connection")
    shown().installEventFilter(blocked)
    qgis_session.spin_until(lambda: False, 0.1)
    assert blocked.windows == ["main"]


def test_f1_in_a_panel_is_not_that_of_qgis(iface: FakeIface) -> None:
    main, of_qgis = iface.mainWindow(), []
    manual = main.menuBar().addMenu("Help").addAction("Help contents", lambda: of_qgis.append(1))
    manual.setShortcut("F1")
    panel, field = QDockWidget("jobs", main), QLineEdit()
    panel.setWidget(field)
    main.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, panel)
    install_help(panel, "jobs")
    main.show()
    QTest.keyClick(field, Qt.Key.Key_F1)
    assert shown().page() == "jobs" and of_qgis == []
    close_help()


def test_the_menus_and_processing_open_it_and_unloading_closes_it(iface: FakeIface) -> None:
    plugin = foreshock.classFactory(iface)
    plugin.initGui()
    next(each for each in iface.menu_actions("Foreshock") if each.objectName() == "foreshockHelp").trigger()
    assert shown().page() == "index"
    close_help()
    (entry,) = iface.pluginHelpMenu().actions()
    assert "Foreshock" in entry.text() and not entry.icon().isNull()
    entry.trigger()
    assert shown().page() == "index"
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("foreshock:simulate")
    # What the Help button of an algorithm's dialog does.
    QDesktopServices.openUrl(QUrl(algorithm.helpUrl()))
    assert shown().page() == "processing"
    del algorithm
    plugin.unload()
    plugin.deleteLater()
    qgis_session.tidy()
    assert windows() == [] and iface.pluginHelpMenu().actions() == [] and ways._window is None


@pytest.mark.parametrize("page", ["nothing", "../../LICENSE", "jobs"])
def test_a_link_of_a_stranger_opens_no_file(iface: FakeIface, page: str) -> None:
    links = ways.HelpLinks()
    QDesktopServices.openUrl(QUrl(f"{ways.SCHEME}:{page}"))
    assert shown().page() == ("jobs" if page == "jobs" else "index")
    links.close()
    close_help()


def test_a_qt_without_markdown_shows_the_page_as_written(help_window: HelpWindow) -> None:
    from foreshock.gui import help_look

    class Old(QTextBrowser):
        """Of Qt 5.12."""

        def document(self) -> Any:
            return object()

    browser = Old()
    help_look.show_markdown(browser, "# Title\n\n**bold**")
    assert browser.toPlainText() == "# Title\n\n**bold**"
