"""What waits at the broker is taken in before tiles are sent again, or a request is given up."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Iterable, Iterator, List
from uuid import uuid4

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import finished
import qgis_session
import scenes
from foreshock._vendor import pika
from foreshock.core import codec, topology
from foreshock.core import journal as states
from foreshock.core.broker_settings import BrokerSettings
from foreshock.core.messages import Job, Outcome
from foreshock.imagery.raster import RasterReader
from foreshock.jobs.service import SimulationService
from qgis.core import QgsRasterLayer
from services import Services

TILES = 6


class Waiting:
    """A request of an earlier session, a service that is not connected yet, and the broker as a worker sees it."""

    def __init__(self, url: str, folder: Path) -> None:
        self.settings = BrokerSettings.from_url(url)
        self._connection = pika.BlockingConnection(pika.URLParameters(url))
        self._channel = self._connection.channel()
        self._channel.confirm_delivery()
        self.service = SimulationService(folder / "clients")
        layer = QgsRasterLayer(str(scenes.rgb(folder / "scene.tif", height=200, width=300)), "scene", "gdal")
        self.request = finished.request_of(layer, folder / "result.tif")
        assert len(self.request.plan()) == TILES
        self.ends: List[Any] = []
        self.paces: List[float] = []
        self.service.collector.paced.connect(lambda _, seconds: self.paces.append(seconds))
        for name in ("finished", "failed", "stopped"):
            signal = getattr(self.service.collector, name)
            signal.connect(lambda request, what, name=name: self.ends.append((name, request.job_id, str(what))))

    def began(self, ago: timedelta) -> None:
        """Puts the request into the journal, as sent a while ago."""
        now = datetime.now(timezone.utc).replace(microsecond=0)
        patience = self.request.deadline - self.request.created
        self.request = replace(self.request, created=now - ago, deadline=now - ago + patience)
        self.service.journal.add(self.request)
        with RasterReader(self.request.source) as reader:
            self.service.journal.set_stretch(self.request.job_id, reader.stretch(self.request.window))

    def answer(self, tiles: Iterable[int]) -> None:
        """The outcomes of some tiles, as a worker sends them to a client that is away."""
        user, client = self.settings.user, self.service._folder.client_id
        queue, key = topology.reply_queue(user, client), topology.reply_key(user, client)
        self._channel.queue_declare(queue, durable=True, arguments=topology.REPLY_QUEUE_ARGUMENTS)
        self._channel.queue_bind(queue, topology.REPLIES, key)
        done = Outcome.parse((finished.MESSAGES / "outcome_done.json").read_bytes())
        for index in tiles:
            made = replace(done.done, geotiff=finished.tile_tiff(self.request, index, finished.everything))
            outcome = replace(done, job_id=self.request.job_id, tile=self.request.plan().at(index).id, done=made)
            self._channel.basic_publish(topology.REPLIES, key, codec.dumps(outcome.to_json()), mandatory=True)

    def sent(self) -> List[int]:
        """The tiles that have been sent since the last call."""
        indices = []
        while True:
            method, _, body = self._channel.basic_get("jobs.interactive", auto_ack=True)
            if method is None:
                return indices
            indices.append(Job.parse(body).tile.index)

    def close(self) -> None:
        self.service.close()
        self._connection.close()


@pytest.fixture
def waiting(qgis_app: object, private_services: Services, tmp_path: Path) -> Iterator[Waiting]:
    fixture = Waiting(private_services.vhost(f"t-{uuid4().hex[:8]}"), tmp_path)
    yield fixture
    fixture.close()


def test_only_what_is_missing_is_sent_again(waiting: Waiting) -> None:
    waiting.began(timedelta(minutes=5))
    waiting.answer([0, 3, 4])
    waiting.service.attach(waiting.settings)
    sent: List[int] = []
    assert qgis_session.spin_until(lambda: sent.extend(waiting.sent()) or len(sent) >= 3, 30)
    assert sent == [1, 2, 5] and waiting.ends == []
    waiting.answer([1, 2, 5])
    assert qgis_session.spin_until(lambda: waiting.ends, 30)
    assert waiting.ends[0][:2] == ("finished", waiting.request.job_id) and waiting.sent() == []
    assert len(waiting.paces) == 1, "of the tiles that were worked for now"


def test_what_is_all_there_is_composed_once_and_nothing_is_sent(waiting: Waiting) -> None:
    waiting.began(timedelta(minutes=5))
    waiting.answer(range(TILES))
    waiting.service.attach(waiting.settings)
    assert qgis_session.spin_until(lambda: waiting.ends, 30)
    # Time for a second result, or a job, that must not be.
    qgis_session.spin_until(lambda: False, 0.5)
    assert [end[0] for end in waiting.ends] == ["finished"] and waiting.sent() == []
    assert waiting.paces == [], "the fleet is not as quick as what waited comes"


def test_results_that_waited_beyond_the_deadline_count(waiting: Waiting) -> None:
    """The worker was done in time, its user came back a day later."""
    waiting.began(timedelta(hours=30))
    waiting.answer(range(TILES))
    waiting.service.attach(waiting.settings)
    assert qgis_session.spin_until(lambda: waiting.ends, 30)
    assert [end[0] for end in waiting.ends] == ["finished"], waiting.ends
    assert waiting.service.journal.state(waiting.request.job_id) == states.DONE and waiting.sent() == []


def test_what_did_not_come_in_time_is_given_up(waiting: Waiting) -> None:
    waiting.began(timedelta(hours=30))
    waiting.answer(range(1, TILES))
    waiting.service.attach(waiting.settings)
    assert qgis_session.spin_until(lambda: waiting.ends, 30)
    ((what, _, why),) = waiting.ends
    assert what == "failed" and "did not come in time" in why and waiting.sent() == []
