"""What the layers of a request are called."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ..core.request import SimulationRequest

#: Own words are shortened to so many characters.
_WORDS = 40


def scenario(request: SimulationRequest) -> str:
    """What happens, in a few words."""
    return request.scenario or shortened(request.instruction)


def shortened(words: str) -> str:
    """Own words, short enough for a list."""
    return words if len(words) <= _WORDS else words[: _WORDS - 1].rstrip() + "…"


def request_name(request: SimulationRequest) -> str:
    """Layer and scenario: what lists and messages call a request."""
    return _tr("{layer}: {scenario}").format(layer=request.layer_name, scenario=scenario(request))


def result_name(request: SimulationRequest) -> str:
    """The layer of a request's result, marked as simulated."""
    return request_name(request) + suffix()


def series_name(request: SimulationRequest) -> str:
    """All results of the series that a request belongs to, marked as simulated; its own where it belongs to none."""
    series = request.series
    if series is None or not series.title:
        return result_name(request)
    return _tr("{layer}: {scenario}").format(layer=request.layer_name, scenario=series.title) + suffix()


def suffix() -> str:
    """The end of the name of whatever is simulated."""
    return _tr(" — SIMULATED")


def unmarked(name: str) -> str:
    """A layer's name without that end."""
    end = suffix()
    return name[: -len(end)] if name.endswith(end) else name


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockNames", text)
