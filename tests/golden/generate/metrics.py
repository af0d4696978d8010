"""`metrics.safetensors`, `metrics/`: networks that measure edits, from 8-bit pixels and texts to similarities.

Inputs are pictures of a formula in whole numbers, so that they cost nothing here and have the sizes of real tiles.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from transformers import (
    BitImageProcessor,
    CLIPConfig,
    CLIPImageProcessor,
    CLIPModel,
    Dinov2Config,
    Dinov2Model,
    ViTConfig,
    ViTImageProcessor,
    ViTModel,
)

from .common import Fixture, check_close, normal, randomise
from .vocabulary import clip_tokenizers

IMAGENET = {"image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]}

#: (width, height, seed): odd, small and enlarged, square, hardly changed, very wide, smaller than a crop, two pixels (the processors take
#: one row for a band), tall (Pillow then resizes rows before columns).
PICTURES = [
    (300, 211, 3),
    (97, 140, 5),
    (256, 256, 7),
    (224, 260, 11),
    (900, 41, 13),
    (20, 17, 17),
    (1, 2, 19),
    (250, 530, 23),
]

TEXTS = [
    "the streets are flooded with muddy brown water",
    "the fire has burned the forest",
    "a town before the storm",
    "",
    "the roofs are torn and debris is scattered over the yards " * 9,
]

CLIP: dict[str, Any] = {
    "projection_dim": 24,
    "vision_config": {
        "hidden_size": 24,
        "intermediate_size": 40,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "image_size": 224,
        "patch_size": 16,
        "hidden_act": "quick_gelu",
    },
    "text_config": {
        "vocab_size": 714,
        "hidden_size": 16,
        "intermediate_size": 40,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "max_position_embeddings": 77,
        "hidden_act": "gelu",
        "bos_token_id": 712,
        "eos_token_id": 713,
        "pad_token_id": 713,
    },
}

VIT: dict[str, Any] = {
    "hidden_size": 18,
    "num_hidden_layers": 2,
    "num_attention_heads": 3,
    "intermediate_size": 48,
    "image_size": 224,
    "patch_size": 16,
}

#: Places for 15 × 15 patches: of the 16 × 16 of an input all are interpolated.
DINOV2: dict[str, Any] = {
    "hidden_size": 24,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "mlp_ratio": 3,
    "image_size": 210,
    "patch_size": 14,
}

#: The same with a gated feed-forward network, as the largest one has.
GIANT: dict[str, Any] = {**DINOV2, "hidden_size": 16, "image_size": 98, "num_hidden_layers": 1, "use_swiglu_ffn": True}

#: Processors, as `preprocessor_config.json` says them. The last ones are for the steps alone.
PROCESSORS: dict[str, tuple[type, dict[str, Any]]] = {
    "clip": (CLIPImageProcessor, {}),
    "vit": (ViTImageProcessor, {"size": {"height": 224, "width": 224}, **IMAGENET}),
    "dinov2": (BitImageProcessor, {"size": {"shortest_edge": 256}, **IMAGENET}),
    "bilinear": (
        CLIPImageProcessor,
        {"size": {"shortest_edge": 45}, "crop_size": {"height": 31, "width": 52}, "resample": 2},
    ),
    "unscaled": (
        BitImageProcessor,
        {"do_resize": False, "crop_size": {"height": 64, "width": 49}, "do_normalize": False},
    ),
    "stretched": (ViTImageProcessor, {"size": {"height": 33, "width": 70}, "resample": 3}),
}

#: Every so many values of an input are kept: of those of 224 × 224 px, of smaller ones.
STRIDES = (149, 37)


def formula(width: int, height: int, seed: int) -> np.ndarray:
    """Waves that grow finer towards the lower right and jump from 255 to 0: uint8 `[height, width, 3]`."""
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    bands = [
        (x * x * (seed + band) + y * y * (2 * seed + 1) + x * y * (5 - band) + 40 * (x + band * y)) // 64
        for band in range(3)
    ]
    return (np.stack(bands, axis=-1) % 256).astype(np.uint8)


def unit(features: Tensor) -> Tensor:
    return features / features.norm(dim=-1, keepdim=True)


def similar(fixture: Fixture, name: str, features: Tensor) -> None:
    """Features of length 1 and their cosines."""
    features = unit(features)
    fixture.expect(f"{name}.features", features)
    fixture.expect(f"{name}.cosines", features @ features.T)
    spread = (features @ features.T).min()
    if spread > 0.995:
        raise ValueError(f"{name}: all pictures look alike ({spread}); a mistake would not be seen")


def widen(model: nn.Module) -> None:
    """Random networks hardly tell pictures apart: louder patches and quieter places change that."""
    for key, parameter in model.named_parameters():
        if "patch_embed" in key and key.endswith("weight"):
            parameter.mul_(4.0)
        elif "position_embedding" in key and "text" not in key:
            parameter.mul_(0.25)


def make(model: nn.Module, name: str) -> nn.Module:
    model = model.eval()
    randomise(model, f"metrics/{name}")
    widen(model)
    return model


class MeanColour(nn.Module):
    """What a TorchScript file of any origin might be: here a linear layer over means of quarters."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.register_buffer("weight", weight)

    def forward(self, pixels: Tensor) -> Tensor:
        cells = torch.nn.functional.adaptive_avg_pool2d(pixels, [2, 2]).flatten(1)
        return cells @ self.weight


class BagOfWords(nn.Module):
    """Reads the state at the highest id, like OpenAI's towers, and the ids after it not at all."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        self.register_buffer("table", table)

    def forward(self, ids: Tensor) -> Tensor:
        states = self.table[ids].cumsum(1)
        return states[torch.arange(ids.shape[0]), ids.argmax(1)]


def write_script(path: Path, module: nn.Module) -> None:
    """A TorchScript file without the parts that name files of this machine."""
    buffer = io.BytesIO()
    torch.jit.save(torch.jit.script(module.eval()), buffer)
    with zipfile.ZipFile(buffer) as whole, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as kept:
        for entry in whole.infolist():
            if not entry.filename.endswith(".debug_pkl"):
                data = whole.read(entry.filename)
                _, slash, rest = entry.filename.partition("/")
                kept.writestr(zipfile.ZipInfo(path.stem + slash + rest), data)
    loaded = torch.jit.load(path)
    assert torch.equal(next(loaded.buffers()), next(module.buffers()))


def write(folder: Path) -> None:
    pictures = [Image.fromarray(formula(*picture)) for picture in PICTURES]
    processors = {name: make_one(**options) for name, (make_one, options) in PROCESSORS.items()}
    config = {
        "pictures": PICTURES,
        "texts": TEXTS,
        "strides": STRIDES,
        "clip": {**CLIP, "model_type": "clip"},
        "vit": {**VIT, "model_type": "vit"},
        "dinov2": {**DINOV2, "model_type": "dinov2"},
        "giant": {**GIANT, "model_type": "dinov2"},
        "processors": {name: json.loads(processor.to_json_string()) for name, processor in processors.items()},
    }
    fixture = Fixture(config)
    inputs: dict[str, Tensor] = {}
    for name, processor in processors.items():
        rows = [processor(picture, return_tensors="pt")["pixel_values"] for picture in pictures]
        inputs[name] = torch.cat(rows)
        values = inputs[name].flatten(1)
        fixture.expect(f"pixels.{name}", values[:, :: STRIDES[values.shape[1] < 3 * 224 * 224]])

    clip = make(CLIPModel(CLIPConfig(**CLIP)), "clip")
    fixture.weights(clip, "clip.")
    similar(fixture, "clip", clip.get_image_features(inputs["clip"]))
    slow, fast = clip_tokenizers(folder / "pipeline_fill" / "tokenizer")
    options = {"padding": "max_length", "truncation": True, "return_tensors": "pt"}
    ids, same = slow(TEXTS, **options), fast(TEXTS, **options)
    assert torch.equal(ids["input_ids"], same["input_ids"])
    texts = unit(clip.get_text_features(**ids))
    fixture.expect("texts.features", texts)
    fixture.expect("texts.cosines", unit(clip.get_image_features(inputs["clip"])) @ texts.T)
    fixture.expect("texts.cut", np.array([len(slow(text)["input_ids"]) > 77 for text in TEXTS], dtype=np.uint8))

    nets = {
        "vit": ViTModel(ViTConfig(**VIT)),
        "dinov2": Dinov2Model(Dinov2Config(**DINOV2)),
        "giant": Dinov2Model(Dinov2Config(**GIANT)),
    }
    for name, net in nets.items():
        net = make(net, name)
        fixture.weights(net, f"{name}.")
        result = net(pixel_values=inputs["dinov2" if name == "giant" else name])
        similar(fixture, name, result.last_hidden_state[:, 0])

    scripts = folder / "metrics"
    scripts.mkdir(exist_ok=True)
    colour = MeanColour(normal("metrics/colour", 12, 6))
    write_script(scripts / "colour.pt", colour)
    card = {"size": 45, "resize": "bilinear", "crop": {"height": 31, "width": 52}}
    card |= {"mean": processors["bilinear"].image_mean, "std": processors["bilinear"].image_std}
    (scripts / "colour.json").write_text(json.dumps(card, indent=1) + "\n")
    similar(fixture, "colour", colour(inputs["bilinear"]))

    words = BagOfWords(normal("metrics/words", 714, 3))
    write_script(scripts / "words.pt", words)
    card = {"tokenizer": "../pipeline_fill/tokenizer", "context": 20}
    (scripts / "words.json").write_text(json.dumps(card, indent=1) + "\n")
    ids = slow(TEXTS, padding="max_length", truncation=True, max_length=20, return_tensors="pt")["input_ids"]
    fixture.expect("words.features", unit(words(ids)))
    padded = ids.clone()
    for row in padded:
        row[int(row.argmax()) + 1 :] = 0
    check_close("padding", words(padded), words(ids), 0.0)
    fixture.expect("words.cut", np.array([len(slow(text)["input_ids"]) > 20 for text in TEXTS], dtype=np.uint8))
    fixture.write(folder / "metrics.safetensors")
