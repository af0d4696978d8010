"""Translations of one language on disk: Qt Linguist's XML, sorted, so that equal translations give equal files."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Dict, Iterable, List, NamedTuple, Set, Tuple
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from translatable import Text


class Key(NamedTuple):
    """What a translation is found by."""

    context: str
    source: str


#: Translations; empty ones are still to be made.
Translations = Dict[Key, str]


def read(path: Path) -> Translations:
    """What a file holds; nothing if there is none."""
    if not path.exists():
        return {}
    found: Translations = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation is not None and translation.get("type") is None
            key = Key(context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "") if finished else ""
    return found


def render(language: str, texts: Iterable[Text], translations: Translations) -> str:
    """The file of a language: these texts and no others, with the translations that there are."""
    modules: Dict[Key, Set[str]] = {}
    for text in texts:
        modules.setdefault(Key(text.context, text.source), set()).add(text.module)
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context in sorted({key.context for key in modules}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for key in sorted(key for key in modules if key.context == context):
            done = translations.get(key, "")
            state = "" if done else ' type="unfinished"'
            lines.append("    <message>")
            lines += [f'        <location filename="../foreshock/{module}"/>' for module in sorted(modules[key])]
            lines.append(f"        <source>{escape(key.source)}</source>")
            lines.append(f"        <translation{state}>{escape(done)}</translation>")
            lines.append("    </message>")
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def placeholders(text: str) -> List[Tuple[str, str, str]]:
    """The ``{names}`` of a text with their formats, sorted. A text with braces that ``format`` refuses raises."""
    parts = string.Formatter().parse(text)
    return sorted((name, spec or "", conversion or "") for _, name, spec, conversion in parts if name is not None)


def fault(source: str, translation: str) -> str:
    """Why a translation cannot stand for its source; empty when it can."""
    if not translation.strip():
        return "it is empty"
    if (source[0].isspace(), source[-1].isspace()) != (translation[0].isspace(), translation[-1].isspace()):
        return "it must begin and end with a space where the English does, and nowhere else"
    wanted = placeholders(source)
    try:
        given = placeholders(translation)
    except ValueError as error:
        return f"its braces are wrong: {error}"
    if wanted != given:
        names = ", ".join("{" + name + "}" for name, _, _ in wanted) or "none"
        return f"its placeholders must be those of the English: {names}"
    return ""
