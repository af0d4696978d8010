"""Finished tiles over the canvas, before the whole result is written. Main thread only; what takes long is done
elsewhere, by :func:`~..imagery.preview.decode_preview`."""

from __future__ import annotations

from typing import Any, Iterator, List, Optional, Tuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QCoreApplication, QPointF, QRectF
from qgis.PyQt.QtGui import QImage, QPainter, QPolygonF, QTransform
from qgis.PyQt.QtWidgets import QGraphicsItem

from ..compat import is_gone
from ..core.grid import Geotransform
from ..core.request import SimulationRequest
from ..imagery.preview import PreviewGrid
from .badge_item import BadgeItem, badge_size, paint_badge
from .open_view import open_view

#: Patches a side in which a picture is bent to another coordinate system.
_PATCHES = 16
#: Above the layers, below rubber bands and the badges of finished results.
_Z = 5.0
_MARGIN = 6.0


class TilePreview:
    """The tiles of one request."""

    def __init__(
        self, canvas: QgsMapCanvas, request: SimulationRequest, layer_crs: QgsCoordinateReferenceSystem
    ) -> None:
        self._canvas = canvas
        self._item: Optional[_PictureItem] = _PictureItem(canvas, request, layer_crs)
        canvas.destinationCrsChanged.connect(self._item.updatePosition)

    def add(self, index: int, pixels: np.ndarray) -> None:
        """Shows a tile: what :func:`~..imagery.preview.decode_preview` gave."""
        if self._item is not None:
            self._item.add(index, pixels)

    def close(self) -> None:
        """Takes everything off the canvas."""
        if self._item is not None and not is_gone(self._canvas):
            self._canvas.destinationCrsChanged.disconnect(self._item.updatePosition)
            self._canvas.scene().removeItem(self._item)
        self._item = None


class _PictureItem(QgsMapCanvasItem):
    """One picture of all tiles, drawn at its place: as a whole where the canvas has the layer's coordinate system, else
    in patches, each bent by its corners."""

    def __init__(
        self, canvas: QgsMapCanvas, request: SimulationRequest, layer_crs: QgsCoordinateReferenceSystem
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._crs = layer_crs
        self._transform = Geotransform(request.source.geotransform)
        self._grid = PreviewGrid.of(request)
        self._text = QCoreApplication.translate("ForeshockBadge", "SIMULATED preview")
        # Zeroed pages take no memory before a tile is written to them.
        self._pixels = np.zeros((self._grid.height, self._grid.width, 4), dtype=np.uint8)
        self._image = QImage(
            self._pixels.data,
            self._grid.width,
            self._grid.height,
            4 * self._grid.width,
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        self._edges: Tuple[List[int], List[int]] = ([], [])
        self._nodes: List[List[Optional[QgsPointXY]]] = []
        self._nodes_crs: Optional[QgsCoordinateReferenceSystem] = None
        #: From the picture to the canvas, part of the picture, where that is on the canvas.
        self._patches: List[Tuple[QTransform, QRectF, QRectF]] = []
        self._bounds = QRectF()
        self.setZValue(_Z)
        # So that painting hears which part is wanted: a tile that comes has only its own place drawn anew.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.updatePosition()

    def add(self, index: int, pixels: np.ndarray) -> None:
        left, top, width, height = self._grid.place(index)
        self._pixels[top : top + height, left : left + width] = pixels
        # Smooth drawing mixes in the px beside.
        place = QRectF(left - 1, top - 1, width + 2, height + 2)
        for bend, part, _ in self._patches:
            if place.intersects(part):
                self.update(bend.mapRect(place.intersected(part)).adjusted(-1, -1, 1, 1))

    def boundingRect(self) -> QRectF:
        return self._bounds

    def updatePosition(self) -> None:
        """Called by the canvas when it looks elsewhere."""
        if self._nodes_crs != self._canvas.mapSettings().destinationCrs():
            self._place_nodes()
        view = QRectF(self._canvas.viewport().rect())
        # While the map is dragged, a view's width around it comes into sight.
        around = view.adjusted(-view.width(), -view.height(), view.width(), view.height())
        self.prepareGeometryChange()
        self._patches, self._bounds = [], QRectF()
        for quad, part in self._quads():
            place = quad.boundingRect().intersected(around)
            bend = QTransform()
            if place.isEmpty() or not QTransform.quadToQuad(QPolygonF(_corners(part)), quad, bend):
                continue
            # No more of a patch than can be seen: far outside the canvas Qt's coordinates end.
            back, invertible = bend.inverted()
            if invertible:
                part = QRectF(back.mapRect(place).toAlignedRect().adjusted(-1, -1, 1, 1)).intersected(part)
                self._patches.append((bend, part, place))
                self._bounds = self._bounds.united(place)
        self.update()

    def paint(self, painter: QPainter, option: Any = None, _widget: Any = None) -> None:
        wanted = self._bounds if option is None else option.exposedRect
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for bend, part, place in self._patches:
            if not place.intersects(wanted):
                continue
            painter.save()
            painter.setTransform(bend, True)
            painter.drawImage(part, self._image, part)
            painter.restore()
        # The message with the progress covers the upper edge.
        seen = self._bounds.intersected(open_view(self._canvas))
        if not seen.isEmpty():
            paint_badge(painter, self._badge_place(seen), self._text)

    def _badge_place(self, seen: QRectF) -> QRectF:
        """In the upper left corner; beside the badge of a result that lies there already."""
        place = QRectF(seen.topLeft() + QPointF(_MARGIN, _MARGIN), badge_size(self._text))
        for item in self._canvas.scene().items(place):
            for taken in item.places() if isinstance(item, BadgeItem) else ():
                if taken.intersects(place):
                    place.moveLeft(taken.right() + _MARGIN)
        return place

    def _place_nodes(self) -> None:
        """Corners of the patches in the canvas's coordinates; none where there is no way to them."""
        settings = self._canvas.mapSettings()
        self._nodes_crs = settings.destinationCrs()
        transform = QgsCoordinateTransform(self._crs, self._nodes_crs, settings.transformContext())
        count = 1 if transform.isShortCircuited() else _PATCHES
        grid = self._grid
        across = sorted({grid.width * number // count for number in range(count + 1)})
        down = sorted({grid.height * number // count for number in range(count + 1)})
        self._edges = (across, down)
        self._nodes = [[self._node(transform, x, y) for x in across] for y in down]

    def _node(self, transform: QgsCoordinateTransform, x: int, y: int) -> Optional[QgsPointXY]:
        grid = self._grid
        ground = self._transform.apply(grid.col + x * grid.scale, grid.row + y * grid.scale)
        try:
            return transform.transform(QgsPointXY(*ground))
        except QgsCsException:
            return None

    def _quads(self) -> Iterator[Tuple[QPolygonF, QRectF]]:
        """Each patch: its corners on the canvas, and its part of the picture."""
        across, down = self._edges
        for row, (top, bottom) in enumerate(zip(down, down[1:])):
            for col, (left, right) in enumerate(zip(across, across[1:])):
                nodes = (
                    self._nodes[row][col],
                    self._nodes[row][col + 1],
                    self._nodes[row + 1][col + 1],
                    self._nodes[row + 1][col],
                )
                if None not in nodes:
                    quad = QPolygonF([self.toCanvasCoordinates(node) for node in nodes])
                    yield quad, QRectF(left, top, right - left, bottom - top)


def _corners(part: QRectF) -> List[QPointF]:
    return [part.topLeft(), part.topRight(), part.bottomRight(), part.bottomLeft()]
