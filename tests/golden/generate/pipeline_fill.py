"""`pipeline_fill/` and `pipeline_fill.safetensors`: a whole tiny FLUX.1-Fill folder, and runs of the pipeline over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import FluxFillPipeline
from diffusers.pipelines.flux import pipeline_flux_fill
from PIL import Image
from torch import Tensor

from . import clip, t5
from .common import (
    TRANSFORMER_A,
    VAE,
    Fixture,
    bf16_times,
    canonical,
    generator,
    in_bf16,
    make_scheduler,
    make_transformer,
    make_vae,
    normal,
    picture,
)
from .vocabulary import END, START, T5_LENGTH, TEMPLATE, clip_tokenizers, t5_tokenizer, write_clip

NAME = "pipeline_fill"
#: The transformer in three files, each below this.
SHARD = "90KB"


@dataclass(frozen=True)
class Case:
    """One run. Sides in px, of the whole canvas."""

    name: str
    height: int
    width: int
    mask: str
    steps: int
    guidance: float
    prompt: str
    strength: float = 1.0
    #: Steps whose velocity is computed in bf16 too, from the f32 trajectory.
    bf16_steps: tuple[int, ...] = ()


CASES = (
    Case("right", 32, 96, "right half", 28, 50.0, TEMPLATE.format("the streets are flooded."), bf16_steps=(0, 9, 27)),
    Case("part", 48, 64, "part", 6, 30.0, "Make it winter, with deep snow!", bf16_steps=(0, 3, 5)),
    Case("strength", 32, 64, "part", 8, 30.0, TEMPLATE.format("the houses burn"), strength=0.6),
)


def make_pipeline(folder: Path) -> FluxFillPipeline:
    """Builds the pipeline; the tokenizers' files pass through `folder`."""
    write_clip(folder / "tokenizer")
    tokenizer, _ = clip_tokenizers(folder / "tokenizer")
    tokenizer_2 = t5_tokenizer()
    ids = {"bos_token_id": tokenizer.bos_token_id, "pad_token_id": tokenizer.pad_token_id}
    assert tokenizer.convert_ids_to_tokens([len(tokenizer) - 2, len(tokenizer) - 1]) == [START, END]
    # As in the released folder: eos_token_id 2 asks for the older rule, the place of the highest id.
    text_encoder = clip.make_encoder(2, NAME + ".clip", vocab_size=len(tokenizer), **ids)
    changes = {"vocab_size": len(tokenizer_2), "d_kv": 12, "d_ff": 80}
    text_encoder_2 = t5.make_encoder(NAME + ".t5", **changes)
    return FluxFillPipeline(
        scheduler=make_scheduler(),
        vae=make_vae(),
        text_encoder=text_encoder,
        tokenizer=tokenizer,
        text_encoder_2=text_encoder_2,
        tokenizer_2=tokenizer_2,
        transformer=make_transformer(TRANSFORMER_A, NAME),
    )


def save(pipeline: FluxFillPipeline, folder: Path) -> None:
    """A folder in the layout of the released one: weights in bf16, which holds these exactly."""
    modules = ("transformer", "vae", "text_encoder", "text_encoder_2")
    for name in modules:
        getattr(pipeline, name).to(torch.bfloat16)
    pipeline.save_pretrained(folder, max_shard_size="10GB")
    shutil.rmtree(folder / "transformer")
    pipeline.transformer.save_pretrained(folder / "transformer", max_shard_size=SHARD)
    for path in sorted(folder.rglob("*.safetensors")):
        path.write_bytes(canonical(path.read_bytes()))
    for path in sorted(folder.rglob("*.json")):
        text = path.read_text()
        path.write_text(text if text.endswith("\n") else text + "\n")
    assert len(list((folder / "transformer").glob("*.safetensors"))) >= 2
    assert (folder / "transformer/diffusion_pytorch_model.safetensors.index.json").is_file()


def load(folder: Path) -> FluxFillPipeline:
    """The folder as a user opens it, in f32."""
    pipeline = FluxFillPipeline.from_pretrained(folder, torch_dtype=torch.float32, local_files_only=True)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


@contextmanager
def product_rules(module: Any, noise: Tensor) -> Iterator[None]:
    """Makes a pipeline module encode images to the posterior's mean and draw the given noise."""
    originals = {name: getattr(module, name) for name in ("retrieve_latents", "randn_tensor")}

    def mean(encoded: Any, generator: Any = None, sample_mode: str = "sample") -> Tensor:
        return encoded.latent_dist.mean

    def drawn(shape: tuple[int, ...], **_: Any) -> Tensor:
        assert tuple(shape) == tuple(noise.shape), (shape, noise.shape)
        return noise

    module.retrieve_latents, module.randn_tensor = mean, drawn
    try:
        yield
    finally:
        for name, original in originals.items():
            setattr(module, name, original)


class Recorder:
    """Arguments and results of every forward of a transformer."""

    def __init__(self, transformer: torch.nn.Module) -> None:
        self.calls: list[dict[str, Any]] = []
        self.results: list[Tensor] = []
        self.hook = transformer.register_forward_hook(self.keep, with_kwargs=True)

    def keep(self, _: torch.nn.Module, __: Any, arguments: dict[str, Any], result: Any) -> None:
        self.calls.append(arguments)
        self.results.append(result[0])

    def again(self, transformer: torch.nn.Module, step: int, sigma: Tensor, bf16_rounding: bool = False) -> Tensor:
        """Step `step` in the type of `transformer`, from the recorded arguments."""
        arguments, dtype = dict(self.calls[step]), transformer.dtype
        for name in ("hidden_states", "encoder_hidden_states", "pooled_projections", "txt_ids", "img_ids"):
            arguments[name] = arguments[name].to(dtype)
        sigmas = sigma.expand(len(arguments["hidden_states"]))
        if bf16_rounding:
            sigmas, arguments["guidance"] = bf16_times(sigmas, arguments["guidance"])
        arguments["timestep"] = (sigmas * 1000).to(dtype) / 1000
        return transformer(**arguments)[0]


def make_mask(case: Case) -> np.ndarray:
    """uint8 `[height, width]`. The partial mask has ragged edges and greys, which are cut at half of 255."""
    mask = np.zeros((case.height, case.width), dtype=np.uint8)
    if case.mask == "right half":
        mask[:, case.width // 2 :] = 255
    else:
        greys = np.array([0, 60, 127, 128, 200, 255], dtype=np.uint8)
        rows, cols = slice(3, case.height - 6), slice(case.width // 2 + 1, case.width - 5)
        region = mask[rows, cols]
        mask[rows, cols] = generator(f"{NAME}.{case.name}.mask").choice(greys, region.shape)
        mask[10:22, case.width // 2 + 4 : case.width - 9] = 255
    return mask


def write(folder: Path) -> None:
    place = folder / NAME
    shutil.rmtree(place, ignore_errors=True)
    save(make_pipeline(place), place)
    pipeline = load(place)
    fixture = Fixture(
        {
            "folder": NAME,
            "transformer": TRANSFORMER_A,
            "vae": VAE,
            "max_sequence_length": T5_LENGTH,
            "condition": "mean of the VAE's posterior, not a sample",
            "cases": {case.name: vars(case) for case in CASES},
        }
    )
    half = in_bf16(pipeline.transformer)
    for case in CASES:
        run(fixture, pipeline, half, case)
    fixture.write(folder / f"{NAME}.safetensors")


def run(fixture: Fixture, pipeline: FluxFillPipeline, half: torch.nn.Module, case: Case) -> None:
    name, prefix = f"{NAME}.{case.name}", f"{case.name}."
    image = fixture.given(prefix + "image", picture(f"{name}.image", case.height, case.width))
    mask = fixture.given(prefix + "mask", make_mask(case))
    noise = fixture.given(prefix + "noise", normal(f"{name}.noise", 1, 16, case.height // 8, case.width // 8))
    recorder = Recorder(pipeline.transformer)
    with product_rules(pipeline_flux_fill, noise):
        latents = pipeline(
            prompt=case.prompt,
            image=Image.fromarray(image.numpy()),
            mask_image=Image.fromarray(mask.numpy()),
            height=case.height,
            width=case.width,
            num_inference_steps=case.steps,
            guidance_scale=case.guidance,
            strength=case.strength,
            max_sequence_length=T5_LENGTH,
            output_type="latent",
        ).images
    recorder.hook.remove()
    first = recorder.calls[0]
    scheduler = pipeline.scheduler
    begin = scheduler.begin_index
    sigmas = scheduler.sigmas[begin:]
    assert len(recorder.results) == len(sigmas) - 1
    fixture.expect(prefix + "prompt_embeds", first["encoder_hidden_states"])
    fixture.expect(prefix + "pooled_prompt_embeds", first["pooled_projections"])
    fixture.expect(prefix + "sigmas", sigmas)
    if case.strength < 1:
        fixture.expect(prefix + "start", first["hidden_states"][..., :64])
    fixture.expect(prefix + "condition_latents", first["hidden_states"][..., 64:128])
    fixture.expect(prefix + "packed_mask", first["hidden_states"][..., 128:].to(torch.uint8))
    fixture.expect(prefix + "velocity", torch.cat(recorder.results))
    for step in case.bf16_steps:
        fixture.expect(f"{prefix}step_{step}.latents", recorder.calls[step]["hidden_states"][..., :64])
        fixture.expect(f"{prefix}step_{step}.velocity.bf16", recorder.again(half, step, sigmas[step]))
        same_times = recorder.again(pipeline.transformer, step, sigmas[step], bf16_rounding=True)
        fixture.expect(f"{prefix}step_{step}.velocity.f32_with_bf16_times", same_times)
    unpacked = pipeline._unpack_latents(latents, case.height, case.width, 8)
    fixture.expect(prefix + "latents", unpacked)
    scaled = unpacked / VAE["scaling_factor"] + VAE["shift_factor"]
    decoded = pipeline.vae.decode(scaled, return_dict=False)[0]
    assert decoded.shape == (1, 3, case.height, case.width)
    fixture.expect(prefix + "decoded", decoded)
    if case.strength == 1:
        check_given_latents(pipeline, case, image, mask, noise, latents)


def check_given_latents(
    pipeline: FluxFillPipeline, case: Case, image: Tensor, mask: Tensor, noise: Tensor, expected: Tensor
) -> None:
    """Noise handed over as `latents=` (packed) leads to the same result."""
    packed = pipeline._pack_latents(noise, 1, 16, case.height // 8, case.width // 8)
    with product_rules(pipeline_flux_fill, noise):
        latents = pipeline(
            prompt=case.prompt,
            image=Image.fromarray(image.numpy()),
            mask_image=Image.fromarray(mask.numpy()),
            height=case.height,
            width=case.width,
            num_inference_steps=case.steps,
            guidance_scale=case.guidance,
            max_sequence_length=T5_LENGTH,
            latents=packed,
            output_type="latent",
        ).images
    assert torch.equal(latents, expected)
