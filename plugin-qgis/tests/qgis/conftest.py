from __future__ import annotations

from typing import Iterator

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

from osgeo import gdal, osr


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
