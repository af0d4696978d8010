"""Proxies of a test: HTTP CONNECT and SOCKS5, with or without a login, and such that refuse. They count what passes through
them, so that a test shows that a connection went this way."""

from __future__ import annotations

import base64
import selectors
import socket
import socketserver
import threading
from typing import Any, List, Optional

from foreshock.core.broker_settings import Proxy, ProxyKind

#: A name that only the proxies know; it is this machine.
BROKER = "broker.foreshock.test"


class StubProxy:
    """Runs as long as the ``with`` block."""

    def __init__(
        self,
        kind: ProxyKind,
        user: str = "",
        password: str = "",
        *,
        offers: str = "Basic",
        answer: Optional[bytes] = None,
        hangs: bool = False,
        port: int = 0,
    ) -> None:
        """``answer`` is said instead of opening the way (to the request, not to a login), nothing for an end without a
        word. A proxy that ``hangs`` takes connections and says nothing. ``offers`` are the ways of logging in that an HTTP
        proxy names, by commas; one for SOCKS5 may offer ``GSSAPI`` or ``nothing``."""
        self.kind = kind
        self.user = user
        self.password = password
        self.offers = offers
        self.answer = answer
        self.hangs = hangs
        #: Hosts and ports to which a way was asked for.
        self.asked: List[str] = []
        #: Bytes that went through to the broker and back.
        self.sent = 0
        self.received = 0
        #: Set when a client is here.
        self.has_called = threading.Event()
        self._ended = threading.Event()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.stub = self

    def __enter__(self) -> StubProxy:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    def proxy(self, user: str = "", password: str = "") -> Proxy:
        """It, as the plugin knows it."""
        return Proxy(self.kind, "127.0.0.1", self.port, user, password)

    # On a thread for each connection ------------------------------------------------------------------------------

    def serve(self, client: socket.socket) -> None:
        self.has_called.set()
        if self.hangs:
            self._ended.wait()
            return
        target = self._by_http(client) if self.kind is ProxyKind.HTTP else self._by_socks(client)
        if target is not None:
            self._pass(client, target)

    def _by_http(self, client: socket.socket) -> Optional[socket.socket]:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += _exactly(client, 1)
        lines = head.decode("latin-1").splitlines()
        method, place, _ = lines[0].split()
        assert method == "CONNECT"
        fields = dict(line.split(": ", 1) for line in lines[1:] if line)
        login = base64.b64encode(f"{self.user}:{self.password}".encode("latin-1")).decode()
        if self.user and fields.get("Proxy-Authorization") != f"Basic {login}":
            ways = "".join(f"Proxy-Authenticate: {each.strip()}\r\n" for each in self.offers.split(","))
            client.sendall(
                b"HTTP/1.1 407 Proxy Authentication Required\r\n" + ways.encode() + b"Content-Length: 0\r\n\r\n"
            )
            return None
        host, port = place.rsplit(":", 1)
        self.asked.append(place)
        if self.answer is not None:
            client.sendall(self.answer)
            return None
        target = _connect(host, int(port))
        # In two parts, as it may come from a network.
        client.sendall(b"HTTP/1.1 200 Connection esta")
        client.sendall(b"blished\r\nVia: a proxy of a test\r\n\r\n")
        return target

    def _by_socks(self, client: socket.socket) -> Optional[socket.socket]:
        version, count = _exactly(client, 2)
        assert version == 5
        methods = _exactly(client, count)
        wanted = 2 if self.user else 0
        if self.offers == "GSSAPI":
            client.sendall(b"\x05\x01")
            return None
        if wanted not in methods or self.offers == "nothing":
            client.sendall(b"\x05\xff")
            return None
        client.sendall(bytes([5, wanted]))
        if self.user:
            _, length = _exactly(client, 2)
            user = _exactly(client, length)
            password = _exactly(client, _exactly(client, 1)[0])
            good = (user, password) == (self.user.encode(), self.password.encode())
            client.sendall(b"\x01\x00" if good else b"\x01\x01")
            if not good:
                return None
        _, command, _, kind = _exactly(client, 4)
        assert command == 1
        is_name = kind == 3
        host = _exactly(client, _exactly(client, 1)[0]).decode() if is_name else socket.inet_ntoa(_exactly(client, 4))
        port = int.from_bytes(_exactly(client, 2), "big")
        self.asked.append(f"{host}:{port}")
        if self.answer is not None:
            client.sendall(self.answer)
            return None
        target = _connect(host, port)
        client.sendall(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")
        return target

    def _pass(self, client: socket.socket, target: socket.socket) -> None:
        with target, selectors.DefaultSelector() as selector:
            selector.register(client, selectors.EVENT_READ, target)
            selector.register(target, selectors.EVENT_READ, client)
            while not self._ended.is_set():
                for key, _ in selector.select(0.05):
                    data = key.fileobj.recv(65536)
                    if not data:
                        return
                    key.data.sendall(data)
                    if key.fileobj is client:
                        self.sent += len(data)
                    else:
                        self.received += len(data)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    stub: Any


class _Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        try:
            self.server.stub.serve(self.request)
        except OSError:
            pass  # one of the two has ended


def _exactly(sock: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        part = sock.recv(count - len(data))
        if not part:
            raise ConnectionResetError
        data += part
    return data


def _connect(host: str, port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1" if host == BROKER else host, port))
