"""Adds a result to the project, marked as simulated wherever a person or a program may look. Main thread only."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsLayerMetadata,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt

from ..core.errors import ForeshockError
from ..core.provenance import KEYWORDS, NOTICE, SUFFIX
from ..core.request import SimulationRequest

GROUP = "Simulations"
#: Prefix of the custom properties: they survive saving where those of tree nodes may not.
PROPERTY = "foreshock/"


def add_result(project: QgsProject, request: SimulationRequest, path: str) -> QgsRasterLayer:
    """The result's layer, in the group of its source layer, styled like it."""
    layer = QgsRasterLayer(path, request.layer_name + SUFFIX, "gdal")
    if not layer.isValid():
        raise ForeshockError(f"QGIS cannot open the result {path}.", "It was written; try to add it by hand.")
    source = project.mapLayer(request.layer_id)
    if isinstance(source, QgsRasterLayer) and source.renderer() is not None:
        layer.setRenderer(source.renderer().clone())
    mark(layer, request)
    project.addMapLayer(layer, False)
    _group(project, request.layer_name).insertLayer(0, layer)
    return layer


def _group(project: QgsProject, layer_name: str) -> QgsLayerTreeGroup:
    root = project.layerTreeRoot()
    outer = root.findGroup(GROUP) or root.insertGroup(0, GROUP)
    inner: Optional[QgsLayerTreeGroup] = next(
        (node for node in outer.children() if isinstance(node, QgsLayerTreeGroup) and node.name() == layer_name), None
    )
    return inner or outer.insertGroup(0, layer_name)


def mark(layer: QgsRasterLayer, request: SimulationRequest) -> None:
    """Marks a layer made by a request: custom properties and metadata."""
    properties = {
        "simulated": True,
        "job_id": str(request.job_id),
        "source_layer_id": request.layer_id,
        "instruction": request.instruction,
        "model": request.params.model,
        "model_digest": request.model_digest,
        "seed": request.params.seed,
        "steps": request.params.steps,
        "created": request.created.isoformat(),
    }
    for key, value in properties.items():
        layer.setCustomProperty(PROPERTY + key, value)
    made = (
        f"{request.created:%Y-%m-%d %H:%M} UTC: “{request.instruction}” by {request.params.model} "
        f"({request.model_digest[:12]}), seed {request.params.seed}, {request.params.steps} steps"
    )
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(str(request.job_id))
    metadata.setType("dataset")
    metadata.setTitle(request.layer_name + SUFFIX)
    metadata.setAbstract(f"SIMULATED. {NOTICE} Made from “{request.layer_name}”. {made}.")
    metadata.setKeywords({"foreshock": KEYWORDS})
    metadata.addHistoryItem(made)
    metadata.setRights([NOTICE])
    metadata.setLicenses([request.model_licence])
    metadata.setCrs(layer.crs())
    extent = QgsLayerMetadata.SpatialExtent()
    extent.bounds = _box(layer)
    extent.extentCrs = layer.crs()
    whole = QgsLayerMetadata.Extent()
    whole.setSpatialExtents([extent])
    metadata.setExtent(whole)
    if hasattr(metadata, "setDateTime"):  # QGIS 3.30
        from qgis.core import Qgis

        when = QDateTime.fromString(request.created.strftime("%Y-%m-%dT%H:%M:%SZ"), Qt.DateFormat.ISODate)
        metadata.setDateTime(Qgis.MetadataDateType.Created, when)
    layer.setMetadata(metadata)
    # What the layer panel shows on hover.
    layer.setAbstract(QCoreApplication.translate("ForeshockLayer", "Synthetic imagery: not an observation."))


def _box(layer: QgsRasterLayer) -> object:
    from qgis.core import QgsBox3d

    extent = layer.extent()
    return QgsBox3d(extent.xMinimum(), extent.yMinimum(), 0, extent.xMaximum(), extent.yMaximum(), 0)
