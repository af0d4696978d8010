"""The plugin's words in the language of QGIS. English is in the sources; a language without a translation gets it."""

from __future__ import annotations

import logging
import re
from typing import Optional

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .core import words
from .metadata import RESOURCES

logger = logging.getLogger(__name__)

#: Parts of a locale's name that mean traditional characters; all other Chinese reads the simplified ones.
_TRADITIONAL = {"hant", "tw", "hk", "mo"}


def install() -> Optional[QTranslator]:
    """Begins to translate; on the main thread, before any words are made. Give what it gives to :func:`remove`."""
    words.install(QCoreApplication.translate)
    language = language_of(qgis_locale())
    if language is None:
        return None
    translator = QTranslator()
    path = RESOURCES / "i18n" / f"foreshock_{language}.qm"
    if not translator.load(str(path)):
        logger.warning("%s is missing or damaged; the plugin speaks English", path)
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove(translator: Optional[QTranslator]) -> None:
    """Back to English."""
    words.uninstall()
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


def qgis_locale() -> str:
    """The locale that QGIS shows itself in, as QGIS names it: ``zh-Hans``, ``fr``, ``en_US``."""
    # What QGIS has settled on itself (--lang, its options, the system); programs without windows may have not.
    chosen = QgsApplication.instance().translation()
    if chosen:
        return chosen
    settings = QgsSettings()
    if settings.value("locale/overrideFlag", False, type=bool):
        return settings.value("locale/userLocale", "", type=str)
    return QLocale.system().name()


def language_of(locale: str) -> Optional[str]:
    """Which of our translations suits a locale; none for English and for languages that we have not."""
    language, *more = re.split(r"[-_.@]", locale.lower())
    if language == "zh":
        return None if _TRADITIONAL.intersection(more) else "zh_Hans"
    return language if language in ("es", "fr") else None
