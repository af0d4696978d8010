"""Areas on the pixel grid: degrees, feet, other coordinate systems, holes, and what is refused."""

from __future__ import annotations

import math
import re
from typing import Sequence

import pytest
import scenes
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Geotransform, Window
from foreshock.core.request import RasterSource
from foreshock.imagery import area
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

FEET = (985_000.0, 2.0, 0.0, 200_000.0, 0.0, -2.0)
DEGREES = (12.1, 1e-5, 0.0, 45.7, 0.0, -1e-5)


def source_of(geotransform: Sequence[float], epsg: int, width: int = 400, height: int = 300) -> RasterSource:
    return RasterSource("/nowhere.tif", [], width, height, tuple(geotransform), scenes.wkt(epsg), 1.0, (1, 2, 3), [])


def crs(epsg: int) -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem(f"EPSG:{epsg}")


def rectangle(source: RasterSource, left: float, top: float, right: float, bottom: float) -> QgsGeometry:
    """A rectangle on the ground, given in px."""
    transform = Geotransform(source.geotransform)
    return QgsGeometry.fromRect(
        QgsRectangle(QgsPointXY(*transform.apply(left, top)), QgsPointXY(*transform.apply(right, bottom)))
    )


def polygon_layer(epsg: int, *wkts: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:{epsg}", "zones", "memory")
    features = []
    for wkt in wkts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def pixels(source: RasterSource, mask: QgsGeometry) -> QgsGeometry:
    """A geometry on the ground in px of the source."""
    transform = Geotransform(source.geotransform)
    text = re.sub(
        r"(-?[\d.]+(?:e[+-]?\d+)?) (-?[\d.]+(?:e[+-]?\d+)?)",
        lambda pair: "{:.9f} {:.9f}".format(*transform.invert(float(pair[1]), float(pair[2]))),
        mask.asWkt(17),
    )
    return QgsGeometry.fromWkt(text)


@pytest.mark.parametrize(("geotransform", "epsg"), [(scenes.UTM, 32633), (DEGREES, 4326), (FEET, 2263)])
def test_a_rectangle_in_the_layers_own_crs_is_a_window(
    qgis_app: object, geotransform: Sequence[float], epsg: int
) -> None:
    source = source_of(geotransform, epsg)
    drawn = area.of_geometry(
        source, crs(epsg), rectangle(source, 10.3, 20.6, 50.2, 60.9), crs(epsg), QgsProject.instance()
    )
    assert drawn == area.Area(Window(10, 20, 41, 41), None)
    beyond = rectangle(source, -30, 290, 12, 4000)
    assert area.of_geometry(source, crs(epsg), beyond, crs(epsg), QgsProject.instance()).window == Window(
        0, 290, 12, 10
    )


def test_a_south_up_raster(qgis_app: object) -> None:
    source = source_of((500_000.0, 0.5, 0.0, 5_000_000.0, 0.0, 0.25), 32633)
    drawn = area.of_geometry(source, crs(32633), rectangle(source, 10, 20, 50, 60), crs(32633), QgsProject.instance())
    assert drawn == area.Area(Window(10, 20, 40, 40), None)


@pytest.mark.parametrize(("geotransform", "epsg"), [(scenes.UTM, 32633), (FEET, 2263)])
def test_a_rectangle_in_another_crs_becomes_its_outline(
    qgis_app: object, geotransform: Sequence[float], epsg: int
) -> None:
    source = source_of(geotransform, epsg)
    project = QgsProject.instance()
    there = QgsCoordinateTransform(crs(epsg), crs(4326), project)
    box = there.transformBoundingBox(
        QgsRectangle(*rectangle(source, 100, 100, 200, 180).boundingBox().toRectF().getCoords())
    )
    drawn = area.of_geometry(source, crs(epsg), QgsGeometry.fromRect(box), crs(4326), project)
    assert drawn.mask_wkt is not None and drawn.mask_wkt.startswith("MultiPolygon")
    assert drawn.window.col <= 100 and drawn.window.row <= 100
    mask = QgsGeometry.fromWkt(drawn.mask_wkt)
    assert mask.isGeosValid()
    # Every corner of the drawn rectangle is a corner of the mask, to a thousandth of a px.
    back = QgsCoordinateTransform(crs(4326), crs(epsg), project)
    for corner in (QgsPointXY(box.xMinimum(), box.yMinimum()), QgsPointXY(box.xMaximum(), box.yMaximum())):
        distance = mask.convertToType(QgsWkbTypes.LineGeometry, True).distance(
            QgsGeometry.fromPointXY(back.transform(corner))
        )
        assert distance < 1e-3 * abs(source.geotransform[1])
    # The window is the mask's box on the grid.
    outline = pixels(source, mask).boundingBox()
    assert drawn.window.col == math.floor(outline.xMinimum()) and drawn.window.row == math.floor(outline.yMinimum())
    assert drawn.window.col + drawn.window.width == math.ceil(outline.xMaximum())


def test_long_edges_stay_true(qgis_app: object) -> None:
    """A parallel is curved in UTM: over 1° by 120 m. The mask follows it to a tenth of a px."""
    source = source_of((420_000.0, 5.0, 0.0, 5_060_000.0, 0.0, -5.0), 32633, 32_000, 22_000)
    box = QgsGeometry.fromRect(QgsRectangle(14.2, 45.0, 15.8, 45.5))
    project = QgsProject.instance()
    mask = QgsGeometry.fromWkt(area.of_geometry(source, crs(32633), box, crs(4326), project).mask_wkt)
    edge = mask.convertToType(QgsWkbTypes.LineGeometry, True)
    there = QgsCoordinateTransform(crs(4326), crs(32633), project)
    for step in range(1, 400):
        truth = there.transform(QgsPointXY(14.2 + 1.6 * step / 400.37, 45.5))
        assert edge.distance(QgsGeometry.fromPointXY(truth)) < 0.5


def test_what_lies_far_away_need_not_exist_in_the_layers_crs(qgis_app: object) -> None:
    """The whole world in degrees cannot be transformed to UTM; its part on the raster can."""
    source = source_of(scenes.UTM, 32633)
    world = QgsGeometry.fromWkt("POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))")
    drawn = area.of_geometry(source, crs(32633), world, crs(4326), QgsProject.instance())
    assert drawn.window == Window(0, 0, 400, 300)
    inside = QgsGeometry.fromWkt(drawn.mask_wkt)
    assert inside.area() == pytest.approx(400 * 300 * 0.25)


def test_holes_parts_curves_and_crossings(qgis_app: object) -> None:
    source = source_of((0.0, 1.0, 0.0, 300.0, 0.0, -1.0), 32633)
    project = QgsProject.instance()

    def mask(wkt: str) -> QgsGeometry:
        drawn = area.of_geometry(source, crs(32633), QgsGeometry.fromWkt(wkt), crs(32633), project)
        result = QgsGeometry.fromWkt(drawn.mask_wkt)
        assert result.isGeosValid() and drawn.mask_wkt.startswith("MultiPolygon (")
        return result

    holed = "((10 10, 60 10, 60 60, 10 60, 10 10), (20 20, 30 20, 30 30, 20 30, 20 20))"
    assert mask(f"MULTIPOLYGON({holed}, ((100 100, 110 100, 110 130, 100 100)))").area() == 2500 - 100 + 150
    bow = mask("POLYGON((10 10, 50 50, 50 10, 10 50, 10 10))")
    assert bow.area() == 800 and bow.constGet().numGeometries() == 2
    circle = mask("CURVEPOLYGON(CIRCULARSTRING(50 50, 60 60, 70 50, 60 40, 50 50))")
    assert circle.area() == pytest.approx(math.pi * 100, rel=1e-3)
    assert mask("POLYGONZ((10 10 5, 60 10 5, 60 60 5, 10 10 5))").area() == 1250
    exact = mask("POLYGON((10.1 10.2, 60.3 10.7, 33.333333333333336 60.6, 10.1 10.2))")
    assert {(point.x(), point.y()) for point in exact.vertices()} == {
        (10.1, 10.2),
        (60.3, 10.7),
        (33.333333333333336, 60.6),
    }


@pytest.mark.parametrize(
    ("wkt", "part"),
    [
        ("POLYGON((-50 0, -10 0, -10 40, -50 0))", "does not overlap"),
        ("POLYGON((-10 0, 0 0, 0 40, -10 0))", "does not overlap"),
        ("LINESTRING(0 0, 50 50)", "no surface"),
        ("POLYGON((5 5, 20 5, 5 5))", "no surface"),
        ("POLYGON EMPTY", "no surface"),
    ],
)
def test_what_is_no_area_is_refused(qgis_app: object, wkt: str, part: str) -> None:
    source = source_of((0.0, 1.0, 0.0, 300.0, 0.0, -1.0), 32633)
    with pytest.raises(ForeshockError) as caught:
        area.of_geometry(source, crs(32633), QgsGeometry.fromWkt(wkt), crs(32633), QgsProject.instance())
    assert part in caught.value.message and caught.value.hint


def test_another_side_of_the_world_is_refused(qgis_app: object) -> None:
    source = source_of(scenes.UTM, 32633)
    far = QgsGeometry.fromRect(QgsRectangle(-120, -40, -119, -39))
    with pytest.raises(ForeshockError, match="does not overlap"):
        area.of_geometry(source, crs(32633), far, crs(4326), QgsProject.instance())
    with pytest.raises(ForeshockError, match="shows nothing"):
        area.visible(source, crs(32633), far.boundingBox(), crs(4326), QgsProject.instance())


def test_features_join_and_cut_another_area(qgis_app: object) -> None:
    source = source_of((0.0, 1.0, 0.0, 300.0, 0.0, -1.0), 32633)
    project = QgsProject.instance()
    layer = polygon_layer(
        32633,
        "MULTIPOLYGON(((10 10, 60 10, 60 60, 10 60, 10 10)))",
        "MULTIPOLYGON(((50 50, 90 50, 90 90, 50 90, 50 50)))",
        "MULTIPOLYGON(((5000 50, 5090 50, 5090 90, 5000 50)))",
    )
    every = area.of_features(source, crs(32633), layer, False, project)
    assert QgsGeometry.fromWkt(every.mask_wkt).area() == 2500 + 1600 - 100
    assert every.window == Window(10, 210, 80, 80)
    # A rectangle among the features stays a mask: only what lies inside may change.
    layer.selectByIds([2])
    assert area.of_features(source, crs(32633), layer, True, project).mask_wkt is not None

    visible = area.Area(Window(0, 240, 55, 60))
    cut = area.of_features(source, crs(32633), layer, False, project, visible)
    assert cut.window == Window(10, 240, 45, 50)
    assert QgsGeometry.fromWkt(cut.mask_wkt).area() == 45 * 50
    drawn = area.of_geometry(
        source, crs(32633), QgsGeometry.fromWkt("POLYGON((0 0, 100 0, 0 100, 0 0))"), crs(32633), project
    )
    both = QgsGeometry.fromWkt(area.of_features(source, crs(32633), layer, False, project, drawn).mask_wkt)
    assert both.area() == pytest.approx(2500 - 20 * 20 / 2)
    with pytest.raises(ForeshockError, match="does not overlap"):
        area.of_features(source, crs(32633), layer, False, project, area.Area(Window(200, 0, 50, 50)))
    layer.selectByIds([3])
    with pytest.raises(ForeshockError, match="does not overlap"):
        area.of_features(source, crs(32633), layer, True, project)


def test_features_in_degrees_on_a_raster_in_feet(qgis_app: object) -> None:
    source = source_of(FEET, 2263)
    project = QgsProject.instance()
    there = QgsCoordinateTransform(crs(2263), crs(4326), project)
    shape = rectangle(source, 40, 50, 140, 150)
    shape.transform(there)
    drawn = area.of_features(source, crs(2263), polygon_layer(4326, shape.asWkt(17)), False, project)
    inside = pixels(source, QgsGeometry.fromWkt(drawn.mask_wkt))
    assert inside.area() == pytest.approx(10_000, abs=1)
    assert inside.symDifference(QgsGeometry.fromRect(QgsRectangle(40, 50, 140, 150))).area() < 1


def test_too_many_vertices_are_refused(qgis_app: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(area, "MAX_VERTICES", 8)
    source = source_of((0.0, 1.0, 0.0, 300.0, 0.0, -1.0), 32633)
    square = "MULTIPOLYGON(((10 10, 60 10, 60 60, 10 60, 10 10)))"
    with pytest.raises(ForeshockError, match="more than 8 vertices") as caught:
        area.of_features(source, crs(32633), polygon_layer(32633, square, square), False, QgsProject.instance())
    assert "Simplify" in caught.value.hint


def test_a_tile_matrix_is_no_burden(qgis_app: object) -> None:
    """The raster of a web map at zoom 18 has 2^26 px a side: only numbers, whatever is drawn on it."""
    side = 20_037_508.342789244
    size = 2 * side / 2**26
    source = source_of((-side, size, 0.0, side, 0.0, -size), 3857, 2**26, 2**26)
    box = QgsGeometry.fromRect(QgsRectangle(12.10, 45.70, 12.101, 45.701))
    drawn = area.of_geometry(source, crs(3857), box, crs(4326), QgsProject.instance())
    assert 180 <= drawn.window.width <= 190 and 260 <= drawn.window.height <= 275
    world = QgsGeometry.fromRect(QgsRectangle(-180, -90, 180, 90))
    assert area.of_geometry(source, crs(3857), world, crs(4326), QgsProject.instance()).window == area.whole(source)
