"""Preset labels in the user's language; the instruction itself is sent in the language that the model reads."""

from __future__ import annotations

from typing import Dict, List

from qgis.PyQt.QtCore import QCoreApplication

from .core.messages import Preset


def labels() -> Dict[str, str]:
    """Labels of the presets that every fleet has, by id."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("ForeshockPresets", text)

    return {
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


def label(preset: Preset) -> str:
    """The label of a preset; one that this plugin does not know keeps the fleet's own."""
    return labels().get(preset.id, preset.label)


def grades() -> List[str]:
    """Names of three severities, mildest first."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("ForeshockPresets", text)

    return [tr("mild"), tr("moderate"), tr("severe")]


def severities(preset: Preset) -> List[str]:
    """Names of a preset's severities, mildest first; those of a flood say how deep it is."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("ForeshockPresets", text)

    names = grades()
    if preset.id == "flood" and len(preset.instructions) == len(names):
        return [tr("shallow (0.3 m)"), tr("door sills (1 m)"), tr("eaves (3 m)")]
    if len(preset.instructions) == len(names):
        return names
    return [str(number) for number in range(1, len(preset.instructions) + 1)]
