"""Finds what a person sees: the literals that the plugin gives to ``translate``, with their contexts.

A module speaks through a helper, ``def _tr(text): return QCoreApplication.translate("ForeshockActions", text)``, its own
or another module's, or calls ``translate`` directly. What is no literal could not be found, so it is refused.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Optional, Set

#: What has a ``translate(context, text)``.
_OWNERS = {"QCoreApplication", "QgsApplication", "words"}
_ELSEWHERE = "_vendor"


class Text(NamedTuple):
    """A string of the plugin, and the module that says it, relative to the plugin's folder."""

    context: str
    source: str
    module: str


class NotLiteral(Exception):
    """A string that cannot be found by reading the sources; says where."""


def texts(plugin: Path) -> List[Text]:
    """All strings of the plugin in this folder, sorted, each once for a context and a module."""
    trees = {path: ast.parse(path.read_bytes(), str(path)) for path in sorted(plugin.rglob("*.py"))}
    trees = {path: tree for path, tree in trees.items() if _ELSEWHERE not in path.relative_to(plugin).parts}
    own = {path: _helpers(tree, path) for path, tree in trees.items()}
    found: Set[Text] = set()
    for path, tree in trees.items():
        helpers = {**own[path], **_imported(tree, path, own)}
        module = path.relative_to(plugin).as_posix()
        found.update(Text(context, source, module) for context, source in _said(tree, path, helpers))
    return sorted(found)


def _helpers(tree: ast.Module, path: Path) -> Dict[str, str]:
    """Context of each helper that a module defines."""
    found: Dict[str, str] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef) or not node.args.args:
            continue
        for call in ast.walk(node):
            if _is_translate(call) and _passes_on(call, node):
                context = _literal(call.args[0], path)
                if found.setdefault(node.name, context) != context:
                    raise NotLiteral(f"{path}:{node.lineno}: {node.name} has another context elsewhere in this module")
    return found


def _imported(tree: ast.Module, path: Path, own: Dict[Path, Dict[str, str]]) -> Dict[str, str]:
    """Helpers of other modules, by the name that this one gives them."""
    found: Dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node.module:
            place = path.parents[node.level - 1].joinpath(*node.module.split(".")).with_suffix(".py")
            for name in node.names:
                if name.name in own.get(place, {}):
                    found[name.asname or name.name] = own[place][name.name]
    return found


def _said(tree: ast.Module, path: Path, helpers: Dict[str, str]) -> Iterator[tuple]:
    """(context, text) of each call."""
    called: Set[ast.AST] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in helpers:
            called.add(node.func)
            if len(node.args) != 1 or node.keywords:
                raise NotLiteral(f"{path}:{node.lineno}: {node.func.id} takes one literal")
            yield helpers[node.func.id], _literal(node.args[0], path)
        elif _is_translate(node) and not _inside_helper(node, tree):
            yield _literal(node.args[0], path), _literal(node.args[1], path)
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
            raise NotLiteral(f"{path}:{node.lineno}: a method tr() hides its context; use a function of the module")
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in helpers and node not in called:
            raise NotLiteral(f"{path}:{node.lineno}: {node.id} must be called here, with a literal")


def _is_translate(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "translate"
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in _OWNERS
        and len(node.args) >= 2
    )


def _passes_on(call: ast.Call, function: ast.FunctionDef) -> bool:
    return isinstance(call.args[1], ast.Name) and call.args[1].id == function.args.args[0].arg


def _inside_helper(call: ast.Call, tree: ast.Module) -> bool:
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.args.args)
    return any(_passes_on(call, function) and call in set(ast.walk(function)) for function in functions)


def _literal(node: Optional[ast.AST], path: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        return node.value
    raise NotLiteral(
        f'{path}:{getattr(node, "lineno", 0)}: this is no literal text; write _tr("… {{name}} …").format()'
    )
