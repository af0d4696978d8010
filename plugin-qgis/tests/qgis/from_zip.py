"""Run in a process of its own, with a profile that holds nothing but the unpacked zip: what QGIS does with a plugin.

Says what it saw as one line of JSON. ``PLUGINS`` is the profile's folder, ``TESTS`` that of fake_iface.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from qgis.core import QgsApplication


def main(plugins: str, tests: str) -> None:
    app = QgsApplication([], True)
    QgsApplication.initQgis()
    assert Path(plugins) == Path(QgsApplication.qgisSettingsDirPath()) / "python" / "plugins", "not this profile"
    import qgis.utils

    sys.path.append(tests)
    from fake_iface import FakeIface

    fake = qgis.utils.iface = FakeIface()
    # QGIS puts both folders there when it starts.
    system = str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins")
    sys.path[:0] = [plugins, system]
    qgis.utils.plugin_paths = [system, plugins]
    qgis.utils.updateAvailablePlugins()
    seen = {"known": "foreshock" in qgis.utils.available_plugins}
    seen["loaded"] = qgis.utils.loadPlugin("foreshock")
    seen["started"] = qgis.utils.startPlugin("foreshock")
    seen["file"] = sys.modules["foreshock"].__file__
    seen["version"] = qgis.utils.pluginMetadata("foreshock", "version")
    seen["menu"] = [action.text() for action in fake.menu_actions("Foreshock")]
    seen["icons"] = all(not action.icon().isNull() for action in fake.menu_actions("Foreshock"))
    provider = QgsApplication.processingRegistry().providerById("foreshock")
    seen["algorithms"] = sorted(each.name() for each in provider.algorithms())
    from foreshock._vendor import pika

    seen["pika"] = pika.__file__
    seen["unloaded"] = qgis.utils.unloadPlugin("foreshock")
    seen["left"] = len(fake.menu_actions("Foreshock")) + len(fake.layer_actions) + len(fake.toolbar_actions())
    # An update of the plugin is installed this way.
    seen["again"] = qgis.utils.loadPlugin("foreshock") and qgis.utils.startPlugin("foreshock")
    seen["same menu"] = seen["menu"] == [action.text() for action in fake.menu_actions("Foreshock")]
    qgis.utils.unloadPlugin("foreshock")
    fake.close()
    print(json.dumps(seen))
    app.processEvents()
    QgsApplication.exitQgis()


if __name__ == "__main__":
    main(*sys.argv[1:])
