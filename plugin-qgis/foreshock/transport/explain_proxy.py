"""What a proxy's refusal means for the user: the fact in plain words, then the remedy."""

from __future__ import annotations

import re
import socket
from typing import List, Optional

from ..core import words
from ..core.broker_settings import Proxy, ProxyKind
from ..core.errors import BrokerError

#: Answers of an HTTP proxy that does not want, or does not know how, to open a way.
_NOT_ALLOWED = (400, 401, 403, 405, 451, 501)
_WANTS_LOGIN = 407
#: Answers of SOCKS5 (RFC 1928, section 6).
_SOCKS_NOT_ALLOWED, _SOCKS_REFUSED = 2, 5
_SOCKS_NOT_REACHED = (3, 4, 6)
_SOCKS_UNKNOWN = (7, 8)
#: Ways of logging in at a SOCKS5 proxy (RFC 1928, section 3; RFC 1929).
_SOCKS5, _BY_TICKET, _BY_PASSWORD, _BY_NOTHING_OFFERED = 5, 1, 2, 0xFF


def unreachable(proxy: Proxy, error: OSError) -> BrokerError:
    """There is no connection to the proxy itself."""
    hint = _tr("Check the proxy in QGIS: Settings → Options → Network.")
    if isinstance(error, socket.gaierror):
        return BrokerError(_tr("There is no host “{host}”, which is to be the proxy.").format(host=proxy.host), hint)
    if isinstance(error, (TimeoutError, socket.timeout)):
        return BrokerError(_tr("{proxy} does not answer in time.").format(proxy=_name(proxy)), hint)
    return BrokerError(_tr("{proxy} does not answer.").format(proxy=_name(proxy)), hint)


def silent(proxy: Proxy, place: str) -> BrokerError:
    return BrokerError(
        _tr("{proxy} takes the connection, but does not say in time whether it opens the way to {place}.").format(
            proxy=_name(proxy), place=place
        ),
        _tr(
            "Check the type and the port of the proxy in QGIS's options (Network) and the address of the broker. If "
            "they are right, ask your network administrator."
        ),
    )


def hung_up(proxy: Proxy, place: str, said: bytes) -> BrokerError:
    """The proxy has ended the connection before it agreed; ``said`` is what it said until then."""
    if proxy.kind is ProxyKind.SOCKS5 and said == bytes([_SOCKS5, _BY_PASSWORD]):
        # Some say no by hanging up.
        return _wrong_login(proxy)
    return BrokerError(
        _tr("{proxy} ends the connection without opening the way to {place}.").format(proxy=_name(proxy), place=place),
        _tr(
            "Check the type of the proxy in QGIS's options (Network). If it is right, ask your network administrator "
            "whether the proxy lets connections to {place} through."
        ).format(place=place),
    )


def refused(proxy: Proxy, place: str, said: bytes, code: Optional[int]) -> BrokerError:
    """The proxy says no; ``said`` is its answer, ``code`` the number in it if there is one."""
    if proxy.kind is ProxyKind.HTTP:
        return _no_proxy(proxy) if code is None else _by_http(proxy, place, said, int(code))
    return _by_socks(proxy, place, said, code)


def unspeakable_login(proxy: Proxy) -> BrokerError:
    return BrokerError(
        _tr(
            "The user name or the password for {proxy} cannot be sent to it: it is too long, or has letters that "
            "proxies do not know."
        ).format(proxy=proxy.label()),
        _tr("Ask your network administrator for another password."),
        permanent=True,
    )


def _by_http(proxy: Proxy, place: str, said: bytes, code: int) -> BrokerError:
    if code == _WANTS_LOGIN:
        offered = _ways_to_log_in(said)
        if offered and "basic" not in [each.lower() for each in offered]:
            return _windows_login(proxy, place, ", ".join(offered))
        return _wrong_login(proxy) if proxy.user else _no_login(proxy)
    if code in _NOT_ALLOWED:
        return _not_allowed(proxy, place, f" ({_status(said)})")
    return _not_reached(proxy, place, f" ({_status(said)})")


def _by_socks(proxy: Proxy, place: str, said: bytes, code: Optional[int]) -> BrokerError:
    if said[:1] != bytes([_SOCKS5]):
        return _no_proxy(proxy)
    if code is None:
        way = said[1] if len(said) > 1 else None
        if way == _BY_PASSWORD and len(said) >= 4:
            return _wrong_login(proxy)
        if way == _BY_NOTHING_OFFERED:
            return _other_login(proxy, place) if proxy.user and proxy.password else _no_login(proxy)
        if way == _BY_TICKET:
            return _windows_login(proxy, place, "GSSAPI")
        return _no_proxy(proxy)
    if code == _SOCKS_NOT_ALLOWED:
        return _not_allowed(proxy, place, "")
    if code == _SOCKS_REFUSED:
        return BrokerError(
            _tr("Nothing answers at {place}, says {proxy}.").format(place=place, proxy=proxy.label()),
            _tr("Is the broker running, and is the address right?"),
        )
    if code in _SOCKS_NOT_REACHED:
        return _not_reached(proxy, place, "")
    if code in _SOCKS_UNKNOWN:
        return _not_allowed(proxy, place, "")
    return BrokerError(
        _tr("{proxy} has a failure of its own and opens no way to {place}.").format(proxy=_name(proxy), place=place),
        _tr("Tell your network administrator if it lasts."),
    )


def _not_allowed(proxy: Proxy, place: str, status: str) -> BrokerError:
    return BrokerError(
        _tr("{proxy} does not let connections to {place} through{status}.").format(
            proxy=_name(proxy), place=place, status=status
        ),
        _tr("Ask your network administrator to allow CONNECT to {place}.").format(place=place),
        permanent=True,
    )


def _not_reached(proxy: Proxy, place: str, status: str) -> BrokerError:
    return BrokerError(
        _tr("{proxy} cannot reach {place}{status}.").format(proxy=_name(proxy), place=place, status=status),
        _tr("Is the address of the broker right? If it is, ask the operator, or your network administrator."),
    )


def _no_login(proxy: Proxy) -> BrokerError:
    return BrokerError(
        _tr("{proxy} wants a user and a password.").format(proxy=_name(proxy)),
        _tr("Fill them in where QGIS keeps its proxy: Settings → Options → Network."),
        permanent=True,
    )


def _wrong_login(proxy: Proxy) -> BrokerError:
    return BrokerError(
        _tr("{proxy} refuses the user “{user}” with this password.").format(proxy=_name(proxy), user=proxy.user),
        _tr("Check both where QGIS keeps its proxy: Settings → Options → Network."),
        permanent=True,
    )


def _windows_login(proxy: Proxy, place: str, ways: str) -> BrokerError:
    message = _tr("{proxy} lets in only who logs in by {ways}, which Foreshock cannot.")
    return _unknown_login(message.format(proxy=_name(proxy), ways=ways), place)


def _other_login(proxy: Proxy, place: str) -> BrokerError:
    return _unknown_login(_tr("{proxy} takes no login by user and password.").format(proxy=_name(proxy)), place)


def _unknown_login(message: str, place: str) -> BrokerError:
    return BrokerError(
        message,
        _tr(
            "Ask your network administrator for a user and a password (“Basic”) at the proxy, or to let connections to "
            "{place} through without a login."
        ).format(place=place),
        permanent=True,
    )


def _no_proxy(proxy: Proxy) -> BrokerError:
    return BrokerError(
        _tr("What answers at {host}:{port} is no {kind} proxy.").format(
            host=proxy.host, port=proxy.port, kind=proxy.kind.value
        ),
        _tr("Check the type and the port of the proxy in QGIS: Settings → Options → Network."),
    )


def _ways_to_log_in(said: bytes) -> List[str]:
    """The schemes of all ``Proxy-Authenticate`` lines."""
    head = said.decode("latin-1")
    return re.findall(r"^proxy-authenticate:\s*([A-Za-z0-9_-]+)", head, re.MULTILINE | re.IGNORECASE)


def _status(said: bytes) -> str:
    """Number and words of the first line."""
    line = said.decode("latin-1").splitlines()[0]
    return " ".join(line.split()[1:])[:80]


def _name(proxy: Proxy) -> str:
    """The proxy at the beginning of a sentence."""
    label = proxy.label()
    return label[:1].upper() + label[1:]


def _tr(text: str) -> str:
    return words.translate("ForeshockExplainProxy", text)
