"""What the list of jobs says, in words."""

from __future__ import annotations

import html
from datetime import datetime

from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from ..core.facts import Facts
from ..core.messages import Lane
from ..core.progress import duration
from ..jobs.entry import ENDED, Entry, JobState
from ..layers.names import request_name

_SHORT = QLocale.FormatType.ShortFormat


def state_word(state: JobState) -> str:
    """A state in a word or two."""
    return {
        JobState.SENDING: _tr("Sending"),
        JobState.WAITING: _tr("Waiting for a worker"),
        JobState.RUNNING: _tr("Running"),
        JobState.COMPOSING: _tr("Writing the result"),
        JobState.STOPPED: _tr("Stopped"),
        JobState.OPEN: _tr("To be fetched"),
        JobState.ELSEWHERE: _tr("Under way elsewhere"),
        JobState.DONE: _tr("Done"),
        JobState.FAILED: _tr("Failed"),
        JobState.CANCELLED: _tr("Called off"),
    }[state]


def state_text(entry: Entry) -> str:
    """The state, and what there is to say about it."""
    word = state_word(entry.state)
    more = entry.trouble or entry.reason
    if more:
        return _tr("{state}: {reason}").format(state=word, reason=more)
    return word


def bar_text(entry: Entry) -> str:
    """What the bar of a job under way says: the tiles while they run; before and after them what is done instead."""
    if entry.trouble or entry.state is not JobState.RUNNING:
        return state_text(entry)
    percent = number(int(100.0 * entry.fraction))
    if entry.left is None:
        return _tr("{percent} %").format(percent=percent)
    return _tr("{percent} %, about {time} left").format(percent=percent, time=duration(entry.left))


def state_hint(state: JobState) -> str:
    """What a state means for the user where that is not plain."""
    return {
        JobState.WAITING: _tr("All tiles are at the broker. The next worker that is free takes them."),
        JobState.STOPPED: _tr("Nothing is lost. “Go on” sends what is missing."),
        JobState.OPEN: _tr("It was under way when QGIS ended. “Go on” connects and fetches what has come since."),
        JobState.ELSEWHERE: _tr(
            "Processing or another QGIS sent it, and gets its result. If neither runs any more, “Collect results” in "
            "the toolbox fetches it."
        ),
    }.get(state, "")


def job_name(facts: Facts) -> str:
    """Layer and scenario; of a series, which of its members it is."""
    name, series = request_name(facts), facts.series
    if series is None:
        return name
    if series.label and series.label not in name:
        text = _tr("{name} ({index} of {count}: {label})")
    else:
        text = _tr("{name} ({index} of {count})")
    return text.format(name=name, index=series.index + 1, count=series.of, label=series.label)


def tiles_text(entry: Entry) -> str:
    """How many tiles it has, and how many of them are there while that is of interest."""
    tiles = number(entry.facts.tiles)
    if entry.state in ENDED or entry.state is JobState.COMPOSING:
        return tiles
    return _tr("{done} of {tiles}").format(done=number(entry.done), tiles=tiles)


def lane_text(lane: Lane) -> str:
    return _tr("interactive") if lane is Lane.INTERACTIVE else _tr("bulk")


def started_text(when: datetime) -> str:
    """The time of today, or day and time; where the user is."""
    local = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    if local.date() == QDate.currentDate():
        return QLocale().toString(local.time(), _SHORT)
    return QLocale().toString(local, _SHORT)


def time_text(entry: Entry) -> str:
    """How long it took, or has taken so far."""
    elapsed = entry.elapsed()
    return "" if elapsed is None else duration(elapsed)


def heard_text(entry: Entry) -> str:
    """When the fleet last gave a sign of life for it."""
    quiet = entry.quiet()
    if quiet is None:
        return _tr("not yet") if entry.state in (JobState.WAITING, JobState.RUNNING) else ""
    if entry.is_silent():
        return _tr("silent for {time}").format(time=duration(quiet))
    return _tr("just now") if quiet < 2.0 else _tr("{time} ago").format(time=duration(quiet))


def tooltip(entry: Entry) -> str:
    """All that is known. As rich text, because Qt wraps no other."""
    facts = entry.facts
    lines = [job_name(facts), _tr("“{instruction}”").format(instruction=facts.instruction), "", state_text(entry)]
    hint = state_hint(entry.state)
    if hint:
        lines.append(hint)
    if entry.is_silent():
        lines.append(
            _tr(
                "Workers tell of each step. If the one that has this tile has died, the broker gives the tile to "
                "another one by itself."
            )
        )
    if entry.workers:
        lines.append(_tr("Workers: {names}").format(names=", ".join(sorted(entry.workers))))
    lines += [
        "",
        _tr("{width} × {height} px, model {model}, {steps} steps, seed {seed}").format(
            width=number(facts.width),
            height=number(facts.height),
            model=facts.model,
            steps=number(facts.steps),
            seed=facts.seed,
        ),
    ]
    if entry.state is JobState.DONE:
        lines.append(facts.output)
    return "<qt>" + "<br>".join(html.escape(each) for each in lines) + "</qt>"


def summary(live: int, resting: int, total: int) -> str:
    """The line below the list."""
    parts = [_tr("1 job") if total == 1 else _tr("{count} jobs").format(count=number(total))]
    if live:
        parts.append(_tr("{count} under way").format(count=number(live)))
    if resting:
        parts.append(_tr("{count} stopped or to be fetched").format(count=number(resting)))
    return ", ".join(parts)


def number(value: int) -> str:
    return QLocale().toString(value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockJobsWords", text)
