"""`embeddings.safetensors`: the sinusoid, what enters it in f32 and bf16, and the embedding of timestep, guidance and text."""

from __future__ import annotations

from pathlib import Path

import torch
from diffusers import FluxTransformer2DModel
from diffusers.models.embeddings import (
    CombinedTimestepGuidanceTextProjEmbeddings,
    CombinedTimestepTextProjEmbeddings,
    Timesteps,
)
from torch import Tensor

from .common import TRANSFORMER_A, Fixture, check_close, grid_ids, in_bf16, make_transformer, normal, randomise
from .schedule import prepared

VALUES = (0.0, 0.5, 1.0, 76.5, 147.0, 500.0, 932.0, 1000.0, 3504.0, 29952.0, 49920.0, 50000.0)
GUIDANCES = (1.0, 3.5, 30.0, 50.0)
WIDTH, POOLED = 32, 32


def entering(model: FluxTransformer2DModel, times: Tensor, guidance: Tensor) -> tuple[Tensor, Tensor]:
    """The timesteps and guidances that reach the sinusoid of a transformer, read where they arrive.

    `times` are the scheduler's timesteps; they pass through the pipeline's conversions first.
    """
    seen: list[tuple[Tensor, Tensor]] = []
    hook = model.time_text_embed.register_forward_pre_hook(lambda _, args: seen.append((args[0], args[1])))
    config, dtype, count = model.config, model.dtype, len(times)
    # The pipeline hands over the timestep in the type of the latents, divided by 1000 in that type; guidance stays f32.
    timestep = times.to(dtype) / 1000
    model(
        hidden_states=torch.zeros(count, 1, config.in_channels, dtype=dtype),
        encoder_hidden_states=torch.zeros(count, 1, config.joint_attention_dim, dtype=dtype),
        pooled_projections=torch.zeros(count, config.pooled_projection_dim, dtype=dtype),
        timestep=timestep,
        guidance=guidance.expand(count),
        img_ids=grid_ids(1, 1),
        txt_ids=torch.zeros(1, 3),
    )
    hook.remove()
    return seen[0]


def write(folder: Path) -> None:
    config = {"width": WIDTH, "pooled_projection_dim": POOLED, "channels": 256, "flip_sin_to_cos": True}
    fixture = Fixture(config)
    values = fixture.given("values", torch.tensor(VALUES))
    sinusoid = Timesteps(num_channels=256, flip_sin_to_cos=True, downscale_freq_shift=0)
    fixture.expect("sinusoid", sinusoid(values))
    arriving(fixture)
    combined(fixture)
    known_values(fixture)
    fixture.write(folder / "embeddings.safetensors")


def arriving(fixture: Fixture) -> None:
    """28 steps at 2048 tokens, four guidances; both module types."""
    times = prepared(28, 2048).timesteps
    fixture.given("sigmas", prepared(28, 2048).sigmas[:-1])
    guidances = fixture.given("guidances", torch.tensor(GUIDANCES))
    plain = make_transformer(TRANSFORMER_A, "embeddings.host")
    for name, model in (("f32", plain), ("bf16", in_bf16(plain))):
        found = [entering(model, times, guidance) for guidance in guidances]
        assert all(each[0].dtype == model.dtype and each[1].dtype == model.dtype for each in found)
        fixture.expect(f"timestep_values.{name}", found[0][0].to(torch.float32))
        fixture.expect(f"guidance_values.{name}", torch.stack([each[1][0] for each in found]).to(torch.float32))


def combined(fixture: Fixture) -> None:
    """The whole embedding for a batch of three, with and without guidance."""
    timestep = fixture.given("timestep", torch.tensor([1000.0, 932.0, 76.5]))
    guidance = fixture.given("guidance", torch.tensor([49920.0, 29952.0, 3504.0]))
    pooled = fixture.given("pooled", normal("embeddings.pooled", 3, POOLED))
    module = CombinedTimestepGuidanceTextProjEmbeddings(WIDTH, POOLED).eval()
    randomise(module, "embeddings")
    fixture.weights(module, "w.time_text_embed.")
    fixture.expect("combined.f32", module(timestep, guidance, pooled))
    half = torch.bfloat16
    fixture.expect("combined.bf16", in_bf16(module)(timestep.to(half), guidance.to(half), pooled.to(half)))
    without = CombinedTimestepTextProjEmbeddings(WIDTH, POOLED).eval()
    shared = {key: value for key, value in module.state_dict().items() if not key.startswith("guidance")}
    without.load_state_dict(shared)
    fixture.expect("without_guidance.f32", without(timestep, pooled))


def known_values(fixture: Fixture) -> None:
    """Published in the notes on FLUX: which values bf16 leaves, and the sinusoid of two of them."""
    at = fixture.tensors
    assert at["out.guidance_values.bf16"].tolist() == [1000.0, 3504.0, 29952.0, 49920.0]
    steps = at["out.timestep_values.bf16"].tolist()
    assert steps[:6] + steps[-4:] == [1000.0, 984.0, 968.0, 948.0, 932.0, 912.0, 272.0, 211.0, 147.0, 76.5], steps
    channels = [0, 1, 2, 64, 127, 128, 129, 130, 192, 255]
    thousand = [0.562379, 0.789615, 0.439954, -0.839072, 0.994232, 0.826880, 0.613603, -0.898020, -0.544021, 0.107254]
    check_close("1000", at["out.sinusoid"][VALUES.index(1000.0)][channels], thousand, 1e-4)
    high = [0.995703, -0.839581, 0.811484, -0.951343, 0.606820, 0.092602, 0.543235, 0.584374, 0.308135, -0.794839]
    check_close("49920", at["out.sinusoid"][VALUES.index(49920.0)][channels], high, 5e-3)
