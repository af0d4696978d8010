"""A picture of other layers than the canvas shows, at its scale, rotation and sharpness; drawn off the main thread."""

from __future__ import annotations

from typing import List, Optional, Set

from qgis.core import QgsMapLayer, QgsMapRendererParallelJob, QgsMapSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QPointF, pyqtSignal
from qgis.PyQt.QtGui import QImage, QPainter, QPolygonF, QTransform


class MapPicture(QObject):
    """Keeps the last picture until the next one is whole, as the canvas does. Main thread only."""

    changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._image: Optional[QImage] = None
        self._settings: Optional[QgsMapSettings] = None
        self._current: Optional[QgsMapRendererParallelJob] = None
        #: Those that end, too: a job must not be deleted while it draws.
        self._jobs: Set[QgsMapRendererParallelJob] = set()

    def draw(self, layers: List[QgsMapLayer]) -> None:
        """Begins to draw layers, top first, where the canvas looks now; what was begun before is given up."""
        self._give_up()
        settings = QgsMapSettings(self._canvas.mapSettings())
        if not settings.hasValidSettings() or settings.outputSize().isEmpty():
            return
        settings.setLayers(layers)
        # Two outcomes are compared, whatever time the canvas shows.
        settings.setIsTemporal(False)
        job = QgsMapRendererParallelJob(settings)
        job.finished.connect(lambda: self._done(job))
        self._jobs.add(job)
        self._current = job
        job.start()

    def is_whole(self) -> bool:
        """Whether it shows what was asked for last."""
        return self._image is not None and self._current is None

    def paint(self, painter: QPainter) -> None:
        """Paints it where its ground is on the canvas now, in px of the canvas."""
        place = self._place()
        if place is None:
            return
        painter.save()
        if not place.isIdentity():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setTransform(place, True)
        painter.drawImage(QPointF(0.0, 0.0), self._image)
        painter.restore()

    def clear(self) -> None:
        """Lets go of the picture; what is being drawn ends."""
        self._give_up()
        self._image = self._settings = None

    def close(self) -> None:
        """Ends everything before it returns."""
        self._current = None
        for job in list(self._jobs):
            job.finished.disconnect()
            job.cancel()
        self._jobs.clear()
        self._image = self._settings = None

    def _give_up(self) -> None:
        if self._current is not None:
            self._current.cancelWithoutBlocking()
            self._current = None

    def _done(self, job: QgsMapRendererParallelJob) -> None:
        self._jobs.discard(job)
        if job is self._current:
            self._current = None
            self._image, self._settings = job.renderedImage(), job.mapSettings()
            self.changed.emit()
        job.deleteLater()

    def _place(self) -> Optional[QTransform]:
        """From px of the picture to px of the canvas; none where there is no picture for it."""
        now = self._canvas.mapSettings()
        if self._image is None or self._settings.destinationCrs() != now.destinationCrs():
            return None
        size = self._settings.outputSize()
        corners = [(0, 0), (size.width(), 0), (size.width(), size.height()), (0, size.height())]
        was, is_now = self._settings.mapToPixel(), now.mapToPixel()
        there = [is_now.transform(was.toMapCoordinates(x, y)).toQPointF() for x, y in corners]
        place = QTransform()
        if not QTransform.quadToQuad(QPolygonF([QPointF(x, y) for x, y in corners]), QPolygonF(there), place):
            return None
        # Px on px: what is drawn as it is stays sharp.
        still = all(abs(end.x() - x) + abs(end.y() - y) < 1e-3 for end, (x, y) in zip(there, corners))
        return QTransform() if still else place
