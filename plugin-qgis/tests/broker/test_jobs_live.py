"""The panel of jobs with a real broker, a real cache and a real worker."""

from __future__ import annotations

import re
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterator, List, Set

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import job_lists
import qgis_session
import scenes
from fake_iface import FakeIface
from fleet import PATIENCE, Fleet
from foreshock.core import journal as states
from foreshock.core.grid import Window
from foreshock.core.messages import new_job_id
from foreshock.core.request import SimulationRequest
from foreshock.gui.jobs_columns import Column
from foreshock.gui.jobs_model import ENTRY_ROLE
from foreshock.jobs import entry as entries
from foreshock.jobs.entry import Entry, JobState
from foreshock.jobs.job_log import JobLog
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QItemSelectionModel
from windows import fill_connection, simulate, wait_for_layer


class Watched:
    """The panel, and the states that its jobs have gone through."""

    def __init__(self, plugin: Any, iface: FakeIface, fleet: Fleet) -> None:
        self.plugin, self.iface, self.fleet = plugin, iface, fleet
        self.seen: List[JobState] = []
        self.bars: Set[float] = set()
        self.follow()

    def follow(self) -> None:
        self.panel = self.plugin._controller.jobs
        self.panel.ledger.changed.connect(self._note)
        collector = self.plugin._controller._open_service().collector
        collector.progressed.connect(lambda _request, progress: self.bars.add(round(progress.fraction(), 3)))

    def _note(self, entry: Entry) -> None:
        if not self.seen or self.seen[-1] is not entry.state:
            self.seen.append(entry.state)

    def open(self) -> None:
        self.iface.mainWindow().show()
        self.panel.show()
        assert qgis_session.spin_until(lambda: self.panel.ledger.is_loaded, 60)

    def entry(self, request: SimulationRequest) -> Entry:
        return self.panel.ledger.entry(request.job_id)

    def until(self, request: SimulationRequest, *wanted: JobState) -> Entry:
        found = qgis_session.spin_until(lambda: self.entry(request).state in wanted, PATIENCE)
        assert found, f"{self.entry(request)}\n{self.fleet.tail()}"
        return self.entry(request)

    def click(self, name: str, *requests: SimulationRequest) -> None:
        view = self.panel.dock.view
        view.clearSelection()
        for row in range(view.model().rowCount()):
            index = view.model().index(row, 0)
            if index.data(ENTRY_ROLE).job_id in {each.job_id for each in requests}:
                flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                view.selectionModel().select(index, flags)
        qgis_session.spin_until(lambda: False, 0.1)
        action = self.panel.dock.job_actions.action(name)
        assert action.isEnabled(), name
        action.trigger()

    def log(self, request: SimulationRequest) -> str:
        entry = self.entry(request)
        self.plugin._controller._open_service().logs.flush()
        return "\n".join(JobLog(entry.journal.log_path(entry.job_id)).lines())

    def shown(self, request: SimulationRequest, column: Column) -> str:
        model = self.panel.dock._model
        return model.index(model.row_of(request.job_id), column).data()


@pytest.fixture
def watched(plugin: Any, iface: FakeIface, fleet: Fleet) -> Iterator[Watched]:
    job_lists.forget_all()
    yield Watched(plugin, iface, fleet)
    service = plugin._controller._service
    for request in [] if service is None else list(service.journal.open_requests()):
        service.cancel(request.job_id)
    qgis_session.spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 60)


def scene(folder: Path, name: str, side: int = 300) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(scenes.rgb(folder / f"{name}.tif", height=side, width=side)), name, "gdal")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_a_run_is_followed_to_its_end(watched: Watched, iface: FakeIface, fleet: Fleet, tmp_path: Path) -> None:
    layer = scene(tmp_path, "town")
    watched.open()
    request = simulate(iface, layer, fleet, steps=4)
    tiles = len(request.plan())
    assert tiles > 1
    wait_for_layer(iface, fleet, 2)
    entry = watched.until(request, JobState.DONE)
    order = [state for state in JobState if state in watched.seen]
    assert order[-2:] == [JobState.COMPOSING, JobState.DONE] and JobState.RUNNING in order, watched.seen
    assert len(watched.bars) > tiles, "it moves with each step, not with each tile only"
    assert entry.heard is not None and entry.workers == {"worker-1"}
    assert (entry.done, entry.cached, entry.running) == (tiles, 0, 0)
    assert watched.shown(request, Column.STATE) == "Done" and watched.shown(request, Column.TILES) == str(tiles)
    log = watched.log(request)
    assert "begins: " in log and "all tiles are sent" in log and "worker worker-1 takes part" in log
    assert log.count("computed by worker-1 in ") == tiles and f"done: the result is written; 0 of {tiles}" in log

    # The same once more: the fleet knows the answer.
    again = simulate(iface, layer, fleet, steps=4)
    entry = watched.until(again, JobState.DONE)
    assert entry.cached == tiles and watched.shown(again, Column.CACHED) == str(tiles)
    assert watched.log(again).count("from the cache, by worker-1") == tiles
    assert watched.panel.dock.view.model().index(0, 0).data(ENTRY_ROLE) is entry, "the newest stands above"


def test_cancel_and_retry(watched: Watched, iface: FakeIface, fleet: Fleet, tmp_path: Path) -> None:
    layer = scene(tmp_path, "wide")
    watched.open()
    fleet.heard("cancels")
    request = simulate(iface, layer, fleet, steps=40)
    watched.until(request, JobState.RUNNING)
    watched.click("cancel", request)
    entry = watched.entry(request)
    assert entry.state is JobState.CANCELLED and watched.shown(request, Column.STATE) == "Called off"
    told: List[bytes] = []
    assert qgis_session.spin_until(lambda: told.extend(fleet.heard("cancels")) or told, 30)
    assert str(request.job_id).encode() in told[0] and "called off by the user" in watched.log(request)

    # A smaller one of the same kind was called off, too: asked for again it becomes a result.
    small = replace(request, job_id=new_job_id(), window=Window(0, 0, 90, 90), output=str(tmp_path / "small.tif"))
    journal = watched.plugin._controller._open_service().journal
    journal.add(small)
    journal.set_state(small.job_id, states.CANCELLED)
    watched.panel.ledger.load()
    assert qgis_session.spin_until(lambda: watched.entry(small) is not None, 30)
    watched.click("retry", small)
    (fresh,) = watched.plugin._controller._open_service().collector.requests()
    assert fresh.job_id != small.job_id and fresh.params == small.params and fresh.instruction == small.instruction
    watched.until(fresh, JobState.DONE)
    assert Path(fresh.output).exists() and watched.entry(small).state is JobState.CANCELLED


def test_what_the_fleet_refuses(watched: Watched, iface: FakeIface, fleet: Fleet, tmp_path: Path) -> None:
    layer = scene(tmp_path, "town", 90)
    watched.open()
    good = simulate(iface, layer, fleet)
    watched.until(good, JobState.DONE)
    bad = replace(good, job_id=new_job_id(), params=replace(good.params, model="no-such-model"))
    watched.plugin._controller._run([bad])
    entry = watched.until(bad, JobState.FAILED)
    assert "no-such-model" in entry.reason and "no-such-model" in watched.shown(bad, Column.STATE)
    log = watched.log(bad)
    assert "(unknown_model)" in log and "[workers: worker-1] [error codes: unknown_model]" in log


def test_a_worker_that_stands_still_is_seen(
    watched: Watched, iface: FakeIface, fleet: Fleet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "SILENT_SECONDS", 1.5)
    layer = scene(tmp_path, "still")
    watched.open()
    request = simulate(iface, layer, fleet, steps=60)
    entry = watched.until(request, JobState.RUNNING)
    assert qgis_session.spin_until(lambda: entry.running > 0, PATIENCE)
    fleet.process.send_signal(signal.SIGSTOP)
    try:
        assert qgis_session.spin_until(lambda: "silent for" in watched.shown(request, Column.HEARD), 30)
        assert entry.state is JobState.RUNNING
    finally:
        fleet.process.send_signal(signal.SIGCONT)
    assert qgis_session.spin_until(lambda: not entry.is_silent(), PATIENCE), fleet.tail()
    assert "ago" in watched.shown(request, Column.HEARD) or "just now" in watched.shown(request, Column.HEARD)
    watched.click("cancel", request)


def test_another_session_shows_what_was_and_goes_on(
    watched: Watched, iface: FakeIface, fleet: Fleet, tmp_path: Path
) -> None:
    layer = scene(tmp_path, "later")
    first = simulate(iface, layer, fleet)
    watched.until(first, JobState.DONE)
    request = simulate(iface, layer, fleet, steps=30)
    watched.until(request, JobState.RUNNING)
    assert qgis_session.spin_until(lambda: watched.entry(request).sent == len(request.plan()), PATIENCE)
    watched.plugin.unload()
    assert not Path(request.output).exists()

    watched.plugin.initGui()
    watched.follow()
    watched.open()
    old, waiting = watched.entry(first), watched.entry(request)
    assert (old.state, old.done, old.cached) == (JobState.DONE, len(first.plan()), 0)
    assert old.pieces >= 1 and old.elapsed() > 0 and "computed by worker-1" in watched.log(first)
    assert waiting.state is JobState.OPEN and watched.panel.ledger.is_ours(waiting)
    assert "it goes on later" in watched.log(request)
    watched.click("retry", request)
    fill_connection(fleet)  # the password was in memory only
    watched.until(request, JobState.DONE)
    assert Path(request.output).exists() and watched.entry(request).job_id == request.job_id
    log = watched.log(request)
    assert log.count("begins: ") == 1 and log.count("goes on: ") == 1
    # Each tile came once, in this session or in the one before; what came in the moment between them is counted.
    times = [log.count(f"tile {number}: ") for number in range(1, len(request.plan()) + 1)]
    there = re.search(r"(\d+) of \d+ tiles are there already", log)
    assert max(times) == 1 and times.count(0) <= (int(there[1]) if there else 0), log
