"""`visualcloze.safetensors`: rows of examples and a query row, as diffusers' VisualCloze pipeline lays them out.

Autoencoder and transformer are those of `pipeline_fill/`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import VisualClozeGenerationPipeline
from diffusers.pipelines.visualcloze import pipeline_visualcloze_generation
from PIL import Image
from torch import Tensor

from .common import VAE, Fixture, grid_ids, normal, picture
from .pipeline_fill import NAME as FILL
from .pipeline_fill import Recorder, load, product_rules

#: Images are brought to about this area, px²; those below have such a size already.
RESOLUTION = 32
STEPS, GUIDANCE, TEXT = 4, 30.0, 10
TASK = "Each row shows the scene before and after the flood."
CONTENT = "the town after the flood"
#: Height and width of the cells of each row, examples first, query last.
CASES = {"one": ((16, 48), (32, 32)), "two": ((32, 32), (48, 16), (16, 48))}


class WithText(VisualClozeGenerationPipeline):
    """The pipeline with given text embeddings (its own arguments for them are not read), and a note of the prompts."""

    embeddings: tuple[Tensor, Tensor]
    prompts: list[str]

    def _get_t5_prompt_embeds(self, prompt: str | list[str], **_: Any) -> Tensor:
        self.prompts = [prompt] if isinstance(prompt, str) else list(prompt)
        return self.embeddings[0]

    def _get_clip_prompt_embeds(self, prompt: str | list[str], **_: Any) -> Tensor:
        return self.embeddings[1]


def write(folder: Path) -> None:
    components = load(folder / FILL).components
    pipeline = WithText(**components, resolution=RESOLUTION)
    pipeline.set_progress_bar_config(disable=True)
    fixture = Fixture(
        {
            "folder": FILL,
            "resolution": RESOLUTION,
            "steps": STEPS,
            "guidance": GUIDANCE,
            "task": TASK,
            "content": CONTENT,
            "cases": CASES,
            "condition": "mean of the VAE's posterior, not a sample",
        }
    )
    config = pipeline.transformer.config
    text = fixture.given("prompt_embeds", normal("visualcloze.text", 1, TEXT, config.joint_attention_dim))
    pooled = fixture.given("pooled_prompt_embeds", normal("visualcloze.pooled", 1, config.pooled_projection_dim))
    pipeline.embeddings = (text, pooled)
    prompts = {}
    for name, rows in CASES.items():
        run(fixture, pipeline, name, rows)
        prompts[name] = pipeline.prompts
    fixture.config["prompts"] = prompts
    fixture.write(folder / "visualcloze.safetensors")


def token_count(height: int, width: int) -> int:
    """Of a row of two cells."""
    return (height // 16) * (2 * width // 16)


def run(fixture: Fixture, pipeline: WithText, name: str, rows: tuple[tuple[int, int], ...]) -> None:
    prefix, last = f"{name}.", len(rows) - 1
    pictures: list[list[np.ndarray | None]] = []
    for row, (height, width) in enumerate(rows):
        pictures.append([])
        for column in range(2):
            if (row, column) == (last, 1):
                pictures[row].append(None)  # the place to be filled
                continue
            cell = picture(f"visualcloze.{name}.{row}.{column}", height, width)
            fixture.given(f"{prefix}cell_{row}_{column}", cell)
            pictures[row].append(cell)
    counts = [token_count(*row) for row in rows]
    noise = fixture.given(prefix + "noise", normal(f"visualcloze.{name}.noise", 1, sum(counts), 64))
    recorder = Recorder(pipeline.transformer)
    with product_rules(pipeline_visualcloze_generation, noise):
        latents = pipeline(
            task_prompt=TASK,
            content_prompt=CONTENT,
            image=[[cell if cell is None else Image.fromarray(cell) for cell in row] for row in pictures],
            num_inference_steps=STEPS,
            guidance_scale=GUIDANCE,
            generator=torch.Generator().manual_seed(0),  # asked for, not used
            output_type="latent",
        ).images
    recorder.hook.remove()
    first = recorder.calls[0]
    assert torch.equal(first["hidden_states"][..., :64], noise)
    condition = first["hidden_states"][..., 64:]
    fixture.expect(prefix + "condition_latents", condition[..., :64])
    fixture.expect(prefix + "packed_mask", condition[..., 64:].to(torch.uint8))
    fixture.expect(prefix + "img_ids", first["img_ids"])
    grids = [grid_ids(h // 16, 2 * w // 16, axis0=row + 1) for row, (h, w) in enumerate(rows)]
    assert torch.equal(first["img_ids"], torch.cat(grids))
    check_condition(pipeline, pictures, rows, condition, counts)
    fixture.expect(prefix + "sigmas", pipeline.scheduler.sigmas)
    fixture.expect(prefix + "velocity", torch.cat(recorder.results))
    fixture.expect(prefix + "latents", latents)
    height, width = rows[last]
    query = pipeline._unpack_latents(latents, [[[h, w], [h, w]] for h, w in rows], 8)[-1]
    decoded = pipeline.vae.decode(query / VAE["scaling_factor"] + VAE["shift_factor"], return_dict=False)[0]
    assert decoded.shape == (1, 3, height, 2 * width)
    fixture.expect(prefix + "decoded_query_row", decoded)


def check_condition(
    pipeline: WithText,
    pictures: list[list[np.ndarray | None]],
    rows: tuple[tuple[int, int], ...],
    condition: Tensor,
    counts: list[int],
) -> None:
    """Each row is encoded by itself, the empty cell as black, and nothing is masked out before encoding."""
    parts, masks = [], []
    for cells, (height, width) in zip(pictures, rows):
        pixels = [np.zeros((height, width, 3), np.uint8) if cell is None else cell for cell in cells]
        image = torch.from_numpy(np.concatenate(pixels, axis=1)).to(torch.float32).permute(2, 0, 1)[None] / 127.5 - 1
        mean = (pipeline.vae.encode(image).latent_dist.mean - VAE["shift_factor"]) * VAE["scaling_factor"]
        parts.append(pipeline._pack_latents(mean, 1, 16, *mean.shape[2:]))
        tokens = torch.zeros(height // 16, 2 * width // 16)
        if cells[1] is None:
            tokens[:, width // 16 :] = 1
        masks.append(tokens.reshape(-1))
    assert [part.shape[1] for part in parts] == counts
    assert torch.allclose(condition[..., :64], torch.cat(parts, dim=1), atol=1e-5)
    assert torch.equal(condition[0, :, 64:], torch.cat(masks)[:, None].expand(-1, 256))
