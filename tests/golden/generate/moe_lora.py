"""`lora/moe.safetensors` and `moe_lora.safetensors`: ICEdit's mixture of LoRA experts, in plain torch.

No library has this layer. It is written here from its description: each token goes through the k experts whose router logits
are highest, weighted by a softmax over those k. Base weights and inputs are those of `transformer_a.safetensors`.
"""

from __future__ import annotations

from pathlib import Path

import torch
from diffusers import FluxTransformer2DModel
from safetensors.torch import save
from torch import Tensor, nn
from torch.nn import functional

from .common import Fixture, canonical, normal
from .lora import BASE, FOLDER, base_inputs, base_model, icedit_targets, velocity

EXPERTS, RANK, ALPHA = 4, 4, 4
#: A gap between the k-th and the next logit that no rounding of ours can close, in f32.
MARGIN = 1e-3


def is_mixture(module: str) -> bool:
    return "ff.net" in module or "proj_out" in module


class LoraLinear(nn.Module):
    """base(x) + α/r · B·A·x."""

    def __init__(self, base: nn.Linear, a: Tensor, b: Tensor) -> None:
        super().__init__()
        self.base = base
        self.a, self.b = nn.Parameter(a), nn.Parameter(b)

    def forward(self, x: Tensor) -> Tensor:
        return self.base(x) + functional.linear(functional.linear(x, self.a), self.b) * (ALPHA / RANK)


class MoeLoraLinear(nn.Module):
    """base(x) + Σᵢ wᵢ · α/r · Bᵢ·Aᵢ·x, with the weights of each token from its router logits."""

    def __init__(self, base: nn.Linear, route: Tensor, a: list[Tensor], b: list[Tensor], top_k: int) -> None:
        super().__init__()
        self.base, self.top_k = base, top_k
        self.route = nn.Parameter(route)
        self.a = nn.ParameterList([nn.Parameter(each) for each in a])
        self.b = nn.ParameterList([nn.Parameter(each) for each in b])
        self.chosen: Tensor | None = None
        self.gap: float = float("inf")

    def forward(self, x: Tensor) -> Tensor:
        logits = functional.linear(x, self.route)  # in the type of x
        ranked = logits.sort(dim=-1, descending=True).values
        self.gap = float((ranked[..., self.top_k - 1] - ranked[..., self.top_k]).min())
        kept, self.chosen = logits.topk(self.top_k, dim=-1)
        share = functional.softmax(kept, dim=-1, dtype=torch.float32).to(x.dtype)
        weights = torch.zeros_like(logits).scatter(-1, self.chosen, share)
        result = self.base(x)
        for expert, (a, b) in enumerate(zip(self.a, self.b)):
            delta = functional.linear(functional.linear(x, a), b) * (ALPHA / RANK)
            result = result + weights[..., expert : expert + 1] * delta
        return result


def make_tensors(model: FluxTransformer2DModel) -> dict[str, Tensor]:
    """The adapter, under the names of the file."""
    tensors = {}
    for module in icedit_targets():
        base = model.get_submodule(module)
        shapes = {"lora_A": (RANK, base.in_features), "lora_B": (base.out_features, RANK)}
        infixes = [f".expert_{i}" for i in range(EXPERTS)] if is_mixture(module) else [""]
        names = {f"{half}{infix}.weight": shape for half, shape in shapes.items() for infix in infixes}
        if is_mixture(module):
            names["lora_route.weight"] = (EXPERTS, base.in_features)
        for name, shape in names.items():
            key = f"transformer.{module}.{name}"
            tensors[key] = normal(f"moe/{key}", *shape, scale=0.2)
    return tensors


def patched(
    folder: Path, tensors: dict[str, Tensor], top_k: int
) -> tuple[FluxTransformer2DModel, dict[str, MoeLoraLinear]]:
    """Transformer A with its layers replaced, and the mixtures by name."""
    model = base_model(folder)
    mixtures = {}
    for module in icedit_targets():
        base, start = model.get_submodule(module), f"transformer.{module}."
        if is_mixture(module):
            experts = [[tensors[f"{start}lora_{half}.expert_{i}.weight"] for i in range(EXPERTS)] for half in "AB"]
            layer: nn.Module = MoeLoraLinear(base, tensors[start + "lora_route.weight"], *experts, top_k)
            mixtures[module] = layer
        else:
            layer = LoraLinear(base, tensors[start + "lora_A.weight"], tensors[start + "lora_B.weight"])
        model.set_submodule(module, layer)
    return model, mixtures


def write(folder: Path) -> None:
    inputs = base_inputs(folder)
    tensors = make_tensors(base_model(folder))
    file = folder / FOLDER / "moe.safetensors"
    file.parent.mkdir(exist_ok=True)
    halves = {key: value.to(torch.bfloat16) for key, value in tensors.items()}
    file.write_bytes(canonical(save(halves, {"format": "pt"})))
    mixtures = [name for name in icedit_targets() if is_mixture(name)]
    fixture = Fixture(
        {
            "base": BASE,
            "inputs": "in.b3.*",
            "file": f"{FOLDER}/{file.name}",
            "experts": EXPERTS,
            "rank": RANK,
            "alpha": ALPHA,
            "mixtures": mixtures,
        }
    )
    for top_k in (1, 2):
        for kind, dtype in (("f32", torch.float32), ("bf16", torch.bfloat16)):
            model, layers = patched(folder, tensors, top_k)
            model.to(dtype)
            fixture.expect(f"k{top_k}.{kind}", velocity(model, inputs))
            for name, layer in layers.items():
                fixture.expect(f"k{top_k}.{kind}.route.{name}", in_order(layer.chosen))
                check_gap(f"{name}, k {top_k}, {kind}", layer, dtype)
            alone(fixture, layers, top_k, kind, dtype)
    used = torch.cat([fixture.tensors[f"out.k1.f32.route.{name}"].flatten() for name in mixtures])
    assert len(used.unique()) == EXPERTS
    fixture.write(folder / "moe_lora.safetensors")


def alone(fixture: Fixture, layers: dict[str, MoeLoraLinear], top_k: int, kind: str, dtype: torch.dtype) -> None:
    """Every mixture by itself, on input of its own: 12 tokens."""
    for name, layer in layers.items():
        x = normal(f"moe.layer.{name}", 2, 6, layer.base.in_features)
        if f"in.layer.{name}" not in fixture.tensors:
            fixture.given(f"layer.{name}", x)
        fixture.expect(f"layer.{name}.k{top_k}.{kind}", layer(x.to(dtype)))
        fixture.expect(f"layer.{name}.k{top_k}.{kind}.route", in_order(layer.chosen))
        check_gap(f"{name} alone, k {top_k}, {kind}", layer, dtype)


def in_order(chosen: Tensor) -> Tensor:
    """Chosen experts `[B, L, k]`, lowest number first: their order means nothing."""
    return chosen.sort(dim=-1).values.to(torch.int32)


def check_gap(where: str, layer: MoeLoraLinear, dtype: torch.dtype) -> None:
    """A tie would make the choice a matter of chance."""
    if layer.gap <= (MARGIN if dtype == torch.float32 else 0):
        raise ValueError(f"{where}: logits differ by {layer.gap} only; choose other weights")
