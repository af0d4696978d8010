"""Affected features by value, as a table that can be sorted; the totals stay below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, List, Optional, Tuple

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QLocale, QModelIndex, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QFont

from ..assess.affected import Affected, AffectedRow
from ..layers.footprint_layer import worded_area

#: The number or text that a column is sorted by.
SORT_ROLE = Qt.ItemDataRole.UserRole
#: Metres and square metres are shown with so many decimals.
_DECIMALS = 1


@dataclass(frozen=True)
class _Column:
    title: str
    value: Callable[[AffectedRow], Any]
    decimals: int = 0


class AffectedModel(QAbstractTableModel):
    """The rows of an answer, and its totals as the last row; empty until there is an answer."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._affected: Optional[Affected] = None
        self._columns: List[_Column] = []

    def show(self, affected: Optional[Affected]) -> None:
        """Shows another answer."""
        self.beginResetModel()
        self._affected = affected
        self._columns = [] if affected is None else _columns(affected)
        self.endResetModel()

    def is_total(self, row: int) -> bool:
        return self._affected is not None and row == len(self._affected.rows)

    def text(self, row: int, column: int, locale: QLocale) -> str:
        """A cell in a person's notation."""
        about = self._columns[column]
        value = about.value(self._row(row))
        if column == 0:
            return _tr("All") if self.is_total(row) else value
        if about.decimals:
            return locale.toString(float(value), "f", about.decimals)
        return locale.toString(value)

    # What Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._affected is None else len(self._affected.rows) + 1

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column, QLocale())
        if role == SORT_ROLE:
            return self._sort_key(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column > 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(self.is_total(row))
            font.setItalic(column == 0 and not self.is_total(row) and self._row(row).value is None)
            return font
        return None

    def _row(self, row: int) -> AffectedRow:
        return self._affected.totals if self.is_total(row) else self._affected.rows[row]

    def _sort_key(self, row: int, column: int) -> Tuple[bool, Any, str]:
        """NULL before all, then numbers, then texts."""
        if column:
            return (True, self._columns[column].value(self._row(row)), "")
        value = self._row(row).value
        number = float(value) if isinstance(value, (int, float)) else float("inf")
        return (value is not None, number, self._row(row).label.casefold())


class TotalsLast(QSortFilterProxyModel):
    """Sorts all rows but the last."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:
        model = self.sourceModel()
        ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
        if model.is_total(left.row()) or model.is_total(right.row()):
            return model.is_total(right.row()) == ascending
        return model.data(left, SORT_ROLE) < model.data(right, SORT_ROLE)

    def as_text(self) -> str:
        """All cells as shown, for a spreadsheet: tabs between them, and nothing between thousands."""
        locale = QLocale()
        locale.setNumberOptions(locale.numberOptions() | QLocale.NumberOption.OmitGroupSeparator)
        model = self.sourceModel()
        columns = range(model.columnCount())
        lines = [[model.headerData(column, Qt.Orientation.Horizontal) for column in columns]]
        for row in range(self.rowCount()):
            source_row = self.mapToSource(self.index(row, 0)).row()
            lines.append([model.text(source_row, column, locale) for column in columns])
        return "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines)


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
