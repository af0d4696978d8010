"""What all algorithms of the provider have in common."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtGui import QIcon

from ..core.broker_settings import Settings
from ..core.errors import ForeshockError
from ..imagery.footprint import Cancelled
from ..metadata import ICON, homepage
from . import parameters as shared
from .words import tr


class ForeshockAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that may speak with the fleet, on whatever thread Processing gives it. Its refusals and failures are
    sentences. What needs the main thread (layers, credentials) is looked at while it prepares."""

    #: Whether it asks the fleet; what does not, needs no connection.
    needs_fleet = True

    def __init__(self) -> None:
        super().__init__()
        self._settings: Optional[Settings] = None

    # What an algorithm adds -------------------------------------------------------------------------------------

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Refuses values early; on the main thread, before anything begins."""

    def prepare_here(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """Looks at layers; on the main thread."""

    def act(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """The work; gives the outputs."""
        raise NotImplementedError

    # What Processing asks ---------------------------------------------------------------------------------------

    def createInstance(self) -> ForeshockAlgorithm:
        return type(self)()

    def icon(self) -> QIcon:
        return QIcon(ICON)

    def svgIconPath(self) -> str:
        return ICON

    def helpUrl(self) -> str:
        return getattr(self.provider(), "help_url", homepage())

    def tags(self) -> List[str]:
        text = tr(
            "damage,disaster,scenario,simulation,flood,wildfire,earthquake,tornado,landslide,imagery,synthetic,ai"
        )
        return text.split(",")

    def checkParameterValues(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Tuple[bool, str]:
        fits, reason = super().checkParameterValues(parameters, context)
        if not fits:
            return fits, reason
        try:
            if self.needs_fleet:
                shared.check_connection(self, parameters, context)
            self.check(parameters, context)
        except (ForeshockError, QgsProcessingException) as error:
            return False, str(error)
        return True, ""

    def prepareAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        try:
            if self.needs_fleet:
                self._settings = shared.read_connection(self, parameters, context)
            self.prepare_here(parameters, context)
        except ForeshockError as error:
            raise QgsProcessingException(str(error)) from None
        return True

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        try:
            return self.act(parameters, context, feedback)
        except Cancelled:
            return {}
        except ForeshockError as error:
            raise QgsProcessingException(str(error)) from None
