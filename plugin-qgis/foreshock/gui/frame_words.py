"""What a picture of a result is called where it stands beside others: its place in a series, that it is simulated."""

from __future__ import annotations

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..layers.family import SERIES_LABEL


def result_words(result: QgsMapLayer) -> str:
    """“SIMULATED”; in a series “moderate — SIMULATED”."""
    label = str(result.customProperty(SERIES_LABEL, "") or "")
    return _tr("{label} — SIMULATED").format(label=label) if label else _tr("SIMULATED")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockBadge", text)
