"""What the broker's refusals mean for the user."""

from __future__ import annotations

import socket
import ssl

from .._vendor.pika import exceptions as amqp
from ..core.broker_settings import BrokerSettings
from ..core.errors import BrokerError, ForeshockError, QueueFull


def explain(error: BaseException, settings: BrokerSettings) -> ForeshockError:
    """A failure of the connection in plain words, with the remedy."""
    if isinstance(error, ForeshockError):
        return error
    place = f"{settings.host}:{settings.port}"
    root = _root(error)
    if isinstance(error, amqp.ProbableAuthenticationError) or "ACCESS_REFUSED - Login" in str(error):
        return BrokerError(
            f"The broker at {place} refuses the user “{settings.user}” with this password.",
            "Check both in the connection settings.",
            permanent=True,
        )
    if isinstance(error, amqp.ProbableAccessDeniedError) or _code(error) == 530:
        return BrokerError(
            f"The user “{settings.user}” may not enter “{settings.vhost}” at {place}, or it does not exist.",
            "Check the part after the last slash of the broker address, or ask the operator.",
            permanent=True,
        )
    if isinstance(root, ssl.SSLCertVerificationError):
        return BrokerError(
            f"The certificate of {place} is not trusted: {root.verify_message}.",
            "Ask the operator for the certificate authority, or check the host name.",
            permanent=True,
        )
    if isinstance(root, ssl.SSLError):
        return BrokerError(f"{place} does not speak TLS as expected ({root.reason}).", "Check port and scheme.")
    if isinstance(root, socket.gaierror):
        return BrokerError(f"There is no host “{settings.host}”.", "Check the broker address and the network.")
    if isinstance(root, (ConnectionRefusedError, TimeoutError, socket.timeout)):
        return BrokerError(f"Nothing answers at {place}.", "Is the broker running, and is the address right?")
    if isinstance(error, amqp.ChannelClosedByBroker):
        return _channel(error, settings)
    return BrokerError(f"The connection to {place} failed: {root or error!r}.", "It is tried again.")


def _channel(error: amqp.ChannelClosedByBroker, settings: BrokerSettings) -> BrokerError:
    if error.reply_code == 404:
        hint = "Ask the operator to run “foreshock topology declare”."
        return BrokerError(f"The broker lacks what Foreshock needs: {error.reply_text}.", hint, permanent=True)
    if error.reply_code == 403:
        hint = "Ask the operator for the permissions of a client."
        message = f"The user “{settings.user}” may not do this: {error.reply_text}."
        return BrokerError(message, hint, permanent=True)
    return BrokerError(f"The broker closed the channel: {error.reply_code} {error.reply_text}.", "It is tried again.")


def unroutable(what: str) -> BrokerError:
    return BrokerError(f"Nobody takes {what} at this broker.", "Ask the operator to run “foreshock topology declare”.")


def queue_full() -> QueueFull:
    return QueueFull("The queue is full: the broker takes no more jobs now.", "Try again when some are done.")


def _code(error: BaseException) -> int:
    return getattr(error, "reply_code", 0)


def _root(error: BaseException) -> BaseException:
    """The innermost cause: pika wraps the socket's own error several times."""
    seen = set()
    while id(error) not in seen:
        seen.add(id(error))
        inner = next((arg for arg in error.args if isinstance(arg, BaseException)), None)
        for name in ("exceptions", "exception"):
            wrapped = getattr(error, name, None)
            if isinstance(wrapped, BaseException):
                inner = wrapped
            elif isinstance(wrapped, (list, tuple)) and wrapped:
                inner = wrapped[-1]
        error = inner or error.__cause__ or error
    return error
