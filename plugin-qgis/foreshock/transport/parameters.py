"""How a connection to the broker is opened."""

from __future__ import annotations

from typing import Any, Optional

from .._vendor import pika
from ..core.broker_settings import BrokerSettings
from .tls import context

#: Seconds that a broker has for each step of the handshake.
CONNECT_SECONDS = 10.0
_HEARTBEAT_SECONDS = 60


def parameters(
    settings: BrokerSettings, name: str, blocked_seconds: Optional[float] = None
) -> pika.ConnectionParameters:
    """``name`` is what the operator sees. A broker that takes no messages ends the connection after
    ``blocked_seconds``, or is waited for."""
    credentials: Any = pika.PlainCredentials(settings.user, settings.password, erase_on_connect=False)
    if settings.external:
        credentials = pika.credentials.ExternalCredentials()
    return pika.ConnectionParameters(
        host=settings.host,
        port=settings.port,
        virtual_host=settings.vhost,
        credentials=credentials,
        heartbeat=_HEARTBEAT_SECONDS,
        blocked_connection_timeout=blocked_seconds,
        socket_timeout=CONNECT_SECONDS,
        stack_timeout=CONNECT_SECONDS * 1.5,
        ssl_options=pika.SSLOptions(context(settings), settings.host) if settings.tls else None,
        client_properties={"connection_name": name, "product": "Foreshock for QGIS"},
    )
