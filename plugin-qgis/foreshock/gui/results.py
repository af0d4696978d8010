"""What a user does with results: compares, counts, reports, asks again. Ties the tools to the menus."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ..assess.affected import Affected
from ..compat import is_gone
from ..core.errors import ForeshockError
from ..layers.family import Family
from ..metadata import icon_path
from .affected_dialog import open_affected
from .compare import Compare
from .help import install_help
from .report_dialog import open_report
from .result_menu import Choice, ResultMenu
from .swipe_tool import how_to_swipe


class Results(QObject):
    """Lives from ``initGui`` to ``unload``."""

    def __init__(
        self,
        iface: Any,
        project: QgsProject,
        *,
        hint: Callable[[str], None],
        warn: Callable[[ForeshockError], None],
        ask_again: Callable[[Family], None],
        parent: Optional[QObject] = None,
    ) -> None:
        """``hint`` says how to go on, and takes its words away when it is given none; ``ask_again`` opens the dialog
        with what a result was made by."""
        super().__init__(parent)
        self._iface = iface
        #: What was counted, by job, for the report.
        self._affected: Dict[str, List[Affected]] = {}
        self._dialogs: List[QWidget] = []
        self._compare = Compare(iface, project, self)
        self._compare.failed.connect(warn)
        self._compare.swipe_changed.connect(lambda on: hint(how_to_swipe() if on else ""))
        choices = [
            Choice("Swipe", _tr("Swipe before / after"), self._compare.swipe, _icon("swipe")),
            Choice("Flip", _tr("Flip before / after"), self._compare.flip, _icon("flip")),
            Choice("Difference", _tr("Difference layer"), self._compare.difference, _icon("difference")),
            Choice("Layout", _tr("Print layout…"), self._compare.layout, _icon("layout")),
            Choice("Affected", _tr("Affected features…"), self._count, _icon("affected")),
            Choice("Report", _tr("Report…"), self._report, _icon("report")),
            Choice("Again", _tr("Simulate again…"), ask_again, _icon("again")),
        ]
        self._menu = ResultMenu(iface, project, choices, warn, self)

    def menu_for(self, layer: QgsMapLayer, parent: QWidget) -> QMenu:
        """The choices for one layer."""
        return self._menu.menu_for(layer, parent)

    def close(self) -> None:
        """Ends all of it."""
        self._compare.close()
        for dialog in self._dialogs:
            if not is_gone(dialog):
                dialog.close()
        self._dialogs.clear()
        self._menu.close()

    def _count(self, family: Family) -> None:
        dialog = open_affected(self._iface, family)
        dialog.assessed.connect(lambda found: self._keep(family, found))
        self._watch(dialog)

    def _keep(self, family: Family, found: Affected) -> None:
        """One table for each layer and field: the last one."""
        kept = self._affected.setdefault(family.job_id, [])
        kept[:] = [each for each in kept if not _same(each, found)] + [found]

    def _report(self, family: Family) -> None:
        affected = self._affected.get(family.job_id, [])
        dialog = open_report(self._iface, family, affected, self._iface.mainWindow())
        install_help(dialog, "assess")
        self._watch(dialog)

    def _watch(self, dialog: QWidget) -> None:
        self._dialogs = [each for each in self._dialogs if not is_gone(each)] + [dialog]


def _same(one: Affected, other: Affected) -> bool:
    return (one.layer_name, one.question.by) == (other.layer_name, other.question.by)


def _icon(name: str) -> QIcon:
    return QIcon(icon_path(name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockResults", text)
