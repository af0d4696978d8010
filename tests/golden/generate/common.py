"""What all groups share: random values by name, the tiny configurations, the fixture file."""

from __future__ import annotations

import copy
import json
import struct
import zlib
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL, FlowMatchEulerDiscreteScheduler, FluxTransformer2DModel
from diffusers.utils import logging
from safetensors.torch import load_file, save
from torch import Tensor, nn

torch.set_num_threads(1)
logging.disable_progress_bar()
torch.use_deterministic_algorithms(True)
torch.set_grad_enabled(False)

PACKAGES = ("diffusers", "transformers", "tokenizers", "peft", "torch", "safetensors", "numpy", "pillow")

#: Scheduler of the FLUX.1 [dev] family.
SCHEDULER = {
    "num_train_timesteps": 1000,
    "shift": 3.0,
    "use_dynamic_shifting": True,
    "base_shift": 0.5,
    "max_shift": 1.15,
    "base_image_seq_len": 256,
    "max_image_seq_len": 4096,
}

#: Transformer A: FLUX.1-Fill in small. `transformer_a.safetensors` holds its weights; the adapters build on it.
TRANSFORMER_A: dict[str, Any] = {
    "patch_size": 1,
    "in_channels": 384,
    "out_channels": 64,
    "num_layers": 1,
    "num_single_layers": 2,
    "attention_head_dim": 16,
    "num_attention_heads": 2,
    "joint_attention_dim": 64,
    "pooled_projection_dim": 32,
    "guidance_embeds": True,
    "axes_dims_rope": (4, 6, 6),
}

#: Transformer B: another shape in every respect, no guidance, `out_channels` left to its default.
TRANSFORMER_B: dict[str, Any] = {
    "patch_size": 1,
    "in_channels": 64,
    "num_layers": 2,
    "num_single_layers": 1,
    "attention_head_dim": 8,
    "num_attention_heads": 3,
    "joint_attention_dim": 48,
    "pooled_projection_dim": 40,
    "guidance_embeds": False,
    "axes_dims_rope": (2, 2, 4),
}

#: Transformer of the Kontext fixture: A without the masked image and the mask among its channels.
TRANSFORMER_KONTEXT: dict[str, Any] = {**TRANSFORMER_A, "in_channels": 64}

#: The autoencoder of FLUX.1 in small.
VAE: dict[str, Any] = {
    "in_channels": 3,
    "out_channels": 3,
    "down_block_types": ("DownEncoderBlock2D",) * 4,
    "up_block_types": ("UpDecoderBlock2D",) * 4,
    "block_out_channels": (8, 16, 16, 16),
    "layers_per_block": 2,
    "act_fn": "silu",
    "latent_channels": 16,
    "norm_num_groups": 4,
    "sample_size": 64,
    "scaling_factor": 0.3611,
    "shift_factor": 0.1159,
    "force_upcast": True,
    "use_quant_conv": False,
    "use_post_quant_conv": False,
    "mid_block_add_attention": True,
}


def generator(name: str) -> np.random.Generator:
    """Random numbers that depend on `name` only."""
    return np.random.Generator(np.random.PCG64(zlib.crc32(name.encode())))


def rounded(x: Tensor) -> Tensor:
    """The nearest values that bf16 holds, in f32: f32 and bf16 runs then start from the same numbers."""
    return x.to(torch.bfloat16).to(torch.float32)


def narrowed(x: Tensor) -> Tensor:
    """f32 values as bf16 where that loses nothing: it halves the file."""
    exact = x.dtype == torch.float32 and torch.equal(rounded(x), x)
    return x.to(torch.bfloat16) if exact else x


def normal(name: str, *shape: int, scale: float = 1.0, mean: float = 0.0) -> Tensor:
    """Normal values that bf16 holds, f32."""
    values = np.asarray(generator(name).standard_normal(shape) * scale + mean)
    return rounded(torch.from_numpy(values).to(torch.float32))


def picture(name: str, height: int, width: int) -> np.ndarray:
    """A smooth random RGB image with some grain: uint8 `[height, width, 3]`."""
    random = generator(name)
    rows, cols = np.mgrid[0:height, 0:width]
    channels = []
    for _ in range(3):
        a, b, c, d = random.uniform(0.05, 0.35, 4)
        wave = np.sin(a * rows + b * cols) + np.cos(c * cols - d * rows)
        channels.append(127.5 + 50 * wave + random.normal(0, 12, (height, width)))
    return np.clip(np.stack(channels, axis=-1), 0, 255).astype(np.uint8)


def randomise(module: nn.Module, name: str) -> None:
    """Fills every parameter with values of its own: none is zero or one, so that no term can be left out unnoticed.

    Matrices are scaled by their fan-in (spread 0.05 to 0.2), which keeps activations of order one.
    """
    for key, parameter in module.named_parameters():
        shape = tuple(parameter.shape)
        if len(shape) == 1:
            scale, mean = 0.1, 1.0 if "norm" in key and key.endswith("weight") else 0.0
        elif "embedding" in key or key.startswith("shared") or "embed_tokens" in key:
            scale, mean = 0.5, 0.0
        else:
            fan_in = int(np.prod(shape[1:]))
            scale, mean = min(max(fan_in**-0.5, 0.05), 0.2), 0.0
        # Half of the sinusoid's channels hardly change: a wider spread keeps timestep and guidance audible.
        if key.endswith(("timestep_embedder.linear_1.weight", "guidance_embedder.linear_1.weight")):
            scale = 0.1
        parameter.copy_(normal(f"{name}/{key}", *shape, scale=scale, mean=mean))


def make_transformer(config: Mapping[str, Any], name: str) -> FluxTransformer2DModel:
    """A FLUX transformer with random weights."""
    model = FluxTransformer2DModel(**config).eval()
    randomise(model, name)
    return model


def make_vae() -> AutoencoderKL:
    """The one tiny autoencoder of all fixtures."""
    model = AutoencoderKL(**VAE).eval()
    randomise(model, "vae")
    return model


def make_scheduler() -> FlowMatchEulerDiscreteScheduler:
    return FlowMatchEulerDiscreteScheduler(**SCHEDULER)


def in_bf16(module: nn.Module) -> nn.Module:
    """A copy of `module` with every parameter in bf16."""
    return copy.deepcopy(module).to(torch.bfloat16)


def bf16_times(sigma: Tensor, guidance: Tensor) -> tuple[Tensor, Tensor]:
    """σ and guidance, f32, that make an f32 model see the very values that a bf16 model sees (50 becomes 49.92).

    With random weights the rounding of the two changes a velocity far more than bf16 arithmetic does; a run with these shows
    what the arithmetic alone does.
    """
    times = (sigma * 1000).to(torch.bfloat16) / 1000 * 1000
    return times.to(torch.float32) / 1000, (guidance.to(torch.bfloat16) * 1000).to(torch.float32) / 1000


def grid_ids(rows: int, cols: int, axis0: int = 0) -> Tensor:
    """Ids `[rows·cols, 3]`, f32: (axis0, row, column)."""
    ids = torch.zeros(rows, cols, 3)
    ids[..., 0] = axis0
    ids[..., 1] = torch.arange(rows)[:, None]
    ids[..., 2] = torch.arange(cols)[None, :]
    return ids.reshape(-1, 3)


class Fixture:
    """One safetensors file: weights `w.…`, inputs `in.…`, expected outputs `out.…`, and a JSON of what it was made with."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        self.config = dict(config)
        self.tensors: dict[str, Tensor] = {}

    def _put(self, name: str, value: Tensor | np.ndarray) -> None:
        tensor = torch.from_numpy(value) if isinstance(value, np.ndarray) else value
        if name in self.tensors:
            raise ValueError(f"{name} is written twice")
        if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
            raise ValueError(f"{name} is not finite")
        self.tensors[name] = tensor.detach().clone().contiguous()

    def weights(self, module: nn.Module, prefix: str = "w.") -> None:
        """All parameters of `module`."""
        for key, value in module.state_dict().items():
            self._put(prefix + key, narrowed(value))

    def given(self, name: str, value: Tensor | np.ndarray) -> Tensor:
        """An input, returned as a tensor."""
        tensor = torch.from_numpy(value) if isinstance(value, np.ndarray) else value
        self._put(f"in.{name}", narrowed(tensor))
        return tensor

    def expect(self, name: str, value: Tensor | np.ndarray) -> None:
        """An expected output."""
        self._put(f"out.{name}", value)

    def write(self, path: Path) -> None:
        metadata = {
            "config": json.dumps(self.config, sort_keys=True, ensure_ascii=False),
            "versions": json.dumps({name: version(name) for name in PACKAGES}, sort_keys=True),
        }
        path.write_bytes(canonical(save(self.tensors, metadata)))


def canonical(data: bytes) -> bytes:
    """The same safetensors file with its header sorted: the library writes metadata in no fixed order."""
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    entries = {"__metadata__": dict(sorted(header.pop("__metadata__", {}).items()))}
    entries.update(sorted(header.items(), key=lambda entry: entry[1]["data_offsets"]))
    text = json.dumps(entries, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data[8 + length :]


def load_weights(module: nn.Module, path: Path, prefix: str = "w.") -> None:
    """Fills `module` from the weights of a fixture that was written before."""
    tensors = {key[len(prefix) :]: value for key, value in load_file(path).items() if key.startswith(prefix)}
    module.load_state_dict({key: value.to(torch.float32) for key, value in tensors.items()})


def check_close(name: str, found: Tensor, expected: Any, tolerance: float) -> None:
    """Refuses to write a fixture that disagrees with a published number."""
    wanted = torch.as_tensor(expected, dtype=torch.float64)
    worst = float((found.to(torch.float64) - wanted).abs().max())
    if worst > tolerance:
        raise ValueError(f"{name} is off by {worst}: {found} instead of {wanted}")
