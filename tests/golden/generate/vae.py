"""`vae.safetensors`: encoder and decoder of the autoencoder, alone. Its weights are those of `pipeline_fill/vae`."""

from __future__ import annotations

from pathlib import Path

import torch

from .common import VAE, Fixture, in_bf16, make_vae, normal

#: Batch, pixel rows, pixel columns. 40 × 24 px gives latents of odd sides, 5 × 3.
CASES = ((1, 32, 48), (2, 40, 24))


def write(folder: Path) -> None:
    vae = make_vae()
    fixture = Fixture({"vae": VAE, "weights": "pipeline_fill/vae"})
    half = in_bf16(vae)
    for batch, height, width in CASES:
        case = f"b{batch}.{height}x{width}"
        image = fixture.given(f"{case}.image", normal(f"vae.{case}", batch, 3, height, width, scale=0.5))
        posterior = vae.encode(image).latent_dist
        assert posterior.mean.shape == (batch, 16, height // 8, width // 8)
        assert torch.equal(posterior.mode(), posterior.mean)
        fixture.expect(f"{case}.mean", posterior.mean)
        fixture.expect(f"{case}.logvar", posterior.logvar)
        # What the transformer sees, and what comes back from it.
        shift, scale = VAE["shift_factor"], VAE["scaling_factor"]
        fixture.expect(f"{case}.latents", (posterior.mean - shift) * scale)
        if batch == 1:
            fixture.expect(f"{case}.mean.bf16", half.encode(image.to(torch.bfloat16)).latent_dist.mean)
        latents = fixture.given(f"{case}.latents", normal(f"vae.{case}.latents", batch, 16, height // 8, width // 8))
        decoded = vae.decode(latents / scale + shift, return_dict=False)[0]
        assert decoded.shape == image.shape
        fixture.expect(f"{case}.decoded", decoded)
        if batch == 1:
            raw = latents.to(torch.bfloat16) / scale + shift
            fixture.expect(f"{case}.decoded.bf16", half.decode(raw, return_dict=False)[0])
    fixture.write(folder / "vae.safetensors")
