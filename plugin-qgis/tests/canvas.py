"""What a map canvas shows, as px."""

from __future__ import annotations

from typing import Iterable

import numpy as np
import qgis_session
from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QImage


def look(canvas: QgsMapCanvas, layers: Iterable[QgsMapLayer], crs: str, extent: QgsRectangle) -> None:
    """Makes a canvas show layers, and waits until it does. Its window is opened: what is hidden has no size yet."""
    canvas.window().resize(canvas.size())
    canvas.window().show()
    qgis_session.spin_until(lambda: canvas.mapSettings().outputSize() == canvas.viewport().size(), 5)
    drawn = []
    canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    canvas.setLayers(list(layers))
    canvas.setExtent(extent)
    canvas.refresh()
    assert qgis_session.spin_until(lambda: drawn and not canvas.isDrawing(), 30)


def grab(canvas: QgsMapCanvas) -> np.ndarray:
    """``[h, w, 3]`` 8-bit RGB of what a canvas shows now, items and all."""
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    return np.frombuffer(data, dtype=np.uint8).reshape(image.height(), -1, 4)[:, : image.width(), :3].copy()


def pixel(canvas: QgsMapCanvas, x: float, y: float) -> tuple:
    """Column and row where the canvas shows a place given in its own coordinates."""
    point = canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
    return int(point.x()), int(point.y())
