"""`transformer_a.safetensors`, `transformer_b.safetensors`: the whole FLUX transformer for two configurations."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from diffusers import FluxTransformer2DModel
from torch import Tensor, nn

from .common import TRANSFORMER_A, TRANSFORMER_B, Fixture, bf16_times, grid_ids, in_bf16, make_transformer, normal

TEXT, ROWS, COLS = 7, 3, 4
#: One noise level and one guidance for each sample of a batch.
SIGMAS = (0.93055, 1.0, 0.14659)
GUIDANCES = (50.0, 1.0, 30.0)


def make_inputs(name: str, config: Mapping[str, Any], batch: int, tokens: int = ROWS * COLS) -> dict[str, Tensor]:
    """Random arguments of `FluxTransformer2DModel.forward`, without the ids."""
    return {
        "hidden_states": normal(f"{name}.hidden_states", batch, tokens, config["in_channels"]),
        "encoder_hidden_states": normal(f"{name}.text", batch, TEXT, config["joint_attention_dim"]),
        "pooled_projections": normal(f"{name}.pooled", batch, config["pooled_projection_dim"]),
        "sigma": torch.tensor(SIGMAS[:batch]),
        "guidance": torch.tensor(GUIDANCES[:batch]),
    }


def call(model: FluxTransformer2DModel, inputs: Mapping[str, Tensor], image_ids: Tensor) -> Tensor:
    """One forward in the type of the model, `sigma` and `guidance` converted as the pipelines do it.

    The scheduler's timestep 1000·σ is rounded to the type of the latents and divided by 1000 in that type; guidance is handed
    over in f32, and the model rounds it.
    """
    arguments = {key: value.to(model.dtype) for key, value in inputs.items() if key not in ("sigma", "guidance")}
    arguments["timestep"] = (inputs["sigma"] * 1000).to(model.dtype) / 1000
    if model.config.guidance_embeds:
        arguments["guidance"] = inputs["guidance"]
    text_ids = torch.zeros(inputs["encoder_hidden_states"].shape[1], 3)
    return model(**arguments, img_ids=image_ids, txt_ids=text_ids, return_dict=False)[0]


def write(folder: Path) -> None:
    write_one(folder / "transformer_a.safetensors", "transformer_a", TRANSFORMER_A)
    write_one(folder / "transformer_b.safetensors", "transformer_b", TRANSFORMER_B)


def write_one(path: Path, name: str, config: Mapping[str, Any]) -> None:
    model = make_transformer(config, name)
    fixture = Fixture({"transformer": config, "text": TEXT, "grid": [ROWS, COLS]})
    fixture.weights(model)
    image_ids = fixture.given("img_ids", grid_ids(ROWS, COLS))
    half = in_bf16(model)
    for batch in (1, 3):
        case = f"b{batch}"
        inputs = make_inputs(f"{name}.{case}", config, batch)
        if not config["guidance_embeds"]:
            del inputs["guidance"]
        for key, value in inputs.items():
            fixture.given(f"{case}.{key}", value)
        with Watch(model, fixture, case, enabled=batch == 1):
            velocity = call(model, inputs, image_ids)
        assert velocity.shape == (batch, ROWS * COLS, 64) and velocity.std() > 0.1
        fixture.expect(f"{case}.f32", velocity)
        fixture.expect(f"{case}.bf16", call(half, inputs, image_ids))
        if batch > 1:
            sigma, guidance = bf16_times(inputs["sigma"], inputs.get("guidance", torch.ones(batch)))
            same_times = {**inputs, "sigma": sigma, "guidance": guidance}
            fixture.expect(f"{case}.f32_with_bf16_times", call(model, same_times, image_ids))
    fixture.write(path)


class Watch:
    """Keeps what the embedding and every block return during one forward, to find the first stage that differs."""

    def __init__(self, model: FluxTransformer2DModel, fixture: Fixture, case: str, enabled: bool) -> None:
        self.stages: dict[str, nn.Module] = {}
        if enabled:
            self.stages["temb"] = model.time_text_embed
            self.stages.update({f"double_{i}": block for i, block in enumerate(model.transformer_blocks)})
            self.stages.update({f"single_{i}": block for i, block in enumerate(model.single_transformer_blocks)})
        self.fixture, self.case = fixture, case
        self.hooks: list[Any] = []

    def __enter__(self) -> None:
        for name, module in self.stages.items():
            self.hooks.append(module.register_forward_hook(self.keeper(f"{self.case}.stage.{name}")))

    def keeper(self, name: str) -> Any:
        def keep(_module: nn.Module, _arguments: Any, result: Tensor | tuple[Tensor, Tensor]) -> None:
            # Blocks return text and image; joined here as one sequence, text first.
            self.fixture.expect(name, result if isinstance(result, Tensor) else torch.cat(result, dim=1))

        return keep

    def __exit__(self, *_: object) -> None:
        for hook in self.hooks:
            hook.remove()
