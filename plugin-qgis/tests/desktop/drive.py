"""What QGIS runs at its start (``--code``): loads the scenario that the plan names, and begins when QGIS is ready."""

import json
import os
import sys

from qgis.utils import iface

with open(os.environ["FORESHOCK_DESKTOP_PLAN"], encoding="utf-8") as _file:
    _plan = json.load(_file)
sys.path.insert(0, _plan["code"])

sys.path.append(_plan["tests"])

import analysis
import chinese
import driver
import scenarios

# QGIS ends this script's namespace when the script ends; the main window keeps the driver.
_driver = driver.Driver(iface, _plan)
_driver.setParent(iface.mainWindow())
_module = {"analysis": analysis, "chinese": chinese}.get(_plan["scenario"], scenarios)
_scenario = getattr(_module, _plan["scenario"])(_driver)
iface.initializationCompleted.connect(lambda: _driver.run(_scenario))
