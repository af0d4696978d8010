"""`clip.safetensors`: CLIP's text encoder, with both rules for finding the end of a text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import CLIPTextConfig, CLIPTextModel

from .common import Fixture, generator, in_bf16, randomise

CONFIG: dict[str, Any] = {
    "vocab_size": 200,
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "max_position_embeddings": 77,
    "hidden_act": "quick_gelu",
    "layer_norm_eps": 1e-5,
    "projection_dim": 32,
    "bos_token_id": 198,
    "pad_token_id": 199,
}
START, END = 198, 199
#: An end token that is not the highest id: only the newer rule finds it.
INNER_END = 150


def texts() -> np.ndarray:
    """Three texts `[3, 77]`: short, filling all places (cut), empty; padded with the end token."""
    ids = np.full((3, 77), END, dtype=np.int64)
    ids[:, 0] = START
    random = generator("clip.texts")
    ids[0, 1:12] = random.integers(0, 190, 11)
    ids[1, 1:76] = random.integers(0, 190, 75)
    return ids


def make_encoder(eos: int, name: str = "clip", **changes: Any) -> CLIPTextModel:
    config = CLIPTextConfig(**{**CONFIG, **changes, "eos_token_id": eos})
    model = CLIPTextModel(config).eval()
    randomise(model, name)
    return model


def write(folder: Path) -> None:
    fixture = Fixture({"clip": CONFIG, "eos_token_id": {"legacy": 2, "given": END, "inner": INNER_END}})
    legacy, given, inner = make_encoder(2), make_encoder(END), make_encoder(INNER_END)
    fixture.weights(given)
    ids = fixture.given("ids", texts())
    result = given(ids)
    fixture.expect("last_hidden_state", result.last_hidden_state)
    fixture.expect("given.pooler_output", result.pooler_output)
    older = legacy(ids)
    assert torch.equal(older.last_hidden_state, result.last_hidden_state)
    fixture.expect("legacy.pooler_output", older.pooler_output)
    places = torch.tensor([12, 76, 1])
    wanted = result.last_hidden_state[torch.arange(3), places]
    for case in ("legacy", "given"):
        assert torch.equal(fixture.tensors[f"out.{case}.pooler_output"], wanted)
    fixture.given("end_places", places)
    half = in_bf16(given)(ids)
    fixture.expect("last_hidden_state.bf16", half.last_hidden_state)
    fixture.expect("given.pooler_output.bf16", half.pooler_output)

    # Not padded to 77, and an end token with a lower id than others: the rules differ.
    short = generator("clip.short").integers(0, 149, (2, 20))
    short[:, 0] = START
    short[0, 5], short[0, 9], short[1, 13] = 180, INNER_END, INNER_END
    short[1, 15] = INNER_END
    short_ids = fixture.given("short.ids", short)
    fixture.expect("short.last_hidden_state", inner(short_ids).last_hidden_state)
    fixture.expect("short.inner.pooler_output", inner(short_ids).pooler_output)
    fixture.expect("short.legacy.pooler_output", legacy(short_ids).pooler_output)
    fixture.given("short.inner.end_places", torch.tensor([9, 13]))
    fixture.given("short.legacy.end_places", torch.tensor([0, 0]))
    for case in ("inner", "legacy"):
        at = fixture.tensors
        rows = at["out.short.last_hidden_state"][torch.arange(2), at[f"in.short.{case}.end_places"]]
        assert torch.equal(rows, at[f"out.short.{case}.pooler_output"]), case
    fixture.write(folder / "clip.safetensors")
