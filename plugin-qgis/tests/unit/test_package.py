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
        "assert not any(name.split('.')[0] in ('qgis', 'osgeo', 'PyQt5', 'pika', 'python_socks') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_the_vendored_libraries_are_imported_under_our_name_only() -> None:
    others = {"twisted", "tornado", "gevent", "anyio", "trio"}
    libraries = [each for each in (PLUGIN / "_vendor").iterdir() if each.is_dir() and each.name != "__pycache__"]
    assert {each.name for each in libraries} == {"pika", "python_socks"}
    for library in libraries:
        assert (library / "LICENSE").is_file()
        for path in library.rglob("*.py"):
            names = {name.split(".")[0] for name in imported(path)}
            assert not names & (others | {each.name for each in libraries}), path


def package(target: Path) -> Path:
    subprocess.run([sys.executable, ROOT / "tools" / "package.py", "--output", target], check=True, capture_output=True)
    return target


def check(path: Path, *options: str) -> str:
    """What the rules of the plugin site say; nothing if all is well."""
    command = [sys.executable, ROOT / "tools" / "check_zip.py", path, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout if done.returncode else ""


def test_the_zip_holds_every_source_and_is_the_same_each_time(tmp_path: Path) -> None:
    target = package(tmp_path / "foreshock.zip")
    with zipfile.ZipFile(target) as archive:
        names = set(archive.namelist())
    for path in PLUGIN.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert f"foreshock/{path.relative_to(PLUGIN).as_posix()}" in names
    licences = {"foreshock/_vendor/pika/LICENSE", "foreshock/_vendor/python_socks/LICENSE"}
    assert {"foreshock/LICENSE", *licences} <= names
    # Built by the packing itself.
    assert {f"foreshock/resources/i18n/foreshock_{language}.qm" for language in ("es", "fr", "zh_Hans")} <= names
    assert target.read_bytes() == package(tmp_path / "again.zip").read_bytes()


def test_the_zip_passes_the_plugin_site(tmp_path: Path) -> None:
    assert check(package(tmp_path / "foreshock.zip")) == ""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plugin as in the zip, without its packages: the scanners read every file."""
    folder = tmp_path_factory.mktemp("small")
    with zipfile.ZipFile(package(folder / "good.zip")) as archive:
        archive.extractall(folder / "unpacked")
    for part in (folder / "unpacked" / "foreshock").iterdir():
        if part.is_dir() and part.name != "resources":
            shutil.rmtree(part)
    return folder / "unpacked"


def packed(small: Path, tmp_path: Path, change: Callable[[Path], None]) -> Path:
    """A zip of it, with a change made in the plugin's folder."""
    root = tmp_path / "changed"
    shutil.copytree(small, root)
    change(root / "foreshock")
    with zipfile.ZipFile(tmp_path / "changed.zip", "w") as archive:
        for path in sorted(root.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(root))
    return tmp_path / "changed.zip"


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


def without_provider(folder: Path) -> None:
    with_file("processing/__init__.py", "")(folder)
    edited("hasProcessingProvider=yes", "hasProcessingProvider=no")(folder)


def test_what_is_left_of_the_plugin_passes(small: Path, tmp_path: Path) -> None:
    """So that a finding below comes from the change."""
    assert check(packed(small, tmp_path, lambda folder: None)) == ""


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda folder: (folder / "LICENSE").unlink(), "there is no LICENSE"),
        (lambda folder: (folder / "metadata.txt").unlink(), "there is no metadata.txt"),
        (lambda folder: folder.rename(folder.with_name("fore-shock")), "no name for a Python package"),
        (with_file("../other/__init__.py", ""), "one top folder is wanted"),
        (edited("email=", "mail="), "email is missing"),
        (edited("tags=", "tag="), "tags is missing"),
        (edited("category=Raster", "category=Pixels"), "category is one of"),
        (edited("tracker=https://", "tracker=ftp://"), "tracker is no address"),
        (edited("description=", "description=<b>New</b> "), "description contains HTML"),
        (edited("about=", "about=<p>"), "about contains HTML"),
        (edited("name=Foreshock", "name=Foreshock plugin"), "the name says"),
        (edited("version=0.", "version=v0."), "version is not numbers"),
        (edited("supportsQt6=True", "supportsQt6=False"), "QGIS 4 needs supportsQt6"),
        (edited("qgisMaximumVersion=4.99", "qgisMaximumVersion=3.10"), "qgisMaximumVersion is below"),
        (edited("icon=resources/icon.svg", "icon=resources/none.svg"), "there is no resources/none.svg"),
        (without_provider, "hasProcessingProvider=yes"),
        (with_file(".hidden", ""), "hidden"),
        (with_file("__pycache__/x.txt", ""), "not wanted in a zip"),
        (with_file("speedup.so", ""), "this kind of file"),
        (with_file("run.sh", ""), "this kind of file"),
        (with_file("page.html", ""), "this kind of file"),
        (with_file("tool.py", "", 0o755), "is executable"),
        (with_file("tool.py", "def broken(:\n"), "invalid syntax"),
    ],
)
def test_the_rules_of_the_plugin_site(
    small: Path, tmp_path: Path, change: Callable[[Path], None], finding: str
) -> None:
    assert finding in check(packed(small, tmp_path, change), "--no-scanners")


def test_a_zip_that_leads_out_of_its_folder_is_not_unpacked(small: Path, tmp_path: Path) -> None:
    bad = packed(small, tmp_path, lambda folder: None)
    with zipfile.ZipFile(bad, "a") as archive:
        archive.writestr("foreshock/../../outside.py", "")
    assert "leads out of its folder" in check(bad, "--no-scanners")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("import subprocess\n\nsubprocess.call('ls', shell=True)\n" * 2, "flake8"),
        ("import os\n\nos.chmod('/tmp/x', 0o777)\n", "bandit"),
        # The documented example of a key, in two halves, so that this file has none.
        ("KEY = 'AKIA" + "IOSFODNN7EXAMPLE'\n", "detect-secrets"),
    ],
)
def test_what_the_scanners_of_the_plugin_site_find(small: Path, tmp_path: Path, text: str, finding: str) -> None:
    assert finding in check(packed(small, tmp_path, with_file("tool.py", text)))
