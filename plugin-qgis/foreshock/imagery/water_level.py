"""Whether water lies where the ground lets it: the changed area against an elevation model.

Still water has one level. Each connected piece of changed ground is taken as water, and its level as the height that
95 % of its shore do not exceed; its shore is its cells beside dry ground. Two shares then say what is wrong: water
above its own level (it stands uphill), and dry ground beside it below that level (water would run there). Both leave a
tolerance for the errors of the elevation model. Dry pieces up to 1,000 m² are no ground: roofs and tree crowns stand
out of the water. Rivers and lakes that were there before do not change in the picture, so they count as dry ground
unless they are named. A river falls along its course: a piece that is kilometres long may exceed the tolerance although
nothing is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..core.grid import Geotransform
from .raster import open_dataset

#: Said of all, so that GDAL does not warn that it has to assume it.
_SAME_PLANE = 'LOCAL_CS["plane of the cells",UNIT["unit",1]]'
#: Cells of the shore that a level needs.
_SHORE = 8
#: Share of the shore that does not lie above the level, %.
_PERCENTILE = 95.0
#: Dry pieces up to this size are roofs or crowns, m².
_ROOF_M2 = 1000.0
#: Width of the dry strip along the water that is looked at, cells.
_STRIP = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockWaterLevel", text)


@dataclass(frozen=True)
class WaterLevel:
    """What the pieces with a shore say together."""

    #: Level of the largest one, units of the elevation model.
    level: float
    #: Number of pieces.
    pieces: int
    #: Share of their cells above their own level by more than the tolerance, 0 to 1.
    above: float
    #: Share of the dry cells along their shores below the level beside them by more than the tolerance, 0 to 1.
    below: float


def judge(
    elevation: np.ndarray, water: np.ndarray, free: np.ndarray, cell_m2: float, tolerance: float
) -> Optional[WaterLevel]:
    """``elevation`` is ``[rows, cols]``, NaN where unknown; ``water`` says which cells changed, ``free`` which ones
    might have: water that ends where nothing was allowed to change has no shore there. ``cell_m2`` is the area of a
    cell. None where no piece has a shore of ``_SHORE`` cells."""
    known = np.isfinite(elevation)
    water = water & known
    dry = _ground(free & known & ~water, cell_m2)
    labels = _pieces(water)
    shore = water & _beside(dry)
    levels, cells = _levels(labels, elevation, shore)
    here = levels[labels]
    judged = np.isfinite(here)
    if not judged.any():
        return None
    reach = np.where(judged, here, -np.inf)
    for _ in range(_STRIP):
        reach = _highest_around(reach)
    along = dry & np.isfinite(reach)
    above = judged & (elevation > np.where(judged, here, 0.0) + tolerance)
    below = along & (elevation < np.where(along, reach, 0.0) - tolerance)
    largest = int(np.argmax(np.where(np.isfinite(levels), cells, 0)))
    return WaterLevel(
        level=float(levels[largest]),
        pieces=int(np.isfinite(levels).sum()),
        above=float(above.sum() / judged.sum()),
        below=float(below.sum() / along.sum()) if along.any() else 0.0,
    )


def elevations(path: str, own_wkt: Optional[str], place: Geotransform, wkt: str, shape: Tuple[int, int]) -> np.ndarray:
    """An elevation raster on another grid, in the CRS ``wkt``: ``[rows, cols]``, NaN where it knows nothing.
    ``own_wkt`` is its own CRS; without it, what the file says."""
    source = open_dataset(path)
    band = source.GetRasterBand(1)
    if own_wkt is None and source.GetSpatialRef() is None:
        raise ForeshockError(
            _tr("The elevation raster has no coordinate reference system."),
            _tr("Assign one first (Raster → Projections → Assign Projection)."),
        )
    target = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Float32)
    target.SetGeoTransform(place.t)
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    target.SetSpatialRef(reference)
    target.GetRasterBand(1).SetNoDataValue(float("nan"))
    target.GetRasterBand(1).Fill(float("nan"))
    try:
        done = gdal.Warp(target, source, srcSRS=own_wkt, resampleAlg="bilinear", dstNodata="nan")
    except RuntimeError:  # where GDAL was told to raise
        done = None
    if not done:
        raise ForeshockError(
            _tr("The elevation raster cannot be brought onto the result's grid: {reason}.").format(
                reason=gdal.GetLastErrorMsg().rstrip(". ")
            ),
            _tr("Choose one that covers the area."),
        )
    found = target.GetRasterBand(1).ReadAsArray().astype(np.float64)
    scale = 1.0 if band.GetScale() is None else band.GetScale()
    return found * scale + (band.GetOffset() or 0.0)


def _ground(dry: np.ndarray, cell_m2: float) -> np.ndarray:
    """The dry cells without small pieces."""
    pieces = _pieces(dry)
    large = np.bincount(pieces.ravel()) * cell_m2 > _ROOF_M2
    return dry & large[pieces]


def _levels(labels: np.ndarray, elevation: np.ndarray, shore: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """Level and number of cells of each piece; NaN for what has no shore, and for the dry ground (piece 0)."""
    count = int(labels.max()) + 1
    levels = np.full(count, np.nan)
    owners, heights = labels[shore], elevation[shore]
    order = np.argsort(owners, kind="stable")
    owners, heights = owners[order], heights[order]
    starts = np.searchsorted(owners, np.arange(count + 1))
    for piece in np.flatnonzero(np.diff(starts) >= _SHORE):
        if piece:
            levels[piece] = np.percentile(heights[starts[piece] : starts[piece + 1]], _PERCENTILE)
    return levels, np.bincount(labels.ravel(), minlength=count)


def _pieces(mask: np.ndarray) -> np.ndarray:
    """``[rows, cols]`` numbers of the pieces that are connected by edges, from 1; 0 elsewhere."""
    rows, cols = mask.shape
    memory = gdal.GetDriverByName("MEM")
    raster = memory.Create("", cols, rows, 1, gdal.GDT_Byte)
    raster.GetRasterBand(1).WriteArray(mask.astype(np.uint8))
    numbers = memory.Create("", cols, rows, 1, gdal.GDT_UInt32)
    # GDAL 3.11 made one driver of the two.
    shapes = (ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")).CreateDataSource("")
    plane = osr.SpatialReference(_SAME_PLANE)
    for each in (raster, numbers):
        each.SetSpatialRef(plane)
    layer = shapes.CreateLayer("pieces", plane, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("piece", ogr.OFTInteger))
    band = raster.GetRasterBand(1)
    gdal.Polygonize(band, band, layer, -1, [])
    for number, feature in enumerate(list(layer), start=1):
        feature.SetField("piece", number)
        layer.SetFeature(feature)
    if layer.GetFeatureCount():
        gdal.RasterizeLayer(numbers, [1], layer, options=["ATTRIBUTE=piece"])
    return numbers.ReadAsArray().astype(np.intp)


def _beside(mask: np.ndarray) -> np.ndarray:
    """Which cells have one of the mask's at an edge."""
    framed = np.pad(mask, 1)
    return framed[:-2, 1:-1] | framed[2:, 1:-1] | framed[1:-1, :-2] | framed[1:-1, 2:]


def _highest_around(values: np.ndarray) -> np.ndarray:
    """The highest of each cell and its four neighbours."""
    framed = np.pad(values, 1, constant_values=-np.inf)
    around = [framed[:-2, 1:-1], framed[2:, 1:-1], framed[1:-1, :-2], framed[1:-1, 2:]]
    return np.maximum.reduce([values, *around])
