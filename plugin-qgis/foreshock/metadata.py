"""The plugin's own files: what its metadata say, as QGIS reads them, and its pictures."""

from __future__ import annotations

import configparser
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent / "resources"
#: Of the plugin itself.
ICON = str(RESOURCES / "icon.svg")


def icon_path(name: str) -> str:
    """Where one of our icons lies, by its name without ending."""
    return str(RESOURCES / "icons" / f"{name}.svg")


def homepage() -> str:
    """Where the user guide is."""
    metadata = configparser.ConfigParser()
    metadata.read(Path(__file__).with_name("metadata.txt"), encoding="utf-8")
    return metadata["general"]["homepage"]
