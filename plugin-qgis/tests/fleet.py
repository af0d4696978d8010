"""A real worker (with a tiny model unless told another) behind a real broker, for the tests that go all the way."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Dict, List, Optional
from uuid import UUID, uuid4

from foreshock._vendor import pika
from foreshock._vendor.pika import exceptions as amqp_errors
from foreshock.core.messages import Outcome
from programs import program
from services import Services

#: A tiny model on one core; a bound for a hung run in seconds, not a measure.
PATIENCE = 240


class Fleet:
    """One real worker on a virtual host of its own, and an ear on everything it answers."""

    def __init__(self, services: Services, folder: Path, model: Optional[Path] = None) -> None:
        self.url = services.vhost(f"t-{uuid4().hex[:8]}")
        self.log = folder / "worker.log"
        if model is None:
            model = folder / "tiny"
            subprocess.run(
                [program("foreshock-lab"), "init", "--config", "tiny", "--seed", "1", str(model)],
                check=True,
                capture_output=True,
            )
        environment = {key: value for key, value in os.environ.items() if not key.startswith("FORESHOCK_")}
        environment.update(
            FORESHOCK_AMQP_URL=self.url,
            FORESHOCK_CACHE_URL=services.facts()["redis_url"],
            FORESHOCK_MODEL=str(model),
            FORESHOCK_WORKER_NAME="worker-1",
            FORESHOCK_DECLARE="true",
            FORESHOCK_METRICS_LISTEN="127.0.0.1:0",
            FORESHOCK_THREADS="1",
            OMP_NUM_THREADS="1",
        )
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [program("foreshock"), "worker"], env=environment, cwd=folder, stdout=log, stderr=log
            )
        self._connection = pika.BlockingConnection(pika.URLParameters(self.url))
        self._channel = self._connection.channel()
        for exchange, queue in (("replies", "ear"), ("control", "cancels")):
            self._channel.queue_declare(queue, durable=True)
            self._channel.queue_bind(queue, exchange, "#")

    def heard(self, queue: str = "ear") -> List[bytes]:
        """Everything sent since the last call."""
        bodies = []
        while True:
            method, _, body = self._channel.basic_get(queue, auto_ack=True)
            if method is None:
                return bodies
            bodies.append(body)

    def outcomes(self, job_id: UUID) -> Dict[int, Outcome]:
        all_of_them = [Outcome.parse(body) for body in self.heard()]
        return {each.tile.index: each for each in all_of_them if each.job_id == job_id}

    def tail(self) -> str:
        return self.log.read_text(errors="replace")[-4000:]

    def stop(self) -> None:
        try:
            self._connection.close()
        except amqp_errors.AMQPError:
            pass  # a test may have restarted the broker
        self.process.terminate()
        try:
            self.process.wait(30)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
