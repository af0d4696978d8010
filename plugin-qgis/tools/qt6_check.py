#!/usr/bin/env python3
"""Holds what the plugin takes from Qt to PyQt6, which QGIS 4 brings, without loading either Qt: every import, every enum by
its full name, and every attribute of an object whose class can be told from the source (constructed here, annotated, got
from a method) is looked up in the type stubs inside PyQt6's wheel. Prints what is missing, one line each; exit 1 if anything is.
"""

from __future__ import annotations

import argparse
import ast
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

from qt6_stubs import Member, StubClass, Stubs, names_in, wheel_in

REPOSITORY = Path(__file__).resolve().parents[2]
PLUGIN = REPOSITORY / "plugin-qgis" / "foreshock"
WHEELS = REPOSITORY / ".deps" / "pyqt6"
#: What Qt 6 lacks and is used all the same: (file, what), and why.
GUARDED = {("compat.py", "QVariant.Type"): "types of fields before QGIS 3.38, which Qt 6 has never seen"}


@dataclass(frozen=True)
class Kind:
    """What an expression stands for: a class, one of its objects, or something that gives such an object when called."""

    stub: StubClass
    what: str  # "class", "object" or "call"


@dataclass(frozen=True)
class Own:
    """An object of one of the plugin's classes, whose other bases are Qt's."""

    names: Set[str]
    bases: List[StubClass]


class Module:
    """One of the plugin's modules."""

    def __init__(self, stubs: Stubs, path: Path, text: str) -> None:
        self._stubs, self._path = stubs, path
        self._tree = ast.parse(text)
        self._missing: Dict[int, List[str]] = {}
        self._newer = {
            node.args[1].value
            for node in ast.walk(self._tree)
            if isinstance(node, ast.Call)
            and ast.unparse(node.func) == "hasattr"
            and isinstance(node.args[1], ast.Constant)
        }
        self._imports: Dict[str, Kind] = {}

    def findings(self) -> Iterator[str]:
        self._read_imports()
        for node in self._tree.body:
            self._walk(node, {}, {}, None)
        for line in sorted(self._missing):
            for what in self._missing[line]:
                if (self._path.name, what) not in GUARDED:
                    yield f"{self._path}:{line}: PyQt6 has no {what}"

    def _note(self, line: int, what: str) -> None:
        if what not in self._missing.setdefault(line, []):
            self._missing[line].append(what)

    # Imports ------------------------------------------------------------------------------------------------------

    def _read_imports(self) -> None:
        choices = {
            id(inner)
            for node in ast.walk(self._tree)
            if isinstance(node, ast.Try)
            and any("ImportError" in ast.unparse(each.type) for each in node.handlers if each.type)
            for inner in ast.walk(node)
        }
        for node in ast.walk(self._tree):
            if not isinstance(node, ast.ImportFrom) or node.level or not (node.module or "").startswith("qgis.PyQt"):
                continue
            for each in node.names:
                if node.module == "qgis.PyQt":
                    if self._stubs.module(each.name) is None:
                        self._note(node.lineno, each.name)
                    continue
                module = node.module.split(".")[2]
                if each.name not in (self._stubs.module(module) or {}):
                    # Where there is a choice, the other branch is for Qt 6.
                    if id(node) not in choices:
                        self._note(node.lineno, f"{module}.{each.name}")
                    continue
                stub = self._stubs.top(module, each.name)
                if stub is not None:
                    self._imports[each.asname or each.name] = Kind(stub, "class")

    # Expressions --------------------------------------------------------------------------------------------------

    def _walk(self, node: ast.AST, names: Dict[str, Any], fields: Dict[str, Any], own: Optional[Own]) -> None:
        """Looks at a statement and all in it; ``names`` are what local names stand for, ``fields`` those of ``self``."""
        if isinstance(node, ast.ClassDef):
            own = self._own(node)
            fields = self._fields(node, own)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            names = self._locals(node, names)
        elif isinstance(node, ast.Attribute):
            self._kind(node, names, fields, own)
        for child in ast.iter_child_nodes(node):
            self._walk(child, names, fields, own)

    def _locals(self, function: ast.AST, outer: Dict[str, Any]) -> Dict[str, Any]:
        """What the names in a function stand for, where every assignment says the same."""
        names = dict(outer)
        for node in ast.walk(function):
            if isinstance(node, ast.arg):
                names[node.arg] = self._annotated(node.annotation)
        given = [(name, self._kind(value, names, {}, None)) for name, value in _given(function, None)]
        names.update(_agreed(given))
        for node in ast.walk(function):
            # What loops, contexts and handlers bind is not looked into.
            if isinstance(node, (ast.For, ast.comprehension, ast.withitem)):
                target = node.optional_vars if isinstance(node, ast.withitem) else node.target
                for each in ast.walk(target) if target is not None else ():
                    if isinstance(each, ast.Name):
                        names[each.id] = None
        return names

    def _fields(self, node: ast.ClassDef, own: Optional[Own]) -> Dict[str, Any]:
        """What the attributes of ``self`` stand for."""
        given = []
        for method in node.body:
            if isinstance(method, ast.FunctionDef):
                names = self._locals(method, {})
                given += [(name, self._kind(value, names, {}, own)) for name, value in _given(method, "self")]
        return _agreed(given)

    def _own(self, node: ast.ClassDef) -> Optional[Own]:
        """One of our classes, if all of its bases are Qt's."""
        bases = [self._kind(base, {}, {}, None) for base in node.bases]
        if not bases or any(base is None or base.what != "class" for base in bases):
            return None
        names = {name for statement in node.body for name in names_in(statement)}
        names |= {name for name, _ in _given(node, "self", empty=True)}
        return Own(names, [base.stub for base in bases])

    def _annotated(self, node: Optional[ast.expr]) -> Optional[Kind]:
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Optional":
            node = node.slice
        kind = self._kind(node, {}, {}, None) if isinstance(node, (ast.Name, ast.Attribute)) else None
        return Kind(kind.stub, "object") if kind is not None and kind.what == "class" else None

    def _kind(
        self, node: Optional[ast.expr], names: Dict[str, Any], fields: Dict[str, Any], own: Optional[Own]
    ) -> Optional[Kind]:
        if isinstance(node, ast.Name):
            return names[node.id] if node.id in names else self._imports.get(node.id)
        if isinstance(node, ast.Call):
            called = self._kind(node.func, names, fields, own)
            if called is None or called.what == "object":
                return None
            return Kind(called.stub, "object")
        if not isinstance(node, ast.Attribute) or node.attr.startswith("__"):
            return None
        if isinstance(node.value, ast.Name) and node.value.id == "self":
            return self._of_self(node, fields, own)
        before = self._kind(node.value, names, fields, own)
        if before is None or before.what == "call":
            return None
        return self._member(node, before.stub.find(node.attr))

    def _of_self(self, node: ast.Attribute, fields: Dict[str, Any], own: Optional[Own]) -> Optional[Kind]:
        if node.attr in fields:
            return fields[node.attr]
        if own is None or node.attr in own.names:
            return None
        found = next((member for base in own.bases for member in [base.find(node.attr)] if member), None)
        return self._member(node, found)

    def _member(self, node: ast.Attribute, member: Optional[Member]) -> Optional[Kind]:
        if member is None:
            if node.attr not in self._newer:
                self._note(node.lineno, ast.unparse(node))
            return None
        nested = member.nested()
        if nested is not None:
            return Kind(nested, "class")
        returned = member.returned()
        return Kind(returned, "call") if returned is not None else None


def _given(scope: ast.AST, owner: Optional[str], empty: bool = False) -> Iterator[Tuple[str, Optional[ast.expr]]]:
    """(name, value) of assignments: to names, or to attributes of ``owner``; with ``empty``, also of None and of
    annotations alone."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            targets = [(target, node.value) for target in node.targets]
        elif isinstance(node, (ast.AnnAssign, ast.AugAssign, ast.NamedExpr)):
            targets = [(node.target, node.value)]
        else:
            continue
        for target, value in targets:
            if not empty and (value is None or (isinstance(value, ast.Constant) and value.value is None)):
                continue
            parts = [(target, value)]
            if isinstance(target, (ast.Tuple, ast.List)):
                values = value.elts if isinstance(value, ast.Tuple) else []
                # What is taken apart at run time is not looked into.
                known = len(values) == len(target.elts)
                parts = list(zip(target.elts, values if known else [None] * len(target.elts)))
            for part, of_part in parts:
                if owner is None and isinstance(part, ast.Name):
                    yield part.id, of_part
                elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == owner:
                    yield part.attr, of_part


def _agreed(given: List[Tuple[str, Optional[Kind]]]) -> Dict[str, Optional[Kind]]:
    """What each name stands for, where every assignment says the same; none elsewhere."""
    seen: Dict[str, List[Optional[Kind]]] = {}
    for name, kind in given:
        seen.setdefault(name, []).append(kind)
    result = {}
    for name, kinds in seen.items():
        first = kinds[0]
        same = all(kind and first and (kind.what, kind.stub.node) == (first.what, first.stub.node) for kind in kinds)
        result[name] = first if same else None
    return result


def of_text(stubs: Stubs, text: str, name: str = "text.py") -> List[str]:
    return list(Module(stubs, Path(name), text).findings())


def of_plugin(stubs: Stubs) -> List[str]:
    paths = sorted(path for path in PLUGIN.rglob("*.py") if "_vendor" not in path.parts)
    return [
        each
        for path in paths
        for each in Module(stubs, path.relative_to(PLUGIN), path.read_text(encoding="utf-8")).findings()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheels", type=Path, default=WHEELS, help="folder with PyQt6's wheel")
    found = of_plugin(Stubs(wheel_in(parser.parse_args().wheels)))
    print("\n".join(found) or "Everything that the plugin takes from Qt is in PyQt6.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
