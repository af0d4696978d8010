"""The plugin's help."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ..metadata import homepage


def open_help() -> None:
    """Shows the user guide in the browser."""
    QDesktopServices.openUrl(QUrl(homepage()))
