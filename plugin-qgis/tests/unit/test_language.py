"""Which texts a model can read."""

from __future__ import annotations

import pytest
from foreshock.core.language import unread, unread_share


@pytest.mark.parametrize(
    ("text", "languages", "words", "share"),
    [
        ("flood the low streets", ["en"], [], 0.0),
        ("inonder les rues d'Orléans, déjà à 0,3 m", ["en"], [], 0.0),
        ("淹没低洼街道", ["en"], ["淹没低洼街道"], 1.0),
        ("flood 河", ["en"], ["河"], 1 / 6),
        ("淹没低洼街道", ["en", "zh-Hans"], [], 0.0),
        ("淹没 the 街道", ["zh"], ["the"], 3 / 7),
        ("затопить улицы", ["en"], ["затопить", "улицы"], 1.0),
        ("затопить улицы", ["ru"], [], 0.0),
        ("浸水した道路", ["ja"], [], 0.0),
        ("浸水した道路", ["zh"], ["浸水した道路"], 2 / 6),
        ("0.3 m — 100 %", ["zh"], ["m"], 1.0),
        ("le 1º étage, 3 µm de poussière", ["fr"], [], 0.0),
        ("затопить п\u02bcять улиц", ["uk"], [], 0.0),
        ("淹没日々的ＡＢ街道", ["zh"], [], 0.0),
        ("anything в языке", [], [], 0.0),
        ("", ["en"], [], 0.0),
    ],
)
def test_unread(text: str, languages: list, words: list, share: float) -> None:
    assert unread(text, languages) == words
    assert unread_share(text, languages) == pytest.approx(share)
