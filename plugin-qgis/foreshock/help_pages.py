"""The help that the plugin brings along: a Markdown file for each page and language."""

from __future__ import annotations

from pathlib import Path

from .metadata import RESOURCES

FOLDER = RESOURCES / "help"
#: All pages have it; where another language lacks a page, this one is shown.
ENGLISH = "en"
#: In the order in which they are listed.
PAGES = (
    "index",
    "simulate",
    "area",
    "connection",
    "jobs",
    "results",
    "compare",
    "assess",
    "processing",
    "troubleshooting",
)


def read(page: str, language: str) -> str:
    """The Markdown of a page."""
    return _path(page, language).read_text(encoding="utf-8")


def title(page: str, language: str) -> str:
    """The heading of a page, its first line."""
    return read(page, language).partition("\n")[0].lstrip("# ")


def _path(page: str, language: str) -> Path:
    if page not in PAGES:
        raise ValueError(f"there is no help page {page}")
    own = FOLDER / language / f"{page}.md"
    return own if own.is_file() else FOLDER / ENGLISH / f"{page}.md"
