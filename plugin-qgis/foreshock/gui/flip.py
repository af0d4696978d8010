"""Before and after by QGIS's own temporal controller: one frame before, one for each result of a series."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, List, Optional, Tuple

from qgis.core import QgsDateTimeRange, QgsInterval, QgsMapLayer, QgsProject, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QCoreApplication, QObject, QRectF, pyqtSignal
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

from ..compat import TIME_STEPS, is_gone
from ..core.errors import ForeshockError
from ..layers.badge_item import PLAIN_PLATE, PLATE, badge_size, paint_badge
from ..layers.family import JOB_ID, SOURCE_ID, Family, series_of
from ..layers.marks import DIFFERENCE, ROLE, is_simulated
from ..layers.temporal import FRAME, frames, time_of
from .frame_words import before_words, result_words

#: What QGIS calls the panel's class and object; it is no part of its interface for plugins.
_PANEL_CLASS, _PANEL_NAME = "QgsTemporalControllerDockWidget", "Temporal Controller"
#: Above everything else on the canvas.
_Z = 1002.0
_MARGIN = 8.0


class Flip(QObject):
    """The temporal controller set for one series, until :meth:`stop`; then it is as it was. Main thread only."""

    ended = pyqtSignal()

    def __init__(
        self, window: QMainWindow, canvas: QgsMapCanvas, project: QgsProject, family: Family, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._project = project
        #: Id, time and words of each frame after that before, in their order.
        self._frames: List[Tuple[str, QgsDateTimeRange, str]] = []
        for each in series_of(project, family):
            when = time_of(each.result)
            if when is not None:
                self._frames.append((each.result.id(), when, result_words(each.result)))
        if not self._frames:
            raise ForeshockError(
                _tr("“{layer}” has no time.").format(layer=family.result.name()),
                _tr("Its time was switched off in the layer's properties: set a fixed range there (Temporal)."),
            )
        self._controller = _controller(canvas)
        self._earlier = (
            self._controller.navigationMode(),
            self._controller.temporalExtents(),
            self._controller.frameDuration(),
        )
        self._panel = _find_panel(window)
        self._opened = False
        self._label: Optional[FrameLabel] = FrameLabel(canvas)
        self._before, self._of_simulated = before_words(family.before), is_simulated(family.before)
        #: Ids of layers that were switched off.
        self._hidden: List[str] = []
        self._begin()

    def covers(self, layer: QgsMapLayer) -> bool:
        """Whether a result is among its frames."""
        return layer.id() in (each for each, _, _ in self._frames)

    def words(self) -> str:
        """What the label says of what the canvas shows now."""
        return "" if self._label is None else self._label.text()

    def has_panel(self) -> bool:
        """Whether the panel with the step buttons was found."""
        return not is_gone(self._panel)

    def stop(self) -> None:
        """Sets the controller back."""
        if self._label is None:
            return
        self._end()
        if not is_gone(self._controller):
            mode, extents, duration = self._earlier
            self._controller.setFrameDuration(duration)
            self._controller.setTemporalExtents(extents)
            self._controller.setNavigationMode(mode)
        if self._opened and not is_gone(self._panel):
            self._panel.close()
        self.ended.emit()

    def _begin(self) -> None:
        whole = frames(self._frames[0][1], self._frames[-1][1])
        controller = self._controller
        self._switch_layers()
        # Given in hours, the panel shows hours.
        controller.setFrameDuration(QgsInterval(0, 0, 0, 0, FRAME / timedelta(hours=1), 0, 0))
        controller.setTemporalExtents(whole)
        controller.setNavigationMode(TIME_STEPS)
        controller.setCurrentFrameNumber(0)
        # PyQGIS 3.22 cannot connect to a change of mode; but the canvas hears of it.
        self._canvas.temporalRangeChanged.connect(self._range_changed)
        self._project.layersWillBeRemoved.connect(self._layers_go)
        if self._panel is not None:
            self._opened = not self._panel.isVisible()
            self._panel.show()
            self._panel.raise_()
        self._show_words()

    def _end(self) -> None:
        """Lets go of everything; the controller stays as it is."""
        label, self._label = self._label, None
        if not is_gone(label):
            label.close()
        if not is_gone(self._canvas):
            self._canvas.temporalRangeChanged.disconnect(self._range_changed)
        self._project.layersWillBeRemoved.disconnect(self._layers_go)
        for each in self._hidden:
            node = self._project.layerTreeRoot().findLayer(each)
            if node is not None:
                node.setItemVisibilityChecked(True)
        self._hidden.clear()

    def _show_words(self) -> None:
        now = self._canvas.temporalRange()
        shown = [words for _, when, words in self._frames if when.overlaps(now)]
        if shown:
            self._label.show_words(", ".join(shown), simulated=True)
        elif now.end() <= self._frames[0][1].begin():
            self._label.show_words(self._before, simulated=self._of_simulated)
        else:
            self._label.show_words("", simulated=False)

    def _switch_layers(self) -> None:
        """Switches the results on, and off what would lie over them in their frames: other outcomes of the
        place, and differences."""
        root, ours = self._project.layerTreeRoot(), [each for each, _, _ in self._frames]
        place = self._project.mapLayer(ours[0]).customProperty(SOURCE_ID)
        jobs = [self._project.mapLayer(each).customProperty(JOB_ID) for each in ours]
        for node in root.findLayers():
            layer = node.layer()
            if node.layerId() in ours:
                node.setItemVisibilityCheckedParentRecursive(True)
            elif (
                is_simulated(layer)
                and layer.customProperty(SOURCE_ID) == place
                and (layer.customProperty(JOB_ID) not in jobs or layer.customProperty(ROLE) == DIFFERENCE)
                and node.itemVisibilityChecked()
            ):
                node.setItemVisibilityChecked(False)
                self._hidden.append(node.layerId())

    def _range_changed(self) -> None:
        if self._controller.navigationMode() == TIME_STEPS:
            self._show_words()
        else:
            # The user has switched the controller off, or over, by its own buttons.
            self._end()
            self.ended.emit()

    def _layers_go(self, ids: List[str]) -> None:
        if any(each in ids for each, _, _ in self._frames):
            self.stop()


class FrameLabel(QgsMapCanvasItem):
    """Says at the upper edge of the canvas which frame it shows."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._text = ""
        self._simulated = False
        self.setZValue(_Z)

    def text(self) -> str:
        return self._text

    def show_words(self, text: str, *, simulated: bool) -> None:
        """Shows other words; nothing if they are empty."""
        self.prepareGeometryChange()
        self._text, self._simulated = text, simulated
        self.update()

    def close(self) -> None:
        """Takes it off the canvas."""
        self._canvas.scene().removeItem(self)

    def updatePosition(self) -> None:
        """Called by the canvas when it looks elsewhere."""
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        size = badge_size(self._text)
        middle = self._canvas.viewport().width() / 2
        return QRectF(middle - size.width() / 2, _MARGIN, size.width(), size.height()).adjusted(-2.0, -2.0, 2.0, 2.0)

    def paint(self, painter: QPainter, _option: Any = None, _widget: Any = None) -> None:
        if self._text:
            place = self.boundingRect().adjusted(2.0, 2.0, -2.0, -2.0)
            paint_badge(painter, place, self._text, PLATE if self._simulated else PLAIN_PLATE)


def _controller(canvas: QgsMapCanvas) -> QgsTemporalNavigationObject:
    controller = canvas.temporalController()
    if not isinstance(controller, QgsTemporalNavigationObject):
        raise ForeshockError(
            _tr("This map view has no temporal controller."), _tr("Use the main map of QGIS, or the swipe tool.")
        )
    return controller


def _find_panel(window: QMainWindow) -> Optional[QDockWidget]:
    for panel in window.findChildren(QDockWidget):
        if panel.inherits(_PANEL_CLASS) or panel.objectName() == _PANEL_NAME:
            return panel
    return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockFlip", text)
