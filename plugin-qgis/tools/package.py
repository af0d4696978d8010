#!/usr/bin/env python3
"""Builds the zip that QGIS installs: one top folder, sources and compiled translations, the same bytes every time."""

from __future__ import annotations

import argparse
import configparser
import zipfile
from pathlib import Path

import translations

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = ROOT / "foreshock"
#: What the plugin site takes, bytes.
LARGEST = 25 * 1024 * 1024
KINDS = {".py", ".txt", ".svg", ".md", ".qm", ".json", ".qpt"}


def version() -> str:
    parser = configparser.ConfigParser()
    parser.read(PLUGIN / "metadata.txt", encoding="utf-8")
    return parser["general"]["version"]


def files() -> list:
    """(name in the zip, file), sorted. The licence stands beside the plugin's sources, not in them."""
    found = {"LICENSE": ROOT / "LICENSE"}
    for path in PLUGIN.rglob("*"):
        name = path.relative_to(PLUGIN)
        hidden = any(part.startswith(".") or part == "__pycache__" for part in name.parts)
        if path.is_file() and not hidden and (path.suffix in KINDS or path.name == "LICENSE"):
            found[name.as_posix()] = path
    return sorted(found.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT.parent / "out" / f"foreshock-qgis-{version()}.zip")
    output = parser.parse_args().output
    translations.compile_all()
    output.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in files():
            # A fixed time and mode: equal sources give equal zips.
            entry = zipfile.ZipInfo(f"{PLUGIN.name}/{name}", (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    size = output.stat().st_size
    if size > LARGEST:
        output.unlink()
        raise SystemExit(f"the zip has {size} bytes; the plugin site takes {LARGEST}")
    print(f"{output} ({size / 1024:.0f} KiB)")


if __name__ == "__main__":
    main()
