"""Whether a simulated layer is what its provenance file says."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)

from ..core.provenance_file import ProvenanceFile
from ..imagery.testimony import SourceRaster, verify
from . import parameters as shared
from .algorithm import ForeshockAlgorithm
from .findings import go_on, write_page
from .scene import Scene
from .words import tr

SOURCE, TESTIMONY, REPORT = "SOURCE", "PROVENANCE", "REPORT"


class Verify(ForeshockAlgorithm):
    """Looks at files; asks no fleet."""

    needs_fleet = False

    def __init__(self) -> None:
        super().__init__()
        self._result: Optional[Scene] = None
        self._source: Optional[Scene] = None

    def name(self) -> str:
        return "verify"

    def displayName(self) -> str:
        return tr("Verify a simulated layer")

    def shortDescription(self) -> str:
        return tr("Says whether pixels, tags and provenance file of a simulated layer belong together")

    def shortHelpString(self) -> str:
        return tr(
            "Computes the hashes of a simulated layer anew and compares them, and its tags and place, with the "
            "provenance file that was written beside it (NAME.provenance.json). If the raster it was made from is "
            "given, its pixels are compared, too. One pixel, one tag or one word that was changed since is found.\n\n"
            "A hash is no signature: it finds what was changed by accident or without care, not a forger who writes "
            "both files anew. Whoever has to rely on it keeps the provenance file's hash (its last line) in another "
            "place."
        )

    def initAlgorithm(self, _configuration: Optional[Dict[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer(shared.INPUT, tr("Simulated layer")))
        self.addParameter(
            QgsProcessingParameterRasterLayer(
                SOURCE, tr("Raster it was made from (if not set: not looked at)"), optional=True
            )
        )
        self.addParameter(
            shared.advanced(
                QgsProcessingParameterFile(
                    TESTIMONY,
                    tr("Provenance file (if not set: beside the layer's file)"),
                    QgsProcessingParameterFile.Behavior.File,
                    "json",
                    optional=True,
                )
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                REPORT, tr("Findings"), tr("HTML files (*.html)"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputBoolean("AGREES", tr("Pixels, tags and provenance file agree")))
        self.addOutput(QgsProcessingOutputString("PROBLEMS", tr("What does not agree, a line each")))
        self.addOutput(QgsProcessingOutputString("JOB_ID", tr("Request")))
        self.addOutput(QgsProcessingOutputString("INSTRUCTION", tr("Instruction")))
        self.addOutput(QgsProcessingOutputString("SHA256", tr("Hash of the provenance file")))

    def prepare_here(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        self._result = Scene.of_file(self.parameterAsRasterLayer(parameters, shared.INPUT, context))
        if not shared.is_empty(parameters.get(SOURCE)):
            self._source = Scene.of_file(self.parameterAsRasterLayer(parameters, SOURCE, context))

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        source = self._source.source if self._source else None
        verdict = verify(
            self._result.source.path,
            self.parameterAsFile(parameters, TESTIMONY, context) or None,
            SourceRaster(source.path, source.open_options) if source else None,
            go_on(feedback),
        )
        feedback.pushInfo(verdict.summary())
        for sentence in verdict.agreeing:
            feedback.pushInfo(sentence)
        for sentence in verdict.problems:
            feedback.pushWarning(sentence)
        outputs = {
            "AGREES": verdict.agrees,
            "PROBLEMS": "\n".join(verdict.problems),
            "JOB_ID": str(verdict.document.request.job_id),
            "INSTRUCTION": verdict.document.request.instruction,
            "SHA256": verdict.document.sha256,
        }
        report = self.parameterAsFileOutput(parameters, REPORT, context)
        if report:
            sections = [(verdict.summary(), verdict.problems)] if verdict.problems else []
            sections += [
                (tr("What agrees") if verdict.problems else verdict.summary(), verdict.agreeing),
                (tr("What the provenance file says"), _said(verdict.document)),
            ]
            write_page(report, tr("Provenance of “{name}”").format(name=self._result.name), sections)
            outputs[REPORT] = report
        return outputs


def _said(document: ProvenanceFile) -> List[str]:
    asked = document.request
    return [
        tr("Instruction: {text}").format(text=asked.instruction),
        tr("Made from “{layer}”").format(layer=asked.source),
        tr("Model: {model} ({digest})").format(model=asked.params.model, digest=asked.model_digest),
        tr("Seed: {seed}").format(seed=asked.params.seed),
        tr("Requested: {when}").format(when=asked.created.isoformat()),
        tr("Written by: {client}").format(client=document.client),
    ]
