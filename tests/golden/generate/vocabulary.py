"""Small tokenizers in the shape of those that FLUX.1 ships: CLIP's byte-level BPE and T5's unigram pieces."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram
from transformers import CLIPTokenizer, CLIPTokenizerFast, T5TokenizerFast

#: Text that the vocabularies are made from.
CORPUS = """
a diptych with two side-by-side images of the same scene on the right the scene is exactly the same as on the left but
a grid layout with rows and columns displaying images arranged side by side each row shows the scene before and after
the last image of the last row depicts the town after the flood the streets are flooded with muddy brown water up to
the door sills the roofs are torn and debris is scattered over the yards the fire has burned the forest and smoke lies
over the houses the earthquake collapsed the buildings into rubble the river covers the fields snow covers the garden
make it winter remove the cars add a bridge show the damage after the storm nothing else changes the water is deep
"""

TEMPLATE = (
    "A diptych with two side-by-side images of the same scene. "
    "On the right, the scene is exactly the same as on the left but {}"
)

#: Longest T5 text of the fixtures, tokens.
T5_LENGTH = 64
START, END = "<|startoftext|>", "<|endoftext|>"


def words() -> Counter[str]:
    return Counter(CORPUS.split())


def byte_letters() -> list[str]:
    """The stand-ins of the 256 bytes, in the order of CLIP's vocabulary: printable bytes first, then the moved ones."""
    return sorted(pre_tokenizers.ByteLevel.alphabet())


def clip_merges(count: int) -> list[tuple[str, str]]:
    """Pairs learned from the corpus, the most frequent first, ties by name (the library's trainer leaves them to chance)."""
    split = {word: (*word[:-1], f"{word[-1]}</w>") for word in words()}
    merges: list[tuple[str, str]] = []
    while len(merges) < count:
        pairs: Counter[tuple[str, str]] = Counter()
        for word, times in words().items():
            for pair in zip(split[word], split[word][1:]):
                pairs[pair] += times
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        split = {word: joined(parts, best) for word, parts in split.items()}
    return merges


def joined(parts: tuple[str, ...], pair: tuple[str, str]) -> tuple[str, ...]:
    """`parts` with every occurrence of `pair` made one, from the left."""
    result: list[str] = []
    for part in parts:
        if result and (result[-1], part) == pair:
            result[-1] += part
        else:
            result.append(part)
    return tuple(result)


def write_clip(folder: Path) -> None:
    """`vocab.json` and `merges.txt`: 256 bytes, the same closing a word, merges, start and end of text."""
    letters = byte_letters()
    merges = clip_merges(200)
    tokens = letters + [f"{letter}</w>" for letter in letters] + ["".join(pair) for pair in merges] + [START, END]
    assert len(set(tokens)) == len(tokens)
    vocabulary = {token: index for index, token in enumerate(tokens)}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False))
    lines = ["#version: 0.2", *(" ".join(pair) for pair in merges)]
    (folder / "merges.txt").write_text("\n".join(lines) + "\n")


def clip_tokenizers(folder: Path) -> tuple[CLIPTokenizer, CLIPTokenizerFast]:
    """The tokenizer that the pipelines use, and its fast twin, from the two files in `folder`."""
    files = {"vocab_file": str(folder / "vocab.json"), "merges_file": str(folder / "merges.txt")}
    options = {"model_max_length": 77, "unk_token": END, "bos_token": START, "eos_token": END, "pad_token": END}
    return CLIPTokenizer(**files, **options), CLIPTokenizerFast(**files, **options)


def t5_tokenizer() -> T5TokenizerFast:
    """Words of the corpus, word starts, endings and single letters as unigram pieces; what is not Latin is unknown."""
    counts = words()
    total = sum(counts.values())
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -3.0)]
    pieces += [(f"▁{word}", round(math.log(count / total), 4)) for word, count in sorted(counts.items())]
    pieces += [(ending, -6.5) for ending in ("ing", "ed", "s", "er", "ly")]
    letters = [chr(code) for code in range(ord("!"), ord("~") + 1)] + list("éü…–")
    pieces += [(letter, round(-8.0 - 0.01 * place, 4)) for place, letter in enumerate(letters)]
    known = {}
    for piece, score in pieces:
        known.setdefault(piece, score)  # the corpus holds single letters as words only with their space
    tokenizer = Tokenizer(Unigram(list(known.items()), unk_id=2, byte_fallback=False))
    # What sentencepiece's table of characters does to such text: NFKC, control characters, runs of spaces.
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")]
    )
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", 1)]
    )
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in ("<pad>", "</s>", "<unk>")])
    return T5TokenizerFast(tokenizer_object=tokenizer, extra_ids=0, model_max_length=T5_LENGTH)
