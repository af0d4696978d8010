"""A private broker and cache of this test session, by the repository's own script."""

from __future__ import annotations

import base64
import json
import os
import secrets
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any, Dict, Iterator, Optional

import pytest
from authority import Authority
from proxies import BROKER

SCRIPT = Path(__file__).resolve().parents[2] / "deploy" / "private_services.py"

#: Keys that a client may publish and bind with, as `foreshock topology apply --client` sets them.
CLIENT_KEYS = {
    "jobs": {"write": r"^((interactive|bulk)\..*|capabilities)$", "read": "^$"},
    "replies": {"write": "^$", "read": r"^{username}\..*"},
    "events": {"write": "^$", "read": r"^{username}\..*"},
    "control": {"write": r"^cancel\.{username}\..*", "read": "^$"},
}


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

    def authority(self) -> Path:
        """The folder of the certificates: ``ca.pem``, ``server.pem`` (for ``localhost`` and the proxies' name), ``ana.pem`` with ``ana.key``."""
        return self.folder / "pki"

    def user(self, name: str, vhost: str, permissions: Optional[Dict[str, str]] = None) -> str:
        """A user who may do what a client may (or what is given); gives a new password."""
        password = secrets.token_hex(8)
        quoted = urllib.parse.quote(vhost, safe="")
        self.api("PUT", f"users/{name}", {"password": password, "tags": ""})
        mine = rf"(replies|events)\.{name}\..*"
        rights = {
            "configure": f"^{mine}$",
            "write": rf"^(jobs|control|{mine})$",
            "read": f"^(replies|events|{mine})$",
        }
        self.api("PUT", f"permissions/{quoted}/{name}", {**rights, **(permissions or {})})
        for exchange, keys in CLIENT_KEYS.items():
            self.api("PUT", f"topic-permissions/{quoted}/{name}", {"exchange": exchange, **keys})
        return password

    def api(self, method: str, path: str, body: Any = None) -> Any:
        """RabbitMQ's management API."""
        address = urllib.parse.urlsplit(self.facts()["management_url"])
        token = base64.b64encode(f"{address.username}:{address.password}".encode()).decode()
        request = urllib.request.Request(
            f"http://{address.hostname}:{address.port}/api/{path}",
            None if body is None else json.dumps(body).encode(),
            {"Authorization": f"Basic {token}", "Content-Type": "application/json"},
            method=method,
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def vhost(self, name: str) -> str:
        """A virtual host of its own with all queues; its AMQP URL."""
        return self.call("vhost", name, "--topology").strip().splitlines()[-1]


def session() -> Iterator[Services]:
    """A generator for a session fixture."""
    if not Path("/usr/sbin/rabbitmq-server").exists():
        pytest.skip("no RabbitMQ on this machine; `make setup` installs it")
    with tempfile.TemporaryDirectory(prefix="foreshock-services-") as name:
        services = Services(Path(name))
        authority = Authority(services.authority())
        # The second name is known to the proxies of the tests only.
        authority.issue("server", "localhost", f"subjectAltName=DNS:localhost,DNS:{BROKER}")
        authority.issue("ana", "ana", "extendedKeyUsage=clientAuth")
        services.call("start", "--until", str(os.getpid()), "--tls", str(services.authority()))
        try:
            yield services
        finally:
            services.call("stop", "--purge")
