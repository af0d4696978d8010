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
            if band.band < 1 or not finite or not band.lo < band.hi:
                raise Refusal(
                    ErrorCode.INVALID_FIELD,
                    f"band {band.band} from {band.lo} to {band.hi} cannot be stretched",
                    field=f"stretch.bands[{index}]",
                    limit="band from 1; lo and hi finite, lo below hi",
                )


def _ranks(count: int) -> Tuple[int, int]:
    """Places of the 2nd and the 98th percentile among ``count`` sorted samples, nearest rank."""
    last = float(count - 1)
    return math.floor(0.02 * last + 0.5), math.floor(0.98 * last + 0.5)


def percentile_range(samples: np.ndarray) -> Optional[Tuple[float, float]]:
    """Range of a band for display: 2nd and 98th percentile of its valid samples; a flat band gets a range of 1."""
    if samples.size == 0:
        return None
    low, high = _ranks(samples.size)
    ordered = np.partition(samples.ravel(), (low, high))
    return _widened(float(ordered[low]), float(ordered[high]))


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
        return _widened(float(low + self._low), float(high + self._low))


def _widened(low: float, high: float) -> Tuple[float, float]:
    return (low, high) if low < high else (low, low + 1.0)
