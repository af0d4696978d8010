"""The marks by which a person or a program sees that a layer is simulated. Main thread only."""

from __future__ import annotations

import os

from qgis.core import Qgis, QgsBox3d, QgsLayerMetadata, QgsMapLayer
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt

from ..core.provenance import KEYWORDS, NOTICE
from ..core.request import SimulationRequest

#: Prefix of the custom properties: they survive saving where those of tree nodes may not.
PROPERTY = "foreshock/"
SIMULATED = PROPERTY + "simulated"
#: What a layer is in its family; see :mod:`.family`.
ROLE = PROPERTY + "role"
RESULT, FOOTPRINT, DIFFERENCE = "result", "footprint", "difference"


def is_simulated(layer: object) -> bool:
    """Whether a layer carries our mark, also in a project of somebody else."""
    return isinstance(layer, QgsMapLayer) and bool(layer.customProperty(SIMULATED))


def not_an_observation() -> str:
    """The words of badges and tooltips."""
    return _tr("Synthetic imagery: not an observation")


def mark(layer: QgsMapLayer, request: SimulationRequest, role: str) -> None:
    """Marks a layer made by a request: custom properties and metadata."""
    properties = {
        "simulated": True,
        "role": role,
        "job_id": str(request.job_id),
        "source_layer_id": request.layer_id,
        "source_path": own_file(request),
        "instruction": request.instruction,
        "model": request.params.model,
        "model_digest": request.model_digest,
        "seed": request.params.seed,
        "steps": request.params.steps,
        "created": request.created.isoformat(),
        "scenario": request.scenario,
    }
    if request.series is not None:
        properties.update(
            series_id=str(request.series.series_id),
            series_index=request.series.index,
            series_of=request.series.of,
            series_label=request.series.label,
            series_title=request.series.title,
        )
    for key, value in properties.items():
        layer.setCustomProperty(PROPERTY + key, value)
    layer.setMetadata(_metadata(layer, request))
    # What the layer panel shows on hover.
    shown = _tr("“{instruction}”\n{notice}.").format(instruction=request.instruction, notice=not_an_observation())
    layer.setAbstract(shown)


def own_file(request: SimulationRequest) -> str:
    """The file of this computer that a request is about; empty where there is none: an address may hold a key."""
    path = request.source.path
    is_file = request.source.drawing is None and os.path.isabs(path) and not path.startswith("/vsi")
    return path if is_file else ""


def mark_like(layer: QgsMapLayer, result: QgsMapLayer, role: str) -> None:
    """Marks a layer that was derived from a result's layer (a difference, affected features) like that one."""
    for key in result.customPropertyKeys():
        if key.startswith(PROPERTY):
            layer.setCustomProperty(key, result.customProperty(key))
    layer.setCustomProperty(ROLE, role)
    metadata = result.metadata().clone()
    metadata.setTitle(layer.name())
    layer.setMetadata(metadata)
    layer.setAbstract(result.abstract())


def _metadata(layer: QgsMapLayer, request: SimulationRequest) -> QgsLayerMetadata:
    made = (
        f"{request.created:%Y-%m-%d %H:%M} UTC: “{request.instruction}” by {request.params.model} "
        f"({request.model_digest[:12]}), seed {request.params.seed}, {request.params.steps} steps"
    )
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(str(request.job_id))
    metadata.setType("dataset")
    metadata.setTitle(layer.name())
    metadata.setAbstract(f"SIMULATED. {NOTICE} Made from “{request.layer_name}”. {made}.")
    metadata.setKeywords({"foreshock": KEYWORDS})
    metadata.addHistoryItem(made)
    metadata.setRights([NOTICE])
    metadata.setLicenses([request.model_licence])
    metadata.setCrs(layer.crs())
    box = layer.extent()
    extent = QgsLayerMetadata.SpatialExtent()
    extent.bounds = QgsBox3d(box.xMinimum(), box.yMinimum(), 0, box.xMaximum(), box.yMaximum(), 0)
    extent.extentCrs = layer.crs()
    whole = QgsLayerMetadata.Extent()
    whole.setSpatialExtents([extent])
    metadata.setExtent(whole)
    if hasattr(Qgis, "MetadataDateType"):  # QGIS 3.30
        when = QDateTime.fromString(request.created.strftime("%Y-%m-%dT%H:%M:%SZ"), Qt.DateFormat.ISODate)
        metadata.setDateTime(Qgis.MetadataDateType.Created, when)
    return metadata


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockLayer", text)
