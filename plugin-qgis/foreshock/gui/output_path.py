"""Where results are written."""

from __future__ import annotations

import os
from datetime import datetime, timezone
from pathlib import Path

from qgis.core import QgsApplication, QgsProject

from ..core.file_names import stem_of

#: Folder of results, beside a saved project.
FOLDER = "simulations"


def output_path(project: QgsProject, layer_name: str) -> str:
    """A new file name: beside the project if it is saved and may be written to, else in the user's profile."""
    home = project.absolutePath()
    beside = bool(home) and os.access(home, os.W_OK)
    folder = Path(home) / FOLDER if beside else Path(QgsApplication.qgisSettingsDirPath()) / "foreshock" / FOLDER
    stem = stem_of(layer_name)
    when = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    path = folder / f"{stem}_simulated_{when}.tif"
    number = 2
    while path.exists():
        path = folder / f"{stem}_simulated_{when}_{number}.tif"
        number += 1
    return str(path)
