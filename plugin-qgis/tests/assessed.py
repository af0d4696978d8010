"""Layers to be assessed: small shapes at places that one can compute with."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Iterable, List, Sequence, Tuple

from foreshock.assess.affected import Affected, FeatureSource, Question, assess
from foreshock.assess.overlay import Overlay
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
)

#: Corner of the places, in EPSG:32633 on its central meridian: there, plane metres are 0.9996 of those on the ellipsoid.
X0, Y0 = 500_000.0, 5_000_000.0
SCALE = 0.9996
TRANSFORMS = QgsCoordinateTransformContext()

Rows = Iterable[Tuple[str, Sequence[Any]]]


def crs(name: str) -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem(name)


def placed(wkt: str, name: str = "EPSG:32633") -> QgsGeometry:
    """A shape, given in metres from the corner, in a CRS."""
    geometry = QgsGeometry.fromWkt(wkt)
    assert wkt == "" or not geometry.isNull(), wkt
    geometry.translate(X0, Y0)
    geometry.transform(QgsCoordinateTransform(crs("EPSG:32633"), crs(name), TRANSFORMS))
    return geometry


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle, as WKT."""
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    return "POLYGON((" + ", ".join(f"{a!r} {b!r}" for a, b in corners) + "))"


def layer(
    kind: str, rows: Rows, fields: str = "", name: str = "things", crs_name: str = "EPSG:32633"
) -> QgsVectorLayer:
    """A layer in memory; a row is a shape and its attributes."""
    made = QgsVectorLayer(f"{kind}?crs={crs_name}{fields}", name, "memory")
    assert made.isValid()
    features = []
    for wkt, attributes in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(attributes))
        if wkt:
            feature.setGeometry(placed(wkt, crs_name))
        features.append(feature)
    fine, _ = made.dataProvider().addFeatures(features)
    assert fine, made.dataProvider().lastError()
    made.updateExtents()
    return made


def shapes(kind: str, *wkts: str, crs_name: str = "EPSG:32633") -> QgsVectorLayer:
    """A layer without fields."""
    return layer(kind, [(wkt, []) for wkt in wkts], crs_name=crs_name)


def overlay(pieces: List[str], onto: QgsVectorLayer, pieces_crs: str = "EPSG:4326") -> Overlay:
    """A footprint, as results have it, in the CRS of a layer."""
    placed_pieces = [placed(each, pieces_crs) for each in pieces]
    return Overlay(placed_pieces, crs(pieces_crs), onto.crs(), TRANSFORMS, "NONE")


def ask(pieces: List[str], things: QgsVectorLayer, question: Question = Question(), **more: Any) -> Affected:  # noqa: B008
    """What of a layer is inside the pieces."""
    return assess(overlay(pieces, things), FeatureSource.of(things), question, lambda count: True, **more)


def rows(path: Path, table: str) -> List[Dict[str, Any]]:
    """What a file holds, read by GDAL alone."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    found = dataset.GetLayerByName(table)
    assert found is not None, [dataset.GetLayer(each).GetName() for each in range(dataset.GetLayerCount())]
    return [feature.items() for feature in found]
