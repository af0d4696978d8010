"""What of a canvas can be seen: QGIS lays its message bar over the upper edge."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QPoint, QRect, QRectF


def open_view(canvas: QgsMapCanvas) -> QRectF:
    """The canvas below the message bar, in px of the canvas; all of it while there is no message."""
    viewport = canvas.viewport()
    view = QRectF(viewport.rect())
    for bar in canvas.window().findChildren(QgsMessageBar):
        if not bar.isVisible() or bar.window() is not canvas.window():
            continue
        covered = QRectF(QRect(viewport.mapFromGlobal(bar.mapToGlobal(QPoint(0, 0))), bar.size())).intersected(view)
        # A window of its own, as that of a table, has a bar that covers no canvas.
        if not covered.isEmpty() and covered.top() <= view.top() and covered.height() < view.height() / 2:
            view.setTop(covered.bottom())
    return view
