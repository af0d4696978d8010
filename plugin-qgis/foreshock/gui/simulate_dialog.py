"""*Simulate damage…*: what should happen, where, by which model."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Callable, Collection, Dict, List, NamedTuple, Optional, Sequence
from uuid import uuid4

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import ForeshockError
from ..core.messages import Capabilities, Model
from ..core.request import RasterSource, SeriesPlace, SimulationRequest
from ..layers.names import shortened
from . import estimate, forms, last_use
from .area_panel import AreaPanel
from .buttons import translated
from .forms import wrapped_label
from .model_panel import ModelPanel
from .scenario_choice import Scenario, ScenarioChoice
from .source_choice import SourceChoice

#: A quick look takes this share of the steps, but not fewer than so many.
_QUICK_SHARE, _QUICK_STEPS = 0.25, 2


class Target(NamedTuple):
    """A layer to simulate on, and the rasters behind it."""

    layer: QgsRasterLayer
    sources: SourceChoice


class SimulateDialog(QDialog):
    """Asks for a request. It is shown, not executed: QGIS stays usable."""

    run_requested = pyqtSignal(object)  # list of SimulationRequest: one, or a series
    connection_requested = pyqtSignal()
    connect_requested = pyqtSignal()
    help_requested = pyqtSignal()

    def __init__(
        self,
        target: Target,
        canvas: QgsMapCanvas,
        new_output: Callable[[str], str],
        others: Sequence[Target] = (),
        parent: Optional[QWidget] = None,
    ) -> None:
        """``new_output`` gives the file of a result by the name of its layer; ``others`` are chosen in the layer panel
        besides ``target``, and may be simulated in the same way."""
        super().__init__(parent)
        self.setObjectName("ForeshockSimulateDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layer = target.layer
        self.setWindowTitle(_tr("Simulate damage — {layer}").format(layer=layer.name()))
        self._layer, self._sources, self._more_targets = layer, target.sources, list(others)
        self._layer_id = layer.id()
        self._new_output = new_output
        self._capabilities: Optional[Capabilities] = None
        self._waiting = False
        self._level_touched = False
        self._place: Optional[QPoint] = None
        #: What the user chose last, until the fleet's lists are there to choose from.
        self._last = last_use.recall()
        #: Pictures that the estimate speaks of; 0 where it must be made anew.
        self._estimated = 0
        #: An earlier request that is to be asked for again.
        self._again: Optional[SimulationRequest] = None
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
        self._more.set_models(capabilities.models, self._last.get("model", ""))
        self.scenario.set_presets(capabilities.presets, self._last)
        self._take_up_again()
        self._again = None

    def show_pace(self) -> None:
        """Another run has told how long a tile takes."""
        self._area_changed()

    def is_waiting(self) -> bool:
        """Whether the fleet has been asked and has not answered."""
        return self._waiting

    def layer_id(self) -> str:
        """The layer that it is about."""
        return self._layer_id

    def forget_layers(self, ids: Collection[str]) -> None:
        """Other layers that it would have simulated on are taken away."""
        kept = [each for each in self._more_targets if each.layer.id() not in ids]
        if len(kept) == len(self._more_targets):
            return
        self._more_targets = kept
        self._all_layers.setText(_also(len(kept)))
        self._all_layers.setToolTip("\n".join(each.layer.name() for each in kept))
        if not kept:
            self._all_layers.setChecked(False)
        self._all_layers.setVisible(bool(kept))
        self._area_changed()

    # Inside -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.scenario = ScenarioChoice(self)
        self._reading = wrapped_label("reading")
        self._reading.setVisible(False)
        self._level, self._allow_gaps = QComboBox(self), QCheckBox(_tr("Leave missing map tiles as they are"), self)
        self._level.addItems(self._sources.labels())
        self._level.setCurrentIndex(self._sources.preferred())
        self._estimate, self._warning = wrapped_label("estimate"), wrapped_label("warning")
        self._status = wrapped_label("status")
        self._warning.setStyleSheet("color: #a04000;")
        self._warning.setVisible(False)
        self._all_layers = QCheckBox(_also(len(self._more_targets)), self)
        self._more = ModelPanel(self)
        self._connect = QPushButton(_tr("Connect"))
        change = QPushButton(_tr("Connection…"))
        self._connect.clicked.connect(lambda: self.connect_requested.emit())
        change.clicked.connect(lambda: self.connection_requested.emit())
        self._name_widgets(change)

        form = self._form = forms.form()
        form.addRow(_tr("Scenario"), forms.row(self.scenario.preset, self.scenario.severity, stretch=(1, 1)))
        form.addRow(_tr("What happens"), self.scenario.instruction)
        form.addRow("", self._reading)
        form.addRow(_tr("Area"), self.area)
        # What has no row goes with the window all the same.
        for widget in (self._all_layers, self._level, self._allow_gaps):
            widget.hide()
        if self._more_targets:
            self._all_layers.setToolTip("\n".join(each.layer.name() for each in self._more_targets))
            form.addRow("", self._all_layers)
            self._all_layers.show()
        if self._sources.labels():
            form.addRow(_tr("Drawn at"), self._level)
            form.addRow("", self._allow_gaps)
            self._level.show()
            self._allow_gaps.show()
        form.addRow(_tr("Size"), self._estimate)
        form.addRow(_tr("Connection"), forms.row(self._status, self._connect, change))

        self._more.collapsedStateChanged.connect(lambda _: self._fit())

        standard = QDialogButtonBox.StandardButton
        self._buttons = translated(QDialogButtonBox(standard.Close | standard.Help))
        self._run = self._buttons.addButton(_tr("Run"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._run.setObjectName("run")
        self._run.setDefault(True)
        self._quick = self._buttons.addButton(_tr("Quick look"), QDialogButtonBox.ButtonRole.ActionRole)
        self._quick.setObjectName("quick")
        self._quick.setToolTip(_tr("The same with fewer steps: coarse, but soon there. This window stays open."))
        self._quick.clicked.connect(lambda: self._look_quickly())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._buttons.helpRequested.connect(lambda: self.help_requested.emit())
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._more)
        layout.addWidget(self._warning)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(600)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._take_size)

        self.scenario.changed.connect(self._scenario_changed)
        self._more.model_changed.connect(self._model_changed)
        self._more.changed.connect(self._area_changed)
        self._all_layers.toggled.connect(lambda _: self._area_changed())
        self._level.currentIndexChanged.connect(lambda _: self._level_changed())
        self._level.activated.connect(lambda _: self._touch_level())
        self._allow_gaps.toggled.connect(lambda _: self._level_changed())
        self.area.changed.connect(self._area_changed)
        # The map is in the way of nothing while the user draws on it.
        self.area.drawing_began.connect(self._step_aside)
        self.area.drawing_ended.connect(self._return)

    def _name_widgets(self, change: QPushButton) -> None:
        names: Dict[str, QWidget] = {
            "area": self.area,
            "allLayers": self._all_layers,
            "level": self._level,
            "allowGaps": self._allow_gaps,
            "connect": self._connect,
            "connection": change,
        }
        for name, widget in names.items():
            widget.setObjectName(name)

    # Last use ---------------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        """What was chosen last, as far as it does not depend on the fleet."""
        self.area.restore(self._last)
        self.scenario.restore(self._last)

    def fill_from(self, request: SimulationRequest) -> None:
        """Takes up the choices of an earlier request, before or after the fleet's lists are there."""
        self._again = request
        level = self._sources.index_of(request.source)
        if level is not None:
            self._level.setCurrentIndex(level)
            self._touch_level()
        if request.source.drawing is not None:
            self._allow_gaps.setChecked(request.source.drawing.allow_gaps)
        self._take_up_again()
        crs = QgsCoordinateReferenceSystem.fromWkt(request.source.crs_wkt)
        self.area.set_drawn(QgsGeometry.fromWkt(request.outline_wkt()), crs)

    def _take_up_again(self) -> None:
        if self._again is not None:
            self._more.fill_from(self._again, QgsProject.instance())
            self.scenario.set_words(self._again.instruction)

    def _remember(self) -> None:
        model = self._more.model()
        last_use.remember(
            {**self.area.state(), **self.scenario.state(), "model": model.name if model is not None else ""}
        )

    # Changes ----------------------------------------------------------------------------------------------------

    def _scenario_changed(self) -> None:
        self._more.allow_variants(not self.scenario.is_series())
        note = self.scenario.note()
        if note != self._reading.text():
            self._reading.setText(note)
            self._reading.setVisible(bool(note))
            self._fit()
        if self._pictures() == self._estimated:
            self._follow()
        else:
            self._area_changed()

    def _model_changed(self) -> None:
        model = self._more.model()
        if model is not None and not self._level_touched:
            self._level.setCurrentIndex(self._sources.preferred(model))
        self.scenario.set_model(model)
        self._estimated = 0
        self._scenario_changed()

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
        self._estimated = self._pictures()
        model, capabilities = self._more.model(), self._capabilities
        self._warn("")
        try:
            window = self.area.area().window
            gsd = self._source().gsd_m(window)
            if model is None or capabilities is None:
                self._estimate.setText(_tr("{width} × {height} px").format(width=window.width, height=window.height))
            else:
                self._estimate.setText(
                    estimate.describe(
                        window, gsd, model, self._more.steps(), capabilities.limits.interactive_tiles, self._pictures()
                    )
                )
                self._warn(estimate.gsd_warning(gsd, model))
        except ForeshockError as error:
            self._estimate.setText(str(error))
        self._follow()
        self._fit()

    def _warn(self, text: str) -> None:
        self._warning.setText(text)
        self._warning.setVisible(bool(text))

    def _follow(self) -> None:
        model = self._more.model()
        ready = self._capabilities is not None and model is not None and model.licence.accepted
        for button in (self._run, self._quick):
            button.setEnabled(ready and bool(self.scenario.text()) and self.scenario.is_readable())

    def _count(self) -> int:
        """Pictures of each layer."""
        return len(self.scenario.scenarios()) if self.scenario.is_series() else self._more.variants()

    def _pictures(self) -> int:
        return self._count() * len(self._targets())

    def _targets(self) -> List[Target]:
        return [Target(self._layer, self._sources), *(self._more_targets if self._all_layers.isChecked() else [])]

    def requests(self, steps: Optional[int] = None) -> List[SimulationRequest]:
        """What the user asks for, mildest first; refuses what cannot be sent. ``steps`` instead of those chosen."""
        model = self._more.model()
        if self._capabilities is None or model is None:
            raise ForeshockError(_tr("No model is chosen."), _tr("Connect to a fleet first."))
        self.scenario.check()
        return [each for target in self._targets() for each in self._requests_on(target, model, steps)]

    def _requests_on(self, target: Target, model: Model, steps: Optional[int]) -> List[SimulationRequest]:
        layer = target.layer
        if layer is self._layer:
            source = self._source()
            area = self.area.area()
        else:
            source = target.sources.source(target.sources.preferred(model), self._allow_gaps.isChecked())
            area = self.area.area_on(source, layer)
        seeds, scenarios = self._more.seeds(), self.scenario.scenarios()
        if self.scenario.is_series():
            members = [(scenario, seeds[0], scenario.grade) for scenario in scenarios]
        else:
            members = [(scenarios[0], each, _tr("seed {seed}").format(seed=each)) for each in seeds]
        series_id, title = uuid4(), self.scenario.title()
        if steps is not None:
            title = _marked_quick(title)
        # Members of a series stand one after another in time, from one moment.
        created = datetime.now(timezone.utc)
        return [
            SimulationRequest.new(
                layer_id=layer.id(),
                layer_name=layer.name(),
                source=source,
                window=area.window,
                instruction=scenario.instruction,
                model=model,
                capabilities=self._capabilities,
                steps=steps or self._more.steps(),
                seed=seed,
                output=self._new_output(layer.name()),
                mask_wkt=area.mask_wkt,
                examples=self._more.examples(QgsProject.instance()),
                scenario=scenario.name if steps is None else _quick(scenario),
                series=SeriesPlace(series_id, index, len(members), label, title) if len(members) > 1 else None,
                created=created,
                strength=self._more.strength(),
            )
            for index, (scenario, seed, label) in enumerate(members)
        ]

    def _look_quickly(self) -> None:
        """Hands over the same with fewer steps; the window stays."""
        steps = self._more.steps()
        self._hand_over(min(max(round(steps * _QUICK_SHARE), _QUICK_STEPS), steps))

    def accept(self) -> None:
        """Hands the request over; stays open when it cannot be sent."""
        self._hand_over(None)

    def _hand_over(self, steps: Optional[int]) -> None:
        try:
            requests = self.requests(steps)
        except ForeshockError as error:
            self._warn(str(error))
            self._fit()
            return
        self._remember()
        if steps is None:
            super().accept()
        self.run_requested.emit(requests)


def _also(count: int) -> str:
    if count == 1:
        return _tr("Also on the other layer that is selected")
    return _tr("Also on the {count} other layers that are selected").format(count=count)


def _quick(scenario: Scenario) -> str:
    return _marked_quick(scenario.name or shortened(scenario.instruction))


def _marked_quick(name: str) -> str:
    return _tr("{scenario} (quick look)").format(scenario=name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockSimulateDialog", text)
