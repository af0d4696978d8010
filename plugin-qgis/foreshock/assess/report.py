"""What a report says, as numbers: read from the files of a result. Used on a worker thread."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Dict, Iterator, List, Optional, Sequence, Tuple

from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..core.grid import Geotransform
from ..core.provenance_file import provenance_path, read
from ..imagery.raster import open_dataset
from .affected import Affected
from .subject import Subject

logger = logging.getLogger(__name__)

#: So many of the largest pieces are listed.
LARGEST = 8
_TAG = "FORESHOCK_"
_WGS84 = "EPSG:4326"
#: WGS 84 as the ellipsoid on which areas and lengths are measured, like those of the footprint.
_ELLIPSOID = "EPSG:7030"
#: An edge of the scene is cut into so many pieces before it is measured: a straight line in one CRS is none in another.
_PIECES = 16


@dataclass(frozen=True)
class Piece:
    """A connected area that changed."""

    area_m2: float
    pixels: int
    #: A place inside it, degrees.
    longitude: float
    latitude: float
    #: West, south, east, north; degrees. Of the larger part where the antimeridian cuts it.
    box: Tuple[float, float, float, float]


@dataclass(frozen=True)
class Change:
    """What the change footprint tells."""

    count: int
    area_m2: float
    #: Px in its pieces over those of the result, 0 to 1.
    share: float
    #: At most :data:`LARGEST`, largest first.
    largest: List[Piece]


@dataclass(frozen=True)
class Place:
    """Where a result lies."""

    crs: str
    width: int
    height: int
    #: West, south, east, north in degrees; none where the CRS does not lead there.
    box: Optional[Tuple[float, float, float, float]]
    #: Edges of a px at the middle of the result, and of the whole; metres on the ellipsoid.
    pixel_m: Optional[Tuple[float, float]]
    size_m: Optional[Tuple[float, float]]
    area_m2: Optional[float]


@dataclass(frozen=True)
class Seal:
    """What a report takes from the provenance file beside a result."""

    #: The file's own hash, which covers those of the px.
    sha256: str
    #: Whether it is that of the file's members: if not, somebody has changed them.
    fits: bool
    #: Where change was allowed: polygons in the source's CRS; none means everywhere.
    mask_wkt: Optional[str]


@dataclass(frozen=True)
class Member:
    """One result."""

    #: What sets it apart from the others of its series; empty where it stands alone.
    label: str
    scenario: str
    #: The result's GeoTIFF tags without their prefix, lower case, filled up from the marks of its layer.
    facts: Dict[str, str]
    file_name: str
    place: Place
    #: None where no footprint is there.
    change: Optional[Change]
    #: None where no provenance file is there.
    seal: Optional[Seal] = None

    @property
    def name(self) -> str:
        """What it is called among others."""
        return self.label or self.scenario or self.file_name

    def fact(self, name: str) -> str:
        """A fact by its name; empty where nobody knows."""
        return self.facts.get(name, "")


@dataclass(frozen=True)
class ReportContents:
    """All that a report says, in no language."""

    title: str
    members: List[Member]
    written: datetime
    author: str = ""
    notes: str = ""
    #: What features the change touches.
    affected: Sequence[Affected] = ()
    #: By which result of a series: its label.
    affected_by: str = ""
    #: Sentences about how plausible the results are.
    plausibility: List[str] = field(default_factory=list)

    @property
    def first(self) -> Member:
        return self.members[0]


def collect_member(subject: Subject) -> Member:
    """Reads a result's files."""
    dataset = open_dataset(subject.result.path)
    tags = {key[len(_TAG) :].lower(): value for key, value in dataset.GetMetadata().items() if key.startswith(_TAG)}
    if not tags and "simulated" not in subject.marks:
        raise ForeshockError(
            _tr("“{layer}” does not say that it is simulated.").format(layer=subject.result.name),
            _tr("A report can be made of the results of Foreshock only."),
        )
    transform, size = dataset.GetGeoTransform(), (dataset.RasterXSize, dataset.RasterYSize)
    dataset = None
    # The layer knows its CRS also where QGIS, not the file, was told.
    layer = subject.result.make()
    return Member(
        subject.marks.get("series_label", ""),
        subject.marks.get("scenario", ""),
        {**subject.marks, **tags},
        os.path.basename(subject.result.path),
        _place(layer, Geotransform(transform), *size),
        read_change(subject.footprint_path, size[0] * size[1]),
        read_seal(subject.result.path),
    )


def read_change(path: Optional[str], pixels: int) -> Optional[Change]:
    """The numbers of a change footprint of a result of so many px; none without one."""
    if path is None:
        return None
    try:
        source = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
    except RuntimeError:  # where GDAL was told to raise
        source = None
    if source is None:
        raise ForeshockError(
            _tr("The change footprint {path} cannot be read.").format(path=path),
            _tr("Check that the file still exists and is whole."),
        )
    layer = source.GetLayer(0)
    columns = layer.GetLayerDefn()
    # A file without pieces has no fields either.
    if layer.GetFeatureCount() and min(columns.GetFieldIndex(name) for name in ("area_m2", "pixels")) < 0:
        raise ForeshockError(
            _tr("{path} is no change footprint of Foreshock.").format(path=path),
            _tr("The pieces of a footprint have the fields area_m2 and pixels."),
        )
    found, changed, total = [], 0, 0.0
    for feature in layer:
        area = float(feature["area_m2"])
        changed += int(feature["pixels"])
        total += area
        found.append((-area, feature.GetFID()))
    largest = [_piece(layer.GetFeature(fid)) for _, fid in sorted(found)[:LARGEST]]
    return Change(len(found), total, changed / max(pixels, 1), largest)


def read_seal(result_path: str) -> Optional[Seal]:
    """What the provenance file beside a result says of itself; none without one that can be read."""
    path = provenance_path(result_path)
    if not os.path.exists(path):
        return None
    try:
        document, fits = read(path)
    except ForeshockError as error:
        logger.warning("%s", error)
        return None
    return Seal(document.sha256 or "", fits, document.request.mask_wkt)


def _piece(feature: ogr.Feature) -> Piece:
    shape = feature.GetGeometryRef()
    parts = [shape.GetGeometryRef(number) for number in range(shape.GetGeometryCount())]
    # A piece over the antimeridian is a multipolygon.
    part = max(parts, key=lambda each: each.GetArea()) if shape.GetGeometryType() == ogr.wkbMultiPolygon else shape
    inside = part.PointOnSurface()
    west, east, south, north = part.GetEnvelope()
    return Piece(
        float(feature["area_m2"]), int(feature["pixels"]), inside.GetX(), inside.GetY(), (west, south, east, north)
    )


def _place(layer: QgsRasterLayer, transform: Geotransform, width: int, height: int) -> Place:
    crs = layer.crs()
    corners = [QgsPointXY(*map(float, transform.apply(x, y))) for x, y in _around(width, height)]
    middle, right, below = (
        QgsPointXY(*map(float, transform.apply(width / 2 + x, height / 2 + y))) for x, y in ((0, 0), (1, 0), (0, 1))
    )
    left, top = (QgsPointXY(*map(float, transform.apply(*place))) for place in ((0, height / 2), (width / 2, 0)))
    far_right, bottom = (
        QgsPointXY(*map(float, transform.apply(*place))) for place in ((width, height / 2), (width / 2, height))
    )
    name = f"{crs.authid()} ({crs.description()})" if crs.authid() else crs.description() or crs.toProj()
    box = lon_lat_box(crs, layer.extent())
    if box is None:
        return Place(name, width, height, None, None, None, None)
    ruler = ruler_for(crs)
    return Place(
        name,
        width,
        height,
        box,
        (ruler.measureLine(middle, right), ruler.measureLine(middle, below)),
        (ruler.measureLine(left, far_right), ruler.measureLine(top, bottom)),
        ruler.measureArea(QgsGeometry.fromPolygonXY([corners])),
    )


def _around(width: int, height: int) -> Iterator[Tuple[float, float]]:
    """Places along the edge of a raster, in px; the first is the last, too."""
    edge = [(0, 0), (width, 0), (width, height), (0, height), (0, 0)]
    for (x0, y0), (x1, y1) in zip(edge, edge[1:]):
        for step in range(_PIECES):
            yield x0 + (x1 - x0) * step / _PIECES, y0 + (y1 - y0) * step / _PIECES
    yield 0.0, 0.0


def ruler_for(crs: QgsCoordinateReferenceSystem) -> QgsDistanceArea:
    """Measures on the WGS 84 ellipsoid what is given in a CRS."""
    ruler = QgsDistanceArea()
    ruler.setSourceCrs(crs, QgsCoordinateTransformContext())
    ruler.setEllipsoid(_ELLIPSOID)
    return ruler


def lon_lat_box(crs: QgsCoordinateReferenceSystem, extent: QgsRectangle) -> Optional[Tuple[float, float, float, float]]:
    """West, south, east, north of an extent, degrees; none where the CRS does not lead there."""
    earth = QgsCoordinateReferenceSystem(_WGS84)
    transform = QgsCoordinateTransform(crs, earth, QgsCoordinateTransformContext())
    try:
        box = transform.transformBoundingBox(extent, handle180Crossover=True)
    except QgsCsException:
        return None
    if not crs.isValid() or not box.isFinite():
        return None
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def now() -> datetime:
    return datetime.now(timezone.utc).replace(microsecond=0)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockReport", text)
