"""What is shipped: the metadata, the vendored library, the zip."""

from __future__ import annotations

import ast
import configparser
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Callable

import pytest
from foreshock.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "foreshock"
REQUIRED = [
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
]


def our_files() -> list:
    return [path for path in PLUGIN.rglob("*.py") if "_vendor" not in path.parts]


def imported(path: Path) -> set:
    """Top-level names of absolute imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add(node.module)
    return found


def test_metadata_is_complete() -> None:
    parser = configparser.ConfigParser()
    parser.optionxform = str
    parser.read(PLUGIN / "metadata.txt", encoding="utf-8")
    general = parser["general"]
    assert all(general.get(key, "").strip() for key in REQUIRED)
    assert general["version"] == VERSION
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert general["supportsQt6"] == "True"
    assert (PLUGIN / general["icon"]).is_file()
    assert "<" not in general["about"] + general["description"]


def test_core_and_transport_need_no_qgis() -> None:
    for folder in ("core", "transport"):
        for path in (PLUGIN / folder).glob("*.py"):
            assert not any(name.startswith(("qgis", "osgeo")) for name in imported(path)), path
    code = (
        "import sys, foreshock.core.request, foreshock.core.journal, foreshock.transport.open, foreshock.transport.probe;"
        "assert not any(name.split('.')[0] in ('qgis', 'osgeo', 'PyQt5', 'pika') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_the_vendored_library_is_imported_under_our_name_only() -> None:
    vendored = PLUGIN / "_vendor" / "pika"
    assert (vendored / "LICENSE").is_file()
    for path in vendored.rglob("*.py"):
        assert not any(name.split(".")[0] in ("pika", "twisted", "tornado", "gevent") for name in imported(path)), path


def test_the_zip(tmp_path: Path) -> None:
    target = tmp_path / "foreshock.zip"
    subprocess.run([sys.executable, ROOT / "tools" / "package.py", "--output", target], check=True)
    assert target.stat().st_size < 25 * 1024 * 1024
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert {name.split("/")[0] for name in names} == {"foreshock"}
    for needed in ("metadata.txt", "__init__.py", "LICENSE", "resources/icon.svg", "_vendor/pika/LICENSE"):
        assert f"foreshock/{needed}" in names
    for name in names:
        assert not name.endswith((".pyc", ".so", ".dll", ".sh", ".exe")) and "__pycache__" not in name
        assert not any(part.startswith(".") for part in name.split("/"))


def package(target: Path) -> Path:
    subprocess.run([sys.executable, ROOT / "tools" / "package.py", "--output", target], check=True, capture_output=True)
    return target


def check(path: Path) -> str:
    """What the rules of the plugin site say; nothing if all is well."""
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "check_zip.py", path], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout if done.returncode else ""


def test_the_zip_passes_the_plugin_site(tmp_path: Path) -> None:
    assert check(package(tmp_path / "foreshock.zip")) == ""


def edited(old: str, new: str) -> Callable[[Path], None]:
    """Changes metadata.txt."""

    def edit(folder: Path) -> None:
        place = folder / "metadata.txt"
        text = place.read_text(encoding="utf-8")
        assert old in text
        place.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def with_file(name: str, text: str, mode: int = 0o644) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(text)
        place.chmod(mode)

    return write


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda folder: (folder / "LICENSE").unlink(), "there is no LICENSE"),
        (lambda folder: (folder / "metadata.txt").unlink(), "there is no metadata.txt"),
        (edited("email=", "mail="), "email is missing"),
        (edited("tracker=https://", "tracker=ftp://"), "tracker is no address"),
        (edited("description=", "description=<b>New</b> "), "description contains HTML"),
        (edited("name=Foreshock", "name=Foreshock plugin"), "the name says"),
        (edited("supportsQt6=True", "supportsQt6=False"), "QGIS 4 needs supportsQt6"),
        (edited("qgisMaximumVersion=4.99", "qgisMaximumVersion=3.10"), "qgisMaximumVersion is below"),
        (edited("icon=resources/icon.svg", "icon=resources/none.svg"), "there is no resources/none.svg"),
        (with_file(".hidden", ""), "hidden"),
        (with_file("__pycache__/x.txt", ""), "not wanted in a zip"),
        (with_file("run.sh", ""), "this kind of file"),
        (with_file("page.html", ""), "this kind of file"),
        (with_file("tool.py", "", 0o755), "is executable"),
        (with_file("tool.py", "def broken(:\n"), "invalid syntax"),
        (with_file("tool.py", "import subprocess\n\nsubprocess.call('ls', shell=True)\n" * 2), "flake8"),
        (with_file("tool.py", "import os\n\nos.chmod('/tmp/x', 0o777)\n"), "bandit"),
        # The documented example of a key, in two halves, so that this file has none.
        (with_file("tool.py", "KEY = 'AKIA" + "IOSFODNN7EXAMPLE'\n"), "detect-secrets"),
    ],
)
def test_the_check_finds_what_the_plugin_site_refuses(
    tmp_path: Path, change: Callable[[Path], None], finding: str
) -> None:
    with zipfile.ZipFile(package(tmp_path / "good.zip")) as archive:
        archive.extractall(tmp_path / "unpacked")
    # The scanners read every file; a zip without the library is checked in a fraction of the time.
    folder = tmp_path / "unpacked" / "foreshock"
    for part in folder.iterdir():
        if part.is_dir() and part.name != "resources":
            shutil.rmtree(part)
    change(folder)
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        for path in sorted((tmp_path / "unpacked").rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(tmp_path / "unpacked"))
    assert finding in check(bad)
