"""The change footprint: where the result differs from the source, as polygons in RFC 7946 longitude and latitude; as in
``worker/src/raster/footprint.rs``."""

from __future__ import annotations

import json
import math
import os
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Tuple

import numpy as np
from osgeo import gdal, ogr, osr

from ..core import words
from ..core.errors import ForeshockError
from ..core.file_names import beside
from ..core.grid import Geotransform, Window
from ..core.limits import MIN_FOOTPRINT_PIXELS
from ..core.request import RasterSource
from .rings import area_m2, geometry, on_the_earth, rings_of, signed_area

#: Longest edge that is taken as straight in both coordinate systems, metres.
_STRAIGHT_M = 1000.0


class Cancelled(Exception):
    """The user has called it off."""


class Nowhere(Exception):
    """The pixels have no place on the Earth that GeoJSON can tell; why."""


@dataclass(frozen=True)
class Footprint:
    """What was written."""

    #: Connected pieces of at least 16 px.
    pieces: int
    #: Their area on the ellipsoid, m².
    area_m2: float


def footprint_path(output: str) -> str:
    """Where the footprint of a result lies: beside it."""
    return beside(output, "footprint.geojson")


class ChangeMap:
    """Pixels that changed, in a file of their own, so that the area's size does not matter. The file lives as long as
    the ``with`` block."""

    def __init__(self, path: str, window: Window) -> None:
        self._path = path
        self._window = window
        self._dataset = None

    def __enter__(self) -> ChangeMap:
        os.makedirs(os.path.dirname(os.path.abspath(self._path)), exist_ok=True)
        options = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER", "SPARSE_OK=TRUE"]
        size = (self._window.width, self._window.height)
        self._dataset = gdal.GetDriverByName("GTiff").Create(self._path, *size, 1, gdal.GDT_Byte, options)
        if self._dataset is None:
            raise _not_written(self._path)
        return self

    def __exit__(self, *_: object) -> None:
        self._dataset = None  # closes it
        if os.path.exists(self._path):
            os.remove(self._path)

    def add(self, window: Window, changed: np.ndarray) -> None:
        """Notes the pixels of a window of the source: ``[height, width]`` booleans."""
        if not changed.any():
            return
        place = (window.col - self._window.col, window.row - self._window.row)
        if self._dataset.GetRasterBand(1).WriteArray(changed.astype(np.uint8), *place) not in (None, 0):
            raise _not_written(self._path)

    def trace(
        self, source: RasterSource, properties: Dict[str, Any], path: str, go_on: Callable[[float], bool]
    ) -> Footprint:
        """Writes the footprint as GeoJSON: one feature for each connected piece (by edges) of at least 16 px, with its
        ``area_m2``, ``pixels`` and these ``properties``. Raises :class:`Nowhere` for a raster whose pixels have no
        longitude and latitude (beyond the edge of its projection, on another planet), :class:`Cancelled` when ``go_on``
        says so; nothing is written then."""
        place = _Place(source, self._window)
        shapes = self._polygons(go_on)
        partial = f"{path}.partial"
        try:
            with open(partial, "w", encoding="utf-8") as file:
                footprint = _write(file, shapes.GetLayer(0), place, properties)
            os.replace(partial, path)
        finally:
            if os.path.exists(partial):
                os.remove(partial)
        return footprint

    def _polygons(self, go_on: Callable[[float], bool]) -> Any:
        """The connected pixels as polygons in px of the window, in memory."""
        self._dataset.FlushCache()
        band = self._dataset.GetRasterBand(1)
        # GDAL 3.11 knows it by the other name.
        shapes = (ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")).CreateDataSource("")
        layer = shapes.CreateLayer("changed", None, ogr.wkbPolygon)
        stopped = False

        def tell(share: float, *_: object) -> int:
            nonlocal stopped
            stopped = not go_on(share)
            return int(not stopped)

        try:
            failed = gdal.Polygonize(band, band, layer, -1, [], tell) != 0
        except RuntimeError:  # where GDAL was told to raise
            failed = True
        if stopped:
            raise Cancelled
        if failed:
            message = _tr("The change footprint cannot be traced: {reason}.")
            raise ForeshockError(message.format(reason=gdal.GetLastErrorMsg()))
        return shapes


def _write(file: Any, layer: ogr.Layer, place: _Place, properties: Dict[str, Any]) -> Footprint:
    file.write('{"type":"FeatureCollection","features":[')
    pieces, total = 0, 0.0
    for feature in layer:
        rings = rings_of(feature.GetGeometryRef())
        areas = [abs(signed_area(ring)) for ring in rings]
        pixels = 2.0 * areas[0] - sum(areas)
        if pixels < MIN_FOOTPRINT_PIXELS:
            continue
        shape, area = place.polygon(rings)
        about = {**properties, "area_m2": _rounded(area), "pixels": round(pixels)}
        file.write(",\n" if pieces else "\n")
        json.dump({"type": "Feature", "properties": about, "geometry": shape}, file, ensure_ascii=False)
        pieces += 1
        total += area
    file.write("\n]}\n")
    return Footprint(pieces, total)


def _rounded(area: float) -> float:
    """Square millimetres, or six digits where that is nothing."""
    return round(area, max(5 - math.floor(math.log10(area)), 3))


class _Place:
    """From pixels of a window to places on the Earth."""

    def __init__(self, source: RasterSource, window: Window) -> None:
        self._grid = Geotransform(source.geotransform)
        self._window = window
        ours, earth = osr.SpatialReference(), osr.SpatialReference()
        ours.ImportFromWkt(source.crs_wkt)
        earth.ImportFromEPSG(4326)
        for reference in (ours, earth):
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self._to_lon_lat = _quietly(lambda: osr.CoordinateTransformation(ours, earth))
        # Without an operation between the two, the bindings give an empty shell.
        if getattr(self._to_lon_lat, "this", None) is None:
            raise Nowhere("its coordinate reference system does not lead to longitude and latitude")
        #: Longest edge, px.
        self._longest = min(max(_STRAIGHT_M / source.gsd_m(window), 1.0), 1e6)

    def polygon(self, rings: List[np.ndarray]) -> Tuple[Dict[str, Any], float]:
        """RFC 7946 geometry of a polygon in px, and its area on the WGS 84 ellipsoid, m²."""
        placed = [self._ring(ring) for ring in rings]
        areas = [area_m2(ring) for ring in placed]
        area = 2.0 * areas[0] - sum(areas)
        shape = geometry(placed) if area > 0.0 else None
        if shape is None:
            raise Nowhere("the outlines of the changed pixels enclose nothing in longitude and latitude")
        return shape, area

    def _ring(self, ring: np.ndarray) -> np.ndarray:
        """A ring in longitude and latitude."""
        dense = _densified(ring, self._longest)
        x, y = self._grid.apply(dense[:, 0] + self._window.col, dense[:, 1] + self._window.row)
        found = _quietly(lambda: self._to_lon_lat.TransformPoints(np.column_stack([x, y]).tolist()))
        points = np.array(found, dtype=np.float64)[:, :2] if found is not None else np.full((1, 2), np.nan)
        if not np.isfinite(points).all():
            raise Nowhere("not all changed pixels have a longitude and latitude")
        return on_the_earth(points)


def _densified(ring: np.ndarray, longest: float) -> np.ndarray:
    """The ring with points added so that no edge is longer than ``longest``."""
    edges = np.diff(ring, axis=0)
    cuts = np.maximum(np.ceil(np.abs(edges).max(axis=1) / longest), 1.0).astype(np.intp)
    edge = np.repeat(np.arange(len(edges)), cuts)
    share = (np.arange(len(edge)) - np.repeat(np.cumsum(cuts) - cuts, cuts)) / cuts[edge]
    return np.concatenate([ring[edge] + share[:, None] * edges[edge], ring[:1]])


def _not_written(path: str) -> ForeshockError:
    message = _tr("{path} cannot be written: {reason}.").format(path=path, reason=gdal.GetLastErrorMsg())
    return ForeshockError(message, _tr("Is the disk full?"))


def _quietly(call: Callable[[], Any]) -> Any:
    """What a GDAL call gives, without its complaints on the console; none where it raises."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return call()
    except RuntimeError:  # where GDAL was told to raise
        return None
    finally:
        gdal.PopErrorHandler()


def _tr(text: str) -> str:
    return words.translate("ForeshockFootprintFile", text)
