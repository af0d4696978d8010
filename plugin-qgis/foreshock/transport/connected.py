"""AMQP over a socket that is connected already: what pika would do to connect one is done."""

from __future__ import annotations

import socket
from functools import partial
from typing import Any, Callable, Type

from .._vendor.pika.adapters.select_connection import IOLoop, SelectConnection
from .._vendor.pika.adapters.utils.selector_ioloop_adapter import SelectorIOServicesAdapter


class ConnectedServices(SelectorIOServicesAdapter):
    """Gives a connection the one socket instead of the new one that it asks for; its time limits hold all the same."""

    def __init__(self, loop: IOLoop, sock: socket.socket) -> None:
        super().__init__(loop)
        self._connected = sock

    def getaddrinfo(self, host: str, port: int, on_done: Callable[..., None], *_: Any, **__: Any) -> Any:
        """Asks nobody: who is at the other end is settled."""
        sock = self._connected
        return self.call_later(0, partial(on_done, [(sock.family, sock.type, sock.proto, "", (host, port))]))

    def connect_socket(self, sock: socket.socket, resolved_addr: Any, on_done: Callable[..., None]) -> Any:
        return self.call_later(0, partial(on_done, None))

    def create_streaming_connection(
        self,
        protocol_factory: Any,
        sock: socket.socket,
        on_done: Any,
        ssl_context: Any = None,
        server_hostname: Any = None,
    ) -> Any:
        sock.close()
        return super().create_streaming_connection(
            protocol_factory, self._connected, on_done, ssl_context, server_hostname
        )


def connection_over(sock: socket.socket) -> Type[SelectConnection]:
    """The kind of connection that a ``BlockingConnection`` makes of this socket."""

    class OverSocket(SelectConnection):
        @classmethod
        def create_connection(
            cls, connection_configs: Any, on_done: Any, custom_ioloop: Any = None, workflow: Any = None
        ) -> Any:
            services = ConnectedServices(custom_ioloop or IOLoop(), sock)

            def factory(parameters: Any) -> SelectConnection:
                return cls(parameters, custom_ioloop=services, internal_connection_workflow=False)

            return cls._start_connection_workflow(connection_configs, factory, services, workflow, on_done)

    return OverSocket
