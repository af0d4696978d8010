"""`training.safetensors`: optimisation steps of a tiny transformer in PyTorch, by AdamW and by Prodigy."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import torch
from diffusers import FluxTransformer2DModel
from prodigyopt import Prodigy
from torch import Tensor

from .common import Fixture, grid_ids, make_transformer, normal
from .transformer import call

CONFIG: dict[str, Any] = {
    "patch_size": 1,
    "in_channels": 64,
    "num_layers": 1,
    "num_single_layers": 1,
    "attention_head_dim": 8,
    "num_attention_heads": 2,
    "joint_attention_dim": 24,
    "pooled_projection_dim": 16,
    "guidance_embeds": False,
    "axes_dims_rope": (2, 2, 4),
}
TEXT, ROWS, COLS, BATCH = 5, 2, 3, 2
SIGMAS = (0.3, 0.8)
#: Longest gradient, and updates by each optimizer.
CLIP, STEPS = 0.5, 25
#: First guess of Prodigy: large enough that its estimate leaves it within those updates.
FIRST = 1e-4


def write(folder: Path) -> None:
    model = make_transformer(CONFIG, "training")
    fixture = Fixture({"transformer": CONFIG, "clip": CLIP, "steps": STEPS, "d0": FIRST, "grid": [ROWS, COLS]})
    fixture.weights(model)
    fixture.given("img_ids", grid_ids(ROWS, COLS))
    target = fixture.given("target", normal("training.target", BATCH, ROWS * COLS, 64))
    noise = fixture.given("noise", normal("training.noise", BATCH, ROWS * COLS, 64))
    inputs = {
        "encoder_hidden_states": fixture.given("text", normal("training.text", BATCH, TEXT, 24)),
        "pooled_projections": fixture.given("pooled", normal("training.pooled", BATCH, 16)),
        "sigma": fixture.given("sigma", torch.tensor(SIGMAS)),
    }
    optimizers = {
        "adamw": lambda parameters: torch.optim.AdamW(parameters, lr=1e-2, weight_decay=0.01),
        "prodigy": lambda parameters: Prodigy(
            parameters, lr=1.0, weight_decay=0.01, use_bias_correction=True, safeguard_warmup=True, d0=FIRST
        ),
    }
    for name, make in optimizers.items():
        trained = copy.deepcopy(model).train()
        for parameter in trained.parameters():
            parameter.requires_grad_(True)
        optimizer = make(trained.parameters())
        for step in range(STEPS):
            loss = one_loss(trained, inputs, target, noise)
            loss.backward()
            fixture.expect(f"{name}.step_{step}.loss", loss)
            if step == 0 and name == "adamw":
                for key, parameter in trained.named_parameters():
                    fixture.expect(f"gradient.{key}", parameter.grad)
            norm = torch.nn.utils.clip_grad_norm_(trained.parameters(), CLIP)
            fixture.expect(f"{name}.step_{step}.norm", norm)
            optimizer.step()
            optimizer.zero_grad()
            if name == "prodigy":
                fixture.expect(
                    f"prodigy.step_{step}.d", torch.tensor(optimizer.param_groups[0]["d"], dtype=torch.float64)
                )
        for key, parameter in trained.named_parameters():
            fixture.expect(f"{name}.weight.{key}", parameter)
    fixture.write(folder / "training.safetensors")


@torch.enable_grad()
def one_loss(model: FluxTransformer2DModel, inputs: dict[str, Tensor], target: Tensor, noise: Tensor) -> Tensor:
    """Flow matching as ICEdit trains it: mean squared error of the velocity ε − x0."""
    level = inputs["sigma"][:, None, None]
    noisy = (1 - level) * target + level * noise
    velocity = call(model, {**inputs, "hidden_states": noisy}, grid_ids(ROWS, COLS))
    return torch.nn.functional.mse_loss(velocity, noise - target)
