"""Every word that a person sees can be translated, and is."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Iterator, List

import pytest
import translatable
import translations
import ts_file
from translatable import NotLiteral, Text
from ts_file import Key

PLUGIN = translations.PLUGIN


def found_in(folder: Path, **modules: str) -> List[Text]:
    for name, source in modules.items():
        (folder / f"{name}.py").write_text(source)
    return translatable.texts(folder)


HELPER = "def _tr(text):\n    return QCoreApplication.translate('Ours', text)\n"


def test_strings_are_found_by_helper_by_import_and_directly(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        own=HELPER + "_tr('one ' 'line')\n_tr('{n} left').format(n=1)\n",
        guest="from .own import _tr as say\nsay('from afar')\n",
        direct="words.translate('Other', 'straight')\n'a b'.translate({})\n",
    )
    assert found == [
        Text("Other", "straight", "direct.py"),
        Text("Ours", "from afar", "guest.py"),
        Text("Ours", "one line", "own.py"),
        Text("Ours", "{n} left", "own.py"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        "_tr(f'{n} left')",
        "_tr(name)",
        "_tr('a' + name)",
        "list(map(_tr, names))",
        "_tr('')",
        "_tr('{n} left'.format(n=1))",
        "QCoreApplication.translate('Ours', name)",
        "QCoreApplication.translate(name, 'text')",
        "self.tr('text')",
    ],
)
def test_what_is_no_literal_is_refused_with_its_place(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(NotLiteral, match=r"m\.py:3: "):
        found_in(tmp_path, m=HELPER + wrong + "\n")


def test_a_translation_must_fit_its_source() -> None:
    assert ts_file.fault("{a} of {b}", "{b} / {a}") == ""
    assert "{a}, {b}" in ts_file.fault("{a} of {b}", "{a} / {c}")
    assert "placeholders" in ts_file.fault("{a} of {b}", "{a}")
    assert "braces" in ts_file.fault("{a} of {b}", "{a of {b}")
    assert "empty" in ts_file.fault("text", " ")
    assert "space" in ts_file.fault("text", "texte ")


def test_files_keep_translations_and_drop_what_is_gone(tmp_path: Path) -> None:
    odd = "<b> & “c”\nd"
    done = {Key("A", "old"): "vieux", Key("A", odd): "<i> & « j »\nk"}
    texts = [Text("A", odd, "x.py"), Text("A", "new", "y.py")]
    path = tmp_path / "a.ts"
    path.write_text(ts_file.render("fr", texts, done), encoding="utf-8")
    assert ts_file.read(path) == {Key("A", odd): "<i> & « j »\nk", Key("A", "new"): ""}
    assert ts_file.render("fr", reversed(texts), ts_file.read(path)) == path.read_text(encoding="utf-8")


def test_what_translators_send_back_is_taken_whole_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugin = tmp_path / "foreshock"
    plugin.mkdir()
    (plugin / "m.py").write_text(HELPER + "_tr('{n} left')\n_tr('Run')\n")
    monkeypatch.setattr(translations, "PLUGIN", plugin)
    monkeypatch.setattr(translations, "SOURCES", tmp_path / "i18n")
    translations.extract()
    assert translations.outdated() == []
    (first, second) = json.loads(json.dumps(translations.export("fr")))
    assert first == {"context": "Ours", "source": "Run", "translation": None}
    wrong = [{**first, "translation": "Lancer"}, {**second, "translation": "reste"}]
    with pytest.raises(SystemExit, match="nothing was taken"):
        translations.take("fr", wrong)
    assert len(translations.export("fr")) == 2
    with pytest.raises(SystemExit, match="no such text"):
        translations.take("fr", [{**first, "source": "Walk", "translation": "Marcher"}])
    assert translations.take("fr", [{**first, "translation": "Lancer"}, second]) == 1
    assert [entry["source"] for entry in translations.export("fr")] == ["{n} left"]
    assert len(translations.problems("fr")) == 1 and "{n} left" in translations.problems("fr")[0]
    (plugin / "m.py").write_text(HELPER + "_tr('Run')\n_tr('Stop')\n")
    assert translations.outdated() == list(translations.LANGUAGES)
    translations.extract()
    assert ts_file.read(translations.ts_path("fr")) == {Key("Ours", "Run"): "Lancer", Key("Ours", "Stop"): ""}


# The plugin itself -----------------------------------------------------------------------------------------------------


def test_all_strings_are_literals_and_the_files_are_up_to_date() -> None:
    assert translations.outdated() == [], "run make translations"


def test_all_placeholders_can_be_filled() -> None:
    for text in translatable.texts(PLUGIN):
        assert all(name.isidentifier() for name, _, _ in ts_file.placeholders(text.source)), text


def test_errors_speak_by_way_of_translate() -> None:
    """An error is for a person; words in it that are not given to ``_tr`` stay English for all."""
    bare = [place for path in sorted(PLUGIN.rglob("*.py")) if "_vendor" not in path.parts for place in _bare(path)]
    assert not bare, "\n".join(bare)


def _bare(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_bytes())
    for call in ast.walk(tree):
        name = call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""
        if name not in ("ForeshockError", "BrokerError", "UnsupportedRaster", "NotComposed", "TimedOut"):
            continue
        for part in call.args:
            pieces = part.values if isinstance(part, ast.JoinedStr) else [part]
            said = "".join(piece.value for piece in pieces if isinstance(piece, ast.Constant))
            if any(character.isalpha() for character in said):
                yield f"{path.relative_to(PLUGIN)}:{call.lineno}: {said}"


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_string_is_translated(language: str) -> None:
    told = translations.problems(language)
    assert len(told) == 0, "\n".join([*told[:20], f"{len(told)} in all"])
