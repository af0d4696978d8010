"""Where jobs lie on the map."""

from __future__ import annotations

from typing import List

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..core.facts import Facts

#: What is shown around the areas, as a factor.
_AIR = 1.1


def show_areas(canvas: QgsMapCanvas, jobs: List[Facts]) -> None:
    """Moves the map to the areas of all these jobs; refuses what its coordinate system cannot show."""
    there = canvas.mapSettings().destinationCrs()
    extent = QgsRectangle()
    extent.setMinimal()
    for facts in jobs:
        here = QgsCoordinateReferenceSystem.fromWkt(facts.crs_wkt)
        try:
            box = QgsCoordinateTransform(here, there, QgsProject.instance()).transformBoundingBox(_area(facts))
        except QgsCsException:
            raise ForeshockError(
                _tr("The area cannot be shown in the map's coordinate system."),
                _tr("Choose another one for the project."),
            ) from None
        extent.combineExtentWith(box)
    if not extent.isEmpty():
        extent.scale(_AIR)
        canvas.setExtent(extent)
        canvas.refresh()


def _area(facts: Facts) -> QgsRectangle:
    """In the coordinate system of its source."""
    left, across, _, top, _, down = facts.geotransform
    return QgsRectangle(left, top + facts.height * down, left + facts.width * across, top)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockJobAreas", text)
