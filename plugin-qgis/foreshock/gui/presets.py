"""Preset labels in the user's language; the instruction itself is sent in the language that the model reads."""

from __future__ import annotations

from typing import Dict, List

from qgis.PyQt.QtCore import QCoreApplication

from ..core.messages import Preset


def label(preset: Preset) -> str:
    """The label of a preset; one that this plugin does not know keeps the fleet's own."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("ForeshockPresets", text)

    known: Dict[str, str] = {
        "flood": tr("Flood"),
        "tsunami": tr("Tsunami"),
        "wildfire": tr("Wildfire"),
        "earthquake": tr("Earthquake"),
        "wind": tr("Hurricane or tornado"),
        "landslide": tr("Landslide"),
        "ash": tr("Volcanic ash"),
        "snow": tr("Snow"),
        "none": tr("No damage"),
    }
    return known.get(preset.id, preset.label)


def severities(preset: Preset) -> List[str]:
    """Names of a preset's severities, mildest first."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("ForeshockPresets", text)

    if preset.id == "flood" and len(preset.instructions) == 3:
        return [tr("shallow, about 0.3 m"), tr("to the door sills, about 1 m"), tr("to the eaves, about 3 m")]
    if len(preset.instructions) == 3:
        return [tr("mild"), tr("moderate"), tr("severe")]
    return [str(number) for number in range(1, len(preset.instructions) + 1)]
