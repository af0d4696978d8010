"""Parts that scenarios share: what a person does from the right-click to *Run*."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any, Callable, Dict, Generator, List, Optional
from urllib.parse import urlsplit

from driver import Driver, Step
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton, QSpinBox, QWizard

OURS = "Simulate damage…"
#: Bounds for a hung run, not measures.
WORKER_SECONDS = 180
RESULT_SECONDS = 240

#: To a fleet: welcome, who, where, who are you, test, ready.
_WIZARD_PAGES = 6

Part = Generator[Step, Any, Any]


def open_dialog(d: Driver, layer: QgsRasterLayer, picture: bool = False) -> Part:
    """Right-click, our item, the dialog."""
    d.right_click(layer)
    menu = yield d.menu()
    action = yield d.hover(menu, OURS)
    if picture:
        yield d.settled()
        d.screenshot("context-menu")
    d.click_item(menu, action)
    return (yield d.window("ForeshockSimulateDialog"))


def help_of(d: Driver, page: str) -> Part:
    """F1, in the window that has the focus: a page of the plugin's own, not QGIS's."""
    subprocess.run(["xdotool", "key", "F1"], check=True, timeout=10)
    shown = yield d.window("ForeshockHelp")
    yield d.until(f"the page “{page}” is shown", lambda: shown.page() == page)
    yield d.settled()
    d.screenshot(f"help-{page}")


def leave_help(d: Driver) -> Part:
    """The Escape key."""
    subprocess.run(["xdotool", "key", "Escape"], check=True, timeout=10)
    yield d.closed("ForeshockHelp")


def set_connection(d: Driver, dialog: Any, picture: bool = False) -> Part:
    """On a new computer by the wizard that has opened with the dialog, later by “Connection…” in it."""
    if any(each.objectName() == "ForeshockFirstRun" and each.isVisible() for each in QApplication.topLevelWidgets()):
        yield from first_run(d, _photograph(d) if picture else None)
        if picture:
            d.click(d.child(dialog, QPushButton, "connection"))
            connection = yield d.window("ForeshockConnectionDialog")
            yield d.settled()
            d.screenshot("connection")
            connection.reject()
            yield d.closed("ForeshockConnectionDialog")
        return
    d.click(d.child(dialog, QPushButton, "connection"))
    yield from fill_connection(d)


def _photograph(d: Driver) -> Callable[[QWizard, str], Part]:
    def look(_window: QWizard, name: str) -> Part:
        d.screenshot(name)
        yield from ()

    return look


def first_run(d: Driver, look: Optional[Callable[[QWizard, str], Part]] = None) -> Part:
    """The first-run wizard, page by page, to a fleet; ``look`` is told when a page is filled in."""
    wizard = yield d.window("ForeshockFirstRun")
    parts = urlsplit(d.plan["url"])
    fills = {"url": d.plan["url"].replace(f":{parts.password}@", "@"), "password": parts.password}
    forward = (QWizard.WizardButton.NextButton, QWizard.WizardButton.CommitButton, QWizard.WizardButton.FinishButton)
    for number in range(1, _WIZARD_PAGES + 1):
        for name, text in fills.items():
            field = wizard.currentPage().findChild(QLineEdit, name)
            if field is not None:
                field.setText(text)
        verdict = wizard.currentPage().findChild(QLabel, "verdict")
        if verdict is not None:
            yield d.until("the connection has been tested", verdict.isVisible, WORKER_SECONDS)
        yield d.settled()
        if look is not None:
            yield from look(wizard, f"first-run-{number}")
        here = wizard.currentId()
        d.click(next(wizard.button(kind) for kind in forward if wizard.button(kind).isVisible()))
        if number < _WIZARD_PAGES:
            yield d.until("the next page is shown", lambda here=here: wizard.currentId() != here)
    yield d.closed("ForeshockFirstRun")


def fill_connection(d: Driver) -> Part:
    """The broker's address and password, in the connection window."""
    connection = yield d.window("ForeshockConnectionDialog")
    parts = urlsplit(d.plan["url"])
    d.child(connection, QLineEdit, "url").setText(d.plan["url"].replace(f":{parts.password}@", "@"))
    d.child(connection, QLineEdit, "password").setText(parts.password)
    yield d.settled()
    d.click(next(b for b in connection.findChildren(QPushButton) if b.text().replace("&", "") == "OK"))
    yield d.closed("ForeshockConnectionDialog")


def await_model(d: Driver, dialog: Any) -> Part:
    """A worker that still loads its model answers nothing; a person presses “Connect” again."""
    # The model is chosen in a part of the window that is folded at first.
    model, retry = dialog.findChild(QComboBox, "model"), dialog.findChild(QPushButton, "connect")

    def answered() -> bool:
        if model.count() == 0 and retry.isVisible() and retry.isEnabled():
            retry.click()
        return model.count() > 0

    yield d.until("the fleet has told its models", answered, WORKER_SECONDS)


def fill(d: Driver, dialog: Any) -> Part:
    """The scenario, the area, and what stands in the folded part of the window."""
    d.choose(d.child(dialog, QComboBox, "preset"), d.plan["preset"])
    severity = d.child(dialog, QComboBox, "severity")
    # Behind the grades stands the series of them all.
    severity.setCurrentIndex(max(i for i in range(severity.count()) if severity.itemData(i)))
    d.child(dialog, QRadioButton, d.plan.get("area", "whole")).setChecked(True)
    yield from set_numbers(d, dialog)


def set_numbers(d: Driver, dialog: Any) -> Part:
    """What stands in the folded part of the window."""
    more = d.child(dialog, QgsCollapsibleGroupBox, "more")
    more.setCollapsed(False)
    yield d.settled("the folded part is open")
    d.child(dialog, QSpinBox, "seed").setValue(d.plan["seed"])
    if "steps" in d.plan:
        d.child(dialog, QSpinBox, "steps").setValue(d.plan["steps"])
    yield d.settled()


def asked(d: Driver, layer: QgsRasterLayer) -> Part:
    """From the right-click to *Run*."""
    dialog = yield from open_dialog(d, layer)
    yield from set_connection(d, dialog)
    yield from await_model(d, dialog)
    yield from fill(d, dialog)
    d.click(d.child(dialog, QPushButton, "run"))


def some_tiles(d: Driver) -> Part:
    """From the scene, in a project that is saved, over *Run* to the moment when some tiles are in the journal."""
    layer = yield from scene_shown(d)
    assert QgsProject.instance().write(d.plan["project"])
    yield from asked(d, layer)
    clients = Path(QgsApplication.qgisSettingsDirPath()) / "foreshock" / "clients"

    def are_back() -> bool:
        return len(list(clients.glob("*/requests/*/tiles/*.json"))) >= d.plan["tiles"]

    yield d.until("some tiles are back", are_back, WORKER_SECONDS)
    d.facts["had_a_result"] = result(d) is not None


def scene_shown(d: Driver) -> Part:
    d.arrange()
    layer = yield d.until("the scene is loaded", lambda: d.layer(d.plan["layer"]))
    yield d.settled("the window has its size")
    d.iface.zoomToActiveLayer()
    yield d.settled()
    return layer


def layers() -> List[List[str]]:
    """Name and role of the project's layers; the user's own have none."""
    found = QgsProject.instance().mapLayers().values()
    return sorted([each.name(), each.customProperty("foreshock/role", "")] for each in found)


def result(d: Driver) -> Optional[QgsRasterLayer]:
    found = (each for each in QgsProject.instance().mapLayers().values() if isinstance(each, QgsRasterLayer))
    return next((each for each in found if each.customProperty("foreshock/role") == "result"), None)


def describe(layer: QgsRasterLayer) -> Dict[str, Any]:
    """What the project says of a result."""
    extent, metadata = layer.extent(), layer.metadata()
    node, groups = QgsProject.instance().layerTreeRoot().findLayer(layer.id()), []
    while node.parent() is not None and node.parent().parent() is not None:
        node = node.parent()
        groups.insert(0, node.name())
    return {
        "name": layer.name(),
        "path": layer.source(),
        "extent": [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()],
        "crs": layer.crs().authid(),
        "groups": groups,
        "properties": {key: layer.customProperty(key) for key in layer.customPropertyKeys()},
        "abstract": metadata.abstract(),
        "keywords": metadata.keywords(),
        "rights": metadata.rights(),
    }
