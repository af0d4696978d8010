"""The messages of the wire, as in ``protocol/src``; held to the same JSON Schema and fixtures as the Rust types."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar, Dict, List, Optional, Tuple
from uuid import UUID

from . import codec, limits, words
from .codec import optional_list, signed
from .errors import ErrorCode, Refusal
from .grid import Window
from .stretch import Stretch

JOB_SCHEMA = "foreshock.job.v1"
OUTCOME_SCHEMA = "foreshock.outcome.v1"
EVENT_SCHEMA = "foreshock.event.v1"
CANCEL_SCHEMA = "foreshock.cancel.v1"
CAPABILITIES_SCHEMA = "foreshock.capabilities.v1"
CAPABILITIES_REQUEST_SCHEMA = "foreshock.capabilities-request.v1"


def new_job_id() -> UUID:
    """A fresh UUID v7: 48 bits of Unix milliseconds, then random bits, so that ids sort by time."""
    value = (time.time_ns() // 1_000_000 & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


class Lane(str, Enum):
    """Who is waiting: a person, or a batch."""

    INTERACTIVE = "interactive"
    BULK = "bulk"

    @classmethod
    def for_tiles(cls, tiles: int, interactive_tiles: int = limits.INTERACTIVE_TILES) -> Lane:
        return cls.BULK if tiles > interactive_tiles else cls.INTERACTIVE


class Preserve(str, Enum):
    """What may change: everything, the mask, or what the model measurably changed."""

    NONE = "none"
    MASK = "mask"
    CHANGE = "change"


@dataclass(frozen=True)
class TileId:
    """Which tile of its request: position in the plan (row by row), number of tiles, plan column and row."""

    index: int
    of: int
    col: int
    row: int


@dataclass(frozen=True)
class SourceRef:
    """A window of a raster that the worker can read itself; ``blake3`` is of its decoded pixels."""

    uri: str
    window: Window
    blake3: str


@dataclass(frozen=True)
class Source:
    """Exactly one of: an 8-bit RGB(A) PNG whose alpha 0 is nodata, or a reference."""

    png: Optional[bytes] = None
    ref: Optional[SourceRef] = None


@dataclass(frozen=True)
class Example:
    """A before/after pair that shows what is meant, 8-bit RGB PNG."""

    before: bytes
    after: bytes


@dataclass(frozen=True)
class TileGrid:
    """The tile's place on the ground; ``gsd_m`` in metres per px."""

    width: int
    height: int
    geotransform: Tuple[float, float, float, float, float, float]
    crs_wkt: str
    gsd_m: float


class FilterMode(str, Enum):
    """What becomes of the early filter's winner: run again with all steps, or continued from what the judge saw."""

    RERUN = "rerun"
    CONTINUE = "continue"


@dataclass(frozen=True)
class Filter:
    """How candidates are compared; counts with more than one candidate only. Unknown keys are refused."""

    DENY_UNKNOWN: ClassVar[bool] = True

    steps: int = 10
    mode: FilterMode = FilterMode.RERUN


@dataclass(frozen=True)
class Params:
    """How to edit. Unknown keys are refused: a misspelt parameter must not be ignored."""

    DENY_UNKNOWN: ClassVar[bool] = True

    model: str
    steps: int
    guidance: float
    seed: int
    adapter: Optional[str] = None
    strength: float = 1.0
    preserve: Preserve = Preserve.CHANGE
    quality: str = "full"
    candidates: int = 1
    filter: Optional[Filter] = None


@dataclass(frozen=True)
class NoiseOrigin:
    """Position of the tile's pixel (0, 0) in the source raster, px."""

    col: int = signed()
    row: int = signed()


@dataclass(frozen=True)
class Job:
    """One tile of one request."""

    job_id: UUID
    tile: TileId
    lane: Lane
    instruction: str
    source: Source
    grid: TileGrid
    stretch: Stretch
    params: Params
    noise_origin: NoiseOrigin
    deadline: datetime
    mask: Optional[bytes] = None
    examples: List[Example] = optional_list()
    schema: str = JOB_SCHEMA

    @classmethod
    def parse(cls, body: bytes) -> Job:
        """Reads and checks a body; refuses by field."""
        from .checks import check_job

        job = codec.decode(cls, codec.parse_object(body, JOB_SCHEMA))
        if (job.source.png is None) == (job.source.ref is None):
            raise Refusal(ErrorCode.INVALID_FIELD, "source: png or ref", field="source", limit="png or ref")
        check_job(job)
        return job

    def body(self) -> bytes:
        """The checked message body."""
        from .checks import check_job

        check_job(self)
        body = codec.dumps(self)
        if len(body) > limits.MAX_BODY_BYTES:
            limit = f"at most {limits.MAX_BODY_BYTES} bytes"
            message = _tr("a tile's message has {size} bytes; choose a model with smaller tiles").format(size=len(body))
            raise Refusal(ErrorCode.TOO_LARGE, message, field="body", limit=limit)
        return body


@dataclass(frozen=True)
class FilterVerdict:
    """One comparison of two candidates, counted from 0: the judge chose (``winner``, ``reason``), or not
    (``error``)."""

    a: int
    b: int
    winner: Optional[int] = None
    reason: Optional[str] = None
    error: Optional[str] = None


@dataclass(frozen=True)
class FilterRecord:
    """What the early filter did; ``failed`` says why the judge was not heard, then the first candidate was taken."""

    mode: FilterMode
    steps: int
    seeds: List[int]
    verdicts: List[FilterVerdict]
    judge: str
    winner_seed: int
    failed: Optional[str] = None


@dataclass(frozen=True)
class Provenance:
    """What made an image, so that nobody takes it for an observation."""

    synthetic: bool
    software: str
    model: str
    model_digest: str
    licence: str
    instruction: str
    steps: int
    guidance: float
    seed: int
    strength: float
    preserve: str
    quality: str
    created: datetime
    adapter: Optional[str] = None
    adapter_digest: Optional[str] = None
    filter: Optional[FilterRecord] = None


@dataclass(frozen=True)
class Done:
    """An edited tile: RGBA GeoTIFF on the tile's grid, not composited; alpha = weight, 0 = untouched."""

    geotiff: bytes
    changed_fraction: float
    seed: int
    provenance: Provenance
    cache: str
    seconds: Dict[str, float]


@dataclass(frozen=True)
class Failure:
    """A refusal or failure as the worker words it; a code newer than this plugin is kept as it is."""

    code: str
    message: str
    retryable: bool
    field: Optional[str] = None
    limit: Optional[str] = None


@dataclass(frozen=True)
class Outcome:
    """How one tile ended: exactly one of ``done``, ``failed`` or neither (cancelled)."""

    job_id: UUID
    worker: str
    status: str
    tile: Optional[TileId] = None
    done: Optional[Done] = None
    failed: Optional[Failure] = None
    schema: str = OUTCOME_SCHEMA

    @classmethod
    def parse(cls, body: bytes) -> Outcome:
        value = codec.parse_object(body, OUTCOME_SCHEMA)
        head = codec.decode(_OutcomeHead, value)
        done = codec.decode(Done, value) if head.status == "done" else None
        failed = codec.decode(Failure, value) if head.status == "failed" else None
        if done is None and failed is None and head.status != "cancelled":
            limit = "done, failed or cancelled"
            raise Refusal(ErrorCode.INVALID_FIELD, f"status: {head.status[:40]}", field="status", limit=limit)
        return cls(head.job_id, head.worker, head.status, head.tile, done, failed)

    def without_image(self) -> Outcome:
        """The same without its GeoTIFF, which is most of it."""
        return self if self.done is None else replace(self, done=replace(self.done, geotiff=b""))

    def to_json(self) -> Dict[str, Any]:
        """As on the wire: the variant's fields beside the others."""
        head = codec.encode(_OutcomeHead(self.job_id, self.worker, self.status, self.tile))
        return {**head, **codec.encode(self.done or {}), **codec.encode(self.failed or {})}


@dataclass(frozen=True)
class _OutcomeHead:
    job_id: UUID
    worker: str
    status: str
    tile: Optional[TileId] = None
    schema: str = OUTCOME_SCHEMA


@dataclass(frozen=True)
class Event:
    """What happens to a tile while it runs; ``step`` and ``of`` count denoising steps. May be lost."""

    job_id: UUID
    tile: TileId
    worker: str
    kind: str
    step: Optional[int] = None
    of: Optional[int] = None
    preview: Optional[bytes] = None
    schema: str = EVENT_SCHEMA

    @classmethod
    def parse(cls, body: bytes) -> Event:
        return codec.decode(cls, codec.parse_object(body, EVENT_SCHEMA))


@dataclass(frozen=True)
class Cancel:
    """Nobody wants this request any more."""

    job_id: UUID
    schema: str = CANCEL_SCHEMA

    @classmethod
    def parse(cls, body: bytes) -> Cancel:
        return codec.decode(cls, codec.parse_object(body, CANCEL_SCHEMA))


@dataclass(frozen=True)
class CapabilitiesRequest:
    """What can the fleet do?"""

    schema: str = CAPABILITIES_REQUEST_SCHEMA


@dataclass(frozen=True)
class GsdRange:
    """Ground sampling distances, metres per px."""

    min: float
    max: float

    def holds(self, gsd_m: float) -> bool:
        return self.min <= gsd_m <= self.max


@dataclass(frozen=True)
class Licence:
    """What a model may be used for."""

    id: str
    name: str
    non_commercial: bool
    accepted: bool
    url: Optional[str] = None


@dataclass(frozen=True)
class Model:
    """One model of the fleet; sides in px, the preferred one first."""

    name: str
    digest: str
    adapters: List[str]
    tile_sizes: List[int]
    max_side: int
    gsd_m: GsdRange
    languages: List[str]
    default_steps: int
    default_guidance: float
    qualities: List[str]
    licence: Licence
    default_adapter: Optional[str] = None
    max_examples: int = 0
    max_candidates: int = 1


@dataclass(frozen=True)
class Limits:
    """Bounds on messages, as the worker states them."""

    body_bytes: int
    instruction_bytes: int
    steps: int
    guidance: float
    examples: int
    example_side: int
    interactive_tiles: int


@dataclass(frozen=True)
class Preset:
    """A disaster type: an instruction for each severity, mildest first."""

    id: str
    label: str
    instructions: List[str]


@dataclass(frozen=True)
class Capabilities:
    """What the fleet can do."""

    worker: str
    version: str
    models: List[Model]
    limits: Limits
    presets: List[Preset] = field(default_factory=list)
    judge: bool = False
    schema: str = CAPABILITIES_SCHEMA

    @classmethod
    def parse(cls, body: bytes) -> Capabilities:
        return codec.decode(cls, codec.parse_object(body, CAPABILITIES_SCHEMA))


def _tr(text: str) -> str:
    return words.translate("ForeshockMessages", text)
