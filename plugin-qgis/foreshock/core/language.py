"""Whether a model can read a text, told by the scripts of its letters."""

from __future__ import annotations

import unicodedata
from typing import Dict, FrozenSet, List, Sequence

#: More than this share of the letters unread, and the fleet refuses the text, too.
MAX_UNREAD = 0.3
_LATIN = frozenset({"LATIN"})
#: Letters that belong to no script alone: apostrophes, ordinals (1º), units (µm), wide forms.
_COMMON = ("MODIFIER LETTER", "FEMININE ORDINAL", "MASCULINE ORDINAL", "MICRO SIGN", "FULLWIDTH LATIN")
_CJK = frozenset({"CJK", "IDEOGRAPHIC"})
_CYRILLIC = frozenset({"CYRILLIC"})
_ARABIC = frozenset({"ARABIC"})
_DEVANAGARI = frozenset({"DEVANAGARI"})
#: Scripts by primary language subtag (BCP 47), as Unicode's character names begin; every other language: Latin.
_SCRIPTS: Dict[str, FrozenSet[str]] = {
    "zh": _CJK,
    "ja": _CJK | {"HIRAGANA", "KATAKANA", "HALFWIDTH KATAKANA"},
    "ko": _CJK | {"HANGUL"},
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk"), _CYRILLIC),
    **dict.fromkeys(("ar", "fa", "ur", "ps"), _ARABIC),
    **dict.fromkeys(("hi", "mr", "ne"), _DEVANAGARI),
    "bn": frozenset({"BENGALI"}),
    "el": frozenset({"GREEK"}),
    "he": frozenset({"HEBREW"}),
    "hy": frozenset({"ARMENIAN"}),
    "ka": frozenset({"GEORGIAN"}),
    "km": frozenset({"KHMER"}),
    "lo": frozenset({"LAO"}),
    "my": frozenset({"MYANMAR"}),
    "ta": frozenset({"TAMIL"}),
    "th": frozenset({"THAI"}),
}


def unread(text: str, languages: Sequence[str]) -> List[str]:
    """The words that hold letters outside the scripts of these languages, in order; all is read where nobody says which
    languages there are."""
    known = _known(languages)
    return [word for word in text.split() if any(_is_foreign(letter, known) for letter in word)] if known else []


def unread_share(text: str, languages: Sequence[str]) -> float:
    """Share of the letters of a text that belong to other scripts, 0 to 1."""
    known, letters = _known(languages), [letter for letter in text if letter.isalpha()]
    if not known or not letters:
        return 0.0
    return sum(_is_foreign(letter, known) for letter in letters) / len(letters)


def _known(languages: Sequence[str]) -> FrozenSet[str]:
    found: FrozenSet[str] = frozenset()
    for language in languages:
        found |= _SCRIPTS.get(language.replace("_", "-").split("-")[0].lower(), _LATIN)
    return found


def _is_foreign(letter: str, known: FrozenSet[str]) -> bool:
    return letter.isalpha() and not unicodedata.name(letter, "LATIN").startswith((*_COMMON, *known))
