#!/usr/bin/env python3
"""Holds the plugin's zip to the rules of plugins.qgis.org: its validator refuses, its scanners (bandit, detect-secrets,
flake8) show their findings to those who approve. Prints what is wrong, one line each; exit 1 if anything is. Needs no network.
"""

from __future__ import annotations

import argparse
import ast
import configparser
import json
import re
import stat
import subprocess  # nosec B404
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import Iterator, List, Sequence
from urllib.parse import urlsplit

#: Bytes.
LARGEST = 25 * 1024 * 1024
REQUIRED = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
)
#: Not asked for by the site; without them the plugin is not found, or looks unfinished.
WANTED = ("homepage", "changelog", "icon", "tags", "category", "hasProcessingProvider")
CATEGORIES = ("Raster", "Vector", "Database", "Mesh", "Web")
URLS = ("homepage", "tracker", "repository")
BOOLEANS = ("experimental", "deprecated", "supportsQt6", "server", "hasProcessingProvider")
FORBIDDEN_PARTS = ("__MACOSX", "__pycache__")
FORBIDDEN_KINDS = (
    *(".exe", ".dll", ".so", ".dylib", ".pyd", ".bat", ".cmd", ".sh", ".ps1"),
    *(".pyc", ".pyo", ".html", ".htm", ".zip", ".whl", ".tar", ".gz"),
)
LICENCES = ("LICENSE", "LICENSE.txt", "LICENSE.md")

#: What flake8 says of us, and why it stays.
STYLE = {
    "E203": "the formatter's spacing of slices, as PEP 8 wants it",
}
#: What detect-secrets takes for a secret: (file, kind) and what it is.
NO_SECRETS = {
    ("foreshock/_vendor/pika/connection.py", "Secret Keyword"): "RabbitMQ's published default account",
    ("foreshock/_vendor/pika/connection.py", "Basic Auth Credentials"): "the form of an address, in a docstring",
}


def findings(path: Path, scan: bool = True) -> Iterator[str]:
    """Everything that is wrong with a zip; without the scanners in a fraction of the time."""
    size = path.stat().st_size
    if size > LARGEST:
        yield f"the zip has {size} bytes; {LARGEST} are taken"
    with zipfile.ZipFile(path) as archive:
        broken = archive.testzip()
        if broken:
            yield f"{broken} is damaged"
            return
        infos = archive.infolist()
        unsafe = list(entry_findings(infos))
        yield from unsafe
        tops = {PurePosixPath(info.filename).parts[0] for info in infos}
        if len(tops) != 1:
            yield f"one top folder is wanted, not {sorted(tops)}"
            return
        if unsafe:
            return  # not to be unpacked
        (top,) = tops
        with tempfile.TemporaryDirectory(prefix="foreshock-zip-") as name:
            archive.extractall(name)
            yield from folder_findings(Path(name), top)
            if scan:
                yield from scanner_findings(Path(name), top)


def entry_findings(infos: Sequence[zipfile.ZipInfo]) -> Iterator[str]:
    """By names and modes alone."""
    for info in infos:
        place = PurePosixPath(info.filename)
        if place.is_absolute() or ".." in place.parts or "\\" in info.filename:
            yield f"{info.filename}: leads out of its folder"
        if any(part.startswith(".") for part in place.parts):
            yield f"{info.filename}: hidden"
        if set(place.parts) & set(FORBIDDEN_PARTS):
            yield f"{info.filename}: not wanted in a zip"
        if place.suffix.lower() in FORBIDDEN_KINDS:
            yield f"{info.filename}: this kind of file is not wanted"
        mode = info.external_attr >> 16
        if not info.is_dir() and mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH):
            yield f"{info.filename}: is executable"
        if stat.S_ISLNK(mode):
            yield f"{info.filename}: is a link"


def folder_findings(root: Path, top: str) -> Iterator[str]:
    """By what is in the files."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", top):
        yield f"the folder {top} is no name for a Python package"
    plugin = root / top
    if not any((plugin / name).is_file() for name in LICENCES):
        yield "there is no LICENSE"
    if not (plugin / "__init__.py").is_file() or "def classFactory(" not in (plugin / "__init__.py").read_text():
        yield "__init__.py has no classFactory"
    if (plugin / "metadata.txt").is_file():
        yield from metadata_findings(plugin)
    else:
        yield "there is no metadata.txt"
    for path in sorted(root.rglob("*.py")):
        try:
            ast.parse(path.read_bytes())
        except (SyntaxError, ValueError) as error:
            yield f"{path.relative_to(root)}: {error}"


def metadata_findings(plugin: Path) -> Iterator[str]:
    """What the validator says of metadata.txt."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        parser.read_string((plugin / "metadata.txt").read_text(encoding="utf-8"))
        general = parser["general"]
    except (configparser.Error, KeyError, UnicodeDecodeError) as error:
        yield f"metadata.txt cannot be read: {error}"
        return
    for key in (*REQUIRED, *WANTED):
        if not general.get(key, "").strip():
            yield f"metadata.txt: {key} is missing"
    if general.get("category", CATEGORIES[0]) not in CATEGORIES:
        yield f"metadata.txt: category is one of {', '.join(CATEGORIES)}"
    if (plugin / "processing").is_dir() and general.get("hasProcessingProvider", "yes").lower() != "yes":
        yield "metadata.txt: there are algorithms; qgis_process needs hasProcessingProvider=yes"
    for key in URLS:
        parts = urlsplit(general.get(key, ""))
        if general.get(key) and (parts.scheme not in ("http", "https") or not parts.hostname):
            yield f"metadata.txt: {key} is no address of a web page"
    for key in ("description", "about"):
        if re.search(r"<[^>]+>", general.get(key, "")):
            yield f"metadata.txt: {key} contains HTML"
    if "\n" in general.get("description", ""):
        yield "metadata.txt: description is one line"
    if "plugin" in general.get("name", "").lower():
        yield "metadata.txt: the name says that it is a plugin"
    if not re.fullmatch(r"\d+(\.\d+)+", general.get("version", "")):
        yield "metadata.txt: version is not numbers and points"
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", general.get("email", "")):
        yield "metadata.txt: email is no address"
    yield from _version_findings(general)
    for key in BOOLEANS:
        # The site takes "yes" for no in most of them; QGIS wants it where it looks for a provider.
        wanted = ("yes", "no") if key == "hasProcessingProvider" else ("true", "false")
        if key in general and general[key].lower() not in wanted:
            yield f"metadata.txt: {key} is {' or '.join(wanted)}"
    if general.get("icon") and not (plugin / general["icon"]).is_file():
        yield f"metadata.txt: there is no {general['icon']}"


def _version_findings(general: configparser.SectionProxy) -> Iterator[str]:
    versions = {}
    for key in ("qgisMinimumVersion", "qgisMaximumVersion"):
        text = general.get(key, "")
        if re.fullmatch(r"\d+\.\d+(\.\d+)?", text):
            versions[key] = [int(part) for part in text.split(".")]
        elif text or key == "qgisMinimumVersion":
            yield f"metadata.txt: {key} is not like 3.22"
    lowest, highest = versions.get("qgisMinimumVersion"), versions.get("qgisMaximumVersion")
    if lowest and highest and lowest > highest:
        yield "metadata.txt: qgisMaximumVersion is below qgisMinimumVersion"
    if highest and highest[0] >= 4 and general.get("supportsQt6", "").lower() not in ("true", "1"):
        yield "metadata.txt: QGIS 4 needs supportsQt6=True"


def scanner_findings(root: Path, top: str) -> Iterator[str]:
    """What the site's three scanners say."""
    for each in json.loads(_run(root, "bandit", "-r", "-ll", "-q", "-f", "json", top))["results"]:
        yield f"{each['filename']}:{each['line_number']}: bandit {each['test_id']}: {each['issue_text']}"
    for name, secrets in json.loads(_run(root, "detect_secrets", "scan", "--all-files", top))["results"].items():
        for each in secrets:
            if (name, each["type"]) not in NO_SECRETS:
                yield f"{name}:{each['line_number']}: detect-secrets: {each['type']}"
    accepted = ",".join(STYLE)
    for line in _run(
        root, "flake8", "--isolated", "--max-line-length", "120", "--extend-ignore", accepted, top
    ).splitlines():
        yield f"flake8: {line}"


def _run(root: Path, module: str, *arguments: str) -> str:
    """A scanner's words; it ends with 1 when it has found something."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # nosec B603
    if done.returncode not in (0, 1) or (done.returncode and not done.stdout.strip()):
        raise SystemExit(f"{module} does not run (is it installed? `make setup`):\n{done.stderr[-2000:]}")
    return done.stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("zip", type=Path)
    parser.add_argument("--no-scanners", action="store_true", help="the validator's rules only, in less than a second")
    arguments = parser.parse_args()
    path = arguments.zip
    found: List[str] = list(findings(path, scan=not arguments.no_scanners))
    print("\n".join(found) if found else f"{path}: nothing to complain of")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
