"""All words that a window shows, and which of them are English: nothing may stay untranslated because nobody looked."""

from __future__ import annotations

import re
from typing import Iterable, Iterator, List, NamedTuple, Set

from qgis.PyQt.QtCore import QAbstractItemModel, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QTabWidget,
    QTextEdit,
    QTreeView,
    QWidget,
    QWizardPage,
)

#: Parts of Qt's own widgets, which name themselves for screen readers in Qt's language.
_QT_PARTS = re.compile(r"qt_|Scroll(Left|Right)Button|QMenuBar")
#: More rows of a table are data.
_ROWS = 50


class Shown(NamedTuple):
    """A text, and where it stands."""

    place: str
    text: str


def listed(window: QWidget) -> List[Shown]:
    """Every text of a window and of all that lies in it, shown now or later; not what a user types. Sorted, without
    what is empty."""
    found: Set[Shown] = set()
    for widget in [window, *window.findChildren(QWidget)]:
        if _QT_PARTS.match(widget.objectName()):
            continue
        place = f"{type(widget).__name__} {widget.objectName()}".strip()
        found.update(Shown(place, text.strip()) for text in _of(widget) if text and text.strip())
    return sorted(found)


def _of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.accessibleName())
    if widget.isWindow() or isinstance(widget, QDockWidget):
        yield widget.windowTitle()
    for action in widget.actions():
        yield from (action.text(), action.toolTip(), action.statusTip())
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, (QGroupBox, QMenu)):
        yield widget.title()
    if isinstance(widget, QWizardPage):
        yield from (widget.title(), widget.subTitle())
    if isinstance(widget, QComboBox):
        for index in range(widget.count()):
            yield widget.itemText(index)
            yield str(widget.itemData(index, Qt.ItemDataRole.ToolTipRole) or "")
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        yield widget.placeholderText()
    if isinstance(widget, (QPlainTextEdit, QTextEdit)) and widget.isReadOnly():
        yield from widget.toPlainText().splitlines()
    if isinstance(widget, QAbstractSpinBox):
        yield from (getattr(widget, name, str)() for name in ("prefix", "suffix", "specialValueText"))
    if isinstance(widget, QProgressBar):
        yield widget.format()
    if isinstance(widget, QTabWidget):
        for index in range(widget.count()):
            yield from (widget.tabText(index), widget.tabToolTip(index))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model(), isinstance(widget, (QTableView, QTreeView)))


def _of_model(model: QAbstractItemModel, has_header: bool) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    # A list has one column, and does not tell Python so.
    for column in range(model.columnCount() if has_header else 1):
        for role in roles:
            if has_header:
                yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(min(model.rowCount(), _ROWS)):
                yield str(model.data(model.index(row, column), role) or "")


class English:
    """Finds what is not translated into a language that is not written in Latin letters."""

    def __init__(self, sources: Iterable[str], names: Iterable[str]) -> None:
        """``sources`` are the English texts of the plugin, ``names`` what stays as it is in all languages."""
        #: One word may well be a name or a part of one.
        self._sentences = [text.strip() for text in sources if " " in text.strip() and "{" not in text]
        longest_first = sorted(map(re.escape, names), key=len, reverse=True)
        self._names = re.compile(r"(?<![A-Za-z])(?:" + "|".join(longest_first) + r")(?![A-Za-z])")

    def among(self, shown: Iterable[Shown]) -> List[Shown]:
        """Those that are English, or contain an English sentence of the plugin."""
        return [each for each in shown if self.is_english(each.text)]

    def is_english(self, text: str) -> bool:
        plain = re.sub(r"<[^>]*>|&\w+;|\w+://\S+|%[pvm]", " ", text).replace("&", "")
        if any(sentence in plain for sentence in self._sentences):
            return True
        rest = self._names.sub(" ", plain)
        has_words = re.search(r"[A-Za-z]{2,}", rest) is not None
        return has_words and not re.search(r"[\u3400-\u9fff]", plain)
