"""The group of algorithms that Processing shows."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..core.broker_settings import Settings
from ..metadata import ICON, homepage
from ..version import VERSION
from .affected import AffectedFeaturesIn
from .batch import SimulateBatch
from .cancel import Cancel
from .collect import Collect
from .difference import Difference
from .plausibility import CheckPlausibility
from .report import Report
from .simulate import Simulate
from .submit import Submit
from .verify import Verify


class ForeshockProvider(QgsProcessingProvider):
    """Registered whether a fleet is set or not: an algorithm says what is missing when it runs."""

    def __init__(self, session: Optional[Callable[[], Settings]] = None) -> None:
        """``session`` gives the connection of the windows, which may know a password that is kept nowhere; it is asked
        on the main thread."""
        super().__init__()
        self.session = session
        #: What the Help button of an algorithm opens. With windows it is a page of our own, which needs no network.
        self.help_url = homepage()

    def id(self) -> str:
        return "foreshock"

    def name(self) -> str:
        return "Foreshock"

    def longName(self) -> str:
        return QCoreApplication.translate("ForeshockProcessing", "Foreshock: damage scenarios on imagery")

    def icon(self) -> QIcon:
        return QIcon(ICON)

    def svgIconPath(self) -> str:
        return ICON

    def versionInfo(self) -> str:
        return VERSION

    def helpId(self) -> str:
        return "foreshock"

    def supportedOutputRasterLayerExtensions(self) -> List[str]:
        """Results are GeoTIFF: it holds every sample type, masks and the marks of a simulation."""
        return ["tif", "tiff"]

    def defaultRasterFileExtension(self) -> str:
        return "tif"

    def loadAlgorithms(self) -> None:
        for kind in (
            Simulate,
            SimulateBatch,
            Submit,
            Collect,
            Cancel,
            Difference,
            AffectedFeaturesIn,
            CheckPlausibility,
            Verify,
            Report,
        ):
            self.addAlgorithm(kind())
