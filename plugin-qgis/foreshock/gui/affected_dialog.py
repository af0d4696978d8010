"""*Affected features*: what of a layer lies inside the change footprint of a result."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any, Callable, List, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..assess.affected import Affected, problems
from ..assess.run import Assessment, Outcome
from ..assess.tables import DRIVERS, export
from ..compat import is_gone
from ..core.errors import ForeshockError
from ..imagery.footprint import footprint_path
from ..layers.affected_layer import add_affected, new_path
from ..layers.family import Family, family_of
from .affected_form import AffectedForm
from .affected_table import AffectedModel, summary
from .background import BackgroundTask
from .forms import named, row, wrapped_label
from .help import install_help

_SIZE = (680, 560)
#: A column of words is no wider than this where there is no room.
_WORDS_WIDTH = 260
_FORMATS = {".csv": "CSV (*.csv)", ".gpkg": "GeoPackage (*.gpkg)", ".xlsx": "Excel (*.xlsx)"}


def open_affected(iface: Any, family: Family, parent: Optional[QWidget] = None) -> AffectedDialog:
    """Shows the dialog for a result; refuses one without a footprint."""
    footprint_of(QgsProject.instance(), family.result)
    dialog = AffectedDialog(QgsProject.instance(), family.result, parent or iface.mainWindow())
    install_help(dialog, "assess")
    dialog.show()
    return dialog


def footprint_of(project: QgsProject, result: QgsRasterLayer) -> QgsVectorLayer:
    """The change footprint of a result: its layer, else its file beside the result. There is a file with nothing in it
    where nothing changed."""
    family = family_of(project, result)
    if family is not None and family.footprint is not None:
        return family.footprint
    layer = QgsVectorLayer(footprint_path(_file(result)), "footprint", "ogr")
    if not layer.isValid():
        raise ForeshockError(
            _tr("“{result}” has no change footprint.").format(result=result.name()),
            _tr("It would be the file {path}.").format(path=footprint_path(_file(result))),
        )
    # GeoJSON is always in longitude and latitude; of an empty one, QGIS does not say so.
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    return layer


class AffectedDialog(QDialog):
    """Asks, counts in the background, shows a table. It is shown, not executed: QGIS stays usable."""

    #: Affected: there is a new answer.
    assessed = pyqtSignal(object)
    help_requested = pyqtSignal()

    def __init__(self, project: QgsProject, result: QgsRasterLayer, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("ForeshockAffectedDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Affected features — {result}").format(result=result.name()))
        self._project = project
        self._result_id = result.id()
        self._outcome: Optional[Outcome] = None
        #: What is under way, and what is done with what it gives.
        self._task: Optional[BackgroundTask] = None
        self._then: Optional[Callable[[Any], None]] = None
        self._model = AffectedModel(self)
        self._build(result)
        project.layersWillBeRemoved.connect(self._layers_go)
        self.finished.connect(self._close)
        self.resize(*_SIZE)

    def result_id(self) -> str:
        """Id of the layer that is assessed."""
        return self._result_id

    def affected(self) -> Optional[Affected]:
        """The last answer; none before the first."""
        return None if self._outcome is None else self._outcome.affected

    # What the buttons do ----------------------------------------------------------------------------------------

    def run(self) -> None:
        """Begins to count."""
        layer, result = self._form.layer(), self._result()
        if layer is None or result is None or self._task is not None:
            return
        try:
            footprint = footprint_of(self._project, result)
            assessment = Assessment.of(self._project, result, footprint, layer, self._form.question())
        except ForeshockError as error:
            self._say(str(error))
            return
        self._show(None)
        self._say("")
        self._start(_tr("Affected features: {layer}").format(layer=layer.name()), assessment.run, self._assessed)

    def cancel(self) -> None:
        """Ends what is under way."""
        if self._task is not None:
            self._task.cancel()

    def add_layer(self) -> None:
        """Keeps the features beside the result, and adds them to the project."""
        outcome, result = self._outcome, self._result()
        if outcome is None or result is None:
            return
        target = new_path(_file(result), outcome.affected.layer_name)

        def copy(_go_on: Callable[[int], bool]) -> str:
            try:
                shutil.copyfile(outcome.features_file, target)
            except OSError as error:
                raise ForeshockError(
                    _tr("{path} cannot be written: {reason}.").format(path=target, reason=error.strerror)
                ) from None
            return target

        self._start(_tr("Keeping affected features"), copy, self._kept)

    def choose_export(self) -> None:
        """Asks for a file to write the table to."""
        result = self._result()
        dialog = QFileDialog(self, _tr("Export affected features"))
        dialog.setObjectName("exportFile")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(_formats().values()))
        dialog.setDefaultSuffix(next(iter(_formats())))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix(chosen)))
        if result is not None:
            dialog.setDirectory(os.path.dirname(_file(result)))
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, path: str) -> None:
        """Writes the table as the file's ending says; a GeoPackage gets the features, too."""
        outcome, transforms = self._outcome, self._project.transformContext()
        if outcome is None:
            return

        def write(_go_on: Callable[[int], bool]) -> str:
            export(outcome.affected, outcome.about, path, transforms, outcome.features_file)
            return path

        self._start(_tr("Exporting affected features"), write, self._exported)

    def copy_table(self) -> None:
        """Puts the table on the clipboard, for a spreadsheet."""
        if self._outcome is not None:
            QgsApplication.clipboard().setText(f"{self._model.as_text()}{self._outcome.about}\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 asks for help."""
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Help):
            self.help_requested.emit()
        else:
            super().keyPressEvent(event)

    # What comes back --------------------------------------------------------------------------------------------

    def _start(
        self, description: str, work: Callable[[Callable[[int], bool]], Any], then: Callable[[Any], None]
    ) -> None:
        if self._task is not None:
            return
        self._then = then
        self._task = BackgroundTask(description, work)
        self._task.told.connect(self._told)
        self._task.ended.connect(self._ended)
        self._follow()
        QgsApplication.taskManager().addTask(self._task)

    def _ended(self, outcome: Any, error: Optional[ForeshockError]) -> None:
        self._task = None
        self._follow()
        if error is not None:
            self._say(str(error))
        elif outcome is None:
            self._say(_tr("Called off."))
        else:
            self._then(outcome)

    def _told(self, looked_at: int) -> None:
        if looked_at:
            self._say(_tr("{count} features read…").format(count=QLocale().toString(looked_at)))

    def _assessed(self, outcome: Outcome) -> None:
        self._show(outcome)
        self._say("\n".join([summary(outcome.affected), *problems(outcome.affected)]))
        self.assessed.emit(outcome.affected)

    def _kept(self, path: str) -> None:
        result = self._result()
        if result is None:
            return
        try:
            layer = add_affected(self._project, result, path, self._outcome.affected.layer_name)
        except ForeshockError as error:
            self._say(str(error))
            return
        # Once is enough, until there is another answer.
        self._add.setEnabled(False)
        self._say(_tr("Added “{layer}”: {path}").format(layer=layer.name(), path=path))

    def _exported(self, path: str) -> None:
        self._say(_tr("Exported: {path}").format(path=path))

    # Inside -----------------------------------------------------------------------------------------------------

    def _build(self, result: QgsRasterLayer) -> None:
        about = wrapped_label("about")
        about.setText(
            _tr(
                "What of a layer lies inside the change footprint of “{result}”. It is looked at where the result is. "
                "A computed scenario, not an observation."
            ).format(result=result.name())
        )
        self._form = AffectedForm(self._project)
        self._run = _button("run", _tr("Run"), self.run)
        self._run.setDefault(True)
        self._cancel = _button("cancel", _tr("Cancel"), self.cancel)
        self._bar = named(QProgressBar(), "progress")
        self._bar.setRange(0, 0)
        self._status = wrapped_label("status")
        self._status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._table = named(QTableView(), "table")
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.verticalHeader().hide()
        self._table.setAlternatingRowColors(True)
        self._add = _button("addLayer", _tr("Add as layer"), self.add_layer)
        self._add.setToolTip(_tr("The affected features, in a GeoPackage beside the result."))
        self._export = _button("export", _tr("Export…"), self.choose_export)
        self._copy = _button("copy", _tr("Copy table"), self.copy_table)

        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(self._form)
        layout.addWidget(row(self._run, self._cancel, self._bar, QWidget(), stretch=(0, 0, 1, 1)))
        layout.addWidget(self._status)
        layout.addWidget(self._table, 1)
        help_button, close = (
            _button("help", _tr("Help"), self.help_requested.emit),
            _button("close", _tr("Close"), self.close),
        )
        layout.addWidget(row(self._add, self._export, self._copy, QWidget(), help_button, close, stretch=(0, 0, 0, 1)))
        self._form.layer_changed.connect(self._follow)
        self._show(None)

    def _show(self, outcome: Optional[Outcome]) -> None:
        previous, self._outcome = self._outcome, outcome
        if previous is not None:
            previous.folder.cleanup()
        self._model.show(None if outcome is None else outcome.affected)
        # As the answer has them: the most affected first.
        self._table.setSortingEnabled(False)
        self._table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._table.setSortingEnabled(True)
        self._table.resizeColumnsToContents()
        if outcome is not None:
            numbers = sum(self._table.columnWidth(each) for each in range(1, self._model.columnCount()))
            words = min(self._table.columnWidth(0), _WORDS_WIDTH)
            self._table.setColumnWidth(0, max(self._table.viewport().width() - numbers, words))
        self._follow()

    def _follow(self, *_: Any) -> None:
        """What can be pressed now."""
        busy, there = self._task is not None, self._outcome is not None
        self._run.setEnabled(not busy and self._form.layer() is not None)
        self._cancel.setVisible(busy)
        self._bar.setVisible(busy)
        for each in (self._add, self._export, self._copy):
            each.setEnabled(there and not busy)

    def _say(self, text: str) -> None:
        self._status.setText(text)

    def _layers_go(self, ids: List[str]) -> None:
        """The dialog does not outlive its result."""
        if self._result_id in ids:
            self.close()

    def _result(self) -> Optional[QgsRasterLayer]:
        return self._project.mapLayer(self._result_id)

    def _close(self, *_: Any) -> None:
        self._form.release()
        self._project.layersWillBeRemoved.disconnect(self._layers_go)
        if not is_gone(self._task):
            self._task.told.disconnect(self._told)
            self._task.ended.disconnect(self._ended)
            self._task.cancel()
            self._task = None
        self._show(None)


def _file(result: QgsRasterLayer) -> str:
    return str(Path(result.source().split("|")[0]))


def _formats() -> dict:
    """File endings that can be written here, and their filters."""
    here = {ending.lower().lstrip(".") for ending in QgsVectorFileWriter.supportedFormatExtensions()}
    return {ending: text for ending, text in _FORMATS.items() if ending.lstrip(".") in here and ending in DRIVERS}


def _suffix(chosen: str) -> str:
    return next(ending for ending, text in _FORMATS.items() if text == chosen)


def _button(name: str, text: str, act: Callable[[], Any]) -> QPushButton:
    button = named(QPushButton(text), name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: act())
    return button


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAffectedDialog", text)
