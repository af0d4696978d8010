"""Layers from map servers: the levels they offer, and their drawing px for px, whatever the server does."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Callable, Iterator, List, Optional, Tuple

import numpy as np
import pytest
import qgis_session
import scenes
from foreshock.core import png
from foreshock.core.errors import UnsupportedRaster
from foreshock.core.grid import Geotransform, PixelGrid, TilePlan, Window
from foreshock.core.journal import DONE, Journal
from foreshock.core.messages import Capabilities, Job
from foreshock.core.request import RasterSource, SimulationRequest
from foreshock.core.stretch import Stretch
from foreshock.imagery import drawing, map_answers
from foreshock.imagery.drawn_layer import Level, inspect_drawn, is_drawn, levels, nearest_level, preferred_level
from foreshock.imagery.raster import RasterReader
from foreshock.jobs.sending import TileSender
from map_server import HALF, WMTS_CORNER, WMTS_STEPS, MapServer, colours, picture
from osgeo import gdal
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsPointXY, QgsRasterLayer, QgsTask

#: A place in Rome at zoom 17, on no border of a map tile: tiles 70084 to 70088, 48714 to 48716.
ROME = Window(70084 * 256 + 100, 48714 * 256 + 30, 1030, 600)


@pytest.fixture
def server() -> Iterator[MapServer]:
    with MapServer() as running:
        yield running


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch, qgis_app: object) -> Iterator[None]:
    """The pauses for a server that needs time, shortened."""
    monkeypatch.setattr(drawing, "_PAUSES", (0.05, 0.1, 0.1))
    map_answers.start()
    yield
    map_answers.stop()
    qgis_session.tidy()


class DrawTask(QgsTask):
    """Draws where the plugin does: on a thread of QGIS's task manager."""

    def __init__(self, source: RasterSource) -> None:
        super().__init__("draw", QgsTask.Flag.CanCancel)
        self._source = source
        self.drawn: Optional[bool] = None
        self.error: Optional[Exception] = None
        self.over = threading.Event()

    def run(self) -> bool:
        try:
            self.drawn = drawing.draw(self._source, self.isCanceled)
        except Exception as error:  # noqa: BLE001 - told by the test
            self.error = error
        self.over.set()
        return True


def draw(source: RasterSource, meanwhile: Callable[[DrawTask], object] = lambda _: None) -> bool:
    task = DrawTask(source)
    QgsApplication.taskManager().addTask(task)
    meanwhile(task)
    assert qgis_session.spin_until(task.over.is_set, 60), "the drawing does not end"
    if task.error is not None:
        raise task.error
    assert task.drawn is not None
    return task.drawn


def xyz(
    server: MapServer, more: str = "", path: str = "%7Bz%7D/%7Bx%7D/%7By%7D.png%3Fkey%3Dsecret%26v%3D1"
) -> QgsRasterLayer:
    return QgsRasterLayer(f"type=xyz&url={server.url}/{path}&zmin=3&zmax=17{more}", "xyz", "wms")


def at_zoom(layer: QgsRasterLayer, zoom: int) -> Level:
    return next(level for level in levels(layer) if level.label.startswith(f"zoom {zoom} "))


def source_of(layer: QgsRasterLayer, level: Level, part: Window, folder: Path, gaps: bool = False) -> RasterSource:
    return replace(inspect_drawn(layer, level, gaps), part=part, path=str(folder / "source.tif"))


def pixels_of(source: RasterSource) -> Tuple[np.ndarray, gdal.Dataset]:
    dataset = gdal.Open(source.path)
    return np.moveaxis(dataset.ReadAsArray(), 0, -1), dataset


def rome(server: MapServer, folder: Path, gaps: bool = False) -> RasterSource:
    layer = xyz(server)
    return source_of(layer, at_zoom(layer, 17), ROME, folder, gaps)


def expected(part: Window = ROME, salt: int = 17) -> np.ndarray:
    return colours(part.col, part.row, part.width, part.height, salt)


# Levels -------------------------------------------------------------------------------------------------------------


def test_the_levels_of_xyz_are_its_zoom_levels(server: MapServer) -> None:
    layer = xyz(server)
    assert is_drawn(layer)
    found = levels(layer, QgsPointXY(0, 8_399_737.89))  # 60° north
    assert [level.width for level in found] == [256 << zoom for zoom in range(17, 2, -1)]
    finest = found[0]
    assert finest.height == finest.width
    assert finest.geotransform == (-HALF, 2 * HALF / (256 << 17), 0.0, HALF, 0.0, -2 * HALF / (256 << 17))
    # Web Mercator shows everything twice as large there.
    assert finest.gsd_m == pytest.approx(1.1943 / 2, rel=3e-3) and finest.label == "zoom 17 (0.598 m per px)"
    assert found[1].gsd_m == pytest.approx(2 * finest.gsd_m)
    assert server.asked == []


def test_a_level_is_chosen_by_scale_or_for_a_model(server: MapServer) -> None:
    found = levels(xyz(server))
    assert nearest_level(found, 4.5) is found[2]
    assert nearest_level(found, 0.01) is found[0], "zmax bounds it"
    assert preferred_level(found, 2.0, 6.0, 100.0) is found[2]
    assert preferred_level(found, 2.0, 6.0, 2.5) is found[1]
    assert preferred_level(found, 0.1, 0.5, 100.0) is found[0]


def test_tiles_for_fine_screens(server: MapServer, tmp_path: Path) -> None:
    server.tile_side = 512
    layer = xyz(server, "&tilePixelRatio=2")
    level = at_zoom(layer, 16)
    assert level.width == 512 << 16
    part = Window(35042 * 512 + 40, 24357 * 512 + 500, 600, 300)
    source = source_of(layer, level, part, tmp_path)
    assert draw(source)
    assert (pixels_of(source)[0][..., :3] == expected(part, 16)).all()


def test_what_cannot_be_drawn_is_refused_with_a_remedy(server: MapServer, tmp_path: Path) -> None:
    good = xyz(server)
    level = levels(good)[0]
    nowhere = xyz(server)
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    broken = QgsRasterLayer("crs=EPSG:32633&format=image/png&layers=px&styles=&url=http://127.0.0.1:9", "wms", "wms")
    for layer, says in ((nowhere, "no coordinate reference system"), (broken, "cannot be read")):
        for refuse in (lambda one: inspect_drawn(one, level), levels):
            with pytest.raises(UnsupportedRaster, match=says) as refused:
                refuse(layer)
            assert refused.value.hint
    samples = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif")), "samples", "gdal")
    assert not is_drawn(samples)
    with pytest.raises(UnsupportedRaster, match="numbers"):
        inspect_drawn(samples, level)


# Drawing ------------------------------------------------------------------------------------------------------------


def test_a_drawing_is_what_the_server_sent_px_for_px(server: MapServer, tmp_path: Path) -> None:
    source = rome(server, tmp_path)
    assert draw(source)
    pixels, dataset = pixels_of(source)
    assert (pixels[..., :3] == expected()).all() and (pixels[..., 3] == 255).all()
    assert tuple(dataset.GetGeoTransform()) == Geotransform(source.geotransform).at(ROME.col, ROME.row).t
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "3857"
    assert dataset.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    assert [each.name for each in tmp_path.iterdir()] == ["source.tif"]
    # Each map tile once, none beyond the part, and the URL as the user wrote it.
    wanted = {f"/17/{x}/{y}.png?key=secret&v=1" for x in range(70084, 70089) for y in range(48714, 48717)}
    assert sorted(server.asked) == sorted(wanted)


def test_no_map_tile_is_asked_for_that_only_touches(server: MapServer, tmp_path: Path) -> None:
    """By rounding, these borders lie in the neighbours."""
    layer = xyz(server)
    part = Window(17_000 * 256, 11_000 * 256, 4 * 256, 3 * 256)
    source = source_of(layer, at_zoom(layer, 15), part, tmp_path)
    assert draw(source)
    assert (pixels_of(source)[0][..., :3] == expected(part, 15)).all()
    assert len(server.asked) == 12


def test_what_is_drawn_already_is_not_drawn_again(server: MapServer, tmp_path: Path) -> None:
    source = rome(server, tmp_path)
    Path(source.path).write_bytes(b"drawn")
    assert draw(source) and server.asked == []
    assert Path(source.path).read_bytes() == b"drawn"


def test_jobs_are_cut_from_a_drawing(server: MapServer, tmp_path: Path) -> None:
    layer = xyz(server)
    whole = inspect_drawn(layer, at_zoom(layer, 17))
    plan = TilePlan.cover(ROME, 256, 32)
    source = replace(whole, part=plan.bounds(whole.width, whole.height), path=str(tmp_path / "source.tif"))
    assert draw(source)
    with RasterReader(source) as reader:
        assert reader.stretch(ROME) == Stretch.identity((1, 2, 3))
        for tile in plan.tiles():
            pixels = reader.tile(plan, tile.col, tile.row, Stretch.identity((1, 2, 3)))
            assert (pixels == colours(tile.col, tile.row, 256, 256, 17)).all()


def test_the_edge_of_the_world(server: MapServer, tmp_path: Path) -> None:
    layer = xyz(server)
    level = at_zoom(layer, 3)
    part = PixelGrid(Geotransform(level.geotransform), level.width, level.height).snap(
        (HALF - 3e6, HALF - 2e6), (9e7, 9e7)
    )
    assert (part.col + part.width, part.row) == (2048, 0)
    source = source_of(layer, level, part, tmp_path)
    assert draw(source)
    assert (pixels_of(source)[0][..., :3] == expected(part, 3)).all()


def test_late_map_tiles_are_waited_for(server: MapServer, tmp_path: Path) -> None:
    busy, page = (503, "text/plain", b"busy"), (200, "text/html", b"<html>sign in first</html>")
    good = [picture(colours(x * 256, y * 256, 256, 256, 17)) for x, y in ((70085, 48715), (70088, 48716))]
    server.faults = {
        "17/70085/48715": [busy, busy, good[0]],
        "17/70088/48716": [page, (200, "image/png", b""), good[1]],
    }
    source = rome(server, tmp_path)
    assert draw(source)
    assert (pixels_of(source)[0][..., :3] == expected()).all()
    assert server.times("/17/70085/48715") == 3 and server.times("/17/70088/48716") == 3
    assert server.times("/17/70084/48714") == 1


def test_a_missing_map_tile_ends_it_with_a_remedy(server: MapServer, tmp_path: Path) -> None:
    server.faults = {"17/70085/48715": [(404, "text/plain", b"not here, see http://u:pw@maps.example/x?key=secret")]}
    source = rome(server, tmp_path)
    with pytest.raises(UnsupportedRaster, match=r"1 of 15 map tiles \(404 Not Found") as refused:
        draw(source)
    x, y = Geotransform(source.geotransform).apply(70085.5 * 256, 48715.5 * 256)
    assert f"{x:.8g}, {y:.8g}" in refused.value.message
    assert "allow missing" in refused.value.hint
    assert "secret" not in str(refused.value) and "pw" not in str(refused.value)
    assert server.times("/17/70085/48715") >= 4
    assert list(tmp_path.iterdir()) == []


def test_missing_map_tiles_become_nodata_if_allowed(server: MapServer, tmp_path: Path) -> None:
    server.faults = {"17/70085/48715": [(404, "text/plain", b"")], "17/70088/48714": [(403, "text/html", b"<b>no</b>")]}
    source = rome(server, tmp_path, gaps=True)
    assert draw(source)
    hole = np.zeros((ROME.height, ROME.width), dtype=bool)
    for x, y in ((70085, 48715), (70088, 48714)):
        left, top = x * 256 - ROME.col, y * 256 - ROME.row
        hole[max(top, 0) : top + 256, max(left, 0) : left + 256] = True
    with RasterReader(source) as reader:
        assert (reader.valid(ROME) == ~hole).all()
    assert (pixels_of(source)[0][..., :3][~hole] == expected()[~hole]).all()


def test_transparent_map_tiles_are_no_fault(server: MapServer, tmp_path: Path) -> None:
    """The map is empty there: nothing to wait for, nothing to paint."""
    clear = np.dstack([colours(0, 0, 256, 256), np.zeros((256, 256), dtype=np.uint8)])
    clear[100:, :, 3] = 128
    server.faults = {"17/70085/48715": [picture(clear)]}
    source = rome(server, tmp_path)
    assert draw(source)
    pixels, _ = pixels_of(source)
    left, top = 70085 * 256 - ROME.col, 48715 * 256 - ROME.row
    inside = pixels[top : top + 256, left : left + 256]
    assert (inside[:100] == 0).all() and (inside[100:] == clear[100:]).all()
    assert server.times("/17/70085/48715") == 1


def test_empty_and_missing_look_alike_where_nobody_listens(server: MapServer, tmp_path: Path) -> None:
    map_answers.stop()
    server.faults = {"17/70085/48715": [picture(np.zeros((256, 256, 4), dtype=np.uint8))]}
    with pytest.raises(UnsupportedRaster, match=r"1 of 15 map tiles \(they are empty, or did not come\)"):
        draw(rome(server, tmp_path))
    source = rome(server, tmp_path, gaps=True)
    assert draw(source)
    assert np.count_nonzero(pixels_of(source)[0][..., 3] == 0) == 256 * 256


@pytest.mark.parametrize("gaps", [False, True])
def test_a_server_that_gives_nothing(server: MapServer, tmp_path: Path, gaps: bool) -> None:
    server.faults = {
        f"17/{x}/{y}": [(403, "text/plain", b"no such key")] for x in range(70084, 70089) for y in range(48714, 48717)
    }
    with pytest.raises(UnsupportedRaster, match=r"nothing of this area: 403 Forbidden: no such key") as refused:
        draw(rome(server, tmp_path, gaps))
    assert refused.value.hint
    nobody = QgsRasterLayer(
        "type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png%3Fkey%3Dsecret&zmax=17", "x", "wms"
    )
    with pytest.raises(UnsupportedRaster, match="nothing of this area: Connection refused") as refused:
        draw(source_of(nobody, at_zoom(nobody, 17), ROME, tmp_path, gaps))
    assert "secret" not in str(refused.value)


def test_an_empty_map_is_refused(server: MapServer, tmp_path: Path) -> None:
    clear = picture(np.zeros((256, 256, 4), dtype=np.uint8))
    server.faults = {f"17/{x}/{y}": [clear] for x in range(70084, 70089) for y in range(48714, 48717)}
    with pytest.raises(UnsupportedRaster, match="empty"):
        draw(rome(server, tmp_path, gaps=True))


def test_a_cancel_does_not_wait_for_a_slow_server(server: MapServer, tmp_path: Path) -> None:
    server.flowing.clear()

    def cancel(task: DrawTask) -> None:
        assert qgis_session.spin_until(lambda: len(server.asked) >= 3, 30)
        task.cancel()
        # The server still holds every answer back.
        assert qgis_session.spin_until(task.over.is_set, 20), "the cancel waits for the server"
        assert not server.flowing.is_set()

    assert draw(rome(server, tmp_path), cancel) is False
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_down_for_a_while(server: MapServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is left alone once nothing has come in several blocks; then all of them are drawn."""
    monkeypatch.setattr(drawing, "_BLOCK", 256)
    server.refusing = drawing._HOPELESS
    source = rome(server, tmp_path)
    assert draw(source)
    assert (pixels_of(source)[0][..., :3] == expected()).all()
    assert len(server.asked) == 15 + drawing._HOPELESS
    first = server.asked[: drawing._HOPELESS]
    assert server.asked[drawing._HOPELESS : 2 * drawing._HOPELESS] == first


# Other services -----------------------------------------------------------------------------------------------------


def wms(server: MapServer) -> QgsRasterLayer:
    layer = QgsRasterLayer(f"crs=EPSG:32633&format=image/png&layers=px&styles=&url={server.url}/wms", "wms", "wms")
    assert layer.isValid()
    return layer


def test_a_wms_on_a_grid_through_the_origin(server: MapServer, tmp_path: Path) -> None:
    layer = wms(server)
    level = nearest_level(levels(layer), 0.5)
    assert level.geotransform == (450_000.0, 0.5, 0.0, 5_010_001.0, 0.0, -0.5)
    assert (level.width, level.height) == (20_002, 20_002)
    part = Window(3000, 5000, 1500, 1100)
    source = source_of(layer, level, part, tmp_path)
    assert source.metres_per_unit == 1.0 and draw(source)
    pixels, dataset = pixels_of(source)
    assert (pixels[..., :3] == colours(900_000 + 3000, -10_020_002 + 5000, 1500, 1100)).all()
    assert tuple(dataset.GetGeoTransform()) == (451_500.0, 0.5, 0.0, 5_007_501.0, 0.0, -0.5)
    assert sum("GetMap" in each for each in server.asked) == 6


def test_a_wms_says_why_it_gives_nothing(server: MapServer, tmp_path: Path) -> None:
    said = b'<ServiceExceptionReport version="1.3.0"><ServiceException>disk on fire</ServiceException></ServiceExceptionReport>'
    server.faults = {"/wms": [(200, "text/xml", said)]}
    layer = wms(server)
    source = source_of(layer, nearest_level(levels(layer), 0.5), Window(0, 0, 300, 300), tmp_path)
    with pytest.raises(UnsupportedRaster, match="disk on fire"):
        draw(source)


def wmts(server: MapServer, matrices: str, epsg: int) -> QgsRasterLayer:
    layer = QgsRasterLayer(
        f"crs=EPSG:{epsg}&format=image/png&layers=px&styles=default&tileMatrixSet={matrices}"
        f"&url={server.url}/wmts?SERVICE%3DWMTS%26REQUEST%3DGetCapabilities",
        "wmts",
        "wms",
    )
    assert layer.isValid()
    return layer


def test_a_wmts_of_zoom_levels(server: MapServer, tmp_path: Path) -> None:
    layer = wmts(server, "google", 3857)
    level = at_zoom(layer, 17)
    assert level.geotransform == at_zoom(xyz(server), 17).geotransform and level.width == 256 << 17
    source = source_of(layer, level, ROME, tmp_path)
    assert draw(source)
    assert (pixels_of(source)[0][..., :3] == expected()).all()


def test_a_wmts_on_its_own_tile_matrix(server: MapServer, tmp_path: Path) -> None:
    layer = wmts(server, "utm", 32633)
    found = levels(layer)
    assert [level.geotransform for level in found] == [
        (WMTS_CORNER[0], step, 0.0, WMTS_CORNER[1], 0.0, -step) for step in sorted(WMTS_STEPS)
    ]
    assert (found[1].width, found[1].height, found[1].label) == (32768, 32768, "4 m per px")
    part = Window(10_000, 12_000, 700, 400)
    source = source_of(layer, found[1], part, tmp_path)
    assert draw(source)
    assert (pixels_of(source)[0][..., :3] == expected(part, 1)).all()


def arcgis(server: MapServer) -> QgsRasterLayer:
    url = f"{server.url}/arcgis/rest/services/px/MapServer"
    layer = QgsRasterLayer(f"crs='EPSG:3857' format='PNG32' layer='' url='{url}'", "px", "arcgismapserver")
    assert layer.isValid() and is_drawn(layer)
    return layer


def test_an_arcgis_map_server(server: MapServer, tmp_path: Path) -> None:
    layer = arcgis(server)
    source = source_of(layer, at_zoom(layer, 17), ROME, tmp_path)
    assert draw(source)
    assert (pixels_of(source)[0][..., :3] == expected()).all()


def test_an_arcgis_map_server_that_keeps_no_map_tiles(server: MapServer, tmp_path: Path) -> None:
    server.cached = False
    layer = arcgis(server)
    level = nearest_level(levels(layer), 0.5)
    assert level.geotransform == (-40_075_017 / 2, 0.5, 0.0, 40_075_017 / 2, 0.0, -0.5)
    part = Window(42_000_000, 30_000_000, 700, 500)
    source = source_of(layer, level, part, tmp_path)
    assert draw(source)
    pixels, _ = pixels_of(source)
    assert (pixels[..., :3] == colours(part.col - 40_075_017, part.row - 40_075_017, 700, 500)).all()


def test_its_failures_are_told(server: MapServer, tmp_path: Path) -> None:
    server.cached = False
    server.faults = {"/arcgis/rest/services/px/MapServer/export": [(500, "text/plain", b"out of licences")]}
    layer = arcgis(server)
    source = source_of(layer, nearest_level(levels(layer), 0.5), Window(42_000_000, 30_000_000, 70, 50), tmp_path)
    with pytest.raises(UnsupportedRaster, match=r"500 .*out of licences"):
        draw(source)


# In a request -------------------------------------------------------------------------------------------------------


class Recorder:
    """Takes jobs as a fleet does, and keeps them."""

    def __init__(self) -> None:
        self.jobs: List[Job] = []

    def publish(self, job: Job) -> Future:
        self.jobs.append(job)
        done: Future = Future()
        done.set_result(None)
        return done


def test_a_request_is_drawn_and_sent_even_after_a_restart(server: MapServer, tmp_path: Path, fixtures: Path) -> None:
    layer = xyz(server)
    capabilities = Capabilities.parse((fixtures / "messages" / "valid" / "capabilities.json").read_bytes())
    request = SimulationRequest.new(
        layer_id=layer.id(),
        layer_name=layer.name(),
        source=inspect_drawn(layer, at_zoom(layer, 17)),
        window=ROME,
        instruction="flood the streets",
        model=capabilities.models[0],
        capabilities=capabilities,
        steps=3,
        seed=11,
        output=str(tmp_path / "result.tif"),
    )
    book = Journal(tmp_path / "journal")
    book.add(request)
    del layer
    (again,) = Journal(tmp_path / "journal").open_requests()
    recorder, ended = Recorder(), []

    def send() -> None:
        ended.append(TileSender(again, book, recorder, lambda _: None, lambda: False).run())

    sending = QgsTask.fromFunction("send", lambda _task: send())
    QgsApplication.taskManager().addTask(sending)
    assert qgis_session.spin_until(lambda: ended, 60) and ended == [True]
    assert len(recorder.jobs) == len(again.plan()) > 1
    for job in recorder.jobs:
        side = again.tile
        at = job.noise_origin
        assert (png.decode(job.source.png) == colours(at.col, at.row, side, side, 17)).all()
        assert job.grid.geotransform == Geotransform(again.source.geotransform).at(at.col, at.row).t
    book.set_state(again.job_id, DONE)
    assert not Path(again.source.path).exists()
