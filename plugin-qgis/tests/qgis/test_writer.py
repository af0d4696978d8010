"""The result on the disk: grid, type, bands, untouched samples, marks. The tiles are made here by a known rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Dict, Tuple

import numpy as np
import pytest
import scenes
from foreshock.core import provenance
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Geotransform, Window
from foreshock.core.messages import Capabilities, Outcome
from foreshock.core.request import NodataRange, SimulationRequest
from foreshock.core.stretch import Stretch
from foreshock.imagery.footprint import Cancelled
from foreshock.imagery.inspect import inspect
from foreshock.imagery.outcome_image import read_outcome_image
from foreshock.imagery.raster import RasterReader
from foreshock.imagery.writer import write_result
from foreshock.jobs.assembling import Assembled
from foreshock.layers.result_layer import add_result
from osgeo import gdal, osr
from qgis.core import QgsProject, QgsRasterLayer

WINDOWS = {"whole": None, "part": Window(33, 21, 190, 150)}


def make_request(fixtures: Path, path: Path, output: Path, window: Window = None) -> SimulationRequest:
    layer = QgsRasterLayer(str(path), "scene", "gdal")
    source = inspect(layer)
    capabilities = Capabilities.parse((fixtures / "messages" / "valid" / "capabilities.json").read_bytes())
    model = replace(capabilities.models[0], tile_sizes=[128])
    return SimulationRequest.new(
        layer_id="scene",
        layer_name="scene",
        source=source,
        window=window or Window(0, 0, source.width, source.height),
        instruction="flood",
        model=model,
        capabilities=capabilities,
        steps=1,
        seed=3,
        output=str(output),
    )


def fake_tiles(request: SimulationRequest) -> Dict[int, Tuple[np.ndarray, bytes]]:
    """Tiles that change a disc of the ground: colour by ground position, so that neighbours agree."""
    plan, transform = request.plan(), Geotransform(request.source.geotransform)
    tiles = {}
    for tile in plan.tiles():
        y, x = np.mgrid[tile.row : tile.row + plan.tile, tile.col : tile.col + plan.tile]
        distance = np.hypot(x - 130, y - 90)
        rgba = np.empty((plan.tile, plan.tile, 4), dtype=np.uint8)
        rgba[..., 0], rgba[..., 1], rgba[..., 2] = x % 256, y % 256, 40
        rgba[..., 3] = np.clip(np.round((75 - distance) * 25.5), 0, 255)
        tiles[tile.id.index] = (rgba, scenes.outcome_tiff(rgba, transform.at(tile.col, tile.row).t))
    return tiles


def run(request: SimulationRequest, tags: Dict[str, str]) -> Tuple[Stretch, gdal.Dataset]:
    tiles = fake_tiles(request)
    with RasterReader(request.source) as reader:
        stretch = reader.stretch(request.window)
    write_result(request, stretch, lambda index: tiles[index][1], tags, lambda share: True)
    return stretch, gdal.Open(request.output)


def expected(request: SimulationRequest, stretch: Stretch, samples: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """The same result by the definition: one sum over all tiles, px of the whole window."""
    plan, window = request.plan(), request.window
    weight = np.zeros((window.height + 999, window.width + 999))
    value = np.zeros((*weight.shape, 3))
    for tile in plan.tiles():
        rgba = fake_tiles(request)[tile.id.index][0].astype(float)
        fx, fy = plan.feather(tile.id)
        share = np.outer(fy, fx) * rgba[..., 3] / 255
        # Tiles may begin before the window: shift by a margin.
        top, left = tile.row - window.row + 300, tile.col - window.col + 300
        weight[top : top + plan.tile, left : left + plan.tile] += share
        value[top : top + plan.tile, left : left + plan.tile] += share[..., None] * rgba[..., :3]
    weight = weight[300 : 300 + window.height, 300 : 300 + window.width]
    value = value[300 : 300 + window.height, 300 : 300 + window.width]
    mean = value / np.where(weight > 0, weight, 1)[..., None]
    result = samples.astype(float).copy()
    for number in {each.band for each in stretch.bands}:
        channels = [i for i, each in enumerate(stretch.bands) if each.band == number]
        new = stretch.bands[channels[0]].from_u8(mean[..., channels].mean(-1))
        a = np.minimum(weight, 1.0)
        mixed = (1 - a) * result[number - 1] + a * new
        touched = (weight > 0) & valid
        result[number - 1][touched] = mixed[touched]
    return result, (weight > 0) & valid


@pytest.mark.parametrize("where", sorted(WINDOWS))
@pytest.mark.parametrize("kind", ["rgb", "rgba", "nir16", "grey_float", "mask"])
def test_results(qgis_app: object, fixtures: Path, tmp_path: Path, kind: str, where: str) -> None:
    height, width = 201, 333
    unit = scenes.aerial(height, width, 4)
    hole = np.zeros((height, width), dtype=bool)
    hole[60:100, 100:140] = True
    options: dict = {}
    if kind == "rgb":
        samples = (unit[:3] * 255).astype(np.uint8)
        hole[:] = False
    elif kind == "rgba":
        samples = np.concatenate([unit[:3] * 255, np.where(hole, 0, 255)[None]]).astype(np.uint8)
        options["alpha"] = True
    elif kind == "nir16":
        samples = (unit * 4000 + 200).astype(np.uint16)
        samples[:, hole] = 0
        options["nodata"] = 0
    elif kind == "grey_float":
        samples = (unit[:1] * 40 - 10).astype(np.float32)
        samples[:, hole] = -9999
        options["nodata"] = -9999
    else:
        samples = (unit[:3] * 255).astype(np.uint8)
        options["internal_mask"] = np.where(hole, 0, 255).astype(np.uint8)
    path = scenes.write(tmp_path / "scene.tif", samples, **options)
    request = make_request(fixtures, path, tmp_path / "out" / "result.tif", WINDOWS[where])
    stretch, result = run(request, {"FORESHOCK_SYNTHETIC": "true"})

    window = request.window
    cut = (slice(window.row, window.row + window.height), slice(window.col, window.col + window.width))
    source = gdal.Open(str(path))
    assert result.GetGeoTransform() == request.geotransform().t
    if where == "whole":
        assert result.GetGeoTransform() == source.GetGeoTransform()
    assert result.GetSpatialRef().IsSame(source.GetSpatialRef())
    assert (result.RasterXSize, result.RasterYSize, result.RasterCount) == (
        window.width,
        window.height,
        source.RasterCount,
    )
    for number in range(1, source.RasterCount + 1):
        ours, theirs = result.GetRasterBand(number), source.GetRasterBand(number)
        assert ours.DataType == theirs.DataType and ours.GetNoDataValue() == theirs.GetNoDataValue()
        assert ours.GetColorInterpretation() == theirs.GetColorInterpretation()
        assert ours.GetMaskFlags() == theirs.GetMaskFlags()
    assert result.GetRasterBand(1).GetBlockSize() == [256, 256]
    assert result.GetMetadataItem("FORESHOCK_SYNTHETIC") == "true"
    if options.get("internal_mask") is not None:
        assert (result.GetRasterBand(1).GetMaskBand().ReadAsArray() == options["internal_mask"][cut]).all()

    found = result.ReadAsArray().reshape(source.RasterCount, window.height, window.width)
    before = samples[(slice(None), *cut)]
    want, touched = expected(request, stretch, before, ~hole[cut])
    assert touched.any() and not touched.all()
    assert (found[:, ~touched] == before[:, ~touched]).all(), "untouched samples are the source's"
    shown = sorted({each.band for each in stretch.bands})
    other = [band for band in range(1, samples.shape[0] + 1) if band not in shown]
    assert all((found[band - 1] == before[band - 1]).all() for band in other), "other bands pass through"
    assert (found[:3, touched] != before[:3, touched]).any()
    difference = np.abs(found.astype(float) - want)
    assert difference.max() <= (0.5 + 1e-9 if samples.dtype.kind == "u" else 1e-4)
    if "nodata" in options:
        assert ((found[shown[0] - 1] == options["nodata"]) == hole[cut]).all(), "an edited px is never nodata"


def test_a_large_result_has_overviews_and_odd_grids_stay(qgis_app: object, fixtures: Path, tmp_path: Path) -> None:
    south_up = (100.25, 0.3, 0.0, 900.5, 0.0, 0.7)
    path = scenes.rgb(tmp_path / "scene.tif", height=1301, width=777, geotransform=south_up, epsg=2263)
    _, result = run(make_request(fixtures, path, tmp_path / "result.tif"), {})
    assert result.GetGeoTransform() == south_up
    assert result.GetRasterBand(1).GetOverviewCount() == 2


def test_an_edit_never_becomes_nodata_that_the_user_declared(qgis_app: object, fixtures: Path, tmp_path: Path) -> None:
    path = scenes.rgb(tmp_path / "scene.tif", height=201, width=333)
    request = make_request(fixtures, path, tmp_path / "result.tif")
    request = replace(request, source=replace(request.source, nodata=[NodataRange(2, 90.0, 120.0)]))
    _, result = run(request, {})
    before, after = gdal.Open(str(path)).ReadAsArray(), result.ReadAsArray()
    nodata = [(samples[1] >= 90) & (samples[1] <= 120) for samples in (before, after)]
    assert (nodata[0] == nodata[1]).all() and nodata[0].any() and not nodata[0].all()
    assert (before[:, nodata[0]] == after[:, nodata[0]]).all() and (before != after).any()


def test_pixels_that_all_bands_together_declare_nodata_stay(qgis_app: object, fixtures: Path, tmp_path: Path) -> None:
    samples = (scenes.aerial(201, 333, 3) * 255).astype(np.uint8)
    # The disc that changes runs through 130, 90, 40: there an edit would become nodata.
    samples[:, 60:80, 100:120] = np.array([130, 90, 40])[:, None, None]
    path = scenes.write(tmp_path / "scene.tif", samples)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.SetMetadataItem("NODATA_VALUES", "130 90 40")
    dataset = None
    _, result = run(make_request(fixtures, path, tmp_path / "result.tif"), {})
    masks = [each.GetRasterBand(1).GetMaskBand().ReadAsArray() for each in (gdal.Open(str(path)), result)]
    assert (masks[0] == masks[1]).all() and (masks[0] == 0).sum() == 400
    assert (result.ReadAsArray()[:, masks[0] == 0] == samples[:, masks[0] == 0]).all()


def test_the_source_is_never_written_over(qgis_app: object, fixtures: Path, tmp_path: Path) -> None:
    path = scenes.rgb(tmp_path / "scene.tif")
    before = path.read_bytes()
    (tmp_path / "link.tif").symlink_to(path)
    for output in (path, tmp_path / "link.tif"):
        with pytest.raises(ForeshockError, match="is the source") as refused:
            run(make_request(fixtures, path, output), {})
        assert refused.value.hint and path.read_bytes() == before


def test_what_lay_beside_an_earlier_result_goes(qgis_app: object, fixtures: Path, tmp_path: Path) -> None:
    path, output = scenes.rgb(tmp_path / "scene.tif"), tmp_path / "out" / "result.tif"
    output.parent.mkdir()
    scenes.rgb(output, nodata=None)
    dataset = gdal.Open(str(output))
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.BuildOverviews("NEAREST", [2])
    dataset = None
    nodata = '<PAMDataset><PAMRasterBand band="1"><NoDataValue>7</NoDataValue></PAMRasterBand></PAMDataset>'
    Path(f"{output}.aux.xml").write_text(nodata)
    assert len(list(output.parent.iterdir())) == 4
    run(make_request(fixtures, path, output), {})
    assert [each.name for each in output.parent.iterdir()] == ["result.tif"]


def test_a_cancelled_result_leaves_nothing(qgis_app: object, fixtures: Path, tmp_path: Path) -> None:
    path = scenes.rgb(tmp_path / "scene.tif")
    request = make_request(fixtures, path, tmp_path / "out" / "result.tif")
    tiles = fake_tiles(request)
    with pytest.raises(Cancelled):
        write_result(request, Stretch.identity((1, 2, 3)), lambda i: tiles[i][1], {}, lambda share: share < 0.5)
    assert list((tmp_path / "out").iterdir()) == []


def test_images_that_are_not_the_tile_are_refused(qgis_app: object) -> None:
    refuses_other_images()


def test_images_that_are_not_the_tile_are_refused_where_gdal_raises(qgis_app: object, raising: None) -> None:
    refuses_other_images()


def refuses_other_images() -> None:
    place = Geotransform(scenes.UTM)
    good = np.zeros((32, 32, 4), dtype=np.uint8)
    assert read_outcome_image(scenes.outcome_tiff(good, place.t), 32, place).shape == (32, 32, 4)
    vrt = b'<VRTDataset rasterXSize="32" rasterYSize="32"></VRTDataset>'
    cases = [
        (b"", "no GeoTIFF"),
        (vrt, "no GeoTIFF"),
        (scenes.outcome_tiff(good[:16, :16], place.t), "not 32"),
        (scenes.outcome_tiff(good, place.at(16, 0).t), "elsewhere"),
        (scenes.outcome_tiff(good, place.t)[:300], "cannot be used"),
    ]
    for data, says in cases:
        with pytest.raises(ForeshockError, match=says):
            read_outcome_image(data, 32, place)


def test_the_layer_says_that_it_is_simulated(qgis_app: object, fixtures: Path, tmp_path: Path) -> None:
    path = scenes.rgb(tmp_path / "scene.tif")
    request = make_request(fixtures, path, tmp_path / "result.tif")
    made = Outcome.parse((fixtures / "messages" / "valid" / "outcome_done.json").read_bytes()).done.provenance
    run(request, provenance.tags(request, made, "0.1.0"))
    project = QgsProject.instance()
    source = QgsRasterLayer(str(path), "scene", "gdal")
    project.addMapLayer(source)
    request = replace(request, layer_id=source.id())
    assembled = Assembled(request.output, None, 0, 0.0)
    first = add_result(project, request, assembled)
    second = add_result(project, request, assembled)
    groups = project.layerTreeRoot().findGroups()
    assert [group.name() for group in groups] == ["Simulations"]
    (inner,) = groups[0].findGroups()
    assert inner.name() == "scene" and [node.layer() for node in inner.findLayers()] == [second, first]
    assert first.name() == "scene: flood — SIMULATED" and first.customProperty("foreshock/simulated")
    assert first.customProperty("foreshock/job_id") == str(request.job_id)
    metadata = first.metadata()
    assert "SIMULATED" in metadata.abstract() and "SIMULATED" in metadata.keywords()["foreshock"]
    assert first.extent() == source.extent() and first.crs() == source.crs()
    tags = gdal.Open(request.output).GetMetadata()
    assert tags["FORESHOCK_SYNTHETIC"] == "YES" and tags["FORESHOCK_JOB_ID"] == str(request.job_id)
    reference = osr.SpatialReference()
    reference.ImportFromWkt(tags["FORESHOCK_CRS_WKT"])
    assert reference.IsSame(gdal.Open(str(path)).GetSpatialRef())
    project.clear()
