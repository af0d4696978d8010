"""The broker of this QGIS profile: where its address is kept, and how stored credentials are read. No windows here."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsSettings

from .core.broker_settings import BrokerSettings
from .core.errors import ForeshockError

URL = "foreshock/connection/url"
AUTHCFG = "foreshock/connection/authcfg"


def stored_url() -> str:
    """The address, without a password; empty if none is set."""
    return str(QgsSettings().value(URL, "") or "")


def stored_authcfg() -> str:
    """Id of the authentication configuration; empty if there is none."""
    return str(QgsSettings().value(AUTHCFG, "") or "")


def with_credentials(settings: BrokerSettings, authcfg: str) -> BrokerSettings:
    """The broker with user and password of a configuration of the type “Basic”. In QGIS with its windows this may ask for
    the master password: call it on the main thread, for a user who waits."""
    manager = QgsApplication.authManager()
    if manager.isDisabled():
        raise ForeshockError("QGIS's authentication database cannot be used.", manager.disabledMessage())
    if not manager.masterPasswordIsSet() and QgsApplication.platform() != "desktop":
        # Without windows QGIS would ask on the terminal, and wait for ever where there is none.
        raise ForeshockError(
            f"The credentials “{authcfg}” are locked by the master password of QGIS.",
            "Name a file that holds it in the environment variable QGIS_AUTH_PASSWORD_FILE.",
        )
    config = QgsAuthMethodConfig()
    found = manager.loadAuthenticationConfig(authcfg, config, True)
    ok = found[0] if isinstance(found, tuple) else found
    if not ok or config.method() != "Basic":
        raise ForeshockError(
            "The stored credentials cannot be read.",
            "Unlock the authentication database, or choose credentials of the type “Basic”.",
        )
    return settings.with_credentials(config.config("username"), config.config("password"))
