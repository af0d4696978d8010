"""Rasters of every kind through the windows, a real broker and a real worker: each comes back on its own grid, in its own
type, and untouched where nothing was edited."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, Iterator

import numpy as np
import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import qgis_session
import scenes
from fake_iface import FakeIface
from fleet import Fleet
from foreshock.core import png
from foreshock.core.grid import Geotransform
from foreshock.imagery.mask import rasterise
from map_server import MapServer, colours
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QRadioButton
from windows import child, fill_dialog, rasters, run, simulate, wait_for_layer


def eight_bit(bands: int = 3, height: int = 150, width: int = 203) -> np.ndarray:
    return (scenes.aerial(height, width, bands) * 255).astype(np.uint8)


def sixteen_bit() -> np.ndarray:
    samples = (scenes.aerial(150, 203, 3) * 9_000 + 500).astype(np.uint16)
    samples[:, 20:60, 100:150] = 0
    return samples


KINDS: Dict[str, Callable[[Path], Path]] = {
    "degrees": lambda path: scenes.write(
        path, eight_bit(), epsg=4326, geotransform=(12.49, 5e-6, 0.0, 41.89, 0.0, -4.4e-6)
    ),
    "US feet": lambda path: scenes.write(
        path, eight_bit(), epsg=2263, geotransform=(987_654.25, 1.5, 0.0, 210_000.75, 0.0, -1.5)
    ),
    "px that are not square": lambda path: scenes.write(
        path, eight_bit(), geotransform=(500_000.3, 0.5, 0.0, 5_000_000.7, 0.0, -0.8)
    ),
    "south-up": lambda path: scenes.write(path, eight_bit(), geotransform=(500_000.3, 0.5, 0.0, 5_000_000.7, 0.0, 0.5)),
    "777 by 1301": lambda path: scenes.write(path, eight_bit(3, 1301, 777)),
    "16 bit with nodata": lambda path: scenes.write(path, sixteen_bit(), nodata=0),
    "four bands": lambda path: scenes.write(path, eight_bit(4)),
    "floating point": lambda path: scenes.write(path, scenes.aerial(150, 203, 3).astype(np.float32), nodata=-9999),
    "grey": lambda path: scenes.write(path, eight_bit(1)),
    "alpha": lambda path: scenes.write(path, with_alpha(), alpha=True),
}


def with_alpha() -> np.ndarray:
    samples = eight_bit(4)
    samples[3] = 255
    samples[3, 40:90, 30:80] = 0
    return samples


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_raster_comes_back_on_its_own_grid(
    kind: str, plugin: Any, iface: FakeIface, fleet: Fleet, tmp_path: Path
) -> None:
    path = KINDS[kind](tmp_path / "scene.tif")
    layer = QgsRasterLayer(str(path), "scene", "gdal")
    QgsProject.instance().addMapLayer(layer)
    request = simulate(iface, layer, fleet)
    wait_for_layer(iface, fleet, 2)
    source, result = gdal.Open(str(path)), gdal.Open(request.output)
    assert result.GetGeoTransform() == source.GetGeoTransform()
    assert result.GetSpatialRef().IsSame(source.GetSpatialRef())
    size = (source.RasterXSize, source.RasterYSize, source.RasterCount)
    assert (result.RasterXSize, result.RasterYSize, result.RasterCount) == size
    for band in range(1, source.RasterCount + 1):
        ours, theirs = result.GetRasterBand(band), source.GetRasterBand(band)
        assert ours.DataType == theirs.DataType and ours.GetNoDataValue() == theirs.GetNoDataValue()
        assert ours.GetColorInterpretation() == theirs.GetColorInterpretation()
    before, after = np.atleast_3d(source.ReadAsArray()), np.atleast_3d(result.ReadAsArray())
    shown = sorted(set(request.source.bands))
    others = [band for band in range(source.RasterCount) if band + 1 not in shown and source.RasterCount > 1]
    assert (after[others] == before[others]).all(), "bands that are not shown pass through"
    assert (after != before).any(), "the tiny model changes something"
    if kind == "16 bit with nodata":
        assert ((after == 0) == (before == 0)).all()
    if kind == "alpha":
        assert (after[:, 40:90, 30:80] == before[:, 40:90, 30:80]).all(), "nothing is painted where there is nothing"
    results = [each for each in rasters() if each.id() != layer.id()]
    assert results[0].crs() == layer.crs() and results[0].extent() == layer.extent()


def test_a_rotated_raster_is_refused_with_a_remedy(plugin: Any, iface: FakeIface, tmp_path: Path) -> None:
    rotated = (500_000.0, 0.4, 0.3, 5_000_000.0, 0.3, -0.4)
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "rotated.tif", geotransform=rotated)), "rotated", "gdal")
    QgsProject.instance().addMapLayer(layer)
    iface.layerTreeView().setCurrentLayer(layer)
    (action,) = iface.context_actions(layer)
    action.trigger()
    assert any("rotated" in text and "Warp" in text for text in iface.message_texts())


@pytest.fixture
def server() -> Iterator[MapServer]:
    with MapServer() as running:
        yield running


def show_map(server: MapServer, iface: FakeIface) -> QgsRasterLayer:
    """An XYZ layer, and the canvas on a few of its map tiles at zoom 17."""
    uri = f"type=xyz&url={server.url}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=3&zmax=17"
    layer = QgsRasterLayer(uri, "streets", "wms")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    canvas = iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    step = 20_037_508.342789244 * 2 / (256 * 2**17)
    left, top = 70084 * 256 * step - 20_037_508.342789244, 20_037_508.342789244 - 48714 * 256 * step
    canvas.setExtent(QgsRectangle(left + 30, top - 300, left + 330, top - 30))
    return layer


def test_a_map_service_comes_back_on_its_tile_matrix(
    plugin: Any, iface: FakeIface, fleet: Fleet, server: MapServer
) -> None:
    late = "17/70084/48714"
    layer = show_map(server, iface)
    dialog = fill_dialog(iface, layer, fleet, 1)
    shown = iface.mapCanvas().extent()
    triangle = [
        shown.center(),
        QgsPointXY(shown.xMaximum(), shown.yMinimum()),
        QgsPointXY(shown.xMinimum(), shown.yMinimum()),
    ]
    dialog.area.set_drawn(QgsGeometry.fromPolygonXY([triangle]), iface.mapCanvas().mapSettings().destinationCrs())
    level = child(dialog, QComboBox, "level")
    level.setCurrentIndex(level.findText("zoom 17", flags=Qt.MatchFlag.MatchStartsWith))
    # Too late for the first try.
    server.faults[late] = [(503, "text/plain", b"busy"), (200, "image/png", tile_png(70084, 48714))]
    request = run(dialog)
    wait_for_layer(iface, fleet, 2)
    result = gdal.Open(request.output)
    window = request.window
    assert (result.RasterXSize, result.RasterYSize, result.RasterCount) == (window.width, window.height, 4)
    sent = colours(window.col, window.row, window.width, window.height, 17)
    after = np.moveaxis(result.ReadAsArray(), 0, -1)
    untouched = (after[..., :3] == sent).all(axis=-1)
    inside = rasterise(request.mask_wkt, Geotransform(request.source.geotransform), window)
    assert untouched[~inside].all() and not untouched[inside].all(), "outside the triangle it is what the server sent"
    assert (after[..., 3] == 255).all() and server.times(late) > 1
    assert any("synthetic imagery" in text for text in iface.message_texts())


def test_a_missing_map_tile_is_said_and_may_be_left_as_it_is(
    plugin: Any, iface: FakeIface, fleet: Fleet, server: MapServer
) -> None:
    server.faults["17/70085/48714"] = [(404, "text/plain", b"no such tile")]
    layer = show_map(server, iface)
    for allowed in (False, True):
        dialog = fill_dialog(iface, layer, fleet, 1)
        child(dialog, QRadioButton, "visible").setChecked(True)
        level = child(dialog, QComboBox, "level")
        level.setCurrentIndex(level.findText("zoom 17", flags=Qt.MatchFlag.MatchStartsWith))
        child(dialog, QCheckBox, "allowGaps").setChecked(allowed)
        request = run(dialog)
        if allowed:
            wait_for_layer(iface, fleet, 2)
            alpha = gdal.Open(request.output).ReadAsArray()[3]
            assert (alpha == 0).any() and (alpha == 255).any()
        else:
            told = qgis_session.spin_until(lambda: any("map tile" in text for text in iface.message_texts()), 60)
            assert told, iface.message_texts()
            assert not Path(request.output).exists()


def tile_png(x: int, y: int) -> bytes:
    return png.encode(colours(x * 256, y * 256, 256, 256, 17))
