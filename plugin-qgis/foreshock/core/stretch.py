"""How a raster's samples become 8 bit, once for a whole request, and back; as in ``protocol/src/stretch.rs``."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Sequence, Tuple

import numpy as np

from . import words
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
                    _tr("band {band} from {low} to {high} cannot be stretched").format(
                        band=band.band, low=band.lo, high=band.hi
                    ),
                    field=f"stretch.bands[{index}]",
                    limit="band from 1; lo, hi and hi - lo finite, lo below hi",
                )


def _tr(text: str) -> str:
    return words.translate("ForeshockStretch", text)
