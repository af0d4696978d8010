"""What the outcomes of a request mean for its user."""

from __future__ import annotations

from typing import Optional, Sequence

from ..core.errors import ForeshockError
from ..core.messages import Outcome


def failure(outcomes: Sequence[Outcome]) -> Optional[ForeshockError]:
    """Why a request whose tiles all have outcomes has no result; none if all of them are done."""
    bad = [outcome for outcome in outcomes if outcome.done is None]
    if not bad:
        return None
    error = worded(bad[0])
    if len(outcomes) > 1:
        error = ForeshockError(f"{len(bad)} of {len(outcomes)} tiles failed. {error.message}", error.hint)
    return error


def worded(outcome: Outcome) -> ForeshockError:
    """The fleet's own words for an outcome that is not done, as a sentence."""
    if outcome.failed is None:
        return ForeshockError("The request was called off.")
    text = outcome.failed.message
    sentence = text[:1].upper() + text[1:]
    if not sentence.endswith((".", "!", "?")):
        sentence += "."
    return ForeshockError(sentence, "Run it again: it may work now." if outcome.failed.retryable else "")
