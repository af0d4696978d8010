"""Which proxy the plugin takes from QGIS: its options, their exclusions, the system's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from foreshock.connection import Connection, ConnectionStore
from foreshock.core.broker_settings import Proxy, ProxyKind
from foreshock.core.errors import ForeshockError
from foreshock.qgis_proxy import find_proxy, proxy_for
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager
from qgis_network import qgis_proxy

TESTS = Path(__file__).resolve().parents[1]
HOST, PORT = "broker.example.org", 5671
ADDRESS = f"amqps://ana@{HOST}/x"
VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


pytestmark = pytest.mark.usefixtures("iface")


def way(**more: Any) -> Any:
    with qgis_proxy("HttpProxy", "proxy.example.org", 3128, **more):
        return find_proxy(HOST, PORT)


def test_the_options_of_qgis() -> None:
    assert find_proxy(HOST, PORT) is None
    assert way() == Proxy(ProxyKind.HTTP, "proxy.example.org", 3128)
    assert way(proxyEnabled=False) is None
    with qgis_proxy("Socks5Proxy", "socks.example.org", 1080, proxyUser="ana", proxyPassword="proxy-secret"):
        settings = Connection(url=ADDRESS, password="x").settings()
        assert settings.proxy == Proxy(ProxyKind.SOCKS5, "socks.example.org", 1080, "ana", "proxy-secret")
        assert "proxy-secret" not in repr(settings) + settings.proxy.label()
        assert find_proxy("localhost", 5672) is None and find_proxy("127.0.0.1", 5672) is None
        assert find_proxy("::1", 5672) is None
    assert Connection(url=ADDRESS, password="x").settings().proxy is None


@pytest.mark.parametrize("key", ["noProxyUrls", "proxyExcludedUrls"])
def test_exclusions(key: str) -> None:
    """QGIS compares the beginning of addresses; people write them in several ways."""
    excluded = [
        HOST,
        "broker.",
        f"https://{HOST}",
        f"http://{HOST}/",
        f"amqps://{HOST}:{PORT}",
        "https://BROKER.example",
    ]
    for each in excluded:
        assert way(**{key: [each]}) is None, each
    for each in ("", "https://other.example.org", f"https://{HOST}:443", "example.org"):
        assert way(**{key: [each]}) is not None, each


@pytest.mark.parametrize("kind", ["HttpCachingProxy", "FtpCachingProxy"])
def test_proxies_that_only_cache_pages_are_refused(kind: str) -> None:
    with qgis_proxy(kind, "proxy.example.org", 3128):
        with pytest.raises(ForeshockError, match=kind) as raised:
            Connection(url=ADDRESS, password="x").settings()
        assert "Socks5Proxy" in raised.value.hint and HOST in raised.value.hint
        assert find_proxy("localhost", 5672) is None


def test_the_proxy_of_the_system(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key.lower() not in VARIABLES}
    environment.update(QGIS_CUSTOM_CONFIG_PATH=str(tmp_path), QGIS_AUTH_DB_DIR_PATH=str(tmp_path))
    done = subprocess.run(
        [sys.executable, TESTS / "qgis" / "system_proxy.py", TESTS.parent, TESTS],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [
        None,
        ["HTTP", "sys.example.org", 8080, "ana", "system-secret"],
        None,
        ["SOCKS5", "socks.example.org", 1080, "", ""],
    ]


def test_stored_credentials_of_the_proxy() -> None:
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("only-for-this-test", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("proxy")
    config.setConfig("username", "bob")
    config.setConfig("password", "stored-secret")
    kept = manager.storeAuthenticationConfig(config)
    authcfg = (kept[1] if isinstance(kept, tuple) else config).id()
    store = ConnectionStore()
    store.save(Connection(url=ADDRESS, password="x"))
    with qgis_proxy("HttpProxy", "proxy.example.org", 3128, authcfg=authcfg):
        assert proxy_for(HOST, PORT) == Proxy(ProxyKind.HTTP, "proxy.example.org", 3128, "bob", "stored-secret")
        # As if the user had not unlocked them when QGIS began.
        proxy = QgsNetworkAccessManager.instance().fallbackProxy()
        proxy.setUser("")
        proxy.setPassword("")
        QgsNetworkAccessManager.instance().setFallbackProxyAndExcludes(proxy, [], [])
        assert store.is_quiet() and store.settings().proxy.user == "bob"
        manager.clearMasterPassword()
        assert not store.is_quiet(), "connecting would ask for the master password"
        assert find_proxy(HOST, PORT).user == "" and not manager.masterPasswordIsSet()
        assert manager.setMasterPassword("only-for-this-test", True)
        manager.removeAuthenticationConfig(authcfg)
        with pytest.raises(ForeshockError, match="credentials of the proxy"):
            store.settings()
    assert store.is_quiet()
