"""The rows of the list of jobs: words, order, filters, the bar."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Iterator, List
from uuid import uuid4

import finished
import job_lists
import pytest
import qgis_session
from foreshock.core import journal as states
from foreshock.core.errors import ForeshockError
from foreshock.core.messages import Lane
from foreshock.core.request import SeriesPlace, SimulationRequest
from foreshock.gui.jobs_columns import Column
from foreshock.gui.jobs_delegate import has_bar, share
from foreshock.gui.jobs_filter import JobsFilter, Shown
from foreshock.gui.jobs_model import ENTRY_ROLE, JobsModel
from foreshock.gui.jobs_words import bar_text
from foreshock.jobs.entry import SILENT_SECONDS, JobState
from foreshock.jobs.ledger import Ledger
from foreshock.jobs.service import SimulationService
from qgis.PyQt.QtCore import Qt

_NEWEST = Qt.SortOrder.DescendingOrder
_OLDEST = Qt.SortOrder.AscendingOrder


class Board:
    """A service with a journal, the list, its rows."""

    def __init__(self, folder: Path) -> None:
        self.request = finished.request_of(job_lists.scene(folder), folder / "out.tif")
        self.service = SimulationService(folder / "clients")
        self.ledger = Ledger(folder / "clients")
        self.ledger.attach(self.service)
        self.model = JobsModel(self.ledger)
        self.rows = JobsFilter(self.model)

    def add(self, minute: int, state: str = states.OPEN, detail: str = "", **changes: object) -> SimulationRequest:
        request = self.service.journal.add(job_lists.at(self.request, minute, **changes))
        if state != states.OPEN:
            self.service.journal.set_state(request.job_id, state, detail)
        return request

    def at(self, number: int, minute: int, **changes: object) -> SimulationRequest:
        """One of several that were asked for at once."""
        request = replace(job_lists.at(self.request, minute, **changes), job_id=job_lists.id_at(number))
        return self.service.journal.add(request)

    def load(self) -> None:
        read: List[bool] = []
        self.ledger.loaded.connect(lambda: read.append(True))
        self.ledger.load()
        assert qgis_session.spin_until(lambda: read, 60)

    def column(self, column: Column, role: int = Qt.ItemDataRole.DisplayRole) -> List[object]:
        return [self.rows.index(row, column).data(role) for row in range(self.rows.rowCount())]

    def names(self) -> List[object]:
        return self.column(Column.NAME)

    def close(self) -> None:
        self.model.close()
        self.ledger.close()
        self.service.close()


@pytest.fixture
def board(qgis_app: object, tmp_path: Path) -> Iterator[Board]:
    made = Board(tmp_path)
    yield made
    made.close()
    qgis_session.tidy()


def test_rows_say_what_there_is_to_know(board: Board) -> None:
    board.add(1, states.DONE, scenario="Flood, kerbs")
    board.add(2, states.FAILED, "The worker is out of memory.", layer_name="quarter", lane=Lane.BULK)
    board.add(3)
    board.load()
    assert board.names() == ["scene: flood the low streets", "quarter: flood the low streets", "scene: Flood, kerbs"]
    assert board.column(Column.STATE) == ["To be fetched", "Failed: The worker is out of memory.", "Done"]
    assert board.column(Column.TILES) == ["0 of 9", "9", "9"]
    assert board.column(Column.LANE) == ["interactive", "bulk", "interactive"]
    assert board.column(Column.TIME)[0] == "" and board.column(Column.TIME)[1] != ""
    pictures = board.column(Column.NAME, Qt.ItemDataRole.DecorationRole)
    assert all(not picture.isNull() for picture in pictures)
    tips = board.column(Column.STATE, Qt.ItemDataRole.ToolTipRole)
    assert "“flood the low streets”" in tips[0] and "“Go on”" in tips[0] and "seed 3" in tips[1]
    assert board.request.output in tips[2] and board.request.output not in tips[1]
    titles = [board.model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert len(set(titles)) == len(Column) and all(titles)


def test_a_series_stays_together_mildest_first(board: Board) -> None:
    series_id = uuid4()
    board.add(9, scenario="Storm")
    # As they may be read: not in their order, and others have been asked for at that time, too.
    members = [
        board.at(10 + number, 11, scenario="Flood", series=SeriesPlace(series_id, index, 3, label))
        for number, (index, label) in enumerate(((2, "eaves (3 m)"), (0, "kerbs (0.2 m)"), (1, "sills")))
    ]
    assert len({each.created for each in members}) == 1
    board.add(14, scenario="Wildfire, light", series=SeriesPlace(uuid4(), 0, 1, "light"))
    board.load()
    assert board.names() == [
        "scene: Wildfire, light (1 of 1)",
        "scene: Flood (1 of 3: kerbs (0.2 m))",
        "scene: Flood (2 of 3: sills)",
        "scene: Flood (3 of 3: eaves (3 m))",
        "scene: Storm",
    ]


def test_the_text_and_the_state_filter(board: Board) -> None:
    board.add(1, states.DONE, scenario="Flood, kerbs", layer_name="Überlingen")
    board.add(2, states.FAILED, scenario="Flood, eaves", layer_name="harbour")
    board.add(3, states.CANCELLED, scenario="Storm", layer_name="harbour", instruction="tear off the roofs")
    running = board.add(4, scenario="Storm", layer_name="quarter")
    board.add(5, scenario="Tsunami")
    board.load()
    board.service.collector.track(running)
    for text, expected in (
        ("", 5),
        ("flood", 4),
        ("FLOOD harbour", 1),
        ("überl", 1),
        ("roofs", 1),
        (str(running.job_id), 1),
        ("nothing like this", 0),
    ):
        board.rows.show_only(Shown.ALL, text)
        assert board.rows.rowCount() == expected, text
    for shown, expected in zip(Shown, (5, 1, 1, 1, 2)):
        board.rows.show_only(shown, "")
        assert board.rows.rowCount() == expected, shown
    board.rows.show_only(Shown.LIVE, "storm")
    assert board.names() == ["quarter: Storm"]
    # It leaves as soon as it does not fit any more.
    board.service.collector.cancel(running)
    assert board.rows.rowCount() == 0


def test_each_column_sorts(board: Board) -> None:
    board.add(1, states.DONE, scenario="b")
    board.add(2, states.FAILED, scenario="C", lane=Lane.BULK)
    board.add(3, scenario="a")
    board.load()
    for column, ascending in (
        (Column.NAME, ["scene: a", "scene: b", "scene: C"]),
        (Column.STATE, ["scene: a", "scene: b", "scene: C"]),
        (Column.LANE, ["scene: C", "scene: a", "scene: b"]),
        (Column.STARTED, ["scene: b", "scene: C", "scene: a"]),
        # Where all are equal the newest come first, either way.
        (Column.TILES, ["scene: a", "scene: C", "scene: b"]),
    ):
        board.rows.sort(column, _OLDEST)
        assert board.names() == ascending, column
        board.rows.sort(column, _NEWEST)
        if column is Column.TILES:
            assert board.names() == ascending
        elif column is not Column.LANE:
            assert board.names() == ascending[::-1], column


def test_what_is_under_way_changes_before_ones_eyes(board: Board) -> None:
    collector, request = board.service.collector, board.add(1)
    collector.track(request)
    assert board.column(Column.STATE) == ["Sending"] and board.column(Column.HEARD) == [""]
    collector.note_sent(request.job_id, 9)
    assert board.column(Column.STATE) == ["Waiting for a worker"] and board.column(Column.HEARD) == ["not yet"]
    (entry,) = board.column(Column.NAME, ENTRY_ROLE)
    assert not has_bar(entry)
    collector.note_outcome(job_lists.outcome(request, 0, cache="hit"))
    collector.note_event(job_lists.event(request, 1, step=2))
    assert board.column(Column.HEARD) == ["just now"] and board.column(Column.TILES) == ["1 of 9"]
    assert board.column(Column.CACHED) == ["1"] and has_bar(entry) and abs(share(entry) - 1.5 / 9) < 1e-9
    assert bar_text(entry).startswith("16 %")

    changed: List[int] = []
    board.rows.dataChanged.connect(lambda first, last, *_: changed.extend((first.column(), last.column())))
    entry.heard -= 5
    board.model.tick()
    assert changed == [Column.TIME, Column.HEARD] and board.column(Column.HEARD) == ["5 s ago"]
    plain = board.column(Column.HEARD, Qt.ItemDataRole.ForegroundRole)
    entry.heard -= SILENT_SECONDS
    assert board.column(Column.HEARD) == ["silent for 65 s"] and plain == [None]
    assert board.column(Column.HEARD, Qt.ItemDataRole.ForegroundRole) != [None]
    assert not board.column(Column.HEARD, Qt.ItemDataRole.DecorationRole)[0].isNull()
    assert "has died" in board.column(Column.HEARD, Qt.ItemDataRole.ToolTipRole)[0]

    collector.note_trouble(ForeshockError("The connection is lost."))
    assert bar_text(entry) == "Running: The connection is lost."
    collector.stop(request)
    changed.clear()
    board.model.tick()
    assert changed == [] and board.column(Column.STATE) == ["Stopped"] and not has_bar(entry)


def test_rows_go_one_by_one_or_many_at_once(board: Board) -> None:
    asked = [board.add(minute, states.DONE, scenario=str(minute)) for minute in range(40)]
    board.load()
    board.ledger.remove([asked[3].job_id, asked[30].job_id])
    assert board.rows.rowCount() == 38 and "scene: 30" not in board.names()
    for minute in (0, 4, 39):
        row = board.model.row_of(asked[minute].job_id)
        assert board.model.entry(row).job_id == asked[minute].job_id
    assert board.model.row_of(asked[3].job_id) == -1
    board.ledger.remove([each.job_id for each in asked[1:]])
    assert board.names() == ["scene: 0"] and board.model.row_of(asked[0].job_id) == 0


def test_how_a_bar_is_filled(board: Board) -> None:
    request = board.add(1)
    board.service.collector.track(request)
    (entry,) = board.column(Column.NAME, ENTRY_ROLE)
    parts = {
        JobState.SENDING: replace(entry, state=JobState.SENDING, sent=3),
        JobState.RUNNING: replace(entry, state=JobState.RUNNING, sent=9, fraction=0.5),
        JobState.COMPOSING: replace(entry, state=JobState.COMPOSING, fraction=1.0, composed=0.25),
    }
    assert [share(each) for each in parts.values()] == [3 / 9, 0.5, 0.25]
