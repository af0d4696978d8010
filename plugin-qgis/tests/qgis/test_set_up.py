"""When the first-run wizard opens, and what it leads to."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List

import qgis_session
import scenes
from fake_iface import FakeIface
from foreshock.connection import LOCAL, Connection
from foreshock.gui.first_run import FirstRun
from foreshock.gui.simulate_dialog import SimulateDialog
from programs import program
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QRadioButton

PATIENCE = 120


def shown(kind: type) -> List[Any]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def simulate(iface: FakeIface, layer: QgsRasterLayer) -> SimulateDialog:
    iface.layerTreeView().setCurrentLayer(layer)
    iface.context_actions(layer)[0].trigger()
    (dialog,) = shown(SimulateDialog)
    return dialog


def test_the_first_simulation_sets_up_the_connection(plugin: Any, iface: FakeIface, tmp_path: Path) -> None:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif", height=90, width=90)), "scene", "gdal")
    QgsProject.instance().addMapLayer(layer)
    assert not shown(FirstRun), "nothing opens when QGIS starts"
    dialog = simulate(iface, layer)
    (wizard,) = shown(FirstRun)
    wizard.next()
    wizard.findChild(QRadioButton, "local").setChecked(True)
    wizard.next()
    wizard.findChild(QgsFileWidget, "program").setFilePath(program("foreshock"))
    wizard.next()
    wizard.next()
    wizard.button(wizard.WizardButton.FinishButton).click()
    model = dialog.findChild(QComboBox, "model")
    assert qgis_session.spin_until(lambda: model.count() > 0, PATIENCE), "the dialog goes on with what was set up"
    # A connection that is set is asked for no more.
    simulate(iface, layer).close()
    assert not shown(FirstRun)


def test_set_up_stands_in_the_menu(plugin: Any, iface: FakeIface) -> None:
    plugin._controller.store.save(Connection(mode=LOCAL, program=program("foreshock")))
    (action,) = [each for each in iface.menu_actions("Foreshock") if each.objectName() == "foreshockSetUp"]
    action.trigger()
    action.trigger()
    (wizard,) = shown(FirstRun)
    assert wizard.findChild(QRadioButton, "local").isChecked(), "what is kept is filled in"
    plugin.unload()
    assert not shown(FirstRun)
    plugin.initGui()
