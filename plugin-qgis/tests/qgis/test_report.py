"""The report of a result: its numbers against rasters that are known, its pictures, and the pages as their readers see
them."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterator, List

import numpy as np
import pytest
import reports
import scenes
from fake_iface import FakeIface
from foreshock.assess import report_pdf
from foreshock.assess.affected import Affected, AffectedRow, Question
from foreshock.assess.making import Order, make_report
from foreshock.assess.notation import latitude, longitude, percent, worded_length
from foreshock.assess.report import Change, Member, collect_member, read_change
from foreshock.assess.report_pictures import Pictures, paint_mark, take_pictures
from foreshock.assess.report_scale_bar import round_length
from foreshock.assess.report_sheet import MOST_LETTERS
from foreshock.assess.run import Assessment
from foreshock.assess.subject import LayerCopy, Subject
from foreshock.core.errors import ForeshockError
from foreshock.core.provenance_file import provenance_path
from foreshock.imagery.footprint import Cancelled, footprint_path
from foreshock.layers.family import Family
from foreshock.layers.footprint_layer import worded_area
from osgeo import gdal
from qgis.core import QgsFeature, QgsField, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QLocale, QVariant
from qgis.PyQt.QtGui import QFontDatabase, QImage

#: One px of the scene on the ellipsoid: UTM shrinks lengths by 0.9996 at its middle, where the scene lies.
PIXEL_M2 = 0.25 / 0.9996**2
NOTICE = "Synthetic imagery: a computed scenario, not an observation"


@pytest.fixture(autouse=True)
def english(qgis_app: object) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def family(iface: FakeIface, tmp_path: Path) -> Family:
    return reports.result(reports.source(tmp_path), tmp_path)


def go_on(_share: float) -> bool:
    return True


def member_of(family: Family) -> Member:
    return collect_member(Subject.of(family))


def pictures_of(*families: Family) -> Pictures:
    subjects = [Subject.of(each) for each in families]
    return take_pictures(subjects, [collect_member(each) for each in subjects], go_on)


def make(tmp_path: Path, families: List[Family], **changes: Any) -> Path:
    """The folder with a report as ``report.html`` and ``report.pdf``."""
    outputs = [str(tmp_path / "report.html"), str(tmp_path / "report.pdf")]
    order = Order([Subject.of(each) for each in families], "Exercise 12", outputs)
    assert make_report(replace(order, **changes), go_on) == outputs
    assert not list(tmp_path.glob("*.partial"))
    return tmp_path


def html_of(folder: Path) -> reports.Page:
    return reports.Page((folder / "report.html").read_text("utf-8"))


# Numbers --------------------------------------------------------------------------------------------------------


def test_numbers_of_a_known_change(family: Family) -> None:
    member = member_of(family)
    changed = reports.TWO.whole_mask()
    change = member.change
    assert change.count == 2
    assert change.share == changed.sum() / changed.size
    assert change.area_m2 == pytest.approx(changed.sum() * PIXEL_M2, rel=1e-4)
    large, small = change.largest
    assert large.pixels == reports.Discs((60, 60, 40)).whole_mask().sum()
    assert small.pixels == reports.Discs((150, 130, 20)).whole_mask().sum()
    assert large.area_m2 == pytest.approx(large.pixels * PIXEL_M2, rel=1e-4)
    place = member.place
    assert (place.width, place.height) == (220, 200)
    assert place.crs == "EPSG:32633 (WGS 84 / UTM zone 33N)"
    assert place.pixel_m == pytest.approx((0.5 / 0.9996, 0.5 / 0.9996), rel=1e-4)
    assert place.size_m == pytest.approx((110 / 0.9996, 100 / 0.9996), rel=1e-4)
    assert place.area_m2 == pytest.approx(220 * 200 * PIXEL_M2, rel=1e-4)
    west, south, east, north = place.box
    for piece in (large, small):
        assert west < piece.longitude < east and south < piece.latitude < north
    # The place inside of a piece is one of its px.
    to_px = gdal.Transformer(gdal.Open(family.result.source()), None, ["DST_SRS=EPSG:4326", "SRC_METHOD=GEOTRANSFORM"])
    footprint = family.footprint
    for piece, disc in ((large, (60, 60, 40)), (small, (150, 130, 20))):
        _, (x, y, _z) = to_px.TransformPoint(1, piece.longitude, piece.latitude)
        assert np.hypot(x - 0.5 - disc[0], y - 0.5 - disc[1]) < disc[2], (x, y)
    assert footprint.featureCount() == change.count


def test_facts_come_from_the_file(family: Family) -> None:
    member = member_of(family)
    tags = gdal.Open(family.result.source()).GetMetadata()
    for name in ("instruction", "model", "model_digest", "licence", "seed", "steps", "software", "created", "source"):
        assert member.fact(name) == tags[f"FORESHOCK_{name.upper()}"] != ""
    assert member.fact("colour") == ""


def test_what_is_not_simulated_has_no_report(iface: FakeIface, tmp_path: Path) -> None:
    layer = reports.source(tmp_path)
    with pytest.raises(ForeshockError, match="“ortho” does not say that it is simulated"):
        collect_member(Subject.of_layers(layer, None))


@pytest.mark.parametrize("epsg", [3857, 4326])
def test_metres_are_those_on_the_ground(iface: FakeIface, tmp_path: Path, epsg: int) -> None:
    """At 60° north a unit of Web Mercator is half a metre, and a degree of longitude half one of latitude."""
    transform = (2_000_000.0, 2.0, 0.0, 8_399_738.0, 0.0, -2.0) if epsg == 3857 else (18.0, 2e-5, 0.0, 60.0, 0.0, -1e-5)
    member = member_of(reports.result(reports.source(tmp_path, epsg=epsg, geotransform=transform), tmp_path))
    across, down = member.place.pixel_m
    assert across == pytest.approx(1.0 if epsg == 3857 else 1.116, rel=0.01)
    assert down == pytest.approx(1.0 if epsg == 3857 else 1.114, rel=0.01)
    changed = reports.TWO.whole_mask().sum()
    assert member.change.area_m2 == pytest.approx(changed * across * down, rel=0.003)
    assert member.place.area_m2 == pytest.approx(220 * 200 * across * down, rel=0.003)


def test_the_largest_of_many(iface: FakeIface, tmp_path: Path) -> None:
    discs = [(20 + 45 * (number % 4), 20 + 50 * (number // 4), 4 + number) for number in range(12)]
    family = reports.result(reports.source(tmp_path), tmp_path, reports.Discs(*discs))
    change = member_of(family).change
    assert change.count == 12 and len(change.largest) == 8
    sizes = [reports.Discs(disc).whole_mask().sum() for disc in reversed(discs)]
    assert [piece.pixels for piece in change.largest] == sizes[:8]
    words = html_of(make(tmp_path, [family])).words
    assert "The largest 8 of 12 areas" in words
    for piece in change.largest:
        assert f"{piece.longitude:.5f}° E {piece.latitude:.5f}° N" in words


def test_nothing_changed(iface: FakeIface, tmp_path: Path) -> None:
    family = reports.result(reports.source(tmp_path), tmp_path, reports.Discs())
    assert family.footprint is None
    assert member_of(family).change == Change(0, 0.0, 0.0, [])
    page = html_of(make(tmp_path, [family]))
    assert "0 areas changed" in page.words and len(page.images) == 2


def test_without_a_footprint(family: Family, tmp_path: Path) -> None:
    QgsProject.instance().removeMapLayer(family.footprint.id())
    alone = replace(family, footprint=None)
    assert member_of(alone).change.count == 2, "the file is there without its layer"
    Path(footprint_path(family.result.source())).unlink()
    assert member_of(alone).change is None
    page = html_of(make(tmp_path, [alone]))
    assert "no change footprint" in page.words and len(page.images) == 2


def test_a_file_that_is_no_footprint(qgis_app: object, tmp_path: Path) -> None:
    path = tmp_path / "other.geojson"
    point = {"type": "Feature", "properties": {"name": "x"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [point]}), encoding="utf-8")
    with pytest.raises(ForeshockError, match="is no change footprint of Foreshock"):
        read_change(str(path), 100)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(ForeshockError, match="cannot be read"):
        read_change(str(path), 100)


def test_the_provenance_file_is_named_by_its_hash(family: Family, tmp_path: Path) -> None:
    path = Path(provenance_path(family.result.source()))
    seal = json.loads(path.read_text("utf-8"))["sha256"]
    assert member_of(family).seal.fits
    words = html_of(make(tmp_path, [family])).words
    assert f"Provenance hash {seal}" in words
    path.write_text(path.read_text("utf-8").replace("flood the low", "flood the high"), encoding="utf-8")
    assert f"was changed since it was written: {seal}" in html_of(make(tmp_path, [family])).words
    path.unlink()
    assert "Provenance hash" not in html_of(make(tmp_path, [family])).words


# Pictures -------------------------------------------------------------------------------------------------------


def places(picture: np.ndarray) -> Any:
    """From px of the scene to those of a picture of all of it."""
    height, width, _ = picture.shape
    # The frame is the scene with 2 % of its longer side around it.
    scale = width / (220 * 1.04)

    def place(column: float, row: float) -> tuple:
        return int(width / 2 + (column + 0.5 - 110) * scale), int(height / 2 + (row + 0.5 - 100) * scale)

    return place


def test_pictures_show_before_and_after(family: Family) -> None:
    taken = pictures_of(family)
    before, after = (reports.pixels(each) for each in (taken.before, taken.members[0].after))
    assert before.shape == after.shape == (round(1000 * 208.8 / 228.8), 1000, 3)
    source = np.moveaxis(gdal.Open(family.before.source()).ReadAsArray(), 0, -1)
    place = places(after)
    for column, row in ((60, 60), (150, 130), (40, 70)):
        x, y = place(column, row)
        assert reports.near(after, reports.EDIT)[y, x]
        assert np.abs(before[y, x].astype(int) - source[row, column]).max() <= 2
    for column, row in ((120, 40), (200, 180), (110, 199), (219, 100)):
        x, y = place(column, row)
        assert np.abs(after[y, x].astype(int) - source[row, column]).max() <= 2
        assert (after[y, x] == before[y, x]).all()


def test_a_part_of_a_scene(iface: FakeIface, tmp_path: Path) -> None:
    """What lies beyond the result is in none of the pictures: nobody may take it for unchanged."""
    part = reports.Window(20, 10, 150, 100)
    family = reports.result(reports.source(tmp_path), tmp_path, window=part)
    member = member_of(family)
    inside = reports.TWO.whole_mask()[10:110, 20:170]
    assert member.change.share == pytest.approx(inside.mean(), abs=1e-3)
    assert (member.place.width, member.place.height) == (150, 100)
    taken = pictures_of(family)
    before, after = (reports.pixels(each) for each in (taken.before, taken.members[0].after))
    beyond = np.zeros(before.shape[:2], dtype=bool)
    # 2 % of the longer side of the result on each side, less a px.
    edge = int(before.shape[1] * 0.02 / 1.04) - 1
    beyond[:edge] = beyond[-edge:] = True
    beyond[:, :edge] = beyond[:, -edge:] = True
    assert reports.near(before[beyond], (235, 237, 239)).mean() > 0.97, "but for the scale bar"
    assert reports.near(before[~beyond], (235, 237, 239)).mean() < 0.05
    assert before.shape == after.shape


def test_pictures_of_results_carry_the_mark(family: Family) -> None:
    taken = pictures_of(family)
    image = taken.members[0].after
    box = paint_mark(image.copy()).toRect()
    assert box.width() > 0.25 * image.width()
    for each in (taken.members[0].after, taken.members[0].change):
        part = reports.pixels(each)[box.top() : box.bottom(), box.left() : box.right()]
        assert reports.near(part, reports.PLATE).mean() > 0.4
        assert reports.near(part, (255, 255, 255)).mean() > 0.1, "its letters"
        # All of the letters are on the plate: at its edges there are none.
        inner = part[8:-8, 8:-8]
        assert reports.near(inner[:, :6], reports.PLATE).mean() > 0.9
        assert reports.near(inner[:, -6:], reports.PLATE).mean() > 0.9
        assert "not an observation" in each.text("Description")
    assert reports.near(reports.pixels(taken.before), reports.PLATE).mean() < 0.01


def test_what_changed_is_outlined(family: Family) -> None:
    taken = pictures_of(family)
    change = reports.pixels(taken.members[0].change)
    after = reports.pixels(taken.members[0].after)
    x, y = places(change)(20, 60)
    around = change[y, x - 12 : x + 13]
    assert reports.near(around, (255, 214, 10), 40).any() and reports.near(around, (90, 0, 20), 40).any()
    x, y = places(change)(120, 160)
    assert (change[y, x] == after[y, x]).all()
    assert taken.members[0].detail is None, "it can be seen without"


def test_the_users_style_is_kept(family: Family) -> None:
    for layer in (family.before, family.result):
        layer.renderer().setRedBand(3)
        layer.renderer().setBlueBand(1)
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(10.0)
    taken = pictures_of(family)
    after = reports.pixels(taken.members[0].after)
    x, y = places(after)(60, 60)
    assert reports.near(after, reports.EDIT[::-1])[y, x]
    assert family.result.hasScaleBasedVisibility(), "the user's layer stays as it is"


def test_a_small_change_is_shown_on_its_own(iface: FakeIface, tmp_path: Path) -> None:
    family = reports.result(reports.source(tmp_path), tmp_path, reports.Discs((60, 60, 6), (150, 130, 3)))
    taken = pictures_of(family).members[0]
    detail = reports.pixels(taken.detail)
    height, width, _ = detail.shape
    edit = reports.near(detail, reports.EDIT)
    assert edit[height // 2, width // 2]
    # 12 px of at least 48 across.
    assert edit[height // 2].mean() > 0.15 and not edit[height // 2, : width // 8].any()
    assert "not an observation" in taken.detail.text("Description")
    assert reports.near(detail[: height // 5, : width // 3], reports.PLATE).mean() > 0.15


def test_a_layer_that_is_gone(family: Family) -> None:
    subject = Subject.of(family)
    Path(family.before.source()).unlink()
    with pytest.raises(ForeshockError, match="“ortho” cannot be opened"):
        take_pictures([subject], [collect_member(subject)], go_on)


def test_without_the_layer_before(family: Family, tmp_path: Path) -> None:
    QgsProject.instance().removeMapLayer(family.before.id())
    alone = replace(family, before=None)
    page = html_of(make(tmp_path, [alone], with_plausibility=True))
    assert len(page.images) == 2 and "Before" not in page.words
    assert "Not checked: the raster that it was made from is no file that is here." in page.words


@pytest.mark.parametrize(("longest", "length"), [(1.0, 1.0), (63.0, 50.0), (49.9, 20.0), (0.3, 0.2), (1500.0, 1000.0)])
def test_scale_bars_are_round(longest: float, length: float) -> None:
    assert round_length(longest) == pytest.approx(length)


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (0.0, "0 m"),
        (0.05, "5 cm"),
        (0.5, "0.50 m"),
        (50.0, "50 m"),
        (12.34, "12.3 m"),
        (2000.0, "2 km"),
        (1234.0, "1.23 km"),
    ],
)
def test_lengths_in_words(metres: float, words: str) -> None:
    assert worded_length(metres) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0.0 %"),
        (0.00004, "0.004 %"),
        (0.00123, "0.12 %"),
        (0.00996, "1.0 %"),
        (0.4567, "45.7 %"),
        (1.0, "100.0 %"),
    ],
)
def test_shares_in_words(share: float, words: str) -> None:
    assert percent(share) == words


def test_places_in_words() -> None:
    assert (longitude(-71.5), latitude(-33.000004)) == ("71.50000° W", "33.00000° S")
    QLocale.setDefault(QLocale("de"))
    assert (longitude(15.25), latitude(45.1)) == ("15,25000° E", "45,10000° N")
    assert (percent(0.123), worded_length(1234.0)) == ("12,3 %", "1,23 km")


# Pages ----------------------------------------------------------------------------------------------------------


def affected_table() -> Affected:
    rows = [AffectedRow(f"kind {n}", f"kind <{n}>", 9 - n, 20 + n, 0.0, 1000.0 - 10 * n, 31.0 + n) for n in range(8)]
    return Affected(
        layer_name="Houses & sheds",
        question=Question(by="use", amount="residents"),
        field=QgsField("use", QVariant.Type.String),
        has_length=False,
        has_area=True,
        rows=tuple(rows),
        totals=AffectedRow(None, "", 44, 188, 0.0, 7720.0, 276.0),
        repaired=2,
    )


def test_the_html_page(iface: FakeIface, tmp_path: Path) -> None:
    layer = reports.source(tmp_path, "town <2024> & “all”")
    family = reports.result(
        layer, tmp_path, instruction='flood <script>alert("x")</script> & more', scenario="Flood <3 m>"
    )
    folder = make(
        tmp_path,
        [family],
        title="Exercise <12> & “more”",
        author="Ana & Co",
        notes="first line\n\n<b>second</b> line",
        affected=[affected_table()],
        with_plausibility=True,
    )
    text = (folder / "report.html").read_text("utf-8")
    page = reports.Page(text)
    assert page.attributes["html"]["lang"] == "en"
    assert not {"script", "link", "iframe", "object", "a"} & set(page.tags)
    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?\s*(?:https?:|//|file:)""", text)
    assert "<script" not in text and "@import" not in text
    for words in (
        "Exercise <12> & “more”",
        "Flood <3 m> on “town <2024> & “all””",
        'flood <script>alert("x")</script> & more',
        "Ana & Co",
        "first line",
        "<b>second</b> line",
        "Affected: Houses & sheds",
        "kind <0>",
    ):
        assert words in page.words, words
    assert page.words.count(NOTICE) == 2
    assert page.words.index(NOTICE) < page.words.index("Ana & Co") < page.words.rindex(NOTICE)
    changed = reports.TWO.whole_mask()
    member = member_of(family)
    tags = gdal.Open(family.result.source()).GetMetadata()
    numbers = [
        f"{100 * changed.mean():.1f} % of the pixels changed",
        f"{worded_area(changed.sum() * PIXEL_M2)} changed, of {worded_area(changed.size * PIXEL_M2)}",
        "2 connected areas",
        "220 × 200 px, 110 m × 100 m",
        "Ground sampling distance 0.50 m",
        "EPSG:32633 (WGS 84 / UTM zone 33N)",
        f"seed {tags['FORESHOCK_SEED']}, {tags['FORESHOCK_STEPS']} steps",
        tags["FORESHOCK_MODEL"],
        tags["FORESHOCK_MODEL_DIGEST"],
        tags["FORESHOCK_LICENCE"],
        tags["FORESHOCK_SOFTWARE"],
        tags["FORESHOCK_CREATED"][:16].replace("T", " ") + " UTC",
        "kind <0> 9 20 1,000 m² 31",
        "All 44 188 7,720 m² 276",
        "2 more values are affected",
        "2 features had invalid geometries",
        f"{100 * changed.mean():.1f} % of the pixels differ from the source.",
        *(f"{worded_area(each.area_m2)} {each.longitude:.5f}° E" for each in member.change.largest),
    ]
    for words in numbers:
        assert words in page.words, words
    assert "kind <6>" not in page.words, "six rows, and all"


def test_affected_features_of_a_layer(family: Family, tmp_path: Path) -> None:
    """What was found among the features of a layer stands in the page, number by number."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633&field=use:string", "houses", "memory")
    x0, y0 = scenes.UTM[0], scenes.UTM[3]
    for use, column, row in (
        ("flat", 60, 60),
        ("flat", 80, 60),
        ("shop", 150, 130),
        ("shop", 200, 20),
        ("barn", 10, 190),
    ):
        house = QgsFeature(layer.fields())
        house.setAttributes([use])
        left, top = x0 + column / 2, y0 - row / 2
        house.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, top - 4, left + 5, top)))
        layer.dataProvider().addFeature(house)
    found = Assessment.of(QgsProject.instance(), family.result, family.footprint, layer, Question(by="use"))
    words = html_of(make(tmp_path, [family], affected=[found.run(lambda count: True).affected])).words
    house_m2 = worded_area(20 / 0.9996**2)
    assert f"use Affected Of Area flat 2 2 {worded_area(40 / 0.9996**2)} shop 1 2 {house_m2}" in words
    assert f"All 3 5 {worded_area(60 / 0.9996**2)}" in words and "barn" not in words


def test_pictures_in_the_html_page(family: Family, tmp_path: Path) -> None:
    page = html_of(make(tmp_path, [family]))
    assert len(page.images) == 3
    found = []
    for each in page.images:
        assert each["alt"].strip()
        head, data = each["src"].split(",", 1)
        assert head == "data:image/jpeg;base64"
        raw = base64.b64decode(data, validate=True)
        image = QImage.fromData(raw, "JPEG")
        assert not image.isNull()
        found.append((reports.pixels(image), raw))
    (before, raw), (after, raw_after), (change, _) = found
    assert "Simulated picture, not an observation" in page.images[1]["alt"]
    x, y = places(after)(60, 60)
    assert reports.near(after, reports.EDIT, 12)[y, x] and not reports.near(before, reports.EDIT, 12)[y, x]
    assert (np.abs(change.astype(int) - after).max(axis=-1) > 60).mean() > 0.005
    corner = (slice(10, 70), slice(20, 300))
    assert (
        reports.near(after[corner], reports.PLATE, 25).mean() > 0.3 > reports.near(before[corner], reports.PLATE).mean()
    )
    assert b"SIMULATED" in raw_after and b"SIMULATED" not in raw, "in the file itself, too"


def test_the_pdf_page(family: Family, tmp_path: Path) -> None:
    folder = make(tmp_path, [family], title="Exercise “12”", affected=[affected_table()], with_plausibility=True)
    data = (folder / "report.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", data)) == 1
    assert data.count(b"/Subtype /Image") == 3, "the pictures are the only ones: words and lines are none"
    assert b"/FontFile2" in data or b"/FontFile3" in data
    dataset = gdal.OpenEx(str(folder / "report.pdf"), gdal.OF_RASTER, open_options=["DPI=72"])
    assert dataset.GetMetadataItem("TITLE") == "Exercise “12”"
    assert dataset.GetMetadataItem("CREATOR").startswith("Foreshock")
    assert (dataset.RasterXSize, dataset.RasterYSize) == pytest.approx((595, 842), abs=1)
    picture = reports.render_pdf(folder / "report.pdf")
    red = reports.near(picture, reports.PLATE, 8)
    wide = np.flatnonzero(red.mean(axis=1) > 0.5)
    assert wide.min() < 0.06 * len(red) and wide.max() > 0.93 * len(red), "a plate at the top, one at the bottom"
    assert reports.near(picture, reports.EDIT, 12).mean() > 0.01


def free_height(monkeypatch: pytest.MonkeyPatch) -> List[float]:
    """Of each page that is drawn from now on: what stays free above its foot, mm."""
    found: List[float] = []
    draw = report_pdf._Page.draw
    monkeypatch.setattr(report_pdf._Page, "draw", lambda page: found.append(draw(page)))
    return found


@pytest.mark.parametrize("count", [1, 3, 9])
def test_however_much_there_is_it_is_one_page(
    iface: FakeIface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """Long names, long notes, tables of the largest size, in a tall scene."""
    found = free_height(monkeypatch)
    layer = reports.source(tmp_path, "a layer with a name that goes on and on " * 3)
    if count == 1:
        discs = reports.Discs(*((20 + 45 * (n % 4), 20 + 50 * (n // 4), 3 + n / 4) for n in range(12)))
        families = [reports.result(layer, tmp_path, discs, instruction="flood everything that is low " * 40)]
    else:
        families = reports.series(layer, tmp_path, [f"a grade of many words, number {n}" for n in range(count)])
    long = replace(affected_table(), layer_name="Houses of all kinds in the old town and beyond")
    folder = make(
        tmp_path,
        families,
        title="A title of more words than there is room for in one line of a page " * 2,
        author="Ana of the office with the long name",
        notes="\n".join(["A line of notes that fills about a line of a column."] * 40),
        affected=[long, replace(long, has_length=True), long, long],
        with_plausibility=True,
    )
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", (folder / "report.pdf").read_bytes())) == 1
    assert found and found[0] >= 0.0, "nothing runs into the foot"
    words = html_of(folder).words
    notes = words[words.index("A line of notes") : words.index("…", words.index("A line of notes"))]
    assert len(notes) <= MOST_LETTERS and words.count("Affected: Houses") == 3


def test_letters_are_large_where_there_is_room(family: Family, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = free_height(monkeypatch)
    make(tmp_path, [family])
    assert 0.0 <= found[0] < 70.0


def test_a_series_side_by_side(iface: FakeIface, tmp_path: Path) -> None:
    families = reports.series(reports.source(tmp_path), tmp_path, ["ankle", "waist", "eaves"])
    made = make(tmp_path, families, with_plausibility=True, affected=[affected_table()], affected_by="waist")
    page = html_of(made)
    assert "Affected by waist: Houses & sheds" in page.words
    # Before, three grades, and what changed in each.
    assert len(page.images) == 7
    last = 0
    for index, label in enumerate(["ankle", "waist", "eaves"]):
        changed = reports.Discs((60, 60, 14 + 8 * index)).whole_mask().sum()
        area, share = worded_area(changed * PIXEL_M2), f"{100 * changed / 44_000:.1f} %"
        assert f"{label} {area} · {share} 1 area" in page.words
        row = f"{label} 1 {area} {share} {area}"
        assert row in page.words and page.words.index(row) > last, "mildest first"
        last = page.words.index(row)
        assert re.search(rf"{label}: [0-9.]+ % of the pixels differ from the source\.", page.words)
    assert page.words.count("There was no mask: change was allowed everywhere.") == 1
    assert "Series of 3 results on “ortho”" in page.words
    names = ", ".join(Path(each.result.source()).name for each in families)
    assert f"Made by Foreshock from {names}." in page.words


def test_what_was_asked_of_the_features_stands_beside_their_numbers(family: Family, tmp_path: Path) -> None:
    asked = Question(by="use", threshold=0.5, amount="residents", by_share=True)
    words = html_of(make(tmp_path, [family], affected=[replace(affected_table(), question=asked)])).words
    assert "Counted where 50.0 % or more of a feature is inside." in words and "residents, by share" in words
    words = html_of(make(tmp_path, [family], affected=[affected_table()])).words
    assert "Counted where" not in words and "residents, in full" in words


def test_a_map_server_that_does_not_answer_is_no_empty_picture_before(family: Family, tmp_path: Path) -> None:
    silent = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=17", "aerial", "wms")
    subject = replace(Subject.of(family), before=LayerCopy.of(silent))
    with pytest.raises(ForeshockError, match="“aerial” shows nothing where the result is"):
        make_report(Order([subject], "x", [str(tmp_path / "report.html")]), lambda share: True)
    assert not (tmp_path / "report.html").exists()


def test_a_report_can_be_called_off(family: Family, tmp_path: Path) -> None:
    """Wherever it is, nothing is left."""
    order = Order([Subject.of(family)], "x", [str(tmp_path / "report.pdf"), str(tmp_path / "report.html")])
    order = replace(order, with_plausibility=True)
    shares: List[float] = []
    make_report(order, lambda share: not shares.append(share))
    assert shares == sorted(shares) and shares[-1] == 1.0
    for output in order.outputs:
        Path(output).unlink()
    before = set(tmp_path.rglob("*"))
    for limit in (0.0, 0.3, 0.6, 0.9):
        with pytest.raises(Cancelled):
            make_report(order, lambda share, limit=limit: share < limit)
        assert set(tmp_path.rglob("*")) == before


def test_files_that_cannot_be_written(family: Family, tmp_path: Path) -> None:
    order = Order([Subject.of(family)], "x", [str(tmp_path / "report.doc")])
    with pytest.raises(ForeshockError, match="neither HTML nor PDF"):
        make_report(order, go_on)
    (tmp_path / "file").write_text("", encoding="utf-8")
    for ending in ("html", "pdf"):
        with pytest.raises(ForeshockError, match="cannot be written"):
            make_report(replace(order, outputs=[str(tmp_path / "file" / f"report.{ending}")]), go_on)


def test_chinese_words_are_letters(family: Family, tmp_path: Path) -> None:
    """Where a font lacks a letter, all such letters look alike."""
    if not QFontDatabase().families(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("no font with Chinese letters is installed (fonts-wqy-microhei)")
    titles = []
    for title in ("洪水淹没", "地震山崩"):
        picture = reports.render_pdf(make(tmp_path, [family], title=title) / "report.pdf", 150)
        red = np.flatnonzero(reports.near(picture, reports.PLATE, 8).mean(axis=1) > 0.5)
        # From the end of the upper plate, as high as a title is.
        end = red[np.flatnonzero(np.diff(red) > 1)[0]]
        titles.append(picture[end + 5 : end + 60, : picture.shape[1] // 2].min(axis=-1) < 128)
        assert title in html_of(tmp_path).words
    first, second = titles
    assert first.any() and (first != second).mean() > 0.005
