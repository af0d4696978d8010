"""What QGIS keeps (authorities, client certificates) opens a real broker's TLS port."""

from __future__ import annotations

import os
import ssl
import stat
import subprocess
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple
from uuid import uuid4

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import qgis_session
from foreshock.connection import Connection, ConnectionStore
from foreshock.core.errors import ForeshockError
from foreshock.core.messages import Job
from foreshock.gui.connection_dialog import ConnectionDialog
from foreshock.transport.client import State
from foreshock.transport.open import open_client
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsSettings
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtNetwork import QSsl, QSslCertificate, QSslKey
from qgis.PyQt.QtWidgets import QLineEdit, QListWidget, QPushButton, QRadioButton
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


def keep(manager: Any, method: str, values: Dict[str, str]) -> str:
    """Stores credentials; gives their id."""
    config = QgsAuthMethodConfig(method)
    config.setName("certificate")
    for key, value in values.items():
        config.setConfig(key, value)
    kept = manager.storeAuthenticationConfig(config)
    return (kept[1] if isinstance(kept, tuple) else config).id()


def bundle(folder: Path, target: Path, password: str) -> str:
    """Ana's certificate and key with the authority, as one file."""
    subprocess.run(
        [
            *("openssl", "pkcs12", "-export", "-in", folder / "ana.pem", "-inkey", folder / "ana.key"),
            *("-certfile", folder / "ca.pem", "-out", target, "-passout", f"pass:{password}"),
        ],
        check=True,
        capture_output=True,
    )
    return str(target)


@pytest.fixture
def url_and_folder(private_services: Services) -> Tuple[str, Path]:
    vhost = f"t-{uuid4().hex[:8]}"
    private_services.vhost(vhost)
    private_services.user("ana", vhost)
    return f"amqps://ana@localhost:{private_services.facts()['amqps_port']}/{vhost}", private_services.authority()


@pytest.fixture
def seen_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> List[Tuple[int, str, Path]]:
    """Mode, text and path of each certificate file that Python's TLS has read."""
    seen: List[Tuple[int, str, Path]] = []
    load = ssl.SSLContext.load_cert_chain

    def watched(self: Any, certfile: Any, *rest: Any, **more: Any) -> None:
        path = Path(certfile)
        seen.append((stat.S_IMODE(os.stat(path).st_mode), path.read_text(), path))
        load(self, certfile, *rest, **more)

    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", watched)
    return seen


@pytest.mark.parametrize("password", ["bundle-secret", ""], ids=["password", "none"])
def test_a_bundle_with_a_client_certificate(
    password: str,
    url_and_folder: Tuple[str, Path],
    manager: Any,
    fixtures: Any,
    tmp_path: Path,
    seen_files: List[Tuple[int, str, Path]],
) -> None:
    url, folder = url_and_folder
    path = bundle(folder, tmp_path / "ana.p12", password)
    authcfg = keep(manager, "PKI-PKCS#12", {"bundlepath": path, "bundlepass": password})
    store = ConnectionStore()
    store.save(Connection(url=url, authcfg=authcfg, ca_file=str(folder / "ca.pem")))
    settings = store.settings()
    assert settings.external and "BEGIN" not in repr(settings) and settings.key_password not in repr(settings)
    assert "ENCRYPTED" in settings.key_pem and (not password or settings.key_password != password)
    send(store, make_job(fixtures))
    (mode, text, file) = seen_files[-1]
    assert mode == 0o600 and "ENCRYPTED" in text and "BEGIN PRIVATE KEY" not in text, "never in the clear"
    assert not file.exists()
    dialog = ConnectionDialog(store)
    assert dialog.findChild(QRadioButton, "certificate").isChecked()
    dialog.deleteLater()
    Path(path).unlink()
    with pytest.raises(ForeshockError, match="cannot be opened") as raised:
        store.settings()
    assert ".p12" in raised.value.hint
    manager.removeAuthenticationConfig(authcfg)


def test_a_certificate_in_the_store_of_qgis(
    url_and_folder: Tuple[str, Path], manager: Any, fixtures: Any, seen_files: List[Tuple[int, str, Path]]
) -> None:
    url, folder = url_and_folder
    (certificate,) = QSslCertificate.fromPath(str(folder / "ana.pem"))
    key = QSslKey(
        QByteArray((folder / "ana.key").read_bytes()),
        QSsl.KeyAlgorithm.Rsa,
        QSsl.EncodingFormat.Pem,
        QSsl.KeyType.PrivateKey,
    )
    assert manager.storeCertIdentity(certificate, key)
    (identity,) = manager.certIdentityIds()
    authcfg = keep(manager, "Identity-Cert", {"certid": identity})
    store = ConnectionStore()
    store.save(Connection(url=url, authcfg=authcfg, ca_file=str(folder / "ca.pem")))
    send(store, make_job(fixtures))
    assert "ENCRYPTED" in seen_files[-1][1] and not seen_files[-1][2].exists()
    assert manager.removeCertIdentity(identity)
    with pytest.raises(ForeshockError, match="no certificate"):
        store.settings()
    manager.removeAuthenticationConfig(authcfg)


def test_credentials_that_open_no_broker(manager: Any) -> None:
    authcfg = keep(manager, "EsriToken", {"token": "x"})
    store = ConnectionStore()
    store.save(Connection(url="amqps://ana@broker.example.org/x", authcfg=authcfg))
    with pytest.raises(ForeshockError, match="EsriToken") as raised:
        store.settings()
    assert all(kind in raised.value.hint for kind in ("Basic", "PKI-Paths", "PKI-PKCS#12", "Identity-Cert"))
    manager.removeAuthenticationConfig(authcfg)


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
        paths = {"certpath": str(folder / "ana.pem"), "keypath": str(folder / "ana.key")}
        authcfg = keep(manager, "PKI-Paths", paths)
        store.save(Connection(url=url, authcfg=authcfg))
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
        manager.removeAuthenticationConfig(authcfg)
    finally:
        manager.removeCertAuthority(authority)
        manager.initSslCaches()
