"""The difference between a result and its source as a layer. Main thread only."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsColorRampShader,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale
from qgis.PyQt.QtGui import QColor

from ..core.errors import ForeshockError
from ..imagery.difference import Difference
from .family import JOB_ID, Family
from .marks import DIFFERENCE, ROLE, is_simulated, mark_like
from .temporal import set_time_like

#: From no difference to the largest: lighter means more, in colour as in grey; what did not change is not painted over.
RAMP = (
    (0.00, QColor(48, 12, 92, 0)),
    (0.05, QColor(48, 12, 92, 150)),
    (0.25, QColor(128, 24, 128, 215)),
    (0.50, QColor(214, 52, 92, 235)),
    (0.75, QColor(250, 138, 52, 245)),
    (1.00, QColor(255, 236, 130, 255)),
)


def add_difference(project: QgsProject, family: Family, difference: Difference) -> QgsRasterLayer:
    """The layer of a written difference, on top of the result's group (others of a series would hide it), marked as
    simulated."""
    layer = QgsRasterLayer(difference.path, difference_name(family.result.name()), "gdal")
    if not layer.isValid():
        raise ForeshockError(
            _tr("QGIS cannot open the difference {path}.").format(path=difference.path),
            _tr("It was written; try to add it by hand."),
        )
    show_difference(layer, difference.largest)
    mark_like(layer, family.result, DIFFERENCE)
    set_time_like(layer, family.result)
    node = project.layerTreeRoot().findLayer(family.result.id())
    if node is None:
        project.addMapLayer(layer)
        return layer
    project.addMapLayer(layer, False)
    node.parent().insertLayer(0, layer).setExpanded(False)
    return layer


def find_difference(project: QgsProject, family: Family) -> Optional[QgsRasterLayer]:
    """The difference of a result that the project has already."""
    for each in project.mapLayers().values():
        ours = is_simulated(each) and each.customProperty(JOB_ID) == family.job_id
        if ours and each.customProperty(ROLE) == DIFFERENCE and isinstance(each, QgsRasterLayer) and each.isValid():
            return each
    return None


def difference_name(result: str) -> str:
    """What the difference of a result is called."""
    return _tr("{result} difference").format(result=result)


def show_difference(layer: QgsRasterLayer, largest: Optional[float]) -> None:
    """Colours from nothing to the largest difference."""
    top = largest or 1.0
    decimals = 0 if top >= 50.0 else 2
    ramp = QgsColorRampShader(0.0, top)
    items = []
    for share, color in RAMP:
        words = QLocale().toString(share * top, "f", decimals) if top >= 0.1 else f"{share * top:.3g}"
        items.append(QgsColorRampShader.ColorRampItem(share * top, color, words))
    ramp.setColorRampItemList(items)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(0.0)
    renderer.setClassificationMax(top)
    layer.setRenderer(renderer)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockDifference", text)
