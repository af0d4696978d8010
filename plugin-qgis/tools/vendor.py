#!/usr/bin/env python3
"""Writes ``foreshock/_vendor/pika`` anew from the published wheel.

QGIS has one Python for all plugins, so a copy on ``sys.path`` could be another plugin's. Ours is imported under our own
package: every ``import pika`` is rewritten. Adapters for other event loops are left out. Run it to change the version,
and commit what it writes; ``--check`` only compares.
"""

from __future__ import annotations

import argparse
import filecmp
import hashlib
import re
import shutil
import subprocess  # nosec B404: runs pip of this very interpreter
import sys
import tempfile
import zipfile
from pathlib import Path

VERSION = "1.4.4"
SHA256 = "48de960c97a93b55db06b8be4c53eb977c9c8a2754c57cdae9097abcbd70ce04"
PACKAGE = "foreshock._vendor"
TARGET = Path(__file__).resolve().parents[1] / "foreshock" / "_vendor" / "pika"
UNUSED = ("asyncio_connection", "gevent_connection", "tornado_connection", "twisted_connection")

#: Before each file: its style is not ours to change.
HEADER = f"# pika {VERSION} as published; only its imports are rewritten.\n# flake8: noqa\n"

RULES = [
    # from pika… import x
    (re.compile(r"^(\s*)from pika(?=[ .])", re.M), rf"\1from {PACKAGE}.pika"),
    # import pika.x as y
    (re.compile(r"^(\s*)import pika((?:\.\w+)+) as (\w+)$", re.M), rf"\1import {PACKAGE}.pika\2 as \3"),
    # import pika.x: loads the module and binds the name `pika`
    (re.compile(r"^(\s*)import pika((?:\.\w+)+)$", re.M), rf"\1import {PACKAGE}.pika\2\n\1from {PACKAGE} import pika"),
    # import pika
    (re.compile(r"^(\s*)import pika$", re.M), rf"\1from {PACKAGE} import pika"),
    # the adapters that are left out
    (re.compile(rf"^from \S+\.({'|'.join(UNUSED)}) import \w+\n", re.M), ""),
]


def wheel(folder: Path) -> Path:
    """Fetches the wheel with pip and checks its digest."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*command, f"pika=={VERSION}"], check=True)  # nosec B603
    (found,) = folder.glob("pika-*.whl")
    digest = hashlib.sha256(found.read_bytes()).hexdigest()
    if digest != SHA256:
        raise SystemExit(f"pika {VERSION} has digest {digest}, not {SHA256}; do not use it")
    return found


def write(source: Path, target: Path) -> None:
    """Unpacks, leaves out, rewrites."""
    with zipfile.ZipFile(source) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith("licenses/LICENSE"):
                place, text = target / "LICENSE", archive.read(name).decode()
            elif name.startswith("pika/") and name.endswith(".py") and Path(name).stem not in UNUSED:
                place, text = target / name[len("pika/") :], archive.read(name).decode()
                for pattern, replacement in RULES:
                    text = pattern.sub(replacement, text)
                text = HEADER + text
            else:
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")


def same(left: Path, right: Path) -> bool:
    """Whether two folders hold the same files, byte-code aside."""

    def files(folder: Path) -> set:
        return {p.relative_to(folder) for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"}

    names = files(left)
    return names == files(right) and all(filecmp.cmp(left / n, right / n, shallow=False) for n in names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only compare; exit 1 on a difference")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name) / "pika"
        write(wheel(Path(name)), fresh)
        if arguments.check:
            if not same(fresh, TARGET):
                raise SystemExit("foreshock/_vendor/pika differs from what tools/vendor.py writes; run it")
            return
        shutil.rmtree(TARGET, ignore_errors=True)
        shutil.copytree(fresh, TARGET)
    print(f"pika {VERSION} written to {TARGET}")


if __name__ == "__main__":
    main()
