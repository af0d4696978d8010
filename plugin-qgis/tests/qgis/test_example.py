"""Before/after pairs: one small grid for both halves, whatever rasters they come from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Callable, Iterator, List, Optional, Sequence, Tuple

import numpy as np
import pytest
import qgis_session
import scenes
from foreshock.core import png
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Geotransform, Window
from foreshock.core.limits import MAX_EXAMPLE_SIDE
from foreshock.core.messages import Example
from foreshock.core.request import Drawing, ExampleSource, NodataRange, RasterSource
from foreshock.gui.example_panel import ExamplePanel
from foreshock.imagery.example import read_example
from foreshock.imagery.inspect import inspect
from foreshock.imagery.raster import RasterReader
from map_server import MapServer
from osgeo import gdal, osr
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsTask
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QLabel


@pytest.fixture(autouse=True)
def tidy(qgis_app: object) -> Iterator[None]:
    yield
    qgis_session.tidy()


def layer_of(path: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(path), path.stem, "gdal")
    assert layer.isValid()
    return layer


def source_of(path: Path) -> RasterSource:
    return inspect(layer_of(path))


def panel_with(before: Optional[QgsRasterLayer], after: Optional[QgsRasterLayer]) -> ExamplePanel:
    """A panel in which two layers of the project are chosen."""
    for layer in (before, after):
        if layer is not None:
            QgsProject.instance().addMapLayer(layer)
    panel = ExamplePanel()
    panel.findChild(QgsMapLayerComboBox, "exampleBefore").setLayer(before)
    panel.findChild(QgsMapLayerComboBox, "exampleAfter").setLayer(after)
    return panel


def halves(example: Optional[Example]) -> Tuple[np.ndarray, np.ndarray]:
    """Both pictures, ``[h, w, 3]``."""
    assert example is not None
    before, after = png.decode(example.before), png.decode(example.after)
    assert before.shape == after.shape and before.shape[2] == 3
    assert all(side % 16 == 0 and 16 <= side <= MAX_EXAMPLE_SIDE for side in before.shape[:2])
    return before, after


def painted(
    path: Path,
    geotransform: Sequence[float],
    epsg: int,
    size: Tuple[int, int],
    colour: Callable[[np.ndarray, np.ndarray], np.ndarray],
    **options: object,
) -> Path:
    """A scene whose colours are a function of the ground: 0 to 255 over x, y of EPSG:32633 (metres)."""
    height, width = size
    transform = Geotransform(tuple(geotransform))
    here, there = osr.SpatialReference(scenes.wkt(epsg)), osr.SpatialReference(scenes.wkt(32633))
    for each in (here, there):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    middles = [transform.apply(col + 0.5, row + 0.5) for row in range(height) for col in range(width)]
    ground = np.array(osr.CoordinateTransformation(here, there).TransformPoints(middles))
    x, y = ground[:, 0].reshape(size), ground[:, 1].reshape(size)
    samples = np.stack([colour(x, y), colour(y, x), np.full(size, 40.0)])
    return scenes.write(path, samples.round().astype(np.uint8), geotransform=geotransform, epsg=epsg, **options)


def waves(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return 128 + 80 * np.sin(x / 9.0) * np.cos(y / 13.0)


def test_small_windows_are_taken_as_they_are(qgis_app: object, tmp_path: Path) -> None:
    before, after = (
        scenes.rgb(tmp_path / "before.tif"),
        scenes.write(tmp_path / "after.tif", np.full((3, 300, 420), 9, np.uint8)),
    )
    window = Window(33, 40, 160, 96)
    first, second = halves(read_example(ExampleSource(source_of(before), window, source_of(after), window)))
    truth = gdal.Open(str(before)).ReadAsArray(33, 40, 160, 96)
    assert np.array_equal(first, np.moveaxis(truth, 0, -1)) and (second == 9).all()
    # What does not fill a cell of 16 px is trimmed on both sides; nothing is resampled.
    odd = Window(33, 40, 171, 101)
    first, _ = halves(read_example(ExampleSource(source_of(before), odd, source_of(after), odd)))
    truth = gdal.Open(str(before)).ReadAsArray(33 + 5, 40 + 2, 160, 96)
    assert np.array_equal(first, np.moveaxis(truth, 0, -1))


def test_large_windows_are_averaged(qgis_app: object, tmp_path: Path) -> None:
    samples = np.random.default_rng(5).integers(0, 256, (3, 1024, 2048), dtype=np.uint8)
    path = scenes.write(tmp_path / "large.tif", samples)
    window = Window(0, 0, 2048, 1024)
    first, second = halves(read_example(ExampleSource(source_of(path), window, source_of(path), window)))
    assert first.shape == (256, 512, 3)
    means = samples.reshape(3, 256, 4, 512, 4).astype(float).mean(axis=(2, 4))
    assert np.abs(np.moveaxis(first, -1, 0) - means).max() <= 1
    assert np.array_equal(first, second)


def test_the_finer_layer_sets_the_size(qgis_app: object, tmp_path: Path) -> None:
    coarse = (scenes.UTM[0], 4.0, 0.0, scenes.UTM[3], 0.0, -4.0)
    before = source_of(painted(tmp_path / "coarse.tif", coarse, 32633, (40, 48), waves))
    after = source_of(painted(tmp_path / "fine.tif", scenes.UTM, 32633, (320, 384), waves))
    first, second = halves(read_example(ExampleSource(before, Window(0, 0, 48, 40), after, Window(0, 0, 384, 320))))
    assert first.shape == (320, 384, 3)
    assert np.array_equal(second, np.moveaxis(gdal.Open(after.path).ReadAsArray(), 0, -1))
    assert np.abs(first[16:-16, 16:-16].astype(float) - second[16:-16, 16:-16]).mean() < 4


@pytest.mark.parametrize("south_up", [False, True])
def test_sixteen_bit_is_stretched_by_what_is_seen(qgis_app: object, tmp_path: Path, south_up: bool) -> None:
    samples = (scenes.aerial(200, 240, 4) * 9000 + 500).astype(np.uint16)
    transform = (scenes.UTM[0], 0.5, 0.0, scenes.UTM[3] - 100.0, 0.0, 0.5) if south_up else scenes.UTM
    written = samples[:, ::-1] if south_up else samples
    source = replace(source_of(scenes.write(tmp_path / "deep.tif", written, geotransform=transform)), bands=(4, 1, 2))
    plain = source_of(scenes.rgb(tmp_path / "plain.tif", height=200, width=240))
    window = Window(0, 0, 240, 192)
    there = Window(0, 8, 240, 192) if south_up else window
    first, second = halves(read_example(ExampleSource(plain, window, source, there)))
    with RasterReader(source) as reader:
        stretch = reader.stretch(there)
    for channel, each in enumerate(stretch.bands):
        assert np.array_equal(second[..., channel], each.to_u8(samples[each.band - 1, :192]))
    assert first.shape == second.shape


@pytest.mark.parametrize("kind", ["nodata", "alpha", "mask", "user", "nan"])
def test_no_data_is_black_in_both(qgis_app: object, tmp_path: Path, kind: str) -> None:
    samples = (scenes.aerial(128, 128, 3) * 200 + 20).astype(np.uint8)
    hole = np.zeros((128, 128), dtype=bool)
    hole[:, :40] = True
    path = tmp_path / "hole.tif"
    if kind == "alpha":
        scenes.write(path, np.concatenate([samples, np.where(hole, 0, 255).astype(np.uint8)[None]]), alpha=True)
    elif kind == "mask":
        scenes.write(path, samples, internal_mask=np.where(hole, 0, 255).astype(np.uint8))
    elif kind == "nan":
        scenes.write(path, np.where(hole, np.nan, samples.astype(np.float32)).astype(np.float32))
    else:
        scenes.write(path, np.where(hole, 7, samples).astype(np.uint8), nodata=7 if kind == "nodata" else None)
    source = source_of(path)
    if kind == "user":
        source = replace(source, nodata=[NodataRange(1, 5.0, 8.0)])
    plain = source_of(scenes.rgb(tmp_path / "plain.tif", height=128, width=128))
    window = Window(0, 0, 128, 128)
    for example in (ExampleSource(source, window, plain, window), ExampleSource(plain, window, source, window)):
        for half in halves(read_example(example)):
            assert (half[:, :40] == 0).all() and (half[:, 40:].max(axis=2) > 0).mean() > 0.9
    nothing = Window(0, 0, 32, 128)
    with pytest.raises(ForeshockError, match="no data at the same place"):
        read_example(ExampleSource(source, nothing, plain, nothing))


@pytest.mark.parametrize(
    ("geotransform", "epsg"),
    [
        # About 0.5 m px over the same 200 m, north-up or south-up; UTM's neighbour zone is turned by 4° there.
        ((14.9998, 6.4e-6, 0.0, 45.15385, 0.0, -4.5e-6), 4326),
        ((14.9998, 6.4e-6, 0.0, 45.15165, 0.0, 4.5e-6), 4326),
        ((971_600.0, 0.5, 0.0, 5_017_600.0, 0.0, -0.5), 32632),
    ],
)
def test_halves_in_different_crs_lie_on_each_other(
    qgis_app: object, tmp_path: Path, geotransform: Sequence[float], epsg: int
) -> None:
    project = QgsProject.instance()
    before = layer_of(painted(tmp_path / "before.tif", scenes.UTM, 32633, (300, 420), waves))
    after = layer_of(painted(tmp_path / "after.tif", geotransform, epsg, (520, 520), waves))
    for first, second in ((before, after), (after, before)):
        (source,) = panel_with(first, second).sources(project)
        one, other = (half.astype(float) for half in halves(read_example(source)))
        seen = one.any(axis=2)
        assert seen.mean() > 0.5
        apart = difference(one, other)
        # A shift of the ground by one px would show.
        assert apart * 4 < difference(one[:, 1:], other[:, :-1]) and apart * 4 < difference(one[1:], other[:-1])


def difference(one: np.ndarray, other: np.ndarray) -> float:
    """Mean over the px that have data in both."""
    seen = one.any(axis=2) & other.any(axis=2)
    return float(np.abs(one[seen] - other[seen]).mean())


def test_the_panel(qgis_app: object, tmp_path: Path) -> None:
    project = QgsProject.instance()
    # Half a px beside each other, and of different extents.
    shifted = (scenes.UTM[0] + 40.25, 0.5, 0.0, scenes.UTM[3] - 30.25, 0.0, -0.5)
    before = layer_of(scenes.rgb(tmp_path / "before.tif"))
    after = layer_of(scenes.rgb(tmp_path / "after.tif", geotransform=shifted))
    (source,) = panel_with(before, after).sources(project)
    # All of the place before lies on the layer after.
    assert (source.before_window, source.after_window) == (Window(81, 61, 339, 239), Window(0, 0, 340, 240))
    assert read_example(source) is not None

    assert panel_with(None, None).sources(project) == []
    with pytest.raises(ForeshockError, match="only one"):
        panel_with(before, None).sources(project)
    with pytest.raises(ForeshockError, match="same layer"):
        panel_with(before, before).sources(project)
    far = layer_of(scenes.rgb(tmp_path / "far.tif", geotransform=(600_000.0, 0.5, 0.0, 5_000_000.0, 0.0, -0.5)))
    with pytest.raises(ForeshockError, match="do not overlap") as caught:
        panel_with(before, far).sources(project)
    assert "before" in caught.value.message and "same place" in caught.value.hint
    rotated = layer_of(scenes.rgb(tmp_path / "rotated.tif", geotransform=(500_000.0, 0.4, 0.3, 5e6, 0.3, -0.4)))
    with pytest.raises(ForeshockError, match="“rotated” cannot serve as an example: This raster is"):
        panel_with(before, rotated).sources(project)


def test_a_model_without_examples_says_so(qgis_app: object, tmp_path: Path) -> None:
    layers = [layer_of(scenes.rgb(tmp_path / f"{name}.tif")) for name in ("before", "after")]
    panel = panel_with(*layers)
    heard = []
    panel.changed.connect(lambda: heard.append(True))
    panel.set_limit(0)
    assert heard and panel.sources(QgsProject.instance()) == []
    assert "takes no examples" in panel.findChild(QLabel, "exampleHint").text()
    assert not panel.findChild(QgsMapLayerComboBox, "exampleBefore").isEnabled()
    panel.set_limit(3)
    assert len(panel.sources(QgsProject.instance())) == 1
    assert panel.findChild(QgsMapLayerComboBox, "exampleBefore").isEnabled()


@pytest.mark.parametrize("window", [Window(0, 0, 12, 200), Window(0, 0, 420, 3), Window(0, 0, 9, 9)])
def test_a_sliver_is_refused(qgis_app: object, tmp_path: Path, window: Window) -> None:
    source = source_of(scenes.rgb(tmp_path / "scene.tif"))
    with pytest.raises(ForeshockError, match="too small or too narrow") as caught:
        read_example(ExampleSource(source, window, source, window))
    assert "16 px a side" in caught.value.hint


def test_too_much_of_a_map_service_is_refused(qgis_app: object, tmp_path: Path) -> None:
    plain = source_of(scenes.rgb(tmp_path / "scene.tif"))
    side = 2**26
    matrix = replace(plain, width=side, height=side, drawing=Drawing("wms", "type=xyz&url=http://127.0.0.1:1/"))
    window = Window(0, 0, 420, 300)
    with pytest.raises(ForeshockError, match="4000 × 2600 px of a map service"):
        read_example(ExampleSource(plain, window, matrix, Window(40, 40, 4000, 2600)))


def test_a_file_that_is_gone_is_said(qgis_app: object, tmp_path: Path) -> None:
    path = scenes.rgb(tmp_path / "scene.tif")
    source = source_of(path)
    path.unlink()
    window = Window(0, 0, 64, 64)
    with pytest.raises(ForeshockError, match="cannot open"):
        read_example(ExampleSource(source, window, source, window))


def test_a_map_service_is_drawn_for_it(qgis_app: object, tmp_path: Path) -> None:
    """Rome: a scene in UTM, and the same place of a web map whose colours tell the px of its level."""
    place = (290_000.3, 1.2, 0.0, 4_641_000.7, 0.0, -1.2)
    scene = layer_of(scenes.rgb(tmp_path / "scene.tif", geotransform=place, epsg=32633, height=250, width=300))
    with MapServer() as server:
        web = QgsRasterLayer(f"type=xyz&url={server.url}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=3&zmax=20", "web", "wms")
        assert web.isValid()
        for first, second in ((web, scene), (scene, web)):
            (source,) = panel_with(first, second).sources(QgsProject.instance())
            before, after = halves(read_on_a_task(source))
            drawn = source.before if first is web else source.after
            assert drawn.drawing is not None and 256 <= max(before.shape) <= MAX_EXAMPLE_SIDE
            picture = before if first is web else after
            assert picture.any(axis=2).mean() > 0.8
            if first is web:
                # Cut out of the drawing, px for px: the colours count the columns of the level.
                middle = picture[picture.shape[0] // 2, :, 0].astype(int)
                lit = picture[picture.shape[0] // 2].any(axis=1)
                steps = np.diff(middle)[lit[1:] & lit[:-1]] % 256
                assert source.before_window.width <= MAX_EXAMPLE_SIDE and (steps == 1).all()


def read_on_a_task(source: ExampleSource) -> Optional[Example]:
    """Where the plugin reads it: a map service answers only to threads that do not hold QGIS up."""
    found: List[object] = []

    def work(task: QgsTask) -> bool:
        try:
            found.append(read_example(source, task.isCanceled))
        except Exception as error:  # noqa: BLE001 - told by the test
            found.append(error)
        return True

    task = QgsTask.fromFunction("example", work)
    QgsApplication.taskManager().addTask(task)
    assert qgis_session.spin_until(lambda: found, 60)
    if isinstance(found[0], Exception):
        raise found[0]
    return found[0]
