"""The parameters that the algorithms share: names, definitions, and what a user's values mean."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import Any, Dict, List, Optional

from qgis.core import (
    NULL,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from .. import presets
from ..connection import FLEET, LOCAL, Connection, ConnectionStore
from ..core import limits
from ..core.broker_settings import BrokerSettings, Settings
from ..core.checks import check_instruction
from ..core.errors import ForeshockError
from .scene import Scene
from .words import tr

INPUT, RESOLUTION, AREA, AREAS, MASK = "INPUT", "RESOLUTION", "AREA", "AREAS", "MASK"
INSTRUCTION, PRESET, SEVERITY = "INSTRUCTION", "PRESET", "SEVERITY"
MODEL, STEPS, STRENGTH, SEED, TIMEOUT = "MODEL", "STEPS", "STRENGTH", "SEED", "TIMEOUT"
URL, AUTHCFG = "URL", "AUTHCFG"
JOB_IDS, OUTPUT, OUTPUT_FOLDER = "JOB_IDS", "OUTPUT", "OUTPUT_FOLDER"

#: Where the broker's address may stand for programs that run without a person; the workers read the same variable.
URL_VARIABLE = "FORESHOCK_AMQP_URL"
_LARGEST_SEED = 2**31 - 1
_POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon
_INTEGER = QgsProcessingParameterNumber.Type.Integer


@dataclass(frozen=True)
class Scenario:
    """What shall happen and how, before the fleet was asked what it can do."""

    #: The user's own words; empty for a preset.
    instruction: str
    #: Id of a preset; none for own words.
    preset: Optional[str]
    #: 0 mild to 2 severe.
    severity: int
    #: Empty for the fleet's first.
    model: str
    #: None for the model's usual number.
    steps: Optional[int]
    seed: int
    #: How much is drawn anew, above 0 up to 1.
    strength: float = 1.0


def preset_ids() -> List[Optional[str]]:
    """Preset of each entry of the list *Scenario*; the first is the user's own words."""
    return [None, *presets.labels()]


# Definitions ----------------------------------------------------------------------------------------------------------


def raster() -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterRasterLayer(INPUT, tr("Raster layer"))


def resolution() -> QgsProcessingParameterDefinition:
    return advanced(
        QgsProcessingParameterNumber(
            RESOLUTION,
            tr("Pixel size in metres (map services only)"),
            QgsProcessingParameterNumber.Type.Double,
            optional=True,
            minValue=0.001,
        )
    )


def area() -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterExtent(AREA, tr("Area (if not set: the whole layer)"), optional=True)


def polygons(name: str, text: str, optional: bool = False) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterFeatureSource(name, text, [_POLYGONS], optional=optional)


def mask() -> QgsProcessingParameterDefinition:
    return polygons(MASK, tr("Change only inside these polygons"), optional=True)


def scenario(own_words: QgsProcessingParameterDefinition) -> List[QgsProcessingParameterDefinition]:
    """What happens: own words or a preset, and how it is computed."""
    return [
        own_words,
        QgsProcessingParameterEnum(
            PRESET,
            tr("Scenario, if there are no own words"),
            [tr("Own words"), *presets.labels().values()],
            defaultValue=0,
        ),
        QgsProcessingParameterEnum(SEVERITY, tr("Severity of the scenario"), presets.grades(), defaultValue=1),
        advanced(QgsProcessingParameterString(MODEL, tr("Model (if not set: the fleet's first)"), optional=True)),
        advanced(
            QgsProcessingParameterNumber(
                STEPS,
                tr("Steps (if not set: the model's number)"),
                _INTEGER,
                optional=True,
                minValue=1,
                maxValue=limits.MAX_STEPS,
            )
        ),
        advanced(
            QgsProcessingParameterNumber(
                STRENGTH,
                tr("Strength: how much is drawn anew, above 0 up to 1"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=1.0,
                minValue=0.05,
                maxValue=1.0,
            )
        ),
        QgsProcessingParameterNumber(
            SEED,
            tr("Seed (another one: another picture)"),
            _INTEGER,
            defaultValue=0,
            minValue=0,
            maxValue=_LARGEST_SEED,
        ),
    ]


def instruction() -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterString(INSTRUCTION, tr("What happens, in your own words"), optional=True)


def timeout(text: str, default: int) -> QgsProcessingParameterDefinition:
    return advanced(QgsProcessingParameterNumber(TIMEOUT, text, _INTEGER, defaultValue=default, minValue=0))


def broker() -> List[QgsProcessingParameterDefinition]:
    """Whom to ask."""
    return [
        advanced(QgsProcessingParameterString(URL, tr("Broker (if not set: the plugin's)"), optional=True)),
        advanced(
            QgsProcessingParameterAuthConfig(
                AUTHCFG, tr("Credentials stored in QGIS (password or certificate)"), optional=True
            )
        ),
    ]


def advanced(definition: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return definition


# Values ---------------------------------------------------------------------------------------------------------------


def is_empty(value: Any) -> bool:
    """Whether a value is left out: by scripts as None, by tables and models as NULL, by windows as no text."""
    return value is None or value == NULL or (isinstance(value, str) and not value.strip())


def read_scenario(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> Scenario:
    """The values of :func:`scenario`, as they are; own words are put on one line."""
    steps = None if is_empty(parameters.get(STEPS)) else algorithm.parameterAsInt(parameters, STEPS, context)
    return Scenario(
        instruction=" ".join(algorithm.parameterAsString(parameters, INSTRUCTION, context).split()),
        preset=preset_ids()[algorithm.parameterAsEnum(parameters, PRESET, context)],
        severity=algorithm.parameterAsEnum(parameters, SEVERITY, context),
        model=algorithm.parameterAsString(parameters, MODEL, context).strip(),
        steps=steps,
        seed=algorithm.parameterAsInt(parameters, SEED, context),
        strength=algorithm.parameterAsDouble(parameters, STRENGTH, context),
    )


def read_scene(algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext) -> Scene:
    """The raster layer, looked at on the main thread."""
    layer = algorithm.parameterAsRasterLayer(parameters, INPUT, context)
    if layer is None or is_empty(parameters.get(RESOLUTION)):
        return Scene.of(layer)
    where = _where(algorithm, parameters, context, layer.crs())
    return Scene.of(layer, algorithm.parameterAsDouble(parameters, RESOLUTION, context), where)


def _where(
    algorithm: QgsProcessingAlgorithm,
    parameters: Dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
) -> Optional[QgsPointXY]:
    """The middle of what is asked for: there, pixels of a map have another size in metres than elsewhere."""
    if not is_empty(parameters.get(AREA)):
        return algorithm.parameterAsExtent(parameters, AREA, context, crs).center()
    source = algorithm.parameterAsSource(parameters, AREAS, context) if AREAS in parameters else None
    if source is None:
        return None
    try:
        transform = QgsCoordinateTransform(source.sourceCrs(), crs, context.transformContext())
        return transform.transformBoundingBox(source.sourceExtent()).center()
    except QgsCsException:
        return None


def check_scenario(wanted: Scenario) -> None:
    """Refuses what says nothing, or more than the wire takes."""
    if wanted.instruction:
        check_instruction(wanted.instruction)
    elif wanted.preset is None:
        raise ForeshockError(
            tr("Nothing says what shall happen."), tr("Write it in your own words, or choose a scenario.")
        )


def read_connection(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> Settings:
    """Whom to ask, with the password. On the main thread: it may ask for the master password where there are
    windows."""
    wanted = _connection(algorithm, parameters, context)
    session = getattr(algorithm.provider(), "session", None)
    if session is not None and wanted == ConnectionStore().connection():
        return session()
    if wanted.mode == FLEET and not wanted.authcfg and not BrokerSettings.from_url(wanted.url).password:
        raise ForeshockError(
            tr("The password of the broker is not known."),
            tr("Choose credentials (AUTHCFG), or name the address with its password in {variable}.").format(
                variable=URL_VARIABLE
            ),
        )
    return wanted.settings()


def check_connection(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> None:
    """Refuses what cannot lead to a fleet, without asking for any password."""
    wanted = _connection(algorithm, parameters, context)
    if wanted.mode == LOCAL:
        return
    settings = BrokerSettings.from_url(wanted.url)
    given = algorithm.parameterAsString(parameters, URL, context)
    if given and settings.password and QgsApplication.platform() == "desktop":
        raise ForeshockError(
            tr("The broker address holds a password, and QGIS would keep it in the history of Processing."),
            tr("Choose credentials (AUTHCFG) instead."),
        )


def _connection(
    algorithm: QgsProcessingAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> Connection:
    """The connection that is kept, with what the parameters and the environment say instead."""
    kept = ConnectionStore().connection()
    url = algorithm.parameterAsString(parameters, URL, context).strip()
    authcfg = algorithm.parameterAsString(parameters, AUTHCFG, context).strip()
    url = url or os.environ.get(URL_VARIABLE, "").strip()
    if url:
        kept = replace(kept, mode=FLEET, url=url, authcfg=authcfg)
    elif authcfg:
        kept = replace(kept, mode=FLEET, authcfg=authcfg)
    if kept.mode == FLEET and not kept.url:
        raise ForeshockError(
            tr("No broker is set."),
            tr("Give its address (URL), or set it in the plugin: right-click a raster layer, “Simulate damage…”."),
        )
    return kept
