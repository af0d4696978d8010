"""A page about a result."""

from __future__ import annotations

import os
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProject,
    QgsRasterLayer,
)

from ..assess.making import Order, ending, make_report
from ..assess.subject import LayerCopy, Subject
from ..core.errors import ForeshockError
from ..layers.family import Family, family_of
from ..layers.names import unmarked
from . import parameters as shared
from .algorithm import ForeshockAlgorithm
from .findings import go_on
from .words import tr

BEFORE, TITLE, AUTHOR, NOTES = "BEFORE", "TITLE", "AUTHOR", "NOTES"
PLAUSIBILITY, DEM, HTML, PDF = "PLAUSIBILITY", "DEM", "HTML", "PDF"


class Report(ForeshockAlgorithm):
    """Looks at files; asks no fleet."""

    needs_fleet = False

    def __init__(self) -> None:
        super().__init__()
        self._subject: Optional[Subject] = None
        self._dem: Optional[LayerCopy] = None
        self._name = ""

    def name(self) -> str:
        return "report"

    def displayName(self) -> str:
        return tr("Report of a simulation")

    def shortDescription(self) -> str:
        return tr("One page about a simulated layer: before, after, what changed, numbers, how it was made")

    def shortHelpString(self) -> str:
        return tr(
            "Writes one page about a simulated layer, as HTML (one file that holds its pictures), as PDF (A4), or "
            "both: pictures before and after, the outlines of what changed, areas in numbers, the place, the model and "
            "its settings, and how plausible it is.\n\n"
            "The picture before is that of the layer that it was made from: the one given, else the one that the "
            "project has. Without it, the page does without.\n\n"
            "Page and pictures say that they are synthetic. The change footprint has to lie beside the simulated "
            "layer, where it was written."
        )

    def tags(self) -> list:
        return [*super().tags(), *tr("report,summary,page,print,pdf,html").split(",")]

    def initAlgorithm(self, _configuration: Optional[Dict[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer(shared.INPUT, tr("Simulated layer")))
        self.addParameter(
            QgsProcessingParameterRasterLayer(
                BEFORE, tr("Layer it was made from (if not set: the project's)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(TITLE, tr("Title (if not set: the layer's name)"), optional=True)
        )
        self.addParameter(QgsProcessingParameterString(AUTHOR, tr("Author"), optional=True))
        self.addParameter(QgsProcessingParameterString(NOTES, tr("Notes"), multiLine=True, optional=True))
        self.addParameter(
            QgsProcessingParameterBoolean(PLAUSIBILITY, tr("Tell how plausible the result is"), defaultValue=True)
        )
        self.addParameter(QgsProcessingParameterRasterLayer(DEM, tr("Elevation in metres, for floods"), optional=True))
        self.addParameter(
            QgsProcessingParameterFileDestination(HTML, tr("HTML page"), tr("HTML files (*.html)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                PDF, tr("PDF page"), tr("PDF files (*.pdf)"), optional=True, createByDefault=False
            )
        )

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        outputs = self._outputs(parameters, context)
        if not outputs:
            raise ForeshockError(tr("No page is asked for."), tr("Choose a file for HTML, for PDF, or for both."))
        for name, path in outputs.items():
            if ending(path) != name.lower():
                raise ForeshockError(
                    tr("{path} does not end in .{ending}.").format(path=path, ending=name.lower()),
                    tr("Name the file so."),
                )

    def prepare_here(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        result = self.parameterAsRasterLayer(parameters, shared.INPUT, context)
        if result is None:
            raise ForeshockError(tr("The simulated layer cannot be opened."), tr("Check its name and path."))
        before = None
        if not shared.is_empty(parameters.get(BEFORE)):
            before = self.parameterAsRasterLayer(parameters, BEFORE, context)
            if before is None:
                raise ForeshockError(
                    tr("The layer that it was made from cannot be opened."), tr("Check its name and path.")
                )
        if not shared.is_empty(parameters.get(DEM)):
            dem = self.parameterAsRasterLayer(parameters, DEM, context)
            if dem is None:
                raise ForeshockError(tr("The elevation layer cannot be opened."), tr("Check its name and path."))
            self._dem = LayerCopy.of(dem)
        self._subject = _subject(context.project(), result, before)
        name = result.name()
        self._name = unmarked(name)

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        outputs = self._outputs(parameters, context)
        order = Order(
            subjects=[self._subject],
            title=self.parameterAsString(parameters, TITLE, context).strip() or self._name,
            outputs=list(outputs.values()),
            author=self.parameterAsString(parameters, AUTHOR, context),
            notes=self.parameterAsString(parameters, NOTES, context),
            with_plausibility=self.parameterAsBoolean(parameters, PLAUSIBILITY, context),
            dem=self._dem,
        )
        for path in make_report(order, go_on(feedback)):
            feedback.pushInfo(tr("Written: {path}").format(path=os.path.abspath(path)))
        return outputs

    def _outputs(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, str]:
        """The pages that are asked for: parameter and file."""
        wanted = [name for name in (HTML, PDF) if not shared.is_empty(parameters.get(name))]
        return {name: self.parameterAsFileOutput(parameters, name, context) for name in wanted}


def _subject(project: Optional[QgsProject], result: QgsRasterLayer, before: Optional[QgsRasterLayer]) -> Subject:
    """The result with what the project has of its family; ``before`` goes first."""
    family = family_of(project, result) if project is not None else None
    if family is None or family.result is not result:
        return Subject.of_layers(result, before)
    return Subject.of(Family(family.job_id, family.result, before or family.before, family.footprint))
