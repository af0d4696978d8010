"""Affected features: what is counted, measured and grouped. Expected sizes are computed by hand: on the central meridian
of a UTM zone a plane metre is 1 / 0.9996 m on the ellipsoid."""

from __future__ import annotations

import math
from typing import Any, List

import pytest
from assessed import SCALE, TRANSFORMS, X0, Y0, ask, box, crs, layer, overlay, placed, shapes
from foreshock.assess.affected import FeatureSource, Question, assess, problems
from foreshock.assess.overlay import Inside, Overlay, frame_of
from foreshock.core.errors import ForeshockError
from foreshock.imagery.footprint import Cancelled
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QLocale

FOOTPRINT = [box(0, 0, 100, 100)]

pytestmark = pytest.mark.usefixtures("qgis_app")


def area(plane: float) -> Any:
    """Square metres on the plane as they are on the ellipsoid."""
    return pytest.approx(plane / SCALE**2, rel=1e-5)


def length(plane: float) -> Any:
    return pytest.approx(plane / SCALE, rel=1e-5)


def taken(pieces: List[str], things: QgsVectorLayer, **question: Any) -> List[Inside]:
    found: List[Inside] = []
    ask(pieces, things, Question(**question), take=lambda feature, inside: found.append(inside))
    return found


BUILDINGS = [box(10, 10, 10, 10), box(95, 50, 10, 10), box(99, 70, 10, 10), box(100, 20, 10, 10), box(200, 0, 5, 5)]


def test_polygons() -> None:
    """Whole, half, a tenth inside; one that only touches; one that is apart."""
    answer = ask(FOOTPRINT, shapes("Polygon", *BUILDINGS))
    assert (answer.totals.count, answer.totals.of) == (3, 5)
    assert answer.totals.area_m2 == area(100 + 50 + 10) and answer.totals.length_m == 0.0
    assert answer.has_area and not answer.has_length and answer.rows == () and problems(answer) == []
    shares = [each.share for each in taken(FOOTPRINT, shapes("Polygon", *BUILDINGS))]
    assert shares == [1.0, pytest.approx(0.5, abs=1e-4), pytest.approx(0.1, abs=1e-4)]


@pytest.mark.parametrize(("threshold", "count"), [(0.0, 3), (0.1, 3), (0.11, 2), (0.5, 2), (0.51, 1), (1.0, 1)])
def test_a_threshold_is_reached_by_what_has_just_that_share(threshold: float, count: int) -> None:
    """In one CRS for both, so that the shares are exact but for rounding."""
    things = shapes("Polygon", *BUILDINGS)
    plain = overlay(FOOTPRINT, things, "EPSG:32633")
    answer = assess(plain, FeatureSource.of(things), Question(threshold=threshold), lambda _: True)
    assert (answer.totals.count, answer.totals.of) == (count, 5)
    assert answer.totals.area_m2 == area([100, 150, 160][count - 1])


def test_lines() -> None:
    things = shapes(
        "MultiLineString", "MULTILINESTRING((-50 50, 150 50),(200 0, 200 100))", "MULTILINESTRING((5 5, 8 9))"
    )
    answer = ask(FOOTPRINT, things)
    assert answer.totals.count == 2 and answer.totals.length_m == length(105) and answer.totals.area_m2 == 0.0
    assert answer.has_length and not answer.has_area
    assert [each.share for each in taken(FOOTPRINT, things)] == [pytest.approx(1 / 3, abs=1e-4), 1.0]
    assert ask(FOOTPRINT, things, Question(threshold=0.34)).totals.count == 1


def test_a_line_that_only_ends_at_the_edge_is_not_affected() -> None:
    things = shapes("LineString", "LINESTRING(100 50, 150 50)")
    plain = overlay(FOOTPRINT, things, "EPSG:32633")
    assert assess(plain, FeatureSource.of(things), Question(), lambda _: True).totals.count == 0


def test_points() -> None:
    things = shapes("Point", "POINT(50 50)", "POINT(150 50)", "POINT(99.9 99.9)")
    answer = ask(FOOTPRINT, things)
    assert (answer.totals.count, answer.totals.of) == (2, 3) and not answer.has_area and not answer.has_length
    things = shapes("MultiPoint", "MULTIPOINT((1 1),(2 2),(2 2),(150 0))", "MULTIPOINT((150 1),(160 1))")
    assert [each.share for each in taken(FOOTPRINT, things)] == [0.75]
    assert ask(FOOTPRINT, things, Question(threshold=0.8)).totals.count == 0


def test_what_lies_in_two_pieces_counts_once() -> None:
    """Pieces that overlap, and a line along where two meet; also askew, where no number is round."""
    pieces = [box(0, 0, 60, 100), box(40, 0, 60, 100), box(0, 100, 100, 50)]
    buildings = shapes("Polygon", box(30, 10, 40, 10), box(90, 90, 10, 20))
    plain = overlay(pieces, buildings, "EPSG:32633")
    answer = assess(plain, FeatureSource.of(buildings), Question(threshold=1.0), lambda _: True)
    assert answer.totals.count == 2 and answer.totals.area_m2 == area(600)
    roads = shapes("LineString", "LINESTRING(-10 100, 90 100)", "LINESTRING(50 -10, 50 160)")
    plain = overlay(pieces, roads, "EPSG:32633")
    assert assess(plain, FeatureSource.of(roads), Question(), lambda _: True).totals.length_m == length(90 + 150)
    askew = shapes("LineString", "LINESTRING(-10 30, 90 37)", crs_name="EPSG:4326")
    assert ask(pieces, askew).totals.length_m == pytest.approx(math.hypot(90, 6.3) / SCALE, rel=1e-4)


def test_holes_of_a_footprint_are_outside() -> None:
    ring = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0),(40 40, 60 40, 60 60, 40 60, 40 40))"
    answer = ask([ring], shapes("Polygon", box(45, 45, 5, 5), box(30, 30, 40, 40), box(-50, -50, 300, 300)))
    assert answer.totals.count == 2 and answer.totals.area_m2 == area(1600 - 400 + 10_000 - 400)


def test_a_feature_larger_than_many_pieces() -> None:
    pieces = [box(x, y, 5, 5) for x in range(0, 100, 10) for y in range(0, 100, 10)]
    answer = ask(pieces, shapes("Polygon", box(-5, -5, 200, 52.5)))
    assert answer.totals.count == 1 and answer.totals.area_m2 == area(10 * 5 * 25)


#: Where the datum is not WGS 84, QGIS measures places of that datum on the other ellipsoid: 2.5e-4 off for Bessel's.
@pytest.mark.parametrize("name", ["EPSG:32633", "EPSG:32632", "EPSG:4326", "EPSG:3857", "EPSG:3035", "EPSG:2056"])
def test_numbers_do_not_depend_on_the_reference_system(name: str) -> None:
    answer = ask(FOOTPRINT, shapes("Polygon", *BUILDINGS, crs_name=name), Question(threshold=0.05))
    assert (answer.totals.count, answer.totals.of) == (3, 5)
    assert answer.totals.area_m2 == pytest.approx(160 / SCALE**2, rel=3e-4)
    roads = ask(FOOTPRINT, shapes("LineString", "LINESTRING(-50 50, 150 50)", crs_name=name))
    assert roads.totals.length_m == pytest.approx(100 / SCALE, rel=3e-4)


def test_the_ellipsoid_is_that_of_the_project() -> None:
    """On a sphere of twice the Earth's radius, areas in degrees are four times as large."""
    things = shapes("Polygon", box(0, 0, 10, 10), crs_name="EPSG:4326")
    pieces = [placed(each, "EPSG:4326") for each in FOOTPRINT]

    def size(ellipsoid: str) -> float:
        laid = Overlay(pieces, crs("EPSG:4326"), things.crs(), TRANSFORMS, ellipsoid)
        return assess(laid, FeatureSource.of(things), Question(), lambda _: True).totals.area_m2

    assert size("NONE") == size("EPSG:7030") == size("") == area(100)
    assert size("PARAMETER:12742000:12742000") == pytest.approx(4 * size("PARAMETER:6371000:6371000"), rel=1e-6)


def test_invalid_geometries_are_repaired_and_counted() -> None:
    """Of the bow tie both halves count; the collapsed one has no area to measure; far away nobody looks."""
    bow_tie, collapsed = "POLYGON((10 10, 20 20, 20 10, 10 20, 10 10))", "POLYGON((5 5, 9 9, 5 5, 9 9, 5 5))"
    far = "POLYGON((910 10, 920 20, 920 10, 910 20, 910 10))"
    answer = ask(FOOTPRINT, shapes("Polygon", bow_tie, collapsed, far, box(50, 50, 1, 1)))
    assert (answer.repaired, answer.unreadable, answer.totals.count, answer.totals.of) == (1, 1, 2, 4)
    assert answer.totals.area_m2 == area(50 + 1)
    said = problems(answer)
    assert len(said) == 2 and said[0].startswith("1 feature had") and said[1].startswith("1 feature could not")


def test_an_invalid_footprint_is_repaired() -> None:
    answer = ask(["POLYGON((0 0, 100 100, 100 0, 0 100, 0 0))"], shapes("Polygon", box(0, 0, 100, 100)))
    assert answer.totals.area_m2 == area(5000) and answer.repaired == 0


def test_features_without_a_geometry_are_in_no_number() -> None:
    things = layer("Polygon", [("", ["a"]), (box(1, 1, 2, 2), ["a"])], "&field=kind:string")
    answer = ask(FOOTPRINT, things, Question(by="kind"))
    assert (answer.totals.count, answer.totals.of, answer.without_geometry) == (1, 1, 1)
    assert problems(answer) == ["1 feature has no geometry; it is in no number."]


def test_curves_and_heights() -> None:
    """Circles with heights: half of the second one is inside."""
    circle = "CURVEPOLYGONZ(CIRCULARSTRINGZ({0} 50 7, {1} 60 7, {2} 50 7, {1} 40 7, {0} 50 7))"
    things = shapes("CurvePolygonZ", circle.format(20, 30, 40), circle.format(90, 100, 110))
    kept: List[QgsFeature] = []
    answer = ask(FOOTPRINT, things, take=lambda feature, inside: kept.append(QgsFeature(feature)))
    assert answer.totals.area_m2 == pytest.approx(1.5 * math.pi * 100 / SCALE**2, rel=1e-3)
    assert answer.repaired == answer.unreadable == 0
    assert [each.geometry().wkbType() for each in kept] == [QgsWkbTypes.Type.CurvePolygonZ] * 2
    steep = shapes("LineStringZ", "LINESTRINGZ(0 50 0, 100 50 1000)")
    assert ask(FOOTPRINT, steep).totals.length_m == length(100), "as on a map"


def test_a_layer_of_anything() -> None:
    rows = [(box(10, 10, 10, 10), []), ("LINESTRING(0 50, 40 50)", []), ("POINT(70 70)", [])]
    things = layer("Polygon", rows[:1])
    mixed = FeatureSource.of(things)
    everything = [next(layer(kind, [row]).getFeatures()) for kind, row in zip(("Polygon", "LineString", "Point"), rows)]
    mixed = FeatureSource("mixed", mixed.fields, mixed.crs, QgsWkbTypes.Type.Unknown, lambda request: everything)
    answer = assess(overlay(FOOTPRINT, things), mixed, Question(), lambda _: True)
    assert answer.has_area and answer.has_length and answer.totals.count == 3
    assert answer.totals.area_m2 == area(100) and answer.totals.length_m == length(40)


@pytest.mark.parametrize("pieces", [[], ["POLYGON EMPTY"]])
def test_an_empty_footprint_affects_nothing(pieces: List[str]) -> None:
    things = shapes("Polygon", *BUILDINGS)
    empty = Overlay([QgsFeature().geometry()] if pieces else [], crs("EPSG:4326"), things.crs(), TRANSFORMS)
    answer = assess(empty, FeatureSource.of(things), Question(), lambda _: True)
    assert not empty and (answer.totals.count, answer.totals.of, answer.totals.area_m2) == (0, 5, 0.0)


KINDS = "&field=kind:string&field=people:integer"
ROWS = [
    (box(10, 10, 10, 10), ["house", 4]),
    (box(95, 50, 10, 10), ["house", 10]),
    (box(30, 10, 20, 20), ["school", 300]),
    (box(60, 10, 3, 3), [NULL, 7]),
    (box(70, 10, 2, 2), ["", NULL]),
    (box(200, 10, 9, 9), ["church", 50]),
    (box(210, 10, 9, 9), [NULL, 1]),
]


def test_by_value() -> None:
    """Most affected first: by number, then by size; a value of which nothing is affected is there, too; NULL is not the
    empty text."""
    QLocale.setDefault(QLocale("en"))
    answer = ask(FOOTPRINT, layer("Polygon", ROWS, KINDS), Question(by="kind", amount="people"))
    assert [(row.value, row.label, row.count, row.of, row.amount) for row in answer.rows] == [
        ("house", "house", 2, 2, 14.0),
        ("school", "school", 1, 1, 300.0),
        (None, "NULL", 1, 2, 7.0),
        ("", "", 1, 1, 0.0),
        ("church", "church", 0, 1, 0.0),
    ]
    assert [row.area_m2 for row in answer.rows] == [area(150), area(400), area(9), area(4), 0.0]
    totals = answer.totals
    assert (totals.count, totals.of, totals.amount) == (5, 7, 321.0)
    assert totals.area_m2 == pytest.approx(sum(row.area_m2 for row in answer.rows))
    assert answer.question.by == "kind" and answer.field.name() == "kind"


def test_amounts_by_share() -> None:
    answer = ask(FOOTPRINT, layer("Polygon", ROWS, KINDS), Question(by="kind", amount="people", by_share=True))
    assert answer.rows[0].amount == pytest.approx(4 + 5, abs=0.01)
    above = Question(amount="people", by_share=True, threshold=0.6)
    assert ask(FOOTPRINT, layer("Polygon", ROWS, KINDS), above).totals.amount == pytest.approx(4 + 300 + 7)


@pytest.mark.parametrize("question", [Question(by="nothing"), Question(amount="nothing")])
def test_a_field_that_is_not_there_is_refused(question: Question) -> None:
    with pytest.raises(ForeshockError, match=r"no field “nothing”\. They have: kind, people\."):
        ask(FOOTPRINT, layer("Polygon", ROWS, KINDS), question)


@pytest.mark.parametrize("name", ["EPSG:32633", "EPSG:4326"])
def test_only_what_touches_a_frame_is_looked_at(name: str) -> None:
    things = shapes("Polygon", *BUILDINGS, crs_name=name)
    extent = QgsRectangle(X0 + 15, Y0 + 15, X0 + 97, Y0 + 97)
    frame = frame_of(extent, crs("EPSG:32633"), things.crs(), TRANSFORMS)
    answer = ask(FOOTPRINT, things, within=frame)
    assert (answer.totals.count, answer.totals.of) == (2, 2)


@pytest.mark.parametrize(
    ("extent", "name"),
    [
        # As a raster in degrees that goes on beyond 180, as one that begins before -180, and in a zone of UTM.
        ((179.99, -16.5, 180.02, -16.4), "EPSG:4326"),
        ((-180.01, -16.5, -179.98, -16.4), "EPSG:4326"),
        ((819_000, 8_173_500, 822_000, 8_184_500), "EPSG:32760"),
    ],
)
def test_a_frame_over_the_antimeridian(extent: tuple, name: str) -> None:
    """A point on either side of it, and one on the other side of the Earth."""
    things = QgsVectorLayer("Point?crs=EPSG:4326", "places", "memory")
    for x in (179.995, -179.99, 0.0, 170.0):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, -16.45)))
        things.dataProvider().addFeature(feature)
    pieces = [QgsGeometry.fromRect(QgsRectangle(-180, -16.6, -179, -16.3))]
    laid = Overlay(pieces, crs("EPSG:4326"), things.crs(), TRANSFORMS)
    frame = frame_of(QgsRectangle(*extent), crs(name), things.crs(), TRANSFORMS)
    answer = assess(laid, FeatureSource.of(things), Question(), lambda _: True, within=frame)
    assert (answer.totals.count, answer.totals.of) == (1, 2), frame.asWkt(3)


@pytest.mark.parametrize("name", ["EPSG:3857", "EPSG:4326"])
def test_a_frame_around_the_earth(name: str) -> None:
    extent = QgsRectangle(-180, -80, 180, 80) if name == "EPSG:4326" else QgsRectangle(-2e7, -1e7, 2e7, 1e7)
    things = QgsVectorLayer("Point?crs=EPSG:4326", "places", "memory")
    for x in (-170.0, -1.0, 1.0, 170.0):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, 10)))
        things.dataProvider().addFeature(feature)
    frame = frame_of(extent, crs(name), things.crs(), TRANSFORMS)
    nothing = Overlay([], crs("EPSG:4326"), things.crs(), TRANSFORMS)
    assert assess(nothing, FeatureSource.of(things), Question(), lambda _: True, within=frame).totals.of == 4


def test_a_footprint_without_a_place_in_the_reference_system_is_refused() -> None:
    """A UTM zone does not reach around the Earth."""
    things = shapes("Point", "POINT(0 0)")
    far = QgsGeometry.fromRect(QgsRectangle(100, -5, 101, 5))
    with pytest.raises(ForeshockError, match="no place in the coordinate reference system"):
        Overlay([far], crs("EPSG:4326"), things.crs(), TRANSFORMS)


def grid(count: int) -> QgsVectorLayer:
    """Buildings of 1 m², 2 m apart, 250 in a row."""
    return shapes("Polygon", *(box(2.0 * (each % 250), 2.0 * (each // 250), 1, 1) for each in range(count)))


def test_fifty_thousand_features() -> None:
    things = grid(50_000)
    seen: List[int] = []

    def go_on(count: int) -> bool:
        seen.append(count)
        return True

    plain = overlay([box(0, 0, 100, 100), box(300, 300, 9.5, 9.5)], things, "EPSG:32633")
    answer = assess(plain, FeatureSource.of(things), Question(), go_on)
    assert (answer.totals.count, answer.totals.of) == (50 * 50 + 5 * 5, 50_000)
    assert answer.totals.area_m2 == area(2525) and seen == sorted(seen) and len(seen) == 250
    with pytest.raises(Cancelled):
        assess(plain, FeatureSource.of(things), Question(), lambda count: count < 1000)
