"""How edited tiles become samples of the source's own type; as in ``protocol/src/compose.rs``.

For a pixel covered by tiles with feather weight f, alpha a and channel v: A = min(1, Σ f·a/255) and
E = Σ f·a/255·v / Σ f·a/255. Where A is 0 the source's sample stays, bit for bit.
"""

from __future__ import annotations

import math
from typing import List, Optional, Sequence, Tuple

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


#: How near nodata is nodata, relative. GDAL takes floating-point samples for nodata within 4 machine epsilons of 32
#: bit, also where samples have 64 (``ARE_REAL_EQUAL``); twice that is safe from rounding.
_NEAR = 8.0 * float(np.finfo(np.float32).eps)


def as_sample(nodata: Optional[float], dtype: np.dtype) -> Optional[float]:
    """The nodata value as a sample of a type; none where no finite sample equals it."""
    if nodata is None or not math.isfinite(nodata):
        return None
    if dtype.kind != "f":
        info = np.iinfo(dtype)
        return float(math.trunc(nodata)) if info.min <= nodata <= info.max else None
    with np.errstate(over="ignore"):
        typed = float(dtype.type(nodata))
    return typed if math.isfinite(typed) else None


def _margin(nodata: float, dtype: np.dtype) -> float:
    """Smallest distance from nodata that is safe; for floating point."""
    return max(abs(nodata) * _NEAR, float(np.finfo(dtype).tiny))


def is_nodata(samples: np.ndarray, nodata: Optional[float]) -> np.ndarray:
    """Where samples mean “no data”, as GDAL sees it: integers without nodata's fraction, floating point with a
    tolerance."""
    value = as_sample(nodata, samples.dtype)
    if value is None:
        return np.zeros(samples.shape, dtype=bool)
    if samples.dtype.kind != "f":
        return samples == samples.dtype.type(value)
    with np.errstate(invalid="ignore", over="ignore"):
        return np.abs(samples.astype(np.float64) - value) < _margin(value, samples.dtype)


def to_type(values: np.ndarray, dtype: np.dtype, nodata: Optional[float]) -> np.ndarray:
    """Samples of a type: rounded half up for integers, within the type's range, never its nodata value."""
    floating = dtype.kind == "f"
    limits = np.finfo(dtype) if floating else np.iinfo(dtype)
    typed = np.clip(values if floating else np.floor(values + 0.5), float(limits.min), float(limits.max)).astype(dtype)
    hit = is_nodata(typed, nodata)
    if hit.any():
        value = as_sample(nodata, dtype)
        margin = _margin(value, dtype) if floating else 1.0
        beside = value + margin if value + margin <= float(limits.max) else value - margin
        typed[hit] = dtype.type(beside)
    return typed


def clear_of(
    samples: np.ndarray, touched: np.ndarray, ranges: Sequence[Tuple[float, float]], nodata: Optional[float]
) -> np.ndarray:
    """Samples of which those at ``touched`` lie in none of the ranges (bounds included) and are not ``nodata``: what
    lies there is moved to the nearest value outside, as far as the type has one."""
    result = samples.copy()
    for low, high in _joined(ranges, nodata, samples.dtype):
        beside = [each for each in (_next(low, -1, samples.dtype), _next(high, 1, samples.dtype)) if each is not None]
        values = result.astype(np.float64)
        hit = touched & (values >= low) & (values <= high)
        if not hit.any() or not beside:
            continue
        distance = np.abs(np.subtract.outer(values[hit], np.array(beside, dtype=np.float64)))
        result[hit] = np.array(beside, dtype=samples.dtype)[distance.argmin(axis=1)]
    return result


def _joined(
    ranges: Sequence[Tuple[float, float]], nodata: Optional[float], dtype: np.dtype
) -> List[Tuple[float, float]]:
    """Ranges between any two of which the type has a value, nodata among them."""
    value = as_sample(nodata, dtype)
    margin = _margin(value, dtype) if value is not None and dtype.kind == "f" else 0.0
    found: List[Tuple[float, float]] = []
    for low, high in sorted([*ranges, *([] if value is None else [(value - margin, value + margin)])]):
        above = _next(found[-1][1], 1, dtype) if found else None
        if found and (above is None or low <= float(above)):
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _next(value: float, way: int, dtype: np.dtype) -> Optional[np.generic]:
    """The nearest finite sample of a type beyond a value, upwards (1) or downwards (−1); none where there is none."""
    if dtype.kind != "f":
        info = np.iinfo(dtype)
        # Beyond the type there may be infinities.
        whole = min(max(value, info.min - 2.0), info.max + 2.0)
        step = math.floor(whole) + 1 if way > 0 else math.ceil(whole) - 1
        step = max(step, info.min) if way > 0 else min(step, info.max)
        return dtype.type(step) if info.min <= step <= info.max else None
    with np.errstate(over="ignore"):
        sample = dtype.type(value)
        while (float(sample) - value) * way <= 0.0 and math.isfinite(float(sample)):
            sample = np.nextafter(sample, dtype.type(way * math.inf))
    return sample if math.isfinite(float(sample)) else None
