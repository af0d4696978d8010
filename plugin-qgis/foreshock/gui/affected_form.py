"""The question of *Affected features*: which layer, by which field, from which share."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsFieldProxyModel, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QSpinBox, QWidget

from ..assess.affected import Question
from ..layers.marks import is_simulated
from .forms import form, named, row


class AffectedForm(QWidget):
    """Offers the vector layers of a project that are not simulated."""

    #: Another layer, or none.
    layer_changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._layer_id = ""
        self._layers = named(QgsMapLayerComboBox(), "layer")
        self._layers.setFilters(QgsMapLayerProxyModel.Filter.HasGeometry)
        self._by, self._amount = _field_combo("by"), _field_combo("amount")
        self._amount.setFilters(QgsFieldProxyModel.Filter.Numeric)
        self._weight = named(QComboBox(), "weight")
        self._weight.addItems([_tr("of each affected feature, in full"), _tr("in proportion to the affected share")])
        self._threshold = named(QSpinBox(), "threshold")
        self._threshold.setRange(0, 100)
        self._threshold.setSingleStep(10)
        self._threshold.setSuffix(" %")
        self._threshold.setSpecialValueText(_tr("any part"))
        fields = form()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.addRow(_tr("Layer"), self._layers)
        fields.addRow(_tr("A row for each"), self._by)
        fields.addRow(_tr("Add up"), row(self._amount, self._weight, stretch=(0, 1)))
        share = QLabel(_tr("of a feature's length, area or points"))
        fields.addRow(_tr("Affected from"), row(self._threshold, share, stretch=(0, 1)))
        self.setLayout(fields)
        self._layers.layerChanged.connect(self._choose_layer)
        self._amount.fieldChanged.connect(self._choose_amount)
        self._except_simulated()
        project.layersAdded.connect(self._except_simulated)
        self._choose_layer()

    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer that is asked about."""
        return self._layers.currentLayer()

    def question(self) -> Question:
        """What is asked of it."""
        return Question(
            by=self._by.currentField(),
            threshold=self._threshold.value() / 100.0,
            amount=self._amount.currentField(),
            by_share=self._weight.currentIndex() == 1,
        )

    def release(self) -> None:
        """Hears no more of the project."""
        self._project.layersAdded.disconnect(self._except_simulated)

    def _choose_layer(self, *_: Any) -> None:
        layer = self.layer()
        # The list says so, too, when it only becomes shorter or longer.
        if layer is not None and layer.id() != self._layer_id:
            self._layer_id = layer.id()
            for each in (self._by, self._amount):
                each.setLayer(layer)
                each.setField("")
        self._choose_amount()
        self.layer_changed.emit()

    def _choose_amount(self, *_: Any) -> None:
        self._weight.setEnabled(bool(self._amount.currentField()))

    def _except_simulated(self, *_: Any) -> None:
        self._layers.setExceptedLayerList([each for each in self._project.mapLayers().values() if is_simulated(each)])


def _field_combo(name: str) -> QgsFieldComboBox:
    combo = named(QgsFieldComboBox(), name)
    combo.setAllowEmptyFieldName(True)
    return combo


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAffectedForm", text)
