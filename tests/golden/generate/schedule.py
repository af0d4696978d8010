"""`schedule.safetensors`: noise levels and timesteps of flow-match Euler with dynamic shifting, strength, one step."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
from diffusers import FlowMatchEulerDiscreteScheduler, FluxFillPipeline
from diffusers.pipelines.flux.pipeline_flux_fill import calculate_shift, retrieve_timesteps

from .common import SCHEDULER, Fixture, check_close, make_scheduler, normal

STEPS = (4, 8, 10, 28, 50)
TOKENS = (256, 1024, 2048, 3072, 4096, 8192)
STRENGTHS = (0.75, 0.5)


def shift(tokens: int) -> float:
    """mu, as the pipelines compute it from the number of image tokens."""
    keys = ("base_image_seq_len", "max_image_seq_len", "base_shift", "max_shift")
    return calculate_shift(tokens, *(SCHEDULER[key] for key in keys))


def prepared(steps: int, tokens: int) -> FlowMatchEulerDiscreteScheduler:
    """A scheduler set up for a run, as the pipelines do it."""
    scheduler = make_scheduler()
    raw = np.linspace(1.0, 1 / steps, steps)
    retrieve_timesteps(scheduler, steps, "cpu", sigmas=raw, mu=shift(tokens))
    return scheduler


def write(folder: Path) -> None:
    fixture = Fixture({"scheduler": SCHEDULER, "steps": STEPS, "tokens": TOKENS, "strengths": STRENGTHS})
    fixture.expect("mu", torch.tensor([shift(tokens) for tokens in TOKENS], dtype=torch.float64))
    for tokens in TOKENS:
        for steps in STEPS:
            scheduler = prepared(steps, tokens)
            assert scheduler.sigmas.shape == (steps + 1,)
            fixture.expect(f"sigmas.{steps}.{tokens}", scheduler.sigmas)
            fixture.expect(f"timesteps.{steps}.{tokens}", scheduler.timesteps)
    for strength in STRENGTHS:
        for steps in STEPS:
            scheduler = prepared(steps, 2048)
            host = SimpleNamespace(scheduler=scheduler)
            timesteps, left = FluxFillPipeline.get_timesteps(host, steps, strength, "cpu")
            assert len(timesteps) == left
            fixture.expect(f"strength_{strength}.timesteps.{steps}.2048", timesteps)
            fixture.expect(f"strength_{strength}.sigmas.{steps}.2048", scheduler.sigmas[scheduler.begin_index :])
    step(fixture)
    known_values(fixture)
    fixture.write(folder / "schedule.safetensors")


def step(fixture: Fixture) -> None:
    """Step 3 of 10: x + (σ₄ − σ₃)·v in f32, and what becomes of a bf16 sample and a bf16 velocity."""
    sample = fixture.given("step.sample", normal("step.sample", 2, 6, 16))
    velocity = fixture.given("step.velocity", normal("step.velocity", 2, 6, 16))
    for name, dtype in (("f32", torch.float32), ("bf16", torch.bfloat16)):
        scheduler = prepared(10, 2048)
        time = scheduler.timesteps[3]
        result = scheduler.step(velocity.to(dtype), time, sample.to(dtype), return_dict=False)[0]
        assert result.dtype == dtype
        fixture.expect(f"step.{name}", result)
    scheduler = prepared(10, 2048)
    noised = scheduler.scale_noise(sample, scheduler.timesteps[3:4], velocity)
    fixture.expect("scale_noise", noised)


def known_values(fixture: Fixture) -> None:
    """Numbers that were worked out by hand from the formula."""
    at = fixture.tensors
    check_close("mu", at["out.mu"][1:4], [0.63, 0.803333, 0.976667], 1e-6)
    check_close("28 steps", at["out.sigmas.28.2048"][[0, 1, 4, 14, 27]], [1, 0.98368, 0.93055, 0.69069, 0.07639], 6e-6)
    check_close("10 steps", at["out.sigmas.10.2048"][[1, 9, 10]], [0.95260, 0.19879, 0], 6e-6)
    check_close("50 steps", at["out.sigmas.50.2048"][[1, 2, 49]], [0.990943, 0.981682, 0.043585], 1e-6)
    check_close("28 steps, wide", at["out.sigmas.28.3072"][[1, 27]], [0.986245, 0.089548], 1e-6)
