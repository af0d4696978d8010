"""The layers that belong to one result, found by their marks: also in a project of somebody else. Main thread only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Set

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

from ..core.request import SimulationRequest
from ..imagery.inspect import file_of
from .marks import FOOTPRINT, PROPERTY, RESULT, ROLE, is_simulated, own_file

JOB_ID = PROPERTY + "job_id"
SOURCE_ID = PROPERTY + "source_layer_id"
SOURCE_PATH = PROPERTY + "source_path"
SERIES_ID = PROPERTY + "series_id"
SERIES_INDEX = PROPERTY + "series_index"
SERIES_LABEL = PROPERTY + "series_label"
SERIES_TITLE = PROPERTY + "series_title"
CREATED = PROPERTY + "created"


@dataclass(frozen=True)
class Family:
    """A result, what it was made from and what was made of it, as far as the project has them."""

    job_id: str
    result: QgsRasterLayer
    before: Optional[QgsRasterLayer]
    footprint: Optional[QgsVectorLayer]


def family_of(project: QgsProject, layer: Optional[QgsMapLayer]) -> Optional[Family]:
    """The family of any of its simulated layers; none where the layer is not ours or its result is not there."""
    if not is_simulated(layer):
        return None
    job_id = str(layer.customProperty(JOB_ID))
    members = [each for each in project.mapLayers().values() if is_simulated(each) and _text(each, JOB_ID) == job_id]
    # A layer may be duplicated in QGIS: the one that is asked for is meant.
    result = _first([layer, *members], RESULT, QgsRasterLayer)
    if result is None:
        return None
    before = source_layer(project, _text(result, SOURCE_ID), _text(result, SOURCE_PATH))
    return Family(job_id, result, before, _first(members, FOOTPRINT, QgsVectorLayer))


def source_layer(project: QgsProject, layer_id: str, path: str) -> Optional[QgsRasterLayer]:
    """The layer that a simulation was made from. One that was taken away and added again, or that another project has,
    goes by another id: then it is that of the same file. ``path`` is empty where there is no file."""
    layer = project.mapLayer(layer_id)
    if isinstance(layer, QgsRasterLayer) and layer.isValid():
        return layer
    for each in project.mapLayers().values() if path else ():
        if isinstance(each, QgsRasterLayer) and each.isValid() and file_of(each) == path:
            return each
    return None


def source_of(project: QgsProject, request: SimulationRequest) -> Optional[QgsRasterLayer]:
    """The layer that a request is about."""
    return source_layer(project, request.layer_id, own_file(request))


def series_of(project: QgsProject, family: Family) -> List[Family]:
    """All families of the series that one belongs to, mildest first; itself where there is no series."""
    series_id = _text(family.result, SERIES_ID)
    if not series_id:
        return [family]
    results = [
        each
        for each in project.mapLayers().values()
        if is_simulated(each) and _text(each, ROLE) == RESULT and _text(each, SERIES_ID) == series_id
    ]
    results.sort(key=lambda each: int(each.customProperty(SERIES_INDEX, 0)))
    members: Dict[str, Family] = {}
    for each in results:
        found = family if _text(each, JOB_ID) == family.job_id else family_of(project, each)
        if found is not None:
            # A result that was duplicated in QGIS is one member all the same.
            members.setdefault(found.job_id, found)
    return list(members.values())


def results_in(project: QgsProject) -> Set[str]:
    """The ids of the requests whose results are layers of the project."""
    layers = project.mapLayers().values()
    return {_text(each, JOB_ID) for each in layers if is_simulated(each) and _text(each, ROLE) == RESULT}


def _first(members: List[QgsMapLayer], role: str, kind: type) -> Optional[QgsMapLayer]:
    for each in members:
        if isinstance(each, kind) and each.isValid() and _text(each, ROLE) == role:
            return each
    return None


def _text(layer: QgsMapLayer, key: str) -> str:
    return str(layer.customProperty(key, "") or "")
