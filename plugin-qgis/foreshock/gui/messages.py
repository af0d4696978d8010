"""The plugin's items in QGIS's message bar."""

from __future__ import annotations

from typing import Any, Callable, Dict, Hashable, Sequence

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton

from ..compat import is_gone

TITLE = "Foreshock"


class Messages:
    """Items by what they are about: a newer one takes the place of the older, and none outlives the plugin."""

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar
        self._items: Dict[Hashable, Any] = {}

    def show(
        self,
        about: Hashable,
        text: str,
        *,
        title: str = TITLE,
        level: Qgis.MessageLevel = Qgis.MessageLevel.Info,
        seconds: int = 0,
        buttons: Sequence[QPushButton] = (),
    ) -> None:
        """Shows an item, for so many seconds or until it is dropped or closed."""
        self.drop(about)
        item = self._bar.createMessage(title, text)
        for each in buttons:
            item.layout().addWidget(each)
        # Some went by themselves.
        self._items = {each: shown for each, shown in self._items.items() if not is_gone(shown)}
        self._items[about] = item
        self._bar.pushWidget(item, level, seconds)

    def drop(self, about: Hashable) -> None:
        """Takes an item away, if it is there still."""
        item = self._items.pop(about, None)
        if not is_gone(item):
            self._bar.popWidget(item)

    def close(self) -> None:
        """Takes all of them away."""
        for about in list(self._items):
            self.drop(about)


def button(name: str, text: str, act: Callable[[], Any]) -> QPushButton:
    """A button of an item."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.clicked.connect(lambda _=False: act())
    return made
