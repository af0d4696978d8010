"""The connection that the user chose. The address is kept in the settings; the password only in QGIS's encrypted
authentication database, or for this session in memory."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsSettings

from .. import connection
from ..core.broker_settings import BrokerSettings
from ..core.errors import ForeshockError


class ConnectionStore:
    """Settings of the one connection."""

    def __init__(self) -> None:
        self._password = ""

    def url(self) -> str:
        """The address, without a password."""
        return connection.stored_url()

    def authcfg(self) -> str:
        """Id of the authentication configuration, or empty for a password of this session."""
        return connection.stored_authcfg()

    def save(self, url: str, authcfg: str, password: str) -> None:
        """Checks and keeps; a password inside the address is taken out of it."""
        settings = BrokerSettings.from_url(url, password)
        QgsSettings().setValue(connection.URL, settings.public_url())
        QgsSettings().setValue(connection.AUTHCFG, authcfg)
        self._password = "" if authcfg else settings.password

    def has_password(self) -> bool:
        return bool(self._password)

    def is_complete(self) -> bool:
        """Whether there is all that a connection needs."""
        return bool(self.url()) and bool(self.authcfg() or self._password)

    def is_quiet(self) -> bool:
        """Whether connecting asks the user nothing: no master password to type."""
        return self.is_complete() and (not self.authcfg() or QgsApplication.authManager().masterPasswordIsSet())

    def settings(self) -> BrokerSettings:
        """What the transport needs. May ask for the master password: call it on the main thread, for a user who waits."""
        if not self.url():
            raise ForeshockError("No broker is set.", "Press “Connection…” and fill in its address.")
        settings = BrokerSettings.from_url(self.url())
        if not self.authcfg():
            if not self._password:
                raise ForeshockError("The password of the broker is not known.", "Press “Connection…” and type it.")
            return settings.with_credentials("", self._password)
        return connection.with_credentials(settings, self.authcfg())
