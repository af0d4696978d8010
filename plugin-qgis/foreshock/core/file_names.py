"""Names of files that every file system takes."""

from __future__ import annotations

import re
from pathlib import Path


def stem_of(layer_name: str) -> str:
    """A layer's name as the beginning of a file name: letters, digits, - and _, at most 60."""
    return re.sub(r"[^\w-]+", "_", layer_name).strip("_")[:60] or "layer"


def beside(output: str, ending: str) -> str:
    """A file that belongs to a result and lies beside it. Only what says GeoTIFF goes: ``v1.2`` is no name with an
    ending."""
    path = Path(output)
    stem = path.with_suffix("") if path.suffix.lower() in (".tif", ".tiff") else path
    return f"{stem}.{ending}"
