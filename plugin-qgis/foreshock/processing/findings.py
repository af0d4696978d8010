"""What the checks found, as a page, and how they tell Processing of their progress."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Callable, List, Tuple

from qgis.core import QgsProcessingFeedback

from ..core.errors import ForeshockError
from .words import tr

#: A heading, and sentences.
Section = Tuple[str, List[str]]


def go_on(feedback: QgsProcessingFeedback) -> Callable[[float], bool]:
    """Takes a share, 0 to 1; says whether to go on."""

    def heard(share: float) -> bool:
        feedback.setProgress(100.0 * share)
        return not feedback.isCanceled()

    return heard


def write_page(path: str, title: str, sections: List[Section]) -> None:
    """A small page; it says of itself that it speaks of synthetic imagery."""
    parts = [f"<h1>{escape(title)}</h1>", f"<p>{escape(tr('Synthetic imagery: not an observation'))}</p>"]
    for heading, sentences in sections:
        items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
        parts.append(f"<h2>{escape(heading)}</h2><ul>{items}</ul>")
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(title)}</title></head><body>'
    try:
        Path(path).write_text(page + "\n".join(parts) + "</body></html>\n", encoding="utf-8")
    except OSError as error:
        message = tr("{path} cannot be written: {reason}.").format(path=path, reason=error.strerror)
        raise ForeshockError(message, tr("Choose another file.")) from None
