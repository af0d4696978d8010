"""The rules that a job's fields must satisfy, as in ``protocol/src/check.rs``; each refusal names field and limit."""

from __future__ import annotations

import math
import re
import unicodedata

from . import limits, words
from .errors import ErrorCode, require
from .grid import Geotransform
from .messages import Job, Params, Preserve, TileGrid

_FIELD = ErrorCode.INVALID_FIELD
_NAME = re.compile(r"[a-z0-9_-]{1,64}")
_WKT_KEYWORDS = {
    "PROJCS",
    "GEOGCS",
    "GEOCCS",
    "COMPD_CS",
    "LOCAL_CS",
    "PROJCRS",
    "PROJECTEDCRS",
    "GEOGCRS",
    "GEOGRAPHICCRS",
    "GEODCRS",
    "GEODETICCRS",
    "COMPOUNDCRS",
    "BOUNDCRS",
    "ENGCRS",
}


def check_job(job: Job) -> None:
    """Checks every field that needs no image decoding."""
    tile = job.tile
    found = _tr("{tiles} tiles").format(tiles=tile.of)
    require(1 <= tile.of <= limits.MAX_TILES, _FIELD, "tile.of", _range(1, limits.MAX_TILES), found)
    found = _tr("tile {index} of {tiles}").format(index=tile.index, tiles=tile.of)
    require(tile.index < tile.of, _FIELD, "tile.index", _tr("below {bound}").format(bound="tile.of"), found)
    check_instruction(job.instruction)
    check_grid(job.grid)
    check_params(job.params)
    job.stretch.check()
    found = _tr("{count} examples").format(count=len(job.examples))
    limit = _tr("at most {most}").format(most=limits.MAX_EXAMPLES)
    require(len(job.examples) <= limits.MAX_EXAMPLES, ErrorCode.TOO_LARGE, "examples", limit, found)
    masked = job.params.preserve is not Preserve.MASK or job.mask is not None
    limit = _tr("present when {field} is {value}").format(field="params.preserve", value="mask")
    require(masked, _FIELD, "mask", limit, _tr("no mask was sent"))
    for axis, value in (("col", job.noise_origin.col), ("row", job.noise_origin.row)):
        fits = value % limits.SIDE_MULTIPLE == 0 and abs(value) < 1 << 40
        limit = _tr("a multiple of {multiple}, below 2^40").format(multiple=limits.SIDE_MULTIPLE)
        require(fits, _FIELD, f"noise_origin.{axis}", limit, _tr("{value} is not").format(value=value))


def check_grid(grid: TileGrid) -> None:
    for name, side in (("width", grid.width), ("height", grid.height)):
        fits = limits.MIN_SIDE <= side <= limits.MAX_SIDE and side % limits.SIDE_MULTIPLE == 0
        limit = _tr("a multiple of {multiple} from {least} to {most} px").format(
            multiple=limits.SIDE_MULTIPLE, least=limits.MIN_SIDE, most=limits.MAX_SIDE
        )
        require(fits, _FIELD, f"grid.{name}", limit, f"{side} px")
    Geotransform(grid.geotransform).check("grid.geotransform")
    fits = math.isfinite(grid.gsd_m) and grid.gsd_m > 0
    require(fits, _FIELD, "grid.gsd_m", _tr("above 0, metres per px"), f"{grid.gsd_m} m")
    check_wkt(grid.crs_wkt, "grid.crs_wkt")


def check_params(params: Params) -> None:
    """Checks ranges; whether the model exists is the worker's to say."""
    _check_name(params.model, "params.model")
    if params.adapter is not None:
        _check_name(params.adapter, "params.adapter")
    _check_name(params.quality, "params.quality")

    def within(fits: bool, name: str, limit: str, value: object) -> None:
        require(fits, _FIELD, f"params.{name}", limit, f"{value}")

    within(1 <= params.steps <= limits.MAX_STEPS, "steps", _range(1, limits.MAX_STEPS), params.steps)
    fits = 0.0 <= params.guidance <= limits.MAX_GUIDANCE
    within(fits, "guidance", _range(0, limits.MAX_GUIDANCE), params.guidance)
    within(0.0 < params.strength <= 1.0, "strength", _tr("above 0 up to 1"), params.strength)
    within(0 <= params.seed <= limits.MAX_SEED, "seed", _tr("below {bound}").format(bound="2^53"), params.seed)
    fits = 1 <= params.candidates <= limits.MAX_CANDIDATES
    within(fits, "candidates", _range(1, limits.MAX_CANDIDATES), params.candidates)
    if params.filter is not None:
        fits = 1 <= params.filter.steps <= limits.MAX_STEPS
        within(fits, "filter.steps", _range(1, limits.MAX_STEPS), params.filter.steps)


def check_instruction(text: str) -> None:
    """Something readable, of bounded length, one line."""
    limit = _tr("1 to {most} bytes of UTF-8 without control characters").format(most=limits.MAX_INSTRUCTION_BYTES)
    size = len(text.encode("utf-8", "surrogatepass"))
    require(bool(text.strip()), _FIELD, "instruction", limit, _tr("it is empty; say what should happen"))
    fits = size <= limits.MAX_INSTRUCTION_BYTES
    found = _tr("it has {size} bytes; shorten it").format(size=size)
    require(fits, ErrorCode.TOO_LARGE, "instruction", limit, found)
    plain = not any(unicodedata.category(character) in ("Cc", "Cs") for character in text)
    require(plain, _FIELD, "instruction", limit, _tr("it contains a control character; write one line"))


def check_wkt(text: str, field: str) -> None:
    """The form of a CRS's WKT: never an address, a file name or a database code."""
    limit = _tr("WKT of a coordinate reference system, at most {most} bytes").format(most=limits.MAX_WKT_BYTES)
    size = len(text.encode("utf-8", "surrogatepass"))
    found = _tr("{size} bytes").format(size=size)
    require(size <= limits.MAX_WKT_BYTES, ErrorCode.TOO_LARGE, field, limit, found)
    trimmed = text.strip()
    keyword = re.split(r"[\[(]", trimmed, maxsplit=1)[0].rstrip()
    fits = keyword.upper() in _WKT_KEYWORDS and trimmed[-1:] in ("]", ")") and "\0" not in text
    found = _tr("“{text}” is not WKT; addresses and codes are not taken").format(text=text[:40])
    require(fits, _FIELD, field, limit, found)


def _check_name(name: str, field: str) -> None:
    require(bool(_NAME.fullmatch(name)), _FIELD, field, _tr("1 to 64 of a-z, 0-9, - and _"), f"“{name[:40]}”")


def _range(least: float, most: float) -> str:
    return _tr("{least} to {most}").format(least=f"{least:.15g}", most=f"{most:.15g}")


def _tr(text: str) -> str:
    return words.translate("ForeshockChecks", text)
