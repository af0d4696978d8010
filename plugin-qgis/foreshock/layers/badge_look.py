"""How what is simulated is marked, wherever it is drawn: on a canvas, in a picture, on paper."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

#: Plate and rim of a badge: white on dark red can be read on any imagery.
PLATE, RIM = QColor(139, 15, 30), QColor(255, 255, 255)


def badge_text() -> str:
    """What a badge says."""
    return QCoreApplication.translate("ForeshockBadge", "SIMULATED")
