"""`packing.safetensors`: latents to tokens and back, image ids, masks to 256 channels."""

from __future__ import annotations

from pathlib import Path

import torch
from diffusers import FluxFillPipeline
from torch import Tensor

from .common import VAE, Fixture, generator, grid_ids, make_scheduler, make_vae, narrowed, normal

#: Name, batch, latent rows, latent columns.
SIZES = (("6x10", 3, 6, 10), ("16x34", 1, 16, 34))
#: The same for masks.
MASKS = (("2x6", 1, 2, 6), ("6x10", 3, 6, 10))
CHANNELS = VAE["latent_channels"]


def bare_pipeline() -> FluxFillPipeline:
    """A pipeline with nothing but an autoencoder: enough for its helpers."""
    absent = dict.fromkeys(("text_encoder", "tokenizer", "text_encoder_2", "tokenizer_2", "transformer"))
    return FluxFillPipeline(scheduler=make_scheduler(), vae=make_vae(), **absent)


def pack_mask(pipeline: FluxFillPipeline, mask: Tensor) -> Tensor:
    """`[B, 1, H, W]` to `[B, H/16·W/16, 256]`; the images are of no account here."""
    batch, _, height, width = mask.shape
    blank = torch.zeros(batch, 3, height, width)
    dtype, seed = torch.float32, torch.Generator().manual_seed(0)
    packed, _ = pipeline.prepare_mask_latents(
        mask, blank, batch, CHANNELS, 1, height, width, dtype, torch.device("cpu"), seed
    )
    return packed


def write(folder: Path) -> None:
    fixture = Fixture({"latent_channels": CHANNELS, "vae_scale_factor": 8})
    pipeline = bare_pipeline()
    for name, batch, rows, cols in SIZES:
        latents = fixture.given(f"latents.{name}", normal(f"packing.{name}", batch, CHANNELS, rows, cols))
        tokens = FluxFillPipeline._pack_latents(latents, batch, CHANNELS, rows, cols)
        assert tokens.shape == (batch, rows * cols // 4, CHANNELS * 4)
        fixture.expect(f"tokens.{name}", narrowed(tokens))
        back = FluxFillPipeline._unpack_latents(tokens, rows * 8, cols * 8, 8)
        assert torch.equal(back, latents)
        ids = FluxFillPipeline._prepare_latent_image_ids(batch, rows // 2, cols // 2, "cpu", torch.float32)
        assert torch.equal(ids, grid_ids(rows // 2, cols // 2))
        fixture.expect(f"ids.{name}", ids)
    for name, batch, rows, cols in MASKS:
        # 0 and 1 only, kept as bytes: read them as the float type that is wanted.
        shape = (batch, 1, rows * 8, cols * 8)
        mask = fixture.given(f"mask.{name}", generator(f"packing.mask.{name}").integers(0, 2, shape, dtype="uint8"))
        packed = pack_mask(pipeline, mask.to(torch.float32))
        assert packed.shape == (batch, rows * cols // 4, 256)
        fixture.expect(f"packed_mask.{name}", packed.to(torch.uint8))
    fixture.write(folder / "packing.safetensors")
