"""The result of a request as a layer of the project, styled as its source. Main thread only."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from qgis.core import (
    QgsContrastEnhancement,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import ForeshockError
from ..core.request import SimulationRequest
from .family import source_of
from .footprint_layer import add_footprint
from .groups import add_on_top
from .marks import RESULT, mark
from .names import result_name
from .temporal import set_time

if TYPE_CHECKING:
    from ..jobs.assembling import Assembled

logger = logging.getLogger(__name__)

_STYLE = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Rendering


def add_result(project: QgsProject, request: SimulationRequest, assembled: Assembled) -> QgsRasterLayer:
    """The result's layer, in the group of its source layer, marked as simulated; above it, that of its change
    footprint."""
    layer = QgsRasterLayer(assembled.path, result_name(request), "gdal")
    if not layer.isValid():
        message = _tr("QGIS cannot open the result {path}.").format(path=assembled.path)
        raise ForeshockError(message, _tr("It was written; try to add it by hand."))
    source = source_of(project, request)
    if request.source.drawing is not None:
        _show_as_picture(layer)
    elif source is not None:
        _style_like(layer, source)
    mark(layer, request, RESULT)
    set_time(layer, request)
    add_on_top(project, layer, request)
    if assembled.footprint is not None and assembled.pieces:
        try:
            add_footprint(project, request, assembled.footprint, assembled.pieces, assembled.area_m2)
        except ForeshockError as error:
            # The result is there: what is wrong with the footprint must not take it away.
            logger.warning("%s", error)
    return layer


def _style_like(layer: QgsRasterLayer, source: QgsRasterLayer) -> None:
    """Everything of how the source looks: renderer, stretch, opacity, blending, resampling, and what is nodata."""
    document = QDomDocument("qgis")
    source.exportNamedStyle(document, QgsReadWriteContext(), _STYLE)
    layer.importNamedStyle(document, _STYLE)
    ours, theirs = layer.dataProvider(), source.dataProvider()
    for band in range(1, min(layer.bandCount(), source.bandCount()) + 1):
        ours.setUseSourceNoDataValue(band, theirs.useSourceNoDataValue(band))
        ours.setUserNoDataValue(band, theirs.userNoDataValues(band))


def _show_as_picture(layer: QgsRasterLayer) -> None:
    """The px of a layer that was drawn are its colours: shown as they are, transparent where nothing was drawn."""
    renderer = QgsMultiBandColorRenderer(layer.dataProvider(), 1, 2, 3)
    if layer.bandCount() == 4:
        renderer.setAlphaBand(4)
    for number, use in enumerate(
        (renderer.setRedContrastEnhancement, renderer.setGreenContrastEnhancement, renderer.setBlueContrastEnhancement),
        start=1,
    ):
        as_it_is = QgsContrastEnhancement(layer.dataProvider().dataType(number))
        as_it_is.setContrastEnhancementAlgorithm(QgsContrastEnhancement.ContrastEnhancementAlgorithm.NoEnhancement)
        use(as_it_is)
    layer.setRenderer(renderer)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockResultLayer", text)
