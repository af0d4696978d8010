"""The broker goes away while an algorithm waits."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, Iterator

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import processing_session
import qgis_session
import scenes
from fleet import PATIENCE, Fleet
from osgeo import gdal
from processing_session import InBackground
from services import Services


@pytest.fixture
def provider(qgis_app: object) -> Iterator[Any]:
    yield from processing_session.provider()
    qgis_session.tidy()


def test_a_broker_restart_is_said_and_loses_nothing(
    private_services: Services, provider: Any, fleet: Fleet, tmp_path: Path
) -> None:
    source = scenes.rgb(tmp_path / "town.tif", height=300, width=300)
    job = InBackground(
        "simulate",
        {
            "INPUT": str(source),
            "INSTRUCTION": "flood the low streets",
            "STEPS": 60,
            "URL": fleet.url,
            "OUTPUT": str(tmp_path / "out.tif"),
        },
    ).start()
    assert qgis_session.spin_until(lambda: any("Request " in text for text in job.feedback.said), PATIENCE)
    restart = threading.Thread(target=private_services.call, args=("restart", "rabbitmq"))
    restart.start()
    made = job.wait(PATIENCE)
    restart.join()
    assert job.successful, job.feedback.warned
    assert any("nothing is lost" in text for text in job.feedback.warned)
    assert "The broker is back." in job.feedback.said
    assert gdal.Open(made["OUTPUT"]).GetMetadata()["FORESHOCK_JOB_ID"] == made["JOB_ID"]
