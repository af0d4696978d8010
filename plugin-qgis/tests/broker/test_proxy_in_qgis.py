"""QGIS's proxy, from its options to a result: through a real proxy with a login, a real broker's TLS, a real worker."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Tuple

import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import qgis_session
import scenes
from fake_iface import FakeIface
from fleet import PATIENCE, Fleet
from foreshock.connection import Connection, ConnectionStore
from foreshock.core.broker_settings import ProxyKind
from foreshock.gui.connection_dialog import ConnectionDialog
from foreshock.gui.first_run import FirstRun
from foreshock.transport.probe import probe
from proxies import BROKER, StubProxy
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton
from qgis_network import qgis_proxy
from services import Services
from windows import child, simulate, wait_for_layer

TYPES = {ProxyKind.HTTP: "HttpProxy", ProxyKind.SOCKS5: "Socks5Proxy"}


@pytest.fixture(scope="module")
def secure_url(fleet: Fleet, private_services: Services) -> Tuple[str, str]:
    """The fleet's broker as ``ana``, encrypted, under a name that only a proxy knows; and her password."""
    vhost = fleet.url.rsplit("/", 1)[1]
    password = private_services.user("ana", vhost)
    return f"amqps://ana@{BROKER}:{private_services.facts()['amqps_port']}/{vhost}", password


@pytest.mark.parametrize("kind", list(ProxyKind), ids=lambda kind: kind.value)
def test_right_click_to_result_through_a_proxy(
    kind: ProxyKind,
    plugin: Any,
    iface: FakeIface,
    fleet: Fleet,
    secure_url: Tuple[str, str],
    private_services: Services,
    tmp_path: Path,
) -> None:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "scene.tif", height=90, width=90)), "scene", "gdal")
    QgsProject.instance().addMapLayer(layer)
    url, password = secure_url
    ca = str(private_services.authority() / "ca.pem")
    with StubProxy(kind, "ana", "proxy-secret") as stub:
        login = {"proxyUser": "ana", "proxyPassword": "proxy-secret"}
        with qgis_proxy(TYPES[kind], "127.0.0.1", stub.port, **login):
            plugin._controller.store.save(Connection(url=url, password=password, ca_file=ca))
            request = simulate(iface, layer, fleet)
            wait_for_layer(iface, fleet, 2)
            result = next(each for each in QgsProject.instance().mapLayers().values() if each.id() != layer.id())
            assert result.isValid() and Path(request.output).exists()
            assert stub.asked == [url.split("@")[1].split("/")[0]], "one connection, through the proxy"
            tiles = 90 * 90 * 3
            assert stub.sent > tiles / 4 and stub.received > tiles / 4
            assert not any("proxy-secret" in text for text in iface.message_texts())
            plugin.unload()
            plugin.initGui()


def test_the_dialog_says_which_way_it_goes(
    iface: FakeIface, private_services: Services, secure_url: Tuple[str, str]
) -> None:
    url, password = secure_url
    with StubProxy(ProxyKind.HTTP) as stub, qgis_proxy("HttpProxy", "127.0.0.1", stub.port):
        dialog = ConnectionDialog(kept(url, password, private_services))
        dialog.show()
        way = child(dialog, QLabel, "way")
        assert qgis_session.spin_until(lambda: str(stub.port) in way.text(), 10)
        assert way.text() == f"Through the HTTP proxy 127.0.0.1:{stub.port} (QGIS options)."
        child(dialog, QPushButton, "test").click()
        assert qgis_session.spin_until(child(dialog, QPushButton, "copy").isEnabled, PATIENCE)
        steps = child(dialog, QListWidget, "steps")
        assert steps.item(0).text().startswith(f"✓ Proxy: the HTTP proxy 127.0.0.1:{stub.port} opens the way")
        assert len(stub.asked) == 3
        dialog.close()


def kept(url: str, password: str, private_services: Services) -> ConnectionStore:
    store = ConnectionStore()
    store.save(Connection(url=url, password=password, ca_file=str(private_services.authority() / "ca.pem")))
    return store


def test_an_excluded_host_is_called_directly(fleet: Fleet, iface: FakeIface) -> None:
    """The real broker, under the name of this machine, and under an address that the options exclude."""
    with StubProxy(ProxyKind.HTTP) as stub, qgis_proxy("HttpProxy", "127.0.0.1", stub.port):
        steps = list(probe(Connection(url=fleet.url).settings()))
        assert [step.title for step in steps[:2]] == ["Name", "Port"] and steps[2].verdict.value == "✓"
        assert stub.asked == []


def test_the_first_run_through_a_proxy(
    iface: FakeIface, fleet: Fleet, private_services: Services, secure_url: Tuple[str, str]
) -> None:
    """From nothing to a connection that works, page by page."""
    url, password = secure_url
    store, saved = ConnectionStore(), []
    with StubProxy(ProxyKind.SOCKS5) as stub, qgis_proxy("Socks5Proxy", "127.0.0.1", stub.port):
        wizard = FirstRun(store)
        wizard.saved.connect(lambda: saved.append(True))
        wizard.show()
        wizard.next()
        wizard.next()
        child(wizard, QLineEdit, "url").setText(url)
        child(wizard, QgsFileWidget, "ca").setFilePath(str(private_services.authority() / "ca.pem"))
        wizard.next()
        child(wizard, QLineEdit, "password").setText(password)
        wizard.next()
        verdict, steps = child(wizard, QLabel, "verdict"), child(wizard, QListWidget, "steps")
        end = time.monotonic() + PATIENCE
        while verdict.text() != "All is well.":
            lines = [steps.item(row).text() for row in range(steps.count())]
            assert time.monotonic() < end, f"{lines}\n{fleet.tail()}"
            # The worker may still be loading its model.
            if child(wizard, QPushButton, "test").isEnabled():
                child(wizard, QPushButton, "test").click()
            qgis_session.spin_until(lambda: verdict.isVisible(), PATIENCE)
        assert steps.count() == 7 and "SOCKS5 proxy" in steps.item(0).text()
        wizard.next()
        assert store.settings().password == password and not saved
        wizard.button(wizard.WizardButton.FinishButton).click()
        assert saved == [True]
