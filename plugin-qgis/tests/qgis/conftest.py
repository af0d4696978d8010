from __future__ import annotations

from typing import Any, Iterator

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import processing_session
import qgis_session
from foreshock.processing.parameters import URL_VARIABLE
from osgeo import gdal, osr
from qgis.core import QgsSettings


@pytest.fixture
def raising() -> Iterator[None]:
    """Other plugins may tell GDAL to raise."""
    before = [(module, module.GetUseExceptions()) for module in (gdal, osr)]
    for module, _ in before:
        module.UseExceptions()
    yield
    # In the reverse order: the handlers of errors are a stack.
    for module, raises in reversed(before):
        (module.UseExceptions if raises else module.DontUseExceptions)()


@pytest.fixture(scope="module")
def provider(qgis_app: object) -> Iterator[Any]:
    """Our algorithms, in Processing."""
    yield from processing_session.provider()


@pytest.fixture
def no_broker(provider: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """None is set anywhere; the project is left empty."""
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    QgsSettings().remove("foreshock")
    yield
    qgis_session.tidy()
