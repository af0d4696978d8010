"""Reads, encodes and publishes the tiles of a request. Used on a worker thread, by the windows and by Processing
alike."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from typing import Callable, Deque, List, Optional

import numpy as np

from ..core import png, words
from ..core.errors import ForeshockError, UnsupportedRaster
from ..core.grid import Geotransform, PlannedTile, Window
from ..core.journal import Journal
from ..core.messages import Example, Job
from ..core.request import SimulationRequest
from ..core.stretch import Stretch
from ..imagery.drawing import draw
from ..imagery.example import read_example
from ..imagery.mask import rasterise
from ..imagery.raster import RasterReader
from ..imagery.writer import check_output
from ..transport.client import Client

#: Tiles that may wait for their confirm while the next is read.
_IN_FLIGHT = 4
#: How soon a cancel is noticed, seconds.
_POLL = 0.1


class TileSender:
    """Publishes the tiles that have no outcome yet; ends when the broker has confirmed them all.

    It never waits for results: a task that runs for hours would keep QGIS from quitting.
    """

    def __init__(
        self,
        request: SimulationRequest,
        journal: Journal,
        client: Client,
        on_sent: Callable[[int], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        self._request = request
        self._journal = journal
        self._client = client
        #: Hears how many tiles are confirmed (or need no job) so far.
        self._on_sent = on_sent
        self._is_cancelled = is_cancelled
        #: Tiles that are not confirmed yet, in the order in which they were published.
        self._waiting: Deque[Future] = deque()
        self._settled = 0

    def run(self) -> bool:
        """Says whether all tiles went out; false when called off. Refuses what cannot be sent."""
        request, plan = self._request, self._request.plan()
        check_output(request)
        recorded = self._journal.recorded(request.job_id)
        self._settled = len(recorded)
        if request.source.drawing is not None and not draw(request.source, self._is_cancelled):
            return False
        with RasterReader(request.source) as reader:
            stretch = self._journal.stretch(request.job_id)
            if stretch is None:
                # Once: tiles of an earlier session must fit to those of this one.
                stretch = reader.stretch(request.window)
                self._journal.set_stretch(request.job_id, stretch)
            examples = [read_example(each, self._is_cancelled) for each in request.examples]
            if None in examples:
                return False
            skipped = 0
            for tile in plan.tiles():
                if tile.id.index in recorded:
                    continue
                job = self._job(reader, tile, stretch, examples)
                if job is None:
                    skipped += 1
                    self._journal.skip(request.job_id, tile.id.index)
                    self._settle_one()
                else:
                    self._waiting.append(self._client.publish(job))
                if not self._settle(_IN_FLIGHT):
                    return False
            if skipped == len(plan):
                message = _tr("The chosen area holds nothing that may change.")
                raise UnsupportedRaster(message, _tr("Choose another area."))
        return self._settle(0)

    def _job(self, reader: RasterReader, tile: PlannedTile, stretch: Stretch, examples: List[Example]) -> Optional[Job]:
        """The job of a tile; none where nothing can change (no data, or nothing inside the mask)."""
        request, plan = self._request, self._request.plan()
        mask = None
        if request.mask_wkt is not None:
            window = Window(tile.col, tile.row, plan.tile, plan.tile)
            inside = rasterise(request.mask_wkt, Geotransform(request.source.geotransform), window)
            if not inside.any():
                return None
            mask = None if inside.all() else png.encode(np.where(inside, 255, 0).astype(np.uint8))
        pixels = reader.tile(plan, tile.col, tile.row, stretch)
        if pixels.shape[2] == 4 and not pixels[..., 3].any():
            return None
        return request.job(tile, png.encode(pixels), stretch, mask, examples)

    def _settle(self, allowed: int) -> bool:
        """Waits until at most ``allowed`` tiles are unconfirmed; says whether to go on."""
        while len(self._waiting) > allowed:
            if self._is_cancelled():
                return False
            try:
                self._waiting[0].result(_POLL)
            except FutureTimeout:
                continue
            except ForeshockError:
                if self._is_cancelled():
                    return False  # the connection is closed because nobody wants the rest
                raise
            self._waiting.popleft()
            self._settle_one()
        return not self._is_cancelled()

    def _settle_one(self) -> None:
        self._settled += 1
        self._on_sent(self._settled)


def _tr(text: str) -> str:
    return words.translate("ForeshockSubmit", text)
