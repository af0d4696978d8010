"""Where results are written."""

from __future__ import annotations

import os
from datetime import datetime, timezone
from pathlib import Path
from typing import Set

from qgis.core import QgsApplication, QgsProject

from ..core.file_names import stem_of

#: Folder of results, beside a saved project.
FOLDER = "simulations"


class OutputPaths:
    """New file names: beside the project if it is saved and may be written to, else in the user's profile."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        #: Names that were given and may not be files yet.
        self._given: Set[Path] = set()

    def new(self, layer_name: str) -> str:
        """One that is neither there nor given before."""
        home = self._project.absolutePath()
        beside = bool(home) and os.access(home, os.W_OK)
        folder = Path(home) / FOLDER if beside else Path(QgsApplication.qgisSettingsDirPath()) / "foreshock" / FOLDER
        when = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
        stem = f"{stem_of(layer_name)}_simulated_{when}"
        path, number = folder / f"{stem}.tif", 2
        while path in self._given or path.exists():
            path = folder / f"{stem}_{number}.tif"
            number += 1
        self._given.add(path)
        return str(path)
