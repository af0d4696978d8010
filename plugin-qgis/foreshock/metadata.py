"""What the plugin's metadata say, as QGIS reads them."""

from __future__ import annotations

import configparser
from pathlib import Path


def homepage() -> str:
    """Where the user guide is."""
    metadata = configparser.ConfigParser()
    metadata.read(Path(__file__).with_name("metadata.txt"), encoding="utf-8")
    return metadata["general"]["homepage"]
