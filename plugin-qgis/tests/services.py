"""A private broker and cache of this test session, by the repository's own script."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterator

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "deploy" / "private_services.py"


class Services:
    """Running services in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def call(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, SCRIPT, arguments[0], self.folder, *arguments[1:]],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
        return done.stdout

    def facts(self) -> dict:
        return json.loads((self.folder / "services.json").read_text())

    def vhost(self, name: str) -> str:
        """A virtual host of its own with all queues; its AMQP URL."""
        return self.call("vhost", name, "--topology").strip().splitlines()[-1]


def session() -> Iterator[Services]:
    """A generator for a session fixture."""
    if not Path("/usr/sbin/rabbitmq-server").exists():
        pytest.skip("no RabbitMQ on this machine; `make setup` installs it")
    with tempfile.TemporaryDirectory(prefix="foreshock-services-") as name:
        services = Services(Path(name))
        services.call("start", "--until", str(os.getpid()))
        try:
            yield services
        finally:
            services.call("stop", "--purge")
