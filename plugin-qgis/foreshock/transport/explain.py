"""What a failure of the connection means for the user: the fact in plain words, then the remedy."""

from __future__ import annotations

import re
import socket
import ssl

from .._vendor.pika import exceptions as amqp
from .._vendor.pika.adapters.utils.connection_workflow import AMQPConnectorException, AMQPConnectorStackTimeout
from ..core.broker_settings import BrokerSettings
from ..core.errors import BrokerError, ForeshockError

#: What pika and the network raise, and :func:`explain` words.
CONNECTION_ERRORS = (amqp.AMQPError, AMQPConnectorException, OSError)
_TOPOLOGY = "Ask the operator to run “foreshock topology apply”."
#: OpenSSL's codes of failed verifications (``X509_V_ERR_…``).
_EXPIRED, _NOT_YET_VALID, _WRONG_HOST, _WRONG_ADDRESS = 10, 9, 62, 64


def explain(error: BaseException, settings: BrokerSettings) -> ForeshockError:
    """A failure of the connection in plain words, with the remedy."""
    if isinstance(error, ForeshockError):
        return error
    place = f"{settings.host}:{settings.port}"
    root = _root(error)
    if isinstance(
        error, (amqp.ProbableAuthenticationError, amqp.AuthenticationError)
    ) or "ACCESS_REFUSED - Login" in str(error):
        return _login(settings, place)
    if isinstance(error, amqp.ProbableAccessDeniedError) or _code(error) == 530:
        return _vhost(error, settings, place)
    if isinstance(root, ssl.SSLCertVerificationError):
        return _certificate(root, place)
    if isinstance(root, ssl.SSLError):
        if "ALERT" in str(root.reason):
            return BrokerError(
                f"{place} refuses our certificate ({_words(root)}).",
                "Choose a client certificate (“PKI-Paths”) that this broker knows in the connection settings.",
                permanent=True,
            )
        return BrokerError(f"{place} does not speak TLS as expected ({_words(root)}).", "Check port and scheme.")
    if isinstance(root, socket.gaierror):
        return BrokerError(f"There is no host “{settings.host}”.", "Check the broker address and the network.")
    if isinstance(root, (TimeoutError, socket.timeout)):
        hint = (
            "Is the address right? A firewall may stop AMQP, which passes no web proxy: ask for this port to be opened."
        )
        return BrokerError(f"Nothing answers at {place} in time.", hint)
    if isinstance(root, ConnectionRefusedError):
        return BrokerError(f"Nothing answers at {place}.", "Is the broker running, and is the address right?")
    # pika itself ends an opening that takes too long.
    if isinstance(root, (AMQPConnectorStackTimeout, amqp.ConnectionOpenAborted)):
        hint = "Check the port. If it is right, the broker is overloaded: tell the operator."
        return BrokerError(f"{place} takes the connection, but says nothing as a broker would.", hint)
    if isinstance(error, amqp.ChannelClosedByBroker):
        return _channel(error, settings)
    if isinstance(error, amqp.ConnectionBlockedTimeout):
        return blocked("short of memory or disk")
    again = "It is tried again by itself; nothing is lost."
    if _code(error) == 320:
        return BrokerError(f"The broker at {place} was stopped, or an operator closed the connection.", again)
    if isinstance(root, (amqp.StreamLostError, amqp.AMQPHeartbeatTimeout, ConnectionError)):
        return BrokerError(f"The connection to {place} was lost.", again)
    if isinstance(root, amqp.IncompatibleProtocolError):
        return BrokerError(f"What answers at {place} is no AMQP broker.", "Check the port: amqps:// has 5671 mostly.")
    return BrokerError(f"The connection to {place} failed: {root or error!r}.", "It is tried again.")


def _login(settings: BrokerSettings, place: str) -> BrokerError:
    if settings.external:
        return BrokerError(
            f"The broker at {place} does not let the client certificate in.",
            "Ask the operator whether logins by certificate (EXTERNAL) are on, and for which name.",
            permanent=True,
        )
    return BrokerError(
        f"The broker at {place} refuses the user “{settings.user}” with this password.",
        "Check both in the connection settings.",
        permanent=True,
    )


def _vhost(error: BaseException, settings: BrokerSettings, place: str) -> BrokerError:
    if "limit" in str(error):
        return BrokerError(
            f"The user “{settings.user}” has as many connections at {place} as the operator allows.",
            "Close another QGIS that uses it, or ask the operator.",
        )
    return BrokerError(
        f"The user “{settings.user}” may not enter “{settings.vhost}” at {place}, or it does not exist.",
        "Check the part after the last slash of the broker address, or ask the operator.",
        permanent=True,
    )


def _certificate(error: ssl.SSLCertVerificationError, place: str) -> BrokerError:
    hint = "Give the operator's certificate authority as the CA file of the connection, or add it in QGIS's options."
    if error.verify_code in (_EXPIRED, _NOT_YET_VALID):
        hint = "Check this computer's clock; if it is right, ask the operator to renew the certificate."
    elif error.verify_code in (_WRONG_HOST, _WRONG_ADDRESS):
        hint = "Write the host as the certificate names it, or ask the operator for a certificate of this name."
    return BrokerError(
        f"The certificate of {place} is not trusted: {error.verify_message.rstrip('.')}.", hint, permanent=True
    )


def _channel(error: amqp.ChannelClosedByBroker, settings: BrokerSettings) -> BrokerError:
    code, text = error.reply_code, error.reply_text
    if code == 404:
        return BrokerError(f"The broker lacks what Foreshock needs: {text}.", _TOPOLOGY, permanent=True)
    known_as = re.search("refused for user '([^']*)'", text)
    if code == 403 and known_as is not None and known_as[1] != settings.user:
        return _other_name(settings, f" but as “{known_as[1]}”")
    if code == 403:
        hint = "Ask the operator for the permissions of a client."
        return BrokerError(f"The user “{settings.user}” may not do this: {text}.", hint, permanent=True)
    if is_still_held(error):
        hint = "It does within two minutes; it is tried again by itself, and nothing is lost."
        return BrokerError("The broker has not noticed yet that the last connection of this QGIS ended.", hint)
    if code == 406 and "user_id" in text:
        return _other_name(settings)
    if code == 406 and "larger than" in text:
        hint = "Ask the operator to raise max_message_size to 9 MiB at least."
        return BrokerError(f"The broker does not take messages as large as a tile: {text}.", hint, permanent=True)
    if code == 406 and "inequivalent" in text:
        hint = "Ask the operator to delete the old queue; plugin and fleet may be of different versions."
        return BrokerError(f"A queue at the broker is not as expected: {text}.", hint, permanent=True)
    return BrokerError(f"The broker closed the channel: {code} {text}.", "It is tried again.")


def is_still_held(error: BaseException) -> bool:
    """Whether the queues of this client are those of a connection that is dead, which the broker learns by a missed
    heartbeat: the network changed, or the computer was cut off."""
    return isinstance(error, amqp.ChannelClosedByBroker) and error.reply_code == 405


def _other_name(settings: BrokerSettings, name: str = "") -> BrokerError:
    hint = "Write in the broker address the name under which the broker knows you."
    return BrokerError(f"The broker does not know you as “{settings.user}”{name}.", hint, permanent=True)


def unroutable(what: str) -> BrokerError:
    return BrokerError(f"Nobody takes {what} at this broker.", _TOPOLOGY)


def queue_full() -> BrokerError:
    hint = "Your tiles wait here and go out by themselves when others are done."
    return BrokerError("The queue is full: the broker takes no more jobs now.", hint)


def too_late() -> BrokerError:
    return BrokerError("The broker took no jobs until the request's time was over.", "Run the simulation again.")


def nobody_answers() -> BrokerError:
    hint = "Is a worker running? “foreshock doctor” on its machine tells."
    return BrokerError("The broker is there, but no worker answers.", hint)


def unreadable_answer(error: ForeshockError) -> BrokerError:
    hint = "Plugin and fleet may be of different versions."
    return BrokerError(f"The answer about what can be done cannot be read ({error.message}).", hint)


def blocked(reason: str) -> BrokerError:
    """``reason`` is the broker's own, such as “low on memory”."""
    lacks = " or ".join(lack for lack in ("memory", "disk") if lack in reason.lower())
    message = f"The broker is short of {lacks}" if lacks else f"The broker has paused ({reason})"
    hint = "Your tiles wait here and go out by themselves; tell the operator if it lasts."
    return BrokerError(f"{message} and takes no jobs for now.", hint)


def closed() -> BrokerError:
    return BrokerError("The connection was closed.", "Run the simulation again.")


def _words(error: ssl.SSLError) -> str:
    return str(error.reason or error).replace("_", " ").lower()


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
