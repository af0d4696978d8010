"""One request for each polygon feature: its outline says where, its attributes may say what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Dict, Iterator, Optional

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExpression,
    QgsProcessingParameterField,
)

from ..core.errors import ForeshockError
from ..core.grid import TilePlan, default_overlap
from ..core.messages import Capabilities, Lane
from ..core.request import SimulationRequest
from ..imagery.area import Area, of_outline
from . import asking
from . import parameters as shared
from .parameters import Scenario
from .scene import Scene
from .words import tr

INSTRUCTION_FIELD = "INSTRUCTION_FIELD"


@dataclass(frozen=True)
class Asked:
    """A feature and the request that it became, or why it became none."""

    feature: QgsFeature
    instruction: str
    request: Optional[SimulationRequest]
    problem: Optional[ForeshockError] = None


def words_field() -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterField(
        INSTRUCTION_FIELD,
        tr("Field that says what happens"),
        parentLayerParameterName=shared.AREAS,
        optional=True,
    )


def words_expression() -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterExpression(
        shared.INSTRUCTION,
        tr("What happens, as an expression"),
        parentLayerParameterName=shared.AREAS,
        optional=True,
    )


class Areas:
    """The features of an algorithm's parameter; made on the main thread."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        scene: Scene,
        wanted: Scenario,
        own_words: Optional[QgsExpression] = None,
    ) -> None:
        """What a feature asks for is what its field says, else what the expression gives, else ``wanted``."""
        source = algorithm.parameterAsSource(parameters, shared.AREAS, context)
        if source is None:
            raise ForeshockError(tr("The areas cannot be opened."), tr("Choose a layer with polygons."))
        self.source: QgsProcessingFeatureSource = source
        self._scene = scene
        self._wanted = wanted
        self._field = algorithm.parameterAsString(parameters, INSTRUCTION_FIELD, context)
        if self._field and self._field not in source.fields().names():
            raise ForeshockError(
                tr("The areas have no field “{name}”.").format(name=self._field),
                tr("They have: {names}.").format(names=", ".join(source.fields().names())),
            )
        self._expression = own_words
        self._variables = algorithm.createExpressionContext(parameters, context, source)
        self._transforms = context.transformContext()

    def requests(self, capabilities: Capabilities, folder: str, *named: str) -> Iterator[Asked]:
        """A request for each feature, its result in ``folder``, named after the raster, the feature and ``named``. One
        that cannot be made stops no other."""
        lane = self._lane(capabilities)
        variables = QgsExpressionContext(self._variables)
        for feature in self.source.getFeatures():
            instruction = ""
            try:
                words = self._words(feature, variables)
                wanted = replace(self._wanted, instruction=words or self._wanted.instruction)
                shared.check_scenario(wanted)
                instruction = asking.words(capabilities, wanted)
                area = self._area(feature)
                output = str(Path(folder) / self._scene.file_name(feature.id(), *named))
                request = asking.new_request(self._scene, area.window, area.mask_wkt, wanted, capabilities, output)
            except ForeshockError as error:
                yield Asked(feature, instruction, None, error)
            else:
                yield Asked(feature, instruction, replace(request, lane=max(lane, request.lane, key=_last)))

    def count(self) -> int:
        return max(self.source.featureCount(), 0)

    def _words(self, feature: QgsFeature, variables: QgsExpressionContext) -> str:
        """The feature's own words; empty where it has none."""
        value = feature[self._field] if self._field else None
        if shared.is_empty(value) and self._expression is not None:
            variables.setFeature(feature)
            value = self._expression.evaluate(variables)
            if self._expression.hasEvalError():
                raise ForeshockError(
                    tr("The expression gives nothing here: {reason}.").format(reason=self._expression.evalErrorString())
                )
        return "" if shared.is_empty(value) else " ".join(str(value).split())

    def _lane(self, capabilities: Capabilities) -> Lane:
        """The lane of a batch: many small requests must not hold up people any more than one large one."""
        tile = asking.choose_model(capabilities, self._wanted.model).tile_sizes[0]
        tiles = 0
        for feature in self.source.getFeatures():
            try:
                tiles += len(TilePlan.cover(self._area(feature).window, tile, default_overlap(tile)))
            except ForeshockError:
                continue  # it will be refused by itself
            if Lane.for_tiles(tiles, capabilities.limits.interactive_tiles) is Lane.BULK:
                return Lane.BULK
        return Lane.INTERACTIVE

    def _area(self, feature: QgsFeature) -> Area:
        crs = self.source.sourceCrs()
        return of_outline(self._scene.source, self._scene.crs, feature.geometry(), crs, self._transforms)


def expression(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> Optional[QgsExpression]:
    """The expression for the words; none where it is not set."""
    # As text: what is no expression would come back empty.
    text = algorithm.parameterAsString(parameters, shared.INSTRUCTION, context).strip()
    if not text:
        return None
    found = QgsExpression(text)
    if found.hasParserError():
        raise ForeshockError(
            tr("“{text}” is no expression: {reason}.").format(text=text, reason=found.parserErrorString()),
            tr("Put words that are the same for all areas between single quotes."),
        )
    return found


def _last(lane: Lane) -> bool:
    return lane is Lane.BULK
