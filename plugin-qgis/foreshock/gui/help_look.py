"""How a page of the help looks: Qt reads Markdown, but leaves no room between things."""

from __future__ import annotations

from typing import Iterator

from qgis.PyQt.QtGui import (
    QFont,
    QFontDatabase,
    QFontInfo,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from qgis.PyQt.QtWidgets import QTextBrowser

#: Around the page, px.
_MARGIN = 18
#: Of a line, %.
_LINE_HEIGHT = 120
#: Above a heading of the second level, above a paragraph, above an item of a list, in a cell of a table, px.
_ABOVE_HEADING, _ABOVE_PARAGRAPH, _ABOVE_ITEM, _CELL_PADDING = 20, 8, 4, 6
#: Letters of a heading by its level, in the steps of HTML above those of a paragraph.
_HEADINGS = {1: 2, 2: 1}


def show_markdown(browser: QTextBrowser, text: str) -> None:
    """Shows a page. A Qt that knows no Markdown (before 5.14) shows it as it is written; it can be read so."""
    document = browser.document()
    if not hasattr(document, "setMarkdown"):
        browser.setPlainText(text)
        return
    document.setMarkdown(text)
    document.setDocumentMargin(_MARGIN)
    for block in _blocks(document):
        _space(block)
        _mark_code(block, browser.palette())
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame, browser.palette())
    browser.moveCursor(QTextCursor.MoveOperation.Start)


def plain(text: str) -> str:
    """What a reader sees of a page, without its marks."""
    document = QTextDocument()
    if not hasattr(document, "setMarkdown"):
        return text
    document.setMarkdown(text)
    return document.toPlainText()


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _space(block: QTextBlock) -> None:
    """Room above and between lines, and the size of headings."""
    form, level = QTextBlockFormat(), block.blockFormat().headingLevel()
    form.setLineHeight(_LINE_HEIGHT, _height_type())
    cursor = QTextCursor(block)
    if level:
        form.setTopMargin(_ABOVE_HEADING if level > 1 else 0)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        size = QTextCharFormat()
        size.setProperty(QTextFormat.Property.FontSizeAdjustment, _HEADINGS.get(level, 0))
        cursor.mergeCharFormat(size)
    elif cursor.currentTable() is None and not _is_code(block):
        form.setTopMargin(_ABOVE_ITEM if block.textList() is not None else _ABOVE_PARAGRAPH)
    form.setBottomMargin(0)
    QTextCursor(block).mergeBlockFormat(form)


def _height_type() -> int:
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    return getattr(kind, "value", kind)  # Qt 6 has an enumeration, and wants its number


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeLanguage) or block.blockFormat().hasProperty(
        QTextFormat.Property.BlockCodeFence
    )


def _mark_code(block: QTextBlock, palette: QPalette) -> None:
    """Addresses and commands in a type of one width, on a ground of their own."""
    fixed = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    look = QTextCharFormat()
    look.setFontFamilies([fixed.family() if fixed.fixedPitch() else "monospace"])
    look.setFontFixedPitch(True)
    look.setBackground(palette.alternateBase())
    pieces, found = block.begin(), []
    while not pieces.atEnd():
        piece = pieces.fragment()
        if piece.charFormat().hasProperty(QTextFormat.Property.FontStyleHint):  # nothing else has a font of its own
            found.append((piece.position(), piece.length()))
        pieces += 1
    for start, length in found:
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)


def _rule(table: QTextTable, palette: QPalette) -> None:
    """Thin lines, and a ground for the names of the columns."""
    form = table.format()
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(palette.mid())
    form.setBorderCollapse(True)
    form.setCellSpacing(0)
    form.setCellPadding(_CELL_PADDING)
    form.setTopMargin(_ABOVE_PARAGRAPH)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = cell.format()
        head.setBackground(palette.alternateBase())
        cell.setFormat(head)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(bold)
