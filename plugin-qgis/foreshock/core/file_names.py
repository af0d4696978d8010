"""Names of files that every file system takes."""

from __future__ import annotations

import re


def stem_of(layer_name: str) -> str:
    """A layer's name as the beginning of a file name: letters, digits, - and _, at most 60."""
    return re.sub(r"[^\w-]+", "_", layer_name).strip("_")[:60] or "layer"
