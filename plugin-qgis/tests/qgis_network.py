"""QGIS's own options of the network, for a while."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Iterator

from qgis.core import QgsNetworkAccessManager, QgsSettings


@contextmanager
def qgis_proxy(kind: str, host: str = "", port: int = 0, **more: Any) -> Iterator[None]:
    """As if they had been set in the options dialog; ``more`` are further settings below ``proxy/``."""
    values = {"proxyEnabled": True, "proxyType": kind, "proxyHost": host, "proxyPort": str(port), **more}
    for name, value in values.items():
        QgsSettings().setValue(f"proxy/{name}", value)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    try:
        yield
    finally:
        QgsSettings().remove("proxy")
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
