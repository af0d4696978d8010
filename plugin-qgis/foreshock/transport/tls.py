"""The TLS side of a connection: which authorities are trusted, and which certificate we show."""

from __future__ import annotations

import os
import ssl
import tempfile
from typing import Any, Dict

from ..core import words
from ..core.broker_settings import BrokerSettings
from ..core.errors import BrokerError


def context(settings: BrokerSettings) -> ssl.SSLContext:
    """Trusts the system's authorities and those of the settings; the host name is always checked."""
    made = ssl.create_default_context()
    if settings.ca_pem:
        try:
            made.load_verify_locations(cadata=settings.ca_pem)
        except (ssl.SSLError, ValueError) as error:
            raise BrokerError(
                _tr("The trusted certificate authorities cannot be read: {reason}.").format(reason=error),
                _tr("Check the CA file of the connection, and the authorities in QGIS's options."),
                permanent=True,
            ) from None
    try:
        if settings.certificate_pem:
            _load_from_memory(made, settings)
        elif settings.certificate:
            made.load_cert_chain(settings.certificate, settings.key or None, settings.key_password)
    except (ssl.SSLError, OSError) as error:
        raise BrokerError(
            _tr("The client certificate {path} cannot be used: {reason}.").format(
                path=settings.certificate or _tr("of QGIS's store"), reason=_reason(error)
            ),
            _tr(
                "Check the certificate, its key (both in PEM form) and the key's password in QGIS's authentication "
                "settings."
            ),
            permanent=True,
        ) from None
    return made


def _load_from_memory(made: ssl.SSLContext, settings: BrokerSettings) -> None:
    """Python reads certificates from files only: nobody else may read this one, its key is encrypted, and it is gone
    when this returns."""
    handle, path = tempfile.mkstemp(suffix=".pem")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{settings.certificate_pem}\n{settings.key_pem}\n")
        made.load_cert_chain(path, None, settings.key_password)
    finally:
        os.unlink(path)


def describe(certificate: Dict[str, Any]) -> str:
    """Who issued a peer's certificate (``SSLSocket.getpeercert()``), and until when it is valid."""
    names = dict(pair for group in certificate.get("issuer", ()) for pair in group)
    issuer = names.get("commonName") or names.get("organizationName") or _tr("an unnamed authority")
    return _tr("issued by {issuer}, valid until {day}").format(
        issuer=issuer, day=certificate.get("notAfter") or _tr("an unknown day")
    )


def _reason(error: OSError) -> str:
    reason = getattr(error, "reason", None) or error.strerror or str(error)
    return str(reason).replace("_", " ").lower()


def _tr(text: str) -> str:
    return words.translate("ForeshockTls", text)
