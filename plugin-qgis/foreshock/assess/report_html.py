"""A report as one HTML file: pictures and styles are in it, nothing is fetched, nothing runs. On any thread."""

from __future__ import annotations

import base64
import math
from html import escape
from typing import List, Optional, Tuple

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QImage

from ..core.provenance import NOTICE
from .report_sheet import Picture, Sheet, Table

_QUALITY = 88
#: On paper, about: the height that head and foot leave, of a line in the columns, of what is under a row of pictures;
#: and the least and the most that pictures get together. Millimetres.
_PAPER_MM, _LINE_MM, _CAPTION_MM, _LEAST_MM, _MOST_MM = 205.0, 3.7, 7.0, 36.0, 130.0
#: Letters to a line of a column, and lines that a heading takes.
_LETTERS, _HEADING = 52, 2.2

_STYLE = """
@page { size: A4; margin: 10mm 12mm; }
* { box-sizing: border-box; }
html { background: #e9ebee; }
body { margin: 12px auto; padding: 16px 22px; max-width: 960px; background: #fff; color: #1d2126;
  font: 13px/1.38 "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", "DejaVu Sans", "PingFang SC", "Microsoft YaHei",
  "Noto Sans CJK SC", "WenQuanYi Micro Hei", "Droid Sans Fallback", sans-serif; }
.notice { background: #8b0f1e; color: #fff; font-weight: bold; text-align: center; padding: 6px 10px;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; border-radius: 3px; }
h1 { font-size: 24px; line-height: 1.2; margin: 12px 0 2px; overflow-wrap: break-word; word-wrap: break-word; }
h2 { font-size: 14px; margin: 0 0 3px; color: #8b0f1e; border-bottom: 1px solid #d5d9de; padding-bottom: 2px; }
p { margin: 0 0 3px; overflow-wrap: break-word; word-wrap: break-word; }
.scenario { font-size: 16px; font-weight: bold; }
.instruction { font-style: italic; }
.by, .note, footer p { color: #5a626b; font-size: 12px; }
.figures { display: flex; margin: 10px 0 0; border: 1px solid #d5d9de; border-radius: 3px; }
.figures div { flex: 1; padding: 6px 10px; }
.figures div + div { border-left: 1px solid #d5d9de; }
.figures b { display: block; font-size: 20px; line-height: 1.25; }
.figures span { color: #5a626b; font-size: 12px; }
.row { display: flex; margin: 10px -5px 0; }
figure { flex: 1; margin: 0 5px; min-width: 0; text-align: center; }
figure img { display: block; margin: 0 auto; max-width: 100%; border: 1px solid #c3c8ce; }
figcaption { font-size: 12px; padding-top: 2px; }
figcaption b { display: block; }
.columns { margin: 12px -11px 0; display: flex; }
.columns > div { flex: 1; min-width: 0; margin: 0 11px; }
section { break-inside: avoid; page-break-inside: avoid; padding-bottom: 9px; }
table { border-collapse: collapse; width: 100%; font-size: 12px; }
th, td { text-align: left; vertical-align: top; padding: 1px 6px 1px 0; }
tbody th { font-weight: normal; color: #5a626b; width: 30%; }
td { overflow-wrap: anywhere; word-break: break-word; }
.numbers thead th { color: #5a626b; font-weight: normal; border-bottom: 1px solid #d5d9de; }
.numbers th + th, .numbers td + td { text-align: right; white-space: nowrap; }
.numbers td:last-child, .numbers th:last-child { padding-right: 0; }
footer { margin-top: 8px; }
footer p { margin: 5px 0 0; }
@media print {
  html { background: none; }
  body { margin: 0; padding: 0; max-width: none; font-size: 8.4pt; line-height: 1.28; }
  h1 { font-size: 15pt; margin: 4pt 0 1pt; } h2 { font-size: 9pt; } .scenario { font-size: 10.5pt; }
  .figures b { font-size: 13pt; } table, .by, .note, footer p, .figures span, figcaption { font-size: 7.6pt; }
  .figures, .row, .columns { margin-top: 5pt; } section { padding-bottom: 4pt; }
}
"""


def html(sheet: Sheet) -> str:
    """The whole file as text."""
    columns, lines = _columns(sheet)
    head = [
        '<meta charset="utf-8">',
        f"<title>{escape(sheet.title)}</title>",
        '<meta name="generator" content="Foreshock">',
        f'<meta name="description" content="{escape(NOTICE)}">',
        f"<style>{_STYLE}{_print_heights(len(sheet.pictures), lines)}</style>",
    ]
    body = [
        f'<div class="notice" role="note">{escape(sheet.notice)}</div>',
        f"<h1>{escape(sheet.title)}</h1>",
        _paragraph("scenario", sheet.scenario),
        _paragraph("instruction", sheet.instruction),
        _paragraph("by", sheet.by),
        _figures(sheet),
        *(_row(row) for row in sheet.pictures),
        '<div class="columns">',
        *(f"<div>{''.join(column)}</div>" for column in columns),
        "</div>",
        "<footer>",
        f'<div class="notice" role="note">{escape(sheet.notice)}</div>',
        _paragraph("", sheet.footer),
        "</footer>",
    ]
    lines = ["<!DOCTYPE html>", f'<html lang="{escape(sheet.language)}">', "<head>", *head, "</head>", "<body>", *body]
    return "\n".join([line for line in lines if line] + ["</body>", "</html>", ""])


def _paragraph(kind: str, text: str) -> str:
    if not text:
        return ""
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def _figures(sheet: Sheet) -> str:
    if not sheet.figures:
        return ""
    cells = "".join(f"<div><b>{escape(value)}</b><span>{escape(what)}</span></div>" for value, what in sheet.figures)
    return f'<div class="figures">{cells}</div>'


def _columns(sheet: Sheet) -> Tuple[List[List[str]], float]:
    """Tables and texts in two columns, each where there is more room, and about how many lines the longer one has."""
    parts = [(_table(each), _lines_of(each)) for each in sheet.tables]
    for title, paragraphs in sheet.texts:
        lines = sum(math.ceil(len(each) / _LETTERS) for each in paragraphs)
        parts.append((_text(title, paragraphs), _HEADING + lines))
    columns: List[List[str]] = [[], []]
    ends = [0.0, 0.0]
    for part, lines in parts:
        side = 0 if ends[0] <= ends[1] else 1
        columns[side].append(part)
        ends[side] += lines
    return columns, max(ends)


def _lines_of(table: Table) -> float:
    # The second of two columns has two thirds of the letters of a line.
    rows = (1 if table.header else math.ceil(len(row[1]) / (_LETTERS * 2 / 3)) for row in table.rows)
    return _HEADING + bool(table.header) + bool(table.note) + sum(rows)


def _print_heights(rows: int, lines: float) -> str:
    """On paper the pictures share what the words leave."""
    left = _PAPER_MM - _LINE_MM * lines - _CAPTION_MM * rows
    each = min(max(left, _LEAST_MM), _MOST_MM) / max(rows, 1)
    return f"@media print {{ figure img {{ max-height: {each:.0f}mm; }} }}\n"


def _row(row: List[Optional[Picture]]) -> str:
    return f'<div class="row">{"".join(map(_picture, row))}</div>'


def _picture(picture: Optional[Picture]) -> str:
    if picture is None:
        return "<figure></figure>"
    lines = "<br>".join(escape(line) for line in picture.lines)
    return (
        f'<figure><img src="{_data(picture.image)}" alt="{escape(picture.alt)}">'
        f"<figcaption><b>{escape(picture.caption)}</b>{lines}</figcaption></figure>"
    )


def _table(table: Table) -> str:
    rows = []
    if table.header:
        rows.append("<thead><tr>" + "".join(f'<th scope="col">{escape(each)}</th>' for each in table.header))
        rows.append("</tr></thead>")
    rows.append("<tbody>")
    for cells in table.rows:
        if table.header:
            rows.append("<tr>" + "".join(f"<td>{escape(each)}</td>" for each in cells) + "</tr>")
        else:
            rows.append(f'<tr><th scope="row">{escape(cells[0])}</th><td>{escape(cells[1])}</td></tr>')
    rows.append("</tbody>")
    kind = "numbers" if table.header else "facts"
    note = _paragraph("note", table.note)
    return f'<section><h2>{escape(table.title)}</h2><table class="{kind}">{"".join(rows)}</table>{note}</section>'


def _text(title: str, paragraphs: List[str]) -> str:
    return f"<section><h2>{escape(title)}</h2>{''.join(_paragraph('', each) for each in paragraphs)}</section>"


def _data(image: QImage) -> str:
    """A picture as a URL that holds it."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", _QUALITY)
    buffer.close()
    return "data:image/jpeg;base64," + base64.b64encode(bytes(data)).decode("ascii")
