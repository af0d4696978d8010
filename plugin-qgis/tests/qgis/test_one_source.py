"""The same sources run on QGIS 3.22 (Qt 5) and on QGIS 4 (Qt 6): every name they take from QGIS and Qt is held to that."""

from __future__ import annotations

import ast
import enum
import importlib
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import foreshock
import pytest

PLUGIN = Path(foreshock.__file__).parent
SOURCES = sorted(path for path in PLUGIN.rglob("*.py") if "_vendor" not in path.parts)
#: What Qt 6 or PyQt 6 no longer has, whatever it is called on.
GONE = {
    "exec_",
    "print_",
    "fromTime_t",
    "toTime_t",
    "globalPos",
    "MidButton",
    "QDesktopWidget",
    "QRegExp",
    "QRegExpValidator",
}


def parsed() -> Iterator[Tuple[Path, ast.Module]]:
    for path in SOURCES:
        yield path.relative_to(PLUGIN), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Dict[str, Tuple[str, str]]:
    """Local name: (module, name there) of what a file takes from QGIS."""
    return {
        each.asname or each.name: (node.module, each.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level == 0 and (node.module or "").split(".")[0] == "qgis"
        for each in node.names
    }


def chains(tree: ast.Module) -> Iterator[Tuple[int, List[str]]]:
    """(line, words) of ``A.b.c``, each once and whole."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or id(node) in inner:
            continue
        words, below = [node.attr], node.value
        while isinstance(below, ast.Attribute):
            words.append(below.attr)
            below = below.value
        if isinstance(below, ast.Name):
            yield node.lineno, [below.id, *reversed(words)]


def asked_for(tree: ast.Module) -> set:
    """Names of ``hasattr(x, "name")``."""
    return {
        node.args[1].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "hasattr"
    }


def is_member(value: Any) -> bool:
    """Whether this is a value of an enum of C++. Constants without an enum are plain ``int``."""
    return isinstance(value, enum.Enum) or (isinstance(value, int) and type(value) not in (int, bool))


def from_qgis(module: str, name: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name)
    except AttributeError:
        return importlib.import_module(f"{module}.{name}")


def findings(path: Path, tree: ast.Module) -> Iterator[str]:
    """What a file uses that this QGIS lacks, and enum values that are not called by their enum."""
    names, newer = imported(tree), asked_for(tree)
    for line, words in chains(tree):
        if words[0] not in names:
            continue
        value = from_qgis(*names[words[0]])
        for word in words[1:]:
            owner = value
            try:
                value = getattr(owner, word)
            except AttributeError:
                if word not in newer:
                    yield f"{path}:{line}: {'.'.join(words)}: this QGIS has no {word}; ask hasattr, or see compat.py"
                break
            if is_member(value) and type(value) is not owner:
                yield f"{path}:{line}: {'.'.join(words)}: say {type(value).__name__}.{word}, Qt 6 has no other way"
            if not isinstance(value, type):
                break  # what its methods give is known at run time only


def of_text(text: str) -> List[str]:
    return list(findings(Path("text.py"), ast.parse(text)))


def test_every_name_is_there_and_enums_are_scoped(qgis_app: object) -> None:
    assert len(SOURCES) > 60
    found = [each for path, tree in parsed() for each in findings(path, tree)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        "from qgis.core import QgsTask\nQgsTask.CanCancel",
        "from qgis.core import Qgis\nQgis.Warning",
        "from qgis.core import QgsWkbTypes\nQgsWkbTypes.PolygonGeometry",
        "from qgis.core import QgsMapLayer as Layer\nLayer.RasterLayer",
        "from qgis.core import QgsProcessing\nQgsProcessing.TypeVectorPolygon",
        "from qgis.PyQt.QtCore import Qt\nQt.QueuedConnection",
        "from qgis.PyQt.QtWidgets import QMessageBox\nQMessageBox.Ok | QMessageBox.StandardButton.Cancel",
        "from qgis.core import Qgis\nQgis.LayerType.Raster",
        "from qgis.PyQt.QtGui import QImage\nQImage.Format.Format_CMYK8888",
    ],
)
def test_the_check_finds_what_it_is_for(qgis_app: object, code: str) -> None:
    assert len(of_text(code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "from qgis.core import QgsTask\nQgsTask.Flag.CanCancel",
        "from qgis.core import QgsProcessing\nQgsProcessing.TEMPORARY_OUTPUT",
        "from qgis.core import QgsProcessingContext\nQgsProcessingContext.LayerDetails",
        "from qgis.core import Qgis\nif hasattr(Qgis, 'LayerType'):\n    Qgis.LayerType.Raster",
        "from qgis.PyQt.QtWidgets import QApplication\nQApplication.topLevelWidgets()",
    ],
)
def test_the_check_lets_pass_what_is_right(qgis_app: object, code: str) -> None:
    assert of_text(code) == []


def test_enum_values_are_not_taken_from_objects() -> None:
    """``self.FlagAdvanced`` works under Qt 5 only. Our own classes have no constants that are read through objects."""
    for path, tree in parsed():
        for line, words in chains(tree):
            assert words[0] != "self" or not words[1][0].isupper(), f"{path}:{line}: {'.'.join(words)}"


def test_nothing_is_used_that_qt_6_lacks() -> None:
    for path, tree in parsed():
        for node in ast.walk(tree):
            name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)
            assert name not in GONE, f"{path}:{node.lineno}: {name}"
            if isinstance(node, ast.ImportFrom):
                assert not GONE & {each.name for each in node.names}, f"{path}:{node.lineno}"


def test_qt_comes_through_qgis_and_types_of_fields_through_compat() -> None:
    for path, tree in parsed():
        for node in ast.walk(tree):
            modules = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                modules = [node.module]
                names = {each.name for each in node.names}
                # QAction moved, QVariant's types became QMetaType's.
                assert path.name == "compat.py" or not names & {"QAction", "QVariant", "QMetaType"}, (
                    f"{path}:{node.lineno}"
                )
            for module in modules:
                assert module.split(".")[0] not in ("PyQt5", "PyQt6", "PySide2", "PySide6", "sip"), f"{path}: {module}"
                assert module != "qgis.utils", f"{path}: iface is passed in"
