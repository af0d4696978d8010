"""Which layers are taken, and what is read from them."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import scenes
from foreshock.core.errors import UnsupportedRaster
from foreshock.core.grid import TilePlan, Window
from foreshock.core.stretch import Stretch
from foreshock.imagery.inspect import inspect
from foreshock.imagery.raster import RasterReader
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsRasterRange


def layer_of(path: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(path), "scene", "gdal")
    assert layer.isValid()
    return layer


def test_a_plain_scene(qgis_app: object, tmp_path: Path) -> None:
    source = inspect(layer_of(scenes.rgb(tmp_path / "scene.tif")))
    assert source.geotransform == scenes.UTM and (source.width, source.height) == (420, 300)
    assert source.bands == (1, 2, 3) and source.metres_per_unit == 1.0
    assert source.crs_wkt == scenes.wkt(32633)
    assert source.gsd_m(Window(0, 0, 10, 10)) == 0.5


def test_degrees_and_feet(qgis_app: object, tmp_path: Path) -> None:
    degrees = (12.1, 1e-5, 0.0, 45.7, 0.0, -1e-5)
    source = inspect(layer_of(scenes.rgb(tmp_path / "degrees.tif", epsg=4326, geotransform=degrees)))
    assert source.metres_per_unit is None and source.gsd_m(Window(0, 0, 10, 10)) == pytest.approx(0.93, abs=0.01)
    feet = (985_000.0, 2.0, 0.0, 200_000.0, 0.0, -2.0)
    source = inspect(layer_of(scenes.rgb(tmp_path / "feet.tif", epsg=2263, geotransform=feet)))
    assert source.metres_per_unit == pytest.approx(1200 / 3937)


def test_bands_are_those_the_user_sees(qgis_app: object, tmp_path: Path) -> None:
    samples = (scenes.aerial(60, 60, 4) * 255).astype(np.uint8)
    layer = layer_of(scenes.write(tmp_path / "nir.tif", samples))
    assert inspect(layer).bands == (1, 2, 3)
    layer.renderer().setRedBand(4)
    layer.renderer().setGreenBand(1)
    layer.renderer().setBlueBand(2)
    assert inspect(layer).bands == (4, 1, 2)
    grey = layer_of(scenes.write(tmp_path / "grey.tif", samples[:1]))
    assert inspect(grey).bands == (1, 1, 1)


def test_a_crs_set_by_hand_counts(qgis_app: object, tmp_path: Path) -> None:
    layer = layer_of(scenes.rgb(tmp_path / "scene.tif"))
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    assert "zone 34N" in inspect(layer).crs_wkt


def palette(path: Path) -> Path:
    scenes.write(path, np.zeros((1, 20, 20), dtype=np.uint8))
    dataset = gdal.Open(str(path), gdal.GA_Update)
    table = gdal.ColorTable()
    table.SetColorEntry(0, (10, 20, 30, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    dataset = None
    return path


def cmyk(path: Path) -> Path:
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 20, 20, 4, options=["PHOTOMETRIC=CMYK"])
    dataset.SetGeoTransform(scenes.UTM)
    dataset.SetProjection(scenes.wkt(32633))
    dataset = None
    return path


def test_a_rotation_by_rounding_is_none(qgis_app: object, tmp_path: Path) -> None:
    tiny = (500_000.0, 0.5, 1e-12, 5_000_000.0, -1e-12, -0.5)
    assert inspect(layer_of(scenes.rgb(tmp_path / "tiny.tif", geotransform=tiny))).geotransform == tiny


def test_every_reason_for_no_data_counts(qgis_app: object, tmp_path: Path) -> None:
    """GDAL's mask tells of one of them only."""
    samples = (scenes.aerial(60, 70, 4) * 200 + 20).astype(np.uint8)
    samples[3] = 255
    samples[3, :10] = 0
    samples[:3, :, :12] = 7
    mask = np.full((60, 70), 255, dtype=np.uint8)
    mask[50:] = 0
    path = scenes.write(tmp_path / "scene.tif", samples, alpha=True, nodata=7, internal_mask=mask)
    with RasterReader(inspect(layer_of(path))) as reader:
        valid = reader.valid(Window(0, 0, 70, 60))
    expected = np.zeros((60, 70), dtype=bool)
    expected[10:50, 12:] = True
    assert (valid == expected).all()


def test_what_cannot_be_simulated_is_refused_with_a_remedy(qgis_app: object, tmp_path: Path) -> None:
    rotated = (500_000.0, 0.4, 0.3, 5_000_000.0, 0.3, -0.4)
    cases = [
        (layer_of(scenes.rgb(tmp_path / "rotated.tif", geotransform=rotated)), "rotated"),
        (layer_of(scenes.rgb(tmp_path / "nowhere.tif", geotransform=None)), "no geotransform"),
        (layer_of(palette(tmp_path / "palette.tif")), "palette"),
        (layer_of(scenes.write(tmp_path / "c.tif", np.ones((1, 20, 20), dtype=np.complex64))), "CFloat32"),
        (layer_of(scenes.rgb(tmp_path / "metres.tif", epsg=4326)), "no degrees"),
        (layer_of(cmyk(tmp_path / "cmyk.tif")), "CMYK"),
        (QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=3", "xyz", "wms"), "service"),
        (QgsRasterLayer(str(tmp_path / "gone.tif"), "gone", "gdal"), "cannot be read"),
    ]
    plain = layer_of(scenes.rgb(tmp_path / "plain.tif", epsg=None))
    plain.setCrs(QgsCoordinateReferenceSystem())
    cases.append((plain, "no coordinate reference system"))
    for layer, says in cases:
        with pytest.raises(UnsupportedRaster, match=says) as refused:
            inspect(layer)
        assert refused.value.hint, f"{says}: no remedy"


def test_tiles_are_the_samples_with_reflected_edges(qgis_app: object, tmp_path: Path) -> None:
    samples = (scenes.aerial(50, 70, 3) * 255).astype(np.uint8)
    source = inspect(layer_of(scenes.write(tmp_path / "small.tif", samples)))
    plan = TilePlan.cover(Window(0, 0, 70, 50), 64, 16)
    padded = np.pad(samples, ((0, 0), (0, 80), (0, 80)), mode="reflect")
    with RasterReader(source) as reader:
        for tile in plan.tiles():
            pixels = reader.tile(plan, tile.col, tile.row, Stretch.identity((1, 2, 3)))
            expected = padded[:, tile.row : tile.row + 64, tile.col : tile.col + 64]
            assert (pixels == np.moveaxis(expected, 0, -1)).all()


def test_nodata_masks_alpha_nan_and_user_nodata_become_alpha(qgis_app: object, tmp_path: Path) -> None:
    hole = np.zeros((64, 64), dtype=bool)
    hole[10:20, 30:50] = True
    base = scenes.aerial(64, 64, 4) * 200 + 20
    marked = base[:3].astype(np.uint8)
    marked[:, hole] = 7
    floats = base[:3].astype(np.float32)
    floats[0, hole] = np.nan
    with_alpha = np.concatenate([base[:3], np.where(hole, 0, 255)[None]]).astype(np.uint8)
    mask = np.where(hole, 0, 255).astype(np.uint8)
    user = layer_of(scenes.write(tmp_path / "user.tif", marked))
    user.dataProvider().setUserNoDataValue(1, [QgsRasterRange(7, 7)])
    layers = [
        layer_of(scenes.write(tmp_path / "value.tif", marked, nodata=7)),
        layer_of(scenes.write(tmp_path / "nan.tif", floats)),
        layer_of(scenes.write(tmp_path / "alpha.tif", with_alpha, alpha=True)),
        layer_of(scenes.write(tmp_path / "mask.tif", base[:3].astype(np.uint8), internal_mask=mask)),
        user,
    ]
    plan = TilePlan.cover(Window(0, 0, 64, 64), 64, 0)
    for layer in layers:
        source = inspect(layer)
        with RasterReader(source) as reader:
            pixels = reader.tile(plan, 0, 0, reader.stretch(plan.window))
        assert pixels.shape[-1] == 4 and ((pixels[..., 3] == 0) == hole).all(), layer.source()
        assert set(np.unique(pixels[..., 3])) == {0, 255}


def test_sixteen_bit_is_stretched_once_without_nodata(qgis_app: object, tmp_path: Path) -> None:
    samples = (scenes.aerial(80, 90, 1) * 3000 + 100).astype(np.uint16)
    samples[0, :40, :40] = 65535
    source = inspect(layer_of(scenes.write(tmp_path / "deep.tif", samples, nodata=65535)))
    with RasterReader(source) as reader:
        stretch = reader.stretch(Window(0, 0, 90, 80))
    valid = np.sort(samples[samples != 65535].astype(float))
    last = valid.size - 1
    low, high = valid[int(0.02 * last + 0.5)], valid[int(0.98 * last + 0.5)]
    assert {(each.band, each.lo, each.hi) for each in stretch.bands} == {(1, low, high)}
    empty = scenes.write(tmp_path / "empty.tif", np.full((1, 20, 20), 65535, dtype=np.uint16), nodata=65535)
    with RasterReader(inspect(layer_of(empty))) as reader, pytest.raises(UnsupportedRaster, match="nothing but nodata"):
        reader.stretch(Window(0, 0, 20, 20))


def test_the_ground_of_web_mercator(qgis_app: object, tmp_path: Path) -> None:
    """At 60° north a unit of EPSG:3857 is half a metre on the ground."""
    north = 6_378_137.0 * math.log(math.tan(math.pi / 4 + math.radians(60) / 2))
    place = (1_000_000.0, 1.0, 0.0, north + 75, 0.0, -1.0)
    layer = layer_of(scenes.rgb(tmp_path / "scene.tif", epsg=3857, geotransform=place, height=150, width=150))
    source = inspect(layer)
    assert source.gsd_m(Window(0, 0, 150, 150)) == pytest.approx(0.5, rel=1e-3)
