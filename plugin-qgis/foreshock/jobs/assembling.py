"""Composes the result of a request whose tiles are all in the journal. Used on a worker thread."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from typing import Any, Callable, Dict, Optional

from ..core import provenance, words
from ..core.errors import ForeshockError
from ..core.journal import Journal
from ..core.messages import Provenance
from ..core.provenance_file import provenance_path
from ..core.request import SimulationRequest
from ..imagery.footprint import Cancelled, ChangeMap, Footprint, Nowhere, footprint_path
from ..imagery.testimony import write_testimony
from ..imagery.writer import write_result
from ..version import VERSION
from .verdict import failure

logger = logging.getLogger(__name__)

#: Share of the time that goes into the result itself, and into its footprint; the rest goes into hashes.
_WRITING, _TRACING = 0.85, 0.05


class NotComposed(ForeshockError):
    """All tiles are there, but the result is not: nothing is given up, it can be tried again."""


@dataclass(frozen=True)
class Assembled:
    """What was written."""

    #: The result.
    path: str
    #: The change footprint (GeoJSON); none where the pixels have no longitude and latitude.
    footprint: Optional[str]
    #: Pieces of the footprint.
    pieces: int
    #: Their area on the ellipsoid, m².
    area_m2: float
    #: Tiles that the fleet did not have to compute.
    cached: int = 0

    def kept(self) -> Dict[str, Any]:
        """What the journal keeps of it: enough to show the result again."""
        return {"cached": self.cached, "pieces": self.pieces, "area_m2": self.area_m2}


def assemble(request: SimulationRequest, journal: Journal, go_on: Callable[[float], bool]) -> Assembled:
    """Writes ``request.output``, its change footprint and its provenance file. ``go_on`` hears the share, 0 to 1, and
    says whether to go on; :class:`~..imagery.footprint.Cancelled` is raised when not, and nothing is left then. Refuses
    when a tile failed; :class:`NotComposed` is raised for what has nothing to do with the tiles (a full disk, a source
    out of reach)."""
    job_id = request.job_id
    outcomes = journal.outcomes(job_id)
    error = failure(outcomes)
    if error is not None:
        raise error
    first = next((outcome.done for outcome in outcomes if outcome.done), None)
    if first is None:
        raise ForeshockError(_tr("No tile was edited."), _tr("Choose another area."))
    stretch = journal.stretch(job_id)
    if stretch is None:
        message = _tr("The journal of request {job} has no stretch.").format(job=job_id)
        raise ForeshockError(message, _tr("Run the simulation again."))
    try:
        with ChangeMap(f"{request.output}.changed.tif", request.window) as changes:
            path = write_result(
                request,
                stretch,
                lambda index: journal.image(job_id, index),
                provenance.tags(request, first.provenance, VERSION),
                lambda share: go_on(_WRITING * share),
                changes,
            )
            footprint = _trace(request, first.provenance, changes, go_on)
        _testify(request, first.provenance, footprint is not None, go_on)
    except OSError as error:
        raise _not_written(f"{error.strerror} ({error.filename})") from None
    except ForeshockError as error:
        raise NotComposed(error.message, error.hint) from None
    except RuntimeError as error:  # where GDAL was told to raise
        raise _not_written(str(error).rstrip(". ")) from None
    cached = sum(outcome.done is not None and outcome.done.cache == "hit" for outcome in outcomes)
    if footprint is None:
        return Assembled(path, None, 0, 0.0, cached)
    return Assembled(path, footprint_path(path), footprint.pieces, footprint.area_m2, cached)


def _not_written(reason: str) -> NotComposed:
    message = _tr("The result cannot be written: {reason}.").format(reason=reason)
    return NotComposed(message, _tr("Free some space, and check that the folder may be written to."))


def _trace(
    request: SimulationRequest, made: Provenance, changes: ChangeMap, go_on: Callable[[float], bool]
) -> Optional[Footprint]:
    """The footprint, if there can be one. The result is written: what is wrong with the footprint must not take it
    away."""
    path = footprint_path(request.output)
    try:
        return changes.trace(
            request.source,
            provenance.footprint_properties(request, made),
            path,
            lambda share: go_on(_WRITING + _TRACING * share),
        )
    except Cancelled:
        _take_away(request)
        raise
    except (Nowhere, ForeshockError, OSError, RuntimeError) as error:  # GDAL raises the last where it was told to
        logger.warning("no change footprint was written: %s", error)
    # It would be that of an earlier result with this name.
    _remove(path)
    return None


def _testify(
    request: SimulationRequest, made: Provenance, with_footprint: bool, go_on: Callable[[float], bool]
) -> None:
    """Writes the provenance file. As with the footprint, what is wrong with it must not take the result away."""
    try:
        write_testimony(
            request,
            made,
            footprint_path(request.output) if with_footprint else None,
            lambda share: go_on(_WRITING + _TRACING + (1.0 - _WRITING - _TRACING) * share),
        )
    except Cancelled:
        _take_away(request)
        raise
    except (ForeshockError, OSError, RuntimeError) as error:  # GDAL raises the last where it was told to
        logger.warning("no provenance file was written: %s", error)
        # It would be that of an earlier result with this name.
        _remove(provenance_path(request.output))


def _take_away(request: SimulationRequest) -> None:
    """Nothing is left of a result that was called off."""
    for path in (request.output, footprint_path(request.output), provenance_path(request.output)):
        _remove(path)


def _remove(path: str) -> None:
    if os.path.exists(path):
        os.remove(path)


def _tr(text: str) -> str:
    return words.translate("ForeshockAssemble", text)
