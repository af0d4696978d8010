"""Words for people in modules that know no Qt: English until the plugin lends Qt's own ``translate``."""

from __future__ import annotations

from typing import Callable, Optional

_function: Optional[Callable[[str, str], str]] = None


def translate(context: str, text: str) -> str:
    """The text in the user's language; the text itself where nothing was installed."""
    return text if _function is None else _function(context, text)


def install(function: Callable[[str, str], str]) -> None:
    """Takes a function (context, English text) → text in the user's language."""
    global _function
    _function = function


def uninstall() -> None:
    """Back to English."""
    global _function
    _function = None
