"""What is shipped: the metadata, the vendored library, the zip."""

from __future__ import annotations

import ast
import configparser
import subprocess
import sys
import zipfile
from pathlib import Path

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
