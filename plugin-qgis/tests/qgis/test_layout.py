"""The page with before and after: what it says, what it shows, and that nobody takes it for an observation."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Tuple

import canvas as shown
import compared
import numpy as np
import pytest
from fake_iface import FakeIface
from foreshock.gui.layout import TEMPLATE, create_layout
from foreshock.layers.badge_item import PLATE
from foreshock.layers.family import Family
from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtXml import QDomDocument

DPI = 100


@pytest.fixture(autouse=True)
def english() -> None:
    QLocale.setDefault(QLocale("en"))


def made(iface: FakeIface, family: Family) -> QgsPrintLayout:
    root = QgsProject.instance().layerTreeRoot()
    layers = [each for each in root.layerOrder() if root.findLayer(each.id()).isVisible()]
    shown.look(iface.mapCanvas(), layers, "EPSG:32633", family.result.extent())
    return create_layout(iface.mapCanvas(), QgsProject.instance(), family)


def printed(layout: QgsPrintLayout, path: Path) -> np.ndarray:
    """``[h, w, 3]`` px of the page."""
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    done = QgsLayoutExporter(layout).exportToImage(str(path), settings)
    assert done == QgsLayoutExporter.ExportResult.Success
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGBA8888)
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    return np.frombuffer(data, dtype=np.uint8).reshape(image.height(), -1, 4)[..., :3].astype(int).copy()


def px(x_mm: float, y_mm: float) -> Tuple[int, int]:
    """Row and column of a place of the page."""
    return round(y_mm / 25.4 * DPI), round(x_mm / 25.4 * DPI)


def on_map(layout: QgsPrintLayout, name: str, x: float, y: float) -> Tuple[int, int]:
    """Row and column of a place of the ground, on one of the maps."""
    item = layout.itemById(name)
    extent, place = item.extent(), item.pos()
    return px(
        place.x() + (x - extent.xMinimum()) / extent.width() * item.rect().width(),
        place.y() + (extent.yMaximum() - y) / extent.height() * item.rect().height(),
    )


def is_plate(pixels: np.ndarray) -> np.ndarray:
    return np.abs(pixels - (PLATE.red(), PLATE.green(), PLATE.blue())).max(axis=-1) <= 4


def text(layout: QgsPrintLayout, name: str) -> Any:
    return layout.itemById(name).currentText()


def test_what_it_says(iface: FakeIface, tmp_path: Path) -> None:
    family = compared.result(tmp_path, compared.source(tmp_path))
    layout = made(iface, family)
    assert text(layout, "title") == family.result.name()
    assert text(layout, "before_caption") == "Before" and text(layout, "after_caption") == "After: SIMULATED"
    assert text(layout, "simulated_mark") == "SIMULATED" and text(layout, "footer").startswith("SIMULATED · Synthetic")
    facts = text(layout, "facts").split("\n")
    assert facts[0] == "Instruction: “flood the low streets”" and facts[1].startswith(
        "Model: tiny (cdcdcdcdcdcd), seed 3"
    )
    assert facts[2].startswith("Computed: 5/4/26") and "1:37" in facts[2] and facts[2].endswith("UTC")
    assert facts[3] == "Made from: ortho"
    (node,) = layout.itemById("legend").model().rootGroup().findLayers()
    assert node.layer() is family.footprint
    words = layout.itemById("legend").model().legendNodeEmbeddedInParent(node).data(Qt.ItemDataRole.DisplayRole)
    assert re.fullmatch(r"Changed: 2,8\d\d m²", words)


def test_the_printed_page(iface: FakeIface, tmp_path: Path) -> None:
    """Before on the left, after on the right, at one scale; the mark on the map and over the whole foot."""
    source = compared.source(tmp_path)
    family = compared.result(tmp_path, source)
    layout = made(iface, family)
    page = printed(layout, tmp_path / "page.png")
    assert np.abs(np.subtract(page.shape[:2], px(297, 210))).max() <= 1
    assert layout.itemById("before_map").extent() == layout.itemById("after_map").extent()
    extent = source.extent()
    x, y = extent.center().x(), extent.center().y()
    assert np.abs(page[on_map(layout, "after_map", x, y)] - compared.RED).max() <= 2
    plain = compared.before_pixels(source)[compared.HEIGHT // 2, compared.WIDTH // 2]
    assert np.abs(page[on_map(layout, "before_map", x, y)] - plain).max() <= 8
    mark = page[slice(*(px(0, each)[0] for each in (29, 40))), slice(*(px(each, 0)[1] for each in (152, 216)))]
    assert is_plate(mark).mean() > 0.6 and (mark.min(axis=-1) > 240).mean() > 0.08, "plate and letters"
    foot = page[slice(*(px(0, each)[0] for each in (195, 202))), slice(*(px(each, 0)[1] for each in (11, 286)))]
    assert is_plate(foot).mean() > 0.7 and (foot.min(axis=-1) > 240).mean() > 0.02
    before = page[slice(*(px(0, each)[0] for each in (28, 152))), slice(*(px(each, 0)[1] for each in (11, 145)))]
    assert not is_plate(before).any(), "no mark on what is no simulation"
    outline = page[slice(*(px(0, each)[0] for each in (40, 150))), slice(*(px(each, 0)[1] for each in (153, 285)))]
    assert (np.abs(outline - (255, 214, 10)).max(axis=-1) < 20).any(), "the footprint is drawn, though switched off"


def test_a_pdf(iface: FakeIface, tmp_path: Path) -> None:
    layout = made(iface, compared.result(tmp_path, compared.source(tmp_path)))
    path = tmp_path / "page.pdf"
    done = QgsLayoutExporter(layout).exportToPdf(str(path), QgsLayoutExporter.PdfExportSettings())
    assert done == QgsLayoutExporter.ExportResult.Success and path.read_bytes().startswith(b"%PDF")


def test_it_keeps_what_it_shows(iface: FakeIface, tmp_path: Path) -> None:
    """Of a series it shows the member chosen, also when the project shows others later."""
    source = compared.source(tmp_path)
    families = compared.series(tmp_path, source)
    layout = made(iface, families[1])
    root = QgsProject.instance().layerTreeRoot()
    for family in families:
        root.findLayer(family.result.id()).setItemVisibilityChecked(False)
    x, y = source.extent().center().x(), source.extent().center().y()
    page = printed(layout, tmp_path / "page.png")
    assert np.abs(page[on_map(layout, "after_map", x, y)] - compared.GREEN).max() <= 2
    assert text(layout, "after_caption") == "After: moderate — SIMULATED"
    assert (
        layout.itemById("after_map").keepLayerSet() and families[0].result not in layout.itemById("after_map").layers()
    )


def test_it_shows_the_part_that_the_canvas_shows(iface: FakeIface, tmp_path: Path) -> None:
    family = compared.result(tmp_path, compared.source(tmp_path))
    made(iface, family)
    canvas, whole = iface.mapCanvas(), family.result.extent()
    part = QgsRectangle(whole.center().x(), whole.center().y(), whole.xMaximum(), whole.yMaximum())
    canvas.setExtent(part)
    layout = create_layout(canvas, QgsProject.instance(), family)
    shown_part = layout.itemById("after_map").extent()
    assert shown_part.buffered(1e-6).contains(canvas.extent().intersect(whole))
    assert shown_part.width() < 0.8 * whole.width()


def test_own_words_are_no_expressions(iface: FakeIface, tmp_path: Path) -> None:
    family = compared.result(tmp_path, compared.source(tmp_path))
    family.result.setCustomProperty("foreshock/instruction", "[% 6 * 7 %] houses fall " + "and more " * 60)
    layout = made(iface, family)
    said = text(layout, "facts")
    assert "42" not in said.split("\n")[0] and "6 * 7" in said and "…”" in said


def test_without_a_footprint(iface: FakeIface, tmp_path: Path) -> None:
    family = compared.result(tmp_path, compared.source(tmp_path))
    QgsProject.instance().removeMapLayer(family.footprint.id())
    layout = made(iface, replace(family, footprint=None))
    assert layout.itemById("legend") is None


def test_the_template_by_hand(iface: FakeIface) -> None:
    """As *Add Items from Template* loads it: without our help it says what it is, too."""
    layout = QgsPrintLayout(QgsProject.instance())
    document = QDomDocument()
    assert document.setContent(TEMPLATE.read_text(encoding="utf-8"))[0]
    items, whole = layout.loadFromTemplate(document, QgsReadWriteContext(), True)
    words = [each.text() for each in items if isinstance(each, QgsLayoutItemLabel)]
    assert whole and sum("SIMULATED" in each for each in words) == 4
    assert layout.pageCollection().pageCount() == 1
    size = layout.pageCollection().page(0).pageSize()
    assert (size.width(), size.height()) == (297, 210)
