"""Errors that a person reads: each says what happened and what to do."""

from __future__ import annotations

from enum import Enum
from typing import Optional

from . import words


class ForeshockError(Exception):
    """A failure in plain words: the fact, and the remedy."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class BrokerError(ForeshockError):
    """The broker cannot be reached, refuses us, or has no room."""

    def __init__(self, message: str, hint: str = "", *, permanent: bool = False) -> None:
        super().__init__(message, hint)
        #: Trying again with the same settings cannot help.
        self.permanent = permanent


class UnsupportedRaster(ForeshockError):
    """The layer cannot be simulated; the message says why."""


class ErrorCode(str, Enum):
    """Kinds of refusal on the wire."""

    INVALID_MESSAGE = "invalid_message"
    UNKNOWN_SCHEMA = "unknown_schema"
    INVALID_FIELD = "invalid_field"
    TOO_LARGE = "too_large"
    INVALID_IMAGE = "invalid_image"
    UNKNOWN_MODEL = "unknown_model"
    UNKNOWN_ADAPTER = "unknown_adapter"
    LICENCE_NOT_ACCEPTED = "licence_not_accepted"
    UNSUPPORTED = "unsupported"
    UNKNOWN_WORDS = "unknown_words"
    FORBIDDEN = "forbidden"
    DEADLINE_EXCEEDED = "deadline_exceeded"
    OUT_OF_MEMORY = "out_of_memory"
    TOO_MANY_ATTEMPTS = "too_many_attempts"
    INTERNAL = "internal"


class Refusal(ForeshockError):
    """A message or a field that breaks a rule of the wire."""

    def __init__(
        self, code: ErrorCode, message: str, *, field: Optional[str] = None, limit: Optional[str] = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.field = field
        self.limit = limit


def require(fits: bool, code: ErrorCode, field: str, limit: str, found: str) -> None:
    """Raises a :class:`Refusal` that names the field and the limit unless ``fits``."""
    if not fits:
        message = _tr("{field}: {found} (must be {limit})").format(field=field, found=found, limit=limit)
        raise Refusal(code, message, field=field, limit=limit)


def _tr(text: str) -> str:
    return words.translate("ForeshockErrors", text)
