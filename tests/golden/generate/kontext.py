"""`kontext.safetensors`: FLUX.1-Kontext: reference tokens behind the image tokens, forward and whole runs."""

from __future__ import annotations

from pathlib import Path

import torch
from diffusers import AutoencoderKL, FluxKontextPipeline, FluxTransformer2DModel
from PIL import Image
from torch import Tensor

from .common import (
    TRANSFORMER_KONTEXT,
    VAE,
    Fixture,
    grid_ids,
    in_bf16,
    make_scheduler,
    make_transformer,
    normal,
    picture,
)
from .pipeline_fill import NAME as FILL
from .pipeline_fill import Recorder
from .transformer import call, make_inputs

TEXT = 10
#: Canvas and reference of the runs, px; they differ, as the pipeline allows.
HEIGHT, WIDTH = 32, 48
REFERENCE = (48, 32)
#: Name, steps, guidance.
RUNS = (("steps_4", 4, 3.5), ("steps_10", 10, 2.5))


def write(folder: Path) -> None:
    model = make_transformer(TRANSFORMER_KONTEXT, "kontext")
    config = {
        "transformer": TRANSFORMER_KONTEXT,
        "vae": f"{FILL}/vae",
        "canvas": [HEIGHT, WIDTH],
        "reference": REFERENCE,
        "runs": {name: {"steps": steps, "guidance": guidance} for name, steps, guidance in RUNS},
    }
    fixture = Fixture(config)
    fixture.weights(model)
    forward(fixture, model)
    runs(fixture, model, folder)
    fixture.write(folder / "kontext.safetensors")


def forward(fixture: Fixture, model: FluxTransformer2DModel) -> None:
    """A batch of three: 2 × 3 image tokens, then 2 × 4 reference tokens with 1 on the first axis; output cut to the image."""
    image, reference = grid_ids(2, 3), grid_ids(2, 4, axis0=1)
    ids = fixture.given("forward.img_ids", torch.cat([image, reference]))
    inputs = make_inputs("kontext.forward", TRANSFORMER_KONTEXT, 3, tokens=len(ids))
    for name, value in inputs.items():
        fixture.given(f"forward.{name}", value)
    fixture.expect("forward.f32", call(model, inputs, ids)[:, : len(image)])
    fixture.expect("forward.bf16", call(in_bf16(model), inputs, ids)[:, : len(image)])


def runs(fixture: Fixture, model: FluxTransformer2DModel, folder: Path) -> None:
    vae = AutoencoderKL.from_pretrained(folder / FILL / "vae", torch_dtype=torch.float32, local_files_only=True)
    absent = dict.fromkeys(("text_encoder", "tokenizer", "text_encoder_2", "tokenizer_2"))
    pipeline = FluxKontextPipeline(scheduler=make_scheduler(), vae=vae, transformer=model, **absent)
    pipeline.set_progress_bar_config(disable=True)
    reference = fixture.given("reference", picture("kontext.reference", *REFERENCE))
    noise = fixture.given("noise", normal("kontext.noise", 1, 16, HEIGHT // 8, WIDTH // 8))
    text = fixture.given("prompt_embeds", normal("kontext.text", 1, TEXT, TRANSFORMER_KONTEXT["joint_attention_dim"]))
    pooled = TRANSFORMER_KONTEXT["pooled_projection_dim"]
    pooled_text = fixture.given("pooled_prompt_embeds", normal("kontext.pooled", 1, pooled))
    packed = pipeline._pack_latents(noise, 1, 16, HEIGHT // 8, WIDTH // 8)
    tokens = packed.shape[1]
    half = in_bf16(model)
    for name, steps, guidance in RUNS:
        recorder = Recorder(pipeline.transformer)
        latents = pipeline(
            image=Image.fromarray(reference.numpy()),
            prompt_embeds=text,
            pooled_prompt_embeds=pooled_text,
            height=HEIGHT,
            width=WIDTH,
            max_area=HEIGHT * WIDTH,
            num_inference_steps=steps,
            guidance_scale=guidance,
            latents=packed,
            output_type="latent",
            _auto_resize=False,
        ).images
        recorder.hook.remove()
        if name == RUNS[0][0]:
            conditions(fixture, recorder, tokens, vae, reference)
        sigmas = pipeline.scheduler.sigmas
        fixture.expect(f"{name}.sigmas", sigmas)
        fixture.expect(f"{name}.velocity", torch.cat(recorder.results)[:, :tokens])
        for step in (0, steps - 1):
            given = recorder.calls[step]["hidden_states"][:, :tokens]
            if step:
                fixture.expect(f"{name}.step_{step}.latents", given)
            again = recorder.again(half, step, sigmas[step])
            fixture.expect(f"{name}.step_{step}.velocity.bf16", again[:, :tokens])
        unpacked = pipeline._unpack_latents(latents, HEIGHT, WIDTH, 8)
        fixture.expect(f"{name}.latents", unpacked)
        scaled = unpacked / VAE["scaling_factor"] + VAE["shift_factor"]
        fixture.expect(f"{name}.decoded", vae.decode(scaled, return_dict=False)[0])


def conditions(fixture: Fixture, recorder: Recorder, tokens: int, vae: AutoencoderKL, reference: Tensor) -> None:
    """What does not change from step to step: the reference's tokens (posterior mean) and all ids."""
    first = recorder.calls[0]
    fixture.expect("reference_tokens", first["hidden_states"][:, tokens:])
    fixture.expect("img_ids", first["img_ids"])
    assert torch.equal(first["img_ids"], torch.cat([grid_ids(2, 3), grid_ids(3, 2, axis0=1)]))
    image = reference.to(torch.float32).permute(2, 0, 1)[None] / 127.5 - 1
    mean = (vae.encode(image).latent_dist.mean - VAE["shift_factor"]) * VAE["scaling_factor"]
    rows, cols = mean.shape[2:]
    packed = FluxKontextPipeline._pack_latents(mean, 1, 16, rows, cols)
    assert torch.allclose(packed, first["hidden_states"][:, tokens:], atol=1e-5)
