"""`lora/` and `lora.safetensors`: LoRA files as diffusers writes them, and what transformer A computes with them.

The base weights and the inputs are those of `transformer_a.safetensors` (`w.…`, `in.b3.…`).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import torch
from diffusers import FluxFillPipeline, FluxTransformer2DModel
from diffusers.training_utils import _collate_lora_metadata
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict
from safetensors import safe_open
from safetensors.torch import load_file, save
from torch import Tensor

from .common import TRANSFORMER_A, Fixture, canonical, grid_ids, load_weights, normal
from .transformer import COLS, ROWS, call

BASE = "transformer_a.safetensors"
FOLDER = "lora"
NAMES = {
    "double": ("norm1.linear", "attn.to_q", "attn.to_k", "attn.to_v", "attn.to_out.0", "ff.net.2"),
    "single": ("norm.linear", "proj_mlp", "proj_out", "attn.to_q", "attn.to_k", "attn.to_v"),
}


def icedit_targets(config: Mapping[str, Any] = TRANSFORMER_A) -> list[str]:
    """The modules that ICEdit's LoRA touches, by full name."""
    double = [f"transformer_blocks.{i}.{name}" for i in range(config["num_layers"]) for name in NAMES["double"]]
    count = config["num_single_layers"]
    single = [f"single_transformer_blocks.{i}.{name}" for i in range(count) for name in NAMES["single"]]
    return ["x_embedder", *double, *single]


def base_model(folder: Path) -> FluxTransformer2DModel:
    """Transformer A with the weights of its fixture."""
    model = FluxTransformer2DModel(**TRANSFORMER_A).eval()
    load_weights(model, folder / BASE)
    return model


def base_inputs(folder: Path) -> dict[str, Tensor]:
    """The batch of three of transformer A's fixture."""
    prefix = "in.b3."
    tensors = load_file(folder / BASE).items()
    return {key[len(prefix) :]: value.to(torch.float32) for key, value in tensors if key.startswith(prefix)}


def velocity(model: FluxTransformer2DModel, inputs: Mapping[str, Tensor]) -> Tensor:
    return call(model, inputs, grid_ids(ROWS, COLS))


def add_adapter(model: FluxTransformer2DModel, name: str, rank: int, alpha: int, targets: Iterable[str]) -> None:
    """A PEFT adapter with random values in both factors."""
    config = LoraConfig(r=rank, lora_alpha=alpha, target_modules=list(targets), init_lora_weights="gaussian")
    model.add_adapter(config)
    for key, parameter in model.named_parameters():
        if "lora_" in key:
            parameter.copy_(normal(f"{name}/{key}", *parameter.shape, scale=0.2))


def save_adapter(model: FluxTransformer2DModel, path: Path, with_metadata: bool) -> None:
    """Through the pipeline, as a training script does it; in bf16, which holds these values exactly."""
    layers = {key: value.to(torch.bfloat16) for key, value in get_peft_model_state_dict(model).items()}
    metadata = _collate_lora_metadata({"transformer": model}) if with_metadata else {}
    if metadata:
        config = metadata["transformer_lora_adapter_metadata"]
        # PEFT holds a set here, whose order changes from run to run.
        config["target_modules"] = sorted(config["target_modules"])
    with tempfile.TemporaryDirectory() as place:
        FluxFillPipeline.save_lora_weights(place, transformer_lora_layers=layers, **metadata)
        (file,) = Path(place).iterdir()
        assert file.name == "pytorch_lora_weights.safetensors"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(canonical(file.read_bytes()))


def add_alpha_keys(source: Path, target: Path, alpha: float) -> None:
    """The older way to state alpha: one number a module, no metadata."""
    tensors = load_file(source)
    modules = {key.rsplit(".lora_", 1)[0] for key in tensors}
    tensors.update({f"{module}.alpha": torch.tensor(alpha) for module in modules})
    target.write_bytes(canonical(save(tensors, {"format": "pt"})))


def loaded(folder: Path, name: str) -> FluxFillPipeline:
    """A pipeline of transformer A alone with a LoRA file on it."""
    absent = dict.fromkeys(("vae", "text_encoder", "tokenizer", "text_encoder_2", "tokenizer_2", "scheduler"))
    pipeline = FluxFillPipeline(transformer=base_model(folder), **absent)
    pipeline.load_lora_weights(folder / FOLDER, weight_name=name, adapter_name="edit", local_files_only=True)
    return pipeline


def write(folder: Path) -> None:
    inputs = base_inputs(folder)
    plain = velocity(base_model(folder), inputs)
    # Alpha = rank, no metadata: the form of ICEdit's file.
    model = base_model(folder)
    add_adapter(model, "lora.plain", 4, 4, icedit_targets())
    save_adapter(model, folder / FOLDER / "plain.safetensors", with_metadata=False)
    direct = velocity(model, inputs)
    # Alpha twice the rank, on fewer modules, stated in both ways.
    model = base_model(folder)
    few = [name for name in icedit_targets() if name.endswith(("to_q", "to_v", "proj_mlp", "ff.net.2"))]
    add_adapter(model, "lora.alpha", 2, 8, few)
    save_adapter(model, folder / FOLDER / "alpha.safetensors", with_metadata=True)
    add_alpha_keys(folder / FOLDER / "alpha.safetensors", folder / FOLDER / "alpha_keys.safetensors", 8.0)
    with_alpha = velocity(model, inputs)

    files = {name: f"{FOLDER}/{name}.safetensors" for name in ("plain", "alpha", "alpha_keys")}
    fixture = Fixture({"base": BASE, "inputs": "in.b3.*", "files": files, "targets": icedit_targets()})
    pipeline = loaded(folder, "plain.safetensors")
    modules = sum(1 for key in load_file(folder / FOLDER / "plain.safetensors") if key.endswith("lora_A.weight"))
    assert modules == len(icedit_targets()) == 19
    scaled = {}
    for scale in (1.0, 0.5):
        pipeline.set_adapters("edit", scale)
        scaled[scale] = velocity(pipeline.transformer, inputs)
        fixture.expect(f"plain.scale_{scale}.f32", scaled[scale])
        half = loaded(folder, "plain.safetensors")
        half.set_adapters("edit", scale)
        half.transformer.to(torch.bfloat16)
        fixture.expect(f"plain.scale_{scale}.bf16", velocity(half.transformer, inputs))
    assert torch.allclose(scaled[1.0], direct, atol=1e-5)
    assert float((scaled[1.0] - plain).abs().mean()) > 0.1
    for scale in (1.0, 0.5):
        fused = loaded(folder, "plain.safetensors")
        fused.fuse_lora(lora_scale=scale)
        result = velocity(fused.transformer, inputs)
        assert torch.allclose(result, scaled[scale], atol=1e-3), float((result - scaled[scale]).abs().max())
        fixture.expect(f"plain.fused_{scale}.f32", result)
    for name in ("alpha", "alpha_keys"):
        result = velocity(loaded(folder, f"{name}.safetensors").transformer, inputs)
        assert torch.allclose(result, with_alpha, atol=1e-5), name
    with safe_open(folder / FOLDER / "alpha.safetensors", "pt") as file:
        assert "lora_adapter_metadata" in file.metadata()
    fixture.expect("alpha.f32", with_alpha)
    fixture.write(folder / "lora.safetensors")
