"""A way through a proxy: a connected socket that leads to the broker as soon as the proxy has agreed.

It blocks the thread that asks for it, in slices: who is called off hears of it within a tenth of a second. The broker's
name is handed to the proxy, which resolves it; nothing here does.
"""

from __future__ import annotations

import errno
import queue
import selectors
import socket
import threading
import time
from typing import Any, Callable, List, Optional

from .._vendor.python_socks import ProxyType
from .._vendor.python_socks._abc import SyncResolver, SyncSocketStream
from .._vendor.python_socks._connectors.factory_sync import create_connector
from .._vendor.python_socks._protocols.errors import ReplyError
from ..core.broker_settings import BrokerSettings, Proxy, ProxyKind
from . import explain_proxy

#: A proxy has so long for each of the steps: its name, its port, its answer. Seconds.
STEP_SECONDS = 10.0
#: How often a step looks whether it is still wanted, seconds.
_SLICE = 0.1
#: The head of an HTTP answer is not longer, bytes.
_LONGEST_HEAD = 65536
_KINDS = {ProxyKind.HTTP: ProxyType.HTTP, ProxyKind.SOCKS5: ProxyType.SOCKS5}
#: What says that a connection is on its way; Windows has a name of its own.
_UNDER_WAY = (0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", errno.EWOULDBLOCK))


class CalledOff(Exception):
    """Nobody wants the way any more."""


class _ClosedByProxy(Exception):
    """The proxy has hung up in the middle."""


def open_tunnel(settings: BrokerSettings, is_cancelled: Callable[[], bool] = lambda: False) -> socket.socket:
    """A socket that leads to the broker of the settings through their proxy; it does not block.

    Raises :class:`CalledOff`, or a :class:`~..core.errors.BrokerError` that says what the proxy refuses.
    """
    proxy = settings.proxy
    if proxy is None:
        raise ValueError("these settings name no proxy")
    try:
        sock = _connect(proxy, is_cancelled)
    except OSError as error:
        raise explain_proxy.unreachable(proxy, error) from None
    try:
        _negotiate(sock, settings, proxy, is_cancelled)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        sock.close()
        raise
    return sock


class _Patience:
    """Waits, but neither for ever nor for nobody."""

    def __init__(self, is_cancelled: Callable[[], bool]) -> None:
        self._is_cancelled = is_cancelled
        self._end = time.monotonic() + STEP_SECONDS

    def look(self) -> None:
        """Raises when it is over."""
        if self._is_cancelled():
            raise CalledOff
        if time.monotonic() > self._end:
            raise TimeoutError("the proxy takes too long")

    def wait(self, sock: socket.socket, event: int) -> None:
        """Until the socket can be read or written."""
        with selectors.DefaultSelector() as selector:
            selector.register(sock, event)
            self.look()
            while not selector.select(_SLICE):
                self.look()


def _resolve(proxy: Proxy, patience: _Patience) -> List[Any]:
    """The proxy's addresses. The system's resolver cannot be interrupted, so a thread of its own waits for it."""
    found: queue.Queue[Any] = queue.Queue()

    def ask() -> None:
        try:
            found.put(socket.getaddrinfo(proxy.host, proxy.port, type=socket.SOCK_STREAM))
        except OSError as error:
            found.put(error)
        except UnicodeError as error:  # no name at all
            found.put(socket.gaierror(socket.EAI_NONAME, str(error)))

    threading.Thread(target=ask, name="foreshock-resolver", daemon=True).start()
    while True:
        try:
            answer = found.get(timeout=_SLICE)
        except queue.Empty:
            patience.look()
            continue
        if isinstance(answer, OSError):
            raise answer
        return answer


def _connect(proxy: Proxy, is_cancelled: Callable[[], bool]) -> socket.socket:
    failure: Optional[OSError] = None
    for family, kind, protocol, _, address in _resolve(proxy, _Patience(is_cancelled)):
        sock = socket.socket(family, kind, protocol)
        try:
            sock.setblocking(False)
            code = sock.connect_ex(address)
            if code in _UNDER_WAY:
                _Patience(is_cancelled).wait(sock, selectors.EVENT_WRITE)
                code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if code:
                raise OSError(code, "the proxy cannot be reached")
            return sock
        except OSError as error:
            sock.close()
            failure = error
        except CalledOff:
            sock.close()
            raise
    raise failure or OSError(errno.EADDRNOTAVAIL, "the proxy has no address")


class _Stream(SyncSocketStream):
    """What the library speaks through; keeps what the proxy has said."""

    def __init__(self, sock: socket.socket, patience: _Patience) -> None:
        self._sock = sock
        self._patience = patience
        self.said = b""

    def write(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            self._patience.wait(self._sock, selectors.EVENT_WRITE)
            rest = rest[self._sock.send(rest) :]

    def read(self, max_bytes: int = _LONGEST_HEAD) -> bytes:
        """The head of an HTTP answer, and not a byte more: what follows is the broker's."""
        while not self.said.endswith((b"\r\n\r\n", b"\n\n")) and len(self.said) < max_bytes:
            self.read_exactly(1)
        return self.said

    def read_exactly(self, n: int) -> bytes:
        got = b""
        while len(got) < n:
            self._patience.wait(self._sock, selectors.EVENT_READ)
            part = self._sock.recv(n - len(got))
            if not part:
                raise _ClosedByProxy
            got += part
            self.said += part
        return got


def _negotiate(sock: socket.socket, settings: BrokerSettings, proxy: Proxy, is_cancelled: Callable[[], bool]) -> None:
    stream = _Stream(sock, _Patience(is_cancelled))
    place = f"{settings.host}:{settings.port}"
    try:
        # rdns: the proxy resolves the broker's name.
        connector = create_connector(
            _KINDS[proxy.kind], proxy.user or None, proxy.password, rdns=True, resolver=SyncResolver()
        )
        host = settings.host if settings.host.isascii() else settings.host.encode("idna").decode()
        connector.connect(stream, host, settings.port)
    except ReplyError as error:
        raise explain_proxy.refused(proxy, place, stream.said, error.error_code) from None
    except (_ClosedByProxy, ConnectionError):
        raise explain_proxy.hung_up(proxy, place, stream.said) from None
    except TimeoutError:
        raise explain_proxy.silent(proxy, place) from None
    except ValueError:
        # UnicodeError is one: the ways of logging in know few letters and no long words.
        raise explain_proxy.unspeakable_login(proxy) from None
