"""What the pictures are called that are compared: before, and the result with its place in a series. Whatever is
simulated is said to be."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..layers.family import SERIES_LABEL
from ..layers.marks import is_simulated


def before_words(before: Optional[QgsMapLayer]) -> str:
    """“before”; of a simulation of a simulation “before (SIMULATED)”."""
    return _tr("before (SIMULATED)") if is_simulated(before) else _tr("before")


def result_words(result: QgsMapLayer) -> str:
    """“SIMULATED”; in a series “moderate — SIMULATED”."""
    label = str(result.customProperty(SERIES_LABEL, "") or "")
    return _tr("{label} — SIMULATED").format(label=label) if label else _tr("SIMULATED")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockBadge", text)
