"""The plugin's help."""

from __future__ import annotations

import configparser
from pathlib import Path

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices


def help_url() -> str:
    """Where the user guide is, as the plugin's metadata say."""
    metadata = configparser.ConfigParser()
    metadata.read(Path(__file__).parents[1] / "metadata.txt", encoding="utf-8")
    return metadata["general"]["homepage"]


def open_help() -> None:
    """Shows the user guide in the browser."""
    QDesktopServices.openUrl(QUrl(help_url()))
