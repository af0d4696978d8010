"""Affected features as a layer of a result's family. Main thread only."""

from __future__ import annotations

import os
from typing import Optional

from qgis.core import (
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsProject,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..assess.tables import AREA, BY, FEATURES, LENGTH, SHARE
from ..core.errors import ForeshockError
from ..core.file_names import beside, stem_of
from .marks import ROLE, SIMULATED, mark_like
from .names import suffix, unmarked
from .temporal import set_time_like

#: What the layer is in its family.
AFFECTED = "affected"
#: Red with a light casing: not the colours of the footprint, and visible on any imagery.
_RED, _FILL, _LIGHT = "214,20,60,255", "214,20,60,110", "255,255,255,255"


def add_affected(project: QgsProject, result: QgsMapLayer, path: str, layer_name: str) -> QgsVectorLayer:
    """Adds the features of a file on top of the group of the result that they were assessed on (others of a series
    would hide them), marked like that."""
    layer = QgsVectorLayer(f"{path}|layername={FEATURES}", affected_name(layer_name, result), "ogr")
    if not layer.isValid():
        raise ForeshockError(
            _tr("QGIS cannot open the affected features {path}.").format(path=path),
            _tr("They were written; try to add them by hand."),
        )
    dress(layer, result)
    # Looking at it must not change it.
    layer.setReadOnly(True)
    node = project.layerTreeRoot().findLayer(result.id())
    if node is None:
        project.addMapLayer(layer)
        return layer
    project.addMapLayer(layer, False)
    node.parent().insertLayer(0, layer).setExpanded(False)
    return layer


def new_path(output: str, layer_name: str) -> str:
    """A new file for the affected features of a layer, beside the result ``output``."""
    stem, number = f"affected_{stem_of(layer_name)}", 2
    path = beside(output, f"{stem}.gpkg")
    while os.path.exists(path):
        path = beside(output, f"{stem}_{number}.gpkg")
        number += 1
    return path


def affected_name(layer_name: str, of: Optional[QgsMapLayer]) -> str:
    """What the layer is called: it ends as those of results do, so that nobody takes it for a survey."""
    if of is None:
        return _tr("Affected {layer}").format(layer=layer_name) + suffix()
    return _tr("Affected {layer}: {result}").format(layer=layer_name, result=unmarked(of.name())) + suffix()


def dress(layer: QgsVectorLayer, of: Optional[QgsMapLayer]) -> None:
    """Marks and style of a layer with affected features; ``of`` is the result, or its footprint, if it is there."""
    for field, alias in (
        (LENGTH, _tr("Affected length (m), simulated")),
        (AREA, _tr("Affected area (m²), simulated")),
        (SHARE, _tr("Affected share (0 to 1), simulated")),
        (BY, _tr("Affected by")),
    ):
        index = layer.fields().lookupField(field)
        if index >= 0:
            layer.setFieldAlias(index, alias)
    if of is not None:
        mark_like(layer, of, AFFECTED)
        set_time_like(layer, of)
    else:
        layer.setCustomProperty(SIMULATED, True)
        layer.setCustomProperty(ROLE, AFFECTED)
    symbol = _symbol(layer)
    if symbol is not None:
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def _symbol(layer: QgsVectorLayer) -> Optional[QgsSymbol]:
    """By kind of geometry; none where a layer may hold any."""
    if QgsWkbTypes.flatType(layer.wkbType()) in (QgsWkbTypes.Type.Unknown, QgsWkbTypes.Type.GeometryCollection):
        return None
    dimensions = QgsWkbTypes.wkbDimensions(layer.wkbType())
    if dimensions == 0:
        return QgsMarkerSymbol.createSimple(
            {"color": _RED, "outline_color": _LIGHT, "outline_width": "0.5", "size": "3"}
        )
    if dimensions == 1:
        symbol: QgsSymbol = QgsLineSymbol.createSimple({"line_color": _LIGHT, "line_width": "1.4"})
        symbol.appendSymbolLayer(_line("0.8"))
        return symbol
    symbol = QgsFillSymbol.createSimple({"color": _FILL, "outline_color": _LIGHT, "outline_width": "1.0"})
    symbol.appendSymbolLayer(_line("0.5"))
    return symbol


def _line(width: str) -> QgsSymbolLayer:
    return QgsSimpleLineSymbolLayer.create({"line_color": _RED, "line_width": width})


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAffectedLayer", text)
