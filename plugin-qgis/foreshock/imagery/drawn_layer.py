"""Layers without pixels of their own (XYZ, WMS, WMTS, ArcGIS): the resolutions at which they can be drawn, and what
such a drawing is to us. On the main thread; nothing is asked of the map server here."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Tuple

from qgis.core import (
    Qgis,
    QgsCsException,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ..core.errors import UnsupportedRaster
from ..core.request import Drawing, RasterSource
from .crs import is_web_mercator, layer_wkt, metres_per_unit

#: Half the side of the Web Mercator square, metres: π times the radius of its sphere (EPSG:3857).
_MERCATOR_HALF = 20_037_508.342789244
#: Px of a map tile at which zoom levels are counted.
_ZOOM_TILE = 256
#: Providers that give pictures, not samples.
_PICTURE_PROVIDERS = ("wms", "arcgismapserver")
#: A picture's finest and coarsest px where the server names no resolutions, metres.
_FINEST, _COARSEST = 0.03, 100.0
#: Metres of a degree on a meridian, roughly; only for choosing which resolutions to offer.
_DEGREE = 111_000.0
#: No map reaches farther than this from the origin of its CRS, whatever its unit: such an extent is no extent.
_FAR = 1e9


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockDrawnLayer", text)


@dataclass(frozen=True)
class Level:
    """One resolution of a drawn layer: a px grid over all of it that stays the same whatever area is chosen."""

    label: str
    geotransform: Tuple[float, float, float, float, float, float]
    width: int
    height: int
    #: Metres per px on the ground where the user looks.
    gsd_m: float

    @property
    def units_per_px(self) -> float:
        """Units of the CRS per px."""
        return self.geotransform[1]


def is_drawn(layer: QgsRasterLayer) -> bool:
    """Whether the layer comes as pictures from a map server, so that it must be drawn first."""
    return layer.providerType() in _PICTURE_PROVIDERS


def levels(layer: QgsRasterLayer, at: Optional[QgsPointXY] = None) -> List[Level]:
    """The resolutions to choose from, finest first: those of the server, else powers of two. ``at`` is where the user
    looks, in the layer's CRS: metres per px differ over a map."""
    if not layer.isValid():
        raise UnsupportedRaster(_tr("This layer cannot be read."), _tr("Repair its source first."))
    if not layer.crs().isValid():
        raise UnsupportedRaster(
            _tr("This layer has no coordinate reference system."), _tr("Set it first (Layer → Set CRS of Layer).")
        )
    extent = _extent(layer)
    at = at if at is not None and extent.contains(at) else extent.center()
    native = sorted(layer.dataProvider().nativeResolutions())
    steps = native or _ladder(layer)
    ground = _Ground(layer, at, steps[0])
    matrices = _matrices(layer, native)
    zooms = _zooms(layer, native, matrices)
    if zooms:
        return [ground.zoom(zoom, tile) for zoom, tile in zooms]
    return [ground.matrix(matrices[step]) if step in matrices else ground.level(extent, step) for step in steps]


def nearest_level(choices: Sequence[Level], units_per_px: float) -> Level:
    """The level nearest to a scale, such as the map canvas' own."""
    return min(choices, key=lambda level: abs(math.log(level.units_per_px / units_per_px)))


def preferred_level(choices: Sequence[Level], gsd_min: float, gsd_max: float, units_per_px: float) -> Level:
    """Of the levels for which a model was made the one nearest to a scale; without any, the one that misses the model's
    range by least."""
    fitting = [level for level in choices if gsd_min <= level.gsd_m <= gsd_max]
    if fitting:
        return nearest_level(fitting, units_per_px)
    return min(choices, key=lambda level: max(math.log(gsd_min / level.gsd_m), math.log(level.gsd_m / gsd_max)))


def inspect_drawn(layer: QgsRasterLayer, level: Level, allow_gaps: bool = False) -> RasterSource:
    """The raster that a layer is at one of its levels; refuses what cannot be simulated, with the reason and the
    remedy. With ``allow_gaps``, what the server does not deliver becomes nodata instead of ending the request."""
    if not layer.isValid():
        raise UnsupportedRaster(_tr("This layer cannot be read."), _tr("Repair its source first."))
    provider = layer.dataProvider()
    pictures = (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)
    if not is_drawn(layer) or provider.bandCount() != 1 or provider.dataType(1) not in pictures:
        raise UnsupportedRaster(
            _tr("This layer comes from a service as numbers, not as a picture."),
            _tr("Save the area as GeoTIFF first (Export → Save As)."),
        )
    wkt = layer_wkt(layer, None)
    return RasterSource(
        path="",
        open_options=[],
        width=level.width,
        height=level.height,
        geotransform=level.geotransform,
        crs_wkt=wkt,
        metres_per_unit=metres_per_unit(wkt),
        web_mercator=is_web_mercator(wkt),
        bands=(1, 2, 3),
        nodata=[],
        drawing=Drawing(layer.providerType(), provider.dataSourceUri(), allow_gaps),
    )


def _extent(layer: QgsRasterLayer) -> QgsRectangle:
    extent = layer.dataProvider().extent()
    edges = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    if extent.isEmpty() or not all(math.isfinite(edge) and abs(edge) < _FAR for edge in edges):
        raise UnsupportedRaster(
            _tr("The map server does not say how far this layer reaches."),
            _tr("Save the area as GeoTIFF first (Export → Save As)."),
        )
    return extent


@dataclass(frozen=True)
class _Matrix:
    """A tile matrix: its top left corner and step in units of the CRS, its size in px."""

    left: float
    top: float
    step: float
    width: int
    height: int


def _matrices(layer: QgsRasterLayer, native: List[float]) -> Dict[float, _Matrix]:
    """The tile matrices of a WMTS by their resolutions. QGIS tells where they lie only in the text of its layer
    properties; without it, the grid through the origin of the CRS must do, and map tiles are moved by half a px at
    most."""
    if not native or layer.providerType() != "wms":
        return {}
    found = {}
    text = re.sub(r'"[^"]*"', "", layer.dataProvider().htmlMetadata())
    for row in re.findall(r"<tr>((?:<td\b[^>]*>(?:(?!<t).)*</td>){13})</tr>", text):
        cells = [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<td\b[^>]*>(.*?)</td>", row)]
        try:
            # Scale; tile px; tile units; tiles; units; top, left, bottom, right.
            _, across, down, _, _, columns, rows, width, _, top, left, _, _ = (float(cell) for cell in cells[:13])
        except ValueError:
            continue
        about = width / (columns * across)
        step = min(native, key=lambda each: abs(each - about))
        if abs(step - about) < 1e-3 * step:
            found[step] = _Matrix(left, top, step, int(columns * across), int(rows * down))
    return found


def _zooms(layer: QgsRasterLayer, native: List[float], matrices: Dict[float, _Matrix]) -> List[Tuple[int, int]]:
    """Zoom levels with the side of their tiles, px, if the resolutions are those of the Web Mercator tile matrix."""
    projection = layer.dataProvider().crs().toProj()
    if not all(part in projection for part in ("+proj=merc", "+a=6378137 ", "+b=6378137 ")):
        return []
    if any(max(abs(_MERCATOR_HALF + each.left), abs(_MERCATOR_HALF - each.top)) > 0.1 for each in matrices.values()):
        return []
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.dataProvider().dataSourceUri())
    tile = 2 * _ZOOM_TILE if str(parts.get("tilePixelRatio", "")) == "2" else _ZOOM_TILE
    exact = [math.log2(2.0 * _MERCATOR_HALF / (tile * step)) for step in native]
    if any(abs(zoom - round(zoom)) > 1e-6 or zoom < -1e-6 for zoom in exact):
        return []
    return [(round(zoom), tile) for zoom in exact]


def _ladder(layer: QgsRasterLayer) -> List[float]:
    """Powers of two in units of the CRS."""
    metres = metres_per_unit(layer_wkt(layer, None)) or _DEGREE
    first, last = math.ceil(math.log2(_FINEST / metres)), math.floor(math.log2(_COARSEST / metres))
    return [2.0**power for power in range(first, last + 1)]


class _Ground:
    """How large px are on the ground at one place."""

    def __init__(self, layer: QgsRasterLayer, at: QgsPointXY, step: float) -> None:
        measure = QgsDistanceArea()
        measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
        measure.setEllipsoid("EPSG:7030")
        try:
            across = measure.measureLine(at, QgsPointXY(at.x() + step, at.y()))
            down = measure.measureLine(at, QgsPointXY(at.x(), at.y() + step))
            #: Metres on the WGS 84 ellipsoid per unit of the CRS: the side of a square as large as a px.
            self._metres = math.sqrt(across * down) / step
        except QgsCsException:  # beyond the area of the CRS: as its unit says
            self._metres = metres_per_unit(layer_wkt(layer, None)) or _DEGREE

    def zoom(self, zoom: int, tile: int) -> Level:
        """A level of the Web Mercator tile matrix."""
        side = tile << zoom
        step = 2.0 * _MERCATOR_HALF / side
        label = _tr("zoom {zoom} ({gsd} m per px)").format(zoom=zoom, gsd=self._shown(step))
        return Level(label, (-_MERCATOR_HALF, step, 0.0, _MERCATOR_HALF, 0.0, -step), side, side, step * self._metres)

    def matrix(self, matrix: _Matrix) -> Level:
        """A level of another tile matrix."""
        place = (matrix.left, matrix.step, 0.0, matrix.top, 0.0, -matrix.step)
        return self._level(place, matrix.width, matrix.height)

    def level(self, extent: QgsRectangle, step: float) -> Level:
        """The extent, snapped outward to a grid through the origin of the CRS."""
        left, right = math.floor(extent.xMinimum() / step), math.ceil(extent.xMaximum() / step)
        bottom, top = math.floor(extent.yMinimum() / step), math.ceil(extent.yMaximum() / step)
        return self._level((left * step, step, 0.0, top * step, 0.0, -step), right - left, top - bottom)

    def _level(self, place: Tuple[float, float, float, float, float, float], width: int, height: int) -> Level:
        label = _tr("{gsd} m per px").format(gsd=self._shown(place[1]))
        return Level(label, place, width, height, place[1] * self._metres)

    def _shown(self, step: float) -> str:
        gsd = step * self._metres
        return QLocale().toString(gsd, "g", 3) if gsd < 100 else QLocale().toString(gsd, "f", 0)
