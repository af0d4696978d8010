"""Makes a report from a result, start to end. On a worker thread."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..imagery.footprint import Cancelled
from .affected import Affected
from .judging import judge
from .report import Member, ReportContents, collect_member, now
from .report_html import html
from .report_pdf import write_pdf
from .report_pictures import take_pictures
from .report_sheet import word
from .subject import LayerCopy, Subject

#: Shares of the time until the files are read, and until the pictures are drawn.
_READ, _DRAWN = 0.5, 0.95


@dataclass(frozen=True)
class Order:
    """What a report is to be, and where it goes."""

    #: One result, or all of a series, mildest first.
    subjects: Sequence[Subject]
    title: str
    #: Files; their endings say what is written: .html or .pdf.
    outputs: Sequence[str]
    author: str = ""
    notes: str = ""
    affected: Sequence[Affected] = ()
    #: Which result of a series that is about: its label.
    affected_by: str = ""
    #: Whether to tell how plausible the results are; with elevation in metres, also whether water lies below its level.
    with_plausibility: bool = False
    dem: Optional[LayerCopy] = None


def make_report(order: Order, go_on: Callable[[float], bool]) -> List[str]:
    """Writes the files and gives their names; each appears only when whole. ``go_on`` hears the share, 0 to 1, and says
    whether to go on: :class:`~..imagery.footprint.Cancelled` is raised if not, and nothing is left then."""
    for path in order.outputs:
        if ending(path) not in WRITERS:
            raise ForeshockError(
                _tr("{path} is neither HTML nor PDF.").format(path=path), _tr("End its name with .html or .pdf.")
            )
    members, sentences = _collect(order, go_on)
    pictures = take_pictures(order.subjects, members, lambda share: go_on(_READ + (_DRAWN - _READ) * share))
    contents = ReportContents(
        title=order.title,
        members=members,
        written=now(),
        author=order.author.strip(),
        notes=order.notes,
        affected=tuple(order.affected),
        affected_by=order.affected_by,
        plausibility=sentences,
    )
    sheet = word(contents, pictures)
    if not go_on(_DRAWN):
        raise Cancelled
    for path in order.outputs:
        partial = f"{path}.partial"
        try:
            os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
            WRITERS[ending(path)](sheet, partial, pictures.aspect)
            os.replace(partial, path)
        except OSError as error:
            raise ForeshockError(
                _tr("{path} cannot be written: {reason}.").format(path=path, reason=error.strerror),
                _tr("Choose another folder, or close the program that shows it."),
            ) from None
        finally:
            if os.path.exists(partial):
                os.remove(partial)
    go_on(1.0)
    return list(order.outputs)


def ending(path: str) -> str:
    """The ending of a file's name, without its dot, in small letters."""
    return Path(path).suffix.lower().lstrip(".")


def _collect(order: Order, go_on: Callable[[float], bool]) -> Tuple[List[Member], List[str]]:
    """The results, and the sentences about them."""
    members: List[Member] = []
    found: List[List[str]] = []
    count = len(order.subjects)
    for number, subject in enumerate(order.subjects):
        if not go_on(_READ * number / count):
            raise Cancelled
        members.append(collect_member(subject))
        if order.with_plausibility:
            found.append(judge(subject, order.dem, lambda share, n=number: go_on(_READ * (n + share) / count)))
    return members, _told_of_all(members, found)


def _told_of_all(members: Sequence[Member], found: Sequence[List[str]]) -> List[str]:
    """The sentences about the results of a series: what holds for all is said once, the rest of each by its name."""
    if len(found) < 2:
        return [sentence for sentences in found for sentence in sentences]
    common = [sentence for sentence in found[0] if all(sentence in others for others in found)]
    told = list(common)
    for member, sentences in zip(members, found):
        own = " ".join(sentence for sentence in sentences if sentence not in common)
        if own:
            told.append(_tr("{result}: {sentences}").format(result=member.name, sentences=own))
    return told


def _write_html(sheet: object, path: str, _aspect: float) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(html(sheet))


#: By the ending of the file.
WRITERS = {"html": _write_html, "pdf": write_pdf}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockReportMaking", text)
