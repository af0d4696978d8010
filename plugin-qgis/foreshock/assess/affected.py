"""Affected features: how many of a layer, and how much of each, lie inside a change footprint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional, Tuple


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
    #: Inside the footprint, on the ellipsoid.
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
