"""What the user declared nodata in QGIS, as samples of the file."""

from __future__ import annotations

import math
import sys
from typing import List

from qgis.core import QgsRasterLayer, QgsRasterRange

from ..core.request import NodataRange

#: A bound this close to a whole number, relative, is that number: the scale of a band costs so much.
_ROUNDING = 1e-6


def user_nodata(layer: QgsRasterLayer) -> List[NodataRange]:
    """The ranges of all bands, bounds included and finite, in the units of the samples: QGIS shows and takes values
    with the band's scale and offset applied."""
    provider = layer.dataProvider()
    return [
        _in_samples(band, each, provider.bandScale(band), provider.bandOffset(band))
        for band in range(1, provider.bandCount() + 1)
        for each in provider.userNoDataValues(band)
    ]


def _in_samples(band: int, each: QgsRasterRange, scale: float, offset: float) -> NodataRange:
    kinds = QgsRasterRange.BoundsType
    low = _bound(each.min(), -math.inf, each.bounds() in (kinds.IncludeMin, kinds.IncludeMinAndMax), scale, offset)
    high = _bound(each.max(), math.inf, each.bounds() in (kinds.IncludeMax, kinds.IncludeMinAndMax), scale, offset)
    low, high = min(low, high), max(low, high)
    return NodataRange(band, max(low, -sys.float_info.max), min(high, sys.float_info.max))


def _bound(value: float, open_end: float, included: bool, scale: float, offset: float) -> float:
    """A bound as a sample; QGIS writes NaN where a range has no end on that side."""
    end = open_end if scale >= 0.0 else -open_end
    if math.isnan(value) or not math.isfinite(value):
        return end
    sample = (value - offset) / scale if scale else value
    if abs(sample - round(sample)) < _ROUNDING * max(1.0, abs(sample)):
        sample = float(round(sample))
    return sample if included else math.nextafter(sample, -end)
