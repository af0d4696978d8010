#!/usr/bin/env python3
"""The plugin's translations: finds its strings, keeps i18n/*.ts, compiles them for QGIS.

extract         brings i18n/foreshock_<language>.ts up to date with the sources; what is translated stays
check           every string is translated in every language, with the same {placeholders}
compile         foreshock/resources/i18n/foreshock_<language>.qm, by Qt's lrelease
export LANG     what is to be translated, as JSON: [{"context": …, "source": …, "translation": null}, …]; a translation
                that the same words have elsewhere stands there already
import LANG F   takes such a list back, all of it or nothing
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List, Optional

import ts_file
from translatable import NotLiteral, texts
from ts_file import Key

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = ROOT / "foreshock"
SOURCES = ROOT / "i18n"
COMPILED = PLUGIN / "resources" / "i18n"
LANGUAGES = ("es", "fr", "zh_Hans")
#: What lrelease is called, by distribution and by Qt.
_RELEASERS = ("lrelease", "lrelease-qt5", "lrelease-qt6", "lrelease6", "/usr/lib/qt6/bin/lrelease")


def ts_path(language: str) -> Path:
    return SOURCES / f"foreshock_{language}.ts"


def qm_path(language: str) -> Path:
    return COMPILED / f"foreshock_{language}.qm"


def outdated() -> List[str]:
    """Languages whose file differs from what :func:`extract` would write."""
    found = texts(PLUGIN)
    return [language for language in LANGUAGES if _rendered(language, found) != _text(ts_path(language))]


def extract() -> None:
    found = texts(PLUGIN)
    SOURCES.mkdir(exist_ok=True)
    for language in LANGUAGES:
        ts_path(language).write_text(_rendered(language, found), encoding="utf-8")
        missing = sum(not done for done in ts_file.read(ts_path(language)).values())
        print(f"{language}: {missing} to translate of {len({(text.context, text.source) for text in found})}")


def _rendered(language: str, found: list) -> str:
    return ts_file.render(language, found, ts_file.read(ts_path(language)))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def problems(language: str) -> List[str]:
    """What is wrong with a language; nothing when it is complete."""
    wanted = {Key(text.context, text.source) for text in texts(PLUGIN)}
    have = ts_file.read(ts_path(language))
    told = [
        f"{language}: {key.context}: “{key.source}” is not said any more; run extract" for key in have.keys() - wanted
    ]
    for key in sorted(wanted):
        why = ts_file.fault(key.source, have.get(key, ""))
        if why:
            told.append(f"{language}: {key.context}: “{key.source}”: {why}")
    return told


def check() -> None:
    told = [line for language in LANGUAGES for line in problems(language)]
    if told:
        raise SystemExit("\n".join([*told, f"{len(told)} translations are missing or wrong"]))
    print(f"complete: {', '.join(LANGUAGES)}")


def compile_all(only_older: bool = False) -> None:
    """Writes the .qm files; with ``only_older`` those that are older than their .ts."""
    for language in LANGUAGES:
        source, target = ts_path(language), qm_path(language)
        if only_older and target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        # Whole or not at all: tests that run side by side may load it.
        partial = target.with_name(f"{target.name}.{os.getpid()}")
        subprocess.run([_releaser(), "-silent", source, "-qm", partial], check=True)
        os.replace(partial, target)


def _releaser() -> str:
    found: Optional[str] = next(filter(None, map(shutil.which, _RELEASERS)), None)
    if found is None:
        raise SystemExit(
            "translations cannot be compiled: Qt's lrelease is missing. Debian and Ubuntu have it in qttools5-dev-tools."
        )
    return found


def export(language: str) -> List[Dict[str, Any]]:
    """What is to be translated."""
    have = ts_file.read(ts_path(language))
    elsewhere = {key.source: done for key, done in sorted(have.items()) if done}
    return [
        {"context": key.context, "source": key.source, "translation": elsewhere.get(key.source)}
        for key, done in sorted(have.items())
        if not done
    ]


def take(language: str, entries: List[Dict[str, Any]]) -> int:
    """Fills translations in; says how many. Entries without a translation (null) are left for later."""
    have = ts_file.read(ts_path(language))
    told = []
    for entry in entries:
        key, done = Key(entry["context"], entry["source"]), entry["translation"]
        if done is None:
            continue
        why = ts_file.fault(key.source, done) if key in have else "there is no such text"
        if why:
            told.append(f"{key.context}: “{key.source}”: {why}")
        have[key] = done
    if told:
        raise SystemExit("\n".join([*told, "nothing was taken"]))
    ts_path(language).write_text(ts_file.render(language, texts(PLUGIN), have), encoding="utf-8")
    return sum(entry["translation"] is not None for entry in entries)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("extract", "check", "compile"):
        commands.add_parser(name)
    for name in ("export", "import"):
        command = commands.add_parser(name)
        command.add_argument("language", choices=LANGUAGES)
        if name == "import":
            command.add_argument("file", type=Path)
    asked = parser.parse_args()
    try:
        if asked.command == "extract":
            extract()
        elif asked.command == "check":
            check()
        elif asked.command == "compile":
            compile_all()
        elif asked.command == "export":
            json.dump(export(asked.language), sys.stdout, ensure_ascii=False, indent=1)
            print()
        else:
            print(f"{take(asked.language, json.loads(asked.file.read_text(encoding='utf-8')))} taken")
    except NotLiteral as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
