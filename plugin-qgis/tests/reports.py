"""Results in a project, for the tests of reports."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple
from uuid import uuid4

import finished
import numpy as np
import scenes
from foreshock.core.grid import Window
from foreshock.core.messages import new_job_id
from foreshock.core.request import SeriesPlace
from foreshock.jobs.assembling import assemble
from foreshock.layers.family import Family, family_of
from foreshock.layers.result_layer import add_result
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtGui import QImage

#: Columns and rows of the scene, px.
WIDTH, HEIGHT = 220, 200
#: What an edit paints, and the dark red of the mark.
EDIT, PLATE = (200, 30, 90), (139, 15, 30)


class Discs:
    """A painter of discs: column, row and radius of each, px."""

    def __init__(self, *discs: Tuple[float, float, float]) -> None:
        self._discs = discs

    def mask(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        near = np.zeros(x.shape, dtype=bool)
        for column, row, radius in self._discs:
            near |= np.hypot(x - column, y - row) < radius
        return near

    def whole_mask(self) -> np.ndarray:
        y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
        return self.mask(x, y)

    def __call__(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        rgba = finished.everything(x, y)
        rgba[..., 3] = np.where(self.mask(x, y), 255, 0)
        return rgba


#: A large and a small one.
TWO = Discs((60, 60, 40), (150, 130, 20))


def source(folder: Path, name: str = "ortho", **options: object) -> QgsRasterLayer:
    """A scene in the project."""
    path = scenes.rgb(folder / "source.tif", height=HEIGHT, width=WIDTH, **options)
    layer = QgsRasterLayer(str(path), name, "gdal")
    QgsProject.instance().addMapLayer(layer)
    return layer


def result(
    layer: QgsRasterLayer,
    folder: Path,
    paint: Any = TWO,
    name: str = "result",
    window: Optional[Window] = None,
    **changes: object,
) -> Family:
    """A finished result of a scene in the project, or of a part of it, with everything that belongs to it."""
    request = replace(finished.request_of(layer, folder / f"{name}.tif", window), job_id=new_job_id(), **changes)
    journal = finished.journal_of(request, folder / f"{name}_journal", paint)
    made = add_result(QgsProject.instance(), request, assemble(request, journal, lambda share: True))
    family = family_of(QgsProject.instance(), made)
    assert family is not None
    return family


def series(layer: QgsRasterLayer, folder: Path, labels: List[str]) -> List[Family]:
    """Results of growing extent, mildest first."""
    series_id = uuid4()
    return [
        result(
            layer,
            folder,
            Discs((60, 60, 14 + 8 * index)),
            f"result_{index}",
            scenario=f"Flood {label}",
            instruction=f"flood it, {label}",
            series=SeriesPlace(series_id, index, len(labels), label),
        )
        for index, label in enumerate(labels)
    ]


def pixels(image: QImage) -> np.ndarray:
    """``[h, w, 3]`` 8-bit RGB."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    return np.frombuffer(data, dtype=np.uint8).reshape(image.height(), -1, 4)[:, : image.width(), :3].copy()


def near(picture: np.ndarray, colour: Tuple[int, int, int], tolerance: int = 3) -> np.ndarray:
    """``[h, w]`` booleans: where a picture has a colour."""
    return np.abs(picture.astype(int) - colour).max(axis=-1) <= tolerance


def render_pdf(path: Path, dpi: int = 100) -> np.ndarray:
    """``[h, w, 3]`` of the only page of a PDF, as GDAL draws it."""
    dataset = gdal.OpenEx(str(path), gdal.OF_RASTER, open_options=[f"DPI={dpi}"])
    assert dataset is not None, gdal.GetLastErrorMsg()
    return np.moveaxis(dataset.ReadAsArray(), 0, -1)[..., :3]


class Page(HTMLParser):
    """A page of HTML as a reader has it: its words, its pictures; refuses what is not well formed."""

    VOID = ("meta", "img", "br")

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self._open: List[str] = []
        self._words: List[str] = []
        self.tags: List[str] = []
        self.images: List[Dict[str, Optional[str]]] = []
        self.attributes: Dict[str, Dict[str, Optional[str]]] = {}
        self.feed(text)
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        self.tags.append(tag)
        self.attributes.setdefault(tag, dict(attrs))
        if tag == "img":
            self.images.append(dict(attrs))
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open[-1] == tag, f"</{tag}> ends {self._open[-1:]}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self._words.append(data)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self._words).split())
