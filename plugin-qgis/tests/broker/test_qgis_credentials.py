"""What QGIS keeps (authorities, client certificates) opens a real broker's TLS port."""

from __future__ import annotations

from typing import Any, Iterator
from uuid import uuid4

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import qgis_session
from foreshock.connection import Connection, ConnectionStore
from foreshock.core.messages import Job
from foreshock.gui.connection_dialog import ConnectionDialog
from foreshock.transport.client import State
from foreshock.transport.open import open_client
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsSettings
from qgis.PyQt.QtNetwork import QSslCertificate
from qgis.PyQt.QtWidgets import QLineEdit, QListWidget, QPushButton
from services import Services
from test_transport import WAIT, Recorder, make_job, refusal


@pytest.fixture
def manager(qgis_app: object) -> Iterator[Any]:
    QgsSettings().remove("foreshock")
    found = QgsApplication.authManager()
    assert found.setMasterPassword("only-for-this-test", True)
    yield found
    QgsSettings().remove("foreshock")


def send(store: ConnectionStore, job: Job) -> None:
    recorder = Recorder()
    client = open_client(store.settings(), str(uuid4()), recorder)
    client.start()
    client.publish(job).result(WAIT)
    client.close()
    assert recorder.states == [State.CONNECTING, State.CONNECTED, State.CLOSED]


def test_an_authority_in_qgis_and_a_certificate_in_qgis(
    private_services: Services, manager: Any, fixtures: Any
) -> None:
    vhost = f"t-{uuid4().hex[:8]}"
    private_services.vhost(vhost)
    password = private_services.user("ana", vhost)
    folder, port = private_services.authority(), private_services.facts()["amqps_port"]
    url = f"amqps://ana@localhost:{port}/{vhost}"
    store = ConnectionStore()
    store.save(Connection(url=url, password=password))
    assert "not trusted" in str(refusal(store.settings()))
    # A CA file of the connection.
    store.save(Connection(url=url, password=password, ca_file=str(folder / "ca.pem")))
    send(store, make_job(fixtures))
    # The same authority, added in QGIS's options.
    (authority,) = QSslCertificate.fromPath(str(folder / "ca.pem"))
    assert manager.storeCertAuthority(authority) and manager.initSslCaches()
    store.save(Connection(url=url, password=password))
    try:
        send(store, make_job(fixtures))
        # And a client certificate instead of a password.
        config = QgsAuthMethodConfig("PKI-Paths")
        config.setName("certificate")
        config.setConfig("certpath", str(folder / "ana.pem"))
        config.setConfig("keypath", str(folder / "ana.key"))
        kept = manager.storeAuthenticationConfig(config)
        config = kept[1] if isinstance(kept, tuple) else config
        store.save(Connection(url=url, authcfg=config.id()))
        send(store, make_job(fixtures))
        dialog = ConnectionDialog(store)
        assert dialog.findChild(QLineEdit, "url").text() == store.url()
        dialog.findChild(QPushButton, "test").click()
        assert qgis_session.spin_until(dialog.findChild(QPushButton, "copy").isEnabled, WAIT)
        steps = dialog.findChild(QListWidget, "steps")
        lines = [steps.item(row).text() for row in range(steps.count())]
        assert "".join(line[0] for line in lines) == "✓✓✓✓✓✓✗–" and "no worker answers" in lines[6], lines
        assert "by certificate" in lines[3]
        dialog.deleteLater()
        manager.removeAuthenticationConfig(config.id())
    finally:
        manager.removeCertAuthority(authority)
        manager.initSslCaches()
