"""*Simulate damage…*: what should happen, where, by which model."""

from __future__ import annotations

import random
from typing import Callable, Optional

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from .. import presets
from ..core.checks import check_instruction
from ..core.errors import ForeshockError
from ..core.grid import TilePlan, Window, default_overlap
from ..core.messages import Capabilities, Model
from ..core.request import RasterSource, SimulationRequest

_LARGEST_SEED = 2**31 - 1


class SimulateDialog(QDialog):
    """Asks for a request. It is shown, not executed: QGIS stays usable."""

    run_requested = pyqtSignal(object)  # SimulationRequest
    connection_requested = pyqtSignal()
    connect_requested = pyqtSignal()

    def __init__(
        self,
        layer: QgsRasterLayer,
        source: RasterSource,
        whole: Window,
        visible: Callable[[], Window],
        new_output: Callable[[], str],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ForeshockSimulateDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Simulate damage — {layer}").format(layer=layer.name()))
        self._layer_id, self._layer_name = layer.id(), layer.name()
        self._source, self._whole, self._visible = source, whole, visible
        self._new_output = new_output
        self._capabilities: Optional[Capabilities] = None
        self._build()
        self._area_changed()

    # What the fleet says ----------------------------------------------------------------------------------------

    def set_waiting(self, text: str) -> None:
        """Shows that the fleet is being asked."""
        self._status.setText(text)
        self._connect.setVisible(False)
        self._follow()

    def set_disconnected(self, text: str) -> None:
        """Shows why there is no fleet, and offers to connect."""
        self._capabilities = None
        self._status.setText(text)
        self._connect.setVisible(True)
        self._follow()

    def set_capabilities(self, capabilities: Capabilities) -> None:
        """Fills in models and presets."""
        self._capabilities = capabilities
        usable = len(capabilities.models)
        self._status.setText(
            _tr("Connected: {count} model(s), worker {worker}").format(count=usable, worker=capabilities.worker)
        )
        self._connect.setVisible(False)
        self._model.clear()
        for model in capabilities.models:
            self._model.addItem(model.name, model)
        self._preset.clear()
        self._preset.addItem(_tr("Own words"), None)
        for preset in capabilities.presets:
            self._preset.addItem(presets.label(preset), preset)
        self._model_changed()

    # Inside -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._preset, self._severity = QComboBox(), QComboBox()
        self._instruction = QPlainTextEdit()
        self._instruction.setPlaceholderText(_tr("flood the low streets up to the door sills"))
        self._instruction.setTabChangesFocus(True)
        self._instruction.setFixedHeight(72)
        self._model, self._licence = QComboBox(), _wrapped()
        self._use_visible, self._use_whole = QRadioButton(_tr("Visible extent")), QRadioButton(_tr("Whole layer"))
        self._use_visible.setChecked(True)
        self._estimate, self._warning, self._status = _wrapped(), _wrapped(), _wrapped()
        self._steps, self._seed = QSpinBox(), QSpinBox()
        self._steps.setRange(1, 200)
        self._seed.setRange(0, _LARGEST_SEED)
        self._new_seed()
        again = QPushButton(_tr("New"))
        again.setToolTip(_tr("Another seed gives another picture of the same scenario"))
        again.clicked.connect(self._new_seed)
        self._connect = QPushButton(_tr("Connect"))
        change = QPushButton(_tr("Connection…"))
        self._connect.clicked.connect(lambda: self.connect_requested.emit())
        change.clicked.connect(lambda: self.connection_requested.emit())

        names = {
            "preset": self._preset,
            "severity": self._severity,
            "instruction": self._instruction,
            "model": self._model,
            "licence": self._licence,
            "visible": self._use_visible,
            "whole": self._use_whole,
            "estimate": self._estimate,
            "warning": self._warning,
            "status": self._status,
            "steps": self._steps,
            "seed": self._seed,
            "connect": self._connect,
            "connection": change,
        }
        for name, widget in names.items():
            widget.setObjectName(name)

        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_tr("Scenario"), _row(self._preset, self._severity))
        form.addRow(_tr("What happens"), self._instruction)
        form.addRow(_tr("Area"), _row(self._use_visible, self._use_whole))
        form.addRow("", self._estimate)
        form.addRow(_tr("Model"), self._model)
        form.addRow("", self._licence)
        form.addRow(_tr("Steps"), self._steps)
        form.addRow(_tr("Seed"), _row(self._seed, again))
        form.addRow(_tr("Fleet"), _row(self._status, self._connect, change))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._run = self._buttons.addButton(_tr("Run"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._run.setObjectName("run")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._warning)
        layout.addWidget(self._buttons)
        self.resize(560, self.sizeHint().height())

        self._preset.currentIndexChanged.connect(lambda _: self._preset_changed())
        self._severity.currentIndexChanged.connect(lambda _: self._severity_changed())
        self._instruction.textChanged.connect(self._follow)
        self._model.currentIndexChanged.connect(lambda _: self._model_changed())
        self._use_visible.toggled.connect(lambda _: self._area_changed())

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
            licence = model.licence
            text = _tr("Licence: {name}").format(name=licence.name)
            if licence.non_commercial:
                text += " — " + _tr("no commercial use")
            if not licence.accepted:
                text += " — " + _tr("not accepted by the operator, so jobs are refused")
            self._licence.setText(text)
        self._area_changed()

    def _new_seed(self) -> None:
        self._seed.setValue(random.randrange(_LARGEST_SEED))  # nosec B311 - no secret

    def _window(self) -> Window:
        return self._visible() if self._use_visible.isChecked() else self._whole

    def _area_changed(self) -> None:
        model = self._chosen_model()
        self._warning.setText("")
        try:
            window = self._window()
            text = _tr("{width} × {height} px").format(width=window.width, height=window.height)
            if model is not None:
                tile = model.tile_sizes[0]
                tiles = len(TilePlan.cover(window, tile, default_overlap(tile)))
                text += _tr(", {tiles} tile(s) of {side} px").format(tiles=tiles, side=tile)
                self._warn_about_gsd(model, window)
            self._estimate.setText(text)
        except ForeshockError as error:
            self._estimate.setText(str(error))
        self._follow()

    def _warn_about_gsd(self, model: Model, window: Window) -> None:
        gsd, made_for = self._source.gsd_m(window), model.gsd_m
        if not made_for.min <= gsd <= made_for.max:
            self._warning.setText(
                _tr(
                    "A pixel is {gsd:.3g} m here; {model} was made for {low:g} to {high:g} m. Expect poor results."
                ).format(gsd=gsd, model=model.name, low=made_for.min, high=made_for.max)
            )

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
        return SimulationRequest.new(
            layer_id=self._layer_id,
            layer_name=self._layer_name,
            source=self._source,
            window=self._window(),
            instruction=self._text(),
            model=model,
            capabilities=self._capabilities,
            steps=self._steps.value(),
            seed=self._seed.value(),
            output=self._new_output(),
        )

    def accept(self) -> None:
        """Hands the request over; stays open when it cannot be sent."""
        try:
            request = self.request()
        except ForeshockError as error:
            self._warning.setText(str(error))
            return
        super().accept()
        self.run_requested.emit(request)


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    for number, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if number == 0 else 0)
    return holder


def _wrapped() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockSimulateDialog", text)
