"""A desk of its own: an X server with a window manager, a fresh QGIS profile, and QGIS on them."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
#: Where pictures and results stay after the run.
ARTEFACTS = REPOSITORY / ".run" / "desktop"
GUIDE = REPOSITORY / "docs" / "images"
SCREEN = "1280x800x24"
#: What a picture of the guide may weigh, bytes.
LARGEST_PICTURE = 85_000
#: How wide it is at most, px: letters can still be read.
WIDEST_PICTURE = 1024

_SETTINGS = """\
[PythonPlugins]
foreshock={enabled}
processing=true
GdalTools=false
MetaSearch=false
db_manager=false
grassprovider=false
sagaprovider=false

[qgis]
showTips322=false
checkVersion=false

[app]
askToSaveMemoryLayers=false

[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true

[migration]
fileVersion=2
settings=true
"""


class Display:
    """A virtual screen with a window manager, which gives windows their focus and menus their place."""

    def __init__(self, folder: Path) -> None:
        self._children: List[subprocess.Popen] = []
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"]
        self._start(command, folder / "xvfb.log", pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        assert number, (folder / "xvfb.log").read_text(errors="replace")
        self.name = f":{number}"
        environment = {**os.environ, "DISPLAY": self.name, "HOME": str(folder)}
        self._start(["openbox", "--sm-disable"], folder / "openbox.log", env=environment)

    def _start(self, command: List[str], log: Path, **options: Any) -> None:
        with open(log, "wb") as file:
            self._children.append(subprocess.Popen(command, stdout=file, stderr=file, **options))

    def stop(self) -> None:
        for child in reversed(self._children):
            child.terminate()
            child.wait(20)


class Profile:
    """A QGIS profile that nobody has used; results are written into it."""

    def __init__(self, plugin: Path, enabled: bool = True) -> None:
        """``plugin`` is the folder of its sources, or its zip."""
        self.folder = ARTEFACTS / "profile"
        shutil.rmtree(self.folder, ignore_errors=True)
        home = self.folder / "profiles" / "default"
        (home / "python" / "plugins").mkdir(parents=True)
        if plugin.is_dir():
            (home / "python" / "plugins" / "foreshock").symlink_to(plugin, target_is_directory=True)
        else:
            shutil.unpack_archive(str(plugin), str(home / "python" / "plugins"), "zip")
        (home / "QGIS").mkdir()
        (home / "QGIS" / "QGIS3.ini").write_text(_SETTINGS.format(enabled=str(enabled).lower()))
        self._clients = home / "foreshock" / "clients"

    def requests(self) -> List[str]:
        """The ids of the requests that the profile remembers."""
        return [folder.name for folder in self._clients.glob("*/requests/*") if folder.is_dir()]

    def journal(self) -> Path:
        """The journal of the profile's one client."""
        (folder,) = self._clients.glob("*/requests")
        return folder


class Desk:
    """Runs QGIS with one scenario at a time."""

    def __init__(self, display: Display) -> None:
        self._display = display

    def drive(
        self,
        scenario: str,
        profile: Profile,
        plan: Dict[str, Any],
        seconds: float,
        files: Optional[List[Path]] = None,
        watch: Optional[Callable[[int], None]] = None,
        code: int = 0,
    ) -> Dict[str, Any]:
        """Starts QGIS, lets ``scenarios.py`` act in it, and gives what it found. ``watch`` hears the process id every
        fifth of a second; ``code`` is how QGIS shall end."""
        folder = ARTEFACTS / scenario
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        plan_file = folder / "plan.json"
        plan_file.write_text(
            json.dumps(
                {
                    **plan,
                    "scenario": scenario,
                    "folder": str(folder),
                    "code": str(HERE),
                    "tests": str(HERE.parent),
                }
            )
        )
        with tempfile.TemporaryDirectory(prefix="foreshock-desk-") as runtime, open(folder / "qgis.log", "wb") as log:
            command = ["qgis", "--nologo", "--noversioncheck", "--lang", plan.get("language", "en")]
            command += ["--profiles-path", str(profile.folder)]
            command += ["--code", str(HERE / "drive.py"), *map(str, files or [])]
            qgis = subprocess.Popen(command, env=self._environment(plan_file, runtime), stdout=log, stderr=log)
            try:
                ended = _wait(qgis, seconds, watch)
            finally:
                if qgis.poll() is None:
                    qgis.kill()
                    qgis.wait()
        return _judge(folder, ended, code)

    def _environment(self, plan_file: Path, runtime: str) -> Dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "QGIS_", "FORESHOCK_"))}
        return {
            **kept,
            "DISPLAY": self._display.name,
            "QT_QPA_PLATFORM": "xcb",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "XDG_RUNTIME_DIR": runtime,
            "HOME": runtime,
            # QGIS asks before it lets go of layers below the temporary folder, where this checkout may lie.
            "TMPDIR": runtime,
            # Sources may lie in a folder that must stay as it is.
            "PYTHONDONTWRITEBYTECODE": "1",
            "FORESHOCK_DESKTOP_PLAN": str(plan_file),
        }


def _wait(qgis: subprocess.Popen, seconds: float, watch: Optional[Callable[[int], None]]) -> Optional[int]:
    """The exit code, or None if QGIS did not end in time."""
    pause, left = 0.2, seconds
    while left > 0:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return qgis.wait(pause)
        left -= pause
        if watch is not None:
            watch(qgis.pid)
    return None


def _judge(folder: Path, ended: Optional[int], code: int) -> Dict[str, Any]:
    log = (folder / "qgis.log").read_text(errors="replace")[-3000:]
    result_file = folder / "result.json"
    assert result_file.exists(), f"QGIS ended with {ended} and left no result, see {folder}\n{log}"
    result = json.loads(result_file.read_text(encoding="utf-8"))
    assert result["error"] is None, f"{result['error']}\nmessages: {result['messages']}\n{result['trouble']}\n{folder}"
    assert ended == code, f"QGIS ended with {ended} (None: it did not end), see {folder}\n{log}"
    assert result["trouble"] == [], "QGIS's message log tells of trouble"
    return result


def guide_picture(scenario: str, name: str, as_name: str = "") -> None:
    """Copies a screenshot to the guide's pictures, if they are wanted, as a JPEG of modest size."""
    if not os.environ.get("FORESHOCK_SCREENSHOTS"):
        return
    picture = QImage(str(ARTEFACTS / scenario / f"{name}.png"))
    if picture.width() > WIDEST_PICTURE:
        picture = picture.scaledToWidth(WIDEST_PICTURE, Qt.TransformationMode.SmoothTransformation)
    target = GUIDE / f"guide-{as_name or name}.jpg"
    for quality in range(92, 40, -4):
        assert picture.save(str(target), "JPEG", quality)
        if target.stat().st_size <= LARGEST_PICTURE:
            return
    raise AssertionError(f"{target} stays above {LARGEST_PICTURE} bytes")


def display(folder: Path) -> Iterator[Display]:
    """A generator for a session fixture."""
    running = Display(folder)
    try:
        yield running
    finally:
        running.stop()
