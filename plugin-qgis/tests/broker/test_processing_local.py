"""Processing without a broker: the program on this computer does the work."""

from __future__ import annotations

import gc
import os
import subprocess
from pathlib import Path
from typing import Any, Iterator

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import processing_session
import qgis_session
import scenes
from foreshock.connection import LOCAL, Connection, ConnectionStore
from osgeo import gdal
from processing_session import Feedback, refusal, run
from programs import program
from qgis.core import QgsSettings


@pytest.fixture
def provider(qgis_app: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in [name for name in os.environ if name.startswith("FORESHOCK_")]:
        monkeypatch.delenv(name)
    QgsSettings().remove("foreshock")
    yield from processing_session.provider()
    QgsSettings().remove("foreshock")
    qgis_session.tidy()


def test_the_program_on_this_computer(provider: Any, tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    model = tmp_path / "tiny"
    command = [program("foreshock-lab"), "init", "--config", "tiny", "--seed", "1", str(model)]
    subprocess.run(command, check=True, capture_output=True)
    source = scenes.rgb(tmp_path / "town.tif", height=90, width=90)
    asked = {"INPUT": str(source), "INSTRUCTION": "flood", "STEPS": 1, "OUTPUT": str(tmp_path / "out.tif")}
    store = ConnectionStore()
    store.save(Connection(mode=LOCAL, program=program("foreshock"), model=str(model), threads=1))
    feedback = Feedback()
    made = run("simulate", asked, feedback)
    assert made["TILES"] == 1 and feedback.warned == []
    assert gdal.Open(made["OUTPUT"]).GetMetadata()["FORESHOCK_JOB_ID"] == made["JOB_ID"]
    store.save(Connection(mode=LOCAL, program=program("foreshock"), model=str(tmp_path / "nothing")))
    assert "nothing" in refusal("simulate", asked)
    gc.collect()
    assert [str(each.message) for each in recwarn if "/transport/" in each.filename] == []
