"""The connection that the user chose. Where it leads is kept in the settings; a password only in QGIS's encrypted
authentication database, or in memory. No windows here: Processing uses it, too."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication

from . import stored_credentials
from .core.broker_settings import BrokerSettings, LocalSettings, Settings
from .core.errors import ForeshockError
from .qgis_proxy import needs_unlock, proxy_for

FLEET, LOCAL = "fleet", "local"
_KEYS = "foreshock/connection/"
_CERTIFICATE = "-----BEGIN CERTIFICATE-----"


@dataclass(frozen=True)
class Connection:
    """What the connection dialog shows."""

    mode: str = FLEET
    #: Address of the broker, without a password once it is kept.
    url: str = ""
    #: Id of the authentication configuration; empty for a password in memory.
    authcfg: str = ""
    password: str = field(default="", repr=False)
    #: The password is forgotten when the next request has gone out.
    run_only: bool = False
    #: File of certificate authorities (PEM), besides those that QGIS trusts.
    ca_file: str = ""
    program: str = ""
    model: str = ""
    threads: int = 0

    def settings(self) -> Settings:
        """What the transport needs. May ask for the master password: call it on the main thread, for a user who
        waits."""
        return self._local() if self.mode == LOCAL else self._fleet()

    def _local(self) -> LocalSettings:
        if not self.program:
            raise ForeshockError(
                _tr("No program is set."), _tr("Choose the file “foreshock” under “Connection… → This computer”.")
            )
        return LocalSettings(self.program, self.model, self.threads)

    def _fleet(self) -> BrokerSettings:
        if not self.url:
            raise ForeshockError(_tr("No broker is set."), _tr("Press “Connection…” and fill in its address."))
        settings = BrokerSettings.from_url(self.url)
        if settings.tls:
            settings = settings.with_authorities(_qgis_authorities() + _authorities_of(self.ca_file))
        settings = settings.through(proxy_for(settings.host, settings.port))
        if self.authcfg:
            return stored_credentials.apply(settings, self.authcfg)
        if not (self.password or settings.password):
            raise ForeshockError(
                _tr("The password of the broker is not known."), _tr("Press “Connection…” and type it.")
            )
        return settings.with_credentials("", self.password or settings.password)


class ConnectionStore:
    """Keeps the one connection."""

    def __init__(self) -> None:
        self._password = ""
        self._run_only = False

    def connection(self) -> Connection:
        """As it was kept, with the password if it is in memory."""
        authcfg = str(_get("authcfg"))
        return Connection(
            mode=LOCAL if _get("mode") == LOCAL else FLEET,
            url=self.url(),
            authcfg=authcfg,
            password="" if authcfg else self._password,
            run_only=self._run_only,
            ca_file=str(_get("ca_file")),
            program=str(_get("program")),
            model=str(_get("model")),
            threads=_number(_get("threads")),
        )

    def url(self) -> str:
        """The address, without a password."""
        return str(_get("url"))

    def authcfg(self) -> str:
        """Id of the authentication configuration, or empty for a password in memory."""
        return self.connection().authcfg

    def save(self, connection: Connection) -> None:
        """Checks and keeps what belongs to the mode; a password inside the address is taken out of it."""
        if connection.mode == LOCAL:
            if not Path(connection.program).is_file():
                raise ForeshockError(
                    _tr("There is no program “{path}”.").format(path=connection.program),
                    _tr("Choose the file “foreshock” (on Windows “foreshock.exe”)."),
                )
            for name in ("program", "model", "threads"):
                _set(name, getattr(connection, name))
        else:
            settings = BrokerSettings.from_url(connection.url, connection.password)
            _authorities_of(connection.ca_file)
            _set("url", settings.public_url())
            _set("authcfg", connection.authcfg)
            _set("ca_file", connection.ca_file)
            self._password = "" if connection.authcfg else settings.password
            self._run_only = connection.run_only and not connection.authcfg
        _set("mode", connection.mode)

    def has_password(self) -> bool:
        """Whether a password is in memory."""
        return bool(self._password)

    def note_submitted(self) -> None:
        """A request has gone out: a password for this run only is forgotten."""
        if self._run_only:
            self._password = ""
            self._run_only = False

    def is_new(self) -> bool:
        """Whether nothing was ever set: the time for the first-run wizard."""
        return not (_get("url") or _get("program"))

    def is_complete(self) -> bool:
        """Whether there is all that a connection needs."""
        kept = self.connection()
        if kept.mode == LOCAL:
            return bool(kept.program)
        return bool(kept.url) and bool(kept.authcfg or kept.password)

    def is_quiet(self) -> bool:
        """Whether connecting asks the user nothing: no master password to type."""
        kept = self.connection()
        if not self.is_complete() or kept.mode == LOCAL:
            return self.is_complete()
        if kept.authcfg and stored_credentials.is_locked():
            return False
        try:
            settings = BrokerSettings.from_url(kept.url)
        except ForeshockError:
            return True  # it is refused without asking
        return not needs_unlock(settings.host, settings.port)

    def settings(self) -> Settings:
        """What the transport needs; see :meth:`Connection.settings`."""
        return self.connection().settings()


def _qgis_authorities() -> str:
    """Those of the system and those that the user added in QGIS's options, as PEM. Asks for no master password."""
    manager = QgsApplication.authManager()
    return "" if manager.isDisabled() else bytes(manager.trustedCaCertsPemText()).decode("ascii", "ignore")


def _authorities_of(path: str) -> str:
    """Those of the connection's own file, as PEM."""
    if not path:
        return ""
    hint = _tr("Choose a file of certificates in PEM form, as the operator gave it to you.")
    try:
        text = Path(path).read_text(encoding="ascii", errors="ignore")
    except OSError as error:
        message = _tr("The CA file {path} cannot be read: {reason}.").format(path=path, reason=error.strerror)
        raise ForeshockError(message, hint) from None
    if _CERTIFICATE not in text:
        raise ForeshockError(_tr("The CA file {path} holds no certificate.").format(path=path), hint)
    return "\n" + text[text.index(_CERTIFICATE) :]


def _get(name: str) -> Any:
    return QgsSettings().value(_KEYS + name, "") or ""


def _set(name: str, value: Any) -> None:
    QgsSettings().setValue(_KEYS + name, value)


def _number(value: Any) -> int:
    return int(value) if str(value).isdigit() else 0


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockConnectionStore", text)
