"""What the menus offer to compare a result with the state before: swipe, flip, difference, layout."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import QgsApplication, QgsCoordinateTransform, QgsCsException, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ..compat import is_gone
from ..core.errors import ForeshockError
from ..imagery.difference import Difference, difference_path, pair
from ..imagery.inspect import inspect
from ..jobs.difference_task import DifferenceTask
from ..layers.difference_layer import add_difference, find_difference
from ..layers.family import Family, family_of
from .flip import Flip
from .layout import create_layout
from .swipe_tool import SwipeTool


class Compare(QObject):
    """Swipes or flips one result at a time; asked for again, it ends. What goes wrong at once is raised as
    :class:`~..core.errors.ForeshockError`, what goes wrong in the background comes by :attr:`failed`."""

    #: ForeshockError
    failed = pyqtSignal(object)
    #: The layer of a difference that was asked for, QgsRasterLayer.
    difference_added = pyqtSignal(object)
    #: Whether it is on now, whoever began or ended it.
    swipe_changed = pyqtSignal(bool)
    flip_changed = pyqtSignal(bool)

    def __init__(self, iface: Any, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._project = project
        self._swipe: Optional[SwipeTool] = None
        self._flip: Optional[Flip] = None
        #: Differences under way, by job.
        self._tasks: Dict[str, DifferenceTask] = {}

    def swipe(self, family: Family) -> bool:
        """Begins to swipe over a result, or ends it; says whether it has begun."""
        same = self._swipe is not None and self._swipe.family.job_id == family.job_id
        self._end_swipe()
        if same:
            return False
        _need_before(family)
        self._end_flip()
        self._show(family)
        tool = SwipeTool(self._iface.mapCanvas(), self._project, family)
        tool.ended.connect(lambda: self._swipe_ended(tool))
        self._swipe = tool
        tool.start()
        self.swipe_changed.emit(True)
        return True

    def flip(self, family: Family) -> bool:
        """Sets QGIS's temporal controller to step from the state before through the series, or sets it back; says
        whether it is set."""
        same = self._flip is not None and self._flip.covers(family.result)
        self._end_flip()
        if same:
            return False
        _need_before(family)
        self._end_swipe()
        self._show(family)
        flip = Flip(self._iface.mainWindow(), self._iface.mapCanvas(), self._project, family, self)
        flip.ended.connect(lambda: self._flip_ended(flip))
        self._flip = flip
        self.flip_changed.emit(True)
        return True

    def difference(self, family: Family) -> None:
        """Computes |after − before| in the background, beside the result's file, and adds it; shows it where it is in
        the project already."""
        found = find_difference(self._project, family)
        if found is not None:
            self._switch_on(found)
            self.difference_added.emit(found)
            return
        if family.job_id in self._tasks:
            return
        _need_before(family)
        two = pair(family.before, family.result)
        task = DifferenceTask(two, difference_path(inspect(family.result).path), family.result.name())
        job_id, result_id = family.job_id, family.result.id()
        task.ended.connect(lambda made, error: self._difference_ended(job_id, result_id, made, error))
        self._tasks[job_id] = task
        QgsApplication.taskManager().addTask(task)

    def layout(self, family: Family) -> None:
        """Makes a print layout of before and after, and opens it."""
        _need_before(family)
        layout = create_layout(self._iface.mapCanvas(), self._project, family)
        self._iface.openLayoutDesigner(layout)

    def is_swiping(self) -> bool:
        return self._swipe is not None

    def is_flipping(self) -> bool:
        return self._flip is not None

    def close(self) -> None:
        """Ends everything; the canvas and the temporal controller are as they were."""
        self._end_swipe()
        self._end_flip()
        for task in self._tasks.values():
            if not is_gone(task):
                task.ended.disconnect()
                task.cancel()
        self._tasks.clear()

    def _end_swipe(self) -> None:
        if self._swipe is not None:
            if is_gone(self._swipe):
                self._swipe = None
            else:
                self._swipe.stop()

    def _swipe_ended(self, tool: SwipeTool) -> None:
        if self._swipe is tool:
            self._swipe = None
            self.swipe_changed.emit(False)
        tool.deleteLater()

    def _end_flip(self) -> None:
        if self._flip is not None:
            self._flip.stop()

    def _flip_ended(self, flip: Flip) -> None:
        if self._flip is flip:
            self._flip = None
            self.flip_changed.emit(False)
        flip.deleteLater()

    def _difference_ended(
        self, job_id: str, result_id: str, made: Optional[Difference], error: Optional[ForeshockError]
    ) -> None:
        self._tasks.pop(job_id, None)
        if error is not None:
            self.failed.emit(error)
        if made is None:
            return
        # The result may have been taken away meanwhile, or another project opened.
        family = family_of(self._project, self._project.mapLayer(result_id))
        if family is None:
            return
        try:
            self.difference_added.emit(add_difference(self._project, family, made))
        except ForeshockError as failure:
            self.failed.emit(failure)

    def _show(self, family: Family) -> None:
        """Goes to a result of which nothing is in sight."""
        canvas = self._iface.mapCanvas()
        settings = canvas.mapSettings()
        try:
            box = QgsCoordinateTransform(
                family.result.crs(), settings.destinationCrs(), self._project.transformContext()
            ).transformBoundingBox(family.result.extent())
        except QgsCsException:
            return
        if not box.isEmpty() and not box.intersects(settings.visibleExtent()):
            box.scale(1.05)
            canvas.setExtent(box)
            canvas.refresh()

    def _switch_on(self, layer: QgsRasterLayer) -> None:
        node = self._project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True)


def _need_before(family: Family) -> None:
    if family.before is None:
        raise ForeshockError(
            _tr("The layer that “{layer}” was made from is not in this project.").format(layer=family.result.name()),
            _tr("Add it again, or open the project in which the simulation was run."),
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockCompare", text)
