"""One click, three pictures: a series from the dialog to the layers, by a real worker."""

from __future__ import annotations

from pathlib import Path

import qgis_session
import scenes
import windows
from fake_iface import FakeIface
from fleet import PATIENCE, Fleet
from foreshock.layers.family import family_of, series_of
from foreshock.plugin import ForeshockPlugin
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QComboBox, QPushButton


def test_grades_of_a_disaster(iface: FakeIface, fleet: Fleet, tmp_path: Path) -> None:
    plugin = ForeshockPlugin(iface)
    plugin.initGui()
    try:
        layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "town.tif", height=150, width=200)), "town", "gdal")
        QgsProject.instance().addMapLayer(layer)
        dialog = windows.fill_dialog(iface, layer, fleet, 1)
        windows.child(dialog, QComboBox, "preset").setCurrentIndex(1)
        severity = windows.child(dialog, QComboBox, "severity")
        severity.setCurrentIndex(severity.count() - 1)
        requests = windows.run_all(dialog)
        assert len(requests) == 3
        (said,) = [text for text in iface.message_texts() if "pictures" in text]
        assert said.startswith("town: Flood, 3 grades: 0 of 3 pictures.")
        windows.wait_for_layer(iface, fleet, 4)
        results = [each for each in windows.rasters() if each is not layer]
        family = family_of(QgsProject.instance(), results[0])
        members = [each.result for each in series_of(QgsProject.instance(), family)]
        assert [gdal.Open(each.source()).GetMetadata()["FORESHOCK_INSTRUCTION"] for each in members] == [
            each.instruction for each in requests
        ]
        assert qgis_session.spin_until(lambda: not any("pictures" in text for text in iface.message_texts()), 5)
        (said,) = [text for text in iface.message_texts() if "synthetic" in text]
        assert "“town: Flood, 3 grades — SIMULATED”" in said, "all three, not the last one"

        # Called off as a whole, by one button.
        dialog = windows.fill_dialog(iface, layer, fleet, 60)
        windows.child(dialog, QComboBox, "preset").setCurrentIndex(2)
        windows.child(dialog, QComboBox, "severity").setCurrentIndex(3)
        requests = windows.run_all(dialog)
        (cancel,) = iface.messageBar().findChildren(QPushButton, "cancel")
        cancel.click()
        service = plugin._controller._open_service()
        assert service.collector.requests() == []
        assert {service.journal.state(each.job_id) for each in requests} == {"cancelled"}
        assert qgis_session.spin_until(
            lambda: sum("Called off" in text for text in iface.message_texts()) == 1, PATIENCE
        )
    finally:
        plugin.unload()
