"""How a raster's samples become 8 bit, once for a whole request, and back; as in ``protocol/src/stretch.rs``."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional, Sequence, Tuple

import numpy as np

from .errors import ErrorCode, Refusal


@dataclass(frozen=True)
class BandStretch:
    """A linear map of one band (counted from 1): ``lo`` becomes 0, ``hi`` becomes 255."""

    band: int
    lo: float
    hi: float

    def to_u8(self, samples: np.ndarray) -> np.ndarray:
        """Samples as 8 bit: clamped, rounded half up. NaN becomes 0; such pixels carry alpha 0 anyway."""
        unit = (np.asarray(samples, dtype=np.float64) - self.lo) / (self.hi - self.lo)
        return np.floor(np.nan_to_num(np.clip(unit, 0.0, 1.0), nan=0.0) * 255.0 + 0.5).astype(np.uint8)

    def from_u8(self, values: np.ndarray) -> np.ndarray:
        """8-bit values (they may have fractions) as samples."""
        return self.lo + np.asarray(values, dtype=np.float64) / 255.0 * (self.hi - self.lo)


@dataclass(frozen=True)
class Stretch:
    """Red, green, blue. One band may stand for several (a grey image: all three)."""

    bands: Tuple[BandStretch, BandStretch, BandStretch]

    @classmethod
    def identity(cls, bands: Sequence[int]) -> Stretch:
        """8-bit bands as they are."""
        red, green, blue = (BandStretch(band, 0.0, 255.0) for band in bands)
        return cls((red, green, blue))

    def check(self) -> None:
        for index, band in enumerate(self.bands):
            finite = math.isfinite(band.lo) and math.isfinite(band.hi)
            # A range that overflows could not be mapped back.
            if band.band < 1 or not finite or not band.lo < band.hi or not math.isfinite(band.hi - band.lo):
                raise Refusal(
                    ErrorCode.INVALID_FIELD,
                    f"band {band.band} from {band.lo} to {band.hi} cannot be stretched",
                    field=f"stretch.bands[{index}]",
                    limit="band from 1; lo, hi and hi - lo finite, lo below hi",
                )


def _ranks(count: int) -> Tuple[int, int]:
    """Places of the 2nd and the 98th percentile among ``count`` sorted samples, nearest rank."""
    last = float(count - 1)
    return math.floor(0.02 * last + 0.5), math.floor(0.98 * last + 0.5)


def percentile_range(samples: np.ndarray) -> Optional[Tuple[float, float]]:
    """Range of a band for display: 2nd and 98th percentile of its valid samples, widened by :func:`spread`."""
    if samples.size == 0:
        return None
    low, high = _ranks(samples.size)
    ordered = np.partition(samples.ravel(), (low, high))
    return spread(float(ordered[low]), float(ordered[high]), float(samples.min()), float(samples.max()))


class Histogram:
    """Counts whole samples as they come by, so that the percentiles of a large area need no copy of it."""

    def __init__(self, low: int, high: int) -> None:
        self._low = low
        self._counts = np.zeros(high - low + 1, dtype=np.int64)

    def add(self, samples: np.ndarray) -> None:
        places = samples.ravel().astype(np.int64) - self._low
        self._counts += np.bincount(places, minlength=self._counts.size)

    def percentile_range(self) -> Optional[Tuple[float, float]]:
        """The same numbers as :func:`percentile_range` over all samples added."""
        below = np.cumsum(self._counts)
        if below[-1] == 0:
            return None
        low, high = (int(np.searchsorted(below, rank, side="right")) for rank in _ranks(int(below[-1])))
        least, most = (int(place) for place in np.flatnonzero(self._counts)[[0, -1]])
        low, high, least, most = (float(place + self._low) for place in (low, high, least, most))
        return spread(low, high, least, most)


def spread(low: float, high: float, least: float, most: float) -> Tuple[float, float]:
    """The percentiles of a band, unless they are one value: then its least and its most sample (a collar of zeros
    without nodata tag would hide all that is inside), and where those are one value, too, a range that can be told from
    it."""
    if low < high:
        return low, high
    if least < most:
        return least, most
    return least, least + max(abs(least) * 1e-3, 1.0)
