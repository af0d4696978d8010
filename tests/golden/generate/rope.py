"""`rope.safetensors`: rotary tables for text, image, reference and example tokens, and their application."""

from __future__ import annotations

from pathlib import Path

import torch
from diffusers.models.embeddings import apply_rotary_emb
from diffusers.models.transformers.transformer_flux import FluxPosEmbed
from torch import Tensor

from .common import Fixture, grid_ids, normal

THETA = 10000
WIDE, TINY = (16, 56, 56), (4, 6, 6)
TEXT = torch.zeros(4, 3)

#: Ids of whole sequences: text first, then the image tokens in the order in which the transformer gets them.
SEQUENCES = {
    "fill": torch.cat([TEXT, grid_ids(2, 5)]),
    "kontext": torch.cat([TEXT, grid_ids(2, 3), grid_ids(2, 4, axis0=1)]),
    "visualcloze": torch.cat([TEXT, grid_ids(2, 4, axis0=1), grid_ids(3, 2, axis0=2)]),
    "far": torch.tensor([[0.0, 0, 0], [3, 63, 127], [0, 127, 255], [10, 1000, 4095]]),
}


def rotate(x: Tensor, tables: tuple[Tensor, Tensor]) -> Tensor:
    """`[B, heads, L, d]`; checked against the layout `[B, L, heads, d]` that the transformer uses."""
    result = apply_rotary_emb(x, tables, sequence_dim=2)
    other = apply_rotary_emb(x.transpose(1, 2).contiguous(), tables, sequence_dim=1)
    assert torch.equal(result, other.transpose(1, 2))
    return result


def write(folder: Path) -> None:
    fixture = Fixture({"theta": THETA, "axes": {"wide": WIDE, "tiny": TINY}, "layout": "[B, heads, L, d]"})
    for sequence, ids in SEQUENCES.items():
        fixture.given(f"ids.{sequence}", ids)
        for size, axes in (("wide", WIDE), ("tiny", TINY)):
            if (sequence, size) == ("kontext", "wide"):
                continue  # nothing that the other sequences do not show
            cos, sin = FluxPosEmbed(theta=THETA, axes_dim=list(axes))(ids)
            assert cos.shape == (len(ids), sum(axes)) and cos.dtype == torch.float32
            fixture.expect(f"cos.{size}.{sequence}", cos)
            fixture.expect(f"sin.{size}.{sequence}", sin)
            if size == "tiny":
                q = fixture.given(f"q.{sequence}", normal(f"rope.{sequence}", 2, 2, len(ids), sum(axes)))
                fixture.expect(f"rotated.{sequence}.f32", rotate(q, (cos, sin)))
                fixture.expect(f"rotated.{sequence}.bf16", rotate(q.to(torch.bfloat16), (cos, sin)))
    fixture.write(folder / "rope.safetensors")
