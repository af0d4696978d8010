"""What the outcomes of a request mean for its user."""

from __future__ import annotations

import logging
from typing import Dict, Optional, Sequence, Tuple

from ..core import words
from ..core.errors import ErrorCode, ForeshockError
from ..core.messages import Failure, Outcome

logger = logging.getLogger(__name__)

#: Where the code says all that a person can use; what the fleet adds is for its operator's log.
_ENOUGH = {ErrorCode.OUT_OF_MEMORY}


def failure(outcomes: Sequence[Outcome]) -> Optional[ForeshockError]:
    """Why a request whose tiles all have outcomes has no result; none if all of them are done."""
    bad = [outcome for outcome in outcomes if outcome.done is None]
    if not bad:
        return None
    error = worded(bad[0])
    if len(outcomes) > 1:
        message = _tr("{failed} of {tiles} tiles failed. {reason}")
        message = message.format(failed=len(bad), tiles=len(outcomes), reason=error.message)
        error = ForeshockError(message, error.hint)
    return error


def worded(outcome: Outcome) -> ForeshockError:
    """An outcome that is not done, in the user's language; of the fleet's own words, which are English, what adds
    facts."""
    failed = outcome.failed
    if failed is None:
        return ForeshockError(_tr("The request was called off."))
    logger.warning("a tile of request %s failed: %s: %s", outcome.job_id, failed.code, failed.message)
    again = _tr("Run it again: it may work now.") if failed.retryable else ""
    code = _code(failed)
    if code is None:
        return ForeshockError(_sentence(failed.message), again)
    fact, remedy = _known()[code]
    if code not in _ENOUGH:
        fact = _tr("{fact} The fleet says: {words}").format(fact=fact, words=_sentence(_with_limit(failed)))
    return ForeshockError(fact, f"{again} {remedy}".strip())


def _code(failed: Failure) -> Optional[ErrorCode]:
    """None of a fleet that is newer than this plugin."""
    try:
        return ErrorCode(failed.code)
    except ValueError:
        return None


def _known() -> Dict[ErrorCode, Tuple[str, str]]:
    """Fact and remedy of each code; what is retryable has the other remedy already."""
    versions = _tr("Plugin and fleet may be of different ages: update the plugin, or ask the operator of the fleet.")
    tell = _tr("If it comes again, tell the operator of the fleet.")
    return {
        ErrorCode.INVALID_MESSAGE: (_tr("The fleet cannot read what this plugin sends."), versions),
        ErrorCode.UNKNOWN_SCHEMA: (_tr("The fleet and this plugin speak different versions."), versions),
        ErrorCode.INVALID_FIELD: (
            _tr("The fleet refuses a value of this request."),
            _tr("Change that value, and run it again."),
        ),
        ErrorCode.TOO_LARGE: (
            _tr("Something in this request is larger than the fleet takes."),
            _tr("Choose a model with smaller tiles, or give fewer or smaller examples."),
        ),
        ErrorCode.INVALID_IMAGE: (_tr("The fleet cannot read an image of this request."), tell),
        ErrorCode.UNKNOWN_MODEL: (
            _tr("The fleet does not serve the chosen model any more."),
            _tr("Choose another model, and run it again."),
        ),
        ErrorCode.UNKNOWN_ADAPTER: (
            _tr("The fleet does not have the chosen adapter any more."),
            _tr("Choose another one, or none, and run it again."),
        ),
        ErrorCode.LICENCE_NOT_ACCEPTED: (
            _tr("The operator of the fleet has not accepted the licence of this model."),
            _tr("Choose another model, or ask the operator."),
        ),
        ErrorCode.UNSUPPORTED: (
            _tr("The model cannot do what was asked."),
            _tr("Change what the fleet names, or choose another model."),
        ),
        ErrorCode.UNKNOWN_WORDS: (
            _tr("The model cannot read the instruction."),
            _tr("Say it in a language that the model reads, or choose a scenario from the list."),
        ),
        ErrorCode.FORBIDDEN: (
            _tr("The fleet does not allow this."),
            _tr("Ask the operator of the fleet for the permission."),
        ),
        ErrorCode.DEADLINE_EXCEEDED: (
            _tr("A tile was not ready in time."),
            _tr("Ask for fewer steps or a smaller area, or run it again when the fleet has less to do."),
        ),
        ErrorCode.OUT_OF_MEMORY: (
            _tr("A worker's graphics card has no room for the tile."),
            _tr("If it comes again, choose a model with smaller tiles, or tell the operator of the fleet."),
        ),
        ErrorCode.TOO_MANY_ATTEMPTS: (
            _tr("The fleet has given a tile up after several tries."),
            _tr("Tell the operator of the fleet."),
        ),
        ErrorCode.INTERNAL: (_tr("A worker has failed."), tell),
    }


def _with_limit(failed: Failure) -> str:
    """The fleet's words, with what would be right where they do not say it."""
    if not failed.limit or failed.limit in failed.message:
        return failed.message
    return f"{failed.message} ({failed.limit})"


def _sentence(text: str) -> str:
    sentence = text[:1].upper() + text[1:]
    return sentence if sentence.endswith((".", "!", "?")) else sentence + "."


def _tr(text: str) -> str:
    return words.translate("ForeshockVerdict", text)
