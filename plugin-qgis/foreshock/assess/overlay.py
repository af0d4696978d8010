"""A change footprint, ready to be laid over features: what part of each is inside, on the ellipsoid. On any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, Iterable, List, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsGeometry,
    QgsGeometryEngine,
    QgsPointXY,
    QgsRectangle,
    QgsSpatialIndex,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..imagery.footprint import Cancelled

#: Where a project measures on a plane: WGS 84.
_WGS84 = "EPSG:7030"
#: Vertices that are added to an edge of an extent before it is placed in another CRS.
_BENDS = 20
#: So many pieces are looked at between two questions whether to go on.
_STRIDE = 200


class Unreadable(Exception):
    """A geometry that cannot be measured."""


@dataclass(frozen=True)
class Inside:
    """The part of a feature that lies inside."""

    length_m: float
    area_m2: float
    #: Of its length, its area, or its points; above 0, up to 1.
    share: float


class _Shape:
    """A geometry with its engine, which is made when it is needed: the engine speeds up many questions to one
    geometry."""

    def __init__(self, geometry: QgsGeometry) -> None:
        self.geometry = geometry
        self.vertices = geometry.constGet().nCoordinates()
        self._engine: Optional[QgsGeometryEngine] = None

    def engine(self) -> QgsGeometryEngine:
        if self._engine is None:
            self._engine = QgsGeometry.createGeometryEngine(self.geometry.constGet())
            self._engine.prepareGeometry()
        return self._engine

    def meets(self, other: _Shape) -> bool:
        """Whether both have a point in common."""
        if other.vertices > self.vertices:
            return other.meets(self)
        return self.engine().intersects(other.geometry.constGet())

    def joins(self, other: _Shape) -> bool:
        """Whether both have more than points in common."""
        common = self.overlap(other)
        return common is not None and common.constGet().dimension() > 0

    def overlap(self, other: _Shape) -> Optional[QgsGeometry]:
        """What both have in common; none where they are apart."""
        if other.vertices > self.vertices:
            return other.overlap(self)
        if not self.meets(other):
            return None
        engine = self.engine()
        if engine.contains(other.geometry.constGet()):
            return other.geometry
        common = engine.intersection(other.geometry.constGet())
        if common is None:
            raise Unreadable
        return QgsGeometry(common)


class Overlay:
    """The pieces of a footprint in the CRS of the features, with an index."""

    def __init__(
        self,
        pieces: Iterable[QgsGeometry],
        pieces_crs: QgsCoordinateReferenceSystem,
        crs: QgsCoordinateReferenceSystem,
        transforms: QgsCoordinateTransformContext,
        ellipsoid: str = "",
        go_on: Callable[[int], bool] = lambda _: True,
    ) -> None:
        """``pieces`` are polygons in ``pieces_crs``, which may overlap; ``ellipsoid`` is as a project names its own,
        also ``NONE``. Raises :class:`Cancelled` when ``go_on`` says so."""
        to_crs = QgsCoordinateTransform(pieces_crs, crs, transforms)
        given = [part for piece in pieces if not piece.isNull() for part in _polygons(_placed(piece, to_crs))]
        self._shapes = [_Shape(part) for part in _apart(given, go_on)]
        self._index = QgsSpatialIndex()
        for number, shape in enumerate(self._shapes):
            self._index.addFeature(number, shape.geometry.boundingBox())
        self._ruler = QgsDistanceArea()
        self._ruler.setSourceCrs(crs, transforms)
        if not self._ruler.setEllipsoid(ellipsoid or _WGS84) or not self._ruler.willUseEllipsoid():
            self._ruler.setEllipsoid(_WGS84)

    def __bool__(self) -> bool:
        return bool(self._shapes)

    def near(self, geometry: QgsGeometry) -> List[int]:
        """The pieces whose boxes touch that of a geometry."""
        box = geometry.boundingBox()
        if not box.isFinite():
            raise Unreadable
        return self._index.intersects(box)

    def inside(self, geometry: QgsGeometry, near: List[int]) -> Optional[Inside]:
        """The part of a valid, straight geometry inside the pieces that are near it; none where there is none."""
        if geometry.constGet().dimension() == 0:
            return self._points_inside(geometry, near)
        try:
            return self._measured_inside(geometry, near)
        except QgsCsException:
            raise Unreadable from None

    def _points_inside(self, geometry: QgsGeometry, near: List[int]) -> Optional[Inside]:
        points = geometry.asGeometryCollection() if geometry.isMultipart() else [geometry]
        engines = [self._shapes[each].engine() for each in near]
        count = sum(any(engine.intersects(point.constGet()) for engine in engines) for point in points)
        return Inside(0.0, 0.0, count / len(points)) if count else None

    def _measured_inside(self, geometry: QgsGeometry, near: List[int]) -> Optional[Inside]:
        shape = _Shape(geometry)
        parts = [part for part in (shape.overlap(self._shapes[each]) for each in near) if part is not None]
        if not parts:
            return None
        dimension = geometry.constGet().dimension()
        whole = self._measure(geometry, dimension)
        # The pieces are apart, so that nothing is measured twice.
        part = whole if parts[0] is geometry else sum(self._measure(each, dimension) for each in parts)
        if whole <= 0.0:
            # A polygon or a line of no size: it is where it is.
            return Inside(0.0, 0.0, 1.0)
        if part <= 0.0:
            return None  # they only touch
        length, area = (part, 0.0) if dimension == 1 else (0.0, part)
        return Inside(length, area, min(part / whole, 1.0))

    def _measure(self, geometry: QgsGeometry, dimension: int) -> float:
        """Metres of lines or square metres of polygons; what has fewer dimensions counts for nothing."""
        if dimension == 1:
            return self._ruler.measureLength(geometry)
        return self._ruler.measureArea(geometry)


def frame_of(
    extent: QgsRectangle,
    extent_crs: QgsCoordinateReferenceSystem,
    crs: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> QgsGeometry:
    """An extent as polygons in the CRS of the features; its edges may be bent there, and the antimeridian cuts it."""
    frame = QgsGeometry.fromRect(extent).densifyByCount(_BENDS)
    to_crs = QgsCoordinateTransform(extent_crs, crs, transforms)
    if not crs.isGeographic():
        return _placed(frame, to_crs)
    try:
        frame.transform(to_crs)
    except QgsCsException:
        raise _nowhere() from None
    # Over the antimeridian, longitudes jump, or go on beyond it.
    lon_lat = [(point.x(), point.y()) for point in frame.asPolygon()[0]]
    eastward = [(x + 360.0 if x < 0.0 else x, y) for x, y in lon_lat]
    ring = eastward if _width(eastward) < 180.0 < _width(lon_lat) else lon_lat
    earth = QgsGeometry.fromRect(QgsRectangle(-180.0, -90.0, 180.0, 90.0))
    parts = []
    for turn in (-360.0, 0.0, 360.0):
        turned = QgsGeometry.fromPolygonXY([[QgsPointXY(x + turn, y) for x, y in ring]])
        if turned.boundingBox().isFinite():
            parts += _polygons(turned.makeValid().intersection(earth))
    if not parts:
        raise _nowhere()
    return QgsGeometry.collectGeometry(parts)


def _width(points: List[Tuple[float, float]]) -> float:
    return max(points)[0] - min(points)[0]


def straightened(geometry: QgsGeometry) -> QgsGeometry:
    """A copy without curves, heights and measures: what is laid over and measured is flat."""
    flat = QgsGeometry(geometry)
    if QgsWkbTypes.isCurvedType(flat.wkbType()):
        flat = QgsGeometry(flat.constGet().segmentize())
    shape = flat.get()
    shape.dropZValue()
    shape.dropMValue()
    return flat


def repaired(geometry: QgsGeometry) -> QgsGeometry:
    """A valid form of a straight geometry that is not valid, of no fewer dimensions."""
    dimension = geometry.constGet().dimension()
    valid = geometry.makeValid()
    if valid.isEmpty() or valid.constGet().dimension() < dimension:
        raise Unreadable
    return valid


def _placed(piece: QgsGeometry, transform: QgsCoordinateTransform) -> QgsGeometry:
    """A piece in the CRS of the features, valid."""
    placed = straightened(piece)
    try:
        placed.transform(transform)
        if not placed.isEmpty() and not placed.boundingBox().isFinite():
            raise Unreadable
        return placed if placed.isEmpty() or placed.isGeosValid() else repaired(placed)
    except (QgsCsException, Unreadable):
        raise _nowhere() from None


def _nowhere() -> ForeshockError:
    return ForeshockError(
        _tr("The footprint has no place in the coordinate reference system of the features."),
        _tr("Save the features in one that holds this part of the Earth."),
    )


def _apart(polygons: List[QgsGeometry], go_on: Callable[[int], bool]) -> List[QgsGeometry]:
    """The same places as polygons that have no more than points in common: those that join become one."""
    shapes = [_Shape(each) for each in polygons]
    index = QgsSpatialIndex()
    for number, each in enumerate(polygons):
        index.addFeature(number, each.boundingBox())
    groups = list(range(len(polygons)))

    def group_of(number: int) -> int:
        while groups[number] != number:
            groups[number] = groups[groups[number]]
            number = groups[number]
        return number

    for number, each in enumerate(polygons):
        if number % _STRIDE == 0 and not go_on(0):
            raise Cancelled
        for other in index.intersects(each.boundingBox()):
            one, two = group_of(number), group_of(other)
            if other > number and one != two and shapes[number].joins(shapes[other]):
                groups[max(one, two)] = min(one, two)
    members: Dict[int, List[QgsGeometry]] = {}
    for number, each in enumerate(polygons):
        members.setdefault(group_of(number), []).append(each)
    apart: List[QgsGeometry] = []
    for each in members.values():
        apart += each if len(each) == 1 else _polygons(QgsGeometry.unaryUnion(each))
    return apart


def _polygons(geometry: QgsGeometry) -> List[QgsGeometry]:
    if geometry.isEmpty():
        return []
    parts = geometry.asGeometryCollection() if geometry.isMultipart() else [geometry]
    return [part for part in parts if part.constGet().dimension() == 2]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAffected", text)
