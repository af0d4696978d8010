"""The client that belongs to the settings."""

from __future__ import annotations

from ..core.broker_settings import LocalSettings, Settings
from .amqp import AmqpClient
from .client import Client, Listener
from .local import LocalClient


def open_client(settings: Settings, client_id: str, listener: Listener) -> Client:
    """A client that is not started yet. ``client_id`` names it at a broker and must be its own."""
    if isinstance(settings, LocalSettings):
        return LocalClient(settings, listener)
    return AmqpClient(settings, client_id, listener)
