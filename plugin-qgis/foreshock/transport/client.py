"""What the plugin needs of whoever does the work: a fleet behind a broker, or a process on this machine."""

from __future__ import annotations

from concurrent.futures import Future
from enum import Enum
from typing import Any, Optional, Protocol
from uuid import UUID

from ..core.errors import ForeshockError
from ..core.messages import Job


class State(Enum):
    """State of the connection."""

    CONNECTING = "connecting"
    CONNECTED = "connected"
    #: Connected, but the other side takes no jobs for now; they wait and go out by themselves.
    BLOCKED = "blocked"
    RECONNECTING = "reconnecting"
    FAILED = "failed"
    CLOSED = "closed"


class Listener:
    """Who hears of what arrives. Called on the client's own thread: be short, touch no widget."""

    def on_state(self, state: State, error: Optional[ForeshockError]) -> None:
        """The connection changed."""

    def on_caught_up(self) -> None:
        """After the state became connected: the outcomes that waited on the other side have arrived."""

    def on_outcome(self, body: bytes) -> None:
        """An outcome arrived. It is acknowledged when this returns, and comes again after a reconnect when it
        raises."""

    def on_event(self, body: bytes) -> None:
        """A tile made progress."""


class Client(Protocol):
    """A connection that lasts from :meth:`start` to :meth:`close`; any thread may call."""

    def start(self) -> None: ...

    def is_alive(self) -> bool: ...

    def close(self, timeout: float = 5.0) -> None:
        """Ends the connection; what is not published yet fails."""

    def publish(self, job: Job) -> Future:
        """Sends one tile. The future ends when it is safe with the other side."""

    def cancel(self, job_id: UUID) -> Future:
        """Tells that nobody wants a request any more."""

    def capabilities(self) -> Future:
        """Asks what the other side can do; the future gives :class:`~..core.messages.Capabilities`."""


def succeed(future: Future, value: Any) -> None:
    """Ends a future well, unless it has ended."""
    if not future.done() and future.set_running_or_notify_cancel():
        future.set_result(value)


def fail(future: Future, error: ForeshockError) -> None:
    """Ends a future with an error, unless it has ended."""
    if not future.done() and future.set_running_or_notify_cancel():
        future.set_exception(error)
