"""Run in a process of its own, because QGIS that followed the system's proxy once does so until it ends: which proxies the
plugin finds for the variables of the environment. Says so as one line of JSON."""

from __future__ import annotations

import json
import os
import sys

from qgis.core import QgsApplication


def main(plugin: str, tests: str) -> None:
    app = QgsApplication([], True)
    QgsApplication.initQgis()
    sys.path[:0] = [plugin, tests]
    from foreshock.qgis_proxy import find_proxy
    from qgis_network import qgis_proxy

    seen = []
    with qgis_proxy("DefaultProxy"):
        for variables in (
            {},
            {"https_proxy": "http://ana:system-secret@sys.example.org:8080"},
            {"https_proxy": "http://sys.example.org:8080", "no_proxy": "example.org"},
            {"all_proxy": "socks5://socks.example.org:1080"},
        ):
            os.environ.update(variables)
            found = find_proxy("broker.example.org", 5671)
            seen.append(found and [found.kind.value, found.host, found.port, found.user, found.password])
            for name in variables:
                del os.environ[name]
    print(json.dumps(seen))
    app.processEvents()
    QgsApplication.exitQgis()


if __name__ == "__main__":
    main(*sys.argv[1:])
