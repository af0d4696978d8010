"""What lists say about a request: all that is short of it, so that thousands of them may lie in memory."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Optional, Tuple
from uuid import UUID

from .messages import Lane
from .request import SeriesPlace, SimulationRequest


@dataclass(frozen=True)
class Facts:
    """Of one request. The journal has the rest: its mask may be a megabyte of outlines."""

    job_id: UUID
    created: datetime
    layer_id: str
    layer_name: str
    #: As in the request: empty for own words.
    scenario: str
    instruction: str
    series: Optional[SeriesPlace]
    lane: Lane
    tiles: int
    #: The result: px, and its place on the ground.
    width: int
    height: int
    geotransform: Tuple[float, float, float, float, float, float]
    crs_wkt: str
    output: str
    model: str
    model_digest: str
    steps: int
    seed: int

    @classmethod
    def of(cls, request: SimulationRequest) -> Facts:
        return cls(
            job_id=request.job_id,
            created=request.created,
            layer_id=request.layer_id,
            layer_name=request.layer_name,
            scenario=request.scenario,
            instruction=request.instruction,
            series=request.series,
            lane=request.lane,
            tiles=len(request.plan()),
            width=request.window.width,
            height=request.window.height,
            geotransform=request.geotransform().t,
            # The same few coordinate systems come again and again.
            crs_wkt=sys.intern(request.source.crs_wkt),
            output=request.output,
            model=request.params.model,
            model_digest=request.model_digest,
            steps=request.params.steps,
            seed=request.params.seed,
        )
