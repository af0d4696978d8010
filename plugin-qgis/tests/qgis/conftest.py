from __future__ import annotations

from typing import Iterator

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import qgis_session
from fake_iface import FakeIface
from qgis.core import QgsSettings


@pytest.fixture
def iface(qgis_app: object) -> Iterator[FakeIface]:
    QgsSettings().remove("foreshock")
    fake = FakeIface()
    yield fake
    fake.close()
    qgis_session.tidy()
