"""The range of a band for display: the 2nd and the 98th percentile of its samples, by nearest rank, as in
``protocol/src/stretch.rs``. The samples come by in pieces, if need be several times, so that no area lies in memory."""

from __future__ import annotations

import math
from typing import Callable, Dict, Iterable, List, Optional, Tuple

import numpy as np

#: Bits of a sample's place in the order of its type that are told apart each time the samples come by.
_DIGIT = 16


def percentile_range(chunks: Callable[[], Iterable[np.ndarray]], dtype: np.dtype) -> Optional[Tuple[float, float]]:
    """The range of the samples that ``chunks`` gives, the same each time it is called, of one type and without NaN;
    widened by :func:`spread`. None without samples.

    The two samples are found digit by digit of their place in the order of their type: 8- and 16-bit samples are
    looked at once, 32-bit samples twice, 64-bit samples four times."""
    bits = max(dtype.itemsize * 8, _DIGIT)
    least, most = math.inf, -math.inf
    ranks: List[int] = []
    #: The leading digits of both samples, as far as they are known.
    found = [0, 0]
    for shift in range(bits - _DIGIT, -1, -_DIGIT):
        counts: Dict[int, np.ndarray] = {each: np.zeros(1 << _DIGIT, dtype=np.int64) for each in found}
        for samples in chunks():
            if samples.size == 0:
                continue
            if not ranks:
                least, most = min(least, float(samples.min())), max(most, float(samples.max()))
            places = _places(samples)
            for leading, count in counts.items():
                near = places if not ranks else places[places >> (shift + _DIGIT) == leading]
                digits = (near >> shift & ((1 << _DIGIT) - 1)).astype(np.intp)
                count += np.bincount(digits, minlength=count.size)
        if not ranks:
            total = int(counts[0].sum())
            if total == 0:
                return None
            ranks = list(_ranks(total))
        for which, leading in enumerate(list(found)):
            below = np.cumsum(counts[leading])
            digit = int(np.searchsorted(below, ranks[which], side="right"))
            ranks[which] -= int(below[digit - 1]) if digit else 0
            found[which] = leading << _DIGIT | digit
    low, high = (_sample(place, dtype) for place in found)
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


def _ranks(count: int) -> Tuple[int, int]:
    """Places of the 2nd and the 98th percentile among ``count`` sorted samples, nearest rank."""
    last = float(count - 1)
    return math.floor(0.02 * last + 0.5), math.floor(0.98 * last + 0.5)


def _places(samples: np.ndarray) -> np.ndarray:
    """Unsigned whole numbers in the order of the samples: of floating point, negative numbers count down."""
    flat = np.ascontiguousarray(samples).ravel()
    kind, bits = flat.dtype.kind, flat.dtype.itemsize * 8
    unsigned = np.dtype(f"u{flat.dtype.itemsize}")
    sign = unsigned.type(1 << (bits - 1))
    places = flat.view(unsigned)
    if kind == "f":
        places = np.where(places & sign, ~places, places | sign)
    elif kind == "i":
        places = places ^ sign
    return places.astype(np.uint64)


def _sample(place: int, dtype: np.dtype) -> float:
    """The sample at a place."""
    bits = dtype.itemsize * 8
    sign = 1 << (bits - 1)
    if dtype.kind == "f":
        place = place ^ sign if place & sign else ~place & ((1 << bits) - 1)
    elif dtype.kind == "i":
        place ^= sign
    return float(np.array(place, dtype=f"u{dtype.itemsize}").view(dtype)) + 0.0
