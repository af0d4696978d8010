"""How plausible a result is, in numbers computed from the files: what changed where nothing might change, whether the
edited content still lies where the source has it, whether water lies below its level. Used on a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional, Sequence

from osgeo import ogr, osr
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ..core.errors import ForeshockError
from ..core.grid import Window
from .alignment import TILE, Alignment, choose_tiles, combine, filled, shift_of
from .footprint import Cancelled
from .pair import Pair
from .survey import Survey

#: Height errors of an elevation model that are let pass, metres.
TOLERANCE_M = 2.0
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
        survey = Survey(pair, mask_wkt, footprint, waters_wkt, dem_path is not None)
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


def _align(pair: Pair, survey: Survey, go_on: Callable[[float], bool]) -> Optional[Alignment]:
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
