"""How plausible a result is, in numbers computed from the files: what changed where nothing might change, whether the
edited content still lies where the source has it, whether water lies below its level. Used on a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr, osr
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ..core.errors import ForeshockError
from ..core.grid import Geotransform, Window
from ..core.request import RasterSource
from .alignment import STEP, TILE, Alignment, choose_tiles, combine, filled, shift_of
from .crs import degrees_per_unit, is_web_mercator, metres_per_unit
from .footprint import Cancelled
from .mask import rasterise
from .pair import Pair
from .water_level import WaterLevel, elevations, judge

#: Height errors of an elevation model that are let pass, metres.
TOLERANCE_M = 2.0
#: Side of what is read at a time, px: a multiple of all cells.
_BLOCK = 1024
#: Cells along the longer side on which water is looked at.
_MOST_CELLS = 2048
#: Longest edge of a footprint that is taken as straight in both coordinate systems, degrees.
_STRAIGHT = 0.01
#: From here on the numbers speak against a result: shift in px, shares.
DOUBTFUL_SHIFT, DOUBTFUL_ABOVE, DOUBTFUL_BELOW = 1.0, 0.05, 0.25


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockPlausibility", text)


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
    #: Whether an elevation model was given.
    with_dem: bool = False
    #: Level of the largest piece of water, units of the DEM (metres, as a rule); none without a DEM or a shore.
    water_level: Optional[float] = None
    #: Share of the changed cells that lie above the level of their water by more than the tolerance, 0 to 1.
    water_above: Optional[float] = None
    #: Share of the dry cells along the shore that lie below the level of the water beside them by more, 0 to 1.
    dry_below: Optional[float] = None
    #: The tolerance, units of the DEM.
    tolerance: float = TOLERANCE_M

    @property
    def changed_share(self) -> float:
        """Changed px of all px, 0 to 1."""
        return self.changed / self.pixels

    @property
    def outside_share(self) -> Optional[float]:
        """Changed px of those that might not change, 0 to 1; none without a mask, or when it covers all."""
        return self.outside_changed / self.outside if self.outside else None

    @property
    def doubtful(self) -> bool:
        """Whether one of the numbers speaks against the result."""
        return bool(
            self.outside_changed
            or (self.shift_px or 0.0) >= DOUBTFUL_SHIFT
            or (self.water_above or 0.0) >= DOUBTFUL_ABOVE
            or (self.dry_below or 0.0) >= DOUBTFUL_BELOW
        )

    def notes(self) -> List[str]:
        """Sentences for a person."""
        return [
            _tr("{share} of the pixels differ from the source.").format(share=_percent(self.changed_share)),
            self._outside_note(),
            self._shift_note(),
            *self._water_notes(),
        ]

    def _outside_note(self) -> str:
        if self.outside is None:
            return _tr("There was no mask: change was allowed everywhere.")
        if not self.outside:
            return _tr("The mask allowed change everywhere.")
        if not self.outside_changed:
            return _tr("Outside the mask, every pixel is the source's, bit for bit.")
        return _tr("Outside the mask, where nothing may change, {share} of the pixels differ from the source.").format(
            share=_percent(self.outside_share)
        )

    def _shift_note(self) -> str:
        if self.shift_px is None:
            return _tr("Whether the content has moved cannot be told: too little of the old texture is left.")
        values = {"shift": _number(self.shift_px, 1), "tiles": QLocale().toString(self.shift_tiles)}
        if self.shift_px < DOUBTFUL_SHIFT:
            return _tr("What is left of the scene lies where it was: shifted by {shift} px (tiles: {tiles}).").format(
                **values
            )
        return _tr("What is left of the scene has moved by {shift} px (tiles: {tiles}).").format(**values)

    def _water_notes(self) -> List[str]:
        if not self.with_dem:
            return []
        if self.water_level is None or self.water_above is None or self.dry_below is None:
            return [_tr("No water level can be told: the change has no shore on known ground.")]
        tolerance = _number(self.tolerance, 1)
        return [
            _tr("Taken as water, the change has its level at {level} m.").format(level=_number(self.water_level, 1)),
            _tr("{share} of the water stands more than {tolerance} m above its level.").format(
                share=_percent(self.water_above), tolerance=tolerance
            ),
            _tr(
                "{share} of the unchanged ground at its edge lies more than {tolerance} m below: water would run "
                "there, unless it is a river or a lake."
            ).format(share=_percent(self.dry_below), tolerance=tolerance),
        ]


def assess_plausibility(
    result_path: str,
    source_path: str,
    *,
    source_window: Optional[Window] = None,
    source_options: Sequence[str] = (),
    mask_wkt: Optional[str] = None,
    footprint_path: Optional[str] = None,
    dem_path: Optional[str] = None,
    dem_wkt: Optional[str] = None,
    waters_wkt: Optional[str] = None,
    tolerance: float = TOLERANCE_M,
    go_on: Callable[[float], bool] = lambda _share: True,
) -> Plausibility:
    """Compares a result with its source. ``source_window`` is the result's place on the source's px (without it, what
    the geotransforms say), ``source_options`` GDAL's open options of the source; ``mask_wkt`` where change was allowed,
    in the source's CRS (none: everywhere); ``footprint_path`` the change footprint that narrows what counts as changed
    region; ``dem_path`` an elevation raster in any CRS (``dem_wkt``, if the file does not say it), ``tolerance`` its
    height errors, and ``waters_wkt``, in the source's CRS, rivers and lakes that are no dry ground. ``go_on`` hears the
    share, 0 to 1, and says whether to go on; :class:`~.footprint.Cancelled` is raised when not."""
    with Pair(result_path, source_path, source_window, source_options) as pair:
        footprint = None if footprint_path is None else _footprint(footprint_path, pair.result.GetProjection())
        survey = _Survey(pair, mask_wkt, footprint, waters_wkt, dem_path is not None)
        survey.run(lambda share: go_on(0.7 * share))
        alignment = _align(pair, survey, lambda share: go_on(0.7 + 0.2 * share))
        water = None
        if dem_path is not None:
            water = survey.judge_water(dem_path, dem_wkt, tolerance)
        if not go_on(1.0):
            raise Cancelled
    return Plausibility(
        pixels=pair.width * pair.height,
        changed=survey.changed,
        outside=survey.outside if mask_wkt is not None else None,
        outside_changed=survey.outside_changed if mask_wkt is not None else None,
        shift_px=alignment.shift_px if alignment else None,
        shift_confidence=alignment.clearness if alignment else None,
        shift_tiles=alignment.tiles if alignment else 0,
        with_dem=dem_path is not None,
        water_level=water.level if water else None,
        water_above=water.above if water else None,
        dry_below=water.below if water else None,
        tolerance=tolerance,
    )


class _Survey:
    """One walk over all px: what changed, and the counts in cells that the other checks need."""

    def __init__(
        self, pair: Pair, mask_wkt: Optional[str], footprint: Optional[str], waters: Optional[str], cells: bool
    ) -> None:
        self._pair = pair
        self._mask_wkt = mask_wkt
        self._footprint = footprint
        self._waters = waters
        self.changed = self.outside = self.outside_changed = 0
        #: Changed px in cells of ``STEP`` px.
        self.steps = np.zeros((-(-pair.height // STEP), -(-pair.width // STEP)), dtype=np.uint32)
        #: Side of the cells of water, px: a power of two.
        self.cell = 1
        while max(pair.width, pair.height) > _MOST_CELLS * self.cell:
            self.cell *= 2
        shape = (-(-pair.height // self.cell), -(-pair.width // self.cell)) if cells else (0, 0)
        self._water, self._free, self._all = (np.zeros(shape, dtype=np.uint32) for _ in range(3))

    def run(self, go_on: Callable[[float], bool]) -> None:
        pair = self._pair
        side = max(_BLOCK, self.cell)
        seen = 0
        for window in pair.blocks(side):
            changed = pair.differs(window)
            self.changed += int(changed.sum())
            allowed = self._inside(self._mask_wkt, window)
            if self._mask_wkt is not None:
                self.outside += int((~allowed).sum())
                self.outside_changed += int((changed & ~allowed).sum())
            region = self.region(window, changed)
            _add(self.steps, region, window, STEP)
            if self._all.size:
                _add(self._water, region, window, self.cell)
                dry = allowed & pair.valid(window)
                if self._waters is not None:
                    dry &= ~self._inside(self._waters, window)
                _add(self._free, dry | region, window, self.cell)
                _add(self._all, np.ones_like(region), window, self.cell)
            seen += window.width * window.height
            if not go_on(seen / (pair.width * pair.height)):
                raise Cancelled

    def region(self, window: Window, changed: np.ndarray) -> np.ndarray:
        """The changed content: the footprint, or else what differs."""
        return changed if self._footprint is None else self._inside(self._footprint, window)

    def judge_water(self, dem_path: str, dem_wkt: Optional[str], tolerance: float) -> Optional[WaterLevel]:
        """Cells are water, or free to be, when most of their px are."""
        t = self._pair.grid.at(self._pair.place.col, self._pair.place.row).t
        place = Geotransform((t[0], t[1] * self.cell, t[2] * self.cell, t[3], t[4] * self.cell, t[5] * self.cell))
        wkt = self._pair.result.GetProjection()
        ground = elevations(dem_path, dem_wkt, place, wkt, self._all.shape)
        water = filled(2 * self._water >= self._all)
        return judge(ground, water, 2 * self._free >= self._all, _area_m2(place, wkt, self._all.shape), tolerance)

    def _inside(self, wkt: Optional[str], window: Window) -> np.ndarray:
        if wkt is None:
            return np.ones((window.height, window.width), dtype=bool)
        return rasterise(wkt, self._pair.grid, self._pair.on_source(window))


def _align(pair: Pair, survey: _Survey, go_on: Callable[[float], bool]) -> Optional[Alignment]:
    places = choose_tiles(survey.steps, pair.width, pair.height)
    shifts = []
    for number, (col, row) in enumerate(places, start=1):
        window = Window(col, row, TILE, TILE)
        before, after = pair.greys(window)
        region = survey.region(window, pair.differs(window)) & pair.valid(window)
        found = shift_of(before, after, filled(region))
        if found is not None:
            shifts.append(found)
        if not go_on(number / len(places)):
            raise Cancelled
    return combine(shifts)


def _add(counts: np.ndarray, mask: np.ndarray, window: Window, side: int) -> None:
    """Counts the px of a block in cells of ``side`` px; the block begins on a cell."""
    rows, cols = -(-window.height // side), -(-window.width // side)
    framed = np.zeros((rows * side, cols * side), dtype=bool)
    framed[: window.height, : window.width] = mask
    top, left = window.row // side, window.col // side
    counts[top : top + rows, left : left + cols] += (
        framed.reshape(rows, side, cols, side).sum(axis=(1, 3)).astype(np.uint32)
    )


def _area_m2(place: Geotransform, wkt: str, shape: Tuple[int, int]) -> float:
    """Area of a cell in the middle of a grid of ``shape`` rows and columns."""
    height, width = shape
    grid = RasterSource(
        path="",
        open_options=[],
        width=width,
        height=height,
        geotransform=place.t,
        crs_wkt=wkt,
        metres_per_unit=metres_per_unit(wkt),
        bands=(1, 1, 1),
        nodata=[],
        web_mercator=is_web_mercator(wkt),
        degrees_per_unit=degrees_per_unit(wkt),
    )
    return grid.gsd_m(Window(0, 0, width, height)) ** 2


def _footprint(path: str, wkt: str) -> str:
    """The polygons of a change footprint as WKT in another CRS."""
    source = ogr.Open(path)
    if source is None:
        raise ForeshockError(
            _tr("The change footprint {path} cannot be opened.").format(path=path), _tr("Choose another file.")
        )
    layer = source.GetLayer(0)
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    earth = layer.GetSpatialRef()
    for each in (reference, earth):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    there = osr.CoordinateTransformation(earth, reference)
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for feature in layer:
        shape = feature.GetGeometryRef().Clone()
        shape.Segmentize(_STRAIGHT)
        if shape.Transform(there) != 0:
            raise ForeshockError(
                _tr("The change footprint {path} does not lie on the result.").format(path=path),
                _tr("Choose the one that was written beside it."),
            )
        parts = [shape] if shape.GetGeometryType() == ogr.wkbPolygon else list(shape)
        for part in parts:
            together.AddGeometry(part)
    return together.ExportToWkt()


def _percent(share: Optional[float]) -> str:
    """A share as per cent; little is not nothing."""
    value = 100.0 * (share or 0.0)
    if 0.0 < value < 0.01:
        return _tr("less than {value} %").format(value=_number(0.01, 2))
    return _tr("{value} %").format(value=_number(value, 0 if value in (0.0, 100.0) else 2 if value < 1.0 else 1))


def _number(value: float, decimals: int) -> str:
    return QLocale().toString(float(value), "f", decimals)
