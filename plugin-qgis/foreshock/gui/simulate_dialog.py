"""*Simulate damage…*: what should happen, where, by which model."""

from __future__ import annotations

import random
from typing import Callable, Dict, Optional, Sequence

from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from .. import presets
from ..core.checks import check_instruction
from ..core.errors import ForeshockError
from ..core.messages import Capabilities, Model
from ..core.request import RasterSource, SimulationRequest
from . import estimate, last_use
from .area_panel import AreaPanel
from .buttons import translated
from .example_panel import ExamplePanel
from .source_choice import SourceChoice

_LARGEST_SEED = 2**31 - 1


class SimulateDialog(QDialog):
    """Asks for a request. It is shown, not executed: QGIS stays usable."""

    run_requested = pyqtSignal(object)  # SimulationRequest
    connection_requested = pyqtSignal()
    connect_requested = pyqtSignal()
    help_requested = pyqtSignal()

    def __init__(
        self,
        layer: QgsRasterLayer,
        sources: SourceChoice,
        canvas: QgsMapCanvas,
        new_output: Callable[[], str],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ForeshockSimulateDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Simulate damage — {layer}").format(layer=layer.name()))
        self._layer = layer
        self._layer_id, self._layer_name = layer.id(), layer.name()
        self._sources = sources
        self._new_output = new_output
        self._capabilities: Optional[Capabilities] = None
        self._waiting = False
        self._level_touched = False
        self._place: Optional[QPoint] = None
        #: What the user chose last, until the fleet's lists are there to choose from.
        self._last = last_use.recall()
        self.area = AreaPanel(canvas, QgsProject.instance(), self)
        self._build()
        self._level_changed()
        self._restore()

    # What the fleet says ----------------------------------------------------------------------------------------

    def set_waiting(self, text: str) -> None:
        """Shows that the fleet is being asked, or why that takes so long."""
        self._waiting = True
        self._status.setText(text)
        self._connect.setVisible(False)
        self._follow()

    def set_disconnected(self, text: str) -> None:
        """Shows why there is no fleet, and offers to connect."""
        self._capabilities, self._waiting = None, False
        self._status.setText(text)
        self._connect.setVisible(True)
        self._follow()

    def set_capabilities(self, capabilities: Capabilities) -> None:
        """Fills in models and presets."""
        self._capabilities, self._waiting = capabilities, False
        models = len(capabilities.models)
        count = _tr("1 model") if models == 1 else _tr("{count} models").format(count=models)
        self._status.setText(_tr("Connected to {worker}: {count}").format(worker=capabilities.worker, count=count))
        self._connect.setVisible(False)
        self._model.clear()
        for model in capabilities.models:
            self._model.addItem(model.name, model)
        self._model.setCurrentIndex(max(self._model.findText(self._last.get("model", "")), 0))
        self._fill_presets(capabilities)
        self._model_changed()

    def is_waiting(self) -> bool:
        """Whether the fleet has been asked and has not answered."""
        return self._waiting

    def layer_id(self) -> str:
        """The layer that it is about."""
        return self._layer_id

    # Inside -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._preset, self._severity = QComboBox(), QComboBox()
        self._instruction = QPlainTextEdit()
        self._instruction.setPlaceholderText(_tr("flood the low streets up to the door sills"))
        self._instruction.setTabChangesFocus(True)
        self._instruction.setFixedHeight(self._instruction.fontMetrics().lineSpacing() * 3 + 12)
        self._level, self._allow_gaps = QComboBox(), QCheckBox(_tr("Leave missing map tiles as they are"))
        self._level.addItems(self._sources.labels())
        self._level.setCurrentIndex(self._sources.preferred())
        self._model, self._licence = QComboBox(), _wrapped()
        self._estimate, self._warning, self._status = _wrapped(), _wrapped(), _wrapped()
        self._warning.setStyleSheet("color: #a04000;")
        self._warning.setVisible(False)
        self._steps, self._seed = QSpinBox(), QSpinBox()
        self._steps.setRange(1, 200)
        self._seed.setRange(0, _LARGEST_SEED)
        self._new_seed()
        again = QPushButton(_tr("New"))
        again.setToolTip(_tr("Another seed gives another picture of the same scenario"))
        again.clicked.connect(self._new_seed)
        self._examples = ExamplePanel(self)
        self._connect = QPushButton(_tr("Connect"))
        change = QPushButton(_tr("Connection…"))
        self._connect.clicked.connect(lambda: self.connect_requested.emit())
        change.clicked.connect(lambda: self.connection_requested.emit())
        self._name_widgets(change)

        form = self._form = _form()
        form.addRow(_tr("Scenario"), _row(self._preset, self._severity, stretch=(1, 1)))
        form.addRow(_tr("What happens"), self._instruction)
        form.addRow(_tr("Area"), self.area)
        if self._sources.labels():
            form.addRow(_tr("Drawn at"), self._level)
            form.addRow("", self._allow_gaps)
        form.addRow(_tr("Size"), self._estimate)
        form.addRow(_tr("Fleet"), _row(self._status, self._connect, change))

        more = QgsCollapsibleGroupBox(_tr("Model, seed, example"))
        more.setObjectName("more")
        inner = _form()
        inner.addRow(_tr("Model"), self._model)
        inner.addRow("", self._licence)
        inner.addRow(_tr("Steps"), self._steps)
        inner.addRow(_tr("Seed"), _row(self._seed, again))
        inner.addRow(_tr("Example"), self._examples)
        more.setLayout(inner)
        more.setCollapsed(True)
        more.collapsedStateChanged.connect(lambda _: self._fit())

        standard = QDialogButtonBox.StandardButton
        self._buttons = translated(QDialogButtonBox(standard.Cancel | standard.Help))
        self._run = self._buttons.addButton(_tr("Run"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._run.setObjectName("run")
        self._run.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._buttons.helpRequested.connect(lambda: self.help_requested.emit())
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(more)
        layout.addWidget(self._warning)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(600)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._take_size)

        self._preset.currentIndexChanged.connect(lambda _: self._preset_changed())
        self._severity.currentIndexChanged.connect(lambda _: self._severity_changed())
        self._instruction.textChanged.connect(self._follow)
        self._model.currentIndexChanged.connect(lambda _: self._model_changed())
        self._steps.valueChanged.connect(lambda _: self._area_changed())
        self._level.currentIndexChanged.connect(lambda _: self._level_changed())
        self._level.activated.connect(lambda _: self._touch_level())
        self._allow_gaps.toggled.connect(lambda _: self._level_changed())
        self.area.changed.connect(self._area_changed)
        # The map is in the way of nothing while the user draws on it.
        self.area.drawing_began.connect(self._step_aside)
        self.area.drawing_ended.connect(self._return)

    def _name_widgets(self, change: QPushButton) -> None:
        names: Dict[str, QWidget] = {
            "preset": self._preset,
            "severity": self._severity,
            "instruction": self._instruction,
            "area": self.area,
            "level": self._level,
            "allowGaps": self._allow_gaps,
            "model": self._model,
            "licence": self._licence,
            "estimate": self._estimate,
            "warning": self._warning,
            "status": self._status,
            "steps": self._steps,
            "seed": self._seed,
            "example": self._examples,
            "connect": self._connect,
            "connection": change,
        }
        for name, widget in names.items():
            widget.setObjectName(name)

    # Last use ---------------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        """What was chosen last, as far as it does not depend on the fleet."""
        self.area.restore(self._last)
        if self._last.get("preset") == "":
            self._instruction.setPlainText(self._last.get("instruction", ""))

    def _fill_presets(self, capabilities: Capabilities) -> None:
        """A new user finds the first preset chosen, so that *Run* is the next click."""
        typed = self._text()
        self._preset.clear()
        self._preset.addItem(_tr("Own words"), None)
        ids = [""]
        for preset in capabilities.presets:
            self._preset.addItem(presets.label(preset), preset)
            ids.append(preset.id)
        if typed:
            return
        wanted = self._last.get("preset", capabilities.presets[0].id if capabilities.presets else "")
        self._preset.setCurrentIndex(ids.index(wanted) if wanted in ids else 0)
        severity = self._last.get("severity", "")
        if severity.isdigit() and int(severity) < self._severity.count():
            self._severity.setCurrentIndex(int(severity))

    def _remember(self) -> None:
        preset = self._preset.currentData()
        last_use.remember(
            {
                **self.area.state(),
                "preset": preset.id if preset is not None else "",
                "severity": str(self._severity.currentIndex()),
                "instruction": self._text(),
                "model": self._model.currentText(),
            }
        )

    # Changes ----------------------------------------------------------------------------------------------------

    def _chosen_model(self) -> Optional[Model]:
        return self._model.currentData()

    def _preset_changed(self) -> None:
        preset = self._preset.currentData()
        self._severity.clear()
        self._severity.setEnabled(preset is not None)
        if preset is not None:
            for name, text in zip(presets.severities(preset), preset.instructions):
                self._severity.addItem(name, text)
            self._severity.setCurrentIndex(len(preset.instructions) // 2)

    def _severity_changed(self) -> None:
        if self._severity.currentData():
            self._instruction.setPlainText(self._severity.currentData())

    def _model_changed(self) -> None:
        model = self._chosen_model()
        if model is not None:
            self._steps.setValue(model.default_steps)
            self._examples.set_limit(model.max_examples)
            if not self._level_touched:
                self._level.setCurrentIndex(self._sources.preferred(model))
            licence = model.licence
            text = _tr("Licence: {name}").format(name=licence.name)
            if licence.non_commercial:
                text += " — " + _tr("no commercial use")
            if not licence.accepted:
                text += " — " + _tr("not accepted by the operator, so jobs are refused")
            self._licence.setText(text)
        self._area_changed()

    def _new_seed(self) -> None:
        # No secret: any generator will do.
        self._seed.setValue(random.randrange(_LARGEST_SEED))  # nosec B311

    def _fit(self) -> None:
        """Rows come and go; as soon as the layout knows, the window follows."""
        self._fitting.start(0)

    def _take_size(self) -> None:
        """As large as the rows ask for, and all of it on the screen."""
        width = max(self.sizeHint().width(), self.minimumWidth())
        height = self.layout().totalHeightForWidth(width)
        self.resize(width, height if height > 0 else self.sizeHint().height())
        # The form keeps heights that it found for another width of its wrapped lines.
        self._form.invalidate()
        self.layout().activate()
        handle = self.windowHandle()
        if handle is None or not self.isVisible():
            return
        frame, room = self.frameGeometry(), handle.screen().availableGeometry()
        below = frame.bottom() - room.bottom()
        if below > 0:
            self.move(frame.left(), max(frame.top() - below, room.top()))

    def _step_aside(self) -> None:
        """For drawing on the map; where the window stood, it comes back."""
        self._place = self.pos()
        self.hide()

    def _return(self) -> None:
        """Back from drawing on the map."""
        if self._place is not None:
            self.move(self._place)
        self.show()
        self.raise_()
        self.activateWindow()

    def _touch_level(self) -> None:
        """What the user chose by hand stays, whatever the model would like."""
        self._level_touched = True

    def _level_changed(self) -> None:
        self.area.set_source(self._source(), self._layer)
        self._area_changed()

    def _source(self) -> RasterSource:
        return self._sources.source(self._level.currentIndex(), self._allow_gaps.isChecked())

    def _area_changed(self) -> None:
        model, capabilities = self._chosen_model(), self._capabilities
        self._warn("")
        try:
            window = self.area.area().window
            gsd = self._source().gsd_m(window)
            if model is None or capabilities is None:
                self._estimate.setText(_tr("{width} × {height} px").format(width=window.width, height=window.height))
            else:
                self._estimate.setText(
                    estimate.describe(window, gsd, model, self._steps.value(), capabilities.limits.interactive_tiles)
                )
                self._warn(estimate.gsd_warning(gsd, model))
        except ForeshockError as error:
            self._estimate.setText(str(error))
        self._follow()
        self._fit()

    def _warn(self, text: str) -> None:
        self._warning.setText(text)
        self._warning.setVisible(bool(text))

    def _text(self) -> str:
        """The instruction on one line, as the wire wants it."""
        return " ".join(self._instruction.toPlainText().split())

    def _follow(self) -> None:
        model = self._chosen_model()
        ready = self._capabilities is not None and model is not None and model.licence.accepted
        self._run.setEnabled(ready and bool(self._text()))

    def request(self) -> SimulationRequest:
        """What the user asks for; refuses what cannot be sent."""
        model = self._chosen_model()
        if self._capabilities is None or model is None:
            raise ForeshockError(_tr("No model is chosen."), _tr("Connect to a fleet first."))
        check_instruction(self._text())
        area = self.area.area()
        return SimulationRequest.new(
            layer_id=self._layer_id,
            layer_name=self._layer_name,
            source=self._source(),
            window=area.window,
            instruction=self._text(),
            model=model,
            capabilities=self._capabilities,
            steps=self._steps.value(),
            seed=self._seed.value(),
            output=self._new_output(),
            mask_wkt=area.mask_wkt,
            examples=self._examples.sources(QgsProject.instance()),
        )

    def accept(self) -> None:
        """Hands the request over; stays open when it cannot be sent."""
        try:
            request = self.request()
        except ForeshockError as error:
            self._warn(str(error))
            return
        self._remember()
        super().accept()
        self.run_requested.emit(request)


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    return form


def _row(*widgets: QWidget, stretch: Sequence[int] = (1,)) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    for number, widget in enumerate(widgets):
        layout.addWidget(widget, stretch[number] if number < len(stretch) else 0)
    return holder


def _wrapped() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockSimulateDialog", text)
