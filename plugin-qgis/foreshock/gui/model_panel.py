"""The folded part of the dialog: by which model, with how many steps, from which seed, after which example."""

from __future__ import annotations

import random
from typing import List, Optional, Sequence

from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QPushButton, QSpinBox, QWidget

from ..core.messages import Model
from ..core.request import ExampleSource, SimulationRequest
from .example_panel import ExamplePanel
from .forms import form, row, wrapped_label

_LARGEST_SEED = 2**31 - 1
#: Variants of a scenario that one click may ask for: what a person compares.
_MOST_VARIANTS = 9
#: Less changes nothing that one sees, per cent.
_LEAST_STRENGTH = 5


class ModelPanel(QgsCollapsibleGroupBox):
    """Folded at first: its defaults are the model's."""

    model_changed = pyqtSignal()
    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(_tr("Model, seed, example"), parent)
        self._model, self._licence = QComboBox(), wrapped_label("licence")
        self._steps, self._seed, self._variants = QSpinBox(), QSpinBox(), QSpinBox()
        self._steps.setRange(1, 200)
        self._seed.setRange(0, _LARGEST_SEED)
        self._variants.setRange(1, _MOST_VARIANTS)
        self._strength = QSpinBox()
        self._strength.setRange(_LEAST_STRENGTH, 100)
        self._strength.setSingleStep(5)
        self._strength.setValue(100)
        self._strength.setSuffix(" %")
        self._strength.setToolTip(_tr("How much is drawn anew; with less, more of what is there shows through"))
        self._variants.setToolTip(_tr("The same scenario with so many seeds, one after another"))
        again = QPushButton(_tr("New"))
        again.setToolTip(_tr("Another seed gives another picture of the same scenario"))
        self._examples = ExamplePanel(self)
        names = {
            "more": self,
            "model": self._model,
            "steps": self._steps,
            "strength": self._strength,
            "seed": self._seed,
            "variants": self._variants,
            "example": self._examples,
        }
        for name, widget in names.items():
            widget.setObjectName(name)
        inner = form()
        inner.addRow(_tr("Model"), self._model)
        inner.addRow("", self._licence)
        inner.addRow(_tr("Steps"), self._steps)
        inner.addRow(_tr("Strength"), self._strength)
        inner.addRow(_tr("Seed"), row(self._seed, again))
        inner.addRow(_tr("Variants"), self._variants)
        inner.addRow(_tr("Example"), self._examples)
        self.setLayout(inner)
        self.setCollapsed(True)
        self._new_seed()
        again.clicked.connect(self._new_seed)
        self._model.currentIndexChanged.connect(lambda _: self._model_changed())
        for number in (self._steps, self._variants):
            number.valueChanged.connect(lambda _: self.changed.emit())

    def set_models(self, models: Sequence[Model], preferred: str) -> None:
        """What the fleet serves. Lists that come again (another connection) leave the choice as it is."""
        chosen, steps = self.model(), self.steps()
        self._model.clear()
        for model in models:
            self._model.addItem(model.name, model)
        self.choose_model(preferred if chosen is None else chosen.name)
        if chosen is not None and chosen == self.model():
            self._steps.setValue(steps)

    def choose_model(self, name: str) -> None:
        """By its name; the fleet's first where there is no such model."""
        self._model.setCurrentIndex(max(self._model.findText(name), 0))

    def model(self) -> Optional[Model]:
        """The chosen one; none before the fleet has answered."""
        return self._model.currentData()

    def steps(self) -> int:
        """Denoising steps."""
        return self._steps.value()

    def strength(self) -> float:
        """How much is drawn anew, above 0 up to 1."""
        return self._strength.value() / 100.0

    def seeds(self) -> List[int]:
        """One for each variant."""
        first = self._seed.value()
        # The last numbers have none above them.
        first = min(first, _LARGEST_SEED + 1 - self.variants())
        return list(range(first, first + self.variants()))

    def variants(self) -> int:
        """Pictures of one scenario."""
        return self._variants.value() if self._variants.isEnabled() else 1

    def allow_variants(self, allowed: bool) -> None:
        """Not beside a series of grades: that would be a table."""
        self._variants.setEnabled(allowed)

    def examples(self, project: QgsProject) -> List[ExampleSource]:
        """What was done elsewhere and shall be done here."""
        return self._examples.sources(project)

    def fill_from(self, request: SimulationRequest, project: QgsProject) -> None:
        """The choices of an earlier request."""
        self._examples.fill_from(request.examples, project)
        if request.examples:
            self.setCollapsed(False)
        self.choose_model(request.params.model)
        self._steps.setValue(request.params.steps)
        self._strength.setValue(round(request.params.strength * 100))
        self._seed.setValue(request.params.seed)

    def _model_changed(self) -> None:
        model = self.model()
        if model is None:
            return
        self._steps.setValue(model.default_steps)
        self._examples.set_limit(model.max_examples)
        licence = model.licence
        text = _tr("Licence: {name}").format(name=licence.name)
        if licence.non_commercial:
            text += " — " + _tr("no commercial use")
        if not licence.accepted:
            text += " — " + _tr("not accepted by the operator, so jobs are refused")
        self._licence.setText(text)
        self.model_changed.emit()

    def _new_seed(self) -> None:
        # No secret: any generator will do.
        self._seed.setValue(random.randrange(_LARGEST_SEED))  # nosec B311


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockModelPanel", text)
