from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any, Iterator

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import desk as desks
import services
from fleet import Fleet
from osgeo import gdal
from programs import program

REPOSITORY = Path(__file__).resolve().parents[3]
MODEL = REPOSITORY / "models" / "weights" / "foreshock-small"


@pytest.fixture(scope="session")
def private_services() -> Iterator[services.Services]:
    yield from services.session()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: Any) -> Iterator[desks.Desk]:
    for display in desks.display(tmp_path_factory.mktemp("display")):
        yield desks.Desk(display)


@pytest.fixture(scope="session")
def fleet(private_services: services.Services, tmp_path_factory: Any) -> Iterator[Fleet]:
    running = Fleet(private_services, tmp_path_factory.mktemp("fleet"), MODEL)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def tiny_fleet(private_services: services.Services, tmp_path_factory: Any) -> Iterator[Fleet]:
    """Its model is of no use, but quick."""
    running = Fleet(private_services, tmp_path_factory.mktemp("tiny"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def plugin_folder(compiled: None) -> Path:
    return REPOSITORY / "plugin-qgis" / "foreshock"


@pytest.fixture
def profile(plugin_folder: Path) -> desks.Profile:
    return desks.Profile(plugin_folder)


@pytest.fixture(scope="session")
def scene() -> Path:
    """A procedural town on a river, wide like a screen."""
    folder = desks.ARTEFACTS / "data"
    folder.mkdir(parents=True, exist_ok=True)
    whole, part = folder / "whole.tif", folder / "Riverside.tif"
    # A program refuses settings that it does not know, and the tests have some of their own.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("FORESHOCK_")}
    command = [program("foreshock"), "sample-scene", "--seed", "1", "--size", "640", str(whole)]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    gdal.Translate(str(part), str(whole), srcWin=[0, 150, 640, 432], creationOptions=["COMPRESS=DEFLATE", "TILED=YES"])
    return part
