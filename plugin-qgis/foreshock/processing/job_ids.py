"""Requests by their ids, and the folders of the clients that have them."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path
from typing import Dict, List, Tuple
from uuid import UUID

from ..core.errors import ForeshockError
from ..jobs.client_folder import ClientFolder, FolderInUse, UnknownRequest
from .words import tr


def parse(text: str) -> List[UUID]:
    """Ids separated by commas or blanks, each once."""
    found: Dict[UUID, None] = {}
    for word in re.split(r"[\s,;]+", text.strip()):
        if not word:
            continue
        try:
            found[UUID(word)] = None
        except ValueError:
            raise ForeshockError(
                tr("“{word}” is no id of a request.").format(word=word),
                tr("Ids look like 0190b5a2-7c3e-7f00-8000-0123456789ab; give several separated by commas."),
            ) from None
    return list(found)


class Holders:
    """The folders that have requests, locked as long as the ``with`` block or until they are handed on."""

    def __init__(self, root: Path, job_ids: List[UUID]) -> None:
        self._stack = ExitStack()
        #: Each folder with the requests asked for.
        self.folders: List[Tuple[ClientFolder, List[UUID]]] = []
        #: Requests that cannot be had, and why.
        self.missing: Dict[UUID, ForeshockError] = {}
        for job_id in job_ids:
            self._find(root, job_id)

    def __enter__(self) -> Holders:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _find(self, root: Path, job_id: UUID) -> None:
        for folder, ids in self.folders:
            if folder.journal.request(job_id) is not None:
                ids.append(job_id)
                return
        try:
            folder = ClientFolder.holding(root, job_id)
        except (FolderInUse, UnknownRequest) as error:
            self.missing[job_id] = error
            return
        self._stack.callback(folder.release)
        self.folders.append((folder, [job_id]))
