"""Affected features by value, as a table that can be sorted; the totals stay below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, List, Optional, Tuple

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QLocale, QModelIndex, Qt
from qgis.PyQt.QtGui import QFont

from ..assess.affected import Affected, AffectedRow
from ..layers.footprint_layer import worded_area

#: Metres and square metres are shown with so many decimals.
_DECIMALS = 1


@dataclass(frozen=True)
class _Column:
    title: str
    value: Callable[[AffectedRow], Any]
    decimals: int = 0


class AffectedModel(QAbstractTableModel):
    """The rows of an answer, and its totals, which stay last however it is sorted; empty until there is an answer."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: List[AffectedRow] = []
        self._totals: Optional[AffectedRow] = None
        self._columns: List[_Column] = []

    def show(self, affected: Optional[Affected]) -> None:
        """Shows another answer, as it is sorted."""
        self.beginResetModel()
        self._rows = [] if affected is None else list(affected.rows)
        self._totals = None if affected is None else affected.totals
        self._columns = [] if affected is None else _columns(affected)
        self.endResetModel()

    def as_text(self) -> str:
        """All cells as shown, for a spreadsheet: tabs between them, and nothing between thousands."""
        locale = QLocale()
        locale.setNumberOptions(locale.numberOptions() | QLocale.NumberOption.OmitGroupSeparator)
        lines = [[each.title for each in self._columns]]
        lines += [[self._text(row, each, locale) for each in self._columns] for row in (*self._rows, self._totals)]
        return "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines)

    # What Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._totals is None else len(self._rows) + 1

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_total = index.row() == len(self._rows)
        row = self._totals if is_total else self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, self._columns[index.column()], QLocale())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(is_total)
            font.setItalic(index.column() == 0 and not is_total and row.value is None)
            return font
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; nothing changes for one that is not there."""
        if not 0 <= column < len(self._columns):
            return
        value = self._columns[column].value
        self.layoutAboutToBeChanged.emit()
        self._rows.sort(key=value if column else _by_value, reverse=order == Qt.SortOrder.DescendingOrder)
        self.layoutChanged.emit()

    def _text(self, row: AffectedRow, column: _Column, locale: QLocale) -> str:
        """A cell in a person's notation."""
        value = column.value(row)
        if column is self._columns[0]:
            return _tr("All") if row is self._totals else value
        return locale.toString(float(value), "f", column.decimals) if column.decimals else locale.toString(value)


def _by_value(row: AffectedRow) -> Tuple[bool, float, str]:
    """NULL before all, then numbers, then texts."""
    number = float(row.value) if isinstance(row.value, (int, float)) else float("inf")
    return (row.value is not None, number, row.label.casefold())


def summary(affected: Affected) -> str:
    """The totals in a sentence."""
    number, totals = QLocale().toString, affected.totals
    text = _tr("{count} of {of} features of “{layer}” are affected.").format(
        count=number(totals.count), of=number(totals.of), layer=affected.layer_name
    )
    if affected.has_length:
        text += " " + _tr("{length} m of lines are inside.").format(length=number(totals.length_m, "f", 0))
    if affected.has_area:
        text += " " + _tr("{area} are inside.").format(area=worded_area(totals.area_m2))
    return text


def _columns(affected: Affected) -> List[_Column]:
    question = affected.question
    columns = [
        _Column(question.by or _tr("Features"), lambda row: row.label),
        _Column(_tr("Affected"), lambda row: row.count),
        _Column(_tr("Looked at"), lambda row: row.of),
    ]
    if affected.has_length:
        columns.append(_Column(_tr("Length (m)"), lambda row: row.length_m, _DECIMALS))
    if affected.has_area:
        columns.append(_Column(_tr("Area (m²)"), lambda row: row.area_m2, _DECIMALS))
    if question.amount:
        title = _tr("{field}, by share") if question.by_share else _tr("{field}, in full")
        columns.append(_Column(title.format(field=question.amount), lambda row: row.amount, _DECIMALS))
    return columns


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAffectedTable", text)
