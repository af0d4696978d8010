"""How far edited content is shifted against the source: phase correlation of gradient magnitudes, tile by tile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, NamedTuple, Optional

import numpy as np

#: Side of a tile, px, and of the steps at which tiles may begin.
TILE, STEP = 128, 32
#: Tiles that are looked at, at most: so the time does not depend on the raster's size.
MOST_TILES = 48
#: Share of a tile that has to be changed.
_MOSTLY = 0.5
#: Longest shift that is looked for, px.
_REACH = TILE // 4
#: Width of the peak, px: what makes the estimate between px exact, and noise of single px harmless.
_SIGMA = 0.8
#: A match is clear when its peak is so many times as high as the best one farther away than ``_NEAR`` px: what has
#: nothing in common reaches 2.2 at most in a hundred tries.
CLEAR = 3.0
_NEAR = 4


class Shift(NamedTuple):
    """A shift of the content, px along columns and rows, and how clear it is (peak over next peak, at least 1)."""

    dx: float
    dy: float
    clearness: float

    @property
    def length(self) -> float:
        return float(np.hypot(self.dx, self.dy))


@dataclass(frozen=True)
class Alignment:
    """What the tiles with a clear match say: the median length of their shifts, px, and the median clearness."""

    shift_px: float
    clearness: float
    tiles: int


def choose_tiles(changed: np.ndarray, width: int, height: int) -> List[tuple]:
    """Tiles ``(col, row)`` that do not overlap and are changed for the most part, spread evenly. ``changed`` counts
    changed px in cells of ``STEP`` px, ``[rows, cols]``; tiles lie inside the raster of ``width`` × ``height`` px."""
    side = TILE // STEP
    rows, cols = height // STEP - side + 1, width // STEP - side + 1
    if rows < 1 or cols < 1:
        return []
    sums = np.zeros((changed.shape[0] + 1, changed.shape[1] + 1), dtype=np.int64)
    sums[1:, 1:] = changed.cumsum(axis=0).cumsum(axis=1)
    inside = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    inside = inside[:rows, :cols]
    places = np.argwhere(inside >= _MOSTLY * TILE * TILE)
    if len(places) > 16 * side * side:
        # Enough of them: those of one lattice do not overlap.
        places = places[(places % side == 0).all(axis=1)]
    order = np.argsort(-inside[places[:, 0], places[:, 1]], kind="stable")
    taken = np.zeros((rows + side, cols + side), dtype=bool)
    chosen = []
    for row, col in places[order].tolist():
        if not taken[row : row + side, col : col + side].any():
            taken[row : row + side, col : col + side] = True
            chosen.append((col * STEP, row * STEP))
    chosen.sort(key=lambda place: (place[1], place[0]))
    if len(chosen) > MOST_TILES:
        chosen = [chosen[index] for index in np.linspace(0, len(chosen) - 1, MOST_TILES).astype(int)]
    return chosen


def shift_of(before: np.ndarray, after: np.ndarray, changed: np.ndarray) -> Optional[Shift]:
    """The shift of ``after`` against ``before`` (``[h, w]`` floats) where ``changed`` (booleans) is true. What did not
    change is left out, with a rim of two px: it is the same in both, and would always say that nothing moved. None
    where one of the two has no texture."""
    weight = _eroded(changed, 2) * np.outer(np.hanning(changed.shape[0]), np.hanning(changed.shape[1]))
    one, other = _texture(before, weight), _texture(after, weight)
    if one is None or other is None:
        return None
    cross = np.fft.rfft2(other) * np.conj(np.fft.rfft2(one))
    fy = np.fft.fftfreq(changed.shape[0])[:, None]
    fx = np.fft.rfftfreq(changed.shape[1])[None, :]
    # The phases alone, weighted so that the peak of two equal pictures is a Gaussian.
    cross *= np.exp(-2.0 * (np.pi * _SIGMA) ** 2 * (fx**2 + fy**2)) / np.maximum(np.abs(cross), 1e-12)
    surface = np.fft.fftshift(np.fft.irfft2(cross, s=changed.shape))
    middle = (changed.shape[0] // 2, changed.shape[1] // 2)
    near = surface[middle[0] - _REACH : middle[0] + _REACH + 1, middle[1] - _REACH : middle[1] + _REACH + 1]
    row, col = np.unravel_index(int(near.argmax()), near.shape)
    if not (0 < row < near.shape[0] - 1 and 0 < col < near.shape[1] - 1):
        return None
    elsewhere = near.copy()
    elsewhere[max(row - _NEAR, 0) : row + _NEAR + 1, max(col - _NEAR, 0) : col + _NEAR + 1] = -np.inf
    clearness = float(near[row, col] / max(elsewhere.max(), 1e-12))
    return Shift(
        col - _REACH + _between(near[row, col - 1 : col + 2]),
        row - _REACH + _between(near[row - 1 : row + 2, col]),
        clearness,
    )


def combine(shifts: List[Shift]) -> Optional[Alignment]:
    """What the clear ones say together; none without any."""
    clear = [shift for shift in shifts if shift.clearness >= CLEAR]
    if not clear:
        return None
    return Alignment(
        float(np.median([shift.length for shift in clear])),
        float(np.median([shift.clearness for shift in clear])),
        len(clear),
    )


def _texture(grey: np.ndarray, weight: np.ndarray) -> Optional[np.ndarray]:
    """Gradient magnitude about its weighted mean, tapered by the weight."""
    total = weight.sum()
    values = np.where(np.isfinite(grey), grey, 0.0)
    down, across = np.gradient(values)
    magnitude = np.hypot(down, across)
    if total <= 0.0:
        return None
    centred = (magnitude - (magnitude * weight).sum() / total) * weight
    return centred if np.abs(centred).max() > 1e-9 * max(np.abs(values).max(), 1e-9) else None


def filled(mask: np.ndarray) -> np.ndarray:
    """The mask without holes that are at most four px wide: where an edit met the very value that was there by chance.
    Its outline stays where it is."""
    return _eroded(~_eroded(~mask, 2), 2)


def _eroded(mask: np.ndarray, steps: int) -> np.ndarray:
    """The mask without its rim; the border of the picture is no rim."""
    result = mask
    for _ in range(steps):
        framed = np.pad(result, 1, constant_values=True)
        result = framed[1:-1, 1:-1] & framed[:-2, 1:-1] & framed[2:, 1:-1] & framed[1:-1, :-2] & framed[1:-1, 2:]
    return result


def _between(three: np.ndarray) -> float:
    """Where a Gaussian through three values has its top, −½ to ½ from the middle one."""
    low, middle, high = np.log(np.maximum(three, 1e-12))
    bend = low - 2.0 * middle + high
    return float(np.clip(0.5 * (low - high) / bend, -0.5, 0.5)) if bend < 0.0 else 0.0
