"""The plugin and the worker's own client, given the same scene, words and seed, write the same px and the same footprint."""

from __future__ import annotations

import json
import os
import subprocess
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Dict, List

import numpy as np
import programs
import pytest
import scenes
from foreshock.core import codec
from foreshock.core.grid import Window
from foreshock.core.journal import Journal
from foreshock.core.messages import Capabilities, Job, Outcome
from foreshock.core.request import SimulationRequest
from foreshock.imagery.inspect import inspect
from foreshock.jobs.assembling import assemble
from foreshock.jobs.sending import TileSender
from osgeo import gdal
from qgis.core import QgsRasterLayer

WORDS, STEPS, SEED = "flood the low streets", 1, 3


def environment() -> Dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("FORESHOCK_")}


def run(*arguments: object, given: str = "") -> str:
    words = [str(each) for each in arguments]
    done = subprocess.run(words, env=environment(), input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Worker:
    """``foreshock local``: a real worker that reads jobs from its standard input."""

    def __init__(self, model: Path) -> None:
        self._command = [programs.program("foreshock"), "local", "--model", model, "--threads", "1"]
        self.capabilities = Capabilities.parse(run(*self._command).encode())
        self._jobs: List[Job] = []

    def publish(self, job: Job) -> Future:
        self._jobs.append(job)
        confirmed: Future = Future()
        confirmed.set_result(None)
        return confirmed

    def outcomes(self) -> List[Outcome]:
        given = "".join(codec.dumps(job).decode() + "\n" for job in self._jobs)
        lines = run(*self._command, given=given).splitlines()
        return [Outcome.parse(line.encode()) for line in lines if json.loads(line)["schema"] == "foreshock.outcome.v1"]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: Any) -> Path:
    for name in ("foreshock", "foreshock-lab"):
        try:
            programs.program(name)
        except AssertionError as missing:
            pytest.skip(str(missing))
    folder = tmp_path_factory.mktemp("model") / "tiny"
    run(programs.program("foreshock-lab"), "init", "--config", "tiny", "--seed", "1", folder)
    return folder


def simulate(model: Path, scene: Path, output: Path, folder: Path) -> SimulationRequest:
    """As the plugin does it, with a worker on this machine."""
    worker = Worker(model)
    layer = QgsRasterLayer(str(scene), "scene", "gdal")
    source = inspect(layer)
    request = SimulationRequest.new(
        layer_id="scene",
        layer_name="scene",
        source=source,
        window=Window(0, 0, source.width, source.height),
        instruction=WORDS,
        model=worker.capabilities.models[0],
        capabilities=worker.capabilities,
        steps=STEPS,
        seed=SEED,
        output=str(output),
    )
    journal = Journal(folder)
    journal.add(request)
    assert TileSender(request, journal, worker, lambda count: None, lambda: False).run()
    for outcome in worker.outcomes():
        assert outcome.done is not None, outcome.failed
        journal.record(outcome)
    assemble(request, journal, lambda share: True)
    return request


SCENES = {
    "utm": {"epsg": 32633, "geotransform": scenes.UTM},
    "degrees": {"epsg": 4326, "geotransform": (12.1, 1e-5, 0.0, 45.7, 0.0, -1e-5)},
    "feet": {"epsg": 2263, "geotransform": (985_000.0, 2.0, 0.0, 200_000.0, 0.0, -2.0)},
}


@pytest.mark.parametrize(("place", "kind"), [("utm", "rgb"), ("feet", "nir16"), ("degrees", "grey_float")])
def test_result_and_footprint(qgis_app: object, tiny: Path, tmp_path: Path, place: str, kind: str) -> None:
    unit = scenes.aerial(300, 420, 4)
    samples = {
        "rgb": (unit[:3] * 250 + 3).astype(np.uint8),
        "nir16": (unit * 4000 + 200).astype(np.uint16),
        "grey_float": (unit[:1] * 40 - 10).astype(np.float32),
    }[kind]
    nodata = {"rgb": 0, "nir16": 0, "grey_float": -9999}[kind]
    samples[:, 20:60, 100:150] = nodata
    scene = scenes.write(tmp_path / "scene.tif", samples, nodata=nodata, **SCENES[place])
    request = simulate(tiny, scene, tmp_path / "ours.tif", tmp_path / "journal")
    assert len(request.plan()) >= 4
    command = [programs.program("foreshock"), "edit", "--model", tiny, "--threads", "1", "--input", scene]
    run(*command, "--output", tmp_path / "theirs.tif", "--instruction", WORDS, "--steps", STEPS, "--seed", SEED)

    ours, theirs = (gdal.Open(str(tmp_path / name)) for name in ("ours.tif", "theirs.tif"))
    assert ours.GetGeoTransform() == theirs.GetGeoTransform()
    found, wanted = ours.ReadAsArray(), theirs.ReadAsArray()
    assert (wanted != samples.squeeze()).any(), "the model changes something"
    assert (found == wanted).all()

    found, wanted = (
        json.loads((tmp_path / f"{name}.footprint.geojson").read_text(encoding="utf-8"))["features"]
        for name in ("ours", "theirs")
    )
    assert len(found) == len(wanted) > 0
    for one, other in zip(found, wanted):
        assert one["properties"].pop("area_m2") == pytest.approx(other["properties"].pop("area_m2"), rel=1e-6)
        # Another request, at another time.
        assert one["properties"].pop("job_id") == str(request.job_id) != other["properties"].pop("job_id")
        assert one["properties"].pop("created") and other["properties"].pop("created")
        assert one["properties"] == other["properties"]
        assert one["geometry"]["type"] == other["geometry"]["type"] == "Polygon"
        for ring, wanted_ring in zip(one["geometry"]["coordinates"], other["geometry"]["coordinates"]):
            assert np.abs(np.array(ring) - np.array(wanted_ring)).max() < 2e-9
