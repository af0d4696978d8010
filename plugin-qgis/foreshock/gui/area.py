"""The area of a request: a window of the source's pixel grid, and the polygons inside it that may change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMultiPolygon,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError, Refusal
from ..core.grid import Window
from ..core.request import RasterSource
from ..imagery.polygons import box_in, computed, grid_of, on_raster, outside, reach_of, rectangle, surfaces, wkt

#: Vertices of all polygons together: what is joined and cut within about a second.
MAX_VERTICES = 100_000


@dataclass(frozen=True)
class Area:
    """``mask_wkt`` is a MultiPolygon in the coordinates of the source's CRS; none means all of the window."""

    window: Window
    mask_wkt: Optional[str] = None


def whole(source: RasterSource) -> Window:
    """The whole raster."""
    return grid_of(source).window()


def visible(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    canvas_crs: QgsCoordinateReferenceSystem,
    project: QgsProject,
) -> Window:
    """What the map canvas shows of the raster, snapped outward to its px."""
    box = box_in(extent, QgsCoordinateTransform(canvas_crs, layer_crs, project))
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
    project: QgsProject,
) -> Area:
    """The part of the raster inside polygons. A rectangle along the raster's own axes is a window and needs no mask."""
    polygons = on_raster(source, layer_crs, geometry, geometry_crs, project.transformContext())
    if geometry_crs == layer_crs and geometry.isAxisParallelRectangle(0.0):
        return Area(_snapped(source, polygons))
    return _area(source, polygons)


def of_features(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    layer: QgsVectorLayer,
    only_selected: bool,
    project: QgsProject,
    within: Optional[Area] = None,
) -> Area:
    """The part of the raster (of ``within``, if given) inside the features of a polygon layer."""
    base = within or Area(whole(source))
    union = _union(source, layer_crs, layer, only_selected, project, base)
    polygons = on_raster(source, layer_crs, union, layer.crs(), project.transformContext())
    if within is not None:
        polygons = surfaces(polygons.intersection(_geometry(source, within)))
        if polygons.isEmpty():
            raise outside()
    return _area(source, polygons)


def _union(
    source: RasterSource,
    layer_crs: QgsCoordinateReferenceSystem,
    layer: QgsVectorLayer,
    only_selected: bool,
    project: QgsProject,
    base: Area,
) -> QgsGeometry:
    """The features that can touch the base area, joined, in the vector layer's CRS."""
    request = QgsFeatureRequest()
    request.setNoAttributes()
    reach = reach_of(rectangle(source, base.window), QgsCoordinateTransform(layer_crs, layer.crs(), project))
    if reach is not None:
        request.setFilterRect(reach)
    parts: List[QgsGeometry] = []
    vertices = 0
    for feature in layer.getSelectedFeatures(request) if only_selected else layer.getFeatures(request):
        if feature.geometry().isEmpty():
            continue
        vertices += feature.geometry().constGet().nCoordinates()
        if vertices > MAX_VERTICES:
            raise ForeshockError(
                _tr("The polygons of “{layer}” have more than {count} vertices here.").format(
                    layer=layer.name(), count=MAX_VERTICES
                ),
                _tr("Select fewer of them, or simplify them first (Vector → Geometry Tools → Simplify)."),
            )
        parts.append(surfaces(feature.geometry()))
    parts = [part for part in parts if not part.isEmpty()]
    if not parts:
        raise outside()
    # Most layers have no overlaps, and then need no union, which takes many times as long.
    together = QgsMultiPolygon()
    for part in parts:
        for polygon in part.constParts():
            together.addGeometry(polygon.clone())
    collected = QgsGeometry(together)
    return collected if collected.isGeosValid() else computed(QgsGeometry.unaryUnion(parts))


def _snap(source: RasterSource, box: QgsRectangle) -> Window:
    return grid_of(source).snap((box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum()))


def _snapped(source: RasterSource, polygons: QgsGeometry) -> Window:
    try:
        return _snap(source, polygons.boundingBox())
    except Refusal:
        raise outside() from None


def _geometry(source: RasterSource, area: Area) -> QgsGeometry:
    """An area as polygons in the source's CRS."""
    if area.mask_wkt is not None:
        return QgsGeometry.fromWkt(area.mask_wkt)
    return QgsGeometry.fromRect(rectangle(source, area.window))


def _area(source: RasterSource, polygons: QgsGeometry) -> Area:
    return Area(_snapped(source, polygons), wkt(polygons))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockArea", text)
