"""What the user chose last, so that the next request is two clicks. Texts only: enums differ between Qt versions."""

from __future__ import annotations

from typing import Dict

from qgis.core import QgsSettings

_PREFIX = "foreshock/last/"
_PACE = "foreshock/pace/"


def recall() -> Dict[str, str]:
    """The choices of the last request, by name; empty at the first use."""
    settings = QgsSettings()
    settings.beginGroup(_PREFIX.rstrip("/"))
    names = settings.childKeys()
    settings.endGroup()
    return {name: str(settings.value(_PREFIX + name, "") or "") for name in names}


def remember(choices: Dict[str, str]) -> None:
    """Keeps the choices of a request."""
    settings = QgsSettings()
    for name, value in choices.items():
        settings.setValue(_PREFIX + name, value)


def pace(model_digest: str) -> float:
    """Seconds that a denoising step of a tile took the last time, all workers together; 0 where nobody knows."""
    try:
        return float(QgsSettings().value(_PACE + model_digest[:16], 0.0) or 0.0)
    except (TypeError, ValueError):
        return 0.0


def keep_pace(model_digest: str, seconds: float) -> None:
    """Keeps how long a step of a tile took."""
    QgsSettings().setValue(_PACE + model_digest[:16], seconds)
