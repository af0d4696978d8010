"""Differences against numpy: every sample type, nodata, windows; their layer, and the algorithm."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Iterator

import canvas as shown
import compared
import numpy as np
import processing_session
import pytest
import scenes
from fake_iface import FakeIface
from foreshock.core.errors import ForeshockError
from foreshock.imagery.difference import difference_path, pair, write_difference
from foreshock.imagery.footprint import Cancelled
from foreshock.layers.difference_layer import RAMP, add_difference
from foreshock.layers.family import family_of
from foreshock.layers.marks import is_simulated
from foreshock.layers.temporal import time_of
from osgeo import gdal
from qgis.core import QgsProcessingContext, QgsProject, QgsRasterLayer, QgsRasterRange


def layer_of(path: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(path), path.stem, "gdal")
    assert layer.isValid()
    return layer


def written(before: QgsRasterLayer, after: QgsRasterLayer, path: Path) -> np.ndarray:
    made = write_difference(pair(before, after), str(path), lambda share: True)
    assert made.path == str(path) and [each.name for each in path.parent.glob(f"{path.name}*")] == [path.name]
    data = gdal.Open(str(path)).ReadAsArray()
    if np.isfinite(data).any():
        assert made.largest == np.nanmax(data.astype(np.float64))
    return data


SPANS = {"uint8": (0, 255), "uint16": (0, 65_535), "int16": (-32_000, 32_000), "float32": (-1e3, 1e3)}


@pytest.mark.parametrize("kind", list(SPANS))
def test_it_is_what_numpy_says(qgis_app: object, tmp_path: Path, kind: str) -> None:
    """Over the whole range of a type: nothing wraps around. 300 rows: more than one strip."""
    dice = np.random.default_rng(5)
    low, high = SPANS[kind]
    before, after = (dice.uniform(low, high, (3, 300, 70)).astype(kind) for _ in range(2))
    before[:, 0, 0], after[:, 0, 0] = low, high
    one, other = (
        layer_of(scenes.write(tmp_path / f"{name}.tif", samples)) for name, samples in (("b", before), ("a", after))
    )
    data = written(one, other, tmp_path / "d.tif")
    expected = np.abs(after.astype(np.float64) - before.astype(np.float64)).max(axis=0)
    assert data.dtype == np.float32 and (data == expected.astype(np.float32)).all() and data[0, 0] == high - low


def test_a_result_of_a_window(iface: FakeIface, tmp_path: Path) -> None:
    """A real result, smaller than its source: zero outside the disc, on the right place, tagged as the result is."""
    source = compared.source(tmp_path)
    family = compared.result(tmp_path, source)
    before = compared.before_pixels(source).astype(int)
    part = np.s_[30:150, 40:160]
    samples = np.moveaxis(compared.before_pixels(family.result)[part], -1, 0).copy()
    x0, dx, _, y0, _, dy = scenes.UTM
    place = (x0 + 40 * dx, dx, 0.0, y0 + 30 * dy, 0.0, dy)
    clipped = layer_of(scenes.write(tmp_path / "clipped.tif", samples, geotransform=place))
    expected = np.abs(compared.before_pixels(family.result).astype(int) - before).max(axis=-1)
    assert (written(source, family.result, tmp_path / "whole.tif") == expected).all()
    assert (written(source, clipped, tmp_path / "part.tif") == expected[part]).all()
    assert (expected > 0).any() and expected[0, 0] == 0
    dataset, result = gdal.Open(str(tmp_path / "whole.tif")), gdal.Open(family.result.source())
    assert dataset.GetGeoTransform() == result.GetGeoTransform() and dataset.GetSpatialRef().IsSame(
        result.GetSpatialRef()
    )
    tags = dataset.GetMetadata()
    assert tags["FORESHOCK_SYNTHETIC"] == "YES" and tags["TIFFTAG_IMAGEDESCRIPTION"] == "SIMULATED"
    assert tags["FORESHOCK_JOB_ID"] == family.job_id and tags["FORESHOCK_PRODUCT"].startswith("difference")


def test_only_what_is_shown_counts(qgis_app: object, tmp_path: Path) -> None:
    dice = np.random.default_rng(6)
    before, after = (dice.integers(0, 255, (5, 40, 50)).astype(np.uint8) for _ in range(2))
    one, other = (
        layer_of(scenes.write(tmp_path / f"{name}.tif", samples)) for name, samples in (("b", before), ("a", after))
    )
    for number, use in enumerate((other.renderer().setRedBand, other.renderer().setGreenBand)):
        use(5 - number)
    other.renderer().setBlueBand(2)
    expected = np.abs(after.astype(int) - before)[[1, 3, 4]].max(axis=0)
    assert (written(one, other, tmp_path / "d.tif") == expected).all()


def test_nodata_stays_nodata(qgis_app: object, tmp_path: Path) -> None:
    """By value, by the user's range, by mask."""
    before = (scenes.aerial(60, 80, 3) * 200 + 20).astype(np.uint8)
    after = before // 2
    before[:, :10], after[:, :10] = 0, 0
    after[:, 50:] = 7
    one = layer_of(scenes.write(tmp_path / "b.tif", before, nodata=0))
    other = layer_of(scenes.write(tmp_path / "a.tif", after, nodata=0))
    other.dataProvider().setUserNoDataValue(1, [QgsRasterRange(6.5, 7.5)])
    data = written(one, other, tmp_path / "d.tif")
    gone = np.isnan(data)
    assert gone[:10].all() and gone[50:].all() and not gone[10:50].any()
    mask = np.full((60, 80), 255, dtype=np.uint8)
    mask[:, :30] = 0
    masked = layer_of(scenes.write(tmp_path / "m.tif", before, internal_mask=mask))
    gone = np.isnan(written(masked, layer_of(scenes.write(tmp_path / "plain.tif", before)), tmp_path / "e.tif"))
    assert gone[:, :30].all() and not gone[:, 30:].any()
    assert gdal.Open(str(tmp_path / "e.tif")).GetRasterBand(1).GetMaskFlags() == gdal.GMF_NODATA
    everywhere = layer_of(scenes.write(tmp_path / "n.tif", np.zeros_like(before), nodata=0))
    made = write_difference(pair(everywhere, everywhere), str(tmp_path / "f.tif"), lambda share: True)
    assert made.largest is None


def test_what_cannot_be_compared(qgis_app: object, tmp_path: Path) -> None:
    plain = layer_of(scenes.rgb(tmp_path / "plain.tif"))
    x0, dx, _, y0, _, dy = scenes.UTM
    moved = layer_of(scenes.rgb(tmp_path / "moved.tif", 90, 90, geotransform=(x0 + dx / 2, dx, 0.0, y0, 0.0, dy)))
    outside = layer_of(scenes.rgb(tmp_path / "outside.tif", geotransform=(x0 + dx, dx, 0.0, y0, 0.0, dy)))
    elsewhere = layer_of(scenes.rgb(tmp_path / "elsewhere.tif", epsg=32634))
    for other in (moved, outside, elsewhere):
        with pytest.raises(ForeshockError, match="do not lie on one pixel grid"):
            pair(plain, other)
    wider = layer_of(scenes.write(tmp_path / "wider.tif", scenes.aerial(300, 420, 3).astype(np.float32)))
    with pytest.raises(ForeshockError, match="different bands"):
        pair(plain, wider)
    service = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png", "tiles", "wms")
    with pytest.raises(ForeshockError, match="a service draws it") as refused:
        pair(service, plain)
    assert "GeoTIFF" in refused.value.hint


def test_nothing_half_done_is_left(qgis_app: object, tmp_path: Path) -> None:
    plain = layer_of(scenes.rgb(tmp_path / "plain.tif"))
    target = tmp_path / "d.tif"
    target.write_bytes(b"earlier")
    with pytest.raises(Cancelled):
        write_difference(pair(plain, plain), str(target), lambda share: False)
    assert target.read_bytes() == b"earlier" and sorted(os.listdir(tmp_path)) == ["d.tif", "plain.tif"]
    with pytest.raises(ForeshockError, match="is one of the rasters"):
        write_difference(pair(plain, plain), plain.source(), lambda share: True)
    with pytest.raises(ForeshockError, match="cannot be written"):
        write_difference(pair(plain, plain), str(tmp_path / "nowhere" / "d.tif"), lambda share: True)


def test_its_layer(iface: FakeIface, tmp_path: Path) -> None:
    """On top, marked, of its time; what did not change is not painted over, what changed most is light."""
    project = QgsProject.instance()
    source = compared.source(tmp_path)
    family = compared.result(tmp_path, source)
    path = difference_path(family.result.source())
    assert path == str(tmp_path / "result.difference.tif")
    made = write_difference(pair(source, family.result), path, lambda share: True)
    layer = add_difference(project, family, made)
    order = project.layerTreeRoot().layerOrder()
    assert order.index(layer) == 0 and family.result in order
    assert project.layerTreeRoot().findLayer(layer.id()).parent().name() == source.name()
    assert is_simulated(layer) and layer.customProperty("foreshock/role") == "difference"
    assert layer.name() == f"{family.result.name()} difference" and layer.metadata().title() == layer.name()
    assert family_of(project, layer).result is family.result and time_of(layer) == time_of(family.result)
    canvas = iface.mapCanvas()
    extent = source.extent()
    shown.look(canvas, [source], "EPSG:32633", extent)
    before = shown.grab(canvas).astype(int)
    shown.look(canvas, [layer, source], "EPSG:32633", extent)
    after = shown.grab(canvas).astype(int)
    data = gdal.Open(path).ReadAsArray()
    x0, _, _, y0, _, _ = scenes.UTM
    row, col = (int(each) for each in np.unravel_index(np.argmax(data), data.shape))
    x, y = shown.pixel(canvas, x0 + (col + 0.5) / 2, y0 - (row + 0.5) / 2)
    light = RAMP[-1][1]
    assert np.abs(after[y, x] - (light.red(), light.green(), light.blue())).max() <= 12
    x, y = shown.pixel(canvas, x0 + 10.5 / 2, y0 - 10.5 / 2)
    assert (after[y, x] == before[y, x]).all()


def test_more_is_lighter(qgis_app: object) -> None:
    """In grey, too: the order of the colours can be read without seeing colours."""
    grey = [0.299 * each.red() + 0.587 * each.green() + 0.114 * each.blue() for _, each in RAMP]
    assert all(one <= other for one, other in zip(grey, grey[1:])) and grey[-1] - grey[0] > 180
    assert RAMP[0][1].alpha() == 0 and [each.alpha() for _, each in RAMP] == sorted(each.alpha() for _, each in RAMP)


@pytest.fixture
def provider(iface: FakeIface) -> Iterator[Any]:
    yield from processing_session.provider()


def test_the_algorithm(provider: Any, tmp_path: Path) -> None:
    source = compared.source(tmp_path)
    family = compared.result(tmp_path, source)
    parameters = {"BEFORE": source.id(), "AFTER": family.result.id(), "OUTPUT": str(tmp_path / "d.tif")}
    outputs = processing_session.run("difference", parameters)
    data = gdal.Open(str(tmp_path / "d.tif")).ReadAsArray()
    expected = np.abs(compared.before_pixels(family.result).astype(int) - compared.before_pixels(source)).max(axis=-1)
    assert (data == expected).all() and outputs["LARGEST"] == expected.max()
    said = processing_session.refusal("difference", {**parameters, "AFTER": str(scenes.rgb(tmp_path / "other.tif"))})
    assert "do not lie on one pixel grid" in said


@pytest.mark.parametrize("by", ["layer", "file"])
def test_the_algorithm_marks_what_it_loads(provider: Any, tmp_path: Path, by: str) -> None:
    source = compared.source(tmp_path)
    family = compared.result(tmp_path, source)
    import processing

    parameters = {
        "BEFORE": source.id(),
        "AFTER": family.result.id() if by == "layer" else family.result.source(),
        "OUTPUT": str(tmp_path / "d.tif"),
    }
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    loaded = processing.runAndLoadResults("foreshock:difference", parameters, context=context)
    layer = next(each for each in QgsProject.instance().mapLayers().values() if each.source() == loaded["OUTPUT"])
    assert is_simulated(layer) and layer.customProperty("foreshock/role") == "difference"
    assert layer.customProperty("foreshock/job_id") == family.job_id
    assert layer.renderer().type() == "singlebandpseudocolor" and "difference" in layer.name()


def test_two_observations_are_no_simulation(qgis_app: object, tmp_path: Path) -> None:
    one, other = (layer_of(scenes.rgb(tmp_path / f"{name}.tif")) for name in ("one", "other"))
    written(one, other, tmp_path / "d.tif")
    tags = gdal.Open(str(tmp_path / "d.tif")).GetMetadata()
    assert "FORESHOCK_SYNTHETIC" not in tags and "FORESHOCK_PRODUCT" in tags
