#!/usr/bin/env python3
"""Writes the libraries in ``foreshock/_vendor`` anew from their published wheels.

QGIS has one Python for all plugins, so a copy on ``sys.path`` could be another plugin's. Ours are imported under our
own package: every import of theirs is rewritten. What the plugin does not use is left out. Run it to change a version,
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
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Tuple

PACKAGE = "foreshock._vendor"
TARGET = Path(__file__).resolve().parents[1] / "foreshock" / "_vendor"


@dataclass(frozen=True)
class Library:
    """One library, as it is pinned."""

    #: Its name on the package index, and that of its folder.
    project: str
    package: str
    version: str
    sha256: str
    #: Modules and folders that are left out, below its folder.
    unused: Tuple[str, ...]

    def takes(self, name: str) -> bool:
        """Whether a file of the wheel belongs to the copy."""
        place = PurePosixPath(name)
        if place.suffix != ".py" or place.parts[0] != self.package:
            return False
        below = place.relative_to(self.package).with_suffix("").as_posix()
        return not any(below == each or below.startswith(each + "/") for each in self.unused)

    def rewritten(self, text: str) -> str:
        """A source with its imports under our package. Its style is not ours to change."""
        name, leaves = self.package, "|".join(PurePosixPath(each).name for each in self.unused)
        rules = (
            # from name… import x
            (rf"^(\s*)from {name}(?=[ .])", rf"\1from {PACKAGE}.{name}"),
            # import name.x as y
            (rf"^(\s*)import {name}((?:\.\w+)+) as (\w+)$", rf"\1import {PACKAGE}.{name}\2 as \3"),
            # import name.x: loads the module and binds `name`
            (
                rf"^(\s*)import {name}((?:\.\w+)+)$",
                rf"\1import {PACKAGE}.{name}\2\n\1from {PACKAGE} import {name}",
            ),
            # import name
            (rf"^(\s*)import {name}$", rf"\1from {PACKAGE} import {name}"),
            # what is left out
            (rf"^from \S+\.({leaves}) import \w+\n", ""),
        )
        for pattern, replacement in rules:
            text = re.sub(pattern, replacement, text, flags=re.M)
        return f"# {self.project} {self.version} as published; only its imports are rewritten.\n# flake8: noqa\n{text}"


LIBRARIES = (
    # AMQP. Adapters for other event loops are left out.
    Library(
        project="pika",
        package="pika",
        version="1.4.4",
        sha256="48de960c97a93b55db06b8be4c53eb977c9c8a2754c57cdae9097abcbd70ce04",
        unused=tuple(f"adapters/{loop}_connection" for loop in ("asyncio", "gevent", "tornado", "twisted")),
    ),
    # What is said to a proxy. Its sockets, and everything for event loops, are left out: ours hear when they shall end.
    Library(
        project="python-socks",
        package="python_socks",
        version="3.2.1",
        sha256="db2c37d4f7aeebfbba91d2d7670718b2d516061b34296fa8498c6f671e87c504",
        unused=(
            *("async_", "sync"),
            *(f"_connectors/{each}_async" for each in ("factory", "http", "socks4", "socks5")),
        ),
    ),
)


def wheel(library: Library, folder: Path) -> Path:
    """Fetches the wheel with pip and checks its digest."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*command, f"{library.project}=={library.version}"], check=True)  # nosec B603
    (found,) = folder.glob(f"{library.package}-*.whl")
    digest = hashlib.sha256(found.read_bytes()).hexdigest()
    if digest != library.sha256:
        raise SystemExit(
            f"{library.project} {library.version} has digest {digest}, not {library.sha256}; do not use it"
        )
    return found


def write(library: Library, source: Path, target: Path) -> None:
    """Unpacks, leaves out, rewrites."""
    with zipfile.ZipFile(source) as archive:
        for name in sorted(archive.namelist()):
            if "licenses/LICENSE" in name:
                place, text = target / "LICENSE", archive.read(name).decode()
            elif library.takes(name):
                place = target / PurePosixPath(name).relative_to(library.package)
                text = library.rewritten(archive.read(name).decode())
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
    for library in LIBRARIES:
        target = TARGET / library.package
        with tempfile.TemporaryDirectory() as name:
            fresh = Path(name) / library.package
            write(library, wheel(library, Path(name)), fresh)
            if arguments.check:
                if not same(fresh, target):
                    raise SystemExit(f"{target} differs from what tools/vendor.py writes; run it")
                continue
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(fresh, target)
        print(f"{library.project} {library.version} written to {target}")


if __name__ == "__main__":
    main()
