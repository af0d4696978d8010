"""What a user asked for, and the jobs it becomes: everything needed to finish it after a restart."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import List, Optional, Sequence, Tuple
from uuid import UUID

from .codec import optional_list
from .grid import Geotransform, PlannedTile, TilePlan, Window, default_overlap
from .messages import (
    Capabilities,
    Example,
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

#: Radius of the sphere of EPSG:3857, m.
_WEB_MERCATOR_RADIUS_M = 6_378_137.0
#: px that no snapping notices.
_HAIR = 1e-3
#: Nobody waits for a request longer than a reply is kept.
PATIENCE = timedelta(hours=24)


@dataclass(frozen=True)
class NodataRange:
    """Samples of a band that the user declared nodata in QGIS, bounds included."""

    band: int
    low: float
    high: float


@dataclass(frozen=True)
class Drawing:
    """How a layer without pixels of its own (XYZ, WMS, WMTS, ArcGIS) is drawn into a file before its tiles are sent.
    All of it is plain data, so that a request can be taken up again after a restart."""

    provider: str
    uri: str
    #: Missing map tiles become nodata; otherwise they end the request.
    allow_gaps: bool = False


@dataclass(frozen=True)
class RasterSource:
    """A raster as GDAL opens it, and what it is on the ground. A layer that must be drawn first is a raster, too: the
    px of its tile matrix (or of the grid through the origin of its CRS) at one resolution; ``path`` is then where the
    drawing of ``part`` goes."""

    path: str
    open_options: List[str]
    width: int
    height: int
    geotransform: Tuple[float, float, float, float, float, float]
    crs_wkt: str
    #: Metres per unit of the CRS; absent when its units are angles.
    metres_per_unit: Optional[float]
    #: Bands shown as red, green and blue, from 1.
    bands: Tuple[int, int, int]
    nodata: List[NodataRange]
    #: The window of the raster that the file at ``path`` holds; none means all of it.
    part: Optional[Window] = None
    #: How the file at ``path`` comes about; none where it is the user's own.
    drawing: Optional[Drawing] = None
    #: Whether its CRS is EPSG:3857.
    web_mercator: bool = False
    #: Degrees per unit of the CRS, where its units are angles.
    degrees_per_unit: float = 1.0
    #: Number and GDAL type of the bands, as they were; none where the raster was not looked at.
    band_count: Optional[int] = None
    sample_type: Optional[str] = None

    def gsd_m(self, window: Window) -> float:
        """Ground sampling distance at the middle of a window, metres per px."""
        transform = Geotransform(self.geotransform)
        _, y = transform.apply(window.col + window.width / 2, window.row + window.height / 2)
        # Web Mercator stretches the ground with the latitude; its units are metres at the equator only.
        stretched = math.cosh(y / _WEB_MERCATOR_RADIUS_M) if self.web_mercator else 1.0
        if self.metres_per_unit is None:
            return transform.gsd_m(None, y * self.degrees_per_unit) * self.degrees_per_unit
        return transform.gsd_m(self.metres_per_unit) / stretched


@dataclass(frozen=True)
class ExampleSource:
    """Two rasters that show the same place before and after; ``before_window`` and ``after_window`` are that place on
    the grid of each."""

    before: RasterSource
    before_window: Window
    after: RasterSource
    after_window: Window


@dataclass(frozen=True)
class SeriesPlace:
    """A request's place among those that one click asked for: grades of one disaster, or variants of one scenario."""

    series_id: UUID
    #: From 0, mildest first.
    index: int
    of: int
    #: What sets it apart from the others, in the user's language ("eaves (3 m)", "seed 7").
    label: str
    #: What the whole series is called.
    title: str = ""
    #: When the series was asked for; none where the request was asked for with it.
    began: Optional[datetime] = None


@dataclass(frozen=True)
class SimulationRequest:
    """One edit of one raster: a click on *Run* asks for one, or for a series of them."""

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
    #: Where it may change: polygons as WKT in the coordinates of the source's CRS; none means everywhere.
    mask_wkt: Optional[str] = None
    examples: List[ExampleSource] = optional_list()
    #: What the result is called beside the layer, in the user's language; empty for own words.
    scenario: str = ""
    series: Optional[SeriesPlace] = None

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
        adapter: Optional[str] = None,
        mask_wkt: Optional[str] = None,
        examples: Sequence[ExampleSource] = (),
        scenario: str = "",
        series: Optional[SeriesPlace] = None,
        created: Optional[datetime] = None,
        strength: float = 1.0,
    ) -> SimulationRequest:
        """A request with the model's usual tile size, overlap and guidance. Of a raster that must be drawn first, the
        part that the tiles need is drawn."""
        created = (created or datetime.now(timezone.utc)).replace(microsecond=0)
        tile = model.tile_sizes[0]
        overlap = default_overlap(tile)
        plan = TilePlan.cover(window, tile, overlap)
        if source.drawing is not None:
            source = replace(source, part=plan.bounds(source.width, source.height))
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
            lane=Lane.for_tiles(len(plan), capabilities.limits.interactive_tiles),
            instruction=instruction.strip(),
            params=Params(model.name, steps, model.default_guidance, seed, adapter, strength, Preserve.CHANGE),
            model_digest=model.digest,
            model_licence=model.licence.id,
            output=output,
            mask_wkt=mask_wkt,
            examples=list(examples),
            scenario=scenario,
            series=series,
        )

    def plan(self) -> TilePlan:
        return TilePlan.cover(self.window, self.tile, self.overlap)

    def outline_wkt(self) -> str:
        """Where it may change: a polygon in the coordinates of the source's CRS."""
        if self.mask_wkt is not None:
            return self.mask_wkt
        transform, window = Geotransform(self.source.geotransform), self.window
        # A hair inside the outermost px: what is snapped outward again is this window.
        left, top = window.col + _HAIR, window.row + _HAIR
        right, bottom = window.col + window.width - _HAIR, window.row + window.height - _HAIR
        ring = [transform.apply(*corner) for corner in ((left, top), (right, top), (right, bottom), (left, bottom))]
        return "POLYGON((" + ", ".join(f"{x!r} {y!r}" for x, y in [*ring, ring[0]]) + "))"

    def geotransform(self) -> Geotransform:
        """The result's geotransform."""
        return Geotransform(self.source.geotransform).at(self.window.col, self.window.row)

    def job(
        self,
        tile: PlannedTile,
        png: bytes,
        stretch: Stretch,
        mask: Optional[bytes] = None,
        examples: Sequence[Example] = (),
    ) -> Job:
        """The job of one tile; ``mask`` is a grey PNG, 255 = may change."""
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
            mask=mask,
            examples=list(examples),
        )
