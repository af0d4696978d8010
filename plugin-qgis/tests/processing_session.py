"""Processing in a test: the framework of the running QGIS, and ``qgis_process`` beside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional

import qgis_session
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)

PLUGIN_ROOT = Path(__file__).resolve().parents[1]
#: Names of our algorithms.
ALGORITHMS = [
    *("affected", "cancel", "collect", "difference", "plausibility"),
    *("report", "simulate", "simulatebatch", "submit", "verify"),
]


def provider() -> Iterator[Any]:
    """A generator for a fixture: the framework, with our provider in it."""
    folder = str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins")
    if folder not in sys.path:
        sys.path.append(folder)
    from processing.core.Processing import Processing

    Processing.initialize()
    from foreshock.plugin import ForeshockPlugin

    plugin = ForeshockPlugin(None)
    plugin.initProcessing()
    yield QgsApplication.processingRegistry().providerById("foreshock")
    plugin.unload()
    plugin.deleteLater()


class Feedback(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self) -> None:
        super().__init__(False)
        self.said: List[str] = []
        self.warned: List[str] = []
        self.shares: List[float] = []
        self.progressChanged.connect(self.shares.append)

    def pushInfo(self, info: str) -> None:
        self.said.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warned.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.warned.append(error)

    def setProgressText(self, text: str) -> None:
        self.said.append(text)


def run(name: str, parameters: Dict[str, Any], feedback: Optional[Feedback] = None) -> Dict[str, Any]:
    """``processing.run``, as scripts call it."""
    import processing

    return processing.run(f"foreshock:{name}", parameters, feedback=feedback or Feedback())


def refusal(name: str, parameters: Dict[str, Any]) -> str:
    """The sentence with which an algorithm ends."""
    feedback = Feedback()
    try:
        run(name, parameters, feedback)
    except QgsProcessingException as error:
        return " ".join([str(error), *feedback.warned])
    raise AssertionError(f"{name} did not fail")


@dataclass
class InBackground:
    """An algorithm on a thread of QGIS's task manager, as the windows of Processing run it."""

    name: str
    parameters: Dict[str, Any]
    feedback: Feedback = field(default_factory=Feedback)
    results: Optional[Dict[str, Any]] = None
    successful: Optional[bool] = None

    def start(self) -> InBackground:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"foreshock:{self.name}")
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.context.setFeedback(self.feedback)
        fits, reason = algorithm.checkParameterValues(self.parameters, self.context)
        assert fits, reason
        self._algorithm = algorithm
        self._task = QgsProcessingAlgRunnerTask(algorithm, self.parameters, self.context, self.feedback)
        self._task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(self._task)
        return self

    def _executed(self, successful: bool, results: Dict[str, Any]) -> None:
        self.successful, self.results = successful, results

    def wait(self, seconds: float) -> Dict[str, Any]:
        assert qgis_session.spin_until(lambda: self.successful is not None, seconds), self.feedback.said[-3:]
        return self.results


class QgisProcess:
    """``qgis_process`` with a profile of its own, in which nothing but our plugin is switched on."""

    def __init__(self, folder: Path) -> None:
        # Debian wraps the program in a script that passes options it does not know.
        self._program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
        assert self._program, "qgis_process is not installed"
        plugins = folder / "plugins"
        plugins.mkdir(parents=True)
        (plugins / "foreshock").symlink_to(PLUGIN_ROOT / "foreshock")
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        self.profile = folder / "profile"
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("FORESHOCK_")}
        self.environment.update(
            QGIS_CUSTOM_CONFIG_PATH=str(self.profile),
            QGIS_AUTH_DB_DIR_PATH=str(folder),
            QGIS_PLUGINPATH=str(plugins),
            QT_QPA_PLATFORM="offscreen",
            XDG_RUNTIME_DIR=str(runtime),
        )
        done = self("plugins", "enable", "foreshock")
        assert done.returncode == 0, done.stderr

    def __call__(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self._program, *arguments],
            env={**self.environment, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def start(self, name: str, parameters: Dict[str, Any], **variables: str) -> subprocess.Popen:
        """An algorithm that the caller ends."""
        return subprocess.Popen(
            [self._program, "run", f"foreshock:{name}", "--", *_words(parameters)],
            env={**self.environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def run(self, name: str, parameters: Dict[str, Any], **variables: str) -> Dict[str, Any]:
        """The outputs of an algorithm, by its JSON."""
        done = self("--json", "run", f"foreshock:{name}", "--", *_words(parameters), **variables)
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
        return json.loads(done.stdout[done.stdout.index("{") :])["results"]

    def refusal(self, name: str, parameters: Dict[str, Any], **variables: str) -> str:
        """What is said when it fails."""
        done = self("run", f"foreshock:{name}", "--", *_words(parameters), **variables)
        assert done.returncode != 0, done.stdout
        return done.stdout + done.stderr


def _words(parameters: Dict[str, Any]) -> List[str]:
    return [f"{key}={value}" for key, value in parameters.items()]
