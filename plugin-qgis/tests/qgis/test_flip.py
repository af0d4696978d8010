"""Results in time, and the temporal controller of QGIS that flips between before and after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Iterator, List, Tuple

import canvas as shown
import compared
import finished
import numpy as np
import pytest
import qgis_session
import scenes
from fake_iface import FakeIface
from foreshock.compat import TIME_STEPS
from foreshock.core.errors import ForeshockError
from foreshock.gui.flip import Flip, FrameLabel
from foreshock.imagery.difference import pair, write_difference
from foreshock.layers.difference_layer import add_difference
from foreshock.layers.family import Family
from foreshock.layers.temporal import time_of
from foreshock.processing import loading
from qgis.core import (
    QgsDateTimeRange,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsTemporalNavigationObject,
)
from qgis.gui import QgsMapCanvas, QgsTemporalControllerWidget
from qgis.PyQt.QtCore import QDateTime, QSize, Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QDockWidget


@pytest.fixture
def panel(iface: FakeIface) -> Iterator[QDockWidget]:
    """QGIS's own controls of time, in a panel that is closed, as the program has them."""
    panel = QDockWidget("Temporal Controller", iface.mainWindow())
    panel.setObjectName("Temporal Controller")
    widget = QgsTemporalControllerWidget(panel)
    panel.setWidget(widget)
    iface.mapCanvas().setTemporalController(widget.temporalController())
    panel.close()
    yield panel


def utc(text: str) -> QDateTime:
    return QDateTime.fromString(text, Qt.DateFormat.ISODate)


def hour(number: int) -> QgsDateTimeRange:
    """An hour of the day of the requests."""
    return QgsDateTimeRange(
        utc(f"2026-05-04T{number:02}:00:00Z"), utc(f"2026-05-04T{number + 1:02}:00:00Z"), True, False
    )


def within(number: int) -> QgsDateTimeRange:
    """The time of a layer that is shown in that hour."""
    return QgsDateTimeRange(hour(number).begin().addSecs(1), hour(number).end().addSecs(-1))


def rendered(layers: list, when: QgsDateTimeRange) -> np.ndarray:
    """What QGIS draws of layers at a time: the scene, px on px."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(layers[0].extent())
    settings.setOutputSize(QSize(compared.WIDTH, compared.HEIGHT))
    settings.setIsTemporal(True)
    settings.setTemporalRange(when)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    return np.frombuffer(data, dtype=np.uint8).reshape(image.height(), -1, 4)[..., 2::-1].astype(int).copy()


def middle(picture: np.ndarray) -> tuple:
    return tuple(picture[compared.DISC[1], compared.DISC[0]])


def test_a_result_has_its_hour(iface: FakeIface, tmp_path: Path) -> None:
    """13:37 is 13 to 14 o'clock UTC; the footprint with it; the user's own layer has no time."""
    source = compared.source(tmp_path)
    family = compared.result(tmp_path, source)
    for layer in (family.result, family.footprint):
        assert time_of(layer) == within(13), layer.name()
    assert not source.temporalProperties().isActive()
    samples = compared.before_pixels(source).astype(int)
    layers = [family.result, source]
    assert middle(rendered(layers, hour(13))) == compared.RED
    assert (rendered(layers, hour(12)) == samples).all(), "hidden before"
    assert (rendered(layers, hour(14)) == samples).all(), "and afterwards"


def test_a_series_is_a_stack_in_time(iface: FakeIface, tmp_path: Path) -> None:
    source = compared.source(tmp_path)
    families = compared.series(tmp_path, source)
    layers = [*(each.result for each in reversed(families)), source]
    assert [time_of(each.result) for each in families] == [within(13), within(14), within(15)]
    found = [middle(rendered(layers, hour(number))) for number in range(12, 17)]
    plain = tuple(compared.before_pixels(source)[compared.DISC[1], compared.DISC[0]])
    assert found == [plain, compared.RED, compared.GREEN, compared.BLUE, plain]


def test_a_saved_project_keeps_the_time(iface: FakeIface, tmp_path: Path) -> None:
    project = QgsProject.instance()
    family = compared.result(tmp_path, compared.source(tmp_path))
    ids = [family.result.id(), family.footprint.id()]
    del family
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    assert [time_of(project.mapLayer(each)) for each in ids] == [within(13)] * 2


def test_what_processing_loads_has_its_hour(iface: FakeIface, tmp_path: Path) -> None:
    source = compared.source(tmp_path)
    request = replace(finished.request_of(source, tmp_path / "out.tif"), created=compared.CREATED)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    loading.load(context, request, source.source())
    (details,) = context.layersToLoadOnCompletion().values()
    layer = QgsRasterLayer(source.source(), "loaded", "gdal")
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    assert time_of(layer) == within(13)


# The temporal controller --------------------------------------------------------------------------------------------


def begin(iface: FakeIface, family: Family) -> Flip:
    canvas = iface.mapCanvas()
    shown.look(canvas, layers(), "EPSG:32633", family.result.extent())
    flip = Flip(iface.mainWindow(), canvas, QgsProject.instance(), family, iface.mainWindow())
    settle(canvas)
    return flip


def layers() -> list:
    root = QgsProject.instance().layerTreeRoot()
    return [each for each in root.layerOrder() if root.findLayer(each.id()).isVisible()]


def settle(canvas: QgsMapCanvas) -> None:
    """The canvas follows the layer panel, as QGIS's does, and is drawn."""
    drawn: List[bool] = []
    canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
    canvas.setLayers(layers())
    canvas.refresh()
    assert qgis_session.spin_until(lambda: drawn and not canvas.isDrawing(), 30)


def seen(canvas: QgsMapCanvas) -> Tuple[int, ...]:
    """What the canvas shows at a place inside the disc, clear of labels."""
    settle(canvas)
    x0, _, _, y0, _, _ = scenes.UTM
    x, y = shown.pixel(canvas, x0 + (compared.DISC[0] + 0.5) / 2, y0 - (compared.DISC[1] + 0.5) / 2)
    return tuple(int(each) for each in shown.grab(canvas)[y, x])


def labels(canvas: QgsMapCanvas) -> List[str]:
    return [item.text() for item in canvas.scene().items() if isinstance(item, FrameLabel)]


def click(panel: QDockWidget, name: str) -> None:
    panel.findChild(QAbstractButton, name).click()


def test_one_click_flips(iface: FakeIface, panel: QDockWidget, tmp_path: Path) -> None:
    """By the buttons of QGIS's own panel; then everything is as it was."""
    canvas = iface.mapCanvas()
    source = compared.source(tmp_path)
    family = compared.result(tmp_path, source)
    controller = canvas.temporalController()
    extents = QgsDateTimeRange(utc("2020-01-01T00:00:00Z"), utc("2020-01-02T00:00:00Z"))
    controller.setTemporalExtents(extents)
    mode, duration = controller.navigationMode(), controller.frameDuration().seconds()
    flip = begin(iface, family)
    assert panel.isVisible() and flip.has_panel() and controller.navigationMode() == TIME_STEPS
    plain = tuple(compared.before_pixels(source)[compared.DISC[1], compared.DISC[0]])
    assert controller.totalFrameCount() == 2 and labels(canvas) == ["before"] == [flip.words()]
    assert np.abs(np.array(seen(canvas)) - plain).max() <= 6
    click(panel, "mNextButton")
    assert labels(canvas) == ["SIMULATED"] and np.abs(np.array(seen(canvas)) - compared.RED).max() <= 2
    click(panel, "mPreviousButton")
    assert labels(canvas) == ["before"] and np.abs(np.array(seen(canvas)) - plain).max() <= 6
    flip.stop()
    assert labels(canvas) == [] and not panel.isVisible() and controller.navigationMode() == mode
    assert controller.temporalExtents() == extents and controller.frameDuration().seconds() == duration
    assert np.abs(np.array(seen(canvas)) - compared.RED).max() <= 2


def test_steps_through_a_series(iface: FakeIface, panel: QDockWidget, tmp_path: Path) -> None:
    canvas = iface.mapCanvas()
    source = compared.source(tmp_path)
    families = compared.series(tmp_path, source)
    flip = begin(iface, families[1])
    found = []
    for _ in range(3):
        click(panel, "mNextButton")
        found.append((labels(canvas)[0], seen(canvas)))
    colors = (compared.RED, compared.GREEN, compared.BLUE)
    words = [f"{each} — SIMULATED" for each in ("mild", "moderate", "severe")]
    assert [each for each, _ in found] == words
    assert np.abs(np.array([each for _, each in found]) - np.array(colors)).max() <= 2
    click(panel, "mNextButton")
    assert labels(canvas) == [words[2]], "the last stays"
    assert all(flip.covers(each.result) for each in families)
    flip.stop()


def test_other_outcomes_do_not_hide_it(iface: FakeIface, panel: QDockWidget, tmp_path: Path) -> None:
    """Two simulations of one place in one hour; the earlier one, switched off, is flipped."""
    canvas, root = iface.mapCanvas(), QgsProject.instance().layerTreeRoot()
    source = compared.source(tmp_path)
    first = compared.result(tmp_path, source, name="first")
    second = compared.result(
        tmp_path, source, compared.GREEN, name="second", created=compared.CREATED + timedelta(minutes=5)
    )
    root.findLayer(first.result.id()).setItemVisibilityChecked(False)
    flip = begin(iface, first)
    click(panel, "mNextButton")
    assert np.abs(np.array(seen(canvas)) - compared.RED).max() <= 2
    assert not root.findLayer(second.result.id()).isVisible()
    flip.stop()
    assert root.findLayer(second.result.id()).isVisible()


def test_a_difference_does_not_hide_it(iface: FakeIface, panel: QDockWidget, tmp_path: Path) -> None:
    canvas, root = iface.mapCanvas(), QgsProject.instance().layerTreeRoot()
    family = compared.result(tmp_path, compared.source(tmp_path))
    made = write_difference(pair(family.before, family.result), str(tmp_path / "d.tif"), lambda share: True)
    layer = add_difference(QgsProject.instance(), family, made)
    flip = begin(iface, family)
    click(panel, "mNextButton")
    assert np.abs(np.array(seen(canvas)) - compared.RED).max() <= 2
    flip.stop()
    assert root.findLayer(layer.id()).isVisible()


def test_the_user_ends_it_by_the_panel(iface: FakeIface, panel: QDockWidget, tmp_path: Path) -> None:
    canvas = iface.mapCanvas()
    flip = begin(iface, compared.result(tmp_path, compared.source(tmp_path)))
    ended = []
    flip.ended.connect(lambda: ended.append(True))
    click(panel, "mNavigationOff")
    assert ended == [True] and labels(canvas) == [] and panel.isVisible()
    flip.stop()
    assert ended == [True]


def test_it_ends_when_the_layer_goes(iface: FakeIface, panel: QDockWidget, tmp_path: Path) -> None:
    canvas = iface.mapCanvas()
    family = compared.result(tmp_path, compared.source(tmp_path))
    flip = begin(iface, family)
    QgsProject.instance().removeMapLayer(family.result.id())
    assert labels(canvas) == [] and canvas.temporalController().navigationMode() != TIME_STEPS and flip.words() == ""


def test_without_the_panel(iface: FakeIface, tmp_path: Path) -> None:
    """A QGIS that calls it otherwise: the controller works all the same."""
    canvas = iface.mapCanvas()
    family = compared.result(tmp_path, compared.source(tmp_path))
    with pytest.raises(ForeshockError, match="no temporal controller"):
        begin(iface, family)
    assert labels(canvas) == []
    controller = QgsTemporalNavigationObject(canvas)
    canvas.setTemporalController(controller)
    flip = begin(iface, family)
    assert not flip.has_panel()
    controller.next()
    assert labels(canvas) == ["SIMULATED"]
    flip.stop()


def test_a_result_without_time(iface: FakeIface, panel: QDockWidget, tmp_path: Path) -> None:
    family = compared.result(tmp_path, compared.source(tmp_path))
    family.result.temporalProperties().setIsActive(False)
    with pytest.raises(ForeshockError, match="has no time"):
        begin(iface, family)


def test_a_window_that_goes_first(qgis_app: object, tmp_path: Path) -> None:
    fake = FakeIface()
    fake.mapCanvas().setTemporalController(QgsTemporalNavigationObject(fake.mapCanvas()))
    family = compared.result(tmp_path, compared.source(tmp_path))
    from qgis.PyQt.QtCore import QObject

    parent = QObject()
    shown.look(fake.mapCanvas(), layers(), "EPSG:32633", family.result.extent())
    flip = Flip(fake.mainWindow(), fake.mapCanvas(), QgsProject.instance(), family, parent)
    del family
    fake.close()
    qgis_session.tidy()
    flip.stop()
