"""What a user gets: the zip in a profile of its own, away from the repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Dict

import pytest
from foreshock.version import VERSION
from processing_session import ALGORITHMS

TESTS = Path(__file__).resolve().parents[1]
TOOLS = TESTS.parent / "tools"


@pytest.fixture
def plugins(tmp_path: Path) -> Path:
    """The plugin folder of a new profile, with the zip unpacked as QGIS's plugin manager does."""
    archive = tmp_path / "foreshock.zip"
    subprocess.run([sys.executable, TOOLS / "package.py", "--output", archive], check=True)
    folder = tmp_path / "config" / "profiles" / "default" / "python" / "plugins"
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder


@pytest.fixture
def environment(tmp_path: Path, plugins: Path) -> Dict[str, str]:
    """Nothing of this process's profile, and no way to the repository's sources."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH") if key in os.environ}
    return {
        **kept,
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "config"),
        "QGIS_AUTH_DB_DIR_PATH": str(tmp_path / "config"),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def test_qgis_loads_and_unloads_it(plugins: Path, environment: Dict[str, str], tmp_path: Path) -> None:
    before = sorted(plugins.rglob("*"))
    done = subprocess.run(
        [sys.executable, TESTS / "qgis" / "from_zip.py", plugins, TESTS],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["known"] and seen["loaded"] and seen["started"], done.stderr
    assert Path(seen["file"]) == plugins / "foreshock" / "__init__.py"
    assert Path(seen["pika"]).is_relative_to(plugins / "foreshock" / "_vendor")
    assert seen["version"] == VERSION
    assert "Simulate damage…" in seen["menu"] and seen["icons"]
    assert seen["algorithms"] == ALGORITHMS
    assert seen["unloaded"] and seen["left"] == 0 and seen["again"] and seen["same menu"]
    assert sorted(plugins.rglob("*")) == before, "a plugin does not write into its own folder"


def test_qgis_process_finds_its_algorithms(environment: Dict[str, str], tmp_path: Path) -> None:
    # Debian wraps the program in a script that passes options it does not know.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    assert program, "qgis_process is not installed"

    def qgis_process(*arguments: str) -> str:
        done = subprocess.run(
            [program, *arguments],
            env=environment,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0 and "Traceback" not in done.stderr, done.stdout + done.stderr
        return done.stdout

    qgis_process("plugins", "enable", "foreshock")
    listed = [
        word for line in qgis_process("list").splitlines() for word in line.split() if word.startswith("foreshock:")
    ]
    assert sorted(listed) == [f"foreshock:{name}" for name in ALGORITHMS]
