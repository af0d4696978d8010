"""The help pages that are shipped: complete, linked, in the words of the windows."""

from __future__ import annotations

import ast
import re
from typing import Iterable, List, Set

import pytest
import translatable
import translations
import ts_file

PLUGIN = translations.PLUGIN
FOLDER = PLUGIN / "resources" / "help"
LANGUAGES = ("en", "zh_Hans")


def listed() -> List[str]:
    """The pages that the help window lists; its module imports QGIS, so it is read."""
    tree = ast.parse((PLUGIN / "help_pages.py").read_text(encoding="utf-8"))
    (pages,) = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and [getattr(each, "id", "") for each in node.targets] == ["PAGES"]
    ]
    return list(ast.literal_eval(pages))


PAGES = [(language, page) for language in LANGUAGES for page in listed()]


def text(language: str, page: str) -> str:
    return (FOLDER / language / f"{page}.md").read_text(encoding="utf-8")


def bold(language: str, page: str) -> List[str]:
    """The texts of windows that a page names."""
    return [" ".join(each.split()) for each in re.findall(r"\*\*(.+?)\*\*", text(language, page), re.S)]


def names(said: Iterable[str]) -> Set[str]:
    """How a page may name what the windows say: with … for what varies, a sentence without its full stop."""
    found = {re.sub(r"\{[^{}]*\}", "…", each) for each in said}
    return found | {each.rstrip(".。") for each in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_pages_are_there_and_no_others(language: str) -> None:
    assert sorted(path.name for path in (FOLDER / language).iterdir()) == sorted(f"{page}.md" for page in listed())


def test_every_language_that_has_pages_is_one_of_ours() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(LANGUAGES) <= {"en", *translations.LANGUAGES}


@pytest.mark.parametrize(("language", "page"), PAGES)
def test_a_page_begins_with_its_title_and_links_to_pages_that_are_there(language: str, page: str) -> None:
    body = text(language, page)
    assert re.match(r"# \S.*\n\n", body) and body.count("\n# ") == 0
    links = re.findall(r"\]\(([^)]*)\)", body)
    assert all((FOLDER / language / link).is_file() and "/" not in link for link in links), links
    assert "![" not in body, "pictures are not shipped"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_leads_to_all_others(language: str) -> None:
    links = re.findall(r"\]\((.*?)\.md\)", text(language, "index"))
    assert sorted(links) == sorted(page for page in listed() if page != "index")


def test_pages_name_what_the_windows_say() -> None:
    said = names(each.source for each in translatable.texts(PLUGIN))
    wrong = [f"{page}: {name}" for page in listed() for name in bold("en", page) if name not in said]
    assert not wrong, "\n".join(wrong)


def test_chinese_pages_name_what_the_windows_say_in_chinese() -> None:
    said = names(ts_file.read(translations.ts_path("zh_Hans")).values())
    wrong = [f"{page}: {name}" for page in listed() for name in bold("zh_Hans", page) if name not in said]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", listed())
def test_both_languages_name_the_same_things(page: str) -> None:
    english, chinese = text("en", page), text("zh_Hans", page)
    assert len(bold("en", page)) == len(bold("zh_Hans", page))
    for pattern in (r"`[^`]+`", r"\]\((.*?)\)", r"(?m)^#+ ", r"(?m)^\|", r"(?m)^(?:- |\d\. )"):
        in_english, in_chinese = re.findall(pattern, english), re.findall(pattern, chinese)
        assert len(in_english) == len(in_chinese), (pattern, in_english, in_chinese)


@pytest.mark.parametrize("page", listed())
def test_chinese_pages_are_in_chinese(page: str) -> None:
    # Commands, paths and names stay; sentences do not.
    rest = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)", "", text("zh_Hans", page), flags=re.S)
    assert not re.search(r"[A-Za-z]+(?: [a-z]+){2}", re.sub(r"\*\*.+?\*\*", "", rest, flags=re.S))
