"""What the layers of a request are called."""

from __future__ import annotations

from ..core.provenance import SUFFIX
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
    return f"{request.layer_name}: {scenario(request)}"


def result_name(request: SimulationRequest) -> str:
    """The layer of a request's result, marked as simulated."""
    return request_name(request) + SUFFIX
