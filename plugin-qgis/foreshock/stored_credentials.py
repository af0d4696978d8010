"""Credentials that QGIS keeps encrypted, as the connection needs them. On the main thread: opening them may ask for the
master password."""

from __future__ import annotations

import secrets
from typing import List, Optional

from qgis.core import QgsApplication, QgsAuthCertUtils, QgsAuthMethodConfig
from qgis.PyQt.QtCore import QByteArray, QCoreApplication
from qgis.PyQt.QtNetwork import QSsl, QSslKey

from .core.broker_settings import BrokerSettings
from .core.errors import ForeshockError

BASIC, PATHS, BUNDLE, IDENTITY = "Basic", "PKI-Paths", "PKI-PKCS#12", "Identity-Cert"
_ALGORITHMS = (QSsl.KeyAlgorithm.Rsa, QSsl.KeyAlgorithm.Ec, QSsl.KeyAlgorithm.Dsa)


def is_locked() -> bool:
    """Whether the master password must be typed first."""
    manager = QgsApplication.authManager()
    return not manager.isDisabled() and not manager.masterPasswordIsSet()


def load(authcfg: str) -> Optional[QgsAuthMethodConfig]:
    """The credentials of that id, or None."""
    if is_locked() and QgsApplication.platform() != "desktop":
        # Without windows QGIS would ask on the terminal, and wait for ever where there is none.
        raise ForeshockError(
            _tr("The credentials “{name}” are locked by the master password of QGIS.").format(name=authcfg),
            _tr("Name a file that holds it in the environment variable QGIS_AUTH_PASSWORD_FILE."),
        )
    config = QgsAuthMethodConfig()
    found = QgsApplication.authManager().loadAuthenticationConfig(authcfg, config, True)
    return config if (found[0] if isinstance(found, tuple) else found) else None


def apply(settings: BrokerSettings, authcfg: str) -> BrokerSettings:
    """The same broker with the user and password, or the client certificate, that QGIS keeps."""
    config = load(authcfg)
    method = "" if config is None else config.method()
    if method == BASIC:
        return settings.with_credentials(config.config("username"), config.config("password"))
    if method == PATHS:
        return settings.with_certificate(config.config("certpath"), config.config("keypath"), config.config("keypass"))
    if method == BUNDLE:
        return _with_bundle(settings, config.config("bundlepath"), config.config("bundlepass"))
    if method == IDENTITY:
        pem = list(QgsApplication.authManager().certIdentityBundleToPem(config.config("certid")))
        if len(pem) < 2:
            raise ForeshockError(
                _tr("QGIS holds no certificate for the stored credentials “{name}” any more.").format(
                    name=config.name()
                ),
                _tr("Import it again under Settings → Options → Authentication → Manage Certificates."),
            )
        return _with_key(settings, pem[:1], pem[1])
    kinds = ", ".join(f"“{kind}”" for kind in (BASIC, PATHS, BUNDLE, IDENTITY))
    if config is not None:
        raise ForeshockError(
            _tr("Stored credentials of the type “{type}” do not open a broker.").format(type=method),
            _tr("Choose credentials of one of these types: {types}.").format(types=kinds),
        )
    raise ForeshockError(
        _tr("The stored credentials cannot be read."),
        _tr("Unlock the authentication database, or choose other credentials, of one of these types: {types}.").format(
            types=kinds
        ),
    )


def _with_bundle(settings: BrokerSettings, path: str, password: str) -> BrokerSettings:
    """From a PKCS#12 file: the certificate, its key, and the authorities between it and the root."""
    pem = list(QgsAuthCertUtils.pkcs12BundleToPem(path, password, False))
    if len(pem) < 2:
        raise ForeshockError(
            _tr("The client certificate {path} cannot be opened.").format(path=path),
            _tr("Check the file (PKCS#12: .p12 or .pfx) and its password in QGIS's authentication settings."),
        )
    between = [each for each in QgsAuthCertUtils.pkcs12BundleCas(path, password) if not each.isSelfSigned()]
    return _with_key(settings, [pem[0], *(bytes(each.toPem()).decode("ascii") for each in between)], pem[1])


def _with_key(settings: BrokerSettings, certificates: List[str], key: str) -> BrokerSettings:
    """Python's TLS reads keys from files only, so the key is encrypted anew before it meets one, with a password that
    exists in memory only."""
    password = secrets.token_hex(16)
    return settings.with_certificate_pem("\n".join(certificates), _encrypted(key, password), password)


def _encrypted(key: str, password: str) -> str:
    for algorithm in _ALGORITHMS:
        found = QSslKey(QByteArray(key.encode("ascii")), algorithm, QSsl.EncodingFormat.Pem, QSsl.KeyType.PrivateKey)
        if not found.isNull():
            pem = bytes(found.toPem(QByteArray(password.encode("ascii")))).decode("ascii")
            if "ENCRYPTED" in pem:
                return pem
    raise ForeshockError(
        _tr(
            "The key of the client certificate is of a kind that cannot be used without writing it to a file "
            "unencrypted."
        ),
        _tr(
            "Store certificate and key as PEM files, the key with a password, and choose credentials of the type "
            "“{type}”."
        ).format(type=PATHS),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockStoredCredentials", text)
