"""The proxy by which QGIS itself would reach a host, as its options and the system say. On the main thread."""

from __future__ import annotations

import ipaddress
from typing import List, Optional

from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from .core.broker_settings import Proxy, ProxyKind
from .core.errors import ForeshockError
from .stored_credentials import is_locked, load

_Type = QNetworkProxy.ProxyType
_KINDS = {_Type.HttpProxy: ProxyKind.HTTP, _Type.Socks5Proxy: ProxyKind.SOCKS5}
_CACHES = {_Type.HttpCachingProxy: "HttpCachingProxy", _Type.FtpCachingProxy: "FtpCachingProxy"}
#: How users write the hosts that QGIS reaches directly; QGIS compares the beginning of addresses.
_SCHEMES = ("amqps://", "amqp://", "https://", "http://", "")


def find_proxy(host: str, port: int) -> Optional[Proxy]:
    """The proxy for a host, or None for the direct way. Asks nobody: a login that is locked away is not in it."""
    if _is_this_machine(host) or _is_excluded(host, port):
        return None
    for answer in (*_for_url(host, port), *_for_socket(host, port)):
        kind = _KINDS.get(answer.type())
        if kind is not None and answer.hostName():
            return Proxy(kind, answer.hostName(), answer.port(), answer.user(), answer.password())
        if answer.type() in _CACHES:
            raise ForeshockError(
                _tr(
                    "QGIS goes through a proxy of the type “{type}”, which cannot carry a connection to a broker."
                ).format(type=_CACHES[answer.type()]),
                _tr(
                    "Choose the type HttpProxy or Socks5Proxy in QGIS (Settings → Options → Network), or exclude "
                    "{host} there."
                ).format(host=host),
            )
    return None


def proxy_for(host: str, port: int) -> Optional[Proxy]:
    """The same with its login. May ask for the master password, as QGIS does when its proxy has stored credentials."""
    proxy = find_proxy(host, port)
    if proxy is None or proxy.user or not _authcfg():
        return proxy
    config = load(_authcfg())
    if config is None or config.method() != "Basic":
        raise ForeshockError(
            _tr("The stored credentials of the proxy cannot be read."),
            _tr(
                "Unlock the authentication database, or choose credentials of the type “Basic” in QGIS: Settings → "
                "Options → Network."
            ),
        )
    return Proxy(proxy.kind, proxy.host, proxy.port, config.config("username"), config.config("password"))


def needs_unlock(host: str, port: int) -> bool:
    """Whether :func:`proxy_for` would ask for the master password."""
    if not (_authcfg() and is_locked()):
        return False
    try:
        proxy = find_proxy(host, port)
    except ForeshockError:
        return False  # it is refused without asking
    return proxy is not None and not proxy.user


def _for_url(host: str, port: int) -> List[QNetworkProxy]:
    """What QGIS would take for a web page of that host."""
    url = QUrl()
    url.setScheme("https")
    url.setHost(host)
    url.setPort(port)
    factory = QgsNetworkAccessManager.instance().proxyFactory()
    answers = list(factory.queryProxy(QNetworkProxyQuery(url))) if factory is not None else []
    # “Default” leaves it to the application.
    return [QNetworkProxy.applicationProxy() if each.type() == _Type.DefaultProxy else each for each in answers]


def _for_socket(host: str, port: int) -> List[QNetworkProxy]:
    """What the system names for connections that are no web pages, if QGIS follows the system."""
    if not QgsNetworkAccessManager.instance().useSystemProxy():
        return []
    query = QNetworkProxyQuery(host, port, "", QNetworkProxyQuery.QueryType.TcpSocket)
    return list(QNetworkProxyFactory.systemProxyForQuery(query))


def _is_excluded(host: str, port: int) -> bool:
    manager = QgsNetworkAccessManager.instance()
    beginnings = [each.strip().lower() for each in (*manager.noProxyList(), *manager.excludeList())]
    name = f"[{host}]" if ":" in host else host.lower()
    addresses = [f"{scheme}{name}{rest}" for scheme in _SCHEMES for rest in (f":{port}/", "/")]
    return any(address.startswith(each) for address in addresses for each in beginnings if each)


def _is_this_machine(host: str) -> bool:
    """Qt asks no proxy for these either."""
    if host == "localhost" or host.startswith("localhost."):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _authcfg() -> str:
    return str(QgsSettings().value("proxy/authcfg", "") or "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockProxy", text)
