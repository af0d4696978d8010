"""Trains a LoRA with `foreshock-lab`, loads it with diffusers and with PEFT, and holds both against `foreshock-lab denoise`.

    python -m generate.trained LAB

For each family: a tiny model folder, four random pairs, ten steps of AdamW with rank 4 and alpha 6. Exit status 1 when a result is further off
than 1e-4, or when the adapter changes nothing.
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
from diffusers import AutoencoderKL, FlowMatchEulerDiscreteScheduler, FluxTransformer2DModel
from peft import PeftModel
from PIL import Image
from safetensors.torch import load_file, save_file

from .common import picture
from .compare import END_TO_END, Reference, distance, make_inputs

FAMILIES = {"fill": "tiny", "kontext": "tiny-kontext", "control": "tiny-control"}
SIDE = 64


def train(lab: Path, config: str, folder: Path) -> None:
    """A model folder, pairs and a trained adapter below `folder`."""
    lines = []
    for number in range(4):
        names = {}
        for role in ("pre", "post"):
            names[f"{role}_image"] = f"{number}_{role}.png"
            Image.fromarray(picture(f"trained/{config}/{number}/{role}", SIDE, SIDE)).save(
                folder / f"{number}_{role}.png"
            )
        lines.append(
            json.dumps(
                {**names, "change_caption": "A flood.", "instructions": ["flood the streets"], "group": str(number)}
            )
        )
    (folder / "pairs.jsonl").write_text("\n".join(lines) + "\n")
    run = lambda *words: subprocess.run([str(lab), *map(str, words)], check=True, capture_output=True)  # noqa: E731
    run("init", "--config", config, "--seed", 7, folder / "model")
    files = ["--model", folder / "model", "--pairs", folder / "pairs.jsonl", "--out", folder / "run"]
    recipe = "--what lora --rank 4 --alpha 6 --steps 10 --batch 2 --optimizer adamw --rate 0.02 --ema 0 --test-share 0"
    run("train", *files, *recipe.split())


def reference(family: str, folder: Path) -> Reference:
    """The networks of the folder in diffusers."""
    made = object.__new__(Reference)
    made.transformer = FluxTransformer2DModel.from_pretrained(folder / "model/transformer").eval()
    made.vae = AutoencoderKL.from_pretrained(folder / "model/vae").eval()
    made.scheduler = FlowMatchEulerDiscreteScheduler.from_pretrained(folder / "model/scheduler")
    told: dict[str, Any] = dict(made.transformer.config)
    made.config = {"family": family, "transformer": told, "batch": 2, "height": 32, "width": 64, "text": 7, "steps": 4}
    made.config.update(guidance=3.5, partial=False)
    return made


def compare(lab: Path, family: str, folder: Path) -> bool:
    train(lab, FAMILIES[family], folder)
    plain = reference(family, folder)
    inputs = make_inputs(plain.config, f"trained/{family}", np.random.Generator(np.random.PCG64(5)))
    save_file(inputs, folder / "in.safetensors")
    adapter = folder / "run/export/pytorch_lora_weights.safetensors"
    words = ["denoise", "--model", folder / "model", "--adapter", adapter, "--inputs", folder / "in.safetensors"]
    words += ["--out", folder / "out.safetensors", "--steps", 4, "--guidance", 3.5]
    subprocess.run([str(lab), *map(str, words)], check=True, capture_output=True)
    ours = load_file(folder / "out.safetensors")["latents"]
    without = plain.run(inputs)["latents"]
    with_diffusers = reference(family, folder)
    with_diffusers.transformer.load_lora_adapter(str(adapter.parent), prefix="transformer", weight_name=adapter.name)
    with_peft = reference(family, folder)
    with_peft.transformer = PeftModel.from_pretrained(with_peft.transformer, str(folder / "run/export/peft"))
    far = {
        "diffusers": distance(ours, with_diffusers.run(inputs)["latents"]),
        "PEFT": distance(ours, with_peft.run(inputs)["latents"]),
    }
    effect = distance(without, with_diffusers.run(inputs)["latents"])
    good = all(value <= END_TO_END for value in far.values()) and effect > 100 * END_TO_END
    told = ", ".join(f"from {name} {value:.1e}" for name, value in far.items())
    print(f"{'ok ' if good else 'FAR'} {family}: {told}; the adapter changes {effect:.1e}")
    return good


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab", type=Path, help="the foreshock-lab binary")
    lab = parser.parse_args().lab.resolve()
    results = []
    for family in FAMILIES:
        with tempfile.TemporaryDirectory() as folder:
            results.append(compare(lab, family, Path(folder)))
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
