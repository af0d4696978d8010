"""Requests whose tiles are all there, without a fleet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Callable

import numpy as np
import scenes
from foreshock.core.grid import Geotransform, Window
from foreshock.core.journal import Journal
from foreshock.core.messages import Capabilities, Outcome
from foreshock.core.request import SimulationRequest
from foreshock.imagery.inspect import inspect
from foreshock.imagery.raster import RasterReader
from qgis.core import QgsRasterLayer

MESSAGES = Path(__file__).resolve().parents[2] / "protocol" / "fixtures" / "messages" / "valid"

#: Gives ``[h, w, 4]`` px for columns and rows of the source raster (``[h, w]`` each).
Painter = Callable[[np.ndarray, np.ndarray], np.ndarray]


def everything(x: np.ndarray, _y: np.ndarray) -> np.ndarray:
    """All px become one colour, with full weight."""
    return np.broadcast_to(np.array([200, 30, 90, 255], dtype=np.uint8), (*x.shape, 4)).copy()


def request_of(layer: QgsRasterLayer, output: Path, window: Window = None, tile: int = 128) -> SimulationRequest:
    """A request for a whole layer, or a window of it."""
    source = inspect(layer)
    capabilities = Capabilities.parse((MESSAGES / "capabilities.json").read_bytes())
    return SimulationRequest.new(
        layer_id=layer.id(),
        layer_name=layer.name(),
        source=source,
        window=window or Window(0, 0, source.width, source.height),
        instruction="flood the low streets",
        model=replace(capabilities.models[0], tile_sizes=[tile]),
        capabilities=capabilities,
        steps=1,
        seed=3,
        output=str(output),
    )


def tile_tiff(request: SimulationRequest, index: int, paint: Painter) -> bytes:
    """A tile as a worker sends it."""
    plan = request.plan()
    tile = plan.at(index)
    y, x = np.mgrid[tile.row : tile.row + plan.tile, tile.col : tile.col + plan.tile]
    return scenes.outcome_tiff(paint(x, y), Geotransform(request.source.geotransform).at(tile.col, tile.row).t)


def journal_of(request: SimulationRequest, folder: Path, paint: Painter) -> Journal:
    """A journal with an outcome for each tile."""
    journal = Journal(folder)
    journal.add(request)
    with RasterReader(request.source) as reader:
        journal.set_stretch(request.job_id, reader.stretch(request.window))
    done = Outcome.parse((MESSAGES / "outcome_done.json").read_bytes())
    for tile in request.plan().tiles():
        image = tile_tiff(request, tile.id.index, paint)
        made = replace(done.done, geotiff=image)
        assert journal.record(replace(done, job_id=request.job_id, tile=tile.id, done=made))
    return journal
