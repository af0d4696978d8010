"""*Show an example*: two layers that show one place before and after, so that a model sees what is meant."""

from __future__ import annotations

import math
from typing import List, Optional, Sequence

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayerProxyModel,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ..core.errors import ForeshockError
from ..core.grid import Geotransform, Window
from ..core.limits import MAX_EXAMPLE_SIDE
from ..core.request import ExampleSource, RasterSource
from ..imagery.area import rectangle
from ..imagery.drawn_layer import inspect_drawn, is_drawn, levels, nearest_level
from ..imagery.inspect import file_of, inspect

#: An edge this close to a pixel's border, in px, lies on it.
_SNAP = 1e-6


class ExamplePanel(QWidget):
    """Two raster layers, or none."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._before, self._after = _combo("exampleBefore"), _combo("exampleAfter")
        self._hint = QLabel()
        self._hint.setObjectName("exampleHint")
        self._hint.setWordWrap(True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(_tr("Before"), self._before)
        form.addRow(_tr("After"), self._after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addWidget(self._hint)
        self._max_examples: Optional[int] = None
        #: An earlier request had an example whose layers are not here.
        self._lost = False
        self._say()
        for combo in (self._before, self._after):
            combo.layerChanged.connect(lambda _: self._choose())

    def set_limit(self, max_examples: int) -> None:
        """How many examples the chosen model takes; without any the panel says so."""
        self._max_examples = max_examples
        self._say()
        self.changed.emit()

    def sources(self, project: QgsProject) -> List[ExampleSource]:
        """The pair, if one is chosen and the model takes it; refuses layers that show no common place."""
        before, after = self._before.currentLayer(), self._after.currentLayer()
        if self._max_examples == 0 or (before is None and after is None):
            return []
        if before is None or after is None:
            raise ForeshockError(
                _tr("The example has only one of its two layers."), _tr("Choose both, or leave both empty.")
            )
        if before is after:
            raise ForeshockError(
                _tr("The example shows the same layer before and after."), _tr("Choose two different layers.")
            )
        return [_pair(before, after, project)]

    def fill_from(self, examples: Sequence[ExampleSource], project: QgsProject) -> None:
        """Chooses the layers of an earlier request's example; says so where they are not in the project."""
        pair = [_layer_of(each, project) for example in examples[:1] for each in (example.before, example.after)]
        lost = None in pair
        for combo, layer in zip((self._before, self._after), pair if pair and not lost else (None, None)):
            combo.setLayer(layer)
        self._lost = lost
        self._say()

    def _choose(self) -> None:
        self._lost = False
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        takes = self._max_examples != 0
        for combo in (self._before, self._after):
            combo.setEnabled(takes)
        if not takes:
            self._hint.setText(_tr("The chosen model takes no examples."))
        elif self._lost:
            self._hint.setText(_tr("The layers of the earlier simulation's example are not in this project."))
        else:
            self._hint.setText(
                _tr(
                    "Two layers of one place, before and after a real event, show the model what is meant. Their "
                    "common extent is sent with every tile."
                )
            )


def _layer_of(source: RasterSource, project: QgsProject) -> Optional[QgsRasterLayer]:
    """The layer of the project behind a raster, if there is one."""
    for layer in project.mapLayers().values():
        if not isinstance(layer, QgsRasterLayer) or not layer.isValid():
            continue
        if source.drawing is None and file_of(layer) == source.path:
            return layer
        if source.drawing is not None and layer.dataProvider().dataSourceUri() == source.drawing.uri:
            return layer
    return None


def _pair(before: QgsRasterLayer, after: QgsRasterLayer, project: QgsProject) -> ExampleSource:
    there = QgsCoordinateTransform(after.crs(), before.crs(), project)
    back = QgsCoordinateTransform(before.crs(), after.crs(), project)
    common = before.extent().intersect(_transformed(after.extent(), there))
    apart = ForeshockError(
        _tr("“{before}” and “{after}” do not overlap.").format(before=before.name(), after=after.name()),
        _tr("An example needs two layers that show the same place."),
    )
    if common.isEmpty():
        raise apart
    first = _inspected(before, common)
    # Inward: all of the window lies on both layers.
    window = _inner(first, common)
    if window is None:
        raise apart
    place = _transformed(rectangle(first, window), back)
    second = _inspected(after, place)
    return ExampleSource(first, window, second, _outer(second, place))


def _inspected(layer: QgsRasterLayer, place: QgsRectangle) -> RasterSource:
    """The raster behind a layer; of a map service, the resolution at which the place is about as large as an
    example."""
    try:
        if is_drawn(layer):
            size = max(place.width(), place.height()) / MAX_EXAMPLE_SIDE
            return inspect_drawn(layer, nearest_level(levels(layer, place.center()), size))
        return inspect(layer)
    except ForeshockError as error:
        raise ForeshockError(
            _tr("“{layer}” cannot serve as an example: {reason}").format(layer=layer.name(), reason=error.message),
            error.hint,
        ) from None


def _transformed(extent: QgsRectangle, transform: QgsCoordinateTransform) -> QgsRectangle:
    try:
        box = transform.transformBoundingBox(extent)
    except QgsCsException:
        box = QgsRectangle()
    if box.isEmpty() or not box.isFinite():
        raise ForeshockError(
            _tr("The extents of the example's two layers cannot be compared."),
            _tr("Choose two layers in the same coordinate system."),
        )
    return box


def _edges(source: RasterSource, extent: QgsRectangle) -> List[List[float]]:
    """Columns and rows of an extent's edges, ascending."""
    transform = Geotransform(source.geotransform)
    ends = [
        transform.invert(extent.xMinimum(), extent.yMinimum()),
        transform.invert(extent.xMaximum(), extent.yMaximum()),
    ]
    return [sorted(end[axis] for end in ends) for axis in (0, 1)]


def _inner(source: RasterSource, extent: QgsRectangle) -> Optional[Window]:
    """The px that lie in an extent whole."""
    (left, right), (top, bottom) = _edges(source, extent)
    col, row = max(math.ceil(left - _SNAP), 0), max(math.ceil(top - _SNAP), 0)
    end_col, end_row = min(math.floor(right + _SNAP), source.width), min(math.floor(bottom + _SNAP), source.height)
    return Window(col, row, end_col - col, end_row - row) if end_col > col and end_row > row else None


def _outer(source: RasterSource, extent: QgsRectangle) -> Window:
    """The px of a raster that an extent touches."""
    (left, right), (top, bottom) = _edges(source, extent)
    col, row = max(math.floor(left + _SNAP), 0), max(math.floor(top + _SNAP), 0)
    end_col, end_row = min(math.ceil(right - _SNAP), source.width), min(math.ceil(bottom - _SNAP), source.height)
    return Window(col, row, max(end_col - col, 1), max(end_row - row, 1))


def _combo(name: str) -> QgsMapLayerComboBox:
    combo = QgsMapLayerComboBox()
    combo.setObjectName(name)
    combo.setAllowEmptyLayer(True, _tr("None"))
    combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
    combo.setCurrentIndex(0)
    # A long layer name is cut, instead of widening the window.
    combo.setMinimumContentsLength(12)
    combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return combo


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockExamplePanel", text)
