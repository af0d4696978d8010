"""What is written of affected features, read again by GDAL alone."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from assessed import SCALE, TRANSFORMS, ask, box, layer, overlay, rows
from foreshock.assess.affected import Affected, FeatureSource, Question, assess
from foreshock.assess.tables import FeaturesFile, about_scenario, export
from foreshock.core.errors import ForeshockError
from osgeo import gdal, ogr
from qgis.core import NULL, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("qgis_app")

FOOTPRINT = [box(0, 0, 100, 100)]
ABOUT = about_scenario("flood the “low” streets, all of them")
FIELDS = "&field=kind:string&field=people:integer&field=postcode:string"
ROWS = [
    (box(10, 10, 10, 10), ["house", 4, "01067"]),
    (box(95, 50, 10, 10), ["school; old", 10, "01069"]),
    (box(30, 30, 2, 2), [NULL, 1, "01069"]),
    (box(200, 10, 9, 9), ["church", 50, "01067"]),
]


def buildings() -> QgsVectorLayer:
    return layer("Polygon", ROWS, FIELDS, "buildings")


def answer(**question: Any) -> Affected:
    return ask(FOOTPRINT, buildings(), Question(**question))


def features_file(path: Path, things: QgsVectorLayer) -> Path:
    source = FeatureSource.of(things)
    with FeaturesFile(str(path), source, ABOUT, TRANSFORMS) as file:
        assess(overlay(FOOTPRINT, things), source, Question(), lambda _: True, file.take)
    return path


def test_features_in_a_geopackage(tmp_path: Path) -> None:
    """Whole, with their attributes, what is told about them, and that it is simulated."""
    path = features_file(tmp_path / "affected.gpkg", buildings())
    found = rows(path, "affected")
    assert [(each["kind"], each["people"], each["postcode"]) for each in found] == [
        ("house", 4, "01067"),
        ("school; old", 10, "01069"),
        (None, 1, "01069"),
    ]
    assert [each["affected_share"] for each in found] == [1.0, pytest.approx(0.5, abs=1e-4), 1.0]
    assert [each["affected_area_m2"] for each in found] == pytest.approx(
        [100 / SCALE**2, 50 / SCALE**2, 4 / SCALE**2], rel=1e-4
    )
    assert {each["affected_by"] for each in found} == {ABOUT}
    dataset = ogr.Open(str(path))
    written = dataset.GetLayer(0)
    assert written.GetMetadataItem("DESCRIPTION") == ABOUT and written.GetSpatialRef().GetAuthorityCode(None) == "32633"
    second = next(each for number, each in enumerate(written) if number == 1)
    assert second.geometry().GetArea() == pytest.approx(100), "not cut"


def test_fields_with_names_that_are_taken(tmp_path: Path) -> None:
    """Of what was assessed before, and of a GeoPackage; one differs by case only."""
    fields = "&field=fid:double&field=Affected_Share:double&field=affected_by:string"
    things = layer("Polygon", [(box(1, 1, 2, 2), [7.5, 0.25, "older"]), (box(5, 5, 2, 2), [7.5, 0.5, "older"])], fields)
    found = rows(features_file(tmp_path / "affected.gpkg", things), "affected")
    assert [each["fid"] for each in found] == [7.5, 7.5]
    assert [(each["Affected_Share"], each["affected_share_2"]) for each in found] == [(0.25, 1.0), (0.5, 1.0)]
    assert [(each["affected_by"], each["affected_by_2"]) for each in found] == [("older", ABOUT)] * 2


def test_points_are_told_no_sizes(tmp_path: Path) -> None:
    found = rows(features_file(tmp_path / "a.gpkg", layer("Point", [("POINT(5 5)", [])])), "affected")
    assert found == [{"affected_share": 1.0, "affected_by": ABOUT}]


def test_a_table_as_csv(tmp_path: Path) -> None:
    export(answer(by="kind", amount="people"), ABOUT, str(tmp_path / "table.csv"), TRANSFORMS)
    text = (tmp_path / "table.csv").read_text(encoding="utf-8")
    assert "\nhouse,1,1," in text, "numbers are no texts"
    with (tmp_path / "table.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert [(each["kind"], each["affected"], each["looked_at"], float(each["sum_of_people"])) for each in found] == [
        ("house", "1", "1", 4.0),
        ("school; old", "1", "1", 10.0),
        ("", "1", "1", 1.0),
        ("church", "0", "1", 0.0),
    ]
    assert float(found[0]["area_m2"]) == pytest.approx(100 / SCALE**2, rel=1e-5)
    assert {each["affected_by"] for each in found} == {ABOUT}


def test_a_table_as_a_workbook(tmp_path: Path) -> None:
    if gdal.GetDriverByName("XLSX") is None:
        pytest.skip("this GDAL writes no XLSX")
    export(answer(by="postcode", amount="people", by_share=True), ABOUT, str(tmp_path / "table.xlsx"), TRANSFORMS)
    found = rows(tmp_path / "table.xlsx", "affected_by_value")
    assert [(each["postcode"], each["affected"], each["looked_at"]) for each in found] == [
        ("01069", 2, 2),
        ("01067", 1, 2),
    ]
    assert [each["share_of_people"] for each in found] == [pytest.approx(6.0, abs=0.01), pytest.approx(4.0)]
    assert {each["affected_by"] for each in found} == {ABOUT}


def test_a_geopackage_holds_features_and_table(tmp_path: Path) -> None:
    features = features_file(tmp_path / "features.gpkg", buildings())
    path = tmp_path / "both.gpkg"
    export(answer(by="kind"), ABOUT, str(path), TRANSFORMS, str(features))
    assert len(rows(path, "affected")) == 3 and len(rows(path, "affected_by_value")) == 4
    assert len(rows(features, "affected")) == 3 and ogr.Open(str(features)).GetLayerCount() == 1
    export(answer(by="people"), ABOUT, str(path), TRANSFORMS, str(features))
    assert [each["people"] for each in rows(path, "affected_by_value")] == [4, 10, 1, 50], "numbers stay numbers"
    assert [each.name for each in sorted(tmp_path.iterdir())] == ["both.gpkg", "features.gpkg"]


def test_without_a_field_there_is_one_row(tmp_path: Path) -> None:
    export(answer(), ABOUT, str(tmp_path / "table.gpkg"), TRANSFORMS)
    (row,) = rows(tmp_path / "table.gpkg", "affected_by_value")
    assert (row["affected"], row["looked_at"]) == (3, 4) and "length_m" not in row


def test_what_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(ForeshockError, match=r"table\.doc says no format .* \.csv, \.gpkg, \.xlsx"):
        export(answer(), ABOUT, str(tmp_path / "table.doc"), TRANSFORMS)
    with pytest.raises(ForeshockError, match="cannot be written"):
        export(answer(), ABOUT, str(tmp_path / "no folder" / "table.csv"), TRANSFORMS)
    with pytest.raises(ForeshockError, match="cannot be written"):
        features_file(tmp_path / "no folder" / "a.gpkg", buildings())
    # What was there stays, and nothing else is left.
    (tmp_path / "table.gpkg").write_text("kept")
    with pytest.raises(ForeshockError, match="cannot be written"):
        export(answer(), ABOUT, str(tmp_path / "table.gpkg"), TRANSFORMS, str(tmp_path / "nothing.gpkg"))
    assert (tmp_path / "table.gpkg").read_text() == "kept"
    assert [each.name for each in tmp_path.iterdir()] == ["table.gpkg"]
