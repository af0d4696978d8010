"""Polygons of Processing on the raster of a request."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenes
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Window
from foreshock.processing.scene import Scene
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsGeometry, QgsRasterLayer

DEGREES = QgsCoordinateReferenceSystem("EPSG:4326")


@pytest.fixture
def scene(qgis_app: object, tmp_path: Path) -> Scene:
    return Scene.of(QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif", height=90, width=110)), "scene", "gdal"))


def test_polygons_that_reach_around_the_earth(scene: Scene) -> None:
    """What lies far from the raster need not exist in its coordinate system."""
    world = QgsGeometry.fromWkt("POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))")
    far = QgsGeometry.fromWkt("POLYGON((-170 -80, -160 -80, -160 -70, -170 -80))")
    found = scene.polygons([world, far], DEGREES, QgsCoordinateTransformContext())
    assert scene.window(found.boundingBox()) == Window(0, 0, 110, 90)
    assert found.area() == pytest.approx(110 * 0.5 * 90 * 0.5)
    with pytest.raises(ForeshockError, match="does not overlap"):
        scene.polygons([far], DEGREES, QgsCoordinateTransformContext())
