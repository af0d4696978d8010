"""How a report writes numbers, places, lengths and dates: in the user's notation. On any thread."""

from __future__ import annotations

from datetime import datetime
from typing import Tuple

from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QLocale, Qt


def number(value: int) -> str:
    """A whole number."""
    return QLocale().toString(int(value))


def percent(share: float) -> str:
    """A share, 0 to 1. Two digits at least, so that a small change is not none."""
    value = 100.0 * share
    decimals = 1 if value >= 0.995 or value == 0.0 else 2 if value >= 0.0995 else 3
    return QLocale().toString(float(value), "f", decimals) + " %"


def longitude(degrees: float) -> str:
    """To about a metre."""
    return f"{QLocale().toString(abs(float(degrees)), 'f', 5)}° {_tr('E') if degrees >= 0 else _tr('W')}"


def latitude(degrees: float) -> str:
    """To about a metre."""
    return f"{QLocale().toString(abs(float(degrees)), 'f', 5)}° {_tr('N') if degrees >= 0 else _tr('S')}"


def worded_length(metres: float) -> str:
    """A length in the unit that suits it: three digits, or all of a round one."""
    value, unit = _in_unit(metres)
    decimals = 0 if value >= 99.95 or abs(value - round(value)) < 1e-9 else 1 if value >= 9.995 else 2
    return f"{QLocale().toString(float(value), 'f', decimals)} {unit}"


def date(when: datetime) -> str:
    """Day and minute, UTC, in an order that everybody reads alike."""
    return f"{when:%Y-%m-%d %H:%M} UTC"


def date_of(text: str) -> str:
    """The same of a date that a file tells; the text itself if it is none."""
    when = QDateTime.fromString(text, Qt.DateFormat.ISODate)
    return when.toUTC().toString("yyyy-MM-dd HH:mm") + " UTC" if when.isValid() else text


def _in_unit(metres: float) -> Tuple[float, str]:
    if metres >= 1000.0:
        return metres / 1000.0, "km"
    return (metres, "m") if metres >= 0.0995 or metres == 0.0 else (metres * 100.0, "cm")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockReport", text)
