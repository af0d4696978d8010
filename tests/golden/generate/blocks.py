"""`blocks.safetensors`: one block of each kind and the last normalisation of the FLUX transformer, alone."""

from __future__ import annotations

from pathlib import Path

import torch
from diffusers.models.normalization import AdaLayerNormContinuous
from diffusers.models.transformers.transformer_flux import (
    FluxPosEmbed,
    FluxSingleTransformerBlock,
    FluxTransformerBlock,
)
from torch import Tensor, nn

from .common import Fixture, grid_ids, in_bf16, normal, randomise

HEADS, HEAD, AXES = 2, 16, (4, 6, 6)
WIDTH = HEADS * HEAD
TEXT, ROWS, COLS = 5, 3, 5


def cast(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor.to(torch.bfloat16) for name, tensor in tensors.items()}


def write(folder: Path) -> None:
    config = {"heads": HEADS, "attention_head_dim": HEAD, "axes_dims_rope": AXES, "text": TEXT, "grid": [ROWS, COLS]}
    fixture = Fixture({**config, "temb": "before SiLU, as the transformer hands it to its blocks"})
    double = FluxTransformerBlock(WIDTH, HEADS, HEAD).eval()
    single = FluxSingleTransformerBlock(WIDTH, HEADS, HEAD).eval()
    norm_out = AdaLayerNormContinuous(WIDTH, WIDTH, elementwise_affine=False, eps=1e-6).eval()
    for name, module in (("double", double), ("single", single), ("norm_out", norm_out)):
        randomise(module, f"blocks.{name}")
        fixture.weights(module, f"w.{name}.")
    ids = fixture.given("ids", torch.cat([torch.zeros(TEXT, 3), grid_ids(ROWS, COLS)]))
    rope = FluxPosEmbed(theta=10000, axes_dim=list(AXES))(ids)
    for batch in (1, 3):
        case = f"b{batch}"
        tensors = {
            "hidden_states": fixture.given(f"{case}.image", normal(f"blocks.{case}.image", batch, ROWS * COLS, WIDTH)),
            "encoder_hidden_states": fixture.given(f"{case}.text", normal(f"blocks.{case}.text", batch, TEXT, WIDTH)),
            "temb": fixture.given(f"{case}.temb", normal(f"blocks.{case}.temb", batch, WIDTH)),
        }
        run(fixture, f"{case}.f32", (double, single, norm_out), tensors, rope)
        run(fixture, f"{case}.bf16", tuple(map(in_bf16, (double, single, norm_out))), cast(tensors), rope)
    fixture.write(folder / "blocks.safetensors")


def run(
    fixture: Fixture,
    case: str,
    modules: tuple[nn.Module, nn.Module, nn.Module],
    tensors: dict[str, Tensor],
    rope: tuple[Tensor, Tensor],
) -> None:
    double, single, norm_out = modules
    for name, block in (("double", double), ("single", single)):
        text, image = block(**tensors, image_rotary_emb=rope)
        fixture.expect(f"{case}.{name}.text", text)
        fixture.expect(f"{case}.{name}.image", image)
    fixture.expect(f"{case}.norm_out", norm_out(tensors["hidden_states"], tensors["temb"]))
