"""A result and what belongs to it as plain data, so that a report can be made on another thread."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Dict, Optional, Tuple

from qgis.core import (
    QgsLayerDefinition,
    QgsMapLayer,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import ForeshockError
from ..imagery.footprint import footprint_path
from ..imagery.inspect import file_of
from ..layers.family import Family
from ..layers.marks import PROPERTY


@dataclass(frozen=True)
class LayerCopy:
    """A layer as a layer definition: its source, its style, its CRS, what the user declared nodata."""

    name: str
    xml: str
    #: The file that GDAL reads; none where there is none (a map server, a database).
    path: Optional[str]
    #: How GDAL opens it.
    open_options: Tuple[str, ...] = ()
    #: What QGIS takes for its CRS.
    crs_wkt: str = ""

    @classmethod
    def of(cls, layer: QgsMapLayer) -> LayerCopy:
        """Copies a layer; on its thread."""
        document = QgsLayerDefinition.exportLayerDefinitionLayers([layer], QgsReadWriteContext())
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        path = parts.get("path", "") if layer.providerType() in ("gdal", "ogr") else ""
        return cls(
            layer.name(),
            document.toString(),
            path if path and os.path.exists(path) else None,
            tuple(parts.get("openOptions") or ()),
            layer.crs().toWkt(),
        )

    def make(self) -> QgsMapLayer:
        """The layer again, for the thread that calls. It is shown at every scale."""
        document = QDomDocument()
        document.setContent(self.xml)
        made = QgsLayerDefinition.loadLayerDefinitionLayers(document, QgsReadWriteContext())
        if not made or not made[0].isValid():
            raise ForeshockError(
                _tr("“{layer}” cannot be opened.").format(layer=self.name),
                _tr("Check that its file still exists and is whole."),
            )
        made[0].setScaleBasedVisibility(False)
        return made[0]


@dataclass(frozen=True)
class Subject:
    """A result, taken from the project on the main thread."""

    result: LayerCopy
    before: Optional[LayerCopy]
    #: Its layer in the project, for its style; the file may be there without it.
    footprint: Optional[LayerCopy]
    #: The GeoJSON of the change footprint; none where there is none.
    footprint_path: Optional[str]
    #: The marks of the result's layer, without their prefix; empty where it has none.
    marks: Dict[str, str]

    @classmethod
    def of(cls, family: Family) -> Subject:
        """Takes a family of layers; on the main thread."""
        return cls.of_layers(
            family.result, family.before, LayerCopy.of(family.footprint) if family.footprint is not None else None
        )

    @classmethod
    def of_layers(
        cls, result: QgsRasterLayer, before: Optional[QgsRasterLayer], footprint: Optional[LayerCopy] = None
    ) -> Subject:
        """Takes a result and, if it is there, the layer that it was made from; on the main thread."""
        copy = LayerCopy.of(result)
        if copy.path is None:
            missing = file_of(result)
            if os.path.isabs(missing):
                raise ForeshockError(
                    _tr("The file of “{layer}” is not there any more: {path}").format(
                        layer=result.name(), path=missing
                    ),
                    _tr("Put it back, or simulate again."),
                )
            raise ForeshockError(
                _tr("“{layer}” is no file of this computer.").format(layer=result.name()),
                _tr("Choose the result of a simulation."),
            )
        traced = footprint.path if footprint is not None else footprint_path(copy.path)
        marks = {
            key[len(PROPERTY) :]: str(result.customProperty(key, ""))
            for key in result.customPropertyKeys()
            if key.startswith(PROPERTY)
        }
        return cls(
            copy,
            LayerCopy.of(before) if before is not None else None,
            footprint,
            traced if traced and os.path.exists(traced) else None,
            marks,
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockReportSubject", text)
