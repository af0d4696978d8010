"""What the menus call: one swipe, one flip, differences in the background, a layout that is opened."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Iterator

import canvas as shown
import compared
import numpy as np
import pytest
import qgis_session
from fake_iface import FakeIface
from foreshock.compat import TIME_STEPS
from foreshock.core.errors import ForeshockError
from foreshock.gui.compare import Compare
from foreshock.gui.swipe_item import SwipeItem
from foreshock.layers.family import Family
from osgeo import gdal
from qgis.core import QgsApplication, QgsProject, QgsRectangle, QgsTemporalNavigationObject
from qgis.gui import QgsMapToolPan


@pytest.fixture
def compare(iface: FakeIface) -> Iterator[Compare]:
    iface.mapCanvas().setTemporalController(QgsTemporalNavigationObject(iface.mapCanvas()))
    compare = Compare(iface, QgsProject.instance())
    yield compare
    compare.close()
    compare.deleteLater()


@pytest.fixture
def family(iface: FakeIface, compare: Compare, tmp_path: Path) -> Iterator[Family]:
    made = compared.result(tmp_path, compared.source(tmp_path))
    shown.look(iface.mapCanvas(), [made.result, made.before], "EPSG:32633", made.result.extent())
    yield made


def swipes(iface: FakeIface) -> list:
    return [item for item in iface.mapCanvas().scene().items() if isinstance(item, SwipeItem)]


def test_the_same_again_ends_it(iface: FakeIface, compare: Compare, family: Family) -> None:
    canvas = iface.mapCanvas()
    earlier = QgsMapToolPan(canvas)
    canvas.setMapTool(earlier)
    told = []
    compare.swipe_changed.connect(lambda on: told.append(("swipe", on)))
    compare.flip_changed.connect(lambda on: told.append(("flip", on)))
    assert compare.swipe(family) and compare.is_swiping() and len(swipes(iface)) == 1
    assert not compare.swipe(family) and not compare.is_swiping() and not swipes(iface)
    assert canvas.mapTool() is earlier
    assert compare.flip(family) and compare.is_flipping()
    assert canvas.temporalController().navigationMode() == TIME_STEPS
    assert not compare.flip(family) and not compare.is_flipping()
    assert canvas.temporalController().navigationMode() != TIME_STEPS
    assert told == [("swipe", True), ("swipe", False), ("flip", True), ("flip", False)]


def test_one_of_each(iface: FakeIface, compare: Compare, family: Family, tmp_path: Path) -> None:
    """Another result takes the swipe over; a flip ends it; Escape, or the user's own tool, is heard of."""
    canvas = iface.mapCanvas()
    other = compared.result(tmp_path, family.before, compared.GREEN, name="other")
    assert compare.swipe(family) and compare.swipe(other) and len(swipes(iface)) == 1
    assert compare.flip(other) and not compare.is_swiping() and not swipes(iface)
    assert compare.flip(family) and compare.is_flipping()
    assert compare.swipe(family) and not compare.is_flipping()
    canvas.setMapTool(QgsMapToolPan(canvas))
    assert not compare.is_swiping() and not swipes(iface)
    assert compare.flip(family)
    compare.close()
    assert not compare.is_flipping() and canvas.temporalController().navigationMode() != TIME_STEPS


def test_a_result_out_of_sight_is_gone_to(iface: FakeIface, compare: Compare, family: Family) -> None:
    canvas = iface.mapCanvas()
    canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    assert compare.swipe(family)
    assert canvas.extent().contains(family.result.extent())


def test_without_the_layer_before(compare: Compare, family: Family) -> None:
    orphan = replace(family, before=None)
    for ask in (compare.swipe, compare.flip, compare.difference, compare.layout):
        with pytest.raises(ForeshockError, match="is not in this project"):
            ask(orphan)
    assert not compare.is_swiping() and not compare.is_flipping()


def test_a_difference_in_the_background(compare: Compare, family: Family, tmp_path: Path) -> None:
    project = QgsProject.instance()
    added, failed = [], []
    compare.difference_added.connect(added.append)
    compare.failed.connect(failed.append)
    compare.difference(family)
    compare.difference(family)  # is under way
    assert qgis_session.spin_until(lambda: added or failed, 30) and not failed
    assert qgis_session.spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 10)
    (layer,) = added
    assert layer.source() == str(tmp_path / "result.difference.tif")
    expected = np.abs(compared.before_pixels(family.result).astype(int) - compared.before_pixels(family.before)).max(
        axis=-1
    )
    assert (gdal.Open(layer.source()).ReadAsArray() == expected).all()
    node = project.layerTreeRoot().findLayer(layer.id())
    node.setItemVisibilityChecked(False)
    compare.difference(family)
    assert added == [layer, layer] and node.isVisible(), "there already: it is shown"


def test_a_difference_that_fails(compare: Compare, family: Family, tmp_path: Path) -> None:
    added, failed = [], []
    compare.difference_added.connect(added.append)
    compare.failed.connect(failed.append)
    (tmp_path / "result.difference.tif").mkdir()
    compare.difference(family)
    assert qgis_session.spin_until(lambda: added or failed, 30)
    assert not added and isinstance(failed[0], ForeshockError)
    assert not [each for each in os.listdir(tmp_path) if "partial" in each]


def test_a_result_that_goes_while_its_difference_is_computed(compare: Compare, family: Family) -> None:
    added, failed = [], []
    compare.difference_added.connect(added.append)
    compare.failed.connect(failed.append)
    compare.difference(family)
    QgsProject.instance().removeMapLayer(family.result.id())
    assert qgis_session.spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 30)
    qgis_session.spin_until(lambda: False, 0.1)
    assert not added and not failed


def test_closed_while_a_difference_is_computed(iface: FakeIface, family: Family) -> None:
    compare = Compare(iface, QgsProject.instance())
    added = []
    compare.difference_added.connect(added.append)
    compare.difference(family)
    compare.close()
    compare.deleteLater()
    assert qgis_session.spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 30)
    qgis_session.spin_until(lambda: False, 0.1)
    assert not added


def test_a_layout_is_opened(iface: FakeIface, compare: Compare, family: Family) -> None:
    compare.layout(family)
    compare.layout(family)
    first, second = iface.opened_layouts
    assert first == f"{family.result.name()}: before and after" and second == f"{first} (2)"
    assert {each.name() for each in QgsProject.instance().layoutManager().printLayouts()} == {first, second}
