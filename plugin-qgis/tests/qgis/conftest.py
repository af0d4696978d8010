from __future__ import annotations

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")
