"""What a failure of the connection means for the user: the fact in plain words, then the remedy."""

from __future__ import annotations

import re
import socket
import ssl

from .._vendor.pika import exceptions as amqp
from .._vendor.pika.adapters.utils.connection_workflow import AMQPConnectorException, AMQPConnectorStackTimeout
from ..core import words
from ..core.broker_settings import BrokerSettings
from ..core.errors import BrokerError, ForeshockError

#: What pika and the network raise, and :func:`explain` words.
CONNECTION_ERRORS = (amqp.AMQPError, AMQPConnectorException, OSError)
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
        return _certificate(root, settings, place)
    if isinstance(root, ssl.SSLError):
        return _encryption(root, settings, place)
    if isinstance(root, socket.gaierror):
        return BrokerError(
            _tr("There is no host “{host}”.").format(host=settings.host),
            _tr("Check the broker address and the network."),
        )
    if isinstance(root, (TimeoutError, socket.timeout)):
        return BrokerError(
            _tr("Nothing answers at {place} in time.").format(place=place),
            _tr(
                "Is the address right? A firewall may stop AMQP: ask for this port to be opened, or for a proxy, and "
                "set that in QGIS's options (Network)."
            ),
        )
    if isinstance(root, ConnectionRefusedError):
        return BrokerError(
            _tr("Nothing answers at {place}.").format(place=place),
            _tr("Is the broker running, and is the address right?"),
        )
    # pika itself ends an opening that takes too long.
    if isinstance(root, (AMQPConnectorStackTimeout, amqp.ConnectionOpenAborted)):
        return BrokerError(
            _tr("{place} takes the connection, but says nothing as a broker would.").format(place=place),
            _tr("Check the port. If it is right, the broker is overloaded: tell the operator."),
        )
    if isinstance(error, amqp.ChannelClosedByBroker):
        return _channel(error, settings)
    if isinstance(error, amqp.ConnectionBlockedTimeout):
        return blocked("short of memory or disk")
    again = _tr("It is tried again by itself; nothing is lost.")
    if _code(error) == 320:
        return BrokerError(
            _tr("The broker at {place} was stopped, or an operator closed the connection.").format(place=place), again
        )
    if isinstance(root, (amqp.StreamLostError, amqp.AMQPHeartbeatTimeout, ConnectionError)):
        return BrokerError(_tr("The connection to {place} was lost.").format(place=place), again)
    if isinstance(root, amqp.IncompatibleProtocolError):
        return _no_broker(settings, place)
    return BrokerError(
        _tr("The connection to {place} failed: {reason}.").format(place=place, reason=root or repr(error)),
        _tr("It is tried again."),
    )


def _login(settings: BrokerSettings, place: str) -> BrokerError:
    if settings.external:
        return BrokerError(
            _tr("The broker at {place} does not let the client certificate in.").format(place=place),
            _tr("Ask the operator whether logins by certificate (EXTERNAL) are on, and for which name."),
            permanent=True,
        )
    return BrokerError(
        _tr("The broker at {place} refuses the user “{user}” with this password.").format(
            place=place, user=settings.user
        ),
        _tr("Check both in the connection settings."),
        permanent=True,
    )


def _vhost(error: BaseException, settings: BrokerSettings, place: str) -> BrokerError:
    if "limit" in str(error):
        return BrokerError(
            _tr("The user “{user}” has as many connections at {place} as the operator allows.").format(
                user=settings.user, place=place
            ),
            _tr("Close another QGIS that uses it, or ask the operator."),
        )
    return BrokerError(
        _tr("The user “{user}” may not enter “{vhost}” at {place}, or it does not exist.").format(
            user=settings.user, vhost=settings.vhost, place=place
        ),
        _tr("Check the part after the last slash of the broker address, or ask the operator."),
        permanent=True,
    )


def _certificate(error: ssl.SSLCertVerificationError, settings: BrokerSettings, place: str) -> BrokerError:
    if error.verify_code in (_EXPIRED, _NOT_YET_VALID):
        hint = _tr("Check this computer's clock; if it is right, ask the operator to renew the certificate.")
    elif error.verify_code in (_WRONG_HOST, _WRONG_ADDRESS):
        hint = _tr("Write the host as the certificate names it, or ask the operator for a certificate of this name.")
    else:
        hint = _tr(
            "Give the operator's certificate authority as the CA file of the connection, or add it in QGIS's options."
        )
        if settings.proxy is not None:
            hint += " " + _tr(
                "If it works without the proxy, the proxy opens encrypted connections: ask your network administrator "
                "to leave this one alone."
            )
    return BrokerError(
        _tr("The certificate of {place} is not trusted: {reason}.").format(
            place=place, reason=error.verify_message.rstrip(".")
        ),
        hint,
        permanent=True,
    )


def _encryption(error: ssl.SSLError, settings: BrokerSettings, place: str) -> BrokerError:
    if "ALERT" in str(error.reason):
        return BrokerError(
            _tr("{place} refuses our certificate ({reason}).").format(place=place, reason=_words(error)),
            _tr("Choose a client certificate that this broker knows in the connection settings."),
            permanent=True,
        )
    hint = _tr("Check port and scheme.")
    if settings.proxy is not None:
        hint += " " + _tr("Ask whether {proxy} lets other things than web pages through.").format(
            proxy=settings.proxy.label()
        )
    return BrokerError(
        _tr("{place} does not speak TLS as expected ({reason}).").format(place=place, reason=_words(error)), hint
    )


def _no_broker(settings: BrokerSettings, place: str) -> BrokerError:
    hint = _tr("Check the port: amqps:// has 5671 mostly.")
    if settings.proxy is not None:
        hint += " " + _tr("Ask whether {proxy} lets other things than web pages through.").format(
            proxy=settings.proxy.label()
        )
    return BrokerError(_tr("What answers at {place} is no AMQP broker.").format(place=place), hint)


def _channel(error: amqp.ChannelClosedByBroker, settings: BrokerSettings) -> BrokerError:
    code, text = error.reply_code, error.reply_text
    if code == 404:
        message = _tr("The broker lacks what Foreshock needs: {what}.").format(what=text)
        return BrokerError(message, _topology(), permanent=True)
    known_as = re.search("refused for user '([^']*)'", text)
    if code == 403 and known_as is not None and known_as[1] != settings.user:
        return _other_name(
            _tr("The broker does not know you as “{user}” but as “{known}”.").format(
                user=settings.user, known=known_as[1]
            )
        )
    if code == 403:
        return BrokerError(
            _tr("The user “{user}” may not do this: {what}.").format(user=settings.user, what=text),
            _tr("Ask the operator for the permissions of a client."),
            permanent=True,
        )
    if is_still_held(error):
        return BrokerError(
            _tr("The broker has not noticed yet that the last connection of this QGIS ended."),
            _tr("It does within two minutes; it is tried again by itself, and nothing is lost."),
        )
    if code == 406 and "user_id" in text:
        return _other_name(_tr("The broker does not know you as “{user}”.").format(user=settings.user))
    if code == 406 and "larger than" in text:
        return BrokerError(
            _tr("The broker does not take messages as large as a tile: {what}.").format(what=text),
            _tr("Ask the operator to raise max_message_size to 9 MiB at least."),
            permanent=True,
        )
    if code == 406 and "inequivalent" in text:
        return BrokerError(
            _tr("A queue at the broker is not as expected: {what}.").format(what=text),
            _tr("Ask the operator to delete the old queue; plugin and fleet may be of different versions."),
            permanent=True,
        )
    return BrokerError(
        _tr("The broker closed the channel: {code} {what}.").format(code=code, what=text), _tr("It is tried again.")
    )


def is_still_held(error: BaseException) -> bool:
    """Whether the queues of this client are those of a connection that is dead, which the broker learns by a missed
    heartbeat: the network changed, or the computer was cut off."""
    return isinstance(error, amqp.ChannelClosedByBroker) and error.reply_code == 405


def _other_name(message: str) -> BrokerError:
    hint = _tr("Write in the broker address the name under which the broker knows you.")
    return BrokerError(message, hint, permanent=True)


def unroutable(what: str) -> BrokerError:
    """Nobody takes a message: ``what`` is one of ``jobs``, ``cancels``, ``questions``."""
    message = {
        "jobs": _tr("Nobody takes jobs at this broker."),
        "cancels": _tr("Nobody takes cancels at this broker."),
        "questions": _tr("Nobody takes questions at this broker."),
    }[what]
    return BrokerError(message, _topology())


def queue_full() -> BrokerError:
    return BrokerError(
        _tr("The queue is full: the broker takes no more jobs now."),
        _tr("Your tiles wait here and go out by themselves when others are done."),
    )


def too_late() -> BrokerError:
    return BrokerError(
        _tr("The broker took no jobs until the request's time was over."), _tr("Run the simulation again.")
    )


def nobody_answers() -> BrokerError:
    return BrokerError(
        _tr("The broker is there, but no worker answers."),
        _tr("Is a worker running? “foreshock doctor” on its machine tells."),
    )


def unreadable_answer(error: ForeshockError) -> BrokerError:
    return BrokerError(
        _tr("The answer about what can be done cannot be read ({reason}).").format(reason=error.message),
        _tr("Plugin and fleet may be of different versions."),
    )


def blocked(reason: str) -> BrokerError:
    """``reason`` is the broker's own, such as “low on memory”."""
    memory, disk = "memory" in reason.lower(), "disk" in reason.lower()
    if memory and disk:
        message = _tr("The broker is short of memory or disk and takes no jobs for now.")
    elif memory:
        message = _tr("The broker is short of memory and takes no jobs for now.")
    elif disk:
        message = _tr("The broker is short of disk and takes no jobs for now.")
    else:
        message = _tr("The broker has paused ({reason}) and takes no jobs for now.").format(reason=reason)
    return BrokerError(message, _tr("Your tiles wait here and go out by themselves; tell the operator if it lasts."))


def closed() -> BrokerError:
    return BrokerError(_tr("The connection was closed."), _tr("Run the simulation again."))


def _topology() -> str:
    return _tr("Ask the operator to run “foreshock topology apply”.")


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


def _tr(text: str) -> str:
    return words.translate("ForeshockExplain", text)
