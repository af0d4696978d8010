"""`tokens.safetensors`: texts to ids, with the tokenizers of `pipeline_fill/`."""

from __future__ import annotations

from pathlib import Path

import torch
from transformers import CLIPTokenizer, CLIPTokenizerFast, T5TokenizerFast

from .common import Fixture
from .vocabulary import T5_LENGTH, TEMPLATE

TEXTS = (
    "",
    " ",
    "the water",
    "The WATER is Deep",
    "flood the streets, up to the door sills!",
    TEMPLATE.format("the houses burn (all of them); 12.5 m of debris & smoke..."),
    "two  spaces   and\ttabs\nand a line break ",
    "it's the town's river: they'll flood, we've seen; isn't 'quoted' \"text\"",
    "café – naïve Zürich Straße ﬁre ½ …",
    "re\u0301sume\u0301 A\u030angstro\u0308m",
    "洪水 the 街 water",
    "🌊🔥 water👨‍👩‍👧",
    "under_score snake_case a-b-c x=y+1 100% #tag @home",
    "<|startoftext|> the <|endoftext|> water",
    "</s> the <pad> water <unk>",
    "\u00a0no\u00a0break\u200bzero\u3000wide",
    "3rd 42nd 1,000,000 ２０２４",
    "the flood " * 60,
    "antidisestablishmentarianism supercalifragilistic " * 3,
)


def write(folder: Path) -> None:
    place = folder / "pipeline_fill"
    slow = CLIPTokenizer.from_pretrained(place / "tokenizer", local_files_only=True)
    fast = CLIPTokenizerFast.from_pretrained(place / "tokenizer", local_files_only=True)
    t5 = T5TokenizerFast.from_pretrained(place / "tokenizer_2", local_files_only=True)
    fixture = Fixture(
        {
            "texts": TEXTS,
            "folder": place.name,
            "clip": "CLIPTokenizer without ftfy, as the pipelines load it; clip_fast is CLIPTokenizerFast",
        }
    )
    padded = {"padding": "max_length", "truncation": True, "return_tensors": "pt"}
    for name, tokenizer, length in (("clip", slow, 77), ("clip_fast", fast, 77), ("t5", t5, T5_LENGTH)):
        result = tokenizer(list(TEXTS), max_length=length, **padded)
        assert result.input_ids.shape == (len(TEXTS), length)
        fixture.expect(f"{name}.ids", result.input_ids.to(torch.int32))
        fixture.expect(f"{name}.lengths", result.attention_mask.sum(dim=1).to(torch.int32))
    fixture.expect("t5_16.ids", t5(list(TEXTS), max_length=16, **padded).input_ids.to(torch.int32))
    same = (fixture.tensors["out.clip.ids"] == fixture.tensors["out.clip_fast.ids"]).all(dim=1)
    fixture.config["texts_where_clip_and_clip_fast_differ"] = torch.nonzero(~same).flatten().tolist()
    fixture.write(folder / "tokens.safetensors")
