"""PyQt6 as the type stubs inside its wheel tell it; nothing of it is loaded."""

from __future__ import annotations

import ast
import re
import zipfile
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional


class StubClass:
    """A class of PyQt6 as its stub tells it."""

    def __init__(self, stubs: Stubs, module: str, node: ast.ClassDef, outer: Optional[StubClass] = None) -> None:
        self.stubs, self.module, self.node, self.outer = stubs, module, node, outer
        self.members: Dict[str, List[ast.stmt]] = {}
        for statement in node.body:
            for name in names_in(statement):
                self.members.setdefault(name, []).append(statement)

    def find(self, name: str) -> Optional[Member]:
        """A member, its own or inherited."""
        if name in self.members:
            return Member(self, self.members[name])
        for base in self.node.bases:
            found = self.stubs.named(self, base)
            member = found.find(name) if found is not None else None
            if member is not None:
                return member
        return None


class Member(NamedTuple):
    """A name in a class, and the statements that define it."""

    owner: StubClass
    statements: List[ast.stmt]

    def nested(self) -> Optional[StubClass]:
        node = self.statements[0]
        return (
            StubClass(self.owner.stubs, self.owner.module, node, self.owner) if isinstance(node, ast.ClassDef) else None
        )

    def returned(self) -> Optional[StubClass]:
        """The class that it returns when called, if all of its forms agree."""
        notes = {
            ast.unparse(each.returns) for each in self.statements if isinstance(each, ast.FunctionDef) and each.returns
        }
        return self.owner.stubs.annotated(self.owner, notes.pop()) if len(notes) == 1 else None


class Stubs:
    """The stubs in a wheel."""

    def __init__(self, wheel: Path) -> None:
        self._archive = zipfile.ZipFile(wheel)
        self._modules: Dict[str, Optional[Dict[str, ast.stmt]]] = {}

    def module(self, name: str) -> Optional[Dict[str, ast.stmt]]:
        """The names of ``QtCore`` and its like; none if there is no such module."""
        if name not in self._modules:
            try:
                text = self._archive.read(f"PyQt6/{name}.pyi").decode("utf-8")
            except KeyError:
                self._modules[name] = None
            else:
                # Some stubs have a slash behind ``*args``, which Python does not allow.
                text = re.sub(r"(\*\w+: [^()]*), /\)", r"\1)", text)
                self._modules[name] = {each: node for node in ast.parse(text).body for each in names_in(node)}
        return self._modules[name]

    def top(self, module: str, name: str) -> Optional[StubClass]:
        node = (self.module(module) or {}).get(name)
        return StubClass(self, module, node) if isinstance(node, ast.ClassDef) else None

    def named(self, there: StubClass, node: ast.expr) -> Optional[StubClass]:
        """The class that an expression in a stub names; none for what is not PyQt6's."""
        words = ast.unparse(node).split(".")
        if words[0] == "PyQt6":
            words = words[1:]
        if len(words) > 1 and self.module(words[0]) is not None:
            module, words = words[0], words[1:]
        else:
            module = there.module
        found = self.top(module, words[0])
        for word in words[1:]:
            member = found.find(word) if found is not None else None
            found = member.nested() if member is not None else None
        return found

    def annotated(self, there: StubClass, note: str) -> Optional[StubClass]:
        """The class that an annotation names, with or without None."""
        node = ast.parse(note, mode="eval").body
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) in ("typing.Optional", "Optional"):
            node = node.slice
        if isinstance(node, ast.BinOp):
            node = node.left
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return self.annotated(there, node.value)
        return self.named(there, node) if isinstance(node, (ast.Name, ast.Attribute)) else None


def names_in(statement: ast.stmt) -> List[str]:
    """What a statement defines."""
    if isinstance(statement, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
        return [statement.name]
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return [statement.target.id]
    if isinstance(statement, ast.Assign):
        return [target.id for target in statement.targets if isinstance(target, ast.Name)]
    return []


def wheel_in(folder: Path) -> Path:
    """PyQt6's wheel."""
    found = sorted(folder.glob("pyqt6-*.whl"))
    if not found:
        raise SystemExit(f"{folder} holds no wheel of PyQt6: make setup fetches it.")
    return found[-1]
