"""Whatever shows a simulated layer says so, and nothing of it stays behind."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, List

import canvas as shown
import numpy as np
import pytest
import qgis_session
import scenes
from fake_iface import FakeIface
from foreshock.layers.badge import Badges
from foreshock.layers.badge_item import BadgeItem, badge_size, paint_badge
from foreshock.layers.marks import SIMULATED
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QDateTime, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QImage, QPainter

#: Dark red, as of :data:`foreshock.layers.badge_item.PLATE`.
RED = np.array([139, 15, 30])


def add_scene(path: Path, marked: bool = True, **options: object) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(scenes.rgb(path, height=200, width=200, **options)), path.stem, "gdal")
    assert layer.isValid()
    if marked:
        layer.setCustomProperty(SIMULATED, True)
    QgsProject.instance().addMapLayer(layer)
    return layer


def settle() -> None:
    qgis_session.spin_until(lambda: False, 0.05)


@pytest.fixture
def bridge(iface: FakeIface) -> Iterator[None]:
    """The canvas shows what the layer panel says, as in QGIS."""
    canvas = iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    made = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), canvas)
    made.setAutoSetupOnFirstLayer(False)
    iface.mainWindow().show()
    yield
    made.deleteLater()


@pytest.fixture
def badges(iface: FakeIface, bridge: None) -> Iterator[Badges]:
    made = Badges(iface, QgsProject.instance())
    yield made
    made.close()


def items_of(canvas: QgsMapCanvas) -> List[BadgeItem]:
    return [each for each in canvas.scene().items() if isinstance(each, BadgeItem)]


def item_of(iface: FakeIface) -> BadgeItem:
    (item,) = items_of(iface.mapCanvas())
    return item


def red(picture: np.ndarray) -> np.ndarray:
    """Where a picture has the plate's colour."""
    return np.abs(picture.astype(int) - RED).max(axis=-1) <= 3


def test_a_simulated_layer_is_badged_where_it_begins(iface: FakeIface, badges: Badges, tmp_path: Path) -> None:
    layer = add_scene(tmp_path / "simulated.tif")
    canvas = iface.mapCanvas()
    extent = QgsRectangle(layer.extent())
    extent.scale(2.0)
    shown.look(canvas, [layer], "EPSG:32633", extent)
    picture = shown.grab(canvas)
    ys, xs = np.nonzero(red(picture))
    assert xs.size > 300, "the plate is there"
    col, row = shown.pixel(canvas, layer.extent().xMinimum(), layer.extent().yMaximum())
    assert col > 80 and row > 80
    assert 0 <= xs.min() - col < 12 and 0 <= ys.min() - row < 12
    size = badge_size("SIMULATED")
    assert xs.max() - col < size.width() + 12 and ys.max() - row < size.height() + 12
    inside = picture[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    assert (inside.min(axis=-1) > 200).sum() > 60, "white words on it"


def test_a_message_does_not_cover_it(iface: FakeIface, badges: Badges, tmp_path: Path) -> None:
    layer = add_scene(tmp_path / "simulated.tif")
    canvas, bar, item = iface.mapCanvas(), iface.messageBar(), item_of(iface)
    # As QGIS has it: over the upper edge of the canvas.
    bar.setGeometry(canvas.x(), canvas.y(), canvas.width(), 40)
    extent = QgsRectangle(layer.extent())
    extent.scale(0.5)
    shown.look(canvas, [layer], "EPSG:32633", extent)
    (at_rest,) = item.places()
    assert at_rest.top() < 12
    bar.pushMessage("Added", "a result", Qgis.MessageLevel.Success, 0)
    assert qgis_session.spin_until(lambda: item.places()[0].top() >= bar.height() > 20, 5), item.places()
    bar.clearWidgets()
    assert qgis_session.spin_until(lambda: item.places() == [at_rest], 5), item.places()


def test_it_follows_the_view_the_panel_and_the_coordinate_system(
    iface: FakeIface, badges: Badges, tmp_path: Path
) -> None:
    layer = add_scene(tmp_path / "simulated.tif")
    canvas, item = iface.mapCanvas(), item_of(iface)
    settle()
    shown.look(canvas, canvas.layers(), "EPSG:32633", layer.extent())
    box = layer.extent()
    # Zoomed in, the layer covers the view: the badge is in its corner.
    canvas.setExtent(QgsRectangle(box.xMinimum() + 30, box.yMinimum() + 30, box.xMinimum() + 40, box.yMinimum() + 40))
    (place,) = item.places()
    assert 0 < place.left() < 12 and 0 < place.top() < 12
    # Only the layer's last px can be seen, at the lower right: the badge is whole.
    canvas.setExtent(QgsRectangle(box.xMinimum() - 99, box.yMaximum() - 1, box.xMinimum() + 1, box.yMaximum() + 99))
    (place,) = item.places()
    assert QRectF(canvas.viewport().rect()).contains(place) and place.left() > 250 and place.top() > 250
    canvas.setExtent(QgsRectangle(box.xMinimum() + 5000, box.yMinimum(), box.xMinimum() + 5100, box.yMaximum()))
    assert item.places() == []
    # In degrees.
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(14.99, 45.14, 15.01, 45.16))
    (place,) = item.places()
    x, y = 15.000003817, 45.15334
    col, row = shown.pixel(canvas, x, y)
    assert 0 < place.left() - col < 12 and 0 < place.top() - row < 12
    # Off and on in the panel.
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    node.setItemVisibilityChecked(False)
    assert qgis_session.spin_until(lambda: item.places() == [], 5)
    node.setItemVisibilityChecked(True)
    assert qgis_session.spin_until(lambda: len(item.places()) == 1, 5)
    layer.setScaleBasedVisibility(True)
    layer.setMinimumScale(10.0)
    canvas.setExtent(QgsRectangle(14.9, 45.1, 15.1, 45.2))
    assert item.places() == [], "not drawn at this scale"
    layer.setScaleBasedVisibility(False)
    QgsProject.instance().removeMapLayer(layer)
    assert qgis_session.spin_until(lambda: item.places() == [], 5)


def test_none_while_the_canvas_shows_another_time(iface: FakeIface, badges: Badges, tmp_path: Path) -> None:
    """What the temporal controller hides is no simulation that could be seen."""
    layer = add_scene(tmp_path / "simulated.tif")
    noon = QDateTime.fromString("2026-05-04T12:00:00Z", Qt.DateFormat.ISODate)
    times = layer.temporalProperties()
    times.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    times.setFixedTemporalRange(QgsDateTimeRange(noon, noon.addSecs(60)))
    times.setIsActive(True)
    canvas, item = iface.mapCanvas(), item_of(iface)
    settle()
    shown.look(canvas, canvas.layers(), "EPSG:32633", layer.extent())
    assert len(item.places()) == 1
    canvas.setTemporalRange(QgsDateTimeRange(noon.addSecs(120), noon.addSecs(180)))
    assert item.places() == []
    canvas.setTemporalRange(QgsDateTimeRange(noon.addSecs(-10), noon.addSecs(10)))
    assert len(item.places()) == 1
    canvas.setTemporalRange(QgsDateTimeRange(noon.addSecs(120), noon.addSecs(180)))
    times.setIsActive(False)
    item.updatePosition()
    assert len(item.places()) == 1, "a layer without time is always drawn"


def test_badges_do_not_pile_up(iface: FakeIface, badges: Badges, tmp_path: Path) -> None:
    one, _two = add_scene(tmp_path / "one.tif"), add_scene(tmp_path / "two.tif")
    x0, dx, _, y0, _, dy = scenes.UTM
    add_scene(tmp_path / "beside.tif", geotransform=(x0 + 150, dx, 0.0, y0, 0.0, dy))
    add_scene(tmp_path / "plain.tif", marked=False, geotransform=(x0, dx, 0.0, y0 - 150, 0.0, dy))
    outlines = QgsVectorLayer("Polygon?crs=EPSG:32633&field=area_m2:double", "change", "memory")
    outlines.setCustomProperty(SIMULATED, True)
    middle = one.extent().center()
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPointXY(middle).buffer(10.0, 8))
    outlines.dataProvider().addFeature(feature)
    outlines.updateExtents()
    QgsProject.instance().addMapLayer(outlines)
    canvas, item = iface.mapCanvas(), item_of(iface)
    settle()
    shown.look(canvas, canvas.layers(), "EPSG:32633", QgsRectangle(x0 - 10, y0 - 290, x0 + 290, y0 + 10))
    assert len(item.places()) == 2
    # The outlines alone are simulated, too.
    shown.look(canvas, [outlines], "EPSG:32633", QgsRectangle(x0 - 10, y0 - 290, x0 + 290, y0 + 10))
    assert len(item.places()) == 1


def test_the_panel_shows_the_sign(iface: FakeIface, badges: Badges, tmp_path: Path) -> None:
    project, view = QgsProject.instance(), iface.layerTreeView()
    plain, simulated = add_scene(tmp_path / "plain.tif", marked=False), add_scene(tmp_path / "simulated.tif")
    settle()
    root = project.layerTreeRoot()
    assert view.indicators(root.findLayer(plain.id())) == []
    (indicator,) = view.indicators(root.findLayer(simulated.id()))
    assert indicator.toolTip() == "Synthetic imagery: not an observation"
    picture = indicator.icon().pixmap(16, 16).toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(16) for y in range(16)}
    assert "#8b0f1e" in colors
    # Moved into a group, as by dragging: the panel makes a new entry and takes the old one away.
    old = root.findLayer(simulated.id())
    group = root.addGroup("elsewhere")
    group.addChildNode(old.clone())
    root.removeChildNode(old)
    settle()
    (node,) = group.findLayers()
    assert view.indicators(node) == [indicator]
    root.removeChildNode(group)
    settle()
    badges.refresh()


def test_projects_that_are_opened_later(iface: FakeIface, badges: Badges, tmp_path: Path) -> None:
    project, view = QgsProject.instance(), iface.layerTreeView()
    layer = add_scene(tmp_path / "simulated.tif")
    identity = layer.id()
    file = str(tmp_path / "project.qgz")
    assert project.write(file)
    for _ in range(2):
        project.clear()
        settle()
        assert item_of(iface).places() == []
        assert project.read(file)
        settle()
        node = project.layerTreeRoot().findLayer(identity)
        assert len(view.indicators(node)) == 1
        iface.mapCanvas().setExtent(node.layer().extent())
        assert qgis_session.spin_until(lambda: len(item_of(iface).places()) == 1, 5)


def test_closing_leaves_nothing(iface: FakeIface, bridge: None, tmp_path: Path) -> None:
    layer = add_scene(tmp_path / "simulated.tif")
    canvas, view, project = iface.mapCanvas(), iface.layerTreeView(), QgsProject.instance()
    items = len(canvas.scene().items())
    root = project.layerTreeRoot()
    emitters = (
        (root, root.addedChildren),
        (root, root.willRemoveChildren),
        (project, project.layersAdded),
        (project, project.readProject),
        (canvas, canvas.layersChanged),
        (canvas, canvas.extentsChanged),
        (canvas, canvas.destinationCrsChanged),
        (canvas, canvas.mapCanvasRefreshed),
    )
    before = [thing.receivers(signal) for thing, signal in emitters]
    for _ in range(2):
        badges = Badges(iface, project)
        settle()
        canvas.setExtent(layer.extent())
        assert len(canvas.scene().items()) == items + 1
        assert len(view.indicators(root.findLayer(layer.id()))) == 1
        assert [thing.receivers(signal) for thing, signal in emitters] != before
        badges.close()
        badges.close()
        badges.deleteLater()
        settle()
        assert len(canvas.scene().items()) == items
        assert view.indicators(root.findLayer(layer.id())) == []
        assert [thing.receivers(signal) for thing, signal in emitters] == before
    shown.look(canvas, [layer], "EPSG:32633", layer.extent())
    assert not red(shown.grab(canvas)).any()


def test_windows_that_go_first(qgis_app: object, tmp_path: Path) -> None:
    """As QGIS may end: the project outlives its windows."""
    fake = FakeIface()
    badges = Badges(fake, QgsProject.instance())
    layer = add_scene(tmp_path / "simulated.tif")
    shown.look(fake.mapCanvas(), [layer], "EPSG:32633", layer.extent())
    assert fake.layerTreeView().indicators(QgsProject.instance().layerTreeRoot().findLayer(layer.id()))
    del layer
    fake.close()
    qgis_session.tidy()
    add_scene(tmp_path / "later.tif")
    settle()
    badges.refresh()
    badges.close()
    qgis_session.tidy()


def test_other_map_views_are_badged(iface: FakeIface, badges: Badges, tmp_path: Path) -> None:
    layer = add_scene(tmp_path / "simulated.tif")
    main = iface.mapCanvas()
    shown.look(main, [layer], "EPSG:32633", layer.extent())
    for _ in range(2):
        other = QgsMapCanvas(iface.mainWindow())
        other.resize(300, 200)
        shown.look(other, [layer], "EPSG:32633", layer.extent())
        main.refresh()
        assert qgis_session.spin_until(lambda canvas=other: items_of(canvas), 10)
        (item,) = items_of(other)
        assert len(item.places()) == 1 and red(shown.grab(other)).sum() > 300
        # The view is closed again.
        sip.delete(other)
        del item
        main.refresh()
        settle()
        assert len(items_of(main)) == 1


def test_it_is_sharp_on_dense_screens(qgis_app: object) -> None:
    """Twice the px a side give finer letters, not larger px."""
    size = badge_size("SIMULATED")
    image = QImage(2 * int(size.width() + 8), 2 * int(size.height() + 8), QImage.Format.Format_RGBA8888)
    image.setDevicePixelRatio(2.0)
    image.fill(0)
    painter = QPainter(image)
    paint_badge(painter, QRectF(QPointF(4, 4), size), "SIMULATED")
    painter.end()
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    picture = np.frombuffer(data, dtype=np.uint8).reshape(image.height(), image.width(), 4)[..., :3]
    assert red(picture).sum() > 1000
    blocks = picture[: picture.shape[0] // 2 * 2, : picture.shape[1] // 2 * 2]
    doubled = blocks[::2, ::2].repeat(2, axis=0).repeat(2, axis=1)
    assert (np.abs(blocks.astype(int) - doubled).max(axis=-1) > 60).sum() > 50
