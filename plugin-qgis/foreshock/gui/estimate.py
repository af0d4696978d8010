"""What a request will be, before *Run*: px, tiles, time."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ..core.grid import TilePlan, Window, default_overlap
from ..core.messages import Lane, Model
from ..core.progress import duration
from . import last_use


def describe(window: Window, gsd_m: float, model: Model, steps: int, interactive_tiles: int, pictures: int = 1) -> str:
    """A sentence for a person. Refuses what has too many tiles. Of several pictures each has this window."""
    tile = model.tile_sizes[0]
    tiles = len(TilePlan.cover(window, tile, default_overlap(tile)))
    number = QLocale().toString
    parts = [
        _tr("{width} × {height} px of {gsd}").format(
            width=number(window.width), height=number(window.height), gsd=_length(gsd_m)
        ),
        _tr("1 tile") if tiles == 1 else _tr("{tiles} tiles").format(tiles=number(tiles)),
    ]
    if pictures > 1:
        parts.append(_tr("{count} pictures").format(count=number(pictures)))
    pace = last_use.pace(model.digest)
    if pace > 0.0:
        parts.append(_tr("about {time}").format(time=duration(pace * steps * tiles * pictures)))
    else:
        parts.append(_tr("time not known before the first run"))
    if Lane.for_tiles(tiles, interactive_tiles) is Lane.BULK:
        parts.append(_tr("queued behind people who wait for a few tiles"))
    return ", ".join(parts)


def gsd_warning(gsd_m: float, model: Model) -> str:
    """Why the ground sampling distance does not suit a model; empty where it does."""
    made_for = model.gsd_m
    if made_for.holds(gsd_m):
        return ""
    return _tr("A pixel is {gsd} here; {model} was made for {low} to {high}. Expect poor results.").format(
        gsd=_length(gsd_m), model=model.name, low=_length(made_for.min), high=_length(made_for.max)
    )


def _length(metres: float) -> str:
    value, unit = (metres * 100, "cm") if metres < 0.1 else (metres, "m")
    return f"{QLocale().toString(float(value), 'g', 3)} {unit}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockEstimate", text)
