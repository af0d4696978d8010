"""A whole assessment in the background: prepared on the main thread, run on any other."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from typing import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..layers.marks import PROPERTY
from .affected import Affected, FeatureSource, Question, assess
from .overlay import Overlay, frame_of
from .tables import FeaturesFile, about_scenario

_FILE = "affected.gpkg"


@dataclass
class Outcome:
    """An answer, with its features in a file that goes with it."""

    affected: Affected
    about: str
    folder: tempfile.TemporaryDirectory

    @property
    def features_file(self) -> str:
        return os.path.join(self.folder.name, _FILE)


@dataclass(frozen=True)
class Assessment:
    """Everything that it needs, taken from layers and project by :meth:`of`."""

    footprint: FeatureSource
    source: FeatureSource
    question: Question
    #: Only features that touch it are looked at.
    extent: QgsRectangle
    extent_crs: QgsCoordinateReferenceSystem
    #: What the files say a feature is affected by.
    about: str
    transforms: QgsCoordinateTransformContext
    ellipsoid: str

    @classmethod
    def of(
        cls,
        project: QgsProject,
        result: QgsRasterLayer,
        footprint: QgsVectorLayer,
        layer: QgsVectorLayer,
        question: Question,
    ) -> Assessment:
        """On the main thread."""
        for each in (footprint, layer):
            if not each.crs().isValid():
                raise ForeshockError(
                    _tr("“{layer}” has no coordinate reference system.").format(layer=each.name()),
                    _tr("Set it in the layer's properties."),
                )
        return cls(
            footprint=FeatureSource.of(footprint),
            source=FeatureSource.of(layer),
            question=question,
            extent=result.extent(),
            extent_crs=result.crs(),
            about=about_scenario(str(result.customProperty(f"{PROPERTY}instruction", ""))),
            transforms=project.transformContext(),
            ellipsoid=project.ellipsoid(),
        )

    def run(self, go_on: Callable[[int], bool]) -> Outcome:
        """Looks at all features; ``go_on`` is as for :func:`~.affected.assess`."""
        source = self.source
        pieces = (feature.geometry() for feature in self.footprint.read(QgsFeatureRequest()))
        overlay = Overlay(pieces, self.footprint.crs, source.crs, self.transforms, self.ellipsoid, go_on)
        within = frame_of(self.extent, self.extent_crs, source.crs, self.transforms)
        folder = tempfile.TemporaryDirectory(prefix="foreshock-affected-")
        try:
            with FeaturesFile(os.path.join(folder.name, _FILE), source, self.about, self.transforms) as file:
                affected = assess(overlay, source, self.question, go_on, file.take, within)
        except BaseException:
            folder.cleanup()
            raise
        return Outcome(affected, self.about, folder)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAffected", text)
