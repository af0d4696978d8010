"""How plausible a result is."""

from __future__ import annotations

import os
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..core.errors import ForeshockError
from ..core.provenance_file import provenance_path, read
from ..imagery.area import of_feature_source
from ..imagery.footprint import footprint_path
from ..imagery.plausibility import TOLERANCE_M, Plausibility, assess_plausibility
from . import parameters as shared
from .algorithm import ForeshockAlgorithm
from .findings import go_on, write_page
from .scene import Scene
from .words import tr

SOURCE, DEM, WATERS, TOLERANCE, REPORT = "SOURCE", "DEM", "WATERS", "TOLERANCE", "REPORT"


class CheckPlausibility(ForeshockAlgorithm):
    """Looks at files; asks no fleet."""

    needs_fleet = False

    def __init__(self) -> None:
        super().__init__()
        self._result: Optional[Scene] = None
        self._source: Optional[Scene] = None
        self._dem: Optional[Scene] = None
        self._mask: Optional[QgsProcessingFeatureSource] = None
        self._waters: Optional[QgsProcessingFeatureSource] = None

    def name(self) -> str:
        return "plausibility"

    def displayName(self) -> str:
        return tr("Check the plausibility of a simulation")

    def shortDescription(self) -> str:
        return tr("Measures what changed outside the mask, whether content has moved, whether water lies uphill")

    def shortHelpString(self) -> str:
        return tr(
            "Compares a simulated layer with the raster it was made from, pixel by pixel.\n\n"
            "Change outside the mask: the share of pixels outside the polygons that differ from the source; it has to "
            "be 0. Without polygons, those of the request are taken, from the provenance file beside the result.\n\n"
            "Alignment: how far what is left of the scene is shifted against the source, in pixels, by phase "
            "correlation of edges in tiles of the changed region. It is left out where too little of the old texture "
            "is left to tell.\n\n"
            "Water level: for floods, with an elevation raster in metres (any coordinate system). Each connected piece "
            "of the change is taken as water; its level is the height that 95 % of its shore do not exceed. Two shares "
            "speak against it: water that stands above its own level, and unchanged ground at its edge below that "
            "level, where water would run. Differences up to the tolerance are let pass, which should be the height "
            "error of the elevation raster, and islands up to 1,000 m²: roofs and tree crowns. Rivers and lakes do not "
            "change, so name them, else they count as ground. A river falls along its course, so long pieces along one "
            "may exceed the tolerance."
        )

    def initAlgorithm(self, _configuration: Optional[Dict[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer(shared.INPUT, tr("Simulated layer")))
        self.addParameter(QgsProcessingParameterRasterLayer(SOURCE, tr("Raster it was made from")))
        self.addParameter(
            shared.polygons(shared.MASK, tr("Where change was allowed (if not set: as requested)"), optional=True)
        )
        self.addParameter(QgsProcessingParameterRasterLayer(DEM, tr("Elevation in metres, for floods"), optional=True))
        self.addParameter(shared.polygons(WATERS, tr("Rivers and lakes, which are no dry ground"), optional=True))
        self.addParameter(
            shared.advanced(
                QgsProcessingParameterNumber(
                    TOLERANCE,
                    tr("Height error of the elevation, metres"),
                    QgsProcessingParameterNumber.Type.Double,
                    defaultValue=TOLERANCE_M,
                    minValue=0.0,
                )
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                REPORT, tr("Findings"), tr("HTML files (*.html)"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber("CHANGED_SHARE", tr("Changed share of the pixels, 0 to 1")))
        self.addOutput(QgsProcessingOutputNumber("OUTSIDE_PIXELS", tr("Changed pixels outside the mask")))
        self.addOutput(QgsProcessingOutputNumber("OUTSIDE_SHARE", tr("Changed share outside the mask, 0 to 1")))
        self.addOutput(QgsProcessingOutputNumber("SHIFT", tr("Shift of the content, pixels")))
        self.addOutput(
            QgsProcessingOutputNumber("SHIFT_CONFIDENCE", tr("How clear the shift is (best over next match)"))
        )
        self.addOutput(QgsProcessingOutputNumber("WATER_LEVEL", tr("Level of the largest piece of water, metres")))
        self.addOutput(QgsProcessingOutputNumber("WATER_ABOVE", tr("Share of the water above its level, 0 to 1")))
        self.addOutput(QgsProcessingOutputNumber("DRY_BELOW", tr("Share of the dry edge below the level, 0 to 1")))
        self.addOutput(QgsProcessingOutputBoolean("DOUBTFUL", tr("A number speaks against the result")))
        self.addOutput(QgsProcessingOutputString("NOTES", tr("Findings in words")))

    def prepare_here(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        self._result = Scene.of_file(self.parameterAsRasterLayer(parameters, shared.INPUT, context))
        self._source = Scene.of_file(self.parameterAsRasterLayer(parameters, SOURCE, context))
        if not shared.is_empty(parameters.get(DEM)):
            self._dem = Scene.of_file(self.parameterAsRasterLayer(parameters, DEM, context))
        if not shared.is_empty(parameters.get(shared.MASK)):
            self._mask = self.parameterAsSource(parameters, shared.MASK, context)
        if not shared.is_empty(parameters.get(WATERS)):
            self._waters = self.parameterAsSource(parameters, WATERS, context)

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        result = self._result.source
        footprint = footprint_path(result.path)
        found = assess_plausibility(
            result.path,
            self._source.source.path,
            source_options=self._source.source.open_options,
            mask_wkt=self._mask_wkt(context, feedback),
            footprint_path=footprint if os.path.isfile(footprint) else None,
            dem_path=self._dem.source.path if self._dem else None,
            dem_wkt=self._dem.source.crs_wkt if self._dem else None,
            waters_wkt=self._wkt(self._waters, context) if self._waters else None,
            tolerance=self.parameterAsDouble(parameters, TOLERANCE, context),
            go_on=go_on(feedback),
        )
        for note in found.notes():
            feedback.pushInfo(note)
        outputs = _outputs(found)
        report = self.parameterAsFileOutput(parameters, REPORT, context)
        if report:
            title = tr("Plausibility of “{name}”").format(name=self._result.name)
            write_page(report, title, [(tr("Findings"), found.notes())])
            outputs[REPORT] = report
        return outputs

    def _wkt(self, polygons: QgsProcessingFeatureSource, context: QgsProcessingContext) -> Optional[str]:
        """Polygons in the CRS of the result."""
        result = self._result
        return of_feature_source(result.source, result.crs, polygons, context.transformContext()).mask_wkt

    def _mask_wkt(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Optional[str]:
        """Where change was allowed: the polygons given, else those of the request."""
        if self._mask is not None:
            return self._wkt(self._mask, context)
        path = provenance_path(self._result.source.path)
        if not os.path.exists(path):
            return None
        try:
            document, sealed = read(path)
        except ForeshockError as error:
            feedback.pushWarning(str(error))
            return None
        if not sealed:
            feedback.pushWarning(tr("The provenance file beside the result was changed; its mask is not used."))
            return None
        return document.request.mask_wkt


def _outputs(found: Plausibility) -> Dict[str, Any]:
    return {
        "CHANGED_SHARE": found.changed_share,
        "OUTSIDE_PIXELS": found.outside_changed,
        "OUTSIDE_SHARE": found.outside_share,
        "SHIFT": found.shift_px,
        "SHIFT_CONFIDENCE": found.shift_confidence,
        "WATER_LEVEL": found.water_level,
        "WATER_ABOVE": found.water_above,
        "DRY_BELOW": found.dry_below,
        "DOUBTFUL": found.doubtful,
        "NOTES": "\n".join(found.notes()),
    }
