"""How each window of the plugin is opened, for the tests that look at all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import compared
import finished
import job_lists
import qgis_session
import scenes
from fake_iface import FakeIface
from foreshock.compat import QAction
from foreshock.gui.first_run import FirstRun
from qgis.core import QgsProject, QgsRasterLayer


def open_simulate(plugin: Any, iface: FakeIface, tmp_path: Path) -> None:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif")), "scene", "gdal")
    QgsProject.instance().addMapLayer(layer)
    iface.layerTreeView().setCurrentLayer(layer)
    iface.context_actions(layer)[0].trigger()


def open_connection(plugin: Any, _iface: FakeIface, _tmp_path: Path) -> None:
    plugin._controller.edit_connection()


def choose(plugin: Any, iface: FakeIface, tmp_path: Path, name: str) -> None:
    """From the menu of a result."""
    result = compared.result(tmp_path, compared.source(tmp_path)).result
    iface.layerTreeView().setCurrentLayer(result)
    plugin.findChild(QAction, name).trigger()


def open_assessment(plugin: Any, iface: FakeIface, tmp_path: Path) -> None:
    choose(plugin, iface, tmp_path, "foreshockResultAffected")


def open_report(plugin: Any, iface: FakeIface, tmp_path: Path) -> None:
    choose(plugin, iface, tmp_path, "foreshockResultReport")


def open_first_run(plugin: Any, iface: FakeIface, _tmp_path: Path) -> None:
    FirstRun(plugin._controller.store, iface.mainWindow()).show()


def open_jobs(plugin: Any, iface: FakeIface, _tmp_path: Path) -> None:
    iface.mainWindow().show()
    plugin._controller.show_jobs()


def open_log(plugin: Any, _iface: FakeIface, tmp_path: Path) -> None:
    jobs = plugin._controller.jobs
    job_lists.forget_all()
    layer = job_lists.scene(tmp_path)
    request = plugin._controller._open_service().journal.add(finished.request_of(layer, tmp_path / "result.tif"))
    jobs.ledger.load()
    assert qgis_session.spin_until(lambda: jobs.ledger.entry(request.job_id), 30)
    jobs.show_log(jobs.ledger.entries())
    job_lists.forget_all()


#: How each window of the plugin is opened, and its page.
WINDOWS = {
    "SimulateDialog": (open_simulate, "simulate"),
    "ConnectionDialog": (open_connection, "connection"),
    "AffectedDialog": (open_assessment, "assess"),
    "ReportDialog": (open_report, "assess"),
    "JobsDock": (open_jobs, "jobs"),
    "LogWindow": (open_log, "jobs"),
    "FirstRun": (open_first_run, "connection"),
}
