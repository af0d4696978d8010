"""What ends a connection, a plugin or the writing of a result ends no request: it stays in the journal, with its tiles."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, List

import finished
import qgis_session
import scenes
from fake_iface import FakeIface
from foreshock.connection import Connection
from foreshock.core import journal as states
from foreshock.core.broker_settings import BrokerSettings
from foreshock.core.journal import Journal
from foreshock.core.messages import new_job_id
from foreshock.core.request import SimulationRequest
from foreshock.jobs.client_folder import ClientFolder, client_root
from foreshock.jobs.collector import Collector
from foreshock.jobs.runner import Runner
from foreshock.jobs.service import SimulationService
from qgis.core import QgsApplication, QgsProcessingFeedback, QgsProject, QgsRasterLayer, QgsTask
from qgis.PyQt.QtCore import QThreadPool
from qgis.PyQt.QtWidgets import QPushButton

#: Where no broker is.
NOWHERE = "amqp://ana:secret@127.0.0.1:9/nowhere"  # nosec


def request_in(folder: Path) -> SimulationRequest:
    layer = QgsRasterLayer(str(scenes.rgb(folder / "scene.tif", height=90, width=90)), "scene", "gdal")
    return finished.request_of(layer, folder / "out" / "result.tif")


def rest() -> None:
    """Until no task of QGIS is at work."""
    assert qgis_session.spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 30)
    qgis_session.spin_until(lambda: False, 0.1)


def test_closing_while_tiles_are_sent_loses_no_request(qgis_app: object, tmp_path: Path) -> None:
    request = request_in(tmp_path)
    service = SimulationService(tmp_path / "clients")
    said: List[Any] = []
    for signal in (service.collector.failed, service.collector.stopped):
        signal.connect(lambda *what: said.append(what))
    service.submit(request, BrokerSettings.from_url(NOWHERE))
    # The task waits for a confirm of the first tile.
    qgis_session.spin_until(lambda: False, 0.3)
    service.close()
    rest()
    assert service.journal.state(request.job_id) == states.OPEN and said == []


def test_a_connection_that_fails_for_good_stops_requests_and_loses_none(qgis_app: object, tmp_path: Path) -> None:
    request = request_in(tmp_path)
    service = SimulationService(tmp_path / "clients")
    failed: List[Any] = []
    stopped: List[Any] = []
    service.collector.failed.connect(lambda *what: failed.append(what))
    service.collector.stopped.connect(lambda *what: stopped.append(what))
    service.submit(request, BrokerSettings.from_url(NOWHERE))
    assert qgis_session.spin_until(lambda: stopped or failed, 30)
    assert failed == [] and stopped[0][0] == request and "Nothing answers" in str(stopped[0][1])
    assert service.journal.state(request.job_id) == states.OPEN and service.collector.requests() == []
    service.close()


def test_another_connection_sends_the_rest(qgis_app: object, tmp_path: Path) -> None:
    request = request_in(tmp_path)
    service = SimulationService(tmp_path / "clients")
    failed: List[Any] = []
    stopped: List[Any] = []
    service.collector.failed.connect(lambda *what: failed.append(what))
    service.collector.stopped.connect(lambda *what: stopped.append(what))
    service.submit(request, BrokerSettings.from_url(NOWHERE))
    qgis_session.spin_until(lambda: False, 0.3)
    service.attach(BrokerSettings.from_url(NOWHERE.replace(":9/", ":10/")))
    assert qgis_session.spin_until(lambda: stopped or failed, 30)
    assert failed == [] and "127.0.0.1:10" in str(stopped[0][1]), "it went over to the other one"
    assert len(stopped) == 1 and service.journal.state(request.job_id) == states.OPEN
    service.close()
    rest()


def test_a_result_that_cannot_be_written_is_written_later(qgis_app: object, tmp_path: Path) -> None:
    request = request_in(tmp_path)
    journal = finished.journal_of(request, tmp_path / "journal", finished.everything)
    (tmp_path / "out").write_text("where the folder should be")
    collector = Collector(journal)
    failed: List[Any] = []
    stopped: List[Any] = []
    written: List[Any] = []
    collector.failed.connect(lambda *what: failed.append(what))
    collector.stopped.connect(lambda *what: stopped.append(what))
    collector.finished.connect(lambda *what: written.append(what))
    collector.track(request)
    collector.note_all_sent(request)
    assert qgis_session.spin_until(lambda: stopped or failed, 30)
    assert failed == [] and "cannot be written" in str(stopped[0][1])
    assert journal.state(request.job_id) == states.OPEN
    assert journal.recorded(request.job_id) == set(range(len(request.plan())))

    (tmp_path / "out").unlink()
    collector.track(request)
    collector.note_all_sent(request)
    assert qgis_session.spin_until(lambda: written, 30) and Path(request.output).exists()
    assert journal.state(request.job_id) == states.DONE


def test_processing_keeps_what_it_cannot_write(qgis_app: object, tmp_path: Path) -> None:
    request = request_in(tmp_path)
    (tmp_path / "out").write_text("where the folder should be")
    for place, works in (("out", False), ("elsewhere", True)):
        folder = ClientFolder.take(tmp_path / "clients")
        if not works:
            finished.journal_of(request, tmp_path / "clients" / folder.client_id / "requests", finished.everything)
        output = tmp_path / place / "result.tif"
        with Runner(folder, BrokerSettings.from_url(NOWHERE), QgsProcessingFeedback()) as runner:
            runner.take_up(replace(request, output=str(output)))
            (ended,) = runner.settle()
            assert (ended.error is None) is works and output.exists() is works, ended.error
            assert runner.open_requests() == []
            assert folder.journal.state(request.job_id) == (states.DONE if works else states.OPEN)


def test_closing_while_a_result_is_composed(qgis_app: object, tmp_path: Path) -> None:
    request = request_in(tmp_path)
    journal = finished.journal_of(request, tmp_path / "journal", finished.everything)
    collector = Collector(journal)
    said: List[Any] = []
    for signal in (collector.finished, collector.failed, collector.stopped):
        signal.connect(lambda *what: said.append(what))
    collector.track(request)
    collector.note_all_sent(request)
    collector.close()
    rest()
    assert said == [] and journal.state(request.job_id) == states.OPEN
    assert journal.recorded(request.job_id) == set(range(len(request.plan())))


def test_what_is_called_off_is_not_stopped_as_well(qgis_app: object, tmp_path: Path) -> None:
    request = request_in(tmp_path)
    journal = finished.journal_of(request, tmp_path / "journal", finished.everything)
    collector = Collector(journal)
    said: List[str] = []
    for name in ("finished", "failed", "stopped", "cancelled"):
        getattr(collector, name).connect(lambda *_, name=name: said.append(name))
    # All threads of QGIS are at work, so that composing has not begun.
    free = threading.Event()
    others = [
        QgsTask.fromFunction("works", lambda _: free.wait(30))
        for _ in range(QThreadPool.globalInstance().maxThreadCount() + 1)
    ]
    for other in others:
        QgsApplication.taskManager().addTask(other)
    collector.track(request)
    collector.note_all_sent(request)
    collector.cancel(request)
    free.set()
    rest()
    assert said == ["cancelled"] and journal.state(request.job_id) == states.CANCELLED


def test_what_has_all_its_tiles_is_never_too_late(qgis_app: object, tmp_path: Path) -> None:
    """QGIS ended while the result was written, and starts again days later."""
    now = datetime.now(timezone.utc).replace(microsecond=0)
    request = replace(request_in(tmp_path), deadline=now - timedelta(days=2))
    service = SimulationService(tmp_path / "clients")
    journal_folder = next((tmp_path / "clients").iterdir()) / "requests"
    finished.journal_of(request, journal_folder, finished.everything)
    late = replace(request, job_id=new_job_id())
    service.journal.add(late)
    failed: List[Any] = []
    written: List[Any] = []
    service.collector.failed.connect(lambda *what: failed.append(what))
    service.collector.finished.connect(lambda *what: written.append(what))
    service.attach(BrokerSettings.from_url(NOWHERE))
    service._resume()  # as when the connection is there
    assert qgis_session.spin_until(lambda: written, 30)
    assert written[0][0] == request and Path(request.output).exists()
    assert [each[0] for each in failed] == [late] and "did not come in time" in str(failed[0][1])
    service.close()
    rest()


def test_what_never_comes_is_not_waited_for_without_end(qgis_app: object, tmp_path: Path) -> None:
    now = datetime.now(timezone.utc).replace(microsecond=0)
    service = SimulationService(tmp_path / "clients")
    early = request_in(tmp_path)
    late = replace(early, job_id=new_job_id(), deadline=now)
    failed: List[Any] = []
    service.collector.failed.connect(lambda *what: failed.append(what))
    for request in (early, late):
        service.journal.add(request)
        service.collector.track(request)
    service.end_late()
    assert failed == [], "its outcomes may wait at the broker"
    service._on_caught_up()  # as when all that waited there has come
    service.end_late()
    assert [each[0] for each in failed] == [late] and "did not come in time" in str(failed[0][1])
    assert service.journal.state(late.job_id) == states.FAILED and service.collector.requests() == [early]
    service.close()


def test_a_stopped_request_offers_to_go_on_and_leaves_nothing_behind(
    plugin: Any, iface: FakeIface, tmp_path: Path
) -> None:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif", height=90, width=90)), "scene", "gdal")
    QgsProject.instance().addMapLayer(layer)
    controller = plugin._controller
    controller.store.save(Connection(url=NOWHERE))
    request = finished.request_of(layer, tmp_path / "result.tif")
    controller._run([request])

    def buttons(name: str) -> List[QPushButton]:
        return [button for item in iface.messageBar().items() for button in item.findChildren(QPushButton, name)]

    assert qgis_session.spin_until(lambda: buttons("goOn"), 30), iface.message_texts()
    assert any("stopped, nothing is lost. Nothing answers" in text for text in iface.message_texts())
    assert not buttons("cancel")
    # It is there until the request goes on indeed.
    buttons("goOn")[0].click()
    assert qgis_session.spin_until(
        lambda: any("results wait until you connect again" in text for text in iface.message_texts()), 30
    )
    assert len(buttons("goOn")) == 1
    plugin.unload()
    assert not buttons("goOn")
    (place,) = client_root().glob(f"*/requests/{request.job_id}")
    assert Journal(place.parent).state(request.job_id) == states.OPEN
    Journal(place.parent).set_state(request.job_id, states.CANCELLED)
    rest()
