"""*Report…*: what the page says besides the numbers, and where it goes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, List, Optional, Sequence, Tuple

from qgis.core import QgsApplication, QgsMapLayerProxyModel, QgsProject, QgsSettings
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from ..assess.affected import Affected
from ..assess.making import Order, ending
from ..assess.report_sheet import MOST_LETTERS, MOST_TABLES
from ..assess.subject import LayerCopy, Subject
from ..core.errors import ForeshockError
from ..core.file_names import beside
from ..layers.family import SERIES_TITLE, Family, family_of, series_of
from ..layers.marks import is_simulated
from ..layers.names import unmarked
from .buttons import translated
from .forms import form, named, row, wrapped_label
from .report_task import ReportTask

_SETTINGS = "foreshock/report/"
_WIDTH = 520
_FORMATS = ("html", "pdf")


def open_report(iface: Any, family: Family, affected: Sequence[Affected], parent: QWidget) -> ReportDialog:
    """Shows the dialog for a result, or for the series that it belongs to. Main thread."""
    dialog = ReportDialog(QgsProject.instance(), family, affected, parent)
    dialog.show()
    return dialog


class ReportDialog(QDialog):
    """Is shown, not executed: QGIS stays usable, also while the report is being made."""

    help_requested = pyqtSignal()
    written = pyqtSignal(object)  # names of the files

    def __init__(
        self, project: QgsProject, family: Family, affected: Sequence[Affected], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ForeshockReportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = family.result.name()
        self.setWindowTitle(_tr("Report — {layer}").format(layer=name))
        self._project = project
        self._result_id = family.result.id()
        self._affected = list(affected)
        self._task: Optional[ReportTask] = None
        self._members = len(series_of(project, family))
        self._path = Subject.of(family).result.path
        self._titles = self._usual_titles(family)
        self._title = named(QLineEdit(), "title")
        settings = QgsSettings()
        self._author = named(QLineEdit(str(settings.value(_SETTINGS + "author", "") or "")), "author")
        self._author.setPlaceholderText(_tr("name, organisation"))
        self._notes = named(QPlainTextEdit(), "notes")
        self._notes.setTabChangesFocus(True)
        self._notes.setFixedHeight(self._notes.fontMetrics().lineSpacing() * 4 + 12)
        self._notes.setPlaceholderText(_tr("what a reader must know"))
        self._series = named(
            QCheckBox(_tr("All {count} results of the series").format(count=QLocale().toString(self._members))),
            "series",
        )
        self._series.setChecked(self._members > 1)
        self._tables = named(QListWidget(), "affected")
        for each in self._affected:
            item = QListWidgetItem(self._table_name(each), self._tables)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Checked if self._tables.count() <= MOST_TABLES else Qt.CheckState.Unchecked
            )
        self._plausibility = named(QCheckBox(_tr("Tell how plausible the result is")), "plausibility")
        self._plausibility.setChecked(True)
        self._dem = named(QgsMapLayerComboBox(), "dem")
        self._dem.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self._dem.setExceptedLayerList(
            [each for each in project.mapLayers().values() if is_simulated(each) or each is family.before]
        )
        self._dem.setAllowEmptyLayer(True)
        self._dem.setLayer(None)
        self._dem.setToolTip(_tr("For floods: whether water lies below its level. Heights in metres."))
        self._format = named(QComboBox(), "format")
        for each, text in zip(_FORMATS, (_tr("HTML, one file for any browser"), _tr("PDF, one A4 page"))):
            self._format.addItem(text, each)
        self._format.setCurrentIndex(max(self._format.findData(str(settings.value(_SETTINGS + "format", ""))), 0))
        self._file = named(QgsFileWidget(), "file")
        self._file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._open = named(QCheckBox(_tr("Open it when done")), "open")
        self._open.setChecked(settings.value(_SETTINGS + "open", "true") not in (False, "false"))
        self._problem = wrapped_label("problem")
        self._problem.setStyleSheet("color: #b00020;")
        self._done = wrapped_label("done")
        self._done.setOpenExternalLinks(False)
        self._done.setTextFormat(Qt.TextFormat.RichText)
        self._done.linkActivated.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        self._progress = named(QProgressBar(), "progress")
        self._progress.setRange(0, 100)
        kinds = QDialogButtonBox.StandardButton
        self._buttons = translated(QDialogButtonBox(kinds.Ok | kinds.Close | kinds.Help))
        self._make = named(self._buttons.button(kinds.Ok), "make")
        self._make.setText(_tr("Make report"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._buttons.helpRequested.connect(self.help_requested)
        self._format.currentIndexChanged.connect(self._format_changed)
        self._notes.textChanged.connect(self._follow)
        self._series.toggled.connect(self._scope_changed)
        self._plausibility.toggled.connect(self._follow)
        self._lay_out()
        self._scope_changed()
        self._format_changed()
        self._file.setFilePath(self._new_path())
        self._follow()
        self.resize(_WIDTH, self.sizeHint().height())

    # What the user does -----------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Makes the report; the dialog stays until it is closed."""
        self._say("", "")
        try:
            order = self._order()
        except ForeshockError as error:
            self._say(str(error), "")
            return
        settings = QgsSettings()
        settings.setValue(_SETTINGS + "author", self._author.text().strip())
        settings.setValue(_SETTINGS + "format", self._format.currentData())
        settings.setValue(_SETTINGS + "open", "true" if self._open.isChecked() else "false")
        self._task = ReportTask(order)
        self._task.progressChanged.connect(self._show_progress)
        self._task.ended.connect(self._ended)
        self._show_progress(0.0)
        QgsApplication.taskManager().addTask(self._task)
        self._follow()

    def done(self, result: int) -> None:
        """Closed, however: a report that is being made is given up."""
        if self._task is not None:
            task, self._task = self._task, None
            task.progressChanged.disconnect(self._show_progress)
            task.ended.disconnect(self._ended)
            task.cancel()
        super().done(result)

    def keyPressEvent(self, event: Any) -> None:
        """F1 is for help."""
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Help):
            self.help_requested.emit()
            return
        super().keyPressEvent(event)

    # Inside -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        rows = form()
        rows.addRow(_tr("Title"), self._title)
        rows.addRow(_tr("Author"), self._author)
        rows.addRow(_tr("Notes"), self._notes)
        if self._members > 1:
            rows.addRow(_tr("Results"), self._series)
        if self._affected:
            self._tables.setFixedHeight(
                self._tables.sizeHintForRow(0) * min(len(self._affected), 4) + 2 * self._tables.frameWidth()
            )
            rows.addRow(_tr("Affected features"), self._tables)
        rows.addRow(_tr("Plausibility"), self._plausibility)
        rows.addRow(_tr("Elevation (optional)"), self._dem)
        rows.addRow(_tr("Format"), self._format)
        rows.addRow(_tr("File"), row(self._file))
        rows.addRow("", self._open)
        layout = QVBoxLayout(self)
        layout.addLayout(rows)
        for each in (self._problem, self._progress, self._done):
            layout.addWidget(each)
            each.hide()
        layout.addStretch()
        layout.addWidget(self._buttons)

    def _order(self) -> Order:
        """What the fields say; refuses what cannot be."""
        title, path = self._title.text().strip(), self._file.filePath().strip()
        if not title:
            raise ForeshockError(_tr("The report has no title."), _tr("Give it one."))
        if not path:
            raise ForeshockError(_tr("No file is chosen."), _tr("Choose where the report goes."))
        path = os.path.expanduser(path)
        if ending(path) != self._format.currentData():
            path = f"{path}.{self._format.currentData()}"
            self._file.setFilePath(path)
        chosen = self._chosen()
        if len(chosen) > MOST_TABLES:
            raise ForeshockError(
                _tr("{count} tables of affected features do not fit on a page.").format(count=len(chosen)),
                _tr("Choose at most {most}.").format(most=MOST_TABLES),
            )
        family = family_of(self._project, self._project.mapLayer(self._result_id))
        if family is None:
            raise ForeshockError(
                _tr("The result is not in the project any more."), _tr("Add it again, and open the report from it.")
            )
        subject = Subject.of(family)
        families = series_of(self._project, family) if self._series.isChecked() else [family]
        dem = self._dem.currentLayer() if self._plausibility.isChecked() else None
        return Order(
            subjects=[Subject.of(each) for each in families],
            title=title,
            outputs=[path],
            author=self._author.text(),
            notes=self._notes.toPlainText(),
            affected=chosen,
            affected_by=subject.marks.get("series_label", ""),
            with_plausibility=self._plausibility.isChecked(),
            dem=None if dem is None else LayerCopy.of(dem),
        )

    def _chosen(self) -> List[Affected]:
        return [
            each
            for number, each in enumerate(self._affected)
            if self._tables.item(number).checkState() == Qt.CheckState.Checked
        ]

    def _usual_titles(self, family: Family) -> Tuple[str, str]:
        """Of a report on the result alone, and of one on its series."""
        name = family.result.name()
        alone = unmarked(name)
        if family.before is None:
            return alone, alone
        series = family.result.customProperty(SERIES_TITLE) or _tr("series of {count} results").format(
            count=QLocale().toString(self._members)
        )
        return alone, _tr("{layer}: {series}").format(layer=family.before.name(), series=series)

    def _scope_changed(self, *_: object) -> None:
        """The usual title follows; the user's own stays."""
        if self._title.text() in ("", *self._titles):
            self._title.setText(self._titles[self._series.isChecked()])
            self._title.setCursorPosition(0)

    def _format_changed(self) -> None:
        kind = self._format.currentData()
        self._file.setFilter({"html": _tr("HTML files (*.html)"), "pdf": _tr("PDF files (*.pdf)")}[kind])
        path = self._file.filePath()
        if ending(path) in _FORMATS:
            self._file.setFilePath(str(Path(path).with_suffix(f".{kind}")))

    def _new_path(self) -> str:
        """Beside the result, under a name that is not taken."""
        kind, number = self._format.currentData(), 2
        path = beside(self._path, f"report.{kind}")
        while os.path.exists(path):
            path = beside(self._path, f"report_{number}.{kind}")
            number += 1
        return path

    def _table_name(self, affected: Affected) -> str:
        return (
            affected.layer_name
            if affected.field is None
            else _tr("{layer}, by {field}").format(layer=affected.layer_name, field=affected.field.displayName())
        )

    def _follow(self, *_: object) -> None:
        self._make.setEnabled(self._task is None)
        self._dem.setEnabled(self._plausibility.isChecked())
        self._progress.setVisible(self._task is not None)
        over = len(self._notes.toPlainText().strip()) - MOST_LETTERS
        if over > 0:
            self._say(
                _tr("The notes are too long for a page: their last {count} letters would be left out.").format(
                    count=QLocale().toString(over)
                ),
                "",
            )
        elif self._problem.text() and self.sender() is self._notes:
            self._say("", "")

    def _show_progress(self, percent: float) -> None:
        self._progress.setValue(round(percent))

    def _ended(self, written: Optional[List[str]], error: Optional[ForeshockError]) -> None:
        self._task = None
        self._follow()
        if written is None:
            self._say(_tr("The report was given up.") if error is None else str(error), "")
            return
        (path,) = written
        url = QUrl.fromLocalFile(path)
        self._say("", _tr("Written: {path}").format(path=f'<a href="{url.toString()}">{Path(path).name}</a>'))
        self.written.emit(written)
        if self._open.isChecked():
            QDesktopServices.openUrl(url)

    def _say(self, problem: str, done: str) -> None:
        for label, text in ((self._problem, problem), (self._done, done)):
            label.setText(text)
            label.setVisible(bool(text))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockReportDialog", text)
