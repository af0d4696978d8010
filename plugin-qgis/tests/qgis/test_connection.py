"""The connection's settings and their dialog: what is kept, what is forgotten, what the test button says."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterator, List

import pytest
import qgis_session
from authority import Authority
from fake_iface import FakeIface
from foreshock.compat import is_gone
from foreshock.connection import LOCAL, Connection, ConnectionStore
from foreshock.core.broker_settings import BrokerSettings, LocalSettings
from foreshock.core.errors import ForeshockError
from foreshock.gui.connection_dialog import ConnectionDialog
from programs import program
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsSettings
from qgis.gui import QgsAuthConfigSelect, QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabWidget,
)

PATIENCE = 60
ADDRESS = "amqps://ana@broker.example.org/x"


@pytest.fixture
def dialog(iface: FakeIface) -> Iterator[ConnectionDialog]:
    made = ConnectionDialog(ConnectionStore())
    made.show()
    yield made
    if not is_gone(made):
        made.close()
        made.deleteLater()


@pytest.fixture
def master_password(iface: FakeIface) -> Any:
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("only-for-this-test", True)
    return manager


def child(parent: Any, kind: type, name: str) -> Any:
    found = parent.findChild(kind, name)
    assert found is not None, f"no {name}"
    return found


def store_config(manager: Any, method: str, **values: str) -> str:
    config = QgsAuthMethodConfig(method)
    config.setName("fleet")
    for key, value in values.items():
        config.setConfig(key, value)
    kept = manager.storeAuthenticationConfig(config)
    return (kept[1] if isinstance(kept, tuple) else config).id()


def kept_values() -> List[str]:
    return [str(QgsSettings().value(key)) for key in QgsSettings().allKeys()]


def test_the_password_never_reaches_the_settings(dialog: ConnectionDialog) -> None:
    store = dialog._store
    child(dialog, QLineEdit, "url").setText("amqp://ana@broker.example.org/x")
    dialog.accept()
    assert "unencrypted" in child(dialog, QLabel, "problem").text() and dialog.isVisible()
    child(dialog, QLineEdit, "url").setText("amqps://ana:quite-secret@broker.example.org/x")
    saved = []
    dialog.saved.connect(lambda: saved.append(True))
    dialog.accept()
    assert saved and store.is_complete() and store.is_quiet() and store.has_password()
    settings = store.settings()
    assert (settings.user, settings.password, settings.port) == ("ana", "quite-secret", 5671)
    assert not any("quite-secret" in value for value in kept_values())
    assert "quite-secret" not in repr(settings) + repr(store.connection())
    assert not ConnectionStore().is_complete(), "another session asks again"


def test_a_password_for_one_run_is_forgotten(dialog: ConnectionDialog) -> None:
    store = dialog._store
    child(dialog, QLineEdit, "url").setText(ADDRESS)
    child(dialog, QLineEdit, "password").setText("for-once")
    child(dialog, QCheckBox, "runOnly").setChecked(True)
    dialog.accept()
    assert store.settings().password == "for-once" and store.is_complete()
    store.note_submitted()
    assert not store.is_complete()
    with pytest.raises(ForeshockError, match="password of the broker is not known"):
        store.settings()
    store.save(Connection(url=ADDRESS, password="longer"))
    store.note_submitted()
    assert store.settings().password == "longer"


def test_stored_credentials(master_password: Any) -> None:
    config = store_config(master_password, "Basic", username="bob", password="stored-secret")
    ConnectionStore().save(Connection(url="amqps://ana@broker.example.org/x", authcfg=config))
    settings = ConnectionStore().settings()
    assert (settings.user, settings.password) == ("bob", "stored-secret")
    again = ConnectionDialog(ConnectionStore())
    assert child(again, QRadioButton, "stored").isChecked()
    assert child(again, QgsAuthConfigSelect, "authcfg").configId() == config
    again.deleteLater()
    assert master_password.removeAuthenticationConfig(config)
    with pytest.raises(ForeshockError, match="cannot be read"):
        ConnectionStore().settings()


def test_a_stored_client_certificate(master_password: Any, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    certificate = str(authority.issue("ana", "ana"))
    config = store_config(
        master_password, "PKI-Paths", certpath=certificate, keypath=str(tmp_path / "ana.key"), keypass="key-secret"
    )
    store = ConnectionStore()
    store.save(Connection(url=ADDRESS, authcfg=config))
    settings = store.settings()
    assert settings.external and settings.certificate == certificate and settings.key == str(tmp_path / "ana.key")
    assert settings.key_password == "key-secret" and "key-secret" not in repr(settings)
    store.save(Connection(url="amqp://ana@localhost/x", authcfg=config))
    with pytest.raises(ForeshockError, match="encrypted connection"):
        store.settings()
    assert master_password.removeAuthenticationConfig(config)


def test_nothing_asks_for_the_master_password_by_itself(iface: FakeIface) -> None:
    manager = QgsApplication.authManager()
    manager.clearMasterPassword()
    store = ConnectionStore()
    store.save(Connection(url=ADDRESS, authcfg="abc1234"))
    assert store.is_complete() and not store.is_quiet()
    # A password of the session and a local program need no unlocking, whatever was stored before.
    store.save(Connection(url=ADDRESS, password="typed"))
    assert store.is_quiet()
    store.save(Connection(mode=LOCAL, program=program("foreshock")))
    assert store.is_quiet()
    assert not manager.masterPasswordIsSet()


def test_the_unlocking_is_explained_before_it_happens(dialog: ConnectionDialog) -> None:
    said = [label for label in dialog.findChildren(QLabel) if "master password" in label.text()]
    assert len(said) == 1 and not said[0].isVisible()
    child(dialog, QRadioButton, "stored").setChecked(True)
    assert said[0].isVisible() and not child(dialog, QLineEdit, "password").isEnabled()
    dialog.accept()
    assert "No stored credentials" in child(dialog, QLabel, "problem").text()


def test_authorities(iface: FakeIface, tmp_path: Path) -> None:
    own = Authority(tmp_path / "own").ca
    store = ConnectionStore()
    store.save(Connection(url=ADDRESS, password="x", ca_file=str(own)))
    settings = store.settings()
    assert own.read_text().strip() in settings.ca_pem and "BEGIN" not in repr(settings)
    rubbish = tmp_path / "rubbish.pem"
    rubbish.write_text("nothing")
    with pytest.raises(ForeshockError, match="no certificate"):
        store.save(Connection(url=ADDRESS, password="x", ca_file=str(rubbish)))
    with pytest.raises(ForeshockError, match="cannot be read"):
        store.save(Connection(url=ADDRESS, password="x", ca_file=str(tmp_path / "none.pem")))
    assert store.connection().ca_file == str(own), "what was refused is not kept"


def test_this_computer(dialog: ConnectionDialog, tmp_path: Path) -> None:
    store = dialog._store
    child(dialog, QTabWidget, "mode").setCurrentIndex(1)
    child(dialog, QgsFileWidget, "program").setFilePath("")
    dialog.accept()
    assert "no program" in child(dialog, QLabel, "problem").text()
    child(dialog, QgsFileWidget, "program").setFilePath(program("foreshock"))
    child(dialog, QgsFileWidget, "model").setFilePath(str(tmp_path))
    child(dialog, QSpinBox, "threads").setValue(3)
    dialog.accept()
    wanted = LocalSettings(program("foreshock"), str(tmp_path), 3)
    assert store.settings() == wanted and ConnectionStore().settings() == wanted
    assert store.is_complete() and store.is_quiet()
    again = ConnectionDialog(ConnectionStore())
    assert child(again, QTabWidget, "mode").currentIndex() == 1 and child(again, QSpinBox, "threads").value() == 3
    again.deleteLater()
    # The fleet's address is still there when the user changes back.
    store.save(Connection(url=ADDRESS, password="x"))
    store.save(replace(store.connection(), mode=LOCAL))
    store.save(replace(store.connection(), mode="fleet"))
    assert isinstance(store.settings(), BrokerSettings) and store.settings().password == "x"


def test_the_test_button_and_the_diagnostics(dialog: ConnectionDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("FORESHOCK_")]:
        monkeypatch.delenv(name)
    steps, copy = child(dialog, QListWidget, "steps"), child(dialog, QPushButton, "copy")
    test = child(dialog, QPushButton, "test")
    test.click()
    assert "No broker is set" in child(dialog, QLabel, "problem").text()
    child(dialog, QLineEdit, "url").setText("amqps://ana:whispered@localhost:9/x")
    test.click()
    assert not test.isEnabled() and not copy.isEnabled()
    assert qgis_session.spin_until(copy.isEnabled, PATIENCE)
    lines = [steps.item(row).text() for row in range(steps.count())]
    assert lines[1].startswith("✗ Port: Nothing answers at localhost:9.") and lines[2] == "– Encryption: not tried"
    copy.click()
    text = QgsApplication.clipboard().text()
    assert "ana@localhost:9" in text and "QGIS 3" in text and "✗ Port" in text and "whispered" not in text

    child(dialog, QLineEdit, "url").clear()
    test.click()
    assert steps.count() == 0 and not copy.isEnabled() and test.isEnabled(), "nothing was tested"
    child(dialog, QTabWidget, "mode").setCurrentIndex(1)
    child(dialog, QgsFileWidget, "program").setFilePath(program("foreshock"))
    test.click()
    assert qgis_session.spin_until(copy.isEnabled, PATIENCE)
    lines = [steps.item(row).text() for row in range(steps.count())]
    assert [line[0] for line in lines] == ["✓"] * 3, lines
    assert not dialog._store.is_complete(), "a test keeps nothing"


def test_a_dialog_that_closes_during_a_test_leaves_nothing(dialog: ConnectionDialog) -> None:
    child(dialog, QTabWidget, "mode").setCurrentIndex(1)
    child(dialog, QgsFileWidget, "program").setFilePath(program("foreshock"))
    child(dialog, QPushButton, "test").click()
    assert "foreshock-test" in {thread.name for thread in threading.enumerate()}
    dialog.reject()
    dialog.deleteLater()
    ended = qgis_session.spin_until(
        lambda: not [thread for thread in threading.enumerate() if thread.name.startswith("foreshock-")], PATIENCE
    )
    assert ended, threading.enumerate()


def test_the_dialog_fits_its_width(dialog: ConnectionDialog) -> None:
    assert dialog.width() == 560 and dialog.minimumSizeHint().width() <= 560
