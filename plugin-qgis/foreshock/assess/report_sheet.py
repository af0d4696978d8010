"""A report in the user's words: everything that HTML and PDF show, as plain text. On any thread."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QCoreApplication, QLocale
from qgis.PyQt.QtGui import QImage

from ..layers.footprint_layer import worded_area
from .affected import Affected, AffectedRow, problems
from .notation import date, date_of, latitude, longitude, number, percent, worded_length
from .report import LARGEST, Change, Member, Place, ReportContents
from .report_pictures import Pictures

#: What keeps a report on one page: tables of affected features, letters of the notes; rows of such a table, sentences.
MOST_TABLES, MOST_LETTERS = 3, 900
_MOST_ROWS, _MOST_SENTENCES = 6, 12
#: Pictures in a row.
_MOST_COLUMNS = 5
#: Provenance files whose hash is given.
_MOST_SEALS = 3
#: Values of the results of a series that are listed.
_MOST_VALUES = 6
#: Of a long instruction so many letters are shown.
_MOST_INSTRUCTION = 400
#: Largest pieces that are listed where something else wants room, too.
_FEWER = 5


@dataclass(frozen=True)
class Picture:
    """A picture and what is under it."""

    image: QImage
    caption: str
    #: For those who do not see it.
    alt: str
    #: Numbers under the caption.
    lines: List[str] = field(default_factory=list)


@dataclass(frozen=True)
class Table:
    """Rows under a heading. Without a header, the first of two columns names the second."""

    title: str
    rows: List[List[str]]
    header: List[str] = field(default_factory=list)
    #: Below the rows.
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    """One page."""

    language: str
    title: str
    #: Unmissable, top and bottom.
    notice: str
    #: What was simulated, and in which words.
    scenario: str
    instruction: str
    #: Author and date.
    by: str
    #: Large numbers, each with what it tells.
    figures: List[Tuple[str, str]]
    #: Rows of pictures; a row may have an empty place.
    pictures: List[List[Optional[Picture]]]
    tables: List[Table]
    #: Headings, each with its paragraphs.
    texts: List[Tuple[str, List[str]]]
    footer: str


def word(contents: ReportContents, pictures: Pictures) -> Sheet:
    """Puts a report into words."""
    first = contents.first
    series = len(contents.members) > 1
    if series:
        figures: List[Tuple[str, str]] = []
        tables = [_comparison(contents.members), _place(first.place), _made(contents)]
    else:
        figures = _figures(first)
        room = LARGEST if not contents.affected else _FEWER
        tables = [_place(first.place), *_largest(first.change, room), _made(contents)]
    tables += [_affected(each, contents.affected_by if series else "") for each in contents.affected[:MOST_TABLES]]
    return Sheet(
        language=_language(),
        title=contents.title,
        notice=_tr("Synthetic imagery: a computed scenario, not an observation"),
        scenario=_scenario(contents),
        instruction=""
        if series and len({each.fact("instruction") for each in contents.members}) > 1
        else _quoted(first.fact("instruction")),
        by=_by(contents),
        figures=figures,
        pictures=_series(contents.members, pictures) if series else _single(first, pictures),
        tables=tables,
        texts=_texts(contents),
        footer=_tr("Made by Foreshock from {file}.").format(file=_files(contents.members)),
    )


def _files(members: Sequence[Member]) -> str:
    names = [each.file_name for each in members]
    return ", ".join(names[:_MOST_VALUES] + ["…"] * (len(names) > _MOST_VALUES))


# The head -------------------------------------------------------------------------------------------------------


def _scenario(contents: ReportContents) -> str:
    names = []
    for member in contents.members:
        if member.scenario and member.scenario not in names:
            names.append(member.scenario)
    source = contents.first.fact("source")
    if len(names) == 1:
        return _tr("{scenario} on “{layer}”").format(scenario=names[0], layer=source) if source else names[0]
    if len(contents.members) > 1:
        return _tr("Series of {count} results on “{layer}”").format(count=len(contents.members), layer=source)
    return _tr("On “{layer}”").format(layer=source) if source else ""


def _quoted(instruction: str) -> str:
    if len(instruction) > _MOST_INSTRUCTION:
        instruction = instruction[: _MOST_INSTRUCTION - 1].rstrip() + "…"
    return _tr("“{instruction}”").format(instruction=instruction) if instruction else ""


def _by(contents: ReportContents) -> str:
    when = _tr("Report of {date}").format(date=date(contents.written))
    return f"{contents.author} · {when}" if contents.author else when


# Numbers --------------------------------------------------------------------------------------------------------


def _figures(member: Member) -> List[Tuple[str, str]]:
    change = member.change
    if change is None:
        return [("—", _tr("no change footprint"))]
    if change.count == 0:
        return [("0", _tr("areas changed"))]
    whole = member.place.area_m2
    total = (
        _tr("changed, of {whole}").format(whole=worded_area(whole)) if whole is not None else _tr("changed, in total")
    )
    return [
        (percent(change.share), _tr("of the pixels changed")),
        (worded_area(change.area_m2), total),
        (number(change.count), _tr("connected area") if change.count == 1 else _tr("connected areas")),
        (worded_area(change.largest[0].area_m2), _tr("the largest of them")),
    ]


def _largest(change: Optional[Change], room: int) -> List[Table]:
    if change is None or not change.largest:
        return []
    shown = change.largest[:room]
    rows = [
        [number(place), worded_area(piece.area_m2), longitude(piece.longitude), latitude(piece.latitude)]
        for place, piece in enumerate(shown, start=1)
    ]
    note = (
        _tr("The places lie inside the areas.")
        if len(shown) == change.count
        else _tr("The largest {shown} of {all} areas; the places lie inside them.").format(
            shown=number(len(shown)), all=number(change.count)
        )
    )
    header = [_tr("No."), _tr("Area"), _tr("Longitude"), _tr("Latitude")]
    return [Table(_tr("Largest changed areas"), rows, header, note)]


def _comparison(members: Sequence[Member]) -> Table:
    rows = []
    for member in members:
        change = member.change
        numbers = (
            ["—"] * 4
            if change is None
            else [
                number(change.count),
                worded_area(change.area_m2),
                percent(change.share),
                worded_area(change.largest[0].area_m2) if change.largest else "—",
            ]
        )
        rows.append([member.name, *numbers])
    header = [_tr("Result"), _tr("Areas"), _tr("Changed"), _tr("Share"), _tr("Largest")]
    return Table(_tr("Side by side"), rows, header)


def _place(place: Place) -> Table:
    rows = []
    if place.box is not None:
        west, south, east, north = place.box
        rows.append([_tr("Longitude"), f"{longitude(west)} – {longitude(east)}"])
        rows.append([_tr("Latitude"), f"{latitude(south)} – {latitude(north)}"])
    rows.append([_tr("Coordinate system"), place.crs])
    size = f"{number(place.width)} × {number(place.height)} px"
    if place.size_m is not None:
        size += ", " + " × ".join(worded_length(each) for each in place.size_m)
    rows.append([_tr("Size"), size])
    if place.pixel_m is not None:
        across, down = (worded_length(each) for each in place.pixel_m)
        rows.append([_tr("Ground sampling distance"), across if across == down else f"{across} × {down}"])
    return Table(_tr("Place"), rows)


def _affected(affected: Affected, by: str) -> Table:
    question = affected.question
    first = _tr("Features") if affected.field is None else affected.field.displayName()
    header = [first, _tr("Affected"), _tr("Of")]
    if affected.has_length:
        header.append(_tr("Length"))
    if affected.has_area:
        header.append(_tr("Area"))
    if question.amount:
        title = _tr("{field}, by share") if question.by_share else _tr("{field}, in full")
        header.append(title.format(field=question.amount))

    def cells(name: str, row: AffectedRow) -> List[str]:
        found = [name, number(row.count), number(row.of)]
        if affected.has_length:
            found.append(worded_length(row.length_m))
        if affected.has_area:
            found.append(worded_area(row.area_m2))
        if question.amount:
            found.append("—" if row.amount is None else QLocale().toString(float(row.amount), "g", 6))
        return found

    touched = [row for row in affected.rows if row.count > 0]
    rows = [cells(row.label, row) for row in touched[:_MOST_ROWS]] + [cells(_tr("All"), affected.totals)]
    notes = problems(affected)
    more = len(touched) - _MOST_ROWS
    if more > 0:
        notes.insert(0, _tr("{count} more values are affected; they are in “All”.").format(count=number(more)))
    if question.threshold > 0.0:
        notes.insert(
            0, _tr("Counted where {share} or more of a feature is inside.").format(share=percent(question.threshold))
        )
    note = " ".join(notes)
    title = (
        _tr("Affected by {result}: {layer}").format(result=by, layer=affected.layer_name)
        if by
        else _tr("Affected: {layer}").format(layer=affected.layer_name)
    )
    return Table(title, rows, header, note)


# How it was made ------------------------------------------------------------------------------------------------


def _made(contents: ReportContents) -> Table:
    first = contents.first

    def of_all(name: str) -> str:
        values = []
        for member in contents.members:
            if member.fact(name) not in ("", *values):
                values.append(member.fact(name))
        return ", ".join(values[:_MOST_VALUES] + ["…"] * (len(values) > _MOST_VALUES))

    model = of_all("model") + (f" + {of_all('adapter')}" if of_all("adapter") else "")
    settings = [
        (_tr("seed {value}"), of_all("seed")),
        (_tr("{value} steps"), of_all("steps")),
        (_tr("guidance {value}"), of_all("guidance")),
        (_tr("strength {value}"), of_all("strength")),
    ]
    software = [each for each in (of_all("software"), of_all("client")) if each]
    rows = [
        [_tr("Made"), date_of(first.fact("created"))],
        [_tr("Model"), model],
        [_tr("Its digest"), of_all("model_digest")],
        [_tr("Digest of the adapter"), of_all("adapter_digest")],
        [_tr("Licence"), of_all("licence")],
        [_tr("Settings"), ", ".join(text.format(value=value) for text, value in settings if value)],
        [_tr("Software"), ", ".join(software)],
        [_tr("Job"), of_all("job_id") if len(contents.members) <= _MOST_SEALS else ""],
        [_tr("Provenance hash"), "\u2003".join(_seal(each) for each in contents.members[:_MOST_SEALS] if each.seal)],
    ]
    return Table(_tr("How it was made"), [row for row in rows if row[1]])


def _seal(member: Member) -> str:
    seal = member.seal
    return seal.sha256 if seal.fits else _tr("was changed since it was written: {digest}").format(digest=seal.sha256)


def _texts(contents: ReportContents) -> List[Tuple[str, List[str]]]:
    texts = []
    notes = contents.notes.strip()
    if len(notes) > MOST_LETTERS:
        notes = notes[: MOST_LETTERS - 1].rstrip() + "…"
    if notes:
        texts.append((_tr("Notes"), [line.strip() for line in notes.splitlines() if line.strip()]))
    if contents.plausibility:
        shown = list(contents.plausibility[:_MOST_SENTENCES])
        more = len(contents.plausibility) - len(shown)
        texts.append((_tr("Plausibility"), shown + [_tr("{count} more are left out.").format(count=more)] * (more > 0)))
    return texts


# Pictures -------------------------------------------------------------------------------------------------------


def _single(member: Member, pictures: Pictures) -> List[List[Optional[Picture]]]:
    taken = pictures.members[0]
    row: List[Optional[Picture]] = [
        *_before(pictures),
        Picture(taken.after, _tr("After (simulated)"), _alt_after(member)),
    ]
    if taken.change is None:
        return [row]
    change = Picture(
        taken.change,
        _tr("What changed (simulated)"),
        _tr("The simulated picture with the outlines of what changed."),
    )
    if taken.detail is None:
        return [[*row, change]]
    detail = Picture(
        taken.detail,
        _tr("The largest change (simulated)"),
        _tr("The largest changed area of the simulated picture, enlarged."),
    )
    return [row, [change, detail]]


def _series(members: Sequence[Member], pictures: Pictures) -> List[List[Optional[Picture]]]:
    """Up to five in a row, and where they are few, what changed below."""
    columns: List[Optional[Picture]] = [*_before(pictures)]
    below: List[Optional[Picture]] = [None] * len(columns)
    for member, taken in zip(members, pictures.members):
        columns.append(Picture(taken.after, member.name, _alt_after(member), _lines(member.change)))
        below.append(
            None
            if taken.change is None
            else Picture(
                taken.change,
                _tr("What changed: {label}").format(label=member.name),
                _tr("The simulated picture with the outlines of what changed."),
            )
        )
    if len(columns) <= _MOST_COLUMNS:
        return [columns, below] if any(below) else [columns]
    # Rows of about equal length.
    across = math.ceil(len(columns) / math.ceil(len(columns) / _MOST_COLUMNS))
    rows = [columns[at : at + across] for at in range(0, len(columns), across)]
    rows[-1] += [None] * (across - len(rows[-1]))
    return rows


def _before(pictures: Pictures) -> List[Optional[Picture]]:
    if pictures.before is None:
        return []
    return [Picture(pictures.before, _tr("Before"), _tr("The imagery that the simulation was made from."))]


def _alt_after(member: Member) -> str:
    return _tr("Simulated picture, not an observation: {what}").format(
        what=member.scenario or member.fact("instruction") or member.file_name
    )


def _lines(change: Optional[Change]) -> List[str]:
    if change is None:
        return [_tr("no change footprint")]
    areas = _tr("1 area") if change.count == 1 else _tr("{count} areas").format(count=number(change.count))
    return [f"{worded_area(change.area_m2)} · {percent(change.share)}", areas]


def _language() -> str:
    # The BCP 47 code of the language of this translation (en, zh-Hans, fr, es): screen readers and fonts need it.
    return _tr("en")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockReport", text)
