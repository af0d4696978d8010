"""Who does the work: a fleet behind a broker, or a program on this machine. Plain values, made on the main thread.

Nothing secret shows in ``repr``, and none of it enters the settings that are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Optional, Union
from urllib.parse import quote, unquote, urlsplit

from . import words
from .errors import ForeshockError

_LOCAL = ("localhost", "127.0.0.1", "::1")
_PORTS = {"amqp": 5672, "amqps": 5671}
#: What the fleet answers to. With a dot in a name one user could bind what belongs to another.
_USER = re.compile(r"[A-Za-z0-9_-]{1,64}")


class ProxyKind(Enum):
    """Proxies that can carry AMQP, as people call them."""

    HTTP = "HTTP"
    SOCKS5 = "SOCKS5"


@dataclass(frozen=True)
class Proxy:
    """What connects us with a broker that cannot be reached directly."""

    kind: ProxyKind
    host: str
    port: int
    #: Empty for a proxy that lets everybody in.
    user: str = ""
    password: str = field(default="", repr=False)

    def label(self) -> str:
        """Which one it is, for the middle of a sentence."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return _tr("the {kind} proxy {host}:{port}").format(kind=self.kind.value, host=host, port=self.port)


@dataclass(frozen=True)
class BrokerSettings:
    """A broker, and a user of it."""

    host: str
    port: int
    vhost: str
    user: str
    password: str = field(default="", repr=False)
    tls: bool = True
    #: Certificate authorities trusted besides the system's own, as PEM.
    ca_pem: str = field(default="", repr=False)
    #: Paths of the client's certificate and of its key (empty: the key stands in the certificate's file).
    certificate: str = ""
    key: str = ""
    #: Or both as PEM, the key encrypted with the password.
    certificate_pem: str = field(default="", repr=False)
    key_pem: str = field(default="", repr=False)
    key_password: str = field(default="", repr=False)
    #: The certificate says who we are (SASL EXTERNAL); no password is sent.
    external: bool = False
    #: None for a direct way.
    proxy: Optional[Proxy] = None

    def __post_init__(self) -> None:
        if not _USER.fullmatch(self.user):
            raise ForeshockError(
                _tr("The fleet does not serve a user named “{user}”.").format(user=self.user),
                _tr("Ask the operator for a name of 1 to 64 letters (a-z, A-Z), digits, - and _."),
            )

    @classmethod
    def from_url(cls, url: str, password: str = "") -> BrokerSettings:  # nosec B107
        """Reads ``amqps://user[:password]@host[:port]/vhost``. Without TLS only this machine's own broker is taken."""
        example = _tr("Write it like {address}.").format(address="amqps://ana@broker.example.org/%2Fforeshock")
        try:
            parts = urlsplit(url.strip())
            port = parts.port
        except ValueError:
            raise ForeshockError(_tr("The broker address cannot be read."), example) from None
        if parts.scheme not in _PORTS or not parts.hostname:
            raise ForeshockError(
                _tr("The broker address must begin with amqps:// (or amqp:// on this machine)."), example
            )
        if parts.scheme == "amqp" and parts.hostname not in _LOCAL:
            raise ForeshockError(
                _tr("amqp:// would send the password and the imagery to {host} unencrypted.").format(
                    host=parts.hostname
                ),
                _tr("Use amqps://; amqp:// is taken only for a broker on this machine."),
            )
        if not parts.username:
            raise ForeshockError(_tr("The broker address names no user."), example)
        return cls(
            host=parts.hostname,
            port=port or _PORTS[parts.scheme],
            vhost=unquote(parts.path[1:]) or "/",
            user=unquote(parts.username),
            password=password or unquote(parts.password or ""),
            tls=parts.scheme == "amqps",
        )

    def with_credentials(self, user: str, password: str) -> BrokerSettings:
        """The same broker as another user; an empty user keeps ours."""
        return replace(self, user=user or self.user, password=password)

    def with_authorities(self, pem: str) -> BrokerSettings:
        """The same broker, with these certificate authorities trusted besides the system's own."""
        return replace(self, ca_pem=pem)

    def with_certificate(self, certificate: str, key: str, key_password: str) -> BrokerSettings:
        """The same broker, which knows us by a client certificate (PEM files) unless there is a password, too."""
        return self._certified(certificate=certificate, key=key, key_password=key_password)

    def with_certificate_pem(self, certificate: str, key: str, key_password: str) -> BrokerSettings:
        """The same with a certificate in memory (PEM, with the authorities between it and the root), whose key is
        encrypted with the password."""
        return self._certified(certificate_pem=certificate, key_pem=key, key_password=key_password)

    def _certified(self, **values: str) -> BrokerSettings:
        if not self.tls:
            raise ForeshockError(_tr("A client certificate needs an encrypted connection."), _tr("Use amqps://."))
        return replace(self, external=not self.password, **values)

    def through(self, proxy: Optional[Proxy]) -> BrokerSettings:
        """The same broker, reached through a proxy."""
        return replace(self, proxy=proxy)

    def label(self) -> str:
        """Whom we ask, for a sentence."""
        return _tr("the fleet at {host}").format(host=self.host)

    def public_url(self) -> str:
        """The address without the password: what may be stored and shown."""
        scheme = "amqps" if self.tls else "amqp"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{quote(self.user, safe='')}@{host}:{self.port}/{quote(self.vhost, safe='')}"


@dataclass(frozen=True)
class LocalSettings:
    """The program on this machine that does a worker's job without a broker."""

    program: str
    #: Folder of the model; empty for the one that comes with the program.
    model: str = ""
    #: CPU threads; 0 leaves the choice to the program.
    threads: int = 0

    def label(self) -> str:
        """Whom we ask, for a sentence."""
        return _tr("this computer")


Settings = Union[BrokerSettings, LocalSettings]


def _tr(text: str) -> str:
    return words.translate("ForeshockBrokerSettings", text)
