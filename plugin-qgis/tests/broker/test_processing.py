"""Processing algorithms with a real broker and a real worker: in QGIS, on its threads, and in ``qgis_process``."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any, Dict, Iterator, List
from uuid import UUID

import numpy as np
import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import processing_session
import qgis_session
import scenes
from fleet import PATIENCE, Fleet
from foreshock._vendor import pika
from foreshock.core import codec, topology
from foreshock.core import journal as states
from foreshock.core.broker_settings import BrokerSettings
from foreshock.core.grid import Geotransform, Window
from foreshock.core.messages import Failure, Outcome, TileId
from foreshock.imagery.drawn_layer import levels
from foreshock.imagery.mask import rasterise
from foreshock.jobs.client_folder import ClientFolder, client_root
from map_server import MapServer, colours
from osgeo import gdal
from processing_session import Feedback, InBackground, QgisProcess, refusal, run
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)

WORDS = "flood the low streets"


@pytest.fixture(scope="module")
def provider(qgis_app: object) -> Iterator[Any]:
    yield from processing_session.provider()


@pytest.fixture(autouse=True)
def session(provider: Any) -> Iterator[None]:
    QgsSettings().remove("foreshock")
    yield
    qgis_session.tidy()


@pytest.fixture(scope="module")
def headless(tmp_path_factory: Any) -> QgisProcess:
    return QgisProcess(tmp_path_factory.mktemp("headless"))


def areas(boxes: List[tuple], crs: str = "EPSG:32633", texts: List[str] = ()) -> QgsVectorLayer:
    """A layer of rectangles (x min, y min, x max, y max), with what happens in the field ``what``."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=what:string", "areas", "memory")
    features = []
    for number, box in enumerate(boxes):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*box)))
        feature.setAttributes([texts[number] if number < len(texts) else None])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def box_of(col: int, row: int, width: int, height: int) -> tuple:
    """A rectangle of px of a scene, in its CRS, a quarter px inside them."""
    x, step_x, _, y, _, step_y = scenes.UTM
    left, right = x + (col + 0.25) * step_x, x + (col + width - 0.25) * step_x
    top, bottom = y + (row + 0.25) * step_y, y + (row + height - 0.25) * step_y
    return (left, bottom, right, top)


def pixels(path: Any) -> np.ndarray:
    return gdal.Open(str(path)).ReadAsArray()


def state_of(job_id: str) -> str:
    folder = ClientFolder.holding(client_root(), UUID(job_id))
    try:
        return folder.journal.state(UUID(job_id))
    finally:
        folder.release()


def test_simulate(fleet: Fleet, tmp_path: Path) -> None:
    before = (scenes.aerial(150, 403, 3) * 250 + 3).astype(np.uint8)
    before[:, 20:60, 100:150] = 0
    source = scenes.write(tmp_path / "town.tif", before, nodata=0)
    feedback = Feedback()
    asked: Dict[str, Any] = {"INPUT": str(source), "INSTRUCTION": WORDS, "STEPS": 1, "SEED": 7, "URL": fleet.url}
    made = run("simulate", {**asked, "OUTPUT": str(tmp_path / "out.tif")}, feedback)

    ours, theirs = gdal.Open(made["OUTPUT"]), gdal.Open(str(source))
    assert ours.GetGeoTransform() == theirs.GetGeoTransform()
    assert ours.GetSpatialRef().IsSame(theirs.GetSpatialRef())
    after = ours.ReadAsArray()
    assert after.shape == before.shape and (after[:, 20:60, 100:150] == 0).all()
    assert (after != before).any() and 0.0 < made["CHANGED_FRACTION"] <= 1.0
    tags = ours.GetMetadata()
    assert tags["FORESHOCK_SYNTHETIC"] == "YES" and tags["FORESHOCK_INSTRUCTION"] == WORDS
    assert tags["FORESHOCK_JOB_ID"] == made["JOB_ID"] and tags["FORESHOCK_SEED"] == "7"
    assert made["TILES"] > 1 and made["CACHE_HITS"] == 0 and made["SECONDS"] > 0
    outlines = QgsVectorLayer(made["FOOTPRINT"], "changed", "ogr")
    area = sum(feature["area_m2"] for feature in outlines.getFeatures())
    assert outlines.isValid() and area == pytest.approx(made["CHANGED_AREA"]) and area > 0
    assert feedback.shares[-1] == 100.0 and feedback.shares == sorted(feedback.shares)
    assert state_of(made["JOB_ID"]) == states.DONE
    password = BrokerSettings.from_url(fleet.url).password
    assert not any(password in text for text in feedback.said + feedback.warned)

    again = run("simulate", {**asked, "OUTPUT": str(tmp_path / "again.tif")})
    assert again["CACHE_HITS"] == again["TILES"] and (pixels(again["OUTPUT"]) == after).all()
    # A window of the same raster keeps the raster's grid.
    left, bottom, right, top = box_of(30, 40, 50, 60)
    part = run(
        "simulate",
        {**asked, "AREA": f"{left},{right},{bottom},{top} [EPSG:32633]", "OUTPUT": str(tmp_path / "part.tif")},
    )
    assert pixels(part["OUTPUT"]).shape == (3, 60, 50)
    expected = Geotransform(tuple(theirs.GetGeoTransform())).at(30, 40)
    assert gdal.Open(part["OUTPUT"]).GetGeoTransform() == expected.t
    for each in (made, again, part):
        verified = run("verify", {"INPUT": each["OUTPUT"], "SOURCE": str(source)})
        assert (verified["AGREES"], verified["JOB_ID"]) == (True, each["JOB_ID"]), verified["PROBLEMS"]


def test_a_mask_is_kept_bit_for_bit(fleet: Fleet, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=120, width=160)
    before = pixels(source)
    utm, degrees = QgsCoordinateReferenceSystem("EPSG:32633"), QgsCoordinateReferenceSystem("EPSG:4326")
    # Two that overlap (no hole may come of it), in degrees.
    layer = areas([], "EPSG:4326")
    geometries = []
    for box in (box_of(20, 20, 50, 40), box_of(50, 40, 60, 50)):
        geometry = QgsGeometry.fromRect(QgsRectangle(*box)).densifyByCount(20)
        geometry.transform(QgsCoordinateTransform(utm, degrees, QgsProject.instance()))
        geometries.append(geometry)
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        layer.dataProvider().addFeatures([feature])
    made = run(
        "simulate",
        {
            "INPUT": str(source),
            "PRESET": 1,
            "SEVERITY": 2,
            "MASK": layer,
            "STEPS": 1,
            "URL": fleet.url,
            "OUTPUT": str(tmp_path / "out.tif"),
        },
    )
    inside = np.zeros((120, 160), dtype=bool)
    for box in (box_of(20, 20, 50, 40), box_of(50, 40, 60, 50)):
        outline = QgsGeometry.fromRect(QgsRectangle(*box)).asWkt(17)
        inside |= rasterise(outline, Geotransform(scenes.UTM), Window(0, 0, 160, 120))
    after = pixels(made["OUTPUT"])
    assert (after[:, ~inside] == before[:, ~inside]).all()
    changed = (after != before).any(axis=0)
    assert changed.any() and changed[45:55, 55:65].any(), "where both overlap, it may change"
    instruction = gdal.Open(made["OUTPUT"]).GetMetadata()["FORESHOCK_INSTRUCTION"]
    assert "deep muddy flood water" in instruction
    # The same, as the plugin tells it, with the mask that the provenance file holds.
    plausible = run("plausibility", {"INPUT": made["OUTPUT"], "SOURCE": str(source)})
    assert plausible["OUTSIDE_PIXELS"] == 0 and plausible["CHANGED_SHARE"] == pytest.approx(changed.mean())


def test_a_loaded_result_is_marked(fleet: Fleet, tmp_path: Path) -> None:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif", height=90, width=90)), "harbour", "gdal")
    QgsProject.instance().addMapLayer(layer)
    import processing

    made = processing.runAndLoadResults(
        "foreshock:simulate",
        {"INPUT": layer.id(), "INSTRUCTION": WORDS, "STEPS": 1, "URL": fleet.url, "OUTPUT": "TEMPORARY_OUTPUT"},
        feedback=Feedback(),
    )
    (result,) = [each for each in QgsProject.instance().mapLayers().values() if each.id() != layer.id()]
    assert result.name() == f"harbour: {WORDS} — SIMULATED" and "SIMULATED" in result.metadata().abstract()
    assert result.customProperty("foreshock/job_id") == made["JOB_ID"]
    assert result.customProperty("foreshock/source_layer_id") == layer.id()
    assert result.customProperty("foreshock/simulated") in (True, "true")


def test_a_batch_survives_a_bad_area(fleet: Fleet, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=200, width=260)
    before = pixels(source)
    far = (100.0, 100.0, 200.0, 200.0)
    boxes = [box_of(10, 10, 60, 50), far, box_of(120, 90, 70, 60)]
    layer = areas(boxes, texts=["flood the low streets", "burn the forest"])
    job = InBackground(
        "simulatebatch",
        {
            "INPUT": str(source),
            "AREAS": layer,
            "INSTRUCTION_FIELD": "what",
            "INSTRUCTION": "'snow on area ' || $id",
            "STEPS": 1,
            "IN_FLIGHT": 1,
            "URL": fleet.url,
            "OUTPUT_FOLDER": str(tmp_path / "out"),
            "INDEX": str(tmp_path / "index.geojson"),
        },
    ).start()
    layer = None  # Processing must not need it any more than any algorithm does
    made = job.wait(PATIENCE)
    assert job.successful and (made["DONE"], made["FAILED"]) == (2, 1), job.feedback.warned
    index = QgsVectorLayer(made["INDEX"], "index", "ogr")
    rows = {feature["feature"]: feature for feature in index.getFeatures()}
    assert [rows[number]["status"] for number in (1, 2, 3)] == ["done", "failed", "done"]
    assert "does not overlap" in rows[2]["message"] and not rows[2]["output"]
    assert rows[1]["instruction"] == "flood the low streets" and rows[3]["instruction"] == "snow on area 3"
    assert made["JOB_IDS"].split(",") == [rows[1]["job_id"], rows[3]["job_id"]]
    for number, (col, row, width, height) in ((1, (10, 10, 60, 50)), (3, (120, 90, 70, 60))):
        after = pixels(rows[number]["output"])
        assert after.shape == (3, height, width)
        cut = before[:, row : row + height, col : col + width]
        inside = rasterise(
            QgsGeometry.fromRect(QgsRectangle(*boxes[number - 1])).asWkt(17),
            Geotransform(scenes.UTM).at(col, row),
            Window(0, 0, width, height),
        )
        assert (after[:, ~inside] == cut[:, ~inside]).all() and (after != cut).any()


def test_submitted_here_collected_there(fleet: Fleet, headless: QgisProcess, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=100, width=120)
    parameters = {"INPUT": source, "INSTRUCTION": WORDS, "STEPS": 1, "SEED": 3, "OUTPUT_FOLDER": tmp_path / "first"}
    sent = headless.run("submit", parameters, FORESHOCK_AMQP_URL=fleet.url)
    assert sent["TILES"] >= 1 and not (tmp_path / "first").exists()
    got = headless.run(
        "collect", {"OUTPUT_FOLDER": tmp_path / "second", "TIMEOUT": PATIENCE}, FORESHOCK_AMQP_URL=fleet.url
    )
    assert got["DONE"] == sent["JOB_IDS"] and got["WAITING"] == "" and got["COUNT"] == 1
    (path,) = got["RESULTS"]
    assert Path(path).parent == tmp_path / "second"
    assert gdal.Open(path).GetMetadata()["FORESHOCK_JOB_ID"] == sent["JOB_IDS"]
    nothing = headless.run("collect", {"TIMEOUT": 0}, FORESHOCK_AMQP_URL=fleet.url)
    assert nothing["COUNT"] == 0 and nothing["WAITING"] == ""


def test_areas_are_submitted_and_their_results_loaded(fleet: Fleet, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=200, width=260)
    layer = areas([box_of(10, 10, 60, 50), (1.0, 1.0, 2.0, 2.0), box_of(120, 90, 70, 60)], texts=["flood the yard"])
    feedback = Feedback()
    sent = run(
        "submit",
        {
            "INPUT": str(source),
            "AREAS": layer,
            "INSTRUCTION_FIELD": "what",
            "INSTRUCTION": WORDS,
            "STEPS": 1,
            "URL": fleet.url,
            "OUTPUT_FOLDER": str(tmp_path / "out"),
        },
        feedback,
    )
    assert len(sent["JOB_IDS"].split(",")) == 2 and sent["FAILED"] == 1
    assert any("does not overlap" in text for text in feedback.warned)
    import processing

    got = processing.runAndLoadResults(
        "foreshock:collect",
        {"JOB_IDS": sent["JOB_IDS"], "LOAD": True, "TIMEOUT": PATIENCE, "URL": fleet.url},
        feedback=Feedback(),
    )
    assert sorted(got["DONE"].split(",")) == sorted(sent["JOB_IDS"].split(","))
    loaded = list(QgsProject.instance().mapLayers().values())
    assert sorted(each.customProperty("foreshock/job_id") for each in loaded) == sorted(sent["JOB_IDS"].split(","))
    assert {each.name() for each in loaded} == {f"town: {words} — SIMULATED" for words in ("flood the yard", WORDS)}
    words = {gdal.Open(path).GetMetadata()["FORESHOCK_INSTRUCTION"] for path in got["RESULTS"]}
    assert words == {"flood the yard", WORDS}


def test_two_at_once_do_not_disturb_each_other(fleet: Fleet, tmp_path: Path) -> None:
    jobs = []
    for number in range(2):
        source = scenes.rgb(tmp_path / f"town{number}.tif", height=90, width=90)
        asked = {"INPUT": str(source), "INSTRUCTION": WORDS, "STEPS": 2, "SEED": number, "URL": fleet.url}
        jobs.append(InBackground("simulate", {**asked, "OUTPUT": str(tmp_path / f"out{number}.tif")}).start())
    made = [job.wait(PATIENCE) for job in jobs]
    assert all(job.successful for job in jobs), [job.feedback.warned for job in jobs]
    for number, each in enumerate(made):
        assert gdal.Open(each["OUTPUT"]).GetMetadata()["FORESHOCK_SEED"] == str(number)


def test_lost_answers_are_asked_for_again(fleet: Fleet, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=100, width=120)
    fleet.heard()
    sent = run(
        "submit",
        {"INPUT": str(source), "INSTRUCTION": WORDS, "STEPS": 1, "URL": fleet.url, "OUTPUT_FOLDER": str(tmp_path)},
    )
    answered: Dict[int, Any] = {}
    job_id = UUID(sent["JOB_IDS"])
    assert qgis_session.spin_until(
        lambda: answered.update(fleet.outcomes(job_id)) or len(answered) == sent["TILES"], PATIENCE
    )
    folder = ClientFolder.holding(client_root(), job_id)
    recorded = folder.journal.recorded(job_id)
    folder.release()
    connection = pika.BlockingConnection(pika.URLParameters(fleet.url))
    connection.channel().queue_purge(topology.reply_queue(BrokerSettings.from_url(fleet.url).user, folder.client_id))
    connection.close()
    feedback = Feedback()
    if len(recorded) < sent["TILES"]:
        early = run("collect", {"JOB_IDS": sent["JOB_IDS"], "TIMEOUT": 0, "URL": fleet.url}, feedback)
        assert early["WAITING"] == sent["JOB_IDS"] and early["COUNT"] == 0
        assert any("not ready" in text for text in feedback.warned)
    got = run("collect", {"JOB_IDS": sent["JOB_IDS"], "TIMEOUT": PATIENCE, "URL": fleet.url})
    assert got["DONE"] == sent["JOB_IDS"] and Path(got["RESULTS"][0]).parent == tmp_path
    again = {index: each for index, each in fleet.outcomes(job_id).items() if index not in recorded}
    assert all(each.done.cache == "hit" for each in again.values())


def test_cancel(fleet: Fleet, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=400, width=400)
    fleet.heard("cancels")
    sent = run(
        "submit",
        {"INPUT": str(source), "INSTRUCTION": WORDS, "STEPS": 200, "URL": fleet.url, "OUTPUT_FOLDER": str(tmp_path)},
    )
    assert run("cancel", {"JOB_IDS": sent["JOB_IDS"], "URL": fleet.url})["CANCELLED"] == sent["JOB_IDS"]
    told: List[bytes] = []
    assert qgis_session.spin_until(lambda: told.extend(fleet.heard("cancels")) or told, 30)
    assert any(sent["JOB_IDS"].encode() in body for body in told)
    assert state_of(sent["JOB_IDS"]) == states.CANCELLED
    assert "is over: cancelled" in refusal("collect", {"JOB_IDS": sent["JOB_IDS"], "URL": fleet.url})
    assert run("cancel", {"JOB_IDS": sent["JOB_IDS"], "URL": fleet.url})["CANCELLED"] == ""


def long_run(fleet: Fleet, source: Path, folder: Path) -> InBackground:
    """A run of *simulate* that has its request's id and is not soon done."""
    job = InBackground(
        "simulate",
        {
            "INPUT": str(source),
            "INSTRUCTION": WORDS,
            "STEPS": 200,
            "URL": fleet.url,
            "OUTPUT": str(folder / "out.tif"),
        },
    ).start()
    assert qgis_session.spin_until(lambda: any("Request " in text for text in job.feedback.said), 60)
    return job


def test_the_cancel_button_ends_it_on_the_fleet(fleet: Fleet, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=400, width=400)
    fleet.heard("cancels")
    job = long_run(fleet, source, tmp_path)
    job.feedback.cancel()
    made = job.wait(30)
    told: List[bytes] = []
    assert qgis_session.spin_until(lambda: told.extend(fleet.heard("cancels")) or told, 30)
    assert any(made["JOB_ID"].encode() in body for body in told)
    assert "OUTPUT" not in made and not (tmp_path / "out.tif").exists()
    assert state_of(made["JOB_ID"]) == states.CANCELLED


def test_a_time_limit_loses_nothing(fleet: Fleet, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=500, width=500)
    words = refusal(
        "simulate",
        {
            "INPUT": str(source),
            "INSTRUCTION": WORDS,
            "STEPS": 20,
            "TIMEOUT": 1,
            "URL": fleet.url,
            "OUTPUT": str(tmp_path / "out.tif"),
        },
    )
    assert "no result after 1 s" in words and "Collect results" in words
    job_id = words.split("JOB_IDS ")[1].split(")")[0]
    assert state_of(job_id) == states.OPEN
    assert run("cancel", {"JOB_IDS": job_id, "URL": fleet.url})["CANCELLED"] == job_id


def test_failures_are_sentences(fleet: Fleet, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=90, width=90)
    asked = {"INPUT": str(source), "INSTRUCTION": WORDS, "STEPS": 1, "OUTPUT": str(tmp_path / "out.tif")}
    good = BrokerSettings.from_url(fleet.url)
    wrong = fleet.url.replace(f":{good.password}@", ":wrong@")
    assert "refuses the user" in refusal("simulate", {**asked, "URL": wrong})
    dead = fleet.url.replace(f":{good.port}/", ":9/")
    assert "Nothing answers" in refusal("simulate", {**asked, "URL": dead})
    assert "no model “huge”" in refusal("simulate", {**asked, "URL": fleet.url, "MODEL": "huge"})
    assert "overwrite its source" in refusal("simulate", {**asked, "URL": fleet.url, "OUTPUT": str(source)})


def test_failed_tiles_are_counted_and_explained(fleet: Fleet, tmp_path: Path) -> None:
    """The worker stands still; what it would say of tiles that fail comes from here."""
    source = scenes.rgb(tmp_path / "town.tif", height=90, width=400)
    job = long_run(fleet, source, tmp_path)
    fleet.process.send_signal(signal.SIGSTOP)
    try:
        assert qgis_session.spin_until(lambda: "waiting for a worker (2 tiles queued)" in job.feedback.said, 30)
        said = next(text for text in job.feedback.said if "Request " in text)
        job_id = said.split("Request ")[1].split(":")[0]
        (place,) = client_root().glob(f"*/requests/{job_id}")
        key = topology.reply_key(BrokerSettings.from_url(fleet.url).user, place.parents[1].name)
        connection = pika.BlockingConnection(pika.URLParameters(fleet.url))
        channel = connection.channel()
        for index in range(2):
            failed = Failure("out_of_memory", "the device has no room for this tile", True)
            outcome = Outcome(UUID(job_id), "w", "failed", TileId(index, 2, index, 0), failed=failed)
            channel.basic_publish("replies", key, codec.dumps(outcome.to_json()))
        connection.close()
        job.wait(30)
    finally:
        fleet.process.send_signal(signal.SIGCONT)
    assert not job.successful and state_of(job_id) == states.FAILED
    assert any(
        "2 of 2 tiles failed. A worker's graphics card has no room for the tile." in text
        for text in job.feedback.warned
    )
    run("cancel", {"JOB_IDS": job_id, "URL": fleet.url})


def test_qgis_process(fleet: Fleet, headless: QgisProcess, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=90, width=110)
    parameters = {"INPUT": source, "PRESET": 8, "SEVERITY": 0, "STEPS": 1, "OUTPUT": tmp_path / "out.tif"}
    made = headless.run("simulate", {**parameters, "URL": fleet.url})
    assert Path(made["OUTPUT"]) == tmp_path / "out.tif" and made["TILES"] >= 1
    assert gdal.Open(made["OUTPUT"]).GetMetadata()["FORESHOCK_JOB_ID"] == made["JOB_ID"]
    password = BrokerSettings.from_url(fleet.url).password
    kept = [path for path in headless.profile.rglob("*") if path.is_file() and password.encode() in path.read_bytes()]
    assert kept == [], "the password is stored nowhere"
    # Credentials: with the master password in a file, and without, where nobody can be asked.
    url, user = BrokerSettings.from_url(fleet.url).public_url(), BrokerSettings.from_url(fleet.url).user
    manager = QgsApplication.authManager()
    assert manager.masterPasswordIsSet() or manager.setMasterPassword("only-for-this-test", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("fleet")
    config.setConfig("username", user)
    config.setConfig("password", password)
    kept_config = manager.storeAuthenticationConfig(config)
    config = kept_config[1] if isinstance(kept_config, tuple) else config
    secret = tmp_path / "master-password"
    secret.write_text("only-for-this-test")
    made = headless.run(
        "simulate",
        {**parameters, "URL": url, "AUTHCFG": config.id()},
        QGIS_AUTH_DB_DIR_PATH=os.environ["QGIS_AUTH_DB_DIR_PATH"],
        QGIS_AUTH_PASSWORD_FILE=str(secret),
    )
    assert made["CACHE_HITS"] == made["TILES"]
    assert manager.removeAuthenticationConfig(config.id())
    assert "QGIS_AUTH_PASSWORD_FILE" in headless.refusal("simulate", {**parameters, "URL": url, "AUTHCFG": "abc1234"})


def test_a_layer_that_a_map_server_draws(fleet: Fleet, tmp_path: Path) -> None:
    """Drawn first, px for px: on a thread of QGIS, and on the main thread, where ``qgis_process`` works."""
    part = Window(70_000, 48_000, 180, 120)
    with MapServer() as server:
        uri = f"type=xyz&url={server.url}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=3&zmax=17"
        layer = QgsRasterLayer(uri, "map", "wms")
        level = next(each for each in levels(layer) if each.label.startswith("zoom 17 "))
        grid = Geotransform(level.geotransform)
        left, top = grid.apply(part.col, part.row)
        right, bottom = grid.apply(part.col + part.width, part.row + part.height)
        metres = next(each for each in levels(layer, QgsPointXY(left, top)) if each.label.startswith("zoom 17 ")).gsd_m
        middle = grid.apply(part.col + 90, part.row + 60)[0]
        asked = {
            "INPUT": layer,
            "INSTRUCTION": WORDS,
            "STEPS": 1,
            "AREA": f"{left},{right},{bottom},{top} [EPSG:3857]",
            "MASK": areas([(left, bottom, middle, top)], "EPSG:3857"),
            "URL": fleet.url,
            "OUTPUT": str(tmp_path / "map.tif"),
        }
        assert "RESOLUTION" in refusal("simulate", asked)
        job = InBackground("simulate", {**asked, "RESOLUTION": metres}).start()
        made = job.wait(PATIENCE)
        assert job.successful, job.feedback.warned
        # On the main thread, as qgis_process runs it.
        again = run("simulate", {**asked, "RESOLUTION": metres, "OUTPUT": str(tmp_path / "again.tif")})
    drawn = colours(part.col, part.row, part.width, part.height, 17)
    after = np.moveaxis(pixels(made["OUTPUT"]), 0, -1)
    assert gdal.Open(made["OUTPUT"]).GetGeoTransform() == grid.at(part.col, part.row).t
    assert (pixels(again["OUTPUT"]) == pixels(made["OUTPUT"])).all()
    assert (after[:, 91:, :3] == drawn[:, 91:]).all() and (after[:, :89, :3] != drawn[:, :89]).any()


def test_a_killed_process_loses_nothing(fleet: Fleet, headless: QgisProcess, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=90, width=600)
    parameters = {"INPUT": source, "INSTRUCTION": WORDS, "STEPS": 20, "SEED": 99, "OUTPUT": tmp_path / "out.tif"}
    before = list(headless.profile.rglob("requests/*/stretch.json"))
    killed = headless.start("simulate", parameters, FORESHOCK_AMQP_URL=fleet.url)
    try:
        sent = qgis_session.spin_until(lambda: list(headless.profile.rglob("requests/*/stretch.json")) != before, 60)
    finally:
        killed.kill()
        killed.wait()
    assert sent and not (tmp_path / "out.tif").exists()
    got = headless.run("collect", {"TIMEOUT": PATIENCE}, FORESHOCK_AMQP_URL=fleet.url)
    assert [Path(path) for path in got["RESULTS"]] == [tmp_path / "out.tif"] and not got["WAITING"]
    assert gdal.Open(str(tmp_path / "out.tif")).GetMetadata()["FORESHOCK_SEED"] == "99"


def test_in_a_model(fleet: Fleet, tmp_path: Path) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=90, width=90)
    child = QgsProcessingModelChildAlgorithm("foreshock:simulate")
    child.setChildId("flood")
    for name, value in (("INPUT", str(source)), ("INSTRUCTION", WORDS), ("STEPS", 1), ("URL", fleet.url)):
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    output = QgsProcessingModelOutput("flooded")
    output.setChildOutputName("OUTPUT")
    output.setChildId("flood")
    child.setModelOutputs({"flooded": output})
    model = QgsProcessingModelAlgorithm("damage", "test")
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    model.initAlgorithm()
    destination = str(tmp_path / "out.tif")
    results, successful = model.run({"flood:flooded": destination}, QgsProcessingContext(), Feedback())
    assert successful and results["flood:flooded"] == destination
    assert gdal.Open(destination).GetMetadata()["FORESHOCK_SYNTHETIC"] == "YES"
