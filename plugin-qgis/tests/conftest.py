"""Paths, an offscreen Qt, and a profile folder of our own: no test sees the user's QGIS."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any, Iterator

import pytest

# Before anything imports Qt or QGIS.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests compare English words; the plugin speaks the language of the system.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.setdefault("QGIS_CUSTOM_CONFIG_PATH", tempfile.mkdtemp(prefix="foreshock-qgis-"))
os.environ.setdefault("QGIS_AUTH_DB_DIR_PATH", os.environ["QGIS_CUSTOM_CONFIG_PATH"])

PLUGIN_ROOT = Path(__file__).resolve().parents[1]
REPOSITORY = PLUGIN_ROOT.parent
for folder in (PLUGIN_ROOT, PLUGIN_ROOT / "tests", PLUGIN_ROOT / "tools"):
    sys.path.insert(0, str(folder))


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def fixtures() -> Path:
    return REPOSITORY / "protocol" / "fixtures"


@pytest.fixture(scope="session")
def compiled() -> None:
    """The translations as QGIS loads them, where those of a checkout are missing or old."""
    import translations

    translations.compile_all(only_older=True)


@pytest.fixture(scope="session")
def qgis_app() -> Iterator[object]:
    """The one QGIS of a run: a second one in the same process finds no coordinate systems and crashes."""
    pytest.importorskip("qgis.core", reason="PyQGIS is not installed")
    import qgis_session

    yield from qgis_session.session()


@pytest.fixture
def iface(qgis_app: object) -> Iterator[Any]:
    """A main window of QGIS as the plugin sees it, with no settings of an earlier test."""
    import qgis_session
    from fake_iface import FakeIface
    from qgis.core import QgsSettings

    QgsSettings().remove("foreshock")
    fake = FakeIface()
    yield fake
    fake.close()
    qgis_session.tidy()


@pytest.fixture
def plugin(iface: Any) -> Iterator[Any]:
    """The plugin, switched on."""
    import foreshock

    loaded = foreshock.classFactory(iface)
    loaded.initGui()
    yield loaded
    loaded.unload()
    loaded.deleteLater()
