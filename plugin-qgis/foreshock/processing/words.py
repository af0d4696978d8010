"""Words for the user, in the user's language."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockProcessing", text)


def state_name(state: str) -> str:
    """How a request or an area stands; outputs and tables keep the word of the program."""
    names = {
        "open": tr("open"),
        "waiting": tr("waiting"),
        "done": tr("done"),
        "failed": tr("failed"),
        "cancelled": tr("cancelled"),
    }
    return names.get(state, state)
