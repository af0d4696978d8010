"""The area of a request: a window of the source's pixel grid, and the polygons inside it that may change."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Callable, List, NamedTuple, Optional, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsMultiPolygon,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..compat import POLYGONS
from ..core.errors import ForeshockError, Refusal
from ..core.grid import Geotransform, PixelGrid, Window
from ..core.request import RasterSource

#: Vertices of all polygons together: what is joined and cut within about a second.
MAX_VERTICES = 100_000
#: An edge is cut into so many pieces, over the width of the raster, before it is transformed: a straight line in one
#: CRS is none in another. A parallel of 1° (80 km at 45°) then stays within a millimetre.
_PIECES = 512
#: Digits that give every coordinate back bit for bit.
_DIGITS = 17


#: What knows which of several transformations between two CRS the user wants.
Transforms = Union[QgsProject, QgsCoordinateTransformContext]


@dataclass(frozen=True)
class Area:
    """``mask_wkt`` is a MultiPolygon in the coordinates of the source's CRS; none means all of the window."""

    window: Window
    mask_wkt: Optional[str] = None


def whole(source: RasterSource) -> Window:
    """The whole raster."""
    return _grid(source).window()


def visible(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    canvas_crs: QgsCoordinateReferenceSystem,
    transforms: Transforms,
) -> Window:
    """What the map canvas shows of the raster, snapped outward to its px."""
    box = _box(extent, QgsCoordinateTransform(canvas_crs, layer_crs, transforms))
    if box is None:
        raise ForeshockError(
            _tr("The visible extent does not fit the layer's coordinate system."), _tr("Zoom to the layer first.")
        )
    try:
        return _snap(source, box)
    except Refusal:
        raise ForeshockError(_tr("The map shows nothing of this layer."), _tr("Zoom to the layer first.")) from None


def of_geometry(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    geometry: QgsGeometry,
    geometry_crs: QgsCoordinateReferenceSystem,
    transforms: Transforms,
) -> Area:
    """The part of the raster inside polygons. A rectangle along the raster's own axes is a window and needs no mask."""
    area = of_outline(source, layer_crs, geometry, geometry_crs, transforms)
    if geometry_crs == layer_crs and geometry.isAxisParallelRectangle(0.0):
        return Area(area.window)
    return area


def of_outline(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    geometry: QgsGeometry,
    geometry_crs: QgsCoordinateReferenceSystem,
    transforms: Transforms,
) -> Area:
    """The part of the raster inside polygons, which are the mask whatever their shape."""
    return _area(source, _on_raster(source, layer_crs, geometry, geometry_crs, transforms))


def of_features(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    layer: QgsVectorLayer,
    only_selected: bool,
    transforms: Transforms,
    within: Optional[Area] = None,
) -> Area:
    """The part of the raster (of ``within``, if given) inside the features of a polygon layer."""
    features = layer.getSelectedFeatures if only_selected else layer.getFeatures
    return _inside(source, layer_crs, _Polygons(features, layer.crs(), layer.name()), transforms, within)


def of_feature_source(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    features: QgsFeatureSource,
    transforms: Transforms,
    within: Optional[Area] = None,
) -> Area:
    """The part of the raster (of ``within``, if given) inside the features of a source, as algorithms have it."""
    polygons = _Polygons(features.getFeatures, features.sourceCrs(), features.sourceName())
    return _inside(source, layer_crs, polygons, transforms, within)


class _Polygons(NamedTuple):
    """Where polygons come from."""

    features: Callable[[QgsFeatureRequest], QgsFeatureIterator]
    crs: QgsCoordinateReferenceSystem
    name: str


def _inside(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    polygons: _Polygons,
    transforms: Transforms,
    within: Optional[Area],
) -> Area:
    union = _union(source, layer_crs, polygons, transforms, within or Area(whole(source)))
    there = _on_raster(source, layer_crs, union, polygons.crs, transforms)
    if within is not None:
        there = _polygons(there.intersection(_geometry(source, within)))
        if there.isEmpty():
            raise _outside()
    return _area(source, there)


def _union(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    polygons: _Polygons,
    transforms: Transforms,
    base: Area,
) -> QgsGeometry:
    """The features that can touch the base area, joined, in their own CRS."""
    request = QgsFeatureRequest()
    request.setNoAttributes()
    reach = _reach(rectangle(source, base.window), QgsCoordinateTransform(layer_crs, polygons.crs, transforms))
    if reach is not None:
        request.setFilterRect(reach)
    parts: List[QgsGeometry] = []
    vertices = 0
    for feature in polygons.features(request):
        if feature.geometry().isEmpty():
            continue
        vertices += feature.geometry().constGet().nCoordinates()
        if vertices > MAX_VERTICES:
            raise ForeshockError(
                _tr("The polygons of “{layer}” have more than {count} vertices here.").format(
                    layer=polygons.name, count=MAX_VERTICES
                ),
                _tr("Select fewer of them, or simplify them first (Vector → Geometry Tools → Simplify)."),
            )
        parts.append(_polygons(feature.geometry()))
    parts = [part for part in parts if not part.isEmpty()]
    if not parts:
        raise _outside()
    # Most layers have no overlaps, and then need no union, which takes many times as long.
    together = QgsMultiPolygon()
    for part in parts:
        for polygon in part.constParts():
            together.addGeometry(polygon.clone())
    collected = QgsGeometry(together)
    return collected if collected.isGeosValid() else _computed(QgsGeometry.unaryUnion(parts))


def _on_raster(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    geometry: QgsGeometry,
    geometry_crs: QgsCoordinateReferenceSystem,
    transforms: Transforms,
) -> QgsGeometry:
    """Polygons in the source's CRS, clipped to the raster; never empty."""
    frame = rectangle(source, whole(source))
    polygons = _polygons(geometry)
    if polygons.isEmpty():
        raise ForeshockError(_tr("The chosen area has no surface."), _tr("Draw it again."))
    if geometry_crs != layer_crs:
        polygons = _transformed(polygons, geometry_crs, layer_crs, frame, transforms)
    polygons = _polygons(_computed(polygons.intersection(QgsGeometry.fromRect(frame))))
    if polygons.isEmpty():
        raise _outside()
    return polygons


def _transformed(
    polygons: QgsGeometry,
    here: QgsCoordinateReferenceSystem,
    there: QgsCoordinateReferenceSystem,
    frame: QgsRectangle,
    transforms: Transforms,
) -> QgsGeometry:
    # What lies far from the raster need not exist in its CRS at all, so it is cut off first.
    reach = _reach(frame, QgsCoordinateTransform(there, here, transforms))
    if reach is not None:
        polygons = _polygons(_computed(polygons.intersection(QgsGeometry.fromRect(reach))))
        if polygons.isEmpty():
            raise _outside()
    box = polygons.boundingBox()
    dense = polygons.densifyByDistance(max(box.width(), box.height()) / _PIECES)
    try:
        dense.transform(QgsCoordinateTransform(here, there, transforms))
    except QgsCsException:
        dense = QgsGeometry()
    if dense.isEmpty() or not dense.boundingBox().isFinite():
        raise ForeshockError(
            _tr("The chosen area cannot be transformed to the layer's coordinate system."),
            _tr("Draw it nearer to the layer, or set the map to the layer's coordinate system."),
        )
    return _polygons(dense)


def _polygons(geometry: QgsGeometry) -> QgsGeometry:
    """The surfaces of a geometry as a valid, flat MultiPolygon with straight edges; empty when it has none."""
    if geometry.isEmpty():
        return QgsGeometry()
    straight = QgsGeometry(geometry.constGet().segmentize())
    straight.get().dropZValue()
    straight.get().dropMValue()
    valid = straight if straight.isGeosValid() else straight.makeValid()
    # Of a collection (what repairing or cutting may give) only the surfaces stay; false where it is none.
    valid.convertGeometryCollectionToSubclass(POLYGONS)
    if valid.isEmpty() or valid.type() != POLYGONS:
        return QgsGeometry()
    valid.convertToMultiType()
    return valid


def _computed(geometry: QgsGeometry) -> QgsGeometry:
    """The result of an operation, unless it failed; an empty one is fine."""
    if geometry.isNull() and geometry.lastError():
        raise ForeshockError(
            _tr("The polygons cannot be combined: {reason}.").format(reason=geometry.lastError()),
            _tr("Repair them first (Vector → Geometry Tools → Fix Geometries)."),
        )
    return geometry


def _reach(frame: QgsRectangle, transform: QgsCoordinateTransform) -> Optional[QgsRectangle]:
    """A box in another CRS that holds the frame, with a margin; none where that CRS cannot hold it."""
    box = _box(frame, transform)
    if box is None:
        return None
    margin = 0.02 * max(box.width(), box.height())
    return QgsRectangle(
        box.xMinimum() - margin, box.yMinimum() - margin, box.xMaximum() + margin, box.yMaximum() + margin
    )


def _box(extent: QgsRectangle, transform: QgsCoordinateTransform) -> Optional[QgsRectangle]:
    try:
        box = transform.transformBoundingBox(extent)
    except QgsCsException:
        return None
    values = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    return box if all(math.isfinite(value) for value in values) else None


def _grid(source: RasterSource) -> PixelGrid:
    return PixelGrid(Geotransform(source.geotransform), source.width, source.height)


def rectangle(source: RasterSource, window: Window) -> QgsRectangle:
    """The ground of a window, in the CRS of its raster."""
    transform = Geotransform(source.geotransform)
    x, y = transform.apply(window.col, window.row)
    right, bottom = transform.apply(window.col + window.width, window.row + window.height)
    return QgsRectangle(min(x, right), min(y, bottom), max(x, right), max(y, bottom))


def _snap(source: RasterSource, box: QgsRectangle) -> Window:
    return _grid(source).snap((box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum()))


def _snapped(source: RasterSource, polygons: QgsGeometry) -> Window:
    try:
        return _snap(source, polygons.boundingBox())
    except Refusal:
        raise _outside() from None


def _geometry(source: RasterSource, area: Area) -> QgsGeometry:
    """An area as polygons in the source's CRS."""
    if area.mask_wkt is not None:
        return QgsGeometry.fromWkt(area.mask_wkt)
    return QgsGeometry.fromRect(rectangle(source, area.window))


def _area(source: RasterSource, polygons: QgsGeometry) -> Area:
    return Area(_snapped(source, polygons), polygons.asWkt(_DIGITS))


def _outside() -> ForeshockError:
    return ForeshockError(
        _tr("The chosen area does not overlap the layer."), _tr("Choose an area on the layer, or zoom to it first.")
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockArea", text)
