"""Which layers are taken, and what is read from them."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import scenes
from foreshock.core.errors import UnsupportedRaster
from foreshock.core.grid import TilePlan, Window
from foreshock.core.request import RasterSource
from foreshock.core.stretch import Stretch
from foreshock.imagery.inspect import inspect
from foreshock.imagery.raster import RasterReader
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRasterRange,
    QgsSingleBandGrayRenderer,
)


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


def test_a_layer_is_the_same_where_gdal_raises(qgis_app: object, tmp_path: Path, raising: None) -> None:
    layer = layer_of(scenes.rgb(tmp_path / "scene.tif"))
    assert inspect(layer).geotransform == scenes.UTM
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    assert "zone 34N" in inspect(layer).crs_wkt
    with pytest.raises(UnsupportedRaster, match="no geotransform"):
        inspect(layer_of(scenes.rgb(tmp_path / "nowhere.tif", geotransform=None)))


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
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 4))
    assert inspect(layer).bands == (4, 4, 4)
    transparent = layer_of(scenes.write(tmp_path / "alpha.tif", samples, alpha=True))
    transparent.setRenderer(QgsMultiBandColorRenderer(transparent.dataProvider(), 4, 2, 1))
    assert inspect(transparent).bands == (1, 2, 3), "alpha is no colour"


def test_a_crs_set_by_hand_counts(qgis_app: object, tmp_path: Path) -> None:
    layer = layer_of(scenes.rgb(tmp_path / "scene.tif"))
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    assert "zone 34N" in inspect(layer).crs_wkt


def test_the_file_s_own_crs_goes_out_whatever_qgis_calls_it(qgis_app: object, tmp_path: Path) -> None:
    """QGIS drops vertical parts, and knows many systems by the name of another that is the same."""
    for number, text in enumerate(["EPSG:32633+5773", "+proj=eqc +R=3396190 +units=m"]):
        own = osr.SpatialReference()
        own.SetFromUserInput(text)
        path = scenes.rgb(tmp_path / f"{number}.tif", epsg=None)
        dataset = gdal.Open(str(path), gdal.GA_Update)
        dataset.SetSpatialRef(own)
        dataset = None
        assert inspect(layer_of(path)).crs_wkt == gdal.Open(str(path)).GetSpatialRef().ExportToWkt()


def test_a_crs_that_only_a_side_file_could_hold_is_refused(qgis_app: object, tmp_path: Path) -> None:
    layer = layer_of(scenes.rgb(tmp_path / "scene.tif", epsg=None))
    site = 'ENGCRS["site",EDATUM["x"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],LENGTHUNIT["metre",1]]'
    layer.setCrs(QgsCoordinateReferenceSystem.fromWkt(site))
    with pytest.raises(UnsupportedRaster, match="GeoTIFF cannot hold") as refused:
        inspect(layer)
    assert "Warp" in refused.value.hint


def test_grads_are_no_degrees(qgis_app: object, tmp_path: Path) -> None:
    place = (2.5, 1e-5, 0.0, 52.0, 0.0, -1e-5)
    source = inspect(layer_of(scenes.rgb(tmp_path / "paris.tif", epsg=4807, geotransform=place)))
    middle = 52.0 * 0.9
    expected = 1e-5 * 0.9 * 111_320 * math.sqrt(math.cos(math.radians(middle)))
    assert source.gsd_m(Window(0, 0, 10, 10)) == pytest.approx(expected, rel=5e-3)


@pytest.mark.parametrize("name", ["a|b.tif", "a|layername=x.tif", "it's 100%20 “ä”.tif", "a#b?c&d=e.tif", "scene"])
def test_any_file_name(qgis_app: object, tmp_path: Path, name: str) -> None:
    source = inspect(layer_of(scenes.rgb(tmp_path / name, height=20, width=20)))
    assert source.path == str(tmp_path / name) and source.open_options == []
    with RasterReader(source) as reader:
        assert reader.valid(Window(0, 0, 20, 20)).all()


def test_open_options_are_no_part_of_the_path(qgis_app: object, tmp_path: Path) -> None:
    path = scenes.rgb(tmp_path / "a|b.tif")
    source = inspect(layer_of(Path(f"{path}|option:NUM_THREADS=2|option:IGNORE_COG_LAYOUT_BREAK=YES")))
    assert source.path == str(path) and source.open_options == ["NUM_THREADS=2", "IGNORE_COG_LAYOUT_BREAK=YES"]


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


def gcps(path: Path) -> Path:
    scenes.rgb(path, geotransform=None, epsg=None)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    points = [gdal.GCP(500_000 + x / 2, 5_000_000 - y / 2, 0, x, y) for x in (0, 420) for y in (0, 300)]
    dataset.SetGCPs(points, scenes.wkt(32633))
    dataset = None
    return path


def nodata_by_band(path: Path) -> Path:
    scenes.rgb(path.with_suffix(".tif"))
    dataset = gdal.Translate(str(path), str(path.with_suffix(".tif")), format="VRT")
    dataset.GetRasterBand(1).SetNoDataValue(0)
    dataset = None
    return path


def masks_by_band(path: Path) -> Path:
    dataset = gdal.Open(str(scenes.rgb(path)))
    for band in range(1, 4):
        dataset.GetRasterBand(band).CreateMaskBand(0)
    dataset = None
    return path


def four_bit(path: Path) -> Path:
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 20, 20, 1, options=["NBITS=4"])
    dataset.SetGeoTransform(scenes.UTM)
    dataset.SetProjection(scenes.wkt(32633))
    dataset = None
    return path


def test_what_cannot_be_simulated_is_refused_with_a_remedy(qgis_app: object, tmp_path: Path) -> None:
    rotated = (500_000.0, 0.4, 0.3, 5_000_000.0, 0.3, -0.4)
    cases = [
        (layer_of(scenes.rgb(tmp_path / "rotated.tif", geotransform=rotated)), "rotated"),
        (layer_of(scenes.rgb(tmp_path / "nowhere.tif", geotransform=None)), "no geotransform"),
        (layer_of(palette(tmp_path / "palette.tif")), "palette"),
        (layer_of(scenes.write(tmp_path / "c.tif", np.ones((1, 20, 20), dtype=np.complex64))), "CFloat32"),
        (layer_of(scenes.rgb(tmp_path / "metres.tif", epsg=4326)), "no degrees"),
        (layer_of(cmyk(tmp_path / "cmyk.tif")), "CMYK"),
        (layer_of(gcps(tmp_path / "gcps.tif")), "ground control points"),
        (layer_of(nodata_by_band(tmp_path / "nodata.vrt")), "different nodata"),
        (layer_of(masks_by_band(tmp_path / "masks.tif")), "mask of its own"),
        (layer_of(four_bit(tmp_path / "four.tif")), "4 bit"),
        (layer_of(scenes.rgb(tmp_path / "flat.tif", geotransform=(1.0, 0.0, 0.0, 2.0, 0.0, 0.0))), "no place"),
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


def test_user_nodata_in_all_its_forms(qgis_app: object, tmp_path: Path) -> None:
    """QGIS knows ranges without an end and without their bounds, in scaled units; we hold samples, bounds included."""
    path = scenes.write(tmp_path / "scaled.tif", np.arange(400, dtype=np.int16).reshape(1, 20, 20))
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(-0.01)
    dataset.GetRasterBand(1).SetOffset(273.15)
    dataset = None
    plain = scenes.write(tmp_path / "plain.tif", np.arange(400, dtype=np.int16).reshape(1, 20, 20))
    kinds = QgsRasterRange.BoundsType
    cases = [
        (plain, QgsRasterRange(10, 20), range(10, 21)),
        (plain, QgsRasterRange(10, 20, kinds.Exclusive), range(11, 20)),
        (plain, QgsRasterRange(10, 20, kinds.IncludeMin), range(10, 20)),
        (plain, QgsRasterRange(10, 20, kinds.IncludeMax), range(11, 21)),
        (plain, QgsRasterRange(math.nan, 20), range(21)),
        (plain, QgsRasterRange(390, math.nan), range(390, 400)),
        (path, QgsRasterRange(273.05, 273.1), range(5, 11)),
        (path, QgsRasterRange(math.nan, 269.17), range(398, 400)),
    ]
    for file, nodata, expected in cases:
        layer = layer_of(file)
        layer.dataProvider().setUserNoDataValue(1, [nodata])
        source = inspect(layer)
        assert all(math.isfinite(end) for each in source.nodata for end in (each.low, each.high)), "JSON has no others"
        with RasterReader(source) as reader:
            valid = reader.valid(Window(0, 0, 20, 20)).ravel()
        assert np.flatnonzero(~valid).tolist() == list(expected), nodata.asText()


def test_a_source_that_became_another_is_refused(qgis_app: object, tmp_path: Path) -> None:
    path = tmp_path / "scene.tif"
    unit = scenes.aerial(60, 60, 5)
    source = inspect(layer_of(scenes.write(path, (unit[:3] * 255).astype(np.uint8))))
    for samples in ((unit[:1] * 255).astype(np.uint8), (unit * 255).astype(np.uint8), unit[:3].astype(np.float32)):
        scenes.write(path, samples)
        with pytest.raises(UnsupportedRaster, match="has changed"):
            RasterReader(source)
    scenes.write(path, unit[:3].astype(np.complex64))
    with pytest.raises(UnsupportedRaster, match="has changed"):
        RasterReader(source)


def damaged(path: Path) -> RasterSource:
    """A file that ends too early."""
    source = inspect(layer_of(scenes.rgb(path)))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return source


def test_a_damaged_source_says_so(qgis_app: object, tmp_path: Path) -> None:
    refuses_to_read(damaged(tmp_path / "scene.tif"))


def test_a_damaged_source_says_so_where_gdal_raises(qgis_app: object, tmp_path: Path, raising: None) -> None:
    refuses_to_read(damaged(tmp_path / "scene.tif"))


def refuses_to_read(source: RasterSource) -> None:
    with RasterReader(source) as reader, pytest.raises(UnsupportedRaster, match="cannot be read") as refused:
        reader.samples(1, Window(0, 0, 420, 300))
    assert refused.value.hint


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
