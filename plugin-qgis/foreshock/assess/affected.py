"""Affected features: how many of a layer, and how much of each, lie inside a change footprint. On any thread."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterable, List, Optional, Tuple

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ..core.errors import ForeshockError
from ..imagery.footprint import Cancelled
from .overlay import Inside, Overlay, Unreadable, repaired, straightened

#: So many features are looked at between two questions whether to go on.
_STRIDE = 200
#: A share that is short of the threshold by less than this has reached it: shares are quotients of rounded areas.
_NOISE = 1e-6


@dataclass(frozen=True)
class FeatureSource:
    """Features that can be read on any thread."""

    name: str
    fields: QgsFields
    crs: QgsCoordinateReferenceSystem
    wkb_type: QgsWkbTypes.Type
    read: Callable[[QgsFeatureRequest], Iterable[QgsFeature]]

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> FeatureSource:
        """What a layer holds now, with edits that are not saved; called on the main thread."""
        snapshot = QgsVectorLayerFeatureSource(layer)
        return cls(layer.name(), QgsFields(layer.fields()), layer.crs(), layer.wkbType(), snapshot.getFeatures)

    def has_length(self) -> bool:
        """Whether there may be lines among them."""
        return QgsWkbTypes.wkbDimensions(self.wkb_type) == 1 or self._may_be_anything()

    def has_area(self) -> bool:
        """Whether there may be polygons among them."""
        return QgsWkbTypes.wkbDimensions(self.wkb_type) == 2 or self._may_be_anything()

    def _may_be_anything(self) -> bool:
        return QgsWkbTypes.flatType(self.wkb_type) in (QgsWkbTypes.Type.Unknown, QgsWkbTypes.Type.GeometryCollection)


@dataclass(frozen=True)
class Question:
    """What is asked of a layer."""

    #: Field whose values make the rows; empty for none.
    by: str = ""
    #: Least share of a feature that must be inside for it to count, 0 to 1; with 0, any part of it.
    threshold: float = 0.0
    #: Field of numbers that is added up over the affected features; empty for none.
    amount: str = ""
    #: Whether a feature adds its affected share of the amount, or all of it.
    by_share: bool = False


@dataclass(frozen=True)
class AffectedRow:
    """The features that have one value."""

    #: As the layer has it; None for NULL, and where there is no field.
    value: Any
    #: As a person reads it; empty where there is no field.
    label: str
    #: Features that are affected.
    count: int
    #: Features that were looked at.
    of: int
    #: Of the affected features, inside the footprint, on the ellipsoid.
    length_m: float
    area_m2: float
    #: Sum of the amount over the affected features; None where none was asked for.
    amount: Optional[float]


@dataclass(frozen=True)
class Affected:
    """The answer."""

    layer_name: str
    question: Question
    #: What lengths and areas can be told of: lines, polygons.
    has_length: bool
    has_area: bool
    #: By value, the most affected first; also values of which nothing is affected. Empty where there is no field.
    rows: Tuple[AffectedRow, ...]
    totals: AffectedRow
    #: Features whose invalid geometry was repaired before it was measured.
    repaired: int = 0
    #: Features that could not be measured; they are in ``totals.of`` and never affected.
    unreadable: int = 0
    #: Features without a geometry; they are nowhere, and in no number.
    without_geometry: int = 0
    #: The field that makes the rows, as the layer defines it.
    field: Optional[QgsField] = None


#: Takes each affected feature as it was read, with the part that is inside.
Take = Callable[[QgsFeature, Inside], None]


def assess(
    overlay: Overlay,
    source: FeatureSource,
    question: Question,
    go_on: Callable[[int], bool],
    take: Optional[Take] = None,
    within: Optional[QgsGeometry] = None,
) -> Affected:
    """Looks at the features one by one. ``overlay`` and ``within`` are in their CRS; only features that touch the
    polygon ``within`` are looked at, or all. ``go_on`` is told how many were looked at; raises :class:`Cancelled` when
    it says so."""
    by, amount = _field(source.fields, question.by), _field(source.fields, question.amount)
    tally = _Tally(question, source.fields.at(by) if by >= 0 else None)
    frame = None
    request = QgsFeatureRequest()
    if within is not None:
        request.setFilterRect(within.boundingBox())
        frame = QgsGeometry.createGeometryEngine(within.constGet())
        frame.prepareGeometry()
    for number, feature in enumerate(source.read(request)):
        if number % _STRIDE == 0 and not go_on(number):
            raise Cancelled
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            tally.without_geometry += 1
            continue
        if frame is not None and not frame.intersects(geometry.constGet()):
            continue
        attributes = feature.attributes()
        inside = tally.look(overlay, geometry)
        affected = inside is not None and inside.share >= question.threshold - _NOISE
        number_of = _number(attributes[amount]) if affected and amount >= 0 else 0.0
        tally.add(attributes[by] if by >= 0 else None, inside if affected else None, number_of)
        if affected and take is not None:
            take(feature, inside)
    return tally.affected(source)


def problems(answer: Affected) -> List[str]:
    """What the numbers do not say by themselves, in sentences."""
    return [
        (one if count == 1 else more).format(count=QLocale().toString(count))
        for one, more, count in (
            (
                _tr("1 feature had an invalid geometry, which was repaired to be measured."),
                _tr("{count} features had invalid geometries, which were repaired to be measured."),
                answer.repaired,
            ),
            (
                _tr("1 feature could not be measured; it is not counted as affected."),
                _tr("{count} features could not be measured; they are not counted as affected."),
                answer.unreadable,
            ),
            (
                _tr("1 feature has no geometry; it is in no number."),
                _tr("{count} features have no geometry; they are in no number."),
                answer.without_geometry,
            ),
        )
        if count
    ]


class _Sums:
    """A row that grows."""

    def __init__(self) -> None:
        self.count = self.of = 0
        self.length = self.area = self.amount = 0.0

    def add(self, inside: Optional[Inside], amount: float) -> None:
        self.of += 1
        if inside is not None:
            self.count += 1
            self.length += inside.length_m
            self.area += inside.area_m2
            self.amount += amount

    def row(self, value: Any, label: str, with_amount: bool) -> AffectedRow:
        amount = self.amount if with_amount else None
        return AffectedRow(value, label, self.count, self.of, self.length, self.area, amount)


class _Tally:
    """Counts and sums, by value."""

    def __init__(self, question: Question, field: Optional[QgsField]) -> None:
        self._question = question
        self._field = field
        self._sums: Dict[Any, _Sums] = {}
        self._total = _Sums()
        self._repaired = self._unreadable = 0
        self.without_geometry = 0

    def look(self, overlay: Overlay, geometry: QgsGeometry) -> Optional[Inside]:
        """The part of a feature that is inside. A geometry that is not near the footprint need not be valid."""
        try:
            near = overlay.near(geometry)
            if not near:
                return None
            straight = straightened(geometry)
            if not straight.isGeosValid():
                straight = repaired(straight)
                self._repaired += 1
            return overlay.inside(straight, near)
        except Unreadable:
            self._unreadable += 1
            return None

    def add(self, value: Any, inside: Optional[Inside], amount: float) -> None:
        if inside is not None and self._question.by_share:
            amount *= inside.share
        self._total.add(inside, amount)
        if self._field is not None:
            self._sums.setdefault(_key(value), _Sums()).add(inside, amount)

    def affected(self, source: FeatureSource) -> Affected:
        with_amount = bool(self._question.amount)
        rows = [
            each.row(value, self._field.displayString(NULL if value is None else value), with_amount)
            for value, each in self._sums.items()
        ]
        rows.sort(key=lambda row: (-row.count, -row.area_m2, -row.length_m, -row.of, row.label))
        return Affected(
            layer_name=source.name,
            question=self._question,
            has_length=source.has_length(),
            has_area=source.has_area(),
            rows=tuple(rows),
            totals=self._total.row(None, "", with_amount),
            repaired=self._repaired,
            unreadable=self._unreadable,
            without_geometry=self.without_geometry,
            field=self._field,
        )


def _field(fields: QgsFields, name: str) -> int:
    """Where a field is; -1 where none is asked for."""
    index = fields.lookupField(name) if name else -1
    if name and index < 0:
        raise ForeshockError(
            _tr("The features have no field “{name}”.").format(name=name),
            _tr("They have: {names}.").format(names=", ".join(fields.names())),
        )
    return index


def _key(value: Any) -> Any:
    """A value that can be told from others; None for NULL."""
    if value is None or value == NULL:
        return None
    try:
        hash(value)
    except TypeError:
        return str(value)  # lists and maps
    return value


def _number(value: Any) -> float:
    """What a feature adds to the sum: nothing where it says nothing."""
    if value is None or value == NULL:
        return 0.0
    try:
        number = float(value)
    except (TypeError, ValueError):
        return 0.0
    return number if math.isfinite(number) else 0.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAffected", text)
