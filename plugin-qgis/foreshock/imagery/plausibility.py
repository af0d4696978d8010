"""How plausible a result is, in numbers that are computed from the files: what changed where nothing might change, whether
the edited content still lies where the source has it, whether water lies below its level. Used on a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional, Sequence

from ..core.grid import Window


@dataclass(frozen=True)
class Plausibility:
    """What was found; none where it could not be told."""

    #: Px of the result.
    pixels: int
    #: Px with a sample that is not the source's, bit for bit.
    changed: int
    #: Px where change was not allowed, and those of them that changed all the same; none without a mask.
    outside: Optional[int] = None
    outside_changed: Optional[int] = None
    #: How far the edited content lies from the source's, px: the median over tiles of the changed region.
    shift_px: Optional[float] = None
    #: Height of the best match over that of the next best, and the number of tiles with a match that is clear.
    shift_confidence: Optional[float] = None
    shift_tiles: int = 0
    #: Level of the largest piece of water, units of the DEM (metres, as a rule); none without a DEM or a shore.
    water_level: Optional[float] = None
    #: Share of the changed px that lie above the level of their water by more than the tolerance, 0 to 1.
    water_above: Optional[float] = None
    #: Share of the dry px along the shore that lie below the level of the water beside them by more than that, 0 to 1.
    dry_below: Optional[float] = None
    #: The tolerance, units of the DEM.
    tolerance: float = 2.0

    def notes(self) -> List[str]:
        """Sentences for a person."""
        raise NotImplementedError


def assess_plausibility(
    result_path: str,
    source_path: str,
    *,
    source_window: Optional[Window] = None,
    source_options: Sequence[str] = (),
    mask_wkt: Optional[str] = None,
    footprint_path: Optional[str] = None,
    dem_path: Optional[str] = None,
    tolerance: float = 2.0,
    go_on: Callable[[float], bool] = lambda _share: True,
) -> Plausibility:
    """Compares a result with its source. ``source_window`` is the result's place on the source's px (without it, what
    the geotransforms say), ``source_options`` GDAL's open options of the source; ``mask_wkt`` where change was allowed,
    in the source's CRS (none: everywhere); ``footprint_path`` the change footprint that narrows what counts as changed
    content; ``dem_path`` an elevation raster in any CRS. ``go_on`` hears the share, 0 to 1, and says whether to go on;
    :class:`~.footprint.Cancelled` is raised when not."""
    raise NotImplementedError
