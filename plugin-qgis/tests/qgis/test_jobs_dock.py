"""The panel of jobs in QGIS: what can be done with them, and that nothing stays behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Iterator, List

import finished
import foreshock
import job_lists
import pytest
import qgis_session
from fake_iface import FakeIface
from foreshock.connection import Connection
from foreshock.core import journal as states
from foreshock.core.errors import ForeshockError
from foreshock.core.journal import Journal
from foreshock.core.messages import new_job_id
from foreshock.core.request import SimulationRequest
from foreshock.gui import job_actions
from foreshock.gui.jobs_columns import Column
from foreshock.gui.jobs_dock import JobsDock
from foreshock.gui.jobs_locator import ADD, ZOOM, JobsLocator
from foreshock.gui.jobs_panel import JobsPanel
from foreshock.gui.log_window import LogWindow
from foreshock.jobs.client_folder import client_root
from foreshock.jobs.entry import JobState
from foreshock.jobs.job_log import JobLog
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLocatorContext,
    QgsLocatorResult,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
)


class Desk:
    """The plugin's panel of jobs, as a user sees it."""

    def __init__(self, plugin: Any, iface: FakeIface, folder: Path) -> None:
        self.iface, self.folder = iface, folder
        self.controller = plugin._controller
        self.panel: JobsPanel = self.controller.jobs
        self.dock: JobsDock = self.panel.dock
        self.layer = job_lists.scene(folder)
        self.request = finished.request_of(self.layer, folder / "out" / "result.tif")

    @property
    def journal(self) -> Journal:
        return self.controller._open_service().journal

    def add(self, state: str = states.OPEN, detail: str = "", **changes: Any) -> SimulationRequest:
        request = self.journal.add(replace(self.request, job_id=new_job_id(), **changes))
        if state != states.OPEN:
            self.journal.set_state(request.job_id, state, detail)
        return request

    def add_done(self) -> SimulationRequest:
        """One whose result is written and in the project."""
        finished.journal_of(self.request, self.journal.folder, finished.everything)
        collector = self.controller._open_service().collector
        collector.track(self.request)
        collector.note_all_sent(self.request)
        assert qgis_session.spin_until(lambda: self.journal.state(self.request.job_id) == states.DONE, 60)
        return self.request

    def open(self) -> None:
        """As a click on *Jobs*."""
        (action,) = [each for each in self.iface.menu_actions("Foreshock") if each.objectName() == "foreshockJobs"]
        self.iface.mainWindow().show()
        action.trigger()
        self.load()

    def load(self) -> None:
        ledger = self.panel.ledger
        assert qgis_session.spin_until(lambda: ledger.is_loaded and ledger._reading is None, 60)
        qgis_session.spin_until(lambda: False, 0.1)

    @property
    def view(self) -> QTreeView:
        return self.dock.findChild(QTreeView, "jobs")

    def choose(self, *requests: SimulationRequest) -> None:
        self.view.clearSelection()
        for request in requests:
            (row,) = [
                row
                for row in range(self.view.model().rowCount())
                if self.dock._rows.index(row, 0).data(0x100).job_id == request.job_id
            ]
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().select(self.view.model().index(row, 0), flags)

    def action(self, name: str) -> Any:
        return self.dock.job_actions.action(name)

    def on(self) -> set:
        """What is offered now."""
        qgis_session.spin_until(lambda: False, 0.1)
        return {name for name, action in ((each, self.action(each)) for each in job_actions.ALL) if action.isEnabled()}

    def click(self, name: str) -> None:
        assert name in self.on(), name
        self.action(name).trigger()

    def text(self, name: str) -> str:
        return self.dock.findChild(QLabel, name).text()

    def messages(self) -> str:
        return "\n".join(self.iface.message_texts())


@pytest.fixture
def desk(plugin: Any, iface: FakeIface, tmp_path: Path) -> Iterator[Desk]:
    job_lists.forget_all()
    yield Desk(plugin, iface, tmp_path)
    # What is left open would be offered to the next test.
    job_lists.forget_all()
    qgis_session.spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 30)


def test_it_is_there_hidden_and_leaves_nothing(iface: FakeIface) -> None:
    iface.mainWindow().show()
    before = iface.mainWindow().children(), len(iface.locator.filters())
    for _ in range(2):
        plugin = foreshock.classFactory(iface)
        plugin.initGui()
        dock = plugin._controller.jobs.dock
        assert not dock.isVisible() and dock in iface.mainWindow().findChildren(JobsDock)
        qgis_session.spin_until(lambda: False, 0.1)
        assert plugin._controller._service is None, "nothing is opened before it is wanted"
        assert [each.prefix() for each in iface.locator.filters() if isinstance(each, JobsLocator)] == ["sim"]
        plugin._controller.show_jobs()
        assert dock.isVisible()
        plugin.unload()
        plugin.deleteLater()
        qgis_session.spin_until(lambda dock=dock: sip.isdeleted(dock), 5)
        assert (iface.mainWindow().children(), len(iface.locator.filters())) == before


def test_it_comes_back_where_the_user_put_it(iface: FakeIface) -> None:
    window = iface.mainWindow()
    window.show()
    plugin = foreshock.classFactory(iface)
    plugin.initGui()
    dock = plugin._controller.jobs.dock
    assert window.dockWidgetArea(dock) == Qt.DockWidgetArea.BottomDockWidgetArea
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    plugin._controller.show_jobs()
    dock.view.header().setSectionHidden(Column.LANE, True)
    kept = window.saveState()
    plugin.unload()
    qgis_session.spin_until(lambda: sip.isdeleted(dock), 5)
    # The next start: plugins are loaded, then QGIS restores its windows.
    plugin.initGui()
    dock = plugin._controller.jobs.dock
    assert not dock.isVisible()
    window.restoreState(kept)
    assert dock.isVisible() and window.dockWidgetArea(dock) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert dock.view.header().isSectionHidden(Column.LANE) and not dock.view.header().isSectionHidden(Column.TILES)
    plugin.unload()
    plugin.deleteLater()


def test_an_empty_list_says_what_to_do(desk: Desk) -> None:
    desk.open()
    assert "Right-click a raster layer" in desk.text("empty") and desk.dock.findChild(QLabel, "empty").isVisible()
    assert desk.on() == set() and not desk.dock.findChild(QLabel, "summary").isVisible()
    desk.add(states.DONE)
    desk.panel.ledger.load()
    desk.load()
    assert not desk.dock.findChild(QLabel, "empty").isVisible() and desk.text("summary") == "1 job"
    desk.dock.findChild(QLineEdit, "filter").setText("no such job")
    assert desk.text("empty") == "No job fits the filter."


def test_what_is_offered_depends_on_what_is_chosen(desk: Desk) -> None:
    done, failed = desk.add(states.DONE), desk.add(states.FAILED, "The worker is out of memory.")
    waiting, running = desk.add(), desk.add()
    other = Journal(client_root() / "01930000-0000-4000-8000-000000000001" / "requests")
    theirs = other.add(replace(desk.request, job_id=new_job_id()))
    collector = desk.controller._open_service().collector
    desk.open()
    collector.track(running)
    one = {"duplicate", "zoom", "log", "diagnostics"}
    for chosen, offered, word in (
        ([], set(), "Retry"),
        ([done], one | {"add", "remove"}, "Retry"),
        ([failed], one | {"retry", "remove"}, "Retry"),
        ([running], one | {"cancel"}, "Retry"),
        ([waiting], one | {"cancel", "retry"}, "Go on"),
        ([theirs], one, "Retry"),
        ([waiting, failed], {"zoom", "diagnostics", "cancel", "retry", "remove"}, "Retry"),
        ([done, failed, running], {"zoom", "diagnostics", "add", "cancel", "retry", "remove"}, "Retry"),
    ):
        desk.choose(*chosen)
        assert desk.on() == offered and desk.action("retry").text() == word, chosen
    assert desk.text("summary").startswith("5 jobs, 1 under way, 1 stopped or to be fetched: ")
    # It changes with the job, not with the next click only.
    desk.choose(running)
    collector.fail(running, ForeshockError("It broke."))
    assert desk.on() == one | {"retry", "remove"}
    other.set_state(theirs.job_id, states.CANCELLED)


def test_cancel_several(desk: Desk) -> None:
    asked = [desk.add(), desk.add(), desk.add(states.DONE)]
    desk.open()
    desk.choose(*asked)
    desk.click("cancel")
    assert [desk.journal.state(each.job_id) for each in asked] == [states.CANCELLED, states.CANCELLED, states.DONE]
    assert "Called off" in desk.messages()
    assert {desk.panel.ledger.entry(each.job_id).state for each in asked[:2]} == {JobState.CANCELLED}


def test_retry_sends_it_anew_and_tells_when_it_cannot(desk: Desk) -> None:
    failed = desk.add(states.FAILED, "It broke.", scenario="Flood, kerbs")
    lost = desk.add(
        states.FAILED,
        "It broke.",
        source=replace(desk.request.source, path=str(desk.folder / "gone.tif")),
        scenario="Storm",
    )
    desk.controller.store.save(Connection(url=job_lists.NOWHERE))
    desk.open()
    desk.choose(failed, lost)
    desk.click("retry")
    fresh = [each for each in desk.panel.ledger.entries() if each.job_id not in (failed.job_id, lost.job_id)]
    assert len(fresh) == 1 and fresh[0].facts.scenario == "Flood, kerbs" and fresh[0].facts.seed == failed.params.seed
    assert "“scene” is not there any more" in desk.messages()
    # It is under way like any other: here, to where nobody answers.
    assert qgis_session.spin_until(lambda: fresh[0].state is JobState.STOPPED, 30)
    assert "Nothing answers" in fresh[0].reason
    assert desk.panel.ledger.entry(failed.job_id).state is JobState.FAILED
    assert "Nothing answers" in JobLog(desk.journal.log_path(fresh[0].job_id)).lines()[-1]
    # What is stopped goes on under its own name.
    desk.choose(desk.journal.request(fresh[0].job_id))
    assert "retry" in desk.on() and desk.action("retry").text() == "Go on"
    desk.click("retry")
    assert qgis_session.spin_until(lambda: "results wait until you connect again" in desk.messages(), 30)
    assert len(desk.panel.ledger.entries()) == 3


def test_without_a_connection_go_on_asks_for_one(desk: Desk) -> None:
    from foreshock.gui.connection_dialog import ConnectionDialog

    desk.add()
    desk.open()
    desk.dock.findChild(QLabel, "summary").linkActivated.emit("#")
    (dialog,) = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, ConnectionDialog) and each.isVisible()
    ]
    dialog.reject()


def test_zoom_shows_the_area_in_the_maps_own_system(desk: Desk) -> None:
    asked = desk.add(states.DONE)
    desk.open()
    canvas = desk.iface.mapCanvas()
    for epsg in (32633, 4326):
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem.fromEpsgId(epsg))
        canvas.setExtent(QgsRectangle(0, 0, 1, 1))
        desk.choose(asked)
        desk.click("zoom")
        area = canvas.mapSettings().layerExtentToOutputExtent(desk.layer, desk.layer.extent())
        assert canvas.extent().contains(area) and canvas.extent().width() < 3 * area.width(), epsg
    # A point of the far side of the globe has no place in this one.
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("PROJ:+proj=ortho +lat_0=-50 +lon_0=-165"))
    desk.click("zoom")
    assert "cannot be shown in the map's coordinate system" in desk.messages()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem.fromEpsgId(4326))
    canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    desk.view.doubleClicked.emit(desk.view.model().index(0, 0))
    assert canvas.extent().contains(area)


def test_a_result_that_was_taken_away_is_added_again(desk: Desk) -> None:
    request = desk.add_done()
    desk.open()
    project = QgsProject.instance()

    def results() -> List[str]:
        return sorted(each.name() for each in project.mapLayers().values() if "SIMULATED" in each.name())

    before = results()
    assert len(before) == 2
    desk.choose(request)
    assert "add" not in desk.on(), "it is there"
    project.removeMapLayers([each for each, layer in project.mapLayers().items() if "SIMULATED" in layer.name()])
    assert results() == []
    desk.click("add")
    assert results() == before, "with its footprint, and the same areas"
    (layer,) = [
        each for each in project.mapLayers().values() if "SIMULATED" in each.name() and "change" not in each.name()
    ]
    assert isinstance(layer, QgsRasterLayer) and layer.isValid()
    assert layer.customProperty("foreshock/job_id") == str(request.job_id)
    assert "add" not in desk.on()
    project.removeMapLayers([each for each, layer in project.mapLayers().items() if "SIMULATED" in layer.name()])
    Path(request.output).unlink()
    desk.click("add")
    assert results() == [] and "The result is not there any more" in desk.messages()


def test_the_log_is_shown_and_followed(desk: Desk) -> None:
    request = desk.add()
    desk.open()
    collector = desk.controller._open_service().collector
    collector.track(request)
    desk.choose(request)
    desk.click("log")
    desk.click("log")
    (window,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, LogWindow) and each.isVisible()]
    text = window.findChild(QPlainTextEdit, "log")
    assert "begins: 9 tiles" in text.toPlainText() and "scene: flood the low streets" in window.windowTitle()
    collector.note_outcome(job_lists.outcome(request, 4, worker="gpu-7"))
    assert qgis_session.spin_until(lambda: "tile 5: computed by gpu-7" in text.toPlainText(), 30)
    window.findChild(QPushButton, "copy").click()
    assert QApplication.clipboard().text() == text.toPlainText()
    desk.panel.close_windows()
    assert qgis_session.spin_until(lambda: sip.isdeleted(window), 5)


def test_diagnostics_hold_no_secret(desk: Desk) -> None:
    desk.controller.store.save(Connection(url="amqps://ana:topsecret@broker.example.org/%2Ff"))  # nosec
    request = desk.add(layer_name="secret place", instruction="flood the embassy")
    desk.open()
    collector = desk.controller._open_service().collector
    collector.track(request)
    collector.note_outcome(job_lists.outcome(request, 0, worker="gpu-7", cache="hit"))
    collector.note_outcome(job_lists.failure(request, 1))
    reason = "No answer from amqps://ana:topsecret@broker.example.org/?key=abcdef."  # nosec
    collector.fail(request, ForeshockError(reason))
    desk.choose(request)
    desk.click("diagnostics")
    text = QApplication.clipboard().text()
    for part in ("Foreshock ", "QGIS 3", "amqps://ana@broker.example.org", str(request.job_id), "gpu-7", "Failed"):
        assert part in text, part
    assert "invalid_field" in text and "tile 1: from the cache" in text and "9 tiles" in text
    for part in ("topsecret", "abcdef", "embassy", "secret place", str(desk.folder), request.output):
        assert part not in text, part
    assert "no passwords" in desk.messages()


def test_removing_asks_first_and_leaves_the_result(desk: Desk) -> None:
    request, waiting = desk.add_done(), desk.add()
    desk.open()
    desk.choose(request, waiting)
    for button, left in ((QMessageBox.StandardButton.Cancel, 2), (QMessageBox.StandardButton.Ok, 1)):
        desk.click("remove")
        (box,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]
        assert "this job" in box.text() and "Results stay" in box.informativeText()
        box.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton(int(button))).click()
        assert desk.panel.ledger.total() == left
    assert desk.journal.request(request.job_id) is None and Path(request.output).exists()
    assert desk.journal.state(waiting.job_id) == states.OPEN


def test_duplicate_hands_over_the_whole_request(desk: Desk) -> None:
    asked = desk.add(states.DONE, mask_wkt="POLYGON((0 0, 1 0, 1 1, 0 0))")
    desk.open()
    wanted: List[SimulationRequest] = []
    desk.panel.duplicate_requested.connect(wanted.append)
    desk.choose(asked)
    desk.click("duplicate")
    assert wanted == [asked]
    # One that somebody has removed meanwhile.
    desk.journal.remove([asked.job_id])
    desk.click("duplicate")
    assert len(wanted) == 1 and "not in the journal any more" in desk.messages() and desk.panel.ledger.total() == 0


def test_filters_of_the_panel(desk: Desk) -> None:
    desk.add(states.DONE, scenario="Flood, kerbs")
    failed = desk.add(states.FAILED, "It broke.", scenario="Storm")
    desk.open()
    shown = desk.dock.findChild(QComboBox, "shown")
    shown.setCurrentIndex(shown.findText("Failed or called off"))
    assert desk.view.model().rowCount() == 1
    desk.dock.findChild(QLineEdit, "filter").setText("flood, kerbs")
    assert desk.view.model().rowCount() == 0
    # Who looks for one job is shown it, whatever is filtered.
    desk.panel.show_job(failed.job_id)
    assert [each.job_id for each in desk.dock.chosen()] == [failed.job_id] and desk.view.model().rowCount() == 2


def test_what_is_chosen_stays_chosen(desk: Desk) -> None:
    asked = [desk.add(states.FAILED, "It broke.", scenario=name) for name in ("b", "d", "a", "c")]
    desk.open()
    desk.choose(asked[1], asked[2])
    header = desk.view.header()
    for column, order in ((Column.NAME, [2, 1]), (Column.STARTED, [1, 2])):
        header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        assert [each.job_id for each in desk.dock.chosen()] == [asked[number].job_id for number in order]
        assert len(desk.view.selectionModel().selectedRows()) == 2
    # A new one comes, an old one goes.
    collector = desk.controller._open_service().collector
    fresh = desk.add()
    collector.track(fresh)
    desk.panel.ledger.remove([asked[2].job_id])
    assert [each.job_id for each in desk.dock.chosen()] == [asked[1].job_id]
    assert desk.view.model().rowCount() == 4 and {"retry", "remove"} <= desk.on()
    # Many go at once: the view begins anew, and so does the choice.
    many = [desk.add(states.FAILED) for _ in range(30)]
    desk.panel.ledger.load()
    desk.load()
    desk.view.selectAll()
    assert len(desk.dock.chosen()) == 34
    desk.panel.ledger.remove([each.job_id for each in many])
    assert desk.dock.chosen() == [] and desk.on() == set() and desk.view.model().rowCount() == 4


def find(iface: FakeIface, text: str) -> List[Any]:
    """What QGIS's own locator finds."""
    found: List[Any] = []
    ended: List[bool] = []
    locator = iface.locator

    def take(result: QgsLocatorResult) -> None:
        found.append(QgsLocatorResult(result))  # the one in the signal does not last

    locator.foundResult.connect(take)
    locator.finished.connect(lambda: ended.append(True))
    locator.fetchResults(text, QgsLocatorContext())
    assert qgis_session.spin_until(lambda: ended and not locator.isRunning(), 30)
    qgis_session.spin_until(lambda: False, 0.1)
    locator.foundResult.disconnect(take)
    return sorted(found, key=lambda result: -result.score)


def test_the_locator_finds_jobs_and_acts(desk: Desk) -> None:
    done = desk.add_done()
    flood = desk.add(states.FAILED, scenario="Flood, kerbs", layer_name="harbour")
    project = QgsProject.instance()
    # Before anybody has opened the panel, and after.
    for opened in (False, True):
        if opened:
            desk.open()
        assert [each.displayString for each in find(desk.iface, "sim harbour flo")] == ["harbour: Flood, kerbs"]
        assert len(find(desk.iface, "sim flood")) == 2 and find(desk.iface, "sim nothing") == []
        assert find(desk.iface, "harbour") == [], "who does not ask for jobs is not shown any"
        assert desk.panel.ledger.is_loaded is opened
    (result,) = find(desk.iface, "sim scene flood")
    assert "flood the low streets" in result.description and not result.icon.isNull()
    assert [action.id for action in result.actions] == [ZOOM, ADD]
    (other,) = find(desk.iface, "sim harbour")
    assert [action.id for action in other.actions] == [ZOOM]

    desk.dock.hide()
    canvas = desk.iface.mapCanvas()
    canvas.setDestinationCrs(desk.layer.crs())
    canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    result.filter.triggerResult(result)
    assert desk.dock.isVisible() and [each.job_id for each in desk.dock.chosen()] == [done.job_id]
    assert canvas.extent().contains(desk.layer.extent())
    project.removeMapLayers([each for each, layer in project.mapLayers().items() if "SIMULATED" in layer.name()])
    result.filter.triggerResultFromAction(result, ADD)
    assert len([each for each in project.mapLayers().values() if "SIMULATED" in each.name()]) == 2
    canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    other.filter.triggerResultFromAction(other, ZOOM)
    assert canvas.extent().contains(desk.layer.extent())
    assert [each.job_id for each in desk.dock.chosen()] == [done.job_id] and flood.job_id != done.job_id


def test_a_job_is_shown_before_the_history_is_read(desk: Desk) -> None:
    asked = [desk.add(states.FAILED) for _ in range(3)]
    (result, *_) = [each for each in find(desk.iface, "sim flood") if each.userData == str(asked[1].job_id)]
    desk.iface.mainWindow().show()
    result.filter.triggerResult(result)
    assert qgis_session.spin_until(desk.dock.chosen, 30)
    assert [each.job_id for each in desk.dock.chosen()] == [asked[1].job_id]


def test_a_damaged_journal_is_told_in_a_sentence(desk: Desk) -> None:
    waiting, failed = desk.add(), desk.add(states.FAILED, "It broke.")
    desk.open()
    for each in (waiting, failed):
        (desk.journal.folder / str(each.job_id) / "request.json").write_text("{")
    for request, name in ((waiting, "cancel"), (failed, "retry"), (failed, "duplicate")):
        desk.iface.messageBar().clearWidgets()
        desk.choose(request)
        desk.click(name)
        assert "request.json is damaged" in desk.messages(), name
    desk.panel.remove(desk.panel.ledger.entries())
    assert desk.panel.ledger.total() == 1
    desk.journal.set_state(waiting.job_id, states.CANCELLED)


def test_a_journal_that_cannot_be_locked_is_read_all_the_same(desk: Desk) -> None:
    desk.add(states.FAILED, "It broke.")

    def refuse() -> None:
        raise ForeshockError("No journal folder can be locked.", "Check its permissions.")

    desk.panel._open_service = refuse
    desk.open()
    assert "No journal folder can be locked" in desk.messages() and desk.view.model().rowCount() == 1
