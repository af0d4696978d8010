"""Holds `foreshock-lab denoise` against fresh random pipelines of random small configurations.

    python -m generate.compare LAB [--runs N] [--seed S] [--dtype f32|bf16]

Each run draws a configuration (layers, heads, axes, widths, autoencoder, sides, batch, mask, steps, guidance; FLUX.1-Fill, Kontext or Control),
saves the pipeline as diffusers does, runs both over the same noise and embeddings, and prints how far they are apart. Exit status 1 when
a 32-bit run is further off than 1e-4, or a 16-bit velocity further from the 32-bit one than 1.2 times the reference's.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL, FlowMatchEulerDiscreteScheduler, FluxTransformer2DModel
from diffusers.pipelines.flux.pipeline_flux import calculate_shift
from diffusers.pipelines.flux.pipeline_flux_fill import FluxFillPipeline
from safetensors.torch import load_file, save_file
from torch import Tensor

from .common import SCHEDULER, picture, randomise

#: Channels of a token that enters, and the pipeline's name, by family.
CHANNELS = {"fill": 384, "kontext": 64, "control": 128}
PIPELINES = {"fill": "FluxFillPipeline", "kontext": "FluxKontextPipeline", "control": "FluxControlPipeline"}
END_TO_END = 1e-4
BF16 = 1.2


def draw(random: np.random.Generator) -> dict[str, Any]:
    """One configuration."""
    pick = lambda *values: values[int(random.integers(len(values)))]  # noqa: E731
    axes = pick((4, 6, 6), (2, 2, 4), (8, 8, 8), (2, 10, 12), (16, 24, 24), (4, 2, 2))
    levels = pick((8, 16, 16, 16), (4, 8, 12, 16), (16, 16, 32, 32), (8, 8, 8, 24))
    family = pick("fill", "fill", "kontext", "control")
    rows, cols = int(random.integers(1, 6)), int(random.integers(1, 8))
    return {
        "family": family,
        "transformer": {
            "patch_size": 1,
            "in_channels": CHANNELS[family],
            "out_channels": 64,
            "num_layers": int(random.integers(0, 4)),
            "num_single_layers": int(random.integers(0, 4)),
            "attention_head_dim": sum(axes),
            "num_attention_heads": int(random.integers(1, 5)),
            "joint_attention_dim": pick(24, 40, 64, 96),
            "pooled_projection_dim": pick(16, 33, 64),
            "guidance_embeds": bool(random.random() < 0.8),
            "axes_dims_rope": axes,
        },
        "vae": {
            "in_channels": 3,
            "out_channels": 3,
            "down_block_types": ("DownEncoderBlock2D",) * 4,
            "up_block_types": ("UpDecoderBlock2D",) * 4,
            "block_out_channels": levels,
            "layers_per_block": pick(1, 2, 3),
            "latent_channels": 16,
            "norm_num_groups": pick(1, 2, 4),
            "scaling_factor": 0.3611,
            "shift_factor": 0.1159,
            "use_quant_conv": bool(random.random() < 0.2),
            "use_post_quant_conv": bool(random.random() < 0.2),
            "mid_block_add_attention": bool(random.random() < 0.8),
        },
        "batch": pick(1, 1, 2, 3),
        "height": 16 * rows,
        "width": 32 * cols if family == "fill" else 16 * cols,
        "text": pick(1, 7, 40),
        "steps": pick(1, 4, 28),
        "guidance": float(pick(1.0, 3.5, 30.0, 50.0)),
        "partial": bool(random.random() < 0.6),
    }


class Reference:
    """The networks of diffusers with the loop of its pipelines, over given noise and the mean of the posterior."""

    def __init__(self, config: dict[str, Any], name: str) -> None:
        self.config = config
        self.transformer = FluxTransformer2DModel(**config["transformer"]).eval()
        self.vae = AutoencoderKL(**config["vae"]).eval()
        for module, part in ((self.transformer, "transformer"), (self.vae, "vae")):
            randomise(module, f"{name}/{part}")
        self.scheduler = FlowMatchEulerDiscreteScheduler(**SCHEDULER)

    def save(self, folder: Path) -> None:
        """The folder as `save_pretrained` writes it, without text encoders."""
        for module, part in (
            (self.transformer, "transformer"),
            (self.vae, "vae"),
            (self.scheduler, "scheduler"),
        ):
            module.save_pretrained(folder / part)
        name = PIPELINES[self.config["family"]]
        (folder / "model_index.json").write_text(json.dumps({"_class_name": name}))

    def encode(self, image: Tensor) -> Tensor:
        latents = self.vae.encode(image).latent_dist.mean
        return (latents - self.vae.config.shift_factor) * self.vae.config.scaling_factor

    def run(self, inputs: dict[str, Tensor], trajectory: list[Tensor] | None = None) -> dict[str, Any]:
        """The whole loop; with a trajectory given, each step starts from it."""
        dtype = self.transformer.dtype
        image = inputs["image"].to(dtype)
        noise = inputs["noise"].to(dtype)
        batch, channels, height, width = noise.shape
        pack = FluxFillPipeline._pack_latents
        latents = pack(noise, batch, channels, height, width)
        ids = FluxFillPipeline._prepare_latent_image_ids(batch, height // 2, width // 2, "cpu", torch.float32)
        condition = reference = None
        if self.config["family"] == "control":
            condition = pack(self.encode(image), batch, channels, height, width)
        elif self.config["family"] == "kontext":
            encoded = self.encode(image)
            rows, cols = encoded.shape[2:]
            reference = pack(encoded, batch, channels, rows, cols)
            more = FluxFillPipeline._prepare_latent_image_ids(batch, rows // 2, cols // 2, "cpu", torch.float32)
            more[..., 0] = 1
            ids = torch.cat([ids, more])
        else:
            mask = (inputs["mask"] >= 0.5).to(torch.float32)
            masked = self.encode((inputs["image"] * (1 - mask)).to(dtype))
            cells = (
                mask[:, 0].reshape(batch, height, 8, width, 8).permute(0, 2, 4, 1, 3).reshape(batch, 64, height, width)
            )
            condition = torch.cat(
                [pack(masked, batch, channels, height, width), pack(cells.to(dtype), batch, 64, height, width)], dim=-1
            )
        steps = self.config["steps"]
        mu = calculate_shift(latents.shape[1], 256, 4096, 0.5, 1.15)
        self.scheduler.set_timesteps(sigmas=np.linspace(1.0, 1 / steps, steps), mu=mu, device="cpu")
        guidance = torch.full([batch], self.config["guidance"], dtype=torch.float32)
        out: dict[str, Any] = {"velocities": [], "trajectory": []}
        for number, time in enumerate(self.scheduler.timesteps):
            if trajectory is not None:
                latents = trajectory[number].to(dtype)
            out["trajectory"].append(latents)
            tokens = latents
            if condition is not None:
                tokens = torch.cat([latents, condition], dim=-1)
            if reference is not None:
                tokens = torch.cat([latents, reference], dim=1)
            velocity = self.transformer(
                hidden_states=tokens,
                timestep=time.expand(batch).to(dtype) / 1000,
                guidance=guidance if self.config["transformer"]["guidance_embeds"] else None,
                pooled_projections=inputs["pooled_prompt_embeds"].to(dtype),
                encoder_hidden_states=inputs["prompt_embeds"].to(dtype),
                txt_ids=torch.zeros(inputs["prompt_embeds"].shape[1], 3),
                img_ids=ids,
                return_dict=False,
            )[0][:, : latents.shape[1]]
            out["velocities"].append(velocity)
            latents = self.scheduler.step(velocity, time, latents, return_dict=False)[0]
        unpacked = FluxFillPipeline._unpack_latents(latents, height * 8, width * 8, 8)
        out["latents"] = unpacked
        out["image"] = self.vae.decode(
            unpacked / self.vae.config.scaling_factor + self.vae.config.shift_factor, return_dict=False
        )[0]
        return out


def make_inputs(config: dict[str, Any], name: str, random: np.random.Generator) -> dict[str, Tensor]:
    """Images, noise, embeddings and a mask that fit a configuration."""
    batch, height, width = config["batch"], config["height"], config["width"]
    pictures = [picture(f"{name}/{number}", height, width) for number in range(batch)]
    image = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).to(torch.float32) / 255 * 2 - 1
    normal = lambda *shape: torch.from_numpy(random.standard_normal(shape).astype(np.float32))  # noqa: E731
    inputs = {
        "image": image.contiguous(),
        "noise": normal(batch, 16, height // 8, width // 8),
        "prompt_embeds": normal(batch, config["text"], config["transformer"]["joint_attention_dim"]),
        "pooled_prompt_embeds": normal(batch, config["transformer"]["pooled_projection_dim"]),
    }
    if config["family"] == "fill":
        mask = torch.zeros(batch, 1, height, width)
        mask[..., width // 2 :] = 1
        if config["partial"]:
            mask *= torch.from_numpy(random.uniform(0, 1, (batch, 1, height, width)).astype(np.float32))
        inputs["mask"] = mask
    return inputs


def distance(found: Tensor, wanted: Tensor) -> float:
    """Relative L2 distance."""
    found, wanted = found.double(), wanted.double()
    return float((found - wanted).norm() / wanted.norm().clamp_min(1e-30))


def compare(lab: Path, number: int, seed: int, dtype: str, folder: Path) -> bool:
    """One configuration; prints a line and says whether it is within the bounds."""
    random = np.random.Generator(np.random.PCG64([seed, number]))
    config = draw(random)
    name = f"compare/{seed}/{number}"
    reference = Reference(config, name)
    reference.save(folder / "model")
    inputs = make_inputs(config, name, random)
    save_file(inputs, folder / "in.safetensors")
    options = ["--steps", str(config["steps"]), "--guidance", str(config["guidance"]), "--dtype", dtype, "--trace"]
    files = [
        "--model",
        str(folder / "model"),
        "--inputs",
        str(folder / "in.safetensors"),
        "--out",
        str(folder / "out.safetensors"),
    ]
    subprocess.run([str(lab), "denoise", *files, *options], check=True, capture_output=True)
    ours = load_file(folder / "out.safetensors")
    exact = reference.run(inputs)
    told = config["transformer"]
    what = (
        f"{config['family']} B {config['batch']} {config['height']}×{config['width']} "
        f"{told['num_layers']}+{told['num_single_layers']} blocks, {told['num_attention_heads']}×{told['attention_head_dim']}, "
        f"{config['steps']} steps"
    )
    if dtype == "f32":
        far = {key: distance(ours[key], exact[key]) for key in ("latents", "image")}
        far["velocity"] = max(distance(ours[f"velocity.{i}"], v) for i, v in enumerate(exact["velocities"]))
        good = all(value <= END_TO_END for value in far.values())
        print(f"{'ok ' if good else 'FAR'} {number:3} {what}: " + ", ".join(f"{k} {v:.1e}" for k, v in far.items()))
        return good
    # 16 bit: the first velocity starts from the same latents on both sides.
    reference.transformer.to(torch.bfloat16)
    reference.vae.to(torch.bfloat16)
    narrow = reference.run(inputs)
    truth = exact["velocities"][0]
    mine, theirs = distance(ours["velocity.0"], truth), distance(narrow["velocities"][0], truth)
    apart = distance(ours["velocity.0"], narrow["velocities"][0])
    good = mine <= BF16 * theirs
    print(
        f"{'ok ' if good else 'FAR'} {number:3} {what}: error {mine:.2e}, of the reference {theirs:.2e}, apart {apart:.1e}"
    )
    return good


def main() -> None:
    """Runs as many comparisons as asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab", type=Path, help="the foreshock-lab binary")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dtype", choices=("f32", "bf16"), default="f32")
    arguments = parser.parse_args()
    results = []
    for number in range(arguments.runs):
        with tempfile.TemporaryDirectory() as folder:
            results.append(compare(arguments.lab, number, arguments.seed, arguments.dtype, Path(folder)))
    print(f"{sum(results)} of {len(results)} within the bounds")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
