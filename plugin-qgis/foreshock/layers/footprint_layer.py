"""The change footprint of a result as a layer: outlines of what changed, with their areas. Main thread only."""

from __future__ import annotations

from qgis.core import QgsFillSymbol, QgsProject, QgsSimpleLineSymbolLayer, QgsSingleSymbolRenderer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt
from qgis.PyQt.QtGui import QColor

from ..core.errors import ForeshockError
from ..core.request import SimulationRequest
from .groups import add_on_top
from .marks import FOOTPRINT, PROPERTY, mark
from .names import result_name
from .temporal import set_time

#: Property of the layer: the area of all pieces together, m².
AREA_M2 = PROPERTY + "area_m2"
#: A dark casing and a light line, so that one of them stands out from any imagery; millimetres.
_CASING, _LINE = (QColor(90, 0, 20), 1.0), (QColor(255, 214, 10), 0.5)


def add_footprint(
    project: QgsProject, request: SimulationRequest, path: str, pieces: int, area_m2: float
) -> QgsVectorLayer:
    """The footprint's layer, in the group of the source layer, marked as simulated. It goes above the result: below it,
    the result's px would hide it. It is not switched on: what the user waits for is the picture."""
    name = _tr("{result} change ({areas}, {size})").format(
        result=result_name(request),
        areas=_tr("1 area") if pieces == 1 else _tr("{count} areas").format(count=QLocale().toString(pieces)),
        size=worded_area(area_m2),
    )
    layer = QgsVectorLayer(path, name, "ogr")
    if not layer.isValid():
        message = _tr("QGIS cannot open the change footprint {path}.").format(path=path)
        raise ForeshockError(message, _tr("It was written; try to add it by hand."))
    for field, alias in (("area_m2", _tr("Area (m²)")), ("pixels", _tr("Pixels")), ("instruction", _tr("Instruction"))):
        layer.setFieldAlias(layer.fields().indexOf(field), alias)
    layer.setRenderer(QgsSingleSymbolRenderer(outline()))
    # Looking at it must not change it.
    layer.setReadOnly(True)
    mark(layer, request, FOOTPRINT)
    layer.setCustomProperty(AREA_M2, area_m2)
    set_time(layer, request)
    add_on_top(project, layer, request, shown=False)
    return layer


def worded_area(area_m2: float) -> str:
    """An area in the unit that suits its size, three digits, in the user's notation."""
    value, unit = (
        (area_m2, "m²") if area_m2 < 1e4 else (area_m2 / 1e4, "ha") if area_m2 < 1e6 else (area_m2 / 1e6, "km²")
    )
    decimals = 0 if value >= 99.95 else 1 if value >= 9.995 else 2
    return f"{QLocale().toString(float(value), 'f', decimals)} {unit}"


def outline() -> QgsFillSymbol:
    """How a footprint is drawn."""
    symbol = QgsFillSymbol()
    symbol.deleteSymbolLayer(0)
    for color, width in (_CASING, _LINE):
        line = QgsSimpleLineSymbolLayer(color, width)
        line.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
        symbol.appendSymbolLayer(line)
    return symbol


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockFootprint", text)
