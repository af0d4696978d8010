"""The plugin as QGIS sees it: wiring only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTranslator

from . import translations

if TYPE_CHECKING:
    from .gui.actions import Actions
    from .gui.controller import Controller
    from .processing.provider import ForeshockProvider


class ForeshockPlugin(QObject):
    """*Simulate damage…* in the menus, and the Processing provider."""

    def __init__(self, iface: Any) -> None:
        super().__init__()
        self._iface = iface
        self._provider: Optional[ForeshockProvider] = None
        self._controller: Optional[Controller] = None
        self._actions: Optional[Actions] = None
        self._translator: Optional[QTranslator] = None

    def initProcessing(self) -> None:
        """Called by ``qgis_process`` instead of :meth:`initGui`: nothing of the windows is loaded here."""
        # First: words are translated when they are made.
        self._translator = translations.install()
        from .imagery import map_answers
        from .processing.provider import ForeshockProvider

        map_answers.start()
        self._provider = ForeshockProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Called when the plugin is switched on. Connects nothing."""
        self.initProcessing()
        from .gui.actions import Actions
        from .gui.controller import Controller
        from .gui.help import link_to

        self._controller = Controller(self._iface, self)
        # What was typed for this session, or for one run, holds for Processing, too.
        self._provider.session = self._controller.lend_connection
        self._provider.help_url = link_to("processing")
        self._actions = Actions(self._iface, self._controller, self)
        self._controller.offer_waiting()

    def unload(self) -> None:
        """Called when the plugin is switched off: undoes what the two above did."""
        for each in (self._actions, self._controller):
            if each is not None:
                each.close()
                each.deleteLater()
        self._actions = self._controller = None
        if self._provider is not None:
            from .imagery import map_answers

            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
            map_answers.stop()
        translations.remove(self._translator)
        self._translator = None
