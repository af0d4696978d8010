"""Foreshock: damage scenarios on raster layers, as georeferenced layers."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:
    """What QGIS calls to load the plugin."""
    from .plugin import ForeshockPlugin

    return ForeshockPlugin(iface)
