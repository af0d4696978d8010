"""Connects the windows with the service: the right-click, the dialog, the message bar, the project."""

from __future__ import annotations

from typing import Any, Dict, Optional
from uuid import UUID

from qgis.core import Qgis, QgsMessageLog, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject

from ..compat import is_gone
from ..core.errors import ForeshockError
from ..core.messages import Capabilities
from ..core.progress import Progress
from ..core.request import SimulationRequest
from ..imagery.inspect import inspect
from ..jobs.client_folder import client_root
from ..jobs.service import SimulationService
from ..layers.result_layer import add_result
from ..transport.client import State
from . import area
from .connection_dialog import ConnectionDialog
from .connection_store import ConnectionStore
from .output_path import output_path
from .request_bar import RequestBar
from .simulate_dialog import SimulateDialog

_LOG = "Foreshock"


class Controller(QObject):
    """Lives from ``initGui`` to ``unload``; opens the service at the first use."""

    def __init__(self, iface: Any, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self.store = ConnectionStore()
        self._service: Optional[SimulationService] = None
        self._dialog: Optional[SimulateDialog] = None
        self._connection_dialog: Optional[ConnectionDialog] = None
        self._bars: Dict[UUID, RequestBar] = {}

    def simulate_current_layer(self) -> None:
        """Opens the dialog for the layer that was right-clicked."""
        layer = self._iface.layerTreeView().currentLayer()
        if not isinstance(layer, QgsRasterLayer):
            self._warn(ForeshockError(_tr("No raster layer is chosen."), _tr("Right-click one in the layer panel.")))
            return
        try:
            source = inspect(layer)
        except ForeshockError as error:
            self._warn(error)
            return
        self._close_dialogs()
        canvas, crs = self._iface.mapCanvas(), layer.crs()
        project = QgsProject.instance()

        def visible() -> Any:
            settings = canvas.mapSettings()
            return area.visible(source, crs, settings.visibleExtent(), settings.destinationCrs(), project)

        name = layer.name()
        dialog = SimulateDialog(
            layer,
            source,
            area.whole(source),
            visible,
            lambda: output_path(project, name),
            self._iface.mainWindow(),
        )
        dialog.run_requested.connect(self._run)
        dialog.connect_requested.connect(self._ask)
        dialog.connection_requested.connect(self._edit_connection)
        self._dialog = dialog
        dialog.open()
        if self.store.is_quiet():
            self._ask()
        elif self.store.is_complete():
            dialog.set_disconnected(_tr("Not connected. Connecting asks for the master password."))
        else:
            dialog.set_disconnected(_tr("No fleet is set. Press “Connection…”."))

    def close(self) -> None:
        """Undoes everything; what is under way stays in the journal and at the broker."""
        self._close_dialogs()
        for bar in self._bars.values():
            bar.close()
        self._bars.clear()
        if self._service is not None:
            self._service.close()
            self._service.setParent(None)
            self._service.deleteLater()
            self._service = None

    # The dialog's wishes ----------------------------------------------------------------------------------------

    def _ask(self) -> None:
        try:
            settings = self.store.settings()
            self._open_service().ask_capabilities(settings)
        except ForeshockError as error:
            self._no_capabilities(error)
            return
        if not is_gone(self._dialog):
            self._dialog.set_waiting(_tr("Asking the fleet at {host}…").format(host=settings.host))

    def _edit_connection(self) -> None:
        dialog = ConnectionDialog(self.store, self._dialog)
        dialog.saved.connect(self._ask)
        self._connection_dialog = dialog
        dialog.open()

    def _run(self, request: SimulationRequest) -> None:
        try:
            service = self._open_service()
            service.submit(request, self.store.settings())
        except ForeshockError as error:
            self._warn(error)

    # The service's answers --------------------------------------------------------------------------------------

    def _open_service(self) -> SimulationService:
        if self._service is None:
            service = SimulationService(client_root(), self)
            service.capabilities_received.connect(self._capabilities)
            service.capabilities_failed.connect(self._no_capabilities)
            service.connection_changed.connect(self._connection)
            collector = service.collector
            collector.progressed.connect(self._progressed)
            collector.finished.connect(self._finished)
            collector.failed.connect(self._failed)
            collector.cancelled.connect(self._cancelled)
            self._service = service
        return self._service

    def _capabilities(self, capabilities: Capabilities) -> None:
        if not is_gone(self._dialog):
            self._dialog.set_capabilities(capabilities)

    def _no_capabilities(self, error: ForeshockError) -> None:
        if not is_gone(self._dialog):
            self._dialog.set_disconnected(str(error))
        else:
            self._log(error)

    def _connection(self, state: State, error: Optional[ForeshockError]) -> None:
        if error is None:
            return
        self._log(error)
        under_way = self._service is not None and bool(self._service.collector.requests())
        if state is State.FAILED and under_way:
            self._warn(ForeshockError(error.message, error.hint + " " + _tr("Results wait for you at the broker.")))

    def _progressed(self, request: SimulationRequest, progress: Progress) -> None:
        bar = self._bars.get(request.job_id)
        if bar is None:
            service = self._open_service()
            bar = RequestBar(self._iface.messageBar(), request, lambda: service.cancel(request.job_id))
            self._bars[request.job_id] = bar
        bar.show(progress)

    def _finished(self, request: SimulationRequest, path: str) -> None:
        self._drop_bar(request)
        try:
            layer = add_result(QgsProject.instance(), request, path)
        except ForeshockError as error:
            self._warn(error)
            return
        text = _tr("Added “{layer}”: synthetic imagery, not an observation.").format(layer=layer.name())
        self._iface.messageBar().pushMessage("Foreshock", text, Qgis.MessageLevel.Success, 8)

    def _failed(self, request: SimulationRequest, error: ForeshockError) -> None:
        self._drop_bar(request)
        self._warn(ForeshockError(f"{request.layer_name}: {error.message}", error.hint))

    def _cancelled(self, request: SimulationRequest) -> None:
        self._drop_bar(request)
        text = _tr("Called off: {layer}").format(layer=request.layer_name)
        self._iface.messageBar().pushMessage("Foreshock", text, Qgis.MessageLevel.Info, 5)

    # Small things -----------------------------------------------------------------------------------------------

    def _drop_bar(self, request: SimulationRequest) -> None:
        bar = self._bars.pop(request.job_id, None)
        if bar is not None:
            bar.close()

    def _close_dialogs(self) -> None:
        for dialog in (self._connection_dialog, self._dialog):
            if not is_gone(dialog):
                dialog.close()
        self._dialog = self._connection_dialog = None

    def _warn(self, error: ForeshockError) -> None:
        self._log(error)
        self._iface.messageBar().pushMessage("Foreshock", str(error), Qgis.MessageLevel.Warning, 0)

    def _log(self, error: ForeshockError) -> None:
        QgsMessageLog.logMessage(str(error), _LOG, Qgis.MessageLevel.Warning)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockController", text)
