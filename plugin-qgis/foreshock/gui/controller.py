"""Connects the windows with the service: what the menus ask for, the dialog, the message bar, the project."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence
from uuid import UUID

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMessageLog,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QPushButton

from ..compat import is_gone
from ..connection import ConnectionStore
from ..core.broker_settings import Settings
from ..core.errors import ForeshockError
from ..core.messages import Capabilities
from ..core.progress import Progress
from ..core.request import SimulationRequest
from ..jobs.assembling import Assembled
from ..jobs.client_folder import ClientFolder, client_root
from ..jobs.service import SimulationService
from ..layers.badge import Badges
from ..layers.family import Family, source_of
from ..layers.names import series_name
from ..layers.result_layer import add_result
from ..layers.tile_preview import TilePreview
from ..transport.client import State
from . import last_use
from .connection_dialog import ConnectionDialog
from .first_run import FirstRun
from .help import install_help
from .jobs_panel import JobsPanel
from .messages import TITLE, Messages, button
from .output_path import OutputPaths
from .request_bar import RequestBar
from .results import Results
from .simulate_dialog import SimulateDialog, Target
from .source_choice import SourceChoice
from .target_layer import target_layers

_LOG = TITLE
#: What the message is about that offers to fetch what waits.
_OFFER = "offer"
#: How long the message stays that a result has come, with what can be done with it.
_RESULT_SECONDS = 20


class Controller(QObject):
    """Lives from ``initGui`` to ``unload``; opens the service at the first use."""

    def __init__(self, iface: Any, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._project = QgsProject.instance()
        self.store = ConnectionStore()
        self._messages = Messages(iface.messageBar())
        self._badges = Badges(iface, self._project, self)
        self.jobs = JobsPanel(iface, self._open_service, self.store, self._run, self.fetch_waiting, self)
        self.jobs.duplicate_requested.connect(self.duplicate)
        self.results = Results(
            iface,
            self._project,
            hint=lambda text: self.hint(text, "swipe"),
            warn=self._warn,
            ask_again=self._ask_again,
            parent=self,
        )
        self._service: Optional[SimulationService] = None
        self._dialog: Optional[SimulateDialog] = None
        self._connection_dialog: Optional[ConnectionDialog] = None
        self._first_run: Optional[FirstRun] = None
        #: Results are to be fetched as soon as there is a connection.
        self._fetch_next = False
        #: By series, or by request where it belongs to none.
        self._bars: Dict[UUID, RequestBar] = {}
        #: Id of the last result of each series that is under way.
        self._newest: Dict[UUID, str] = {}
        self._previews: Dict[UUID, TilePreview] = {}
        self._project.layersWillBeRemoved.connect(self._layers_go)

    # What the menus ask for -------------------------------------------------------------------------------------

    def simulate(self) -> None:
        """Opens the dialog for the layer that was right-clicked or is chosen."""
        self._open()

    def simulate_drawn(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Opens the dialog for an area that was drawn on the canvas."""
        dialog = self._open()
        if dialog is not None:
            dialog.area.set_drawn(geometry, crs)

    def simulate_in_features(self) -> None:
        """Opens the dialog for the selected features of the polygon layer that was right-clicked."""
        polygons = self._iface.layerTreeView().currentLayer()
        dialog = self._open()
        if dialog is not None and isinstance(polygons, QgsVectorLayer):
            dialog.area.choose_features(polygons)

    def duplicate(self, request: SimulationRequest) -> None:
        """Opens the dialog with the choices of an earlier request."""
        layer = source_of(self._project, request)
        if layer is None:
            self._warn(
                ForeshockError(
                    _tr("The layer “{layer}” is not in this project.").format(layer=request.layer_name),
                    _tr("Add it, right-click it and choose the scenario again."),
                )
            )
            return
        dialog = self._open([layer])
        if dialog is not None:
            dialog.fill_from(request)

    def _ask_again(self, family: Family) -> None:
        try:
            request = ClientFolder.request(client_root(), UUID(family.job_id))
        except ValueError:
            request = None  # somebody else has marked the layer
        if request is None:
            raise ForeshockError(
                _tr("What was asked for to make “{result}” is not in this QGIS profile (any more).").format(
                    result=family.result.name()
                ),
                _tr("Right-click the layer that it was made from; the words stand in the result's metadata."),
            )
        self.duplicate(request)

    def hint(self, text: str, of: str = "draw") -> None:
        """Says how to draw (or to swipe) while the user does; an empty text takes it away. Each tool has its own: one
        ends when the other has begun."""
        if text:
            self._messages.show(("hint", of), text)
        else:
            self._messages.drop(("hint", of))

    def edit_connection(self) -> None:
        """Opens the connection dialog, over the request's if that is open."""
        if not is_gone(self._connection_dialog) and self._connection_dialog.isVisible():
            self._connection_dialog.raise_()
            return
        parent = self._iface.mainWindow() if is_gone(self._dialog) else self._dialog
        dialog = ConnectionDialog(self.store, parent)
        dialog.saved.connect(self._connection_saved)
        dialog.rejected.connect(self._connection_kept)
        install_help(dialog, "connection")
        self._connection_dialog = dialog
        dialog.open()

    def show_jobs(self) -> None:
        """Opens the panel of jobs."""
        self.jobs.show()

    def set_up(self) -> None:
        """Opens the first-run wizard, over the request's dialog if that is open."""
        if not is_gone(self._first_run) and self._first_run.isVisible():
            self._first_run.raise_()
            return
        wizard = FirstRun(self.store, self._iface.mainWindow() if is_gone(self._dialog) else self._dialog)
        wizard.saved.connect(self._connection_saved)
        self._first_run = wizard
        wizard.open()

    def lend_connection(self) -> Settings:
        """The connection for a run of Processing; a password for one run is forgotten by it."""
        settings = self.store.settings()
        self.store.note_submitted()
        return settings

    def offer_waiting(self) -> None:
        """Says that results of an earlier session wait, if any do. Connects nothing by itself."""
        try:
            count = ClientFolder.open_requests(client_root())
        except (OSError, ForeshockError) as error:
            # It is said at the first use; the plugin must load all the same.
            QgsMessageLog.logMessage(str(error), _LOG, Qgis.MessageLevel.Warning)
            return
        if count == 0:
            return
        text = (
            _tr("1 simulation waits for its result.")
            if count == 1
            else _tr("{count} simulations wait for their results.")
        )
        fetch = button("fetch", _tr("Fetch now"), self.fetch_waiting)
        self._messages.show(_OFFER, text.format(count=count), buttons=[fetch])

    def fetch_waiting(self) -> None:
        """Connects, and takes up what an earlier session left."""
        self._messages.drop(_OFFER)
        if not self.store.is_complete():
            self._fetch_next = True
            self.edit_connection()
            return
        try:
            self._open_service().go_on(self.store.settings())
        except ForeshockError as error:
            self._warn(error)

    def close(self) -> None:
        """Undoes everything; what is under way stays in the journal and at the broker."""
        self._project.layersWillBeRemoved.disconnect(self._layers_go)
        self.results.close()
        self._close_dialogs()
        for each in (*self._bars.values(), *self._previews.values()):
            each.close()
        self._bars.clear()
        self._previews.clear()
        self._messages.close()
        self._badges.close()
        self.jobs.close()
        if self._service is not None:
            self._service.close()
            self._service.setParent(None)
            self._service.deleteLater()
            self._service = None

    # The dialog and its wishes ----------------------------------------------------------------------------------

    def _open(self, layers: Sequence[QgsRasterLayer] = ()) -> Optional[SimulateDialog]:
        canvas = self._iface.mapCanvas()
        try:
            first, *others = layers or target_layers(self._iface)
            target = Target(first, SourceChoice(first, canvas))
        except ForeshockError as error:
            self._warn(error)
            return None
        self._close_dialogs()
        paths = OutputPaths(self._project)
        dialog = SimulateDialog(target, canvas, paths.new, self._fit_for(others), self._iface.mainWindow())
        dialog.run_requested.connect(self._run)
        dialog.connect_requested.connect(self._ask)
        dialog.connection_requested.connect(self.edit_connection)
        install_help(dialog, "simulate")
        dialog.area.drawing_began.connect(lambda: self.hint(dialog.area.drawing_hint()))
        dialog.area.drawing_ended.connect(lambda: self.hint(""))
        self._dialog = dialog
        dialog.show()
        if self.store.is_quiet():
            self._ask()
        elif self.store.is_complete():
            dialog.set_disconnected(_tr("Not connected. Connecting asks for the master password of QGIS."))
        else:
            dialog.set_disconnected(_tr("No fleet is set. Press “Connection…”."))
            if self.store.is_new():
                self.set_up()
        return dialog

    def _fit_for(self, layers: Sequence[QgsRasterLayer]) -> List[Target]:
        """Those that can be simulated; the others are told."""
        targets = []
        for layer in layers:
            try:
                targets.append(Target(layer, SourceChoice(layer, self._iface.mapCanvas())))
            except ForeshockError as error:
                message = _tr("{layer}: {message}").format(layer=layer.name(), message=error.message)
                self._warn(ForeshockError(message, error.hint))
        return targets

    def _ask(self) -> None:
        try:
            settings = self.store.settings()
            self._open_service().ask_capabilities(settings)
        except ForeshockError as error:
            self._no_capabilities(error)
            return
        if not is_gone(self._dialog):
            self._dialog.set_waiting(_tr("Asking {place}…").format(place=settings.label()))

    def _connection_saved(self) -> None:
        fetch, self._fetch_next = self._fetch_next, False
        if not is_gone(self._dialog):
            self._ask()  # what waits is fetched with it
        elif fetch:
            self.fetch_waiting()

    def _connection_kept(self) -> None:
        """The connection dialog was left: what it was opened for is not wanted any more."""
        self._fetch_next = False

    def _run(self, requests: Sequence[SimulationRequest]) -> None:
        self._messages.drop(_OFFER)
        try:
            service, settings = self._open_service(), self.store.settings()
            for request in requests:
                service.submit(request, settings)
        except ForeshockError as error:
            self._warn(error)
        finally:
            self.store.note_submitted()

    # The service's answers --------------------------------------------------------------------------------------

    def _open_service(self) -> SimulationService:
        if self._service is None:
            service = SimulationService(client_root(), self)
            service.capabilities_received.connect(self._capabilities)
            service.capabilities_failed.connect(self._no_capabilities)
            service.connection_changed.connect(self._connection)
            service.preview_ready.connect(self._preview)
            collector = service.collector
            collector.progressed.connect(self._progressed)
            collector.paced.connect(self._paced)
            collector.finished.connect(self._finished)
            collector.failed.connect(self._failed)
            collector.cancelled.connect(self._cancelled)
            collector.stopped.connect(self._stopped)
            self._service = service
            self.jobs.attach(service)
        return self._service

    def _capabilities(self, capabilities: Capabilities) -> None:
        if not is_gone(self._dialog):
            self._dialog.set_capabilities(capabilities)

    def _no_capabilities(self, error: ForeshockError) -> None:
        if not is_gone(self._dialog):
            self._dialog.set_disconnected(str(error))
        self._log(error)

    def _connection(self, state: State, error: Optional[ForeshockError]) -> None:
        if error is None:
            return
        self._log(error)
        if state is not State.FAILED and not is_gone(self._dialog) and self._dialog.is_waiting():
            # It is tried again; who waits for the answer shall know what for.
            self._dialog.set_waiting(str(error))
        under_way = self._service is not None and bool(self._service.collector.requests())
        if state is State.FAILED and (under_way or is_gone(self._dialog)):
            hint = error.hint + " " + _tr("Nothing is lost: results wait until you connect again.")
            self._warn(ForeshockError(error.message, hint.strip()))

    def _progressed(self, request: SimulationRequest, progress: Progress) -> None:
        key = _key(request)
        bar = self._bars.get(key)
        self._messages.drop(("stop", request.job_id))
        if bar is None:
            self._messages.drop(_OFFER)  # any connection takes up what waits
            bar = RequestBar(self._iface.messageBar(), request, lambda: self._call_off(key))
            self._bars[key] = bar
        bar.show(request, progress)

    def _call_off(self, key: UUID) -> None:
        """All that is under way of a series, or the one request."""
        service = self._open_service()
        for request in service.collector.requests():
            if _key(request) == key:
                service.cancel(request.job_id)

    def _preview(self, job_id: UUID, index: int, pixels: Any) -> None:
        request = next((each for each in self._open_service().collector.requests() if each.job_id == job_id), None)
        if request is None:
            return
        preview = self._previews.get(job_id)
        if preview is None:
            layer = self._project.mapLayer(request.layer_id)
            crs = layer.crs() if layer is not None else QgsCoordinateReferenceSystem.fromWkt(request.source.crs_wkt)
            preview = TilePreview(self._iface.mapCanvas(), request, crs)
            self._previews[job_id] = preview
        preview.add(index, pixels)

    def _paced(self, request: SimulationRequest, seconds: float) -> None:
        last_use.keep_pace(request.model_digest, seconds / request.params.steps)
        if not is_gone(self._dialog):
            self._dialog.show_pace()  # open after a quick look

    def _finished(self, request: SimulationRequest, assembled: Assembled) -> None:
        is_last = self._forget(request, made=True)
        try:
            layer = add_result(self._project, request, assembled)
        except ForeshockError as error:
            self._warn(error)
            return
        if source_of(self._project, request) is None:
            # Another project was opened meanwhile, or the layer was taken away.
            text = _tr("The layer that it was made from is not in this project. Its file: {path}")
            self._tell_result(layer, layer.name(), text.format(path=assembled.path))
            return
        self._newest[_key(request)] = layer.id()
        if is_last:
            self._tell_newest(request)

    def _tell_newest(self, request: SimulationRequest) -> None:
        """All of a series has ended: what of it has a result is there."""
        layer = self._project.mapLayer(self._newest.pop(_key(request), ""))
        if isinstance(layer, QgsRasterLayer):
            self._tell_result(layer, series_name(request))

    def _tell_result(self, layer: QgsRasterLayer, name: str, more: str = "") -> None:
        # As short as can be: the bar shows one line.
        text = _tr("“{layer}”: synthetic imagery.").format(layer=name)
        choices = QPushButton(_tr("Compare, assess"))
        choices.setObjectName("results")
        choices.setMenu(self.results.menu_for(layer, choices))
        self._messages.show(
            ("result", layer.id()),
            f"{text} {more}".strip(),
            title=_tr("Added"),
            level=Qgis.MessageLevel.Success,
            seconds=_RESULT_SECONDS,
            buttons=[choices],
        )

    def _failed(self, request: SimulationRequest, error: ForeshockError) -> None:
        if self._forget(request):
            self._tell_newest(request)
        message = _tr("{layer}: {message}").format(layer=request.layer_name, message=error.message)
        self._warn(ForeshockError(message, error.hint))

    def _cancelled(self, request: SimulationRequest) -> None:
        self._messages.drop(("stop", request.job_id))
        if not self._forget(request):
            return
        self._tell_newest(request)
        text = _tr("Called off: {layer}").format(layer=request.layer_name)
        self._iface.messageBar().pushMessage(TITLE, text, Qgis.MessageLevel.Info, 5)

    def _stopped(self, request: SimulationRequest, error: Optional[ForeshockError]) -> None:
        self._forget(request)
        if error is None:
            text = _tr("{layer}: stopped, not called off.").format(layer=request.layer_name)
        else:
            self._log(error)
            text = _tr("{layer}: stopped, nothing is lost. {reason}").format(layer=request.layer_name, reason=error)
        service, about = self._open_service(), ("stop", request.job_id)
        self._messages.show(
            about,
            text,
            level=Qgis.MessageLevel.Info if error is None else Qgis.MessageLevel.Warning,
            buttons=[
                # The message stays until the request goes on indeed.
                button("goOn", _tr("Go on"), self.fetch_waiting),
                button(
                    "callOff",
                    _tr("Call off"),
                    lambda: (self._messages.drop(about), service.cancel(request.job_id)),
                ),
            ],
        )

    # Small things -----------------------------------------------------------------------------------------------

    def _forget(self, request: SimulationRequest, *, made: bool = False) -> bool:
        """Takes away what was shown of a request, which has a result or none; says whether it was the last of its
        series."""
        preview = self._previews.pop(request.job_id, None)
        if preview is not None:
            preview.close()
        bar = self._bars.get(_key(request))
        if bar is None:
            return True
        if bar.end(request, made=made):
            self._bars.pop(_key(request)).close()
            return True
        return False

    def _close_dialogs(self) -> None:
        if not is_gone(self._dialog) and self._dialog.area.drawing_hint():
            # A dialog that goes while one draws for it does not say that drawing has ended.
            self.hint("")
        for dialog in (self._first_run, self._connection_dialog, self._dialog):
            if not is_gone(dialog):
                dialog.close()
        self._dialog = self._connection_dialog = self._first_run = None

    def _layers_go(self, ids: Any) -> None:
        """A dialog does not outlive its layer."""
        if is_gone(self._dialog):
            return
        if self._dialog.layer_id() in ids:
            self._close_dialogs()
        else:
            self._dialog.forget_layers(ids)

    def _warn(self, error: ForeshockError) -> None:
        self._log(error)
        self._iface.messageBar().pushMessage(TITLE, str(error), Qgis.MessageLevel.Warning, 0)

    def _log(self, error: ForeshockError) -> None:
        QgsMessageLog.logMessage(str(error), _LOG, Qgis.MessageLevel.Warning)


def _key(request: SimulationRequest) -> UUID:
    return request.job_id if request.series is None else request.series.series_id


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockController", text)
