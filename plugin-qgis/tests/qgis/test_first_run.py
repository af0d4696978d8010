"""The first-run wizard, page by page; its way to a fleet is walked in tests/broker."""

from __future__ import annotations

import os
import threading
from typing import Any, Iterator, List

import pytest
import qgis_session
from fake_iface import FakeIface
from foreshock.compat import is_gone
from foreshock.connection import Connection, ConnectionStore
from foreshock.core.broker_settings import LocalSettings
from foreshock.gui.first_run import FirstRun
from programs import program
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QRadioButton, QWizard

PATIENCE = 60
ADDRESS = "amqps://ana@broker.example.org/x"


@pytest.fixture
def wizard(iface: FakeIface) -> Iterator[FirstRun]:
    made = FirstRun(ConnectionStore())
    made.show()
    yield made
    if not is_gone(made):
        made.close()
        made.deleteLater()


def child(parent: Any, kind: type, name: str) -> Any:
    found = parent.findChild(kind, name)
    assert found is not None, f"no {name}"
    return found


def press(wizard: FirstRun, which: str = "NextButton") -> str:
    """Presses a button of the wizard; gives the title of the page that is there then."""
    button = wizard.button(getattr(QWizard.WizardButton, which))
    assert button.isVisible() and button.isEnabled()
    button.click()
    return "" if is_gone(wizard) or wizard.currentPage() is None else wizard.currentPage().title()


def problem(wizard: FirstRun) -> str:
    label = child(wizard.currentPage(), QLabel, "problem")
    return label.text() if label.isVisible() else ""


def test_this_computer_from_welcome_to_saved(wizard: FirstRun, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("FORESHOCK_")]:
        monkeypatch.delenv(name)
    store, saved = wizard._store, []
    wizard.saved.connect(lambda: saved.append(True))
    assert store.is_new() and "synthetic" in " ".join(label.text() for label in wizard.findChildren(QLabel))
    assert press(wizard) == "Who does the work?"
    child(wizard, QRadioButton, "local").setChecked(True)
    assert press(wizard) == "Which program?"
    child(wizard, QgsFileWidget, "program").setFilePath("")
    assert press(wizard) == "Which program?" and "no program" in problem(wizard)
    child(wizard, QgsFileWidget, "program").setFilePath(program("foreshock"))
    assert problem(wizard) == "", "it is being put right"
    assert press(wizard) == "Does it work?"
    verdict = child(wizard, QLabel, "verdict")
    assert qgis_session.spin_until(verdict.isVisible, PATIENCE), "the test begins by itself"
    steps = child(wizard, QListWidget, "steps")
    assert [steps.item(row).text()[0] for row in range(steps.count())] == ["✓"] * 3
    assert verdict.text() == "All is well." and not store.is_complete()
    assert press(wizard, "CommitButton") == "Ready" and not child(wizard, QLabel, "but").isVisible()
    assert store.settings() == LocalSettings(program("foreshock"), "", 0) and not store.is_new() and not saved
    press(wizard, "FinishButton")
    assert saved == [True]


def test_a_fleet_that_cannot_be_reached_can_be_kept(wizard: FirstRun) -> None:
    saved: List[bool] = []
    wizard.saved.connect(lambda: saved.append(True))
    press(wizard)
    assert press(wizard) == "Where is the fleet?"
    assert press(wizard) == "Where is the fleet?" and "no address" in problem(wizard)
    url = child(wizard, QLineEdit, "url")
    url.setText("amqp://ana@broker.example.org/x")
    assert problem(wizard) == ""
    assert press(wizard) == "Where is the fleet?" and "unencrypted" in problem(wizard)
    url.setText("amqps://ana@localhost:9/x")
    assert press(wizard) == "Who are you?"
    assert press(wizard) == "Who are you?" and "no password" in problem(wizard)
    child(wizard, QRadioButton, "certificate").setChecked(True)
    assert press(wizard) == "Who are you?" and "No stored credentials" in problem(wizard)
    texts = [label.text() for label in wizard.currentPage().findChildren(QLabel) if label.isVisible()]
    assert any("PKI-PKCS#12" in text and "master password" in text for text in texts)
    child(wizard, QRadioButton, "session").setChecked(True)
    child(wizard, QLineEdit, "password").setText("whispered")
    assert press(wizard) == "Does it work?"
    verdict = child(wizard, QLabel, "verdict")
    assert qgis_session.spin_until(verdict.isVisible, PATIENCE) and "Go back" in verdict.text()
    # Back, another port, and the test begins anew.
    assert press(wizard, "BackButton") == "Who are you?" and press(wizard, "BackButton") == "Where is the fleet?"
    url.setText("amqps://ana@localhost:10/x")
    press(wizard)
    assert press(wizard) == "Does it work?" and not verdict.isVisible()
    steps = child(wizard, QListWidget, "steps")
    assert qgis_session.spin_until(verdict.isVisible, PATIENCE) and "localhost:10" in steps.item(1).text()
    child(wizard, QPushButton, "copy").click()
    assert "localhost:10" in QApplication.clipboard().text() and "whispered" not in QApplication.clipboard().text()
    assert press(wizard, "CommitButton") == "Not ready yet"
    assert child(wizard, QLabel, "but").isVisible(), "that it does not work yet is not passed over"
    settings = wizard._store.settings()
    assert (settings.host, settings.port, settings.password) == ("localhost", 10, "whispered")
    wizard.close()
    assert saved == [True], "closed by its frame, it is kept all the same"


def test_who_cancels_keeps_nothing_and_leaves_nothing(wizard: FirstRun) -> None:
    saved: List[bool] = []
    wizard.saved.connect(lambda: saved.append(True))
    press(wizard)
    child(wizard, QRadioButton, "local").setChecked(True)
    press(wizard)
    child(wizard, QgsFileWidget, "program").setFilePath(program("foreshock"))
    assert press(wizard) == "Does it work?"
    assert "foreshock-test" in {thread.name for thread in threading.enumerate()}
    store = wizard._store
    press(wizard, "CancelButton")
    ended = qgis_session.spin_until(
        lambda: not [thread for thread in threading.enumerate() if thread.name.startswith("foreshock-")], PATIENCE
    )
    assert ended and saved == [] and store.is_new()
    assert qgis_session.spin_until(lambda: is_gone(wizard), PATIENCE), "a password must not stay in it"


def test_what_is_kept_is_filled_in(iface: FakeIface) -> None:
    store = ConnectionStore()
    store.save(Connection(url=ADDRESS, password="typed"))
    assert not store.is_new()
    wizard = FirstRun(store)
    assert child(wizard, QLineEdit, "url").text() == store.url()
    assert child(wizard, QLineEdit, "password").text() == "typed"
    wizard.deleteLater()


def test_help(wizard: FirstRun) -> None:
    asked: List[bool] = []
    wizard.helpRequested.connect(lambda: asked.append(True))
    wizard.button(QWizard.WizardButton.HelpButton).click()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(wizard, key)
    assert asked == [True, True]
