"""What the outcomes of a request mean for its user."""

from __future__ import annotations

from typing import List

from ..core.errors import ForeshockError
from ..core.messages import Outcome


def worded(outcome: Outcome) -> ForeshockError:
    """Why a tile was not done, as a sentence with its remedy."""
    if outcome.failed is None:
        return ForeshockError("The request was called off.")
    text = outcome.failed.message
    sentence = text[:1].upper() + text[1:]
    if not sentence.endswith((".", "!", "?")):
        sentence += "."
    return ForeshockError(sentence, "Run it again: it may work now." if outcome.failed.retryable else "")


def require_all_done(outcomes: List[Outcome]) -> None:
    """Raises what the user should hear when a tile was not done."""
    bad = [outcome for outcome in outcomes if outcome.done is None]
    if not bad:
        return
    error = worded(bad[0])
    if len(outcomes) > 1:
        error = ForeshockError(f"{len(bad)} of {len(outcomes)} tiles failed. {error.message}", error.hint)
    raise error
