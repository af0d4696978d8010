"""The panel that chooses the area, on a real canvas with real layers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Iterator, List

import pytest
import qgis_session
import scenes
from fake_iface import FakeIface
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Geotransform, Window
from foreshock.gui.area_panel import AreaPanel
from foreshock.imagery.inspect import inspect
from foreshock.imagery.mask import rasterise
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox, QgsMapToolPan, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QCheckBox, QLabel, QRadioButton

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def layer(iface: FakeIface, tmp_path: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif")), "scene", "gdal")
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def canvas(iface: FakeIface, layer: QgsRasterLayer) -> QgsMapCanvas:
    canvas = iface.mapCanvas()
    iface.mainWindow().setCentralWidget(canvas)
    iface.mainWindow().resize(420, 420)
    iface.mainWindow().show()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    canvas.setExtent(layer.extent())
    qgis_session.spin_until(lambda: canvas.viewport().width() > 300, 5)
    return canvas


@pytest.fixture
def panel(canvas: QgsMapCanvas, layer: QgsRasterLayer) -> Iterator[AreaPanel]:
    panel = AreaPanel(canvas, QgsProject.instance())
    panel.set_source(inspect(layer), layer)
    yield panel
    panel.deleteLater()


def zones(*boxes: QgsRectangle, epsg: int = 32633) -> QgsVectorLayer:
    """Rectangles as a polygon layer of the project."""
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:{epsg}", "zones", "memory")
    features: List[QgsFeature] = []
    for box in boxes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(box))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def box(left: int, top: int, right: int, bottom: int) -> QgsRectangle:
    """A rectangle on the ground, given in px of the scene."""
    transform = Geotransform(scenes.UTM)
    return QgsRectangle(QgsPointXY(*transform.apply(left, top)), QgsPointXY(*transform.apply(right, bottom)))


def choose(panel: AreaPanel, name: str) -> None:
    panel.findChild(QRadioButton, name).setChecked(True)


def use_mask(panel: AreaPanel, layer: QgsVectorLayer) -> None:
    panel.findChild(QgsMapLayerComboBox, "maskLayer").setLayer(layer)
    panel.findChild(QCheckBox, "useMask").setChecked(True)


def drag(panel: AreaPanel, canvas: QgsMapCanvas, start: QPoint, end: QPoint) -> None:
    """Draws a rectangle."""
    panel.findChild(QAbstractButton, "drawRectangle").click()
    QTest.mousePress(canvas.viewport(), LEFT, PLAIN, start)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), LEFT, PLAIN, end)


def bands(canvas: QgsMapCanvas) -> List[QgsRubberBand]:
    return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]


def test_visible_and_whole(panel: AreaPanel, canvas: QgsMapCanvas) -> None:
    canvas.setExtent(box(100, 100, 150, 150))
    chosen = panel.area()
    assert chosen.mask_wkt is None and 45 <= chosen.window.height <= 60
    choose(panel, "whole")
    assert panel.area().window == Window(0, 0, 420, 300)


def test_moving_the_map_is_heard_once_it_rests(panel: AreaPanel, canvas: QgsMapCanvas) -> None:
    heard: List[bool] = []
    panel.changed.connect(lambda: heard.append(True))
    for step in range(5):
        canvas.setExtent(box(step, 0, 200 + step, 200))
    assert heard == []
    assert qgis_session.spin_until(lambda: heard, 5)
    choose(panel, "whole")
    heard.clear()
    canvas.setExtent(box(50, 50, 100, 100))
    qgis_session.spin_until(lambda: heard, 0.5)
    assert heard == [], "the whole layer is the same wherever the map is"


def test_drawing(panel: AreaPanel, canvas: QgsMapCanvas) -> None:
    choose(panel, "drawn")
    with pytest.raises(ForeshockError, match="Nothing is drawn"):
        panel.area()
    choose(panel, "visible")
    order: List[str] = []
    panel.drawing_began.connect(lambda: order.append("began"))
    panel.drawing_ended.connect(lambda: order.append("ended"))
    panel.changed.connect(lambda: order.append("changed"))
    tool = QgsMapToolPan(canvas)
    canvas.setMapTool(tool)
    start, end = QPoint(100, 120), QPoint(200, 180)
    drag(panel, canvas, start, end)
    assert order == ["began", "changed", "ended"] and canvas.mapTool() is tool
    assert panel.findChild(QRadioButton, "drawn").isChecked()
    there = canvas.getCoordinateTransform()
    ground = QgsRectangle(there.toMapCoordinates(start), there.toMapCoordinates(end))
    transform, chosen = Geotransform(scenes.UTM), panel.area()
    left, top = transform.invert(ground.xMinimum(), ground.yMaximum())
    right, bottom = transform.invert(ground.xMaximum(), ground.yMinimum())
    assert chosen.mask_wkt is None
    assert chosen.window == Window(int(left), int(top), int(right) - int(left) + 1, int(bottom) - int(top) + 1)

    # The outline stays, also when the map moves or changes its CRS, and goes while something else is chosen.
    (band,) = bands(canvas)
    assert band.asGeometry().boundingBox().toString(3) == ground.toString(3)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    assert 14 < bands(canvas)[0].asGeometry().boundingBox().center().x() < 16
    choose(panel, "whole")
    assert bands(canvas) == []
    choose(panel, "drawn")
    assert len(bands(canvas)) == 1 and panel.area() == chosen


def test_drawing_in_another_crs(panel: AreaPanel, canvas: QgsMapCanvas) -> None:
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2263"))
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:32633"), canvas.mapSettings().destinationCrs(), QgsProject.instance()
    )
    canvas.setExtent(there.transformBoundingBox(box(0, 0, 420, 300)))
    drag(panel, canvas, QPoint(150, 150), QPoint(250, 250))
    chosen = panel.area()
    # New York's grid is turned by a third of a circle in Europe.
    inside = rasterise(chosen.mask_wkt, Geotransform(scenes.UTM), chosen.window)
    assert 0.2 < inside.mean() < 0.9 and inside.any(axis=0)[1:-1].all() and inside.any(axis=1)[1:-1].all()


def test_an_abandoned_drawing_changes_nothing(panel: AreaPanel, canvas: QgsMapCanvas) -> None:
    ended: List[bool] = []
    panel.drawing_ended.connect(lambda: ended.append(True))
    hints: List[str] = []
    panel.drawing_began.connect(lambda: hints.append(panel.drawing_hint()))
    panel.findChild(QAbstractButton, "drawPolygon").click()
    assert "right click" in hints[0] and "Esc" in hints[0]
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert panel.drawing_hint() == "" and ended == [True] and panel.findChild(QRadioButton, "visible").isChecked()
    drag(panel, canvas, QPoint(100, 120), QPoint(200, 180))
    assert ended == [True, True] and panel.findChild(QRadioButton, "drawn").isChecked()


@pytest.mark.parametrize("drawing", [False, True])
def test_nothing_stays_behind(canvas: QgsMapCanvas, layer: QgsRasterLayer, drawing: bool) -> None:
    panel = AreaPanel(canvas, QgsProject.instance())
    panel.set_source(inspect(layer), layer)
    tool = QgsMapToolPan(canvas)
    canvas.setMapTool(tool)
    drag(panel, canvas, QPoint(100, 120), QPoint(200, 180))
    assert len(bands(canvas)) == 1
    if drawing:
        panel.findChild(QAbstractButton, "drawPolygon").click()
        QTest.mouseClick(canvas.viewport(), LEFT, PLAIN, QPoint(100, 100))
        assert canvas.mapTool() is not tool
    panel.deleteLater()
    qgis_session.spin_until(lambda: bands(canvas) == [] and canvas.mapTool() is tool, 5)
    assert bands(canvas) == [] and canvas.mapTool() is tool
    canvas.setExtent(box(10, 10, 50, 50))


def test_selected_features(panel: AreaPanel) -> None:
    radio = panel.findChild(QRadioButton, "features")
    assert radio.isHidden() and panel.findChild(QCheckBox, "useMask").isHidden(), "there is nothing to choose"
    layer = zones(box(10, 20, 50, 60), box(100, 100, 180, 150))
    assert radio.isEnabled()
    choose(panel, "features")
    with pytest.raises(ForeshockError, match="Nothing is selected in “zones”"):
        panel.area()
    heard: List[bool] = []
    panel.changed.connect(lambda: heard.append(True))
    layer.selectByIds([2])
    assert qgis_session.spin_until(lambda: heard, 5)
    assert panel.findChild(QLabel, "featuresCount").text() == "1 of 2 feature(s) selected"
    chosen = panel.area()
    assert chosen.window == Window(100, 100, 80, 50)
    assert rasterise(chosen.mask_wkt, Geotransform(scenes.UTM), chosen.window).all()
    layer.selectAll()
    assert panel.area().window == Window(10, 20, 170, 130)


def test_an_edit_is_seen(panel: AreaPanel) -> None:
    layer = zones(box(10, 20, 50, 60))
    choose(panel, "features")
    layer.selectAll()
    assert panel.area().window == Window(10, 20, 40, 40)
    layer.startEditing()
    layer.changeGeometry(1, QgsGeometry.fromRect(box(10, 20, 90, 60)))
    assert panel.area().window == Window(10, 20, 80, 40)
    layer.rollBack()
    layer.selectAll()
    assert panel.area().window == Window(10, 20, 40, 40)


def test_a_mask_over_any_choice(panel: AreaPanel, canvas: QgsMapCanvas) -> None:
    layer = zones(box(10, 20, 50, 60), box(100, 100, 180, 150), box(900, 900, 950, 950))
    use_mask(panel, layer)
    choose(panel, "whole")
    assert panel.area().window == Window(10, 20, 170, 130)
    assert rasterise(panel.area().mask_wkt, Geotransform(scenes.UTM), Window(0, 0, 420, 300)).sum() == 1600 + 4000
    # A selection narrows it.
    layer.selectByIds([1])
    assert panel.area().window == Window(10, 20, 40, 40)
    layer.removeSelection()
    choose(panel, "visible")
    canvas.setExtent(box(120, 110, 160, 140))
    seen = panel.area()
    assert seen.window.col >= 100 and seen.window.col + seen.window.width <= 180 and seen.mask_wkt is not None
    canvas.setExtent(box(300, 200, 320, 220))
    with pytest.raises(ForeshockError, match="does not overlap"):
        panel.area()


def test_a_layer_that_goes(panel: AreaPanel) -> None:
    layer = zones(box(10, 20, 50, 60))
    use_mask(panel, layer)
    choose(panel, "whole")
    assert panel.area().mask_wkt is not None
    QgsProject.instance().removeMapLayer(layer)
    del layer
    qgis_session.spin_until(lambda: False, 0.1)
    with pytest.raises(ForeshockError, match="No polygon layer") as caught:
        panel.area()
    assert "Change only inside" in caught.value.hint


def test_a_whole_tile_matrix_is_refused(panel: AreaPanel, layer: QgsRasterLayer) -> None:
    choose(panel, "whole")
    panel.set_source(replace(inspect(layer), width=2**26, height=2**26), layer)
    with pytest.raises(ForeshockError, match="more than can be simulated") as caught:
        panel.area()
    assert "draw an area" in caught.value.hint


def test_choices_are_remembered(panel: AreaPanel, canvas: QgsMapCanvas, layer: QgsRasterLayer, tmp_path: Path) -> None:
    mask = zones(box(10, 20, 300, 250))
    zones(box(0, 0, 5, 5))
    use_mask(panel, mask)
    drag(panel, canvas, QPoint(100, 120), QPoint(200, 180))
    state, chosen = panel.state(), panel.area()
    assert all(isinstance(value, str) for value in state.values())

    again = AreaPanel(canvas, QgsProject.instance())
    again.set_source(inspect(layer), layer)
    again.restore(state)
    assert again.area() == chosen and again.state() == state

    # Elsewhere, what was drawn is nowhere on the layer: back to what is visible.
    far = (600_000.0, 0.5, 0.0, 5_000_000.0, 0.0, -0.5)
    other = QgsRasterLayer(str(scenes.rgb(tmp_path / "far.tif", geotransform=far)), "far", "gdal")
    again = AreaPanel(canvas, QgsProject.instance())
    again.set_source(inspect(other), other)
    again.restore(state)
    assert again.findChild(QRadioButton, "visible").isChecked()
    again.restore({"area": "nonsense", "maskLayer": "gone", "useMask": "true", "drawn": "POLYGON((", "drawnCrs": "?"})
    assert again.findChild(QRadioButton, "visible").isChecked()


def test_long_words_fit(panel: AreaPanel) -> None:
    """German; the window is 560 px wide, a third of it labels."""
    zones(box(10, 20, 300, 250)).setName("Überschwemmungsgebiete_HQ100_Landesamt_2024_endgültig")
    for name, text in (
        ("visible", "Auf der Karte sichtbarer Ausschnitt"),
        ("drawn", "Auf der Karte gezeichnete Fläche"),
        ("features", "Ausgewählte Objekte des Layers"),
        ("useMask", "Veränderungen nur innerhalb von"),
    ):
        panel.findChild(QAbstractButton, name).setText(text)
    assert panel.minimumSizeHint().width() <= 450


def test_the_buttons_have_pictures(panel: AreaPanel) -> None:
    for name in ("drawRectangle", "drawPolygon", "drawFreehand"):
        button = panel.findChild(QAbstractButton, name)
        assert not button.icon().pixmap(24).isNull() and button.toolTip() and button.accessibleName()
