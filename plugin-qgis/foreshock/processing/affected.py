"""Features of any layer that a change footprint affects."""

from __future__ import annotations

from typing import Any, Dict, Iterator, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..assess.affected import FeatureSource, Question, assess, problems
from ..assess.overlay import Overlay
from ..assess.tables import AffectedFeatures, Table, about_scenario
from ..compat import SKIP_VALIDITY_CHECKS
from ..core.errors import ForeshockError
from ..layers.affected_layer import affected_name, dress
from ..layers.marks import PROPERTY, is_simulated
from . import parameters as shared
from .algorithm import ForeshockAlgorithm
from .loading import when_loaded
from .words import tr

FOOTPRINT, FEATURES, EXTENT = "FOOTPRINT", "FEATURES", "EXTENT"
FIELD, THRESHOLD, SUM_FIELD, SUM_BY = "FIELD", "THRESHOLD", "SUM_FIELD", "SUM_BY"
OUTPUT, TABLE = "OUTPUT", "TABLE"
#: In each piece of a footprint that a result came with.
_INSTRUCTION = "instruction"


class AffectedFeaturesIn(ForeshockAlgorithm):
    """Asks no fleet: a footprint is there."""

    needs_fleet = False

    def __init__(self) -> None:
        super().__init__()
        #: Of the footprint's layer: its id, its name, and its scenario; empty where it is no simulated one.
        self._layer_id = self._layer_name = self._scenario = ""

    def name(self) -> str:
        return "affected"

    def displayName(self) -> str:
        return tr("Affected features")

    def shortDescription(self) -> str:
        return tr("Counts and measures the features of a layer that a change footprint covers")

    def shortHelpString(self) -> str:
        return tr(
            "Counts and measures the features of a layer (buildings, roads, fields) that lie inside the change "
            "footprint of a result, or inside the polygons of any other layer: how many of how many, the length of "
            "lines and the area of polygons that is inside, and the affected share of each feature.\n\n"
            "With a threshold, a feature counts only if at least so much of it is inside. With a field, the table has "
            "a row for each of its values, else one for all. A field of numbers (residents) can be added up over the "
            "affected features: all of it, or in proportion to the affected share.\n\n"
            "Lengths and areas are those on the ellipsoid of the project, or on WGS 84. Any coordinate reference "
            "systems do. Invalid geometries are repaired before they are measured; how many, and how many could not "
            "be, is said.\n\n"
            "What is affected by a simulated scenario is no observation: layer and table say so in a field."
        )

    def tags(self) -> list:
        return [*super().tags(), *tr("affected,exposure,impact,assess,count,buildings,roads,overlay").split(",")]

    def initAlgorithm(self, _configuration: Optional[Dict[str, Any]] = None) -> None:
        number, kinds = QgsProcessingParameterNumber, QgsProcessing.SourceType
        self.addParameter(shared.polygons(FOOTPRINT, tr("Change footprint, or other polygons")))
        anything = [kinds.TypeVectorAnyGeometry]
        self.addParameter(QgsProcessingParameterFeatureSource(FEATURES, tr("Features"), anything))
        self.addParameter(
            QgsProcessingParameterField(
                FIELD, tr("A row for each value of this field"), parentLayerParameterName=FEATURES, optional=True
            )
        )
        self.addParameter(
            number(
                THRESHOLD,
                tr("Affected from this share of a feature, % (0: any part)"),
                number.Type.Double,
                defaultValue=0.0,
                minValue=0.0,
                maxValue=100.0,
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                SUM_FIELD,
                tr("Field of numbers to add up"),
                parentLayerParameterName=FEATURES,
                type=QgsProcessingParameterField.DataType.Numeric,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                SUM_BY,
                tr("An affected feature adds"),
                [tr("All of its number"), tr("In proportion to its affected share")],
                defaultValue=0,
            )
        )
        self.addParameter(
            shared.advanced(
                QgsProcessingParameterExtent(
                    EXTENT, tr("Look only at features that touch this extent (if not set: at all)"), optional=True
                )
            )
        )
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Affected features")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                TABLE, tr("Affected features by value"), kinds.TypeVector, optional=True, createByDefault=True
            )
        )
        for name, text in (
            ("COUNT", tr("Affected features")),
            ("OF", tr("Features that were looked at")),
            ("LENGTH", tr("Length inside, m")),
            ("AREA", tr("Area inside, m²")),
            ("SUM", tr("Sum of the numbers")),
            ("REPAIRED", tr("Features with a repaired geometry")),
            ("UNREADABLE", tr("Features that could not be measured")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def prepare_here(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        layer = self.parameterAsVectorLayer(parameters, FOOTPRINT, context)
        if layer is not None:
            self._layer_id, self._layer_name = layer.id(), layer.name()
            self._scenario = str(layer.customProperty(f"{PROPERTY}instruction", "")) if is_simulated(layer) else ""

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        footprint = self._source(parameters, FOOTPRINT, context)
        features = self._source(parameters, FEATURES, context)
        source, pieces = _readable(features), self._pieces(_readable(footprint))
        within = None
        if not shared.is_empty(parameters.get(EXTENT)):
            within = self.parameterAsExtentGeometry(parameters, EXTENT, context, source.crs)
        count = max(features.featureCount(), 1)

        def go_on(looked_at: int) -> bool:
            feedback.setProgress(min(100.0 * looked_at / count, 100.0))
            return not feedback.isCanceled()

        crs, transforms = footprint.sourceCrs(), context.transformContext()
        overlay = Overlay(pieces, crs, source.crs, transforms, context.ellipsoid(), go_on)
        # The pieces were read: now the scenario is known.
        about = about_scenario(self._scenario) if self._scenario else self._layer_name or footprint.sourceName()
        layout = AffectedFeatures(source, about)
        out = self._sink(parameters, OUTPUT, context, layout.fields, source)
        question = self._question(parameters, context)
        answer = assess(overlay, source, question, go_on, lambda *told: out.add(layout.feature(*told)), within)
        out.close()
        self._mark(context, out.path, source.name)
        outputs: Dict[str, Any] = {OUTPUT: out.path}
        if not shared.is_empty(parameters.get(TABLE)):
            table = Table(answer, about)
            rows = self._sink(parameters, TABLE, context, table.fields)
            for each in table.features():
                rows.add(each)
            rows.close()
            outputs[TABLE] = rows.path
        for problem in problems(answer):
            feedback.pushWarning(problem)
        totals = answer.totals
        outputs.update(COUNT=totals.count, OF=totals.of, LENGTH=totals.length_m, AREA=totals.area_m2)
        outputs.update(SUM=totals.amount, REPAIRED=answer.repaired, UNREADABLE=answer.unreadable)
        return outputs

    def _sink(
        self,
        parameters: Dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        fields: QgsFields,
        like: Optional[FeatureSource] = None,
    ) -> _Sink:
        """Where features go; they have geometries where they are ``like`` those of a source."""
        kind = QgsWkbTypes.Type.NoGeometry if like is None else like.wkb_type
        crs = QgsCoordinateReferenceSystem() if like is None else like.crs
        sink, path = self.parameterAsSink(parameters, name, context, fields, kind, crs)
        if sink is None:
            raise ForeshockError(tr("The output {name} cannot be written.").format(name=name))
        return _Sink(sink, path)

    def _source(
        self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource:
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise ForeshockError(tr("The layer for {name} cannot be opened.").format(name=name))
        # Of a file with nothing in it, none may be known.
        if not source.sourceCrs().isValid() and source.featureCount() != 0:
            raise ForeshockError(
                tr("“{layer}” has no coordinate reference system.").format(layer=source.sourceName()),
                tr("Set it in the layer's properties."),
            )
        return source

    def _question(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Question:
        return Question(
            by=self.parameterAsString(parameters, FIELD, context),
            threshold=self.parameterAsDouble(parameters, THRESHOLD, context) / 100.0,
            amount=self.parameterAsString(parameters, SUM_FIELD, context),
            by_share=self.parameterAsEnum(parameters, SUM_BY, context) == 1,
        )

    def _pieces(self, footprint: FeatureSource) -> Iterator:
        """The footprint's geometries; takes the scenario from its file where its layer says nothing."""
        ours = "synthetic" in footprint.fields.names() and _INSTRUCTION in footprint.fields.names()
        for feature in footprint.read(QgsFeatureRequest()):
            if ours and not self._scenario:
                self._scenario = str(feature[_INSTRUCTION])
            yield feature.geometry()

    def _mark(self, context: QgsProcessingContext, path: str, layer_name: str) -> None:
        """If Processing is to load the layer, it comes marked as a simulated one, where it is."""
        if not self._scenario:
            return
        layer_id = self._layer_id
        project: Optional[QgsProject] = context.project()

        def mark_it(layer: QgsMapLayer) -> None:
            footprint = None if project is None else project.mapLayer(layer_id)
            if isinstance(layer, QgsVectorLayer):
                layer.setName(affected_name(layer_name, None))
                dress(layer, footprint if is_simulated(footprint) else None)

        when_loaded(context, path, None, mark_it)


class _Sink:
    """An output for features, which says when it takes no more."""

    def __init__(self, sink: QgsFeatureSink, path: str) -> None:
        self._sink: Optional[QgsFeatureSink] = sink
        self.path = path

    def add(self, feature: QgsFeature) -> None:
        if not self._sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise ForeshockError(
                tr("{path} cannot be written: {reason}.").format(path=self.path, reason=self._sink.lastError()),
                tr("Is the disk full?"),
            )

    def close(self) -> None:
        """Without a reference to it, Processing finishes the file."""
        self._sink = None


def _readable(source: QgsProcessingFeatureSource) -> FeatureSource:
    """The features as they are: invalid ones are repaired and counted, not refused by Processing."""
    return FeatureSource(
        source.sourceName(),
        QgsFields(source.fields()),
        source.sourceCrs(),
        source.wkbType(),
        lambda request: source.getFeatures(request, SKIP_VALIDITY_CHECKS),
    )
