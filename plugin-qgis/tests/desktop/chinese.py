"""QGIS in Chinese: every window of the plugin is opened, pictured, and its words listed. Runs inside QGIS;
``test_chinese.py`` judges what it brings back."""

from __future__ import annotations

from typing import Any

import parts
from driver import Driver, Scenario
from foreshock.compat import QAction
from listing import listed
from qgis import utils
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QComboBox, QDockWidget, QPushButton, QRadioButton, QWidget


def chinese(d: Driver) -> Scenario:
    """From the wizard to the report."""
    d.facts["words"] = {}
    layer = yield from parts.scene_shown(d)
    d.right_click(layer)
    menu = yield d.menu()
    ours = _action("foreshockSimulate")
    d.facts["words"]["menu"] = [["action", ours.text()]]
    yield d.hover(menu, ours.text())
    d.screenshot("menu")
    d.click_item(menu, ours)
    dialog = yield d.window("ForeshockSimulateDialog")
    yield from parts.first_run(d, lambda wizard, name: _look(d, wizard, name))
    yield from parts.await_model(d, dialog)
    d.child(dialog, QRadioButton, "whole").setChecked(True)
    yield from parts.set_numbers(d, dialog)
    yield from _look(d, dialog, "simulate")
    d.child(dialog, QgsCollapsibleGroupBox, "more").setCollapsed(True)
    d.click(d.child(dialog, QPushButton, "connection"))
    connection = yield d.window("ForeshockConnectionDialog")
    yield from _look(d, connection, "connection")
    connection.reject()
    yield d.closed("ForeshockConnectionDialog")
    d.child(dialog, QComboBox, "severity").setCurrentIndex(1)
    d.click(d.child(dialog, QPushButton, "run"))
    result = yield d.until("the result is a layer", lambda: parts.result(d), parts.RESULT_SECONDS)
    yield d.settled()
    d.facts["messages"] = d.messages()
    d.facts["result"] = result.name()
    d.screenshot("result")
    d.iface.messageBar().clearWidgets()

    _action("foreshockJobs").trigger()
    jobs = yield d.until("the jobs are open", lambda: d.iface.mainWindow().findChild(QDockWidget, "ForeshockJobs"))
    yield from _look(d, jobs, "jobs")
    jobs.close()
    d.iface.layerTreeView().setCurrentLayer(result)
    for choice, name, picture in (
        ("foreshockResultAffected", "ForeshockAffectedDialog", "affected"),
        ("foreshockResultReport", "ForeshockReportDialog", "report"),
        ("foreshockHelp", "ForeshockHelp", "help"),
    ):
        _action(choice).trigger()
        window = yield d.window(name)
        yield from _look(d, window, picture)
        window.close()
        yield d.closed(name)


def _look(d: Driver, window: QWidget, name: str) -> parts.Part:
    yield d.settled()
    d.screenshot(name)
    d.facts["words"][name] = [list(each) for each in listed(window)]


def _action(name: str) -> Any:
    return utils.plugins["foreshock"].findChild(QAction, name)
