"""What the plugin takes from Qt is in the Qt of QGIS 4: held to PyQt6's stubs, which need no Qt to be loaded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import qt6_check


@pytest.fixture(scope="module")
def stubs() -> qt6_check.Stubs:
    return qt6_check.Stubs(qt6_check.wheel_in(qt6_check.WHEELS))


def test_the_plugin_runs_on_qt_6_as_far_as_names_tell(stubs: qt6_check.Stubs) -> None:
    found = qt6_check.of_plugin(stubs)
    assert not found, "\n".join(found)
    assert not any(name.split(".")[0] == "PyQt6" for name in sys.modules)


WIDGET = "from qgis.PyQt.QtWidgets import QLabel, QWidget\nclass Panel(QWidget):\n    def __init__(self):\n"


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("from qgis.PyQt.QtCore import Qt\nQt.AlignLeft", "Qt.AlignLeft"),
        ("from qgis.PyQt.QtCore import Qt\nQt.AlignmentFlag.AlignLefty", "Qt.AlignmentFlag.AlignLefty"),
        (
            "from qgis.PyQt.QtWidgets import QDialogButtonBox as Box\ndef f(a=Box(Box.Ok)):\n    pass",
            "Box.Ok",
        ),
        ("from qgis.PyQt.QtWidgets import QAction", "QtWidgets.QAction"),
        ("from qgis.PyQt.QtCore import QRegExp", "QtCore.QRegExp"),
        ("from qgis.PyQt import QtWebKit", "QtWebKit"),
        ("from qgis.PyQt.QtCore import QVariant\nQVariant.Type.String", "QVariant.Type"),
        ("from qgis.PyQt.QtWidgets import QApplication\nQApplication.desktop()", "QApplication.desktop"),
        (
            "from qgis.PyQt.QtWidgets import QMessageBox\ndef f():\n    box = QMessageBox()\n    box.exec_()",
            "box.exec_",
        ),
        (
            "from qgis.PyQt.QtGui import QMouseEvent\ndef f(event: QMouseEvent):\n    event.globalPos()",
            "event.globalPos",
        ),
        (
            "from typing import Optional\nfrom qgis.PyQt.QtGui import QWheelEvent\n"
            "def f(event: Optional[QWheelEvent]):\n    return event.pos()",
            "event.pos",
        ),
        (
            "from qgis.PyQt.QtGui import QFont, QFontMetrics\ndef f():\n    return QFontMetrics(QFont()).width('a')",
            "QFontMetrics(QFont()).width",
        ),
        (
            "from qgis.PyQt.QtGui import QMouseEvent\ndef f(event: QMouseEvent):\n    event.position().toPnt()",
            "event.position().toPnt",
        ),
        (f"{WIDGET}        self.setMargin(3)", "self.setMargin"),
        (f"{WIDGET}        self._label = QLabel()\n    def f(self):\n        self._label.exec_()", "self._label.exec_"),
        (
            f"{WIDGET}        pass\n    def f(self):\n        self.fontMetrics().width('a')",
            "self.fontMetrics().width",
        ),
    ],
)
def test_what_qt_6_lacks_is_found(stubs: qt6_check.Stubs, code: str, missing: str) -> None:
    (found,) = qt6_check.of_text(stubs, code)
    assert found.startswith("text.py:") and found.endswith(f"PyQt6 has no {missing}")


@pytest.mark.parametrize(
    "code",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop",
        "try:\n    from qgis.PyQt.QtGui import QAction\nexcept ImportError:\n    from qgis.PyQt.QtWidgets import QAction",
        "from qgis.PyQt import sip\nsip.isdeleted(3)",
        "from qgis.PyQt.QtGui import QMouseEvent\ndef f(event: QMouseEvent):\n    event.globalPosition().toPoint().x()",
        "from qgis.PyQt.QtCore import QThread\nif hasattr(QThread, 'isSo'):\n    QThread.isSo",
        # Of these nobody knows what they are: names that are bound twice, parts of what comes at run time, loops.
        "from qgis.PyQt.QtCore import QPoint\ndef f(other):\n    a = QPoint()\n    a = other\n    a.exec_()",
        "from qgis.PyQt.QtCore import QPoint\ndef f(other):\n    a, b = other\n    a.exec_()",
        "from qgis.PyQt.QtCore import QPoint\ndef f(others):\n    a = QPoint()\n    for a in others:\n        a.exec_()",
        f"{WIDGET}        self._a, self._b = None, 1\n    def f(self):\n        return self._a, self._b, self.g, self.width()\n"
        "    def g(self):\n        pass",
        "from qgis.core import QgsTask\nclass A(QgsTask):\n    def f(self):\n        self.exec_()",
    ],
)
def test_what_is_right_or_unknown_is_let_pass(stubs: qt6_check.Stubs, code: str) -> None:
    assert qt6_check.of_text(stubs, code) == []


def test_it_looks_into_the_plugins_own_windows(stubs: qt6_check.Stubs) -> None:
    """Names that Qt has never had, in the place of some that it has, in files as they are."""
    for name, right, wrong in (
        ("gui/simulate_dialog.py", ".setObjectName(", ".setObjectNome("),
        ("gui/area_panel.py", ".setChecked(", ".setTicked("),
        ("layers/badge_item.py", "painter.", "painter.not_"),
    ):
        text = (qt6_check.PLUGIN / name).read_text(encoding="utf-8")
        assert right in text and qt6_check.of_text(stubs, text) == []
        assert qt6_check.of_text(stubs, text.replace(right, wrong)), name


def test_without_the_wheel_it_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="make setup"):
        qt6_check.wheel_in(tmp_path)
