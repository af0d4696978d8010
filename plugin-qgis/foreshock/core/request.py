"""What a user asked for, and the jobs it becomes: everything needed to finish it after a restart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import List, Optional, Tuple
from uuid import UUID

from .grid import Geotransform, PlannedTile, TilePlan, Window, default_overlap
from .messages import (
    Capabilities,
    Job,
    Lane,
    Model,
    NoiseOrigin,
    Params,
    Preserve,
    Source,
    TileGrid,
    new_job_id,
)
from .stretch import Stretch

#: Nobody waits for a request longer than a reply is kept.
PATIENCE = timedelta(hours=24)


@dataclass(frozen=True)
class NodataRange:
    """Samples of a band that the user declared nodata in QGIS, bounds included."""

    band: int
    low: float
    high: float


@dataclass(frozen=True)
class RasterSource:
    """A raster as GDAL opens it, and what it is on the ground."""

    path: str
    open_options: List[str]
    width: int
    height: int
    geotransform: Tuple[float, float, float, float, float, float]
    crs_wkt: str
    #: Metres per unit of the CRS; absent when its units are degrees.
    metres_per_unit: Optional[float]
    #: Bands shown as red, green and blue, from 1.
    bands: Tuple[int, int, int]
    nodata: List[NodataRange]

    def gsd_m(self, window: Window) -> float:
        """Ground sampling distance at the middle of a window, metres per px."""
        transform = Geotransform(self.geotransform)
        _, y = transform.apply(window.col + window.width / 2, window.row + window.height / 2)
        return transform.gsd_m(self.metres_per_unit, y)


@dataclass(frozen=True)
class SimulationRequest:
    """One click on *Run*."""

    job_id: UUID
    created: datetime
    deadline: datetime
    layer_id: str
    layer_name: str
    source: RasterSource
    window: Window
    tile: int
    overlap: int
    lane: Lane
    instruction: str
    params: Params
    model_digest: str
    model_licence: str
    output: str

    @classmethod
    def new(
        cls,
        *,
        layer_id: str,
        layer_name: str,
        source: RasterSource,
        window: Window,
        instruction: str,
        model: Model,
        capabilities: Capabilities,
        steps: int,
        seed: int,
        output: str,
    ) -> SimulationRequest:
        """A request with the model's usual tile size, overlap and guidance."""
        created = datetime.now(timezone.utc).replace(microsecond=0)
        tile = model.tile_sizes[0]
        overlap = default_overlap(tile)
        tiles = len(TilePlan.cover(window, tile, overlap))
        return cls(
            job_id=new_job_id(),
            created=created,
            deadline=created + PATIENCE,
            layer_id=layer_id,
            layer_name=layer_name,
            source=source,
            window=window,
            tile=tile,
            overlap=overlap,
            lane=Lane.for_tiles(tiles, capabilities.limits.interactive_tiles),
            instruction=instruction.strip(),
            params=Params(model.name, steps, model.default_guidance, seed, preserve=Preserve.CHANGE),
            model_digest=model.digest,
            model_licence=model.licence.id,
            output=output,
        )

    def plan(self) -> TilePlan:
        return TilePlan.cover(self.window, self.tile, self.overlap)

    def geotransform(self) -> Geotransform:
        """The result's geotransform."""
        return Geotransform(self.source.geotransform).at(self.window.col, self.window.row)

    def job(self, tile: PlannedTile, png: bytes, stretch: Stretch) -> Job:
        """The job of one tile."""
        place = Geotransform(self.source.geotransform).at(tile.col, tile.row)
        gsd = self.source.gsd_m(Window(tile.col, tile.row, self.tile, self.tile))
        return Job(
            job_id=self.job_id,
            tile=tile.id,
            lane=self.lane,
            instruction=self.instruction,
            source=Source(png=png),
            grid=TileGrid(self.tile, self.tile, place.t, self.source.crs_wkt, gsd),
            stretch=stretch,
            params=self.params,
            noise_origin=NoiseOrigin(tile.col, tile.row),
            deadline=self.deadline,
        )
