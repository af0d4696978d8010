"""When a simulated layer is: QGIS's temporal controller then steps from the state before through a series. Only our own
layers get a time; the user's are shown always. Main thread only."""

from __future__ import annotations

from datetime import timedelta
from typing import Optional, Union

from qgis.core import Qgis, QgsDateTimeRange, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt

from ..core.request import SimulationRequest

#: One frame: before is the hour before the first result, each further result of a series an hour later.
FRAME = timedelta(hours=1)
#: A layer's time begins and ends so far inside its frame: to QGIS ranges that touch overlap, open or not, and a project
#: keeps whole seconds.
_INSET = timedelta(seconds=1)

OurLayer = Union[QgsRasterLayer, QgsVectorLayer]


def set_time(layer: OurLayer, request: SimulationRequest) -> None:
    """A layer made by a request is shown in its frame only, once the temporal controller is on."""
    series = request.series
    began = request.created if series is None else series.began or request.created
    start = began.replace(minute=0, second=0, microsecond=0)
    if series is not None:
        start += series.index * FRAME
    frame = QDateTime.fromString(start.strftime("%Y-%m-%dT%H:%M:%SZ"), Qt.DateFormat.ISODate)
    _fix(layer, QgsDateTimeRange(frame.addSecs(_seconds(_INSET)), frame.addSecs(_seconds(FRAME - _INSET))))


def set_time_like(layer: OurLayer, result: QgsRasterLayer) -> None:
    """A layer derived from a result is shown when that one is."""
    when = time_of(result)
    if when is not None:
        _fix(layer, when)


def time_of(layer: OurLayer) -> Optional[QgsDateTimeRange]:
    """When a layer is; none where it has no time, or no longer."""
    properties = layer.temporalProperties()
    when = properties.fixedTemporalRange()
    return when if properties.isActive() and when.begin().isValid() and when.end().isValid() else None


def frames(first: QgsDateTimeRange, last: QgsDateTimeRange) -> QgsDateTimeRange:
    """All frames of a series, that before it included."""
    begin, end = first.begin().addSecs(-_seconds(FRAME + _INSET)), last.end().addSecs(_seconds(_INSET))
    return QgsDateTimeRange(begin, end, True, False)


def _fix(layer: OurLayer, when: QgsDateTimeRange) -> None:
    modes = Qgis.RasterTemporalMode if isinstance(layer, QgsRasterLayer) else Qgis.VectorTemporalMode
    properties = layer.temporalProperties()
    properties.setMode(modes.FixedTemporalRange)
    properties.setFixedTemporalRange(when)
    properties.setIsActive(True)


def _seconds(span: timedelta) -> int:
    return int(span.total_seconds())
