"""Composes the result of a request whose tiles are all in the journal. Used on a worker thread."""

from __future__ import annotations

from typing import Callable

from ..core import provenance
from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.request import SimulationRequest
from ..imagery.writer import write_result
from ..version import VERSION


def assemble(request: SimulationRequest, journal: Journal, go_on: Callable[[float], bool]) -> str:
    """Writes ``request.output`` and gives its path. ``go_on`` hears the share, 0 to 1, and says whether to go on;
    :class:`~..imagery.writer.Cancelled` is raised when not."""
    job_id = request.job_id
    first = journal.first_done(job_id)
    if first is None:
        raise ForeshockError("No tile was edited.")
    try:
        return write_result(
            request,
            journal.stretch(job_id),
            lambda index: journal.image(job_id, index),
            provenance.tags(request, first.provenance, VERSION),
            go_on,
        )
    except OSError as error:
        message = f"The result cannot be written: {error.strerror} ({error.filename})."
        raise ForeshockError(message, "Choose another output folder, or free some space.") from None
