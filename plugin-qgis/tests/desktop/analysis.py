"""From a question to a finding without leaving QGIS: all grades of a flood, before and after, what is affected, a
report. Runs inside QGIS; ``test_analysis.py`` judges what it brings back."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any, List

import parts
from driver import Driver, Scenario
from foreshock.compat import is_gone
from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QPushButton,
    QRadioButton,
    QTableView,
)

#: QGIS names its panel of the temporal controller by its class only.
_TIME_PANEL = "QgsTemporalControllerDockWidget"


def analysis(d: Driver) -> Scenario:
    """The whole way of an analyst."""
    layer = yield from parts.scene_shown(d)
    # QGIS adds the name of the table.
    (houses,) = d.vector_layers()
    for each in (houses, d.layer(d.plan["ground"])):
        QgsProject.instance().layerTreeRoot().findLayer(each.id()).setItemVisibilityChecked(False)
    dialog = yield from parts.open_dialog(d, layer)
    yield from parts.set_connection(d, dialog)
    yield from parts.await_model(d, dialog)
    d.choose(d.child(dialog, QComboBox, "preset"), "Flood")
    severity = d.child(dialog, QComboBox, "severity")
    severity.setCurrentIndex(severity.count() - 1)
    d.child(dialog, QRadioButton, "whole").setChecked(True)
    yield d.settled()
    d.screenshot("series")
    yield from parts.set_numbers(d, dialog)
    d.click(d.child(dialog, QPushButton, "run"))
    results = yield d.until("three results are layers", lambda: _results(3), 3 * parts.RESULT_SECONDS)
    yield d.settled()
    d.screenshot("series-results")
    d.facts["results"] = [parts.describe(each) for each in results]
    d.facts["before"] = parts.describe(layer)
    d.iface.messageBar().clearWidgets()

    # Before and after, at a step each.
    yield from _choose(d, results[1], "Flip before / after", picture="result-menu")
    panel = yield d.until("the time panel is open", lambda: _time_panel(d))
    yield d.settled()
    d.screenshot("flip-0")
    frames = [_frame(d)]
    forward = panel.findChild(QAbstractButton, "mNextButton")
    for number in (1, 2, 3):
        d.click(forward)
        yield d.settled()
        d.screenshot(f"flip-{number}")
        frames.append(_frame(d))
    d.facts["frames"] = frames
    yield from _choose(d, results[1], "Flip before / after")
    yield d.until("the time panel is closed", lambda: _time_panel(d) is None)

    # A line over the map.
    yield from _choose(d, results[2], "Swipe before / after")
    yield d.settled("both sides are drawn")
    canvas = d.iface.mapCanvas()
    _drag(canvas.viewport().mapToGlobal(canvas.viewport().rect().center()), QPoint(-60, 15))
    yield d.settled()
    d.screenshot("swipe")
    subprocess.run(["xdotool", "key", "Escape"], check=True, timeout=10)
    yield d.settled()

    # By how much.
    yield from _choose(d, results[2], "Difference layer")
    difference = yield d.until("the difference is a layer", lambda: _by_role("difference"), 120)
    yield d.settled()
    d.screenshot("difference")
    d.facts["difference"] = difference[0].source()
    QgsProject.instance().layerTreeRoot().findLayer(difference[0].id()).setItemVisibilityChecked(False)

    # What is affected.
    yield from _choose(d, results[2], "Affected features…")
    counting = yield d.window("ForeshockAffectedDialog")
    d.child(counting, QgsMapLayerComboBox, "layer").setLayer(houses)
    d.child(counting, QComboBox, "by").setField("storeys")
    yield d.settled()
    d.click(d.child(counting, QPushButton, "run"))
    table = d.child(counting, QTableView, "table")
    yield d.until("the table is filled", lambda: table.model().rowCount() > 1, 60)
    yield d.settled()
    d.screenshot("affected")
    answer = counting.affected()
    d.facts["affected"] = {
        "count": answer.totals.count,
        "of": answer.totals.of,
        "area_m2": answer.totals.area_m2,
        "rows": [[each.label, each.count, each.of] for each in answer.rows],
    }
    d.click(d.child(counting, QPushButton, "addLayer"))
    affected = yield d.until("the affected features are a layer", lambda: _by_role("affected"), 60)
    d.click(d.child(counting, QPushButton, "close"))
    yield d.closed("ForeshockAffectedDialog")
    yield d.settled()
    d.screenshot("affected-layer")
    d.facts["affected_layer"] = [affected[0].source(), affected[0].featureCount()]

    # The report, in both forms.
    for form in ("html", "pdf"):
        yield from _choose(d, results[2], "Report…")
        report = yield d.window("ForeshockReportDialog")
        d.child(report, QCheckBox, "open").setChecked(False)
        box = d.child(report, QComboBox, "format")
        box.setCurrentIndex(next(i for i in range(box.count()) if form in str(box.itemData(i)).lower()))
        d.child(report, QgsMapLayerComboBox, "dem").setLayer(d.layer(d.plan["ground"]))
        target = Path(d.plan["folder"]) / f"report.{form}"
        d.child(report, QgsFileWidget, "file").setFilePath(str(target))
        yield d.settled()
        if form == "html":
            d.screenshot("report")
        d.click(d.child(report, QPushButton, "make"))
        yield d.until("the report is written", target.is_file, 120)
        yield d.settled()
        report.reject()
        yield d.closed("ForeshockReportDialog")

    # Something to print.
    yield from _choose(d, results[2], "Print layout…")
    designer = yield d.until("the layout is open", _designer, 60)
    for _ in range(3):  # its maps are drawn one after another
        yield d.settled()
    d.screenshot("layout")
    designer.close()
    yield d.settled()


def _results(count: int) -> List[QgsRasterLayer]:
    """The results, mildest first, when so many are there."""
    found = [each for each in _by_role("result") if isinstance(each, QgsRasterLayer)]
    found.sort(key=lambda each: int(each.customProperty("foreshock/series_index", 0)))
    return found if len(found) == count else []


def _by_role(role: str) -> List[QgsMapLayer]:
    layers = QgsProject.instance().mapLayers().values()
    return [each for each in layers if each.customProperty("foreshock/role") == role]


def _choose(d: Driver, layer: QgsMapLayer, text: str, picture: str = "") -> parts.Part:
    """In the submenu of a result's context menu."""
    d.right_click(layer)
    menu = yield d.menu()
    action = yield d.hover(menu, "Foreshock")
    submenu = action.menu()
    yield d.until("the submenu is open", submenu.isVisible)
    chosen = yield d.hover(submenu, text)
    if picture:
        yield d.settled()
        d.screenshot(picture)
    d.click_item(submenu, chosen)
    yield d.until("the menu is closed", lambda: QApplication.activePopupWidget() is None)


def _time_panel(d: Driver) -> Any:
    for dock in d.iface.mainWindow().findChildren(QDockWidget):
        if dock.metaObject().className() == _TIME_PANEL and dock.isVisible():
            return dock
    return None


def _frame(d: Driver) -> List[str]:
    """Names of the simulated pictures that the canvas shows now, by their time."""
    settings = d.iface.mapCanvas().mapSettings()
    moment = settings.temporalRange()
    shown = [each for each in settings.layers() if each.customProperty("foreshock/role") == "result"]
    return [each.customProperty("foreshock/series_label") for each in shown if _is_in(each, moment)]


def _is_in(layer: QgsRasterLayer, moment: Any) -> bool:
    return layer.temporalProperties().isVisibleInTemporalRange(moment)


def _drag(start: QPoint, by: QPoint) -> None:
    end = start + by
    for command in (
        ["mousemove", start.x(), start.y(), "mousedown", 1],
        ["mousemove", (start.x() + end.x()) // 2, (start.y() + end.y()) // 2],
        ["mousemove", end.x(), end.y(), "mouseup", 1],
    ):
        subprocess.run(["xdotool", *map(str, command)], check=True, timeout=10)


def _designer() -> Any:
    for window in QApplication.topLevelWidgets():
        if not is_gone(window) and window.inherits("QgsLayoutDesignerDialog") and window.isVisible():
            return window
    return None
