"""`control.safetensors`: FLUX.1-Control: the source's latents are channels of every image token; a whole run."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import torch
from diffusers import AutoencoderKL, FluxControlPipeline
from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution
from PIL import Image

from .common import TRANSFORMER_A, VAE, Fixture, in_bf16, make_scheduler, make_transformer, normal, picture
from .pipeline_fill import NAME as FILL
from .pipeline_fill import Recorder

TRANSFORMER = {**TRANSFORMER_A, "in_channels": 128, "num_layers": 1, "num_single_layers": 1}
TEXT = 10
HEIGHT, WIDTH = 32, 48
STEPS, GUIDANCE = 5, 6.0


def write(folder: Path) -> None:
    model = make_transformer(TRANSFORMER, "control")
    fixture = Fixture({"transformer": TRANSFORMER, "vae": f"{FILL}/vae", "steps": STEPS, "guidance": GUIDANCE})
    fixture.weights(model)
    vae = AutoencoderKL.from_pretrained(folder / FILL / "vae", torch_dtype=torch.float32, local_files_only=True)
    absent = dict.fromkeys(("text_encoder", "tokenizer", "text_encoder_2", "tokenizer_2"))
    pipeline = FluxControlPipeline(scheduler=make_scheduler(), vae=vae, transformer=model, **absent)
    pipeline.set_progress_bar_config(disable=True)
    source = fixture.given("source", picture("control.source", HEIGHT, WIDTH))
    noise = fixture.given("noise", normal("control.noise", 1, 16, HEIGHT // 8, WIDTH // 8))
    text = fixture.given("prompt_embeds", normal("control.text", 1, TEXT, TRANSFORMER["joint_attention_dim"]))
    pooled = fixture.given("pooled_prompt_embeds", normal("control.pooled", 1, TRANSFORMER["pooled_projection_dim"]))
    recorder = Recorder(model)
    # The pipeline draws from the posterior; the editor takes its mean, as Fill's and Kontext's pipelines do.
    with patch.object(DiagonalGaussianDistribution, "sample", lambda self, generator=None: self.mode()):
        latents = pipeline(
            control_image=Image.fromarray(source.numpy()),
            prompt_embeds=text,
            pooled_prompt_embeds=pooled,
            height=HEIGHT,
            width=WIDTH,
            num_inference_steps=STEPS,
            guidance_scale=GUIDANCE,
            latents=pipeline._pack_latents(noise, 1, 16, HEIGHT // 8, WIDTH // 8),
            output_type="latent",
        ).images
    recorder.hook.remove()
    fixture.expect("beside", recorder.calls[0]["hidden_states"][..., 64:])
    fixture.expect("velocity", torch.cat(recorder.results))
    fixture.expect("step_0.velocity.bf16", recorder.again(in_bf16(model), 0, pipeline.scheduler.sigmas[0]))
    unpacked = pipeline._unpack_latents(latents, HEIGHT, WIDTH, 8)
    fixture.expect("latents", unpacked)
    scaled = unpacked / VAE["scaling_factor"] + VAE["shift_factor"]
    fixture.expect("decoded", vae.decode(scaled, return_dict=False)[0])
    fixture.write(folder / "control.safetensors")
