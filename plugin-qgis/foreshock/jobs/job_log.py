"""The log of one request: a line for each thing that happened to it, on disk and bounded.

Requests may have thousands of tiles, so a log that has grown large loses lines from its middle: how a request began
and what happened last is what people look for.
"""

from __future__ import annotations

import os
import re
from datetime import datetime, timezone
from pathlib import Path
from typing import Iterable, List

from qgis.PyQt.QtCore import QCoreApplication

#: A log that has more bytes than this is shortened to its first and last lines of so many bytes.
MOST_BYTES = 256 * 1024
_HEAD_BYTES, _TAIL_BYTES = 16 * 1024, 96 * 1024
#: Longer lines are cut: a worker's message may hold anything.
_MOST_CHARACTERS = 1000
#: How a line begins that stands for those that were left out.
_GAP = "  …"
#: What must not be in a log that people send around: passwords in addresses, keys of map services. A scheme has few
#: letters, so that a long text without a space takes no time.
_CREDENTIALS = re.compile(r"(\w[\w+.-]{0,20}://[^\s:/@]*):[^\s/]*@")
_KEYS = re.compile(r"(?i)\b([\w-]*(?:key|token|password|passwd|pwd|secret|signature|sig))=[^&\s;'\"]+")


def without_secrets(text: str) -> str:
    """The text without passwords in addresses and without the keys of map services."""
    return _KEYS.sub(r"\1=…", _CREDENTIALS.sub(r"\1@", text))


def line(text: str, when: datetime) -> str:
    """A line of a log: the time (UTC), and what happened in one line without secrets."""
    told = " ".join(without_secrets(text).split())
    if len(told) > _MOST_CHARACTERS:
        told = told[: _MOST_CHARACTERS - 1] + "…"
    return f"{when.astimezone(timezone.utc):%Y-%m-%d %H:%M:%S}Z  {told}"


class JobLog:
    """The log at a path. Nothing is kept open."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, lines: Iterable[str]) -> None:
        """Adds lines at the end. The folder must be there: a log does not bring a removed request back."""
        data = "".join(each + "\n" for each in lines).encode()
        # Not through `open(…, "a")`: other users of the machine must not read it.
        descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "ab") as file:
            file.write(data)
            size = file.tell()
        if size > MOST_BYTES:
            self._shorten()

    def lines(self) -> List[str]:
        """All of it, oldest first; nothing where there is no log."""
        try:
            return self._path.read_bytes().decode("utf-8", "replace").splitlines()
        except FileNotFoundError:
            return []

    def _shorten(self) -> None:
        data = self._path.read_bytes()
        head = data[:_HEAD_BYTES].splitlines(keepends=True)[:-1]
        tail = data[data.index(b"\n", len(data) - _TAIL_BYTES) + 1 :]
        gap = f"{_GAP} {_tr('lines are left out here: the log had grown too long')}\n".encode()
        partial = self._path.with_name(self._path.name + ".partial")
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(b"".join(each for each in head if not each.startswith(_GAP.encode())) + gap + tail)
        os.replace(partial, self._path)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockJobLog", text)
