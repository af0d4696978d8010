"""Results in a project, ready to be compared: composed by the plugin itself, without a fleet."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import List, Optional, Sequence, Tuple

import finished
import numpy as np
import scenes
from foreshock.core.messages import new_job_id
from foreshock.core.request import SeriesPlace
from foreshock.jobs.assembling import assemble
from foreshock.layers.family import Family, family_of
from foreshock.layers.result_layer import add_result
from qgis.core import QgsProject, QgsRasterLayer

#: When the requests were made.
CREATED = datetime(2026, 5, 4, 13, 37, 21, tzinfo=timezone.utc)
#: What the disc of a result is painted with.
RED, GREEN, BLUE = (200, 30, 90), (30, 200, 60), (40, 60, 210)
#: Middle and radius of that disc, px of the scene; and the scene's size.
DISC, RADIUS = (110, 100), 60
HEIGHT, WIDTH = 200, 220


def source(tmp_path: Path, name: str = "ortho", **options: object) -> QgsRasterLayer:
    """An 8-bit RGB scene in the project."""
    path = scenes.rgb(tmp_path / f"{name}.tif", height=HEIGHT, width=WIDTH, **options)
    layer = QgsRasterLayer(str(path), name, "gdal")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def result(
    tmp_path: Path,
    layer: QgsRasterLayer,
    color: Tuple[int, int, int] = RED,
    series: Optional[SeriesPlace] = None,
    name: str = "result",
    created: datetime = CREATED,
) -> Family:
    """A finished simulation of a layer: a disc of one colour."""
    request = replace(finished.request_of(layer, tmp_path / f"{name}.tif"), created=created, series=series)

    def disc(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        rgba = np.zeros((*x.shape, 4), dtype=np.uint8)
        rgba[..., :3] = color
        rgba[..., 3] = np.where(np.hypot(x - DISC[0], y - DISC[1]) < RADIUS, 255, 0)
        return rgba

    journal = finished.journal_of(request, tmp_path / f"{name}_journal", disc)
    added = add_result(QgsProject.instance(), request, assemble(request, journal, lambda share: True))
    family = family_of(QgsProject.instance(), added)
    assert family is not None and family.before is layer
    return family


def series(
    tmp_path: Path,
    layer: QgsRasterLayer,
    labels: Sequence[str] = ("mild", "moderate", "severe"),
    colors: Sequence[Tuple[int, int, int]] = (RED, GREEN, BLUE),
) -> List[Family]:
    """The results of one request for several grades, mildest first."""
    series_id = new_job_id()
    return [
        result(tmp_path, layer, color, SeriesPlace(series_id, index, len(labels), label), f"result{index}")
        for index, (label, color) in enumerate(zip(labels, colors))
    ]


def before_pixels(layer: QgsRasterLayer) -> np.ndarray:
    """``[h, w, 3]`` samples of a scene."""
    from osgeo import gdal

    return np.moveaxis(gdal.Open(layer.source()).ReadAsArray(), 0, -1)
