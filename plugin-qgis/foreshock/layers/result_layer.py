"""The result of a request as a layer of the project, styled as its source. Main thread only."""

from __future__ import annotations

from qgis.core import (
    QgsContrastEnhancement,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
)
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import ForeshockError
from ..core.provenance import SUFFIX
from ..core.request import SimulationRequest
from .groups import add_on_top
from .marks import mark

__all__ = ["add_result", "mark"]

_STYLE = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Rendering


def add_result(project: QgsProject, request: SimulationRequest, path: str) -> QgsRasterLayer:
    """The result's layer, in the group of its source layer, marked as simulated."""
    layer = QgsRasterLayer(path, request.layer_name + SUFFIX, "gdal")
    if not layer.isValid():
        raise ForeshockError(f"QGIS cannot open the result {path}.", "It was written; try to add it by hand.")
    source = project.mapLayer(request.layer_id)
    if request.source.drawing is not None:
        _show_as_picture(layer)
    elif isinstance(source, QgsRasterLayer):
        _style_like(layer, source)
    mark(layer, request)
    add_on_top(project, layer, request)
    return layer


def _style_like(layer: QgsRasterLayer, source: QgsRasterLayer) -> None:
    """Everything of how the source looks: renderer, stretch, nodata that the user set, opacity, blending, resampling."""
    document = QDomDocument("qgis")
    source.exportNamedStyle(document, QgsReadWriteContext(), _STYLE)
    layer.importNamedStyle(document, _STYLE)


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
