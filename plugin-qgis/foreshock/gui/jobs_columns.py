"""The columns of the list of jobs: what stands in them, and what they are sorted by."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication

from ..jobs.entry import Entry, JobState
from . import jobs_words

#: What is under way stands before what waits and what has ended.
_ORDER = {state: number for number, state in enumerate(JobState)}


class Column(IntEnum):
    NAME = 0
    STATE = 1
    TILES = 2
    CACHED = 3
    LANE = 4
    STARTED = 5
    TIME = 6
    HEARD = 7


def text(entry: Entry, column: Column) -> str:
    """What stands in it."""
    if column == Column.NAME:
        return jobs_words.job_name(entry.facts)
    if column == Column.STATE:
        return jobs_words.state_text(entry)
    if column == Column.TILES:
        return jobs_words.tiles_text(entry)
    if column == Column.CACHED:
        return "" if entry.cached is None else jobs_words.number(entry.cached)
    if column == Column.LANE:
        return jobs_words.lane_text(entry.facts.lane)
    if column == Column.STARTED:
        return jobs_words.started_text(entry.facts.created)
    return jobs_words.time_text(entry) if column == Column.TIME else jobs_words.heard_text(entry)


def key(entry: Entry, column: Column) -> Any:
    """What a column is sorted by."""
    if column == Column.NAME:
        return jobs_words.job_name(entry.facts).casefold()
    if column == Column.STATE:
        return _ORDER[entry.state], entry.fraction
    if column == Column.TILES:
        return entry.facts.tiles
    if column == Column.CACHED:
        return -1 if entry.cached is None else entry.cached
    if column == Column.LANE:
        return entry.facts.lane.value
    if column == Column.TIME:
        elapsed = entry.elapsed()
        return -1.0 if elapsed is None else elapsed
    if column == Column.HEARD:
        return 0.0 if entry.heard is None else entry.heard
    return age(entry)


def age(entry: Entry) -> tuple:
    """Sorts by time. The members of a series come from one moment: they stay together, and where the newest stand above
    the others, the mildest stands above the worse ones."""
    facts = entry.facts
    if facts.series is None:
        return facts.created, facts.job_id.int, 0
    return facts.created, facts.series.series_id.int, -facts.series.index


def title(column: Column) -> str:
    return {
        Column.NAME: _tr("Job"),
        Column.STATE: _tr("State"),
        Column.TILES: _tr("Tiles"),
        Column.CACHED: _tr("Cached"),
        Column.LANE: _tr("Lane"),
        Column.STARTED: _tr("Started"),
        Column.TIME: _tr("Time"),
        Column.HEARD: _tr("Heard"),
    }[column]


def explanation(column: Column) -> Optional[str]:
    return {
        Column.TILES: _tr("How many pieces the area was cut into, and how many of them are there"),
        Column.CACHED: _tr("Tiles that the fleet had computed before and did not have to compute again"),
        Column.LANE: _tr("Large requests take the bulk lane, so that nobody who waits at a screen is held up"),
        Column.TIME: _tr("From “Run” to the result"),
        Column.HEARD: _tr("When a worker last gave a sign of life for it"),
    }.get(column)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockJobsColumns", text)
