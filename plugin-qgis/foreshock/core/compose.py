"""How edited tiles become samples of the source's own type; as in ``protocol/src/compose.rs``.

For a pixel covered by tiles with feather weight f, alpha a and channel v: A = min(1, Σ f·a/255) and
E = Σ f·a/255·v / Σ f·a/255. Where A is 0 the source's sample stays, bit for bit.
"""

from __future__ import annotations

from typing import Optional, Tuple

import numpy as np


class Blend:
    """Σ f·a/255 and Σ f·a/255·v over a window of px."""

    def __init__(self, height: int, width: int) -> None:
        self._weight = np.zeros((height, width), dtype=np.float64)
        self._values = np.zeros((height, width, 3), dtype=np.float64)

    def add(self, place: Tuple[slice, slice], rgba: np.ndarray, fx: np.ndarray, fy: np.ndarray) -> None:
        """Adds a tile's px (``[h, w, 4]`` 8 bit) at a place of the window, with its feather weights there."""
        weight = fy[:, None] * fx[None, :] * (rgba[..., 3] / 255.0)
        self._weight[place] += weight
        self._values[place] += weight[..., None] * rgba[..., :3]

    def weight(self) -> np.ndarray:
        """A, 0 to 1."""
        return np.minimum(self._weight, 1.0)

    def edited(self) -> np.ndarray:
        """E, ``[h, w, 3]``, 0 to 255; 0 where nothing was edited."""
        total = self._weight[..., None]
        return np.divide(self._values, total, out=np.zeros_like(self._values), where=total > 0.0)


def compose(source: np.ndarray, edited: np.ndarray, weight: np.ndarray, nodata: Optional[float]) -> np.ndarray:
    """Samples of ``source``'s dtype: the source where ``weight`` is 0, elsewhere mixed with ``edited`` (in the source's
    units), rounded half up for integers, clamped to the type, and moved off ``nodata``."""
    touched = weight > 0.0
    old = source[touched].astype(np.float64)
    new, share = edited[touched], weight[touched]
    mixed = np.where(share >= 1.0, new, (1.0 - share) * old + share * new)
    result = source.copy()
    result[touched] = to_type(mixed, source.dtype, nodata)
    return result


def to_type(values: np.ndarray, dtype: np.dtype, nodata: Optional[float]) -> np.ndarray:
    """Samples of a type: never its nodata value."""
    if np.issubdtype(dtype, np.integer):
        info = np.iinfo(dtype)
        rounded = np.clip(np.floor(values + 0.5), info.min, info.max)
        if nodata is not None:
            step = 1.0 if nodata < info.max else -1.0
            rounded = np.where(rounded == nodata, rounded + step, rounded)
        return rounded.astype(dtype)
    typed = values.astype(dtype)
    if nodata is not None:
        hit = typed == dtype.type(nodata)
        typed = np.where(hit, np.nextafter(typed, dtype.type(np.inf)), typed)
    return typed
