"""Paths, an offscreen Qt, and a profile folder of our own: no test sees the user's QGIS."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

# Before anything imports Qt or QGIS.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QGIS_CUSTOM_CONFIG_PATH", tempfile.mkdtemp(prefix="foreshock-qgis-"))
os.environ.setdefault("QGIS_AUTH_DB_DIR_PATH", os.environ["QGIS_CUSTOM_CONFIG_PATH"])

PLUGIN_ROOT = Path(__file__).resolve().parents[1]
REPOSITORY = PLUGIN_ROOT.parent
for folder in (PLUGIN_ROOT, PLUGIN_ROOT / "tests"):
    sys.path.insert(0, str(folder))


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def fixtures() -> Path:
    return REPOSITORY / "protocol" / "fixtures"
